/**
 * Ordered rows: adding, taking out, moving. Without this module the form still works, with a
 * number for the place and a box for taking out.
 */

/** The text with the place of a new row filled in, as Django's form sets number them. */
export function numbered(text, index) {
  return text.replaceAll("__prefix__", String(index));
}

/** `items` with the one at `from` moved by `step`; the same order at either end. */
export function moved(items, from, step) {
  const to = from + step;
  if (to < 0 || to >= items.length) return items;
  const next = [...items];
  [next[from], next[to]] = [next[to], next[from]];
  return next;
}

const field = (row, name) => row.querySelector(`[name$="-${name}"]`);

function numberAttributes(node, index) {
  for (const element of [node, ...node.querySelectorAll("*")]) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes("__prefix__")) attribute.value = numbered(attribute.value, index);
    }
  }
}

function button(text, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = text;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

export function enrich(set) {
  const list = set.querySelector("[data-row-list]");
  const template = set.querySelector("template");
  const total = set.querySelector('[name$="-TOTAL_FORMS"]');
  const add = set.querySelector("[data-add-row]");

  const shown = () => [...list.children].filter((row) => !row.hidden);

  function place() {
    shown().forEach((row, index) => { field(row, "ORDER").value = index + 1; });
    set.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function move(row, step, control) {
    const order = moved(shown(), shown().indexOf(row), step);
    list.append(...order);
    place();
    control.focus();
  }

  function takeOut(row) {
    field(row, "DELETE").checked = true;
    row.hidden = true;
    place();
    add.focus();
  }

  function equip(row) {
    const name = row.getAttribute("aria-label");
    const controls = row.querySelector(".ordered-place");
    controls.classList.add("by-buttons");
    const up = button("↑", `Move this ${name} up`, () => move(row, -1, up));
    const down = button("↓", `Move this ${name} down`, () => move(row, 1, down));
    controls.append(up, down, button("Take out", `Take this ${name} out`, () => takeOut(row)));
  }

  function append() {
    const row = template.content.querySelector("[data-row]").cloneNode(true);
    numberAttributes(row, total.value);
    total.value = Number(total.value) + 1;
    list.append(row);
    row.dispatchEvent(new Event("added", { bubbles: true }));
    equip(row);
    place();
    row.querySelector("select, input:not([type=hidden]), textarea")?.focus();
  }

  for (const row of [...list.children]) {
    if ("blank" in row.dataset && list.children.length > 1) {
      row.hidden = true; // "Add" makes better ones; an empty row counts for nothing
    } else {
      equip(row);
    }
  }
  function asRestored() {
    const placed = [...list.children];
    const at = (row) => Number(field(row, "ORDER").value) || placed.length;
    list.append(...placed.sort((one, other) => at(one) - at(other)));
    for (const row of placed) if (field(row, "DELETE").checked) row.hidden = true;
  }

  add.hidden = false;
  set.addEventListener("restored", asRestored);
  add.addEventListener("click", append);
}
