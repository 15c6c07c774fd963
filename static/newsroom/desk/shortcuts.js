/** The desk's keys: this table binds them, and the help shows it. */

const row = (name, says, ...keys) => ({ name, says, keys });

/** Groups of `{name, says, keys}`; "g l" is one key after the other, "1…9" any of these. */
export const TABLE = [
  { title: "While writing", rows: [
    row("main", "publish, or submit for review", "Ctrl+Enter"),
    row("save", "save as a draft", "Ctrl+S"),
    row("accept", "take the first, second… source found in the text", "Alt+1…9"),
    row("pictures", "add pictures; Enter goes on from field to field", "Alt+P"),
    row("undo", "take back what is about to go out", "Alt+Z"),
    row("leave", "to the next pane, or the one before", "F6", "Shift+F6"),
  ] },
  { title: "Updates", rows: [
    row("next", "next", "j"),
    row("previous", "previous", "k"),
    row("edit", "edit", "e"),
    row("correct", "correct with a public note", "c"),
    row("pin", "pin on top, or unpin", "p"),
    row("mark", "mark as key event, or take off", "m"),
    row("later", "move later, past the update above", "Alt+ArrowUp"),
    row("earlier", "move earlier, past the update below", "Alt+ArrowDown"),
    row("search", "search", "/"),
  ] },
  { title: "Anywhere", rows: [
    row("new", "a new update", "n"),
    row("write", "back to the text", "Escape"),
    row("updates", "to the updates", "g l"),
    row("side", "to the side", "g s"),
    row("wires", "to the wires", "i", "Alt+I"),
    row("help", "these keys", "?"),
  ] },
];

// Bound where their own part is: in the composer, among the updates, and by the wires.
const ELSEWHERE = new Set(["main", "save", "wires", "undo", "later", "earlier"]);
const REPEATS = new Set(["next", "previous"]);
const BOUND = TABLE.flatMap(({ rows }) => rows)
  .filter(({ name }) => !ELSEWHERE.has(name))
  .flatMap(({ name, keys }) => keys.map((key) => ({ name, key })));
const FIRST = new Set(BOUND.filter(({ key }) => key.includes(" ")).map(({ key }) => key[0]));

/** An event as the table writes it; a digit with Alt is "Alt+1…9". By code: Alt changes what a key types. */
export function written({ key, code = "", altKey, shiftKey }) {
  if (altKey) return /^Digit[1-9]$/.test(code) ? "Alt+1…9" : `Alt+${code.replace(/^Key/, "")}`;
  if (key.length > 1) return shiftKey ? `Shift+${key}` : key;
  return key;
}

/**
 * `{name, pending, number}` of a key event: what it asks for ("" for nothing), and the first key of
 * two that has been pressed. `typing`: into a field; `letters`: whether these are keys at all.
 */
export function wished(event, { typing = false, letters = true, pending = "" } = {}) {
  const none = { name: "", pending: "", number: 0 };
  // 229: the key belongs to an input method, also where `isComposing` is not said.
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return none;
  const text = written(event);
  const single = text.length === 1;
  if (single && (typing || !letters)) return none;
  const asked = pending && single ? `${pending} ${text}` : text;
  const found = BOUND.find(({ key }) => key === asked);
  if (found) {
    if (event.repeat && !REPEATS.has(found.name)) return none;
    return { name: found.name, pending: "", number: event.altKey ? Number(event.code.slice(-1)) || 0 : 0 };
  }
  return { ...none, pending: single && !pending && FIRST.has(text) ? text : "" };
}
