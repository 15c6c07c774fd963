/** How long to wait before trying again, in milliseconds. */

/** Give or take a quarter, so that readers do not all come back together. */
export const jitter = (ms) => ms * (0.75 + Math.random() / 2);

/** After so many failures in a row: one second, doubling up to thirty. */
export const backoff = (failures) => jitter(Math.min(30_000, 500 * 2 ** failures));

/**
 * The next reload: at once, then ten seconds after the last, doubling up to five minutes; anew
 * after ten quiet ones. `memory` is what the last call returned, if any.
 */
export function reloadPlan(memory, now) {
  const [count, last] = (memory ?? "").split(" ").map(Number);
  if (!(now - last < 600_000)) return { wait: 0, memory: `1 ${now}` };
  const wait = Math.max(0, last + Math.min(300_000, 5_000 * 2 ** count) - now);
  return { wait, memory: `${count + 1} ${now + wait}` };
}
