#!/usr/bin/env bash
# Tries a deployment from outside and prints a table: infra/smoke.sh URL [--staff TOKEN] [--patron TOKEN] [--partner SYMBOL SECRET]. Ends with 1 if a part
# that was tried does not work. What is placed or sent for it is cancelled or dismissed again.
set -euo pipefail
command -v node >/dev/null || { echo 'infra/smoke.sh needs node 20 or newer.' >&2; exit 2; }
exec node "$(dirname "$0")/smoke.mjs" "$@"
