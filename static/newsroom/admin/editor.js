/** The rich text editor: its accessible name, cleaning what is pasted, and putting a text into it. */

import { cleanPastes } from "./paste.js";

const surfaceOf = (textarea) => textarea.parentElement.querySelector(".ProseMirror");

function name({ detail: { textarea } }) {
  const surface = surfaceOf(textarea);
  if (surface?.editor) cleanPastes(surface.editor);
  const label = document.getElementById(`${textarea.id}_label`);
  if (!surface || !label) return;
  surface.setAttribute("role", "textbox");
  surface.setAttribute("aria-multiline", "true");
  surface.setAttribute("aria-labelledby", label.id);
  const described = textarea.getAttribute("aria-describedby");
  if (described) surface.setAttribute("aria-describedby", described);
  // The live blog's: the browser's spelling and a voice go by them.
  for (const about of ["lang", "dir"]) if (textarea[about]) surface.setAttribute(about, textarea[about]);
  label.addEventListener("click", () => surface.focus());
}

// A text broken off after a space goes on after it.
const AS_TYPED = { parseOptions: { preserveWhitespace: true } };

/** Show in the editor what has been written into its textarea; undoing does not bring back what was. */
export function write(textarea) {
  surfaceOf(textarea)?.editor?.chain().setMeta("addToHistory", false).setContent(textarea.value, AS_TYPED).run();
}

/** Editors become ready at their own time, some of them before this module is there. */
export function nameEditors() {
  document.addEventListener("prose-editor:ready", name);
  for (const textarea of document.querySelectorAll(".prose-editor > textarea")) {
    name({ detail: { textarea } });
  }
}
