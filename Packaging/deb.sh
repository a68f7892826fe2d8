#!/bin/sh
# Makes a package for Debian and Ubuntu of what `make build` has built; the same sources give the
# same bytes. Run by `make deb`.
set -eu
umask 022
export LC_ALL=C
version=$(.build/release/ddor --version | sed 's/^ddor \([0-9.]*\) .*/\1/')
architecture=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH
# As the tools of Debian call who makes a package; else who made the last change.
maintainer="${DEBFULLNAME:-$(git log -1 --format=%an)} <${DEBEMAIL:-$(git log -1 --format=%ae)}>"

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
root=$tree/debian/ddor
${MAKE:-make} --no-print-directory install DESTDIR="$root" PREFIX=/usr >/dev/null

# What Debian has other places or forms for.
share=$root/usr/share
mv "$share/zsh/site-functions" "$share/zsh/vendor-completions"
gzip -9n "$share/man/man1/ddor.1"
{
  cat <<EOF
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: 2026 the ddor authors
License: Apache-2.0

License: Apache-2.0
 On Debian systems the full text is in /usr/share/common-licenses/Apache-2.0.
 .
EOF
  sed -e 's/^$/./' -e 's/^/ /' NOTICE
} >"$share/doc/ddor/copyright"
rm "$share/doc/ddor/LICENSE" "$share/doc/ddor/NOTICE"
gzip -9n <CHANGELOG.md >"$share/doc/ddor/CHANGELOG.md.gz"
gzip -9n >"$share/doc/ddor/changelog.gz" <<EOF
ddor ($version) unstable; urgency=medium

  * See CHANGELOG.md.gz.

 -- $maintainer  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
EOF

# The libraries that the program needs, in the versions that have all that it uses.
mkdir "$root/DEBIAN"
printf 'Source: ddor\n\nPackage: ddor\nArchitecture: any\n' >"$tree/debian/control"
needs=$(cd "$tree" && dpkg-shlibdeps -O debian/ddor/usr/bin/ddor | sed -n 's/^shlibs:Depends=//p')
cat >"$root/DEBIAN/control" <<EOF
Package: ddor
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -k -s --apparent-size "$root/usr" | cut -f 1)
Depends: $needs
Section: misc
Priority: optional
Description: terminal browser for Declined Detainer Outcome Reports
 Weekly lists of the jurisdictions that declined detainers of U.S. Immigration
 and Customs Enforcement (ICE), as published in 2017 and as built from records
 that are released under the Freedom of Information Act. Counts, compares,
 checks and exports them, on screen and on the command line; sample data is
 included.
EOF
(cd "$root" && find usr -type f | sort | xargs md5sum) >"$root/DEBIAN/md5sums"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p .build/given
dpkg-deb --root-owner-group --build "$root" ".build/given/ddor_${version}_$architecture.deb"
