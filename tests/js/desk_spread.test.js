/** When the desk asks where something has arrived. */

import assert from "node:assert/strict";
import test from "node:test";

import { concerns } from "../../static/newsroom/desk/spread.js";

test("what is gone or corrected has somewhere to arrive, an ordinary update has not", () => {
  assert.equal(concerns([{ state: "published", deed: "Published" }]), false);
  assert.equal(concerns([{ state: "draft", deed: "Saved" }, { state: "killed", deed: "Killed" }]), true);
  assert.equal(concerns([{ state: "withdrawn", deed: "Withdrawn" }]), true);
  assert.equal(concerns([{ state: "published", deed: "Corrected" }]), true);
  assert.equal(concerns([]), false);
});
