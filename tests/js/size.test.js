/** The live page's module stays small: this is what it costs a reader who comes first. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";

const ROOT = new URL("../../static/newsroom/", import.meta.url);
const files = ["live.js", ...readdirSync(new URL("live/", ROOT)).map((name) => `live/${name}`)];

test("all of it together is at most 8 KB compressed", () => {
  const sizes = files.map((name) => brotliCompressSync(readFileSync(new URL(name, ROOT))).length);
  const sum = sizes.reduce((total, size) => total + size, 0);
  assert.ok(files.length > 5 && sum <= 8 * 1024, `${sum} bytes`);
});
