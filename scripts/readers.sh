#!/usr/bin/env bash
# Reads reports of examples/shop with programs that others wrote: the validator of the SARIF SDK (from npm), and the OpenMetrics
# parser of Prometheus' own client, where Python has it. Fails where one of them objects, or takes what is broken.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

node dist/cli.js evaluate --sarif examples/shop/results --policy examples/shop/policy-gate.yml --source-root examples/shop \
  --format "sarif=$work/gate.sarif" --format "json=$work/decision.json" >/dev/null || [ $? -eq 1 ]
node dist/cli.js metrics "$work/decision.json" --format openmetrics >"$work/metrics"

npm install --silent --no-save --no-package-lock --prefix "$work/sdk" @microsoft/sarif-multitool@5.7.0
sarif() { # its binary is chosen by the system; cultures are data that a small system lacks
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 node "$work/sdk/node_modules/@microsoft/sarif-multitool/bin.js" validate "$1" --level Error
}
sarif "$work/gate.sarif" >"$work/told" 2>&1 || { cat "$work/told"; exit 1; }
grep -q 'Analysis completed successfully' "$work/told"
sed 's/"ruleIndex": *[0-9]*/"ruleIndex": 99999/' "$work/gate.sarif" >"$work/broken.sarif"
if sarif "$work/broken.sarif" >"$work/told" 2>&1 && ! grep -q 'error' "$work/told"; then
  echo 'the SARIF SDK takes what is broken'
  exit 1
fi
echo 'the SARIF SDK takes the report'

python=/usr/bin/python3
if "$python" -c 'import prometheus_client' 2>/dev/null; then
  read_metrics() { "$python" -c 'import sys; from prometheus_client.openmetrics.parser import text_string_to_metric_families as p; print(len(list(p(sys.stdin.read()))), "families")'; }
  read_metrics <"$work/metrics"
  if sed '$d' "$work/metrics" | read_metrics 2>/dev/null; then echo 'it takes figures without an end'; exit 1; fi
else
  echo 'no OpenMetrics parser here'
fi
