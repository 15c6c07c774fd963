/** Following by polling, while the stream does not work. */

import assert from "node:assert/strict";
import test from "node:test";

import { delta } from "./newsday.js";
import { Newsroom } from "./newsroom.js";

/** A room whose stream has been refused, so often that it is left alone for a while. */
async function polling(t) {
  const room = new Newsroom(t);
  for (let tries = 0; tries < 6; tries += 1) room.stream.failed();
  await room.pass(3_000);
  room.polls.length = 0;
  return room;
}

test("the first poll comes soon after the stream is lost", async (t) => {
  const room = new Newsroom(t);
  room.stream.failed();
  room.answer = (since) => delta(since, 11);
  await room.pass(3_000);
  assert.deepEqual([room.polls, room.applied], [[10], [11]]);
});

test("polls follow each other as the server says", async (t) => {
  const room = await polling(t);
  room.answer = (since) => delta(since, since, { next_poll_ms: 20_000 });
  await room.pass(5_000);
  assert.equal(room.polls.length, 1);
  await room.pass(19_999);
  assert.equal(room.polls.length, 1);
  await room.pass(1);
  assert.equal(room.polls.length, 2);
});

test("polls end when a stream speaks again", async (t) => {
  const room = await polling(t);
  await room.pass(120_000);
  room.well();
  room.polls.length = 0;
  await room.pass(60_000);
  assert.deepEqual(room.polls, []);
});

test("one poll is under way at a time", async (t) => {
  const room = await polling(t);
  room.answer = () => new Promise(() => {});
  await room.pass(5_000);
  room.follower.wake();
  await room.pass(60_000);
  assert.equal(room.polls.length, 1);
});

test("a poll that is refused for now waits as long as it is told to", async (t) => {
  const room = await polling(t);
  room.refuse({ wait: 40_000 });
  await room.pass(5_000);
  assert.equal(room.polls.length, 1);
  await room.pass(39_999);
  assert.equal(room.polls.length, 1);
  await room.pass(1);
  assert.equal(room.polls.length, 2);
});

test("the stream waits as well where the server asks for time", async (t) => {
  const room = new Newsroom(t);
  room.stream.failed();
  room.stream.failed();
  room.refuse({ wait: 40_000 });
  await room.pass(1_500);
  const opened = room.streams.length;
  await room.pass(39_000);
  assert.equal(room.streams.length, opened);
});

test("polls that fail come less and less often, and at least twice a minute", async (t) => {
  const room = await polling(t);
  room.refuse();
  await room.pass(600_000);
  room.polls.length = 0;
  await room.pass(300_000);
  assert.equal(room.polls.length, 10);
});

test("a live blog that is gone starts the page over, once", async (t) => {
  const room = await polling(t);
  room.refuse({ gone: true });
  await room.pass(600_000);
  assert.deepEqual([room.reloads, room.polls.length, room.told], [1, 1, ""]);
});

test("the end of coverage ends the polls", async (t) => {
  const room = await polling(t);
  room.answer = (since) => delta(since, 11, { status: "ended" });
  await room.pass(600_000);
  assert.deepEqual([room.applied, room.polls.length], [[11], 1]);
});

test("an answer that comes after following has ended is not applied", async (t) => {
  const room = await polling(t);
  let answer;
  room.answer = () => new Promise((resolve) => (answer = resolve));
  await room.pass(5_000);
  room.stream.heard(delta(10, 11, { status: "ended" }));
  answer(delta(10, 12));
  await room.pass(60_000);
  assert.deepEqual(room.applied, [11]);
});
