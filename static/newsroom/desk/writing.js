/** What helps while writing: commands in the text, times by minutes, a preview and a count. */

import { typedCommands } from "./commands.js";
import { counted } from "./count.js";
import { LivePreview } from "./live_preview.js";

/** Once the editor is there; `changed()` is told of every change. `parts` are the desk's. */
export function writing(parts) {
  const { form, times, composer, say, site, person } = parts;
  const { editor } = form.querySelector(".ProseMirror");
  const length = form.querySelector("[data-length]");
  const preview = new LivePreview(form, site, composer, person);
  times.entry = () => composer.meta?.entry;
  times.buttons(say);
  typedCommands(parts);

  function changed() {
    length.textContent = counted(editor.getText({ blockSeparator: "\n" }));
    preview.later();
  }

  return { changed };
}
