#!/usr/bin/env bash
# Publishes the app to what main.bicep made: infra/publish.sh <resource group> [deployment] [app.zip]. Builds it first if no app.zip is given.
set -euo pipefail

group=${1:?Which resource group?}
deployment=${2:-hkall}
package=${3:-}
if [ -z "$package" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  "$(dirname "$0")/package.sh" "$work"
  package=$work/app.zip
fi

app=$(az deployment group show --resource-group "$group" --name "$deployment" --query properties.outputs.appName.value --output tsv)
az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$package"
