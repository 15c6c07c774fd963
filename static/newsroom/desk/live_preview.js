/**
 * What readers will see, beside the text while it is being written: by the one renderer, with the
 * credit line as it would read. It stays open for whoever opened it.
 */

import { articleOf } from "../live/fragment.js";
import { memory } from "../live/memory.js";
import { shown } from "./timeline.js";

const REST = 400; // ms without a key before it is drawn again

export class LivePreview {
  constructor(form, site, composer, person) {
    this.box = form.querySelector("[data-live-preview]");
    this.place = this.box.querySelector("[data-preview]");
    this.credit = this.box.querySelector("[data-credit-line]");
    Object.assign(this, { site, composer, timer: 0, asked: 0, drawn: "" });
    const open = memory("localStorage", `newsroom:desk:preview:${person}`);
    this.box.open = open() === "open";
    this.box.addEventListener("toggle", () => {
      open(this.box.open ? "open" : "closed");
      this.draw();
    });
  }

  /** When typing rests. */
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(), REST);
  }

  async draw() {
    const { composer } = this;
    if (!this.box.open || !composer.meta) return;
    const pairs = composer.pairs("preview");
    const now = JSON.stringify(pairs);
    if (now === this.drawn) return;
    const asked = (this.asked += 1);
    const outcome = await this.site.send(composer.at("preview"), pairs);
    if (asked !== this.asked) return; // answers may overtake each other
    if (outcome.kind !== "done") {
      this.place.textContent = Object.values(outcome.body?.errors ?? {}).flat().join(" ") || outcome.message;
      return;
    }
    this.drawn = now;
    this.place.replaceChildren(shown(articleOf(outcome.body.html)));
    this.line(outcome.body.credit_line);
  }

  /** `{text, changed}`: marked only when this update changes what stands on the page. */
  line({ text, changed }) {
    this.credit.textContent = text || "No credit line: no supplier is credited yet.";
    this.credit.classList.toggle("is-new", changed);
    this.box.querySelector("[data-credit-new]").hidden = !changed;
  }
}
