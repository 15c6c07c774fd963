/**
 * What goes out in some seconds: counted down by the site's clock, taken back or sent at once.
 *
 * Nothing depends on this page: the schedule is the site's, and a closed tab changes nothing.
 */

import { button, make } from "./dom.js";

const LATE = 5_000; // ms after which somebody is told that it did not go out
const STEP = 250; // ms between two looks at the clock

/** What stands beside an update that goes out at `until`, when the site's clock says `now`. */
export function wording(until, now) {
  const left = until - now;
  if (left > 0) return `Goes out in ${Math.ceil(left / 1000)} s`;
  return left > -LATE ? "Going out…" : "It is late: perhaps no worker runs. Publish it now, or undo it";
}

/**
 * How far the site's clock is ahead of this one. An answer is as old as it was long on its way, so
 * the largest difference ever seen is the nearest to the truth.
 */
export const ahead = (known, site, here) => Math.max(known, site - here);

/** Alt+Z, by its place: Alt changes what a key types. */
export const takesBack = ({ code, altKey, ctrlKey, metaKey, shiftKey }) =>
  altKey && !ctrlKey && !metaKey && !shiftKey && code === "KeyZ";

export class Held {
  /** `took(id)` is told of an update of this person's own that they took back. */
  constructor({ site, heard, say, took, focus }) {
    Object.assign(this, { site, heard, say, took, focus, entries: new Map(), ahead: -Infinity, timer: 0 });
    this.list = document.querySelector("[data-held]");
    document.addEventListener("keydown", (event) => {
      const last = [...this.entries.values()].at(-1);
      if (!last || event.repeat || !takesBack(event)) return;
      event.preventDefault();
      this.press(last, "undo-publish");
    });
  }

  now() {
    return Date.now() + this.ahead;
  }

  /** Entries of an answer, and the site's clock when it was given. */
  take(entries, now) {
    this.ahead = ahead(this.ahead, now, Date.now());
    const before = this.entries.size;
    for (const entry of entries) {
      if (this.entries.get(entry.id)?.mine && entry.state === "published") this.say(`Published, readers see it: ${entry.title}`);
      if (entry.held) this.entries.set(entry.id, entry);
      else this.entries.delete(entry.id);
    }
    if (before || this.entries.size) this.draw();
  }

  draw() {
    const pressed = this.list.contains(document.activeElement);
    this.list.replaceChildren(...[...this.entries.values()].map((entry) => this.row(entry)));
    this.list.hidden = this.entries.size === 0;
    if (pressed) (this.list.querySelector("button") ?? this.focus()).focus?.();
    clearInterval(this.timer);
    if (this.entries.size) this.timer = setInterval(() => this.tick(), STEP);
  }

  row(entry) {
    // A timer is read on demand; that it goes out was said once, by the composer's status.
    const clock = make("span", { role: "timer", textContent: wording(entry.held, this.now()), "data-until": entry.held });
    return make(
      "li", {}, clock, make("span", { className: "held-title", textContent: entry.title }),
      button("Undo", () => this.press(entry, "undo-publish"), { "aria-label": `Undo: ${entry.title}` }),
      button("Now", () => this.press(entry, "publish-now"), { "aria-label": `Publish now: ${entry.title}` }),
    );
  }

  tick() {
    for (const clock of this.list.querySelectorAll("[data-until]")) {
      const text = wording(Number(clock.dataset.until), this.now());
      if (clock.textContent !== text) clock.textContent = text;
    }
  }

  async press(entry, verb) {
    const outcome = await this.site.send(`entries/${entry.id}/verbs/${verb}`, [["revision", entry.revision]]);
    if (outcome.kind === "done") {
      this.heard(outcome.body);
      if (verb === "undo-publish" && entry.mine) await this.took(entry.id);
    }
    this.say(outcome.body?.message ?? outcome.message);
  }
}
