/** Two people's changes to one entry: what only one of them touched needs no decision. */

import { sameRows } from "./rows.js";

const sameValue = (one, other) => String(one ?? "") === String(other ?? "");

/** Which fields of two compositions `{values, rows}` say something different. */
export function different(one, other) {
  const values = Object.keys({ ...one.values, ...other.values }).filter(
    (name) => !sameValue(one.values[name], other.values[name]),
  );
  const rows = Object.keys(one.rows).filter((kind) => !sameRows(one.rows[kind], other.rows[kind] ?? [], kind));
  return [...values, ...rows];
}

export const same = (one, other) => different(one, other).length === 0;

/**
 * What to take over after a stale save: fields they changed and you did not, and those that both
 * changed. `base` is what both began from; without it nothing is taken unasked.
 */
export function weigh(base, mine, theirs) {
  const apart = different(mine, theirs);
  if (!base) return { take: [], decide: apart };
  const touched = new Set(different(base, mine));
  return {
    take: apart.filter((name) => !touched.has(name)),
    decide: apart.filter((name) => touched.has(name)),
  };
}

/** `mine` with the fields `names` as `theirs` has them. */
export function taking(mine, theirs, names) {
  const next = { values: { ...mine.values }, rows: { ...mine.rows } };
  for (const name of names) {
    if (name in next.rows) next.rows[name] = theirs.rows[name];
    else next.values[name] = theirs.values[name] ?? "";
  }
  return next;
}
