#!/bin/sh
# The tests of the JavaScript modules' pure parts; they need nothing but node.
set -eu
cd "$(dirname "$0")/.."
files=$(find tests/js -name '*.test.js' -o -name '*.test.mjs' 2>/dev/null | sort)
[ -n "$files" ] || exit 0
if ! command -v node >/dev/null 2>&1; then
    echo "node is not installed: the tests in tests/js are skipped." >&2
    exit 0
fi
# shellcheck disable=SC2086  (one word per file)
exec node --test $files
