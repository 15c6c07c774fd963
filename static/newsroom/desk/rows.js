/** The composer's rows as data: attributions, pictures, embeds, tags, authors. */

const COLUMNS = {
  attributions: ["source", "relation", "via", "person", "item"],
  images: ["asset", "caption"],
  embeds: ["url", "title", "author", "text", "provider", "to_fill"],
  tags: ["name"],
  authors: ["user", "name"],
};
const KINDS = Object.keys(COLUMNS);

export const noRows = () => Object.fromEntries(KINDS.map((kind) => [kind, []]));

const says = (value) => value !== null && value !== undefined && value !== "" && value !== false;

/**
 * Rows as the pairs of Django's form sets. All of them count as initial ones: of the others Django
 * drops those that are what is stored already. Tags are words, and one field holds them all.
 */
export function pairsOf(rows) {
  return KINDS.flatMap((kind) => kind === "tags" ? [["tags", rows.tags.map(({ name }) => name).join(", ")]] : [
    [`${kind}-TOTAL_FORMS`, String(rows[kind].length)],
    [`${kind}-INITIAL_FORMS`, String(rows[kind].length)],
    ...rows[kind].flatMap((row, index) =>
      COLUMNS[kind]
        .filter((column) => says(row[column]))
        .map((column) => [`${kind}-${index}-${column}`, row[column] === true ? "on" : String(row[column])])),
  ]);
}

/** Only what is stored of rows: what they are called in this browser does not matter. */
export const bare = (rows, kind) =>
  rows.map((row) => COLUMNS[kind].map((column) => (says(row[column]) ? String(row[column]) : "")));

export const sameRows = (one, other, kind) =>
  JSON.stringify(bare(one, kind)) === JSON.stringify(bare(other, kind));

// By name: a source that is found in the text may not be in the list yet.
const sameCredit = (one, other) =>
  one.relation === other.relation && [0, 1].every((end) => (one.names[end] ?? null) === (other.names[end] ?? null));

/** The proposals that are not among the attributions yet, nor put aside by the person. */
export const open = (found, attributions, aside) =>
  found.filter((each) => ![...attributions, ...aside].some((row) => sameCredit(row, each)));

/** The agencies that copy names and no attribution does. */
export function unattributed(named, attributions) {
  const credited = new Set(attributions.flatMap((row) => [row.source, row.via]));
  return named.filter((each) => !credited.has(each.source));
}

/** What a chip says. `labels` are the relations in words. */
export function chipText(kind, row, labels) {
  if (kind === "authors" || kind === "tags") return row.name;
  const [source, via] = row.names;
  const parts = [source, labels[row.relation] ?? row.relation, via && `via ${via}`, row.person];
  return parts.filter(Boolean).join(" · ");
}
