/** The inbox's small decisions: keys, and which alarms are new. */

import assert from "node:assert/strict";
import test from "node:test";

import { spoken, unseen } from "../../static/newsroom/inbox/alarm.js";
import { aim } from "../../static/newsroom/inbox/aim.js";
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

test("a hundred alarms at once are not all read aloud", () => {
  const alarms = ["A", "B", "C", "D", "E"].map((text) => ({ text }));
  assert.equal(spoken(alarms.slice(0, 3)), "A. B. C");
  assert.equal(spoken(alarms), "A. B. C. And 2 more.");
});

test("an item's page is for the live blog it is opened from", () => {
  assert.equal(aim("/admin/wires/3/", "storm"), "/admin/wires/3/?blog=storm");
  assert.equal(aim("/admin/wires/3/", ""), "/admin/wires/3/");
});
