#!/bin/sh
# nginx for `make cluster`: Debian's, installed when it is absent, without its service.
set -eu
PATH=$PATH:/usr/sbin
command -v nginx >/dev/null 2>&1 && exit 0

sudo=
[ "$(id -u)" -eq 0 ] || sudo="sudo -n"
echo "Installing nginx for make cluster …" >&2
$sudo apt-get update -qq >/dev/null &&
    $sudo env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends nginx >/dev/null </dev/null ||
    { echo "make cluster needs nginx: install it." >&2; exit 1; }
