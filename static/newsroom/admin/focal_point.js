/** Pure: where in a picture something is, in percent. */

/** A number of percent from what was typed; the middle where it is none. */
export function within(text) {
  const number = Number.parseFloat(text);
  return Number.isNaN(number) ? 50 : Math.min(100, Math.max(0, number));
}

/** `[left, top]` in whole percent of a click in a box `{left, top, width, height}`. */
export function partsAt({ clientX, clientY }, box) {
  const part = (at, from, size) => Math.round(within((100 * (at - from)) / size));
  return [part(clientX, box.left, box.width), part(clientY, box.top, box.height)];
}
