/** The lists' own controls: filter, older entries, and the buttons of each item. */

import { reveal } from "./panes.js";

const REST = 300; // ms without a key before the words are searched

export function lists({ timeline, site, say, question, heard, edit, past, move, others }) {
  const form = document.querySelector("#desk-filter");
  const older = document.querySelector("#desk-older");
  const clear = form.querySelector("[data-clear]");
  const busy = new Set(); // items whose button is being done: pressing twice is pressing once
  let timer = 0;

  const query = (more = {}) => new URLSearchParams({ ...timeline.filter, ...more });

  async function again() {
    timeline.filter = Object.fromEntries(new FormData(form));
    clear.hidden = !Object.values(timeline.filter).some(Boolean);
    const asked = query().toString();
    const outcome = await site.ask(`items?${asked}`);
    if (asked !== query().toString()) return; // an answer to an older question
    if (outcome.kind === "done") timeline.redraw(outcome.body);
    else say(outcome.message);
  }

  function showAll() {
    form.reset();
    for (const select of form.querySelectorAll("select")) select.dispatchEvent(new Event("settled"));
    return again();
  }

  /** To an update, wherever it stands: what is not in the lists is fetched, and all around it. */
  async function go(id) {
    if (!timeline.find(id)) {
      const outcome = await site.ask(`items?${new URLSearchParams({ at: id })}`);
      if (outcome.kind !== "done") return say(outcome.message);
      form.reset();
      timeline.filter = Object.fromEntries(new FormData(form));
      clear.hidden = true;
      timeline.redraw(outcome.body);
    }
    const item = timeline.find(id);
    if (!item) return say("This update is not in the lists any more.");
    reveal(item);
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "start" });
  }

  async function more() {
    const outcome = await site.ask(`items?${query({ before: timeline.older })}`);
    if (outcome.kind === "done") timeline.append(outcome.body);
    else say(outcome.message);
  }

  function done({ body }) {
    heard(body);
    say(body.message);
  }

  /** A button of an item, done at once or asked about first. */
  async function verb({ item: id, revision, path: own }, pressed) {
    const path = `${own ?? `entries/${id}`}/verbs/${pressed.dataset.verb}`;
    const back = () => timeline.find(id)?.querySelector(`[data-verb="${pressed.dataset.verb}"]`) ?? timeline.find(id) ?? form.elements.state;
    if (!("direct" in pressed.dataset)) {
      question.ask(path, { done, failed: say, back });
      return;
    }
    if (busy.has(id)) return;
    busy.add(id);
    const outcome = await site.send(path, [["revision", revision], ...others.pairs()]);
    busy.delete(id);
    if (outcome.kind === "done") done(outcome);
    else if (outcome.body?.code === "alike") others.ask(outcome.body, () => verb(item, pressed), back);
    else say(outcome.message);
  }

  const acts = {
    edit: ({ dataset }) => edit(dataset.item, dataset.path),
    propose: ({ dataset }) => edit(dataset.item, `entries/${dataset.item}/copy`),
    earlier: (item) => move.go(item, "earlier"),
    later: (item) => move.go(item, "later"),
    history: ({ dataset }) => past.show(dataset.item, () => timeline.find(dataset.item) ?? form.elements.state),
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(again, REST);
  });
  older.addEventListener("click", more);
  timeline.root.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-verb], [data-act]");
    const item = pressed?.closest("[data-item]");
    if (!item) return;
    const act = acts[pressed.dataset.act];
    if (act) event.preventDefault(); // one of them is a link to the same page of the admin
    if (act) act(item);
    else verb(item.dataset, pressed);
  });
  document.querySelector("#desk-keys").addEventListener("click", ({ target }) => {
    const pressed = target.closest("[data-verb]");
    const line = pressed?.closest("[data-entry]");
    if (line) verb({ item: line.dataset.entry, revision: line.dataset.revision }, pressed);
  });
  document.addEventListener("click", ({ target }) => {
    const id = target.closest?.("[data-go]")?.dataset.go;
    if (id) go(id);
  });
  clear.addEventListener("click", async () => {
    await showAll();
    form.elements.words.focus();
  });
  timeline.root.querySelector("[data-newest]").addEventListener("click", async () => {
    await again();
    timeline.root.querySelector("[data-item]")?.focus();
  });
  return { again, more, go };
}
