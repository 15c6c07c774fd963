/** The list of items: newest on top, one of them chosen, and what is new without moving the eye. */

import { make } from "../desk/dom.js";
import { placeFor } from "../desk/order.js";
import { articleOf } from "../live/fragment.js";

const NEAR = 40; // px: so far from its top a list counts as unscrolled

export class WireList {
  /** `query()` gives the filter's parameters; `said(text)` tells people something. */
  constructor(root, site, { query, said, older, since = "" }) {
    Object.assign(this, { root, site, query, said, older, since, chosen: "", waiting: new Map() });
    this.place = root.querySelector("[data-wires]");
    this.fresh = root.querySelector("[data-fresh]");
    this.fresh.addEventListener("click", () => this.reveal());
    this.place.addEventListener("focusin", ({ target }) => this.mark(target.closest("[data-chain]")));
  }

  articles() {
    return [...this.place.children];
  }

  find(id) {
    return this.place.querySelector(`[data-chain="${id}"]`);
  }

  get current() {
    return this.find(this.chosen);
  }

  /** The list anew, as it is filtered now. */
  async load() {
    const asked = this.query().toString();
    const outcome = await this.site.ask(`rows?${asked}`);
    if (asked !== this.query().toString()) return; // an answer to an older question
    if (outcome.kind !== "done") return this.said(outcome.message);
    const held = this.place.contains(document.activeElement);
    this.place.replaceChildren(...outcome.body.rows.map(({ html }) => articleOf(html)));
    this.since = outcome.body.since;
    this.waiting.clear();
    this.tidy(outcome.body.older);
    if (held) (this.current ?? this.articles()[0])?.focus();
  }

  async more() {
    const outcome = await this.site.ask(`rows?${new URLSearchParams([...this.query(), ["before", this.older]])}`);
    if (outcome.kind !== "done") return this.said(outcome.message);
    for (const { id, html } of outcome.body.rows) if (!this.find(id)) this.place.append(articleOf(html));
    this.tidy(outcome.body.older);
  }

  /** What moved: new ones on top or, while somebody reads further down, behind a button. */
  take({ rows, gone }) {
    for (const id of gone) this.remove(id);
    for (const row of [...rows].reverse()) {
      const there = this.find(row.id);
      if (there?.dataset.key === row.key) continue;
      if (there && this.scrolled) this.swap(there, row); // in its place: it says what holds now
      else if (this.scrolled) this.waiting.set(row.id, row);
      else this.insert(row);
    }
    this.tidy(this.older);
  }

  get scrolled() {
    const { scrollTop } = this.place;
    return scrollTop > NEAR || this.place.getBoundingClientRect().top < -NEAR;
  }

  swap(there, row) {
    const held = there.contains(document.activeElement);
    const made = articleOf(row.html);
    there.replaceWith(made);
    if (held) made.focus({ preventScroll: true });
  }

  insert(row) {
    const there = this.find(row.id);
    const held = there?.contains(document.activeElement);
    there?.remove();
    const sorts = this.articles().map((each) => each.dataset.key);
    const made = articleOf(row.html);
    this.place.insertBefore(made, this.place.children[placeFor(sorts, row.key)] ?? null);
    if (held) made.focus({ preventScroll: true });
  }

  remove(id) {
    this.waiting.delete(id);
    this.find(id)?.remove();
  }

  reveal() {
    for (const row of this.waiting.values()) this.insert(row);
    this.waiting.clear();
    this.tidy(this.older);
    this.place.scrollTop = 0;
    const first = this.articles()[0];
    first?.scrollIntoView({ block: "nearest" });
    first?.focus();
  }

  tidy(older) {
    this.older = older;
    const count = this.waiting.size;
    this.fresh.hidden = count === 0;
    this.fresh.textContent = count === 1 ? "1 new item" : `${count} new items`;
    this.root.querySelector("[data-none]").hidden = this.place.children.length > 0;
    const link = this.root.querySelector("[data-older]");
    link.hidden = !older;
    this.mark(this.current);
  }

  mark(article) {
    if (article) this.chosen = article.dataset.chain;
    for (const each of this.articles()) each.toggleAttribute("data-chosen", each === article);
  }

  /** One further down (1) or up (-1). */
  step(by) {
    const all = this.articles();
    const index = all.indexOf(this.current);
    const next = all[Math.max(0, Math.min(all.length - 1, index < 0 ? 0 : index + by))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  focus() {
    (this.current ?? this.articles()[0])?.focus();
  }

  /** What an item says that has to be read before it is used. */
  told(article) {
    const text = (name) => article.querySelector(`[data-${name}]`)?.textContent.trim() ?? "";
    return { name: article.querySelector(".wire-name").textContent.trim(), note: text("note"), terms: text("terms") };
  }

  /** Of an item that was used just now. */
  used(article, text) {
    article.querySelector(".wire-what").append(make("p", { className: "wire-uses", textContent: text }));
  }
}
