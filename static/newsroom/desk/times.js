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

  async look(place, wanted) {
    const name = place.dataset.time;
    const input = place.querySelector(`[name="${name}"]`);
    const label = place.querySelector("[data-time-label]");
    const fold = wanted ?? place.querySelector("select")?.value ?? "";
    if (!input.value) {
      this.folds(place, [], "");
      label.textContent = label.dataset.empty;
      return;
    }
    const typed = input.value;
    if (wanted !== undefined && wanted !== "") this.folds(place, [{ value: wanted, label: "" }], wanted);
    const query = new URLSearchParams({ at: typed, fold });
    const outcome = await this.site.ask(`label?${query}`);
    if (outcome.kind !== "done" || input.value !== typed) return;
    const { error, label: text, day, folds } = outcome.body;
    this.folds(place, folds, fold);
    label.textContent = error || `${text}, ${day}`;
    label.classList.toggle("is-wrong", Boolean(error));
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
