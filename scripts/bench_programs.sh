#!/bin/sh
# What `make bench` measures with: wrk, nginx, its module Nchan and gcc, from Debian when absent.
# What cannot be had is named; the figures that need it are then not measured, and say so.
set -eu
PATH=$PATH:/usr/sbin
missing=
for program in wrk nginx gcc; do
    command -v "$program" >/dev/null 2>&1 || missing="$missing $program"
done
case $missing in *gcc*) missing="$missing libc6-dev" ;; esac
[ -e /usr/lib/nginx/modules/ngx_nchan_module.so ] || missing="$missing libnginx-mod-nchan"
[ -z "$missing" ] && exit 0
sudo=
[ "$(id -u)" -eq 0 ] || sudo="sudo -n"
echo "Installing$missing for the bench …" >&2
# RUNLEVEL: nginx is not started as a service.
# shellcheck disable=SC2086  # several packages
$sudo apt-get update -qq >/dev/null &&
    $sudo env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $missing >/dev/null </dev/null ||
    echo "Not installed:$missing. What needs it is not measured." >&2
