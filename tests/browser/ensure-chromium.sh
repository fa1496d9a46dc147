#!/bin/sh
# Makes sure that a browser is there for the tests: $PORTAL_CHROMIUM, or one on the PATH, or (as root) Debian's.
set -eu

for browser in "${PORTAL_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$browser" ] && command -v "$browser" >/dev/null; then
        exit 0
    fi
done

packages="chromium fonts-dejavu-core"  # the fonts hold every Vietnamese letter
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $packages for the browser tests"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $packages >/dev/null
else
    echo "The browser tests need Chromium. On Debian, as root: apt install $packages" >&2
    echo "(or name a Chromium or Chrome that is there: PORTAL_CHROMIUM=/path/to/chromium make test)" >&2
    exit 1
fi
