/** Where a kill, a withdrawal or a correction has arrived: asked for while something is missing. */

import { fill } from "../live/fragment.js";
import { open } from "./dialogs.js";
import { home } from "./dom.js";

const TAKEN_BACK = ["withdrawn", "killed"];
const FAILED = 3_000; // ms until the next try

/** Whether what came in may have to arrive somewhere: it is gone, or it was corrected. */
export const concerns = (entries) => entries.some(
  (each) => TAKEN_BACK.includes(each.state) || each.deed === "Corrected",
);

export class Spread {
  constructor(site, say) {
    Object.assign(this, { site, say, timer: 0, shown: null });
    this.place = document.querySelector("#desk-spread");
    this.loud = document.querySelector("#desk-spread-loud");
    this.quiet = document.querySelector("#desk-spread-done");
    this.dialog = document.querySelector("#spread-dialog");
    this.dialog.addEventListener("close", () => { this.shown = null; });
    document.querySelector(".desk-list").addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-spread-of]");
      if (pressed) this.show(pressed.closest("[data-item]").dataset.item);
    });
    document.addEventListener("visibilitychange", () => this.soon(0));
    this.soon(0); // a page opened after a kill has something to show as well
  }

  /** What a verb or a colleague did. */
  heard(entries) {
    if (concerns(entries)) this.soon(0);
  }

  soon(wait) {
    clearTimeout(this.timer);
    if (!document.hidden) this.timer = setTimeout(() => this.look(), wait);
  }

  async look() {
    const turn = this.timer;
    const outcome = await this.site.ask("spread");
    if (turn !== this.timer) return; // asked for anew meanwhile
    if (outcome.kind !== "done") {
      if (outcome.kind === "away" || outcome.kind === "broken") this.soon(FAILED);
      return;
    }
    const { html, loud, done, next_ms: next } = outcome.body;
    this.redraw(html);
    tell(this.loud, loud);
    this.loud.hidden = !loud;
    tell(this.quiet, done);
    if (next) this.soon(next);
  }

  /** What somebody has opened, closed or has the focus in, stays so. */
  redraw(html) {
    const before = [...this.place.querySelectorAll("details")].map((each) => [each.dataset.spread, each.open]);
    const focus = this.place.contains(document.activeElement)
      ? document.activeElement.closest("[data-spread]")?.dataset.spread
      : null;
    fill(this.place, html);
    for (const [id, was] of before) {
      const details = this.place.querySelector(`[data-spread="${id}"]`);
      if (details) details.open = was;
    }
    if (!focus) return;
    const summary = this.place.querySelector(`[data-spread="${focus}"] summary`);
    (summary ?? home()).focus({ preventScroll: true });
  }

  /** The list of one item, whenever that was. */
  async show(id) {
    const outcome = await this.site.ask(`entries/${id}/spread`);
    if (outcome.kind !== "done") {
      this.say(outcome.message);
      return;
    }
    this.shown = id;
    this.draw(outcome.body);
    open(this.dialog, () => document.querySelector(`[data-item="${id}"]`));
    this.follow(id, outcome.body.next_ms);
  }

  draw({ title, html }) {
    this.dialog.querySelector("h2").textContent = title;
    fill(this.dialog.querySelector("[data-lines]"), html);
  }

  follow(id, next) {
    if (!next) return;
    setTimeout(async () => {
      if (this.shown !== id) return;
      const outcome = await this.site.ask(`entries/${id}/spread`);
      if (this.shown !== id) return;
      if (outcome.kind === "done") this.draw(outcome.body);
      this.follow(id, outcome.body?.next_ms ?? FAILED);
    }, next);
  }
}

/** Say it once: the same words again are no news. */
function tell(box, words) {
  if (box.textContent !== words) box.textContent = words;
}
