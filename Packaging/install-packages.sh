#!/bin/sh
# Installs the system packages that are missing; each word given stands for one more that is needed.
say() { printf 'ddor: %s\n' "$*" >&2; }

if command -v apt-get >/dev/null 2>&1; then
  for name in libncurses-dev zlib1g-dev libexpat1-dev libre2-dev libsnappy-dev libsqlite3-dev libzstd-dev "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' ||
      missing="$missing $name"
  done
  install='env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends'
  refresh='apt-get update'
elif command -v dnf >/dev/null 2>&1; then
  for name in ncurses-devel zlib-devel expat-devel re2-devel snappy-devel sqlite-devel libzstd-devel "$@"; do
    rpm -q --whatprovides "$name" >/dev/null 2>&1 || missing="$missing $name"
  done
  install='dnf install -y' refresh=true
elif command -v pacman >/dev/null 2>&1; then
  missing=$(pacman -T ncurses zlib expat re2 snappy sqlite zstd "$@" | tr '\n' ' ')
  install='pacman -S --needed --noconfirm' refresh=true
else
  say "neither apt-get, dnf nor pacman is here; if the build fails, install the headers of ncursesw, zlib, expat, RE2, snappy, SQLite and zstd${*:+, and $*}."
fi
[ -n "$missing" ] || exit 0

by_hand="as root, run: ${install#env DEBIAN_FRONTEND=noninteractive }" by_hand="$by_hand$(printf ' %s' $missing)"
if [ "$(id -u)" -eq 0 ]; then
  as=
elif command -v sudo >/dev/null 2>&1; then
  as=sudo
else
  say "packages are missing, and there is no sudo to install them; $by_hand"
  exit 1
fi
echo "Installing:$(printf ' %s' $missing)"
# A mirror that does not answer matters only if the packages cannot be had without it.
$as $refresh || say 'the lists of packages could not be refreshed; trying with those that are here.'
$as $install $missing && exit 0
say "the packages could not be installed; $by_hand"
exit 1
