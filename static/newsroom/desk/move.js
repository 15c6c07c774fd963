/** Moving a published update earlier or later: one press or one key, and one to take it back. */

const KEYS = { ArrowUp: "later", ArrowDown: "earlier" };

/** What a key asks for: Alt with an arrow moves an update the way the arrow points. */
export function direction({ key, altKey, ctrlKey, metaKey, shiftKey }) {
  return altKey && !ctrlKey && !metaKey && !shiftKey ? (KEYS[key] ?? "") : "";
}

export class Move {
  constructor({ timeline, site, heard, say }) {
    Object.assign(this, { timeline, site, heard, say, last: null });
    this.note = document.querySelector("#desk-moved");
    this.note.querySelector("[data-undo]").addEventListener("click", () => this.undo());
    this.note.querySelector("[data-close]").addEventListener("click", () => this.leave());
    timeline.root.addEventListener("keydown", (event) => {
      const wanted = direction(event);
      const item = event.target.closest("[data-item]");
      if (!wanted || !item?.querySelector(`[data-act="${wanted}"]`)) return;
      event.preventDefault();
      if (!event.repeat) this.go(item, wanted);
    });
  }

  go(item, wanted) {
    const { item: id, revision } = item.dataset;
    return this.send(id, [["direction", wanted], ["revision", revision]]);
  }

  async send(id, pairs) {
    if (this.sending) return;
    this.sending = true;
    this.say(""); // on a phone both stand above the bar
    const outcome = await this.site.send(`entries/${id}/move`, pairs);
    this.sending = false;
    if (outcome.kind !== "done") {
      this.tell(outcome.message, null);
      return;
    }
    this.heard(outcome.body);
    const { message, undo, entries: [{ revision }] } = outcome.body;
    this.timeline.find(id)?.scrollIntoView({ block: "nearest" });
    this.tell(message, undo ? { id, to: undo, revision } : null);
  }

  tell(message, last) {
    this.last = last;
    this.note.querySelector("[role=status]").textContent = message;
    this.note.querySelector("[data-undo]").hidden = !last;
    this.note.hidden = false;
  }

  undo() {
    const { id, to, revision } = this.last;
    this.timeline.find(id)?.focus({ preventScroll: true });
    return this.send(id, [["to", to], ["revision", revision]]);
  }

  leave() {
    this.note.hidden = true;
    (this.timeline.find(this.last?.id ?? 0) ?? this.timeline.root.querySelector("[data-item]"))?.focus();
  }
}
