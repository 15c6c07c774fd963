/** What the composer takes for a tag. */

import assert from "node:assert/strict";
import test from "node:test";

import { belongs } from "../../static/newsroom/desk/order.js";
import { noRows, pairsOf, sameRows } from "../../static/newsroom/desk/rows.js";
import { keyOf, read } from "../../static/newsroom/desk/tags.js";

test("a tag is kept as the site would keep it", () => {
  assert.equal(read(" #Power  cuts ", []).tag, "Power cuts");
  assert.equal(read("##Covid-19", []).tag, "Covid-19");
  assert.equal(read("e\u0301vacuation", []).tag, "\u00e9vacuation");
  assert.equal(read("बाढ़", []).tag, "बाढ़".normalize("NFC"));
});

test("what is no tag is refused in words", () => {
  assert.match(read(" # ", []).sentence, /a letter or a digit/);
  assert.match(read("up & down", []).sentence, /“up & down” is no tag/);
  assert.match(read("x".repeat(41), []).sentence, /at most 40/);
  assert.match(read("FLOOD", ["flood"]).sentence, /among the tags already/);
  assert.match(read("one more", "abcdefghij".split("")).sentence, /at most 10 tags/);
});

test("case, spaces and the sign make no other tag", () => {
  assert.equal(keyOf("#Power  Cuts"), keyOf("power cuts "));
});

test("tags are sent as one field", () => {
  const pairs = new Map(pairsOf({ ...noRows(), tags: [{ name: "flood" }, { name: "power cuts" }] }));
  assert.equal(pairs.get("tags"), "flood, power cuts");
  assert.equal(new Map(pairsOf(noRows())).get("tags"), "");
  assert.equal(sameRows([{ name: "flood" }], [{ name: "roads" }], "tags"), false);
});

test("the lists are filtered by the beginning of a tag", () => {
  const item = { list: "timeline", sort: "2", state: "published" };
  assert.equal(belongs(item, { tag: "#po" }, "", ["flood", "Power cuts"]), true);
  assert.equal(belongs(item, { tag: "cuts" }, "", ["Power cuts"]), false);
  assert.equal(belongs(item, { tag: "" }, "", []), true);
});
