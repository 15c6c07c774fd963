#!/bin/sh
# What `make bench` measures with: Debian's wrk, nginx and gcc, installed when absent.
set -eu
PATH=$PATH:/usr/sbin
missing=
for program in wrk nginx gcc; do
    command -v "$program" >/dev/null 2>&1 || missing="$missing $program"
done
[ -z "$missing" ] && exit 0
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
echo "Installing$missing for the bench …" >&2
case $missing in *gcc*) missing="$missing libc6-dev" ;; esac
# shellcheck disable=SC2086  # several packages
$sudo apt-get update -qq >/dev/null &&
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null </dev/null ||
    { echo "The bench needs$missing: install them." >&2; exit 1; }
