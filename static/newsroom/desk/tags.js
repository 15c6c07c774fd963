/** The composer's tags: what is one, adding them, and those that the live blog uses already. */

import { make } from "./dom.js";

const LONGEST = 40; // characters of a tag
const MOST = 10;
const REST = 250; // ms without a key before others that begin so are asked for

const ONLY = /^[\p{L}\p{N}\p{M} -]*$/u;
const NAMED = /[\p{L}\p{N}]/u;

/** What two spellings of one tag have in common. */
export const keyOf = (text) =>
  text.normalize("NFC").replace(/\s+/g, " ").replace(/^[# ]+/, "").trim().toLowerCase();

/** `{tag}` as it is stored, or the `sentence` that says why it is none. */
export function read(text, names) {
  const tag = text.normalize("NFC").replace(/\s+/g, " ").trim().replace(/^#+/, "").trim();
  if (!NAMED.test(tag)) return { sentence: "A tag needs a letter or a digit." };
  if (names.some((name) => keyOf(name) === keyOf(tag))) return { sentence: `“${tag}” is among the tags already.` };
  if ([...tag].length > LONGEST) return { sentence: `A tag has at most ${LONGEST} characters.` };
  if (!ONLY.test(tag)) return { sentence: `“${tag}” is no tag: letters, digits, spaces and hyphens are allowed.` };
  if (names.length >= MOST) return { sentence: `An update can have at most ${MOST} tags.` };
  return { tag };
}

const added = (names) => `${names.length > 1 ? "Tags" : "Tag"} added: ${names.join(", ")}.`;

export class Tags {
  constructor(root, rows, site, say) {
    Object.assign(this, { root, rows, site, say, timer: 0 });
    this.list = root.querySelector("#desk-tags");
    this.adder = root.querySelector('[data-adder="tags"]');
    this.input = this.adder.querySelector("input");
    this.words = [...this.list.options].map((option) => option.value);
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("change", () => this.take()); // a word typed and not added is not lost
    // On the form, before the keys that send it.
    root.addEventListener("keydown", (event) => {
      if (event.target === this.input) this.key(event);
    }, true);
    this.adder.querySelector("[data-add]").addEventListener("click", () => {
      this.take();
      this.input.focus();
    });
  }

  get names() {
    return this.rows.rows.tags.map((row) => row.name);
  }

  /** The tags of this live blog that the update does not have, the most used first. */
  known() {
    const names = new Set(this.names.map(keyOf));
    return this.words.filter((word) => !names.has(keyOf(word)));
  }

  /** Those that begin so, from the site: the page knows only the most used ones. */
  async learn(begins) {
    const outcome = begins ? await this.site.ask(`tags?${new URLSearchParams({ begins })}`) : null;
    const found = outcome?.kind === "done" ? outcome.body.tags : null;
    if (found) this.words = [...new Set([...this.words, ...found])];
    return found;
  }

  /** Add one. The sentence says what came of it. */
  add(word) {
    return this.put(word) || added(this.names.slice(-1));
  }

  has(word) {
    return this.names.some((name) => keyOf(name) === keyOf(word));
  }

  /** Add one, in the spelling the live blog has for it, or say in a sentence why not. */
  put(word) {
    const { tag, sentence } = read(word, this.names);
    if (sentence) return sentence;
    const name = this.words.find((each) => keyOf(each) === keyOf(tag)) ?? tag;
    if (name === tag && !this.words.includes(tag)) this.words = [...this.words, tag];
    this.rows.add("tags", { name });
    return "";
  }

  /** What stands in the field; what is no tag stays there, and what is there already goes. */
  take() {
    const words = this.input.value.split(/[,;\n]/).map((word) => word.trim()).filter(Boolean);
    this.input.value = ""; // what is kept on the way has no word twice
    const sentences = words.map((word) => [word, this.put(word)]).filter(([, sentence]) => sentence);
    const left = sentences.map(([word]) => word).filter((word) => !this.has(word));
    this.input.value = left.join(", ");
    if (left.length) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
    this.rows.changed();
    if (sentences.length) this.say(sentences[0][1]);
    else if (words.length) this.say(added(this.names.slice(-words.length)));
  }

  typed() {
    this.input.removeAttribute("aria-invalid");
    if (/[,;]\s*$/.test(this.input.value)) {
      this.take();
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.offer(), REST);
  }

  /** Others that begin so. */
  async offer() {
    const begins = this.input.value.trim();
    const known = (await this.learn(begins)) ?? this.words;
    if (begins !== this.input.value.trim()) return;
    const names = new Set(this.names.map(keyOf));
    this.list.replaceChildren(
      ...known.filter((tag) => !names.has(keyOf(tag))).map((value) => make("option", { value })),
    );
  }

  /**
   * Enter adds; the keys that send the update add first what stands here. What is refused is sent
   * with it, so that the site refuses both: an update must not go out without a tag that was meant.
   */
  key(event) {
    if (event.isComposing) return;
    const sends = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" || (sends && event.key.toLowerCase() === "s")) this.take();
    if (event.key === "Enter" && !sends) event.preventDefault();
  }
}
