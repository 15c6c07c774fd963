/** The inbox on its own page: puts its parts together. */

import { closers } from "../desk/dialogs.js";
import { Site } from "../desk/talk.js";
import { memory } from "../live/memory.js";
import { Alarms } from "./alarm.js";
import { asked, filtering } from "./filter.js";
import { wireKeys } from "./keys.js";
import { WireList } from "./list.js";
import { Tail } from "./tail.js";
import { Use } from "./use.js";

const root = document.querySelector("#inbox");
const setup = JSON.parse(document.querySelector("#inbox-setup").textContent);
const form = root.querySelector("[data-filter]");
const target = root.querySelector("[data-target]");
const site = new Site(root.dataset.base, setup, root.querySelector("[name=csrfmiddlewaretoken]").value);
const said = (text) => { root.querySelector("[data-wire-status]").textContent = text; };
const remembered = memory("localStorage", "newsroom:wires:blog");

const aimed = () => target.value;
const list = new WireList(root, site, { query: () => asked(form), said, aimed, older: setup.older, since: setup.since });
const alarms = new Alarms(root, root.dataset.base, aimed);
const use = new Use(site, list, {
  target: aimed,
  said,
  done({ number, taken }, verb, article) {
    if (!taken) list.used(article, `${verb === "cite" ? "Cited" : "Used"} just now as ${number ? `update ${number}` : "a draft"}.`);
  },
});

/** The same question in the same order. */
function sorted(query) {
  const parameters = new URLSearchParams(query);
  parameters.sort();
  return parameters.toString();
}

/** Buttons that this person may not press in the chosen live blog are not shown. */
function aim() {
  root.toggleAttribute("data-reporter", !target.selectedOptions[0]?.hasAttribute("data-publish"));
}

if ([...target.options].some((option) => option.value === remembered())) target.value = remembered();
target.addEventListener("change", () => {
  remembered(target.value);
  aim();
});
aim();
filtering(form, (query) => {
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
  const keep = root.querySelector("[data-keep]");
  keep.hidden = !query;
  keep.elements.query.value = query;
  for (const link of root.querySelectorAll("[aria-label=Kept] a")) {
    if (sorted(link.search) === sorted(query)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  return list.load();
}, () => list.focus());
root.querySelector("[data-older]").addEventListener("click", (event) => {
  event.preventDefault();
  list.more();
});
closers();
wireKeys(root, { list, use, alarms, everywhere: true });
new Tail(site, list, {
  heard(body) {
    list.take(body);
    alarms.hear(body.alarms);
  },
  anew: () => list.renew(),
  state(message) {
    const box = root.querySelector("[data-connection]");
    box.textContent = message;
    box.hidden = !message;
  },
});
root.dataset.ready = "";
