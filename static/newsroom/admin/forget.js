/** What this browser keeps of what was typed, wherever it is: counted, and dropped. */

import { everything, remove } from "./database.js";

export const PREFIX = "newsroom:typed:";
export const UNSENT = "newsroom:unsent:"; // pressed at a desk and not sent yet

const stored = (prefix) => Object.keys(localStorage).filter((name) => name.startsWith(prefix));

export async function forgetAll(prefix, unless = () => false) {
  for (const key of stored(prefix)) {
    if (!unless(localStorage.getItem(key))) localStorage.removeItem(key);
  }
  const gone = [];
  for (const [name, text] of await everything("texts", prefix)) {
    if (!unless(text)) gone.push(remove("texts", name));
  }
  if (prefix === PREFIX) {
    for (const [name, { at }] of await everything("pictures", "")) {
      if (!unless(JSON.stringify({ at, fields: [] }))) gone.push(remove("pictures", name));
    }
  }
  await Promise.all(gone);
}

/** "2 texts and a picture" that only this browser has; "" if there is none. */
export async function keptHere() {
  const texts = [...stored(PREFIX), ...stored(UNSENT)];
  for (const prefix of [PREFIX, UNSENT]) texts.push(...(await everything("texts", prefix)).map(([name]) => name));
  const own = new Set(texts.filter((name) => !name.includes(":picture:"))); // what is said of one goes with it
  return said(own.size, (await everything("pictures", "")).length);
}

const several = (count, name) => (count > 1 ? `${count} ${name}s` : count && `a ${name}`);

export const said = (texts, pictures) =>
  [several(texts, "text"), several(pictures, "picture")].filter(Boolean).join(" and ");
