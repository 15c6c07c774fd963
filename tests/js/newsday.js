/** Deltas and pages for tests, in the words of the contract. */

export const LOWEST = "";

export const published = (number, seq, sort = `${number}`.padStart(4, "0")) => ({
  number,
  seq,
  state: "published",
  sort,
  html: `<article id="entry-${number}" data-seq="${seq}"></article>`,
});

export const tombstone = (number, seq, state = "withdrawn") => ({ number, seq, state });

export const delta = (since, version, more = {}) => ({
  since,
  version,
  more: false,
  reset: false,
  status: "live",
  next_poll_ms: 5_000,
  entries: [],
  blog: null,
  ...more,
});

/** What a reader sees: `merge`'s page, with its steps taken. */
export class List {
  shown = new Map();
  held = new Map();
  gone = new Map();

  constructor({ entries = [], floor = LOWEST, atTop = true } = {}) {
    Object.assign(this, { floor, atTop });
    for (const entry of entries) this.shown.set(entry.number, entry);
  }

  take({ place, remove }) {
    for (const number of remove) this.shown.delete(number);
    for (const entry of place) this.shown.set(entry.number, entry);
  }

  numbers() {
    const rows = [...this.shown.values()];
    return rows.sort((a, b) => (a.sort < b.sort ? 1 : -1)).map(({ number }) => number);
  }
}
