#!/bin/sh
# Makes sure that the tools of the quality checks are there: axe-core and the Nu HTML checker (which needs Java), and
# with the argument `lighthouse` Lighthouse (which needs Node.js). The network is needed once, later runs do not use it.
set -eu
cd "$(dirname "$0")"

# install_debian COMMAND PACKAGE...: as root on Debian; elsewhere it says what is missing.
install_debian() {
    command=$1
    shift
    if command -v "$command" >/dev/null; then
        return
    fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $* for the quality checks"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
    else
        echo "The quality checks need the command $command. On Debian, as root: apt install $*" >&2
        exit 1
    fi
}

# install_locked: the packages of package-lock.json here, unless they are there already.
install_locked() {
    if ! cmp -s package-lock.json node_modules/locked; then
        install_debian npm nodejs npm
        npm ci --loglevel=error
        cp package-lock.json node_modules/locked
    fi
}

if [ "${1:-}" = pagefind ]; then
    cd ../search_bench/pagefind
    install_locked
    exit
fi
install_debian java default-jre-headless
install_locked
if [ "${1:-}" = lighthouse ]; then
    install_debian node nodejs
    cd lighthouse
    install_locked
fi
