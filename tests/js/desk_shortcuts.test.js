/** The desk's keys: what each asks for, when it is only a letter, and that the table has no double. */

import assert from "node:assert/strict";
import test from "node:test";

import { wanted } from "../../static/newsroom/desk/pictures.js";
import { TABLE, wished } from "../../static/newsroom/desk/shortcuts.js";

const key = (text, more = {}) => ({ key: text, code: "", ...more });
const name = (event, state) => wished(event, state).name;

test("a letter is a key wherever nobody is typing", () => {
  assert.equal(name(key("j")), "next");
  assert.equal(name(key("?", { shiftKey: true })), "help");
  assert.equal(name(key("j"), { typing: true }), "");
  assert.equal(name(key("J", { shiftKey: true })), "");
});

test("letters can be turned off; what needs a modifier or has a name of its own stays", () => {
  assert.equal(name(key("p"), { letters: false }), "");
  assert.equal(name(key("?"), { letters: false }), "");
  assert.equal(name(key("Escape"), { letters: false }), "write");
  assert.equal(name(key("F6"), { letters: false, typing: true }), "leave");
  assert.equal(name(key("F6", { shiftKey: true })), "leave");
  assert.equal(name(key("π", { altKey: true, code: "KeyP" }), { letters: false, typing: true }), "pictures");
});

test("another modifier, or an input method at work, is none of the desk's", () => {
  for (const held of ["ctrlKey", "metaKey"]) assert.equal(name(key("p", { [held]: true })), "");
  assert.equal(name(key("p", { altKey: true, code: "KeyQ" })), "");
  assert.equal(name(key("n", { isComposing: true })), "");
  assert.equal(name(key("n", { keyCode: 229 })), "");
  assert.equal(name(key("Process", { keyCode: 229 })), "");
});

test("a key that is held down goes on through the list and does nothing else twice", () => {
  assert.equal(name(key("j", { repeat: true })), "next");
  for (const letter of ["p", "m", "e", "c", "n"]) assert.equal(name(key(letter, { repeat: true })), "");
});

test("two keys one after the other are one; anything between them ends it", () => {
  const { pending } = wished(key("g"));
  assert.equal(pending, "g");
  assert.equal(name(key("s"), { pending }), "side");
  assert.equal(name(key("l"), { pending }), "updates");
  assert.equal(name(key("j"), { pending }), "");
  assert.equal(wished(key("g"), { typing: true }).pending, "");
});

test("Alt and a digit take what was found under that number", () => {
  const wish = wished(key("¡", { altKey: true, code: "Digit1" }), { typing: true });
  assert.deepEqual([wish.name, wish.number], ["accept", 1]);
  assert.equal(wished(key("º", { altKey: true, code: "Digit0" })).name, "");
});

test("no key is in the table twice", () => {
  const keys = TABLE.flatMap(({ rows }) => rows).flatMap((row) => row.keys);
  assert.equal(new Set(keys).size, keys.length);
});

test("Enter goes on to what a picture must not be without", () => {
  const card = (credit, alt) => [{ name: "credit", value: credit }, { name: "alt", value: alt }, { name: "caption", value: "" }];
  const one = card("Ada", "");
  assert.equal(wanted(one, one[0]), one[1]);
  one[1].value = "A pier.";
  assert.equal(wanted(one, one[1]), undefined);
  const two = [...card("Ada", "A pier."), ...card("", "")];
  assert.equal(wanted(two, two[1]), two[4]); // the same photographer's
  const none = [...card("", ""), ...card("", "")];
  assert.equal(wanted(none, none[1]), none[3]);
});
