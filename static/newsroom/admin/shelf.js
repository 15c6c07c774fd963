/**
 * Texts on this device, kept at once: in the browser's storage; where that is full or forbidden, in
 * its database and in the page. Whoever types is told once that it is so.
 */

import { everything, remove, store } from "./database.js";

export const ROOM = {
  database: "This browser's storage is full. What you type is kept in its database; save soon.",
  page: "This browser keeps nothing of what you type: it is only on this page. Save before you leave it.",
};

/** The later of two kept texts; each says when in `at`. */
export function later(one, other) {
  const at = (text) => {
    try {
      return JSON.parse(text).at ?? 0;
    } catch {
      return -1;
    }
  };
  return at(one) > at(other) ? one : other;
}

let closed = false;

/** Keep nothing any more on this page: whoever typed it signs out. */
export function close() {
  closed = true;
}

export class Shelf {
  /** `tell(sentence)`: that there is no room. `storage` and `database` are the browser's. */
  constructor({ tell, storage = () => localStorage, database = { everything, remove, store } }) {
    Object.assign(this, { tell, storage, database, beside: new Map(), told: "", unsafe: new Set() });
  }

  /** What the database has from an earlier page; storage is read as it is. */
  async load(prefix) {
    for (const [name, text] of await this.database.everything("texts", prefix)) {
      if (!this.beside.has(name)) this.beside.set(name, text);
    }
  }

  /** Keep `text`; it is there when this returns, or the person is told what is the matter. */
  put(name, text) {
    if (closed) return;
    try {
      this.storage().setItem(name, text);
    } catch {
      this.putBeside(name, text);
      return;
    }
    if (this.beside.has(name)) this.dropBeside(name);
  }

  async putBeside(name, text) {
    this.beside.set(name, text);
    this.unsafe.add(name);
    const kept = await this.database.store("texts", name, text);
    if (kept && this.beside.get(name) === text) this.unsafe.delete(name);
    this.say(kept ? ROOM.database : ROOM.page);
  }

  dropBeside(name) {
    this.beside.delete(name);
    this.unsafe.delete(name);
    this.database.remove("texts", name);
  }

  say(sentence) {
    if (this.told === sentence) return;
    this.told = sentence;
    this.tell(sentence);
  }

  get(name) {
    const stored = this.stored(name);
    const beside = this.beside.get(name);
    return beside && stored ? later(beside, stored) : beside ?? stored;
  }

  stored(name) {
    try {
      return this.storage().getItem(name);
    } catch {
      return null;
    }
  }

  remove(name) {
    try {
      this.storage().removeItem(name);
    } catch {
      // Then there is nothing to forget.
    }
    if (this.beside.has(name)) this.dropBeside(name);
  }

  /** `[name, text]` of everything whose name begins with `prefix`. */
  all(prefix) {
    let names = [];
    try {
      names = Object.keys(this.storage());
    } catch {
      // Forbidden: only what is beside it is there.
    }
    const found = new Set([...names, ...this.beside.keys()].filter((name) => name.startsWith(prefix)));
    return [...found].map((name) => [name, this.get(name)]).filter(([, text]) => text);
  }
}

/** Do `act` whenever the page may be the last that is seen of it. */
export function beforeLeaving(act) {
  document.addEventListener("visibilitychange", () => { if (document.hidden) act(); });
  document.addEventListener("freeze", act);
  window.addEventListener("pagehide", act);
}
