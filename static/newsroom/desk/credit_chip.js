/** An attribution in the composer: what it says, and, unfolded, how, via whom and by which reporter. */

import { lookUp } from "../admin/lookup.js";
import { make } from "./dom.js";
import { chipText } from "./rows.js";

function labelled(label, control, take) {
  control.addEventListener("input", () => take(control));
  return make("label", {}, `${label} `, control);
}

/** The choice of whom the source was citing: as in the adder, but never the source itself. */
function viaOf(row, root) {
  const via = root.querySelector("[data-adder=attributions] select[data-part=via]").cloneNode(true);
  via.hidden = false;
  for (const name of ["id", "data-part"]) via.removeAttribute(name);
  [...via.options].find((option) => option.value === String(row.source))?.remove();
  const value = row.via ? String(row.via) : "";
  if (![...via.options].some((option) => option.value === value)) via.add(new Option(row.names[1] ?? `No. ${value}`, value));
  via.value = value;
  return via;
}

/** Changed in place: `renamed(name)` is told what the chip says then. */
export function creditChip(row, { labels, root, renamed }) {
  const said = make("summary", { textContent: chipText("attributions", row, labels) });
  const again = () => {
    said.textContent = chipText("attributions", row, labels);
    renamed(said.textContent);
  };
  const how = make("select", {}, ...Object.entries(labels).map(([value, text]) => new Option(text, value)));
  how.value = row.relation;
  const fields = make(
    "div", { className: "chip-fields" },
    labelled("How", how, ({ value }) => { row.relation = value; again(); }),
    labelled("citing (via)", viaOf(row, root), (via) => {
      row.via = via.value ? Number(via.value) : null;
      row.names = [row.names[0], via.value ? via.selectedOptions[0].textContent : null];
      again();
    }),
    labelled("Their reporter", make("input", { type: "text", value: row.person ?? "" }), ({ value }) => { row.person = value; again(); }),
  );
  lookUp(fields);
  return make("details", { className: "credit-chip" }, said, fields);
}
