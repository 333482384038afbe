#!/bin/sh
# Prints the folder of a JDK 25 for a Linux machine that has none: a copy of the one in the image in which attendees'
# programs run, which a bundle contains. It stays in target/jdk.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh
. scripts/images/image-state.sh

home=target/jdk

# take: copies it from the image, and tries it.
take() {
  container=$(docker create --label "nearfar.lab=$LAB" "$workshop_image") || return
  rm -rf $home.part
  mkdir -p target
  docker cp "$container:/opt/java" $home.part && $home.part/bin/java -version && took=yes || took=
  docker rm "$container"
  [ "$took" ] && mv $home.part $home
}

if [ ! -x $home/bin/java ]; then
  scripts/lib/engine.sh >&2
  wrong=$(take 2>&1) || {
    rm -rf $home.part
    fail 1 "no JDK 25 found, and that of $workshop_image cannot be used: $(echo "$wrong" | tail -n 1)" \
      "install one (Debian: openjdk-25-jdk-headless) or set JAVA_HOME"
  }
fi
echo "$PWD/$home"
