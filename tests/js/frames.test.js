/** What a reader's click loads, and what it costs a reader who never clicks. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { attributes } from "../../static/newsroom/frames/attributes.js";

const ROOT = new URL("../../static/newsroom/", import.meta.url);
const frame = "https://player.vimeo.com/video/1?dnt=1";

test("a frame is sandboxed before it has an address", () => {
  const given = attributes({ frame, title: "The pier" });
  const names = given.map(([name]) => name);
  assert.deepEqual(names, ["title", "sandbox", "allow", "referrerpolicy", "src"]);
  const { sandbox, title, src } = Object.fromEntries(given);
  assert.equal(title, "The pier");
  assert.equal(src, frame);
  assert.ok(!/top-navigation|forms|modals|downloads|escape/.test(sandbox));
});

test("only https is loaded", () => {
  for (const wrong of [undefined, "", "javascript:alert(1)", "http://player.vimeo.com/", "//x/", "data:,x", "https://a@b/"]) {
    assert.equal(attributes({ frame: wrong, title: "" }), null);
  }
});

test("both files together are at most 1 KB compressed", () => {
  const size = (name) => brotliCompressSync(readFileSync(new URL(name, ROOT))).length;
  const sum = size("frames.js") + size("frames/attributes.js");
  assert.ok(sum <= 1024, `${sum} bytes`);
});
