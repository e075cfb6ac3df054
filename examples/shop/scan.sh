#!/bin/sh
# Scans the shop with every scanner that is installed and writes results/*.sarif.
# Versions and ways to install them: results/README.md. Scanners exit with 1 when they find something, hence the `|| true`.
set -u
cd "$(dirname "$0")" || exit 2
root=$(pwd)

have() { command -v "$1" >/dev/null 2>&1 || { echo "skipped: $1 is not installed" >&2; return 1; }; }

# Code
# ESLint loads plugins from where its configuration lies: SCANNERS is a folder with the packages in node_modules.
if have eslint; then
  formatter=${SCANNERS:?a folder whose node_modules holds the ESLint packages}/node_modules/@microsoft/eslint-formatter-sarif/sarif.js
  cp scan/eslint.config.mjs "$SCANNERS/eslint.config.mjs"
  eslint --config "$SCANNERS/eslint.config.mjs" --format "$formatter" --output-file results/eslint.sarif services web/src || true
fi
if have ast-grep; then
  ast-grep scan --config scan/ast-grep/sgconfig.yml --format sarif services web/src > results/ast-grep.sarif || true
fi
if have flawfinder; then
  flawfinder --sarif --minlevel=2 services/catalogue > results/flawfinder.sarif || true
fi
if have clang-19; then
  clang-19 --analyze --analyzer-output sarif -Xclang -analyzer-checker=security,unix,core -o results/clang-analyzer.sarif services/catalogue/import.c 2> /dev/null || true
fi
if have gcc-14; then
  gcc-14 -fanalyzer -Wall -Wformat-security -fdiagnostics-format=sarif-stderr -c services/catalogue/import.c -o /dev/null 2> results/gcc-analyzer.sarif || true
fi
if have cppcheck; then
  cppcheck --quiet --enable=warning,portability --output-format=sarif services/catalogue 2> results/cppcheck.sarif || true
fi
if have oxlint; then
  oxlint --format sarif services web/src > results/oxlint.sarif || true
fi

# Secrets
if have secretlint; then
  secretlint --secretlintrc scan/secretlintrc.json --format @secretlint/secretlint-formatter-sarif 'services/**/*' 'web/src/**/*' 'infra/**/*' > results/secretlint.sarif || true
fi
if have gitleaks; then
  gitleaks detect --no-git --redact --source services --report-format sarif --no-banner --log-level error --report-path results/gitleaks.sarif || true
fi

# Dependencies
if have npm; then
  audit=$(mktemp)
  (cd web && npm audit --json) > "$audit" || true
  node scan/npm-audit-to-sarif.mjs "$audit" web/package-lock.json web/package-lock.json "$(npm --version)" > results/npm-audit.sarif || rm -f results/npm-audit.sarif
  rm -f "$audit"
fi

# Infrastructure
if have spectral; then
  spectral lint --ruleset scan/spectral.yaml --format sarif --quiet 'infra/{k8s,workflows}/*.{yaml,yml}' > results/spectral.sarif || true
fi
if have ansible-lint; then
  ansible-lint --offline --format sarif infra/host/site.yml > results/ansible-lint.sarif 2> /dev/null || true
fi

# Paths relative to this folder: results must not tell where they were made. A base that is this folder loses its
# address (SARIF 2.1.0 §3.14.14 leaves it to the reader then), any other mention loses the prefix.
sed -i -e "s|\"uri\": *\"file://$root/\"||" -e "s|file://$root/||g" -e "s|$root/||g" results/*.sarif
