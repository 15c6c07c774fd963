/** The filter's controls: the list follows them, and so does the address. */

const REST = 300; // ms without a key before the words are looked for

/** The parameters of a filter's form that say something. */
export const asked = (form) =>
  new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && name !== "csrfmiddlewaretoken"));

export function filtering(form, changed) {
  let timer = 0;
  const now = () => {
    clearTimeout(timer);
    changed(asked(form).toString());
  };
  form.querySelector("[data-without-scripts]").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    now();
  });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(now, REST);
  });
}
