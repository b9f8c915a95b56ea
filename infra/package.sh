#!/usr/bin/env bash
# Builds what is published: infra/package.sh <folder>. Leaves app.zip and its bill of materials, bom.json (CycloneDX), there.
set -euo pipefail

mkdir -p "${1:?Which folder?}"
folder=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$root"
dotnet publish functions/Hkall.Functions --configuration Release --output "$work/app"
[ -f "$work/app/fonts/DroidSansFallbackFull.ttf" ] && [ -f "$work/app/fonts/DejaVuSans.ttf" ] \
  || echo 'Copies will not be stamped: build on a machine with fonts-droid-fallback and fonts-dejavu-core.' >&2
# From inside the folder: the package also needs the hidden folder that lists the functions.
rm -f "$folder/app.zip"
(cd "$work/app" && zip --quiet --recurse-paths "$folder/app.zip" .)
dotnet tool restore
dotnet CycloneDX functions/Hkall.Functions/Hkall.Functions.csproj --disable-package-restore --output "$folder" --filename bom.json --output-format Json
