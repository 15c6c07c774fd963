/** Native dialogs: Escape and “Back” close them, and the focus returns to what opened them. */

import { fill } from "../live/fragment.js";
import { complain, sentences } from "./dom.js";
import { asked } from "./keys.js";

/** Open `dialog`; `back` finds where the focus goes if what opened it has been drawn anew. */
export function open(dialog, back = () => null) {
  const opener = document.activeElement;
  const box = dialog.querySelector("[data-errors]");
  if (box) complain(box, []);
  dialog.addEventListener("close", () => {
    // The browser gives it back at once; this comes later, and a hand may have gone on since.
    const at = document.activeElement;
    if (at && at !== document.body && !dialog.contains(at)) return;
    const target = opener?.isConnected && opener !== document.body ? opener : back();
    target?.focus({ preventScroll: true });
  }, { once: true });
  dialog.showModal();
}

export function closers() {
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
    dialog.addEventListener("keydown", (event) => {
      if (asked(event) !== "main") return;
      event.preventDefault();
      dialog.querySelector("[data-do]")?.click();
    });
  }
}

/** The dialog of any verb: its question comes from the site, and its refusals stay in it. */
export class Question {
  /** `answers` keeps what is typed until it is done. */
  constructor(site, answers) {
    Object.assign(this, { site, answers });
    this.dialog = document.querySelector("#verb-dialog");
    this.form = this.dialog.querySelector("form");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.form.addEventListener("input", () => this.answers.keep(this.path, this.form));
    // It quotes the update: what is killed shall not linger on the page.
    this.dialog.addEventListener("close", () => this.form.querySelector("[data-question]").replaceChildren());
  }

  /** Ask before what `path` does; `done(outcome)` after it, `failed(sentence)` if it cannot be asked. */
  async ask(path, { done, failed, back }) {
    const outcome = await this.site.ask(path);
    if (outcome.kind !== "done") {
      failed(outcome.message);
      return;
    }
    Object.assign(this, { path, done });
    this.draw(outcome.body);
    open(this.dialog, back);
    const button = this.form.querySelector("[data-do]");
    const first = this.form.querySelector("[data-question] :is(input:not([type=hidden]), select, textarea)");
    // Without a field to fill in, Enter pressed once too often must do no harm.
    (first ?? (outcome.body.danger ? this.dialog.querySelector("[data-close]") : button)).focus();
  }

  /** The site's question, with what was answered before. */
  draw({ title, does = title, danger, html }) {
    this.dialog.querySelector("h2").textContent = title;
    const button = this.form.querySelector("[data-do]");
    button.textContent = does;
    button.className = danger ? "default danger" : "default";
    fill(this.form.querySelector("[data-question]"), html);
    this.answers.fill(this.path, this.form);
  }

  /** A colleague was first: asked again about what stands there now. What to say of it. */
  async anew(outcome) {
    const asked = await this.site.ask(this.path);
    if (asked.kind !== "done") return asked;
    if (this.dialog.open) this.draw(asked.body);
    return outcome;
  }

  async send() {
    if (this.sending) return;
    this.sending = true;
    const { path } = this;
    let outcome = await this.site.send(path, [...new FormData(this.form)]);
    if (outcome.body?.code === "stale") outcome = await this.anew(outcome);
    this.sending = false;
    if (outcome.kind === "done") {
      this.answers.forget(path);
      this.dialog.close();
      this.done(outcome);
      return;
    }
    complain(this.form.querySelector("[data-errors]"), sentences(outcome, this.form));
  }
}
