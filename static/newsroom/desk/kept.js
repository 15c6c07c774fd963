/**
 * Compositions kept in this browser until the site has said that they are stored: one for each, so
 * that a lost session, a lost connection, a closed tab or another update in between costs nothing.
 */

import { readable } from "../admin/keep.js";
import { memory } from "../live/memory.js";

const WAIT = 300; // ms after the last key
const FIRST = 60; // characters of a text that name it

/** What a kept text is called: its headline or its first words. */
export function called(state) {
  const plain = (state.values.headline || (state.values.body ?? "").replace(/<[^>]*>/g, " ")).trim();
  const text = plain.replace(/\s+/g, " ");
  if (!text) return "an update without text";
  return text.length > FIRST ? `${text.slice(0, FIRST)}…` : text;
}

/** The kept compositions among `entries` of a storage, newest first; what is too old is none. */
export function listed(entries, prefix, now) {
  return entries
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, text]) => ({ key: name.slice(prefix.length), kept: readable(text, now) }))
    .filter(({ kept }) => kept?.state)
    .sort((one, other) => other.kept.at - one.kept.at);
}

export class Drawer {
  constructor(user, slug) {
    this.prefix = `newsroom:typed:${user}:desk:${slug}:`;
    this.mine = memory("sessionStorage", `newsroom:desk:${slug}`); // this tab's composition
    this.timer = 0;
  }

  /** Keep a composition `{key, entry, revision, …, state, base}`; at once, or when typing rests. */
  keep(composition, { later = false } = {}) {
    clearTimeout(this.timer);
    if (later) {
      this.timer = setTimeout(() => this.keep(composition()), WAIT);
      return;
    }
    this.mine(composition.key);
    try {
      const text = JSON.stringify({ at: Date.now(), fields: [], ...composition });
      localStorage.setItem(this.prefix + composition.key, text);
    } catch {
      // Full or forbidden: the page itself still has everything.
    }
  }

  forget(key) {
    clearTimeout(this.timer);
    try {
      localStorage.removeItem(this.prefix + key);
    } catch {
      // Then there is nothing to forget.
    }
  }

  all() {
    try {
      return listed(Object.entries(localStorage), this.prefix, Date.now());
    } catch {
      return [];
    }
  }
}
