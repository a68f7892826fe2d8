#!/bin/sh
# run.sh SECONDS [-OPTION]… TARGET…: tries each target on changed inputs for so long, two targets at a time.
# What was found new is kept for the next run in .build/found; a failure is told, and ends all with 1.
# Options are those of libFuzzer; with -seed=1 the inputs are the same for the same program.
set -u
cd "$(dirname "$0")" || exit 1
SECONDS_EACH=$1
shift
OPTIONS=
while [ "${1#-}" != "$1" ]; do
  OPTIONS="$OPTIONS $1"
  shift
done
export SECONDS_EACH OPTIONS
# The handler of Swift would be taken for a fault of its own by the sanitizer.
export SWIFT_BACKTRACE=enable=no

# shellcheck disable=SC2016
printf '%s\n' "$@" | xargs -n 1 -P 2 sh -c '
  found=.build/found/$1 log=.build/$1.log
  mkdir -p "$found"
  # shellcheck disable=SC2086
  if .build/debug/fuzz --target="$1" -detect_leaks=0 -timeout=120 -rss_limit_mb=3000 -max_len=4096 \
    -len_control=0 -print_final_stats=1 -max_total_time="$SECONDS_EACH" $OPTIONS \
    -artifact_prefix=".build/$1-" -dict="Dictionaries/$1.dict" "$found" "Corpus/$1" >"$log" 2>&1
  then
    sed -n "s/^stat::number_of_executed_units: */$1: /p" "$log"
  else
    tail -n 40 "$log"
    echo "$1: failed; Fuzz/$log has the whole of it."
    exit 1
  fi' sh || exit 1
