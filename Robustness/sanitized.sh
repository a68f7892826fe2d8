#!/bin/sh
# sanitized.sh PROGRAM: runs a program that was built for the sanitizers through what only the whole of it
# does: giving up its rights, reading signals and the terminal, listing licences. A report ends it with 1.
set -u
program=$1
directory=$(mktemp -d) || exit 1
trap 'rm -rf "$directory"' EXIT
export XDG_CACHE_HOME="$directory/cache" XDG_STATE_HOME="$directory/state" SWIFT_BACKTRACE=enable=no
wrong=0
tries=0

try() {
  "$program" "$@" >"$directory/out" 2>"$directory/said" </dev/null
  status=$?
  tries=$((tries + 1))
  if [ $status -gt 2 ] || grep -q -e 'runtime error' -e Sanitizer "$directory/said"; then
    echo "ddor $*: ended with $status" >&2
    head -n 20 "$directory/said" >&2
    wrong=1
  fi
}

data=SampleData
for command in 'list weeks' 'list detainers' 'count --by state,week' 'validate' 'compare 2017-01-28 2017-02-04' \
  'place travis' 'frame --keys gm' 'frame --keys /travis<Enter>i' 'frame --keys gh?' 'sql count --by state'; do
  # shellcheck disable=SC2086
  try $command $data
done
for format in csv json html md xlsx sqlite parquet; do
  try export -o "$directory/out.$format" --force $data
  try list detainers "$directory/out.$format" --no-cache
done
try list detainers --filter 'facility:/(a|b)*[[:alpha:]]+x?/' $data
try list detainers --filter 'facility:/[[[/' $data
try --licences
try --help
try cache
[ $wrong -eq 0 ] && echo "$tries runs of the whole program without a report."
exit $wrong
