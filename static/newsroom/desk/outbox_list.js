/** The outbox as people see it: what waits, why, and what became of it. */

import { button, make } from "./dom.js";
import { called, clock } from "./kept.js";
import { standing } from "./outbox.js";

export const WHY = {
  away: "The site cannot be reached.",
  broken: "The site could not take it just now.",
  signed_out: "You are signed out: sign in again in another tab.",
  someone_else: "Somebody else is signed in in this browser: it waits for you.",
};
const HELD = {
  old: "It is too old to go out unasked.",
  ended: "The coverage is no longer live.",
  broken: "The site could not take it, several times.",
};

/** What is said of an item. `sender` says what goes on, `here` whether it is this tab's. */
export function sentence(item, { why, current, here, now }) {
  const what = `${item.label}: “${item.kept.meta.entry ? `changes to ${item.kept.meta.name}` : called(item.kept.state)}”`;
  const held = standing(item, now);
  if (held) return `Pressed at ${clock(item.at)}, not sent. ${HELD[held]} ${what}`;
  if (!here) return `Pressed at ${clock(item.at)} in another tab, not sent yet. ${what}`;
  if (current === item.key) return `Pressed at ${clock(item.at)}, being sent. ${what}`;
  return `Pressed at ${clock(item.at)}, waiting to be sent. ${WHY[why] ? `${WHY[why]} ` : ""}${what}`;
}

export class OutboxList {
  /** `parts`: outbox, tab, back(item), home(). */
  constructor(box, parts) {
    Object.assign(this, parts, { box, sender: null, told: [] });
    window.addEventListener("storage", ({ key }) => { if (key?.startsWith(parts.outbox.prefix)) this.draw(); });
    window.addEventListener("beforeunload", (event) => {
      if (this.outbox.mine().length || this.outbox.shelf.unsafe.size) event.preventDefault();
    });
  }

  /** What became of something that had waited: it stays to be read. */
  tell(text) {
    this.told = [...this.told, text];
    this.draw();
  }

  draw() {
    // An update that is on its way for the first time is not worth a line.
    const waiting = this.outbox.all().filter(({ key }) => !this.sender?.awaited.has(key));
    const held = this.box.contains(document.activeElement) ? document.activeElement : null;
    const name = held && [held.closest("li").dataset.outbox, held.textContent];
    this.box.replaceChildren(...waiting.map((item) => this.line(item)), ...this.told.map((text) => this.result(text)));
    this.box.hidden = !this.box.children.length;
    if (name) this.focus(...name);
  }

  focus(key, text) {
    const buttons = [...this.box.querySelectorAll("button")];
    const same = buttons.find((each) => each.closest("li").dataset.outbox === key && each.textContent === text);
    (same ?? buttons[0] ?? this.home()).focus({ preventScroll: true });
  }

  line(item) {
    const here = item.tab === this.tab.id;
    const { why, current } = this.sender ?? {};
    const says = sentence(item, { why, current, here, now: Date.now() });
    const acts = !here ? [] : [
      button("Send it now", () => this.again(item)),
      item.blog === this.outbox.blog
        ? button("Put it back", () => this.back(item))
        : make("a", { href: item.base, textContent: `Open the desk of ${item.title}` }),
    ];
    return make("li", { "data-outbox": item.key }, make("span", { textContent: `${says} ` }), ...acts);
  }

  result(text) {
    return make("li", { "data-outbox": "", className: "outbox-told" }, make("span", { textContent: `${text} ` }), button("Seen", () => {
      this.told = this.told.filter((each) => each !== text);
      this.draw();
      if (!this.box.children.length) this.home().focus();
    }));
  }

  again(item) {
    this.outbox.update(item, { again: Date.now(), tries: 0, ended: false, asked: true });
    this.sender.failures = 0;
    this.sender.run();
    this.draw();
  }
}
