/**
 * The live blog's settings in their dialog: saved against what it was opened on, and kept in this
 * browser, with what they were typed over, until they are saved.
 */

import { readable } from "../admin/keep.js";
import { fill } from "../live/fragment.js";
import { answering } from "./answers.js";
import { Conflict } from "./conflict.js";
import { open } from "./dialogs.js";
import { complain, home, sentences, unmark } from "./dom.js";
import { clock } from "./kept.js";
import { same } from "./merge.js";

const PATH = "settings";

export class Settings {
  /** `parts`: site, shelf, prefix, told(body), say. */
  constructor(parts) {
    Object.assign(this, parts, { kept: `${parts.prefix}${PATH}`, base: null });
    this.dialog = document.querySelector("#settings-dialog");
    this.form = this.dialog.querySelector("form");
    this.errors = this.dialog.querySelector("[data-errors]");
    this.back = this.dialog.querySelector("[data-back]");
    this.title = document.querySelector(".desk-head h1");
    this.conflict = new Conflict(this);
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.back.querySelector("[data-drop]").addEventListener("click", () => this.drop());
    document.querySelector("#desk-blog").addEventListener("click", ({ target }) => {
      if (target.closest("[data-settings]")) this.ask();
    });
  }

  /** A colleague's change, or one's own, where the desk shows it. */
  heard({ headline }) {
    if (this.title.textContent !== headline) this.title.textContent = headline;
  }

  read() {
    return { values: Object.fromEntries(this.fields().map(({ name, value }) => [name, value])), rows: {} };
  }

  fields() {
    return answering(this.form.elements);
  }

  put({ values }) {
    for (const control of this.fields()) {
      if (control.name in values) control.value = values[control.name];
    }
  }

  /** From now on a save is against this revision. */
  adopt({ revision }) {
    this.form.elements.revision.value = revision;
  }

  get dirty() {
    return this.base !== null && !same(this.base, this.read());
  }

  changed() {
    if (!this.dirty) {
      this.shelf.remove(this.kept);
      return;
    }
    const fields = Object.entries(this.read().values);
    const { revision } = this.form.elements;
    this.shelf.put(this.kept, JSON.stringify({ at: Date.now(), fields, base: this.base.values, revision: revision.value }));
  }

  async ask() {
    if (this.asking || this.sending || this.dialog.open) return;
    this.asking = true;
    const loaded = await this.load();
    this.asking = false;
    if (!loaded) return;
    this.putBack();
    open(this.dialog, () => document.querySelector("[data-settings]") ?? home());
    this.first();
  }

  first() {
    this.fields()[0].focus();
  }

  /** The fields as they stand; whether they are there. */
  async load() {
    const outcome = await this.site.ask(PATH);
    if (outcome.kind !== "done") {
      if (this.dialog.open) complain(this.errors, [outcome.message]);
      else this.say(outcome.message);
      return false;
    }
    this.conflict.clear();
    const place = this.form.querySelector("[data-fields]");
    place.replaceChildren(); // with what was typed into it
    fill(place, outcome.body.html);
    this.base = this.read();
    this.back.hidden = true;
    return true;
  }

  /** What was typed and not saved; if a colleague was first, saving shows both. */
  putBack() {
    const kept = readable(this.shelf.get(this.kept), Date.now());
    if (!kept?.base) return;
    this.put({ values: Object.fromEntries(kept.fields) });
    if (!this.dirty) return;
    this.base = { values: kept.base, rows: {} };
    this.adopt(kept);
    this.back.querySelector("p").textContent = `Not saved, typed at ${clock(kept.at)}: it is back in the fields.`;
    this.back.hidden = false;
  }

  async drop() {
    if (!(await this.load())) return;
    this.shelf.remove(this.kept);
    complain(this.errors, []);
    this.first();
  }

  async send() {
    if (this.sending) return;
    if (!this.dirty) {
      this.dialog.close();
      this.say("Nothing was changed in the settings.");
      return;
    }
    this.sending = true;
    const sent = this.read();
    const outcome = await this.site.send(PATH, [...new FormData(this.form)]);
    this.sending = false;
    if (outcome.kind === "done") this.stored(sent, outcome.body);
    else this.refused(outcome);
  }

  stored(sent, body) {
    this.conflict.clear();
    this.back.hidden = true;
    this.adopt(body);
    this.base = sent;
    this.changed(); // what was typed while it was on its way is kept
    unmark(this.form);
    complain(this.errors, this.dirty ? ["Saved, but for what you typed since. Save again."] : []);
    if (!this.dirty) this.dialog.close();
    this.told(body);
    this.say(body.message);
  }

  refused(outcome) {
    if (!this.dialog.open) { // left meanwhile: what is kept stays against its revision
      this.say(sentences(outcome, this.form).join(" "));
      return;
    }
    unmark(this.form);
    if (outcome.body?.code === "stale") {
      complain(this.errors, []);
      this.conflict.show(outcome.body);
      this.changed();
      return;
    }
    complain(this.errors, sentences(outcome, this.form));
  }
}
