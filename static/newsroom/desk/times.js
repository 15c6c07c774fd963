/** A typed time in words, as readers will see it, and which of two if the clocks go back. */

import { make } from "./dom.js";

export class Times {
  constructor(site) {
    this.site = site;
    this.places = [...document.querySelectorAll("[data-time]")];
    for (const place of this.places) {
      place.addEventListener("input", () => this.look(place));
      place.addEventListener("change", () => this.look(place));
    }
  }

  /** After values were put in by the desk. `values` has the folds. */
  all(values) {
    for (const place of this.places) this.look(place, values[`${place.dataset.time}_fold`]);
  }

  /** Move the time `name` by minutes, from now where it is empty; 0 from nothing is now itself. */
  async move(name, minutes, { from = "" } = {}) {
    const place = this.places.find((each) => each.dataset.time === name);
    const input = place.querySelector(`[name="${name}"]`);
    const fold = from ? (place.querySelector("select")?.value ?? "") : "";
    const outcome = await this.site.ask(`label?${this.query({ at: from, fold, move: minutes })}`);
    if (outcome.kind !== "done") return outcome.message;
    const { at, fold: which, error, label, day } = outcome.body;
    if (error) return error;
    input.value = at;
    await this.look(place, which);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return `Display time: ${label}, ${day}.`;
  }

  now(name) {
    return this.move(name, 0);
  }

  /** The buttons beside a time: “Now”, and minutes earlier or later. */
  buttons(say) {
    for (const place of this.places) {
      const name = place.dataset.time;
      for (const pressed of place.querySelectorAll("[data-move]")) {
        pressed.addEventListener("click", async () => {
          const { value } = place.querySelector(`[name="${name}"]`);
          const from = pressed.dataset.move === "0" ? "" : value;
          say(await this.move(name, pressed.dataset.move, { from }));
        });
      }
    }
  }

  query(asked) {
    return new URLSearchParams({ ...asked, entry: this.entry?.() ?? "" });
  }

  async look(place, wanted) {
    const name = place.dataset.time;
    const input = place.querySelector(`[name="${name}"]`);
    const label = place.querySelector("[data-time-label]");
    const fold = wanted ?? place.querySelector("select")?.value ?? "";
    if (!input.value) {
      this.folds(place, [], "");
      label.textContent = label.dataset.empty;
      this.warn(place, {});
      return;
    }
    const typed = input.value;
    if (wanted !== undefined && wanted !== "") this.folds(place, [{ value: wanted, label: "" }], wanted);
    const outcome = await this.site.ask(`label?${this.query({ at: typed, fold })}`);
    if (outcome.kind !== "done" || input.value !== typed) return;
    const { error, label: text, day, folds } = outcome.body;
    this.folds(place, folds, fold);
    label.textContent = error || `${text}, ${day}`;
    label.classList.toggle("is-wrong", Boolean(error));
    this.warn(place, outcome.body);
  }

  /** What readers are told of an update that comes long after its time, and what a time to come means. */
  warn(place, { late = "", ahead = false }) {
    const note = place.querySelector("[data-late]");
    if (!note) return;
    note.hidden = !late && !ahead;
    if (ahead) note.textContent = "This time is still to come: until then the update stands above all others.";
    else note.textContent = late ? `Back-dated: below the time readers see “${late}”.` : "";
  }

  folds(place, folds, chosen) {
    const name = `${place.dataset.time}_fold`;
    const old = place.querySelector("select");
    if (old && old.options.length - 1 === folds.length) return;
    old?.remove();
    if (!folds.length) return;
    const option = (value, textContent) => make("option", { value, textContent });
    const select = make("select", { name, "aria-label": "Which of the two", "form": "composer" },
      option("", "Which one?"),
      ...folds.map((each) => option(each.value, `${each.value === "0" ? "The first" : "The second"}, ${each.label}`)));
    select.value = chosen;
    place.querySelector("input").after(select);
  }
}
