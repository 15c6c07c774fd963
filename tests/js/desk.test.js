/** The desk's small decisions: places, outcomes, waits, keys, sentences, kept texts. */

import assert from "node:assert/strict";
import test from "node:test";

import { asked } from "../../static/newsroom/desk/keys.js";
import { called, listed } from "../../static/newsroom/desk/kept.js";
import { belongs, placeFor } from "../../static/newsroom/desk/order.js";
import { pause, verdict } from "../../static/newsroom/desk/talk.js";
import { colleagues } from "../../static/newsroom/desk/words.js";

test("an item stands below what is newer and above what is older", () => {
  assert.equal(placeFor([], "5"), 0);
  assert.equal(placeFor(["9", "5", "1"], "7"), 1);
  assert.equal(placeFor(["9", "5", "1"], "0"), 3);
  assert.equal(placeFor(["9", "5", "1"], "99"), 0);
});

test("only what the filter asks for stands on the desk", () => {
  const item = { list: "timeline", sort: "5", state: "published" };
  const all = { state: "", words: "", older: "" };
  assert.equal(belongs(item, all, ""), true);
  assert.equal(belongs(item, { ...all, state: "draft" }, ""), false);
  assert.equal(belongs(item, { ...all, words: "FERRY" }, "The ferry stops"), true);
  assert.equal(belongs(item, { ...all, words: "bus" }, "The ferry stops"), false);
  assert.equal(belongs(item, { ...all, words: "stops ferry" }, "The ferry stops"), true);
  assert.equal(belongs(item, { ...all, words: "“stops ferry”" }, "The ferry stops"), false);
  assert.equal(belongs(item, { ...all, words: '"ferry stops"' }, "The ferry\u00a0stops"), true);
  assert.equal(belongs(item, { ...all, words: "elysee n'est" }, "L’Élysée n’est pas"), true);
  assert.equal(belongs({ ...item, list: "" }, all, ""), false);
});

test("an author, a source and key events are asked for by what the site says of an item", () => {
  const item = { list: "timeline", sort: "5", state: "published", authors: [3], sources: [7, 8], key: false };
  const all = { state: "", words: "", older: "" };
  assert.equal(belongs(item, { ...all, author: "3", source: "8" }, ""), true);
  assert.equal(belongs(item, { ...all, author: "4" }, ""), false);
  assert.equal(belongs(item, { ...all, source: "9" }, ""), false);
  assert.equal(belongs(item, { ...all, key: "on" }, ""), false);
  assert.equal(belongs(item, { ...all, newest: "4" }, ""), false);
  assert.equal(belongs(item, { ...all, newest: "5" }, ""), true);
});

test("what is older than everything fetched waits for its page", () => {
  const window = { state: "", words: "", older: "6" };
  assert.equal(belongs({ list: "timeline", sort: "5", state: "published" }, window, ""), false);
  assert.equal(belongs({ list: "timeline", sort: "7", state: "published" }, window, ""), true);
  assert.equal(belongs({ list: "progress", sort: "5", state: "draft" }, window, ""), true);
});

test("every answer means one thing the desk can act on", () => {
  const kinds = [
    [200, {}, "done"], [201, {}, "done"], [204, null, "done"],
    [200, null, "signed_out"], [401, { message: "x" }, "signed_out"],
    [403, null, "token"], [403, { message: "x" }, "refused"],
    [409, { message: "x" }, "refused"], [422, { message: "x" }, "refused"],
    [400, null, "too_much"], [413, null, "too_much"],
    [500, null, "broken"], [502, null, "broken"], [503, { message: "x" }, "broken"],
    [401, { code: "someone_else", message: "x" }, "someone_else"],
  ];
  for (const [status, body, kind] of kinds) assert.equal(verdict(status, body).kind, kind, `${status}`);
});

test("every failure has a sentence that says what to do", () => {
  for (const [status, body] of [[401, null], [500, null], [413, null]]) {
    assert.match(verdict(status, body).message, /again/);
  }
});

test("the desk looks once a second, and less often the longer it fails", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 50].map(pause), [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

test("Ctrl or Cmd with Enter publishes, with S saves, and nothing else does", () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  assert.equal(asked({ ...none, ctrlKey: true, key: "Enter" }), "main");
  assert.equal(asked({ ...none, metaKey: true, key: "s" }), "save");
  assert.equal(asked({ ...none, ctrlKey: true, key: "S" }), "save");
  assert.equal(asked({ ...none, ctrlKey: true, shiftKey: true, key: "Enter" }), "");
  assert.equal(asked({ ...none, key: "Enter" }), "");
  assert.equal(asked({ ...none, ctrlKey: true, key: "b" }), "");
});

test("what colleagues did is one brief sentence", () => {
  const entry = { by: "Chi", deed: "Published", title: "3. Ferries", mine: false };
  assert.equal(colleagues([entry]), "Chi: published, 3. Ferries");
  assert.equal(colleagues([entry, entry]), "2 updates changed by colleagues.");
  assert.equal(colleagues([{ ...entry, mine: true }]), "");
  assert.equal(colleagues([]), "");
});

test("a kept text is called by its first words", () => {
  assert.equal(called({ values: { headline: "Ferries", body: "<p>x</p>" } }), "Ferries");
  assert.equal(called({ values: { headline: "", body: "<p>One</p><p>two</p>" } }), "One two");
  assert.equal(called({ values: {} }), "an update without text");
});

test("kept texts are listed newest first, those of others and the broken are not", () => {
  const now = Date.parse("2023-01-05T12:00:00Z");
  const kept = (key, age) => JSON.stringify({ at: now - age, fields: [], key, state: { values: {} } });
  const texts = [["p:a:1", kept("a", 9)], ["q:b:1", kept("b", 1)], ["p:c:2", kept("c", 2)], ["p:d", "{"]];
  const found = listed(texts, "p:", now);
  assert.deepEqual(found.map(({ key, tab }) => [key, tab]), [["c", "2"], ["a", "1"]]);
});
