"""Pasting into the rich text editor: the event a browser makes of a clipboard."""

PASTE = """(surface, kinds) => {
  const clipboardData = new DataTransfer();
  for (const [kind, data] of Object.entries(kinds)) clipboardData.setData(kind, data);
  const options = { clipboardData, bubbles: true, cancelable: true };
  surface.dispatchEvent(new ClipboardEvent("paste", options));
}"""


def paste(page, html="", text=""):
    """What a program puts on the clipboard: HTML, plain text or both."""
    kinds = {"text/html": html, "text/plain": text}
    surface = page.locator(".ProseMirror[role=textbox]")
    surface.focus()
    surface.evaluate(PASTE, {kind: data for kind, data in kinds.items() if data})
