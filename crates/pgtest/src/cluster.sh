# A PostgreSQL server in a folder of its own, for as long as somebody holds the other end of standard input.
# Reads commands, a word a line, and answers each with a line: "folder" or "done", or "failed".
set -u
bin="$1"
folder="$(mktemp -d /tmp/hemicycle-pg-XXXXXX)" || { echo failed; exit 1; }
data="$folder/data"

start() { "$bin/pg_ctl" -D "$data" -w -s -l "$folder/log" start >/dev/null 2>&1; }
crash() { "$bin/pg_ctl" -D "$data" -w -s -m immediate stop >/dev/null 2>&1; }
fail() { cat "$folder"/log "$folder"/initdb 2>/dev/null >&2; echo failed; }

trap '' INT TERM HUP
trap 'crash; rm -rf "$folder"' EXIT
chmod 700 "$folder"
LC_ALL=C "$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C --no-sync --no-instructions >"$folder/initdb" 2>&1 || { fail; exit 1; }
cat >>"$data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 300
shared_buffers = 64MB
CONF
start || { fail; exit 1; }
echo "$folder"
while read -r command; do
  case "$command" in
    start) start && echo done || fail ;;
    crash) crash && echo done || fail ;;
  esac
done
