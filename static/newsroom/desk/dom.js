/** Small nodes: made here, without markup. */

import { fill } from "../live/fragment.js";

/** An element with properties and children; `data-…` and `aria-…` are attributes. */
export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role" || name === "form") node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children);
  return node;
}

export const button = (text, act, properties = {}) => {
  const node = make("button", { type: "button", className: "button", textContent: text, ...properties });
  node.addEventListener("click", act);
  return node;
};

/** Where the focus goes when what had it is gone: what can be pressed in the head, or the composer. */
export const home = () => document.querySelector("#desk-around :is(button, a)") ?? document.querySelector("#composer-title");

/** Draw a small region anew; a focus in it stays in it, at a button of the same name if there is one. */
export function redraw(region, html) {
  const held = region.contains(document.activeElement) ? document.activeElement.textContent : null;
  fill(region, html);
  if (held === null) return;
  const all = [...region.querySelectorAll("button, a")];
  (all.find((each) => each.textContent === held) ?? all[0] ?? home()).focus({ preventScroll: true });
}

/** Show sentences in an error box and lead there, or empty it. */
export function complain(box, sentences) {
  box.replaceChildren(...sentences.map((text) => make("p", { textContent: text })));
  box.hidden = sentences.length === 0;
  if (sentences.length) box.focus();
}

/** No control of `root` is marked as wrong. */
export function unmark(root) {
  for (const control of root.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

/** The sentences of a refusal, and the controls of `root` they are about marked. */
export function sentences(outcome, root) {
  const errors = outcome.body?.errors ?? {};
  unmark(root);
  for (const name of Object.keys(errors)) {
    root.querySelector(`[name="${name}"]`)?.setAttribute("aria-invalid", "true");
  }
  const found = Object.values(errors).flat();
  return found.length ? found : [outcome.message];
}
