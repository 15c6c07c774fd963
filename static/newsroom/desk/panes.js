/** Which pane is in sight, where there is no room for all: each keeps its focus and its place. */

const desk = () => document.querySelector("#desk");
const paneOf = (name) => desk().querySelector(`[data-view="${name}"]`);
const places = new Map(); // pane → what had the focus there last
const scrolled = new Map(); // pane → how far the page was scrolled, where the page is what scrolls

/** Bring the pane of `node` into sight, so that it can take the focus. */
export function reveal(node) {
  const pane = node?.closest("[data-view]");
  if (pane) show(pane.dataset.view);
}

/** Bring a pane into sight; nothing moves where it is in sight already. */
export function show(name) {
  const root = desk();
  const { shown } = root.dataset;
  if (shown === name) return;
  const page = document.scrollingElement;
  scrolled.set(shown, page.scrollTop);
  root.dataset.shown = name;
  document.querySelector("#desk-said").textContent = "";
  page.scrollTop = scrolled.get(name) ?? 0;
  for (const button of document.querySelectorAll("[data-show]")) {
    if (button.dataset.show === name) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

/** To a pane: where `goal` goes, or to what had the focus there last. */
export function enter(name, goal = null) {
  show(name);
  if (goal) {
    goal();
    return;
  }
  const pane = paneOf(name);
  const last = places.get(name);
  (last?.isConnected && pane.contains(last) ? last : pane).focus({ preventScroll: true });
}

const ORDER = ["write", "list", "side"];

/** To the next pane (1) or the one before (-1); from outside of them to the first. `goals` by name. */
export function turn(by, goals) {
  const here = ORDER.indexOf(document.activeElement?.closest("[data-view]")?.dataset.view);
  const name = here < 0 ? ORDER[0] : ORDER[(here + by + ORDER.length) % ORDER.length];
  enter(name, places.get(name)?.isConnected ? null : goals[name]);
}

/** How much waits at the side: said on the bar, where the side is out of sight. */
function counted(bar) {
  const count = bar.querySelector("[data-count]");
  const alarms = [...document.querySelectorAll("#desk-alarms [data-task]")];
  const told = new Set(alarms.map((alarm) => alarm.dataset.chain));
  const others = [...document.querySelectorAll("#desk-wires [data-alarm-list] > li")];
  const loud = alarms.length + others.filter(({ dataset }) => !told.has(dataset.chain)).length;
  const waiting = loud + document.querySelectorAll("#desk-tasks [data-task]").length;
  count.hidden = waiting === 0;
  count.textContent = waiting || "";
  count.classList.toggle("is-loud", loud > 0);
  count.title = `${waiting} to look at`;
}

export function panes() {
  const bar = document.querySelector("#desk-bar");
  desk().addEventListener("focusin", ({ target }) => {
    const pane = target.closest("[data-view]");
    if (pane && target !== pane) places.set(pane.dataset.view, target);
  });
  bar.addEventListener("click", ({ target }) => {
    const name = target.closest("[data-show]")?.dataset.show;
    if (name) enter(name);
  });
  const watch = new MutationObserver(() => counted(bar));
  for (const place of document.querySelectorAll("#desk-alarms, #desk-tasks, #desk-wires [data-alarm-list]")) {
    watch.observe(place, { childList: true });
  }
  counted(bar);
}
