/** The reader's own: focus, opened details, place on the page. Changes leave them alone. */

const NEAR = 40; // px out of sight in which the timeline's top counts as seen
const FOCUSABLE = "a[href], button, summary, [tabindex]";

const topOf = (element) => element.getBoundingClientRect().top;
const bottomOf = (element) => element.getBoundingClientRect().bottom;
const within = (container) => [...container.querySelectorAll(FOCUSABLE)];

/** Focus any element, without scrolling. */
export function focusOn(element) {
  if (!element.matches(FOCUSABLE)) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}

/** Around `change`, which replaces `container` or its content and returns the container now. */
export function keepInside(container, change) {
  const active = document.activeElement;
  const focused = container.contains(active);
  const at = within(container).indexOf(active);
  const open = [...container.querySelectorAll("details[open]")].map((it) => it.className);
  const now = change();
  for (const details of now.querySelectorAll("details")) {
    if (open.includes(details.className)) details.open = true;
  }
  if (!focused || now.contains(document.activeElement)) return;
  const all = within(now);
  const same = active.href && all.find(({ href }) => href === active.href);
  focusOn(same || all[Math.min(at, all.length - 1)] || now);
}

/** Whether a new entry would appear where the reader is looking. */
export const atTop = (timeline) => !timeline.querySelector("article") || topOf(timeline) >= -NEAR;

/**
 * Around `change`: scroll as far as what the reader sees has moved. Browsers do not: Safari
 * anchors nothing, and none of them what is replaced.
 */
export function keepPlace(timeline, change) {
  const marks = window.scrollY > 0 ? landmarks(timeline) : [];
  const { style } = document.documentElement;
  style.overflowAnchor = "none";
  change();
  const mark = marks.find(({ now }) => now());
  if (mark) window.scrollBy({ top: mark.edge(mark.now()) - mark.was, behavior: "instant" });
  style.overflowAnchor = "";
}

/** What to measure, best first: entries in sight, or the whole timeline. */
function landmarks(timeline) {
  const mark = (element, edge, now) => ({ edge, now, was: edge(element) });
  const whole = (edge) => mark(timeline, edge, () => timeline);
  if (atTop(timeline)) return topOf(timeline) < 0 ? [whole(topOf)] : [];
  const inSight = (it) => bottomOf(it) > 0 && topOf(it) < window.innerHeight;
  const entries = [...timeline.querySelectorAll("article")].filter(inSight);
  // An entry serves while it is at its own place.
  const same = ({ id, dataset: { sort } }) => document.querySelector(`#${id}[data-sort="${sort}"]`);
  return [...entries.map((it) => mark(it, topOf, () => same(it))), whole(bottomOf)];
}
