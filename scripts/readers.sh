#!/usr/bin/env bash
# Reads reports of examples/shop with programs that others wrote: the validator of the SARIF SDK and libxml2 (from npm), ajv, and the
# OpenMetrics parser of Prometheus' own client, where Python has it. Fails where one of them objects, or takes what is broken.
# JUNIT_XSD and CODECLIMATE_SCHEMA are paths of schemas that are no part of any package; docs/reports.md says whose they are.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

node dist/cli.js evaluate --sarif examples/shop/results --policy examples/shop/policy-gate.yml --source-root examples/shop \
  --format "sarif=$work/gate.sarif" --format "json=$work/decision.json" --format "junit=$work/junit.xml" --format "gitlab=$work/gitlab.json" >/dev/null || [ $? -eq 1 ]
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

if [ -n "${JUNIT_XSD:-}" ]; then
  npm install --silent --no-save --no-package-lock --prefix "$work/sdk" xmllint-wasm@5.0.0
  junit() { # schema, report
    node -e '
      const { readFileSync } = require("node:fs")
      const [library, schema, file] = process.argv.slice(1)
      const read = path => readFileSync(path, "utf8")
      require(library).validateXML({ xml: [{ fileName: "junit.xml", contents: read(file) }], schema: [read(schema)] }).then(({ valid, errors }) => {
        for (const { message } of errors) console.log(message)
        process.exitCode = valid ? 0 : 1
      })' "$work/sdk/node_modules/xmllint-wasm" "$1" "$2"
  }
  junit "$JUNIT_XSD" "$work/junit.xml"
  sed 's/<testcase /<testcase unknown="1" /' "$work/junit.xml" >"$work/broken.xml"
  if junit "$JUNIT_XSD" "$work/broken.xml" >/dev/null; then echo 'libxml2 takes what is broken'; exit 1; fi
  echo 'libxml2 takes the JUnit report by the schema of Jenkins'
else
  echo 'no schema of JUnit here (JUNIT_XSD)'
fi

if [ -n "${CODECLIMATE_SCHEMA:-}" ]; then
  node -e '
    const { readFileSync } = require("node:fs")
    const [schema, report] = process.argv.slice(1).map(path => JSON.parse(readFileSync(path, "utf8")))
    const { default: Ajv } = require("ajv")
    const holds = new Ajv({ strict: false }).compile(schema)
    const wrong = report.filter(item => !holds(item))
    if (report.length === 0 || wrong.length > 0) throw new Error(`${wrong.length} of ${report.length} items do not fit`)
    if (holds({ ...report[0], severity: 1 })) throw new Error("the schema takes what is broken")
    console.log(`${report.length} items of the report fit the schema of GitLab`)' "$CODECLIMATE_SCHEMA" "$work/gitlab.json"
else
  echo 'no schema of GitLab here (CODECLIMATE_SCHEMA)'
fi

python=/usr/bin/python3
if "$python" -c 'import prometheus_client' 2>/dev/null; then
  read_metrics() { "$python" -c 'import sys; from prometheus_client.openmetrics.parser import text_string_to_metric_families as p; print(len(list(p(sys.stdin.read()))), "families")'; }
  read_metrics <"$work/metrics"
  if sed '$d' "$work/metrics" | read_metrics 2>/dev/null; then echo 'it takes figures without an end'; exit 1; fi
else
  echo 'no OpenMetrics parser here'
fi
