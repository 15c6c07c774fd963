/** The composer's rows as data. */

import assert from "node:assert/strict";
import test from "node:test";

import { foundThere } from "../../static/newsroom/desk/chips.js";
import { chipText, noRows, open, pairsOf, sameRows, unattributed } from "../../static/newsroom/desk/rows.js";

const REUTERS = { source: 1, relation: "reported", via: 2, person: "", names: ["Reuters", "Interfax"] };

test("rows become the pairs of a form set, all of them initial ones", () => {
  const pairs = pairsOf({ ...noRows(), attributions: [REUTERS] });
  assert.deepEqual(pairs.slice(0, 5), [
    ["attributions-TOTAL_FORMS", "1"],
    ["attributions-INITIAL_FORMS", "1"],
    ["attributions-0-source", "1"],
    ["attributions-0-relation", "reported"],
    ["attributions-0-via", "2"],
  ]);
  assert.deepEqual(pairs.slice(-2), [["authors-TOTAL_FORMS", "0"], ["authors-INITIAL_FORMS", "0"]]);
});

test("a box is sent as browsers send it, and what says nothing is not sent", () => {
  const pairs = new Map(pairsOf({ ...noRows(), embeds: [{ url: "", to_fill: true, title: null, text: "x" }] }));
  assert.equal(pairs.get("embeds-0-to_fill"), "on");
  assert.equal(pairs.get("embeds-0-text"), "x");
  assert.equal(pairs.has("embeds-0-url") || pairs.has("embeds-0-title"), false);
});

test("what rows are called makes no difference, what is stored does", () => {
  assert.equal(sameRows([REUTERS], [{ ...REUTERS, names: [] }], "attributions"), true);
  assert.equal(sameRows([REUTERS], [{ ...REUTERS, via: null }], "attributions"), false);
  assert.equal(sameRows([], [REUTERS], "attributions"), false);
});

test("a proposal is open until it is accepted or put aside", () => {
  const other = { source: null, relation: "told", via: null, names: ["dpa", null] };
  assert.deepEqual(open([REUTERS, other], [], []), [REUTERS, other]);
  assert.deepEqual(open([REUTERS, other], [{ ...REUTERS, person: "Jo" }], []), [other]);
  assert.deepEqual(open([REUTERS, other], [], [other]), [REUTERS]);
});

test("an agency is credited by an attribution or as its via", () => {
  const named = [{ source: 1, name: "Reuters" }, { source: 2, name: "Interfax" }, { source: 4, name: "dpa" }];
  assert.deepEqual(unattributed(named, [REUTERS]).map((each) => each.name), ["dpa"]);
});

test("a chip says source, relation, via and reporter", () => {
  assert.equal(chipText("attributions", REUTERS, { reported: "reported" }), "Reuters · reported · via Interfax");
  assert.equal(chipText("authors", { user: 1, name: "Ada" }, {}), "Ada");
});

test("an embed says what was found at its address, or that it is still to be looked up", () => {
  const done = { state: "done", title: "The pier", author: "Jo", provider: "Video", error: "" };
  assert.match(foundThere(done), /^Found on Video: The pier – Jo\./);
  assert.match(foundThere({ ...done, state: "failed", error: "It said no." }), /It said no\.$/);
  assert.match(foundThere({ ...done, state: "pending" }), /^Being looked up/);
  assert.match(foundThere(undefined), /once the update is saved/);
});
