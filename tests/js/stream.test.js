/** Following by the event stream. */

import assert from "node:assert/strict";
import test from "node:test";

import { delta } from "./newsday.js";
import { Newsroom } from "./newsroom.js";

test("the stream begins at the version of the page", (t) => {
  assert.equal(new Newsroom(t).stream.since, 10);
});

test("what the stream tells is applied", (t) => {
  const room = new Newsroom(t);
  room.stream.heard(delta(10, 11));
  assert.deepEqual(room.applied, [11]);
});

test("a stream that works needs no polls", async (t) => {
  const room = new Newsroom(t);
  room.well();
  await room.pass(600_000);
  assert.deepEqual(room.polls, []);
});

test("a stream that is open but silent is doubted, and polls go on beside it", async (t) => {
  const room = new Newsroom(t);
  room.stream.opened();
  await room.pass(19_999);
  assert.equal(room.polls.length, 0);
  await room.pass(6_000);
  assert.equal(room.polls.length, 2);
});

test("a stream that was lost is opened again soon, at the page's version", async (t) => {
  const room = new Newsroom(t);
  room.well();
  room.stream.heard(delta(10, 12));
  room.stream.failed();
  await room.pass(2_500);
  assert.deepEqual(room.streams.map(({ since }) => since), [10, 12]);
});

test("one stream is open at a time", async (t) => {
  const room = new Newsroom(t);
  room.well();
  room.stream.failed();
  await room.pass(2_500);
  assert.deepEqual(room.streams.map(({ closed }) => closed), [true, false]);
});

test("readers whose streams a server ends come back over three seconds", async (t) => {
  const room = new Newsroom(t);
  const waits = [];
  for (const chance of [0, 0.999]) {
    room.well();
    t.mock.method(Math, "random", () => chance);
    room.stream.failed();
    const opened = room.streams.length;
    const since = room.clock.now;
    while (room.streams.length === opened) await room.pass(10);
    waits.push(room.clock.now - since);
  }
  assert.deepEqual(waits, [750, 4_250]);
});

test("a stream that keeps failing is tried less and less often, then now and then", async (t) => {
  const room = new Newsroom(t);
  const waits = [];
  for (let tries = 0; tries < 7; tries += 1) {
    const since = room.clock.now;
    const opened = room.streams.length;
    room.stream.failed();
    while (room.streams.length === opened) await room.pass(100);
    waits.push((room.clock.now - since) / 1_000);
  }
  assert.deepEqual(waits, [2.5, 3.5, 5.5, 9.5, 17.5, 121.5, 121.5]);
});

test("a stream that has spoken begins a new row of failures", async (t) => {
  const room = new Newsroom(t);
  for (let tries = 0; tries < 6; tries += 1) room.stream.failed();
  await room.pass(125_000);
  room.well();
  room.stream.failed();
  const opened = room.streams.length;
  await room.pass(2_500);
  assert.equal(room.streams.length, opened + 1);
});

test("a gap is fetched before anything after it is applied", async (t) => {
  const room = new Newsroom(t);
  room.well();
  room.answer = (since) => delta(since, 13);
  room.stream.heard(delta(12, 13));
  assert.deepEqual(room.applied, []);
  await room.pass(0);
  assert.deepEqual([room.polls, room.applied], [[10], [13]]);
});

test("a gap that a cached answer does not fill is asked for again", async (t) => {
  const room = new Newsroom(t);
  room.well();
  room.stream.heard(delta(12, 13));
  await room.pass(0);
  room.stream.heard();
  room.answer = (since) => delta(since, 13);
  await room.pass(1_500);
  assert.deepEqual([room.version, room.polls.length], [13, 2]);
});

test("what is heard while a gap is fetched is not lost", async (t) => {
  const room = new Newsroom(t);
  room.well();
  let answer;
  room.answer = () => new Promise((resolve) => (answer = resolve));
  room.stream.heard(delta(12, 13));
  await room.pass(0);
  room.stream.heard(delta(13, 14));
  answer(delta(10, 13));
  room.answer = (since) => delta(since, 14);
  await room.pass(2_000);
  assert.equal(room.version, 14);
});

test("a delta heard twice is applied once", (t) => {
  const room = new Newsroom(t);
  room.stream.heard(delta(10, 11));
  room.stream.heard(delta(10, 11));
  assert.deepEqual(room.applied, [11]);
});

test("a reset starts the page over and ends following", async (t) => {
  const room = new Newsroom(t);
  room.stream.heard(delta(10, 900, { reset: true }));
  assert.deepEqual([room.reloads, room.stream.closed], [1, true]);
  await room.pass(600_000);
  assert.deepEqual([room.streams.length, room.polls.length], [1, 0]);
});

test("a delta that cannot be applied starts the page over", (t) => {
  const room = new Newsroom(t);
  const reported = t.mock.fn();
  globalThis.reportError = reported;
  t.after(() => delete globalThis.reportError);
  room.apply = () => {
    throw new Error("no such region");
  };
  room.stream.heard(delta(10, 11));
  assert.deepEqual([room.reloads, reported.mock.callCount()], [1, 1]);
});

test("the end of coverage is applied, then nothing is asked any more", async (t) => {
  const room = new Newsroom(t);
  room.well();
  room.stream.heard(delta(10, 11, { status: "ended" }));
  assert.deepEqual([room.applied, room.stream.closed], [[11], true]);
  room.follower.wake();
  room.follower.offline();
  room.follower.online();
  await room.pass(600_000);
  assert.deepEqual([room.streams.length, room.polls.length, room.told], [1, 0, ""]);
});

test("news from before does not end the coverage", (t) => {
  const room = new Newsroom(t);
  room.stream.heard(delta(5, 9, { status: "ended" }));
  assert.equal(room.stream.closed, false);
});
