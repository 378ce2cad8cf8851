#!/bin/sh
# Draws the icons of the extension from mark.svg with ImageMagick; the PNGs are committed, so a build needs no ImageMagick.
set -eu
cd "$(dirname "$0")"
for size in 16 32 48 128; do
  convert -background none -density 384 mark.svg -resize "${size}x${size}" -strip -define png:exclude-chunks=date,time \
    "PNG32:../../public/icon-${size}.png"
done
