/**
 * Signing out drops what this browser keeps: not before the person was asked. On every page from
 * which one can sign out, because who sits down next at this computer may be somebody else.
 */

import { forgetAll, keptHere, PREFIX, UNSENT } from "./forget.js";
import { close } from "./shelf.js";

const WAIT = 2_000; // ms for a browser's database that does not answer

const within = (work) => Promise.race([work, new Promise((done) => { setTimeout(done, WAIT); })]);

async function leave(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const kept = await within(keptHere());
  if (kept && !window.confirm(`This browser keeps ${kept} that the site does not have. Sign out and drop what it keeps?`)) return;
  close(); // or leaving the page would keep the text again
  await within(Promise.all([forgetAll(PREFIX), forgetAll(UNSENT)]));
  form.submit();
}

document.querySelector("#logout-form")?.addEventListener("submit", leave);
