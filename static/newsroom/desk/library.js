/** The team's own pictures, newest first and found by words: reused as they are credited. */

import { open } from "./dialogs.js";
import { button, make } from "./dom.js";

const REST = 250; // ms without a key before others are asked for

/** The place of the focus after `key` in a row of `length`, or -1. */
export function stepTo(key, at, length) {
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: length - 1 }[key];
  return to === undefined || to < 0 || to >= length ? -1 : to;
}

export class Library {
  /** `parts`: form, rows, site, say. */
  constructor(parts) {
    Object.assign(this, { timer: 0, asked: 0, before: "" }, parts);
    this.dialog = document.querySelector("#library-dialog");
    this.list = this.dialog.querySelector("[data-library]");
    this.words = this.dialog.querySelector("input");
    this.status = this.dialog.querySelector("[data-library-status]");
    this.more = this.dialog.querySelector("[data-library-more]");
    this.opener = this.form.querySelector("[data-reuse]");
    this.opener.addEventListener("click", () => this.open());
    this.words.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), REST);
    });
    this.words.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
    });
    this.more.addEventListener("click", () => this.look({ further: true }));
    this.list.addEventListener("keydown", (event) => this.key(event));
  }

  open() {
    this.words.value = "";
    this.list.replaceChildren();
    open(this.dialog, () => this.opener);
    this.words.focus();
    this.look();
  }

  async look({ further = false } = {}) {
    const asked = (this.asked += 1);
    const query = new URLSearchParams({ q: this.words.value, before: further ? this.before : "" });
    const outcome = await this.site.ask(`media/recent?${query}`);
    if (asked !== this.asked) return; // answers may overtake each other
    if (outcome.kind !== "done") {
      this.status.textContent = outcome.message;
      return;
    }
    const { pictures, more } = outcome.body;
    const held = this.list.contains(document.activeElement) ? document.activeElement.dataset.asset : null;
    const items = pictures.map((row) => this.item(row));
    if (further) this.list.append(...items);
    else this.list.replaceChildren(...items);
    this.before = pictures.at(-1)?.asset ?? "";
    this.more.hidden = !more;
    const found = this.list.children.length;
    this.status.textContent = found ? `${found}${more ? " of more" : ""} found. Press one to put it into the update.` : "No picture of the team is like this.";
    if (held && !further) (this.list.querySelector(`[data-asset="${held}"]`) ?? this.words).focus();
    if (further) items[0]?.querySelector("button").focus();
  }

  has(row) {
    return this.rows.rows.images.some(({ asset }) => asset === row.asset);
  }

  item(row) {
    const pressed = button("", () => this.take(row, pressed), { className: "picture-offer", "data-asset": String(row.asset), "aria-pressed": String(this.has(row)) });
    pressed.append(
      make("img", { src: row.url, alt: "", loading: "lazy" }),
      make("span", { textContent: row.own_caption || row.alt }),
      make("small", { textContent: row.credit }),
    );
    return make("li", {}, pressed);
  }

  /** Pressed again it is taken out. */
  take(row, pressed) {
    const there = this.rows.rows.images.find(({ asset }) => asset === row.asset);
    if (there) this.rows.drop("images", there);
    else this.rows.add("images", { ...row });
    pressed.setAttribute("aria-pressed", String(!there));
    this.status.textContent = there ? "Taken out of the update." : "It is in the update now.";
  }

  key(event) {
    const all = [...this.list.querySelectorAll("button")];
    const to = stepTo(event.key, all.indexOf(document.activeElement), all.length);
    if (to < 0) return;
    event.preventDefault();
    all[to].focus();
  }
}
