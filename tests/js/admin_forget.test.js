/** How what is kept in a browser is counted for whoever signs out. */

import assert from "node:assert/strict";
import test from "node:test";

import { said } from "../../static/newsroom/admin/forget.js";

test("texts and pictures are counted in words", () => {
  assert.equal(said(0, 0), "");
  assert.equal(said(1, 0), "a text");
  assert.equal(said(2, 1), "2 texts and a picture");
});
