/** Colleagues at one desk: who holds what, what is said, when a sign of life is due. */

import assert from "node:assert/strict";
import test from "node:test";

import { sameOnes } from "../../static/newsroom/desk/alike.js";
import { holder, sentence } from "../../static/newsroom/desk/hold.js";
import { badges, overtaken } from "../../static/newsroom/desk/people.js";
import { told, until } from "../../static/newsroom/desk/presence.js";

const [ME, BEN, CHI] = [1, 2, 3];
const opened = (entry, user, taken = "") => ({
  entry, user, badge: `${user} is editing`, held: `${user} has had this open.`, taken,
});

test("the first who has an update open holds it against everybody else", () => {
  const ben = opened(7, BEN);
  assert.equal(holder([ben, opened(7, ME)], 7, ME), ben);
  assert.equal(holder([opened(7, ME), ben], 7, ME), null);
  assert.equal(holder([ben], 8, ME), null);
  assert.equal(holder([], 7, ME), null);
});

test("a new update is held by nobody", () => {
  assert.equal(holder([opened(7, BEN)], null, ME), null);
});

test("whoever had it reads that it was taken, whoever comes reads since when it is open", () => {
  const ben = opened(7, BEN, "Ben took this over at noon.");
  assert.equal(sentence(ben, false, false), "2 has had this open.");
  assert.equal(sentence(ben, true, false), "Ben took this over at noon.");
  assert.equal(sentence(ben, true, true), "Ben took this over at noon. Your text is kept here.");
  assert.equal(sentence(opened(7, BEN), true, true), "2 has had this open. Your text is kept here.");
});

test("an update has the badges of others, not one's own", () => {
  const found = badges([opened(7, BEN), opened(7, ME), opened(7, CHI), opened(8, ME)], ME);
  assert.deepEqual([...found], [["7", ["2 is editing", "3 is editing"]]]);
});

test("a sign of life is due every fifteen seconds, and sooner while somebody types", () => {
  assert.equal(until(0, false), 15_000);
  assert.equal(until(4_000, true), 1_000);
  assert.equal(until(60_000, false), 0);
});

test("what is typed is told as numbers", () => {
  const text = told({ headline: "", body: "<p>All ferries are suspended until Friday.</p>" });
  assert.match(text, /^[[\],\d]+$/);
  assert.equal(told({ headline: "", body: "<p>Ferries.</p>" }), "[]");
});

test("an answer that was overtaken is left, and another node's clock is not waited for", () => {
  assert.equal(overtaken(1_000, 1_200), true);
  assert.equal(overtaken(1_200, 1_000), false);
  assert.equal(overtaken(1_000, 60_000), false);
});

test("minutes that pass are no news", () => {
  const one = [{ kind: "entry", entry: 7, text: "just now" }];
  assert.equal(sameOnes(one, [{ ...one[0], text: "1 min ago" }]), true);
  assert.equal(sameOnes(one, []), false);
});
