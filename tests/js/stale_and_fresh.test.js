/** The test of the product, for the list alone: a stale page plus deltas is the fresh page. */

import assert from "node:assert/strict";
import test from "node:test";

import { merge, release } from "../../static/newsroom/live/delta.js";
import { List, published, tombstone } from "./newsday.js";

/** A generator of whole numbers below `limit` that gives the same day again (mulberry32). */
function chance(seed) {
  return (limit) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** One verb on `entries`, a Map by number of their public states. */
function oneVerb(entries, seq, below) {
  const fresh = below(2) || !entries.size;
  const number = fresh ? entries.size + 1 : below(entries.size) + 1;
  const sort = `${below(50)}`.padStart(3, "0") + `-${number}`.padStart(4, "0");
  entries.set(number, !fresh && below(3) === 0 ? tombstone(number, seq) : published(number, seq, sort));
}

const since = (entries, seq) =>
  [...entries.values()].filter((it) => it.seq > seq).sort((a, b) => a.seq - b.seq);

for (let seed = 1; seed <= 200; seed += 1) {
  test(`day ${seed}: a page that scrolls, lags and hears things twice ends as a fresh one`, () => {
    const below = chance(seed);
    const entries = new Map();
    const floor = seed % 2 ? "" : "020";
    const stale = new List({ floor });
    let cursor = 0;
    for (let seq = 1; seq <= 60; seq += 1) {
      oneVerb(entries, seq, below);
      if (below(3)) continue; // this change is not heard of alone
      stale.atTop = below(2) === 1;
      const repeated = Math.max(0, cursor - below(5));
      stale.take(merge(since(entries, repeated), stale));
      cursor = seq;
    }
    stale.take(merge(since(entries, cursor), stale));
    stale.take({ place: release(stale.held), remove: [] });
    const visible = since(entries, 0).filter((it) => it.state === "published" && it.sort >= floor);
    const fresh = new List({ entries: visible, floor });
    assert.deepEqual(stale.numbers(), fresh.numbers());
    for (const [number, { seq }] of fresh.shown) assert.equal(stale.shown.get(number).seq, seq);
  });
}
