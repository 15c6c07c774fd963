/** What a form keeps in the browser until it is stored. */

import assert from "node:assert/strict";
import test from "node:test";

import { arrived, asSent, differ, readable, whatWasSent, worthKeeping } from "../../static/newsroom/admin/keep.js";

const HOUR = 3600 * 1000;
const NOW = Date.parse("2023-01-05T12:00:00Z");

test("neither a session's token nor a file is kept", () => {
  const pairs = [["csrfmiddlewaretoken", "x"], ["file", { name: "a.jpg" }], ["body", "<p>a</p>"]];
  assert.deepEqual(worthKeeping(pairs), [["body", "<p>a</p>"]]);
});

test("the revision and the key are kept, so that nothing is overwritten or sent twice", () => {
  const pairs = [["revision", "3"], ["idempotency_key", "k"]];
  assert.deepEqual(worthKeeping(pairs), pairs);
});

test("a fresh key or a newer revision alone is no difference", () => {
  const kept = [["body", "a"], ["idempotency_key", "k"], ["revision", "1"]];
  assert.equal(differ(kept, [["body", "a"], ["idempotency_key", "l"], ["revision", "2"]]), false);
  assert.equal(differ(kept, [["body", "b"], ["idempotency_key", "k"], ["revision", "1"]]), true);
});

test("what was kept is read back", () => {
  const kept = { at: NOW - HOUR, fields: [["body", "a"]] };
  assert.deepEqual(readable(JSON.stringify(kept), NOW), kept);
});

test("what is old, broken or absent is not offered", () => {
  const old = JSON.stringify({ at: NOW - 8 * 24 * HOUR, fields: [] });
  for (const text of [old, "{", "null", "[]", '{"at": 1}', null, ""]) {
    assert.equal(readable(text, NOW), null, `${text}`);
  }
});

test("what was sent under a key that made an update has arrived", () => {
  const fields = [["body", "a"], ["idempotency_key", "k"]];
  assert.equal(arrived({ fields, sent: true }, ["j", "k"]), true);
  assert.equal(arrived({ fields, sent: true }, ["j"]), false);
  assert.equal(arrived({ fields, sent: false }, ["k"]), false, "it was changed after it was sent");
  assert.equal(arrived({ fields }, ["k"]), false, "it was never sent");
});

test("what was typed after the sending is not what was stored", () => {
  const kept = JSON.stringify({ at: NOW, fields: [["body", "a"]] });
  assert.equal(asSent(kept, NOW, NOW + HOUR), true);
  assert.equal(asSent(kept, NOW - 1, NOW + HOUR), false);
  assert.equal(asSent(null, NOW, NOW + HOUR), true, "nothing is kept");
});

test("what an older page left behind is no sending", () => {
  assert.deepEqual(whatWasSent('{"key":"k","at":1}'), { key: "k", at: 1 });
  for (const text of [null, "newsroom:typed:1:/admin/", "{", "null", "[]", "3"]) {
    assert.equal(whatWasSent(text), null, `${text}`);
  }
});
