#!/bin/sh
# Chromium for the browser tests: Debian's, installed when it is absent.
set -eu
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] && exit 0

sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
if command -v apt-get >/dev/null 2>&1 && { [ -z "$sudo" ] || command -v sudo >/dev/null 2>&1; }
then
    echo "Installing Chromium for the browser tests …" >&2
    if $sudo apt-get update -qq >/dev/null &&
        $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null </dev/null
    then exit 0; fi
fi
echo "The browser tests need Chromium: install it, or name its program with CHROMIUM=/path/to/chromium." >&2
exit 1
