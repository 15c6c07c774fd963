/** Where an item stands, and whether it stands there at all. */

import { keyOf } from "./tags.js";

const begins = (tag, typed) => keyOf(tag).startsWith(keyOf(typed));

/** The place of `sort` among `sorts`, which fall from the first to the last. */
export function placeFor(sorts, sort) {
  const index = sorts.findIndex((each) => each < sort);
  return index < 0 ? sorts.length : index;
}

/**
 * Whether an item belongs on this desk as it is filtered. `older` is the key below which nothing
 * has been fetched yet; `text` is what the item says, `tags` its tags.
 */
export function belongs(item, { state, words, tag, older }, text, tags = []) {
  if (!item.list) return false;
  if (item.list === "timeline" && older && item.sort < older) return false;
  if (state && item.state !== state) return false;
  if (tag && !tags.some((each) => begins(each, tag))) return false;
  return !words || text.toLowerCase().includes(words.toLowerCase());
}
