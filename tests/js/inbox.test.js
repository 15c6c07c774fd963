/** The inbox's small decisions: keys, and which alarms are new. */

import assert from "node:assert/strict";
import test from "node:test";

import { unseen } from "../../static/newsroom/inbox/alarm.js";
import { wish } from "../../static/newsroom/inbox/keys.js";

test("letters are wishes, and with a modifier they are the browser's", () => {
  assert.equal(wish({ key: "u" }), "use");
  assert.equal(wish({ key: "U", shiftKey: true }), "publish");
  assert.equal(wish({ key: "u", ctrlKey: true }), "");
  assert.equal(wish({ key: "/" }), "search");
  assert.equal(wish({ key: "z" }), "");
});

test("an alarm that was dismissed comes again only for what happened since", () => {
  const alarms = [{ id: 1, key: "a" }, { id: 2, key: "b" }];
  assert.deepEqual(unseen(alarms, []), alarms);
  assert.deepEqual(unseen(alarms, ["1@a"]), [{ id: 2, key: "b" }]);
  assert.deepEqual(unseen([{ id: 1, key: "c" }], ["1@a"]), [{ id: 1, key: "c" }]);
});
