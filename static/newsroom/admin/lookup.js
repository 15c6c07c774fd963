/**
 * A field with suggestions over a select that shows only the first of many (`data-lookup` says
 * where the others are found). The select stays the control that is sent; without this module it
 * is an ordinary one. The pattern is ARIA's combobox with a list popup.
 */

const REST = 150; // ms without a key before the site is asked
let count = 0;

/** `[{id, text}]` of a select's options that can be chosen. */
export const optionsOf = (select) =>
  [...select.options].filter((option) => option.value).map(({ value, text }) => ({ id: value, text }));

/** The place after moving by `step` among `length`, around the ends; -1 is none. */
export function stepped(at, step, length) {
  if (!length) return -1;
  if (at < 0) return step > 0 ? 0 : length - 1;
  return (at + step + length) % length;
}

/** What is said about a list that was found. */
export function told(found, more) {
  if (!found) return "Nothing found.";
  return more ? `The first ${found}; type more to narrow it.` : `${found} found.`;
}

async function ask(select, question) {
  const address = new URL(select.dataset.lookup, location.href);
  for (const [name, value] of Object.entries(question)) address.searchParams.set(name, value);
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

/** Set a select that may not show `value` yet: its words are fetched. */
export async function settle(select, value) {
  const here = [...select.options].some((option) => option.value === value);
  if (!here) select.add(new Option("…", value));
  select.value = value;
  if (here) return;
  try {
    const { results } = await ask(select, { id: value });
    select.selectedOptions[0].text = results[0]?.text ?? "No longer to be had";
  } catch {
    select.selectedOptions[0].text = `No. ${value}`;
  }
  select.dispatchEvent(new Event("settled"));
}

class Lookup {
  constructor(select) {
    this.select = select;
    this.at = -1;
    this.found = [];
    count += 1;
    this.list = document.createElement("ul");
    Object.assign(this.list, { id: `lookup-${count}`, hidden: true, className: "lookup-list" });
    this.list.setAttribute("role", "listbox");
    this.input = document.createElement("input");
    Object.assign(this.input, { type: "text", autocomplete: "off", id: select.id, placeholder: "Type to find" });
    const facts = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(facts)) this.input.setAttribute(name, value);
    const label = select.labels[0]?.cloneNode(true);
    for (const control of label?.querySelectorAll("select, input") ?? []) control.remove();
    this.list.setAttribute("aria-label", label?.textContent.trim() ?? "");
    if (!select.id) this.input.setAttribute("aria-label", label?.textContent.trim() ?? "");
    const described = select.getAttribute("aria-describedby");
    if (described) this.input.setAttribute("aria-describedby", described);
    this.status = document.createElement("span");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    this.build();
    this.listen();
    this.show();
  }

  build() {
    const box = document.createElement("div");
    box.className = "lookup";
    this.select.before(box);
    if (this.select.id) this.select.id += "_value";
    this.select.hidden = true;
    box.append(this.input, this.list, this.status, this.select);
  }

  listen() {
    const { input, list, select } = this;
    input.addEventListener("input", (event) => {
      event.stopPropagation(); // nothing is chosen yet
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), REST);
    });
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("click", () => this.open(optionsOf(select).slice(0, 20), true));
    input.addEventListener("blur", () => this.leave());
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays
    list.addEventListener("click", (event) => {
      event.preventDefault(); // a label around it would pass the click on to the field
      const item = event.target.closest("[role=option]");
      if (item) this.choose(this.found[[...list.children].indexOf(item)]);
    });
    for (const name of ["change", "settled"]) select.addEventListener(name, () => this.show());
    select.form?.addEventListener("input", () => this.show());
  }

  /** The field says what the select has. */
  show() {
    if (this.input === document.activeElement && !this.list.hidden) return;
    const chosen = this.select.selectedOptions[0];
    this.input.value = chosen?.value ? chosen.text : "";
  }

  async look() {
    const words = this.input.value;
    try {
      const { results, more } = await ask(this.select, { q: words });
      if (words === this.input.value && this.input === document.activeElement) this.open(results, more);
    } catch {
      this.open([], false, "The site cannot be reached.");
    }
  }

  open(found, more, sentence = told(found.length, more)) {
    this.found = found;
    this.at = -1;
    this.list.replaceChildren(...found.map(({ text }, index) => {
      const item = document.createElement("li");
      Object.assign(item, { textContent: text, id: `${this.list.id}-${index}` });
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      return item;
    }));
    this.list.hidden = found.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = sentence;
  }

  close() {
    clearTimeout(this.timer);
    this.open([], false, "");
  }

  move(step) {
    if (this.list.hidden) this.open(optionsOf(this.select).slice(0, 20), true);
    this.at = stepped(this.at, step, this.found.length);
    [...this.list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === this.at)));
    const item = this.list.children[this.at];
    if (!item) return;
    item.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", item.id);
  }

  key(event) {
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Enter" && !event.ctrlKey && !this.list.hidden) this.choose(this.found[Math.max(this.at, 0)]);
    else if (event.key === "Escape" && !this.list.hidden) this.leave();
    else return;
    event.preventDefault();
  }

  choose({ id, text }) {
    const here = [...this.select.options].some((option) => option.value === id);
    if (!here) this.select.add(new Option(text, id));
    this.take(id);
  }

  take(value) {
    this.close();
    this.select.value = value;
    this.select.dispatchEvent(new Event("input", { bubbles: true }));
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Nothing was picked: an emptied field chooses nothing, anything else is as it was. */
  leave() {
    const emptied = this.input.value.trim() === "" && this.select.value !== "";
    this.close();
    if (emptied && [...this.select.options].some((option) => option.value === "")) this.take("");
    else this.show();
  }
}

/** Make fields with suggestions of the long selects in `root`. */
export function lookUp(root) {
  for (const select of root.querySelectorAll("select[data-lookup]")) {
    if (!select.closest(".lookup")) new Lookup(select);
  }
}
