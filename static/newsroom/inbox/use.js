/** Using an item: asking what has to be asked, sending it, and fetching its pictures afterwards. */

import { open } from "../desk/dialogs.js";
import { complain, sentences } from "../desk/dom.js";
import { newKey } from "../desk/key.js";

const LABELS = { use: "Use as a draft", publish: "Publish now" };
const TITLES = { use: "Use this item?", publish: "Publish this at once?" };

export class Use {
  /** `target()` is the live blog's slug, `entry()` the draft to add to; `done(body, verb, article)`. */
  constructor(site, list, { target, said, done }) {
    // Keys of what may have arrived although its answer did not: sent again, it is done once.
    Object.assign(this, { site, list, target, said, done, sending: false, unsure: new Map() });
    this.dialog = document.querySelector("#wire-dialog");
    this.form = this.dialog.querySelector("form");
    this.errors = this.dialog.querySelector("[data-errors]");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(this.asked);
    });
    list.place.addEventListener("click", ({ target: pressed }) => {
      const verb = pressed.closest("[data-use]")?.dataset.use;
      if (verb) this.press(verb, pressed.closest("[data-chain]"));
    });
  }

  /** `entry` is the draft it is added to, if any. */
  press(verb, article, entry = null) {
    if (!article) return;
    if (!this.target()) return this.said("Choose the live blog first.");
    if (!article.querySelector("[data-use]")) return this.said("This item is not for use.");
    if (verb === "publish" && this.list.root.hasAttribute("data-reporter")) {
      return this.said("Only editors publish at once here. Press Use for a draft.");
    }
    const told = this.list.told(article);
    this.asked = { verb, article, entry };
    if (verb === "publish" || (verb === "use" && told.terms)) this.ask(verb, told, article);
    else this.send(this.asked);
  }

  ask(verb, { name, note, terms, uses }, article) {
    const show = (part, text) => {
      const place = this.dialog.querySelector(`[data-${part}]`);
      place.textContent = text;
      place.hidden = !text;
    };
    show("name", name);
    show("note", note);
    show("terms", terms);
    show("uses", uses);
    for (const box of [this.form.elements.accepted_terms, this.form.elements.insist]) box.checked = false;
    this.dialog.querySelector("[data-insist-row]").hidden = true;
    this.dialog.querySelector("[data-terms-row]").hidden = !terms;
    const button = this.dialog.querySelector("[data-do]");
    button.textContent = LABELS[verb];
    this.dialog.querySelector("h2").textContent = TITLES[verb];
    complain(this.errors, []);
    open(this.dialog, () => this.list.find(article.dataset.chain) ?? this.list.place);
    (terms ? this.form.elements.accepted_terms : button).focus();
  }

  async send(asked) {
    if (this.sending) return;
    this.sending = true;
    const { verb, article, entry } = asked;
    const item = article.dataset.wire;
    const what = [verb, item, entry, this.target()].join();
    const key = this.unsure.get(what) ?? newKey();
    this.unsure.set(what, key);
    this.said("Sending…");
    const outcome = await this.site.send(`items/${item}/use`, [
      ["verb", verb],
      ["blog", this.target()],
      ["entry", entry ?? ""],
      ["idempotency_key", key],
      ...["accepted_terms", "insist"]
        .filter((name) => this.dialog.open && this.form.elements[name].checked)
        .map((name) => [name, "on"]),
    ]);
    this.sending = false;
    if (!["away", "broken"].includes(outcome.kind)) this.unsure.delete(what);
    if (outcome.kind !== "done") return this.refused(outcome);
    this.dialog.close();
    this.said(outcome.body.message);
    await this.done(outcome.body, verb, article);
    if (outcome.body.pictures) this.pictures(item, outcome.body, verb);
  }

  refused(outcome) {
    this.said(outcome.message);
    if (outcome.body?.errors?.insist) this.dialog.querySelector("[data-insist-row]").hidden = false;
    if (this.dialog.open) complain(this.errors, sentences(outcome, this.form));
  }

  /** Beside the draft, which is there already. */
  async pictures(item, { entry, number, message, pictures }, verb) {
    this.said(`${message} Fetching ${pictures === 1 ? "its picture" : `its ${pictures} pictures`}…`);
    const outcome = await this.site.send(`items/${item}/pictures`, [["entry", entry]]);
    this.said(`${message} ${outcome.body?.message ?? outcome.message}`);
    if (outcome.body?.taken) await this.done({ entry, number, taken: true }, verb);
  }
}
