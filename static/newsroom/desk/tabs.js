/** Which tabs of this browser are open: a text in one of them is in good hands. */

import { newKey } from "./key.js";

const PREFIX = "newsroom:tab:";
const HANDOVER = 2_000; // ms in which a page that is being left is gone
const BEAT = 20_000; // ms, where browsers have no locks (a site without TLS)
const SILENT = 90_000; // ms: the timers of hidden pages come once a minute

/** The open tabs among `entries` of a storage, by when they were last heard of. */
export const beating = (entries, now) =>
  entries
    .filter(([name, at]) => name.startsWith(PREFIX) && now - Number(at) < SILENT)
    .map(([name]) => name.slice(PREFIX.length));

export class Tab {
  constructor() {
    // Of this page alone: a tab that was duplicated has the other's memory of the session.
    this.id = newKey().slice(0, 12);
    // As long as the page lives it has this lock.
    if (navigator.locks) navigator.locks.request(PREFIX + this.id, () => new Promise(() => {}));
    else this.beat();
  }

  beat() {
    const tell = () => {
      try {
        localStorage.setItem(PREFIX + this.id, String(Date.now()));
      } catch {
        // Then others believe that it is closed: at worst they offer what is written here.
      }
    };
    tell();
    setInterval(tell, BEAT);
    window.addEventListener("pagehide", () => localStorage.removeItem(PREFIX + this.id));
    window.addEventListener("pageshow", tell);
  }

  /** The open ones, this one among them. */
  async open() {
    if (!navigator.locks) return new Set([this.id, ...beating(Object.entries(localStorage), Date.now())]);
    const { held } = await navigator.locks.query();
    return new Set(held.filter(({ name }) => name.startsWith(PREFIX)).map(({ name }) => name.slice(PREFIX.length)));
  }

  /** Whether tab `id` is closed. After a reload it may need a moment. */
  async gone(id) {
    if (id === this.id) return true;
    if (!navigator.locks) return !(await this.open()).has(id);
    const options = { signal: AbortSignal.timeout(HANDOVER) };
    return navigator.locks.request(PREFIX + id, options, () => true).catch(() => false);
  }
}

/** Do `work` while no other tab does; without locks at once, as what is sent twice is done once. */
export const alone = (name, work) => (globalThis.navigator?.locks ? navigator.locks.request(name, work) : work());
