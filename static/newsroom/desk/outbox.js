/**
 * What was pressed and has not reached the site yet: in order, on this device, each under the key
 * that makes sending it twice the same as sending it once.
 */

import { UNSENT } from "../admin/forget.js";
import { alone } from "./tabs.js";

export const OLD = 10 * 60_000; // ms after which news is not sent without asking
export const TRIES = 3; // answers of a site that works otherwise

/** Why an item is not sent by itself: "old", "ended", "broken", or "" if it is. */
export function standing(item, now) {
  if (item.ended) return "ended";
  if ((item.tries ?? 0) >= TRIES) return "broken";
  return now - (item.again ?? item.at) > OLD ? "old" : "";
}

/** The items among `entries` of a shelf, in the order in which they were pressed. */
export function ordered(entries) {
  const items = entries.map(([name, text]) => {
    try {
      return { ...JSON.parse(text), in: name };
    } catch {
      return null; // of no program of ours
    }
  });
  return items.filter((item) => item?.key && item.pairs).sort((one, other) => one.at - other.at);
}

export class Outbox {
  /** Of one person in this browser; `blog` and `tab` say where this page is. */
  constructor(shelf, user, blog, tab) {
    Object.assign(this, { shelf, blog, tab, prefix: `${UNSENT}${user}:` });
  }

  /** `{key, verb, path, pairs, kept, …}`: what to send, and what to put back. Kept when it returns. */
  add(fields) {
    const name = `${this.prefix}${this.blog}:${fields.key}`;
    const item = { at: Date.now(), blog: this.blog, tab: this.tab.id, ...fields };
    this.shelf.put(name, JSON.stringify(item));
    return { ...item, in: name };
  }

  update(item, more) {
    const now = this.find(item);
    if (now) this.shelf.put(item.in, JSON.stringify({ ...now, ...more, in: undefined }));
  }

  find(item) {
    const text = this.shelf.get(item.in);
    return text ? ordered([[item.in, text]])[0] ?? null : null;
  }

  remove(item) {
    this.shelf.remove(item.in);
  }

  all() {
    return ordered(this.shelf.all(this.prefix));
  }

  mine() {
    return this.all().filter(({ tab }) => tab === this.tab.id);
  }

  /** Whether this composition waits here just as it is. */
  holds({ key, state }) {
    return this.all().some((item) => item.key === key && JSON.stringify(item.kept.state) === JSON.stringify(state));
  }

  /** Take over what closed tabs have left. */
  async adopt() {
    if (this.all().every(({ tab }) => tab === this.tab.id)) return;
    await alone(`${this.prefix}orphans`, async () => {
      const open = await this.tab.open();
      for (const item of this.all()) {
        if (!open.has(item.tab)) this.update(item, { tab: this.tab.id, asked: true });
      }
    });
  }
}
