/** What is typed, as numbers: the same as the site makes of the same text. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { gist, plain } from "../../static/newsroom/desk/likeness.js";

const gists = JSON.parse(readFileSync(new URL("gists.json", import.meta.url), "utf-8"));

test("every text has the numbers that the site gives it", () => {
  for (const [text, numbers] of gists) assert.deepEqual(gist(text), numbers, text);
});

test("of the editor's markup only the words count, a line for each block", () => {
  assert.equal(plain("<p>Fer<b>ries</b> &amp; buses</p><p>stop<br>now</p>"), "Ferries & buses\nstop\nnow\n");
  const two = "<p>The mayor resigned this morning</p><p>Ferries are suspended until further notice</p>";
  assert.equal(gist(plain(two)).length, 2);
});

test("without five words in a sentence there is nothing to compare", () => {
  assert.deepEqual(gist("Ferries are suspended."), []);
  assert.deepEqual(gist(""), []);
});
