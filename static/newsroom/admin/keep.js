/**
 * Keeps what is typed in this browser until the site has said that it is stored.
 *
 * A lost session, a lost connection or a closed tab then costs nothing: the page offers the text
 * again. The hidden revision and key are kept with it, so that putting it back neither overwrites
 * a colleague unasked nor publishes twice.
 */

import { write } from "./editor.js";
import { settle } from "./lookup.js";

const PREFIX = "newsroom:typed:";
const SENT = "newsroom:sent";
const WAIT = 400; // milliseconds after the last key
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

function forgetAll(unless = () => false) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && !unless(key)) localStorage.removeItem(key);
  }
}

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
  if (sent && document.querySelector(".messagelist .success")) localStorage.removeItem(sent);
  forgetAll((key) => readable(localStorage.getItem(key), Date.now()));
  document.querySelector("#logout-form")?.addEventListener("submit", () => forgetAll());
}

export function keep(form) {
  const key = `${PREFIX}${form.dataset.typed}:${location.pathname}${location.search}`;
  const forget = () => localStorage.removeItem(key);
  const kept = readable(localStorage.getItem(key), Date.now());
  const refused = form.querySelector("[data-refused]") !== null;
  const asOpened = fieldsOf(form);
  let timer = 0;

  function save() {
    clearTimeout(timer);
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: fieldsOf(form) }));
    } catch {
      // Full or forbidden: the form itself still has everything.
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  }

  if (kept && !refused && differ(kept.fields, asOpened)) offer(form, kept, forget);
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => {
    save();
    sessionStorage.setItem(SENT, key);
  });
}
