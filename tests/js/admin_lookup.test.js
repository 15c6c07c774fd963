/** Suggestions of a long select: the parts that need no page. */

import assert from "node:assert/strict";
import test from "node:test";

import { stepped, told } from "../../static/newsroom/admin/lookup.js";

test("arrows go through the list and around its ends", () => {
  assert.equal(stepped(-1, 1, 3), 0);
  assert.equal(stepped(-1, -1, 3), 2);
  assert.equal(stepped(2, 1, 3), 0);
  assert.equal(stepped(0, -1, 3), 2);
  assert.equal(stepped(-1, 1, 0), -1);
});

test("what was found is said, and that there is more", () => {
  assert.equal(told(0, false), "Nothing found.");
  assert.equal(told(3, false), "3 found.");
  assert.equal(told(20, true), "The first 20; type more to narrow it.");
});
