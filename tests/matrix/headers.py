"""The security headers of every answer, and the policy of its family (SR-11)."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
EXCEPT = {  # route: what it has instead
    "/preview/<token>/": {"Referrer-Policy": "no-referrer", "Cache-Control": "private, no-store"},
}


def wrong_headers(response, address):
    """Sentences about what a response lacks."""
    right = HEADERS | EXCEPT.get(address.route, {})
    for name, value in right.items():
        if response.headers.get(name) != value:
            yield f"{name}: {response.headers.get(name)}"
    kept = response.headers.get("Cache-Control")
    if address.surface in ("admin", "desk") and kept != "private, no-store":
        yield f"cache: {kept}"
    policy = response.headers.get("Content-Security-Policy", "")
    if not policy.startswith("default-src 'none'"):
        yield f"policy: {policy}"
    if "unsafe" in policy and address.route != "/api/docs/":
        yield f"unsafe: {policy}"
    wanted = {"media": "sandbox", "admin": "'nonce-|'sha256-", "desk": "'sha256-"}
    if not any(one in policy for one in wanted.get(address.surface, "'self'").split("|")):
        yield f"not its family's: {policy}"
    if address.surface not in ("admin", "desk") and "sha256" in policy:
        yield f"an editor's: {policy}"
