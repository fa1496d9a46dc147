#!/bin/sh
# Makes sure that a browser is there for the tests: $PORTAL_CHROMIUM, or one on the PATH, or (as root) Debian's; and the
# letters of Arial, which the pages show until their own font has come (without them the pages move more than they do).
set -eu

packages=""
found=""
for browser in "${PORTAL_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$browser" ] && command -v "$browser" >/dev/null; then
        found=$browser
        break
    fi
done
if [ -z "$found" ]; then
    packages="chromium fonts-dejavu-core fonts-liberation"  # these fonts hold every Vietnamese letter
elif [ "$(uname)" = Linux ] && ! fc-list 2>/dev/null | grep -qE "LiberationSans-|/[Aa]rial|Roboto-Regular"; then
    packages="fontconfig fonts-liberation"
else
    exit 0
fi

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $packages for the browser tests"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $packages >/dev/null
else
    echo "The browser tests need Chromium and a font like Arial. On Debian, as root: apt install $packages" >&2
    echo "(or name a Chromium or Chrome that is there: PORTAL_CHROMIUM=/path/to/chromium make test)" >&2
    exit 1
fi
