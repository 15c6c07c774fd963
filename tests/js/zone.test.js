/** Times in the reader's own zone. */

import assert from "node:assert/strict";
import test from "node:test";

import { ownLabel } from "../../static/newsroom/live/zone.js";

const label = (iso, timeZone, more = {}) =>
  ownLabel(iso, { locale: "en-US", timeZone, ...more }).replaceAll("\u202f", " ");

test("an evening in New York is the next morning in Kyiv, and says so", () => {
  assert.equal(label("2023-01-05T21:34:00-05:00", "Europe/Kyiv"), "Jan 6, 4:34 AM GMT+2");
});

test("a time of the same day says no date", () => {
  assert.equal(label("2023-01-05T09:34:00-05:00", "America/Chicago"), "8:34 AM CST");
});

test("a label that had a date keeps one", () => {
  const dated = label("2023-01-05T09:34:00-05:00", "America/Chicago", { dated: true });
  assert.equal(dated, "Jan 5, 8:34 AM CST");
});
