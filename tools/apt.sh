#!/bin/sh
# Debian packages that must be there: what is missing is installed when root, named otherwise
set -eu
command -v dpkg-query >/dev/null || { echo "Not a Debian system; please see that it has: $*" >&2; exit 0; }
missing=
for package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
install="apt-get install -y --no-install-recommends$missing"
[ "$(id -u)" = 0 ] || { echo "Missing:$missing. Have it installed, then try again: sudo $install" >&2; exit 1; }
echo "Installing:$missing"
apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install >/dev/null
