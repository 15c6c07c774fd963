/** The page in the reader's browser: applies deltas, holds new entries back. */

import { newUpdates } from "./announce.js";
import { merge, release } from "./delta.js";
import { articleOf, fill } from "./fragment.js";
import { atTop, focusOn, keepInside, keepPlace } from "./keep.js";

const byId = (id) => document.getElementById(id);
const entryOf = (number) => byId(`entry-${number}`);
const rowOf = ({ dataset: { number, seq, sort } }) => [+number, { seq: +seq, sort }];
const corrections = (article) => article?.querySelectorAll(".correction").length;

export class Page {
  #timeline = byId("timeline");
  #bar = byId("new-updates");
  #button = this.#bar.querySelector("button");
  #held = new Map(); // number → entry
  #gone = new Map(); // number → {seq}

  /** `say(counts)` is announce.js, `changed()` comes after every change. */
  constructor(main, say, changed) {
    Object.assign(this, { main, say, changed });
    this.#button.addEventListener("click", () => this.#goToNewest());
    const arrive = () => this.#held.size && atTop(this.#timeline) && this.#showHeld();
    addEventListener("scroll", arrive, { passive: true });
  }

  get version() {
    return +this.main.dataset.version;
  }

  /** Take a delta that leaves no gap. */
  apply({ entries, blog, version, status }) {
    const { place, remove, ...counts } = merge(entries, {
      shown: new Map(this.#articles.map(rowOf)),
      held: this.#held,
      gone: this.#gone,
      floor: this.main.dataset.floor,
      atTop: atTop(this.#timeline),
    });
    document.querySelector("script[type$=json]")?.remove(); // what search engines read, old now
    keepPlace(this.#timeline, () => {
      for (const number of remove) this.#remove(entryOf(number));
      counts.corrected = place.filter((entry) => this.#place(entry)).length;
      this.#tidy();
      for (const name in blog) this.#change(name, blog[name]);
    });
    Object.assign(this.main.dataset, { version, status });
    this.say({ ...counts, ended: +(status !== "live") });
    this.changed();
  }

  #showHeld() {
    keepPlace(this.#timeline, () => {
      for (const entry of release(this.#held)) this.#place(entry);
      this.#tidy();
    });
    this.changed();
  }

  #goToNewest() {
    const { number } = [...this.#held.values()].reduce((a, b) => (a.sort > b.sort ? a : b));
    this.#showHeld();
    focusOn(entryOf(number));
    // Not smoothly: the next delta would stop it.
    this.#timeline.scrollIntoView({ behavior: "instant" });
  }

  get #articles() {
    return [...this.#timeline.querySelectorAll("article")];
  }

  /** Put an entry at its place, instead of its former state. True if it has been corrected. */
  #place({ number, sort, html }) {
    const old = entryOf(number);
    const article = articleOf(html);
    const below = this.#articles.find((it) => it !== old && it.dataset.sort < sort);
    const put = () => {
      this.#timeline.insertBefore(article, below ?? null);
      old?.remove();
      return article;
    };
    if (old) keepInside(old, put);
    else put();
    return corrections(article) > corrections(old);
  }

  /** A reader inside is left beside it. */
  #remove(article) {
    const articles = this.#articles;
    const at = articles.indexOf(article);
    const focused = article.contains(document.activeElement);
    article.remove();
    if (focused) focusOn(articles[at + 1] ?? articles[at - 1] ?? this.#timeline);
  }

  #change(name, html) {
    const region = this.main.querySelector(`[data-region=${name}]`);
    keepInside(region, () => fill(region, html));
  }

  /** A heading a day, the link to older pages, the bar. */
  #tidy() {
    const timeline = this.#timeline;
    const articles = this.#articles;
    for (const heading of timeline.querySelectorAll(":scope > h2")) heading.remove();
    articles.forEach((article, at) => {
      const { day, dayLabel } = article.dataset;
      if (day !== articles[at - 1]?.dataset.day) article.before(headingOf(day, dayLabel));
    });
    // Line breaks between siblings, as the server writes them.
    for (const node of [...timeline.childNodes]) if (!node.tagName) node.remove();
    for (const element of [...timeline.children].slice(1)) element.before("\n");
    const older = byId("older");
    if (older && articles.length) older.href = `?before=${articles.at(-1).dataset.number}`;
    const { size } = this.#held;
    const focused = this.#bar.contains(document.activeElement);
    if (size) this.#button.textContent = newUpdates(size);
    this.#bar.hidden = !size;
    if (focused && !size) focusOn(this.#articles[0] ?? this.#timeline);
  }
}

function headingOf(day, textContent) {
  const heading = Object.assign(document.createElement("h2"), { className: "day", textContent });
  heading.dataset.day = day;
  return heading;
}
