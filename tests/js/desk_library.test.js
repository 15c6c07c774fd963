/** Walking through the pictures of the team; pictures on a clipboard. */

import assert from "node:assert/strict";
import test from "node:test";

import { hasWords, leftOut, losesPictures } from "../../static/newsroom/desk/pictures.js";
import { stepTo } from "../../static/newsroom/desk/library.js";

test("arrows and the ends, never out of the list", () => {
  assert.deepEqual([stepTo("ArrowRight", 0, 3), stepTo("ArrowUp", 2, 3), stepTo("Home", 2, 3), stepTo("End", 0, 3)], [1, 1, 0, 2]);
  assert.deepEqual([stepTo("ArrowRight", 2, 3), stepTo("ArrowLeft", 0, 3), stepTo("Tab", 1, 3), stepTo("End", -1, 0)], [-1, -1, -1, -1]);
});

test("a clipboard with words is pasted as words, whatever pictures come along", () => {
  const clipboard = (text) => ({ getData: () => text });
  assert.equal(hasWords(clipboard("Pier one\t9:34")), true);
  assert.equal(hasWords(clipboard(" \n")), false);
  assert.equal(hasWords(null), false);
});

test("pictures in what is pasted are not lost without a word", () => {
  const clipboard = (plain, html) => ({ getData: (type) => (type === "text/html" ? html : plain) });
  assert.equal(losesPictures(clipboard("Pier one", '<p>Pier one <IMG src="x.png"></p>')), true);
  assert.equal(losesPictures(clipboard("Pier one", "<p>Pier one</p>")), false);
  assert.equal(losesPictures(clipboard("", '<img src="x.png">')), false); // it is taken as a picture
});

test("what is no picture is named, and none of it is dropped silently", () => {
  const [pier, plan, notes] = [["pier.png", "image/png"], ["plan.pdf", "application/pdf"], ["notes", ""]].map(([name, type]) => ({ name, type }));
  assert.equal(leftOut([pier]), "");
  assert.match(leftOut([pier, plan]), /: plan\.pdf is left out\.$/);
  assert.match(leftOut([plan, pier, notes]), /: plan\.pdf, notes are left out\.$/);
  assert.match(leftOut([plan]), /can be taken in\.$/);
});
