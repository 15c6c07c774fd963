/** What is due next, beside the updates: drawn as the site has it, moved by its buttons. */

import { home, redraw } from "./dom.js";

export class Due {
  constructor({ question, heard, say }) {
    this.region = document.querySelector("#desk-due");
    this.region.addEventListener("click", ({ target }) => {
      const { due, dueVerb } = target.closest("[data-due]")?.dataset ?? {};
      if (!due) return;
      question.ask(`entries/${due}/verbs/${dueVerb}`, {
        done: ({ body }) => { heard(body); say(body.message); },
        failed: say,
        back: () => this.region.querySelector("button, a") ?? home(),
      });
    });
  }

  take(html) {
    if (html === undefined || html === this.shown) return;
    this.shown = html;
    redraw(this.region, html);
  }
}
