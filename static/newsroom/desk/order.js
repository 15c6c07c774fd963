/** Where an item stands, and whether it stands there at all. */

import { keyOf } from "./tags.js";

const TERM = /["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s"“”„«»]+)/gu;

/** Case, accents and the kind of an apostrophe do not count, nor does the width of a space. */
const folded = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").replace(/\s+/g, " ").toLowerCase();

/** Whether a text has every word of `words`; “quoted” ones side by side. As the site's search. */
export function says(text, words = "") {
  const there = folded(text);
  return [...words.matchAll(TERM)].every(([, phrase, word]) => there.includes(folded(phrase ?? word).trim()));
}

const begins = (tag, typed) => keyOf(tag).startsWith(keyOf(typed));

/** The place of `sort` among `sorts`, which fall from the first to the last. */
export function placeFor(sorts, sort) {
  const index = sorts.findIndex((each) => each < sort);
  return index < 0 ? sorts.length : index;
}

/**
 * Whether an item belongs on this desk as it is filtered. `older` is the key below which nothing
 * has been fetched yet, `newest` the one above which nothing is shown; `text` is what it says,
 * `tags` its tags.
 */
export function belongs(item, { state, words, tag, author, source, key, older, newest }, text, tags = []) {
  if (!item.list) return false;
  if (item.list === "timeline" && ((older && item.sort < older) || (newest && item.sort > newest))) return false;
  if ((state && item.state !== state) || (key && !item.key)) return false;
  if (author && !item.authors.includes(Number(author))) return false;
  if (source && !item.sources?.includes(Number(source))) return false;
  if (tag && !tags.some((each) => begins(each, tag))) return false;
  return says(text, words);
}
