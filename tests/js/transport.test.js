/** One question, and one stream with somebody watching it. */

import assert from "node:assert/strict";
import test from "node:test";

import { ask, openStream } from "../../static/newsroom/live/transport.js";
import { Clock } from "./clock.js";
import { delta } from "./newsday.js";

class Source extends EventTarget {
  closed = false;

  close() {
    this.closed = true;
  }

  /** As a browser does: the handler property and the listeners of that name. */
  send(type, data) {
    const event = Object.assign(new Event(type), { data });
    this[`on${type}`]?.(event);
    this.dispatchEvent(event);
  }
}

function opened(t) {
  const clock = new Clock(t);
  const source = new Source();
  globalThis.EventSource = function EventSource() {
    return source;
  };
  t.after(() => delete globalThis.EventSource);
  const told = [];
  const tell = (name) => (value) => told.push(value ? [name, value] : [name]);
  const on = { opened: () => told.push(["opened"]), heard: tell("heard"), failed: tell("failed") };
  return { clock, source, told, stream: openStream("/live/storm/events", on) };
}

function answering(t, status, body, headers) {
  t.mock.method(globalThis, "fetch", async () => new Response(body, { status, headers }));
}

test("a message is a delta, a heartbeat a sign of life", (t) => {
  const { source, told } = opened(t);
  source.send("open");
  source.send("message", JSON.stringify(delta(1, 2)));
  source.send("heartbeat", "{}");
  assert.deepEqual(told, [["opened"], ["heard", delta(1, 2)], ["heard"]]);
});

test("a stream that is silent for 45 seconds has failed, once", async (t) => {
  const { clock, source, told } = opened(t);
  await clock.pass(44_999);
  assert.deepEqual(told, []);
  await clock.pass(600_000);
  assert.deepEqual([told, source.closed], [[["failed"]], true]);
});

test("heartbeats keep a quiet stream alive", async (t) => {
  const { clock, source, told } = opened(t);
  for (let beats = 0; beats < 10; beats += 1) {
    await clock.pass(44_000);
    source.send("heartbeat", "{}");
  }
  assert.ok(told.every(([name]) => name === "heard"));
});

test("an error ends the stream: the browser is not left to reconnect", (t) => {
  const { source, told } = opened(t);
  source.send("error");
  assert.deepEqual([told, source.closed], [[["failed"]], true]);
});

test("a stream that was closed never fails", async (t) => {
  const { clock, stream, told } = opened(t);
  stream.close();
  await clock.pass(600_000);
  assert.deepEqual(told, []);
});

test("an answer is a delta", async (t) => {
  answering(t, 200, JSON.stringify(delta(1, 2)));
  assert.deepEqual(await ask("/live/storm/changes"), delta(1, 2));
});

test("404 and 410 are told as gone", async (t) => {
  for (const status of [404, 410]) {
    answering(t, status);
    await assert.rejects(ask("/live/storm/changes"), { gone: true });
  }
});

test("429 and 503 tell how long to stay away", async (t) => {
  for (const status of [429, 503]) {
    answering(t, status, null, { "Retry-After": "7" });
    await assert.rejects(ask("/live/storm/changes"), { gone: false, wait: 7_000 });
  }
});

test("an answer that is no delta is a failure like any other", async (t) => {
  answering(t, 200, "<h1>Please log in to this network</h1>");
  await assert.rejects(ask("/live/storm/changes"));
});
