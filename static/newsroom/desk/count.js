/** How much has been written, in words and characters; shown, and not read out at every key. */

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.,:'’-][\p{L}\p{N}\p{M}]+)*/gu;

/** `{words, characters}` of plain text; line breaks are no characters of it. */
export function count(text) {
  const characters = [...text.replace(/\n/g, "")].length;
  return { words: text.match(WORD)?.length ?? 0, characters };
}

const many = (number, one, more) => `${number.toLocaleString("en")} ${number === 1 ? one : more}`;

/** What stands below the text; "" for none. */
export function counted(text) {
  const { words, characters } = count(text);
  return characters ? `${many(words, "word", "words")}, ${many(characters, "character", "characters")}` : "";
}
