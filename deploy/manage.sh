#!/bin/sh
# manage.sh COMMAND…: manage.py as the site runs it, with its user and its settings; for root.
# docs/operators/deploy.md puts it on the path as `newsroom`.
set -eu
app=$(dirname "$(dirname "$(readlink -f "$0")")")
set -- env ENV_FILE=/etc/newsroom/newsroom.env "$app/.venv/bin/python" "$app/manage.py" "$@"
[ "$(id -un)" = newsroom ] && exec "$@"
exec runuser -u newsroom -- "$@"
