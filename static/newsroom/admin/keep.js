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

const told = (pairs) => JSON.stringify(pairs.filter(([name]) => !BOOKKEEPING.includes(name)));

/** Whether two lists of fields say something different to a reader. */
export function differ(kept, current) {
  return told(kept) !== told(current);
}

/** Whether the site has what was kept: it was sent so, under a key that made an update. */
export function arrived(kept, keys) {
  return Boolean(kept.sent) && kept.fields.some(([name, key]) => name === "idempotency_key" && keys.includes(key));
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

/** Whether nothing was typed between the sending at `at` and what was kept. */
export function asSent(text, at, now) {
  const kept = readable(text, now);
  return kept === null || kept.at <= at;
}

/** `{key, at}` of the last sending, or null: also for what an older page has left there. */
export function whatWasSent(text) {
  try {
    const sent = JSON.parse(text);
    return typeof sent?.key === "string" ? sent : null;
  } catch {
    return null;
  }
}

/** Forget what the site has stored: the page that came back says so. What was typed since stays. */
export async function acknowledge() {
  const sent = whatWasSent(sessionStorage.getItem(SENT));
  sessionStorage.removeItem(SENT);
  forgetAll(PREFIX, (text) => readable(text, Date.now()));
  if (!sent || !document.querySelector(".messagelist .success")) return;
  if (asSent(localStorage.getItem(sent.key), sent.at, Date.now())) localStorage.removeItem(sent.key);
  const [[, beside] = []] = await everything("texts", sent.key);
  if (asSent(beside, sent.at, Date.now())) remove("texts", sent.key);
}

export function keep(form) {
  const key = `${PREFIX}${form.dataset.typed}:${location.pathname}${location.search}`;
  const shelf = new Shelf({ tell: tellAbove(form) });
  const found = shelf.get(key);
  const refused = form.querySelector("[data-refused]") !== null;
  const asOpened = fieldsOf(form);
  const arrivedKeys = (form.dataset.arrived ?? "").split(" ");
  let sent = null; // what was sent first: a key answers for that text, and for no later one
  let latest = null;

  function save() {
    const fields = fieldsOf(form);
    if (!differ(fields, asOpened) || (latest && !differ(fields, latest.fields))) return;
    put({ at: Date.now(), fields, sent: sent !== null && !differ(fields, sent) });
  }

  function put(kept) {
    latest = kept;
    shelf.put(key, JSON.stringify(kept));
  }

  async function offerKept() {
    const [[, beside] = []] = await everything("texts", key);
    const kept = readable(beside && found ? later(beside, found) : beside ?? found, Date.now());
    if (kept?.sent) sent ??= kept.fields;
    if (!kept || refused || !differ(kept.fields, asOpened)) return;
    if (arrived(kept, arrivedKeys)) shelf.remove(key);
    else offer(form, kept, () => shelf.remove(key));
  }

  offerKept();
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  beforeLeaving(save);
  form.addEventListener("submit", () => {
    sent ??= fieldsOf(form);
    save();
    if (latest) put({ ...latest, sent: !differ(latest.fields, sent) });
    sessionStorage.setItem(SENT, JSON.stringify({ key, at: latest?.at ?? Date.now() }));
  });
}
