/**
 * The soft lock: whoever opened an update first has it. Anybody else reads it, and may take it over.
 * Nothing depends on it: a save against an older revision is refused by the site all the same.
 */

import { button, make } from "./dom.js";

/** Who has `entry`, if that is somebody else than `me`: one of `opened`, or null. */
export function holder(opened, entry, me) {
  const first = entry ? opened.find((each) => each.entry === entry) : null;
  return first && first.user !== me ? first : null;
}

/** What to say about it; `had` if it was in these hands before, `dirty` if something is unsaved. */
export function sentence({ held, taken }, had, dirty) {
  return [had && taken ? taken : held, had && dirty && "Your text is kept here."].filter(Boolean).join(" ");
}

export class Hold {
  /** `parts`: form, composer, me, keep(), take(), back(), anew(entry, focus), say(text). */
  constructor(parts) {
    Object.assign(this, parts, { opened: [], by: null, key: "", had: false, taking: false, isShut: false });
    this.box = this.form.querySelector("[data-hold]");
    // A key of the desk's may press what a hand cannot; a picture may be dropped anywhere.
    for (const name of ["click", "paste", "drop"]) this.form.addEventListener(name, (event) => this.refuse(event), true);
  }

  refuse(event) {
    if (!this.locked || (event.type === "click" && !event.target.closest("[inert]"))) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    this.say(this.reason);
  }

  get locked() {
    return this.by !== null;
  }

  /** Whoever presses all the same reads why nothing happens. */
  get reason() {
    return this.locked ? `Not saved: take it over first. ${this.by.held}` : "";
  }

  /** Look again: colleagues came or went, or the composer has something else in it. */
  look(opened = this.opened) {
    this.opened = opened;
    const { meta } = this.composer;
    if (!meta) return;
    const another = this.key !== meta.key;
    if (another) Object.assign(this, { key: meta.key, had: false, by: null });
    const by = holder(opened, meta.entry, this.me);
    if (by) this.lock(by);
    else this.free(another);
    this.had = this.had || (!by && Boolean(meta.entry));
  }

  lock(by) {
    const fresh = !this.by;
    const text = sentence(by, this.had, this.composer.dirty);
    if (fresh && this.composer.dirty) this.keep();
    this.by = by;
    if (fresh) this.draw();
    const place = this.box.querySelector("p");
    if (place.textContent !== text) place.textContent = text;
    this.shut(true);
  }

  draw() {
    const focus = this.form.contains(document.activeElement);
    this.box.replaceChildren(
      make("p", { role: "alert" }),
      button(this.had && this.by.taken ? "Take it back" : "Take over", () => this.takeOver(), { "data-take-over": "" }),
      button("Back", () => this.back(), { "data-hold-back": "" }),
    );
    this.box.hidden = false;
    if (focus) this.box.focus();
  }

  /** It is nobody else's any more. */
  free(another) {
    this.shut(false);
    if (!this.by) {
      this.box.hidden = true;
      return;
    }
    const { held } = this.by;
    const focus = this.box.contains(document.activeElement);
    this.by = null;
    this.box.hidden = true;
    this.box.replaceChildren();
    if (another) return;
    if (!this.taking) this.say(`${held.split(" has had ")[0]} has closed this update: it is yours.`);
    if (!this.composer.dirty) this.anew(this.composer.meta.entry, focus);
    else if (focus) this.composer.focus();
  }

  async takeOver() {
    this.taking = true;
    const outcome = await this.take();
    this.taking = false;
    this.say(outcome.kind === "done" ? "It is yours now." : outcome.message);
  }

  /** Readable, but nothing in it can be changed. */
  shut(is) {
    if (this.isShut === is) return;
    this.isShut = is;
    this.form.classList.toggle("is-held", is);
    const surface = this.form.querySelector(".ProseMirror");
    if (surface?.editor && surface.editor.isEditable === is) surface.editor.setEditable(!is, false);
    surface?.setAttribute("aria-readonly", String(is));
    for (const part of this.parts()) part.inert = is;
    this.form.elements.headline.readOnly = is;
  }

  /** Everything but what can be read, and the way out. */
  parts() {
    const stays = "[data-hold], .composer-head, [data-kept], [data-outbox], [data-moved], [data-errors], [data-conflict]";
    const text = [...this.form.children].filter((part) => part.querySelector("#id_headline, .prose-editor"));
    const menu = [...this.form.querySelectorAll(".prose-menubar")];
    return [...this.form.children].filter((part) => !part.matches(stays) && !text.includes(part)).concat(menu);
  }
}
