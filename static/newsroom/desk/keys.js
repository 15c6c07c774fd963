/** The two keys of the composer: before the editor, which has a use of its own for one of them. */

/** What a key event asks for: "main", "save" or "". */
export function asked({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (!(ctrlKey || metaKey) || altKey || shiftKey) return "";
  if (key === "Enter") return "main";
  return key.toLowerCase() === "s" ? "save" : "";
}

/** Listens, and gives back what Ctrl+Enter does. */
export function keys(form, { composer, press, say }) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    const wish = asked(event);
    if (!wish) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (wish === "main") main();
    else save();
  }, true);

  function main() {
    if (composer.main) press.press(composer.main);
    else say("This cannot be published now: see how the coverage stands at the top.");
  }

  function save() {
    // Ctrl+S is a habit: what it does to a public update must not be public.
    if (composer.meta.state === "published") say("This update is public. Press Ctrl+Enter to save your change for readers.");
    else if (composer.has("save")) press.press("save");
    else say("You cannot save this as it is.");
  }

  return main;
}
