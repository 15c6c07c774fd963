import assert from "node:assert/strict";
import test from "node:test";

import { partsAt, within } from "../../static/newsroom/admin/focal_point.js";

const box = { left: 100, top: 50, width: 400, height: 200 };

test("a click in the middle is fifty by fifty", () => {
  assert.deepEqual(partsAt({ clientX: 300, clientY: 150 }, box), [50, 50]);
});

test("a click on the edge stays inside the picture", () => {
  assert.deepEqual(partsAt({ clientX: 501, clientY: 49 }, box), [100, 0]);
});

test("what is no number is the middle", () => {
  assert.deepEqual([within(""), within("x"), within("140"), within("-3")], [50, 50, 100, 0]);
});
