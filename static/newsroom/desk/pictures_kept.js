/** Pictures that are not taken in yet, with what was typed of them: kept until they are, or left out. */

import { everything, remove, store } from "../admin/database.js";
import { readable } from "../admin/keep.js";
import { button, make } from "./dom.js";
import { clock } from "./kept.js";
import { newKey } from "./key.js";

/** What stands in a card's fields. */
export const typedIn = (card) =>
  Object.fromEntries([...card.querySelectorAll("input")].map(({ name, value }) => [name, value]));

/** Where a picture is kept: its live blog, itself, and the tab it is described in. */
const NAME = /^.*:picture:(?<key>[0-9a-f]+):(?<tab>[0-9a-f]+)$/;

/** What names one picture to the site, however often it is sent. */
export const keyOf = (name) => NAME.exec(name)?.groups.key ?? newKey();

/** Those of `names` that no open tab is describing. */
export const left = (names, open) => names.filter((name) => !open.has(NAME.exec(name)?.groups.tab));

export class PicturesKept {
  /** `form` has the place where they are offered. */
  constructor(form, { shelf, tab, prefix }) {
    Object.assign(this, { shelf, tab, prefix: `${prefix}picture:`, box: form.querySelector("[data-kept-pictures]") });
  }

  /** The picture of `card` is kept from now on, with every letter typed of it; resolves when it is stored. */
  keep(card, key) {
    const name = `${this.prefix}${key}:${this.tab.id}`;
    card.dataset.keptAs = name;
    card.addEventListener("input", () => this.type(card));
    return store("pictures", name, { at: Date.now(), file: card.file }).then((kept) => {
      if (!card.isConnected) this.forget(card); // it was quicker
      else if (!kept) this.shelf.say("This browser cannot keep pictures: describe them before you leave the page.");
      return kept;
    });
  }

  type(card) {
    const fields = Object.entries(typedIn(card));
    this.shelf.put(card.dataset.keptAs, JSON.stringify({ at: Date.now(), fields }));
  }

  forget(card) {
    this.drop(card.dataset.keptAs);
  }

  drop(name) {
    remove("pictures", name);
    this.shelf.remove(name);
  }

  /** Offer what closed tabs have left; `take(file, typed, key)` puts one back, and says when it is kept. */
  async offer(take) {
    const found = new Map(await everything("pictures", this.prefix));
    const names = left([...found.keys()], await this.tab.open());
    this.box.hidden = names.length === 0;
    if (!names.length) return;
    const count = names.length === 1 ? "A picture is" : `${names.length} pictures are`;
    const since = clock(Math.min(...names.map((name) => found.get(name).at)));
    const done = (act) => () => {
      this.box.hidden = true;
      for (const name of names) act(name);
    };
    this.box.replaceChildren(make(
      "li", {},
      make("span", { textContent: `${count} not taken in, chosen at ${since}. ` }),
      button("Put back into the dialog", done((name) => {
        const kept = readable(this.shelf.get(name), Date.now());
        take(found.get(name).file, Object.fromEntries(kept?.fields ?? []), keyOf(name)).then((stored) => stored && this.drop(name));
      })),
      button("Drop them", done((name) => this.drop(name))),
    ));
  }
}
