/** What a colleague did, in one sentence for whoever listens. */

const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);

/** One sentence for the entries of a delta that others changed; "" for none. */
export function colleagues(entries) {
  const theirs = entries.filter((entry) => !entry.mine);
  if (!theirs.length) return "";
  if (theirs.length > 1) return `${theirs.length} updates changed by colleagues.`;
  const [{ by, deed, title }] = theirs;
  return `${by}: ${lower(deed)}, ${title}`;
}
