#!/bin/sh
# Takes the pictures of docs/screenshots anew: the main job by the real app on a real server, and every screen in its
# states (empty, loading, one row, 100,000 rows, running, done, failed, cancelled, server away), light and dark, and one of each at
# twice the size. With -q only the states, which need no server.
set -eu
cd "$(dirname "$0")/.."
tests='*GalleryUiTest,ShellUiTest'
[ "${1:-}" = -q ] || tests="$tests,MainJobUiTest"
pictures=studio-desktop/target/screenshots
rm -rf "$pictures"
mkdir -p "$pictures"
: >"$pictures/started"
mvn -B -q -pl studio-desktop -am test -Dtest="$tests" -Dsurefire.failIfNoSpecifiedTests=false
mkdir -p docs/screenshots/states
[ "${1:-}" = -q ] || cp "$pictures"/main-job/*.png docs/screenshots/
find "$pictures" -maxdepth 1 -name '*.png' ! -name 'rtl-*' ! -name 'long-*' ! -name 'scaled-*' ! -name 'warm-up*' -exec cp {} docs/screenshots/states/ \;
cp "$pictures"/gallery/*.png docs/screenshots/states/

# A palette makes them a third of the size; where ImageMagick is missing they stay as they are.
if command -v convert >/dev/null 2>&1; then
    find docs/screenshots -name '*.png' -newer "$pictures/started" -exec sh -c '
        for picture; do
            convert "$picture" -strip +dither -colors 250 -define png:compression-level=9 "PNG8:$picture.small" &&
                mv "$picture.small" "$picture"
        done' sh {} +
fi
