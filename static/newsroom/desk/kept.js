/**
 * Compositions kept in this browser until the site has said that they are stored: every input at
 * once, one for each composition and tab, so that a lost session, a lost connection, a closed tab,
 * another tab or another update in between costs nothing.
 */

import { readable } from "../admin/keep.js";
import { memory } from "../live/memory.js";
import { newKey } from "./key.js";

const FIRST = 60; // characters of a text that name it

/** What a kept text is called: its headline or its first words. */
export function called(state) {
  const plain = (state.values.headline || (state.values.body ?? "").replace(/<[^>]*>/g, " ")).trim();
  const text = plain.replace(/\s+/g, " ");
  if (!text) return "an update without text";
  return text.length > FIRST ? `${text.slice(0, FIRST)}…` : text;
}

/** The kept compositions among `entries` of a shelf, newest first; what is too old is none. */
export function listed(entries, prefix, now) {
  return entries
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, text]) => ({ name, kept: readable(text, now) }))
    .filter(({ kept }) => kept?.state)
    .map(({ name, kept }) => ({ name, tab: name.slice(name.lastIndexOf(":") + 1), key: kept.key, kept }))
    .sort((one, other) => other.kept.at - one.kept.at);
}

const TAB = "newsroom:tab:";
const HANDOVER = 2_000; // ms

export class Drawer {
  constructor(user, blog, shelf) {
    this.shelf = shelf;
    this.prefix = `newsroom:typed:${user}:desk:${blog}:`;
    this.mine = memory("sessionStorage", `newsroom:desk:${blog}`); // what this tab had before a reload
    // Of this page alone: a tab that was duplicated has the other's memory of the session.
    this.tab = newKey().slice(0, 12);
    // As long as the page lives, others see by this lock that its texts are in good hands.
    navigator.locks?.request(TAB + this.tab, () => new Promise(() => {}));
  }

  name(key) {
    return `${this.prefix}${key}:${this.tab}`;
  }

  /** Keep a composition `{key, meta, state, base}` now; `more` is told with it. */
  keep(composition, more = {}) {
    const name = this.name(composition.key);
    this.mine(name);
    this.shelf.put(name, JSON.stringify({ at: Date.now(), fields: [], ...composition, ...more }));
  }

  forget(key) {
    this.shelf.remove(this.name(key));
  }

  /** A kept text is in this tab's composer from now on. */
  adopt({ name, kept }) {
    if (name === this.name(kept.key)) return;
    this.keep(kept, kept);
    this.shelf.remove(name);
  }

  drop({ name }) {
    this.shelf.remove(name);
  }

  all() {
    return listed(this.shelf.all(this.prefix), this.prefix, Date.now());
  }

  /** Whether the page that wrote it is gone. After a reload it may need a moment. */
  async gone({ tab }) {
    if (!navigator.locks || tab === this.tab) return true;
    const options = { signal: AbortSignal.timeout(HANDOVER) };
    return navigator.locks.request(TAB + tab, options, () => true).catch(() => false);
  }

  /** Those that no other open tab is writing; where browsers cannot say, all. */
  async free() {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    const open = new Set(held.map(({ name }) => name));
    return this.all().filter(({ tab }) => tab === this.tab || !open.has(TAB + tab));
  }
}
