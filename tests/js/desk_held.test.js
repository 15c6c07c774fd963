import assert from "node:assert/strict";
import { test } from "node:test";

import { ahead, takesBack, wording } from "../../static/newsroom/desk/held.js";

test("an update that goes out says in how many seconds", () => {
  assert.equal(wording(10_000, 2_000), "Goes out in 8 s");
  assert.equal(wording(10_000, 9_999), "Goes out in 1 s");
});

test("when its time has come it is on its way, and then it is late", () => {
  assert.equal(wording(10_000, 10_000), "Going out…");
  assert.match(wording(10_000, 15_000), /no worker/);
});

test("the site's clock counts, however long its answers were on their way", () => {
  let known = ahead(-Infinity, 1_000, 1_900); // a slow answer
  known = ahead(known, 5_000, 5_100); // a quick one
  known = ahead(known, 9_000, 9_800);
  assert.equal(known, -100);
});

test("Alt+Z takes back, whatever the keyboard makes of it", () => {
  assert.ok(takesBack({ code: "KeyZ", key: "Ω", altKey: true }));
  assert.ok(!takesBack({ code: "KeyZ", key: "z" }));
  assert.ok(!takesBack({ code: "KeyZ", altKey: true, ctrlKey: true }));
});
