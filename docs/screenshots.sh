#!/bin/sh
# Takes the pictures of docs/screenshots anew, from the real app driven through the main job on a real server.
set -eu
cd "$(dirname "$0")/.."
mvn -B -q -pl studio-desktop -am test -Dtest=MainJobUiTest -Dsurefire.failIfNoSpecifiedTests=false
mkdir -p docs/screenshots
cp studio-desktop/target/screenshots/main-job/*.png docs/screenshots/
