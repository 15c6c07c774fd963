/** What helps while writing: commands and addresses in the text, times by minutes, a preview, a count. */

import { Addresses } from "./addresses.js";
import { typedCommands } from "./commands.js";
import { counted } from "./count.js";
import { Library } from "./library.js";
import { LivePreview } from "./live_preview.js";
import { Lookups } from "./lookups.js";

/**
 * Once the editor is there; `changed()` is told of every change, `finish()` of a button pressed.
 * `parts` are the desk's.
 */
export function writing(parts) {
  const { form, rows, times, composer, say, site, person } = parts;
  const { editor } = form.querySelector(".ProseMirror");
  const length = form.querySelector("[data-length]");
  const preview = new LivePreview(form, site, composer, person);
  const lookups = new Lookups(form, rows, site);
  times.entry = () => composer.meta?.entry;
  times.buttons(say);
  const commands = typedCommands(parts);
  const addresses = new Addresses(editor, parts);
  new Library(parts);

  function changed() {
    length.textContent = counted(editor.getText({ blockSeparator: "\n" }));
    preview.later();
    lookups.look();
  }

  function finish() {
    commands.finish();
    addresses.finish();
  }

  return { changed, finish };
}
