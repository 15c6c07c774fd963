/** Walking through the pictures of the team; pictures on a clipboard. */

import assert from "node:assert/strict";
import test from "node:test";

import { hasWords } from "../../static/newsroom/desk/pictures.js";
import { stepTo } from "../../static/newsroom/desk/library.js";

test("arrows and the ends, never out of the list", () => {
  assert.deepEqual([stepTo("ArrowRight", 0, 3), stepTo("ArrowUp", 2, 3), stepTo("Home", 2, 3), stepTo("End", 0, 3)], [1, 1, 0, 2]);
  assert.deepEqual([stepTo("ArrowRight", 2, 3), stepTo("ArrowLeft", 0, 3), stepTo("Tab", 1, 3), stepTo("End", -1, 0)], [-1, -1, -1, -1]);
});

test("a clipboard with words is pasted as words, whatever pictures come along", () => {
  const clipboard = (text) => ({ getData: () => text });
  assert.equal(hasWords(clipboard("Pier one\t9:34")), true);
  assert.equal(hasWords(clipboard(" \n")), false);
  assert.equal(hasWords(null), false);
});
