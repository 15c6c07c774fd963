/** Texts kept on the device: in storage, else in the database, else on the page; said once. */

import assert from "node:assert/strict";
import test from "node:test";

import { later, ROOM, Shelf } from "../../static/newsroom/admin/shelf.js";
import { answering } from "../../static/newsroom/desk/answers.js";

/** A browser: its storage takes `room` characters a text, its database takes all or nothing. */
function browser({ room = 100, database = true } = {}) {
  const texts = new Map();
  const storage = {
    setItem(name, text) {
      if (text.length > room) throw new Error("QuotaExceededError");
      Object.defineProperty(this, name, { value: text, enumerable: true, configurable: true });
    },
    getItem(name) { return Object.hasOwn(this, name) ? this[name] : null; },
    removeItem(name) { delete this[name]; },
  };
  for (const name of ["setItem", "getItem", "removeItem"]) Object.defineProperty(storage, name, { enumerable: false });
  const told = [];
  const shelf = new Shelf({
    tell: (sentence) => told.push(sentence),
    storage: () => storage,
    database: {
      store: async (_, name, text) => (database ? Boolean(texts.set(name, text)) : false),
      remove: async (_, name) => texts.delete(name),
      everything: async (_, prefix) => [...texts].filter(([name]) => name.startsWith(prefix)),
    },
  });
  return { shelf, storage, texts, told };
}

const kept = (at, body) => JSON.stringify({ at, body });
const settled = () => new Promise((done) => { setImmediate(done); });

test("a text is there the moment it is kept", () => {
  const { shelf, told } = browser();
  shelf.put("n:a", kept(1, "x"));
  assert.equal(shelf.get("n:a"), kept(1, "x"));
  assert.deepEqual(shelf.all("n:"), [["n:a", kept(1, "x")]]);
  assert.deepEqual(told, []);
});

test("what has no room is in the database, and that is said once", async () => {
  const { shelf, texts, told } = browser();
  shelf.put("n:a", kept(1, "x"));
  const long = kept(2, "y".repeat(200));
  shelf.put("n:a", long);
  assert.equal(shelf.get("n:a"), long);
  shelf.put("n:a", kept(3, "z".repeat(200)));
  await settled();
  assert.equal(texts.get("n:a"), kept(3, "z".repeat(200)));
  assert.deepEqual(told, [ROOM.database]);
  assert.equal(shelf.unsafe.size, 0);
});

test("a text that fits again leaves the database", async () => {
  const { shelf, texts } = browser();
  shelf.put("n:a", kept(1, "y".repeat(200)));
  await settled();
  shelf.put("n:a", kept(2, "x"));
  await settled();
  assert.equal(texts.size, 0);
  assert.equal(shelf.get("n:a"), kept(2, "x"));
});

test("where a browser keeps nothing at all the page does, and says so", async () => {
  const { shelf, told } = browser({ room: 0, database: false });
  shelf.put("n:a", kept(1, "x"));
  await settled();
  assert.equal(shelf.get("n:a"), kept(1, "x"));
  assert.deepEqual(told, [ROOM.page]);
  assert.deepEqual([...shelf.unsafe], ["n:a"]);
});

test("what an earlier page had no room for is found again, and forgotten in both places", async () => {
  const { shelf, texts } = browser();
  texts.set("n:a", kept(5, "from before"));
  shelf.put("n:b", kept(1, "x"));
  await shelf.load("n:");
  assert.deepEqual(shelf.all("n:").map(([name]) => name).sort(), ["n:a", "n:b"]);
  shelf.remove("n:a");
  await settled();
  assert.deepEqual([shelf.get("n:a"), texts.size], [null, 0]);
});

test("of two kept texts the later counts", () => {
  assert.equal(later(kept(2, "new"), kept(1, "old")), kept(2, "new"));
  assert.equal(later(kept(1, "old"), kept(2, "new")), kept(2, "new"));
  assert.equal(later("{", kept(1, "old")), kept(1, "old"));
});

test("a kill's reason comes back, the word that confirms it does not", () => {
  const controls = [
    { name: "reason", type: "text" }, { name: "word", type: "text" },
    { name: "revision", type: "hidden" }, { name: "", type: "submit" }, { name: "match", type: "radio" },
  ];
  assert.deepEqual(answering(controls).map(({ name }) => name), ["reason"]);
});
