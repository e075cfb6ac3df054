#!/bin/sh
# Sends what bitbucket-report.mjs has written for the commit of this pipeline. The proxy of Pipelines signs the requests.
# Usage: bitbucket-post.sh DIRECTORY
set -eu
address="http://api.bitbucket.org/2.0/repositories/$BITBUCKET_REPO_FULL_NAME/commit/$BITBUCKET_COMMIT/reports/policy-gate"
send() { # send METHOD FILE ADDRESS
  curl --fail --silent --show-error --proxy "${BITBUCKET_PROXY:-http://localhost:29418}" --request "$1" \
    --header 'Content-Type: application/json' --data-binary "@$2" "$3" > /dev/null
}
send PUT "$1/report.json" "$address"
for file in "$1"/annotations-*.json; do
  if [ -e "$file" ]; then send POST "$file" "$address/annotations"; fi
done
