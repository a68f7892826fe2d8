#!/bin/sh
# Writes which commit is built, for `ddor --version`: only when it has changed, so that nothing is
# built again without need. DDOR_COMMIT names it where there is no Git, as in an archive.
header=Sources/CProgram/include/commit.h
commit=${DDOR_COMMIT:-$(git describe --always --dirty --abbrev=12 --exclude '*' 2>/dev/null)}
line="#define DDOR_COMMIT \"${commit:-unknown}\""
[ "$(cat "$header" 2>/dev/null)" = "$line" ] && exit 0
printf '%s\n' "$line" >"$header"
# The compiler does not know yet that the file depends on a header that was not there.
touch Sources/CProgram/program.c
