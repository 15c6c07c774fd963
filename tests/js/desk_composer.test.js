/** What the composer sends for each button. */

import assert from "node:assert/strict";
import test from "node:test";

import { Composer } from "../../static/newsroom/desk/composer.js";
import { newKey } from "../../static/newsroom/desk/key.js";
import { noRows } from "../../static/newsroom/desk/rows.js";

const VALUES = {
  headline: "Ferries", body: "<p>x</p>", is_key_event: false,
  note: "It said one.", kind: "correction", scheduled_for: "2023-11-05T01:30", scheduled_for_fold: "",
};

/** A composer without a page: only what `pairs` needs. */
function sent(verb, values = VALUES) {
  const composer = Object.create(Composer.prototype);
  composer.meta = { key: "k", revision: 3 };
  composer.hooks = { more: () => [["shown", "7"]] };
  composer.read = () => ({ values, rows: noRows() });
  return new Map(composer.pairs(verb));
}

test("the verb, the key and the revision go with it", () => {
  const pairs = sent("save");
  assert.deepEqual([pairs.get("verb"), pairs.get("idempotency_key"), pairs.get("revision")], ["save", "k", 3]);
});

test("a note half written does not stand in the way of another button", () => {
  assert.equal(sent("save").has("note"), false);
  assert.equal(sent("correct").get("note"), "It said one.");
});

test("a schedule half set does not either", () => {
  assert.equal(sent("publish").has("scheduled_for"), false);
  assert.equal(sent("schedule").get("scheduled_for"), "2023-11-05T01:30");
});

test("a box that is not ticked is not sent, as in any form", () => {
  assert.equal(sent("save").has("is_key_event"), false);
  assert.equal(sent("save", { ...VALUES, is_key_event: true }).get("is_key_event"), "on");
});

test("no two compositions have the same key", () => {
  assert.match(newKey(), /^[0-9a-f]{32}$/);
  assert.notEqual(newKey(), newKey());
});
