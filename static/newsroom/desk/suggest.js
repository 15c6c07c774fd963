/**
 * A small list under the caret of the rich text editor, while a command is being typed. The text
 * keeps the focus: arrows choose, Enter or Tab takes, Escape leaves the characters as they are.
 */

import { stepped } from "../admin/lookup.js";
import { make } from "./dom.js";
import { taken, typedAt } from "./typed.js";

const NAME = "composer-offers";
const LEAF = "\ufffc"; // stands for a line break, so that characters and positions count alike
const EDGE = 8; // pixels between the list and the window's edge

/** What is typed at the caret of `state`, with its place in the document; in a link it is none. */
function typedIn({ selection: { $from, empty } }) {
  if (!empty || !$from.parent.isTextblock) return null;
  if ($from.marks().some((mark) => mark.type.name === "link")) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, null, LEAF);
  const found = typedAt(before);
  if (!found) return null;
  const after = $from.parent.textBetween($from.parentOffset, $from.parent.content.size, null, LEAF);
  const start = $from.pos - found.length;
  return { ...found, start, from: $from.pos - taken(before, after, found.length), to: $from.pos };
}

export class Suggest {
  /**
   * `offers(sign, words)` gives, at once or later, a list of `{text, hint, take}`; `exactly(sign, words)`
   * gives the one that needs no choosing, or nothing.
   */
  constructor(surface, offers, exactly, say) {
    Object.assign(this, {
      surface, editor: surface.editor, offers, exactly, say, found: [], at: -1, typed: null, last: null, left: -1,
    });
    this.list = make("ul", { id: NAME, className: "offers", role: "listbox", "aria-label": "Commands", tabIndex: 0, hidden: true });
    this.told = make("span", { className: "visually-hidden", role: "status" });
    const frame = surface.closest(".prose-editor");
    frame.after(this.list, this.told);
    frame.addEventListener("keydown", (event) => this.key(event), true);
    surface.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the caret stays
    this.list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) this.take([...this.list.children].indexOf(item));
    });
    this.editor.on("transaction", ({ transaction }) => this.look(transaction.docChanged));
    window.addEventListener("scroll", () => this.place(), { capture: true, passive: true });
    window.addEventListener("resize", () => this.place());
  }

  get open() {
    return !this.list.hidden;
  }

  /** Typing opens the list; walking through a text that has such characters does not. */
  async look(typing) {
    const typed = this.editor.isFocused ? typedIn(this.editor.state) : null;
    if (!typed && typing && this.typed) this.spaced(this.typed);
    if (!typed) this.left = -1;
    if (!typed || typed.start === this.left || (!typing && typed.start !== this.typed?.start)) {
      this.close();
      return;
    }
    Object.assign(this, { typed, last: typed, pending: true, wanted: false });
    const found = await this.offers(typed.sign, typed.words);
    if (this.typed !== typed) return;
    const { wanted } = this;
    Object.assign(this, { pending: false, wanted: false });
    this.show(found);
    if (wanted && found.length) this.take(0);
  }

  /** More may be known by now; whoever has begun to choose is left alone. */
  async again(sign, words) {
    const { typed } = this;
    if (typed?.sign !== sign || typed.words !== words || this.at > 0) return;
    const found = await this.offers(sign, words);
    if (this.typed === typed && this.at <= 0) this.show(found);
  }

  show(found) {
    this.found = found;
    this.list.replaceChildren(...found.map(({ text, hint }, index) =>
      make("li", { id: `${NAME}-${index}`, role: "option", "aria-selected": "false" },
        make("span", { textContent: text }), ...(hint ? [make("small", { textContent: hint })] : []))));
    this.list.hidden = !found.length;
    if (!found.length) {
      this.released();
      return;
    }
    this.surface.setAttribute("aria-controls", NAME);
    this.surface.setAttribute("aria-autocomplete", "list");
    this.told.textContent = `${found.length} to choose from: arrows, then Enter. Escape leaves the text as it is.`;
    // A sign alone may be meant as one: then Enter is a new paragraph until somebody chooses.
    this.mark(this.typed.words ? 0 : -1);
    this.place();
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
    const item = this.list.children[at];
    if (item) {
      this.surface.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else {
      this.surface.removeAttribute("aria-activedescendant");
    }
  }

  /** Under the caret, or above it where there is no room below. */
  place() {
    if (!this.open) return;
    const { top, bottom, left } = this.editor.view.coordsAtPos(this.typed.start);
    const { offsetWidth: width, offsetHeight: height } = this.list;
    const below = bottom + height + EDGE <= window.innerHeight || top < height;
    this.list.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE))}px`;
    this.list.style.top = `${below ? bottom + 4 : top - height - 4}px`;
  }

  released() {
    this.at = -1;
    for (const name of ["aria-controls", "aria-autocomplete", "aria-activedescendant"]) this.surface.removeAttribute(name);
    if (this.told.textContent) this.told.textContent = "";
  }

  close() {
    this.typed = null;
    if (!this.open) return;
    this.list.hidden = true;
    this.released();
  }

  key(event) {
    if (!this.open || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "ArrowDown") this.mark(stepped(this.at, 1, this.found.length));
    else if (event.key === "ArrowUp") this.mark(stepped(this.at, -1, this.found.length));
    else if (event.key === "Escape") this.leave();
    else if ((event.key === "Enter" || event.key === "Tab") && this.at >= 0) this.chosen();
    else {
      if (event.key === "Tab") this.close(); // on to the next control, not into the list
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** What stands in the list is about fewer letters until the answer is there: it decides. */
  chosen() {
    if (this.pending) this.wanted = true;
    else this.take(this.at);
  }

  /** The characters are meant as they stand: not asked about again in this place. */
  leave() {
    this.left = this.typed.start;
    this.close();
  }

  /** A command typed in full is meant, whoever goes on with a space instead of choosing it. */
  spaced({ sign, words, start, from, to }) {
    const chosen = this.exactly(sign, words);
    const { doc, selection } = this.editor.state;
    const caret = to + 1;
    if (!chosen || selection.from !== caret || doc.textBetween(to, caret) !== " ") return;
    // After the editor has done with the change that brought the space.
    queueMicrotask(() => {
      if (this.editor.state.doc !== doc) return;
      this.done(chosen, { from, to: from < start ? to : caret });
    });
  }

  /** A button was pressed: a command the caret still stands behind is none of what readers see. */
  finish() {
    const typed = typedIn(this.editor.state);
    const same = typed && typed.start === this.last?.start && typed.words === this.last.words;
    const chosen = same && typed.start !== this.left ? this.exactly(typed.sign, typed.words) : null;
    if (chosen) this.done(chosen, typed);
  }

  take(index) {
    this.done(this.found[index], this.typed);
  }

  /** Out of the text, as one step that can be undone, and done. */
  done(chosen, { from, to }) {
    this.close();
    this.editor.chain().focus().command(({ tr }) => {
      tr.setMeta("closeHistory$", true); // undoing this does not undo what was typed before
      return true;
    }).deleteRange({ from, to }).run();
    chosen.take();
  }
}
