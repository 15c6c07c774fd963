/** How long a page waits before it tries again. */

import assert from "node:assert/strict";
import test from "node:test";

import { backoff, jitter } from "../../static/newsroom/live/follow.js";
import { reloadPlan } from "../../static/newsroom/live/memory.js";
import { retryAfter } from "../../static/newsroom/live/transport.js";

const always = (t, chance) => t.mock.method(Math, "random", () => chance);

test("the wait doubles from one second and ends at thirty", (t) => {
  always(t, 0.5);
  const waits = [1, 2, 3, 4, 5, 6, 60].map(backoff);
  assert.deepEqual(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

test("jitter gives or takes a quarter", (t) => {
  always(t, 0);
  assert.equal(jitter(1_000), 750);
  always(t, 1);
  assert.equal(jitter(1_000), 1_250);
});

test("Retry-After is read in seconds", () => {
  assert.equal(retryAfter("120"), 120_000);
});

test("Retry-After is read as a date", () => {
  const now = Date.parse("2023-01-05T12:00:00Z");
  assert.equal(retryAfter("Thu, 05 Jan 2023 12:00:30 GMT", now), 30_000);
});

test("Retry-After that is missing, past or nonsense asks for nothing", () => {
  const now = Date.parse("2023-01-05T12:00:00Z");
  for (const header of [null, "", "soon", "-5", "Thu, 05 Jan 2023 11:00:00 GMT"]) {
    assert.equal(retryAfter(header, now), 0, `${header}`);
  }
});

test("the first reload comes at once", () => {
  assert.equal(reloadPlan(null, 5_000_000).wait, 0);
});

test("a page that asks for a reload after every reload is slowed down", () => {
  const waits = [];
  for (let now = 5_000_000, memory = null; waits.length < 8; ) {
    const plan = reloadPlan(memory, now);
    waits.push(plan.wait);
    now += plan.wait;
    memory = plan.after;
  }
  assert.deepEqual(waits, [0, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000]);
});

test("after ten quiet minutes the next reload comes at once again", () => {
  const { after: memory } = reloadPlan(null, 5_000_000);
  assert.equal(reloadPlan(memory, 5_599_999).wait, 0, "its ten seconds are over long since");
  assert.equal(reloadPlan(memory, 5_600_000).after, "1 5600000");
});

test("a memory that cannot be read counts as none", () => {
  assert.equal(reloadPlan("nonsense", 5_000_000).wait, 0);
});
