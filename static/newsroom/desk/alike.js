/** Nearly the same: said quietly while somebody types, and asked about once before it goes out twice. */

import { open } from "./dialogs.js";
import { button, make } from "./dom.js";

/** Whether two answers speak of the same: the minutes that pass are no news. */
export const sameOnes = (one, other) =>
  JSON.stringify(one.map(({ kind, entry }) => [kind, entry])) === JSON.stringify(other.map(({ kind, entry }) => [kind, entry]));

export class Alike {
  /** `parts`: form, find(id), say(text), announce(text). */
  constructor(parts) {
    Object.assign(this, parts, { found: [], shown: new Set(), go: null });
    this.box = this.form.querySelector("[data-alike]");
    this.dialog = document.querySelector("#alike-dialog");
    this.dialog.querySelector("[data-do]").addEventListener("click", () => {
      this.dialog.close();
      this.go?.();
    });
  }

  /** `[{kind, entry, text}]` of an answer about what is in the composer. */
  take(found) {
    const news = !sameOnes(found, this.found);
    this.found = found;
    for (const { kind, entry } of found) if (kind === "entry") this.shown.add(entry);
    if (news) this.draw();
    this.box.querySelectorAll("li > span").forEach((place, at) => { place.textContent = found[at].text; });
    if (news && found.length) this.announce(found.map(({ text }) => text).join(" "));
  }

  draw() {
    const focus = this.box.contains(document.activeElement);
    this.box.replaceChildren(...this.found.map(({ entry }) => make(
      "li", {},
      make("span"),
      ...(entry ? [" ", button("Show it", () => this.show(entry))] : []),
    )));
    this.box.hidden = this.found.length === 0;
    if (focus) (this.box.querySelector("button") ?? this.form.querySelector(".ProseMirror")).focus();
  }

  show(entry) {
    const item = this.find(entry);
    if (!item) {
      this.say("It is not among the updates shown here: take the filter off, or look under “Older updates”.");
      return;
    }
    item.scrollIntoView({ block: "center" });
    item.focus({ preventScroll: true });
  }

  /** What this desk has been shown, for the site to know. */
  pairs() {
    return [...this.shown].map((id) => ["shown", String(id)]);
  }

  /** A colleague just published it: `go` publishes all the same. */
  ask({ message, entries }, go, back) {
    this.dialog.querySelector("[data-said]").textContent = message;
    this.go = go;
    for (const id of entries) this.shown.add(id);
    open(this.dialog, back);
    this.dialog.querySelector("[data-close]").focus();
  }
}
