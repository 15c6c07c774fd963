/**
 * What is being typed at the caret: a command (“/key”), a source (“@coastal”) or a tag (“#ferries”).
 *
 * Only at the beginning of a word, so that addresses, “and/or”, “24/7” and mail addresses are none,
 * and only before a letter, so that “#1” is none either.
 */

const TYPED = /(?:^|[\s\ufffc([“"‘'«])([/@#])(?:(\p{L}[\p{L}\p{N}\p{M}.&’'-]{0,39}))?$/u;

/** `{sign, words, length}` at the end of the text before the caret, or null. */
export function typedAt(before) {
  const found = TYPED.exec(before);
  if (!found) return null;
  const [, sign, words = ""] = found;
  return { sign, words, length: sign.length + words.length };
}

/** Those of `commands` whose name, or a word of what they say, begins with what is typed. */
export function matching(commands, words) {
  const typed = words.toLowerCase();
  const named = commands.filter(({ name }) => name.startsWith(typed));
  if (named.length) return named;
  return commands.filter(({ says }) => says.toLowerCase().split(/\s+/).some((word) => word.startsWith(typed)));
}

/** How much stands before the caret to be taken out: the space before a command at a text's end too. */
export function taken(before, after, length) {
  const alone = !after || /^\s/.test(after);
  return alone && /\S\s$/.test(before.slice(0, -length)) ? length + 1 : length;
}
