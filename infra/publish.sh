#!/usr/bin/env bash
# Builds the app and publishes it to what main.bicep made: infra/publish.sh <resource group> [deployment]
set -euo pipefail

group=${1:?Which resource group?}
deployment=${2:-hkall}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

app=$(az deployment group show --resource-group "$group" --name "$deployment" --query properties.outputs.appName.value --output tsv)
dotnet publish "$root/functions/Hkall.Functions" --configuration Release --output "$work/app"
# From inside the folder: the package also needs the hidden folder that lists the functions.
(cd "$work/app" && zip --quiet --recurse-paths "$work/app.zip" .)
az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$work/app.zip"
