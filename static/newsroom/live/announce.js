/** Telling screen readers what happened: rarely, and in one sentence. */

const SETTLE = 1_000; // ms in which what comes together is told together
const PAUSE = 5_000; // ms between two announcements

export const newUpdates = (count) => `${count} new update${count === 1 ? "" : "s"}`;

const were = (count, done) =>
  count === 1 ? `An update was ${done}` : `${count} updates were ${done}`;

/** Counts → one announcement; "" for nothing. */
export function sentence({ added, corrected, withdrawn, ended }) {
  const parts = [
    added && newUpdates(added),
    corrected && were(corrected, "corrected"),
    withdrawn && were(withdrawn, "withdrawn"),
    ended && "Live coverage has ended",
  ];
  return parts.filter(Boolean).join(". ");
}

/** A function that adds counts to what `element` says next. */
export function announcer(element) {
  let pending = {};
  let timer;
  const speak = () => {
    element.textContent = sentence(pending); // "" in between, lest the same stay unheard
    pending = {};
    timer = element.textContent && setTimeout(speak, PAUSE);
  };
  return (counts) => {
    for (const name in counts) pending[name] = (pending[name] ?? 0) + counts[name];
    if (sentence(pending)) timer ||= setTimeout(speak, SETTLE);
  };
}
