/**
 * Compositions kept in this browser until the site has said that they are stored: every input at
 * once, one for each composition and tab, so that a lost session, a lost connection, a closed tab,
 * another tab or another update in between costs nothing.
 */

import { readable } from "../admin/keep.js";
import { memory } from "../live/memory.js";
import { same } from "./merge.js";

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

let zone; // the live blog's

/** From now on times are told in this zone. */
export const tellIn = (name) => { zone = name; };

export const clock = (at) => apTime(new Date(at), zone);

/** A moment's time in a zone as the newsroom writes it: 9:34 p.m., 4 p.m., noon. */
export function apTime(moment, timeZone) {
  const format = new Intl.DateTimeFormat("en-US", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const hours = Number(part.hour);
  if (part.minute === "00" && hours % 12 === 0) return hours ? "noon" : "midnight";
  const past = part.minute === "00" ? "" : `:${part.minute}`;
  return `${hours % 12 || 12}${past} ${hours < 12 ? "a.m." : "p.m."}`;
}

export class Drawer {
  constructor(user, blog, shelf, tab) {
    Object.assign(this, { shelf, tab, blog, before: `newsroom:typed:${user}:desk:` });
    this.prefix = this.of(blog);
    this.mine = memory("sessionStorage", `newsroom:desk:${blog}`); // what this tab had before a reload
  }

  of(blog) {
    return `${this.before}${blog}:`;
  }

  name(key) {
    return `${this.prefix}${key}:${this.tab.id}`;
  }

  /** Keep this tab's composition `{key, meta, state, base}` now; `more` is told with it. */
  keep(composition, more = {}) {
    const name = this.name(composition.key);
    this.mine(name);
    return this.put(name, { at: Date.now(), fields: [], ...composition, ...more });
  }

  /** Keep what came back from the outbox, for whichever tab of that live blog is the first to take it. */
  lay(composition, blog) {
    return this.put(`${this.of(blog)}${composition.key}:outbox`, { fields: [], ...composition });
  }

  put(name, kept) {
    this.shelf.put(name, JSON.stringify(kept));
    return { name, key: kept.key, kept };
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

  /** It is at the site, or waits to be: what was kept of it as it is there is done with. */
  stored({ key, state }) {
    for (const found of this.all()) {
      if (found.key === key && same(found.kept.state, state)) this.drop(found);
    }
  }

  drop({ name }) {
    this.shelf.remove(name);
  }

  all() {
    return listed(this.shelf.all(this.prefix), this.prefix, Date.now());
  }

  /** Those that no other open tab is writing. */
  async free() {
    const open = await this.tab.open();
    return this.all().filter(({ tab }) => tab === this.tab.id || !open.has(tab));
  }
}
