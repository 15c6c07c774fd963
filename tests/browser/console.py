"""What a browser complains about while a test goes on."""

PATIENCE = 45_000  # milliseconds, for what never comes; a busy machine may stand still for many


def listen(context, errors):
    """Put every error, refused resource and exception of the context's pages into `errors`."""
    context.set_default_timeout(PATIENCE)

    def note(message):
        if message.location.get("url", "").endswith("/favicon.ico"):
            return  # asked for by the browser, not by the page
        if message.type == "error" or "Content Security Policy" in message.text:
            errors.append(f"{message.text} ({message.location.get('url', '')})")

    context.on("console", note)
    context.on("weberror", lambda error: errors.append(str(error.error)))
