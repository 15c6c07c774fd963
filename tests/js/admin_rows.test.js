/** Ordered rows of the entry form. */

import assert from "node:assert/strict";
import test from "node:test";

import { moved, numbered } from "../../static/newsroom/admin/rows.js";

test("a new row is numbered wherever its name stands", () => {
  assert.equal(numbered("id_images-__prefix__-asset __prefix__", 3), "id_images-3-asset 3");
});

test("a row changes places with its neighbour", () => {
  assert.deepEqual(moved(["a", "b", "c"], 1, -1), ["b", "a", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], 1, 1), ["a", "c", "b"]);
});

test("a row at either end stays where it is", () => {
  assert.deepEqual(moved(["a", "b"], 0, -1), ["a", "b"]);
  assert.deepEqual(moved(["a", "b"], 1, 1), ["a", "b"]);
});

test("moving leaves the list it was given alone", () => {
  const rows = ["a", "b"];
  moved(rows, 0, 1);
  assert.deepEqual(rows, ["a", "b"]);
});
