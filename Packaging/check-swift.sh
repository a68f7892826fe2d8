#!/bin/sh
# Says what to do where Swift is missing, does not start or is too old.
swift=${1:-swift}
get='install Swift 6.1 or newer from https://www.swift.org/install and run make again.'

say() { printf 'ddor: %s\n' "$*" >&2; exit 1; }

command -v "$swift" >/dev/null 2>&1 ||
  say "there is no program “$swift” in \$PATH (as $(id -un)); if it is installed, name it with SWIFT=/path/to/swift, else $get"
words=$("$swift" --version 2>&1) ||
  say "$(command -v "$swift") does not start ($(printf '%s' "$words" | head -n 1)); $get"
version=$(printf '%s' "$words" | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
case $version in
  '') say "$(command -v "$swift") does not say which version of Swift it is; $get" ;;
  [0-5].* | 6.0) say "$(command -v "$swift") is Swift $version, which is too old; $get" ;;
esac
