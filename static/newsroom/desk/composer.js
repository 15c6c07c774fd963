/** What is being written: reading it, loading something else into it, drawing its buttons. */

import { write } from "../admin/editor.js";
import { button } from "./dom.js";
import { newKey } from "./key.js";
import { different, same } from "./merge.js";
import { noRows, pairsOf } from "./rows.js";

const BOOKKEEPING = new Set(["csrfmiddlewaretoken", "idempotency_key", "revision"]);
const CORRECT = { verb: "correct", label: "Correct…" };
const ASKS = { schedule: "Schedule…" };
// What only one button is about: the others must not stumble over it.
const ONLY = { note: "correct", kind: "correct", scheduled_for: "schedule", scheduled_for_fold: "schedule", review_note: "submit" };

export class Composer {
  /** `hooks`: `pressed(verb)`, `changed()`, `loaded()`, `more()`: pairs to send besides. */
  constructor(form, rows, times, { author, hooks }) {
    Object.assign(this, { form, rows, times, author, hooks, meta: null, base: null, quiet: false });
    // The editor's own input comes before it has read it: then it tells of it by its textarea.
    form.addEventListener("input", ({ target }) => { if (!target.isContentEditable) this.changed(); });
    form.addEventListener("change", () => this.changed());
    // Dialogs hold controls of the form outside of it.
    for (const control of this.controls()) {
      if (!form.contains(control)) control.addEventListener("input", () => this.changed());
    }
  }

  controls() {
    return [...this.form.elements].filter((control) => control.name && !BOOKKEEPING.has(control.name));
  }

  changed() {
    if (this.quiet) return;
    this.form.querySelector("[data-key-title]").hidden = !this.form.elements.is_key_event.checked;
    this.hooks.changed();
  }

  /** `{values, rows}` as they stand. */
  read() {
    const values = {};
    for (const control of this.controls()) {
      values[control.name] = control.type === "checkbox" ? control.checked : control.value;
    }
    return { values, rows: this.rows.get() };
  }

  get dirty() {
    return !same(this.base, this.read());
  }

  /** Whether the update itself says something new, whatever stands in a dialog about it. */
  get changes() {
    return !this.base || different(this.base, this.read()).some((name) => !(name in ONLY));
  }

  /** Everything a server needs to do `verb` with it. */
  pairs(verb) {
    const { values, rows } = this.read();
    const told = Object.entries(values).filter(
      ([name, value]) => value !== false && (ONLY[name] ?? verb) === verb,
    );
    return [
      ["verb", verb],
      ["idempotency_key", this.meta.key],
      ["revision", this.meta.revision ?? ""],
      ...(this.meta.based_on ? [["based_on", this.meta.based_on]] : []),
      ...told.map(([name, value]) => [name, value === true ? "on" : value]),
      ...pairsOf(rows),
      ...this.hooks.more(),
    ];
  }

  /** Put values and rows into the controls; `names` limits it to some. */
  put({ values, rows }) {
    this.quiet = true;
    this.times.all(values);
    for (const control of this.controls()) {
      const value = values[control.name] ?? "";
      if (control.type === "checkbox") control.checked = value === true;
      else if (control.tagName === "SELECT" && value === "") control.value = this.usual(control);
      else control.value = value;
      if (control.tagName === "TEXTAREA" && control.closest(".prose-editor")) write(control);
    }
    this.rows.set(rows);
    this.times.all(values);
    this.quiet = false;
    this.form.querySelector("[data-key-title]").hidden = !this.form.elements.is_key_event.checked;
  }

  usual(control) {
    return [...control.options].find((option) => option.defaultSelected)?.value ?? control.options[0]?.value ?? "";
  }

  /** A composition of the site's: an entry to work on. */
  load(composition) {
    this.put(composition);
    this.adopt(composition);
    this.base = this.read();
    this.hooks.loaded();
  }

  /** It is stored as it stands: the hand stays where it is. */
  settle(composition) {
    this.adopt(composition);
    this.base = this.read();
    this.changed();
  }

  /** What is in the composer belongs to this entry from now on; the text stays. */
  adopt({ entry, revision, state, name, notice, buttons, path, based_on }) {
    const key = this.meta?.entry === entry && this.meta.path === path ? this.meta.key : newKey();
    this.meta = { key, entry, revision, state, name, notice, buttons, path, based_on };
    this.draw();
  }

  /** An empty composition under a key of its own, with the person as its author. */
  reset(buttons) {
    this.meta = { key: newKey(), entry: null, revision: null, state: "", name: "", buttons };
    this.put({ values: {}, rows: { ...noRows(), authors: [this.author] } });
    this.base = this.read();
    this.draw();
    this.hooks.loaded();
  }

  /** A kept composition, exactly as it was. */
  restore({ meta, base, state }) {
    this.meta = meta;
    this.put(state);
    this.base = base;
    this.draw();
    this.hooks.loaded();
  }

  kept() {
    return { key: this.meta.key, meta: this.meta, base: this.base, state: this.read() };
  }

  /** Where it is sent: changes to a published update have a place of their own. */
  at(what) {
    const { path, entry } = this.meta;
    if (path) return `${path}/${what}`;
    return entry ? `entries/${entry}/${what}` : what;
  }

  get main() {
    return this.meta.buttons.find((each) => each.main)?.verb ?? "";
  }

  get buttons() {
    const { buttons, state } = this.meta;
    return state === "published" ? [...buttons, CORRECT] : buttons;
  }

  has(verb) {
    return this.meta.buttons.some((each) => each.verb === verb);
  }

  offer(buttons) {
    if (JSON.stringify(buttons) === JSON.stringify(this.meta.buttons)) return;
    this.meta.buttons = buttons;
    this.draw();
  }

  draw() {
    const { entry, name, state } = this.meta;
    document.querySelector("#composer-title").textContent = entry ? `Editing ${name}` : "New update";
    this.form.querySelector("[data-new]").hidden = !entry;
    this.form.querySelector("[data-to-editors]").hidden = this.meta.state !== "copy";
    // What is public already is pinned by its own button.
    this.form.querySelector("[data-to-pin]").hidden = ["published", "withdrawn"].includes(state);
    const made = this.buttons.map(({ verb, label, main }) =>
      button(ASKS[verb] ?? label, () => this.hooks.pressed(verb), {
        className: main ? "button default" : "button", "data-press": verb,
      }));
    made.push(button("Preview", () => this.hooks.pressed("preview"), { "data-press": "preview" }));
    const place = this.form.querySelector("[data-buttons]");
    const focus = place.contains(document.activeElement) ? document.activeElement.dataset.press : "";
    place.replaceChildren(...made);
    if (focus) (place.querySelector(`[data-press="${focus}"]`) ?? made[0]).focus();
  }

  /** To the text, or to why it takes no key. */
  focus() {
    const surface = this.form.querySelector(".ProseMirror") ?? this.form.elements.body;
    (this.form.querySelector("[data-hold]:not([hidden])") ?? surface).focus();
  }
}
