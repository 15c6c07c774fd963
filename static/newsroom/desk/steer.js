/** Hears the desk's keys wherever nobody is typing, and does what their table says. */

import { lettersAreKeys } from "../admin/letters.js";
import { isTyping } from "../inbox/keys.js";
import { help } from "./help.js";
import { enter, reveal, turn } from "./panes.js";
import { wished } from "./shortcuts.js";
import { Steps } from "./steps.js";

const MENU = "details.desk-account[open]";

/** `parts`: timeline, filtering, composer, front(), say(text), correct(id). */
export function deskKeys({ timeline, filtering, composer, front, say, correct }) {
  const { form } = composer;
  const steps = new Steps({ timeline, say, more: () => filtering.more(), corrected: correct });
  const goals = { write: front, list: () => steps.enter() };
  const found = (number) => form.querySelectorAll("[data-proposals] .proposal")[number - 1];
  listen({
    next: () => steps.step(1),
    previous: () => steps.step(-1),
    edit: () => steps.press("edit"),
    pin: () => steps.press("pin"),
    mark: () => steps.press("mark"),
    correct: () => steps.correct(),
    search: () => enter("list", () => document.querySelector("#desk-filter [name=words]").focus()),
    new: () => (composer.meta.entry ? form.querySelector("[data-new]").click() : front()),
    write: front,
    updates: () => enter("list", goals.list),
    side: () => enter("side"),
    leave: (_, event) => turn(event.shiftKey ? -1 : 1, goals),
    accept: (number) => found(number)?.querySelector("button").click(),
    pictures() {
      reveal(form);
      form.querySelector("[data-pick]").click();
    },
    help: help(),
  });
}

/** `deeds` by the names of the table: functions of `(number, event)`. */
function listen(deeds) {
  let pending = "";
  document.addEventListener("keydown", (event) => {
    const target = event.target.closest ? event.target : document.body;
    const before = pending;
    pending = "";
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const wish = wished(event, { typing: isTyping(target), letters: lettersAreKeys(), pending: before });
    pending = wish.pending;
    if (!deeds[wish.name] || (wish.name === "write" && hasNearer(target))) return;
    event.preventDefault();
    deeds[wish.name](wish.number, event);
  });
}

/** Whether Escape has something nearer to do: a menu to close, a search to empty; in the text it stays. */
function hasNearer(target) {
  const menu = document.querySelector(MENU);
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
    return true;
  }
  if (target.type === "search" && target.value) {
    target.value = "";
    target.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }
  return Boolean(target.closest(".ProseMirror"));
}
