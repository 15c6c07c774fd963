/**
 * What can be typed into the text instead of being pressed: every command is also a control of the
 * composer, and does what that control does.
 */

import { matching } from "./typed.js";
import { Suggest } from "./suggest.js";
import { read } from "./tags.js";

const BREAKING = "1"; // the hottest urgency

/** Set a control as a hand does. */
function set(control, value) {
  if (control.type === "checkbox") control.checked = value;
  else control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * The commands of this form: `{name, says, run}`; `run` gives a sentence for whoever typed it. Those
 * that lead away from the text have to be chosen.
 */
function commandsOf(form, times) {
  const { elements } = form;
  const put = (name, value, told) => () => {
    set(elements[name], value);
    return told;
  };
  const pressed = (selector) => () => {
    form.querySelector(selector).click();
    return "";
  };
  return [
    { name: "key", says: "Key event", run: put("is_key_event", true, "It is a key event. Its title in the list is asked below.") },
    { name: "breaking", says: "Breaking: urgency 1, the hottest", run: put("urgency", BREAKING, "Urgency is 1, the hottest.") },
    {
      name: "pin", says: "Pin it when published",
      available: () => !form.querySelector("[data-to-pin]").hidden,
      run: put("pin_when_published", true, "It is pinned when it is published."),
    },
    { name: "unconfirmed", says: "Unconfirmed, said to readers", run: put("verification", "unconfirmed", "Readers are told that it is unconfirmed.") },
    { name: "attributed", says: "Attributed to a source", run: put("verification", "attributed", "It is attributed to a source.") },
    { name: "confirmed", says: "Confirmed by two sources", run: put("verification", "confirmed", "It is confirmed.") },
    { name: "now", says: "Display time: now", run: () => times.now("display_at") },
    {
      name: "embed", leads: true, says: "Embed an address",
      run: () => {
        form.querySelector("[data-adder=embeds] input").focus();
        return "Give the address to embed.";
      },
    },
    { name: "picture", leads: true, says: "Add pictures", run: pressed("[data-pick]") },
    { name: "reuse", leads: true, says: "A picture the team has", run: pressed("[data-reuse]") },
    { name: "preview", leads: true, says: "What readers will see", run: pressed("[data-press=preview]") },
  ];
}

/** Sources to credit: the installation's, and well-known ones that are added to them. */
export class Sources {
  constructor({ site, rows, say }) {
    Object.assign(this, { site, rows, say });
  }

  async offers(words) {
    if (!words) return [];
    const outcome = await this.site.ask(`sources/like?${new URLSearchParams({ q: words })}`);
    if (outcome.kind !== "done") return [];
    return outcome.body.sources.map((each) => ({
      text: each.name,
      hint: each.source ? "credit" : "credit, and add to the sources",
      take: () => this.credit(each),
    }));
  }

  async credit({ source, name, slug }) {
    let id = source;
    if (!id) {
      const outcome = await this.site.send("sources/add", [["slug", slug]]);
      id = outcome.body?.added?.find((each) => each.slug === slug)?.source;
      if (!id) {
        this.say(outcome.body?.added ? `${name} could not be added to the sources.` : outcome.message);
        return;
      }
    }
    if (this.rows.rows.attributions.some((row) => row.source === id)) {
      this.say(`${name} is credited already.`);
      return;
    }
    this.rows.add("attributions", { source: id, relation: "reported", via: null, person: "", names: [name, null] });
    this.say(`${name} is credited as “reported”; change it in the list of attributions.`);
  }
}

/** `tags`, if there are any: `{known(), learn(words), add(word)}`; `add` gives a sentence. */
export function typedCommands({ form, site, rows, times, say, tags }) {
  const commands = commandsOf(form, times);
  const sources = new Sources({ site, rows, say });
  const run = async (command) => say((await command.run()) ?? "");
  const there = () => commands.filter(({ available }) => available?.() ?? true);
  const exactly = (sign, words) => {
    const named = ({ name, leads }) => sign === "/" && !leads && name === words.toLowerCase();
    const command = there().find(named);
    return command && { take: () => run(command) };
  };
  const asked = new Set();
  /** What the page knows is offered at once: a hand does not wait. Others come to it. */
  const learn = async (words) => {
    if (!tags || !words || asked.has(words)) return;
    asked.add(words);
    if (await tags.learn(words)) suggest.again("#", words);
  };
  const signs = {
    "/": (words) => matching(there(), words).map((command) => ({
      text: `/${command.name}`, hint: command.says, take: () => run(command),
    })),
    "@": (words) => sources.offers(words),
    "#": (words) => {
      learn(words);
      return tagsLike(tags, words).map(({ word, fresh }) => ({
        text: `#${word}`, hint: fresh ? "a new tag" : "tag", take: () => say(tags.add(word) ?? ""),
      }));
    },
  };
  const suggest = new Suggest(form.querySelector(".ProseMirror"), (sign, words) => signs[sign](words), exactly, say);
  return suggest;
}

/** What is typed as a tag, after those of the live blog that begin like it. */
export function tagsLike(tags, words) {
  if (!tags || !words) return [];
  const typed = words.toLocaleLowerCase();
  const known = tags.known().filter((word) => word.toLocaleLowerCase().startsWith(typed));
  const exact = known.some((word) => word.toLocaleLowerCase() === typed);
  const fresh = !exact && read(words, []).tag; // what is none stays in the text
  return [...known.slice(0, 6).map((word) => ({ word })), ...(fresh ? [{ word: words, fresh: true }] : [])];
}
