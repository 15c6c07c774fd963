/** What waits to be sent: its order, what is not sent unasked, what becomes of a refusal. */

import assert from "node:assert/strict";
import test from "node:test";

import { apTime } from "../../static/newsroom/desk/kept.js";
import { OLD, ordered, Outbox, standing } from "../../static/newsroom/desk/outbox.js";
import { left } from "../../static/newsroom/desk/pictures_kept.js";
import { sentence } from "../../static/newsroom/desk/outbox_list.js";
import { beating } from "../../static/newsroom/desk/tabs.js";
import { refusal } from "../../static/newsroom/desk/unsent.js";

const NOW = Date.parse("2023-01-05T12:00:00Z");
const item = (more = {}) => ({
  key: "k", at: NOW, in: "u:1:k", pairs: [], label: "Publish", tab: "mine", verb: "publish",
  kept: { key: "k", meta: { entry: null, name: "" }, base: {}, state: { values: { body: "<p>Ferries</p>" }, rows: {} } },
  ...more,
});

/** A shelf of texts. */
function shelf() {
  const texts = new Map();
  return {
    texts,
    put: (name, text) => texts.set(name, text),
    get: (name) => texts.get(name) ?? null,
    remove: (name) => texts.delete(name),
    all: (prefix) => [...texts].filter(([name]) => name.startsWith(prefix)),
  };
}

const outboxOf = (kept, id, open = [id]) => new Outbox(kept, 7, 1, { id, open: async () => new Set(open) });

test("what was pressed first goes first", () => {
  const entries = [item({ key: "b", at: 2 }), item({ key: "a", at: 1 })].map((each) => [each.key, JSON.stringify(each)]);
  assert.deepEqual(ordered([...entries, ["x", "{"], ["y", "null"]]).map(({ key }) => key), ["a", "b"]);
});

test("news of ten minutes ago is asked about, unless somebody has just said that it is to go", () => {
  assert.equal(standing(item(), NOW + OLD), "");
  assert.equal(standing(item(), NOW + OLD + 1), "old");
  assert.equal(standing(item({ again: NOW + OLD }), NOW + OLD + 1), "");
  assert.equal(standing(item({ ended: true }), NOW), "ended");
  assert.equal(standing(item({ tries: 3 }), NOW), "broken");
});

test("an item is there until it is removed, whoever looks", () => {
  const kept = shelf();
  const [mine, theirs] = [outboxOf(kept, "mine"), outboxOf(kept, "theirs")];
  const added = mine.add({ ...item(), in: undefined });
  assert.equal(theirs.all().length, 1);
  assert.equal(theirs.mine().length, 0);
  assert.equal(mine.holds(added.kept), true);
  mine.update(added, { asked: true });
  assert.equal(mine.find(added).asked, true);
  mine.remove(added);
  mine.update(added, { tries: 1 });
  assert.deepEqual([mine.find(added), kept.texts.size], [null, 0]);
});

test("what a closed tab has left is taken over, what an open one has is not", async () => {
  const kept = shelf();
  outboxOf(kept, "other").add({ ...item(), tab: "other", in: undefined });
  const mine = outboxOf(kept, "mine", ["mine", "other"]);
  await mine.adopt();
  assert.equal(mine.mine().length, 0);
  mine.tab.open = async () => new Set(["mine"]);
  await mine.adopt();
  assert.equal(mine.mine()[0].asked, true);
});

test("the list says what waits and why", () => {
  const about = { why: "away", current: "", here: true, now: NOW };
  assert.match(sentence(item(), about), /waiting to be sent\. The site cannot be reached\. Publish: “Ferries”$/);
  assert.match(sentence(item(), { ...about, current: "k" }), /being sent/);
  assert.match(sentence(item(), { ...about, here: false }), /in another tab, not sent yet/);
  assert.match(sentence(item(), { ...about, now: NOW + OLD + 1 }), /, not sent\. It is too old to go out unasked\. Publish: “Ferries”$/);
});

test("a refused update is kept with the sentence", () => {
  const kept = refusal(item(), { body: { code: "invalid", errors: { body: ["Write one."] } }, message: "x" });
  assert.deepEqual([kept.why, kept.stale], ["Write one.", undefined]);
  assert.equal(refusal(item(), { body: { code: "stale" }, message: "x" }).stale, "publish");
});

test("what had arrived before goes on from the entry it made", () => {
  const current = { entry: 5, revision: 1, state: "published", name: "update 1", notice: "", buttons: [] };
  const kept = refusal(item(), { body: { code: "key_reused", current }, message: "It did arrive." });
  assert.deepEqual([kept.meta.entry, kept.base, kept.why], [5, null, "It did arrive."]);
});

test("a tab that has been silent for long is closed", () => {
  const entries = [["newsroom:tab:a", String(NOW - 60_000)], ["newsroom:tab:b", String(NOW - 100_000)], ["x", "1"]];
  assert.deepEqual(beating(entries, NOW), ["a"]);
});

test("times are written as the newsroom writes them", () => {
  const at = (hours, minutes) => apTime(new Date(Date.UTC(2023, 0, 5, hours + 5, minutes)), "America/New_York");
  assert.deepEqual([at(21, 34), at(16, 0), at(12, 0), at(0, 0), at(0, 5)], ["9:34 p.m.", "4 p.m.", "noon", "midnight", "12:05 a.m."]);
});

test("pictures that another open tab describes are left alone", () => {
  const names = ["n:desk:1:picture:a1:0b", "n:desk:1:picture:a2:0c"];
  assert.deepEqual(left(names, new Set(["0c"])), ["n:desk:1:picture:a1:0b"]);
});
