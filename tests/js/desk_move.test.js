import assert from "node:assert/strict";
import { test } from "node:test";

import { direction } from "../../static/newsroom/desk/move.js";

test("Alt with an arrow moves an update the way the arrow points", () => {
  assert.equal(direction({ key: "ArrowUp", altKey: true }), "later");
  assert.equal(direction({ key: "ArrowDown", altKey: true }), "earlier");
});

test("an arrow alone scrolls, and other keys mean other things", () => {
  assert.equal(direction({ key: "ArrowUp" }), "");
  assert.equal(direction({ key: "ArrowUp", altKey: true, shiftKey: true }), "");
  assert.equal(direction({ key: "k", altKey: true }), "");
});
