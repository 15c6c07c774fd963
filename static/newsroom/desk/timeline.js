/** The two lists: every change lands in its place without moving what somebody looks at. */

import { articleOf } from "../live/fragment.js";
import { belongs, placeFor } from "./order.js";
import { edge, scroller, shift } from "./scroll.js";

// What takes the place of a pressed button.
const OPPOSITE = { pin: "unpin", unpin: "pin", "key-event": "unmark-key-event", "unmark-key-event": "key-event" };

/** What a control of an item is for, so that it is found again when the item is drawn anew. */
const named = ({ dataset, tagName, textContent }) => dataset.verb ?? dataset.act ?? (tagName === "ARTICLE" ? "" : textContent.trim());

const tags = (node) => [...node.querySelectorAll(".tags li")].map((tag) => tag.textContent);
const text = (node) => node.querySelector(".reader")?.textContent ?? "";

/** An entry as it stands on a desk: its anchor is the page's, and a draft's link leads nowhere. */
export function shown(entry, { linked = false } = {}) {
  entry.removeAttribute("id");
  if (!linked) entry.querySelector(".permalink")?.removeAttribute("href");
  return entry;
}

function prepared(item) {
  const entry = item.querySelector(".reader > .entry");
  if (entry) shown(entry, { linked: item.dataset.state === "published" });
  return item;
}

export class Timeline {
  constructor(root) {
    this.root = root;
    this.lists = Object.fromEntries(
      [...root.querySelectorAll("[data-items]")].map((list) => [list.dataset.items, list]),
    );
    this.filter = { state: "", words: "" };
    this.newest = "";
    for (const item of root.querySelectorAll("[data-item]")) prepared(item);
  }

  get older() {
    return this.lists.timeline.dataset.older;
  }

  set older(key) {
    this.lists.timeline.dataset.older = key;
    this.root.querySelector("#desk-older").hidden = !key;
  }

  find(id) {
    return this.root.querySelector(`[data-item="${id}"]`);
  }

  /** Put entries in their places; what stands in the window stays where it is. */
  apply(entries) {
    const anchor = this.anchor();
    const top = anchor?.getBoundingClientRect().top;
    for (const entry of entries) this.place(entry);
    const now = anchor && (anchor.isConnected ? anchor : this.find(anchor.dataset.item));
    if (now && top !== undefined) shift(scroller(this.lists.timeline), now.getBoundingClientRect().top - top);
  }

  /** The first item in sight, if the lists have been scrolled at all. */
  anchor() {
    const items = [...this.root.querySelectorAll("[data-item]")];
    const top = edge(scroller(this.lists.timeline));
    const first = items.find((item) => item.getBoundingClientRect().bottom > top);
    return first && first.getBoundingClientRect().top < top ? first : null;
  }

  place(entry) {
    const old = this.find(entry.id);
    if (old && Number(old.dataset.seq) > entry.seq) return;
    const fresh = entry.html ? prepared(articleOf(entry.html)) : null;
    const wanted = fresh && belongs(entry, { ...this.filter, older: this.older, newest: this.newest }, text(fresh), tags(fresh));
    if (wanted && old?.isEqualNode(fresh)) return;
    const focus = old?.contains(document.activeElement) ? document.activeElement : null;
    if (!wanted) {
      if (focus) (old.nextElementSibling ?? old.previousElementSibling ?? this.root.querySelector("select")).focus();
      old?.remove();
      return;
    }
    old?.remove();
    const list = this.lists[entry.list];
    const sorts = [...list.children].map((item) => item.dataset.sort);
    list.insertBefore(fresh, list.children[placeFor(sorts, entry.sort)] ?? null);
    if (focus) this.refocus(fresh, focus);
  }

  /** To the button the hand was on, or the one that undoes it; else to the item itself. */
  refocus(item, held) {
    const name = named(held);
    const all = [...item.querySelectorAll("button, a, summary, input, select, textarea")];
    const same = name && (all.find((each) => named(each) === name) ?? all.find((each) => named(each) === OPPOSITE[name]));
    (same || item).focus({ preventScroll: true });
  }

  /** The lists anew, as the site has them under this filter; a focus in them stays with its update. */
  redraw({ progress, timeline, older, newest = "" }) {
    const held = this.root.contains(document.activeElement) ? document.activeElement : null;
    const id = held?.closest("[data-item]")?.dataset.item;
    for (const [name, entries] of Object.entries({ progress, timeline })) {
      this.lists[name].replaceChildren(...entries.map((entry) => prepared(articleOf(entry.html))));
    }
    this.older = older;
    this.newest = newest;
    this.root.querySelector("[data-jumped]").hidden = !newest;
    this.root.toggleAttribute("data-filtered", Object.values(this.filter).some(Boolean));
    if (!id) return;
    const item = this.find(id);
    if (item) this.refocus(item, held);
    else (this.root.querySelector("[data-item]") ?? this.root).focus({ preventScroll: true });
  }

  /** More at the end of the timeline; the first of them gets the focus. */
  append({ timeline, older }) {
    const items = timeline.map((entry) => prepared(articleOf(entry.html))).filter((item) => !this.find(item.dataset.item));
    this.lists.timeline.append(...items);
    this.older = older;
    items[0]?.focus();
  }
}
