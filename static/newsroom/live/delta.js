/** What a delta means for a page. Pure: rows in, steps out. */

/** "reset", "gap" (fetch what is missing first), "old" or "apply". */
export function judge(delta, version) {
  if (delta.reset) return "reset";
  if (delta.since > version) return "gap";
  return delta.version > version ? "apply" : "old";
}

/**
 * Entries → `{place: [entry], remove: [number], added, withdrawn}`, the last two counts. `shown`,
 * `held` and `gone` are Maps by number of `{seq, sort}`; `held` and `gone` change.
 */
export function merge(entries, { shown, held, gone, floor, atTop }) {
  const steps = { place: [], remove: [], added: 0, withdrawn: 0 };
  const newest = [...shown.values()].reduce((top, { sort }) => (sort > top ? sort : top), "");
  for (const entry of entries) {
    const { number, seq, state, sort } = entry;
    const known = shown.get(number) ?? held.get(number) ?? gone.get(number);
    if (known?.seq >= seq) continue;
    const visible = shown.has(number);
    const isNew = !visible && !held.has(number);
    held.delete(number);
    if (state !== "published" || sort < floor) {
      gone.set(number, { seq }); // lest an older state brings it back
      if (visible) steps.remove.push(number);
      if (visible && state !== "published") steps.withdrawn += 1;
      continue;
    }
    gone.delete(number);
    if (isNew) steps.added += 1;
    // Only what is new, and above everything, waits.
    if (visible || atTop || sort < newest) steps.place.push(entry);
    else held.set(number, entry);
  }
  if (atTop) steps.place.push(...release(held));
  return steps;
}

export function release(held) {
  const entries = [...held.values()];
  held.clear();
  return entries;
}
