/** Keeps a form from being left with unsaved text, and from being sent twice by a double click. */

export function guard(form) {
  let changed = form.querySelector("[data-refused]") !== null;
  let sent = false;

  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("change", () => { changed = true; });
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  // The page comes back out of the browser's memory: it can be sent again.
  window.addEventListener("pageshow", () => { sent = false; });
  window.addEventListener("beforeunload", (event) => {
    if (changed && !sent) event.preventDefault();
  });
}
