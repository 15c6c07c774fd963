/**
 * What a text says, as hashes: so that a colleague who types the same is found without being shown
 * it. The same as `liveblog/likeness.py`; tests/js/gists.json holds both to it.
 */

const SHORTEST = 5; // words: what is shorter says too little to be compared
const RUN = 3; // words
const MOST_WORDS = 400; // of a text
const END = /(?<=[.!?…؟])["'”’»)\]]*\s+|(?<=[。！？।])|\n+/u;
const ALONE =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u31f0-\\u31ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9f";
const WORD = new RegExp(`[${ALONE}]|(?:(?![${ALONE}])[\\p{L}\\p{N}])+`, "gu");
const BLOCK_END = /<\/(?:p|li|blockquote|h[1-6])>|<br[^>]*>/gi;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": " " };

/** The words of the editor's HTML, a line for each block. */
export const plain = (html) =>
  html.replace(BLOCK_END, "\n").replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (each) => ENTITIES[each]);

function hash(word) {
  let found = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) found = Math.imul(found ^ byte, 0x01000193) >>> 0;
  return found;
}

function run(hashes) {
  let found = 0x811c9dc5;
  for (const each of hashes) {
    found = Math.imul(found ^ each, 0x01000193) >>> 0;
    found = (found ^ (found >>> 15)) >>> 0;
  }
  return found;
}

/** The words of each sentence; a short one belongs to what follows it. */
function sentences(text) {
  const found = [];
  let left = MOST_WORDS;
  let waiting = [];
  for (const part of text.normalize("NFKD").replace(/\p{M}/gu, "").split(END)) {
    const words = (part.match(WORD) ?? []).slice(0, left);
    left -= words.length;
    waiting.push(...words);
    if (waiting.length < SHORTEST) continue;
    found.push(waiting);
    waiting = [];
  }
  return found;
}

const sorted = (hashes) => [...new Set(hashes)].sort((one, other) => one - other);

function sentence(words) {
  const hashes = words.map((word) => hash(word.toLowerCase()));
  const those = (is) => sorted(hashes.filter((_, at) => is(words[at])));
  const first = (word) => String.fromCodePoint(word.codePointAt(0));
  return [
    sorted(hashes.slice(RUN - 1).map((_, at) => run(hashes.slice(at, at + RUN)))),
    those((word) => /\p{Nd}/u.test(word)),
    those((word) => first(word) !== first(word).toLowerCase()),
  ];
}

/** `[[runs, numbers, names], …]`, a sentence each, of a plain text. */
export function gist(text) {
  const found = sentences(text).map((words) => JSON.stringify(sentence(words)));
  return [...new Set(found)].map((each) => JSON.parse(each));
}
