/** Two people's changes to one entry. */

import assert from "node:assert/strict";
import test from "node:test";

import { different, same, taking, weigh } from "../../static/newsroom/desk/merge.js";

const at = (values, authors = []) => ({
  values: { headline: "", body: "a", ...values },
  rows: { attributions: [], images: [], embeds: [], authors },
});
const ADA = [{ user: 1, name: "Ada" }];

test("numbers and their texts are the same, nothing and an empty text too", () => {
  assert.equal(same(at({ urgency: "5", note: "" }), at({ urgency: 5 })), true);
  assert.deepEqual(different(at({ headline: "x" }, ADA), at({})), ["headline", "authors"]);
});

test("what only the colleague touched is taken, what both touched is to decide", () => {
  const base = at({});
  const mine = at({ body: "mine" });
  const theirs = at({ body: "theirs", headline: "Theirs" }, ADA);
  assert.deepEqual(weigh(base, mine, theirs), { take: ["headline", "authors"], decide: ["body"] });
});

test("what only I touched is mine to decide, and stays until I do", () => {
  assert.deepEqual(weigh(at({}), at({ body: "mine" }), at({})), { take: [], decide: ["body"] });
});

test("without knowing what both began from, nothing is taken unasked", () => {
  assert.deepEqual(weigh(null, at({}), at({ headline: "x" })), { take: [], decide: ["headline"] });
});

test("taking leaves everything else as it was", () => {
  const mine = at({ body: "mine" });
  const merged = taking(mine, at({ headline: "Theirs" }, ADA), ["headline", "authors"]);
  assert.deepEqual(merged, at({ body: "mine", headline: "Theirs" }, ADA));
  assert.deepEqual(mine, at({ body: "mine" }));
});
