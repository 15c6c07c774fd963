/** From update to update by keys: which one is chosen, and what is done with it. */

import { edge, scroller } from "./scroll.js";

// Of two buttons there is always one: what a key does, the same key takes back.
const BUTTONS = {
  edit: "[data-act=edit]",
  pin: "[data-verb=pin], [data-verb=unpin]",
  mark: "[data-verb=key-event], [data-verb=unmark-key-event]",
};
const CANNOT = {
  edit: "This update cannot be edited as it is.",
  pin: "Only what is published can be pinned.",
  mark: "Only what is published can be a key event.",
};

const NOT_YOURS = "Your role in this team does not reach that far.";

export class Steps {
  /** `parts`: timeline, say, more() loads older updates, correct(id). */
  constructor(parts) {
    Object.assign(this, parts);
    this.timeline.root.addEventListener("focusin", ({ target }) => {
      const item = target.closest("[data-item]");
      if (item) this.chosen = item.dataset.item;
    });
  }

  get items() {
    return [...this.timeline.root.querySelectorAll("[data-item]")];
  }

  /** The item that has the focus, itself or one of its buttons. */
  get held() {
    return document.activeElement?.closest?.("[data-item]");
  }

  /** The item that had it last, or else the first in sight. */
  get current() {
    const { items } = this;
    const top = edge(scroller(this.timeline.lists.timeline));
    return this.timeline.find(this.chosen) ?? items.find((item) => item.getBoundingClientRect().bottom > top) ?? items[0];
  }

  focus(item) {
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }

  /** Into the updates, where one was before. */
  enter() {
    if (this.current) this.focus(this.current);
    else this.timeline.root.focus();
  }

  async step(by) {
    const { items, held } = this;
    if (!held) return this.enter();
    const next = items[items.indexOf(held) + by];
    if (next) this.focus(next);
    else if (by < 0) this.say("This is the first update.");
    else if (this.timeline.older) await this.more();
    else this.say("There are no older updates.");
  }

  /** Press a button of the chosen item, as a hand would. */
  press(name) {
    const item = this.held;
    if (!item) this.say("Choose an update first: j and k go through them.");
    else if (item.querySelector(BUTTONS[name])) item.querySelector(BUTTONS[name]).click();
    else this.say(name !== "edit" && item.dataset.state === "published" ? NOT_YOURS : CANNOT[name]);
  }

  correct() {
    const item = this.held;
    if (!item) this.say("Choose an update first: j and k go through them.");
    else if (item.dataset.state !== "published") this.say("Only what is published can be corrected.");
    else if (!item.querySelector(BUTTONS.edit)) this.say(NOT_YOURS);
    else this.corrected(item.dataset.item);
  }
}
