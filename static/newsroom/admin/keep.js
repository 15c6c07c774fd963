/**
 * Keeps what is typed in this browser, every input at once, until the site has said that it is stored.
 *
 * A lost session, a lost connection or a closed tab then costs nothing: the page offers the text
 * again. The hidden revision and key are kept with it, so that putting it back neither overwrites
 * a colleague unasked nor publishes twice.
 */

import { everything, remove } from "./database.js";
import { write } from "./editor.js";
import { forgetAll, PREFIX } from "./forget.js";
import { settle } from "./lookup.js";
import { beforeLeaving, later, Shelf } from "./shelf.js";

const SENT = "newsroom:sent";
const MAX_AGE = 7 * 24 * 3600 * 1000; // milliseconds

/** The fields worth keeping: no token of a session, no file, no button. */
export function worthKeeping(pairs) {
  return pairs.filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");
}

const BOOKKEEPING = ["idempotency_key", "revision"];

/** Whether two lists of fields say something different to a reader. */
export function differ(kept, current) {
  const told = (pairs) => JSON.stringify(pairs.filter(([name]) => !BOOKKEEPING.includes(name)));
  return told(kept) !== told(current);
}

/** What was kept, or null if it is too old or not readable. */
export function readable(text, now) {
  try {
    const kept = JSON.parse(text);
    return kept && Array.isArray(kept.fields) && now - kept.at < MAX_AGE ? kept : null;
  } catch {
    return null;
  }
}

const fieldsOf = (form) => worthKeeping([...new FormData(form)]);

/** A sentence above `node`, said once: what is typed has no room in this browser. */
export const tellAbove = (node) => (sentence) => {
  const box = document.querySelector("[data-room]") ?? document.createElement("p");
  Object.assign(box, { className: "alert", role: "alert", textContent: sentence });
  box.dataset.room = "";
  if (!box.isConnected) node.before(box);
};

function fill(form, fields) {
  for (const set of form.querySelectorAll("[data-rows]")) {
    const name = `${set.dataset.rows}-TOTAL_FORMS`;
    const wanted = Number(fields.find(([field]) => field === name)?.[1] ?? 0);
    for (let have = Number(form.elements[name].value); have < wanted; have += 1) {
      set.querySelector("[data-add-row]").click();
    }
  }
  for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = false;
  for (const [name, value] of fields) {
    const control = form.elements[name];
    if (!control) continue;
    if (control.type === "checkbox") control.checked = true;
    else if (control.dataset?.lookup) settle(control, value);
    else control.value = value;
    if (control.tagName === "TEXTAREA") write(control);
  }
  for (const set of form.querySelectorAll("[data-rows]")) set.dispatchEvent(new Event("restored"));
}

function offer(form, kept, forget) {
  const bar = form.querySelector("[data-kept]");
  bar.querySelector("[data-kept-at]").textContent = new Date(kept.at).toLocaleString();
  bar.querySelector("[data-kept-back]").addEventListener("click", () => {
    fill(form, kept.fields);
    form.dispatchEvent(new Event("input", { bubbles: true }));
    bar.hidden = true;
  });
  bar.querySelector("[data-kept-drop]").addEventListener("click", () => {
    forget();
    bar.hidden = true;
  });
  bar.hidden = false;
}

/** Forget what the site has stored: the page that came back says so. */
export function acknowledge() {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (sent && document.querySelector(".messagelist .success")) {
    localStorage.removeItem(sent);
    remove("texts", sent);
  }
  forgetAll(PREFIX, (text) => readable(text, Date.now()));
}

export function keep(form) {
  const key = `${PREFIX}${form.dataset.typed}:${location.pathname}${location.search}`;
  const shelf = new Shelf({ tell: tellAbove(form) });
  const found = shelf.get(key);
  const refused = form.querySelector("[data-refused]") !== null;
  const asOpened = fieldsOf(form);

  function save() {
    const fields = fieldsOf(form);
    if (differ(fields, asOpened)) shelf.put(key, JSON.stringify({ at: Date.now(), fields }));
  }

  async function offerKept() {
    const [[, beside] = []] = await everything("texts", key);
    const kept = readable(beside && found ? later(beside, found) : beside ?? found, Date.now());
    if (kept && !refused && differ(kept.fields, asOpened)) offer(form, kept, () => shelf.remove(key));
  }

  offerKept();
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  beforeLeaving(save);
  form.addEventListener("submit", () => {
    save();
    sessionStorage.setItem(SENT, key);
  });
}
