#!/usr/bin/env bash
# Starts a PostgreSQL of its own, without network, and prints the directory of its socket. `postgres.sh stop DIR` ends it.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
as() { # PostgreSQL refuses to run as root
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}
if [ "${1:-}" = stop ]; then
  as "$bin/pg_ctl" -D "$2/data" -m immediate stop >/dev/null
  rm -rf "$2"
  exit 0
fi
dir=$(mktemp -d)
chmod 777 "$dir"
as "$bin/initdb" -D "$dir/data" -U gate -A trust -E UTF8 --locale=C -N >/dev/null
as "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" -o "-c listen_addresses='' -c unix_socket_directories=$dir -c fsync=off -c jit=off" start >/dev/null
echo "$dir"
