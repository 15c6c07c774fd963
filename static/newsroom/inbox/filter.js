/** The filter's controls: the list follows them, and so does the address. */

const REST = 300; // ms without a key before the words are looked for

/** The parameters of a filter's form that say something. */
export const asked = (form) =>
  new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && name !== "csrfmiddlewaretoken"));

/** `changed(query)` shows what is asked for; `enter()` goes there, after Enter in a field. */
export function filtering(form, changed, enter) {
  let timer = 0;
  const now = () => {
    clearTimeout(timer);
    return changed(asked(form).toString());
  };
  form.querySelector("[data-without-scripts]").hidden = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await now();
    enter();
  });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(now, REST);
  });
}
