#!/bin/sh
# backup.sh MEDIA DIRECTORY: the PostgreSQL database "newsroom", then the pictures.
# The database comes first: a picture too many does no harm, one too few would be missed.
set -eu
media=$1
into=$2/$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$into.part"
pg_dump --format=custom --file="$into.part/newsroom.dump" newsroom
tar -C "$media" -cf "$into.part/media.tar" .
sync
mv "$into.part" "$into"
