/** A stale save: both texts side by side, taken or kept field by field. */

import { fill } from "../live/fragment.js";
import { taking, weigh } from "./merge.js";

export class Conflict {
  constructor(composer) {
    this.composer = composer;
    this.box = composer.form.querySelector("[data-conflict]");
    this.box.addEventListener("click", (event) => this.choose(event.target.closest("button")));
  }

  clear() {
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  /** Show `body` of the refusal (`began`: what both began from, if it is not known here); saving again is then against what stands now. */
  show({ html, current, began }) {
    const { composer } = this;
    const mine = composer.read();
    const { take } = weigh(began ?? composer.base, mine, current);
    this.current = current;
    this.mine = mine;
    fill(this.box, html);
    if (take.length) composer.put(taking(mine, current, take));
    composer.adopt(current);
    composer.base = { values: { ...composer.read().values, ...current.values }, rows: current.rows };
    this.taken(new Set(take));
    this.box.hidden = false;
    this.box.focus();
  }

  /** What nobody has to decide is only told. */
  taken(names) {
    const sections = [...this.box.querySelectorAll("[data-field]")];
    const done = sections.filter((section) => names.has(section.dataset.field));
    for (const section of done) section.remove();
    this.box.querySelector("[data-taken]").hidden = done.length === 0;
    this.box.querySelector("[data-taken-names]").textContent = done.map((section) => section.dataset.label).join(", ");
    this.box.querySelector("[data-same]").hidden = done.length < sections.length;
  }

  choose(pressed) {
    const section = pressed?.closest("[data-field]");
    if (!section) return;
    const name = section.dataset.field;
    const from = "take" in pressed.dataset ? this.current : this.mine;
    const now = this.composer.read();
    const names = name in now.rows ? [name] : [name, `${name}_fold`];
    this.composer.put(taking(now, from, names));
    for (const button of section.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button === pressed));
    }
    this.composer.changed();
  }
}
