/** Commands typed into the text, and what is none. */

import assert from "node:assert/strict";
import test from "node:test";

import { tagsLike } from "../../static/newsroom/desk/commands.js";
import { matching, taken, typedAt } from "../../static/newsroom/desk/typed.js";

const COMMANDS = [
  { name: "key", says: "Key event" }, { name: "pin", says: "Pin it when published" },
  { name: "picture", says: "Add pictures" }, { name: "unconfirmed", says: "Unconfirmed, said to readers" },
];
const names = (words) => matching(COMMANDS, words).map(({ name }) => name);

test("a command begins a word", () => {
  assert.deepEqual(typedAt("/ke"), { sign: "/", words: "ke", length: 3 });
  assert.deepEqual(typedAt("Ferries stop /"), { sign: "/", words: "", length: 1 });
  assert.deepEqual(typedAt("told us (@Coastal"), { sign: "@", words: "Coastal", length: 8 });
  assert.deepEqual(typedAt("\ufffc#évacuations"), { sign: "#", words: "évacuations", length: 12 });
});

test("addresses, fractions, numbers and prose are none", () => {
  for (const text of [
    "24/7", "and/or", "ada@newsroom.example", "https://video.example/pier", "https:/", "#1", "/2", "@ ", "/key ",
    "a#b", "//", "No command",
  ]) assert.equal(typedAt(text), null, text);
});

test("commands are found by their name first, then by what they say", () => {
  assert.deepEqual(names(""), ["key", "pin", "picture", "unconfirmed"]);
  assert.deepEqual(names("PI"), ["pin", "picture"]);
  assert.deepEqual(names("event"), ["key"]);
  assert.deepEqual(names("nothing"), []);
});

test("at the end of a text the space before a command goes too", () => {
  assert.equal(taken("Ferries stop /key", "", 4), 5);
  assert.equal(taken("Ferries /key", " stop", 4), 5);
  assert.equal(taken("/key", "", 4), 4);
  assert.equal(taken("Ferries /key", "stop", 4), 4);
});

test("tags of the live blog come before a new one", () => {
  const tags = { known: () => ["Ferries", "ferry crews", "Harbour"] };
  assert.deepEqual(tagsLike(tags, "fer"), [{ word: "Ferries" }, { word: "ferry crews" }, { word: "fer", fresh: true }]);
  assert.deepEqual(tagsLike(tags, "ferries"), [{ word: "Ferries" }]);
  assert.deepEqual(tagsLike(null, "fer"), []);
  assert.deepEqual(tagsLike(tags, "a&b"), []); // refused, it would be gone from the text
});
