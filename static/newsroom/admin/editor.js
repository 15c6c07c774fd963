/** Gives the rich text editor the name of its field, for those who hear the page. */

function name({ detail: { textarea } }) {
  const surface = textarea.parentElement.querySelector(".ProseMirror");
  const label = document.getElementById(`${textarea.id}_label`);
  if (!surface || !label) return;
  surface.setAttribute("role", "textbox");
  surface.setAttribute("aria-multiline", "true");
  surface.setAttribute("aria-labelledby", label.id);
  const described = textarea.getAttribute("aria-describedby");
  if (described) surface.setAttribute("aria-describedby", described);
  label.addEventListener("click", () => surface.focus());
}

/** Editors become ready at their own time, some of them before this module is there. */
export function nameEditors() {
  document.addEventListener("prose-editor:ready", name);
  for (const textarea of document.querySelectorAll(".prose-editor > textarea")) {
    name({ detail: { textarea } });
  }
}
