/** The keys of the wires: letters, wherever nobody is typing. */

import { lettersAreKeys } from "../admin/letters.js";

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable=true], [contenteditable='']";

export const isTyping = (target) => Boolean(target.closest?.(TYPING));

const NAMES = { j: "next", k: "previous", u: "use", U: "publish", c: "cite", a: "add", o: "open", x: "dismiss" };

/** What a key event asks for, or "". */
export function wish({ key, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return "";
  if (key === "/") return "search";
  if (key === "?") return "keys";
  return NAMES[key] ?? "";
}

/** `root` hears them while it has the focus; `everywhere` also while nothing has. */
export function wireKeys(root, { list, use, alarms, add, everywhere = false }) {
  const deeds = {
    next: () => list.step(1),
    previous: () => list.step(-1),
    use: () => use.press("use", list.current),
    publish: () => use.press("publish", list.current),
    cite: () => use.press("cite", list.current),
    add: () => add?.(list.current),
    open: () => list.current && location.assign(list.address(list.current)),
    dismiss: () => alarms.dismiss(),
    search: () => root.querySelector("[name=words]").focus(),
    keys: () => {
      const help = root.querySelector("[data-keys]");
      help.open = !help.open;
    },
  };
  const place = everywhere ? document : root;
  place.addEventListener("keydown", (event) => {
    if (isTyping(event.target) || event.target.closest?.("dialog") || !lettersAreKeys()) return;
    const name = wish(event);
    if (!name) return;
    event.preventDefault();
    if (event.repeat && name !== "next" && name !== "previous") return;
    deeds[name]();
  });
}
