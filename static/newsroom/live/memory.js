/** What is remembered from one page to the next. */

/** A function that stores a text or, without one, recalls it; browsers may refuse. */
export const memory = (storage, key) => (text) => {
  try {
    return text ? window[storage].setItem(key, text) : window[storage].getItem(key);
  } catch {
    return null;
  }
};

/**
 * The next reload: at once, then ten seconds after the last, doubling up to five minutes; anew
 * after ten quiet ones. `before` is the `after` of the last call, if any.
 */
export function reloadPlan(before, now) {
  const [count, last] = (before ?? "").split(" ").map(Number);
  if (!(now - last < 600_000)) return { wait: 0, after: `1 ${now}` };
  const wait = Math.max(0, last + Math.min(300_000, 5_000 * 2 ** count) - now);
  return { wait, after: `${count + 1} ${now + wait}` };
}

/** Never in a loop, not even where nothing is remembered. */
export function reload() {
  const reloads = memory("sessionStorage", "newsroom-reloads");
  const { wait, after } = reloadPlan(reloads(), Date.now());
  reloads(after);
  setTimeout(() => location.reload(), reloads() ? wait : 10_000);
}
