/** How much has been written. */

import assert from "node:assert/strict";
import test from "node:test";

import { count, counted } from "../../static/newsroom/desk/count.js";

test("words and characters, in any script", () => {
  assert.deepEqual(count("Ferries stop until 9:34 p.m."), { words: 5, characters: 28 });
  assert.deepEqual(count("Ada's 1,200 well-known\nséances – «так»"), { words: 5, characters: 37 });
  assert.deepEqual(count("🚢"), { words: 0, characters: 1 });
});

test("one is one, none is not said", () => {
  assert.equal(counted("a"), "1 word, 1 character");
  assert.equal(counted("a ".repeat(1200)), "1,200 words, 2,400 characters");
  assert.equal(counted("\n"), "");
});
