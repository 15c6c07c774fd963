/** Walking through the team's pictures. */

import assert from "node:assert/strict";
import test from "node:test";

import { stepTo } from "../../static/newsroom/desk/library.js";

test("arrows and the ends, never out of the list", () => {
  assert.deepEqual([stepTo("ArrowRight", 0, 3), stepTo("ArrowUp", 2, 3), stepTo("Home", 2, 3), stepTo("End", 0, 3)], [1, 1, 0, 2]);
  assert.deepEqual([stepTo("ArrowRight", 2, 3), stepTo("ArrowLeft", 0, 3), stepTo("Tab", 1, 3), stepTo("End", -1, 0)], [-1, -1, -1, -1]);
});
