/** The composer's rows on the page: drawn from data, changed by buttons, and added to. */

import { moved } from "../admin/rows.js";
import { creditChip } from "./credit_chip.js";
import { button, make } from "./dom.js";
import { chipText, noRows } from "./rows.js";

const NAMES = { attributions: "attribution", images: "picture", embeds: "embed", tags: "tag", authors: "author" };

function field(label, row, name, changed, { area = false } = {}) {
  const control = make(area ? "textarea" : "input", { value: row[name] ?? "" });
  control.addEventListener("input", () => {
    row[name] = control.value;
    changed();
  });
  return make("label", {}, `${label} `, control);
}

/** What the site knows of an embedded address. */
export function foundThere(found) {
  if (found?.state === "failed") return `Nothing could be found there, so readers see a link. ${found.error}`;
  if (found?.state === "pending") return "Being looked up; readers see a link until then.";
  if (found?.state !== "done") return "It is looked up once the update is saved.";
  const words = [found.title, found.author].filter(Boolean).join(" – ");
  return `Found${found.provider ? ` on ${found.provider}` : ""}: ${words || "no title"}. What you write here is shown instead.`;
}

const BODIES = {
  images: (row, changed) => [
    make("img", { src: row.url, alt: row.alt, loading: "lazy" }),
    make("p", { className: "help", textContent: `${row.credit || "No credit"} · ${row.alt || "No alternative text"}` }),
    field("Caption here", row, "caption", changed),
  ],
  embeds: (row, changed) => [
    make("p", { className: "card-name", textContent: row.url || "An imported place without its address" }),
    make("p", { className: "help", "data-found": "", role: "status", textContent: foundThere(row.found) }),
    ...(row.to_fill || !row.url ? [field("Web address", row, "url", changed)] : []),
    make(
      "details",
      {},
      make("summary", { textContent: "Words of its card" }),
      field("Title", row, "title", changed),
      field("Author", row, "author", changed),
      field("Text", row, "text", changed, { area: true }),
    ),
  ],
};

export class Rows {
  /** `changed` is called after every change a person makes. */
  constructor(root, labels, changed) {
    this.root = root;
    this.labels = labels;
    this.changed = changed;
    this.rows = noRows();
  }

  set(rows) {
    this.rows = Object.fromEntries(
      Object.keys(noRows()).map((kind) => [kind, (rows[kind] ?? []).map((row) => ({ ...row }))]),
    );
    for (const kind of Object.keys(this.rows)) this.draw(kind);
  }

  /** A copy, so that later typing does not change what was read. */
  get() {
    return structuredClone(this.rows);
  }

  add(kind, row) {
    this.rows[kind] = [...this.rows[kind], row];
    this.draw(kind);
    this.changed();
  }

  /** Taken out by the desk: the focus is elsewhere. */
  drop(kind, row) {
    this.rows[kind] = this.rows[kind].filter((each) => each !== row);
    this.draw(kind);
    this.changed();
  }

  draw(kind) {
    const list = this.root.querySelector(`[data-rows="${kind}"]`);
    list.replaceChildren(...this.rows[kind].map((row, index) => this.item(kind, row, index)));
    list.hidden = this.rows[kind].length === 0;
  }

  item(kind, row, index) {
    const name = BODIES[kind] ? NAMES[kind] : chipText(kind, row, this.labels);
    const controls = make("span", { className: "row-controls" });
    const named = (said) => {
      for (const each of controls.querySelectorAll("[data-names]")) each.setAttribute("aria-label", each.dataset.names.replace("…", said));
    };
    const item = make("li", { className: BODIES[kind] ? "card" : "chip" }, ...this.body(kind, row, name, named));
    if (row.typed && this.asLink) controls.append(button("Leave it as a link", () => this.asLink(row)));
    if (index > 0) controls.append(button("↑", () => this.move(kind, index), { "data-names": "Move … up", className: "button small" }));
    controls.append(button("×", () => this.remove(kind, index), { "data-names": "Take … out", className: "button small" }));
    named(name);
    item.append(controls);
    return item;
  }

  body(kind, row, name, renamed) {
    if (kind === "attributions") return [creditChip(row, { labels: this.labels, root: this.root, renamed })];
    return BODIES[kind]?.(row, this.changed) ?? [make("span", { textContent: name })];
  }

  move(kind, index) {
    this.rows[kind] = moved(this.rows[kind], index, -1);
    this.redraw(kind, index - 1);
  }

  remove(kind, index) {
    this.rows[kind] = this.rows[kind].filter((_, place) => place !== index);
    this.redraw(kind, index);
  }

  /** After a change by a button the focus stays where the hand is. */
  redraw(kind, index) {
    this.draw(kind);
    const items = this.root.querySelectorAll(`[data-rows="${kind}"] > li`);
    const near = items[Math.min(index, items.length - 1)]?.querySelector("button");
    (near ?? this.root.querySelector(`[data-adder="${kind}"] :is(summary, input, select)`) ?? this.root.querySelector("[data-pick]")).focus();
    this.changed();
  }
}

const chosen = (control) => (control.value ? Number(control.value) : null);
const words = (control) => (control.value ? control.selectedOptions[0].textContent : null);

const MADE = {
  attributions({ source, relation, via, person }) {
    if (!source.value || source.value === via.value) return null;
    return {
      source: chosen(source), relation: relation.value, via: chosen(via), person: person.value.trim(),
      names: [words(source), words(via)],
    };
  },
  embeds: ({ url }) => (url.value.trim() ? { url: url.value.trim() } : null),
  authors({ user, name }) {
    const called = name.value.trim() || words(user);
    return called ? { user: chosen(user), name: called } : null;
  },
};

function emptied(part) {
  part.value = part.dataset.part === "relation" ? part.options[0].value : "";
  part.dispatchEvent(new Event("settled"));
}

/** The controls that add a row; Enter in one of them is the button, not the form. */
export function adders(root, rows) {
  for (const adder of root.querySelectorAll("[data-adder]")) {
    const kind = adder.dataset.adder;
    if (!MADE[kind]) continue; // has a module of its own
    const parts = Object.fromEntries([...adder.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
    const first = Object.values(parts)[0];
    const add = () => {
      const row = MADE[kind](parts);
      if (row) rows.add(kind, row);
      if (row) Object.values(parts).forEach(emptied);
      (first.closest(".lookup")?.querySelector("input") ?? first).focus();
    };
    adder.querySelector("[data-add]").addEventListener("click", add);
    adder.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.key !== "Enter" || event.ctrlKey || event.metaKey || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      add();
    });
  }
}
