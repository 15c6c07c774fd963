/** What the reader is told about the connection, and what happens while nobody looks. */

import assert from "node:assert/strict";
import test from "node:test";

import { delta } from "./newsday.js";
import { Newsroom } from "./newsroom.js";

test("a reader is told of failure only when it lasts", async (t) => {
  const room = new Newsroom(t);
  room.well();
  room.refuse();
  room.stream.failed();
  await room.pass(4_999);
  assert.equal(room.told, "");
  await room.pass(1);
  assert.equal(room.told, "Reconnecting…");
});

test("a reader who is followed by polls is told nothing", async (t) => {
  const room = new Newsroom(t);
  const seen = new Set();
  for (let tries = 0; tries < 9; tries += 1) {
    room.stream.failed();
    await room.pass(30_000);
    seen.add(room.told);
  }
  assert.deepEqual([...seen], [""]);
});

test("the message goes as soon as anything works again", async (t) => {
  const room = new Newsroom(t);
  room.refuse();
  room.stream.failed();
  await room.pass(10_000);
  assert.equal(room.told, "Reconnecting…");
  room.stream.opened();
  assert.equal(room.told, "");
});

test("offline, updates are paused at once and the stream is closed", (t) => {
  const room = new Newsroom(t);
  room.well();
  room.follower.offline();
  assert.deepEqual([room.told, room.stream.closed], ["Updates paused", true]);
});

test("offline, failures are no news", async (t) => {
  const room = new Newsroom(t);
  room.refuse();
  room.follower.offline();
  await room.pass(200_000);
  assert.equal(room.told, "Updates paused");
});

test("offline, coming back to the tab opens no stream", (t) => {
  const room = new Newsroom(t);
  room.follower.offline();
  room.follower.wake();
  assert.equal(room.streams.length, 1);
});

test("online again, the page opens a stream from where it stands", (t) => {
  const room = new Newsroom(t);
  room.follower.offline();
  room.follower.online();
  assert.deepEqual([room.told, room.streams.length, room.stream.since], ["", 2, 10]);
});

test("a browser that is wrong about being offline is found out", async (t) => {
  const room = new Newsroom(t);
  room.follower.offline();
  await room.pass(60_000);
  assert.deepEqual([room.told, room.streams.length], ["", 2]);
});

test("a tab that is hidden for a moment keeps its stream", async (t) => {
  const room = new Newsroom(t);
  room.well();
  room.follower.hide();
  await room.pass(299_999);
  assert.equal(room.stream.closed, false);
});

test("a tab that stays hidden closes its stream and polls once a minute", async (t) => {
  const room = new Newsroom(t);
  room.well();
  room.follower.hide();
  await room.pass(300_000);
  assert.equal(room.stream.closed, true);
  await room.pass(300_000);
  assert.equal(room.polls.length, 5);
  assert.equal(room.streams.length, 1);
});

test("a tab that is looked at again catches up by a new stream", async (t) => {
  const room = new Newsroom(t);
  room.well();
  room.follower.hide();
  room.follower.wake();
  assert.deepEqual(room.streams.map(({ closed }) => closed), [true, false]);
  room.stream.heard(delta(10, 12));
  await room.pass(600_000);
  assert.deepEqual([room.applied, room.polls, room.stream.closed], [[12], [], false]);
});

test("a tab that is looked at again polls if the new stream does not open", async (t) => {
  const room = new Newsroom(t);
  room.well();
  room.follower.hide();
  await room.pass(400_000);
  room.polls.length = 0;
  room.follower.wake();
  await room.pass(1_500);
  assert.equal(room.polls.length, 1);
});

test("a page that is left has nothing open and does nothing", async (t) => {
  const room = new Newsroom(t);
  room.follower.leave();
  await room.pass(600_000);
  assert.deepEqual([room.stream.closed, room.streams.length, room.polls.length], [true, 1, 0]);
});

test("a page that was kept and is shown again follows again", (t) => {
  const room = new Newsroom(t);
  room.follower.leave();
  room.follower.wake();
  assert.equal(room.streams.length, 2);
});
