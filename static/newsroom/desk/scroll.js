/** What scrolls around a node: its pane, or the page where panes do not scroll by themselves. */

const SCROLLS = new Set(["auto", "scroll"]);

/** The nearest ancestor that can scroll. */
export function scroller(node) {
  for (let place = node.parentElement; place; place = place.parentElement) {
    if (place.scrollHeight > place.clientHeight && SCROLLS.has(getComputedStyle(place).overflowY)) return place;
  }
  return document.scrollingElement;
}

/** Where what is in sight of it begins, in the window. */
export const edge = (place) => (place === document.scrollingElement ? 0 : place.getBoundingClientRect().top);

/** Move its content by `top` at once, so that what is looked at stands still. */
export const shift = (place, top) => place.scrollBy({ top, behavior: "instant" });
