/** The list of items: newest on top, one of them chosen, and what is new without moving the eye. */

import { make } from "../desk/dom.js";
import { placeFor } from "../desk/order.js";
import { articleOf, fill } from "../live/fragment.js";
import { aim } from "./aim.js";

const NEAR = 40; // px: so far from its top a list counts as unscrolled
const TOLD = 100; // rows whose uses are asked for
const MANY = 3; // failing feeds: so many are folded
const LONG = 300; // rows: a night's items are not all kept on the page
const KEPT = 150;
const FOLLOWED = ["click", "auxclick", "contextmenu"]; // the ways a link is opened

export class WireList {
  /** `query()` gives the filter's parameters; `said(text)` tells people something; `aimed()` is the live blog's slug. */
  constructor(root, site, { query, said, aimed, older, since = "" }) {
    Object.assign(this, { root, site, query, said, aimed, older, since, chosen: "", gap: null, behind: false, waiting: new Map() });
    this.place = root.querySelector("[data-wires]");
    this.fresh = root.querySelector("[data-fresh]");
    this.fresh.addEventListener("click", () => this.reveal());
    this.place.addEventListener("focusin", ({ target }) => this.mark(target.closest("[data-chain]")));
    for (const way of FOLLOWED) {
      this.place.addEventListener(way, ({ target }) => {
        const link = target.closest(".wire-name a");
        if (link) link.href = this.address(link.closest("[data-chain]"));
      }, true);
    }
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

  address(article) {
    return aim(article.dataset.url, this.aimed());
  }

  /** Whose uses are to be told, for an address. */
  get shown() {
    return this.articles().slice(0, TOLD).map(({ dataset }) => dataset.chain).join();
  }

  /** The list anew, as it is filtered now. */
  async load() {
    const asked = this.query().toString();
    const outcome = await this.site.ask(`rows?${asked}`);
    if (asked !== this.query().toString()) return; // an answer to an older question
    if (outcome.kind !== "done") return this.said(outcome.message);
    const held = this.place.contains(document.activeElement);
    const name = this.current && this.told(this.current).name;
    this.place.replaceChildren(...outcome.body.rows.map(({ html }) => articleOf(html)));
    this.since = outcome.body.since;
    this.waiting.clear();
    this.behind = false;
    this.tidy(outcome.body.older);
    if (!held) return;
    if (this.current) this.current.focus();
    else this.lose(name, this.articles()[0]);
  }

  /** So much is new that it is not told one by one: all anew, or a button for who reads further down. */
  async renew() {
    if (!this.scrolled) return this.load();
    this.behind = true;
    this.tidy(this.older);
  }

  async more() {
    const outcome = await this.site.ask(`rows?${new URLSearchParams([...this.query(), ["before", this.older]])}`);
    if (outcome.kind !== "done") return this.said(outcome.message);
    for (const { id, html } of outcome.body.rows) if (!this.find(id)) this.place.append(articleOf(html));
    this.tidy(outcome.body.older);
  }

  /** What moved: new ones on top or, while somebody reads further down, behind a button. */
  take({ rows, gone, uses, feeds }) {
    for (const id of gone) this.remove(id);
    if (uses) this.tell(uses);
    if (feeds) this.ailing(feeds);
    for (const row of [...rows].reverse()) {
      const there = this.find(row.id);
      if (there?.dataset.key === row.key) continue;
      if (there && this.scrolled) this.swap(there, row); // in its place: it says what holds now
      else if (this.scrolled) this.waiting.set(row.id, row);
      else this.insert(row);
    }
    this.tidy(this.shorten());
  }

  /** Where each item stands by now, whoever has used it. */
  tell(uses) {
    for (const article of this.articles().slice(0, TOLD)) {
      fill(article.querySelector("[data-uses]"), uses[article.dataset.chain] ?? "");
    }
  }

  /** Sentences on feeds by which nothing comes. */
  ailing(feeds) {
    const place = this.root.querySelector("[data-feeds]");
    const lines = [...place.querySelectorAll("p")].map(({ textContent }) => textContent);
    if (lines.join() === feeds.join()) return;
    const all = feeds.map((textContent) => make("p", { textContent }));
    const opened = place.querySelector("details")?.open ?? false;
    place.replaceChildren(...(all.length < MANY ? all : [
      make("details", { open: opened }, make("summary", { textContent: `${all.length} feeds bring nothing new` }), ...all),
    ]));
  }

  /** Leave away what is far down, unless somebody is there; the key below which it is fetched again. */
  shorten() {
    const all = this.articles();
    const rest = all.slice(KEPT);
    const held = rest.some((each) => each.contains(document.activeElement));
    if (all.length <= LONG || this.scrolled || held) return this.older;
    for (const each of rest) each.remove();
    return all.slice(0, KEPT).map(({ dataset }) => dataset.key).sort()[0];
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
    const there = this.find(id);
    if (!there) return;
    const held = there.contains(document.activeElement);
    const { name } = this.told(there);
    const next = there.nextElementSibling ?? there.previousElementSibling;
    there.remove();
    if (there.dataset.chain === this.chosen) this.gap = next;
    if (held) this.lose(name, next);
  }

  /** What had the focus is gone: no other item gets it unasked, or the next key would use that one. */
  lose(name, next) {
    this.chosen = "";
    this.gap = next ?? null;
    this.mark(null);
    this.place.focus({ preventScroll: true });
    if (name) this.said(`“${name}” is no longer among these.`);
  }

  async reveal() {
    if (this.behind) await this.load();
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
    this.fresh.hidden = count === 0 && !this.behind;
    const some = count === 1 ? "1 new item" : `${count} new items`;
    this.fresh.textContent = this.behind ? "Many new items" : some;
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
    const gap = Math.max(0, all.indexOf(this.gap));
    const next = all[Math.max(0, Math.min(all.length - 1, index < 0 ? gap : index + by))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  focus() {
    (this.current ?? this.articles()[0])?.focus();
  }

  /** What an item says that has to be read before it is used. */
  told(article) {
    const text = (name) => article.querySelector(`[data-${name}]`)?.textContent.trim() ?? "";
    const name = article.querySelector(".wire-name").textContent.trim();
    return { name, note: text("note"), terms: text("terms"), uses: text("uses").replace(/\s+/g, " ") };
  }

  /** Of an item that was used just now. */
  used(article, text) {
    article.querySelector("[data-uses]").append(make("p", { className: "wire-uses", textContent: text }));
  }
}
