#!/bin/sh
# Refreshes the copies of this folder's files in every course package. A package is self-contained, so it carries the
# files that its pages use: those that lie in it already. "copy.sh PACKAGE RUNTIME" lays them into a new package,
# with one of the runtimes cmi5, scorm-2004 and scorm-1.2.
set -eu
cd "$(dirname "$0")"

if [ $# -eq 2 ]; then
  for file in course.css words.js "$2.js" shell.js lesson.js quiz.js; do cp "$file" "$1/"; done
elif [ $# -ne 0 ]; then
  echo "usage: copy.sh [PACKAGE RUNTIME]" >&2
  exit 2
fi

for file in *.css *.js; do
  for copy in ../*/*/"$file"; do
    if [ -e "$copy" ]; then cp "$file" "$copy"; fi
  done
done
