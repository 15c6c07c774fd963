/** Who is here: their initials beside the lists, and a badge on what they have open. */

import { fill } from "../live/fragment.js";
import { make } from "./dom.js";

/** What the badge of an item says, by entry: everybody but `me` who has it open. */
export function badges(opened, me) {
  const found = new Map();
  for (const { entry, user, badge } of opened) {
    if (user !== me) found.set(String(entry), [...(found.get(String(entry)) ?? []), badge]);
  }
  return found;
}

const SKEW = 5_000; // ms that the clocks of two nodes may be apart

/** Whether an answer of `at` was read before one of `last`: answers may overtake each other. */
export const overtaken = (at, last) => at < last && last - at < SKEW;

export class People {
  /** `root` holds the items; `moved(people)` learns who has what. */
  constructor({ me, root, people, moved }) {
    Object.assign(this, { me, root, moved, opened: people.opened, at: people.at });
    this.region = document.querySelector("#desk-people");
    new MutationObserver(() => this.mark()).observe(root, { childList: true, subtree: true });
    this.mark();
  }

  /** `{mark, at, html, opened}` of an answer. */
  take(people) {
    if (!people || overtaken(people.at, this.at)) return;
    this.at = people.at;
    fill(this.region, people.html);
    this.opened = people.opened;
    this.mark();
    this.moved(people);
  }

  /** The items as they stand, not drawn anew: what is right already is left alone. */
  mark() {
    const wanted = badges(this.opened, this.me);
    for (const item of this.root.querySelectorAll("[data-item]")) {
      const text = wanted.get(item.dataset.item)?.join(", ") ?? "";
      const badge = item.querySelector(".item-head > [data-here]");
      if ((badge?.textContent ?? "") === text) continue;
      badge?.remove();
      if (text) item.querySelector(".item-head").append(make("span", { className: "mark mark-here", "data-here": "", textContent: text }));
    }
  }
}
