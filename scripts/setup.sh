#!/bin/sh
# Makes .venv and installs a lock into it: scripts/setup.sh requirements.lock
# Done once per content of the lock: a stamp inside .venv, named by its digest, says so.
set -eu
cd "$(dirname "$0")/.."
lock=${1:-requirements.lock}
digest=$(cksum "$lock" | tr ' ' '-' | cut -d- -f1,2)
stamp=.venv/.installed-$(basename "$lock")-$digest

[ -e "$stamp" ] && [ -x .venv/bin/python ] && exit 0

usable() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

python=
for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if usable "$candidate"; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
    echo "Newsroom needs Python 3.11 or newer: install it, or name it with PYTHON=/path/to/python3.11." >&2
    exit 1
fi
if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
    echo "Newsroom needs Python's venv module: on Debian and Ubuntu, apt-get install python3-venv." >&2
    exit 1
fi

# A .venv whose interpreter has gone (a moved checkout, an upgraded system) is made again.
if ! usable .venv/bin/python; then
    rm -rf .venv
    "$python" -m venv .venv
fi
echo "Installing $lock into .venv …" >&2
if ! .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$lock"
then
    echo "The packages of $lock could not be installed: see pip's message above." >&2
    exit 1
fi
rm -f ".venv/.installed-$(basename "$lock")-"*
touch "$stamp"
