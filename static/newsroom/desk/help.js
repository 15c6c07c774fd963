/** The help of the keys, made of the table that binds them, and the switch of the letters. */

import { lettersAreKeys, setLetters } from "../admin/letters.js";
import { open } from "./dialogs.js";
import { make } from "./dom.js";
import { TABLE } from "./shortcuts.js";

const SHORT = { Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓" };

/** "g l" as two keys, "Ctrl+S" as two that are held. */
function keycaps(text) {
  const parts = text.split(/([ +])/);
  return parts.map((part) => {
    if (part === " ") return " then ";
    if (part === "+") return " + ";
    return make("kbd", { textContent: SHORT[part] ?? part });
  });
}

function told({ says, keys }) {
  const caps = keys.flatMap((key, index) => [...(index ? [" or "] : []), ...keycaps(key)]);
  return make("div", {}, make("dt", {}, ...caps), make("dd", { textContent: says }));
}

/** A function that opens the help. */
export function help() {
  const dialog = document.querySelector("#keys-dialog");
  const place = dialog.querySelector("[data-keys-table]");
  place.replaceChildren(...TABLE.flatMap(({ title, rows }) => [
    make("section", {}, make("h3", { textContent: title }), make("dl", {}, ...rows.map(told))),
  ]));
  const letters = dialog.querySelector("[data-letters]");
  letters.checked = lettersAreKeys();
  letters.addEventListener("change", () => setLetters(letters.checked));
  const show = () => {
    open(dialog);
    dialog.querySelector("h2").focus();
  };
  document.querySelector("[data-help]").addEventListener("click", show);
  return show;
}
