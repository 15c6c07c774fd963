/** What a form page does beyond HTML: each behaviour is a module of its own. */

import { nameEditors } from "./editor.js";
import { guard } from "./guard.js";
import { acknowledge, keep } from "./keep.js";
import { lookUp } from "./lookup.js";
import { enrich } from "./rows.js";

for (const set of document.querySelectorAll("[data-rows]")) {
  set.addEventListener("added", (event) => lookUp(event.target));
  enrich(set);
}
lookUp(document);
nameEditors();
acknowledge();
for (const form of document.querySelectorAll("form[data-typed]")) {
  keep(form);
  guard(form);
}
document.querySelector("[data-refused]")?.focus();
