/** Sources found in the text: chips to accept, and a warning for an agency nobody credits. */

import { Sources } from "./commands.js";
import { button, make } from "./dom.js";
import { open, unattributed } from "./rows.js";

const REST = 600; // ms without a key before the text is looked at
const NOTHING = { found: [], named: [], notes: [] };

export class Found {
  constructor(root, rows, site, say) {
    this.box = root.querySelector("[data-proposals]");
    this.warning = root.querySelector("[data-unattributed]");
    this.notes = root.querySelector("[data-notes]");
    this.sources = new Sources({ rows, site, say });
    Object.assign(this, { rows, site, say, timer: 0, body: "", asked: "", pairs: [], answer: NOTHING, aside: [] });
  }

  /** Look at `body` when typing rests; `about` is its entry and what it is built from. */
  look(body, about = []) {
    const credits = JSON.stringify(this.rows.rows.attributions.map(({ source, via, item }) => [source, via, item]));
    const pairs = [["body", body], ["credits", credits], ...about];
    const asked = JSON.stringify(pairs);
    if (asked === this.asked || (!body && !this.body)) return;
    Object.assign(this, { asked, body, pairs });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(asked), REST);
  }

  async fetch(asked) {
    const outcome = this.body ? await this.site.send("sources", this.pairs) : null;
    if (asked !== this.asked) return; // an answer about an older text
    if (outcome && outcome.kind !== "done") return;
    this.answer = outcome?.body ?? NOTHING;
    this.draw();
  }

  forget() {
    clearTimeout(this.timer);
    Object.assign(this, { body: "", asked: "", pairs: [], answer: NOTHING, aside: [] });
    this.draw();
  }

  draw() {
    const { attributions } = this.rows.rows;
    const proposals = open(this.answer.found, attributions, this.aside);
    const focus = this.box.contains(document.activeElement);
    this.box.replaceChildren(
      ...(proposals.length ? [make("span", { className: "help", textContent: "Found in the text:" })] : []),
      ...proposals.map((each, index) => this.chip(each, index + 1)),
    );
    this.box.hidden = proposals.length === 0;
    if (focus) this.stay(this.box);
    this.warn(unattributed(this.answer.named, attributions), proposals);
    this.notes.replaceChildren(...this.answer.notes.map((textContent) => make("li", { textContent })));
    this.notes.hidden = this.answer.notes.length === 0;
  }

  /** To what is left to press in `place`, or to where attributions are added. */
  stay(place) {
    (place.querySelector("button") ?? document.querySelector("[data-adder=attributions] summary")).focus();
  }

  /** Agencies nobody credits; those for whose words there is no chip can be credited all the same. */
  warn(missing, proposals) {
    const chips = new Set(proposals.flatMap(({ names }) => names));
    const names = missing.map(({ name }) => name);
    const bare = missing.filter(({ name }) => !chips.has(name));
    const told = JSON.stringify([names, bare]);
    if (told === this.told) return; // a hand may be on a button of it
    this.told = told;
    const held = this.warning.contains(document.activeElement);
    this.warning.hidden = names.length === 0;
    this.warning.replaceChildren(...(names.length ? [
      `The text names ${names.join(", ")}, but nothing is attributed to ${names.length > 1 ? "them" : "it"} yet.`,
      ...bare.flatMap((each) => [" ", button(`Credit ${each.name}`, () => this.sources.credit(each))]),
    ] : []));
    if (held) this.stay(this.warning);
  }

  /** A well-known source that is not in the list yet is added to it first. */
  async accept(each) {
    let row = each;
    if (each.missing.length) {
      const pairs = [...this.pairs, ...each.missing.map((slug) => ["slug", slug])];
      const outcome = await this.site.send("sources/add", pairs);
      row = outcome.body?.found?.find(({ credit }) => credit === each.credit);
      if (!row) {
        this.say(outcome.message);
        return;
      }
      this.answer = outcome.body;
    }
    const { source, relation, via, person, names } = row;
    this.rows.add("attributions", { source, relation, via, person, names });
    this.draw();
  }

  chip(each, number) {
    const fresh = each.missing.length ? " (adds it to the sources)" : "";
    const accept = button(`+ ${each.credit}`, () => this.accept(each), {
      title: each.text + fresh, ...(number < 10 ? { "aria-keyshortcuts": `Alt+${number}` } : {}),
    });
    const drop = button("×", () => {
      this.aside = [...this.aside, each];
      this.draw();
    }, { "aria-label": `Not this one: ${each.credit}` });
    return make("span", { className: "proposal" }, accept, drop);
  }
}
