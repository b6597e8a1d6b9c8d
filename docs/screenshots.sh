#!/bin/sh
# Takes the pictures of docs/screenshots anew: the main job by the real app on a real server, and every screen in its
# states (empty, loading, one row, 100,000 rows, running, done, failed, cancelled, server away), light and dark, and some at
# twice the size. With -q only the states, which need no server.
set -eu
cd "$(dirname "$0")/.."
tests='*GalleryUiTest'
[ "${1:-}" = -q ] || tests="$tests,MainJobUiTest"
mvn -B -q -pl studio-desktop -am test -Dtest="$tests" -Dsurefire.failIfNoSpecifiedTests=false
mkdir -p docs/screenshots/states
pictures=studio-desktop/target/screenshots
[ "${1:-}" = -q ] || cp "$pictures"/main-job/*.png docs/screenshots/
find "$pictures" -maxdepth 1 -name '*.png' ! -name 'rtl-*' ! -name 'long-*' -exec cp {} docs/screenshots/states/ \;
cp "$pictures"/gallery/*.png docs/screenshots/states/
