/** What screen readers are told, and how often. */

import assert from "node:assert/strict";
import test from "node:test";

import { announcer, newUpdates, sentence } from "../../static/newsroom/live/announce.js";
import { Clock } from "./clock.js";

test("one is an update, more are updates", () => {
  assert.equal(newUpdates(1), "1 new update");
  assert.equal(newUpdates(3), "3 new updates");
});

test("what happened together is told in one sentence each", () => {
  assert.equal(
    sentence({ added: 2, corrected: 1, withdrawn: 1 }),
    "2 new updates. An update was corrected. An update was withdrawn",
  );
  assert.equal(sentence({ withdrawn: 2, ended: 1 }), "2 updates were withdrawn. Live coverage has ended");
});

test("a plain edit is not announced", () => {
  assert.equal(sentence({ added: 0, corrected: 0, withdrawn: 0, ended: 0 }), "");
});

test("updates that come together are announced together", async (t) => {
  const clock = new Clock(t);
  const region = { textContent: "" };
  const say = announcer(region);
  say({ added: 1 });
  say({ added: 2, withdrawn: 1 });
  assert.equal(region.textContent, "");
  await clock.pass(1_000);
  assert.equal(region.textContent, "3 new updates. An update was withdrawn");
});

test("the next announcement waits five seconds", async (t) => {
  const clock = new Clock(t);
  const region = { textContent: "" };
  const say = announcer(region);
  say({ added: 1 });
  await clock.pass(1_000);
  say({ corrected: 1 });
  await clock.pass(4_999);
  assert.equal(region.textContent, "1 new update");
  await clock.pass(1);
  assert.equal(region.textContent, "An update was corrected");
});

test("the region is emptied, so that the same words are heard again", async (t) => {
  const clock = new Clock(t);
  const region = { textContent: "" };
  const say = announcer(region);
  say({ added: 1 });
  await clock.pass(6_000);
  assert.equal(region.textContent, "");
  say({ added: 1 });
  await clock.pass(1_000);
  assert.equal(region.textContent, "1 new update");
});

test("nothing to say leaves the region alone", async (t) => {
  const clock = new Clock(t);
  const region = { textContent: "" };
  announcer(region)({ added: 0, corrected: 0, withdrawn: 0, ended: 0 });
  region.textContent = "untouched";
  await clock.pass(60_000);
  assert.equal(region.textContent, "untouched");
});
