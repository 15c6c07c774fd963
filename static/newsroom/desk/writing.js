/** What helps while writing: commands in the text, and times by minutes. */

import { typedCommands } from "./commands.js";

/** Once the editor is there. `parts`: form, site, rows, times, composer, say. */
export function writing(parts) {
  const { times, composer, say } = parts;
  times.entry = () => composer.meta?.entry;
  times.buttons(say);
  typedCommands(parts);
}
