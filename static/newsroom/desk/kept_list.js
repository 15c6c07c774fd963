/** Texts this browser kept: this tab's own comes back by itself, others are offered. */

import { button, make } from "./dom.js";
import { called } from "./kept.js";

export function keptTexts({ form, composer, drawer, conflict }) {
  const list = form.querySelector("[data-kept]");

  function restore(kept) {
    conflict.clear();
    composer.restore(kept);
    composer.changed();
    composer.focus();
  }

  function item({ key, kept }) {
    const at = new Date(kept.at).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
    const name = kept.meta.entry ? `changes to ${kept.meta.name}` : called(kept.state);
    return make(
      "li", {},
      make("span", { textContent: `Not saved, typed at ${at}: ${name} ` }),
      button("Put it back", () => {
        if (composer.dirty) drawer.keep(composer.kept());
        restore(kept);
      }),
      button("Drop it", () => {
        drawer.forget(key);
        draw();
        composer.focus();
      }),
    );
  }

  function draw() {
    const others = drawer.all().filter(({ key }) => key !== composer.meta?.key);
    list.replaceChildren(...others.map(item));
    list.hidden = others.length === 0;
  }

  /** After a reload the tab goes on with what it had. */
  function own() {
    const mine = drawer.mine();
    const found = drawer.all().find(({ key }) => key === mine);
    if (found) restore(found.kept);
    draw();
  }

  return { draw, own };
}
