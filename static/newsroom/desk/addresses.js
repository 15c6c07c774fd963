/**
 * A web address on a line of its own becomes an embed at once: its paragraph, or its line between
 * two breaks, is taken out of the text, and “Leave it as a link” (or Ctrl+Z) puts it back. What stood in a text that was opened
 * stays as it is: only what somebody typed or pasted is asked about.
 */

const ADDRESS = /^https?:\/\/[^\s/?#@]+\.[^\s]+$/i;

/** The address a paragraph's text is, or "". */
export const addressIn = (text) => (ADDRESS.test(text.trim()) ? text.trim() : "");

/** The lines of a paragraph, cut at its breaks: `{text, from, to}` within it. */
function linesOf(paragraph) {
  const lines = [{ text: "", from: 0, to: 0 }];
  paragraph.forEach((node, at) => {
    const end = at + node.nodeSize;
    if (node.type.name === "hardBreak") lines.push({ text: "", from: end, to: end });
    else Object.assign(lines.at(-1), { text: lines.at(-1).text + (node.text ?? ""), to: end });
  });
  return lines;
}

/**
 * `[{url, at, size, line}]` of what is an address and nothing else in a document: its paragraphs, and
 * the lines of paragraphs, whose `line` is `{first}`; `at` and `size` are then of the line's text.
 */
export function alone(doc) {
  const found = [];
  doc.forEach((node, at) => {
    if (node.type.name !== "paragraph") return;
    const lines = linesOf(node);
    for (const { text, from, to } of lines) {
      const url = addressIn(text);
      if (url && lines.length === 1) found.push({ url, at, size: node.nodeSize, line: null });
      else if (url) found.push({ url, at: at + 1 + from, size: to - from, line: { first: from === 0 } });
    }
  });
  return found;
}

/** Whether the caret is in it; a line has no ends of its own around its text. */
function holds({ at, size, line }, { from, to }) {
  return line ? from >= at && to <= at + size : from > at && to < at + size;
}

export class Addresses {
  /** `parts`: form, rows, say. */
  constructor(editor, parts) {
    Object.assign(this, { editor, undone: new Set(), left: new Set(), places: new Map() }, parts);
    editor.on("transaction", ({ transaction }) => this.see(transaction));
    // To another control; who goes to another window may come back with the rest of it.
    editor.on("blur", ({ event }) => this.look({ done: Boolean(event.relatedTarget) }));
    this.rows.asLink = (row) => this.back(row);
  }

  has(url) {
    return this.rows.rows.embeds.some((row) => row.url === url);
  }

  see(transaction) {
    if (!transaction.docChanged) {
      this.look({});
      return;
    }
    for (const [url, place] of this.places) this.places.set(url, transaction.mapping.map(place));
    if (transaction.getMeta("addToHistory") === false) this.opened();
    else if (transaction.getMeta("history$")) this.undo();
    else this.look({ done: transaction.getMeta("paste") || transaction.getMeta("uiEvent") === "paste" });
  }

  /** A text was put in: its addresses have been decided about. */
  opened() {
    this.undone.clear();
    this.places.clear();
    this.left = new Set(alone(this.editor.state.doc).map(({ url }) => url));
  }

  /** Undoing brings the paragraph back and takes the card away; doing it again the other way. */
  undo() {
    const there = new Set(alone(this.editor.state.doc).map(({ url }) => url));
    for (const url of [...this.undone].filter((each) => !there.has(each))) {
      this.undone.delete(url);
      if (!this.has(url)) this.rows.add("embeds", { url, typed: true });
    }
    for (const row of this.rows.rows.embeds.filter((each) => each.typed && there.has(each.url))) {
      this.undone.add(row.url);
      this.left.add(row.url);
      this.rows.drop("embeds", row);
    }
  }

  /** Take in what is complete: the caret has left it, or it was pasted. */
  look({ done = false }) {
    const found = this.complete(done);
    if (found && !this.taking) this.take(found);
  }

  complete(done) {
    const { doc, selection } = this.editor.state;
    return alone(doc).find((each) =>
      (done || !holds(each, selection)) && !this.left.has(each.url) && !this.has(each.url));
  }

  /** A button was pressed: the address the caret is still in is complete too. */
  finish() {
    for (let found = this.complete(true); found; found = this.complete(true)) this.bring(found);
  }

  take({ url }) {
    this.taking = true;
    // After the editor has done with the change that brought it.
    queueMicrotask(() => {
      this.taking = false;
      const found = alone(this.editor.state.doc).find((each) => each.url === url);
      if (!found || this.has(url)) return;
      this.bring(found);
      this.say("The address is an embed now, below the text. “Leave it as a link” puts it back.");
    });
  }

  bring(found) {
    this.cut(found);
    this.rows.add("embeds", { url: found.url, typed: true });
  }

  cut(found) {
    const { url, at, size, line } = found;
    const { doc, selection } = this.editor.state;
    // The caret stays in its paragraph; so does the only one of a text. A line goes with its break.
    const stays = !line && (holds(found, selection) || doc.childCount === 1);
    const [before, after] = line ? (line.first ? [0, 1] : [1, 0]) : stays ? [-1, -1] : [0, 0];
    const [from, to] = [at - before, at + size + after];
    this.places.set(url, from);
    this.editor.chain().command(({ tr }) => {
      tr.setMeta("closeHistory$", true).delete(from, to);
      return true;
    }).run();
  }

  /** A card becomes a link in a line of its own again, where it was typed. */
  back(row) {
    const { doc } = this.editor.state;
    const { url } = row;
    this.left.add(url);
    this.rows.drop("embeds", row);
    const link = { type: "text", text: url, marks: [{ type: "link", attrs: { href: url } }] };
    const place = Math.min(this.places.get(url) ?? doc.content.size, doc.content.size);
    const around = doc.resolve(place);
    const empty = around.depth === 1 && around.parent.content.size === 0;
    const at = empty ? { from: around.before(1), to: around.after(1) } : around.depth ? around.after(1) : place;
    this.editor.chain().focus().insertContentAt(at, { type: "paragraph", content: [link] }).run();
    this.say("It is a link in the text again.");
  }
}
