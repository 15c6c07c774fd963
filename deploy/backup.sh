#!/bin/sh
# backup.sh MEDIA DIRECTORY [SQLITE_FILE]: the database, then the pictures. Without a file the
# database is PostgreSQL's "newsroom", reached as PGHOST, PGPORT and PGUSER say.
# With KEEP_DAYS, those that are older go once this one is complete.
# The database comes first: a picture too many does no harm, one too few would be missed.
set -eu
media=$1
into=$2/$(date -u +%Y%m%dT%H%M%SZ)
trap 'rm -rf "$into.part"' EXIT
mkdir -p "$into.part"
if [ -n "${3:-}" ]; then
    test -f "$3" # sqlite3 would make an empty one
    sqlite3 "$3" "VACUUM INTO '$into.part/newsroom.sqlite3'"
else
    pg_dump --format=custom --file="$into.part/newsroom.dump" newsroom
fi
tar -C "$media" -cf "$into.part/media.tar" .
sync
mv "$into.part" "$into"
if [ -n "${KEEP_DAYS:-}" ]; then
    find "$2" -mindepth 1 -maxdepth 1 -type d -name '20*Z' -mtime "+$KEEP_DAYS" -exec rm -rf {} +
fi
