/** An update's history in a dialog: two revisions compared, one put into the composer. */

import { fill } from "../live/fragment.js";
import { open } from "./dialogs.js";
import { complain, sentences } from "./dom.js";

export class Past {
  /** `propose(body)` puts an earlier text into the composer, where nobody has saved it yet. */
  constructor({ site, say, propose }) {
    Object.assign(this, { site, say, propose, entry: 0 });
    this.dialog = document.querySelector("#history-dialog");
    this.list = this.dialog.querySelector("[data-past]");
    this.between = this.dialog.querySelector("[data-between]");
    this.dialog.querySelector("[data-compare]").addEventListener("click", () => this.compare());
    this.list.addEventListener("click", (event) => {
      const wanted = event.target.closest("[data-earlier]");
      if (wanted) this.earlier(wanted.dataset.earlier);
    });
    // It quotes updates: what is killed shall not linger on the page.
    this.dialog.addEventListener("close", () => this.clear());
  }

  clear() {
    this.list.replaceChildren();
    this.between.replaceChildren();
  }

  async show(entry, back) {
    const outcome = await this.site.ask(`entries/${entry}/history`);
    if (outcome.kind !== "done") {
      this.say(outcome.message);
      return;
    }
    this.clear();
    this.entry = entry;
    this.dialog.querySelector("h2").textContent = outcome.body.title;
    fill(this.list, outcome.body.html);
    this.dialog.querySelector("[data-compare]").hidden = this.list.querySelectorAll("[name=old]").length < 2;
    open(this.dialog, back);
    this.dialog.querySelector("[data-close]").focus();
  }

  chosen(name) {
    return this.list.querySelector(`[name=${name}]:checked`)?.value ?? "";
  }

  async compare() {
    const query = new URLSearchParams({ old: this.chosen("old"), new: this.chosen("new") });
    const outcome = await this.site.ask(`entries/${this.entry}/history?${query}`);
    if (outcome.kind !== "done") {
      complain(this.dialog.querySelector("[data-errors]"), sentences(outcome, this.dialog));
      return;
    }
    fill(this.between, outcome.body.html);
    this.between.querySelector("[data-compared]").focus();
  }

  async earlier(number) {
    const outcome = await this.site.ask(`entries/${this.entry}/history/${number}`);
    if (outcome.kind !== "done") {
      complain(this.dialog.querySelector("[data-errors]"), sentences(outcome, this.dialog));
      return;
    }
    this.dialog.close();
    this.propose(outcome.body);
    this.say(outcome.body.notice);
  }
}
