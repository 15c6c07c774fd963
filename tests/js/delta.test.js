/** What a delta means for the entries of a page. */

import assert from "node:assert/strict";
import test from "node:test";

import { judge, merge, release } from "../../static/newsroom/live/delta.js";
import { List, delta, published, tombstone } from "./newsday.js";

const pageOf = (...entries) => new List({ entries });
const scrolledAway = (...entries) => new List({ entries, atTop: false });

function apply(list, ...entries) {
  const steps = merge(entries, list);
  list.take(steps);
  return steps;
}

test("a delta that begins where the page stands is applied", () => {
  assert.equal(judge(delta(4, 5), 4), "apply");
});

test("a delta that begins before the page's version and ends after it is applied", () => {
  assert.equal(judge(delta(2, 5), 4), "apply");
});

test("a delta that begins after the page's version leaves a gap", () => {
  assert.equal(judge(delta(6, 7), 4), "gap");
});

test("a delta that ends where the page stands, or before, is old", () => {
  assert.equal(judge(delta(2, 4), 4), "old");
  assert.equal(judge(delta(2, 3), 4), "old");
});

test("a reset is a reset whatever its versions", () => {
  assert.equal(judge(delta(9, 3, { reset: true }), 9), "reset");
});

test("a new update is shown at once to a reader at the top", () => {
  const list = pageOf(published(1, 1));
  assert.equal(apply(list, published(2, 2)).added, 1);
  assert.deepEqual(list.numbers(), [2, 1]);
});

test("a new update waits for a reader who has scrolled away", () => {
  const list = scrolledAway(published(1, 1));
  assert.equal(apply(list, published(2, 2)).added, 1);
  assert.deepEqual(list.numbers(), [1]);
  assert.deepEqual([...list.held.keys()], [2]);
});

test("an edit of a shown entry is applied at once, also for a reader who has scrolled away", () => {
  const list = scrolledAway(published(1, 1));
  assert.equal(apply(list, published(1, 2)).added, 0);
  assert.equal(list.shown.get(1).seq, 2);
});

test("an entry that is re-timed to the top is not held: the reader has it already", () => {
  const list = scrolledAway(published(2, 2), published(1, 1));
  apply(list, published(1, 3, "0009"));
  assert.deepEqual(list.numbers(), [1, 2]);
});

test("a back-dated entry goes between the shown ones at once", () => {
  const list = scrolledAway(published(1, 1), published(5, 2));
  apply(list, published(6, 3, "0003"));
  assert.deepEqual(list.numbers(), [5, 6, 1]);
});

test("a withdrawn entry leaves at once and is counted", () => {
  const list = scrolledAway(published(1, 1), published(2, 2));
  assert.equal(apply(list, tombstone(2, 3)).withdrawn, 1);
  assert.deepEqual(list.numbers(), [1]);
});

test("a kill removes a held entry and is nothing to announce", () => {
  const list = scrolledAway(published(1, 1));
  apply(list, published(2, 2));
  assert.equal(apply(list, tombstone(2, 3, "killed")).withdrawn, 0);
  assert.equal(list.held.size, 0);
});

test("a held entry that is edited stays held, in its new state, and is counted once", () => {
  const list = scrolledAway(published(1, 1));
  apply(list, published(2, 2));
  assert.equal(apply(list, published(2, 3)).added, 0);
  assert.equal(list.held.get(2).seq, 3);
});

test("a held entry that is re-timed among the shown ones is held no longer", () => {
  const list = scrolledAway(published(1, 1), published(5, 2));
  apply(list, published(6, 3));
  apply(list, published(6, 4, "0003"));
  assert.deepEqual(list.numbers(), [5, 6, 1]);
  assert.equal(list.held.size, 0);
});

test("what was held is shown with the next delta once the reader is at the top", () => {
  const list = scrolledAway(published(1, 1));
  apply(list, published(2, 2));
  list.atTop = true;
  apply(list, published(3, 3));
  assert.deepEqual(list.numbers(), [3, 2, 1]);
});

test("released entries are held no longer", () => {
  const held = new Map([[2, published(2, 2)]]);
  assert.deepEqual(release(held), [published(2, 2)]);
  assert.equal(held.size, 0);
});

test("an entry below the page's floor is ignored", () => {
  const list = new List({ entries: [published(5, 5)], floor: "0005" });
  assert.equal(apply(list, published(6, 6, "0004")).added, 0);
  assert.deepEqual(list.numbers(), [5]);
});

test("an entry that is re-timed below the floor leaves, and was not withdrawn", () => {
  const list = new List({ entries: [published(5, 5), published(6, 6)], floor: "0005" });
  assert.equal(apply(list, published(6, 7, "0004")).withdrawn, 0);
  assert.deepEqual(list.numbers(), [5]);
});

test("a state that is not newer than the one shown is ignored", () => {
  const list = pageOf(published(1, 5));
  apply(list, published(1, 4, "0009"), tombstone(1, 5));
  assert.equal(list.shown.get(1).seq, 5);
});

test("a late older state does not bring a killed entry back", () => {
  const list = pageOf(published(1, 1));
  apply(list, tombstone(1, 3, "killed"));
  apply(list, published(1, 2));
  assert.deepEqual(list.numbers(), []);
});

test("a restored entry comes back under its own number", () => {
  const list = pageOf(published(1, 1));
  apply(list, tombstone(1, 2));
  assert.equal(apply(list, published(1, 3)).added, 1);
  assert.deepEqual(list.numbers(), [1]);
});
