/** Before changes are approved: what readers will see, with the note as it is being typed. */

import { articleOf } from "../live/fragment.js";
import { shown } from "./timeline.js";

const REST = 400; // ms without a key before the preview is drawn again

export function approving(site) {
  const dialog = document.querySelector("#verb-dialog");
  let timer = 0;
  let asked = 0;

  async function draw() {
    const place = dialog.querySelector("[data-shown-at]");
    if (!place) return;
    const { kind, note } = dialog.querySelector("form").elements;
    const mine = (asked += 1);
    const query = new URLSearchParams({ kind: kind?.value ?? "", note: note?.value ?? "" });
    const outcome = await site.ask(`${place.dataset.shownAt}?${query}`);
    if (mine !== asked || outcome.kind !== "done" || !place.isConnected) return; // answers may overtake each other
    place.replaceChildren(shown(articleOf(outcome.body.html)));
  }

  dialog.addEventListener("input", () => {
    if (!dialog.querySelector("[data-shown-at]")) return;
    clearTimeout(timer);
    timer = setTimeout(draw, REST);
  });
}
