/** The wires beside the desk: what is used goes into its composer. */

import { lettersAreKeys } from "../admin/letters.js";
import { reveal } from "../desk/panes.js";
import { Site } from "../desk/talk.js";
import { memory } from "../live/memory.js";
import { Alarms } from "./alarm.js";
import { asked, filtering } from "./filter.js";
import { isTyping, wireKeys } from "./keys.js";
import { WireList } from "./list.js";
import { Tail } from "./tail.js";
import { Use } from "./use.js";

/** `desk`: setup, token, composer, edit(entry), say(text). */
export function wirePane(desk) {
  const root = document.querySelector("#desk-wires");
  const pane = root.querySelector("[data-pane]");
  const form = root.querySelector("[data-filter]");
  const site = new Site(root.dataset.base, desk.setup, desk.token);
  const remembered = memory("localStorage", "newsroom:wires:pane");
  const query = () => new URLSearchParams([["blog", desk.setup.slug], ...asked(form)]);
  const said = (text) => { root.querySelector("[data-wire-status]").textContent = text; };
  const aimed = () => desk.setup.slug;
  const list = new WireList(root, site, { query, said, aimed, older: "", since: desk.setup.wires });
  const alarms = new Alarms(root, root.dataset.base, aimed);
  const use = new Use(site, list, {
    target: aimed,
    said,
    /** A draft goes into the composer; what is public is on the desk by itself. */
    async done({ entry, number, taken }, verb, article) {
      if (!taken) list.used(article, `${verb === "cite" ? "Cited" : "Used"} just now as ${number ? `update ${number}` : "a draft"}.`);
      if (number || (taken && desk.composer.dirty)) return;
      await desk.edit(entry);
    },
  });

  function add(article) {
    const { entry, state } = desk.composer.meta ?? {};
    if (!entry || state !== "draft") said("Open the draft it is to be added to in the composer first.");
    else if (desk.composer.dirty) said("Save the draft in the composer first: Ctrl+S.");
    else use.press("use", article, entry);
  }

  async function enter() {
    reveal(root);
    if (!pane.open) pane.open = true;
    if (!list.articles().length) await list.load();
    list.focus();
    if (!list.articles().length) pane.querySelector("summary").focus();
  }

  pane.addEventListener("toggle", () => {
    remembered(pane.open ? "open" : "closed");
    if (pane.open && !list.articles().length) list.load();
  });
  document.addEventListener("keydown", (event) => {
    const { key, code, altKey, ctrlKey, metaKey, target } = event;
    const anywhere = altKey && code === "KeyI";
    const free = key === "i" && !altKey && !isTyping(target) && !target.closest?.("dialog") && lettersAreKeys();
    if (ctrlKey || metaKey || !(anywhere || free)) return;
    event.preventDefault();
    enter();
  }, true);
  filtering(form, () => list.load(), () => list.focus());
  root.querySelector("[data-older]").addEventListener("click", () => list.more());
  wireKeys(root, { list, use, alarms, add });
  new Tail(site, list, {
    heard(body) {
      if (pane.open) list.take(body);
      else list.place.replaceChildren(); // loaded anew when it is opened
      alarms.hear(body.alarms);
    },
    anew: async () => {
      if (pane.open) await list.renew();
    },
    state(message) {
      const box = root.querySelector("[data-connection]");
      box.textContent = message;
      box.hidden = !message;
    },
  });
  if (remembered() === "open") pane.open = true;
  root.dataset.ready = "";
}
