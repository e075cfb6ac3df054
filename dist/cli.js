#!/usr/bin/env node
import { createRequire as createRequire__ } from 'node:module'
const require = createRequire__(import.meta.url)

// src/core/closest.ts
function closest(word, candidates2) {
  let best = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates2) {
    const distance2 = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance2 < bestDistance) [best, bestDistance] = [candidate, distance2];
  }
  const allowed = Math.max(1, Math.floor(Math.max(word.length, best?.length ?? 0) / 3));
  return bestDistance <= allowed ? best : null;
}
function editDistance(a, b) {
  let beforePrevious = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index2) => index2);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same2 = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same2 ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

// src/core/errors.ts
var ConfigurationError = class extends Error {
  name = "ConfigurationError";
  problems;
  constructor(problems) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
};
function configurationError(message2, hint, place2 = null) {
  return new ConfigurationError([{ place: place2, message: message2, hint }]);
}
function formatProblem({ place: place2, message: message2, hint }) {
  const where2 = place2 ? `${[place2.path, place2.line, place2.column].filter((part3) => part3 !== null).join(":")}: ` : "";
  return `${where2}${message2}. ${hint}`;
}

// src/shell/arguments.ts
import { parseArgs } from "node:util";
function parseArguments(argv, flags) {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [name, { type: typeOf(flag), multiple: true }])
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const values = /* @__PURE__ */ new Map();
  const switches = /* @__PURE__ */ new Set();
  const words = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : void 0;
    if (flag === void 0) throw unknownFlag(token.rawName, Object.keys(flags));
    if (flag.value === void 0) switches.add(switchOf(token));
    else values.set(token.name, [...priorValues(token, flag, values), textOf(token, flag)]);
  }
  return { values, switches, words };
}
var typeOf = (flag) => flag.value ? "string" : "boolean";
function switchOf({ name, rawName, value }) {
  if (value !== void 0) throw configurationError(`${rawName} takes no value`, `Write ${rawName} alone`);
  return name;
}
function priorValues({ name, rawName }, flag, values) {
  const given2 = values.get(name) ?? [];
  if (given2.length > 0 && !flag.multiple) throw configurationError(`${rawName} is given twice`, "Give it once");
  return given2;
}
function textOf({ rawName, value, inlineValue }, flag) {
  if (value === void 0 || value === "" || !inlineValue && value.startsWith("--")) {
    throw configurationError(`${rawName} needs a value`, `Write ${rawName} ${flag.value}`);
  }
  return value;
}
function unknownFlag(rawName, names) {
  const near = closest(rawName.replace(/^-+/, ""), names);
  const hint = near === null ? "Run with --help to see the flags" : `Did you mean --${near}?`;
  return configurationError(`Unknown flag ${rawName}`, hint);
}

// src/core/reports/decision-json.ts
function* decisionJsonChunks(decision) {
  const { outcomes, exceptions: exceptions2, notices: notices2, ...head } = decision;
  yield `{
${membersOf(headView(head))}`;
  yield* listChunks("outcomes", outcomes, outcomeView);
  yield* listChunks("exceptions", exceptions2, (exception) => exception);
  yield* listChunks("notices", notices2, (notice3) => notice3);
  yield "\n}\n";
}
function headView({ schemaVersion, verdict, completeness, evaluatedAt, change, inputs: inputs2, scans, counts }) {
  return { schemaVersion, verdict, completeness, evaluatedAt, change, inputs: inputs2, scans, counts };
}
function membersOf(object) {
  const text2 = JSON.stringify(object, null, 2);
  return text2.slice("{\n".length, -"\n}".length);
}
function* listChunks(name, items, view) {
  yield `,
  "${name}": [`;
  let separator = "\n";
  for (const item of items) {
    yield `${separator}    ${JSON.stringify(view(item), null, 2).replaceAll("\n", "\n    ")}`;
    separator = ",\n";
  }
  yield items.length === 0 ? "]" : "\n  ]";
}
function outcomeView(outcome) {
  const { verdict, reason: reason2, rules, sla, exception, refusedExceptions, next } = outcome;
  return { finding: findingView(outcome), verdict, reason: reason2, rules, sla, exception, refusedExceptions, next };
}
function findingView(outcome) {
  const { finding } = outcome;
  return {
    id: outcome.id,
    fingerprint: outcome.fingerprint,
    tool: finding.tool,
    toolVersion: finding.toolVersion,
    ruleId: finding.ruleId,
    category: finding.category,
    severity: finding.severity,
    severitySource: finding.severitySource,
    severityConflict: finding.severityConflict,
    score: finding.score,
    message: finding.message,
    helpUri: finding.helpUri,
    location: finding.location,
    placeProblem: finding.placeProblem,
    asset: outcome.asset,
    tier: outcome.tier,
    exposure: outcome.exposure,
    owners: outcome.owners,
    state: outcome.state,
    stateReason: outcome.stateReason,
    inDiff: outcome.inDiff,
    identifiers: finding.identifiers,
    package: finding.package,
    kev: outcome.kev,
    epss: outcome.epss,
    reachability: outcome.reachability,
    fixAvailable: finding.fixAvailable,
    firstDetected: outcome.firstDetected,
    suppression: finding.suppression,
    tags: finding.tags,
    alsoReportedBy: finding.alsoReportedBy ?? [],
    occurrences: finding.occurrences,
    sources: finding.sources
  };
}

// src/core/reports/secrets.ts
var KNOWN_TOKENS = [
  /\b(?:gh[pousr]_|github_pat_|glpat-|glptt-|npm_|pypi-|dckr_pat_|hf_|shpat_|dop_v1_)[A-Za-z0-9_-]{16,}/g,
  /\b(?:AKIA|ASIA|AGPA|AROA|AIDA)[A-Z0-9]{12,}\b/g,
  /\bAIza[A-Za-z0-9_-]{30,}/g,
  /\bxox[abeoprs]-[A-Za-z0-9-]{8,}/g,
  /\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{8,}/g,
  /\bsk-[A-Za-z0-9_-]{20,}/g,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g
];
var PRIVATE_KEY = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g;
var URL_PASSWORD = /(:\/\/[^\s:@/]{1,100}:)([^\s@/]{1,200})(?=@)/g;
var ASSIGNED = /((?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key)["']?\s{0,3}[:=]\s{0,3}["']?)([^\s"',;]{6,200})/gi;
var SECRET_WORD = /[A-Za-z0-9+/_=.~-]{8,}/g;
var mask = (secret) => secret.length >= 20 ? `${secret.slice(0, 4)}…${secret.slice(-2)}` : `${secret.slice(0, 2)}…`;
function maskSecrets(text2) {
  let masked = text2.replace(PRIVATE_KEY, "(private key)");
  for (const pattern of KNOWN_TOKENS) masked = masked.replace(pattern, mask);
  return masked.replace(URL_PASSWORD, (_all, before, secret) => before + mask(secret)).replace(
    ASSIGNED,
    (_all, before, secret) => before + (secret.includes("…") ? secret : mask(secret))
  );
}
var looksRandom = (word) => /\d/.test(word) && /[A-Za-z]/.test(word);
function safeMessage(finding) {
  const masked = maskSecrets(finding.message);
  if (finding.category !== "secret") return masked;
  const known4 = [finding.ruleId, finding.tool, finding.location?.path ?? "", ...finding.identifiers];
  const isKnown = (word) => known4.some((text2) => text2.includes(word.replace(/[.=:]+$/, "")));
  return masked.replace(SECRET_WORD, (word) => looksRandom(word) && !isKnown(word) ? mask(word) : word);
}
var safeMessageLine = (finding) => safeMessage(finding).split("\n").map((line2) => line2.trim()).filter((line2) => line2 !== "").reduce((text2, line2) => text2 === "" ? line2 : `${text2}${/[.,;:!?]$/.test(text2) ? " " : "; "}${line2}`, "");
var safeSnippet = (finding) => finding.category === "secret" || finding.clues.snippet === null ? null : maskSecrets(finding.clues.snippet);

// src/core/reports/visible-text.ts
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
var spell = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
var visibleLine = (text2) => text2.replace(/[ \t\r\n]+/g, " ").trim().replace(INVISIBLE, spell);
function clip(text2, points) {
  if (text2.length <= points) return text2;
  const kept = [];
  for (const character of text2) {
    if (kept.length === points) return `${kept.slice(0, -1).join("")}…`;
    kept.push(character);
  }
  return text2;
}
var utf8Bytes = (text2) => Buffer.byteLength(text2, "utf8");

// src/core/reports/gitlab.ts
var SEVERITIES = {
  critical: "critical",
  high: "major",
  medium: "minor",
  low: "info",
  none: "info",
  unknown: "minor"
};
function severityOf(outcome) {
  if (outcome.verdict === "block") return "blocker";
  return outcome.reason === "excepted" || outcome.reason === "suppressed" ? "info" : SEVERITIES[outcome.finding.severity];
}
function entry(outcome) {
  const { finding } = outcome;
  const message2 = clip(visibleLine(safeMessageLine(finding)) || visibleLine(finding.ruleId), 1e3);
  return {
    description: outcome.exception === null ? message2 : `${message2} (exception ${visibleLine(outcome.exception.id)})`,
    check_name: visibleLine(finding.ruleId),
    fingerprint: outcome.fingerprint,
    severity: severityOf(outcome),
    location: {
      // The format requires a path: a finding without one is shown at the scanner's file.
      path: finding.location?.path ?? finding.sources[0] ?? ".",
      lines: { begin: Math.max(1, finding.location?.startLine ?? 1) }
    }
  };
}
function* gitlabChunks(decision) {
  yield "[";
  let separator = "\n";
  for (const outcome of decision.outcomes) {
    if (outcome.state === "fixed") continue;
    yield separator + JSON.stringify(entry(outcome));
    separator = ",\n";
  }
  yield "\n]\n";
}

// src/core/reports/html.ts
import { createHash } from "node:crypto";

// src/core/reports/html-escape.ts
var POINTS = 2e3;
var escapeHtml = (text2) => clip(visibleLine(maskSecrets(text2)), POINTS).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
var piece = (value) => {
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  return "html" in value ? value.html : value.map((part3) => part3.html).join("");
};
function h(literals, ...values) {
  return {
    html: literals.reduce((page, literal2, index2) => {
      const value = values[index2 - 1];
      return `${page}${value === void 0 ? "" : piece(value)}${literal2}`;
    })
  };
}
var NO_HTML = { html: "" };

// src/core/reports/limits.ts
var SUMMARY_BYTES = 1048576;
var SARIF_TAGS = 20;
var SUMMARY_ITEMS = { full: 200, rows: 2e3 };
var HTML_ITEMS = { full: 300, rows: 2e3 };
var ITEMS_PER_RULE = 5;
var TEXT_POINTS = { identifier: 160, path: 300, row: 160, message: 600 };
var JUNIT_FINDINGS = 100;

// src/core/reports/places.ts
var SERVER = /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?$/;
var REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9._-]+$/;
var COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function pathToUri(path2) {
  const parts = path2.split("/");
  if (new RegExp("\\p{Surrogate}", "u").test(path2) || parts.some((part3) => part3 === "" || part3 === "." || part3 === "..")) return null;
  return parts.map(
    (part3) => encodeURIComponent(part3).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  ).join("/");
}
var placeText = (location2) => location2.startLine === null ? location2.path : `${location2.path}:${location2.startLine}`;
var repositoryUrl = ({ repository }, serverUrl) => serverUrl !== null && repository !== null && SERVER.test(serverUrl) && REPOSITORY.test(repository) ? `${serverUrl}/${repository}` : null;
function placeUrl(location2, change, serverUrl) {
  const repository = repositoryUrl(change, serverUrl);
  const path2 = pathToUri(location2.path);
  if (repository === null || path2 === null || change.headSha === null || !COMMIT.test(change.headSha)) return null;
  const line2 = location2.startLine === null ? "" : `#L${location2.startLine}`;
  return `${repository}/blob/${change.headSha}/${path2}${line2}`;
}

// src/core/reports/selection.ts
function selectWorst(outcomes, limit) {
  if (outcomes.length <= limit) return { shown: outcomes, rest: 0 };
  const ofRule2 = /* @__PURE__ */ new Map();
  const chosen = /* @__PURE__ */ new Set();
  const waiting = [];
  for (const [index2, { finding }] of outcomes.entries()) {
    const key = JSON.stringify([finding.tool, finding.ruleId]);
    const seen = ofRule2.get(key) ?? 0;
    ofRule2.set(key, seen + 1);
    if (seen >= ITEMS_PER_RULE) waiting.push(index2);
    else if (chosen.size < limit) chosen.add(index2);
  }
  for (const index2 of waiting) {
    if (chosen.size >= limit) break;
    chosen.add(index2);
  }
  return { shown: outcomes.filter((_outcome, index2) => chosen.has(index2)), rest: outcomes.length - chosen.size };
}
var CLOSE_ENOUGH = 0.95;
function fitLargest(most, limit, render, size) {
  const whole = render(most);
  let high = { budget: most, size: size(whole) };
  if (high.size <= limit) return whole;
  let best = render(0);
  let low = { budget: 0, size: size(best) };
  while (high.budget - low.budget > 1 && low.size < CLOSE_ENOUGH * limit) {
    const share = (limit - low.size) / (high.size - low.size);
    const guess = low.budget + Math.floor((high.budget - low.budget) * share);
    const budget = Math.min(Math.max(guess, low.budget + 1), high.budget - 1);
    const rendering = render(budget);
    const tried = { budget, size: size(rendering) };
    if (tried.size > limit) high = tried;
    else {
      low = tried;
      best = rendering;
    }
  }
  return best;
}

// src/core/reports/wording.ts
var count = (number2, one, many = `${one}s`) => `${number2} ${number2 === 1 ? one : many}`;
var VERDICT_WORDS = {
  block: "Blocked",
  warn: "Passed with warnings",
  pass: "Passed"
};
var SEVERITY_WORDS = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  none: "Informational",
  unknown: "Severity unknown"
};
var STATE_WORDS = {
  introduced: "introduced by this change",
  "newly-disclosed": "newly disclosed, not caused by this change",
  existing: "was there before this change",
  fixed: "fixed by this change",
  unknown: "not known whether new, counted as new"
};
var SCAN_WORDS = {
  complete: "complete",
  "not-applicable": "not applicable",
  degraded: "degraded",
  stale: "out of date",
  missing: "missing",
  failed: "failed",
  invalid: "unreadable"
};
var scanWord = (scan) => SCAN_WORDS[scan.state];
var SCAN_VERDICTS = { block: "blocks", warn: "warns", pass: "passes" };
var SCAN_STEPS = {
  complete: null,
  "not-applicable": null,
  degraded: "Look at the errors that the scanner reports and run it again",
  stale: "Run the scan again for this commit",
  missing: "Run the scan before the gate and hand over its SARIF file",
  failed: "Repair the scan and run it again",
  invalid: "Look at how the file is written; it must be SARIF 2.1.0"
};
var FEED_STEP = "Hand over the current file of the feed";
var scanStep = (scan) => SCAN_STEPS[scan.state] === null ? null : scan.id.startsWith("feed:") ? FEED_STEP : SCAN_STEPS[scan.state];
var scanVerdict = (scan) => SCAN_VERDICTS[scan.verdict];
var SLA_WORDS = {
  within: "to be fixed by",
  "due-soon": "due soon, by",
  breached: "overdue since"
};
var gaps = (decision) => decision.scans.filter((scan) => scan.state !== "complete" && scan.state !== "not-applicable");
var joined = (parts) => parts.filter((part3) => part3 !== "").join(", ");
function demands(decision) {
  const scans = decision.scans.filter((scan) => scan.verdict === decision.verdict).length;
  if (decision.verdict === "block")
    return joined([
      decision.counts.block > 0 ? `${count(decision.counts.block, "finding")} must be fixed or excepted` : "",
      scans > 0 ? `${count(scans, "scan")} must be repaired` : ""
    ]);
  if (decision.verdict === "warn")
    return joined([
      decision.counts.warn > 0 ? `${count(decision.counts.warn, "finding")} to look at` : "",
      scans > 0 ? `${count(scans, "scan")} to look at` : ""
    ]);
  return decision.counts.total === 0 ? "no findings" : `none of ${count(decision.counts.total, "finding")} stands in the way`;
}
function headline(decision) {
  const asked = demands(decision);
  const missing = gaps(decision).length;
  const evidence3 = decision.completeness === "complete" ? "evidence complete" : `evidence incomplete${missing > 0 ? ` (${missing} of ${count(decision.scans.length, "scan")})` : ""}`;
  return `${VERDICT_WORDS[decision.verdict]}${asked === "" ? "" : `: ${asked}`}; ${evidence3}`;
}
function changeSentence(decision) {
  const among = (state) => decision.outcomes.filter((outcome) => outcome.state === state).length;
  const parts = [
    [among("introduced"), "new"],
    [among("newly-disclosed"), "newly disclosed"],
    [decision.counts.fixed, "fixed"],
    [among("existing"), "there before"],
    [among("unknown"), "of unknown age"]
  ];
  const told = parts.filter(([number2]) => number2 > 0).map(([number2, words]) => `${number2} ${words}`);
  return told.length === 0 ? null : `Compared with the base: ${told.join(", ")}.`;
}
var day = (instant) => instant.slice(0, 10);
var DAY = 864e5;
function daysLeft(expires, now) {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(expires) ? Date.parse(`${expires}T23:59:59.999Z`) : Date.parse(expires);
  const left = (end - Date.parse(now)) / DAY;
  return Number.isNaN(left) ? null : Math.floor(left);
}
function expiryWords(expires, now) {
  const left = daysLeft(expires, now);
  if (left === null) return `expires ${expires}`;
  if (left < 0) return `expired ${count(Math.max(1, -left - 1), "day")} ago (${day(expires)})`;
  return left === 0 ? `expires within a day (${day(expires)})` : `expires in ${count(left, "day")} (${day(expires)})`;
}
var needsAttention = (exception) => exception.status !== "active" && exception.status !== "unused";
function factWords(outcome, now) {
  const { finding } = outcome;
  return [
    STATE_WORDS[outcome.state],
    finding.score === null ? "" : `score ${finding.score}`,
    outcome.kev === true ? "known to be exploited" : "",
    outcome.epss === null ? "" : `EPSS ${Math.round(outcome.epss * 1e3) / 10}%`,
    outcome.reachability === "unknown" ? "" : `reachability: ${outcome.reachability}`,
    outcome.sla === null ? "" : `${SLA_WORDS[outcome.sla.status]} ${day(outcome.sla.due)}`,
    outcome.exception === null ? "" : `exception ${outcome.exception.id} ${expiryWords(outcome.exception.expires, now)}`
  ].filter((words) => words !== "");
}
var REQUEST = /,? or request an exception: \/gate request F-.*$/is;
var nextStep = (outcome) => outcome.next?.replace(REQUEST, ", or request an exception") ?? null;
var requestCommand = (outcome) => outcome.next !== null && REQUEST.test(outcome.next) && /^F-[0-9a-f]{32}$/.test(outcome.id) ? `/gate request ${outcome.id} reason="why this can wait, 20 to 500 characters"` : null;

// src/core/reports/html-findings.ts
var commas = (parts) => ({ html: parts.map((part3) => part3.html).join(", ") });
function place({ finding }, decision, context) {
  if (finding.location === null)
    return finding.package === null ? h`no place in the repository` : h`<code>${finding.package.purl ?? finding.package.name}</code>`;
  const text2 = h`<code>${placeText(finding.location)}</code>`;
  const address = placeUrl(finding.location, decision.change, context.serverUrl);
  return address === null ? text2 : h`<a href="${address}" rel="noreferrer">${text2}</a>`;
}
var ruleNames = (outcome) => commas(outcome.rules.filter((rule2) => rule2.verdict === outcome.verdict).map((rule2) => h`<code>${rule2.id}</code>`));
var row = (name, value) => value === null || value.html === "" ? NO_HTML : h`<dt>${name}</dt><dd>${value}</dd>`;
function findingCard(outcome, decision, context) {
  const { finding } = outcome;
  const next = nextStep(outcome);
  const command = requestCommand(outcome);
  return h`<article class="${outcome.verdict}">
<h3><span class="tone">${SEVERITY_WORDS[finding.severity]}</span>: <code>${finding.ruleId}</code> in ${place(outcome, decision, context)}</h3>
<p>${safeMessageLine(finding)}</p>
<dl>${[
    row("Next", next === null ? null : h`${next}`),
    row("Why", ruleNames(outcome)),
    row("Facts", h`${factWords(outcome, decision.evaluatedAt).join(" · ")}`),
    row("Found by", h`${finding.tool} ${finding.toolVersion ?? ""}`),
    row("Asset", h`${outcome.asset ?? "none"}, tier ${outcome.tier}`),
    row("Owner", commas(outcome.owners.map((owner) => h`<code>${owner}</code>`))),
    row("Identifiers", commas(finding.identifiers.map((identifier) => h`<code>${identifier}</code>`))),
    row("Request", command === null ? null : h`<code>${command}</code>`),
    row("Finding", h`<code>${outcome.id}</code>`)
  ]}</dl>
</article>
`;
}
function tableRow(outcome, decision, context) {
  const { finding } = outcome;
  return h`<tr><td>${SEVERITY_WORDS[finding.severity]}</td><td>${place(outcome, decision, context)}</td><td><code>${finding.ruleId}</code> ${clip(safeMessageLine(finding), TEXT_POINTS.message)}</td><td>${ruleNames(outcome)} ${factWords(outcome, decision.evaluatedAt).join(" · ")}</td></tr>
`;
}
function findingRows(outcomes, limit, decision, context) {
  const { shown: shown4, rest } = selectWorst(outcomes, limit);
  const caption = rest === 0 ? `${shown4.length} shown` : `${shown4.length} shown, ${rest} more are in the decision file and the SARIF report`;
  return h`<div class="scroll"><table><caption>${caption}</caption>
<thead><tr><th scope="col">Severity</th><th scope="col">Place</th><th scope="col">Finding</th><th scope="col">Why</th></tr></thead>
<tbody>
${shown4.map((outcome) => tableRow(outcome, decision, context))}</tbody></table></div>
`;
}

// src/core/reports/html-style.ts
var STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --dim: #59636e; --line: #d1d9e0; --soft: #f6f8fa; --page: #fff;
  --block: #b3141d; --warn: #8a5300; --pass: #116329; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --dim: #9198a1; --line: #3d444d; --soft: #151b23;
  --page: #0d1117; --block: #ff8b85; --warn: #e3b341; --pass: #56d364; } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 48px }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 4px } h2 { font-size: 18px; margin: 32px 0 10px }
h3 { font-size: 16px; margin: 0 0 6px } p { margin: 6px 0 } a { color: inherit }
.verdict { border: 1px solid var(--line); border-left: 8px solid var(--tone); border-radius: 6px; padding: 16px 20px; background: var(--soft) }
.verdict h1, .tone { color: var(--tone) } .block { --tone: var(--block) } .warn { --tone: var(--warn) } .pass { --tone: var(--pass) }
.counts { display: flex; flex-wrap: wrap; gap: 8px; margin: 16px 0 0; padding: 0 }
.counts div { border: 1px solid var(--line); border-radius: 6px; padding: 6px 14px; min-width: 84px }
.counts dt { color: var(--dim); font-size: 13px } .counts dd { margin: 0; font-size: 20px; font-weight: 600 }
article { border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 6px; padding: 12px 16px; margin: 10px 0; break-inside: avoid }
article dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 8px 0 0 }
article dt { color: var(--dim) } article dd { margin: 0; overflow-wrap: anywhere }
code { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--soft); border: 1px solid var(--line);
  border-radius: 4px; padding: 0 4px; overflow-wrap: anywhere; unicode-bidi: isolate }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: 14px }
caption { text-align: left; color: var(--dim); padding: 4px 0 }
th, td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; vertical-align: top; overflow-wrap: break-word }
th { background: var(--soft) } td:first-child { white-space: nowrap }
summary { cursor: pointer; padding: 6px 0; font-weight: 600 } footer { color: var(--dim); margin-top: 32px }
@media print { main { max-width: none; padding: 0 } .verdict, article { box-shadow: none } a { text-decoration: none }
  thead { display: table-header-group } tr { break-inside: avoid } }
`;

// src/core/reports/html.ts
var part = (title, body2) => body2.html === "" ? NO_HTML : h`<section><h2>${title}</h2>\n${body2}</section>\n`;
function table(caption, header, rows) {
  if (rows.length === 0) return NO_HTML;
  const shown4 = rows.slice(0, HTML_ITEMS.rows);
  const told = rows.length > shown4.length ? `${caption}; ${rows.length - shown4.length} more are in the decision file` : caption;
  return h`<div class="scroll"><table><caption>${told}</caption>
<thead><tr>${header.map((name) => h`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${shown4.map((cells2) => h`<tr>${cells2.map((cell2) => h`<td>${cell2}</td>`)}</tr>\n`)}</tbody></table></div>
`;
}
function banner(decision) {
  const { counts } = decision;
  const numbers = [
    ["Block", counts.block],
    ["Warn", counts.warn],
    ["Pass", counts.pass],
    ["Total", counts.total],
    ["Excepted", counts.excepted],
    ["Suppressed", counts.suppressed],
    ["Monitored", counts.monitored],
    ["Fixed", counts.fixed],
    ["Results read", counts.results]
  ];
  return h`<header class="verdict ${decision.verdict}"><h1>${headline(decision)}</h1>
<p>${changeSentence(decision) ?? ""}</p>
<dl class="counts">${numbers.map(([name, number2]) => h`<div><dt>${name}</dt><dd>${number2}</dd></div>`)}</dl></header>
`;
}
function blocking(decision, context) {
  const outcomes = decision.outcomes.filter((outcome) => outcome.verdict === "block");
  const { shown: shown4 } = selectWorst(outcomes, HTML_ITEMS.full);
  const inFull = new Set(shown4);
  const others = outcomes.filter((outcome) => !inFull.has(outcome));
  return part(
    `Must be fixed (${outcomes.length})`,
    outcomes.length === 0 ? NO_HTML : h`${shown4.map((outcome) => findingCard(outcome, decision, context))}${others.length === 0 ? NO_HTML : findingRows(others, HTML_ITEMS.rows, decision, context)}`
  );
}
function folded(title, outcomes, open3, decision, context) {
  if (outcomes.length === 0) return NO_HTML;
  const rows = findingRows(outcomes, HTML_ITEMS.rows, decision, context);
  const summary = `${title} (${outcomes.length})`;
  return open3 ? h`<details open><summary>${summary}</summary>${rows}</details>\n` : h`<details><summary>${summary}</summary>${rows}</details>\n`;
}
function findings(decision, context) {
  const among = (holds) => decision.outcomes.filter(holds);
  const passing = (outcome) => outcome.verdict === "pass" && outcome.state !== "fixed";
  const accepted = ["excepted", "suppressed", "monitored"];
  return h`${[
    folded(
      "To look at, does not block",
      among(({ verdict }) => verdict === "warn"),
      true,
      decision,
      context
    ),
    folded(
      "Excepted, suppressed or monitored",
      among((outcome) => passing(outcome) && accepted.includes(outcome.reason)),
      false,
      decision,
      context
    ),
    folded(
      "Pass",
      among((outcome) => passing(outcome) && !accepted.includes(outcome.reason)),
      false,
      decision,
      context
    ),
    folded(
      "Fixed by this change",
      among(({ state }) => state === "fixed"),
      false,
      decision,
      context
    )
  ]}`;
}
function evidence(decision) {
  const rows = decision.scans.map((scan) => [
    scan.id,
    scanWord(scan),
    scan.tools.map(({ name, version: version2 }) => version2 === null ? name : `${name} ${version2}`).join(", "),
    scan.tools.reduce((sum, { results }) => sum + results, 0),
    scanVerdict(scan),
    [scan.reason, scanStep(scan)].filter((text2) => text2 !== null).join(". ")
  ]);
  const open3 = gaps(decision).length;
  const caption = open3 === 0 ? "All evidence is there" : `${count(open3, "scan")} of ${decision.scans.length} not whole`;
  return table(caption, ["Scan", "State", "Tools", "Results", "Verdict", "Why"], rows);
}
function exceptions(decision) {
  const rows = decision.exceptions.map(({ id, status, source, finding, expires, problem }) => [
    id,
    status,
    source,
    finding ?? "",
    expires === null ? "" : expiryWords(expires, decision.evaluatedAt),
    problem ?? ""
  ]);
  return table("All exceptions that were read", ["Exception", "Status", "From", "Finding", "Expires", "Problem"], rows);
}
function inputs(decision) {
  const rows = decision.inputs.map(({ kind, name, sha256, bytes }) => [kind, name, sha256, bytes]);
  return table("Files that the decision rests on", ["Kind", "Name", "SHA-256", "Bytes"], rows);
}
function footer({ change, evaluatedAt }, context) {
  const told = [
    context.checkName,
    evaluatedAt,
    change.repository,
    change.pullRequest === null ? null : `pull request ${change.pullRequest}`,
    change.headSha === null ? null : `head ${change.headSha}`
  ];
  return h`<footer>${told.filter((text2) => text2 !== null).join(" · ")}</footer>`;
}
function renderHtml(decision, context) {
  const hash2 = createHash("sha256").update(STYLE).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash2}'; base-uri 'none'; form-action 'none'`;
  const notices2 = decision.notices.map(({ level, code: code2, message: message2 }) => [level, code2, message2]);
  const body2 = h`${banner(decision)}${part("Evidence", evidence(decision))}${blocking(decision, context)}${findings(decision, context)}${part("Exceptions", exceptions(decision))}${part("Notices", table("What the gate has to say", ["Level", "Code", "Message"], notices2))}${part("What was judged", inputs(decision))}${footer(decision, context)}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${context.checkName}: ${headline(decision)}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body2.html}
</main>
</body>
</html>
`;
}

// src/core/policy/model.ts
var VERDICTS = ["pass", "warn", "block"];
var worst = (a, b) => VERDICTS.indexOf(a) >= VERDICTS.indexOf(b) ? a : b;
var TIERS = [0, 1, 2];
var MODES = ["monitor", "warn", "enforce"];

// src/core/reports/rule-results.ts
function ruleResults(decision, rules) {
  const key = (id, layer) => JSON.stringify([id, layer]);
  const found = /* @__PURE__ */ new Map();
  for (const { id, layer, description: description2 } of rules)
    found.set(key(id, layer), { id, layer, description: description2, verdict: "pass", outcomes: [] });
  for (const outcome of decision.outcomes)
    for (const { id, layer, verdict } of outcome.rules) {
      const result = found.get(key(id, layer)) ?? { id, layer, description: null, verdict: "pass", outcomes: [] };
      found.set(key(id, layer), result);
      if (outcome.verdict === "pass" || verdict === "pass") continue;
      result.verdict = worst(result.verdict, verdict);
      result.outcomes.push(outcome);
    }
  return [...found.values()];
}

// src/core/reports/junit.ts
var xmlText = (text2) => text2.replace(
  /[^\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
  (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;");
var plain = (text2) => visibleLine(maskSecrets(text2));
function line(outcome) {
  const { finding } = outcome;
  const place2 = finding.location === null ? "(no place)" : placeText(finding.location);
  const next = nextStep(outcome);
  return [
    `${outcome.verdict}: ${plain(place2)}: ${plain(finding.severity)} ${plain(finding.ruleId)} (${plain(finding.tool)})`,
    `  ${clip(visibleLine(safeMessageLine(finding)), 400)}`,
    `  ${outcome.id}${next === null ? "" : `. ${plain(next)}`}`
  ].join("\n");
}
function lines(outcomes) {
  const rest = outcomes.length - JUNIT_FINDINGS;
  return [...outcomes.slice(0, JUNIT_FINDINGS).map(line), ...rest > 0 ? [`and ${rest} more`] : []].join("\n");
}
function ofRule({ id, layer, description: description2, verdict, outcomes }) {
  const text2 = outcomes.length === 0 ? null : lines(outcomes);
  return {
    suite: "rules",
    name: `${plain(id)} (${plain(layer)})`,
    failure: verdict === "block" ? {
      message: `${count(outcomes.length, "finding")}${description2 === null ? "" : `: ${plain(description2)}`}`,
      text: text2 ?? ""
    } : null,
    skipped: null,
    output: verdict === "block" ? null : text2
  };
}
function ofScan(scan) {
  const step2 = scanStep(scan);
  const told = `${scanWord(scan)}: ${plain(scan.reason)}${step2 === null ? "" : `. ${step2}`}`;
  return {
    suite: "scans",
    name: plain(scan.id),
    failure: scan.verdict === "block" ? { message: scanWord(scan), text: told } : null,
    skipped: scan.state === "not-applicable" ? plain(scan.reason) : null,
    output: told
  };
}
function element({ suite, name, failure, skipped, output }) {
  const head = `    <testcase classname="policy-gate.${suite}" name="${xmlText(clip(name, 300))}" time="0"`;
  const body2 = [
    failure === null ? "" : `      <failure message="${xmlText(clip(failure.message, 300))}" type="block">${xmlText(failure.text)}</failure>`,
    skipped === null || failure !== null ? "" : `      <skipped message="${xmlText(clip(skipped, 300))}"/>`,
    output === null ? "" : `      <system-out>${xmlText(output)}</system-out>`
  ].filter((part3) => part3 !== "");
  return body2.length === 0 ? `${head}/>` : [`${head}>`, ...body2, "    </testcase>"].join("\n");
}
function suiteOf(name, cases, decision) {
  const failures = cases.filter(({ failure }) => failure !== null).length;
  const skipped = cases.filter((test) => test.skipped !== null && test.failure === null).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="0"`;
  const stamp = xmlText(decision.evaluatedAt.replace(/(?:\.\d+)?Z$/, ""));
  return [
    `  <testsuite name="policy-gate.${name}" ${counts} timestamp="${stamp}">`,
    ...cases.map(element),
    "  </testsuite>"
  ].join("\n");
}
function renderJunit(decision, context) {
  const rules = ruleResults(decision, context.rules).map(ofRule);
  const scans = decision.scans.map(ofScan);
  const blames = [...rules, ...scans].some(({ failure }) => failure !== null);
  const unexplained = decision.verdict === "block" && !blames ? [
    {
      suite: "decision",
      name: "verdict",
      failure: { message: "block", text: headline(decision) },
      skipped: null,
      output: null
    }
  ] : [];
  const suites = [
    ["rules", rules],
    ["scans", scans],
    ["decision", unexplained]
  ].filter(([, cases]) => cases.length > 0);
  const all = [...rules, ...scans, ...unexplained];
  const failures = all.filter(({ failure }) => failure !== null).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xmlText(visibleLine(context.checkName))}" tests="${all.length}" failures="${failures}" errors="0" time="0">`,
    ...suites.map(([name, cases]) => suiteOf(name, cases, decision)),
    "</testsuites>",
    ""
  ].join("\n");
}

// src/core/finding.ts
var CATEGORIES = ["sast", "sca", "secret", "iac", "container", "quality", "other"];
var KNOWN_SEVERITIES = ["none", "low", "medium", "high", "critical"];
var SEVERITIES2 = [...KNOWN_SEVERITIES, "unknown"];
var REACHABILITIES = ["reachable", "potential", "unreachable", "unknown"];
var reportersOf = (finding) => finding.alsoReportedBy === void 0 ? [finding] : [finding, ...finding.alsoReportedBy];
var rank = new Map(KNOWN_SEVERITIES.map((severity, index2) => [severity, index2]));
var severityRank = (severity) => rank.get(severity) ?? 0;

// src/core/reports/sarif-model.ts
var LEVELS = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  none: "none",
  unknown: "warning"
};
var BASELINE_STATES = {
  introduced: "new",
  "newly-disclosed": "new",
  unknown: "new",
  existing: "unchanged",
  fixed: "absent"
};
var BAND_SCORES = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
  none: null
};
var band = (score) => score >= 9 ? "critical" : score >= 7 ? "high" : score >= 4 ? "medium" : "low";
function securitySeverity({ severity, score }) {
  const own = score === null ? null : Number.isInteger(score) ? score.toFixed(1) : String(score);
  if (severity === "unknown") return own;
  return score !== null && band(score) === severity ? own : BAND_SCORES[severity];
}
function guidOf(fingerprint) {
  if (!/^[0-9a-f]{32}$/.test(fingerprint)) return null;
  const variant = (Number.parseInt(fingerprint.charAt(16), 16) & 3 | 8).toString(16);
  const hex = `${fingerprint.slice(0, 12)}5${fingerprint.slice(13, 16)}${variant}${fingerprint.slice(17)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
var compact = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== void 0));

// src/core/reports/sarif-result.ts
function region(place2, snippet) {
  const { startLine, startColumn, endLine, endColumn } = place2;
  if (startLine === null || startLine < 1) return null;
  const end = endLine !== null && endLine >= startLine ? endLine : null;
  const column = (value) => value !== null && value >= 1 ? value : null;
  const start = column(startColumn);
  const last = column(endColumn);
  const ordered = last !== null && ((end ?? startLine) > startLine || last >= (start ?? 1));
  return compact({
    startLine,
    startColumn: start,
    endLine: end,
    endColumn: ordered ? last : null,
    snippet: snippet === null ? null : { text: snippet }
  });
}
function locations(finding) {
  const uri = finding.location === null ? null : pathToUri(finding.location.path);
  const logical = finding.clues.symbol === null ? null : [{ fullyQualifiedName: finding.clues.symbol }];
  if (finding.location === null || uri === null) return logical === null ? [] : [{ logicalLocations: logical }];
  const artifactLocation2 = { uri, uriBaseId: "%SRCROOT%" };
  const physicalLocation = compact({ artifactLocation: artifactLocation2, region: region(finding.location, safeSnippet(finding)) });
  return [compact({ physicalLocation, logicalLocations: logical })];
}
function suppressions({ exception, reason: reason2, finding }) {
  if (exception !== null)
    return [
      { kind: "external", status: "accepted", justification: `Exception ${exception.id}, expires ${exception.expires}` }
    ];
  if (reason2 !== "suppressed" || finding.suppression === null) return [];
  const { kind, justification } = finding.suppression;
  return [compact({ kind: kind === "in-source" ? "inSource" : "external", status: "accepted", justification })];
}
function gateProperties(outcome) {
  const { finding } = outcome;
  return {
    id: outcome.id,
    verdict: outcome.verdict,
    reason: outcome.reason,
    rules: outcome.rules.map(({ id, layer, verdict }) => ({ id, layer, verdict })),
    state: outcome.state,
    tier: outcome.tier,
    asset: outcome.asset,
    owners: outcome.owners,
    category: finding.category,
    severity: finding.severity,
    toolVersion: finding.toolVersion,
    identifiers: finding.identifiers,
    path: finding.location?.path ?? null,
    kev: outcome.kev,
    epss: outcome.epss,
    sla: outcome.sla,
    fixAvailable: finding.fixAvailable,
    sources: finding.sources
  };
}
function properties(outcome) {
  const { finding } = outcome;
  const tags = [.../* @__PURE__ */ new Set([...finding.tags, ...finding.identifiers])].slice(0, SARIF_TAGS);
  return compact({
    tags: tags.length === 0 ? null : tags,
    "security-severity": securitySeverity(finding),
    severity: finding.severity === "unknown" ? null : finding.severity,
    purl: finding.package?.purl ?? null,
    packageName: finding.package?.name ?? null,
    packageVersion: finding.package?.version ?? null,
    fixedVersion: finding.package?.fixedVersion ?? null,
    policyGate: gateProperties(outcome)
  });
}
function sarifResult(outcome, ruleIndex) {
  const { finding } = outcome;
  const places = locations(finding);
  return compact({
    ruleId: finding.ruleId,
    ruleIndex,
    guid: guidOf(outcome.fingerprint),
    kind: "fail",
    level: LEVELS[finding.severity],
    message: { text: safeMessage(finding) || finding.ruleId || "The scanner gave no message" },
    locations: places.length === 0 ? null : places,
    occurrenceCount: Math.max(1, finding.occurrences),
    partialFingerprints: { ...finding.clues.fingerprints, "policyGate/v1": outcome.fingerprint },
    baselineState: BASELINE_STATES[outcome.state],
    // On all results or on none (§3.27.23): an empty list says that the finding is not suppressed.
    suppressions: suppressions(outcome),
    provenance: outcome.firstDetected === null ? null : { firstDetectionTimeUtc: outcome.firstDetected },
    properties: properties(outcome)
  });
}

// src/core/reports/view-context.ts
var PLAIN_CONTEXT = { checkName: "Policy gate", serverUrl: null, rules: [], runUrl: null };

// src/core/reports/sarif.ts
var SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
function runsOf(decision) {
  const runs = /* @__PURE__ */ new Map();
  const runOf = (tool, version2) => {
    const run = runs.get(tool) ?? { tool, outcomes: [], versions: /* @__PURE__ */ new Set(), failed: false };
    if (version2 !== null) run.versions.add(version2);
    runs.set(tool, run);
    return run;
  };
  for (const outcome of decision.outcomes)
    runOf(outcome.finding.tool, outcome.finding.toolVersion).outcomes.push(outcome);
  for (const scan of decision.scans)
    for (const { name, version: version2 } of scan.tools) {
      const run = runOf(name, version2);
      run.failed ||= scan.state === "failed" || scan.state === "invalid";
    }
  return [...runs.values()];
}
var isSecurity = (category) => category !== "quality" && category !== "other";
var rank2 = ({ severity }) => severity === "unknown" ? -1 : severityRank(severity);
function ruleOf(id, outcomes) {
  const worst2 = outcomes.reduce(
    (held, { finding }) => held === void 0 || rank2(finding) > rank2(held) ? finding : held,
    void 0
  );
  const helpUri = outcomes.find(({ finding }) => isAddress(finding.helpUri))?.finding.helpUri ?? null;
  const security = outcomes.some(({ finding }) => isSecurity(finding.category)) ? "security" : null;
  return compact({
    id,
    helpUri,
    defaultConfiguration: { level: worst2 === void 0 ? "warning" : LEVELS[worst2.severity] },
    properties: compact({
      tags: security === null ? null : [security],
      "security-severity": security === null || worst2 === void 0 ? null : securitySeverity(worst2)
    })
  });
}
var isAddress = (uri) => uri !== null && /^https?:\/\/[^\s"<>\\^`{|}\p{Cc}]+$/u.test(uri) && URL.canParse(uri);
function rulesOf(run) {
  const byId3 = /* @__PURE__ */ new Map();
  for (const outcome of run.outcomes) {
    const same2 = byId3.get(outcome.finding.ruleId);
    if (same2 === void 0) byId3.set(outcome.finding.ruleId, [outcome]);
    else same2.push(outcome);
  }
  return [...byId3];
}
function runHead(run, rules, decision, serverUrl) {
  const [version2] = run.versions.size === 1 ? run.versions : [];
  const { headSha } = decision.change;
  const address = repositoryUrl(decision.change, serverUrl);
  return compact({
    tool: { driver: compact({ name: run.tool, version: version2 ?? null, rules }) },
    invocations: [{ executionSuccessful: !run.failed }],
    // The tool that made this file out of the scanner's (§3.22).
    conversion: { tool: { driver: { name: "Policy Gate" } } },
    versionControlProvenance: address === null || headSha === null ? null : [{ repositoryUri: address, revisionId: headSha, mappedTo: { uriBaseId: "%SRCROOT%" } }],
    columnKind: "utf16CodeUnits"
  });
}
function* runChunks(run, decision, serverUrl) {
  const rules = rulesOf(run);
  const indexes = new Map(rules.map(([id], index2) => [id, index2]));
  const head = JSON.stringify(
    runHead(
      run,
      rules.map(([id, outcomes]) => ruleOf(id, outcomes)),
      decision,
      serverUrl
    )
  );
  yield `${head.slice(0, -1)},"results":[`;
  let separator = "\n";
  for (const outcome of run.outcomes) {
    yield separator + JSON.stringify(sarifResult(outcome, indexes.get(outcome.finding.ruleId) ?? -1));
    separator = ",\n";
  }
  yield "\n]}";
}
function* sarifChunks(decision, { serverUrl } = PLAIN_CONTEXT) {
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[
`;
  let separator = "";
  for (const run of runsOf(decision)) {
    yield separator;
    yield* runChunks(run, decision, serverUrl);
    separator = ",\n";
  }
  yield "\n]}\n";
}

// src/core/reports/markdown.ts
var done = (text2) => text2;
var md = (literals, ...values) => done(literals.reduce((text2, literal2, index2) => `${text2}${values[index2 - 1] ?? ""}${literal2}`));
var join = (pieces, separator = "\n\n") => done(pieces.filter((piece2) => piece2 !== "").join(separator));
var NOTHING = done("");
var shown = (text2, points) => clip(visibleLine(maskSecrets(text2)).replaceAll("<!--", "\\u{3c}!--"), points);
function codeSpan(text2) {
  if (text2 === "") return done("(empty)");
  const longest = (text2.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  const fence2 = "`".repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(text2) ? " " : "";
  return done(`${fence2}${pad}${text2}${pad}${fence2}`);
}
var code = (text2, points = TEXT_POINTS.identifier) => codeSpan(shown(text2, points));
var OPENING = /^["'(“‘（「『]*/;
var CLOSING = /["')”’）」』.,;:!?%。，、：；！？…]*$/;
var PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-'’./,–—。，、：；！？（）「」『』“”…][\p{L}\p{N}\p{M}]+)*$/u;
var LINKS = [
  /www\./i,
  // https://github.github.com/gfm/#autolinks-extension-
  /[A-Za-z]-\d/,
  // GH-1, and the references that a repository may define itself
  /(?<![0-9A-Za-z_])[0-9a-f]{7,}(?![0-9A-Za-z_])/i
  // commits
];
var isPlain = (word, core) => PLAIN.test(core) && !LINKS.some((link2) => link2.test(word));
function peel(word) {
  const opening = OPENING.exec(word)?.[0] ?? "";
  const closing = CLOSING.exec(word.slice(opening.length))?.[0] ?? "";
  return [opening, word.slice(opening.length, word.length - closing.length), closing];
}
function guarded(words) {
  const text2 = words.join(" ");
  const [opening, core, closing] = peel(text2);
  return core === "" ? codeSpan(text2) : `${opening}${codeSpan(core.replace(/^`([^`]+)`$/, "$1"))}${closing}`;
}
function prose(text2, points = TEXT_POINTS.message) {
  const pieces = [];
  let risky = [];
  const flush = () => {
    if (risky.length > 0) pieces.push(guarded(risky));
    risky = [];
  };
  const words = shown(text2, points).split(" ").filter((word) => word !== "");
  for (const [index2, word] of words.entries()) {
    const [, core, closing] = peel(word);
    const listMarker = index2 === 0 && /^\d+$/.test(core) && /^[.)]/.test(closing);
    if (isPlain(word, core) && !listMarker) {
      flush();
      pieces.push(word);
    } else risky.push(word);
  }
  flush();
  return done(pieces.join(" "));
}
var bold = (text2) => done(`**${text2}**`);
var heading = (level, text2) => done(`${"#".repeat(level)} ${text2}`);
var list = (items) => done(items.map((item) => `- ${item}`).join("\n"));
var link = (label, address) => address !== null && /^https?:\/\/[\w.:-]+(?:\/[\w.~%/@#?=&+:-]*)?$/.test(address) ? done(`[${label}](${address})`) : label;
function fence(text2) {
  const longest = (text2.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2);
  const marks2 = "`".repeat(longest + 1);
  return done(`${marks2}text
${text2.replaceAll("<!--", "\\u{3c}!--")}
${marks2}`);
}
var details = (summary, body2) => done(`<details>
<summary>${summary.replace(/[^\w .,:()-]/g, "")}</summary>

${body2}

</details>`);
var cell = (text2) => text2.replaceAll("\\|", "\\ |").replaceAll("|", "\\|");
var table2 = (header, rows) => {
  const line2 = (cells2) => `| ${cells2.join(" | ")} |`;
  return done(
    [line2(header.map(cell)), line2(header.map(() => "---")), ...rows.map((row2) => line2(row2.map(cell)))].join("\n")
  );
};

// src/core/reports/finding-sections.ts
function placeOf(outcome, decision, context) {
  const { location: location2, package: component2 } = outcome.finding;
  if (location2 !== null)
    return link(code(placeText(location2), TEXT_POINTS.path), placeUrl(location2, decision.change, context.serverUrl));
  return component2 === null ? md`no place in the repository` : code(component2.purl ?? component2.name);
}
var severityOf2 = (outcome) => prose(SEVERITY_WORDS[outcome.finding.severity]);
function ruleNames2(outcome, context) {
  const names = outcome.rules.filter((rule2) => rule2.verdict === outcome.verdict).map((rule2) => {
    const known4 = context.rules.find((candidate) => candidate.id === rule2.id && candidate.layer === rule2.layer);
    return known4?.description ? md`${code(rule2.id)} (${prose(known4.description, TEXT_POINTS.row)})` : code(rule2.id);
  });
  return join(names, ", ");
}
function why(outcome, decision, context) {
  const rules = ruleNames2(outcome, context);
  const asset = outcome.asset === null ? NOTHING : code(outcome.asset);
  return join(
    [
      rules === NOTHING ? NOTHING : md`rule ${rules}`,
      ...factWords(outcome, decision.evaluatedAt).map((words) => prose(words)),
      join([md`tier ${outcome.tier}`, asset], " ")
    ],
    " · "
  );
}
var exceptionHelp = (outcome) => {
  const command = requestCommand(outcome);
  return command === null ? NOTHING : details("Request an exception", fence(command));
};
function findingInFull(outcome, number2, decision, context) {
  const { finding } = outcome;
  const next = nextStep(outcome);
  const owners = join(
    outcome.owners.map((owner) => code(owner)),
    ", "
  );
  const component2 = finding.package === null ? NOTHING : code(finding.package.purl ?? finding.package.name);
  const facts = [
    next === null ? NOTHING : md`${bold(md`Next:`)} ${prose(next)}`,
    md`${bold(md`Why:`)} ${why(outcome, decision, context)}`,
    owners === NOTHING ? NOTHING : md`${bold(md`Owner:`)} ${owners}`,
    md`${bold(md`Found by:`)} ${join([prose(finding.tool, TEXT_POINTS.identifier), component2], " · ")}`
  ];
  return join([
    heading(
      4,
      md`${number2}. ${severityOf2(outcome)}: ${code(finding.ruleId)} in ${placeOf(outcome, decision, context)}`
    ),
    prose(safeMessageLine(finding)),
    list(facts.filter((fact) => fact !== NOTHING)),
    exceptionHelp(outcome)
  ]);
}
function findingTable(outcomes, decision, context) {
  if (outcomes.length === 0) return NOTHING;
  const rows = outcomes.map((outcome) => {
    const message2 = prose(safeMessageLine(outcome.finding), TEXT_POINTS.row);
    const rules = ruleNames2(outcome, { ...context, rules: [] });
    const facts = factWords(outcome, decision.evaluatedAt).map((words) => prose(words));
    return [
      severityOf2(outcome),
      placeOf(outcome, decision, context),
      join([code(outcome.finding.ruleId, 80), message2], " "),
      join([rules, ...facts], " · ")
    ];
  });
  return table2([md`Severity`, md`Place`, md`Finding`, md`Why`], rows);
}

// src/core/reports/findings-part.ts
var within = (budget, items) => ({
  full: Math.min(budget, items.full),
  rows: Math.min(Math.max(0, budget - items.full), items.rows)
});
var remainder = (rest, where2) => rest === 0 ? NOTHING : md`${prose(`${rest} more ${rest === 1 ? "is" : "are"} ${where2}.`)}`;
function blockers(decision, context, items, where2) {
  const blocking2 = decision.outcomes.filter((outcome) => outcome.verdict === "block");
  if (blocking2.length === 0) return NOTHING;
  const { shown: shown4, rest } = selectWorst(blocking2, items.full + items.rows);
  const full = shown4.slice(0, items.full).map((outcome, index2) => findingInFull(outcome, index2 + 1, decision, context));
  const rows = shown4.slice(items.full);
  return join([
    heading(3, md`Must be fixed (${blocking2.length})`),
    ...full,
    rows.length === 0 ? NOTHING : details(`${count(rows.length, "more blocking finding")}`, findingTable(rows, decision, context)),
    remainder(rest, where2)
  ]);
}
function warnings(decision, context, limit, where2) {
  const warning = decision.outcomes.filter((outcome) => outcome.verdict === "warn");
  if (warning.length === 0) return NOTHING;
  const { shown: shown4, rest } = selectWorst(warning, limit);
  return details(
    `To look at, does not block (${warning.length})`,
    join([findingTable(shown4, decision, context), remainder(rest, where2)])
  );
}
var rowsForWarnings = (decision, items) => Math.max(0, items.rows - Math.max(0, decision.counts.block - items.full));

// src/core/reports/state-sections.ts
var tools = (scan) => scan.tools.length === 0 ? md`no tool` : join(
  scan.tools.slice(0, 10).map((tool) => join([prose(tool.name, 60), tool.version === null ? NOTHING : code(tool.version, 40)], " ")),
  ", "
);
function scanTable(decision, limit) {
  if (decision.scans.length === 0) return NOTHING;
  const rows = decision.scans.slice(0, limit).map((scan) => [
    code(scan.id, 80),
    prose(scanWord(scan)),
    tools(scan),
    md`${scan.tools.reduce((sum, tool) => sum + tool.results, 0)}`,
    prose(scanVerdict(scan)),
    prose(scan.reason, TEXT_POINTS.row)
  ]);
  return table2([md`Scan`, md`State`, md`Tools`, md`Results`, md`Verdict`, md`Why`], rows);
}
function gapList(decision, limit) {
  const open3 = gaps(decision);
  if (open3.length === 0) return NOTHING;
  const items = open3.slice(0, limit).map((scan) => {
    const step2 = scanStep(scan);
    const blocks = scan.verdict === "block" ? md` and blocks` : NOTHING;
    return join(
      [
        md`${bold(md`Scan ${code(scan.id, 80)} is ${prose(scanWord(scan))}${blocks}:`)}`,
        sentence(scan.reason),
        step2 === null ? NOTHING : sentence(step2)
      ],
      " "
    );
  });
  return list(open3.length > limit ? [...items, md`and ${prose(count(open3.length - limit, "more scan"))}`] : items);
}
var sentence = (text2) => /[.!?]\s*$/.test(text2) ? prose(text2) : md`${prose(text2)}.`;
var exceptionLine = (exception, decision) => join(
  [
    code(exception.id, 80),
    prose(exception.status),
    exception.finding === null ? NOTHING : md`for ${code(exception.finding, 80)}`,
    exception.expires === null ? NOTHING : prose(expiryWords(exception.expires, decision.evaluatedAt)),
    exception.problem === null ? NOTHING : prose(exception.problem, TEXT_POINTS.row)
  ],
  " · "
);
function exceptionList(decision, limit) {
  const used = decision.exceptions.filter((exception) => exception.status !== "unused");
  if (used.length === 0 || limit === 0) return NOTHING;
  const ordered = [...used.filter(needsAttention), ...used.filter((exception) => !needsAttention(exception))];
  const items = ordered.slice(0, limit).map((exception) => exceptionLine(exception, decision));
  return list(used.length > limit ? [...items, md`and ${prose(count(used.length - limit, "more exception"))}`] : items);
}
function fixedPart(decision, limit) {
  const fixed2 = decision.outcomes.filter((outcome) => outcome.state === "fixed");
  if (decision.counts.fixed === 0) return NOTHING;
  const items = fixed2.slice(0, limit).map(
    ({ finding }) => join(
      [
        code(finding.ruleId, 80),
        finding.location === null ? NOTHING : md`in ${code(finding.location.path, TEXT_POINTS.path)}`
      ],
      " "
    )
  );
  const rest = decision.counts.fixed - items.length;
  return details(
    `Fixed by this change: ${decision.counts.fixed}`,
    list(rest > 0 ? [...items, md`${prose(count(rest, "more finding"))}`] : items)
  );
}
function noticeList(decision, limit) {
  const order = ["error", "warning", "info"];
  const notices2 = order.flatMap((level) => decision.notices.filter((notice3) => notice3.level === level));
  if (notices2.length === 0) return NOTHING;
  const items = notices2.slice(0, limit).map((notice3) => join([bold(prose(notice3.level)), code(notice3.code, 80), prose(notice3.message)], " · "));
  return list(
    notices2.length > limit ? [...items, md`and ${prose(count(notices2.length - limit, "more notice"))}`] : items
  );
}
var titled = (title, body2, level = 3) => body2 === NOTHING ? NOTHING : join([heading(level, title), body2]);
function countTable({ counts }) {
  return table2(
    [
      md`Block`,
      md`Warn`,
      md`Pass`,
      md`Total`,
      md`Excepted`,
      md`Suppressed`,
      md`Monitored`,
      md`Fixed`,
      md`Results read`
    ],
    [
      [
        counts.block,
        counts.warn,
        counts.pass,
        counts.total,
        counts.excepted,
        counts.suppressed,
        counts.monitored,
        counts.fixed,
        counts.results
      ].map((number2) => md`${number2}`)
    ]
  );
}

// src/core/reports/comment.ts
var SYMBOLS = { block: md`⛔`, warn: md`⚠️`, pass: md`✅` };
var verdictHeading = (decision) => heading(3, md`${SYMBOLS[decision.verdict]} ${prose(headline(decision))}`);

// src/core/reports/summary.ts
var IN_FILES = "in the decision file and the SARIF report";
function changeFacts({ change }) {
  const facts = [
    [md`Event`, change.event],
    [md`Repository`, change.repository],
    [md`Pull request`, change.pullRequest === null ? null : `#${change.pullRequest}`],
    [md`Base`, change.baseSha],
    [md`Head`, change.headSha]
  ];
  const known4 = facts.flatMap(([name, value]) => value === null ? [] : [md`${name}: ${code(value)}`]);
  return known4.length === 0 ? NOTHING : list(known4);
}
function inputTable(decision, limit) {
  if (decision.inputs.length === 0) return NOTHING;
  const rows = decision.inputs.slice(0, limit).map((input) => [prose(input.kind), code(input.name), code(input.sha256.slice(0, 12)), md`${input.bytes}`]);
  const rest = decision.inputs.length - rows.length;
  return join([
    table2([md`Kind`, md`Name`, md`SHA-256`, md`Bytes`], rows),
    rest > 0 ? md`${rest} more are in the decision file.` : NOTHING
  ]);
}
function body(decision, context, items) {
  const change = changeSentence(decision);
  const others = Math.min(items.full + items.rows, 500);
  return join([
    verdictHeading(decision),
    change === null ? NOTHING : prose(change),
    countTable(decision),
    gapList(decision, Math.min(others, 50)),
    blockers(decision, context, items, IN_FILES),
    warnings(decision, context, rowsForWarnings(decision, items), IN_FILES),
    titled(md`Exceptions`, exceptionList(decision, others)),
    fixedPart(decision, others),
    titled(md`Scans`, scanTable(decision, others)),
    titled(md`Notices`, noticeList(decision, others)),
    titled(md`What was judged`, join([changeFacts(decision), inputTable(decision, others)])),
    md`${prose(context.checkName)} at ${code(decision.evaluatedAt)}`
  ]);
}
var renderSummary = (decision, context) => fitLargest(
  SUMMARY_ITEMS.full + SUMMARY_ITEMS.rows,
  SUMMARY_BYTES,
  (budget) => `${body(decision, context, within(budget, SUMMARY_ITEMS))}
`,
  utf8Bytes
);

// src/core/reports/text.ts
var CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };
var VERDICT_STYLE = { pass: "green", warn: "yellow", block: "red" };
function textReport(decision, { colour, limits }) {
  const paint = (style, text2) => colour ? `\x1B[${CODES[style]}m${text2}\x1B[0m` : text2;
  const blocks = [
    headline2(decision, paint),
    ...scanLines(decision.scans, paint),
    ...blockerLines(decision.outcomes, limits.blockers, paint),
    ...warningLines(decision.outcomes, limits.warnings, paint),
    ...exceptionLines(decision),
    ...noticeLines(decision, paint),
    countLine(decision, paint)
  ];
  return `${blocks.join("\n")}
`;
}
function headline2({ verdict, completeness, counts, scans }, paint) {
  const word = paint("bold", paint(VERDICT_STYLE[verdict], verdict.toUpperCase()));
  const scanTrouble = scans.filter((scan) => scan.verdict === verdict && verdict !== "pass").length;
  const parts = [
    counts.block > 0 ? `${plural(counts.block, "finding")} to fix before merging` : null,
    counts.warn > 0 ? plural(counts.warn, "warning") : null,
    scanTrouble > 0 ? `${plural(scanTrouble, "scan")} not usable` : null
  ].filter((part3) => part3 !== null);
  const summary = parts.length > 0 ? parts.join(", ") : `nothing to fix among ${plural(counts.total, "finding")}`;
  return `${word}  ${summary}${completeness === "incomplete" ? " (evidence incomplete)" : ""}`;
}
function scanLines(scans, paint) {
  const troubled = scans.filter((scan) => scan.state !== "complete" && scan.state !== "not-applicable");
  if (troubled.length === 0) return [];
  return [
    "",
    paint("bold", "Evidence"),
    ...troubled.map(
      (scan) => `  ${tag(scan.verdict, paint)} ${visibleLine(scan.id)} is ${scan.state}: ${visibleLine(scan.reason)}`
    )
  ];
}
function blockerLines(outcomes, limit, paint) {
  const own = outcomes.filter((outcome) => outcome.verdict === "block");
  if (own.length === 0) return [];
  const lines3 = own.slice(0, limit).flatMap((outcome) => ["", ...findingBlock(outcome, paint)]);
  return ["", paint("bold", `Blocking (${own.length})`), ...lines3.slice(1), ...restLine(own.length - limit)];
}
function warningLines(outcomes, limit, paint) {
  const own = outcomes.filter((outcome) => outcome.verdict === "warn");
  if (own.length === 0) return [];
  const lines3 = own.slice(0, limit).map((outcome) => {
    const facts = factsOf(outcome).slice(0, 2).join(", ");
    const what = `${visibleLine(outcome.finding.ruleId)} (${visibleLine(outcome.finding.tool)})`;
    return `  ${tag("warn", paint)} ${paint("cyan", placeOf2(outcome))}  ${what}  ${paint("dim", `${facts}; ${decisive(outcome)}`)}`;
  });
  return ["", paint("bold", `Warnings (${own.length})`), ...lines3, ...restLine(own.length - limit)];
}
var restLine = (hidden2) => hidden2 > 0 ? [`  … and ${hidden2} more; --format json lists them all`] : [];
var decisive = ({ rules, verdict }) => `rule ${rules.filter((rule2) => rule2.verdict === verdict).map((rule2) => visibleLine(rule2.id)).join(", ")}`;
function factsOf(outcome) {
  const { severity, score } = outcome.finding;
  const asset = outcome.asset === null ? "" : `${visibleLine(outcome.asset)}, `;
  return [
    `${severity}${score === null ? "" : ` ${score}`}`,
    outcome.state,
    `${asset}tier ${outcome.tier}`,
    outcome.kev === true ? "known exploited" : null,
    slaText(outcome)
  ].filter((fact) => fact !== null);
}
function findingBlock(outcome, paint) {
  const { finding } = outcome;
  const owners = outcome.owners.length > 0 ? `; owner ${outcome.owners.map(visibleLine).join(", ")}` : "";
  return [
    `  ${tag(outcome.verdict, paint)} ${paint("cyan", placeOf2(outcome))}  ${visibleLine(finding.ruleId)} (${visibleLine(finding.tool)})`,
    `        ${clip(safeMessageLine(finding), 200)}`,
    `        why:  ${factsOf(outcome).join(", ")}; ${decisive(outcome)}${owners}`,
    ...outcome.refusedExceptions.map((sentence2) => `        note: ${visibleLine(sentence2)}`),
    ...outcome.next === null ? [] : [`        next: ${visibleLine(outcome.next)}`]
  ];
}
function slaText({ sla }) {
  if (sla === null || sla.status === "within") return null;
  return sla.status === "breached" ? `overdue since ${sla.due.slice(0, 10)}` : `due ${sla.due.slice(0, 10)}`;
}
function placeOf2({ finding }) {
  const { location: location2 } = finding;
  if (location2 !== null)
    return [visibleLine(location2.path), location2.startLine, location2.startColumn].filter((part3) => part3 !== null).join(":");
  return finding.package === null ? "(no place in the repository)" : visibleLine(finding.package.purl ?? finding.package.name);
}
function exceptionLines({ exceptions: exceptions2 }) {
  const told = exceptions2.filter((exception) => exception.status !== "active");
  if (told.length === 0) return [];
  return [
    "",
    "Exceptions",
    ...told.map(({ id, status, expires, problem }) => {
      const until = expires === null ? "" : `, ${status === "expired" ? "expired" : "expires"} ${expires}`;
      return `  ${visibleLine(id)} is ${status}${until}${problem === null ? "" : `: ${visibleLine(problem)}`}`;
    })
  ];
}
function noticeLines({ notices: notices2 }, paint) {
  if (notices2.length === 0) return [];
  return ["", ...notices2.map(({ level, message: message2 }) => paint("dim", `${level}: ${visibleLine(message2)}`))];
}
function countLine({ counts, scans }, paint) {
  const parts = [
    `${counts.block} block`,
    `${counts.warn} warn`,
    `${counts.pass} pass`,
    ...["excepted", "suppressed", "monitored", "fixed"].flatMap(
      (key) => counts[key] > 0 ? [`${counts[key]} ${key}`] : []
    )
  ];
  const scanned = scans.flatMap((scan) => scan.tools.map((tool) => visibleLine(tool.name)));
  const tools2 = scanned.length > 0 ? `; scanned by ${[...new Set(scanned)].join(", ")}` : "";
  return `
${paint("dim", `${plural(counts.results, "result")}: ${parts.join(", ")}${tools2}`)}`;
}
var tag = (verdict, paint) => paint(VERDICT_STYLE[verdict], verdict.padEnd(5));
var plural = (count3, noun) => `${count3} ${noun}${count3 === 1 ? "" : "s"}`;

// src/core/reports/formats.ts
var FORMATS = ["text", "json", "markdown", "sarif", "junit", "gitlab", "html"];
var TEXT_LIMITS = { blockers: 50, warnings: 12 };
function renderReport(format, decision, { colour, view }) {
  switch (format) {
    case "text":
      return [textReport(decision, { colour, limits: TEXT_LIMITS })];
    case "json":
      return decisionJsonChunks(decision);
    case "markdown":
      return [renderSummary(decision, view)];
    case "sarif":
      return sarifChunks(decision, view);
    case "junit":
      return [renderJunit(decision, view)];
    case "gitlab":
      return gitlabChunks(decision);
    case "html":
      return [renderHtml(decision, view)];
    default:
      return format;
  }
}

// src/core/policy/time.ts
var HOUR = 36e5;
var DAY2 = 24 * HOUR;
var UNITS = /* @__PURE__ */ new Map([
  ["h", HOUR],
  ["d", DAY2],
  ["w", 7 * DAY2]
]);
function parseDuration(text2) {
  const match3 = /^([1-9][0-9]{0,4})([hdw])$/.exec(text2);
  const unit = UNITS.get(match3?.[2] ?? "");
  return match3 && unit !== void 0 ? Number(match3[1]) * unit : null;
}
function formatDuration(milliseconds) {
  return milliseconds % DAY2 === 0 ? `${milliseconds / DAY2}d` : `${milliseconds / HOUR}h`;
}
function startOfDay(date) {
  const match3 = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(date);
  if (!match3) return null;
  const instant = Date.UTC(Number(match3[1]), Number(match3[2]) - 1, Number(match3[3]));
  return new Date(instant).toISOString().slice(0, 10) === date ? instant : null;
}

// src/core/exceptions/calendar.ts
var INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;
var isCalendarDate = (text2) => startOfDay(text2) !== null;
function toInstant(text2, meaning) {
  if (isCalendarDate(text2)) return `${text2}T${meaning === "begins" ? "00:00:00.000" : "23:59:59.999"}Z`;
  const [, date] = INSTANT.exec(text2) ?? [];
  return date !== void 0 && isCalendarDate(date) ? new Date(text2).toISOString() : null;
}
function time(instant) {
  const value = Date.parse(instant);
  if (Number.isNaN(value)) throw new TypeError(`not an instant: ${JSON.stringify(instant)}`);
  return value;
}
function span(approvedAt, expires, expiresText) {
  const end = isCalendarDate(expiresText) ? time(`${expiresText}T00:00:00.000Z`) : time(expires);
  const start = time(approvedAt);
  return end - (isCalendarDate(expiresText) ? start - (start % DAY2 + DAY2) % DAY2 : start);
}
function describeDuration(milliseconds) {
  const isDays = milliseconds % DAY2 === 0 && milliseconds !== 0;
  const count3 = isDays ? milliseconds / DAY2 : Math.ceil(milliseconds / HOUR);
  return `${count3} ${isDays ? "day" : "hour"}${count3 === 1 ? "" : "s"}`;
}

// src/core/policy/sla.ts
var DUE_SOON_SHARE = 0.2;
var DUE_SOON_AT_MOST = 7 * DAY2;
function boundOf(table3, tier, severity) {
  let least = null;
  for (const lesserTier of TIERS.filter((candidate) => candidate >= tier)) {
    for (const milder of KNOWN_SEVERITIES.filter((candidate) => severityRank(candidate) <= severityRank(severity))) {
      const bound2 = table3.get(lesserTier)?.get(milder);
      if (bound2 !== void 0 && (least === null || bound2 < least)) least = bound2;
    }
  }
  return least;
}
function timeToFix(policy, question) {
  const times = policy.sla.flatMap((table3) => timesOf(table3, question));
  return times.length === 0 ? null : Math.min(...times);
}
function timesOf({ byTier, kev }, question) {
  return [boundOf(byTier, question.tier, question.severity), question.kev === true ? kev : null].filter(
    (time2) => time2 !== null
  );
}
function slaOf(policy, question, now) {
  const time2 = timeToFix(policy, question);
  const start = question.firstDetected === null ? Number.NaN : Date.parse(question.firstDetected);
  if (time2 === null || Number.isNaN(start)) return null;
  const due = start + time2;
  return { due: new Date(due).toISOString().replace(".000Z", "Z"), status: statusAt(now, due, time2) };
}
function statusAt(now, due, time2) {
  if (now >= due) return "breached";
  return due - now <= Math.min(time2 * DUE_SOON_SHARE, DUE_SOON_AT_MOST) ? "due-soon" : "within";
}

// src/core/exceptions/terms.ts
var BREAK_GLASS_DURATION = 24 * HOUR;
var lessCritical = (tier) => TIERS.filter((other) => other >= tier);
function maxDuration({ tier, severity, kev }, policy) {
  const { byTier, kev: kevBound } = policy.maxDuration;
  const bound2 = boundOf(byTier, tier, severity);
  if (kev !== true || kevBound === null) return bound2;
  return bound2 === null ? kevBound : Math.min(bound2, kevBound);
}
function quorum({ tier, kev }, isBreakGlass, policy) {
  const standard = policy.quorum.get("default") ?? 1;
  const needed = [1, ...lessCritical(tier).map((t) => policy.quorum.get(`tier-${t}`) ?? standard)];
  if (kev === true) needed.push(policy.quorum.get("kev") ?? standard);
  if (isBreakGlass) needed.push(policy.quorum.get("break-glass") ?? standard);
  return Math.max(...needed);
}
function termsProblem(terms, risk, policy) {
  const where2 = `at tier ${risk.tier}`;
  const tooLong2 = durationProblem(terms, risk, policy);
  if (tooLong2 !== null) return { code: "too-long", sentence: tooLong2 };
  const isRequired = (tiers) => lessCritical(risk.tier).some((tier) => tiers.includes(tier));
  if (terms.ticket === null && (terms.type === "break-glass" || isRequired(policy.require.ticket))) {
    return { code: "ticket-required", sentence: `a ticket is required ${where2}` };
  }
  const needsControls = terms.type !== "break-glass" && isRequired(policy.require.controls);
  if (terms.controls.length === 0 && (terms.type === "mitigated" || needsControls)) {
    return { code: "controls-required", sentence: `compensating controls are required ${where2}` };
  }
  return null;
}
function durationProblem(terms, risk, policy) {
  const isBreakGlass = terms.type === "break-glass";
  const allowed = isBreakGlass ? BREAK_GLASS_DURATION : maxDuration(risk, policy);
  const length = span(terms.approvedAt, terms.expires, terms.expiresText);
  if (allowed === null || length <= allowed) return null;
  const exploited = risk.kev ? ", known exploited" : "";
  const why2 = isBreakGlass ? "for break-glass" : `at tier ${risk.tier} for ${risk.severity}${exploited}`;
  return `it runs for ${describeDuration(length)}, at most ${describeDuration(allowed)} are allowed ${why2}`;
}
function phase(record, policy, now) {
  const left = time(record.expires) - time(now);
  if (left < 0) return "expired";
  return left <= policy.expiringNotice ? "expiring" : "active";
}

// src/core/exceptions/judge.ts
function createJudge(records, policy, now) {
  const judgements = /* @__PURE__ */ new Map();
  const numbers = /* @__PURE__ */ new Map();
  const judge2 = (selector, candidate, isAmbiguous) => {
    const number2 = numbers.get(selector) ?? numbers.size;
    numbers.set(selector, number2);
    const { tier, effectiveSeverity: severity, kev, never } = candidate;
    const key = `${number2} ${tier} ${severity} ${kev} ${never} ${isAmbiguous}`;
    const known4 = judgements.get(key);
    if (known4 !== void 0) return known4;
    const obstacle = findingObstacle(selector, candidate, isAmbiguous);
    const answer = judgeRecords(records, selector, { tier, severity, kev }, obstacle, policy, now);
    judgements.set(key, answer);
    return answer;
  };
  return { judge: judge2, judgements };
}
function findingObstacle(selector, { tier, never }, isAmbiguous) {
  if (never) return "the policy allows no exception for this finding";
  if (isAmbiguous) return "two findings have this id";
  return selector.isSubtree && tier === 0 ? "a path that ends in /** is not allowed at tier 0" : null;
}
function judgeRecords(records, selector, risk, obstacle, policy, now) {
  const holding = [];
  const refusals = /* @__PURE__ */ new Map();
  for (const index2 of selector.records) {
    const record = records[index2];
    if (record === void 0) continue;
    const problem = obstacle ?? recordObstacle(record, now) ?? termsProblem(record, risk, policy)?.sentence ?? null;
    if (phase(record, policy, now) === "expired") refusals.set(index2, expiredSentence(record));
    else if (problem !== null) refusals.set(index2, `exception ${record.id} does not hold: ${problem}`);
    else holding.push({ index: index2, record });
  }
  holding.sort((a, b) => longestFirst(a.record, b.record));
  const indexes = holding.map(({ index: index2 }) => index2);
  const sentences2 = [...refusals.values()].sort();
  return { selector, risk, holding: indexes, refusals, sentences: sentences2, findings: 0, shown: 0, finding: null, shadow: null };
}
function recordObstacle(record, now) {
  if (record.approvedBy.length === 0) return "nobody approved it";
  return time(record.approvedAt) > time(now) ? `it is approved only from ${record.approvedAt}` : null;
}
var expiredSentence = ({ id, expiresText }) => `exception ${id} expired on ${expiresText}`;
var longestFirst = (a, b) => time(b.expires) - time(a.expires) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

// src/core/exceptions/notices.ts
var BROAD = 10;
function noticesOf({ id, status, expires, problem }, record, counts) {
  if (record === void 0 || counts === void 0) return [];
  const notices2 = [];
  const add4 = (level, code2, message2) => void notices2.push({ level, code: code2, message: message2 });
  if (status === "expired") add4("warning", "exception-expired", `${problem}. ${advice(counts.findings)}`);
  if (status === "invalid") add4("warning", "exception-invalid", `exception ${id} does not hold: ${problem}`);
  if (status === "unused") add4("info", "exception-unused", `exception ${id} is unused: ${problem}`);
  if (status === "expiring") add4("warning", "exception-expiring", `exception ${id} expires on ${expires}`);
  if (status !== "active" && status !== "expiring") return notices2;
  if (counts.refusal !== null) {
    const some = `${counts.findings - counts.holds} of ${counts.findings} findings`;
    add4("warning", "exception-partly-invalid", `exception ${id} does not hold for ${some}: ${counts.refusal}`);
  }
  if (counts.shown === 0 && counts.shadow !== null) {
    add4(
      "info",
      "exception-shadowed",
      `exception ${id} is not needed: ${counts.shadow} covers the same and holds longer`
    );
  }
  if (counts.findings > BROAD || isTopLevel(record)) {
    add4("warning", "exception-broad", `exception ${id} is broad: it covers ${plural2(counts.findings, "finding")}`);
  }
  if (record.approvedBy.length < counts.quorum) {
    const asked = `${record.approvedBy.length} of the ${counts.quorum} approvals`;
    add4("warning", "exception-few-approvals", `exception ${id} names ${asked} that a pull request would need`);
  }
  return notices2;
}
var advice = (findings2) => findings2 === 0 ? "Nothing matches it any more: remove it" : "Fix the finding, or have a new exception approved";
var isTopLevel = ({ match: match3 }) => match3.kind !== "finding" && match3.path !== null && /^[^/]+\/\*\*$/.test(match3.path);
var plural2 = (count3, noun) => `${count3} ${noun}${count3 === 1 ? "" : "s"}`;

// src/core/exceptions/package-url.ts
function parsePackageUrl(text2) {
  const [beforeSubpath = "", subpath = null] = cut(text2.normalize("NFC"), text2.indexOf("#"));
  const [beforeQualifiers, query = ""] = cut(beforeSubpath, beforeSubpath.indexOf("?"));
  const [, scheme, type, path2] = /^([a-zA-Z]+):\/*([a-zA-Z][a-zA-Z0-9.+-]*)\/(.+)$/.exec(beforeQualifiers) ?? [];
  if (scheme?.toLowerCase() !== "pkg" || type === void 0 || path2 === void 0) return null;
  const versionAt = path2.lastIndexOf("@");
  const hasVersion = versionAt > 0 && path2[versionAt - 1] !== "/";
  const [rawName, version2] = hasVersion ? cut(path2, versionAt) : [path2, void 0];
  const name = decode(rawName);
  const decodedVersion = version2 === void 0 ? null : decode(version2);
  if (name === null || name.replaceAll("/", "") === "" || version2 !== void 0 && !decodedVersion) return null;
  return {
    base: `${type.toLowerCase()}/${canonicalName(type.toLowerCase(), name)}`,
    version: decodedVersion,
    qualifiers: new Set(query.split("&").filter(Boolean).map(canonicalQualifier)),
    subpath
  };
}
function coversPackage(wanted2, found, foundVersion) {
  return wanted2.base === found.base && (wanted2.version === null || wanted2.version === (found.version ?? foundVersion)) && (wanted2.subpath === null || wanted2.subpath === found.subpath) && [...wanted2.qualifiers].every((qualifier) => found.qualifiers.has(qualifier));
}
function cut(text2, at3) {
  return at3 < 0 ? [text2, void 0] : [text2.slice(0, at3), text2.slice(at3 + 1)];
}
function decode(text2) {
  try {
    return decodeURIComponent(text2);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
function canonicalName(type, name) {
  const trimmed = name.replace(/\/+/g, "/").replace(/^\/|\/$/g, "");
  if (type === "pypi") return trimmed.toLowerCase().replace(/[-_.]+/g, "-");
  return ["github", "bitbucket", "composer", "deb", "apk", "golang"].includes(type) ? trimmed.toLowerCase() : trimmed;
}
function canonicalQualifier(text2) {
  const [key, value = ""] = cut(text2, text2.indexOf("="));
  return `${key.toLowerCase()}=${decode(value) ?? value}`;
}

// src/core/exceptions/wording.ts
var REASON_LENGTH = { min: 20, max: 500 };
var EMPTY_WORDS = new Set(
  "a accept acceptable accepted all an and approve approved asap bug by do ok okay exception false finding fine fix fixed for fp ignore ignored is issue it later lgtm me n na need needed negative no none not now of on one please positive reason risk see skip suppress tbd temp temporary test testing that the this ticket to todo true us wip will won wont wontfix x xxx yes".split(" ")
);
var cleanText = (text2) => text2.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, " ").replace(/[\p{Cc}\p{Cf}]/gu, "").replace(/\s+/gu, " ").trim();
function reasonProblem(reason2) {
  const length = [...reason2].length;
  if (length < REASON_LENGTH.min) return `the reason has ${length} characters, at least ${REASON_LENGTH.min} are needed`;
  if (length > REASON_LENGTH.max) return `the reason has ${length} characters, at most ${REASON_LENGTH.max} are allowed`;
  const words = reason2.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hasContent = words.some((word) => !EMPTY_WORDS.has(word)) && new Set(words.join("")).size >= 5;
  return hasContent ? null : "the reason says nothing about this finding";
}
function toLogin(text2) {
  const [, login] = /^@?([A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}))$/.exec(text2) ?? [];
  return login === void 0 ? null : `@${login}`;
}
var isTicket = (text2) => text2.length <= 200 && (/^https:\/\/[^\s/?#@]+\/[^\s\p{Cc}\p{Cf}]+$/u.test(text2) || /^#?[A-Za-z][A-Za-z0-9_./-]*[#-]?[0-9]+$|^#[0-9]+$/.test(text2));

// src/core/exceptions/selection.ts
function indexSelectors(records) {
  const known4 = /* @__PURE__ */ new Map();
  const byFinding = /* @__PURE__ */ new Map();
  const bySubject = /* @__PURE__ */ new Map();
  for (const [index2, { match: match3 }] of records.entries()) {
    const key = JSON.stringify(match3, Object.keys(match3).sort());
    const selector = known4.get(key) ?? newSelector(match3);
    selector.records.push(index2);
    if (known4.has(key)) continue;
    known4.set(key, selector);
    if (match3.kind === "finding") byFinding.set(match3.finding, selector);
    else addToSubject(bySubject, subjectOf(match3), placeKey(match3.path, selector.package?.base ?? null), selector);
  }
  return { selectors: [...known4.values()], byFinding, bySubject };
}
function newSelector(match3) {
  const isSubtree = match3.kind !== "finding" && (match3.path?.endsWith("/**") ?? false);
  const purl = match3.kind === "advisory" && match3.package !== null ? parsePackageUrl(match3.package) : null;
  return { match: match3, package: purl, isSubtree, records: [] };
}
function addToSubject(subjects, key, place2, selector) {
  const subject3 = subjects.get(key) ?? { byPlace: /* @__PURE__ */ new Map(), seen: { packages: /* @__PURE__ */ new Map() } };
  subjects.set(key, subject3);
  const atPlace = subject3.byPlace.get(place2);
  if (atPlace) atPlace.push(selector);
  else subject3.byPlace.set(place2, [selector]);
}
function selectorsOf(index2, { finding, id }) {
  const byId3 = index2.byFinding.get(id);
  const found = new Set(byId3 ? [byId3] : []);
  const rules = reportersOf(finding).map(({ tool, ruleId }) => ruleKey(tool, ruleId));
  const keys = [...finding.identifiers.map(identifierKey), ...rules];
  const subjects = keys.flatMap((key) => index2.bySubject.get(key) ?? []);
  if (subjects.length === 0) return [...found];
  const path2 = finding.location?.path ?? null;
  const purl = finding.package?.purl == null ? null : parsePackageUrl(finding.package.purl);
  const version2 = purl?.version ?? finding.package?.version ?? null;
  for (const subject3 of subjects) {
    note(subject3.seen, path2, purl?.base ?? "", version2);
    for (const place2 of placesOf(path2, purl?.base ?? null)) {
      for (const selector of subject3.byPlace.get(place2) ?? []) {
        if (fitsPackage(selector, purl, version2)) found.add(selector);
      }
    }
  }
  return [...found];
}
var nearMiss = (index2, selector) => [...cleanText(missOf(index2, selector))].slice(0, 400).join("");
function missOf(index2, { match: match3, package: wanted2 }) {
  if (match3.kind === "finding") return `no finding has the id ${match3.finding}`;
  const seen = index2.bySubject.get(subjectOf(match3))?.seen.packages ?? /* @__PURE__ */ new Map();
  const what = match3.kind === "advisory" ? `identifier ${match3.identifier}` : `rule ${match3.ruleId} of ${match3.tool}`;
  if (seen.size === 0) return `no finding has ${what}`;
  if (match3.kind === "rule" || match3.package === null) {
    const [path2] = [...seen.values()].flatMap(({ path: path3 }) => path3 ?? []).sort();
    return `path does not fit: ${what} is found at ${path2 ?? "no path"}`;
  }
  const found = wanted2 === null ? void 0 : seen.get(wanted2.base);
  if (found === void 0) {
    const [other] = [...seen.keys()].filter(Boolean).sort();
    return `package does not fit: ${what} is found in ${other === void 0 ? "no named package" : `pkg:${other}`}`;
  }
  if (wanted2 !== null && wanted2.version !== null && !found.versions.has(wanted2.version)) {
    return `version does not fit: ${what} is found in version ${[...found.versions].sort()[0] ?? "unknown"}`;
  }
  if (match3.path === null) return `package does not fit: ${what} is found with other qualifiers`;
  return `path does not fit: ${what} is found at ${found.path ?? "no path"}`;
}
var identifierKey = (identifier) => `i\0${identifier.toUpperCase()}`;
var ruleKey = (tool, ruleId) => `r\0${tool.toLowerCase()}\0${ruleId}`;
var subjectOf = (match3) => match3.kind === "advisory" ? identifierKey(match3.identifier) : ruleKey(match3.tool, match3.ruleId);
var placeKey = (path2, packageBase) => `${packageBase ?? ""}\0${path2 ?? ""}`;
function* placesOf(path2, packageBase) {
  const bases = packageBase === null ? [null] : [null, packageBase];
  for (const base2 of bases) {
    yield placeKey(null, base2);
    if (path2 === null) continue;
    yield placeKey(path2, base2);
    for (let at3 = path2.lastIndexOf("/"); at3 > 0; at3 = path2.lastIndexOf("/", at3 - 1)) {
      yield placeKey(`${path2.slice(0, at3)}/**`, base2);
    }
  }
}
function fitsPackage({ match: match3, package: wanted2 }, found, version2) {
  if (match3.kind !== "advisory" || match3.package === null) return true;
  return wanted2 !== null && found !== null && coversPackage(wanted2, found, version2);
}
function note(seen, path2, base2, version2) {
  const known4 = seen.packages.get(base2) ?? { versions: /* @__PURE__ */ new Set(), path: null };
  seen.packages.set(base2, known4);
  if (version2 !== null) known4.versions.add(version2);
  if (path2 !== null && (known4.path === null || path2 < known4.path)) known4.path = path2;
}

// src/core/exceptions/tally.ts
function tally(records, judgements, policy) {
  const tallies = records.map(() => ({
    findings: 0,
    holds: 0,
    shown: 0,
    finding: null,
    refusal: null,
    shadow: null,
    quorum: 0
  }));
  for (const judgement of judgements) {
    for (const index2 of judgement.selector.records) {
      const [before, record] = [tallies[index2], records[index2]];
      if (before && record) tallies[index2] = add(before, judgement, index2, record, records, policy);
    }
  }
  return tallies;
}
function add(before, judgement, index2, record, records, policy) {
  const findings2 = before.findings + judgement.findings;
  const refusal = sentenceOf(judgement.refusals.get(index2), record);
  const [first] = judgement.holding;
  const rival = index2 === first ? judgement.shadow : records[first ?? -1]?.id ?? null;
  const shadow = refusal === null ? rival : null;
  return {
    findings: findings2,
    holds: before.holds + (refusal === null ? judgement.findings : 0),
    shown: before.shown + (index2 === first ? judgement.shown : 0),
    finding: findings2 === 1 ? judgement.finding : null,
    refusal: [before.refusal, refusal].filter((sentence2) => sentence2 !== null).sort()[0] ?? null,
    shadow: [before.shadow, shadow].filter((id) => id !== null).sort()[0] ?? null,
    quorum: Math.max(before.quorum, quorum(judgement.risk, record.type === "break-glass", policy))
  };
}
var sentenceOf = (refusal, { id }) => refusal === void 0 ? null : refusal.replace(`exception ${id} does not hold: `, "");

// src/core/exceptions/settle.ts
function settle(records, candidates2, policy, now) {
  const index2 = indexSelectors(records);
  const ambiguous = repeatedIds(candidates2);
  const { judge: judge2, judgements } = createJudge(records, policy, now);
  const granted = /* @__PURE__ */ new Map();
  const refused = /* @__PURE__ */ new Map();
  for (const [at3, candidate] of candidates2.entries()) {
    const found = selectorsOf(index2, candidate).map(
      (selector) => judge2(selector, candidate, selector.match.kind === "finding" && ambiguous.has(candidate.id))
    );
    if (found.length === 0) continue;
    const shown4 = show(found, candidate, records);
    if (shown4 === null) refused.set(at3, sentences(found));
    else if (candidate.matters) granted.set(at3, { id: shown4.id, expires: shown4.expiresText });
  }
  const tallies = tally(records, judgements.values(), policy);
  const outcomes = outcomesOf(records, tallies, index2, policy, now);
  const notices2 = outcomes.flatMap((outcome, at3) => noticesOf(outcome, records[at3], tallies[at3]));
  return { granted, refused, outcomes: [...outcomes].sort(byId), notices: [...notices2].sort(byMessage) };
}
function repeatedIds(candidates2) {
  const seen = /* @__PURE__ */ new Set();
  const repeated = /* @__PURE__ */ new Set();
  for (const { id } of candidates2) {
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return repeated;
}
function show(found, candidate, records) {
  let shown4 = null;
  for (const judgement of found) {
    const record = records[judgement.holding[0] ?? -1];
    if (record && (shown4 === null || longestFirst(record, shown4.record) < 0)) shown4 = { record, judgement };
  }
  for (const judgement of found) {
    judgement.findings += 1;
    judgement.finding = candidate.id;
    if (judgement === shown4?.judgement) judgement.shown += 1;
    else if (shown4 && (judgement.shadow === null || shown4.record.id < judgement.shadow))
      judgement.shadow = shown4.record.id;
  }
  return shown4?.record ?? null;
}
function sentences(found) {
  const [first] = found;
  return found.length === 1 && first ? first.sentences : found.flatMap((judgement) => judgement.sentences).sort();
}
function outcomesOf(records, tallies, index2, policy, now) {
  const near = /* @__PURE__ */ new Map();
  for (const selector of index2.selectors) {
    const isUnused = selector.records.some((record) => tallies[record]?.findings === 0);
    const sentence2 = isUnused ? nearMiss(index2, selector) : "";
    for (const record of selector.records) near.set(record, sentence2);
  }
  return records.map((record, at3) => {
    const { status, problem } = standing(record, tallies[at3], near.get(at3) ?? "", policy, now);
    const finding = record.match.kind === "finding" ? record.match.finding : tallies[at3]?.finding ?? null;
    return { id: record.id, status, source: record.source, finding, expires: record.expiresText, problem };
  });
}
function standing(record, counts, miss, policy, now) {
  const current = phase(record, policy, now);
  if (current === "expired") return { status: "expired", problem: expiredSentence(record) };
  const obstacle = recordObstacle(record, now);
  if (obstacle !== null) return { status: "invalid", problem: obstacle };
  if (counts === void 0 || counts.findings === 0) return { status: "unused", problem: miss };
  if (counts.holds === 0) return { status: "invalid", problem: counts.refusal };
  return { status: current, problem: null };
}
var byId = (a, b) => compare(a.id, b.id) || compare(a.source, b.source) || compare(a.finding ?? "", b.finding ?? "");
var byMessage = (a, b) => compare(a.message, b.message);
var compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;

// src/core/policy/globs.ts
var MAX_GLOB_LENGTH = 200;
var MAX_WILDCARDS = 10;
var MAX_ALTERNATIVES = 64;
function globProblem(glob, kind) {
  const wrong = (message2, hint) => ({ message: `the glob \`${glob.slice(0, 60)}\` ${message2}`, hint });
  if (glob === "") return wrong("is empty", "Write `**` for every path, or `*` for every text");
  if (glob.length > MAX_GLOB_LENGTH) return wrong(`is longer than ${MAX_GLOB_LENGTH} characters`, "Shorten it");
  const wildcards = glob.match(/\*+|\?|\{/g)?.length ?? 0;
  if (wildcards > MAX_WILDCARDS) {
    return wrong(`has ${wildcards} wildcards`, `Use at most ${MAX_WILDCARDS}; a group of braces counts as one`);
  }
  return forbiddenSyntax(glob, kind, wrong) ?? braceProblem(glob, wrong) ?? (kind === "path" ? pathProblem(glob, wrong) : null);
}
function forbiddenSyntax(glob, kind, wrong) {
  if (glob.startsWith("!")) return wrong("is negated", "Name what it should match, or use `unless`");
  if (glob.includes("\\"))
    return wrong("has a backslash", "Separate directories by `/`; a special character matches `?`");
  if (/[?*+@!]\(/.test(glob)) return wrong("is an extended glob", "Write the alternatives as `{a,b}`");
  if (/[[\]]/.test(glob)) return wrong("has a character class", "Write `?` for any one character, or `{a,b}`");
  if (new RegExp("\\p{Cc}", "u").test(glob)) return wrong("has a control character", "Remove it");
  if (/\*{3}/.test(glob)) return wrong("has three stars in a row", "Write `*` or `**`");
  if (kind === "path" && glob.split("/").some((segment) => segment.includes("**") && segment !== "**")) {
    return wrong("has `**` beside other characters", "Write `**` between slashes, as in `src/**/*.ts`");
  }
  return null;
}
function braceProblem(glob, wrong) {
  let alternatives = 1;
  for (const { 0: group2 } of glob.matchAll(/\{[^{}]*\}/g)) {
    const count3 = group2.split(",").length;
    if (count3 === 1) return wrong("has braces around one alternative", "Write `{a,b}`, or leave the braces out");
    alternatives *= count3;
  }
  const rest = glob.replace(/\{[^{}]*\}/g, "");
  if (/[{}]/.test(rest)) return wrong("has braces that do not pair, or one in another", "Write `{a,b}`, one level deep");
  if (alternatives > MAX_ALTERNATIVES) {
    return wrong(`stands for ${alternatives} alternatives`, `Use at most ${MAX_ALTERNATIVES}, or several globs`);
  }
  return null;
}
function pathProblem(glob, wrong) {
  if (/^\//.test(glob))
    return wrong("begins with `/`", "Paths begin at the root of the repository: leave the slash out");
  for (const alternative of expand(glob)) {
    if (alternative.endsWith("/"))
      return wrong("ends with `/`", `Write \`${glob.replace(/\/+$/, "")}/**\` for all below it`);
    const segments = alternative.split("/");
    if (segments.includes("")) return wrong("has an empty part", "Write one `/` between directories");
    if (segments.includes(".") || segments.includes("..")) {
      return wrong("has a part `.` or `..`", "Write the path from the root of the repository");
    }
  }
  return null;
}
function expand(glob) {
  const group2 = /\{([^{}]*)\}/.exec(glob);
  if (!group2) return [glob];
  const head = glob.slice(0, group2.index);
  const tails = expand(glob.slice(group2.index + group2[0].length));
  return (group2[1] ?? "").split(",").flatMap((choice) => tails.map((tail) => head + choice + tail));
}
function compileGlob(glob, kind) {
  if (kind === "text") {
    const patterns2 = expand(glob.toLowerCase());
    return (text2) => patterns2.some((pattern) => matchChars(pattern, text2.toLowerCase()));
  }
  const patterns = expand(glob).map((pattern) => pattern.replaceAll(/\*\*(?:\/\*\*)+/g, "**").split("/"));
  return (path2) => {
    const segments = path2.split("/");
    return patterns.some((pattern) => matchSegments(pattern, segments));
  };
}
function matchAny(globs2, kind) {
  const matchers = globs2.map((glob) => compileGlob(glob, kind));
  const known4 = /* @__PURE__ */ new Map();
  return (text2) => {
    const answer = known4.get(text2);
    if (answer !== void 0) return answer;
    const matches3 = matchers.some((matcher) => matcher(text2));
    known4.set(text2, matches3);
    return matches3;
  };
}
function matchSegments(pattern, segments) {
  let p = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < segments.length) {
    const part3 = pattern[p];
    if (part3 === "**") {
      star = p++;
      resume = s;
    } else if (part3 !== void 0 && matchSegment(part3, segments[s] ?? "")) {
      p++;
      s++;
    } else if (star >= 0) {
      p = star + 1;
      s = ++resume;
    } else return false;
  }
  return p === pattern.length;
}
var matchSegment = (pattern, segment) => pattern === "*" ? segment !== "" : matchChars(pattern, segment);
function matchChars(pattern, text2) {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text2.length) {
    const char = pattern[p];
    if (char === "*") {
      star = p++;
      resume = t;
    } else if (char !== void 0 && (char === "?" || char === text2[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

// src/core/policy/assets.ts
var MOST_EXPOSED = "internet";
function placementsOf(policy, path2) {
  return policy.assets.flatMap((assets) => {
    const found = lookUp(compileLayer(assets), path2);
    return found === void 0 ? [] : [{ asset: found.asset, glob: found.glob }];
  });
}
function compileAssets(policy, defaultTier) {
  const layers = policy.assets.map(compileLayer);
  const known4 = /* @__PURE__ */ new Map();
  return ({ path: path2, placeProblem: placeProblem2 }) => {
    if (placeProblem2 !== null) return { asset: null, tier: TIERS[0], exposure: null, owners: [] };
    const before = known4.get(path2);
    if (before) return before;
    const match3 = join2(
      layers.flatMap((layer) => lookUp(layer, path2)?.asset ?? []),
      defaultTier
    );
    known4.set(path2, match3);
    return match3;
  };
}
function compileLayer(assets) {
  const globs2 = assets.flatMap((asset) => asset.paths.map((glob) => ({ glob, asset, matches: compileGlob(glob, "path") })));
  return { globs: globs2.sort((a, b) => b.glob.length - a.glob.length || a.asset.tier - b.asset.tier) };
}
function lookUp({ globs: globs2 }, path2) {
  return globs2.find(({ glob, matches: matches3 }) => path2 === null ? glob === "**" : matches3(path2));
}
function join2(assets, defaultTier) {
  const [first] = assets;
  if (first === void 0) return { asset: null, tier: defaultTier, exposure: null, owners: [] };
  const winner = assets.reduce((best, asset) => asset.tier < best.tier ? asset : best, first);
  const exposures = [winner, ...assets].map(({ exposure }) => exposure).filter((exposure) => exposure !== null);
  return {
    asset: winner.name,
    tier: winner.tier,
    exposure: exposures.includes(MOST_EXPOSED) ? MOST_EXPOSED : exposures[0] ?? null,
    owners: [...new Set([winner, ...assets].flatMap(({ owners }) => owners))]
  };
}

// src/core/policy/conditions.ts
function compileConditions(conditions, role = "when") {
  const checks = checksOf(conditions, role);
  return (subject3) => checks.every(({ holds }) => holds(subject3) === true);
}
function compile(rule2) {
  const when = compileConditions(rule2.when);
  const unless = rule2.unless === null ? () => false : compileConditions(rule2.unless, "unless");
  const takesQuality = rule2.when.category?.includes("quality") === true;
  return (subject3) => (takesQuality || subject3.category !== "quality") && when(subject3) && !unless(subject3);
}
function explainConditions(conditions, subject3, role = "when") {
  return checksOf(conditions, role).map(({ condition, expected, actual, holds }) => ({
    condition,
    expected,
    actual: actual(subject3),
    holds: holds(subject3)
  }));
}
function checksOf(conditions, role) {
  return [
    ...placeChecks(conditions),
    ...identityChecks(conditions, role),
    ...severityChecks(conditions, role),
    ...factChecks(conditions)
  ];
}
function placeChecks(c) {
  return [
    ...oneOf("tier", c.tier, (s) => s.tier),
    ...oneOf("asset", c.asset, (s) => s.asset),
    ...oneOf("exposure", c.exposure, (s) => s.exposure),
    ...oneOf("category", c.category, (s) => s.category),
    ...globs("paths", c.paths, "path", (s) => s.path),
    ...globs("branch", c.branch, "path", (s) => s.branch),
    ...oneOf("event", c.event, (s) => s.event)
  ];
}
function identityChecks(c, role) {
  return [
    ...reporters("tool", c.tool, (s) => s.tools, role, toolNames),
    ...reporters("rule-id", c.ruleId, (s) => s.ruleIds, role),
    ...anyOf(
      "cwe",
      c.cwe,
      (s) => s.identifiers,
      (cwe) => (identifier) => identifier.toUpperCase() === cwe.toUpperCase()
    ),
    ...anyGlob("identifier", c.identifier, (s) => s.identifiers),
    ...packages(c.package),
    ...anyGlob("tags", c.tags, (s) => s.tags)
  ];
}
function severityChecks(c, role) {
  const isCounted = (s) => s.severity !== "unknown" || role === "when";
  const actual = (s) => s.severity === "unknown" && role === "when" ? `unknown, counted as ${s.effectiveSeverity}` : s.severity;
  const { severity, minSeverity, minScore } = c;
  return [
    ...given(severity, (wanted2) => ({
      condition: "severity",
      expected: wanted2.join(", "),
      actual,
      holds: (s) => wanted2.includes(s.severity) || (isCounted(s) ? wanted2.includes(s.effectiveSeverity) : "unknown")
    })),
    ...given(minSeverity, (least) => ({
      condition: "min-severity",
      expected: `at least ${least}`,
      actual,
      holds: (s) => isCounted(s) ? severityRank(s.effectiveSeverity) >= severityRank(least) : "unknown"
    })),
    ...atLeast("min-score", minScore, (s) => s.score)
  ];
}
function factChecks(c) {
  return [
    ...oneOf("state", c.state, (s) => s.state),
    ...oneOf("in-diff", single(c.inDiff), (s) => s.inDiff),
    ...oneOf("kev", single(c.kev), (s) => s.kev),
    ...atLeast("min-epss", c.minEpss, (s) => s.epss),
    ...oneOf("reachability", c.reachability, (s) => s.reachability),
    ...oneOf("fix-available", single(c.fixAvailable), (s) => s.fixAvailable),
    ...atLeast("min-age", c.minAge, (s) => s.age, formatAge),
    ...oneOf("sla", c.sla, (s) => s.slaStatus)
  ];
}
var given = (value, make) => value === null ? [] : [make(value)];
var single = (value) => value === null ? null : [value];
var shown2 = (value) => value === null ? "unknown" : String(value);
function oneOf(condition, wanted2, fact) {
  return given(wanted2, (values) => ({
    condition,
    expected: values.join(", "),
    actual: (s) => shown2(fact(s)),
    holds: (s) => {
      const value = fact(s);
      if (value !== null && values.includes(value)) return true;
      return value === null || value === "unknown" ? "unknown" : false;
    }
  }));
}
function atLeast(condition, wanted2, fact, format = String) {
  return given(wanted2, (least) => ({
    condition,
    expected: `at least ${format(least)}`,
    actual: (s) => {
      const value = fact(s);
      return value === null ? "unknown" : format(value);
    },
    holds: (s) => {
      const value = fact(s);
      return value === null ? "unknown" : value >= least;
    }
  }));
}
var formatAge = (milliseconds) => formatDuration(milliseconds - milliseconds % 36e5);
function globs(condition, patterns, kind, fact) {
  return given(patterns, (list4) => {
    const matches3 = matchAny(list4, kind);
    return {
      condition,
      expected: list4.join(", "),
      actual: (s) => shown2(fact(s)),
      holds: (s) => {
        const value = fact(s);
        return value === null ? "unknown" : matches3(value);
      }
    };
  });
}
var toolNames = (pattern) => [pattern, `${pattern} *`];
function reporters(condition, patterns, facts, role, spellings = (pattern) => [pattern]) {
  return given(patterns, (list4) => {
    const matches3 = matchAny(list4.flatMap(spellings), "text");
    return {
      condition,
      expected: list4.join(", "),
      actual: (s) => facts(s).join(", "),
      holds: (s) => role === "when" ? facts(s).some(matches3) : facts(s).every(matches3)
    };
  });
}
function anyOf(condition, wanted2, facts, fits) {
  return given(wanted2, (values) => {
    const tests = values.map(fits);
    return {
      condition,
      expected: values.join(", "),
      actual: (s) => facts(s).join(", ") || "none",
      holds: (s) => facts(s).some((fact) => tests.some((test) => test(fact)))
    };
  });
}
function anyGlob(condition, patterns, facts) {
  return given(patterns, (list4) => {
    const matches3 = matchAny(list4, "text");
    return {
      condition,
      expected: list4.join(", "),
      actual: (s) => facts(s).join(", ") || "none",
      holds: (s) => facts(s).some(matches3)
    };
  });
}
function packages(patterns) {
  return given(patterns, (list4) => {
    const matches3 = matchAny(list4.map(readable), "text");
    return {
      condition: "package",
      expected: list4.join(", "),
      actual: (s) => shown2(s.purl),
      holds: (s) => {
        if (s.purl === null) return "unknown";
        const whole = readable(s.purl);
        const unqualified = whole.replace(/[?#].*$/s, "");
        return [whole, unqualified, withoutVersion(unqualified)].some(matches3);
      }
    };
  });
}
var readable = (purl) => purl.replaceAll(/%40/gi, "@");
function withoutVersion(purl) {
  const at3 = purl.lastIndexOf("@");
  return at3 > purl.lastIndexOf("/") + 1 ? purl.slice(0, at3) : purl;
}

// src/core/decision/counts.ts
function countOutcomes(outcomes, inputs2) {
  const verdicts = { pass: 0, warn: 0, block: 0 };
  const reasons = /* @__PURE__ */ new Map();
  let occurrences = 0;
  for (const { reason: reason2, verdict, finding } of outcomes) {
    reasons.set(reason2, (reasons.get(reason2) ?? 0) + 1);
    if (reason2 === "fixed") continue;
    verdicts[verdict] += 1;
    occurrences += finding.occurrences;
  }
  const notFindings = inputs2.reduce((sum, input) => sum + input.notFindings, 0);
  const of = (reason2) => reasons.get(reason2) ?? 0;
  return {
    block: verdicts.block,
    warn: verdicts.warn,
    pass: verdicts.pass,
    total: verdicts.block + verdicts.warn + verdicts.pass,
    excepted: of("excepted"),
    suppressed: of("suppressed"),
    monitored: of("monitored"),
    fixed: of("fixed"),
    results: occurrences + notFindings,
    notFindings
  };
}

// src/core/sarif/model.ts
var EVIDENCE_STATES = [
  "complete",
  "not-applicable",
  "degraded",
  "stale",
  "missing",
  "failed",
  "invalid"
];

// src/core/decision/applicability.ts
function requirementApplies(requirement, { checkout, matcherOf, tierOf: tierOf2 }) {
  const { appliesTo, tiers } = requirement;
  if (checkout === null || appliesTo === null && tiers === null) return { applies: true, reason: "" };
  const relevant = appliesTo === null ? checkout : checkout.filter(matcherOf(appliesTo));
  if (appliesTo !== null && relevant.length === 0) {
    return { applies: false, reason: `No file of the checkout matches ${appliesTo.join(", ")}` };
  }
  if (tiers !== null && !relevant.some((path2) => tiers.includes(tierOf2(path2)))) {
    return { applies: false, reason: `No file that the scan applies to is in tier ${tiers.join(" or ")}` };
  }
  return { applies: true, reason: "" };
}

// src/core/decision/order.ts
var compareText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function sortOutcomes(outcomes) {
  return outcomes.sort(compareOutcomes).map(({ outcome }) => outcome);
}
function compareOutcomes(left, right) {
  const a = left.outcome;
  const b = right.outcome;
  const [aPlace, bPlace] = [a.finding.location, b.finding.location];
  return Number(a.state === "fixed") - Number(b.state === "fixed") || VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) || a.tier - b.tier || severityRank(right.effectiveSeverity) - severityRank(left.effectiveSeverity) || Number(aPlace === null) - Number(bPlace === null) || compareText(aPlace?.path ?? "", bPlace?.path ?? "") || (aPlace?.startLine ?? 0) - (bPlace?.startLine ?? 0) || compareText(a.finding.ruleId, b.finding.ruleId) || compareText(a.id, b.id);
}

// src/core/decision/evidence.ts
var DEFAULT_PENALTIES = {
  ifMissing: "block",
  ifInvalid: "block",
  ifFailed: "block",
  ifDegraded: "warn",
  ifStale: "warn"
};
function judgeEvidence(context) {
  const deliveries = context.inputs.flatMap(deliveriesOf);
  const covered = /* @__PURE__ */ new Set();
  const required2 = context.policy.scans.map((requirement) => {
    const own = deliveries.filter(
      (delivery) => delivery.run !== null && covers(requirement, delivery.run, context.policy)
    );
    for (const delivery of own) covered.add(delivery);
    return judgeRequirement(requirement, own, deliveries, context);
  });
  const others = context.inputs.flatMap((input) => {
    const own = deliveries.filter((delivery) => delivery.input === input && !covered.has(delivery));
    return own.length === 0 ? [] : [outcomeOf(input.name, null, own, DEFAULT_PENALTIES, null, context)];
  });
  return [...required2, ...others];
}
function deliveriesOf(input) {
  if (input.runs.length === 0) return [{ input, run: null }];
  return input.runs.map((run) => ({ input, run }));
}
function judgeRequirement(requirement, own, all, context) {
  const { id, category } = requirement;
  if (own.length > 0) return outcomeOf(id, category, own, requirement, requirement.maxAge, context);
  const applies = requirementApplies(requirement, context);
  if (!applies.applies) {
    return { id, category, state: "not-applicable", tools: [], verdict: "pass", reason: applies.reason };
  }
  const unreadable = all.filter(({ input }) => input.problem !== null).map(({ input }) => input.name);
  const hint = unreadable.length > 0 ? `; unreadable: ${[...new Set(unreadable)].join(", ")}` : "";
  const reason2 = `No run of ${wanted(requirement)} was delivered${hint}`;
  return { id, category, state: "missing", tools: [], verdict: requirement.ifMissing, reason: reason2 };
}
function wanted(requirement) {
  if (requirement.tools !== null) return requirement.tools.join(" or ");
  return `a ${requirement.category ?? "scan"} tool`;
}
function covers(requirement, run, policy) {
  if (requirement.tools !== null) return requirement.tools.some((tool) => toolMatches(tool, run.tool));
  const stated = policy.tools.get(run.tool.toLowerCase())?.category;
  const categories = stated ? [stated] : run.categories;
  return requirement.category === null || categories.includes(requirement.category);
}
function toolMatches(wantedName, driver) {
  const wantedLower = wantedName.toLowerCase();
  const driverLower = driver.toLowerCase();
  return driverLower === wantedLower || driverLower.startsWith(`${wantedLower} `);
}
function outcomeOf(id, category, deliveries, penalties, maxAge, context) {
  const judged = deliveries.map((delivery) => judgeDelivery(delivery, maxAge, context));
  const state = judged.map((each) => each.state).reduce(worstState);
  return {
    id,
    category,
    state,
    tools: toolsOf(deliveries),
    verdict: judged.map((each) => penaltyOf(each.state, penalties)).reduce(worst, "pass"),
    reason: [...new Set(judged.filter((each) => each.state === state).map((each) => each.reason.replace(/\.$/, "")))].toSorted().join("; ")
  };
}
var toolsOf = (deliveries) => deliveries.flatMap(({ run }) => run === null ? [] : [{ name: run.tool, version: run.version, results: run.results }]).toSorted(
  (a, b) => compareText(a.name, b.name) || compareText(a.version ?? "", b.version ?? "") || a.results - b.results
);
var worstState = (a, b) => EVIDENCE_STATES.indexOf(a) >= EVIDENCE_STATES.indexOf(b) ? a : b;
function penaltyOf(state, penalties) {
  switch (state) {
    case "complete":
    case "not-applicable":
      return "pass";
    case "degraded":
      return penalties.ifDegraded;
    case "stale":
      return penalties.ifStale;
    case "missing":
      return penalties.ifMissing;
    case "failed":
      return penalties.ifFailed;
    case "invalid":
      return penalties.ifInvalid;
    default:
      return state;
  }
}
function judgeDelivery({ input, run }, maxAge, context) {
  if (input.problem !== null) {
    const { offset, message: message2 } = input.problem;
    const at3 = offset === null ? "" : ` (at byte ${offset})`;
    return { state: "invalid", reason: `${input.name}: ${message2}${at3}` };
  }
  if (run === null) return { state: "invalid", reason: `${input.name}: holds no run` };
  if (run.state === "failed") return { state: "failed", reason: `${run.tool}: ${run.reason}` };
  const stale = staleness(run, maxAge, context);
  if (stale !== null && run.state === "complete") return { state: "stale", reason: `${run.tool}: ${stale}` };
  if (run.state === "degraded") return { state: "degraded", reason: `${run.tool}: ${run.reason}` };
  return { state: "complete", reason: run.reason || "The scan ran to its end" };
}
function staleness(run, maxAge, { commits, now }) {
  const own = commits.map((sha) => sha.toLowerCase());
  const named = run.revisions.map((revision) => revision.toLowerCase()).filter(isCommit);
  if (own.length > 0 && named.length > 0 && !named.some((sha) => own.some((commit) => commit.startsWith(sha)))) {
    return `made for commit ${named[0]}, not for ${own[0]}`;
  }
  if (maxAge === null || run.endTime === null) return null;
  const age = Date.parse(now) - Date.parse(run.endTime);
  return age > maxAge ? `ended at ${run.endTime}, longer ago than max-age allows` : null;
}
var isCommit = (revision) => /^[0-9a-f]{7,64}$/.test(revision);

// src/core/decision/feeds.ts
function judgeFeeds(policy, facts, now) {
  return [...policy.feeds].map(([name, { maxAge, ifMissing }]) => {
    const { present: present3, date } = feedFacts(name, facts);
    const outcome = (state, verdict, reason2) => ({
      id: `feed:${name}`,
      category: null,
      state,
      tools: [],
      verdict,
      reason: reason2
    });
    if (!present3) return outcome("missing", ifMissing, `No ${name} file was given`);
    if (maxAge === null) return outcome("complete", "pass", `The ${name} file was read`);
    if (date === null) return outcome("stale", ifMissing, `The ${name} file does not say how old it is`);
    const fresh = Date.parse(now) - Date.parse(date) <= maxAge;
    const dated = `The ${name} file is of ${date}`;
    return fresh ? outcome("complete", "pass", dated) : outcome("stale", ifMissing, `${dated}, older than max-age allows`);
  });
}
function feedFacts(name, facts) {
  if (name === "kev") return { present: facts.kev !== null, date: facts.kev?.released ?? null };
  if (name === "epss") return { present: facts.epss !== null, date: facts.epss?.date ?? null };
  return { present: facts.vex.size > 0, date: null };
}

// src/core/decision/judge.ts
var RuleCounter = class {
  #counts;
  constructor(rules) {
    this.#counts = rules.map(() => 0);
  }
  add(matched) {
    for (const index2 of matched) this.#counts[index2] = (this.#counts[index2] ?? 0) + 1;
  }
  /** Whether the rule with this index counts: always, or when more findings than its `more-than` match. */
  reached(index2, rule2) {
    return rule2.moreThan === null || (this.#counts[index2] ?? 0) > rule2.moreThan;
  }
};
function modeAt(rule2, now) {
  if (rule2.enforceFrom !== null && Date.parse(now) >= Date.parse(rule2.enforceFrom)) return rule2.layerMode;
  return rule2.mode;
}
function compileRules(policy, now) {
  return policy.rules.map((rule2) => ({ rule: rule2, matches: compile(rule2), mode: modeAt(rule2, now) }));
}
function matchRules(rules, subject3) {
  const matched = [];
  for (let index2 = 0; index2 < rules.length; index2 += 1) {
    if (rules[index2]?.matches(subject3)) matched.push(index2);
  }
  return matched;
}
function judge(rules, matched, counter) {
  if (matched.length === 0) return NOT_MATCHED;
  let verdict = "pass";
  let belowCount = true;
  let monitored = false;
  const contributions = [];
  for (const index2 of matched) {
    const compiled = rules[index2];
    if (compiled === void 0) continue;
    const { rule: rule2, mode } = compiled;
    const reached = counter.reached(index2, rule2);
    const contributed = reached ? cap(rule2.verdict, mode) : "pass";
    if (reached) belowCount = false;
    if (reached && contributed === "pass" && rule2.verdict !== "pass") monitored = true;
    verdict = worst(verdict, contributed);
    contributions.push({ id: rule2.id, layer: rule2.layer, verdict: contributed, declared: rule2.verdict });
  }
  return { verdict, reason: reasonFor(verdict, belowCount, monitored), rules: contributions };
}
var NOT_MATCHED = { verdict: "pass", reason: "no-rule", rules: [] };
function reasonFor(verdict, belowCount, monitored) {
  if (verdict !== "pass") return "rule";
  if (belowCount) return "below-count";
  return monitored ? "monitored" : "rule";
}
function cap(verdict, mode) {
  if (MODES.indexOf(mode) === 0) return "pass";
  return mode === "warn" && verdict === "block" ? "warn" : verdict;
}

// src/core/decision/notices.ts
function collectNotices(policy, inputs2, outcomes) {
  return [
    ...inputs2.flatMap(inputNotices),
    ...ageNotices(policy, inputs2),
    ...stateNotices(outcomes),
    ...placeNotices(outcomes)
  ];
}
var inputNotices = (input) => input.warnings.map((warning) => ({ level: "warning", code: "sarif-oddity", message: `${input.name}: ${warning}` }));
function ageNotices(policy, inputs2) {
  if (!policy.scans.some((scan) => scan.maxAge !== null)) return [];
  const silent = [
    ...new Set(inputs2.flatMap((input) => input.runs.filter((run) => run.endTime === null).map((run) => run.tool)))
  ];
  if (silent.length === 0) return [];
  const message2 = `max-age could not be checked for ${silent.sort().join(", ")}: the files state no endTimeUtc`;
  return [{ level: "info", code: "scan-age-unknown", message: message2 }];
}
function stateNotices(outcomes) {
  const unknown = outcomes.filter((outcome) => outcome.state === "unknown").length;
  if (unknown === 0) return [];
  const message2 = `${unknown} findings have the state unknown: neither a baseline nor a diff tells whether the change introduced them`;
  return [{ level: "info", code: "state-unknown", message: message2 }];
}
function placeNotices(outcomes) {
  const unmapped = outcomes.filter((outcome) => outcome.finding.placeProblem !== null).length;
  if (unmapped === 0) return [];
  const message2 = `${unmapped} findings name a place that is not a path of this repository; they count at the most critical tier`;
  return [{ level: "warning", code: "place-unmapped", message: message2 }];
}

// src/core/decision/next-step.ts
function nextStep2(finding, id, verdict, canBeExcepted) {
  if (verdict === "pass") return null;
  const remedy2 = remedyFor(finding);
  return canBeExcepted ? `${remedy2}, or request an exception: /gate request ${id} reason="…"` : remedy2;
}
function remedyFor({ package: pack, category, location: location2 }) {
  if (pack?.fixedVersion) return `Upgrade ${pack.name} to ${pack.fixedVersion}`;
  if (pack !== null)
    return `Replace or remove ${pack.name}${pack.version ? ` ${pack.version}` : ""}: no fixed version is known`;
  if (category === "secret") return "Revoke the secret and remove it from the code and its history";
  if (category === "container") return "Rebuild the image on a fixed base";
  const where2 = location2 === null ? "" : ` at ${location2.path}${location2.startLine === null ? "" : `:${location2.startLine}`}`;
  return `Fix the ${category === "iac" ? "configuration" : "code"}${where2}`;
}

// src/core/decision/outcome.ts
function outcomeOf2(assessed, judgement, { suppressed, exception, refused, isNever }) {
  const { finding, identity: identity2, placement, facts, sla } = assessed;
  const excepted = exception !== null && judgement.verdict !== "pass";
  const verdict = suppressed || excepted ? "pass" : judgement.verdict;
  return {
    finding,
    id: identity2.id,
    fingerprint: identity2.fingerprint,
    asset: placement.asset,
    tier: placement.tier,
    exposure: placement.exposure,
    owners: placement.owners,
    state: identity2.state,
    stateReason: identity2.stateReason,
    inDiff: identity2.inDiff,
    kev: facts.kev,
    epss: facts.epss,
    reachability: facts.reachability,
    firstDetected: identity2.firstDetected,
    verdict,
    reason: suppressed ? "suppressed" : excepted ? "excepted" : judgement.reason,
    rules: judgement.rules,
    sla,
    exception: excepted ? exception : null,
    refusedExceptions: refused,
    next: nextStep2(finding, identity2.id, verdict, !isNever)
  };
}
function fixedOutcome(assessed) {
  const outcome = outcomeOf2(assessed, NOT_MATCHED, { suppressed: false, exception: null, refused: [], isNever: false });
  const fixed2 = { ...outcome, state: "fixed", reason: "fixed", sla: null };
  return { outcome: fixed2, effectiveSeverity: assessed.effectiveSeverity };
}

// src/core/facts/lookup.ts
var isCve = (identifier) => identifier.startsWith("CVE-");
function factsOf2(finding, facts) {
  return {
    kev: facts.kev === null ? null : inCatalogue(finding, facts.kev),
    epss: facts.epss === null ? null : highestScore(finding, facts.epss),
    reachability: reachabilityOf(finding, facts.vex)
  };
}
function inCatalogue(finding, { cves }) {
  let known4 = false;
  for (const identifier of finding.identifiers) {
    if (!isCve(identifier)) continue;
    if (cves.has(identifier)) return true;
    known4 = true;
  }
  return known4 ? false : null;
}
function highestScore(finding, { scores }) {
  let highest = null;
  for (const identifier of finding.identifiers) {
    const score = scores.get(identifier);
    if (score !== void 0 && (highest === null || score > highest)) highest = score;
  }
  return highest;
}
function indexVex(statements) {
  const index2 = /* @__PURE__ */ new Map();
  for (const statement of statements) {
    for (const identifier of statement.identifiers) {
      const list4 = index2.get(identifier);
      if (list4 === void 0) index2.set(identifier, [statement]);
      else list4.push(statement);
    }
  }
  return index2;
}
function reachabilityOf(finding, vex) {
  if (vex.size === 0 || finding.reachability === "reachable" || finding.package === null) return finding.reachability;
  const { purl } = finding.package;
  const about = finding.identifiers.flatMap((identifier) => vex.get(identifier) ?? []).filter((each) => isAbout(each, purl));
  if (about.length === 0 || about.some((statement) => statement.status !== "not_affected")) return finding.reachability;
  return "unreachable";
}
function isAbout({ products }, purl) {
  return products.length === 0 || purl !== null && products.some((product) => samePackage(product, purl));
}
function samePackage(product, purl) {
  const bare = (text2) => text2.split(/[?#]/, 1)[0] ?? text2;
  const wanted2 = bare(product);
  const own = bare(purl);
  if (wanted2 === own) return true;
  const version2 = own.lastIndexOf("@");
  return version2 > own.lastIndexOf("/") && wanted2 === own.slice(0, version2);
}

// src/core/owners/codeowners.ts
var CODEOWNERS_PATHS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
var CODEOWNERS_MAX_BYTES = 3 * 1024 * 1024;
function parseCodeowners(text2) {
  const rules = [];
  const problems = [];
  for (const [index2, raw] of text2.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/).entries()) {
    const line2 = index2 + 1;
    const words = wordsOf(raw);
    const [pattern, ...owners] = words;
    if (pattern === void 0) continue;
    const message2 = patternProblem(pattern) ?? ownersProblem(owners);
    if (message2 === null) rules.push({ pattern, owners, line: line2 });
    else problems.push({ line: line2, message: message2 });
  }
  return { rules, problems };
}
function ownersOf({ rules }, path2) {
  const segments = path2.split("/");
  return rules.findLast(({ pattern }) => matches(pattern, segments))?.owners ?? [];
}
function wordsOf(line2) {
  const words = [];
  for (const [word] of line2.matchAll(/(?:\\.|[^\s\\]|\\$)+/g)) {
    if (word.startsWith("#")) break;
    words.push(words.length === 0 ? word.replace(/\\ /g, " ") : word);
  }
  return words;
}
function patternProblem(pattern) {
  if (pattern.startsWith("!")) return "a pattern cannot be negated";
  if (/[[\]]/.test(pattern)) return "a pattern has no character ranges";
  return pattern.includes("\\") ? "a pattern has no escapes" : null;
}
function ownersProblem(owners) {
  const isOwner = (word) => /^@[A-Za-z0-9_-]+(?:\/[A-Za-z0-9._-]+)?$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word);
  return owners.every(isOwner) ? null : "an owner is @user, @organisation/team or an e-mail address";
}
function matches(pattern, segments) {
  const isDirectory = pattern.endsWith("/");
  const bare = pattern.replace(/^\//, "").replace(/\/$/, "");
  if (bare === "") return false;
  const parts = bare.split("/");
  const isAnchored = pattern.startsWith("/") || parts.length > 1;
  const wanted2 = isAnchored || parts[0] === "**" ? parts : ["**", ...parts];
  const isShallow = !isDirectory && isAnchored && parts.at(-1) === "*";
  return matchesSegments(wanted2, segments, isDirectory ? "below" : isShallow ? "exact" : "at-or-below");
}
function matchesSegments(pattern, segments, reach) {
  let reachable = segments.map((_, index2) => index2 === 0).concat(false);
  for (const [index2, part3] of pattern.entries()) {
    const next = new Array(segments.length + 1).fill(false);
    let isOpen = false;
    for (let at3 = 0; at3 <= segments.length; at3 += 1) {
      if (part3 === "**") {
        isOpen ||= reachable[at3] === true;
        next[at3] = index2 === pattern.length - 1 && index2 > 0 ? isOpen && at3 > reachable.indexOf(true) : isOpen;
      } else if (at3 > 0) {
        next[at3] = reachable[at3 - 1] === true && matchesSegment(part3, segments[at3 - 1] ?? "");
      }
    }
    reachable = next;
  }
  const ends = reachable.flatMap((isEnd, at3) => isEnd && at3 > 0 ? [at3] : []);
  switch (reach) {
    case "exact":
      return ends.includes(segments.length);
    case "at-or-below":
      return ends.length > 0;
    case "below":
      return ends.some((at3) => at3 < segments.length);
  }
}
function matchesSegment(pattern, segment) {
  let p = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < segment.length) {
    if (pattern[p] === "*") {
      star = p;
      resume = s;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === segment[s])) {
      p += 1;
      s += 1;
    } else if (star >= 0) {
      p = star + 1;
      resume += 1;
      s = resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === "*") p += 1;
  return p === pattern.length;
}

// src/core/decision/subject.ts
function assess(identified, context) {
  const { finding: reported, identity: identity2 } = identified;
  const finding = applyToolPolicy(reported, context.policy);
  const placement = placementOf(finding, context);
  const facts = identified.facts ?? factsOf2(finding, context.facts);
  const severity = effectiveSeverity(finding.severity, context.policy);
  const question = { tier: placement.tier, severity, kev: facts.kev, firstDetected: identity2.firstDetected };
  const sla = slaOf(context.policy, question, Date.parse(context.now));
  return { finding, identity: identity2, placement, facts, sla, effectiveSeverity: severity };
}
function placementOf({ location: location2, placeProblem: placeProblem2 }, { assetOf, codeowners }) {
  const path2 = location2?.path ?? null;
  const placement = assetOf({ path: path2, placeProblem: placeProblem2 });
  if (placement.owners.length > 0 || codeowners === null || path2 === null) return placement;
  return { ...placement, owners: ownersOf(codeowners, path2) };
}
function subjectOf2({ finding, identity: identity2, placement, facts, sla, effectiveSeverity: effectiveSeverity2 }, context) {
  return {
    tools: reportersOf(finding).map(({ tool }) => tool),
    ruleIds: reportersOf(finding).map(({ ruleId }) => ruleId),
    category: finding.category,
    severity: finding.severity,
    effectiveSeverity: effectiveSeverity2,
    score: finding.score,
    identifiers: finding.identifiers,
    purl: finding.package?.purl ?? null,
    path: finding.location?.path ?? null,
    tags: finding.tags,
    reachability: facts.reachability,
    fixAvailable: finding.fixAvailable,
    tier: placement.tier,
    asset: placement.asset,
    exposure: placement.exposure,
    state: identity2.state,
    inDiff: identity2.inDiff,
    kev: facts.kev,
    epss: facts.epss,
    age: identity2.firstDetected === null ? null : Date.parse(context.now) - Date.parse(identity2.firstDetected),
    slaStatus: sla?.status ?? null,
    branch: context.branch,
    event: context.event
  };
}
var effectiveSeverity = (severity, policy) => severity === "unknown" ? policy.unknownSeverity : severity;
function applyToolPolicy(finding, policy) {
  if (policy.tools.size === 0) return finding;
  const tool = finding.tool.toLowerCase();
  const category = mayRename(finding, tool, policy) ? policy.tools.get(tool)?.category ?? null : null;
  const stated = reportersOf(finding).flatMap(
    (by) => policy.tools.get(by.tool.toLowerCase())?.rules.get(by.ruleId)?.severity ?? []
  );
  const counted = effectiveSeverity(finding.severity, policy);
  const severity = stated.reduce((worst2, each) => severityRank(each) > severityRank(worst2) ? each : worst2, counted);
  const isStated = severity !== counted || stated.length > 0 && finding.severity === "unknown";
  if (category === null && !isStated) return finding;
  return {
    ...finding,
    category: category ?? finding.category,
    ...isStated ? { severity, severitySource: "policy" } : {}
  };
}
function mayRename({ category }, tool, policy) {
  if (category === "other" || category === "quality") return true;
  const first = policy.layers.find(({ name }) => !name.startsWith("preset:"));
  return first !== void 0 && policy.origins.get(`tools.${tool}.category`) === first.name;
}

// src/core/decision/suppression.ts
function suppressionHolds({ finding, identity: identity2, placement }, policy) {
  if (finding.suppression === null) return false;
  if (policy.suppressions.get(placement.tier) === "ignore") return false;
  if (placement.tier !== 0 || finding.suppression.kind !== "in-source") return true;
  if (identity2.inDiff !== null) return !identity2.inDiff;
  return identity2.state === "existing" || identity2.state === "newly-disclosed";
}

// src/core/decision/decide.ts
var contextOf = (evaluation) => ({
  ...evaluation,
  assetOf: compileAssets(evaluation.policy, evaluation.defaultTier),
  event: evaluation.change.event
});
function decide(evaluation) {
  const { policy, inputs: inputs2, now } = evaluation;
  const context = contextOf(evaluation);
  const { assetOf } = context;
  const { current, settlement } = judgeFindings(evaluation, context);
  const fixed2 = evaluation.fixed.map((finding) => fixedOutcome(assess(finding, context)));
  const outcomes = sortOutcomes([...current, ...fixed2]);
  const scans = [
    ...evidenceOf(evaluation, (path2) => assetOf({ path: path2, placeProblem: null }).tier),
    ...judgeFeeds(policy, evaluation.facts, now)
  ];
  const complete = scans.every((scan) => scan.state === "complete" || scan.state === "not-applicable");
  return {
    schemaVersion: 1,
    verdict: worstOf(outcomes, worstOf(scans, "pass")),
    completeness: complete ? "complete" : "incomplete",
    evaluatedAt: now,
    change: evaluation.change,
    inputs: evaluation.files,
    scans,
    counts: countOutcomes(outcomes, inputs2),
    outcomes,
    exceptions: [...settlement.outcomes, ...evaluation.pendingExceptions].sort((a, b) => compareText(a.id, b.id)),
    notices: [...evaluation.notices, ...settlement.notices, ...collectNotices(policy, inputs2, outcomes)]
  };
}
var worstOf = (each, mildest) => each.reduce((verdict, one) => worst(verdict, one.verdict), mildest);
function evidenceOf({ policy, inputs: inputs2, checkout, commits, now }, tierOf2) {
  return judgeEvidence({ policy, inputs: inputs2, checkout, commits, now, tierOf: tierOf2, matcherOf: (globs2) => matchAny(globs2, "path") });
}
function judgeFindings(evaluation, context) {
  const { policy, findings: findings2, exceptions: exceptions2, now } = evaluation;
  const rules = compileRules(policy, now);
  const assessed = findings2.map((finding) => assess(finding, context));
  const matched = assessed.map((each) => matchedRules(each, rules, context));
  const before = judgeAll(rules, matched, () => true);
  const candidates2 = exceptions2.length === 0 ? [] : candidatesOf(assessed, before, context);
  const settlement = settle(exceptions2, candidates2, policy.exceptions, now);
  const after2 = settlement.granted.size === 0 ? before : judgeAll(rules, matched, (index2) => !settlement.granted.has(index2));
  const isNever = neverExcepted(context);
  const current = assessed.map((each, index2) => {
    const judgement = (settlement.granted.has(index2) ? before : after2)[index2] ?? NOT_MATCHED;
    const outcome = outcomeOf2(each, judgement, {
      suppressed: matched[index2] === SUPPRESSED,
      exception: settlement.granted.get(index2) ?? null,
      refused: settlement.refused.get(index2) ?? [],
      isNever: judgement.verdict !== "pass" && isNever(each)
    });
    return { outcome, effectiveSeverity: each.effectiveSeverity };
  });
  return { current, settlement };
}
var SUPPRESSED = Object.freeze([]);
function matchedRules(each, rules, context) {
  return suppressionHolds(each, context.policy) ? SUPPRESSED : matchRules(rules, subjectOf2(each, context));
}
function judgeAll(rules, matched, takesPart) {
  const counter = new RuleCounter(rules);
  for (const [index2, each] of matched.entries()) if (takesPart(index2)) counter.add(each);
  const known4 = /* @__PURE__ */ new Map();
  return matched.map((each) => {
    const key = each.join();
    const judgement = known4.get(key) ?? judge(rules, each, counter);
    known4.set(key, judgement);
    return judgement;
  });
}
function candidatesOf(assessed, before, context) {
  const isNever = neverExcepted(context);
  return assessed.map((each, index2) => candidateOf(each, isNever(each), before[index2]?.verdict !== "pass"));
}
var candidateOf = (each, never, matters) => ({
  finding: each.finding,
  id: each.identity.id,
  tier: each.placement.tier,
  effectiveSeverity: each.effectiveSeverity,
  kev: each.facts.kev,
  never,
  matters
});
function neverExcepted(context) {
  const conditions = context.policy.exceptions.never.map(({ when }) => compileConditions(when));
  return (each) => conditions.some((holds) => holds(subjectOf2(each, context)));
}

// src/core/identity/fingerprint.ts
import { hash } from "node:crypto";
var FINGERPRINT_NAME = "policyGate/v1";
var CLASS_IDENTIFIER = /^(?:CWE|CAPEC|OWASP|WASC|CERT|CIS|NIST|PCI)\b/i;
var advisoriesOf = (finding) => finding.identifiers.filter((identifier) => !CLASS_IDENTIFIER.test(identifier));
function kindOf(finding) {
  if (finding.category === "secret") return "secret";
  if (finding.category === "sca" || finding.category === "container") {
    return finding.package !== null || advisoriesOf(finding).length > 0 ? "dependency" : "code";
  }
  return finding.category === "iac" && (finding.clues.symbol ?? "") !== "" ? "resource" : "code";
}
var toolKeys = /* @__PURE__ */ new Map();
function toolKey(tool) {
  let key = toolKeys.get(tool);
  if (key === void 0) {
    key = tool.trim().toLowerCase().replace(/\s+/g, " ");
    if (toolKeys.size < 1e3) toolKeys.set(tool, key);
  }
  return key;
}
var SEPARATOR = "\0";
var part2 = (text2) => text2.includes(SEPARATOR) ? text2.replaceAll(SEPARATOR, "�") : text2;
function leadAdvisory(finding) {
  const advisories = advisoriesOf(finding).map((identifier) => identifier.toUpperCase()).sort();
  const lead = advisories.find((id) => id.startsWith("CVE-")) ?? advisories.find((id) => id.startsWith("GHSA-"));
  return lead ?? advisories[0] ?? finding.ruleId;
}
var packageKey = (finding) => finding.package?.name.trim().toLowerCase() ?? "";
var imageName = (path2) => path2.replace(/@sha256:[0-9a-f]+$/i, "").replace(/:[^:/]+$/, "").replace(/_(?:v?\d[\w.-]*|latest|[0-9a-f]{7,64})$/, "");
function placeOf3(finding) {
  const path2 = finding.location?.path ?? "";
  return finding.category === "container" ? imageName(path2) : path2;
}
function scopeOf(finding, kind) {
  if (kind === "dependency") return `dependency${SEPARATOR}${part2(packageKey(finding))}`;
  return `${kind}${SEPARATOR}${part2(toolKey(finding.tool))}${SEPARATOR}${part2(finding.ruleId)}`;
}
var fingerprintKey = (scope, place2, content) => `${scope}${SEPARATOR}${part2(place2)}${SEPARATOR}${part2(content)}`;
function fingerprintOf(key, ordinal) {
  const text2 = ordinal === 1 ? key : `${key}${SEPARATOR}${ordinal}`;
  return hash("sha256", `${FINGERPRINT_NAME}${SEPARATOR}${text2}`, "hex").slice(0, 32);
}
var idOf = (fingerprint) => `F-${fingerprint}`;
var OURS = /^[0-9a-f]{32}$/;
function claimedFingerprint(finding) {
  const { fingerprints } = finding.clues;
  const value = Object.hasOwn(fingerprints, FINGERPRINT_NAME) ? fingerprints[FINGERPRINT_NAME] : void 0;
  return value !== void 0 && OURS.test(value) ? value : null;
}
var messageKey = (finding) => finding.message.replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
function messageContent(finding) {
  const { location: location2 } = finding;
  const lines3 = location2?.startLine == null ? "" : String((location2.endLine ?? location2.startLine) - location2.startLine);
  const shape = `${lines3}:${location2?.startColumn ?? ""}:${location2?.endColumn ?? ""}`;
  return `message ${messageKey(finding)} ${finding.clues.symbol ?? ""} ${shape}`;
}
var REDACTED = /\*{3}|redacted|x{6}|\.{3}$|\u2026/i;
function snippetContent({ clues: { snippet } }, kind) {
  if (snippet === null || snippet.trim() === "") return null;
  if (kind === "secret") return REDACTED.test(snippet) ? null : secretContent(snippet);
  const compared = snippet.replace(/\s+/g, "");
  return `snippet ${compared.length > 1e3 ? hash("sha256", compared, "hex") : compared}`;
}
var NO_CLAIM = /* @__PURE__ */ new Set([FINGERPRINT_NAME, "primaryLocationStartColumnFingerprint"]);
function claimsContent(finding) {
  const { fingerprints } = finding.clues;
  const names = Object.keys(fingerprints);
  if (names.length === 0) return null;
  const claims = names.filter((name) => !NO_CLAIM.has(name)).sort().map((name) => `${name}=${fingerprints[name] ?? ""}`);
  return claims.length === 0 ? null : `claims ${claims.join(" ")} ${messageKey(finding)}`;
}
var secretContent = (value) => `secret ${hash("sha256", `${FINGERPRINT_NAME}/secret${SEPARATOR}${value.trim()}`, "hex")}`;
function namedContent(finding, kind) {
  if (kind === "dependency") return `advisory ${leadAdvisory(finding)}`;
  return kind === "resource" ? `resource ${finding.clues.symbol ?? ""}` : null;
}

// src/core/identity/hunks.ts
var HEADER = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;
function parseHunks(lines3, start) {
  const edits = [];
  const end = lines3[lines3.length - 1] === "" ? lines3.length - 1 : lines3.length;
  let index2 = start;
  while (index2 < end) {
    const header = HEADER.exec(lines3[index2] ?? "");
    if (header === null) break;
    const [, baseLine, baseCount, headLine, headCount] = header;
    const left = { base: Number(baseCount ?? 1), head: Number(headCount ?? 1) };
    const at3 = {
      base: Number(baseLine) + (left.base === 0 ? 1 : 0),
      head: Number(headLine) + (left.head === 0 ? 1 : 0)
    };
    index2 = parseBody(lines3, index2 + 1, end, at3, left, edits);
    if (left.base !== 0 || left.head !== 0) {
      return { edits, next: index2, end, problem: "the hunk ends before its line counts are met" };
    }
    if (lines3[index2]?.startsWith("\\ ")) index2++;
  }
  return { edits, next: index2, end, problem: outOfOrder(edits) ? "the hunks overlap or are out of order" : null };
}
function parseBody(lines3, start, end, at3, left, edits) {
  let removed = [];
  let added = 0;
  let index2 = start;
  const flush = () => {
    if (removed.length > 0 || added > 0) {
      edits.push({ baseStart: at3.base - removed.length, removed, headStart: at3.head - added, added });
    }
    removed = [];
    added = 0;
  };
  for (; index2 < end && (left.base > 0 || left.head > 0); index2++) {
    const line2 = lines3[index2] ?? "";
    const mark = line2.charCodeAt(0);
    if (mark === 45 && left.base > 0) {
      removed.push(line2.slice(1));
      at3.base++;
      left.base--;
    } else if (mark === 43 && left.head > 0) {
      added++;
      at3.head++;
      left.head--;
    } else if (mark === 92) {
    } else if ((mark === 32 || line2 === "" || line2 === "\r") && left.base > 0 && left.head > 0) {
      flush();
      at3.base++;
      at3.head++;
      left.base--;
      left.head--;
    } else break;
  }
  flush();
  return index2;
}
function outOfOrder(edits) {
  let base2 = 0;
  let head = 0;
  for (const edit of edits) {
    if (edit.baseStart < base2 || edit.headStart < head) return true;
    base2 = edit.baseStart + edit.removed.length;
    head = edit.headStart + edit.added;
  }
  return false;
}

// src/core/identity/diff.ts
function changedLines(edits) {
  const ranges = [];
  for (const { headStart, added } of edits) if (added > 0) ranges.push([headStart, headStart + added - 1]);
  return ranges;
}
function diffFile(change, basePath, edits) {
  const lines3 = edits === null || change === "copied" ? null : changedLines(edits);
  return { change, basePath: change === "added" ? null : basePath, lines: lines3, edits: change === "copied" ? null : edits };
}
function changedAt(diff, location2) {
  const file = diff.files.get(location2.path);
  if (file === void 0) return diff.complete ? false : null;
  if (file.lines === null) return true;
  if (location2.startLine === null) return file.change === "added" || file.edits === null || file.edits.length > 0;
  return intersects(file.lines, location2.startLine, Math.max(location2.endLine ?? 0, location2.startLine));
}
function intersects(ranges, first, last) {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((ranges[middle]?.[1] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= last;
}
function editBefore(edits, baseLine) {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((edits[middle]?.baseStart ?? 0) <= baseLine) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
function toHeadLine(edits, baseLine) {
  const edit = edits[editBefore(edits, baseLine)];
  if (edit === void 0) return baseLine;
  const past = baseLine - edit.baseStart - edit.removed.length;
  return past < 0 ? null : edit.headStart + edit.added + past;
}
function removingEdit(edits, baseLine) {
  const index2 = editBefore(edits, baseLine);
  const edit = edits[index2];
  return edit !== void 0 && baseLine < edit.baseStart + edit.removed.length ? index2 : null;
}
function addingEdit(edits, headLine) {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((edits[middle]?.headStart ?? 0) <= headLine) low = middle + 1;
    else high = middle;
  }
  for (let index2 = low - 1; index2 >= 0; index2--) {
    const edit = edits[index2];
    if (edit === void 0 || edit.headStart + edit.added > headLine) return edit === void 0 ? null : index2;
    if (edit.added > 0) return null;
  }
  return null;
}
function baseLines(headLines, edits) {
  if (edits.length === 0) return headLines;
  const lines3 = [];
  let next = 1;
  for (const { headStart, added, removed } of edits) {
    for (; next < headStart; next++) lines3.push(headLines[next - 1] ?? "");
    for (const line2 of removed) lines3.push(line2);
    next = headStart + added;
  }
  for (; next <= headLines.length; next++) lines3.push(headLines[next - 1] ?? "");
  return lines3;
}

// src/core/identity/content.ts
var LONG_LINE = 400;
var AROUND_COLUMN = 120;
var REGION_LINES = 3;
var WEAK = 8;
var CONTEXT_REACH = 4;
function fileTexts(path2, diff, readSource) {
  const file = diff?.files.get(path2) ?? null;
  const text2 = file?.change === "deleted" ? null : readSource(path2);
  const head = text2 === null ? null : toLines(splitLines(text2));
  const untouched = diff?.complete === true && file === null;
  const mapped = untouched || file !== null && file.edits !== null && file.change !== "added";
  if (file?.change === "deleted") return { head, base: deletedLines(file), diff: file, mapped };
  if (head === null || !mapped) return { head, base: null, diff: file, mapped };
  const base2 = untouched || file?.edits?.length === 0 ? head : toLines(baseLines(head.raw, file?.edits ?? []));
  return { head, base: base2, diff: file, mapped };
}
function deletedLines(file) {
  const removed = file.edits?.flatMap((edit) => edit.removed) ?? [];
  return removed.length === 0 ? null : toLines(removed);
}
var splitLines = (text2) => text2.split(/\r\n|\n|\r/);
var toLines = (raw) => ({ raw, compared: [] });
function followLine(texts, baseLine) {
  if (!texts.mapped) return void 0;
  return texts.diff === null ? baseLine : toHeadLine(texts.diff.edits ?? [], baseLine);
}
function comparedLine(lines3, line2) {
  const known4 = lines3.compared[line2 - 1];
  if (known4 !== void 0) return known4;
  const value = (lines3.raw[line2 - 1] ?? "").replace(/\s+/g, "");
  lines3.compared[line2 - 1] = value;
  return value;
}
var weight = (text2) => text2.length - text2.replace(/[\p{L}\p{N}_]/gu, "").length;
function contentAt(lines3, location2) {
  const first = location2.startLine;
  if (first === null) return "";
  if (first > lines3.raw.length) return null;
  const raw = lines3.raw[first - 1] ?? "";
  if (raw.length > LONG_LINE) return aroundColumn(raw, location2.startColumn ?? 1);
  const last = Math.min(location2.endLine ?? first, first + REGION_LINES - 1, lines3.raw.length);
  let text2 = comparedLine(lines3, first);
  for (let line2 = first + 1; line2 <= last; line2++) text2 += `
${comparedLine(lines3, line2)}`;
  for (let reach = 1; reach <= 2 && text2.length < WEAK * 4 && weight(text2) < WEAK; reach++) {
    text2 = `${comparedLine(lines3, first - reach)}
${text2}
${comparedLine(lines3, last + reach)}`;
  }
  return text2;
}
var aroundColumn = (raw, column) => raw.slice(Math.max(0, column - 1 - AROUND_COLUMN), column - 1 + AROUND_COLUMN).replace(/\s+/g, "");
function regionText(lines3, location2) {
  const { startLine, startColumn, endLine, endColumn } = location2;
  if (startLine === null || startColumn === null || endColumn === null) return null;
  if ((endLine ?? startLine) !== startLine || endColumn <= startColumn) return null;
  const text2 = (lines3.raw[startLine - 1] ?? "").slice(startColumn - 1, endColumn - 1);
  return text2.trim() === "" ? null : text2;
}
function contextAt(lines3, line2) {
  const around = [];
  for (const step2 of [-1, 1]) {
    let found = 0;
    for (let at3 = line2 + step2; found < CONTEXT_REACH && Math.abs(at3 - line2) < 12; at3 += step2) {
      if (at3 < 1 || at3 > lines3.raw.length) break;
      const text2 = comparedLine(lines3, at3);
      if (text2.length > LONG_LINE || weight(text2) < 3) continue;
      around.push(text2);
      found++;
    }
  }
  return around;
}
var WORDS = /[\p{L}\p{N}_$]+/gu;
var wordsOf2 = (text2) => text2.slice(0, LONG_LINE * 4).match(WORDS) ?? [];
var COMMON = new Set(
  "as async await case catch class const def do else export extends false final finally for from func function if import in instanceof interface is let new none not null of or private protected public return self static string super switch this throw throws true try type typeof undefined var void while with yield".split(" ")
);
var tellingWords = (text2) => wordsOf2(text2).filter((word) => !COMMON.has(word.toLowerCase()));
var WORDS_BEFORE = 6;
var WORDS_AFTER = 10;
function wordsAround(lines3, location2, first, last) {
  const line2 = location2.startLine;
  if (line2 === null) return null;
  const text2 = lines3.raw[line2 - 1] ?? "";
  const column = (location2.startColumn ?? 1) - 1;
  let before = wordsOf2(text2.slice(0, column));
  for (let at3 = line2 - 1; before.length < WORDS_BEFORE && at3 >= first; at3--) {
    before = [...wordsOf2(lines3.raw[at3 - 1] ?? ""), ...before];
  }
  let after2 = wordsOf2(text2.slice(column));
  for (let at3 = line2 + 1; after2.length < WORDS_AFTER && at3 <= last; at3++) {
    after2 = [...after2, ...wordsOf2(lines3.raw[at3 - 1] ?? "")];
  }
  if (before.length + after2.length < 4) return null;
  return `${before.slice(-WORDS_BEFORE).join(" ")}
${after2.slice(0, WORDS_AFTER).join(" ")}`;
}
function likeness(left, right) {
  if (left.length === 0 || right.length === 0) return 0;
  const counts = /* @__PURE__ */ new Map();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count3 = counts.get(word) ?? 0;
    if (count3 > 0) common++;
    counts.set(word, count3 - 1);
  }
  return 2 * common / (left.length + right.length);
}

// src/core/identity/entry.ts
var LEVELS2 = ["source", "snippet", "claims", "message"];
function toEntry(finding, index2, lines3, claimed) {
  const kind = kindOf(finding);
  return {
    index: index2,
    finding,
    kind,
    scope: scopeOf(finding, kind),
    line: finding.location?.startLine ?? 0,
    source: sourceContent(finding, kind, lines3),
    snippet: void 0,
    claims: void 0,
    message: void 0,
    claimed,
    partner: null,
    pass: null,
    doubt: null,
    changed: null,
    key: "",
    ordinal: 0,
    fingerprint: ""
  };
}
function sourceContent(finding, kind, lines3) {
  const named = namedContent(finding, kind);
  if (named !== null) return named;
  const { location: location2 } = finding;
  if (location2 === null) return null;
  if (kind === "secret") {
    const cut4 = snippetContent(finding, kind);
    if (cut4 !== null || lines3 === null) return cut4;
    const value = regionText(lines3, location2) ?? contentAt(lines3, location2);
    return value === null ? null : secretContent(value);
  }
  if (location2.startLine === null) return "file";
  const content = lines3 === null ? null : contentAt(lines3, location2);
  return content === null || !agrees(content, finding) ? null : `source ${content}`;
}
function agrees(content, { clues: { snippet } }) {
  if (snippet === null) return true;
  const seen = snippet.replace(/\s+/g, "");
  const text2 = content.replaceAll("\n", "");
  return seen === "" || seen.includes(text2) || text2.includes(seen) || overlaps(content, seen);
}
var overlaps = (content, seen) => content.split("\n").some((line2) => line2.length > 3 && (seen.includes(line2) || line2.includes(seen.slice(0, 60))));
function contentOf(entry3, level) {
  switch (level) {
    case "source":
      return entry3.source;
    case "snippet":
      entry3.snippet ??= snippetContent(entry3.finding, entry3.kind);
      return entry3.snippet;
    case "claims":
      entry3.claims ??= claimsContent(entry3.finding);
      return entry3.claims;
    case "message":
      entry3.message ??= messageContent(entry3.finding);
      return entry3.message;
    default:
      return level;
  }
}
var bestContent = (entry3) => entry3.source ?? contentOf(entry3, "snippet") ?? contentOf(entry3, "claims") ?? contentOf(entry3, "message") ?? "";
function compareEntries(left, right) {
  return left.line - right.line || comparePlaces(left.finding, right.finding) || compareTexts(left.finding, right.finding);
}
function comparePlaces({ location: left }, { location: right }) {
  return (left?.startColumn ?? 0) - (right?.startColumn ?? 0) || (left?.endLine ?? 0) - (right?.endLine ?? 0) || (left?.endColumn ?? 0) - (right?.endColumn ?? 0);
}
var compare2 = (left, right) => left < right ? -1 : left > right ? 1 : 0;
function compareTexts(left, right) {
  return compare2(left.ruleId, right.ruleId) || compare2(left.tool, right.tool) || compare2(left.package?.version ?? "", right.package?.version ?? "") || compare2(left.message, right.message) || compare2(left.clues.snippet ?? "", right.clues.snippet ?? "") || compare2(left.firstDetected ?? "", right.firstDetected ?? "") || compare2(left.location?.path ?? "", right.location?.path ?? "");
}
function pair(base2, head, pass) {
  base2.partner = head;
  head.partner = base2;
  head.pass = pass;
}

// src/core/identity/ids.ts
function giveFingerprints(head, base2, reserved, last) {
  const used = /* @__PURE__ */ new Map();
  for (const entry3 of base2) {
    entry3.key = keyOf(entry3);
    if (entry3.claimed === null) entry3.ordinal = count2(entry3.key, used);
  }
  const changed = [];
  for (const entry3 of head) entry3.key = keyOf(entry3);
  for (const entry3 of head) {
    if (keepFingerprint(entry3)) continue;
    if (last(entry3)) changed.push(entry3);
    else number(entry3, used, reserved);
  }
  for (const entry3 of changed) number(entry3, used, reserved);
}
var baseFingerprint = (entry3) => entry3.claimed ?? fingerprintOf(entry3.key, entry3.ordinal);
var keyOf = (entry3) => fingerprintKey(entry3.scope, placeOf3(entry3.finding), bestContent(entry3));
function count2(key, used) {
  const ordinal = (used.get(key) ?? 0) + 1;
  used.set(key, ordinal);
  return ordinal;
}
function keepFingerprint(entry3) {
  const { partner, pass } = entry3;
  if (partner === null || pass === "edited") return false;
  if (partner.claimed === null && partner.key !== entry3.key) return false;
  entry3.fingerprint = baseFingerprint(partner);
  return true;
}
function number(entry3, used, reserved) {
  do {
    entry3.fingerprint = fingerprintOf(entry3.key, count2(entry3.key, used));
  } while (reserved.has(entry3.fingerprint));
}

// src/core/identity/nearest.ts
function pairSamePlace(base2, head, texts) {
  if (!texts.mapped) return;
  const places = /* @__PURE__ */ new Map();
  for (const entry3 of head) {
    if (entry3.partner !== null || entry3.kind !== "code" || entry3.line === 0) continue;
    const key = placeKey2(entry3, entry3.line);
    const list4 = places.get(key);
    if (list4 === void 0) places.set(key, [entry3]);
    else list4.push(entry3);
  }
  if (places.size === 0) return;
  for (const entry3 of base2) {
    if (entry3.partner !== null || entry3.kind !== "code" || entry3.line === 0) continue;
    const line2 = followLine(texts, entry3.line);
    const candidate = line2 == null ? void 0 : places.get(placeKey2(entry3, line2))?.shift();
    if (candidate !== void 0) pair(entry3, candidate, "place");
  }
}
var placeKey2 = ({ scope, finding }, line2) => `${scope}\0${line2}:${finding.location?.startColumn ?? ""}`;
function pairReformatted(base2, head, texts) {
  const edits = texts.diff?.edits ?? [];
  if (edits.length === 0) return;
  const waiting = /* @__PURE__ */ new Map();
  for (const entry3 of head) {
    const key = unpaired(entry3) ? addedWords(entry3, texts.head, edits) : null;
    if (key === null) continue;
    const list4 = waiting.get(key);
    if (list4 === void 0) waiting.set(key, [entry3]);
    else list4.push(entry3);
  }
  for (const entry3 of base2) {
    const key = unpaired(entry3) && waiting.size > 0 ? removedWords(entry3, texts.base, edits) : null;
    const candidate = key === null ? void 0 : waiting.get(key)?.shift();
    if (candidate !== void 0) pair(entry3, candidate, "reformatted");
  }
}
function addedWords(entry3, lines3, edits) {
  const edit = edits[addingEdit(edits, entry3.line) ?? -1];
  return edit === void 0 ? null : wordsKey(entry3, lines3, edit.headStart, edit.headStart + edit.added - 1);
}
function removedWords(entry3, lines3, edits) {
  const edit = edits[removingEdit(edits, entry3.line) ?? -1];
  return edit === void 0 ? null : wordsKey(entry3, lines3, edit.baseStart, edit.baseStart + edit.removed.length - 1);
}
function wordsKey({ finding, scope }, lines3, first, last) {
  if (lines3 === null || finding.location === null) return null;
  const words = wordsAround(lines3, finding.location, first, last);
  return words === null ? null : `${scope}\0${words}`;
}
var unpaired = (entry3) => entry3.partner === null && entry3.kind === "code" && entry3.line > 0;
var MOST_CANDIDATES = 64;
var ALIKE = 0.75;
var ALIKE_CONTEXT = 0.5;
var MARGIN = 0.1;
var REACH = 30;
function pairEdited(base2, head, texts) {
  const scopes = /* @__PURE__ */ new Map();
  for (const entry3 of base2) {
    if (!unpaired(entry3) || typeof followLine(texts, entry3.line) === "number") continue;
    const scope = scopes.get(entry3.scope);
    if (scope === void 0) scopes.set(entry3.scope, { base: [entry3], head: [] });
    else scope.base.push(entry3);
  }
  for (const entry3 of head) if (unpaired(entry3)) scopes.get(entry3.scope)?.head.push(entry3);
  for (const scope of scopes.values()) {
    if (scope.head.length === 0) continue;
    if (scope.base.length > MOST_CANDIDATES || scope.head.length > MOST_CANDIDATES) {
      for (const entry3 of scope.head) entry3.doubt = "ambiguous";
    } else pairBest(candidates(scope.base, scope.head, texts));
  }
}
function candidates(base2, head, texts) {
  const found = [];
  for (const left of base2) {
    for (const right of head) {
      const score = editScore(left, right, texts);
      if (score > 0) found.push({ base: left, head: right, score });
    }
  }
  return found.sort((left, right) => right.score - left.score);
}
function pairBest(sorted2) {
  for (const candidate of sorted2) {
    if (candidate.base.partner !== null || candidate.head.partner !== null) continue;
    const rival = sorted2.some((other) => isRival(candidate, other));
    if (rival) candidate.head.doubt = "ambiguous";
    else pair(candidate.base, candidate.head, "edited");
  }
}
function isRival(candidate, other) {
  if (other === candidate || other.score < candidate.score - MARGIN) return false;
  if (other.base !== candidate.base && other.head !== candidate.head) return false;
  if (other.base.line === candidate.base.line && other.head.line === candidate.head.line) return false;
  return other.base.partner === null && other.head.partner === null;
}
function editScore(base2, head, texts) {
  const line2 = lineLikeness(base2, head, texts);
  if (line2 < ALIKE) return 0;
  if (!texts.mapped) return Math.abs(base2.line - head.line) <= REACH ? line2 : 0;
  const edits = texts.diff?.edits ?? [];
  const added = addingEdit(edits, head.line);
  const removed = removingEdit(edits, base2.line);
  if (added === null || removed === null) return 0;
  const around = texts.base === null || texts.head === null ? 0 : likeness(contextAt(texts.base, base2.line), contextAt(texts.head, head.line));
  if (added !== removed) return around >= ALIKE_CONTEXT ? (line2 + around) / 2 : 0;
  const edit = edits[added];
  const sameRow = edit !== void 0 && edit.removed.length === edit.added && base2.line - edit.baseStart === head.line - edit.headStart;
  return line2 + around / 4 + (sameRow ? 0.25 : 0);
}
function lineLikeness(base2, head, texts) {
  const before = texts.base === null ? base2.finding.clues.snippet : texts.base.raw[base2.line - 1];
  const after2 = texts.head === null || texts.base === null ? head.finding.clues.snippet : texts.head.raw[head.line - 1];
  if (before == null || after2 == null) return 0;
  if (texts.base !== null && texts.head !== null && comparedLine(texts.base, base2.line) === comparedLine(texts.head, head.line)) {
    return 1;
  }
  return likeness(tellingWords(before), tellingWords(after2));
}
function pairAliases(base2, head) {
  const waiting = /* @__PURE__ */ new Map();
  for (const entry3 of head) {
    if (entry3.partner !== null || entry3.kind !== "dependency") continue;
    for (const advisory of advisoriesOf(entry3.finding)) {
      const key = `${entry3.scope}\0${advisory.toUpperCase()}`;
      const list4 = waiting.get(key);
      if (list4 === void 0) waiting.set(key, [entry3]);
      else list4.push(entry3);
    }
  }
  if (waiting.size === 0) return;
  for (const entry3 of base2) {
    if (entry3.partner !== null || entry3.kind !== "dependency") continue;
    for (const advisory of advisoriesOf(entry3.finding)) {
      const candidate = waiting.get(`${entry3.scope}\0${advisory.toUpperCase()}`)?.find((other) => other.partner === null);
      if (candidate === void 0) continue;
      pair(entry3, candidate, "alias");
      break;
    }
  }
}

// src/core/identity/pairing.ts
var DISTINCTIVE = 24;
function pairEqualContent(base2, head, texts) {
  for (const level of LEVELS2) {
    const baseLeft = base2.filter((entry3) => entry3.partner === null);
    const headLeft = head.filter((entry3) => entry3.partner === null);
    if (baseLeft.length === 0 || headLeft.length === 0) return;
    if (level !== "source" && allHaveSource(baseLeft) && allHaveSource(headLeft)) return;
    const found = [...groups(baseLeft, headLeft, level)];
    for (const group2 of found) if (isSingle(group2)) pairGroup(group2, level, texts, sameLine);
    const expected = texts.mapped ? sameLine : shiftedLine(base2);
    for (const group2 of found) if (!isSingle(group2)) pairGroup(group2, level, texts, expected);
  }
}
var isSingle = ({ base: base2, head }) => base2.length === 1 && head.length === 1;
var sameLine = (entry3) => entry3.line;
function shiftedLine(base2) {
  const anchors = base2.filter((entry3) => entry3.partner !== null && entry3.line > 0 && entry3.partner.line > 0);
  return (entry3) => {
    let low = 0;
    let high = anchors.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((anchors[middle]?.line ?? 0) <= entry3.line) low = middle + 1;
      else high = middle;
    }
    const anchor = anchors[Math.max(0, low - 1)];
    return entry3.line + (anchor?.partner == null ? 0 : anchor.partner.line - anchor.line);
  };
}
var allHaveSource = (entries) => entries.every((entry3) => entry3.source !== null);
function groups(base2, head, level) {
  const found = /* @__PURE__ */ new Map();
  for (const entry3 of base2) {
    const content = contentOf(entry3, level);
    if (content === null) continue;
    const key = `${entry3.scope}\0${content}`;
    const group2 = found.get(key);
    if (group2 === void 0) found.set(key, { base: [entry3], head: [] });
    else group2.base.push(entry3);
  }
  for (const entry3 of head) {
    const content = contentOf(entry3, level);
    if (content !== null) found.get(`${entry3.scope}\0${content}`)?.head.push(entry3);
  }
  return found.values();
}
function pairGroup(group2, level, texts, expected) {
  if (group2.head.length === 0) return;
  pairByLine(group2, level, texts, expected);
  if (group2.base[0]?.kind === "dependency") pairByVersion(group2, level);
  if (texts.base !== null && texts.head !== null) pairByContext(group2, level, texts);
  pairInOrder(group2, level, texts, expected);
}
function comparable(base2, head, level) {
  if (level === "message" && base2.claimed !== null && base2.source === null && head.source !== null) {
    return false;
  }
  for (const stronger of LEVELS2) {
    if (stronger === level) return true;
    if (contentOf(base2, stronger) !== null && contentOf(head, stronger) !== null) return false;
  }
  return true;
}
function pairByLine(group2, level, texts, expected) {
  pairByKey(
    group2,
    level,
    "exact",
    (entry3) => followLine(texts, entry3.line) ?? (texts.mapped && entry3.line > 0 ? null : expected(entry3)),
    (entry3) => entry3.line
  );
}
function pairByVersion(group2, level) {
  const version2 = ({ finding }) => finding.package?.version ?? "";
  pairByKey(group2, level, "exact", version2, version2);
}
function pairByContext(group2, level, texts) {
  const { base: base2, head } = texts;
  if (base2 === null || head === null) return;
  const around = (entry3, lines3) => entry3.partner !== null || entry3.line === 0 ? null : contextAt(lines3, entry3.line).join("\n") || null;
  pairByKey(
    group2,
    level,
    "moved",
    (entry3) => stillThere(entry3, texts) ? null : around(entry3, base2),
    (entry3) => around(entry3, head)
  );
}
function pairByKey({ base: base2, head }, level, pass, baseKey, headKey) {
  const waiting = /* @__PURE__ */ new Map();
  for (let index2 = head.length - 1; index2 >= 0; index2--) {
    const entry3 = head[index2];
    const key = entry3 === void 0 || entry3.partner !== null ? null : headKey(entry3);
    if (entry3 === void 0 || key === null) continue;
    const list4 = waiting.get(key);
    if (list4 === void 0) waiting.set(key, [entry3]);
    else list4.push(entry3);
  }
  for (const entry3 of base2) {
    if (entry3.partner !== null) continue;
    const key = baseKey(entry3);
    const list4 = key === null ? void 0 : waiting.get(key);
    const candidate = list4?.[list4.length - 1];
    if (candidate === void 0 || !comparable(entry3, candidate, level)) continue;
    list4?.pop();
    pair(entry3, candidate, pass);
  }
}
function stillThere(base2, texts) {
  return base2.kind === "code" && base2.line > 0 && typeof followLine(texts, base2.line) === "number";
}
function pairInOrder(group2, level, texts, expected) {
  const base2 = group2.base.filter((entry3) => entry3.partner === null && !stillThere(entry3, texts));
  const head = group2.head.filter((entry3) => entry3.partner === null);
  let next = 0;
  for (let index2 = 0; index2 < base2.length && next < head.length; index2++) {
    const entry3 = base2[index2];
    if (entry3 === void 0) break;
    const last = Math.max(next, head.length - (base2.length - index2));
    let best = next;
    const line2 = expected(entry3);
    while (best < last && distance(line2, head[best + 1]) < distance(line2, head[best])) best++;
    const candidate = head[best];
    if (candidate === void 0) break;
    if (comparable(entry3, candidate, level) && mayBeMoved(entry3, candidate, level, texts)) {
      pair(entry3, candidate, entry3.kind === "code" && entry3.line !== candidate.line ? "moved" : "exact");
      next = best + 1;
    } else {
      candidate.doubt = "elsewhere";
      next = best;
    }
  }
}
var distance = (line2, entry3) => entry3 === void 0 ? Number.POSITIVE_INFINITY : Math.abs(line2 - entry3.line);
function mayBeMoved(base2, head, level, texts) {
  if (base2.kind !== "code" || base2.line === 0 || base2.line === head.line) return true;
  if (level === "message") return hasColumns(base2) && !texts.mapped;
  const content = contentOf(base2, level) ?? "";
  if (content.length - level.length > DISTINCTIVE || !texts.mapped) return true;
  const edits = texts.diff?.edits ?? [];
  const edit = removingEdit(edits, base2.line);
  if (edit !== null && edit === addingEdit(edits, head.line)) return true;
  if (texts.base === null || texts.head === null) return false;
  return likeness(contextAt(texts.base, base2.line), contextAt(texts.head, head.line)) >= 0.4;
}
var hasColumns = ({ finding: { location: location2 } }) => location2 !== null && location2.startColumn !== null && location2.endColumn !== null && location2.startColumn > 1;

// src/core/identity/match-file.ts
function matchFile(job, input) {
  const texts = textsOf(job, input);
  const head = job.head.map((index2) => toEntry(at(input.head, index2), index2, texts.head, null)).sort(compareEntries);
  const base2 = job.base.map((index2) => toBaseEntry(index2, texts.base, input)).sort(compareEntries);
  const apart = job.apart.map((index2) => toBaseEntry(index2, null, input)).sort(compareEntries);
  const matched = { head, base: base2, apart };
  if (base2.length === 0 || head.length === 0) return matched;
  if (input.claims.size > 0) adoptContent(job, head, base2);
  pairEqualContent(base2, head, texts);
  pairSamePlace(base2, head, texts);
  pairReformatted(base2, head, texts);
  pairEdited(base2, head, texts);
  pairAliases(base2, head);
  return matched;
}
function toBaseEntry(index2, lines3, input) {
  const finding = at(input.base, index2);
  const claimed = claimedFingerprint(finding);
  return toEntry(finding, index2, lines3, claimed !== null && input.claims.get(claimed) === index2 ? claimed : null);
}
function textsOf(job, { diff, readSource }) {
  const texts = fileTexts(job.path, diff, readSource);
  if (job.path === job.basePath || texts.diff === null || texts.diff.basePath === job.basePath) return texts;
  const deleted = diff?.files.get(job.basePath);
  return { ...texts, mapped: false, base: deleted?.change === "deleted" ? deletedLines(deleted) : null };
}
function at(findings2, index2) {
  const finding = findings2[index2];
  if (finding === void 0) throw new RangeError(`no finding ${index2}`);
  return finding;
}
var SPARE_ORDINALS = 64;
function adoptContent(job, head, base2) {
  const owners = /* @__PURE__ */ new Map();
  for (const entry3 of base2) if (entry3.claimed !== null && entry3.source === null) owners.set(entry3.claimed, entry3);
  if (owners.size === 0) return;
  const counts = /* @__PURE__ */ new Map();
  for (const entry3 of head) {
    const key = fingerprintKey(entry3.scope, job.basePath, bestContent(entry3));
    const known4 = counts.get(key);
    if (known4 === void 0) counts.set(key, { entry: entry3, count: 1 });
    else known4.count++;
  }
  for (const [key, { entry: entry3, count: count3 }] of counts) {
    const last = count3 + Math.min(SPARE_ORDINALS, owners.size);
    for (let ordinal = 1; ordinal <= last; ordinal++) {
      const owner = owners.get(fingerprintOf(key, ordinal));
      if (owner !== void 0 && owner.scope === entry3.scope) adopt(owner, entry3);
    }
  }
}
function adopt(owner, entry3) {
  if (entry3.source !== null) Object.assign(owner, { source: entry3.source });
  else {
    owner.snippet = entry3.snippet;
    owner.claims = entry3.claims;
    owner.message = entry3.message;
  }
}

// src/core/identity/renames.ts
var ALIKE2 = 0.6;
var MOST_FILES = 100;
function renames(findings2, baseline, head, base2, context) {
  if (baseline.length === 0) return /* @__PURE__ */ new Map();
  const gone = [...base2.keys()].filter((path2) => path2 !== "" && !head.has(path2));
  const fresh = [...head.keys()].filter((path2) => path2 !== "" && !base2.has(path2));
  if (context.diff === null) return byFindings(findings2, baseline, head, base2, gone, fresh, context.readSource);
  const renamed = byDiff(context.diff);
  for (const [path2, basePath] of byText(context.diff, gone, fresh, context.readSource)) renamed.set(path2, basePath);
  return renamed;
}
function byDiff({ files }) {
  const renamed = /* @__PURE__ */ new Map();
  const sources = /* @__PURE__ */ new Map();
  for (const { change, basePath } of files.values()) {
    if (change === "renamed" && basePath !== null) sources.set(basePath, (sources.get(basePath) ?? 0) + 1);
  }
  for (const [path2, { change, basePath }] of files) {
    if (change !== "renamed" || basePath === null || sources.get(basePath) !== 1) continue;
    const now = files.get(basePath)?.change;
    if (now !== "modified" && now !== "deleted") renamed.set(path2, basePath);
  }
  return renamed;
}
function byText(diff, gone, fresh, readSource) {
  const deleted = gone.filter((path2) => diff.files.get(path2)?.change === "deleted");
  const added = fresh.filter((path2) => diff.files.get(path2)?.change === "added");
  if (deleted.length === 0 || added.length === 0) return /* @__PURE__ */ new Map();
  if (deleted.length > MOST_FILES || added.length > MOST_FILES) return /* @__PURE__ */ new Map();
  const before = deleted.map((path2) => {
    const file = diff.files.get(path2);
    return { path: path2, lines: comparedLines(file === void 0 ? null : deletedLines(file)?.raw ?? null) };
  });
  const after2 = added.map((path2) => {
    const text2 = readSource(path2);
    return { path: path2, lines: comparedLines(text2 === null ? null : splitLines(text2)) };
  });
  const pairs = [];
  for (const left of before) {
    for (const right of after2) if (likeness(left.lines, right.lines) >= ALIKE2) pairs.push([right.path, left.path]);
  }
  return uniquePairs(pairs);
}
function comparedLines(raw) {
  if (raw === null) return [];
  const lines3 = toLines(raw);
  return raw.map((_, index2) => comparedLine(lines3, index2 + 1)).filter((line2) => line2.length > 1);
}
function uniquePairs(pairs) {
  const counts = /* @__PURE__ */ new Map();
  for (const [path2, basePath] of pairs) {
    for (const side of [`head ${path2}`, `base ${basePath}`]) counts.set(side, (counts.get(side) ?? 0) + 1);
  }
  return new Map(pairs.filter(([path2, old]) => counts.get(`head ${path2}`) === 1 && counts.get(`base ${old}`) === 1));
}
function byFindings(findings2, baseline, head, base2, gone, fresh, readSource) {
  const candidates2 = byContents(
    fresh.filter((path2) => readSource(path2) !== null),
    (path2) => contentsOf(findings2, head.get(path2) ?? [])
  );
  const pairs = [];
  for (const path2 of gone) {
    const indices = base2.get(path2) ?? [];
    const key = readSource(path2) === null ? contentsOf(baseline, indices) : null;
    for (const other of candidates2.get(key ?? "") ?? []) {
      if (indices.length > 1 || nameOf(other) === nameOf(path2)) pairs.push([other, path2]);
    }
  }
  return uniquePairs(pairs);
}
function byContents(paths2, contents) {
  const found = /* @__PURE__ */ new Map();
  for (const path2 of paths2) {
    const key = contents(path2);
    if (key === null) continue;
    const list4 = found.get(key);
    if (list4 === void 0) found.set(key, [path2]);
    else list4.push(path2);
  }
  return found;
}
var nameOf = (path2) => path2.slice(path2.lastIndexOf("/") + 1);
function contentsOf(findings2, indices) {
  const contents = [];
  for (const index2 of indices) {
    const finding = findings2[index2];
    if (finding === void 0 || finding.category === "container") return null;
    const kind = kindOf(finding);
    const content = namedContent(finding, kind) ?? snippetContent(finding, kind);
    if (content === null) return null;
    contents.push(`${scopeOf(finding, kind)}\0${content}`);
  }
  return contents.sort().join("\0\0");
}

// src/core/identity/manifests.ts
var ECOSYSTEMS = [
  /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|deno\.(?:json|lock)|\.npmrc)$/,
  /^(?:.*requirements.*\.(?:txt|in)|constraints.*\.txt|Pipfile(?:\.lock)?|poetry\.lock|pdm\.lock|uv\.lock|pyproject\.toml|setup\.(?:py|cfg)|environment\.ya?ml)$/,
  /^(?:go\.(?:mod|sum|work|work\.sum)|modules\.txt)$/,
  /^(?:Cargo\.(?:toml|lock))$/,
  /^(?:pom\.xml|.*\.gradle(?:\.kts)?|gradle\.lockfile|.*\.versions\.toml|gradle\.properties|build\.sbt|ivy\.xml)$/,
  /^(?:Gemfile(?:\.lock)?|gems\.(?:rb|locked)|.*\.gemspec)$/,
  /^(?:composer\.(?:json|lock))$/,
  /^(?:.*\.(?:csproj|fsproj|vbproj|props|targets|nuspec)|packages\.config|packages\.lock\.json|.*\.deps\.json|paket\.(?:dependencies|lock))$/,
  /^(?:Package\.(?:swift|resolved)|Podfile(?:\.lock)?|Cartfile(?:\.resolved)?|pubspec\.(?:yaml|lock)|mix\.(?:exs|lock)|conan(?:file\.(?:txt|py)|\.lock)|vcpkg\.json)$/,
  /^(?:(?:.*[.-])?(?:Dockerfile|Containerfile)(?:\..*)?|(?:docker-)?compose.*\.ya?ml|Chart\.(?:yaml|lock)|flake\.lock)$/
];
var INERT = /(?:^|\/)(?:[^/]*\.(?:md|markdown|rst|adoc|png|jpe?g|gif|webp|pdf)|(?:LICENSE|NOTICE|AUTHORS|CHANGELOG|README)(?:\.txt)?)$/i;
var cut2 = (path2) => path2.lastIndexOf("/") + 1;
var folderOf = (path2) => path2.slice(0, cut2(path2));
var nameOf2 = (path2) => path2.slice(cut2(path2));
var isInert = (diff) => diff.complete && [...diff.files.keys()].every((path2) => INERT.test(path2));
function dependencyChanged(diff, finding) {
  if (finding.location === null) return null;
  const { path: path2 } = finding.location;
  const own = changedAt(diff, { ...finding.location, startLine: null, endLine: null });
  if (own === true || diff.files.has(path2)) return own;
  if (governed(diff, path2)) return true;
  if (isInert(diff)) return false;
  const anImage = finding.category === "container" && !ECOSYSTEMS.some((names) => names.test(nameOf2(path2)));
  return anImage ? null : own;
}
var known = /* @__PURE__ */ new WeakMap();
function changedManifests(diff) {
  let paths2 = known.get(diff);
  if (paths2 === void 0) {
    paths2 = [...diff.files.keys()].filter((path2) => ECOSYSTEMS.some((names) => names.test(nameOf2(path2))));
    known.set(diff, paths2);
  }
  return paths2;
}
function governed(diff, path2) {
  const folder = folderOf(path2);
  const ecosystem = ECOSYSTEMS.find((names) => names.test(nameOf2(path2)));
  return changedManifests(diff).some((changed) => {
    const above = folderOf(changed);
    if (ecosystem === void 0) return folder.startsWith(above);
    return ecosystem.test(nameOf2(changed)) && (above === folder || folder.startsWith(above) && isLock(changed) && !isLock(path2));
  });
}
var isLock = (path2) => /lock|\.sum$|\.resolved$|shrinkwrap/i.test(nameOf2(path2));

// src/core/identity/state.ts
var ruleKey2 = (finding) => `${toolKey(finding.tool)}\0${finding.ruleId}`;
var dependencyKey = (finding) => finding.package?.version == null ? null : `${finding.location?.path ?? ""}\0${packageKey(finding)}\0${finding.package.version}`;
function baselineFacts(baseline, listed) {
  const versions = /* @__PURE__ */ new Map();
  const rules = /* @__PURE__ */ new Set();
  const dependencies = /* @__PURE__ */ new Set();
  for (const finding of baseline) {
    const tool = toolKey(finding.tool);
    const known4 = versions.get(tool) ?? /* @__PURE__ */ new Set();
    versions.set(tool, known4);
    if (finding.toolVersion !== null) known4.add(finding.toolVersion);
    rules.add(ruleKey2(finding));
    const dependency2 = dependencyKey(finding);
    if (dependency2 !== null) dependencies.add(dependency2);
  }
  const ran = new Map([...listed ?? []].map(([tool, ids]) => [toolKey(tool), ids]));
  return { versions, rules, dependencies, listed: ran };
}
function upgradeOf(finding, facts) {
  const before = facts.versions.get(toolKey(finding.tool));
  if (before === void 0 || before.size === 0 || finding.toolVersion === null) return null;
  return before.has(finding.toolVersion) ? null : `${[...before].sort().join(", ")} to ${finding.toolVersion}`;
}
function inDiff(finding, entry3, diff) {
  if (diff === null || finding.location === null) return null;
  return entry3.kind === "dependency" ? dependencyChanged(diff, finding) : changedAt(diff, finding.location);
}
function causeByDiff(finding, kind, changed, diff) {
  if (diff === null) return { state: "unknown", reason: "There is neither a baseline nor a diff" };
  if (changed === null) {
    if (isInert(diff)) {
      const state = kind === "dependency" ? "newly-disclosed" : "existing";
      return { state, reason: "No baseline; the change touches documentation only" };
    }
    const what = finding.location === null ? "the finding names no place" : "the diff does not show whether its place changed";
    return { state: "unknown", reason: `No baseline, and ${what}` };
  }
  const dependency2 = kind === "dependency";
  if (changed) {
    return {
      state: "introduced",
      reason: `No baseline; ${dependency2 ? "its manifest is" : "its place is"} part of the change`
    };
  }
  return dependency2 && advisoriesOf(finding).length > 0 ? { state: "newly-disclosed", reason: "No baseline; the change does not touch its manifest" } : { state: "existing", reason: "No baseline; its place is not part of the change" };
}
function causeOfNew(entry3, diff, facts) {
  const { finding, changed } = entry3;
  const disclosed = disclosure(entry3, changed, diff, facts);
  if (disclosed !== null) return { state: "newly-disclosed", reason: disclosed };
  return { state: "introduced", reason: introduction(entry3, changed, upgradeOf(finding, facts)) };
}
function disclosure(entry3, changed, diff, facts) {
  const { finding } = entry3;
  if (entry3.kind === "dependency") {
    const dependency2 = dependencyKey(finding);
    if (dependency2 !== null && facts.dependencies.has(dependency2)) {
      return "Not in the baseline, which has this version of the package: the advisory is new";
    }
    if (changed === false) return "Not in the baseline, and the change does not touch its manifest: the advisory is new";
  }
  if (diff === null || changed === true) return null;
  if (isInert(diff)) return "Not in the baseline, and the change touches documentation only";
  if (changed === null) return null;
  const ran = facts.listed.get(toolKey(finding.tool));
  if (ran !== void 0 && !ran.has(finding.ruleId))
    return "The rule did not run at the base, and its place is not part of the change";
  const upgrade = upgradeOf(finding, facts);
  const untouched = finding.location !== null && !diff.files.has(finding.location.path);
  if (upgrade !== null && (untouched || !facts.rules.has(ruleKey2(finding)))) {
    return `The tool was upgraded from ${upgrade}, and its place is not part of the change`;
  }
  return null;
}
function introduction(entry3, changed, upgrade) {
  const doubt = entry3.doubt === null ? "" : DOUBTS[entry3.doubt];
  const tool = upgrade === null ? "" : `; the tool was upgraded from ${upgrade}`;
  if (changed === true) return `Not in the baseline; its place is part of the change${doubt}${tool}`;
  if (changed === false)
    return `Not in the baseline; its place is not part of the change, which may reach it from elsewhere${doubt}${tool}`;
  return `Not in the baseline${doubt}${tool}`;
}
var DOUBTS = {
  ambiguous: "; several findings of the baseline could be this one after an edit, so it counts as new",
  elsewhere: "; the baseline has the same text at another place of the file, too little to be sure that it moved"
};

// src/core/identity/identify.ts
function identify(findings2, context) {
  const baseline = context.baseline ?? [];
  const claims = claimsOf(baseline);
  const evaluation = {
    head: findings2,
    base: baseline,
    diff: context.diff,
    readSource: context.readSource,
    claims,
    reserved: new Set(claims.keys()),
    context,
    facts: context.baseline === null ? null : baselineFacts(baseline, context.baselineRules),
    found: new Array(findings2.length),
    fixed: []
  };
  for (const job of jobs(findings2, baseline, context)) identifyFile(job, evaluation);
  return {
    findings: evaluation.found.filter((finding) => finding !== void 0),
    fixed: evaluation.fixed.sort(byId2),
    notices: notices(findings2, evaluation)
  };
}
var byId2 = (left, right) => left.identity.id < right.identity.id ? -1 : left.identity.id > right.identity.id ? 1 : 0;
function claimsOf(baseline) {
  const claims = /* @__PURE__ */ new Map();
  baseline.forEach((finding, index2) => {
    const claimed = claimedFingerprint(finding);
    if (claimed !== null && !claims.has(claimed)) claims.set(claimed, index2);
  });
  return claims;
}
function jobs(findings2, baseline, context) {
  const head = byPlace(findings2);
  const base2 = byPlace(baseline);
  const renamed = renames(findings2, baseline, head, base2, context);
  const all = [];
  const gone = new Set([...renamed].filter(([path2]) => head.has(path2)).map(([, basePath]) => basePath));
  const used = new Set(gone);
  for (const [path2, indices] of head) {
    const basePath = renamed.get(path2) ?? path2;
    const own = basePath === path2 && !gone.has(path2) && !isAddition(path2, context.diff);
    const before = base2.get(path2) ?? [];
    const matched = own ? before : basePath === path2 ? [] : base2.get(basePath) ?? [];
    all.push({ path: path2, basePath, head: indices, base: matched, apart: own || gone.has(path2) ? [] : before });
    used.add(path2);
  }
  for (const [path2, indices] of base2) {
    if (!used.has(path2)) all.push({ path: path2, basePath: path2, head: [], base: indices, apart: [] });
  }
  return all.sort(renamedFirst);
}
function renamedFirst(left, right) {
  const moved = Number(right.path !== right.basePath) - Number(left.path !== left.basePath);
  return moved || (left.path < right.path ? -1 : left.path > right.path ? 1 : 0);
}
function isAddition(path2, diff) {
  const file = diff?.files.get(path2);
  return file !== void 0 && (file.change === "added" || file.change === "copied" || file.change === "renamed");
}
function byPlace(findings2) {
  const places = /* @__PURE__ */ new Map();
  findings2.forEach((finding, index2) => {
    const place2 = placeOf3(finding);
    const indices = places.get(place2);
    if (indices === void 0) places.set(place2, [index2]);
    else indices.push(index2);
  });
  return places;
}
function identifyFile(job, evaluation) {
  const { head, base: base2, apart } = matchFile(job, evaluation);
  const { diff } = evaluation.context;
  for (const entry3 of head) entry3.changed = inDiff(entry3.finding, entry3, diff);
  const before = [...base2, ...apart];
  giveFingerprints(head, before, evaluation.reserved, (entry3) => entry3.changed === true);
  if (job.path !== job.basePath) for (const entry3 of before) evaluation.reserved.add(baseFingerprint(entry3));
  for (const entry3 of head) {
    const { state, reason: reason2 } = causeOf(entry3, job, evaluation);
    const first = firstDetection(entry3.finding, entry3.partner, evaluation.context.now);
    evaluation.found[entry3.index] = {
      finding: entry3.finding,
      identity: identity(entry3.fingerprint, state, reason2, entry3.changed, first)
    };
  }
  for (const entry3 of before) {
    if (entry3.partner !== null) continue;
    const reason2 = diff?.files.get(job.path)?.change === "deleted" ? "In the baseline; its file is deleted" : FIXED;
    evaluation.fixed.push({
      finding: entry3.finding,
      identity: identity(baseFingerprint(entry3), "fixed", reason2, null, entry3.finding.firstDetected)
    });
  }
}
var FIXED = "In the baseline, and not reported now";
var identity = (fingerprint, state, stateReason, part3, firstDetected) => ({ id: idOf(fingerprint), fingerprint, state, stateReason, inDiff: part3, firstDetected });
var MATCHES = {
  exact: "In the baseline",
  place: "In the baseline, on the same unchanged line",
  moved: "In the baseline; the same text moved within its file",
  reformatted: "In the baseline; the code is formatted anew",
  edited: "In the baseline; the line was edited, and no other finding of the baseline is as near",
  alias: "In the baseline, under another name of the advisory"
};
function causeOf(entry3, job, { context, facts }) {
  if (facts === null) return causeByDiff(entry3.finding, entry3.kind, entry3.changed, context.diff);
  if (entry3.partner === null || entry3.pass === null) return causeOfNew(entry3, context.diff, facts);
  const reason2 = MATCHES[entry3.pass];
  return {
    state: "existing",
    reason: job.path === job.basePath ? reason2 : `${reason2}; the file was renamed from ${job.basePath}`
  };
}
function firstDetection(finding, partner, now) {
  let first = now === "" ? null : now;
  for (const date of [finding.firstDetected, partner?.finding.firstDetected ?? null]) {
    if (date !== null && !Number.isNaN(Date.parse(date)) && (first === null || Date.parse(date) < Date.parse(first)))
      first = date;
  }
  return first;
}
function notices(findings2, { facts, found, base: base2, context }) {
  if (facts === null) return [];
  const lines3 = /* @__PURE__ */ new Set();
  const tools2 = /* @__PURE__ */ new Set();
  for (const finding of findings2) {
    tools2.add(toolKey(finding.tool));
    const upgrade = upgradeOf(finding, facts);
    if (upgrade !== null) lines3.add(`${finding.tool} was upgraded from ${upgrade} since the baseline`);
    else if (!facts.versions.has(toolKey(finding.tool))) lines3.add(`${finding.tool} has no findings in the baseline`);
  }
  for (const finding of base2) {
    if (!tools2.has(toolKey(finding.tool))) lines3.add(`${finding.tool} has findings in the baseline and none now`);
  }
  const doubtful = found.filter((item) => item?.identity.stateReason.includes("could be this one")).length;
  if (doubtful > 0)
    lines3.add(`${doubtful} findings could not be told apart from others of the baseline and count as introduced`);
  if (context.diff?.complete === false)
    lines3.add("The diff is incomplete: for files that it does not name, nothing can be said");
  return [...lines3].sort();
}

// src/core/identity/advisories.ts
var isAdvisory = (identifier) => !identifier.startsWith("CWE-");
var compare3 = (a, b) => a < b ? -1 : a > b ? 1 : 0;
var within2 = (small, large) => {
  for (const id of small) if (!large.has(id)) return false;
  return true;
};
var equal = (a, b) => a.size === b.size && within2(a, b);
function contradict(a, b) {
  if (a.cves.size > 0 && b.cves.size > 0) return !equal(a.cves, b.cves);
  if (a.ghsas.size === 0 || b.ghsas.size === 0 || equal(a.ghsas, b.ghsas)) return false;
  const [whole, part3] = a.cves.size > 0 ? [a, b] : [b, a];
  return whole.cves.size === 0 || !within2(part3.ghsas, whole.ghsas);
}
function groupOf(finding) {
  const ids = finding.identifiers.filter(isAdvisory);
  return {
    parts: [finding],
    ids: new Set(ids),
    cves: new Set(ids.filter((id) => id.startsWith("CVE-"))),
    ghsas: new Set(ids.filter((id) => id.startsWith("GHSA-")))
  };
}
function absorb(into, other) {
  for (const part3 of other.parts) into.parts.push(part3);
  for (const key of ["ids", "cves", "ghsas"]) for (const id of other[key]) into[key].add(id);
}
function seeds(findings2) {
  const byIds = /* @__PURE__ */ new Map();
  for (const finding of findings2) {
    const key = finding.identifiers.filter(isAdvisory).join(" ");
    const known4 = byIds.get(key);
    if (known4 === void 0) byIds.set(key, groupOf(finding));
    else known4.parts.push(finding);
  }
  return [...byIds].sort(
    ([a, first], [b, second]) => second.cves.size - first.cves.size || second.ids.size - first.ids.size || compare3(a, b)
  ).map(([, group2]) => group2);
}
function advisoryGroups(findings2) {
  const groups2 = /* @__PURE__ */ new Set();
  const byId3 = /* @__PURE__ */ new Map();
  for (const seed of seeds(findings2)) {
    let home = seed;
    for (const group2 of new Set([...seed.ids].flatMap((id) => [...byId3.get(id) ?? []]))) {
      if (contradict(home, group2)) continue;
      absorb(group2, home);
      if (home !== seed) {
        groups2.delete(home);
        for (const id of home.ids) byId3.get(id)?.delete(home);
      }
      home = group2;
    }
    groups2.add(home);
    for (const id of home.ids) {
      const known4 = byId3.get(id);
      if (known4 === void 0) byId3.set(id, /* @__PURE__ */ new Set([home]));
      else known4.add(home);
    }
  }
  return [...groups2].map((group2) => group2.parts);
}

// src/core/identity/merge.ts
var gravityOf = (unknownAs) => ({
  none: 1,
  low: 3,
  medium: 5,
  high: 7,
  critical: 9,
  unknown: 2 * severityRank(unknownAs)
});
var DEPENDENCY = /* @__PURE__ */ new Set(["sca", "container"]);
var SEPARATOR2 = "\0";
var compare4 = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function placeKey3({ location: location2, placeProblem: placeProblem2, clues }) {
  if (location2 === null) return `-${placeProblem2 ?? ""}${SEPARATOR2}${clues.symbol ?? ""}`;
  const { path: path2, startLine, startColumn, endLine, endColumn } = location2;
  return `${path2}:${startLine ?? ""}:${startColumn ?? ""}:${endLine ?? ""}:${endColumn ?? ""}`;
}
var shortKey = (finding) => `${placeKey3(finding)}${SEPARATOR2}${finding.ruleId}`;
var restKey = (finding) => [
  finding.tool,
  finding.category,
  finding.message,
  finding.package?.name ?? "",
  finding.package?.version ?? "",
  // Secrets differ in nothing else: two on one line are two.
  finding.category === "secret" ? finding.clues.snippet ?? "" : ""
].join(SEPARATOR2);
function byContent(a, b, gravity) {
  return gravity[b.severity] - gravity[a.severity] || (b.score ?? 0) - (a.score ?? 0) || compare4(a.tool, b.tool) || compare4(a.toolVersion ?? "", b.toolVersion ?? "") || compare4(a.ruleId, b.ruleId) || compare4(placeKey3(a), placeKey3(b)) || compare4(a.message, b.message) || compare4(a.sources.join(SEPARATOR2), b.sources.join(SEPARATOR2)) || compare4(JSON.stringify(a), JSON.stringify(b));
}
var union = (lists) => {
  const first = lists[0] ?? [];
  return lists.every((list4) => list4 === first) ? first : [...new Set(lists.flat())].sort(compare4);
};
function suppressionOf(parts) {
  const claims = parts.map((part3) => part3.suppression);
  if (claims.some((claim) => claim === null)) return null;
  return claims.find((claim) => claim?.kind === "external") ?? claims[0] ?? null;
}
function packageOf(parts) {
  const packages2 = parts.flatMap((part3) => part3.package ?? []);
  const best = packages2.find(({ purl, version: version2 }) => purl !== null && version2 !== null) ?? packages2[0];
  if (best === void 0) return null;
  return {
    purl: best.purl ?? packages2.find(({ purl }) => purl !== null)?.purl ?? null,
    name: best.name,
    version: best.version ?? packages2.find(({ version: version2 }) => version2 !== null)?.version ?? null,
    fixedVersion: packages2.find(({ fixedVersion }) => fixedVersion !== null)?.fixedVersion ?? null
  };
}
var firstKnown = (parts) => REACHABILITIES.find((value) => parts.some((part3) => part3.reachability === value)) ?? "unknown";
function fixOf(parts) {
  const stated = parts.map((part3) => part3.fixAvailable);
  return stated.includes(true) ? true : stated.includes(false) ? false : null;
}
function reportersOf2(parts, lead) {
  const reporters2 = /* @__PURE__ */ new Map();
  for (const { tool, ruleId, alsoReportedBy = [] } of parts) {
    for (const reporter of [{ tool, ruleId }, ...alsoReportedBy]) {
      if (reporter.tool === lead.tool && reporter.ruleId === lead.ruleId) continue;
      reporters2.set(`${reporter.tool}${SEPARATOR2}${reporter.ruleId}`, { tool: reporter.tool, ruleId: reporter.ruleId });
    }
  }
  return [...reporters2].sort(([a], [b]) => compare4(a, b)).map(([, reporter]) => reporter);
}
function united(unsorted, gravity) {
  const [only] = unsorted;
  if (only !== void 0 && unsorted.length === 1) return only;
  const parts = unsorted.toSorted((a, b) => byContent(a, b, gravity));
  const [lead, ...rest] = parts;
  if (lead === void 0) throw new Error("A finding is made of at least one part");
  const others = reportersOf2(parts, lead);
  const dates2 = parts.flatMap((part3) => part3.firstDetected ?? []);
  return {
    ...lead,
    score: parts.reduce((most, { score }) => score === null ? most : Math.max(most ?? 0, score), null),
    severityConflict: parts.some((part3) => part3.severityConflict),
    helpUri: lead.helpUri ?? rest.find((part3) => part3.helpUri !== null)?.helpUri ?? null,
    location: lead.location ?? rest.find((part3) => part3.location !== null)?.location ?? null,
    placeProblem: parts.find((part3) => part3.placeProblem !== null)?.placeProblem ?? null,
    identifiers: union(parts.map((part3) => part3.identifiers)),
    package: packageOf(parts),
    reachability: firstKnown(parts),
    fixAvailable: fixOf(parts),
    tags: union(parts.map((part3) => part3.tags)),
    suppression: suppressionOf(parts),
    firstDetected: dates2.sort(compare4)[0] ?? null,
    occurrences: parts.reduce((sum, part3) => sum + part3.occurrences, 0),
    sources: union(parts.map((part3) => part3.sources)),
    ...others.length === 0 ? {} : { alsoReportedBy: others }
  };
}
function grouped(elements, key) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const element2 of elements) {
    const name = key(element2);
    const group2 = groups2.get(name);
    if (group2 === void 0) groups2.set(name, [element2]);
    else group2.push(element2);
  }
  return groups2;
}
function withoutRepetitions(findings2, gravity) {
  const buckets = /* @__PURE__ */ new Map();
  for (const finding of findings2) {
    const key = shortKey(finding);
    const bucket = buckets.get(key);
    if (bucket === void 0) buckets.set(key, finding);
    else if (Array.isArray(bucket)) bucket.push(finding);
    else buckets.set(key, [bucket, finding]);
  }
  const kept = [];
  for (const bucket of buckets.values()) {
    if (Array.isArray(bucket)) for (const same2 of grouped(bucket, restKey).values()) kept.push(united(same2, gravity));
    else kept.push(bucket);
  }
  return kept;
}
function packageKey2({ purl, name }) {
  const bare = purl === null ? name : purl.replace(/^pkg:[^/]*\//, "").replace(/[?#].*$/s, "");
  const unversioned = purl === null ? bare : bare.replace(/@[^@/]*$/, "");
  return unversioned.replace(/%40/gi, "@").replace(/:/g, "/").toLowerCase().replace(/_/g, "-");
}
var typeOf2 = (found) => /^pkg:([^/]+)\//.exec(found.purl ?? "")?.[1] ?? null;
var versionOf = (finding) => finding.package?.version?.replace(/^v(?=\d)/, "") ?? null;
var manifestOf = ({ location: location2, placeProblem: placeProblem2, clues }) => location2?.path ?? (placeProblem2 === null ? `-${clues.symbol ?? ""}` : `?${placeProblem2}${SEPARATOR2}${clues.symbol ?? ""}`);
function byKnown(parts, known4) {
  const values = new Set(parts.flatMap((part3) => known4(part3) ?? []));
  if (values.size <= 1) return [[...parts]];
  return [...grouped(parts, (part3) => known4(part3) ?? "").values()];
}
var isVulnerability = (finding) => DEPENDENCY.has(finding.category) && finding.package !== null && finding.identifiers.some((id) => !id.startsWith("CWE-"));
function sameVulnerabilities(candidates2, gravity) {
  const merged = [];
  const places = grouped(
    candidates2,
    (finding) => finding.package === null ? "" : [finding.category, manifestOf(finding), packageKey2(finding.package)].join(SEPARATOR2)
  );
  for (const place2 of places.values()) {
    if (place2.length === 1) {
      merged.push(...place2);
      continue;
    }
    for (const ofType of byKnown(place2, (part3) => part3.package === null ? null : typeOf2(part3.package))) {
      for (const ofVersion of byKnown(ofType, versionOf)) {
        for (const group2 of advisoryGroups(ofVersion)) merged.push(united(group2, gravity));
      }
    }
  }
  return merged;
}
function mergeFindings(findings2, unknownAs = "high") {
  const gravity = gravityOf(unknownAs);
  const distinct = withoutRepetitions(findings2, gravity);
  const vulnerabilities = [];
  const others = [];
  for (const finding of distinct) (isVulnerability(finding) ? vulnerabilities : others).push(finding);
  for (const finding of sameVulnerabilities(vulnerabilities, gravity)) others.push(finding);
  return others.sort((a, b) => inOrder(a, b, gravity));
}
function inOrder(a, b, gravity) {
  return gravity[b.severity] - gravity[a.severity] || compare4(a.location?.path ?? "", b.location?.path ?? "") || (a.location?.startLine ?? 0) - (b.location?.startLine ?? 0) || compare4(a.ruleId, b.ruleId) || byContent(a, b, gravity);
}

// src/shell/gather.ts
import { resolve as resolve5 } from "node:path";

// src/core/decision/governed.ts
function touchedGovernance(diff, { policy, exceptions: exceptions2, workflow }) {
  if (diff === null) return [];
  const governing = /* @__PURE__ */ new Set([policy, exceptions2, workflow, ...CODEOWNERS_PATHS]);
  const touched = [...diff.files].flatMap(
    ([path2, { basePath }]) => [path2, basePath].filter((each) => governing.has(each))
  );
  return [...new Set(touched.filter((path2) => path2 !== null))].toSorted();
}
function governanceNotices(touched, workflow) {
  if (touched.length === 0) return [];
  const files = touched.filter((path2) => path2 !== workflow);
  return [
    ...files.length === 0 ? [] : [
      notice(`This change touches ${files.join(", ")}: it is judged by these files as they are at the base commit`)
    ],
    ...files.length < touched.length ? [
      notice(
        `This change touches ${workflow}, the workflow that runs the gate: have it reviewed by whoever owns the gate`
      )
    ] : []
  ];
}
var notice = (message2) => ({ level: "warning", code: "governance-changed", message: message2 });

// src/generated/schemas.ts
var SCHEMAS = {
  "policy": '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "$id": "urn:policy-gate:schema:policy:1",\n  "title": "Policy",\n  "description": "A policy of Policy Gate: what findings may merge, what evidence must be there, and how exceptions work.",\n  "type": "object",\n  "additionalProperties": false,\n  "required": ["version"],\n  "properties": {\n    "version": {\n      "description": "Version of this format. Always 1.",\n      "const": 1,\n      "examples": [1]\n    },\n    "name": {\n      "description": "Name of the policy, for people.",\n      "type": "string",\n      "minLength": 1,\n      "maxLength": 100,\n      "examples": ["payments"]\n    },\n    "extends": {\n      "description": "Layers that this file builds on, read first to last, before the file itself: `preset:NAME`, or a file of another repository pinned to a commit. At most 3 levels. A file can tighten what it inherits and cannot weaken it.",\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": {\n        "type": "array",\n        "minItems": 1,\n        "maxItems": 10,\n        "uniqueItems": true,\n        "items": { "$ref": "#/definitions/layerReference" }\n      },\n      "else": { "$ref": "#/definitions/layerReference" },\n      "examples": [["preset:baseline"], ["github:acme/security-policy/org.yml@0123456789abcdef0123456789abcdef01234567"]]\n    },\n    "mode": {\n      "description": "The most that rules of this layer may do: `monitor` (report only), `warn`, or `enforce`.",\n      "default": "enforce",\n      "$ref": "#/definitions/mode",\n      "examples": ["enforce"]\n    },\n    "assets": {\n      "description": "Which part of the repository is what. In each layer the longest matching glob wins; over all layers the most critical tier wins.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 500,\n      "items": { "$ref": "#/definitions/asset" },\n      "examples": [[{ "name": "payments-api", "paths": ["services/payments/**"], "tier": 0, "exposure": "internet" }]]\n    },\n    "unknown-severity": {\n      "description": "How a finding without any usable severity counts. The most severe of all layers wins; a layer that does not say counts as the default.",\n      "default": "high",\n      "$ref": "#/definitions/severity",\n      "examples": ["high"]\n    },\n    "suppressions": {\n      "description": "Whether suppressions that scanners report (comments in the source and the like) are honoured: one word, or one per tier. `ignore` in any layer wins.",\n      "default": "honour",\n      "type": ["string", "object"],\n      "if": { "type": "object" },\n      "then": {\n        "type": "object",\n        "additionalProperties": false,\n        "minProperties": 1,\n        "properties": {\n          "tier-0": {\n            "description": "Suppressions of findings at tier 0.",\n            "$ref": "#/definitions/suppression",\n            "examples": ["ignore"]\n          },\n          "tier-1": {\n            "description": "Suppressions of findings at tier 1.",\n            "$ref": "#/definitions/suppression",\n            "examples": ["honour"]\n          },\n          "tier-2": {\n            "description": "Suppressions of findings at tier 2.",\n            "$ref": "#/definitions/suppression",\n            "examples": ["honour"]\n          }\n        }\n      },\n      "else": { "$ref": "#/definitions/suppression" },\n      "examples": ["honour", { "tier-0": "ignore" }]\n    },\n    "tools": {\n      "description": "What the files of a tool cannot say for themselves, by the tool\'s name (case does not matter).",\n      "type": "object",\n      "minProperties": 1,\n      "additionalProperties": { "$ref": "#/definitions/tool" },\n      "examples": [{ "MyScanner": { "category": "iac", "rules": { "X-1": { "severity": "critical" } } } }]\n    },\n    "scans": {\n      "description": "Evidence that must be there, whatever it says.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 100,\n      "items": { "$ref": "#/definitions/scan" },\n      "examples": [[{ "id": "sast", "category": "sast", "tools": ["CodeQL", "Semgrep"], "if-missing": "block" }]]\n    },\n    "feeds": {\n      "description": "What missing or old threat data costs.",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "kev": {\n          "description": "CISA\'s catalogue of known exploited vulnerabilities.",\n          "$ref": "#/definitions/feed",\n          "examples": [{ "max-age": "7d", "if-missing": "warn" }]\n        },\n        "epss": {\n          "description": "FIRST\'s exploit prediction scores.",\n          "$ref": "#/definitions/feed",\n          "examples": [{ "max-age": "7d" }]\n        },\n        "vex": {\n          "description": "OpenVEX statements.",\n          "$ref": "#/definitions/feed",\n          "examples": [{ "if-missing": "pass" }]\n        }\n      },\n      "examples": [{ "kev": { "max-age": "7d", "if-missing": "warn" } }]\n    },\n    "rules": {\n      "description": "Every matching rule counts and the strictest verdict wins. A finding that no rule matches passes.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 500,\n      "items": { "$ref": "#/definitions/rule" },\n      "examples": [[{ "id": "known-exploited", "when": { "kev": true }, "verdict": "block" }]]\n    },\n    "sla": {\n      "description": "Time to fix, from first detection, by tier and severity. A time also covers more severe findings and more critical tiers, unless they have a shorter one. The shortest of all layers wins; an exception never restarts it.",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "tier-0": {\n          "description": "Time to fix at tier 0.",\n          "$ref": "#/definitions/durations",\n          "examples": [{ "critical": "7d", "high": "14d" }]\n        },\n        "tier-1": {\n          "description": "Time to fix at tier 1.",\n          "$ref": "#/definitions/durations",\n          "examples": [{ "critical": "14d", "high": "30d" }]\n        },\n        "tier-2": {\n          "description": "Time to fix at tier 2.",\n          "$ref": "#/definitions/durations",\n          "examples": [{ "critical": "30d", "high": "60d" }]\n        },\n        "kev": {\n          "description": "Time to fix a known exploited vulnerability, at every tier and severity.",\n          "$ref": "#/definitions/duration",\n          "examples": ["3d"]\n        }\n      },\n      "examples": [{ "tier-0": { "critical": "7d", "high": "14d" }, "kev": "3d" }]\n    },\n    "exceptions": {\n      "description": "Who may accept what, and for how long.",\n      "$ref": "#/definitions/exceptions",\n      "examples": [{ "file": ".github/policy-exceptions.yml", "approvers": { "teams": ["acme/appsec"] } }]\n    }\n  },\n  "definitions": {\n    "verdict": { "type": "string", "enum": ["pass", "warn", "block"] },\n    "mode": { "type": "string", "enum": ["monitor", "warn", "enforce"] },\n    "tier": { "type": "integer", "enum": [0, 1, 2] },\n    "severity": { "type": "string", "enum": ["none", "low", "medium", "high", "critical"] },\n    "severityOrUnknown": { "type": "string", "enum": ["none", "low", "medium", "high", "critical", "unknown"] },\n    "category": { "type": "string", "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"] },\n    "state": { "type": "string", "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"] },\n    "reachability": { "type": "string", "enum": ["reachable", "potential", "unreachable", "unknown"] },\n    "slaStatus": { "type": "string", "enum": ["within", "due-soon", "breached"] },\n    "suppression": { "type": "string", "enum": ["honour", "ignore"] },\n    "event": {\n      "type": "string",\n      "enum": [\n        "pull_request",\n        "pull_request_target",\n        "merge_group",\n        "push",\n        "schedule",\n        "workflow_dispatch",\n        "workflow_run",\n        "issue_comment"\n      ]\n    },\n    "duration": {\n      "description": "A positive whole number of hours, days or weeks.",\n      "type": "string",\n      "pattern": "^[1-9][0-9]{0,4}[hdw]$",\n      "examples": ["24h", "7d", "2w"]\n    },\n    "date": {\n      "description": "A calendar day. Where it begins something it counts from its start, where it ends something to its end, in UTC.",\n      "type": "string",\n      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",\n      "examples": ["2027-01-15"]\n    },\n    "id": {\n      "description": "Up to 100 letters, digits, `.`, `_`, `/` and `-`.",\n      "type": "string",\n      "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$",\n      "examples": ["introduced-high"]\n    },\n    "word": {\n      "description": "Lower-case letters, digits and `-`.",\n      "type": "string",\n      "pattern": "^[a-z][a-z0-9-]{0,49}$",\n      "examples": ["internet"]\n    },\n    "name": { "type": "string", "minLength": 1, "maxLength": 200, "examples": ["payments-api"] },\n    "glob": {\n      "description": "A path from the root of the repository with `*`, `?`, `**` and `{a,b}`; at most 200 characters and 10 wildcards.",\n      "type": "string",\n      "minLength": 1,\n      "examples": ["src/**"]\n    },\n    "textGlob": {\n      "description": "A text with `*` (any characters, also `/`), `?` and `{a,b}`; at most 200 characters and 10 wildcards.",\n      "type": "string",\n      "minLength": 1,\n      "examples": ["js/*"]\n    },\n    "cweId": { "description": "A number after `CWE-`.", "type": "string", "pattern": "^CWE-[1-9][0-9]{0,5}$", "examples": ["CWE-79"] },\n    "team": {\n      "description": "Organisation and team.",\n      "type": "string",\n      "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$",\n      "examples": ["acme/appsec"]\n    },\n    "login": {\n      "description": "A GitHub login, without `@`.",\n      "type": "string",\n      "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$",\n      "examples": ["sec-alice"]\n    },\n    "role": { "description": "A role of the repository.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$", "examples": ["admin"] },\n    "layerReference": {\n      "description": "`preset:NAME` or `github:OWNER/REPO/PATH@COMMIT` with the full 40-digit commit.",\n      "type": "string",\n      "pattern": "^(?:preset:[a-z0-9-]+|github:[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+/[^@\\\\\\\\]+@[0-9a-f]{40})$",\n      "examples": ["preset:baseline"]\n    },\n    "tiers": {\n      "type": ["integer", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/tier" } },\n      "else": { "$ref": "#/definitions/tier" }\n    },\n    "names": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/name" } },\n      "else": { "$ref": "#/definitions/name" }\n    },\n    "words": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/word" } },\n      "else": { "$ref": "#/definitions/word" }\n    },\n    "categories": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/category" } },\n      "else": { "$ref": "#/definitions/category" }\n    },\n    "severities": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": {\n        "type": "array",\n        "minItems": 1,\n        "uniqueItems": true,\n        "items": { "$ref": "#/definitions/severityOrUnknown" }\n      },\n      "else": { "$ref": "#/definitions/severityOrUnknown" }\n    },\n    "states": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/state" } },\n      "else": { "$ref": "#/definitions/state" }\n    },\n    "reachabilities": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/reachability" } },\n      "else": { "$ref": "#/definitions/reachability" }\n    },\n    "slaStatuses": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/slaStatus" } },\n      "else": { "$ref": "#/definitions/slaStatus" }\n    },\n    "events": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/event" } },\n      "else": { "$ref": "#/definitions/event" }\n    },\n    "cweIds": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/cweId" } },\n      "else": { "$ref": "#/definitions/cweId" }\n    },\n    "globs": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/glob" } },\n      "else": { "$ref": "#/definitions/glob" }\n    },\n    "textGlobs": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/textGlob" } },\n      "else": { "$ref": "#/definitions/textGlob" }\n    },\n    "asset": {\n      "title": "AssetEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["name", "paths", "tier"],\n      "properties": {\n        "name": {\n          "description": "Name of the asset; unique in its file.",\n          "$ref": "#/definitions/name",\n          "examples": ["payments-api"]\n        },\n        "paths": {\n          "description": "Globs of the paths that belong to it.",\n          "$ref": "#/definitions/globs",\n          "examples": [["services/payments/**"]]\n        },\n        "tier": {\n          "description": "How critical it is: 0 (most), 1 or 2.",\n          "$ref": "#/definitions/tier",\n          "examples": [0]\n        },\n        "exposure": {\n          "description": "Who can reach it, in one word of your own; `internet` is the one that presets know. Where layers disagree, `internet` wins.",\n          "$ref": "#/definitions/word",\n          "examples": ["internet"]\n        },\n        "owners": {\n          "description": "Who is responsible, as reports show it.",\n          "$ref": "#/definitions/names",\n          "examples": [["@acme/payments"]]\n        }\n      }\n    },\n    "tool": {\n      "title": "ToolEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "category": {\n          "description": "Category of its findings.",\n          "$ref": "#/definitions/category",\n          "examples": ["iac"]\n        },\n        "rules": {\n          "description": "What is known of single rules, by the scanner\'s exact rule id.",\n          "type": "object",\n          "minProperties": 1,\n          "additionalProperties": {\n            "title": "ToolRuleEntry",\n            "type": "object",\n            "additionalProperties": false,\n            "required": ["severity"],\n            "properties": {\n              "severity": {\n                "description": "The least severity of its findings. It raises what the file says and never lowers it.",\n                "$ref": "#/definitions/severity",\n                "examples": ["critical"]\n              }\n            }\n          },\n          "examples": [{ "X-1": { "severity": "critical" } }]\n        }\n      }\n    },\n    "scan": {\n      "title": "ScanEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["id"],\n      "properties": {\n        "id": {\n          "description": "Name of the scan in reports; unique in its file. The same id in two layers makes two requirements, unless they ask for the same.",\n          "$ref": "#/definitions/id",\n          "examples": ["sast"]\n        },\n        "category": {\n          "description": "Category that the scan must cover. A scan needs a category, tools, or both.",\n          "$ref": "#/definitions/category",\n          "examples": ["sast"]\n        },\n        "tools": {\n          "description": "Tools that can give the evidence, any one of them; case does not matter. Omitted: any tool of the category.",\n          "$ref": "#/definitions/names",\n          "examples": [["CodeQL", "Semgrep"]]\n        },\n        "tiers": {\n          "description": "Tiers for which the scan is needed. Omitted: all.",\n          "$ref": "#/definitions/tiers",\n          "examples": [[0, 1]]\n        },\n        "applies-to": {\n          "description": "The scan is not applicable where the checkout has no such file.",\n          "$ref": "#/definitions/globs",\n          "examples": [["**/*.ts", "**/*.js"]]\n        },\n        "max-age": {\n          "description": "Older evidence is stale.",\n          "$ref": "#/definitions/duration",\n          "examples": ["24h"]\n        },\n        "if-missing": {\n          "description": "Verdict where no such evidence was given.",\n          "default": "block",\n          "$ref": "#/definitions/verdict",\n          "examples": ["block"]\n        },\n        "if-invalid": {\n          "description": "Verdict where the file cannot be read or is not SARIF 2.1.0.",\n          "default": "block",\n          "$ref": "#/definitions/verdict",\n          "examples": ["block"]\n        },\n        "if-failed": {\n          "description": "Verdict where the tool says that it failed, or gives no results at all.",\n          "default": "block",\n          "$ref": "#/definitions/verdict",\n          "examples": ["block"]\n        },\n        "if-degraded": {\n          "description": "Verdict where results came with error-level notifications.",\n          "default": "warn",\n          "$ref": "#/definitions/verdict",\n          "examples": ["warn"]\n        },\n        "if-stale": {\n          "description": "Verdict where the evidence is too old, or made for another commit.",\n          "default": "warn",\n          "$ref": "#/definitions/verdict",\n          "examples": ["warn"]\n        }\n      }\n    },\n    "feed": {\n      "title": "FeedEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "max-age": {\n          "description": "An older file counts as missing. The shortest of all layers wins.",\n          "$ref": "#/definitions/duration",\n          "examples": ["7d"]\n        },\n        "if-missing": {\n          "description": "Verdict where the feed is missing or too old. The strictest of all layers wins.",\n          "default": "warn",\n          "$ref": "#/definitions/verdict",\n          "examples": ["warn"]\n        }\n      }\n    },\n    "rule": {\n      "title": "RuleEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["id", "when", "verdict"],\n      "properties": {\n        "id": {\n          "description": "Name of the rule in reports. Unique in its file, and over all layers unless the earlier rule is `overridable`.",\n          "$ref": "#/definitions/id",\n          "examples": ["introduced-high"]\n        },\n        "description": {\n          "description": "One sentence for the people whose change it stops.",\n          "type": "string",\n          "minLength": 1,\n          "maxLength": 500,\n          "examples": ["Known exploited vulnerabilities never merge"]\n        },\n        "when": {\n          "description": "What the rule is about. All conditions must hold. `{}` matches every finding but those of category `quality`.",\n          "$ref": "#/definitions/conditions",\n          "examples": [{ "state": ["introduced", "unknown"], "min-severity": "high" }]\n        },\n        "unless": {\n          "description": "What the rule is not about. Only where all conditions are known to hold does the rule not apply.",\n          "$ref": "#/definitions/conditions",\n          "examples": [{ "paths": ["**/test/**"] }]\n        },\n        "verdict": {\n          "description": "What a match means.",\n          "$ref": "#/definitions/verdict",\n          "examples": ["block"]\n        },\n        "more-than": {\n          "description": "The rule counts only where more findings than this match it.",\n          "type": "integer",\n          "minimum": 0,\n          "maximum": 1000000,\n          "examples": [20]\n        },\n        "mode": {\n          "description": "The most that this rule may do, until `enforce-from` if that is given. The weaker of this and the layer\'s mode holds.",\n          "$ref": "#/definitions/mode",\n          "examples": ["warn"]\n        },\n        "enforce-from": {\n          "description": "From this day the rule\'s own `mode` no longer holds it back.",\n          "$ref": "#/definitions/date",\n          "examples": ["2027-01-15"]\n        },\n        "controls": {\n          "description": "Controls of your standards that the rule serves, as reports show them.",\n          "$ref": "#/definitions/names",\n          "examples": [["PCI-DSS-6.3.3", "SOC2-CC7.1"]]\n        },\n        "overridable": {\n          "description": "Whether a later layer may replace this rule by one of the same id.",\n          "default": false,\n          "type": "boolean",\n          "examples": [true]\n        }\n      }\n    },\n    "conditions": {\n      "title": "ConditionsEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "properties": {\n        "tier": {\n          "description": "Tier of the finding.",\n          "$ref": "#/definitions/tiers",\n          "examples": [[0, 1]]\n        },\n        "asset": {\n          "description": "Name of the asset.",\n          "$ref": "#/definitions/names",\n          "examples": [["payments-api"]]\n        },\n        "exposure": {\n          "description": "Exposure of the asset.",\n          "$ref": "#/definitions/words",\n          "examples": ["internet"]\n        },\n        "category": {\n          "description": "Category of the finding. Findings of category `quality` match a rule only where its `when` names that category.",\n          "$ref": "#/definitions/categories",\n          "examples": [["secret"]]\n        },\n        "tool": {\n          "description": "Name of the tool; a glob, case does not matter.",\n          "$ref": "#/definitions/textGlobs",\n          "examples": [["CodeQL", "Semgrep*"]]\n        },\n        "rule-id": {\n          "description": "Rule id of the scanner; a glob in which `*` also matches `/`.",\n          "$ref": "#/definitions/textGlobs",\n          "examples": [["js/*"]]\n        },\n        "cwe": {\n          "description": "Weakness that the finding names.",\n          "$ref": "#/definitions/cweIds",\n          "examples": [["CWE-798"]]\n        },\n        "identifier": {\n          "description": "CVE, GHSA or other identifier of the finding; a glob, case does not matter.",\n          "$ref": "#/definitions/textGlobs",\n          "examples": [["CVE-2026-*"]]\n        },\n        "package": {\n          "description": "Package URL; a glob. Without a version it covers all versions; case does not matter.",\n          "$ref": "#/definitions/textGlobs",\n          "examples": [["pkg:npm/lodash", "pkg:maven/org.apache.*"]]\n        },\n        "paths": {\n          "description": "Path of the finding; globs.",\n          "$ref": "#/definitions/globs",\n          "examples": [["src/**"]]\n        },\n        "severity": {\n          "description": "Severity as reported. In `when`, a finding of unknown severity also counts as what `unknown-severity` says.",\n          "$ref": "#/definitions/severities",\n          "examples": [["high", "critical"]]\n        },\n        "min-severity": {\n          "description": "At least this severe. An unknown severity counts as what `unknown-severity` says.",\n          "$ref": "#/definitions/severity",\n          "examples": ["high"]\n        },\n        "min-score": {\n          "description": "At least this score (0 to 10). A finding without a score does not match: add a rule on `min-severity` for those.",\n          "type": "number",\n          "minimum": 0,\n          "maximum": 10,\n          "examples": [9.5]\n        },\n        "state": {\n          "description": "How the finding relates to the change. Name `unknown` for findings whose state could not be told.",\n          "$ref": "#/definitions/states",\n          "examples": [["introduced", "unknown"]]\n        },\n        "in-diff": {\n          "description": "Whether it lies on changed lines. Not known: matches neither.",\n          "type": "boolean",\n          "examples": [true]\n        },\n        "kev": {\n          "description": "Whether it is known to be exploited. Not known: matches neither.",\n          "type": "boolean",\n          "examples": [true]\n        },\n        "min-epss": {\n          "description": "At least this exploit probability (0 to 1). Not known: does not match.",\n          "type": "number",\n          "minimum": 0,\n          "maximum": 1,\n          "examples": [0.5]\n        },\n        "reachability": {\n          "description": "Whether the vulnerable code is reached, as the scanner says.",\n          "$ref": "#/definitions/reachabilities",\n          "examples": [["reachable", "potential"]]\n        },\n        "fix-available": {\n          "description": "Whether a fixed version exists. Not known: matches neither.",\n          "type": "boolean",\n          "examples": [true]\n        },\n        "min-age": {\n          "description": "At least this long since first detection. Not known: does not match.",\n          "$ref": "#/definitions/duration",\n          "examples": ["30d"]\n        },\n        "sla": {\n          "description": "Where it stands in its time to fix: `within`, `due-soon` (the last fifth of the time, at most 7 days) or `breached`.",\n          "$ref": "#/definitions/slaStatuses",\n          "examples": ["breached"]\n        },\n        "branch": {\n          "description": "Branch that the change goes to; globs in which `*` stops at `/`.",\n          "$ref": "#/definitions/globs",\n          "examples": [["main", "release/**"]]\n        },\n        "event": {\n          "description": "Event of the run.",\n          "$ref": "#/definitions/events",\n          "examples": [["merge_group"]]\n        },\n        "tags": {\n          "description": "Tags of the scanner\'s rule; globs, case does not matter.",\n          "$ref": "#/definitions/textGlobs",\n          "examples": [["security", "external/cwe/*"]]\n        }\n      }\n    },\n    "durations": {\n      "title": "SeverityDurations",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "critical": {\n          "description": "For critical findings.",\n          "$ref": "#/definitions/duration",\n          "examples": ["7d"]\n        },\n        "high": { "description": "For high findings.", "$ref": "#/definitions/duration", "examples": ["14d"] },\n        "medium": { "description": "For medium findings.", "$ref": "#/definitions/duration", "examples": ["30d"] },\n        "low": { "description": "For low findings.", "$ref": "#/definitions/duration", "examples": ["90d"] }\n      }\n    },\n    "exceptions": {\n      "title": "ExceptionsEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "file": {\n          "description": "Path of the exceptions file, from the root of the repository. The first layer that sets it wins.",\n          "type": "string",\n          "minLength": 1,\n          "maxLength": 500,\n          "examples": [".github/policy-exceptions.yml"]\n        },\n        "approvers": {\n          "description": "Who may approve an exception. The approvers of the first layer that sets them are final.",\n          "title": "ApproversEntry",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "teams": {\n              "description": "Teams whose active members may approve.",\n              "type": "array",\n              "minItems": 1,\n              "uniqueItems": true,\n              "items": { "$ref": "#/definitions/team" },\n              "examples": [["acme/appsec"]]\n            },\n            "users": {\n              "description": "Logins of people who may approve.",\n              "type": "array",\n              "minItems": 1,\n              "uniqueItems": true,\n              "items": { "$ref": "#/definitions/login" },\n              "examples": [["sec-alice"]]\n            },\n            "roles": {\n              "description": "Repository roles whose holders may approve, by exact name.",\n              "type": "array",\n              "minItems": 1,\n              "uniqueItems": true,\n              "items": { "$ref": "#/definitions/role" },\n              "examples": [["admin"]]\n            }\n          },\n          "examples": [{ "teams": ["acme/appsec"], "users": ["sec-alice"], "roles": ["admin"] }]\n        },\n        "quorum": {\n          "description": "How many different people must approve. The largest number that applies holds, over all layers.",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "default": {\n              "description": "For any exception.",\n              "default": 1,\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [1]\n            },\n            "tier-0": {\n              "description": "At tier 0.",\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [2]\n            },\n            "tier-1": {\n              "description": "At tier 1.",\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [1]\n            },\n            "tier-2": {\n              "description": "At tier 2.",\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [1]\n            },\n            "kev": {\n              "description": "For known exploited vulnerabilities.",\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [2]\n            },\n            "break-glass": {\n              "description": "For break-glass.",\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [2]\n            }\n          },\n          "examples": [{ "default": 1, "tier-0": 2, "kev": 2, "break-glass": 2 }]\n        },\n        "max-duration": {\n          "description": "How long an exception may run. A time also covers more severe findings and more critical tiers, unless they have a shorter one. The shortest of all layers wins.",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "tier-0": {\n              "description": "At tier 0.",\n              "$ref": "#/definitions/durations",\n              "examples": [{ "critical": "7d", "high": "14d", "medium": "30d", "low": "90d" }]\n            },\n            "tier-1": {\n              "description": "At tier 1.",\n              "$ref": "#/definitions/durations",\n              "examples": [{ "critical": "14d", "high": "30d", "medium": "60d", "low": "120d" }]\n            },\n            "tier-2": {\n              "description": "At tier 2.",\n              "$ref": "#/definitions/durations",\n              "examples": [{ "critical": "30d", "high": "60d", "medium": "90d", "low": "180d" }]\n            },\n            "kev": {\n              "description": "For known exploited vulnerabilities, at every tier and severity.",\n              "$ref": "#/definitions/duration",\n              "examples": ["3d"]\n            }\n          },\n          "examples": [{ "tier-0": { "critical": "7d", "high": "14d" }, "kev": "3d" }]\n        },\n        "require": {\n          "description": "Tiers for which a field of the exception is required. All layers count.",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "ticket": {\n              "description": "Tiers at which a ticket is needed.",\n              "$ref": "#/definitions/tiers",\n              "examples": [[0, 1]]\n            },\n            "controls": {\n              "description": "Tiers at which compensating controls are needed.",\n              "$ref": "#/definitions/tiers",\n              "examples": [[0, 1]]\n            }\n          },\n          "examples": [{ "ticket": [0, 1], "controls": [0, 1] }]\n        },\n        "never": {\n          "description": "Findings that cannot be excepted at all: each entry is a set of conditions. All layers count.",\n          "type": "array",\n          "minItems": 1,\n          "maxItems": 100,\n          "items": { "$ref": "#/definitions/conditions" },\n          "examples": [[{ "category": "secret" }]]\n        },\n        "labels": {\n          "description": "Labels that the gate keeps on the pull request. Of each, the first layer that sets it wins.",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "requested": {\n              "description": "While an exception is asked for.",\n              "type": "string",\n              "minLength": 1,\n              "maxLength": 50,\n              "examples": ["security-exception: requested"]\n            },\n            "approved": {\n              "description": "While an exception is approved.",\n              "type": "string",\n              "minLength": 1,\n              "maxLength": 50,\n              "examples": ["security-exception: approved"]\n            }\n          },\n          "examples": [{ "requested": "security-exception: requested", "approved": "security-exception: approved" }]\n        },\n        "require-label": {\n          "description": "Whether an approval counts only while an approver has also set the `approved` label. `true` in any layer wins.",\n          "default": false,\n          "type": "boolean",\n          "examples": [true]\n        },\n        "expiring-notice": {\n          "description": "How long before its end an exception is announced as expiring. The longest of all layers wins.",\n          "default": "14d",\n          "$ref": "#/definitions/duration",\n          "examples": ["14d"]\n        }\n      }\n    }\n  }\n}\n',
  "exceptions": '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "$id": "urn:policy-gate:schema:exceptions:1",\n  "title": "ExceptionsFile",\n  "description": "Exceptions of Policy Gate: findings that are accepted for a time, by named people, for a reason.",\n  "type": "object",\n  "additionalProperties": false,\n  "required": ["version", "exceptions"],\n  "properties": {\n    "version": {\n      "description": "Version of this format. Always 1.",\n      "const": 1,\n      "examples": [1]\n    },\n    "exceptions": {\n      "description": "The exceptions, each for one finding.",\n      "type": "array",\n      "maxItems": 10000,\n      "items": { "$ref": "#/definitions/exception" },\n      "examples": [[]]\n    }\n  },\n  "definitions": {\n    "person": {\n      "description": "A GitHub login, with or without `@`.",\n      "type": "string",\n      "pattern": "^@?[A-Za-z0-9][A-Za-z0-9_-]{0,38}$",\n      "examples": ["@alice"]\n    },\n    "date": {\n      "description": "A calendar day, or an instant in UTC. A day counts from its start where it begins something, to its end where it ends something.",\n      "type": "string",\n      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",\n      "examples": ["2026-11-30"]\n    },\n    "exception": {\n      "title": "ExceptionEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["id", "type", "match", "reason", "owner", "approved-by", "approved-at", "expires"],\n      "properties": {\n        "id": {\n          "description": "Name of the exception; unique in the file.",\n          "type": "string",\n          "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$",\n          "examples": ["EXC-2026-0042"]\n        },\n        "type": {\n          "description": "Why the finding may stay.",\n          "type": "string",\n          "enum": ["risk-accept", "false-positive", "mitigated", "vendor-dependency", "break-glass"],\n          "examples": ["risk-accept"]\n        },\n        "match": {\n          "description": "The finding: its id; or an identifier with a package, a path or both; or tool, rule-id and path. No globs, but for one `/**` at the end of a path at tiers 1 and 2.",\n          "title": "MatchEntry",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "finding": {\n              "description": "Id of one finding.",\n              "type": "string",\n              "pattern": "^F-[0-9a-f]{32}$",\n              "examples": ["F-0123456789abcdef0123456789abcdef"]\n            },\n            "identifier": {\n              "description": "CVE, GHSA or another name of the advisory; aliases are interchangeable.",\n              "type": "string",\n              "minLength": 3,\n              "maxLength": 200,\n              "examples": ["CVE-2026-1234"]\n            },\n            "package": {\n              "description": "Package URL; without a version it covers all versions.",\n              "type": "string",\n              "pattern": "^pkg:[a-z][a-z0-9.+-]*/\\\\S+$",\n              "maxLength": 500,\n              "examples": ["pkg:npm/lodash"]\n            },\n            "path": {\n              "description": "Path from the root of the repository.",\n              "type": "string",\n              "minLength": 1,\n              "maxLength": 1000,\n              "examples": ["web/package-lock.json"]\n            },\n            "tool": {\n              "description": "Name of the tool.",\n              "type": "string",\n              "minLength": 1,\n              "maxLength": 200,\n              "examples": ["Semgrep"]\n            },\n            "rule-id": {\n              "description": "The scanner\'s rule id.",\n              "type": "string",\n              "minLength": 1,\n              "maxLength": 500,\n              "examples": ["generic.secrets.x"]\n            }\n          },\n          "examples": [{ "identifier": "CVE-2026-1234", "package": "pkg:npm/lodash" }]\n        },\n        "reason": {\n          "description": "Why this is acceptable, in 20 to 500 characters.",\n          "type": "string",\n          "minLength": 20,\n          "maxLength": 500,\n          "examples": ["The endpoint is disabled in production and removed in Q1"]\n        },\n        "owner": {\n          "description": "The person who answers for it.",\n          "$ref": "#/definitions/person",\n          "examples": ["@alice"]\n        },\n        "approved-by": {\n          "description": "The people who approved it.",\n          "type": "array",\n          "minItems": 1,\n          "uniqueItems": true,\n          "items": { "$ref": "#/definitions/person" },\n          "examples": [["@sec-bob"]]\n        },\n        "approved-at": {\n          "description": "When it was approved; it counts from then.",\n          "$ref": "#/definitions/date",\n          "examples": ["2026-11-01"]\n        },\n        "expires": {\n          "description": "When it ends; a day counts to its end in UTC.",\n          "$ref": "#/definitions/date",\n          "examples": ["2026-11-30"]\n        },\n        "ticket": {\n          "description": "Ticket that tracks the fix; required at the tiers that the policy names.",\n          "type": "string",\n          "minLength": 1,\n          "maxLength": 200,\n          "examples": ["SEC-12"]\n        },\n        "controls": {\n          "description": "Compensating controls; required for `mitigated` and at the tiers that the policy names.",\n          "type": "array",\n          "minItems": 1,\n          "uniqueItems": true,\n          "items": { "type": "string", "minLength": 1, "maxLength": 500 },\n          "examples": [["WAF rule 1234"]]\n        }\n      }\n    }\n  }\n}\n',
  "decision": '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "$id": "https://policy-gate.dev/schemas/decision-1.json",\n  "title": "Policy Gate decision",\n  "description": "What the gate concluded, and everything it rests on. Canonical: keys in a fixed order, outcomes sorted by verdict, tier, severity, path, line, rule and id.",\n  "type": "object",\n  "additionalProperties": false,\n  "required": ["schemaVersion", "verdict", "completeness", "evaluatedAt", "change", "inputs", "scans", "counts", "outcomes", "exceptions", "notices"],\n  "properties": {\n    "schemaVersion": { "const": 1 },\n    "verdict": { "$ref": "#/definitions/verdict" },\n    "completeness": { "description": "incomplete: some expected or delivered evidence is neither complete nor not-applicable.", "enum": ["complete", "incomplete"] },\n    "evaluatedAt": { "description": "The one clock of the evaluation, ISO 8601 UTC.", "$ref": "#/definitions/instant" },\n    "change": {\n      "description": "The change that was judged, as far as it is known.",\n      "type": "object", "additionalProperties": false,\n      "required": ["event", "repository", "baseSha", "headSha", "pullRequest"],\n      "properties": {\n        "event": { "type": ["string", "null"] },\n        "repository": { "type": ["string", "null"] },\n        "baseSha": { "type": ["string", "null"] },\n        "headSha": { "type": ["string", "null"] },\n        "pullRequest": { "type": ["integer", "null"], "minimum": 1 }\n      }\n    },\n    "inputs": {\n      "description": "Every file that the decision rests on, with its digest; each layer of the policy is one.",\n      "type": "array",\n      "items": {\n        "type": "object", "additionalProperties": false, "required": ["kind", "name", "sha256", "bytes"],\n        "properties": {\n          "kind": { "enum": ["sarif", "baseline", "policy", "exceptions", "kev", "epss", "vex", "diff"] },\n          "name": { "type": "string" },\n          "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" },\n          "bytes": { "type": "integer", "minimum": 0 }\n        }\n      }\n    },\n    "scans": {\n      "description": "Expected and delivered evidence, judged.",\n      "type": "array",\n      "items": {\n        "type": "object", "additionalProperties": false, "required": ["id", "category", "state", "tools", "verdict", "reason"],\n        "properties": {\n          "id": { "type": "string" },\n          "category": { "anyOf": [{ "$ref": "#/definitions/category" }, { "type": "null" }] },\n          "state": { "enum": ["complete", "degraded", "failed", "missing", "invalid", "stale", "not-applicable"] },\n          "tools": {\n            "type": "array",\n            "items": {\n              "type": "object", "additionalProperties": false, "required": ["name", "version", "results"],\n              "properties": { "name": { "type": "string" }, "version": { "type": ["string", "null"] }, "results": { "type": "integer", "minimum": 0 } }\n            }\n          },\n          "verdict": { "$ref": "#/definitions/verdict" },\n          "reason": { "type": "string" }\n        }\n      }\n    },\n    "counts": {\n      "description": "block + warn + pass = total; excepted, suppressed and monitored are parts of pass; fixed is outside total; results = occurrences of all outcomes but fixed, plus notFindings.",\n      "type": "object", "additionalProperties": false,\n      "required": ["block", "warn", "pass", "total", "excepted", "suppressed", "monitored", "fixed", "results", "notFindings"],\n      "properties": {\n        "block": { "$ref": "#/definitions/count" }, "warn": { "$ref": "#/definitions/count" }, "pass": { "$ref": "#/definitions/count" },\n        "total": { "$ref": "#/definitions/count" }, "excepted": { "$ref": "#/definitions/count" }, "suppressed": { "$ref": "#/definitions/count" },\n        "monitored": { "$ref": "#/definitions/count" }, "fixed": { "$ref": "#/definitions/count" }, "results": { "$ref": "#/definitions/count" },\n        "notFindings": { "$ref": "#/definitions/count" }\n      }\n    },\n    "outcomes": { "type": "array", "items": { "$ref": "#/definitions/outcome" } },\n    "exceptions": {\n      "type": "array",\n      "items": {\n        "type": "object", "additionalProperties": false, "required": ["id", "status", "source", "finding", "expires", "problem"],\n        "properties": {\n          "id": { "type": "string" },\n          "status": { "enum": ["active", "expiring", "expired", "unused", "invalid", "requested", "rejected", "revoked"] },\n          "source": { "enum": ["file", "comment"] },\n          "finding": { "type": ["string", "null"] },\n          "expires": { "type": ["string", "null"] },\n          "problem": { "type": ["string", "null"] }\n        }\n      }\n    },\n    "notices": {\n      "type": "array",\n      "items": {\n        "type": "object", "additionalProperties": false, "required": ["level", "code", "message"],\n        "properties": { "level": { "enum": ["info", "warning", "error"] }, "code": { "type": "string" }, "message": { "type": "string" } }\n      }\n    }\n  },\n  "definitions": {\n    "verdict": { "description": "Mildest first.", "enum": ["pass", "warn", "block"] },\n    "category": { "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"] },\n    "count": { "type": "integer", "minimum": 0 },\n    "instant": { "type": "string", "pattern": "^\\\\d{4}-\\\\d{2}-\\\\d{2}T\\\\d{2}:\\\\d{2}:\\\\d{2}(\\\\.\\\\d+)?Z$" },\n    "line": { "type": ["integer", "null"], "minimum": 1 },\n    "strings": { "type": "array", "items": { "type": "string" } },\n    "outcome": {\n      "type": "object", "additionalProperties": false,\n      "required": ["finding", "verdict", "reason", "rules", "sla", "exception", "refusedExceptions", "next"],\n      "properties": {\n        "finding": { "$ref": "#/definitions/finding" },\n        "verdict": { "$ref": "#/definitions/verdict" },\n        "reason": { "enum": ["rule", "no-rule", "excepted", "suppressed", "monitored", "below-count", "fixed"] },\n        "rules": {\n          "description": "Every rule that matched. verdict: what it contributes after its mode and count; declared: what it says in mode enforce.",\n          "type": "array",\n          "items": {\n            "type": "object", "additionalProperties": false, "required": ["id", "layer", "verdict", "declared"],\n            "properties": { "id": { "type": "string" }, "layer": { "type": "string" }, "verdict": { "$ref": "#/definitions/verdict" }, "declared": { "$ref": "#/definitions/verdict" } }\n          }\n        },\n        "sla": {\n          "anyOf": [\n            { "type": "null" },\n            {\n              "type": "object", "additionalProperties": false, "required": ["due", "status"],\n              "properties": { "due": { "$ref": "#/definitions/instant" }, "status": { "enum": ["within", "due-soon", "breached"] } }\n            }\n          ]\n        },\n        "exception": {\n          "anyOf": [\n            { "type": "null" },\n            { "type": "object", "additionalProperties": false, "required": ["id", "expires"], "properties": { "id": { "type": "string" }, "expires": { "type": "string" } } }\n          ]\n        },\n        "refusedExceptions": { "description": "What to tell about exceptions that no longer hold or never did.", "$ref": "#/definitions/strings" },\n        "next": { "description": "What to do, for people.", "type": ["string", "null"] }\n      }\n    },\n    "finding": {\n      "type": "object", "additionalProperties": false,\n      "required": ["id", "fingerprint", "tool", "toolVersion", "ruleId", "category", "severity", "severitySource", "severityConflict", "score", "message", "helpUri", "location", "placeProblem", "asset", "tier", "exposure", "owners", "state", "stateReason", "inDiff", "identifiers", "package", "kev", "epss", "reachability", "fixAvailable", "firstDetected", "suppression", "tags", "alsoReportedBy", "occurrences", "sources"],\n      "properties": {\n        "id": { "type": "string", "pattern": "^F-[0-9a-f]{32}$" },\n        "fingerprint": { "type": "string", "pattern": "^[0-9a-f]{32}$" },\n        "tool": { "type": "string" },\n        "toolVersion": { "type": ["string", "null"] },\n        "ruleId": { "type": "string" },\n        "category": { "$ref": "#/definitions/category" },\n        "severity": { "enum": ["none", "low", "medium", "high", "critical", "unknown"] },\n        "severitySource": { "enum": ["policy", "tool", "result-property", "security-severity", "cvss", "rule-property", "secret-default", "level", "level-default", "none"] },\n        "severityConflict": { "description": "True where level and score point to different severities.", "type": "boolean" },\n        "score": { "type": ["number", "null"], "exclusiveMinimum": 0, "maximum": 10 },\n        "message": { "type": "string" },\n        "helpUri": { "type": ["string", "null"] },\n        "location": {\n          "anyOf": [\n            { "type": "null" },\n            {\n              "type": "object", "additionalProperties": false, "required": ["path", "startLine", "startColumn", "endLine", "endColumn"],\n              "properties": {\n                "path": { "type": "string" }, "startLine": { "$ref": "#/definitions/line" }, "startColumn": { "$ref": "#/definitions/line" },\n                "endLine": { "$ref": "#/definitions/line" }, "endColumn": { "$ref": "#/definitions/line" }\n              }\n            }\n          ]\n        },\n        "placeProblem": { "description": "Why the place could not be mapped into the repository.", "type": ["string", "null"] },\n        "asset": { "type": ["string", "null"] },\n        "tier": { "type": "integer", "minimum": 0, "maximum": 2 },\n        "exposure": { "type": ["string", "null"] },\n        "owners": { "$ref": "#/definitions/strings" },\n        "state": { "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"] },\n        "stateReason": { "description": "On what ground the state was chosen.", "type": ["string", "null"] },\n        "inDiff": { "type": ["boolean", "null"] },\n        "identifiers": { "$ref": "#/definitions/strings" },\n        "package": {\n          "anyOf": [\n            { "type": "null" },\n            {\n              "type": "object", "additionalProperties": false, "required": ["purl", "name", "version", "fixedVersion"],\n              "properties": { "purl": { "type": ["string", "null"] }, "name": { "type": "string" }, "version": { "type": ["string", "null"] }, "fixedVersion": { "type": ["string", "null"] } }\n            }\n          ]\n        },\n        "kev": { "type": ["boolean", "null"] },\n        "epss": { "type": ["number", "null"], "minimum": 0, "maximum": 1 },\n        "reachability": { "enum": ["reachable", "potential", "unreachable", "unknown"] },\n        "fixAvailable": { "type": ["boolean", "null"] },\n        "firstDetected": { "type": ["string", "null"] },\n        "suppression": {\n          "description": "What the scanner claims; the reason says whether it was honoured.",\n          "anyOf": [\n            { "type": "null" },\n            {\n              "type": "object", "additionalProperties": false, "required": ["kind", "justification"],\n              "properties": { "kind": { "enum": ["in-source", "external"] }, "justification": { "type": ["string", "null"] } }\n            }\n          ]\n        },\n        "tags": { "$ref": "#/definitions/strings" },\n        "alsoReportedBy": {\n          "description": "Other tools and rules that reported the same.",\n          "type": "array",\n          "items": { "type": "object", "additionalProperties": false, "required": ["tool", "ruleId"], "properties": { "tool": { "type": "string" }, "ruleId": { "type": "string" } } }\n        },\n        "occurrences": { "type": "integer", "minimum": 1 },\n        "sources": { "$ref": "#/definitions/strings" }\n      }\n    }\n  }\n}\n',
  "policy-test": '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "$id": "urn:policy-gate:schema:policy-test:1",\n  "title": "PolicyTest",\n  "description": "Unit tests of a policy of Policy Gate: findings or SARIF in, the verdict expected.",\n  "type": "object",\n  "additionalProperties": false,\n  "required": ["version", "policy", "tests"],\n  "properties": {\n    "version": { "description": "Version of this format. Always 1.", "const": 1, "examples": [1] },\n    "policy": {\n      "description": "The policy that is tested: a path from this file, or `preset:NAME`.",\n      "type": "string",\n      "minLength": 1,\n      "maxLength": 1000,\n      "examples": ["../policy-gate.yml", "preset:baseline"]\n    },\n    "exceptions": { "description": "Exceptions file that applies, a path from this file. Default: no exceptions.", "$ref": "#/definitions/path", "examples": ["exceptions.yml"] },\n    "now": { "description": "The instant of every test. Default: the clock.", "$ref": "#/definitions/instant", "examples": ["2026-12-01T12:00:00Z"] },\n    "tier": { "description": "Tier of paths that no asset names.", "default": 1, "$ref": "#/definitions/tier", "examples": [1] },\n    "assets": {\n      "description": "Assets that a repository would add to the policy, as one more layer: for policies that are shared and name none.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 100,\n      "items": { "$ref": "#/definitions/asset" },\n      "examples": [[{ "name": "core", "paths": ["core/**"], "tier": 0 }]]\n    },\n    "tests": {\n      "description": "The tests, each by itself.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 1000,\n      "items": { "$ref": "#/definitions/test" },\n      "examples": [[{ "name": "a new high finding blocks", "findings": [{ "severity": "high" }], "expect": { "verdict": "block" } }]]\n    }\n  },\n  "definitions": {\n    "path": { "description": "A path from this file.", "type": "string", "minLength": 1, "maxLength": 1000, "examples": ["results/semgrep.sarif"] },\n    "instant": {\n      "description": "An instant in UTC.",\n      "type": "string",\n      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",\n      "examples": ["2026-12-01T12:00:00Z"]\n    },\n    "tier": { "description": "0 is the most critical.", "type": "integer", "enum": [0, 1, 2], "examples": [0] },\n    "severity": { "description": "A severity.", "type": "string", "enum": ["none", "low", "medium", "high", "critical", "unknown"], "examples": ["high"] },\n    "state": { "description": "How the finding relates to the change.", "type": "string", "enum": ["introduced", "newly-disclosed", "existing", "unknown"], "examples": ["introduced"] },\n    "verdict": { "description": "What the gate answers.", "type": "string", "enum": ["pass", "warn", "block"], "examples": ["block"] },\n    "reason": {\n      "description": "Why an outcome has its verdict.",\n      "type": "string",\n      "enum": ["rule", "no-rule", "excepted", "suppressed", "monitored", "below-count", "fixed"],\n      "examples": ["excepted"]\n    },\n    "count": { "description": "How many findings.", "type": "integer", "minimum": 0, "maximum": 1000000, "examples": [1] },\n    "word": { "description": "A text.", "type": "string", "minLength": 1, "maxLength": 500, "examples": ["js/sql-injection"] },\n    "words": { "description": "A list of texts.", "type": "array", "maxItems": 500, "items": { "$ref": "#/definitions/word" }, "examples": [["CVE-2026-1234"]] },\n    "files": {\n      "description": "Files, directories or globs, as paths from this file.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 100,\n      "items": { "$ref": "#/definitions/path" },\n      "examples": [["results/*.sarif"]]\n    },\n    "asset": {\n      "title": "TestAssetEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["name", "paths", "tier"],\n      "properties": {\n        "name": { "description": "Name of the asset.", "$ref": "#/definitions/word", "examples": ["core"] },\n        "paths": { "description": "Globs of its paths.", "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/definitions/word" }, "examples": [["core/**"]] },\n        "tier": { "description": "How critical it is.", "$ref": "#/definitions/tier", "examples": [0] },\n        "exposure": { "description": "Who can reach it.", "$ref": "#/definitions/word", "examples": ["internet"] }\n      }\n    },\n    "test": {\n      "title": "TestEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["name", "expect"],\n      "properties": {\n        "name": { "description": "What the test shows, as a sentence.", "$ref": "#/definitions/word", "examples": ["a new high finding blocks"] },\n        "findings": {\n          "description": "Findings in short form; every required scan and feed then counts as complete, unless `scans` says otherwise.",\n          "type": "array",\n          "maxItems": 1000,\n          "items": { "$ref": "#/definitions/finding" },\n          "examples": [[{ "severity": "high", "path": "src/app.ts" }]]\n        },\n        "sarif": { "description": "Scanner output to evaluate instead.", "$ref": "#/definitions/files", "examples": [["results/*.sarif"]] },\n        "baseline": { "description": "With `sarif`: SARIF of the base commit.", "$ref": "#/definitions/files", "examples": [["baseline/*.sarif"]] },\n        "kev": { "description": "With `sarif`: KEV catalogue.", "$ref": "#/definitions/files", "examples": [["kev.json"]] },\n        "epss": { "description": "With `sarif`: EPSS scores.", "$ref": "#/definitions/files", "examples": [["epss.csv"]] },\n        "vex": { "description": "With `sarif`: OpenVEX statements.", "$ref": "#/definitions/files", "examples": [["vex.json"]] },\n        "diff": { "description": "With `sarif`: unified diff of the change.", "$ref": "#/definitions/path", "examples": ["change.diff"] },\n        "source-root": { "description": "With `sarif`: root of the checkout. Default: this file\'s directory.", "$ref": "#/definitions/path", "examples": [".."] },\n        "scans": {\n          "description": "With `findings`: what became of required scans, by id; of feeds, as `\\"feed:kev\\"`.",\n          "type": "object",\n          "minProperties": 1,\n          "additionalProperties": {\n            "description": "State of the evidence.",\n            "type": "string",\n            "enum": ["complete", "missing", "degraded", "failed", "invalid", "stale"],\n            "examples": ["missing"]\n          },\n          "examples": [{ "sast": "missing" }]\n        },\n        "now": { "description": "The instant of this test.", "$ref": "#/definitions/instant", "examples": ["2026-12-01T12:00:00Z"] },\n        "tier": { "description": "Tier of paths that no asset names.", "$ref": "#/definitions/tier", "examples": [1] },\n        "event": { "description": "Event that the change came with.", "$ref": "#/definitions/word", "examples": ["pull_request"] },\n        "branch": { "description": "Branch that the change goes to.", "$ref": "#/definitions/word", "examples": ["main"] },\n        "expect": { "$ref": "#/definitions/expect" }\n      },\n      "examples": [{ "name": "a new high finding blocks", "findings": [{ "severity": "high" }], "expect": { "verdict": "block" } }]\n    },\n    "finding": {\n      "title": "TestFindingEntry",\n      "description": "A finding in short form; what is not given is ordinary, or unknown.",\n      "type": "object",\n      "additionalProperties": false,\n      "properties": {\n        "severity": { "description": "Severity of the finding.", "default": "high", "$ref": "#/definitions/severity", "examples": ["high"] },\n        "score": { "description": "Score behind the severity.", "type": "number", "exclusiveMinimum": 0, "maximum": 10, "examples": [8.8] },\n        "category": { "description": "Default `sast`; `sca` for a finding with a package.", "type": "string", "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"], "examples": ["sast"] },\n        "path": { "description": "Path in the repository.", "default": "src/app.ts", "$ref": "#/definitions/word", "examples": ["src/app.ts"] },\n        "line": { "description": "Line in the file.", "type": "integer", "minimum": 1, "maximum": 10000000, "examples": [12] },\n        "state": { "description": "How it relates to the change.", "default": "introduced", "$ref": "#/definitions/state", "examples": ["existing"] },\n        "in-diff": { "description": "Whether its place is part of the change. Default: not known.", "type": "boolean", "examples": [true] },\n        "kev": { "description": "Whether it is known to be exploited. Default: not known.", "type": "boolean", "examples": [true] },\n        "epss": { "description": "EPSS score. Default: not known.", "type": "number", "minimum": 0, "maximum": 1, "examples": [0.4] },\n        "reachability": { "description": "Default `unknown`.", "type": "string", "enum": ["reachable", "potential", "unreachable", "unknown"], "examples": ["reachable"] },\n        "fix-available": { "description": "Whether there is a fix. Default: not known; true with `fixed-version`.", "type": "boolean", "examples": [true] },\n        "package": { "description": "Package URL.", "type": "string", "pattern": "^pkg:[a-z][a-z0-9.+-]*/\\\\S+$", "maxLength": 500, "examples": ["pkg:npm/lodash@4.17.20"] },\n        "fixed-version": { "description": "Version that has the fix.", "$ref": "#/definitions/word", "examples": ["4.17.21"] },\n        "tool": { "description": "Name of the scanner.", "default": "Scanner", "$ref": "#/definitions/word", "examples": ["Semgrep"] },\n        "rule-id": { "description": "The scanner\'s rule id.", "default": "rule", "$ref": "#/definitions/word", "examples": ["js/sql-injection"] },\n        "identifiers": { "description": "CVE, GHSA, CWE and the like.", "$ref": "#/definitions/words", "examples": [["CVE-2026-1234", "CWE-79"]] },\n        "tags": { "description": "Tags of the rule.", "$ref": "#/definitions/words", "examples": [["security"]] },\n        "age": { "description": "Time since first detection. Default: detected now.", "type": "string", "pattern": "^[1-9][0-9]{0,4}[hdw]$", "examples": ["30d"] },\n        "suppression": { "description": "The scanner says that it is suppressed.", "type": "string", "enum": ["in-source", "external"], "examples": ["in-source"] },\n        "id": { "description": "Id of the finding, for exceptions that name it.", "type": "string", "pattern": "^F-[0-9a-f]{32}$", "examples": ["F-0123456789abcdef0123456789abcdef"] },\n        "times": { "description": "So many findings like this one.", "default": 1, "type": "integer", "minimum": 1, "maximum": 10000, "examples": [21] },\n        "expect": {\n          "description": "What is expected of this finding alone: a verdict, or a reason such as `excepted`.",\n          "type": "string",\n          "enum": ["pass", "warn", "block", "rule", "no-rule", "excepted", "suppressed", "monitored", "below-count"],\n          "examples": ["block"]\n        }\n      },\n      "examples": [{ "severity": "high", "path": "src/app.ts" }]\n    },\n    "expect": {\n      "title": "ExpectEntry",\n      "description": "What is expected; what is not named is not checked.",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "verdict": { "description": "The verdict on the whole.", "$ref": "#/definitions/verdict", "examples": ["block"] },\n        "completeness": { "description": "Whether all evidence is there.", "type": "string", "enum": ["complete", "incomplete"], "examples": ["complete"] },\n        "block": { "description": "Findings that block.", "$ref": "#/definitions/count", "examples": [1] },\n        "warn": { "description": "Findings that warn.", "$ref": "#/definitions/count", "examples": [2] },\n        "pass": { "description": "Findings that pass.", "$ref": "#/definitions/count", "examples": [3] },\n        "total": { "description": "Findings, without fixed ones.", "$ref": "#/definitions/count", "examples": [6] },\n        "excepted": { "description": "Findings under an exception.", "$ref": "#/definitions/count", "examples": [0] },\n        "suppressed": { "description": "Findings whose suppression is honoured.", "$ref": "#/definitions/count", "examples": [0] },\n        "monitored": { "description": "Findings that only rules in monitor mode match.", "$ref": "#/definitions/count", "examples": [0] },\n        "fixed": { "description": "Findings of the baseline that are gone.", "$ref": "#/definitions/count", "examples": [0] },\n        "rules": { "description": "The rules that match any finding: exactly these, in any order.", "$ref": "#/definitions/words", "examples": [["introduced-high"]] },\n        "scans": {\n          "description": "State or verdict of scans, by id.",\n          "type": "object",\n          "minProperties": 1,\n          "additionalProperties": {\n            "description": "A state of evidence or a verdict.",\n            "type": "string",\n            "enum": ["pass", "warn", "block", "complete", "degraded", "failed", "missing", "invalid", "stale", "not-applicable"],\n            "examples": ["missing"]\n          },\n          "examples": [{ "sast": "missing" }]\n        },\n        "findings": {\n          "description": "What is expected of findings: each entry must fit at least one, and every one that it fits must be as expected.",\n          "type": "array",\n          "minItems": 1,\n          "maxItems": 1000,\n          "items": { "$ref": "#/definitions/expectedFinding" },\n          "examples": [[{ "path": "src/app.ts", "verdict": "block" }]]\n        }\n      },\n      "examples": [{ "verdict": "block" }]\n    },\n    "expectedFinding": {\n      "title": "ExpectedFindingEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "finding": { "description": "Which: its id.", "type": "string", "pattern": "^F-[0-9a-f]{32}$", "examples": ["F-0123456789abcdef0123456789abcdef"] },\n        "path": { "description": "Which: its path.", "$ref": "#/definitions/word", "examples": ["src/app.ts"] },\n        "line": { "description": "Which: its line.", "type": "integer", "minimum": 1, "maximum": 10000000, "examples": [12] },\n        "tool": { "description": "Which: its scanner.", "$ref": "#/definitions/word", "examples": ["Semgrep"] },\n        "rule-id": { "description": "Which: the scanner\'s rule id.", "$ref": "#/definitions/word", "examples": ["js/sql-injection"] },\n        "identifier": { "description": "Which: one of its identifiers.", "$ref": "#/definitions/word", "examples": ["CVE-2026-1234"] },\n        "verdict": { "description": "Expected verdict.", "$ref": "#/definitions/verdict", "examples": ["block"] },\n        "reason": { "description": "Expected reason.", "$ref": "#/definitions/reason", "examples": ["excepted"] },\n        "tier": { "description": "Expected tier.", "$ref": "#/definitions/tier", "examples": [0] },\n        "severity": { "description": "Expected severity.", "$ref": "#/definitions/severity", "examples": ["high"] },\n        "state": { "description": "Expected state.", "type": "string", "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"], "examples": ["existing"] },\n        "rules": { "description": "The rules that match it: exactly these, in any order.", "$ref": "#/definitions/words", "examples": [["introduced-high"]] }\n      },\n      "examples": [{ "path": "src/app.ts", "verdict": "block" }]\n    }\n  }\n}\n'
};

// src/generated/validators.js
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal2(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal2(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal2(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal2 = require_fast_deep_equal();
    equal2.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal2;
  }
});
var policyErrors = validate21;
var schema6 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "urn:policy-gate:schema:policy:1", "type": "object", "additionalProperties": false, "required": ["version"], "properties": { "version": { "const": 1 }, "name": { "type": "string", "minLength": 1, "maxLength": 100 }, "extends": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "maxItems": 10, "uniqueItems": true, "items": { "$ref": "#/definitions/layerReference" } }, "else": { "$ref": "#/definitions/layerReference" } }, "mode": { "default": "enforce", "$ref": "#/definitions/mode" }, "assets": { "type": "array", "minItems": 1, "maxItems": 500, "items": { "$ref": "#/definitions/asset" } }, "unknown-severity": { "default": "high", "$ref": "#/definitions/severity" }, "suppressions": { "default": "honour", "type": ["string", "object"], "if": { "type": "object" }, "then": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "tier-0": { "$ref": "#/definitions/suppression" }, "tier-1": { "$ref": "#/definitions/suppression" }, "tier-2": { "$ref": "#/definitions/suppression" } } }, "else": { "$ref": "#/definitions/suppression" } }, "tools": { "type": "object", "minProperties": 1, "additionalProperties": { "$ref": "#/definitions/tool" } }, "scans": { "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/definitions/scan" } }, "feeds": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "kev": { "$ref": "#/definitions/feed" }, "epss": { "$ref": "#/definitions/feed" }, "vex": { "$ref": "#/definitions/feed" } } }, "rules": { "type": "array", "minItems": 1, "maxItems": 500, "items": { "$ref": "#/definitions/rule" } }, "sla": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "tier-0": { "$ref": "#/definitions/durations" }, "tier-1": { "$ref": "#/definitions/durations" }, "tier-2": { "$ref": "#/definitions/durations" }, "kev": { "$ref": "#/definitions/duration" } } }, "exceptions": { "$ref": "#/definitions/exceptions" } }, "definitions": { "verdict": { "type": "string", "enum": ["pass", "warn", "block"] }, "mode": { "type": "string", "enum": ["monitor", "warn", "enforce"] }, "tier": { "type": "integer", "enum": [0, 1, 2] }, "severity": { "type": "string", "enum": ["none", "low", "medium", "high", "critical"] }, "severityOrUnknown": { "type": "string", "enum": ["none", "low", "medium", "high", "critical", "unknown"] }, "category": { "type": "string", "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"] }, "state": { "type": "string", "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"] }, "reachability": { "type": "string", "enum": ["reachable", "potential", "unreachable", "unknown"] }, "slaStatus": { "type": "string", "enum": ["within", "due-soon", "breached"] }, "suppression": { "type": "string", "enum": ["honour", "ignore"] }, "event": { "type": "string", "enum": ["pull_request", "pull_request_target", "merge_group", "push", "schedule", "workflow_dispatch", "workflow_run", "issue_comment"] }, "duration": { "type": "string", "pattern": "^[1-9][0-9]{0,4}[hdw]$" }, "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, "id": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$" }, "word": { "type": "string", "pattern": "^[a-z][a-z0-9-]{0,49}$" }, "name": { "type": "string", "minLength": 1, "maxLength": 200 }, "glob": { "type": "string", "minLength": 1 }, "textGlob": { "type": "string", "minLength": 1 }, "cweId": { "type": "string", "pattern": "^CWE-[1-9][0-9]{0,5}$" }, "team": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$" }, "login": { "type": "string", "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$" }, "role": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$" }, "layerReference": { "type": "string", "pattern": "^(?:preset:[a-z0-9-]+|github:[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+/[^@\\\\]+@[0-9a-f]{40})$" }, "tiers": { "type": ["integer", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/tier" } }, "else": { "$ref": "#/definitions/tier" } }, "names": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/name" } }, "else": { "$ref": "#/definitions/name" } }, "words": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/word" } }, "else": { "$ref": "#/definitions/word" } }, "categories": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/category" } }, "else": { "$ref": "#/definitions/category" } }, "severities": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/severityOrUnknown" } }, "else": { "$ref": "#/definitions/severityOrUnknown" } }, "states": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/state" } }, "else": { "$ref": "#/definitions/state" } }, "reachabilities": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/reachability" } }, "else": { "$ref": "#/definitions/reachability" } }, "slaStatuses": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/slaStatus" } }, "else": { "$ref": "#/definitions/slaStatus" } }, "events": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/event" } }, "else": { "$ref": "#/definitions/event" } }, "cweIds": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/cweId" } }, "else": { "$ref": "#/definitions/cweId" } }, "globs": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/glob" } }, "else": { "$ref": "#/definitions/glob" } }, "textGlobs": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/textGlob" } }, "else": { "$ref": "#/definitions/textGlob" } }, "asset": { "type": "object", "additionalProperties": false, "required": ["name", "paths", "tier"], "properties": { "name": { "$ref": "#/definitions/name" }, "paths": { "$ref": "#/definitions/globs" }, "tier": { "$ref": "#/definitions/tier" }, "exposure": { "$ref": "#/definitions/word" }, "owners": { "$ref": "#/definitions/names" } } }, "tool": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "category": { "$ref": "#/definitions/category" }, "rules": { "type": "object", "minProperties": 1, "additionalProperties": { "type": "object", "additionalProperties": false, "required": ["severity"], "properties": { "severity": { "$ref": "#/definitions/severity" } } } } } }, "scan": { "type": "object", "additionalProperties": false, "required": ["id"], "properties": { "id": { "$ref": "#/definitions/id" }, "category": { "$ref": "#/definitions/category" }, "tools": { "$ref": "#/definitions/names" }, "tiers": { "$ref": "#/definitions/tiers" }, "applies-to": { "$ref": "#/definitions/globs" }, "max-age": { "$ref": "#/definitions/duration" }, "if-missing": { "default": "block", "$ref": "#/definitions/verdict" }, "if-invalid": { "default": "block", "$ref": "#/definitions/verdict" }, "if-failed": { "default": "block", "$ref": "#/definitions/verdict" }, "if-degraded": { "default": "warn", "$ref": "#/definitions/verdict" }, "if-stale": { "default": "warn", "$ref": "#/definitions/verdict" } } }, "feed": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "max-age": { "$ref": "#/definitions/duration" }, "if-missing": { "default": "warn", "$ref": "#/definitions/verdict" } } }, "rule": { "type": "object", "additionalProperties": false, "required": ["id", "when", "verdict"], "properties": { "id": { "$ref": "#/definitions/id" }, "description": { "type": "string", "minLength": 1, "maxLength": 500 }, "when": { "$ref": "#/definitions/conditions" }, "unless": { "$ref": "#/definitions/conditions" }, "verdict": { "$ref": "#/definitions/verdict" }, "more-than": { "type": "integer", "minimum": 0, "maximum": 1e6 }, "mode": { "$ref": "#/definitions/mode" }, "enforce-from": { "$ref": "#/definitions/date" }, "controls": { "$ref": "#/definitions/names" }, "overridable": { "default": false, "type": "boolean" } } }, "conditions": { "type": "object", "additionalProperties": false, "properties": { "tier": { "$ref": "#/definitions/tiers" }, "asset": { "$ref": "#/definitions/names" }, "exposure": { "$ref": "#/definitions/words" }, "category": { "$ref": "#/definitions/categories" }, "tool": { "$ref": "#/definitions/textGlobs" }, "rule-id": { "$ref": "#/definitions/textGlobs" }, "cwe": { "$ref": "#/definitions/cweIds" }, "identifier": { "$ref": "#/definitions/textGlobs" }, "package": { "$ref": "#/definitions/textGlobs" }, "paths": { "$ref": "#/definitions/globs" }, "severity": { "$ref": "#/definitions/severities" }, "min-severity": { "$ref": "#/definitions/severity" }, "min-score": { "type": "number", "minimum": 0, "maximum": 10 }, "state": { "$ref": "#/definitions/states" }, "in-diff": { "type": "boolean" }, "kev": { "type": "boolean" }, "min-epss": { "type": "number", "minimum": 0, "maximum": 1 }, "reachability": { "$ref": "#/definitions/reachabilities" }, "fix-available": { "type": "boolean" }, "min-age": { "$ref": "#/definitions/duration" }, "sla": { "$ref": "#/definitions/slaStatuses" }, "branch": { "$ref": "#/definitions/globs" }, "event": { "$ref": "#/definitions/events" }, "tags": { "$ref": "#/definitions/textGlobs" } } }, "durations": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "critical": { "$ref": "#/definitions/duration" }, "high": { "$ref": "#/definitions/duration" }, "medium": { "$ref": "#/definitions/duration" }, "low": { "$ref": "#/definitions/duration" } } }, "exceptions": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "file": { "type": "string", "minLength": 1, "maxLength": 500 }, "approvers": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "teams": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/team" } }, "users": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/login" } }, "roles": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/role" } } } }, "quorum": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "default": { "default": 1, "type": "integer", "minimum": 1, "maximum": 10 }, "tier-0": { "type": "integer", "minimum": 1, "maximum": 10 }, "tier-1": { "type": "integer", "minimum": 1, "maximum": 10 }, "tier-2": { "type": "integer", "minimum": 1, "maximum": 10 }, "kev": { "type": "integer", "minimum": 1, "maximum": 10 }, "break-glass": { "type": "integer", "minimum": 1, "maximum": 10 } } }, "max-duration": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "tier-0": { "$ref": "#/definitions/durations" }, "tier-1": { "$ref": "#/definitions/durations" }, "tier-2": { "$ref": "#/definitions/durations" }, "kev": { "$ref": "#/definitions/duration" } } }, "require": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "ticket": { "$ref": "#/definitions/tiers" }, "controls": { "$ref": "#/definitions/tiers" } } }, "never": { "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/definitions/conditions" } }, "labels": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "requested": { "type": "string", "minLength": 1, "maxLength": 50 }, "approved": { "type": "string", "minLength": 1, "maxLength": 50 } } }, "require-label": { "default": false, "type": "boolean" }, "expiring-notice": { "default": "14d", "$ref": "#/definitions/duration" } } } } };
var func0 = Object.prototype.hasOwnProperty;
var func49 = require_ucs2length().default;
var func32 = require_equal().default;
var pattern0 = new RegExp("^(?:preset:[a-z0-9-]+|github:[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+/[^@\\\\]+@[0-9a-f]{40})$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern0.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:preset:[a-z0-9-]+|github:[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+/[^@\\\\]+@[0-9a-f]{40})$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
var schema8 = { "type": "string", "enum": ["monitor", "warn", "enforce"] };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "monitor" || data === "warn" || data === "enforce")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema8.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (func49(data) > 200) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func49(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
var schema11 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/glob" } }, "else": { "$ref": "#/definitions/glob" } };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (func49(data) < 1) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema11.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate31(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate31(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
var schema13 = { "type": "integer", "enum": [0, 1, 2] };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === 0 || data === 1 || data === 2)) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema13.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
var pattern1 = new RegExp("^[a-z][a-z0-9-]{0,49}$", "u");
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern1.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{0,49}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
var schema15 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/name" } }, "else": { "$ref": "#/definitions/name" } };
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema15.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate28(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate28(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0 || !func0.call(data, "name")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.paths === void 0 || !func0.call(data, "paths")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paths" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.tier === void 0 || !func0.call(data, "tier")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tier" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "name" || key0 === "paths" || key0 === "tier" || key0 === "exposure" || key0 === "owners")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0 && func0.call(data, "name")) {
      if (!validate28(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData })) {
        vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
        errors = vErrors.length;
      }
    }
    if (data.paths !== void 0 && func0.call(data, "paths")) {
      if (!validate30(data.paths, { instancePath: instancePath + "/paths", parentData: data, parentDataProperty: "paths", rootData })) {
        vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
        errors = vErrors.length;
      }
    }
    if (data.tier !== void 0 && func0.call(data, "tier")) {
      if (!validate35(data.tier, { instancePath: instancePath + "/tier", parentData: data, parentDataProperty: "tier", rootData })) {
        vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
        errors = vErrors.length;
      }
    }
    if (data.exposure !== void 0 && func0.call(data, "exposure")) {
      if (!validate37(data.exposure, { instancePath: instancePath + "/exposure", parentData: data, parentDataProperty: "exposure", rootData })) {
        vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
        errors = vErrors.length;
      }
    }
    if (data.owners !== void 0 && func0.call(data, "owners")) {
      if (!validate39(data.owners, { instancePath: instancePath + "/owners", parentData: data, parentDataProperty: "owners", rootData })) {
        vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
var schema16 = { "type": "string", "enum": ["none", "low", "medium", "high", "critical"] };
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "none" || data === "low" || data === "medium" || data === "high" || data === "critical")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema16.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate44.errors = vErrors;
  return errors === 0;
}
var schema17 = { "type": "string", "enum": ["honour", "ignore"] };
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "honour" || data === "ignore")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema17.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate46.errors = vErrors;
  return errors === 0;
}
var schema19 = { "type": "string", "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"] };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "sast" || data === "sca" || data === "secret" || data === "iac" || data === "container" || data === "quality" || data === "other")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema19.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "category" || key0 === "rules")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.category !== void 0 && func0.call(data, "category")) {
      if (!validate52(data.category, { instancePath: instancePath + "/category", parentData: data, parentDataProperty: "category", rootData })) {
        vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
        errors = vErrors.length;
      }
    }
    if (data.rules !== void 0 && func0.call(data, "rules")) {
      let data1 = data.rules;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length < 1) {
          const err2 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        for (const key1 of Object.keys(data1)) {
          let data2 = data1[key1];
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.severity === void 0 || !func0.call(data2, "severity")) {
              const err3 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/required", keyword: "required", params: { missingProperty: "severity" } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            for (const key2 of Object.keys(data2)) {
              if (!(key2 === "severity")) {
                const err4 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
            }
            if (data2.severity !== void 0 && func0.call(data2, "severity")) {
              if (!validate44(data2.severity, { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/severity", parentData: data2, parentDataProperty: "severity", rootData })) {
                vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err5 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate51.errors = vErrors;
  return errors === 0;
}
var schema20 = { "type": "object", "additionalProperties": false, "required": ["id"], "properties": { "id": { "$ref": "#/definitions/id" }, "category": { "$ref": "#/definitions/category" }, "tools": { "$ref": "#/definitions/names" }, "tiers": { "$ref": "#/definitions/tiers" }, "applies-to": { "$ref": "#/definitions/globs" }, "max-age": { "$ref": "#/definitions/duration" }, "if-missing": { "default": "block", "$ref": "#/definitions/verdict" }, "if-invalid": { "default": "block", "$ref": "#/definitions/verdict" }, "if-failed": { "default": "block", "$ref": "#/definitions/verdict" }, "if-degraded": { "default": "warn", "$ref": "#/definitions/verdict" }, "if-stale": { "default": "warn", "$ref": "#/definitions/verdict" } } };
var pattern2 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$", "u");
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern2.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate57.errors = vErrors;
  return errors === 0;
}
var schema22 = { "type": ["integer", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/tier" } }, "else": { "$ref": "#/definitions/tier" } };
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data)) && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema22.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate35(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate35(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate61.errors = vErrors;
  return errors === 0;
}
var pattern3 = new RegExp("^[1-9][0-9]{0,4}[hdw]$", "u");
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]{0,4}[hdw]$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate66.errors = vErrors;
  return errors === 0;
}
var schema24 = { "type": "string", "enum": ["pass", "warn", "block"] };
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "pass" || data === "warn" || data === "block")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema24.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0 || !func0.call(data, "id")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema20.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.id !== void 0 && func0.call(data, "id")) {
      if (!validate57(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData })) {
        vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
        errors = vErrors.length;
      }
    }
    if (data.category !== void 0 && func0.call(data, "category")) {
      if (!validate52(data.category, { instancePath: instancePath + "/category", parentData: data, parentDataProperty: "category", rootData })) {
        vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
        errors = vErrors.length;
      }
    }
    if (data.tools !== void 0 && func0.call(data, "tools")) {
      if (!validate39(data.tools, { instancePath: instancePath + "/tools", parentData: data, parentDataProperty: "tools", rootData })) {
        vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
        errors = vErrors.length;
      }
    }
    if (data.tiers !== void 0 && func0.call(data, "tiers")) {
      if (!validate61(data.tiers, { instancePath: instancePath + "/tiers", parentData: data, parentDataProperty: "tiers", rootData })) {
        vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
        errors = vErrors.length;
      }
    }
    if (data["applies-to"] !== void 0 && func0.call(data, "applies-to")) {
      if (!validate30(data["applies-to"], { instancePath: instancePath + "/applies-to", parentData: data, parentDataProperty: "applies-to", rootData })) {
        vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
        errors = vErrors.length;
      }
    }
    if (data["max-age"] !== void 0 && func0.call(data, "max-age")) {
      if (!validate66(data["max-age"], { instancePath: instancePath + "/max-age", parentData: data, parentDataProperty: "max-age", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data["if-missing"] !== void 0 && func0.call(data, "if-missing")) {
      if (!validate68(data["if-missing"], { instancePath: instancePath + "/if-missing", parentData: data, parentDataProperty: "if-missing", rootData })) {
        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
        errors = vErrors.length;
      }
    }
    if (data["if-invalid"] !== void 0 && func0.call(data, "if-invalid")) {
      if (!validate68(data["if-invalid"], { instancePath: instancePath + "/if-invalid", parentData: data, parentDataProperty: "if-invalid", rootData })) {
        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
        errors = vErrors.length;
      }
    }
    if (data["if-failed"] !== void 0 && func0.call(data, "if-failed")) {
      if (!validate68(data["if-failed"], { instancePath: instancePath + "/if-failed", parentData: data, parentDataProperty: "if-failed", rootData })) {
        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
        errors = vErrors.length;
      }
    }
    if (data["if-degraded"] !== void 0 && func0.call(data, "if-degraded")) {
      if (!validate68(data["if-degraded"], { instancePath: instancePath + "/if-degraded", parentData: data, parentDataProperty: "if-degraded", rootData })) {
        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
        errors = vErrors.length;
      }
    }
    if (data["if-stale"] !== void 0 && func0.call(data, "if-stale")) {
      if (!validate68(data["if-stale"], { instancePath: instancePath + "/if-stale", parentData: data, parentDataProperty: "if-stale", rootData })) {
        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate56.errors = vErrors;
  return errors === 0;
}
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "max-age" || key0 === "if-missing")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data["max-age"] !== void 0 && func0.call(data, "max-age")) {
      if (!validate66(data["max-age"], { instancePath: instancePath + "/max-age", parentData: data, parentDataProperty: "max-age", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data["if-missing"] !== void 0 && func0.call(data, "if-missing")) {
      if (!validate68(data["if-missing"], { instancePath: instancePath + "/if-missing", parentData: data, parentDataProperty: "if-missing", rootData })) {
        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate75.errors = vErrors;
  return errors === 0;
}
var schema26 = { "type": "object", "additionalProperties": false, "required": ["id", "when", "verdict"], "properties": { "id": { "$ref": "#/definitions/id" }, "description": { "type": "string", "minLength": 1, "maxLength": 500 }, "when": { "$ref": "#/definitions/conditions" }, "unless": { "$ref": "#/definitions/conditions" }, "verdict": { "$ref": "#/definitions/verdict" }, "more-than": { "type": "integer", "minimum": 0, "maximum": 1e6 }, "mode": { "$ref": "#/definitions/mode" }, "enforce-from": { "$ref": "#/definitions/date" }, "controls": { "$ref": "#/definitions/names" }, "overridable": { "default": false, "type": "boolean" } } };
var schema27 = { "type": "object", "additionalProperties": false, "properties": { "tier": { "$ref": "#/definitions/tiers" }, "asset": { "$ref": "#/definitions/names" }, "exposure": { "$ref": "#/definitions/words" }, "category": { "$ref": "#/definitions/categories" }, "tool": { "$ref": "#/definitions/textGlobs" }, "rule-id": { "$ref": "#/definitions/textGlobs" }, "cwe": { "$ref": "#/definitions/cweIds" }, "identifier": { "$ref": "#/definitions/textGlobs" }, "package": { "$ref": "#/definitions/textGlobs" }, "paths": { "$ref": "#/definitions/globs" }, "severity": { "$ref": "#/definitions/severities" }, "min-severity": { "$ref": "#/definitions/severity" }, "min-score": { "type": "number", "minimum": 0, "maximum": 10 }, "state": { "$ref": "#/definitions/states" }, "in-diff": { "type": "boolean" }, "kev": { "type": "boolean" }, "min-epss": { "type": "number", "minimum": 0, "maximum": 1 }, "reachability": { "$ref": "#/definitions/reachabilities" }, "fix-available": { "type": "boolean" }, "min-age": { "$ref": "#/definitions/duration" }, "sla": { "$ref": "#/definitions/slaStatuses" }, "branch": { "$ref": "#/definitions/globs" }, "event": { "$ref": "#/definitions/events" }, "tags": { "$ref": "#/definitions/textGlobs" } } };
var schema28 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/word" } }, "else": { "$ref": "#/definitions/word" } };
function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema28.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate37(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate37(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate86.errors = vErrors;
  return errors === 0;
}
var schema29 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/category" } }, "else": { "$ref": "#/definitions/category" } };
function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema29.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate52(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate52(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate90.errors = vErrors;
  return errors === 0;
}
var schema30 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/textGlob" } }, "else": { "$ref": "#/definitions/textGlob" } };
function validate95(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (func49(data) < 1) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate95.errors = vErrors;
  return errors === 0;
}
function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema30.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate95(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate95(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate94.errors = vErrors;
  return errors === 0;
}
var schema32 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/cweId" } }, "else": { "$ref": "#/definitions/cweId" } };
var pattern4 = new RegExp("^CWE-[1-9][0-9]{0,5}$", "u");
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern4.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^CWE-[1-9][0-9]{0,5}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate101.errors = vErrors;
  return errors === 0;
}
function validate100(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema32.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate101(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate101(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate100.errors = vErrors;
  return errors === 0;
}
var schema34 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/severityOrUnknown" } }, "else": { "$ref": "#/definitions/severityOrUnknown" } };
var schema35 = { "type": "string", "enum": ["none", "low", "medium", "high", "critical", "unknown"] };
function validate109(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "none" || data === "low" || data === "medium" || data === "high" || data === "critical" || data === "unknown")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema35.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate109.errors = vErrors;
  return errors === 0;
}
function validate108(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema34.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate109(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate109(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate108.errors = vErrors;
  return errors === 0;
}
var schema36 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/state" } }, "else": { "$ref": "#/definitions/state" } };
var schema37 = { "type": "string", "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"] };
function validate115(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "introduced" || data === "newly-disclosed" || data === "existing" || data === "fixed" || data === "unknown")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema37.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate115.errors = vErrors;
  return errors === 0;
}
function validate114(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema36.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate115(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate115(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate114.errors = vErrors;
  return errors === 0;
}
var schema38 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/reachability" } }, "else": { "$ref": "#/definitions/reachability" } };
var schema39 = { "type": "string", "enum": ["reachable", "potential", "unreachable", "unknown"] };
function validate120(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "reachable" || data === "potential" || data === "unreachable" || data === "unknown")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema39.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate120.errors = vErrors;
  return errors === 0;
}
function validate119(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema38.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate120(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate120(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate119.errors = vErrors;
  return errors === 0;
}
var schema40 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/slaStatus" } }, "else": { "$ref": "#/definitions/slaStatus" } };
var schema41 = { "type": "string", "enum": ["within", "due-soon", "breached"] };
function validate126(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "within" || data === "due-soon" || data === "breached")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema41.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate126.errors = vErrors;
  return errors === 0;
}
function validate125(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema40.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate126(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate126(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate125.errors = vErrors;
  return errors === 0;
}
var schema42 = { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/event" } }, "else": { "$ref": "#/definitions/event" } };
var schema43 = { "type": "string", "enum": ["pull_request", "pull_request_target", "merge_group", "push", "schedule", "workflow_dispatch", "workflow_run", "issue_comment"] };
function validate132(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "pull_request" || data === "pull_request_target" || data === "merge_group" || data === "push" || data === "schedule" || data === "workflow_dispatch" || data === "workflow_run" || data === "issue_comment")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema43.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate132.errors = vErrors;
  return errors === 0;
}
function validate131(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema42.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate132(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func32(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate132(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate131.errors = vErrors;
  return errors === 0;
}
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema27.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.tier !== void 0 && func0.call(data, "tier")) {
      if (!validate61(data.tier, { instancePath: instancePath + "/tier", parentData: data, parentDataProperty: "tier", rootData })) {
        vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
        errors = vErrors.length;
      }
    }
    if (data.asset !== void 0 && func0.call(data, "asset")) {
      if (!validate39(data.asset, { instancePath: instancePath + "/asset", parentData: data, parentDataProperty: "asset", rootData })) {
        vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
        errors = vErrors.length;
      }
    }
    if (data.exposure !== void 0 && func0.call(data, "exposure")) {
      if (!validate86(data.exposure, { instancePath: instancePath + "/exposure", parentData: data, parentDataProperty: "exposure", rootData })) {
        vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
        errors = vErrors.length;
      }
    }
    if (data.category !== void 0 && func0.call(data, "category")) {
      if (!validate90(data.category, { instancePath: instancePath + "/category", parentData: data, parentDataProperty: "category", rootData })) {
        vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
        errors = vErrors.length;
      }
    }
    if (data.tool !== void 0 && func0.call(data, "tool")) {
      if (!validate94(data.tool, { instancePath: instancePath + "/tool", parentData: data, parentDataProperty: "tool", rootData })) {
        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
        errors = vErrors.length;
      }
    }
    if (data["rule-id"] !== void 0 && func0.call(data, "rule-id")) {
      if (!validate94(data["rule-id"], { instancePath: instancePath + "/rule-id", parentData: data, parentDataProperty: "rule-id", rootData })) {
        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
        errors = vErrors.length;
      }
    }
    if (data.cwe !== void 0 && func0.call(data, "cwe")) {
      if (!validate100(data.cwe, { instancePath: instancePath + "/cwe", parentData: data, parentDataProperty: "cwe", rootData })) {
        vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
        errors = vErrors.length;
      }
    }
    if (data.identifier !== void 0 && func0.call(data, "identifier")) {
      if (!validate94(data.identifier, { instancePath: instancePath + "/identifier", parentData: data, parentDataProperty: "identifier", rootData })) {
        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
        errors = vErrors.length;
      }
    }
    if (data.package !== void 0 && func0.call(data, "package")) {
      if (!validate94(data.package, { instancePath: instancePath + "/package", parentData: data, parentDataProperty: "package", rootData })) {
        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
        errors = vErrors.length;
      }
    }
    if (data.paths !== void 0 && func0.call(data, "paths")) {
      if (!validate30(data.paths, { instancePath: instancePath + "/paths", parentData: data, parentDataProperty: "paths", rootData })) {
        vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
        errors = vErrors.length;
      }
    }
    if (data.severity !== void 0 && func0.call(data, "severity")) {
      if (!validate108(data.severity, { instancePath: instancePath + "/severity", parentData: data, parentDataProperty: "severity", rootData })) {
        vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
        errors = vErrors.length;
      }
    }
    if (data["min-severity"] !== void 0 && func0.call(data, "min-severity")) {
      if (!validate44(data["min-severity"], { instancePath: instancePath + "/min-severity", parentData: data, parentDataProperty: "min-severity", rootData })) {
        vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
        errors = vErrors.length;
      }
    }
    if (data["min-score"] !== void 0 && func0.call(data, "min-score")) {
      let data12 = data["min-score"];
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 10 || isNaN(data12)) {
          const err1 = { instancePath: instancePath + "/min-score", schemaPath: "#/properties/min-score/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data12 < 0 || isNaN(data12)) {
          const err2 = { instancePath: instancePath + "/min-score", schemaPath: "#/properties/min-score/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/min-score", schemaPath: "#/properties/min-score/type", keyword: "type", params: { type: "number" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.state !== void 0 && func0.call(data, "state")) {
      if (!validate114(data.state, { instancePath: instancePath + "/state", parentData: data, parentDataProperty: "state", rootData })) {
        vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
        errors = vErrors.length;
      }
    }
    if (data["in-diff"] !== void 0 && func0.call(data, "in-diff")) {
      if (typeof data["in-diff"] !== "boolean") {
        const err4 = { instancePath: instancePath + "/in-diff", schemaPath: "#/properties/in-diff/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.kev !== void 0 && func0.call(data, "kev")) {
      if (typeof data.kev !== "boolean") {
        const err5 = { instancePath: instancePath + "/kev", schemaPath: "#/properties/kev/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data["min-epss"] !== void 0 && func0.call(data, "min-epss")) {
      let data16 = data["min-epss"];
      if (typeof data16 == "number" && isFinite(data16)) {
        if (data16 > 1 || isNaN(data16)) {
          const err6 = { instancePath: instancePath + "/min-epss", schemaPath: "#/properties/min-epss/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data16 < 0 || isNaN(data16)) {
          const err7 = { instancePath: instancePath + "/min-epss", schemaPath: "#/properties/min-epss/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/min-epss", schemaPath: "#/properties/min-epss/type", keyword: "type", params: { type: "number" } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.reachability !== void 0 && func0.call(data, "reachability")) {
      if (!validate119(data.reachability, { instancePath: instancePath + "/reachability", parentData: data, parentDataProperty: "reachability", rootData })) {
        vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
        errors = vErrors.length;
      }
    }
    if (data["fix-available"] !== void 0 && func0.call(data, "fix-available")) {
      if (typeof data["fix-available"] !== "boolean") {
        const err9 = { instancePath: instancePath + "/fix-available", schemaPath: "#/properties/fix-available/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data["min-age"] !== void 0 && func0.call(data, "min-age")) {
      if (!validate66(data["min-age"], { instancePath: instancePath + "/min-age", parentData: data, parentDataProperty: "min-age", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.sla !== void 0 && func0.call(data, "sla")) {
      if (!validate125(data.sla, { instancePath: instancePath + "/sla", parentData: data, parentDataProperty: "sla", rootData })) {
        vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
        errors = vErrors.length;
      }
    }
    if (data.branch !== void 0 && func0.call(data, "branch")) {
      if (!validate30(data.branch, { instancePath: instancePath + "/branch", parentData: data, parentDataProperty: "branch", rootData })) {
        vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
        errors = vErrors.length;
      }
    }
    if (data.event !== void 0 && func0.call(data, "event")) {
      if (!validate131(data.event, { instancePath: instancePath + "/event", parentData: data, parentDataProperty: "event", rootData })) {
        vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
        errors = vErrors.length;
      }
    }
    if (data.tags !== void 0 && func0.call(data, "tags")) {
      if (!validate94(data.tags, { instancePath: instancePath + "/tags", parentData: data, parentDataProperty: "tags", rootData })) {
        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate83.errors = vErrors;
  return errors === 0;
}
var pattern5 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
function validate141(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern5.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate141.errors = vErrors;
  return errors === 0;
}
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0 || !func0.call(data, "id")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.when === void 0 || !func0.call(data, "when")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "when" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.verdict === void 0 || !func0.call(data, "verdict")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verdict" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema26.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.id !== void 0 && func0.call(data, "id")) {
      if (!validate57(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData })) {
        vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
        errors = vErrors.length;
      }
    }
    if (data.description !== void 0 && func0.call(data, "description")) {
      let data1 = data.description;
      if (typeof data1 === "string") {
        if (func49(data1) > 500) {
          const err4 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/maxLength", keyword: "maxLength", params: { limit: 500 } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (func49(data1) < 1) {
          const err5 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.when !== void 0 && func0.call(data, "when")) {
      if (!validate83(data.when, { instancePath: instancePath + "/when", parentData: data, parentDataProperty: "when", rootData })) {
        vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
        errors = vErrors.length;
      }
    }
    if (data.unless !== void 0 && func0.call(data, "unless")) {
      if (!validate83(data.unless, { instancePath: instancePath + "/unless", parentData: data, parentDataProperty: "unless", rootData })) {
        vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
        errors = vErrors.length;
      }
    }
    if (data.verdict !== void 0 && func0.call(data, "verdict")) {
      if (!validate68(data.verdict, { instancePath: instancePath + "/verdict", parentData: data, parentDataProperty: "verdict", rootData })) {
        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
        errors = vErrors.length;
      }
    }
    if (data["more-than"] !== void 0 && func0.call(data, "more-than")) {
      let data5 = data["more-than"];
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err7 = { instancePath: instancePath + "/more-than", schemaPath: "#/properties/more-than/type", keyword: "type", params: { type: "integer" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 1e6 || isNaN(data5)) {
          const err8 = { instancePath: instancePath + "/more-than", schemaPath: "#/properties/more-than/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data5 < 0 || isNaN(data5)) {
          const err9 = { instancePath: instancePath + "/more-than", schemaPath: "#/properties/more-than/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.mode !== void 0 && func0.call(data, "mode")) {
      if (!validate25(data.mode, { instancePath: instancePath + "/mode", parentData: data, parentDataProperty: "mode", rootData })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
    }
    if (data["enforce-from"] !== void 0 && func0.call(data, "enforce-from")) {
      if (!validate141(data["enforce-from"], { instancePath: instancePath + "/enforce-from", parentData: data, parentDataProperty: "enforce-from", rootData })) {
        vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
        errors = vErrors.length;
      }
    }
    if (data.controls !== void 0 && func0.call(data, "controls")) {
      if (!validate39(data.controls, { instancePath: instancePath + "/controls", parentData: data, parentDataProperty: "controls", rootData })) {
        vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
        errors = vErrors.length;
      }
    }
    if (data.overridable !== void 0 && func0.call(data, "overridable")) {
      if (typeof data.overridable !== "boolean") {
        const err10 = { instancePath: instancePath + "/overridable", schemaPath: "#/properties/overridable/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate81.errors = vErrors;
  return errors === 0;
}
function validate145(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "critical" || key0 === "high" || key0 === "medium" || key0 === "low")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.critical !== void 0 && func0.call(data, "critical")) {
      if (!validate66(data.critical, { instancePath: instancePath + "/critical", parentData: data, parentDataProperty: "critical", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.high !== void 0 && func0.call(data, "high")) {
      if (!validate66(data.high, { instancePath: instancePath + "/high", parentData: data, parentDataProperty: "high", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.medium !== void 0 && func0.call(data, "medium")) {
      if (!validate66(data.medium, { instancePath: instancePath + "/medium", parentData: data, parentDataProperty: "medium", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.low !== void 0 && func0.call(data, "low")) {
      if (!validate66(data.low, { instancePath: instancePath + "/low", parentData: data, parentDataProperty: "low", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate145.errors = vErrors;
  return errors === 0;
}
var schema46 = { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "file": { "type": "string", "minLength": 1, "maxLength": 500 }, "approvers": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "teams": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/team" } }, "users": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/login" } }, "roles": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/role" } } } }, "quorum": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "default": { "default": 1, "type": "integer", "minimum": 1, "maximum": 10 }, "tier-0": { "type": "integer", "minimum": 1, "maximum": 10 }, "tier-1": { "type": "integer", "minimum": 1, "maximum": 10 }, "tier-2": { "type": "integer", "minimum": 1, "maximum": 10 }, "kev": { "type": "integer", "minimum": 1, "maximum": 10 }, "break-glass": { "type": "integer", "minimum": 1, "maximum": 10 } } }, "max-duration": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "tier-0": { "$ref": "#/definitions/durations" }, "tier-1": { "$ref": "#/definitions/durations" }, "tier-2": { "$ref": "#/definitions/durations" }, "kev": { "$ref": "#/definitions/duration" } } }, "require": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "ticket": { "$ref": "#/definitions/tiers" }, "controls": { "$ref": "#/definitions/tiers" } } }, "never": { "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/definitions/conditions" } }, "labels": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "requested": { "type": "string", "minLength": 1, "maxLength": 50 }, "approved": { "type": "string", "minLength": 1, "maxLength": 50 } } }, "require-label": { "default": false, "type": "boolean" }, "expiring-notice": { "default": "14d", "$ref": "#/definitions/duration" } } };
var pattern6 = new RegExp("^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$", "u");
function validate155(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern6.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate155.errors = vErrors;
  return errors === 0;
}
var pattern7 = new RegExp("^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$", "u");
function validate157(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern7.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate157.errors = vErrors;
  return errors === 0;
}
var pattern8 = new RegExp("^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$", "u");
function validate159(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern8.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate159.errors = vErrors;
  return errors === 0;
}
function validate154(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema46.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.file !== void 0 && func0.call(data, "file")) {
      let data0 = data.file;
      if (typeof data0 === "string") {
        if (func49(data0) > 500) {
          const err2 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/maxLength", keyword: "maxLength", params: { limit: 500 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func49(data0) < 1) {
          const err3 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.approvers !== void 0 && func0.call(data, "approvers")) {
      let data1 = data.approvers;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length < 1) {
          const err5 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        for (const key1 of Object.keys(data1)) {
          if (!(key1 === "teams" || key1 === "users" || key1 === "roles")) {
            const err6 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data1.teams !== void 0 && func0.call(data1, "teams")) {
          let data2 = data1.teams;
          if (Array.isArray(data2)) {
            if (data2.length < 1) {
              const err7 = { instancePath: instancePath + "/approvers/teams", schemaPath: "#/properties/approvers/properties/teams/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            const len0 = data2.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (!validate155(data2[i0], { instancePath: instancePath + "/approvers/teams/" + i0, parentData: data2, parentDataProperty: i0, rootData })) {
                vErrors = vErrors === null ? validate155.errors : vErrors.concat(validate155.errors);
                errors = vErrors.length;
              }
            }
            let i1 = data2.length;
            let j0;
            if (i1 > 1) {
              outer0: for (; i1--; ) {
                for (j0 = i1; j0--; ) {
                  if (func32(data2[i1], data2[j0])) {
                    const err8 = { instancePath: instancePath + "/approvers/teams", schemaPath: "#/properties/approvers/properties/teams/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
                    if (vErrors === null) {
                      vErrors = [err8];
                    } else {
                      vErrors.push(err8);
                    }
                    errors++;
                    break outer0;
                  }
                }
              }
            }
          } else {
            const err9 = { instancePath: instancePath + "/approvers/teams", schemaPath: "#/properties/approvers/properties/teams/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data1.users !== void 0 && func0.call(data1, "users")) {
          let data4 = data1.users;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              const err10 = { instancePath: instancePath + "/approvers/users", schemaPath: "#/properties/approvers/properties/users/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            const len1 = data4.length;
            for (let i2 = 0; i2 < len1; i2++) {
              if (!validate157(data4[i2], { instancePath: instancePath + "/approvers/users/" + i2, parentData: data4, parentDataProperty: i2, rootData })) {
                vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
                errors = vErrors.length;
              }
            }
            let i3 = data4.length;
            let j1;
            if (i3 > 1) {
              outer1: for (; i3--; ) {
                for (j1 = i3; j1--; ) {
                  if (func32(data4[i3], data4[j1])) {
                    const err11 = { instancePath: instancePath + "/approvers/users", schemaPath: "#/properties/approvers/properties/users/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 } };
                    if (vErrors === null) {
                      vErrors = [err11];
                    } else {
                      vErrors.push(err11);
                    }
                    errors++;
                    break outer1;
                  }
                }
              }
            }
          } else {
            const err12 = { instancePath: instancePath + "/approvers/users", schemaPath: "#/properties/approvers/properties/users/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data1.roles !== void 0 && func0.call(data1, "roles")) {
          let data6 = data1.roles;
          if (Array.isArray(data6)) {
            if (data6.length < 1) {
              const err13 = { instancePath: instancePath + "/approvers/roles", schemaPath: "#/properties/approvers/properties/roles/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            const len2 = data6.length;
            for (let i4 = 0; i4 < len2; i4++) {
              if (!validate159(data6[i4], { instancePath: instancePath + "/approvers/roles/" + i4, parentData: data6, parentDataProperty: i4, rootData })) {
                vErrors = vErrors === null ? validate159.errors : vErrors.concat(validate159.errors);
                errors = vErrors.length;
              }
            }
            let i5 = data6.length;
            let j2;
            if (i5 > 1) {
              outer2: for (; i5--; ) {
                for (j2 = i5; j2--; ) {
                  if (func32(data6[i5], data6[j2])) {
                    const err14 = { instancePath: instancePath + "/approvers/roles", schemaPath: "#/properties/approvers/properties/roles/uniqueItems", keyword: "uniqueItems", params: { i: i5, j: j2 } };
                    if (vErrors === null) {
                      vErrors = [err14];
                    } else {
                      vErrors.push(err14);
                    }
                    errors++;
                    break outer2;
                  }
                }
              }
            }
          } else {
            const err15 = { instancePath: instancePath + "/approvers/roles", schemaPath: "#/properties/approvers/properties/roles/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.quorum !== void 0 && func0.call(data, "quorum")) {
      let data8 = data.quorum;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (Object.keys(data8).length < 1) {
          const err17 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        for (const key2 of Object.keys(data8)) {
          if (!(key2 === "default" || key2 === "tier-0" || key2 === "tier-1" || key2 === "tier-2" || key2 === "kev" || key2 === "break-glass")) {
            const err18 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data8.default !== void 0 && func0.call(data8, "default")) {
          let data9 = data8.default;
          if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
            const err19 = { instancePath: instancePath + "/quorum/default", schemaPath: "#/properties/quorum/properties/default/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (typeof data9 == "number" && isFinite(data9)) {
            if (data9 > 10 || isNaN(data9)) {
              const err20 = { instancePath: instancePath + "/quorum/default", schemaPath: "#/properties/quorum/properties/default/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 } };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data9 < 1 || isNaN(data9)) {
              const err21 = { instancePath: instancePath + "/quorum/default", schemaPath: "#/properties/quorum/properties/default/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          }
        }
        if (data8["tier-0"] !== void 0 && func0.call(data8, "tier-0")) {
          let data10 = data8["tier-0"];
          if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
            const err22 = { instancePath: instancePath + "/quorum/tier-0", schemaPath: "#/properties/quorum/properties/tier-0/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 10 || isNaN(data10)) {
              const err23 = { instancePath: instancePath + "/quorum/tier-0", schemaPath: "#/properties/quorum/properties/tier-0/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 } };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data10 < 1 || isNaN(data10)) {
              const err24 = { instancePath: instancePath + "/quorum/tier-0", schemaPath: "#/properties/quorum/properties/tier-0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
        }
        if (data8["tier-1"] !== void 0 && func0.call(data8, "tier-1")) {
          let data11 = data8["tier-1"];
          if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
            const err25 = { instancePath: instancePath + "/quorum/tier-1", schemaPath: "#/properties/quorum/properties/tier-1/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (typeof data11 == "number" && isFinite(data11)) {
            if (data11 > 10 || isNaN(data11)) {
              const err26 = { instancePath: instancePath + "/quorum/tier-1", schemaPath: "#/properties/quorum/properties/tier-1/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 } };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data11 < 1 || isNaN(data11)) {
              const err27 = { instancePath: instancePath + "/quorum/tier-1", schemaPath: "#/properties/quorum/properties/tier-1/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
        }
        if (data8["tier-2"] !== void 0 && func0.call(data8, "tier-2")) {
          let data12 = data8["tier-2"];
          if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
            const err28 = { instancePath: instancePath + "/quorum/tier-2", schemaPath: "#/properties/quorum/properties/tier-2/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
          if (typeof data12 == "number" && isFinite(data12)) {
            if (data12 > 10 || isNaN(data12)) {
              const err29 = { instancePath: instancePath + "/quorum/tier-2", schemaPath: "#/properties/quorum/properties/tier-2/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 } };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (data12 < 1 || isNaN(data12)) {
              const err30 = { instancePath: instancePath + "/quorum/tier-2", schemaPath: "#/properties/quorum/properties/tier-2/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          }
        }
        if (data8.kev !== void 0 && func0.call(data8, "kev")) {
          let data13 = data8.kev;
          if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
            const err31 = { instancePath: instancePath + "/quorum/kev", schemaPath: "#/properties/quorum/properties/kev/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          if (typeof data13 == "number" && isFinite(data13)) {
            if (data13 > 10 || isNaN(data13)) {
              const err32 = { instancePath: instancePath + "/quorum/kev", schemaPath: "#/properties/quorum/properties/kev/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 } };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (data13 < 1 || isNaN(data13)) {
              const err33 = { instancePath: instancePath + "/quorum/kev", schemaPath: "#/properties/quorum/properties/kev/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          }
        }
        if (data8["break-glass"] !== void 0 && func0.call(data8, "break-glass")) {
          let data14 = data8["break-glass"];
          if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
            const err34 = { instancePath: instancePath + "/quorum/break-glass", schemaPath: "#/properties/quorum/properties/break-glass/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
          if (typeof data14 == "number" && isFinite(data14)) {
            if (data14 > 10 || isNaN(data14)) {
              const err35 = { instancePath: instancePath + "/quorum/break-glass", schemaPath: "#/properties/quorum/properties/break-glass/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 } };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data14 < 1 || isNaN(data14)) {
              const err36 = { instancePath: instancePath + "/quorum/break-glass", schemaPath: "#/properties/quorum/properties/break-glass/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          }
        }
      } else {
        const err37 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data["max-duration"] !== void 0 && func0.call(data, "max-duration")) {
      let data15 = data["max-duration"];
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        if (Object.keys(data15).length < 1) {
          const err38 = { instancePath: instancePath + "/max-duration", schemaPath: "#/properties/max-duration/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        for (const key3 of Object.keys(data15)) {
          if (!(key3 === "tier-0" || key3 === "tier-1" || key3 === "tier-2" || key3 === "kev")) {
            const err39 = { instancePath: instancePath + "/max-duration", schemaPath: "#/properties/max-duration/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data15["tier-0"] !== void 0 && func0.call(data15, "tier-0")) {
          if (!validate145(data15["tier-0"], { instancePath: instancePath + "/max-duration/tier-0", parentData: data15, parentDataProperty: "tier-0", rootData })) {
            vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
            errors = vErrors.length;
          }
        }
        if (data15["tier-1"] !== void 0 && func0.call(data15, "tier-1")) {
          if (!validate145(data15["tier-1"], { instancePath: instancePath + "/max-duration/tier-1", parentData: data15, parentDataProperty: "tier-1", rootData })) {
            vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
            errors = vErrors.length;
          }
        }
        if (data15["tier-2"] !== void 0 && func0.call(data15, "tier-2")) {
          if (!validate145(data15["tier-2"], { instancePath: instancePath + "/max-duration/tier-2", parentData: data15, parentDataProperty: "tier-2", rootData })) {
            vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
            errors = vErrors.length;
          }
        }
        if (data15.kev !== void 0 && func0.call(data15, "kev")) {
          if (!validate66(data15.kev, { instancePath: instancePath + "/max-duration/kev", parentData: data15, parentDataProperty: "kev", rootData })) {
            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err40 = { instancePath: instancePath + "/max-duration", schemaPath: "#/properties/max-duration/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.require !== void 0 && func0.call(data, "require")) {
      let data20 = data.require;
      if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
        if (Object.keys(data20).length < 1) {
          const err41 = { instancePath: instancePath + "/require", schemaPath: "#/properties/require/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        for (const key4 of Object.keys(data20)) {
          if (!(key4 === "ticket" || key4 === "controls")) {
            const err42 = { instancePath: instancePath + "/require", schemaPath: "#/properties/require/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
        if (data20.ticket !== void 0 && func0.call(data20, "ticket")) {
          if (!validate61(data20.ticket, { instancePath: instancePath + "/require/ticket", parentData: data20, parentDataProperty: "ticket", rootData })) {
            vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
            errors = vErrors.length;
          }
        }
        if (data20.controls !== void 0 && func0.call(data20, "controls")) {
          if (!validate61(data20.controls, { instancePath: instancePath + "/require/controls", parentData: data20, parentDataProperty: "controls", rootData })) {
            vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err43 = { instancePath: instancePath + "/require", schemaPath: "#/properties/require/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.never !== void 0 && func0.call(data, "never")) {
      let data23 = data.never;
      if (Array.isArray(data23)) {
        if (data23.length > 100) {
          const err44 = { instancePath: instancePath + "/never", schemaPath: "#/properties/never/maxItems", keyword: "maxItems", params: { limit: 100 } };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        if (data23.length < 1) {
          const err45 = { instancePath: instancePath + "/never", schemaPath: "#/properties/never/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
        const len3 = data23.length;
        for (let i6 = 0; i6 < len3; i6++) {
          if (!validate83(data23[i6], { instancePath: instancePath + "/never/" + i6, parentData: data23, parentDataProperty: i6, rootData })) {
            vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err46 = { instancePath: instancePath + "/never", schemaPath: "#/properties/never/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.labels !== void 0 && func0.call(data, "labels")) {
      let data25 = data.labels;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        if (Object.keys(data25).length < 1) {
          const err47 = { instancePath: instancePath + "/labels", schemaPath: "#/properties/labels/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
        for (const key5 of Object.keys(data25)) {
          if (!(key5 === "requested" || key5 === "approved")) {
            const err48 = { instancePath: instancePath + "/labels", schemaPath: "#/properties/labels/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (data25.requested !== void 0 && func0.call(data25, "requested")) {
          let data26 = data25.requested;
          if (typeof data26 === "string") {
            if (func49(data26) > 50) {
              const err49 = { instancePath: instancePath + "/labels/requested", schemaPath: "#/properties/labels/properties/requested/maxLength", keyword: "maxLength", params: { limit: 50 } };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            if (func49(data26) < 1) {
              const err50 = { instancePath: instancePath + "/labels/requested", schemaPath: "#/properties/labels/properties/requested/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
          } else {
            const err51 = { instancePath: instancePath + "/labels/requested", schemaPath: "#/properties/labels/properties/requested/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
        if (data25.approved !== void 0 && func0.call(data25, "approved")) {
          let data27 = data25.approved;
          if (typeof data27 === "string") {
            if (func49(data27) > 50) {
              const err52 = { instancePath: instancePath + "/labels/approved", schemaPath: "#/properties/labels/properties/approved/maxLength", keyword: "maxLength", params: { limit: 50 } };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
            if (func49(data27) < 1) {
              const err53 = { instancePath: instancePath + "/labels/approved", schemaPath: "#/properties/labels/properties/approved/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
          } else {
            const err54 = { instancePath: instancePath + "/labels/approved", schemaPath: "#/properties/labels/properties/approved/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
              vErrors.push(err54);
            }
            errors++;
          }
        }
      } else {
        const err55 = { instancePath: instancePath + "/labels", schemaPath: "#/properties/labels/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
    }
    if (data["require-label"] !== void 0 && func0.call(data, "require-label")) {
      if (typeof data["require-label"] !== "boolean") {
        const err56 = { instancePath: instancePath + "/require-label", schemaPath: "#/properties/require-label/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data["expiring-notice"] !== void 0 && func0.call(data, "expiring-notice")) {
      if (!validate66(data["expiring-notice"], { instancePath: instancePath + "/expiring-notice", parentData: data, parentDataProperty: "expiring-notice", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err57 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err57];
    } else {
      vErrors.push(err57);
    }
    errors++;
  }
  validate154.errors = vErrors;
  return errors === 0;
}
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.version === void 0 || !func0.call(data, "version")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema6.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.version !== void 0 && func0.call(data, "version")) {
      if (1 !== data.version) {
        const err2 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== void 0 && func0.call(data, "name")) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        if (func49(data1) > 100) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 100 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func49(data1) < 1) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.extends !== void 0 && func0.call(data, "extends")) {
      let data2 = data.extends;
      if (typeof data2 !== "string" && !Array.isArray(data2)) {
        const err6 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: schema6.properties.extends.type } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      const _errs7 = errors;
      let valid1 = true;
      const _errs8 = errors;
      if (!Array.isArray(data2)) {
        const err7 = {};
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      var _valid0 = _errs8 === errors;
      errors = _errs7;
      if (vErrors !== null) {
        if (_errs7) {
          vErrors.length = _errs7;
        } else {
          vErrors = null;
        }
      }
      let ifClause0;
      if (_valid0) {
        const _errs10 = errors;
        if (Array.isArray(data2)) {
          if (data2.length > 10) {
            const err8 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/then/maxItems", keyword: "maxItems", params: { limit: 10 } };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (data2.length < 1) {
            const err9 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/then/minItems", keyword: "minItems", params: { limit: 1 } };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          const len0 = data2.length;
          for (let i0 = 0; i0 < len0; i0++) {
            if (!validate22(data2[i0], { instancePath: instancePath + "/extends/" + i0, parentData: data2, parentDataProperty: i0, rootData })) {
              vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
              errors = vErrors.length;
            }
          }
          let i1 = data2.length;
          let j0;
          if (i1 > 1) {
            outer0: for (; i1--; ) {
              for (j0 = i1; j0--; ) {
                if (func32(data2[i1], data2[j0])) {
                  const err10 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                  break outer0;
                }
              }
            }
          }
        } else {
          const err11 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/then/type", keyword: "type", params: { type: "array" } };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        var _valid0 = _errs10 === errors;
        valid1 = _valid0;
        ifClause0 = "then";
      } else {
        const _errs13 = errors;
        if (!validate22(data2, { instancePath: instancePath + "/extends", parentData: data, parentDataProperty: "extends", rootData })) {
          vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
          errors = vErrors.length;
        }
        var _valid0 = _errs13 === errors;
        valid1 = _valid0;
        ifClause0 = "else";
      }
      if (!valid1) {
        const err12 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/if", keyword: "if", params: { failingKeyword: ifClause0 } };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.mode !== void 0 && func0.call(data, "mode")) {
      if (!validate25(data.mode, { instancePath: instancePath + "/mode", parentData: data, parentDataProperty: "mode", rootData })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
    }
    if (data.assets !== void 0 && func0.call(data, "assets")) {
      let data5 = data.assets;
      if (Array.isArray(data5)) {
        if (data5.length > 500) {
          const err13 = { instancePath: instancePath + "/assets", schemaPath: "#/properties/assets/maxItems", keyword: "maxItems", params: { limit: 500 } };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data5.length < 1) {
          const err14 = { instancePath: instancePath + "/assets", schemaPath: "#/properties/assets/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        const len1 = data5.length;
        for (let i2 = 0; i2 < len1; i2++) {
          if (!validate27(data5[i2], { instancePath: instancePath + "/assets/" + i2, parentData: data5, parentDataProperty: i2, rootData })) {
            vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data["unknown-severity"] !== void 0 && func0.call(data, "unknown-severity")) {
      if (!validate44(data["unknown-severity"], { instancePath: instancePath + "/unknown-severity", parentData: data, parentDataProperty: "unknown-severity", rootData })) {
        vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
        errors = vErrors.length;
      }
    }
    if (data.suppressions !== void 0 && func0.call(data, "suppressions")) {
      let data8 = data.suppressions;
      if (typeof data8 !== "string" && !(data8 && typeof data8 == "object" && !Array.isArray(data8))) {
        const err16 = { instancePath: instancePath + "/suppressions", schemaPath: "#/properties/suppressions/type", keyword: "type", params: { type: schema6.properties.suppressions.type } };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      const _errs21 = errors;
      let valid7 = true;
      const _errs22 = errors;
      if (!(data8 && typeof data8 == "object" && !Array.isArray(data8))) {
        const err17 = {};
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      var _valid1 = _errs22 === errors;
      errors = _errs21;
      if (vErrors !== null) {
        if (_errs21) {
          vErrors.length = _errs21;
        } else {
          vErrors = null;
        }
      }
      let ifClause1;
      if (_valid1) {
        const _errs24 = errors;
        if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
          if (Object.keys(data8).length < 1) {
            const err18 = { instancePath: instancePath + "/suppressions", schemaPath: "#/properties/suppressions/then/minProperties", keyword: "minProperties", params: { limit: 1 } };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          for (const key1 of Object.keys(data8)) {
            if (!(key1 === "tier-0" || key1 === "tier-1" || key1 === "tier-2")) {
              const err19 = { instancePath: instancePath + "/suppressions", schemaPath: "#/properties/suppressions/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
          if (data8["tier-0"] !== void 0 && func0.call(data8, "tier-0")) {
            if (!validate46(data8["tier-0"], { instancePath: instancePath + "/suppressions/tier-0", parentData: data8, parentDataProperty: "tier-0", rootData })) {
              vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
              errors = vErrors.length;
            }
          }
          if (data8["tier-1"] !== void 0 && func0.call(data8, "tier-1")) {
            if (!validate46(data8["tier-1"], { instancePath: instancePath + "/suppressions/tier-1", parentData: data8, parentDataProperty: "tier-1", rootData })) {
              vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
              errors = vErrors.length;
            }
          }
          if (data8["tier-2"] !== void 0 && func0.call(data8, "tier-2")) {
            if (!validate46(data8["tier-2"], { instancePath: instancePath + "/suppressions/tier-2", parentData: data8, parentDataProperty: "tier-2", rootData })) {
              vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err20 = { instancePath: instancePath + "/suppressions", schemaPath: "#/properties/suppressions/then/type", keyword: "type", params: { type: "object" } };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        var _valid1 = _errs24 === errors;
        valid7 = _valid1;
        ifClause1 = "then";
      } else {
        const _errs30 = errors;
        if (!validate46(data8, { instancePath: instancePath + "/suppressions", parentData: data, parentDataProperty: "suppressions", rootData })) {
          vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
          errors = vErrors.length;
        }
        var _valid1 = _errs30 === errors;
        valid7 = _valid1;
        ifClause1 = "else";
      }
      if (!valid7) {
        const err21 = { instancePath: instancePath + "/suppressions", schemaPath: "#/properties/suppressions/if", keyword: "if", params: { failingKeyword: ifClause1 } };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.tools !== void 0 && func0.call(data, "tools")) {
      let data12 = data.tools;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        if (Object.keys(data12).length < 1) {
          const err22 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        for (const key2 of Object.keys(data12)) {
          if (!validate51(data12[key2], { instancePath: instancePath + "/tools/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data12, parentDataProperty: key2, rootData })) {
            vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.scans !== void 0 && func0.call(data, "scans")) {
      let data14 = data.scans;
      if (Array.isArray(data14)) {
        if (data14.length > 100) {
          const err24 = { instancePath: instancePath + "/scans", schemaPath: "#/properties/scans/maxItems", keyword: "maxItems", params: { limit: 100 } };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (data14.length < 1) {
          const err25 = { instancePath: instancePath + "/scans", schemaPath: "#/properties/scans/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        const len2 = data14.length;
        for (let i3 = 0; i3 < len2; i3++) {
          if (!validate56(data14[i3], { instancePath: instancePath + "/scans/" + i3, parentData: data14, parentDataProperty: i3, rootData })) {
            vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/scans", schemaPath: "#/properties/scans/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.feeds !== void 0 && func0.call(data, "feeds")) {
      let data16 = data.feeds;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        if (Object.keys(data16).length < 1) {
          const err27 = { instancePath: instancePath + "/feeds", schemaPath: "#/properties/feeds/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        for (const key3 of Object.keys(data16)) {
          if (!(key3 === "kev" || key3 === "epss" || key3 === "vex")) {
            const err28 = { instancePath: instancePath + "/feeds", schemaPath: "#/properties/feeds/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data16.kev !== void 0 && func0.call(data16, "kev")) {
          if (!validate75(data16.kev, { instancePath: instancePath + "/feeds/kev", parentData: data16, parentDataProperty: "kev", rootData })) {
            vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
            errors = vErrors.length;
          }
        }
        if (data16.epss !== void 0 && func0.call(data16, "epss")) {
          if (!validate75(data16.epss, { instancePath: instancePath + "/feeds/epss", parentData: data16, parentDataProperty: "epss", rootData })) {
            vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
            errors = vErrors.length;
          }
        }
        if (data16.vex !== void 0 && func0.call(data16, "vex")) {
          if (!validate75(data16.vex, { instancePath: instancePath + "/feeds/vex", parentData: data16, parentDataProperty: "vex", rootData })) {
            vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err29 = { instancePath: instancePath + "/feeds", schemaPath: "#/properties/feeds/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.rules !== void 0 && func0.call(data, "rules")) {
      let data20 = data.rules;
      if (Array.isArray(data20)) {
        if (data20.length > 500) {
          const err30 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/maxItems", keyword: "maxItems", params: { limit: 500 } };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data20.length < 1) {
          const err31 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        const len3 = data20.length;
        for (let i4 = 0; i4 < len3; i4++) {
          if (!validate81(data20[i4], { instancePath: instancePath + "/rules/" + i4, parentData: data20, parentDataProperty: i4, rootData })) {
            vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.sla !== void 0 && func0.call(data, "sla")) {
      let data22 = data.sla;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        if (Object.keys(data22).length < 1) {
          const err33 = { instancePath: instancePath + "/sla", schemaPath: "#/properties/sla/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        for (const key4 of Object.keys(data22)) {
          if (!(key4 === "tier-0" || key4 === "tier-1" || key4 === "tier-2" || key4 === "kev")) {
            const err34 = { instancePath: instancePath + "/sla", schemaPath: "#/properties/sla/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data22["tier-0"] !== void 0 && func0.call(data22, "tier-0")) {
          if (!validate145(data22["tier-0"], { instancePath: instancePath + "/sla/tier-0", parentData: data22, parentDataProperty: "tier-0", rootData })) {
            vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
            errors = vErrors.length;
          }
        }
        if (data22["tier-1"] !== void 0 && func0.call(data22, "tier-1")) {
          if (!validate145(data22["tier-1"], { instancePath: instancePath + "/sla/tier-1", parentData: data22, parentDataProperty: "tier-1", rootData })) {
            vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
            errors = vErrors.length;
          }
        }
        if (data22["tier-2"] !== void 0 && func0.call(data22, "tier-2")) {
          if (!validate145(data22["tier-2"], { instancePath: instancePath + "/sla/tier-2", parentData: data22, parentDataProperty: "tier-2", rootData })) {
            vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
            errors = vErrors.length;
          }
        }
        if (data22.kev !== void 0 && func0.call(data22, "kev")) {
          if (!validate66(data22.kev, { instancePath: instancePath + "/sla/kev", parentData: data22, parentDataProperty: "kev", rootData })) {
            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/sla", schemaPath: "#/properties/sla/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.exceptions !== void 0 && func0.call(data, "exceptions")) {
      if (!validate154(data.exceptions, { instancePath: instancePath + "/exceptions", parentData: data, parentDataProperty: "exceptions", rootData })) {
        vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err36];
    } else {
      vErrors.push(err36);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
var exceptionsErrors = validate170;
var schema51 = { "type": "object", "additionalProperties": false, "required": ["id", "type", "match", "reason", "owner", "approved-by", "approved-at", "expires"], "properties": { "id": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$" }, "type": { "type": "string", "enum": ["risk-accept", "false-positive", "mitigated", "vendor-dependency", "break-glass"] }, "match": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "finding": { "type": "string", "pattern": "^F-[0-9a-f]{32}$" }, "identifier": { "type": "string", "minLength": 3, "maxLength": 200 }, "package": { "type": "string", "pattern": "^pkg:[a-z][a-z0-9.+-]*/\\S+$", "maxLength": 500 }, "path": { "type": "string", "minLength": 1, "maxLength": 1e3 }, "tool": { "type": "string", "minLength": 1, "maxLength": 200 }, "rule-id": { "type": "string", "minLength": 1, "maxLength": 500 } } }, "reason": { "type": "string", "minLength": 20, "maxLength": 500 }, "owner": { "$ref": "#/definitions/person" }, "approved-by": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/person" } }, "approved-at": { "$ref": "#/definitions/date" }, "expires": { "$ref": "#/definitions/date" }, "ticket": { "type": "string", "minLength": 1, "maxLength": 200 }, "controls": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "minLength": 1, "maxLength": 500 } } } };
var pattern10 = new RegExp("^F-[0-9a-f]{32}$", "u");
var pattern11 = new RegExp("^pkg:[a-z][a-z0-9.+-]*/\\S+$", "u");
var pattern12 = new RegExp("^@?[A-Za-z0-9][A-Za-z0-9_-]{0,38}$", "u");
function validate172(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern12.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^@?[A-Za-z0-9][A-Za-z0-9_-]{0,38}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate172.errors = vErrors;
  return errors === 0;
}
var pattern13 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$", "u");
function validate175(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern13.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate175.errors = vErrors;
  return errors === 0;
}
function validate171(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0 || !func0.call(data, "id")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === void 0 || !func0.call(data, "type")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.match === void 0 || !func0.call(data, "match")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "match" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.reason === void 0 || !func0.call(data, "reason")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.owner === void 0 || !func0.call(data, "owner")) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "owner" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data["approved-by"] === void 0 || !func0.call(data, "approved-by")) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approved-by" } };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data["approved-at"] === void 0 || !func0.call(data, "approved-at")) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approved-at" } };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.expires === void 0 || !func0.call(data, "expires")) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires" } };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema51.properties, key0)) {
        const err8 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.id !== void 0 && func0.call(data, "id")) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern2.test(data0)) {
          const err9 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$" } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.type !== void 0 && func0.call(data, "type")) {
      let data1 = data.type;
      if (typeof data1 !== "string") {
        const err11 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (!(data1 === "risk-accept" || data1 === "false-positive" || data1 === "mitigated" || data1 === "vendor-dependency" || data1 === "break-glass")) {
        const err12 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema51.properties.type.enum } };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.match !== void 0 && func0.call(data, "match")) {
      let data2 = data.match;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (Object.keys(data2).length < 1) {
          const err13 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        for (const key1 of Object.keys(data2)) {
          if (!(key1 === "finding" || key1 === "identifier" || key1 === "package" || key1 === "path" || key1 === "tool" || key1 === "rule-id")) {
            const err14 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data2.finding !== void 0 && func0.call(data2, "finding")) {
          let data3 = data2.finding;
          if (typeof data3 === "string") {
            if (!pattern10.test(data3)) {
              const err15 = { instancePath: instancePath + "/match/finding", schemaPath: "#/properties/match/properties/finding/pattern", keyword: "pattern", params: { pattern: "^F-[0-9a-f]{32}$" } };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/match/finding", schemaPath: "#/properties/match/properties/finding/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data2.identifier !== void 0 && func0.call(data2, "identifier")) {
          let data4 = data2.identifier;
          if (typeof data4 === "string") {
            if (func49(data4) > 200) {
              const err17 = { instancePath: instancePath + "/match/identifier", schemaPath: "#/properties/match/properties/identifier/maxLength", keyword: "maxLength", params: { limit: 200 } };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (func49(data4) < 3) {
              const err18 = { instancePath: instancePath + "/match/identifier", schemaPath: "#/properties/match/properties/identifier/minLength", keyword: "minLength", params: { limit: 3 } };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/match/identifier", schemaPath: "#/properties/match/properties/identifier/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data2.package !== void 0 && func0.call(data2, "package")) {
          let data5 = data2.package;
          if (typeof data5 === "string") {
            if (func49(data5) > 500) {
              const err20 = { instancePath: instancePath + "/match/package", schemaPath: "#/properties/match/properties/package/maxLength", keyword: "maxLength", params: { limit: 500 } };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (!pattern11.test(data5)) {
              const err21 = { instancePath: instancePath + "/match/package", schemaPath: "#/properties/match/properties/package/pattern", keyword: "pattern", params: { pattern: "^pkg:[a-z][a-z0-9.+-]*/\\S+$" } };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/match/package", schemaPath: "#/properties/match/properties/package/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data2.path !== void 0 && func0.call(data2, "path")) {
          let data6 = data2.path;
          if (typeof data6 === "string") {
            if (func49(data6) > 1e3) {
              const err23 = { instancePath: instancePath + "/match/path", schemaPath: "#/properties/match/properties/path/maxLength", keyword: "maxLength", params: { limit: 1e3 } };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (func49(data6) < 1) {
              const err24 = { instancePath: instancePath + "/match/path", schemaPath: "#/properties/match/properties/path/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/match/path", schemaPath: "#/properties/match/properties/path/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data2.tool !== void 0 && func0.call(data2, "tool")) {
          let data7 = data2.tool;
          if (typeof data7 === "string") {
            if (func49(data7) > 200) {
              const err26 = { instancePath: instancePath + "/match/tool", schemaPath: "#/properties/match/properties/tool/maxLength", keyword: "maxLength", params: { limit: 200 } };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (func49(data7) < 1) {
              const err27 = { instancePath: instancePath + "/match/tool", schemaPath: "#/properties/match/properties/tool/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/match/tool", schemaPath: "#/properties/match/properties/tool/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data2["rule-id"] !== void 0 && func0.call(data2, "rule-id")) {
          let data8 = data2["rule-id"];
          if (typeof data8 === "string") {
            if (func49(data8) > 500) {
              const err29 = { instancePath: instancePath + "/match/rule-id", schemaPath: "#/properties/match/properties/rule-id/maxLength", keyword: "maxLength", params: { limit: 500 } };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (func49(data8) < 1) {
              const err30 = { instancePath: instancePath + "/match/rule-id", schemaPath: "#/properties/match/properties/rule-id/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/match/rule-id", schemaPath: "#/properties/match/properties/rule-id/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.reason !== void 0 && func0.call(data, "reason")) {
      let data9 = data.reason;
      if (typeof data9 === "string") {
        if (func49(data9) > 500) {
          const err33 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 } };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (func49(data9) < 20) {
          const err34 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 20 } };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      } else {
        const err35 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.owner !== void 0 && func0.call(data, "owner")) {
      if (!validate172(data.owner, { instancePath: instancePath + "/owner", parentData: data, parentDataProperty: "owner", rootData })) {
        vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
        errors = vErrors.length;
      }
    }
    if (data["approved-by"] !== void 0 && func0.call(data, "approved-by")) {
      let data11 = data["approved-by"];
      if (Array.isArray(data11)) {
        if (data11.length < 1) {
          const err36 = { instancePath: instancePath + "/approved-by", schemaPath: "#/properties/approved-by/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        const len0 = data11.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate172(data11[i0], { instancePath: instancePath + "/approved-by/" + i0, parentData: data11, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
            errors = vErrors.length;
          }
        }
        let i1 = data11.length;
        let j0;
        if (i1 > 1) {
          outer0: for (; i1--; ) {
            for (j0 = i1; j0--; ) {
              if (func32(data11[i1], data11[j0])) {
                const err37 = { instancePath: instancePath + "/approved-by", schemaPath: "#/properties/approved-by/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/approved-by", schemaPath: "#/properties/approved-by/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data["approved-at"] !== void 0 && func0.call(data, "approved-at")) {
      if (!validate175(data["approved-at"], { instancePath: instancePath + "/approved-at", parentData: data, parentDataProperty: "approved-at", rootData })) {
        vErrors = vErrors === null ? validate175.errors : vErrors.concat(validate175.errors);
        errors = vErrors.length;
      }
    }
    if (data.expires !== void 0 && func0.call(data, "expires")) {
      if (!validate175(data.expires, { instancePath: instancePath + "/expires", parentData: data, parentDataProperty: "expires", rootData })) {
        vErrors = vErrors === null ? validate175.errors : vErrors.concat(validate175.errors);
        errors = vErrors.length;
      }
    }
    if (data.ticket !== void 0 && func0.call(data, "ticket")) {
      let data15 = data.ticket;
      if (typeof data15 === "string") {
        if (func49(data15) > 200) {
          const err39 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/maxLength", keyword: "maxLength", params: { limit: 200 } };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        if (func49(data15) < 1) {
          const err40 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      } else {
        const err41 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.controls !== void 0 && func0.call(data, "controls")) {
      let data16 = data.controls;
      if (Array.isArray(data16)) {
        if (data16.length < 1) {
          const err42 = { instancePath: instancePath + "/controls", schemaPath: "#/properties/controls/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
        const len1 = data16.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data17 = data16[i2];
          if (typeof data17 === "string") {
            if (func49(data17) > 500) {
              const err43 = { instancePath: instancePath + "/controls/" + i2, schemaPath: "#/properties/controls/items/maxLength", keyword: "maxLength", params: { limit: 500 } };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
            if (func49(data17) < 1) {
              const err44 = { instancePath: instancePath + "/controls/" + i2, schemaPath: "#/properties/controls/items/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          } else {
            const err45 = { instancePath: instancePath + "/controls/" + i2, schemaPath: "#/properties/controls/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
        let i3 = data16.length;
        let j1;
        if (i3 > 1) {
          const indices0 = {};
          for (; i3--; ) {
            let item0 = data16[i3];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j1 = indices0[item0];
              const err46 = { instancePath: instancePath + "/controls", schemaPath: "#/properties/controls/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 } };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
              break;
            }
            indices0[item0] = i3;
          }
        }
      } else {
        const err47 = { instancePath: instancePath + "/controls", schemaPath: "#/properties/controls/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
  } else {
    const err48 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err48];
    } else {
      vErrors.push(err48);
    }
    errors++;
  }
  validate171.errors = vErrors;
  return errors === 0;
}
function validate170(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.version === void 0 || !func0.call(data, "version")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.exceptions === void 0 || !func0.call(data, "exceptions")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "exceptions" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "version" || key0 === "exceptions")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.version !== void 0 && func0.call(data, "version")) {
      if (1 !== data.version) {
        const err3 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.exceptions !== void 0 && func0.call(data, "exceptions")) {
      let data1 = data.exceptions;
      if (Array.isArray(data1)) {
        if (data1.length > 1e4) {
          const err4 = { instancePath: instancePath + "/exceptions", schemaPath: "#/properties/exceptions/maxItems", keyword: "maxItems", params: { limit: 1e4 } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate171(data1[i0], { instancePath: instancePath + "/exceptions/" + i0, parentData: data1, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate171.errors : vErrors.concat(validate171.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/exceptions", schemaPath: "#/properties/exceptions/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate170.errors = vErrors;
  return errors === 0;
}
var pattern14 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$", "u");
var pattern17 = new RegExp("^[0-9a-f]{32}$", "u");
var pattern15 = new RegExp("^[0-9a-f]{64}$", "u");
var pattern18 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", "u");

// src/core/json.ts
var asString = (value) => typeof value === "string" ? value : null;
var asNumber = (value) => typeof value === "number" && Number.isFinite(value) ? value : null;
var asArray = (value) => Array.isArray(value) ? value : [];
var asObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
var member = (object, key) => object !== null && Object.hasOwn(object, key) ? object[key] : void 0;

// src/core/policy/suggest.ts
var SYNONYMS = /* @__PURE__ */ new Map([
  ["moderate", "medium"],
  ["error", "high"],
  ["warning", "medium"],
  ["note", "low"],
  ["info", "none"],
  ["informational", "none"],
  ["fail", "block"],
  ["deny", "block"],
  ["allow", "pass"],
  ["ok", "pass"],
  ["audit", "monitor"],
  ["evaluate", "monitor"],
  ["dry-run", "monitor"],
  ["new", "introduced"],
  ["unchanged", "existing"],
  ["absent", "fixed"],
  ["secrets", "secret"],
  ["dependency", "sca"],
  ["dependencies", "sca"],
  ["overdue", "breached"],
  ["honor", "honour"],
  ["expiry", "expires"],
  ["exclude", "unless"],
  ["path", "paths"],
  ["severity-min", "min-severity"],
  ["approver", "approvers"],
  ["risk_accept", "risk-accept"],
  ["accepted-risk", "risk-accept"],
  ["fp", "false-positive"]
]);
function nearest(word, allowed) {
  const written = word.slice(0, 100);
  const plain2 = written.toLowerCase().replaceAll("_", "-");
  const exact = allowed.find((candidate) => candidate.toLowerCase().replaceAll("_", "-") === plain2);
  if (exact !== void 0) return exact;
  let best = null;
  let least = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const candidate of allowed) {
    const distance2 = editDistance2(plain2, candidate.toLowerCase());
    if (distance2 < least) {
      best = candidate;
      least = distance2;
    }
  }
  const synonym = SYNONYMS.get(plain2);
  return synonym !== void 0 && allowed.includes(synonym) && least > 1 ? synonym : best;
}
function editDistance2(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, index2) => index2)];
  const cell2 = (i, j) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row2 = [i];
    rows.push(row2);
    for (let j = 1; j <= b.length; j++) {
      const replaced = cell2(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell2(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row2.push(Math.min(replaced, swapped, cell2(i - 1, j) + 1, (row2[j - 1] ?? 0) + 1));
    }
  }
  return cell2(a.length, b.length);
}

// src/core/policy/yaml-text.ts
import { isUtf8 } from "node:buffer";
function decodeUtf8(bytes) {
  return isUtf8(bytes) ? new TextDecoder("utf-8").decode(bytes) : null;
}
function locator(path2, text2) {
  const starts = [0];
  for (const { index: index2, 0: lineBreak } of text2.matchAll(/\r\n|\r|\n/g)) starts.push(index2 + lineBreak.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { path: path2, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
function findDirective(text2) {
  let start = 0;
  for (const line2 of text2.split(/\r\n|\r|\n/)) {
    if (line2.startsWith("%")) return start;
    if (!/^[ \t]*(?:#.*)?$/.test(line2)) return -1;
    start += line2.length;
    start += text2.startsWith("\r\n", start) ? 2 : 1;
  }
  return -1;
}
var SYNTAX = [
  [/tab characters/, "a tab is used for indentation", "Indent with spaces"],
  [/maxDepth/, "values are nested more than 50 levels deep", "Flatten the file"],
  [
    /alias|anchor/,
    "anchors and aliases are not allowed",
    "Write the value out, or quote a text that begins with `*` or `&`"
  ],
  [/tag /, "YAML tags are not allowed", "Remove the word that begins with `!`, or quote the text"],
  [
    /multiline key|expected ':'/,
    "a key is not followed by `:`",
    "Write `key: value`, and quote a text that spans lines"
  ],
  [/missed comma/, "a comma is missing in a list or mapping", "Separate the entries by commas"],
  [/bad indentation/, "the indentation does not fit the lines above", "Indent all entries of a mapping or list alike"],
  [
    /deficient indentation/,
    "a quote, bracket or brace above is not closed, or this line is indented too little",
    "Close it, or indent the line"
  ],
  [/non-printable|null byte/, "the file has characters that cannot be printed", "Remove them"],
  [/unexpected end of the stream/, "the file ends inside a value", "Close the quote, bracket or brace"],
  [
    /end of the stream/,
    "there is text where nothing more is expected",
    "Check indentation and quotes of the lines above"
  ],
  [/unknown escape/, "the escape sequence is unknown", "Use single quotes, or write the backslash twice"]
];
function explainSyntax(reason2, before) {
  const isTab = /(?:^|[\r\n]) *\t[^\r\n]*$/.test(before);
  const known4 = SYNTAX.find(([pattern]) => pattern.test(isTab ? "tab characters" : reason2));
  if (known4) return { message: known4[1], hint: known4[2] };
  return { message: `this is not YAML: ${reason2}`, hint: "Check indentation, quotes and brackets" };
}
function resolvePlain(source) {
  if (source === "" || source === "~" || /^(?:null|Null|NULL)$/.test(source)) return null;
  if (/^(?:true|True|TRUE)$/.test(source)) return true;
  if (/^(?:false|False|FALSE)$/.test(source)) return false;
  if (!/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/.test(source)) return source;
  const value = Number(source);
  return Number.isFinite(value) ? value : source;
}
var isNotFinite = (source) => /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(source);

// src/core/policy/schema-problems.ts
function schemaProblems(violations, root, schema, explainPattern2) {
  const mistyped = new Set(
    violations.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath)
  );
  const problems = /* @__PURE__ */ new Map();
  for (const violation of violations) {
    const { keyword, instancePath } = violation;
    if (keyword === "if" || keyword !== "type" && mistyped.has(instancePath)) continue;
    const path2 = instancePath.split("/").slice(1).map(unescapePointer);
    const target = locate(root, path2);
    if (target === null || target.broken) continue;
    const { node } = target;
    const special = keyword === "pattern" && node.kind === "scalar" ? explainPattern2(path2, node.source) : null;
    const problem = special ? { place: target.place, ...special } : explain(violation, { path: path2, ...target, root, schema: schemaAt(schema, path2) });
    const id = `${instancePath} ${keyword === "additionalProperties" || keyword === "required" ? problem.message : ""}`;
    if (!problems.has(id)) problems.set(id, problem);
  }
  return [...problems.values()];
}
var unescapePointer = (part3) => part3.replaceAll("~1", "/").replaceAll("~0", "~");
function locate(root, path2) {
  let node = root;
  let broken = root.broken;
  for (const part3 of path2) {
    const next = node.kind === "list" ? node.items[Number(part3)] : node.kind === "map" ? entry2(node, part3)?.value : void 0;
    if (next === void 0) return null;
    node = next;
    broken ||= node.broken;
  }
  return { node, place: node.place, broken };
}
var entry2 = (node, key) => node.kind === "map" ? node.entries.find((candidate) => candidate.key === key) : void 0;
function schemaAt(root, path2) {
  let current = resolve(root, root);
  for (const part3 of path2) {
    current = resolve(root, step(current, part3));
    if (current === null) return null;
  }
  return current;
}
function step(schema, part3) {
  const property = member(asObject(member(schema, "properties")), part3);
  if (property !== void 0) return property;
  if (/^[0-9]+$/.test(part3) && member(schema, "items") !== void 0) return member(schema, "items");
  const more = member(schema, "additionalProperties");
  if (asObject(more)) return more;
  const many = asObject(member(schema, "then"));
  return many ? step(many, part3) : void 0;
}
function resolve(root, value) {
  const schema = asObject(value);
  const reference = asString(member(schema, "$ref"));
  if (schema === null || reference === null) return schema;
  const definition = asObject(member(asObject(member(root, "definitions")), reference.replace("#/definitions/", "")));
  return definition && { ...definition, ...schema, form: member(definition, "description") };
}
function explain({ keyword, params }, target) {
  const { node, place: place2, path: path2, schema } = target;
  const name = subject(target);
  const problem = (message2, hint, where2 = place2) => ({ place: where2, message: message2, hint });
  const limit = String(params.limit);
  switch (keyword) {
    case "additionalProperties":
      return unknownKey(String(params.additionalProperty), target);
    case "required": {
      const missing = String(params.missingProperty);
      return problem(`${name} lacks \`${missing}\``, `Add \`${sample(missing, step(schema, missing))}\``);
    }
    case "type":
      return problem(`${name} must be ${typeNames(params.type, schema)}, not ${shown3(node)}`, suggestion(path2, schema));
    case "enum":
    case "const": {
      const allowed = asArray(params.allowedValues ?? [params.allowedValue]).map(String);
      const meant = node.kind === "scalar" && typeof node.value === "string" ? nearest(node.source, allowed) : null;
      const hint = meant === null ? suggestion(path2, schema) : `Did you mean \`${meant}\`?`;
      return problem(`${name} must be ${oneOf2(allowed)}, not ${shown3(node)}`, hint);
    }
    case "minItems":
      return problem(`${name} is an empty list`, "Add an entry, or remove the key");
    case "minProperties":
      return problem(`${name} is empty`, "Add a key, or remove it");
    case "minLength":
      return problem(
        `${name} is too short`,
        `Write at least ${limit === "1" ? "one character" : `${limit} characters`}`
      );
    case "uniqueItems":
      return problem(`${name} lists the same value twice`, "Remove one of them");
    case "maxItems":
      return problem(`${name} has too many entries`, `Use at most ${limit}`);
    case "maxLength":
      return problem(`${name} is too long`, `Write at most ${limit} characters`);
    case "minimum":
      return problem(`${name} must be at least ${limit}, not ${shown3(node)}`, suggestion(path2, schema));
    case "maximum":
      return problem(`${name} must be at most ${limit}, not ${shown3(node)}`, suggestion(path2, schema));
    default:
      return problem(`${name} cannot be ${shown3(node)}`, suggestion(path2, schema));
  }
}
function unknownKey(key, target) {
  const { node, place: place2, path: path2, schema } = target;
  const keyed = asObject(member(schema, "properties")) ?? asObject(member(asObject(member(schema, "then")), "properties"));
  const allowed = Object.keys(keyed ?? {});
  const meant = nearest(key, allowed);
  const where2 = path2.length === 0 ? "" : ` in ${subject(target)}`;
  const hint = meant === null ? `Known keys: ${allowed.map((name) => `\`${name}\``).join(", ")}` : `Did you mean \`${meant}\`?`;
  return { place: entry2(node, key)?.keyPlace ?? place2, message: `unknown key \`${key.slice(0, 60)}\`${where2}`, hint };
}
function subject({ path: path2, root }) {
  if (path2.length === 0) return "the file";
  const text2 = path2.map((part3) => /^[0-9]+$/.test(part3) ? `[${part3}]` : `.${part3}`).join("");
  const entryNode = path2.length > 1 ? locate(root, path2.slice(0, 2))?.node : void 0;
  const id = entryNode && (entry2(entryNode, "id") ?? entry2(entryNode, "name"))?.value;
  const owner = id?.kind === "scalar" && path2.at(-1) !== "id" && id.source !== "" ? ` of ${id.source.slice(0, 60)}` : "";
  return `\`${text2.replace(/^\./, "").slice(0, 120)}\`${owner}`;
}
function shown3(node) {
  if (node.kind === "map") return "a mapping";
  if (node.kind === "list") return "a list";
  if (node.value === null) return "nothing";
  const text2 = `\`${node.source.length > 60 ? `${node.source.slice(0, 57)}…` : node.source.replaceAll("\n", " ")}\``;
  if (typeof node.value === "number") return `the number ${text2}`;
  if (typeof node.value === "boolean") return `the word ${text2}`;
  return typeof resolvePlain(node.source) === "string" ? text2 : `the text ${text2}`;
}
var NAMES = /* @__PURE__ */ new Map([
  ["string", "text"],
  ["array", "a list"],
  ["object", "a mapping"],
  ["boolean", "`true` or `false`"],
  ["integer", "a whole number"],
  ["number", "a number"]
]);
function typeNames(types, schema) {
  const declared = member(schema, "type") ?? types;
  const list4 = Array.isArray(declared) ? declared.map(String) : [String(declared)];
  return list4.map((type) => NAMES.get(type) ?? type).join(" or ");
}
function oneOf2(allowed) {
  return allowed.length === 1 ? String(allowed[0]) : `one of ${allowed.join(", ")}`;
}
function suggestion(path2, schema) {
  const key = path2.findLast((part3) => !/^[0-9]+$/.test(part3)) ?? "";
  const isItem = /^[0-9]+$/.test(path2.at(-1) ?? "");
  const [value] = asArray(member(schema, "examples"));
  if (value === void 0) return "See the policy reference";
  const example = `for example \`${isItem ? flow(value) : `${key}: ${flow(value)}`}\``;
  const form = asString(member(schema, "form"));
  return form === null ? `Write ${example}` : `Write ${form.charAt(0).toLowerCase()}${form.slice(1).replace(/\.$/, "")}, ${example}`;
}
function sample(key, schema) {
  const [value] = asArray(member(asObject(schema), "examples"));
  return value === void 0 ? `${key}:` : `${key}: ${flow(value)}`;
}
function flow(value) {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  const object = asObject(value);
  if (object)
    return `{ ${Object.entries(object).map(([key, inner]) => `${key}: ${flow(inner ?? null)}`).join(", ")} }`;
  if (asNumber(value) !== null || typeof value === "boolean") return String(value);
  const text2 = String(value);
  return /[*@{}[\],#&!|>'"%`]|: /.test(text2) ? JSON.stringify(text2) : text2;
}

// node_modules/js-yaml/dist/js-yaml.mjs
var NOT_RESOLVED = /* @__PURE__ */ Symbol("NOT_RESOLVED");
function defineScalarTag(tagName, options) {
  return {
    tagName,
    nodeKind: "scalar",
    implicit: options.implicit ?? false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    implicitFirstChars: options.implicitFirstChars ?? null,
    resolve: options.resolve,
    identify: options.identify,
    represent: options.represent ?? ((data) => String(data)),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineSequenceTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "sequence",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addItem: options.addItem,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineMappingTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "mapping",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addPair: options.addPair,
    has: options.has,
    keys: options.keys,
    get: options.get,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
  resolve: (source) => source,
  identify: (data) => typeof data === "string"
});
var NULL_VALUES$1 = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source) => {
    if (NULL_VALUES$1.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: ["n"],
  resolve: (source, isExplicit) => {
    if (source === "null" || isExplicit && source === "") return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var NULL_VALUES = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source) => {
    if (NULL_VALUES.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var TRUE_VALUES$2 = [
  "true",
  "True",
  "TRUE"
];
var FALSE_VALUES$2 = [
  "false",
  "False",
  "FALSE"
];
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "t",
    "T",
    "f",
    "F"
  ],
  resolve: (source) => {
    if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: ["t", "f"],
  resolve: (source) => {
    if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES = [
  "true",
  "True",
  "TRUE",
  "y",
  "Y",
  "yes",
  "Yes",
  "YES",
  "on",
  "On",
  "ON"
];
var FALSE_VALUES = [
  "false",
  "False",
  "FALSE",
  "n",
  "N",
  "no",
  "No",
  "NO",
  "off",
  "Off",
  "OFF"
];
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "y",
    "Y",
    "n",
    "N",
    "t",
    "T",
    "f",
    "F",
    "o",
    "O"
  ],
  resolve: (source) => {
    if (TRUE_VALUES.indexOf(source) !== -1) return true;
    if (FALSE_VALUES.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
  let value = source;
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$2(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger$2,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
  let value = source;
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$1(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlInteger$1,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
  let value = source.replace(/_/g, "");
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  if (value.includes(":")) {
    let result = 0;
    for (const part3 of value.split(":")) result = result * 60 + Number(part3);
    return sign * result;
  }
  if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
  if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
  if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
  let value = source.toLowerCase();
  const sign = value[0] === "-" ? -1 : 1;
  if ("+-".includes(value[0])) value = value.slice(1);
  if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value === ".nan") return NaN;
  const result = sign * parseFloat(value);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat$2,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$2
});
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
    let value = source.toLowerCase();
    const sign = value[0] === "-" ? -1 : 1;
    if ("+-".includes(value[0])) value = value.slice(1);
    if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if (value === ".nan") return NaN;
    const result2 = sign * parseFloat(value);
    return Number.isFinite(result2) ? result2 : NOT_RESOLVED;
  }
  if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = Number(source);
  if (Number.isFinite(result)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlFloat$1,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$1
});
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
  if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
  let value = source.toLowerCase().replace(/_/g, "");
  const sign = value[0] === "-" ? -1 : 1;
  if ("+-".includes(value[0])) value = value.slice(1);
  if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value === ".nan") return NaN;
  let result = 0;
  if (value.includes(":")) {
    for (const part3 of value.split(":")) result = result * 60 + Number(part3);
    result *= sign;
  } else result = sign * parseFloat(value);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat
});
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
  implicit: true,
  implicitFirstChars: ["<"],
  resolve: (source, isExplicit) => {
    if (source === "<<" || isExplicit && source === "") return "<<";
    return NOT_RESOLVED;
  },
  identify: () => false
});
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
  const input = source.replace(/\s/g, "");
  if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
  const binary = atob(input);
  const result = new Uint8Array(binary.length);
  for (let index2 = 0; index2 < binary.length; index2++) result[index2] = binary.charCodeAt(index2);
  return result;
}
function representYamlBinary(object) {
  let binary = "";
  for (let index2 = 0; index2 < object.length; index2++) binary += String.fromCharCode(object[index2]);
  return btoa(binary);
}
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
  resolve: resolveYamlBinary,
  identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
  represent: representYamlBinary
});
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day2, hour = 0, minute = 0, second = 0, fraction = 0) {
  const date = new Date(Date.UTC(year, month, day2, hour, minute, second, fraction));
  date.setUTCFullYear(year, month, day2);
  return date;
}
function resolveYamlTimestamp(source) {
  let match3 = YAML_DATE_REGEXP.exec(source);
  if (match3 === null) match3 = YAML_TIMESTAMP_REGEXP.exec(source);
  if (match3 === null) return NOT_RESOLVED;
  const year = +match3[1];
  const month = +match3[2] - 1;
  const day2 = +match3[3];
  if (!match3[4]) {
    const date2 = makeUtcDate(year, month, day2);
    if (date2.getUTCFullYear() !== year || date2.getUTCMonth() !== month || date2.getUTCDate() !== day2) return NOT_RESOLVED;
    return date2;
  }
  const hour = +match3[4];
  const minute = +match3[5];
  const second = +match3[6];
  let fraction = 0;
  if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
  if (match3[7]) {
    let value = match3[7].slice(0, 3);
    while (value.length < 3) value += "0";
    fraction = +value;
  }
  const date = makeUtcDate(year, month, day2, hour, minute, second, fraction);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day2) return NOT_RESOLVED;
  if (match3[9]) {
    const offsetHour = +match3[10];
    const offsetMinute = +(match3[11] || 0);
    if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
    const offset = (offsetHour * 60 + offsetMinute) * 6e4;
    date.setTime(date.getTime() - (match3[9] === "-" ? -offset : offset));
  }
  return date;
}
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
  implicit: true,
  implicitFirstChars: [..."0123456789"],
  resolve: resolveYamlTimestamp,
  identify: (object) => object instanceof Date,
  represent: (object) => object.toISOString()
});
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
  create: () => [],
  addItem: (container, item) => {
    container.push(item);
  },
  identify: Array.isArray
});
function isPlainObject(data) {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
  const prototype = Object.getPrototypeOf(data);
  return prototype === null || prototype === Object.prototype;
}
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
  create: () => ({
    list: [],
    seen: /* @__PURE__ */ new Set()
  }),
  addItem: (carrier, item) => {
    let key;
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve an ordered map item";
      key = item.keys().next().value;
    } else if (isPlainObject(item)) {
      const itemKeys = Object.keys(item);
      if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
      key = itemKeys[0];
    } else return "cannot resolve an ordered map item";
    if (carrier.seen.has(key)) return "duplicate key in ordered map";
    carrier.seen.add(key);
    carrier.list.push(item);
    return "";
  },
  finalize: (carrier) => carrier.list,
  identify: () => false
});
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
  create: () => [],
  addItem: (container, item) => {
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve a pairs item";
      container.push(item.entries().next().value);
      return "";
    }
    if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
    const object = item;
    const keys = Object.keys(object);
    if (keys.length !== 1) return "cannot resolve a pairs item";
    container.push([keys[0], object[keys[0]]]);
    return "";
  },
  identify: () => false
});
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key of Object.keys(o)) map.set(key, o[key]);
    return map;
  },
  addPair: (container, key, value) => {
    if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
    const normalizedKey = String(key);
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value;
    return "";
  },
  has: (container, key) => {
    if (key !== null && typeof key === "object") return false;
    return Object.prototype.hasOwnProperty.call(container, String(key));
  },
  keys: (container) => Object.keys(container),
  get: (container, key) => {
    const normalizedKey = String(key);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
  create: () => /* @__PURE__ */ new Set(),
  identify: (data) => data instanceof Set,
  represent: (data) => {
    const map = /* @__PURE__ */ new Map();
    for (const key of data) map.set(key, null);
    return map;
  },
  addPair: (container, key, value) => {
    if (value !== null) return "cannot resolve a set item";
    container.add(key);
    return "";
  },
  has: (container, key) => container.has(key),
  keys: (container) => container.keys(),
  get: () => null
});
function createTagDefinitionMap() {
  return {
    scalar: /* @__PURE__ */ Object.create(null),
    sequence: /* @__PURE__ */ Object.create(null),
    mapping: /* @__PURE__ */ Object.create(null)
  };
}
function createTagDefinitionListMap() {
  return {
    scalar: [],
    sequence: [],
    mapping: []
  };
}
function compileTags(tags) {
  const result = [];
  for (const tag2 of tags) {
    let index2 = result.length;
    for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
      const previous = result[previousIndex];
      if (previous.nodeKind === tag2.nodeKind && previous.tagName === tag2.tagName && previous.matchByTagPrefix === tag2.matchByTagPrefix) {
        index2 = previousIndex;
        break;
      }
    }
    result[index2] = tag2;
  }
  return result;
}
var Schema = class Schema2 {
  tags;
  /** @internal */
  implicitScalarTags;
  /**
  * Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
  * the resolvers that may match that key, in schema order; a key absent from
  * the map uses
  * {@link Schema.implicitScalarAnyFirstChar}
  * (resolvers that declared no first-char constraint, so they apply to any
  * first character).
  */
  implicitScalarByFirstChar;
  implicitScalarAnyFirstChar;
  /**
  * The default scalar tag (`!!str`), resolved once so the composer's fallback
  * for unresolved plain scalars avoids a keyed lookup per scalar.
  *
  * @internal
  */
  defaultScalarTag;
  /**
  * The default container tags (`!!seq` / `!!map`), used by the dumper: when a
  * value is identified by its default tag, the tag is implicit and not
  * printed. Undefined if the schema does not define them (then such values
  * can't be dumped).
  *
  * @internal
  */
  defaultSequenceTag;
  /** @internal */
  defaultMappingTag;
  exact;
  prefix;
  constructor(tags) {
    const compiledTags = compileTags(tags);
    const implicitScalarTags = [];
    const exact = createTagDefinitionMap();
    const prefix2 = createTagDefinitionListMap();
    for (const tag2 of compiledTags) {
      if (tag2.nodeKind === "scalar" && tag2.implicit) {
        if (tag2.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
        implicitScalarTags.push(tag2);
      }
      switch (tag2.nodeKind) {
        case "scalar":
          if (tag2.matchByTagPrefix) prefix2.scalar.push(tag2);
          else exact.scalar[tag2.tagName] = tag2;
          break;
        case "sequence":
          if (tag2.matchByTagPrefix) prefix2.sequence.push(tag2);
          else exact.sequence[tag2.tagName] = tag2;
          break;
        case "mapping":
          if (tag2.matchByTagPrefix) prefix2.mapping.push(tag2);
          else exact.mapping[tag2.tagName] = tag2;
      }
    }
    const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag2) => tag2.implicitFirstChars === null);
    const keys = /* @__PURE__ */ new Set();
    for (const tag2 of implicitScalarTags) if (tag2.implicitFirstChars !== null) for (const key of tag2.implicitFirstChars) keys.add(key);
    const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
    for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag2) => tag2.implicitFirstChars === null || tag2.implicitFirstChars.indexOf(key) !== -1));
    const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
    if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
    this.tags = compiledTags;
    this.implicitScalarTags = implicitScalarTags;
    this.implicitScalarByFirstChar = implicitScalarByFirstChar;
    this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
    this.defaultScalarTag = defaultScalarTag;
    this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
    this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
    this.exact = exact;
    this.prefix = prefix2;
  }
  /** @internal */
  lookupScalarTag(tagName) {
    const exactTag = this.exact.scalar[tagName];
    if (exactTag) return exactTag;
    for (const tag2 of this.prefix.scalar) if (tagName.startsWith(tag2.tagName)) return tag2;
  }
  /** @internal */
  lookupSequenceTag(tagName) {
    const exactTag = this.exact.sequence[tagName];
    if (exactTag) return exactTag;
    for (const tag2 of this.prefix.sequence) if (tagName.startsWith(tag2.tagName)) return tag2;
  }
  /** @internal */
  lookupMappingTag(tagName) {
    const exactTag = this.exact.mapping[tagName];
    if (exactTag) return exactTag;
    for (const tag2 of this.prefix.mapping) if (tagName.startsWith(tag2.tagName)) return tag2;
  }
  /** @internal */
  resolveImplicitScalarTag(source) {
    const candidates2 = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
    for (const tag3 of candidates2) {
      const value = tag3.resolve(source, false, tag3.tagName);
      if (value !== NOT_RESOLVED) return {
        value,
        tag: tag3
      };
    }
    const tag2 = this.defaultScalarTag;
    return {
      value: tag2.resolve(source, false, tag2.tagName),
      tag: tag2
    };
  }
  /**
  * Creates a new schema with the specified tags added. If a tag already
  * exists, it is replaced by the specified tag.
  *
  * @example
  *
  * ```javascript
  * import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
  *
  * const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
  * ```
  */
  withTags(...tags) {
    let flatTags = [];
    for (const tag2 of tags) flatTags = flatTags.concat(tag2);
    return new Schema2([...this.tags, ...flatTags]);
  }
};
var FAILSAFE_SCHEMA = new Schema([
  strTag,
  seqTag,
  mapTag
]);
var JSON_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullJsonTag,
  boolJsonTag,
  intJsonTag,
  floatJsonTag
]);
var CORE_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullCoreTag,
  boolCoreTag,
  intCoreTag,
  floatCoreTag
]);
var YAML11_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullYaml11Tag,
  boolYaml11Tag,
  intYaml11Tag,
  floatYaml11Tag,
  timestampTag,
  mergeTag,
  binaryTag,
  omapTag,
  pairsTag,
  setTag
]);
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
  ...intYaml11Tag,
  resolve: (source, isExplicit, tagName) => {
    const result = intYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
  }
}, {
  ...floatYaml11Tag,
  resolve: (source, isExplicit, tagName) => {
    const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
  }
});
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => /* @__PURE__ */ new Map(),
  addPair: (container, key, value) => {
    container.set(key, value);
    return "";
  },
  has: (container, key) => container.has(key),
  keys: (container) => container.keys(),
  get: (container, key) => container.get(key),
  identify: (data) => data instanceof Map || isPlainObject(data),
  represent: (data) => {
    if (data instanceof Map) return data;
    const map = /* @__PURE__ */ new Map();
    const obj = data;
    for (const key of Object.keys(obj)) map.set(key, obj[key]);
    return map;
  }
});
function normalizeKey(key) {
  if (Array.isArray(key)) {
    const array = Array.prototype.slice.call(key);
    for (let index2 = 0; index2 < array.length; index2++) {
      if (Array.isArray(array[index2])) return null;
      if (typeof array[index2] === "object" && Object.prototype.toString.call(array[index2]) === "[object Object]") array[index2] = "[object Object]";
    }
    return String(array);
  }
  if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
  return String(key);
}
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key of Object.keys(o)) map.set(key, o[key]);
    return map;
  },
  addPair: (container, key, value) => {
    const normalizedKey = normalizeKey(key);
    if (normalizedKey === null) return "nested arrays are not supported inside keys";
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value;
    return "";
  },
  has: (container, key) => {
    const normalizedKey = normalizeKey(key);
    return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
  },
  keys: (container) => Object.keys(container),
  get: (container, key) => {
    const normalizedKey = String(key);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var DEFAULT_SNIPPET_OPTIONS = {
  maxLength: 79,
  indent: 1,
  linesBefore: 3,
  linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
  let head = "";
  let tail = "";
  const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
  if (position - lineStart > maxHalfLength) {
    head = " ... ";
    lineStart = position - maxHalfLength + head.length;
  }
  if (lineEnd - position > maxHalfLength) {
    tail = " ...";
    lineEnd = position + maxHalfLength - tail.length;
  }
  return {
    str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
    pos: position - lineStart + head.length
  };
}
function padStart(string, max) {
  return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
  if (!mark.buffer) return null;
  const opts = {
    ...DEFAULT_SNIPPET_OPTIONS,
    ...options
  };
  const re = /\r?\n|\r|\0/g;
  const lineStarts = [0];
  const lineEnds = [];
  let match3;
  let foundLineNo = -1;
  while (match3 = re.exec(mark.buffer)) {
    lineEnds.push(match3.index);
    lineStarts.push(match3.index + match3[0].length);
    if (mark.position <= match3.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
  }
  if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
  let result = "";
  const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
  const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
  for (let i = 1; i <= opts.linesBefore; i++) {
    if (foundLineNo - i < 0) break;
    const line3 = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
    result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line3.str}
${result}`;
  }
  const line2 = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
  result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line2.str}
`;
  result += `${"-".repeat(opts.indent + lineNoLength + 3 + line2.pos)}^
`;
  for (let i = 1; i <= opts.linesAfter; i++) {
    if (foundLineNo + i >= lineEnds.length) break;
    const line3 = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
    result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line3.str}
`;
  }
  return result.replace(/\n$/, "");
}
function formatError(exception, compact2) {
  let where2 = "";
  if (!exception.mark) return exception.reason;
  if (exception.mark.name) where2 += `in "${exception.mark.name}" `;
  where2 += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
  if (!compact2 && exception.mark.snippet) where2 += `

${exception.mark.snippet}`;
  return `${exception.reason} ${where2}`;
}
var YAMLException = class YAMLException2 extends Error {
  reason;
  mark;
  /**
  * Optional `mark` contains source snippet data. Usually, use
  * {@link YAMLException.throwAt} instead of passing it directly.
  */
  constructor(reason2, mark) {
    super();
    this.name = "YAMLException";
    this.reason = reason2;
    this.mark = mark;
    this.message = formatError(this, false);
    if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
  }
  /**
  * Returns the formatted error, omitting the source snippet in compact mode.
  */
  toString(compact2) {
    return `${this.name}: ${formatError(this, compact2)}`;
  }
  /**
  * Builds a YAMLException with a source snippet and throws it. `source` is
  * the raw input text; `position` is an offset into it.
  */
  static throwAt(source, position, message2, filename = "") {
    let line2 = 0;
    let lineStart = 0;
    for (let index2 = 0; index2 < position; index2++) {
      const ch = source.charCodeAt(index2);
      if (ch === 10) {
        line2++;
        lineStart = index2 + 1;
      } else if (ch === 13) {
        line2++;
        if (source.charCodeAt(index2 + 1) === 10) index2++;
        lineStart = index2 + 1;
      }
    }
    const mark = {
      name: filename,
      buffer: source,
      position,
      line: line2,
      column: position - lineStart
    };
    mark.snippet = makeSnippet(mark);
    throw new YAMLException2(message2, mark);
  }
};
var EVENT_ID = {
  DOCUMENT: 1,
  SEQUENCE: 2,
  MAPPING: 3,
  SCALAR: 4,
  ALIAS: 5,
  POP: 6
};
var SCALAR_STYLE = {
  PLAIN: 1,
  SINGLE_QUOTED: 2,
  DOUBLE_QUOTED: 3,
  LITERAL_BLOCK: 4,
  FOLDED_BLOCK: 5
};
var COLLECTION_STYLE = {
  BLOCK: 1,
  FLOW: 2
};
var CHOMPING_MODE = {
  CLIP: 1,
  STRIP: 2,
  KEEP: 3
};
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
  switch (c) {
    case 48:
      return "\0";
    case 97:
      return "\x07";
    case 98:
      return "\b";
    case 116:
      return "	";
    case 9:
      return "	";
    case 110:
      return "\n";
    case 118:
      return "\v";
    case 102:
      return "\f";
    case 114:
      return "\r";
    case 101:
      return "\x1B";
    case 32:
      return " ";
    case 34:
      return '"';
    case 47:
      return "/";
    case 92:
      return "\\";
    case 78:
      return "";
    case 95:
      return " ";
    case 76:
      return "\u2028";
    case 80:
      return "\u2029";
    default:
      return "";
  }
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
  simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
  simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
  if (c <= 65535) return String.fromCharCode(c);
  return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
  if (c >= 48 && c <= 57) return c - 48;
  return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  return 8;
}
function skipFoldedBreaks(input, position, end) {
  let breaks = 0;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 10) {
      breaks++;
      position++;
    } else if (ch === 13) {
      breaks++;
      position++;
      if (input.charCodeAt(position) === 10) position++;
    } else if (ch === 32 || ch === 9) position++;
    else break;
  }
  return {
    position,
    breaks
  };
}
function foldedBreaks(count3) {
  if (count3 === 1) return " ";
  return "\n".repeat(count3 - 1);
}
function getPlainValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 39) {
      result += input.slice(captureStart, position) + "'";
      position += 2;
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 92) {
      result += input.slice(captureStart, position);
      position++;
      const escaped = input.charCodeAt(position);
      if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
      else if (escaped < 256 && simpleEscapeCheck[escaped]) {
        result += simpleEscapeMap[escaped];
        position++;
      } else {
        let hexLength = escapedHexLen$1(escaped);
        let hexResult = 0;
        for (; hexLength > 0; hexLength--) {
          position++;
          const digit2 = fromHexCode$1(input.charCodeAt(position));
          hexResult = (hexResult << 4) + digit2;
        }
        result += charFromCodepoint(hexResult);
        position++;
      }
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded2) {
  const textIndent = indent < 0 ? 0 : indent;
  const region2 = input.slice(start, end).replace(/\r\n?/g, "\n");
  const lines3 = region2 === "" ? [] : (region2.endsWith("\n") ? region2.slice(0, -1) : region2).split("\n");
  let result = "";
  let didReadContent = false;
  let emptyLines = 0;
  let atMoreIndented = false;
  for (const line2 of lines3) {
    let column = 0;
    while (column < textIndent && line2.charCodeAt(column) === 32) column++;
    if (indent < 0 || column >= line2.length) {
      emptyLines++;
      continue;
    }
    const content = line2.slice(textIndent);
    const first = content.charCodeAt(0);
    if (folded2) {
      if (first === 32 || first === 9) {
        atMoreIndented = true;
        result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
      } else if (atMoreIndented) {
        atMoreIndented = false;
        result += "\n".repeat(emptyLines + 1);
      } else if (emptyLines === 0) {
        if (didReadContent) result += " ";
      } else result += "\n".repeat(emptyLines);
    } else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
    result += content;
    didReadContent = true;
    emptyLines = 0;
  }
  if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
  else if (chomping !== CHOMPING_MODE.STRIP) {
    if (didReadContent) result += "\n";
  }
  return result;
}
function getScalarValue(input, scalar3) {
  if (scalar3.valueStart === NO_RANGE$3) return "";
  const { valueStart, valueEnd } = scalar3;
  if (scalar3.fast) return input.slice(valueStart, valueEnd);
  switch (scalar3.style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
      return getSingleQuotedValue(input, valueStart, valueEnd);
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return getDoubleQuotedValue(input, valueStart, valueEnd);
    case SCALAR_STYLE.LITERAL_BLOCK:
      return getBlockValue(input, valueStart, valueEnd, scalar3.indent, scalar3.chomping, false);
    case SCALAR_STYLE.FOLDED_BLOCK:
      return getBlockValue(input, valueStart, valueEnd, scalar3.indent, scalar3.chomping, true);
    default:
      return getPlainValue(input, valueStart, valueEnd);
  }
}
var DEFAULT_TAG_HANDLERS = Object.assign(/* @__PURE__ */ Object.create(null), {
  "!": "!",
  "!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
  filename: "",
  schema: CORE_SCHEMA,
  json: false,
  maxTotalMergeKeys: 1e4,
  maxAliases: -1
};
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
  filename: "",
  maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
  state.events.push({
    type: EVENT_ID.DOCUMENT,
    explicitStart,
    explicitEnd,
    directives: state.directives
  });
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.SEQUENCE,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.MAPPING,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function insertFlowPairMappingEvent(state, snapshot) {
  state.events.splice(snapshot.eventsLength, 0, {
    type: EVENT_ID.MAPPING,
    start: snapshot.position,
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1,
    style: COLLECTION_STYLE.FLOW
  });
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
  state.events.push({
    type: EVENT_ID.SCALAR,
    valueStart,
    valueEnd,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style,
    chomping,
    indent,
    fast
  });
}
function addAliasEvent(state, anchorStart, anchorEnd) {
  state.events.push({
    type: EVENT_ID.ALIAS,
    anchorStart,
    anchorEnd
  });
}
function addPopEvent(state) {
  state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
  addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
  return {
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1
  };
}
function snapshotState(state) {
  return {
    position: state.position,
    line: state.line,
    lineStart: state.lineStart,
    lineIndent: state.lineIndent,
    firstTabInLine: state.firstTabInLine,
    eventsLength: state.events.length
  };
}
function restoreState(state, snapshot) {
  state.position = snapshot.position;
  state.line = snapshot.line;
  state.lineStart = snapshot.lineStart;
  state.lineIndent = snapshot.lineIndent;
  state.firstTabInLine = snapshot.firstTabInLine;
  state.events.length = snapshot.eventsLength;
}
function throwError(state, message2) {
  YAMLException.throwAt(state.input.slice(0, state.length), state.position, message2, state.filename);
}
function isEol(c) {
  return c === 10 || c === 13;
}
function isWhiteSpace(c) {
  return c === 9 || c === 32;
}
function isWsOrEol(c) {
  return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
  return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
  return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
  return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
  if (c >= 48 && c <= 57) return c - 48;
  const lc = c | 32;
  if (lc >= 97 && lc <= 102) return lc - 97 + 10;
  return -1;
}
function escapedHexLen(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  if (c === 85) return 8;
  return 0;
}
function isSimpleEscape(c) {
  return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
  if (state.input.charCodeAt(state.position) === 10) state.position++;
  else {
    state.position++;
    if (state.input.charCodeAt(state.position) === 10) state.position++;
  }
  state.line++;
  state.lineStart = state.position;
  state.lineIndent = 0;
  state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
  let lineBreaks = 0;
  let ch = state.input.charCodeAt(state.position);
  let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
  while (ch !== 0) {
    while (isWhiteSpace(ch)) {
      hasSeparation = true;
      if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
      ch = state.input.charCodeAt(++state.position);
    }
    if (allowComments && hasSeparation && ch === 35) do
      ch = state.input.charCodeAt(++state.position);
    while (!isEol(ch) && ch !== 0);
    if (!isEol(ch)) break;
    consumeLineBreak(state);
    lineBreaks++;
    hasSeparation = true;
    ch = state.input.charCodeAt(state.position);
    while (ch === 32) {
      state.lineIndent++;
      ch = state.input.charCodeAt(++state.position);
    }
  }
  return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
  const ch = state.input.charCodeAt(position);
  if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
    const following = state.input.charCodeAt(position + 3);
    return following === 0 || isWsOrEol(following);
  }
  return false;
}
function skipByteOrderMark(state) {
  if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
    state.position++;
    state.lineStart = state.position;
  }
}
function testDocumentBoundary(state) {
  if (state.position !== state.lineStart) return false;
  if (testDocumentSeparator(state)) return true;
  if (state.input.charCodeAt(state.position) !== 65279) return false;
  const snapshot = snapshotState(state);
  skipByteOrderMark(state);
  skipSeparationSpace(state, true);
  const ch = state.input.charCodeAt(state.position);
  const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
  restoreState(state, snapshot);
  return result;
}
function skipUntilLineEnd(state) {
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
  const match3 = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
  if (match3 !== null) {
    state.position = start + match3.index + match3[0].length - 1;
    throwError(state, "the stream contains non-printable characters");
  }
}
function readTagProperty(state, props, inFlow) {
  if (state.input.charCodeAt(state.position) !== 33) return false;
  if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
  const start = state.position;
  let isVerbatim = false;
  let isNamed = false;
  let tagHandle = "!";
  let ch = state.input.charCodeAt(++state.position);
  if (ch === 60) {
    isVerbatim = true;
    ch = state.input.charCodeAt(++state.position);
  } else if (ch === 33) {
    isNamed = true;
    tagHandle = "!!";
    ch = state.input.charCodeAt(++state.position);
  }
  let suffixStart = state.position;
  let tagName;
  if (isVerbatim) {
    while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
    if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
    tagName = state.input.slice(suffixStart, state.position);
    state.position++;
  } else {
    while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
      if (ch === 33) {
        if (!isNamed) {
          tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
          if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
          isNamed = true;
          suffixStart = state.position + 1;
        } else throwError(state, "tag suffix cannot contain exclamation marks");
      }
      ch = state.input.charCodeAt(++state.position);
    }
    tagName = state.input.slice(suffixStart, state.position);
    if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
  }
  if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
  if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
  props.tagStart = start;
  props.tagEnd = state.position;
  return true;
}
function readAnchorProperty(state, props) {
  if (state.input.charCodeAt(state.position) !== 38) return false;
  if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
  props.anchorStart = start;
  props.anchorEnd = state.position;
  return true;
}
function readAlias(state, props) {
  if (state.input.charCodeAt(state.position) !== 42) return false;
  if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
  addAliasEvent(state, start, state.position);
  return true;
}
function readFlowScalarBreak(state, nodeIndent) {
  skipSeparationSpace(state, false);
  if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 39) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 39) {
      if (state.input.charCodeAt(state.position + 1) === 39) {
        simple = false;
        state.position += 2;
        continue;
      }
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 34) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 34) {
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (ch === 92) {
      simple = false;
      const escaped = state.input.charCodeAt(++state.position);
      if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
      else if (isSimpleEscape(escaped)) state.position++;
      else {
        let hexLength = escapedHexLen(escaped);
        if (hexLength === 0) throwError(state, "unknown escape sequence");
        while (hexLength-- > 0) {
          state.position++;
          if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
        }
        state.position++;
      }
    } else if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  let chomping = CHOMPING_MODE.CLIP;
  let indent = -1;
  let detectedIndent = false;
  if (ch !== 124 && ch !== 62) return false;
  const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    const current = state.input.charCodeAt(state.position);
    const digit2 = fromDecimalCode(current);
    if (current === 43 || current === 45) {
      if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
      chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
      state.position++;
    } else if (digit2 >= 0) {
      if (digit2 === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
      if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
      indent = parentIndent + digit2 - 1;
      detectedIndent = true;
      state.position++;
    } else break;
  }
  let hadWhitespace = false;
  while (isWhiteSpace(state.input.charCodeAt(state.position))) {
    hadWhitespace = true;
    state.position++;
  }
  if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
  let contentIndent = detectedIndent ? indent : -1;
  let maxLeadingIndent = 0;
  const valueStart = state.position;
  let valueEnd = state.position;
  while (state.input.charCodeAt(state.position) !== 0) {
    const linePosition = state.position;
    let column = 0;
    while (state.input.charCodeAt(linePosition + column) === 32) column++;
    const first = state.input.charCodeAt(linePosition + column);
    if (first === 0) {
      if (contentIndent >= 0) {
        if (column > contentIndent) valueEnd = linePosition + column;
      } else if (column > 0) valueEnd = linePosition + column;
      break;
    }
    if (testDocumentBoundary(state)) break;
    if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
    if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
      if (first === 9 && column < parentIndent) {
        state.position = linePosition + column;
        throwError(state, "tab characters must not be used in indentation");
      }
      if (column >= parentIndent && column < maxLeadingIndent) {
        state.position = linePosition + column;
        throwError(state, "bad indentation of a mapping entry");
      }
    }
    if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
    const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
    if (first !== 0 && !isEol(first) && column < requiredIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    skipUntilLineEnd(state);
    valueEnd = state.position;
    if (isEol(state.input.charCodeAt(state.position))) {
      consumeLineBreak(state);
      valueEnd = state.position;
    }
  }
  checkPrintable(state, valueStart, valueEnd);
  addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
  return true;
}
function canStartPlainScalar(state, nodeContext) {
  const ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
  if (ch === 63 || ch === 45) {
    const following = state.input.charCodeAt(state.position + 1);
    if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
  }
  return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
  if (!canStartPlainScalar(state, nodeContext)) return false;
  const start = state.position;
  let end = state.position;
  let ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  let multiline = false;
  while (ch !== 0) {
    if (testDocumentBoundary(state)) break;
    if (ch === 58) {
      const following = state.input.charCodeAt(state.position + 1);
      if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
    } else if (ch === 35) {
      if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
    } else if (inFlow && isFlowIndicator(ch)) break;
    else if (isEol(ch)) {
      const savedPosition = state.position;
      const savedLine = state.line;
      const savedLineStart = state.lineStart;
      const savedLineIndent = state.lineIndent;
      skipSeparationSpace(state, false);
      if (state.lineIndent >= nodeIndent) {
        multiline = true;
        ch = state.input.charCodeAt(state.position);
        continue;
      }
      state.position = savedPosition;
      state.line = savedLine;
      state.lineStart = savedLineStart;
      state.lineIndent = savedLineIndent;
      break;
    }
    if (!isWhiteSpace(ch)) end = state.position + 1;
    ch = state.input.charCodeAt(++state.position);
  }
  if (end === start) return false;
  checkPrintable(state, start, end);
  addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
  return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
  const startLine = state.line;
  skipSeparationSpace(state, true);
  if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  const isMapping = ch === 123;
  const start = state.position;
  let readNext = true;
  if (ch !== 91 && ch !== 123) return false;
  const terminator = isMapping ? 125 : 93;
  if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    skipFlowSeparationSpace(state, nodeIndent);
    let ch2 = state.input.charCodeAt(state.position);
    if (ch2 === terminator) {
      state.position++;
      addPopEvent(state);
      return true;
    } else if (!readNext) throwError(state, "missed comma between flow collection entries");
    else if (ch2 === 44) throwError(state, "expected the node content, but found ','");
    let isPair = false;
    let isExplicitPair = false;
    if (ch2 === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
      isPair = isExplicitPair = true;
      state.position += 1;
      skipFlowSeparationSpace(state, nodeIndent);
    }
    const entryLine = state.line;
    const entryStart = snapshotState(state);
    const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
    skipFlowSeparationSpace(state, nodeIndent);
    ch2 = state.input.charCodeAt(state.position);
    if ((isMapping || isExplicitPair || state.line === entryLine) && ch2 === 58) {
      isPair = true;
      state.position++;
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) {
        insertFlowPairMappingEvent(state, entryStart);
        if (!keyWasRead) addEmptyScalarEvent(state);
      } else if (!keyWasRead) addEmptyScalarEvent(state);
      if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) addPopEvent(state);
    } else if (isMapping && isPair) {
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
    } else if (isMapping) addEmptyScalarEvent(state);
    else if (isPair) {
      insertFlowPairMappingEvent(state, entryStart);
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
      addPopEvent(state);
    }
    ch2 = state.input.charCodeAt(state.position);
    if (ch2 === 44) {
      readNext = true;
      state.position++;
    } else readNext = false;
  }
  throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
  if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
  addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
  while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
    if (state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const entryLine = state.line;
    state.position++;
    const hadBreak = skipSeparationSpace(state, true) > 0;
    if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
    if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
    else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
    skipSeparationSpace(state, true);
    if (state.lineIndent < nodeIndent || state.position >= state.length) break;
    if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
    if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
  }
  addPopEvent(state);
  return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
  let atExplicitKey = false;
  let detected = false;
  let mappingOpened = false;
  let pendingExplicitKey = false;
  if (state.firstTabInLine !== -1) return false;
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0) {
    if (!atExplicitKey && state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const following = state.input.charCodeAt(state.position + 1);
    const entryLine = state.line;
    if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
      if (!mappingOpened) {
        addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
        mappingOpened = true;
      }
      if (ch === 63) {
        if (atExplicitKey) addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = true;
      } else if (atExplicitKey) atExplicitKey = false;
      else {
        addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = false;
      }
      state.position += 1;
      pendingExplicitKey = true;
    } else {
      if (atExplicitKey) {
        addEmptyScalarEvent(state);
        atExplicitKey = false;
      }
      const beforeKey = snapshotState(state);
      if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
      if (state.line === entryLine) {
        ch = state.input.charCodeAt(state.position);
        while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
        if (ch === 58) {
          ch = state.input.charCodeAt(++state.position);
          if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
          if (!mappingOpened) {
            state.events.splice(beforeKey.eventsLength, 0, {
              type: EVENT_ID.MAPPING,
              start: beforeKey.position,
              anchorStart: props.anchorStart,
              anchorEnd: props.anchorEnd,
              tagStart: props.tagStart,
              tagEnd: props.tagEnd,
              style: COLLECTION_STYLE.BLOCK
            });
            mappingOpened = true;
          }
          detected = true;
          atExplicitKey = false;
          pendingExplicitKey = false;
        } else if (detected) throwError(state, "expected ':' after a mapping key");
        else {
          if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
            restoreState(state, beforeKey);
            return false;
          }
          return true;
        }
      } else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
      else {
        if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
          restoreState(state, beforeKey);
          return false;
        }
        return true;
      }
    }
    if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
    if (!atExplicitKey) {
      if (pendingExplicitKey) {
        addEmptyScalarEvent(state);
        pendingExplicitKey = false;
      }
    }
    skipSeparationSpace(state, true);
    ch = state.input.charCodeAt(state.position);
    if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
    else if (state.lineIndent < nodeIndent) break;
  }
  if (!detected) return false;
  if (atExplicitKey) addEmptyScalarEvent(state);
  if (mappingOpened) addPopEvent(state);
  return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
  if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
  state.depth++;
  let indentStatus = 1;
  let atNewLine = false;
  let hasContent = false;
  let propertyStart = null;
  const props = emptyProperties();
  let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
  let allowBlockCollections = allowBlockScalars;
  const allowBlockStyles = allowBlockScalars;
  if (allowToSeek && skipSeparationSpace(state, true)) {
    atNewLine = true;
    if (state.lineIndent > parentIndent) indentStatus = 1;
    else if (state.lineIndent === parentIndent) indentStatus = 0;
    else indentStatus = -1;
  }
  if (indentStatus === 1) while (true) {
    const ch = state.input.charCodeAt(state.position);
    const propertyState = snapshotState(state);
    if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
    if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
      const fallbackState = snapshotState(state);
      const flowIndent = parentIndent + 1;
      if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
        state.depth--;
        return true;
      }
      restoreState(state, fallbackState);
    }
    if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
    if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
    if (propertyStart === null) propertyStart = propertyState;
    if (skipSeparationSpace(state, true)) {
      atNewLine = true;
      allowBlockCollections = allowBlockStyles;
      if (state.lineIndent > parentIndent) indentStatus = 1;
      else if (state.lineIndent === parentIndent) indentStatus = 0;
      else indentStatus = -1;
    } else allowBlockCollections = false;
  }
  if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
  if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
    const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
    const blockIndent = state.position - state.lineStart;
    if (indentStatus === 1) {
      if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
      else {
        const ch = state.input.charCodeAt(state.position);
        if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
          const fallbackState = snapshotState(state);
          const propertyIndent = propertyStart.position - propertyStart.lineStart;
          restoreState(state, propertyStart);
          if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
          else restoreState(state, fallbackState);
        }
        if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
      }
    } else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
  }
  allowBlockScalars = allowBlockScalars && !hasContent;
  if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
    addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
    hasContent = true;
  }
  state.depth--;
  return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
  if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
  state.position++;
  const nameStart = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
  const name = state.input.slice(nameStart, state.position);
  const args = [];
  if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
  while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
    while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
    if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
    const start = state.position;
    while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
    args.push(state.input.slice(start, state.position));
  }
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  if (name === "YAML") {
    if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
    if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
    const match3 = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
    if (match3 === null) throwError(state, "ill-formed argument of the YAML directive");
    if (parseInt(match3[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
    state.directives.push({
      kind: "yaml",
      version: args[0]
    });
  } else if (name === "TAG") {
    if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
    const [handle, prefix2] = args;
    if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
    if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
    if (!PATTERN_TAG_PREFIX.test(prefix2)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
    state.tagHandlers[handle] = prefix2;
    state.directives.push({
      kind: "tag",
      handle,
      prefix: prefix2
    });
  }
  return true;
}
function readDocument(state) {
  state.directives = [];
  state.tagHandlers = /* @__PURE__ */ Object.create(null);
  let hasDirectives = false;
  skipSeparationSpace(state, true);
  while (readDirective(state)) {
    hasDirectives = true;
    skipSeparationSpace(state, true);
  }
  let explicitStart = false;
  let explicitEnd = false;
  let allowCompact = true;
  if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
    explicitStart = true;
    const markerLine = state.line;
    state.position += 3;
    skipSeparationSpace(state, true);
    allowCompact = state.line > markerLine;
  } else if (hasDirectives) throwError(state, "directives end mark is expected");
  const documentEventIndex = state.events.length;
  if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
    state.position += 3;
    skipSeparationSpace(state, true);
    return;
  }
  addDocumentEvent(state, explicitStart, false);
  if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
  skipSeparationSpace(state, true);
  if (state.position === state.lineStart && testDocumentSeparator(state)) {
    explicitEnd = state.input.charCodeAt(state.position) === 46;
    if (explicitEnd) {
      const markerLine = state.line;
      state.position += 3;
      skipSeparationSpace(state, true);
      if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
    }
  }
  const documentEvent = state.events[documentEventIndex];
  if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
  addPopEvent(state);
  if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
function parseEvents(input, options) {
  const length = input.length;
  const state = {
    ...DEFAULT_PARSER_OPTIONS,
    ...options,
    input: `${input}\0`,
    length,
    position: 0,
    line: 0,
    lineStart: 0,
    lineIndent: 0,
    firstTabInLine: -1,
    depth: 0,
    directives: [],
    tagHandlers: /* @__PURE__ */ Object.create(null),
    events: []
  };
  const nullpos = input.indexOf("\0");
  if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
  while (state.position < state.length) {
    skipByteOrderMark(state);
    skipSeparationSpace(state, true);
    if (state.position >= state.length) break;
    const documentStart = state.position;
    readDocument(state);
    if (state.position === documentStart)
      throwError(state, "can not read a document");
  }
  return state.events;
}
var DEFAULT_LOAD_OPTIONS = {
  ...DEFAULT_PARSER_OPTIONS,
  ...DEFAULT_CONSTRUCTOR_OPTIONS
};
function hasBit(mask2, bit) {
  return (mask2 & 1 << bit) !== 0;
}
var DEFAULT_SCALAR_STYLE_RULES = {
  applyQuoteFlowKeysOption,
  doubleQuoteForInvisibles,
  doubleQuoteWhitespaceOnly,
  applyForceQuotesOption,
  tryLongOrMultilineAsBlock,
  quoteInvalidPlain,
  fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
  if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
  return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
  if (!layout.presenterOptions.quoteFlowKeys) return;
  if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
  layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
  if (!layout.presenterOptions.forceQuotes) return;
  if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
  if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
  layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
  if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
  const value = layout.node.value;
  const multiline = value.indexOf("\n") !== -1;
  if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
    if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
    return;
  }
  const w = layout.presenterOptions.lineWidth;
  if (w === -1) {
    if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
    return;
  }
  const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
  let position = 0;
  let shouldFold = false;
  while (position <= value.length) {
    let lineEnd = value.length;
    const nextLineBreak = value.indexOf("\n", position);
    if (nextLineBreak !== -1) lineEnd = nextLineBreak;
    const line2 = value.slice(position, lineEnd);
    if (line2.length > availableWidth && line2[0] !== " " && / [^ \t]/.test(line2)) shouldFold = true;
    if (nextLineBreak === -1) break;
    position = nextLineBreak + 1;
  }
  if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
  else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
  if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var DEFAULT_PRESENTER_OPTIONS = {
  indent: 2,
  seqNoIndent: false,
  seqInlineFirst: true,
  lineWidth: 80,
  flowBracketPadding: false,
  flowSkipCommaSpace: false,
  flowSkipColonSpace: false,
  quoteFlowKeys: false,
  quoteStyle: "single",
  forceQuotes: false,
  scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
  tagBeforeAnchor: false
};
var DEFAULT_DUMP_OPTIONS = {
  ...DEFAULT_PRESENTER_OPTIONS,
  schema: DUMP_SCHEMA,
  skipInvalid: false,
  noRefs: false,
  flowLevel: -1,
  sortKeys: false,
  transform: () => {
  }
};
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
var EVENT_MAPPING = EVENT_ID.MAPPING;
var EVENT_SCALAR = EVENT_ID.SCALAR;
var EVENT_ALIAS = EVENT_ID.ALIAS;
var EVENT_POP = EVENT_ID.POP;
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;

// src/core/policy/yaml.ts
var MAX_BYTES = 256 * 1024;
var MAX_DEPTH = 50;
function parseYaml(path2, bytes) {
  const whole = { path: path2, line: null, column: null };
  const only = (message2, hint, place2 = whole) => ({
    root: null,
    problems: [{ place: place2, message: message2, hint }]
  });
  if (bytes.byteLength > MAX_BYTES) {
    return only(
      `the file has ${bytes.byteLength} bytes`,
      `At most ${MAX_BYTES} (256 KiB) are read: split it into layers`
    );
  }
  const text2 = decodeUtf8(bytes);
  if (text2 === null) return only("the file is not UTF-8", "Save it as UTF-8");
  const at3 = locator(path2, text2);
  const directive = findDirective(text2);
  if (directive >= 0) {
    return only("YAML directives are not allowed", "Remove the line that begins with `%`", at3(directive));
  }
  try {
    return build(parseEvents(text2, { maxDepth: MAX_DEPTH }), text2, at3, whole);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const position = error.mark?.position ?? 0;
    const { message: message2, hint } = explainSyntax(error.reason, text2.slice(0, position));
    return only(message2, hint, error.mark ? at3(position) : whole);
  }
}
function toValue(node) {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toValue);
  const object = /* @__PURE__ */ Object.create(null);
  for (const { key, value } of node.entries) object[key] = toValue(value);
  return object;
}
function nodeAt(root, path2) {
  let node = root;
  for (const part3 of path2) {
    if (node?.kind === "list") node = node.items[Number(part3)];
    else if (node?.kind === "map") node = node.entries.find(({ key }) => key === part3)?.value;
    else return null;
  }
  return node ?? null;
}
function build(events, text2, at3, whole) {
  const builder = { text: text2, at: at3, stack: [], problems: [], root: null, documents: 0, lastPlace: whole };
  for (const event of events) read(builder, event);
  const { root, problems } = builder;
  const isEmpty = root === null || root.kind === "scalar" && root.source === "" && root.value === null;
  if (isEmpty && problems.length === 0) {
    problems.push({ place: whole, message: "the file is empty", hint: "Begin with `version: 1`" });
  }
  return { root: isEmpty ? null : root, problems };
}
function read(builder, event) {
  if (event.type === EVENT_ID.DOCUMENT) {
    builder.documents += 1;
    if (builder.documents === 2) {
      report(builder, builder.lastPlace, "the file holds a further document", "Keep one document per file");
    }
  } else if (event.type === EVENT_ID.POP) close(builder);
  else {
    refuseProperties(builder, event);
    if (event.type === EVENT_ID.SCALAR) scalar(builder, event);
    else if (event.type === EVENT_ID.ALIAS) alias(builder, event);
    else open(builder, event);
  }
}
function report({ problems }, place2, message2, hint) {
  problems.push({ place: place2, message: message2, hint });
}
function refuseProperties(builder, event) {
  if (event.anchorStart >= 0) {
    const what = event.type === EVENT_ID.ALIAS ? "aliases" : "anchors";
    const hint = "Write the value out, or quote a text that begins with `*` or `&`";
    report(builder, builder.at(event.anchorStart - 1), `${what} are not allowed`, hint);
  }
  if (event.type !== EVENT_ID.ALIAS && event.tagStart >= 0) {
    const hint = "Remove the word that begins with `!`, or quote the text";
    report(builder, builder.at(event.tagStart), "tags are not allowed", hint);
  }
}
var takesKey = (top) => top !== void 0 && top.items === null && top.key === null;
function add2(builder, node) {
  const top = builder.stack.at(-1);
  if (top === void 0) {
    if (builder.documents === 1) builder.root = node;
  } else if (top.items) top.items.push(node);
  else if (top.key) {
    if (top.key.keep) top.entries.push({ key: top.key.name, keyPlace: top.key.place, value: node });
    top.key = null;
  }
}
function addKey(builder, frame, name, place2) {
  const first = frame.seen.get(name);
  const isMerge = name === "<<";
  if (isMerge) {
    report(builder, place2, "merge keys are not allowed", "Write the inherited keys out");
    frame.broken = true;
  } else if (first) {
    const message2 = `the key \`${name}\` is given twice`;
    report(builder, place2, message2, `Remove one of them; the first is at line ${first.line}`);
  } else frame.seen.set(name, place2);
  frame.key = { name, place: place2, keep: first === void 0 && !isMerge };
}
function open(builder, event) {
  const place2 = builder.at(event.start);
  const asKey = takesKey(builder.stack.at(-1));
  if (asKey) report(builder, place2, "a key must be plain text", "Write `key: value`");
  const items = event.type === EVENT_ID.SEQUENCE ? [] : null;
  builder.lastPlace = place2;
  builder.stack.push({ place: place2, items, entries: [], seen: /* @__PURE__ */ new Map(), key: null, asKey, broken: event.tagStart >= 0 });
}
function close(builder) {
  const frame = builder.stack.pop();
  if (frame === void 0) return;
  const { place: place2, items, entries, broken } = frame;
  const top = builder.stack.at(-1);
  if (frame.asKey && top) {
    top.key = { name: "", place: place2, keep: false };
    top.broken = true;
  } else add2(builder, items ? { kind: "list", items, place: place2, broken } : { kind: "map", entries, place: place2, broken });
}
function scalar(builder, event) {
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  const place2 = event.valueStart < 0 ? builder.lastPlace : builder.at(event.valueStart - (isQuoted ? 1 : 0));
  builder.lastPlace = place2;
  const source = getScalarValue(builder.text, event);
  const top = builder.stack.at(-1);
  if (takesKey(top)) {
    addKey(builder, top, source, place2);
    return;
  }
  const isTagged = event.tagStart >= 0;
  const isPlain2 = event.style === SCALAR_STYLE.PLAIN && !isTagged;
  const isRefused = isPlain2 && isNotFinite(source);
  if (isRefused) report(builder, place2, `\`${source}\` is not a number here`, "Write a number, or quote the text");
  const value = isPlain2 ? resolvePlain(source) : source;
  add2(builder, { kind: "scalar", value, source, place: place2, broken: isTagged || isRefused });
}
function alias(builder, event) {
  const place2 = builder.at(event.anchorStart - 1);
  const top = builder.stack.at(-1);
  if (takesKey(top)) addKey(builder, top, builder.text.slice(event.anchorStart, event.anchorEnd), place2);
  else add2(builder, { kind: "scalar", value: null, source: "", place: place2, broken: true });
}

// src/core/policy/document.ts
function readDocument2(path2, bytes, format) {
  const { root, problems: syntax } = parseYaml(path2, bytes);
  if (root === null) return { document: null, root, problems: syntax };
  const value = toValue(root);
  const violations = violationsOf(format.validate, value);
  const shape = violations.length > 0 ? schemaProblems(violations, root, schemaObject(format.schema), format.explainPattern) : [];
  const meaning = format.check(withoutMisfits(toValue(root), violations), root);
  const problems = [...syntax, ...shape, ...meaning].sort(byPlace2);
  if (problems.length === 0 && violations.length === 0) return { document: value, root, problems: [] };
  return { document: null, root, problems };
}
function withoutMisfits(value, violations) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const document = value;
  for (const { instancePath, keyword } of violations) {
    const [, key, index2] = instancePath.split("/");
    if (key === void 0 || keyword === "if") continue;
    const name = unescapePointer(key);
    const list4 = document[name];
    if (Array.isArray(list4) && index2 !== void 0) list4[Number(index2)] = void 0;
    else delete document[name];
  }
  return document;
}
function violationsOf(validate, value) {
  return validate(value) ? [] : validate.errors ?? [];
}
var schemaObject = (text2) => asObject(JSON.parse(text2)) ?? {};
var byPlace2 = ({ place: a }, { place: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);

// src/core/exceptions/command.ts
var isFindingId = (text2) => /^F-[0-9a-f]{32}$/.test(text2);

// src/core/exceptions/match.ts
function toMatch(written) {
  if (matchProblems(written).length > 0) return null;
  const { finding, identifier, tool, "rule-id": ruleId } = written;
  const path2 = written.path ?? null;
  if (finding !== void 0) return { kind: "finding", finding };
  if (identifier !== void 0) return { kind: "advisory", identifier, package: written.package ?? null, path: path2 };
  return tool === void 0 || ruleId === void 0 || path2 === null ? null : { kind: "rule", tool, ruleId, path: path2 };
}
function matchProblems(written) {
  const problems = [];
  const shape = shapeProblem(written);
  if (shape !== null) problems.push({ key: null, message: shape, hint: FORMS });
  const { finding, identifier, package: purl, path: path2 } = written;
  if (finding !== void 0 && !isFindingId(finding)) {
    problems.push({
      key: "finding",
      message: "`match.finding` is not the id of a finding",
      hint: "Write F- and 32 hex digits"
    });
  }
  if (identifier !== void 0) {
    const message2 = identifierProblem(identifier);
    if (message2 !== null)
      problems.push({ key: "identifier", message: message2, hint: "Write one advisory, such as CVE-2026-1234" });
  }
  if (purl !== void 0) {
    const message2 = packageProblem(purl);
    if (message2 !== null)
      problems.push({ key: "package", message: message2, hint: 'Write for example `package: "pkg:npm/lodash"`' });
  }
  if (path2 !== void 0) {
    const message2 = pathProblem2(path2);
    const hint = "Write the path from the root of the repository, such as web/package-lock.json";
    if (message2 !== null) problems.push({ key: "path", message: message2, hint });
  }
  return problems;
}
var FORMS = "Write `finding` alone, or `identifier` with `package`, `path` or both, or `tool` with `rule-id` and `path`";
function shapeProblem(written) {
  const keys = Object.keys(written);
  const mixed = keys.length > 1 ? `\`match\` mixes ${keys.join(", ")}` : null;
  const only = (...allowed) => keys.every((key) => allowed.includes(key)) ? null : mixed;
  if (written.finding !== void 0) return only("finding");
  if (written.identifier !== void 0) {
    if (written.package === void 0 && written.path === void 0) return "`match.identifier` alone is too broad";
    return only("identifier", "package", "path");
  }
  const missing = ["tool", "rule-id", "path"].filter((key) => written[key] === void 0);
  if (missing.length > 0) return `\`match\` lacks ${missing.map((key) => `\`${key}\``).join(" and ")}`;
  return only("tool", "rule-id", "path");
}
function identifierProblem(identifier) {
  if (/[*?]/.test(identifier)) return "`match.identifier` takes no globs";
  if (/^CWE-/i.test(identifier)) return "`match.identifier` names a class of weaknesses, not an advisory";
  return /^[A-Za-z][A-Za-z0-9]*[-:][A-Za-z0-9._:-]+$/.test(identifier) ? null : "`match.identifier` is not an advisory";
}
function packageProblem(purl) {
  if (purl.includes("*")) return "`match.package` takes no globs";
  return parsePackageUrl(purl) === null ? "`match.package` is not a package URL" : null;
}
function pathProblem2(path2) {
  const bare = path2.endsWith("/**") ? path2.slice(0, -"/**".length) : path2;
  if (/[*?]/.test(bare)) return "`match.path` takes no globs but one `/**` at its end";
  if (/[\p{Cc}\p{Cf}\\]/u.test(path2)) return "`match.path` holds a backslash or a hidden character";
  const isPlain2 = bare !== "" && bare.split("/").every((part3) => part3 !== "" && part3 !== "." && part3 !== "..");
  return isPlain2 ? null : "`match.path` is not a path from the root of the repository";
}

// src/core/exceptions/entry.ts
function entryProblems(entry3) {
  return [...match(entry3), ...reason(entry3), ...dates(entry3), ...people(entry3), ...evidence2(entry3)];
}
var match = (entry3) => matchProblems(entry3.match).map(({ key, message: message2, hint }) => ({
  key: key === null ? "match" : `match.${key}`,
  message: message2,
  hint
}));
function reason(entry3) {
  const message2 = reasonProblem(cleanText(entry3.reason));
  const hint = `Say in ${REASON_LENGTH.min} to ${REASON_LENGTH.max} characters why this finding may stay, and until when`;
  return message2 === null ? [] : [{ key: "reason", message: message2, hint }];
}
function dates(entry3) {
  const from = toInstant(entry3["approved-at"], "begins");
  const to = toInstant(entry3.expires, "ends");
  const problems = [];
  const hint = "Write a real day as YYYY-MM-DD";
  if (from === null) problems.push({ key: "approved-at", message: "`approved-at` is not a day of the calendar", hint });
  if (to === null) problems.push({ key: "expires", message: "`expires` is not a day of the calendar", hint });
  if (from !== null && to !== null && time(from) > time(to)) {
    problems.push({
      key: "expires",
      message: "`expires` is before `approved-at`",
      hint: "Correct one of the dates, or remove the exception"
    });
  }
  return problems;
}
function people(entry3) {
  const logins = entry3["approved-by"].map((login) => toLogin(login)?.toLowerCase());
  const problems = [];
  const hint = 'Write GitHub logins such as "@alice"; teams and apps answer for nothing';
  if (toLogin(entry3.owner) === null) problems.push({ key: "owner", message: "`owner` is not a person", hint });
  if (logins.includes(void 0)) {
    problems.push({ key: "approved-by", message: "`approved-by` names other than people", hint });
  }
  if (new Set(logins).size < logins.length) {
    problems.push({ key: "approved-by", message: "`approved-by` names a person twice", hint: "Name each person once" });
  }
  return problems;
}
function evidence2(entry3) {
  const problems = [];
  const controls = entry3.controls?.map(cleanText) ?? [];
  if (entry3.type === "mitigated" && controls.length === 0) {
    problems.push({
      key: "type",
      message: "`mitigated` needs `controls`",
      hint: "Add `controls:` with what keeps the weakness from being used"
    });
  }
  if (controls.includes("")) {
    problems.push({
      key: "controls",
      message: "`controls` has an empty entry",
      hint: "Remove it, or describe the control"
    });
  }
  if (entry3.type === "break-glass" && entry3.ticket === void 0) {
    problems.push({ key: "type", message: "`break-glass` needs a `ticket`", hint: "Add `ticket:` with the incident" });
  }
  if (entry3.ticket !== void 0 && !isTicket(entry3.ticket)) {
    problems.push({
      key: "ticket",
      message: "`ticket` cannot be found by this text",
      hint: "Write an https address, or a key with a number such as SEC-12"
    });
  }
  return problems;
}

// src/core/exceptions/file.ts
function parseExceptions(path2, bytes) {
  const { document, root, problems } = readDocument2(path2, bytes, FORMAT);
  if (document === null) throw new ConfigurationError(problems.map((problem) => withEntry(problem, root)));
  return document.exceptions.map((entry3, index2) => toRecord(entry3, placeOf4(root, index2, null)));
}
var FORMAT = {
  validate: exceptionsErrors,
  schema: SCHEMAS.exceptions,
  check: checkDocument,
  explainPattern
};
function checkDocument(document, root) {
  const lines3 = /* @__PURE__ */ new Map();
  const entries = document.exceptions ?? [];
  return entries.flatMap((entry3, index2) => {
    if (entry3 === void 0) return [];
    const problems = [...entryProblems(entry3)];
    const first = lines3.get(entry3.id);
    if (first !== void 0) {
      problems.push({
        key: "id",
        message: "the id is used twice",
        hint: `Choose another; the first is at line ${first}`
      });
    } else lines3.set(entry3.id, placeOf4(root, index2, "id").line);
    return problems.map(({ key, message: message2, hint }) => ({ place: placeOf4(root, index2, key), message: message2, hint }));
  });
}
function toRecord(entry3, place2) {
  return {
    id: entry3.id,
    source: "file",
    place: place2,
    type: entry3.type,
    match: required(toMatch(entry3.match)),
    reason: cleanText(entry3.reason),
    owner: required(toLogin(entry3.owner)),
    approvedBy: entry3["approved-by"].map((login) => required(toLogin(login))),
    approvedAt: required(toInstant(entry3["approved-at"], "begins")),
    expires: required(toInstant(entry3.expires, "ends")),
    expiresText: entry3.expires,
    ticket: entry3.ticket ?? null,
    controls: entry3.controls?.map(cleanText) ?? []
  };
}
function required(value) {
  if (value === null) throw new TypeError("an exception passed its checks and cannot be read");
  return value;
}
function placeOf4(root, index2, keyPath) {
  const list4 = root === null ? void 0 : child(root, "exceptions");
  let node = list4?.kind === "list" ? list4.items[index2] : void 0;
  if (node === void 0) return root?.place ?? { path: "", line: null, column: null };
  for (const key of keyPath?.split(".") ?? []) node = child(node, key) ?? node;
  return node.place;
}
var child = (node, key) => node.kind === "map" ? node.entries.find((entry3) => entry3.key === key)?.value : void 0;
function withEntry(problem, root) {
  const list4 = root === null ? void 0 : child(root, "exceptions");
  const { place: place2 } = problem;
  if (list4?.kind !== "list" || place2 === null || place2.line === null) return problem;
  const index2 = list4.items.findLastIndex((item2) => isBefore(item2.place, place2));
  const item = list4.items[index2];
  if (item === void 0 || !isInside(list4, place2)) return problem;
  const id = child(item, "id");
  const name = id?.kind === "scalar" && typeof id.value === "string" ? cleanText(id.value).slice(0, 100) : `[${index2}]`;
  return { ...problem, message: `exception ${name}: ${withinEntry(problem.message, index2, name)}` };
}
function withinEntry(message2, index2, name) {
  const entry3 = `exceptions[${index2}]`;
  return message2.replace(`\` of ${name}`, "`").replace(`\`${entry3}.`, "`").replace(` in \`${entry3}\``, "").replace(`\`${entry3}\``, "the entry");
}
var isBefore = (a, b) => (a.line ?? 0) < (b.line ?? 0) || a.line === b.line && (a.column ?? 0) <= (b.column ?? 0);
var isInside = (list4, place2) => place2.column !== 1 || list4.place.column === 1;
function explainPattern(path2, text2) {
  const key = path2.findLast((part3) => !/^[0-9]+$/.test(part3));
  switch (key) {
    case "approved-at":
    case "expires":
      return {
        message: `\`${key}\` is not a date`,
        hint: "Write a day as YYYY-MM-DD, or an instant as YYYY-MM-DDTHH:MM:SSZ"
      };
    case "owner":
    case "approved-by":
      return { message: `\`${key}\` takes people, no teams and no apps`, hint: 'Write a GitHub login such as "@alice"' };
    case "finding":
      return {
        message: /[*?]/.test(text2) ? "`match.finding` takes no globs" : "`match.finding` is not the id of a finding",
        hint: "Write F- and the 32 hex digits that the report shows for the finding"
      };
    case "package":
      return { message: "`match.package` is not a package URL", hint: 'Write for example `package: "pkg:npm/lodash"`' };
    case "id":
      return {
        message: "`id` is not a name",
        hint: "Use letters, digits and ._/- only, beginning with a letter or digit, at most 100 characters"
      };
    default:
      return null;
  }
}

// src/core/identity/diff-text.ts
function parseDiff(text2, name) {
  const lines3 = text2.split("\n");
  const files = /* @__PURE__ */ new Map();
  let index2 = 0;
  while (index2 < lines3.length) {
    const line2 = lines3[index2] ?? "";
    if (/^diff --(?:cc|combined) /.test(line2) || line2.startsWith("@@@ ")) {
      fail(name, index2, "this is a combined diff of a merge", "Compare two commits: git diff BASE...HEAD");
    }
    if (line2.startsWith("@@ ")) fail(name, index2, "a hunk stands outside of a file section", HINT);
    index2 = startsSection(lines3, index2) ? parseSection(lines3, index2, name, files) : index2 + 1;
  }
  if (files.size === 0 && /\S/.test(text2)) fail(name, 0, "there is no file section in this text", HINT);
  return { files, complete: true };
}
var HINT = "Make it with: git diff --no-ext-diff BASE...HEAD";
function fail(name, index2, message2, hint) {
  throw configurationError(message2, hint, { path: name, line: index2 + 1, column: null });
}
var startsSection = (lines3, index2) => (lines3[index2] ?? "").startsWith("diff --git ") || (lines3[index2] ?? "").startsWith("--- ") && (lines3[index2 + 1] ?? "").startsWith("+++ ");
function parseSection(lines3, start, name, files) {
  const section2 = {
    names: null,
    old: null,
    new: null,
    from: null,
    to: null,
    change: "modified",
    binary: false,
    git: false
  };
  let index2 = start;
  if ((lines3[index2] ?? "").startsWith("diff --git ")) {
    section2.git = true;
    section2.names = gitNames((lines3[index2] ?? "").slice("diff --git ".length).replace(/\r$/, ""));
    index2++;
  }
  while (index2 < lines3.length && !startsNext(lines3, index2, section2)) {
    readHeader((lines3[index2] ?? "").replace(/\r$/, ""), section2);
    index2++;
  }
  let hunks = { edits: [], next: index2, end: lines3.length, problem: null };
  if ((lines3[index2] ?? "").startsWith("@@ ")) {
    hunks = parseHunks(lines3, index2);
    if (hunks.problem !== null || hunks.next === index2)
      fail(name, hunks.next, hunks.problem ?? "not a hunk header", HINT);
  }
  addFile(section2, hunks, name, start, files);
  return hunks.next;
}
function startsNext(lines3, index2, section2) {
  const line2 = lines3[index2] ?? "";
  if (line2.startsWith("@@ ") || line2.startsWith("@@@ ") || line2.startsWith("diff --")) return true;
  return section2.new !== null && startsSection(lines3, index2);
}
var HEADERS = [
  ["--- ", (section2, value) => section2.old ??= fileName(value)],
  ["+++ ", (section2, value) => section2.new ??= fileName(value)],
  ["new file mode ", (section2) => section2.change = "added"],
  ["deleted file mode ", (section2) => section2.change = "deleted"],
  ["rename from ", (section2, value) => section2.from = unquote(value)],
  ["rename to ", (section2, value) => setTarget(section2, "renamed", value)],
  ["copy from ", (section2, value) => section2.from = unquote(value)],
  ["copy to ", (section2, value) => setTarget(section2, "copied", value)],
  ["Binary files ", (section2) => section2.binary = true],
  ["GIT binary patch", (section2) => section2.binary = true]
];
function setTarget(section2, change, value) {
  section2.change = change;
  section2.to = unquote(value);
}
function readHeader(line2, section2) {
  for (const [start, read3] of HEADERS) if (line2.startsWith(start)) return void read3(section2, line2.slice(start.length));
}
function addFile(section2, hunks, name, start, files) {
  const [base2, head] = paths(section2) ?? fail(name, start, "the names of the file cannot be read", HINT);
  if (!section2.git) {
    if (section2.old === NOWHERE) section2.change = "added";
    if (section2.new === NOWHERE) section2.change = "deleted";
  }
  const entry3 = diffFile(section2.change, base2, section2.binary ? null : hunks.edits);
  const before = files.get(head);
  const replaced = before !== void 0 && before.change === "deleted" && entry3.change === "added";
  const twice = before !== void 0 && !replaced;
  files.set(head, twice ? { ...entry3, change: "modified", basePath: head, lines: null, edits: null } : entry3);
}
var NOWHERE = "/dev/null";
function paths({ names, old, new: added, from, to }) {
  if (from !== null && to !== null) return [from, to];
  if (names !== null) return names;
  if (old === null || added === null) return null;
  if (old !== NOWHERE && added !== NOWHERE) return withoutPrefixes(old, added);
  const only = old === NOWHERE ? added : old;
  const path2 = only.replace(/^[abciow12]\//, "");
  return [path2, path2];
}
function withoutPrefixes(old, added) {
  const prefixed = /^[aciow1]\//.test(old) && /^[bciow2]\//.test(added) && old.charAt(0) !== added.charAt(0);
  return prefixed ? [old.slice(2), added.slice(2)] : [old, added];
}
function gitNames(text2) {
  if (text2.includes('"')) {
    const names = /^("(?:[^"\\]|\\.)*"|\S.*?) ("(?:[^"\\]|\\.)*"|\S.*)$/.exec(text2);
    return names === null ? null : same(withoutPrefixes(unquote(names[1] ?? ""), unquote(names[2] ?? "")));
  }
  const middle = (text2.length - 1) / 2;
  if (text2.charAt(middle) !== " ") return null;
  return same(withoutPrefixes(text2.slice(0, middle), text2.slice(middle + 1)));
}
var same = (names) => names[0] === names[1] ? names : null;
function fileName(value) {
  if (value.startsWith('"')) return unquote(value);
  const tab = value.indexOf("	");
  return tab < 0 ? value : value.slice(0, tab);
}
var ESCAPES = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };
function unquote(value) {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(value);
  if (quoted === null) return value;
  const bytes = [];
  for (const [part3, octal, letter] of (quoted[1] ?? "").matchAll(/\\([0-3][0-7]{2})|\\(.)|[^\\]+/gsu)) {
    if (octal !== void 0) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== void 0) bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0));
    else for (const byte of Buffer.from(part3, "utf8")) bytes.push(byte);
  }
  return Buffer.from(bytes).toString("utf8");
}

// src/generated/presets.ts
var PRESETS = {
  "audit": "# audit: for the first weeks. It reports what `baseline` and `strict` would do, and stops nothing.\n#\n# The mode of the layer caps every rule below at `monitor`: a match is counted and shown as monitored, and passes.\n# Rules of your own file are not capped by it: the mode is each layer's own.\n# Files that cannot be read and scans that failed still block: whoever watches must know that there is something to see.\nversion: 1\nname: audit\nmode: monitor\n\nunknown-severity: high\n\nrules:\n  # What `baseline` would block\n  - id: audit-secret\n    description: A secret in a change (baseline)\n    when: { category: secret, state: [introduced, unknown] }\n    verdict: block\n  - id: audit-known-exploited\n    description: A change brings in a vulnerability that is being exploited (baseline)\n    when: { kev: true, state: [introduced, unknown] }\n    verdict: block\n  - id: audit-introduced-high\n    description: A change brings in a high or critical finding (baseline)\n    when: { state: [introduced, unknown], tier: [0, 1], min-severity: high }\n    verdict: block\n  - id: audit-introduced-critical\n    description: A change brings in a critical finding (baseline)\n    when: { state: [introduced, unknown], min-severity: critical }\n    verdict: block\n\n  # What `strict` would block beyond that\n  - id: audit-strict-secret\n    description: A secret in the repository (strict)\n    when: { category: secret }\n    verdict: block\n  - id: audit-strict-known-exploited\n    description: A vulnerability that is being exploited is in the repository (strict)\n    when: { kev: true }\n    verdict: block\n  - id: audit-strict-introduced-medium\n    description: A change brings in a medium finding (strict)\n    when: { state: [introduced, unknown], min-severity: medium }\n    verdict: block\n  - id: audit-strict-newly-disclosed-critical\n    description: A critical vulnerability became known (strict)\n    when: { state: newly-disclosed, min-severity: critical }\n    verdict: block\n  - id: audit-strict-overdue\n    description: The time to fix is over (strict)\n    when: { sla: breached }\n    verdict: block\n\n  # What either would warn of\n  - id: audit-warn-introduced\n    description: A finding of a change (strict; baseline from medium up)\n    when: { state: [introduced, unknown] }\n    verdict: warn\n  - id: audit-warn-high\n    description: A high or critical finding of any state (strict)\n    when: { min-severity: high }\n    verdict: warn\n  - id: audit-warn-due-soon\n    description: The time to fix is nearly over (strict)\n    when: { sla: due-soon }\n    verdict: warn\n\nsla:\n  tier-2: { critical: 7d, high: 14d, medium: 30d, low: 90d }\n  kev: 3d\n",
  "baseline": "# baseline: a sane start for any repository.\n#\n# It stops what a change brings in, and leaves the backlog alone. Without a baseline SARIF or a diff nobody can tell what\n# a change brings in: the state is then `unknown`. High and critical findings of unknown state block like new ones,\n# because letting them pass would make a missing input the way around the gate; milder ones stay quiet unless they\n# are known to lie on changed lines. Give the gate a `baseline`, and the backlog no longer counts.\n#\n# Files that cannot be read and scans that failed block by themselves; no rule is needed for that.\nversion: 1\nname: baseline\n\nunknown-severity: high\n\nrules:\n  - id: baseline-secret\n    description: A secret in a change is a secret leaked, whatever its severity\n    when: { category: secret, state: [introduced, unknown] }\n    verdict: block\n\n  - id: baseline-known-exploited\n    description: A change must not bring in a vulnerability that is being exploited\n    when: { kev: true, state: [introduced, unknown] }\n    verdict: block\n  - id: baseline-known-exploited-elsewhere\n    description: A vulnerability that is being exploited is in the repository already; fix it soon\n    when: { kev: true }\n    verdict: warn\n\n  - id: baseline-introduced-high\n    description: A change to critical or normal parts must not bring in high or critical findings\n    when: { state: [introduced, unknown], tier: [0, 1], min-severity: high }\n    verdict: block\n  - id: baseline-introduced-critical\n    description: A change must not bring in critical findings, in any part\n    when: { state: [introduced, unknown], min-severity: critical }\n    verdict: block\n\n  - id: baseline-introduced-medium\n    description: Medium findings of a change are worth a look (and high ones in the least critical parts)\n    when: { state: introduced, min-severity: medium }\n    verdict: warn\n  - id: baseline-high-unknown\n    description: High findings that may be new are worth a look in the least critical parts too\n    when: { state: unknown, min-severity: high }\n    verdict: warn\n  - id: baseline-changed-medium\n    description: Medium findings on changed lines are worth a look where it is not known whether they are new\n    when: { state: unknown, in-diff: true, min-severity: medium }\n    verdict: warn\n\n  - id: baseline-newly-disclosed-high\n    description: The code did not change, but it is now known to be vulnerable; the change is not to blame\n    when: { state: newly-disclosed, min-severity: high }\n    verdict: warn\n\nexceptions: # name your approvers in your own file\n  quorum: { default: 1, tier-0: 2, kev: 2, break-glass: 2 }\n  max-duration:\n    tier-0: { critical: 14d, high: 30d, medium: 90d, low: 180d }\n    tier-2: { critical: 30d, high: 90d, medium: 180d, low: 365d }\n    kev: 14d\n",
  "bod-26-04": "# bod-26-04: the times to fix of CISA's Binding Operational Directive 26-04, as a gate.\n#\n# The directive sets a time from four facts. This is how they are read here, and where that is not exact:\n#   in KEV         kev: true               exact, given a KEV file\n#   exposed        exposure: internet      as your assets say\n#   total impact   min-severity: critical  near: the directive means full control of the target, not a score\n#   automatable    min-epss: 0.1           a stand-in: EPSS says how likely attacks are, not whether they run by themselves\n#\n#   in KEV  exposed  automatable | partial  total          3D of KEV and total impact also asks for a forensic look,\n#   no      no       no          | none     none           which no gate can do.\n#   no      no       yes         | 60D      60D\n#   no      yes      no          | 60D      14D            Times run from first detection; without one (no baseline that\n#   no      yes      yes         | 14D      3D             the gate wrote) they cannot be over, which is why known\n#   yes     no       no          | 14D      14D            exploited ones warn from the first day.\n#   yes     no       yes         | 14D      3D\n#   yes     yes      no          | 14D      3D\n#   yes     yes      yes         | 3D       3D\n#\n# It speaks of known vulnerabilities in software only. Extend `preset:baseline` beside it for everything else.\nversion: 1\nname: bod-26-04\n\nfeeds:\n  kev: { max-age: 7d, if-missing: warn }\n  epss: { max-age: 7d, if-missing: warn }\n\nrules:\n  - { id: bod-kev, when: { kev: true }, verdict: warn, description: Known exploited; fix within 14 days at the latest }\n  - { id: bod-kev-14d, when: { kev: true, min-age: 14d }, verdict: block }\n  - { id: bod-kev-automatable-total-3d, when: { kev: true, min-epss: 0.1, min-severity: critical, min-age: 3d }, verdict: block }\n  - { id: bod-kev-exposed-total-3d, when: { kev: true, exposure: internet, min-severity: critical, min-age: 3d }, verdict: block }\n  - { id: bod-kev-exposed-automatable-3d, when: { kev: true, exposure: internet, min-epss: 0.1, min-age: 3d }, verdict: block }\n  - id: bod-exposed-automatable-total-3d\n    when: { category: [sca, container], exposure: internet, min-epss: 0.1, min-severity: critical, min-age: 3d }\n    verdict: block\n  - id: bod-exposed-automatable-14d\n    when: { category: [sca, container], exposure: internet, min-epss: 0.1, min-age: 14d }\n    verdict: block\n  - id: bod-exposed-total-14d\n    when: { category: [sca, container], exposure: internet, min-severity: critical, min-age: 14d }\n    verdict: block\n  - { id: bod-exposed-60d, when: { category: [sca, container], exposure: internet, min-age: 60d }, verdict: block }\n  - { id: bod-automatable-60d, when: { category: [sca, container], min-epss: 0.1, min-age: 60d }, verdict: block }\n\nsla: # what the language of SLA can say of it: due dates for reports\n  kev: 14d\n\nexceptions: # name your approvers in your own file\n  quorum: { kev: 2 }\n  max-duration: { kev: 3d }\n",
  "strict": "# strict: for what must not fail, the parts that you would put at tier 0. Its rules apply at every tier.\n#\n# New findings block from medium up, and those of unknown state like new ones. What is there already has a time to fix,\n# and blocks when it is over. Suppressions in the source do not count: an exception needs two people.\n# Give the gate a KEV file, and first detections (a baseline that the gate wrote), or these rules cannot match.\nversion: 1\nname: strict\n\nunknown-severity: critical\nsuppressions: ignore\n\nfeeds:\n  kev: { max-age: 7d, if-missing: warn }\n\nrules:\n  - id: strict-secret\n    description: A secret in the repository is a secret leaked\n    when: { category: secret }\n    verdict: block\n  - id: strict-known-exploited\n    description: Nothing merges over a vulnerability that is being exploited\n    when: { kev: true }\n    verdict: block\n\n  - id: strict-introduced-medium\n    description: A change must not bring in medium, high or critical findings\n    when: { state: [introduced, unknown], min-severity: medium }\n    verdict: block\n  - id: strict-introduced\n    description: Every finding of a change is worth a look\n    when: { state: [introduced, unknown] }\n    verdict: warn\n\n  - id: strict-newly-disclosed-critical\n    description: Critical vulnerabilities are fixed before anything else merges\n    when: { state: newly-disclosed, min-severity: critical }\n    verdict: block\n  - id: strict-newly-disclosed-high\n    description: The code did not change, but it is now known to be vulnerable\n    when: { state: newly-disclosed, min-severity: high }\n    verdict: warn\n\n  - id: strict-overdue\n    description: The time to fix is over\n    when: { sla: breached }\n    verdict: block\n  - id: strict-due-soon\n    description: The time to fix is nearly over\n    when: { sla: due-soon }\n    verdict: warn\n  - id: strict-existing-high\n    description: High and critical findings of the backlog stay in sight\n    when: { state: existing, min-severity: high }\n    verdict: warn\n\nsla:\n  tier-2: { critical: 7d, high: 14d, medium: 30d, low: 90d } # a time also bounds the more critical tiers\n  kev: 3d\n\nexceptions: # name your approvers in your own file\n  quorum: { default: 2 }\n  max-duration:\n    tier-2: { critical: 7d, high: 14d, medium: 30d, low: 90d }\n    kev: 3d\n  require: { ticket: [0, 1, 2], controls: [0, 1, 2] }\n  never:\n    - { category: secret }\n"
};

// src/core/policy/references.ts
var PRESET_NAMES = Object.keys(PRESETS);
function parseReference(text2) {
  if (text2.startsWith("preset:")) {
    const preset = text2.slice("preset:".length);
    return PRESET_NAMES.includes(preset) ? { kind: "preset", preset } : null;
  }
  const match3 = /^github:([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)\/([^@\\]+)@([0-9a-f]{40})$/.exec(text2);
  const [, owner = "", repository = "", path2 = "", commit = ""] = match3 ?? [];
  if (!match3 || /^\.{1,2}$/.test(repository) || path2.split("/").some((part3) => /^\.{0,2}$/.test(part3))) return null;
  return { kind: "github", owner, repository, path: path2, commit };
}
function presetBytes(preset) {
  const text2 = Object.entries(PRESETS).find(([name]) => name === preset)?.[1];
  return text2 === void 0 ? null : new TextEncoder().encode(text2);
}
function referenceProblem(text2) {
  if (parseReference(text2)) return null;
  const shown4 = `\`${text2.slice(0, 100)}\``;
  if (text2.startsWith("preset:")) {
    const meant = nearest(text2.slice("preset:".length), PRESET_NAMES);
    const hint = meant ? `Did you mean \`preset:${meant}\`?` : `Presets: ${PRESET_NAMES.join(", ")}`;
    return { message: `there is no preset ${shown4}`, hint };
  }
  if (text2.startsWith("github:")) {
    const pinned = /@[0-9a-f]{40}$/.test(text2);
    return pinned ? { message: `the layer ${shown4} does not name a file`, hint: "Write `github:OWNER/REPO/PATH@COMMIT`" } : {
      message: `the layer ${shown4} is not pinned`,
      hint: "End it with `@` and the full 40-digit commit, in lower case: a branch or tag can change under you"
    };
  }
  return {
    message: `${shown4} is not a layer`,
    hint: "Write `preset:NAME` or `github:OWNER/REPO/PATH@COMMIT`"
  };
}

// src/core/policy/checks.ts
var GLOB_CONDITIONS = [
  ["tool", "text"],
  ["rule-id", "text"],
  ["identifier", "text"],
  ["package", "text"],
  ["tags", "text"],
  ["paths", "path"],
  ["branch", "path"]
];
var asList = (value) => value === void 0 ? [] : Array.isArray(value) ? value : [value];
function policyChecks(document, root) {
  const problems = [];
  const report2 = (path2, message2, hint) => void problems.push({ place: nodeAt(root, path2)?.place ?? root.place, message: message2, hint });
  checkExtends(document, root, report2);
  checkUnique("rules", "id", document.rules, report2);
  checkUnique("scans", "id", document.scans, report2);
  checkUnique("assets", "name", document.assets, report2);
  for (const [index2, asset] of present(document.assets)) {
    checkGlobs(["assets", index2, "paths"], asset.paths, "path", report2);
  }
  for (const [index2, scan] of present(document.scans)) {
    checkGlobs(["scans", index2, "applies-to"], scan["applies-to"], "path", report2);
    if (scan.category === void 0 && scan.tools === void 0) {
      report2(["scans", index2], `the scan \`${scan.id}\` says neither category nor tools`, "Add `category:` or `tools:`");
    }
  }
  for (const [index2, rule2] of present(document.rules)) checkRule(["rules", index2], rule2, report2);
  checkExceptions(document, report2);
  return problems;
}
var present = (list4) => (list4 ?? []).flatMap((entry3, index2) => entry3 === void 0 ? [] : [[index2, entry3]]);
function checkExtends(document, root, report2) {
  const isList2 = nodeAt(root, ["extends"])?.kind === "list";
  for (const [index2, reference] of present(asList(document.extends))) {
    const problem = referenceProblem(reference);
    if (problem) report2(isList2 ? ["extends", index2] : ["extends"], problem.message, problem.hint);
  }
}
function checkUnique(list4, key, entries, report2) {
  const seen = /* @__PURE__ */ new Map();
  for (const [index2, entry3] of present(entries)) {
    const first = seen.get(entry3[key]);
    if (first === void 0) seen.set(entry3[key], index2);
    else {
      const message2 = `\`${list4}[${first}]\` and \`${list4}[${index2}]\` have the same ${key} \`${entry3[key]}\``;
      report2([list4, index2, key], message2, "Rename one of them");
    }
  }
}
function checkGlobs(path2, value, kind, report2) {
  for (const [index2, glob] of asList(value).entries()) {
    const problem = globProblem(glob, kind);
    if (problem) report2(Array.isArray(value) ? [...path2, index2] : path2, problem.message, problem.hint);
  }
}
function checkConditions(path2, conditions, report2) {
  for (const [key, kind] of GLOB_CONDITIONS) checkGlobs([...path2, key], conditions[key], kind, report2);
}
function checkRule(path2, rule2, report2) {
  checkConditions([...path2, "when"], rule2.when, report2);
  if (rule2.unless) {
    checkConditions([...path2, "unless"], rule2.unless, report2);
    if (Object.keys(rule2.unless).length === 0) {
      const message2 = `\`unless\` of the rule \`${rule2.id}\` has no condition, so the rule would never apply`;
      report2([...path2, "unless"], message2, "Add a condition, or remove `unless`");
    }
  }
  const from = rule2["enforce-from"];
  if (from === void 0) return;
  if (startOfDay(from) === null) {
    report2([...path2, "enforce-from"], `\`${from}\` is not a day of the calendar`, "Write it as `2027-01-15`");
  }
  if (rule2.mode === void 0) {
    const message2 = `the rule \`${rule2.id}\` has \`enforce-from\` but no \`mode\``;
    report2([...path2, "enforce-from"], message2, "Say what it may do until then: `mode: warn` or `mode: monitor`");
  }
}
function checkExceptions(document, report2) {
  const { file, never } = document.exceptions ?? {};
  if (file !== void 0 && !isRepositoryPath(file)) {
    const hint = "Write it from the root of the repository, as in `.github/policy-exceptions.yml`";
    report2(["exceptions", "file"], `\`${file.slice(0, 100)}\` is not a path in the repository`, hint);
  }
  for (const [index2, conditions] of (never ?? []).entries()) {
    const path2 = ["exceptions", "never", index2];
    checkConditions(path2, conditions, report2);
    if (Object.keys(conditions).length === 0) {
      report2(path2, "`never` has an entry without conditions", "Add a condition, such as `category: secret`");
    }
  }
}
var isRepositoryPath = (path2) => !path2.includes("\\") && path2.split("/").every((part3) => part3 !== "" && part3 !== "." && part3 !== "..");

// src/core/policy/to-conditions.ts
function toConditions(entry3) {
  const minAge = entry3["min-age"];
  return {
    tier: list2(entry3.tier),
    asset: list2(entry3.asset),
    exposure: list2(entry3.exposure),
    category: list2(entry3.category),
    tool: list2(entry3.tool),
    ruleId: list2(entry3["rule-id"]),
    cwe: list2(entry3.cwe),
    identifier: list2(entry3.identifier),
    package: list2(entry3.package),
    paths: list2(entry3.paths),
    severity: list2(entry3.severity),
    minSeverity: entry3["min-severity"] ?? null,
    minScore: entry3["min-score"] ?? null,
    state: list2(entry3.state),
    inDiff: entry3["in-diff"] ?? null,
    kev: entry3.kev ?? null,
    minEpss: entry3["min-epss"] ?? null,
    reachability: list2(entry3.reachability),
    fixAvailable: entry3["fix-available"] ?? null,
    minAge: minAge === void 0 ? null : parseDuration(minAge),
    sla: list2(entry3.sla),
    branch: list2(entry3.branch),
    event: list2(entry3.event),
    tags: list2(entry3.tags)
  };
}
var list2 = (value) => value === void 0 ? null : Array.isArray(value) ? value : [value];

// src/core/policy/to-durations.ts
var RATED = ["critical", "high", "medium", "low"];
function durationTable(entry3) {
  const table3 = /* @__PURE__ */ new Map();
  for (const tier of TIERS) {
    const row2 = entry3[`tier-${tier}`];
    if (row2 === void 0) continue;
    const cells2 = RATED.flatMap((severity) => {
      const duration2 = row2[severity];
      const time2 = duration2 === void 0 ? null : parseDuration(duration2);
      return time2 === null ? [] : [[severity, time2]];
    });
    table3.set(tier, new Map(cells2));
  }
  return table3;
}

// src/core/policy/merge-exceptions.ts
var DEFAULT_NOTICE = 14 * DAY2;
function mergeExceptions(layers, origins) {
  const settings = layers.flatMap(
    ({ info, document }) => document.exceptions === void 0 ? [] : [[info.name, document.exceptions]]
  );
  const first = (key, pick) => {
    for (const [layer, entry3] of settings) {
      const value = pick(entry3);
      if (value === void 0) continue;
      origins.set(`exceptions.${key}`, layer);
      return value;
    }
    return null;
  };
  const approvers = first("approvers", (entry3) => entry3.approvers);
  return {
    file: first("file", (entry3) => entry3.file),
    approvers: { teams: approvers?.teams ?? [], users: approvers?.users ?? [], roles: approvers?.roles ?? [] },
    quorum: mergeQuorum(settings, origins),
    maxDuration: mergeMaxDuration(settings, origins),
    require: {
      ticket: requiredTiers("ticket", settings, origins),
      controls: requiredTiers("controls", settings, origins)
    },
    never: settings.flatMap(([layer, entry3]) => (entry3.never ?? []).map((when) => ({ layer, when: toConditions(when) }))),
    labels: {
      requested: first("labels.requested", (entry3) => entry3.labels?.requested),
      approved: first("labels.approved", (entry3) => entry3.labels?.approved)
    },
    requireLabel: first("require-label", (entry3) => entry3["require-label"] || void 0) ?? false,
    expiringNotice: mergeNotice(settings, origins)
  };
}
function mergeQuorum(settings, origins) {
  const merged = /* @__PURE__ */ new Map([["default", 1]]);
  for (const [layer, { quorum: quorum2 }] of settings) {
    for (const [key, value] of Object.entries(quorum2 ?? {})) {
      const origin = `exceptions.quorum.${key}`;
      if (value < (merged.get(key) ?? 0) || origins.has(origin) && value === merged.get(key)) continue;
      merged.set(key, value);
      origins.set(origin, layer);
    }
  }
  return merged;
}
function mergeMaxDuration(settings, origins) {
  let kev = null;
  const given2 = new Map(TIERS.map((tier) => [tier, /* @__PURE__ */ new Map()]));
  for (const [layer, entry3] of settings) {
    const durations = entry3["max-duration"];
    if (durations === void 0) continue;
    for (const [tier, row2] of durationTable(durations)) {
      for (const [severity, time2] of row2) {
        if (time2 >= (given2.get(tier)?.get(severity) ?? Number.POSITIVE_INFINITY)) continue;
        given2.get(tier)?.set(severity, time2);
        origins.set(`exceptions.max-duration.tier-${tier}.${severity}`, layer);
      }
    }
    const own = durations.kev === void 0 ? null : parseDuration(durations.kev);
    if (own !== null && (kev === null || own < kev)) {
      kev = own;
      origins.set("exceptions.max-duration.kev", layer);
    }
  }
  return { byTier: filled(given2), kev };
}
function filled(table3) {
  return new Map(
    TIERS.map((tier) => {
      const cells2 = KNOWN_SEVERITIES.flatMap((severity) => {
        const bound2 = boundOf(table3, tier, severity);
        return bound2 === null ? [] : [[severity, bound2]];
      });
      return [tier, new Map(cells2)];
    })
  );
}
function requiredTiers(field2, settings, origins) {
  const required2 = /* @__PURE__ */ new Set();
  for (const [layer, entry3] of settings) {
    for (const tier of asList(entry3.require?.[field2])) {
      if (required2.has(tier)) continue;
      required2.add(tier);
      origins.set(`exceptions.require.${field2}.${tier}`, layer);
    }
  }
  return [...required2].sort();
}
function mergeNotice(settings, origins) {
  let longest = null;
  for (const [layer, entry3] of settings) {
    const own = entry3["expiring-notice"];
    const time2 = own === void 0 ? null : parseDuration(own);
    if (time2 === null || longest !== null && time2 <= longest) continue;
    longest = time2;
    origins.set("exceptions.expiring-notice", layer);
  }
  return longest ?? DEFAULT_NOTICE;
}

// src/core/policy/parse.ts
import { createHash as createHash2 } from "node:crypto";
var POLICY = {
  validate: policyErrors,
  schema: SCHEMAS.policy,
  check: policyChecks,
  explainPattern: ([key], text2) => key === "extends" ? referenceProblem(text2) : null
};
function parseLayer(name, bytes) {
  const { document, root, problems } = readDocument2(name, bytes, POLICY);
  if (document === null || root === null) throw new ConfigurationError(problems);
  const sha256 = createHash2("sha256").update(bytes).digest("hex");
  return { info: { name, sha256, bytes: bytes.byteLength }, document, root };
}
var placeIn = (layer, path2) => nodeAt(layer.root, path2)?.place ?? null;

// src/core/policy/merge-rules.ts
function mergeRules(layers, problems) {
  const merged = /* @__PURE__ */ new Map();
  for (const layer of layers) {
    for (const [index2, entry3] of (layer.document.rules ?? []).entries()) {
      const earlier = merged.get(entry3.id);
      if (earlier && !earlier.overridable) {
        const place2 = placeIn(layer, ["rules", index2, "id"]);
        const first = earlier.rule.place ? where(earlier.rule.place) : earlier.rule.layer;
        const message2 = `the rule \`${entry3.id}\` is already defined at ${first}`;
        problems.push({ place: place2, message: message2, hint: "Rename this one; only a rule with `overridable: true` can be replaced" });
        continue;
      }
      const rule2 = toRule(entry3, layer, placeIn(layer, ["rules", index2]));
      merged.set(entry3.id, { rule: rule2, overridable: entry3.overridable === true });
    }
  }
  return [...merged.values()].map(({ rule: rule2 }) => rule2);
}
var where = ({ path: path2, line: line2, column }) => [path2, line2, column].filter((part3) => part3 !== null).join(":");
function toRule(entry3, { info, document }, place2) {
  const layerMode = document.mode ?? "enforce";
  const from = entry3["enforce-from"];
  const start = from === void 0 ? null : startOfDay(from);
  return {
    id: entry3.id,
    layer: info.name,
    place: place2,
    description: entry3.description ?? null,
    when: toConditions(entry3.when),
    unless: entry3.unless === void 0 ? null : toConditions(entry3.unless),
    verdict: entry3.verdict,
    moreThan: entry3["more-than"] ?? null,
    mode: weaker(entry3.mode ?? layerMode, layerMode),
    enforceFrom: start === null ? null : new Date(start).toISOString().replace(".000Z", "Z"),
    layerMode,
    controls: asList(entry3.controls)
  };
}
var weaker = (a, b) => MODES.indexOf(a) <= MODES.indexOf(b) ? a : b;

// src/core/policy/merge-tools.ts
function mergeTools(layers, problems, origins) {
  const merged = /* @__PURE__ */ new Map();
  for (const layer of layers) {
    for (const [name, entry3] of Object.entries(layer.document.tools ?? {})) {
      const key = name.toLowerCase();
      const known4 = merged.get(key) ?? { category: null, rules: /* @__PURE__ */ new Map() };
      merged.set(key, known4);
      mergeCategory(layers, layer, name, entry3, known4, problems, origins);
      mergeSeverities(layer, name, entry3, known4, problems, origins);
    }
  }
  return merged;
}
function mergeCategory(layers, layer, name, { category }, known4, problems, origins) {
  if (category === void 0) return;
  const origin = `tools.${name.toLowerCase()}.category`;
  const place2 = placeIn(layer, ["tools", name, "category"]);
  const inherits = layers.slice(0, layers.indexOf(layer)).some(({ info }) => !info.name.startsWith("preset:"));
  if (known4.category !== null && known4.category !== category) {
    const message2 = `the category of ${name} is already ${known4.category} in ${origins.get(origin)}`;
    problems.push({ place: place2, message: message2, hint: "Remove one of the two" });
  } else if (category === "quality" && known4.category === null && inherits) {
    const message2 = `${name} cannot be made a quality tool under an inherited policy, whose rules would no longer see it`;
    problems.push({ place: place2, message: message2, hint: "Say so in the layer that this file extends" });
  } else if (known4.category === null) {
    known4.category = category;
    origins.set(origin, layer.info.name);
  }
}
function mergeSeverities(layer, name, { rules }, known4, problems, origins) {
  for (const [rule2, { severity }] of Object.entries(rules ?? {})) {
    const origin = `tools.${name.toLowerCase()}.rules.${rule2}.severity`;
    const earlier = known4.rules.get(rule2)?.severity;
    if (earlier !== void 0 && severityRank(severity) < severityRank(earlier)) {
      const place2 = placeIn(layer, ["tools", name, "rules", rule2, "severity"]);
      const message2 = `${rule2} of ${name} is already ${earlier} in ${origins.get(origin)}, and cannot be lowered to ${severity}`;
      problems.push({ place: place2, message: message2, hint: `Write ${earlier} or a more severe word, or remove the entry` });
    } else if (severity !== earlier) {
      known4.rules.set(rule2, { severity });
      origins.set(origin, layer.info.name);
    }
  }
}

// src/core/policy/merge.ts
var DEFAULT_UNKNOWN_SEVERITY = "high";
var DEFAULT_FEED_VERDICT = "warn";
var DEFAULT_EVIDENCE_VERDICTS = {
  ifMissing: "block",
  ifInvalid: "block",
  ifFailed: "block",
  ifDegraded: "warn",
  ifStale: "warn"
};
function mergeLayers(layers) {
  const problems = [];
  const origins = /* @__PURE__ */ new Map();
  const policy = {
    name: layers.at(-1)?.document.name ?? null,
    layers: layers.map(({ info }) => info),
    assets: layers.map(assetsOf).filter((assets) => assets.length > 0),
    unknownSeverity: mergeUnknownSeverity(layers, origins),
    tools: mergeTools(layers, problems, origins),
    scans: mergeScans(layers),
    feeds: mergeFeeds(layers, origins),
    rules: mergeRules(layers, problems),
    sla: layers.flatMap(slaOf2),
    exceptions: mergeExceptions(layers, origins),
    suppressions: mergeSuppressions(layers, origins),
    origins
  };
  const root = layers.at(-1);
  if (root && policy.rules.length === 0 && problems.length === 0) {
    const place2 = { path: root.info.name, line: null, column: null };
    const message2 = "the policy has no rules, so every finding would pass";
    problems.push({ place: place2, message: message2, hint: "Add `rules:`, or `extends: [preset:baseline]`" });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return policy;
}
function assetsOf({ info, document }) {
  return (document.assets ?? []).map(({ name, paths: paths2, tier, exposure, owners }) => ({
    name,
    layer: info.name,
    paths: asList(paths2),
    tier,
    exposure: exposure ?? null,
    owners: asList(owners)
  }));
}
function mergeUnknownSeverity(layers, origins) {
  let merged = null;
  for (const { info, document } of layers) {
    const own = document["unknown-severity"];
    const value = own ?? DEFAULT_UNKNOWN_SEVERITY;
    if (merged !== null && severityRank(value) <= severityRank(merged)) continue;
    merged = value;
    if (own === void 0) origins.delete("unknown-severity");
    else origins.set("unknown-severity", info.name);
  }
  return merged ?? DEFAULT_UNKNOWN_SEVERITY;
}
function mergeScans(layers) {
  const merged = [];
  for (const { info, document } of layers) {
    for (const entry3 of document.scans ?? []) {
      const scan = toScan(entry3, info.name);
      const same2 = merged.findIndex((other) => other.id === scan.id && subject2(other) === subject2(scan));
      const earlier = merged[same2];
      if (earlier) merged[same2] = stricterScan(earlier, scan);
      else merged.push(scan);
    }
  }
  return merged;
}
var subject2 = ({ category, tools: tools2, tiers, appliesTo }) => JSON.stringify([category, tools2, tiers, appliesTo]);
function toScan(entry3, layer) {
  const maxAge = entry3["max-age"];
  return {
    id: entry3.id,
    layer,
    category: entry3.category ?? null,
    tools: entry3.tools === void 0 ? null : asList(entry3.tools),
    tiers: entry3.tiers === void 0 ? null : asList(entry3.tiers),
    appliesTo: entry3["applies-to"] === void 0 ? null : asList(entry3["applies-to"]),
    maxAge: maxAge === void 0 ? null : parseDuration(maxAge),
    ifMissing: entry3["if-missing"] ?? DEFAULT_EVIDENCE_VERDICTS.ifMissing,
    ifInvalid: entry3["if-invalid"] ?? DEFAULT_EVIDENCE_VERDICTS.ifInvalid,
    ifFailed: entry3["if-failed"] ?? DEFAULT_EVIDENCE_VERDICTS.ifFailed,
    ifDegraded: entry3["if-degraded"] ?? DEFAULT_EVIDENCE_VERDICTS.ifDegraded,
    ifStale: entry3["if-stale"] ?? DEFAULT_EVIDENCE_VERDICTS.ifStale
  };
}
function stricterScan(a, b) {
  return {
    ...a,
    maxAge: smaller(a.maxAge, b.maxAge),
    ifMissing: worst(a.ifMissing, b.ifMissing),
    ifInvalid: worst(a.ifInvalid, b.ifInvalid),
    ifFailed: worst(a.ifFailed, b.ifFailed),
    ifDegraded: worst(a.ifDegraded, b.ifDegraded),
    ifStale: worst(a.ifStale, b.ifStale)
  };
}
var smaller = (a, b) => a === null ? b : b === null ? a : Math.min(a, b);
function mergeFeeds(layers, origins) {
  const merged = /* @__PURE__ */ new Map();
  for (const { info, document } of layers) {
    const feeds = document.feeds ?? {};
    for (const [name, entry3] of Object.entries(feeds)) {
      const age = entry3?.["max-age"];
      const earlier = merged.get(name);
      const maxAge = smaller(earlier?.maxAge ?? null, age === void 0 ? null : parseDuration(age));
      const ifMissing = worst(earlier?.ifMissing ?? "pass", entry3?.["if-missing"] ?? DEFAULT_FEED_VERDICT);
      if (maxAge !== (earlier?.maxAge ?? null)) origins.set(`feeds.${name}.max-age`, info.name);
      if (ifMissing !== earlier?.ifMissing) origins.set(`feeds.${name}.if-missing`, info.name);
      merged.set(name, { maxAge, ifMissing });
    }
  }
  return merged;
}
function slaOf2({ info, document }) {
  const { sla } = document;
  if (sla === void 0) return [];
  return [{ layer: info.name, byTier: durationTable(sla), kev: sla.kev === void 0 ? null : parseDuration(sla.kev) }];
}
function mergeSuppressions(layers, origins) {
  const merged = new Map(TIERS.map((tier) => [tier, "honour"]));
  for (const { info, document } of layers) {
    for (const tier of TIERS) {
      const value = suppressionAt(document, tier);
      const key = `suppressions.tier-${tier}`;
      if (value === void 0 || origins.has(key) && (value === "honour" || merged.get(tier) === "ignore")) continue;
      merged.set(tier, value);
      origins.set(key, info.name);
    }
  }
  return merged;
}
function suppressionAt({ suppressions: suppressions2 }, tier) {
  return typeof suppressions2 === "string" ? suppressions2 : suppressions2?.[`tier-${tier}`];
}

// src/core/policy/layers.ts
var MAX_LEVELS = 3;
async function loadPolicy(root, fetch) {
  return mergeLayers(await resolveLayers(root, fetch));
}
function presetSource(preset) {
  const bytes = presetBytes(preset);
  const problem = referenceProblem(`preset:${preset}`);
  if (bytes === null || problem) {
    throw new ConfigurationError([{ place: null, message: "there is no such preset", hint: "", ...problem }]);
  }
  return { name: `preset:${preset}`, bytes };
}
async function resolveLayers(root, fetch) {
  const resolution = { fetch, layers: /* @__PURE__ */ new Map(), seen: /* @__PURE__ */ new Set([root.name]), problems: [] };
  await visit(resolution, root, []);
  if (resolution.problems.length > 0) throw new ConfigurationError(resolution.problems);
  return [...resolution.layers.values()];
}
async function visit(resolution, source, trail) {
  const layer = attempt(resolution, () => parseLayer(source.name, source.bytes));
  if (layer === null) return;
  const isList2 = Array.isArray(layer.document.extends);
  const path2 = [...trail, source.name];
  for (const [index2, reference] of asList(layer.document.extends).entries()) {
    await extend(resolution, reference, path2, placeIn(layer, isList2 ? ["extends", index2] : ["extends"]));
  }
  resolution.layers.set(source.name, layer);
}
async function extend(resolution, reference, trail, place2) {
  const { seen, problems } = resolution;
  if (trail.includes(reference)) {
    const message2 = `the layers form a cycle: ${[...trail, reference].join(" → ")}`;
    problems.push({ place: place2, message: message2, hint: "Remove one of the references" });
  } else if (trail.length >= MAX_LEVELS) {
    const hint = `At most ${MAX_LEVELS} levels count: extend it from a file that comes before`;
    problems.push({ place: place2, message: `layers are nested too deep: ${[...trail, reference].join(" → ")}`, hint });
  } else if (!seen.has(reference)) {
    seen.add(reference);
    const bytes = await bytesOf(resolution, reference, place2);
    if (bytes !== null) await visit(resolution, { name: reference, bytes }, trail);
  }
}
async function bytesOf({ fetch, problems }, text2, place2) {
  const reference = parseReference(text2);
  if (reference?.kind === "preset") return presetBytes(reference.preset);
  if (reference === null) return null;
  try {
    return await fetch(reference);
  } catch (error) {
    const reason2 = error instanceof Error ? error.message : String(error);
    const hint = "Check that the file exists at that commit, and that the token may read the repository";
    problems.push({ place: place2, message: `the layer \`${text2}\` cannot be read: ${reason2}`, hint });
    return null;
  }
}
function attempt(resolution, read3) {
  try {
    return read3();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    resolution.problems.push(...error.problems);
    return null;
  }
}

// src/shell/checkout.ts
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join as join3 } from "node:path";
var SKIPPED = /* @__PURE__ */ new Set([".git", "node_modules"]);
function listCheckout(root) {
  return (trackedFiles(root) ?? filesBelow(root)).toSorted();
}
function trackedFiles(root) {
  try {
    const output = execFileSync(
      "git",
      ["-c", "core.fsmonitor=false", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
      {
        cwd: root,
        encoding: "utf8",
        maxBuffer: 1 << 30,
        stdio: ["ignore", "pipe", "ignore"]
      }
    );
    return output.split("\0").filter((path2) => path2 !== "");
  } catch {
    return null;
  }
}
function filesBelow(root) {
  const files = [];
  const pending = [""];
  for (let directory2 = pending.pop(); directory2 !== void 0; directory2 = pending.pop()) {
    for (const entry3 of readdirSync(join3(root, directory2), { withFileTypes: true })) {
      const path2 = directory2 === "" ? entry3.name : `${directory2}/${entry3.name}`;
      if (entry3.isDirectory() && !SKIPPED.has(entry3.name)) pending.push(path2);
      else if (entry3.isFile()) files.push(path2);
    }
  }
  return files;
}

// src/shell/feed-files.ts
import { gunzipSync } from "node:zlib";

// src/core/instant.ts
var isoInstant = (time2) => new Date(time2).toISOString().replace(".000Z", "Z");

// src/core/facts/parse.ts
var CVE = /^CVE-\d{4}-\d{4,}$/;
function parseJson(text2, name, expected) {
  let value;
  try {
    value = JSON.parse(text2);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw configurationError(`not JSON: ${detail}`, `Give ${expected}`, { path: name, line: null, column: null });
  }
  const object = asObject(value);
  if (object === null)
    throw configurationError("not a JSON object", `Give ${expected}`, { path: name, line: null, column: null });
  return object;
}
function parseKev(text2, name) {
  const expected = "CISA's known_exploited_vulnerabilities.json";
  const document = parseJson(text2, name, expected);
  const entries = member(document, "vulnerabilities");
  const place2 = { path: name, line: null, column: null };
  if (!Array.isArray(entries)) throw configurationError("has no list `vulnerabilities`", `Give ${expected}`, place2);
  const cves = /* @__PURE__ */ new Map();
  for (const [index2, entry3] of entries.entries()) {
    const id = asString(member(asObject(entry3), "cveID"))?.trim().toUpperCase() ?? "";
    if (!CVE.test(id))
      throw configurationError(`vulnerabilities[${index2}] has no CVE id`, `Give ${expected}, whole`, place2);
    cves.set(id, asString(member(asObject(entry3), "dateAdded")) ?? "");
  }
  return { released: isoOrNull(asString(member(document, "dateReleased"))), cves };
}
function parseEpss(text2, name) {
  const scores = /* @__PURE__ */ new Map();
  let date = null;
  let columns = null;
  for (const [index2, raw] of text2.split("\n").entries()) {
    const line2 = raw.trim();
    if (line2 === "") continue;
    if (line2.startsWith("#")) {
      date = isoOrNull(/score_date:([^,\s]+)/.exec(line2)?.[1] ?? null) ?? date;
      continue;
    }
    const cells2 = line2.split(",").map((cell2) => cell2.trim());
    if (columns === null) {
      columns = cells2.map((cell2) => cell2.toLowerCase());
      if (columns.includes("cve") && columns.includes("epss")) continue;
      throw configurationError("the header names no columns cve and epss", "Give the EPSS CSV file as published", {
        path: name,
        line: index2 + 1,
        column: 1
      });
    }
    const cve = (cells2[columns.indexOf("cve")] ?? "").toUpperCase();
    const score = Number(cells2[columns.indexOf("epss")] || Number.NaN);
    if (!CVE.test(cve) || !(score >= 0 && score <= 1)) {
      throw configurationError("not a CVE id with a score from 0 to 1", "Give the EPSS CSV file as published", {
        path: name,
        line: index2 + 1,
        column: 1
      });
    }
    scores.set(cve, score);
  }
  if (columns === null) {
    throw configurationError("the file is empty", "Give the EPSS CSV file as published", {
      path: name,
      line: 1,
      column: 1
    });
  }
  return { date, scores };
}
var VEX_STATUSES = ["not_affected", "affected", "fixed", "under_investigation"];
function parseVex(text2, name) {
  const document = parseJson(text2, name, "an OpenVEX document");
  const place2 = { path: name, line: null, column: null };
  const statements = member(document, "statements");
  if (!Array.isArray(statements))
    throw configurationError("has no list `statements`", "Give an OpenVEX document", place2);
  return statements.map((value, index2) => {
    const statement = asObject(value);
    const status = VEX_STATUSES.find((each) => each === member(statement, "status"));
    const identifiers = vulnerabilityNames(member(statement, "vulnerability"));
    if (status === void 0 || identifiers.length === 0) {
      throw configurationError(
        `statements[${index2}] has no vulnerability or no known status`,
        "Correct the VEX document",
        place2
      );
    }
    return {
      identifiers,
      products: productIds(statement),
      status,
      justification: asString(member(statement, "justification"))
    };
  });
}
function vulnerabilityNames(value) {
  const object = asObject(value);
  const names = object ? [member(object, "name"), ...asArray(member(object, "aliases"))] : [value];
  return names.flatMap((each) => typeof each === "string" && each !== "" ? [each.toUpperCase()] : []);
}
function productIds(statement) {
  return asArray(member(statement, "products")).flatMap((value) => {
    if (typeof value === "string") return [value];
    const product = asObject(value);
    const own = asString(member(product, "@id")) ?? asString(member(asObject(member(product, "identifiers")), "purl"));
    const parts = asArray(member(product, "subcomponents")).flatMap(
      (part3) => asString(member(asObject(part3), "@id")) ?? []
    );
    return parts.length > 0 ? parts : own === null ? [] : [own];
  });
}
function isoOrNull(text2) {
  const time2 = text2 === null ? Number.NaN : Date.parse(text2);
  return Number.isNaN(time2) ? null : isoInstant(time2);
}

// src/shell/files.ts
import { lstatSync, readdirSync as readdirSync2, realpathSync, statSync } from "node:fs";
import { isAbsolute, join as join4, relative, resolve as resolve2, sep as sep2 } from "node:path";

// node_modules/balanced-match/dist/esm/index.js
var range = (a, b, str) => {
  let begs, beg, left, right = void 0, result;
  let ai = str.indexOf(a);
  let bi = str.indexOf(b, ai + 1);
  let i = ai;
  if (ai >= 0 && bi > 0) {
    if (a === b) {
      return [ai, bi];
    }
    begs = [];
    left = str.length;
    while (i >= 0 && !result) {
      if (i === ai) {
        begs.push(i);
        ai = str.indexOf(a, i + 1);
      } else if (begs.length === 1) {
        const r = begs.pop();
        if (r !== void 0)
          result = [r, bi];
      } else {
        beg = begs.pop();
        if (beg !== void 0 && beg < left) {
          left = beg;
          right = bi;
        }
        bi = str.indexOf(b, i + 1);
      }
      i = ai < bi && ai >= 0 ? ai : bi;
    }
    if (begs.length && right !== void 0) {
      result = [left, right];
    }
  }
  return result;
};

// node_modules/brace-expansion/dist/esm/index.js
var escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
var escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
var escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
var escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
var escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
var escSlashPattern = new RegExp(escSlash, "g");
var escOpenPattern = new RegExp(escOpen, "g");
var escClosePattern = new RegExp(escClose, "g");
var escCommaPattern = new RegExp(escComma, "g");
var escPeriodPattern = new RegExp(escPeriod, "g");
var slashPattern = /\\\\/g;
var openPattern = /\\{/g;
var closePattern = /\\}/g;
var commaPattern = /\\,/g;
var periodPattern = /\\\./g;
var EXPANSION_MAX = 1e5;
var EXPANSION_MAX_LENGTH = 4e6;
var EXPANSION_MAX_DEPTH = 1e3;
var EXPANSION_MAX_REWRITES = 1e3;
var EXPANSION_MAX_STEPS = 2e7;
var CALL_STEPS = 16;
function numeric(str) {
  return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
  return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
  return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items) {
  for (let i = 0; i < items.length; i++) {
    target.push(items[i]);
  }
}
function balancedWithBudget(str, masked, budget) {
  if (budget.remaining < 0) {
    return void 0;
  }
  const r = range("{", "}", masked);
  const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
  budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
  if (!r || budget.remaining < 0) {
    return void 0;
  }
  return {
    end: r[1],
    pre: str.slice(0, r[0]),
    body: str.slice(r[0] + 1, r[1]),
    post: str.slice(r[1] + 1),
    unmatched
  };
}
function maskUnmatchedOpens(masked, budget) {
  budget.remaining -= masked.length;
  const open3 = [];
  for (let i = 0; i < masked.length; i++) {
    const c = masked.charCodeAt(i);
    if (c === 123) {
      open3.push(i);
    } else if (c === 125 && open3.length) {
      open3.pop();
    }
  }
  let out = "";
  let last = 0;
  for (let i = 0; i < open3.length; i++) {
    const at3 = open3[i];
    out += masked.slice(last, at3) + "\0";
    last = at3 + 1;
  }
  return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
  budget.remaining -= str.length;
  if (budget.remaining < 0) {
    return false;
  }
  let close3 = false;
  for (let i = str.length - 1; i >= 0; i--) {
    const c = str.charCodeAt(i);
    if (c === 125) {
      close3 = true;
    } else if (c === 10 || c === 13 || c === 8232 || c === 8233) {
      close3 = false;
    } else if (c === 44 && close3 && str.charCodeAt(i + 1) !== 44) {
      return true;
    }
  }
  return false;
}
function parseCommaParts(str, budget) {
  const parts = [];
  let carry = "";
  for (; ; ) {
    const m = balancedWithBudget(str, str, budget);
    if (budget.remaining < 0) {
      return void 0;
    }
    if (!m) {
      const tail = str.split(",");
      tail[0] = carry + tail[0];
      pushAll(parts, tail);
      return parts;
    }
    const { pre, body: body2, post } = m;
    const p = pre.split(",");
    p[0] = carry + p[0];
    p[p.length - 1] += "{" + body2 + "}";
    if (!post.length) {
      pushAll(parts, p);
      return parts;
    }
    carry = p.pop();
    pushAll(parts, p);
    str = post;
  }
}
function bound(value, fallback) {
  return value === void 0 || isNaN(value) ? fallback : value;
}
function expand2(str, options = {}) {
  if (!str) {
    return [];
  }
  const max = bound(options.max, EXPANSION_MAX);
  const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
  const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
  const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
  const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
  if (str.slice(0, 2) === "{}") {
    str = "\\{\\}" + str.slice(2);
  }
  return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
  return "{" + str + "}";
}
function isPadded(el) {
  return /^-?0\d/.test(el);
}
function lte(i, y) {
  return i <= y;
}
function gte(i, y) {
  return i >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
  const out = [];
  let length = 0;
  let nonEmpty;
  outer: for (let a = 0; a < acc.length; a++) {
    const prefix2 = acc[a] + pre;
    let vs = values;
    if (dropEmpties && !prefix2) {
      if (!nonEmpty)
        nonEmpty = values.filter((v) => v);
      vs = nonEmpty;
    }
    for (let v = 0; v < vs.length; v++) {
      if (out.length >= max)
        break outer;
      const expansion = prefix2 + vs[v];
      if (length + expansion.length > maxLength)
        break outer;
      out.push(expansion);
      length += expansion.length;
    }
  }
  budget.remaining -= out.length;
  return out;
}
function expandSequence(body2, isAlphaSequence, max, maxLength, budget) {
  const n = body2.split(/\.\./);
  const N = [];
  if (n[0] === void 0 || n[1] === void 0) {
    return N;
  }
  const x = numeric(n[0]);
  const y = numeric(n[1]);
  const width = Math.max(n[0].length, n[1].length);
  let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
  let test = lte;
  const reverse = y < x;
  if (reverse) {
    incr *= -1;
    test = gte;
  }
  const pad = n.some(isPadded);
  const cost = pad ? width : 1;
  let length = 0;
  for (let i = x; test(i, y) && N.length < max; i += incr) {
    budget.remaining -= cost;
    if (budget.remaining < 0) {
      return void 0;
    }
    let c;
    if (isAlphaSequence) {
      c = String.fromCharCode(i);
      if (c === "\\") {
        c = "";
      }
    } else {
      c = String(i);
      if (pad) {
        const need = width - c.length;
        if (need > 0) {
          const z = new Array(need + 1).join("0");
          if (i < 0) {
            c = "-" + z + c.slice(1);
          } else {
            c = z + c;
          }
        }
      }
    }
    if (length + c.length > maxLength)
      break;
    N.push(c);
    length += c.length;
  }
  return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
  budget.remaining -= CALL_STEPS;
  if (depth > maxDepth) {
    return [str];
  }
  let acc = [""];
  let rewrites = 0;
  let dropEmpties = false;
  let firstGroup = true;
  let masked = str;
  for (; ; ) {
    const m = balancedWithBudget(str, masked, budget);
    if (!m) {
      return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
    }
    if (m.unmatched) {
      masked = maskUnmatchedOpens(masked, budget);
    }
    const pre = m.pre;
    const literal2 = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
    if (/\$$/.test(pre)) {
      acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
      firstGroup = false;
      if (!m.post.length)
        break;
      str = m.post;
      masked = masked.slice(m.end + 1);
      continue;
    }
    const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
    const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
    const isSequence = isNumericSequence || isAlphaSequence;
    const isOptions = m.body.indexOf(",") >= 0;
    if (!isSequence && !isOptions) {
      if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
        rewrites++;
        str = m.pre + "{" + m.body + escClose + m.post;
        masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
        isTop = true;
        continue;
      }
      return literal2();
    }
    if (firstGroup) {
      dropEmpties = isTop && !isSequence;
      firstGroup = false;
    }
    let values;
    if (isSequence) {
      values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
      if (!values) {
        return literal2();
      }
    } else {
      let n = parseCommaParts(m.body, budget);
      if (!n) {
        return literal2();
      }
      if (n.length === 1 && n[0] !== void 0) {
        n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
        if (budget.remaining < 0) {
          return literal2();
        }
        if (n.length === 1) {
          const next2 = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
          if (budget.remaining < 0) {
            return literal2();
          }
          acc = next2;
          if (!m.post.length)
            break;
          str = m.post;
          masked = masked.slice(m.end + 1);
          continue;
        }
      }
      let dropsEmpties = dropEmpties && !m.post.length && !pre;
      for (let d = 0; dropsEmpties && d < acc.length; d++) {
        if (acc[d]) {
          dropsEmpties = false;
        }
      }
      values = [];
      let valuesLength = 0;
      outer: for (let j = 0; j < n.length; j++) {
        const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
        if (budget.remaining < 0) {
          return literal2();
        }
        for (let k = 0; k < expanded.length; k++) {
          const v = expanded[k];
          if (dropsEmpties && !v)
            continue;
          if (values.length >= max || valuesLength + v.length > maxLength) {
            break outer;
          }
          values.push(v);
          valuesLength += v.length;
        }
      }
    }
    const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
    if (budget.remaining < 0) {
      return literal2();
    }
    acc = next;
    if (!m.post.length)
      break;
    str = m.post;
    masked = masked.slice(m.end + 1);
  }
  return acc;
}

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
var digit = (a, b) => a === b ? { t: "lit", ch: String(a) } : { t: "class", re: new RegExp(`^[${a}-${b}]$`) };
var prefix = (d, alts) => alts.map((s) => [digit(d, d), ...s]);
var fixed = (a, b) => {
  if (!a)
    return [[]];
  let lo = +a[0];
  let hi = +b[0];
  const ra = a.slice(1);
  const rb = b.slice(1);
  if (lo === hi)
    return prefix(lo, fixed(ra, rb));
  const zeros = "0".repeat(ra.length);
  const nines = "9".repeat(ra.length);
  const out = [];
  if (ra !== zeros)
    out.push(...prefix(lo++, fixed(ra, nines)));
  const last = rb === nines ? [] : prefix(hi--, fixed(zeros, rb));
  if (lo <= hi) {
    out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
  }
  out.push(...last);
  return out;
};
var nonneg = (a, b, width) => {
  if (width) {
    return fixed(String(a).padStart(width, "0"), String(b).padStart(width, "0"));
  }
  const out = [];
  for (let len = String(a).length; len <= String(b).length; len++) {
    const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
    const hi = Math.min(b, 10 ** len - 1);
    out.push(...fixed(String(lo), String(hi)));
  }
  return out;
};
var numericRange = (loStr, hiStr) => {
  let lo = Number(loStr);
  let hi = Number(hiStr);
  if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi))
    return;
  if (lo > hi)
    [lo, hi] = [hi, lo];
  const padded = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr);
  const width = padded ? Math.max(loStr.length, hiStr.length) : 0;
  const out = [];
  if (lo < 0) {
    const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
    out.push(...neg.map((s) => [{ t: "lit", ch: "-" }, ...s]));
  }
  if (hi >= 0)
    out.push(...nonneg(Math.max(lo, 0), hi, width));
  return out;
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
var posixClasses = {
  "[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}"],
  "[:alpha:]": ["\\p{L}\\p{Nl}"],
  "[:ascii:]": ["\\x00-\\x7f"],
  "[:blank:]": ["\\p{Zs}\\t"],
  "[:cntrl:]": ["\\p{Cc}"],
  "[:digit:]": ["\\p{Nd}"],
  "[:graph:]": ["\\p{Z}\\p{C}", true],
  "[:lower:]": ["\\p{Ll}"],
  "[:print:]": ["\\p{C}", true],
  "[:punct:]": ["\\p{P}\\p{S}"],
  "[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f"],
  "[:upper:]": ["\\p{Lu}"],
  "[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}"],
  "[:xdigit:]": ["A-Fa-f0-9"]
};
var braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
var noMatch = /$./;
var parseClass = (glob, position, nocase = false, form) => {
  const norm = (c) => {
    const n = form ? c.normalize(form) : c;
    return [...n].length === 1 ? n : c;
  };
  const pos = position;
  if (glob.charAt(pos) !== "[") {
    throw new Error("not in a brace expression");
  }
  const ranges = [];
  const negs = [];
  let i = pos + 1;
  let sawStart = false;
  let escaping = false;
  let negate = false;
  let endPos = pos;
  let rangeStart = "";
  WHILE: while (i < glob.length) {
    const c = String.fromCodePoint(glob.codePointAt(i));
    if ((c === "!" || c === "^") && i === pos + 1) {
      negate = true;
      i++;
      continue;
    }
    if (c === "]" && sawStart && !escaping) {
      endPos = i + 1;
      break;
    }
    sawStart = true;
    if (c === "\\") {
      if (!escaping) {
        escaping = true;
        i++;
        continue;
      }
    }
    if (c === "[" && !escaping) {
      for (const [cls, [unip, neg]] of Object.entries(posixClasses)) {
        if (glob.startsWith(cls, i)) {
          if (rangeStart) {
            return [noMatch, glob.length - pos];
          }
          i += cls.length;
          if (neg)
            negs.push(unip);
          else
            ranges.push(unip);
          continue WHILE;
        }
      }
    }
    escaping = false;
    const n = norm(c);
    if (rangeStart) {
      if (n.codePointAt(0) > rangeStart.codePointAt(0)) {
        ranges.push(braceEscape(rangeStart) + "-" + braceEscape(n));
      } else if (n === rangeStart) {
        ranges.push(braceEscape(n));
      }
      rangeStart = "";
      i += c.length;
      continue;
    }
    if (glob.startsWith("-]", i + c.length)) {
      ranges.push(braceEscape(n + "-"));
      i += c.length + 1;
      continue;
    }
    if (glob.startsWith("-", i + c.length)) {
      rangeStart = n;
      i += c.length + 1;
      continue;
    }
    ranges.push(braceEscape(n));
    i += c.length;
  }
  if (endPos < i) {
    return [noMatch, 0];
  }
  if (!ranges.length && !negs.length) {
    return [noMatch, glob.length - pos];
  }
  const sranges = "[" + (negate ? "^" : "") + ranges.join("") + "]";
  const snegs = "[" + (negate ? "" : "^") + negs.join("") + "]";
  const comb = "^" + (ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs);
  return [new RegExp(comb, nocase ? "iu" : "u"), endPos - pos];
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js
var MATCH = { t: "match", id: 0 };
var extTypes = "!?+*@";
var lit = (ch) => ({ t: "lit", ch });
var reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
var newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, "iu");
var foldCache = /* @__PURE__ */ new Map();
var foldRe = (ch) => {
  let re = foldCache.get(ch);
  if (!re) {
    re = newFoldRe(ch);
    if (foldCache.size >= 1e3)
      foldCache.clear();
    foldCache.set(ch, re);
  }
  return re;
};
var litMatch = (l, c) => {
  if (c === l.ch)
    return true;
  if (!l.re)
    return false;
  const code2 = c.charCodeAt(0);
  if (code2 >= 128)
    return l.re.test(c);
  const ascii = l.ascii ??= new Uint8Array(128);
  ascii[code2] ||= l.re.test(c) ? 1 : 2;
  return ascii[code2] === 1;
};
var tokenize = (p, nocase, noext, form, mark) => {
  const toks = [];
  for (let i = 0; i < p.length; ) {
    const c = String.fromCodePoint(p.codePointAt(i));
    if (mark) {
      const m = c === "\\" && p.startsWith(mark, i + 1) ? 1 : 0;
      if (m || c === mark) {
        const start = i + m + mark.length;
        const end = p.indexOf(mark, start);
        const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start, end));
        const alts = end !== -1 && r && numericRange(r[1], r[2]);
        if (alts) {
          toks.push({ t: "ext", type: "@", alts });
          i = end + mark.length;
          continue;
        }
      }
    }
    if (c === "\\") {
      const e = p.codePointAt(i + 1);
      const ch = e === void 0 ? c : String.fromCodePoint(e);
      toks.push(lit(ch));
      i += 1 + ch.length;
      continue;
    }
    if (c === "[") {
      const [re, consumed] = parseClass(p, i, nocase, form);
      if (consumed) {
        toks.push({ t: "class", re });
        i += consumed;
        continue;
      }
    }
    if (!noext && extTypes.includes(c) && p[i + 1] === "(") {
      toks.push({ t: "open", type: c });
      i += 2;
      continue;
    }
    toks.push(!noext && c === "|" ? { t: "bar" } : !noext && c === ")" ? { t: "close" } : c === "*" ? { t: "star" } : c === "?" ? { t: "any" } : lit(c));
    i += c.length;
  }
  return toks;
};
var pair2 = (toks) => {
  const pairs = /* @__PURE__ */ new Map();
  const stack = [];
  toks.forEach((tok, i) => {
    if (tok.t === "open")
      stack.push(i);
    else if (tok.t === "close" && stack.length)
      pairs.set(stack.pop(), i);
  });
  return pairs;
};
var build2 = (toks, pairs, start, end, top) => {
  let seq = [];
  const alts = [seq];
  for (let i = start; i < end; i++) {
    const tok = toks[i];
    const close3 = pairs.get(i);
    if (tok.t === "open" && close3 !== void 0) {
      const sub = build2(toks, pairs, i + 1, close3, false);
      seq.push({ t: "ext", type: tok.type, alts: sub });
      i = close3;
    } else if (tok.t === "bar" && !top) {
      alts.push(seq = []);
    } else if (tok.t === "open") {
      seq.push(lit(tok.type), lit("("));
    } else if (tok.t === "bar") {
      seq.push(lit("|"));
    } else if (tok.t === "close") {
      seq.push(lit(")"));
    } else {
      seq.push(tok);
    }
  }
  return alts;
};
var normalize = (items, form) => {
  const out = [];
  let run = "";
  const flush = () => {
    for (const ch of run.normalize(form))
      out.push(lit(ch));
    run = "";
  };
  for (const it of items) {
    if (it.t === "lit") {
      run += it.ch;
      continue;
    }
    flush();
    out.push(it.t === "ext" ? { ...it, alts: it.alts.map((a) => normalize(a, form)) } : it);
  }
  flush();
  return out;
};
var compile2 = (items, nocase) => {
  let id = 1;
  const split = (out) => ({ t: "split", id: id++, out });
  const seq = (items2, next) => items2.reduceRight((next2, it) => item(it, next2), next);
  const item = (it, next) => {
    switch (it.t) {
      case "lit":
        const re = nocase ? foldRe(it.ch) : void 0;
        return { t: "lit", id: id++, ch: it.ch, re, next };
      case "any":
      case "star":
        return { t: it.t, id: id++, next };
      case "class":
        return { t: "class", id: id++, re: it.re, next };
    }
    const alts = (next2) => it.alts.map((a) => seq(a, next2));
    switch (it.type) {
      case "@":
        return split(alts(next));
      case "?":
        return split([next, ...alts(next)]);
      case "!":
        return { t: "neg", id: id++, sub: split(alts(MATCH)), next };
    }
    const after2 = split([]);
    const entry3 = split(alts(after2));
    after2.out.push(next, entry3);
    return it.type === "*" ? after2 : entry3;
  };
  const start = seq(items, MATCH);
  return [start, id];
};
var show2 = (start) => {
  const lines3 = [];
  const seen = /* @__PURE__ */ new Set();
  const ref = (n) => n.t === "match" ? "match" : String(n.id);
  const walk = (n, indent) => {
    if (n.t === "match" || seen.has(n))
      return;
    seen.add(n);
    const line2 = (desc) => lines3.push(`${indent}${n.id}: ${desc}`);
    switch (n.t) {
      case "split":
        line2(`split -> ${n.out.map(ref).join(", ")}`);
        for (const o of n.out)
          walk(o, indent);
        return;
      case "neg":
        line2(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
        walk(n.sub, indent + "  ");
        return walk(n.next, indent);
      case "lit":
        line2(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
        break;
      case "class":
        line2(`${n.re} -> ${ref(n.next)}`);
        break;
      default:
        line2(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
    }
    walk(n.next, indent);
  };
  walk(start, "");
  return [`start -> ${ref(start)}`, ...lines3].join("\n");
};
var State = class {
  // set by the Sim, to mark the nodes that this state has
  gen;
  threads = [];
  match = false;
  runs = [];
  // the sorted ids of the threads, with 0 for a match, once the
  // state is done
  ids = [];
  constructor(gen) {
    this.gen = gen;
  }
  // no threads, so nothing more can match
  get dead() {
    return !this.threads.length && !this.match && !this.runs.length;
  }
};
var sameState = (a, b) => {
  if (a.ids.length !== b.ids.length)
    return false;
  if (a.runs.length !== b.runs.length)
    return false;
  if (a.ids.some((id, i) => id !== b.ids[i]))
    return false;
  return a.runs.every((r) => b.runs.some((o) => o.neg === r.neg && sameState(o.state, r.state)));
};
var marks = (size) => ({
  has: new Float64Array(size),
  seen: new Float64Array(size),
  gen: 0
});
var Sim = class {
  // `.` and `..` only match literal dots, even with `dot:true`
  dots;
  // the string starts with `.`, and `dot:true` is not set
  dotStart;
  #marks;
  constructor(dots, dotStart, marks2) {
    this.dots = dots;
    this.dotStart = dotStart;
    this.#marks = marks2;
  }
  state() {
    return new State(++this.#marks.gen);
  }
  // sort the ids of a state, once it has all of its threads
  done(state) {
    state.ids = state.threads.map((n) => n.id).sort((a, b) => a - b);
    if (state.match)
      state.ids.unshift(MATCH.id);
    return state;
  }
  // true the first time that the state walks through the node, so
  // that loops in the graph stop
  #visit(state, node) {
    const { seen } = this.#marks;
    if (seen[node.id] === state.gen)
      return false;
    seen[node.id] = state.gen;
    return true;
  }
  #addThread(state, node) {
    const { has } = this.#marks;
    if (has[node.id] === state.gen)
      return false;
    has[node.id] = state.gen;
    state.threads.push(node);
    return true;
  }
  // wildcards only match a leading dot if `dot:true`. In a negated
  // sub-pattern, this does not apply, because the negation itself
  // can not match a leading dot.
  restricted(i, top) {
    return top && (this.dots || this.dotStart && i === 0);
  }
  add(state, node, i, top) {
    switch (node.t) {
      case "split":
        if (!this.#visit(state, node))
          return;
        for (const o of node.out)
          this.add(state, o, i, top);
        return;
      case "neg":
        if (!this.#visit(state, node))
          return;
        const sub = this.state();
        this.add(sub, node.sub, i, false);
        this.done(sub);
        return this.addRun(state, { t: "run", neg: node, state: sub }, i, top);
      case "star":
        if (this.restricted(i, top))
          return;
        if (this.#addThread(state, node))
          this.add(state, node.next, i, top);
        return;
      case "match":
        state.match = true;
        return;
      default:
        this.#addThread(state, node);
    }
  }
  addRun(state, run, i, top) {
    for (const r of state.runs) {
      if (r.neg === run.neg && sameState(r.state, run.state))
        return;
    }
    state.runs.push(run);
    if (!run.state.match) {
      this.add(state, run.neg.next, i, top);
    }
  }
  // the threads after char `c`, at index `i`
  step(state, c, i, top) {
    const next = this.state();
    for (const th of state.threads) {
      switch (th.t) {
        case "lit":
          if (litMatch(th, c)) {
            this.add(next, th.next, i + 1, top);
          }
          break;
        case "any":
          if (!this.restricted(i, top))
            this.add(next, th.next, i + 1, top);
          break;
        case "class":
          if (!this.restricted(i, top) && th.re.test(c)) {
            this.add(next, th.next, i + 1, top);
          }
          break;
        case "star":
          if (!this.restricted(i, top))
            this.add(next, th, i + 1, top);
      }
    }
    if (!this.restricted(i, top)) {
      for (const run of state.runs) {
        if (run.state.dead) {
          this.addRun(next, run, i + 1, top);
          continue;
        }
        const sub = this.step(run.state, c, i, false);
        this.addRun(next, { t: "run", neg: run.neg, state: sub }, i + 1, top);
      }
    }
    return this.done(next);
  }
};
var stateKey = (state) => {
  const ids = state.ids.join();
  if (!state.runs.length)
    return ids;
  const runs = state.runs.map((r) => `${r.neg.id}(${stateKey(r.state)})`);
  return `${ids}|${runs.sort().join("|")}`;
};
var DFA_BUDGET = 1 << 18;
var Dfa = class {
  #start;
  #states = /* @__PURE__ */ new Map();
  #size = 0;
  #plain;
  #dotStart;
  #sim;
  #dotSim;
  constructor(start, marks2) {
    this.#start = start;
    this.#sim = new Sim(false, false, marks2);
    this.#dotSim = new Sim(false, true, marks2);
  }
  #make(state) {
    return {
      state,
      match: state.match,
      dead: state.dead,
      next: /* @__PURE__ */ new Map()
    };
  }
  #intern(state) {
    const key = stateKey(state);
    const found = this.#states.get(key);
    if (found)
      return found;
    if (this.#size > DFA_BUDGET)
      this.#clear();
    const d = this.#make(state);
    this.#states.set(key, d);
    this.#size += key.length + 1;
    return d;
  }
  #clear() {
    this.#states.clear();
    this.#size = 0;
    this.#plain = void 0;
    this.#dotStart = void 0;
  }
  start(dotStart) {
    if (dotStart) {
      if (this.#dotStart)
        return this.#dotStart;
      const state2 = this.#dotSim.state();
      this.#dotSim.add(state2, this.#start, 0, true);
      return this.#dotStart = this.#make(this.#dotSim.done(state2));
    }
    if (this.#plain)
      return this.#plain;
    const state = this.#sim.state();
    this.#sim.add(state, this.#start, 0, true);
    return this.#plain = this.#intern(this.#sim.done(state));
  }
  // the next state, after a miss in `d.ascii`
  next(d, c) {
    const code2 = c.charCodeAt(0);
    const found = code2 < 128 ? void 0 : d.next.get(c);
    if (found)
      return found;
    const n = d === this.#dotStart ? this.#intern(this.#dotSim.step(d.state, c, 0, true)) : this.#intern(this.#sim.step(d.state, c, 1, true));
    if (code2 < 128) {
      if (!d.ascii) {
        d.ascii = new Array(128);
        this.#size += 128;
      }
      d.ascii[code2] = n;
    } else {
      d.next.set(c, n);
    }
    this.#size++;
    return n;
  }
};
var linear = (start) => {
  const nodes = [];
  for (let n = start; n.t !== "match"; n = n.next) {
    if (n.t === "split" || n.t === "neg")
      return void 0;
    nodes.push(n);
  }
  return nodes;
};
var testLinear = (nodes, chars, start, end) => {
  let ni = 0;
  let ci = start;
  let starNi = -1;
  let starCi = 0;
  while (ci < end) {
    const n = nodes[ni];
    if (n?.t === "star") {
      starNi = ni++;
      starCi = ci;
      continue;
    }
    const c = chars[ci];
    if (n && (n.t === "any" || n.t === "lit" && litMatch(n, c) || n.t === "class" && n.re.test(c))) {
      ni++;
      ci++;
      continue;
    }
    if (starNi === -1)
      return false;
    ni = starNi + 1;
    ci = ++starCi;
  }
  while (nodes[ni]?.t === "star")
    ni++;
  return ni === nodes.length;
};
var lengths = (items) => {
  let min = 0;
  let max = 0;
  for (const it of items) {
    const [lo, hi] = itemLengths(it);
    min += lo;
    max += hi;
  }
  return [min, max];
};
var itemLengths = (it) => {
  if (it.t === "star")
    return [0, Infinity];
  if (it.t !== "ext")
    return [1, 1];
  if (it.type === "!")
    return [0, Infinity];
  const alts = it.alts.map(lengths);
  const min = Math.min(...alts.map((a) => a[0]));
  const max = Math.max(...alts.map((a) => a[1]));
  const loop = max === 0 ? 0 : Infinity;
  return it.type === "@" ? [min, max] : it.type === "?" ? [0, max] : it.type === "*" ? [0, loop] : [min, loop];
};
var hasAffix = (lits, chars, start) => {
  for (let j = 0; j < lits.length; j++) {
    if (!litMatch(lits[j], chars[start + j]))
      return false;
  }
  return true;
};
var slashOrSurrogate = /[/\ud800-\udfff]/;
var surrogate = /[\ud800-\udfff]/;
var codePoints = (s) => surrogate.test(s) ? [...s] : s;
var noSlash = (s) => {
  if (s.includes("/")) {
    throw new Error("can only match a single path portion, got: " + s);
  }
};
var Matcher = class {
  pattern;
  options;
  #start;
  // the number of node ids
  #size;
  #marks;
  // the Sim for strings that are only `.` or `..`
  #dotsSim;
  // the string to compare, if the pattern has no magic. With
  // `nocase:true`, the RegExp that folds case is made when it is
  // first used.
  #literal;
  #literalFold = false;
  #literalRe;
  // the nodes between the prefix and suffix, if the graph is a
  // single chain
  #linear;
  // the linear nodes are only `*` and `?`, so the length bounds and
  // the prefix and suffix decide the match
  #wild = false;
  // the least and most chars that a match can have
  #min = 0;
  #max = Infinity;
  // the literals that a match must start and end with. Each one
  // matches exactly one char, and they are distinct items in the
  // pattern, so a string that does not have them can not match.
  #prefix = [];
  #suffix = [];
  // the prefix and suffix as strings, if they do not fold case
  #prefixStr;
  #suffixStr;
  // there is a prefix or suffix to check
  #affix = false;
  #dfa;
  #form;
  constructor(pattern, options = {}) {
    if (pattern.includes("/")) {
      throw new Error("can only match a single path portion, got pattern: " + pattern);
    }
    this.pattern = pattern;
    this.options = options;
    const { nocase = false, noext = false, normalize: n } = options;
    this.#form = n === true ? "NFC" : n || void 0;
    const literal2 = /^[?*+@]\(\)$/.test(pattern);
    const toks = tokenize(pattern, nocase, noext || literal2, this.#form, options.rangeMark);
    let [items] = build2(toks, pair2(toks), 0, toks.length, true);
    if (this.#form)
      items = normalize(items, this.#form);
    const [start, size] = compile2(items, nocase);
    this.#start = start;
    this.#size = size;
    if (items.every((it) => it.t === "lit")) {
      this.#literal = items.map((it) => it.ch).join("");
      this.#literalFold = nocase;
    } else {
      const lit2 = (it) => it.t !== "lit" ? void 0 : nocase ? { ch: it.ch, re: foldRe(it.ch) } : { ch: it.ch };
      for (const it of items) {
        const l = lit2(it);
        if (!l)
          break;
        this.#prefix.push(l);
      }
      for (let j = items.length - 1; j >= 0; j--) {
        const l = lit2(items[j]);
        if (!l)
          break;
        this.#suffix.unshift(l);
      }
      this.#affix = !!(this.#prefix.length || this.#suffix.length);
      if (!nocase) {
        this.#prefixStr = this.#prefix.map((l) => l.ch).join("");
        this.#suffixStr = this.#suffix.map((l) => l.ch).join("");
      }
      this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || void 0);
      this.#wild = !!this.#linear?.every((n2) => n2.t === "star" || n2.t === "any");
      const [min, max] = lengths(items);
      this.#min = min;
      this.#max = max;
    }
  }
  test(s) {
    if (this.#form) {
      noSlash(s);
      return this.#test(s.normalize(this.#form));
    }
    if (slashOrSurrogate.test(s)) {
      noSlash(s);
      return this.#test(s, [...s]);
    }
    return this.#test(s, s);
  }
  /**
   * The same as {@link Matcher#test}, but the string is not checked
   * for `/` chars, so the result for a string that has one is not
   * defined. Only use it for a string that is known to be one path
   * portion, such as a part of a path that was split on `/`. It can
   * be faster, because some patterns do not need to look at each char
   * of the string.
   */
  testUnchecked(s) {
    return this.#test(this.#form ? s.normalize(this.#form) : s);
  }
  // Test a string that has no `/`. `chars` indexes it by code point.
  // If it is not given, it is only found if a step needs it.
  #test(s, chars) {
    if (this.#literal !== void 0) {
      return this.#literalFold ? (this.#literalRe ??= newFoldRe(this.#literal)).test(s) : s === this.#literal;
    }
    const min = this.#min;
    const max = this.#max;
    if (chars === void 0) {
      const most = s.length;
      const least = most + 1 >> 1;
      if (most < min || least > max)
        return false;
      if (least < min || most > max)
        chars = codePoints(s);
    }
    if (chars !== void 0 && (chars.length < min || chars.length > max)) {
      return false;
    }
    const prefix2 = this.#prefix.length;
    if (this.#affix) {
      if (this.#prefixStr !== void 0 && this.#suffixStr !== void 0) {
        if (!s.startsWith(this.#prefixStr) || !s.endsWith(this.#suffixStr)) {
          return false;
        }
      } else {
        chars ??= codePoints(s);
        const end = chars.length - this.#suffix.length;
        if (!hasAffix(this.#prefix, chars, 0) || !hasAffix(this.#suffix, chars, end)) {
          return false;
        }
      }
    }
    const dotStart = !this.options.dot && s.startsWith(".");
    if (this.#linear) {
      if (s === "." || s === "..")
        return false;
      if (dotStart && !prefix2)
        return false;
      if (this.#wild)
        return true;
      chars ??= codePoints(s);
      const end = chars.length - this.#suffix.length;
      return testLinear(this.#linear, chars, prefix2, end);
    }
    chars ??= codePoints(s);
    if (s === "." || s === "..") {
      this.#marks ??= marks(this.#size);
      const sim = this.#dotsSim ??= new Sim(true, false, this.#marks);
      const start = sim.state();
      sim.add(start, this.#start, 0, true);
      let state = sim.done(start);
      for (let i = 0; i < chars.length; i++) {
        state = sim.step(state, chars[i], i, true);
      }
      return state.match;
    }
    this.#marks ??= marks(this.#size);
    const dfa = this.#dfa ??= new Dfa(this.#start, this.#marks);
    let d = dfa.start(dotStart);
    const str = chars === s;
    for (let i = 0; i < chars.length; i++) {
      if (d.dead)
        return false;
      const code2 = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
      d = d.ascii?.[code2] ?? dfa.next(d, chars[i]);
    }
    return d.match;
  }
  /** a readable listing of the state machine */
  toString() {
    return show2(this.#start);
  }
};

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
var MAX_PATTERN_LENGTH = 1024 * 64;
var assertValidPattern = (pattern) => {
  if (typeof pattern !== "string") {
    throw new TypeError("invalid pattern");
  }
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new TypeError("pattern is too long");
  }
};

// node_modules/minimatch/dist/esm/escape.js
var escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
  const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
  const c = e.charAt(0);
  if (c === "#") {
    return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
  }
  if (c === "!") {
    return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
  }
  return e;
};

// node_modules/minimatch/dist/esm/unescape.js
var unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
  if (windowsPathsNoEscape && s.startsWith("@(!)")) {
    return "!" + unescape(s.slice(4), { windowsPathsNoEscape, magicalBraces });
  }
  if (magicalBraces) {
    return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
  }
  return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
};

// node_modules/minimatch/dist/esm/index.js
var DEFAULT_BRACE_EXPAND_MAX = 1e5;
var DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
var AWE_KEY = "allowWindowsEscape";
var minimatch = (p, pattern, options) => {
  assertValidPattern(pattern);
  if (!options?.nocomment && pattern.charAt(0) === "#") {
    return false;
  }
  return cachedMinimatch(pattern, options).match(p);
};
var cache = /* @__PURE__ */ new Map();
var oldCache = /* @__PURE__ */ new Map();
var cacheSize = 0;
var cacheTotalWeight = 0;
var cacheMax = 256;
var cacheMaxWeight = 1 << 15;
var cacheMaxEntryWeight = 1 << 12;
var cacheWeight = (mm) => {
  let w = mm.pattern.length;
  for (const s of mm.globSet) {
    w += s.length + 1;
    if (w > cacheMaxEntryWeight)
      break;
  }
  return w;
};
var tri = (v) => v === void 0 ? 0 : v ? 2 : 1;
var booleanWeights = new Map(Object.keys({
  nobrace: 0,
  nocomment: 0,
  nonegate: 0,
  noglobstar: 0,
  noext: 0,
  nonull: 0,
  partial: 0,
  dot: 0,
  nocase: 0,
  nocaseMagicOnly: 0,
  magicalBraces: 0,
  matchBase: 0,
  flipNegate: 0,
  preserveMultipleSlashes: 0,
  windowsNoMagicRoot: 0
}).map((k, i) => [k, 24 * 3 ** i]));
var optionsKey = (o) => {
  let n = 0;
  let wpe = false;
  for (const k in o) {
    const v = o[k];
    switch (k) {
      // the same test as the Minimatch constructor
      case "windowsPathsNoEscape":
        if (v)
          wpe = true;
        break;
      case AWE_KEY:
        if (v === false)
          wpe = true;
        break;
      case "platform": {
        const p = v || defaultPlatform;
        if (p === defaultPlatform)
          break;
        if (p === "darwin")
          n += 3;
        else if (p === "win32")
          n += 6;
        else if (p === "linux")
          n += 9;
        else
          return JSON.stringify(o);
        break;
      }
      case "optimizationLevel":
        if (v === void 0)
          break;
        n += v >= 2 ? 1 : v >= 1 ? 0 : 2;
        break;
      case "braceExpandMax":
        if (v !== void 0 && v !== DEFAULT_BRACE_EXPAND_MAX) {
          return JSON.stringify(o);
        }
        break;
      case "maxGlobstarRecursion":
        if (v !== void 0 && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) {
          return JSON.stringify(o);
        }
        break;
      case "normalize":
        if (v !== void 0)
          return JSON.stringify(o);
        break;
      default:
        n += (booleanWeights.get(k) ?? 0) * tri(v);
    }
  }
  return wpe ? n + 12 : n;
};
var copyOptions = (o) => {
  const copy = {};
  for (const k in o)
    copy[k] = o[k];
  return copy;
};
var cachedMinimatch = (pattern, options) => {
  const key = options ? optionsKey(options) : 0;
  let mm = cache.get(key)?.get(pattern);
  if (mm)
    return mm;
  mm = oldCache.get(key)?.get(pattern) ?? new Minimatch(pattern, copyOptions(options));
  const weight2 = cacheWeight(mm);
  if (weight2 > cacheMaxEntryWeight)
    return mm;
  if (cacheSize >= cacheMax || cacheTotalWeight + weight2 > cacheMaxWeight) {
    oldCache = cache;
    cache = /* @__PURE__ */ new Map();
    cacheSize = 0;
    cacheTotalWeight = 0;
  }
  let byPattern = cache.get(key);
  if (!byPattern)
    cache.set(key, byPattern = /* @__PURE__ */ new Map());
  byPattern.set(pattern, mm);
  cacheSize++;
  cacheTotalWeight += weight2;
  return mm;
};
var defaultPlatform = typeof process === "object" && process ? process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
var path = {
  win32: { sep: "\\" },
  posix: { sep: "/" }
};
var sep = defaultPlatform === "win32" ? path.win32.sep : path.posix.sep;
minimatch.sep = sep;
var GLOBSTAR = /* @__PURE__ */ Symbol("globstar **");
minimatch.GLOBSTAR = GLOBSTAR;
var filter = (pattern, options) => {
  let mm;
  return (p) => (mm ??= cachedMinimatch(pattern, options)).match(p);
};
minimatch.filter = filter;
var ext = (a, b = {}) => Object.assign({}, a, b);
var defaults = (def) => {
  if (!def || typeof def !== "object" || !Object.keys(def).length) {
    return minimatch;
  }
  const orig = minimatch;
  const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
  return Object.assign(m, {
    Minimatch: class Minimatch extends orig.Minimatch {
      constructor(pattern, options = {}) {
        super(pattern, ext(def, options));
      }
      static defaults(options) {
        return orig.defaults(ext(def, options)).Minimatch;
      }
    },
    unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
    escape: (s, options = {}) => orig.escape(s, ext(def, options)),
    filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
    defaults: (options) => orig.defaults(ext(def, options)),
    braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
    match: (list4, pattern, options = {}) => orig.match(list4, pattern, ext(def, options)),
    sep: orig.sep,
    GLOBSTAR
  });
};
minimatch.defaults = defaults;
var braceExpand = (pattern, options = {}) => {
  assertValidPattern(pattern);
  if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) {
    return [pattern];
  }
  let p = pattern.replace(/\\\\/g, "\\\\\\\\");
  if (options.windowsPathsNoEscape || options[AWE_KEY] === false) {
    p = p.replace(/\[([{}])\]/g, "[\\$1]");
  }
  return expand2(p, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
var RANGE_MIN = 100;
var rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
var inRepeatOrNegExt = (portion, mark) => {
  const stack = [];
  for (let i = 0; i < portion.length; i++) {
    const c = portion.charAt(i);
    if (c === "\\") {
      i++;
    } else if (c === mark) {
      if (stack.some((t) => t !== "@" && t !== "?"))
        return true;
    } else if (portion.charAt(i + 1) === "(" && "!?+*@".includes(c)) {
      stack.push(c);
      i++;
    } else if (c === ")") {
      stack.pop();
    }
  }
  return false;
};
var match2 = (list4, pattern, options = {}) => {
  const mm = new Minimatch(pattern, options);
  list4 = list4.filter((f) => mm.match(f));
  if (mm.options.nonull && !list4.length) {
    list4.push(pattern);
  }
  return list4;
};
minimatch.match = match2;
var globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
var classEnd = (pattern, start) => {
  let i = start + 1;
  if (pattern.charAt(i) === "!" || pattern.charAt(i) === "^")
    i++;
  let sawStart = false;
  for (; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "]" && sawStart)
      return i;
    sawStart = true;
    if (c === "\\")
      i++;
  }
  return -1;
};
var literal = (pattern, noext) => {
  if (!noext && (pattern === "+()" || pattern === "@()"))
    return pattern;
  let lit2 = "";
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      lit2 += pattern.charAt(++i) || c;
    } else if (c === "*" || c === "?") {
      return void 0;
    } else if (c === "[") {
      const close3 = classEnd(pattern, i);
      if (close3 === -1) {
        lit2 += c;
        continue;
      }
      let body2 = pattern.slice(i + 1, close3);
      if (body2.startsWith("\\"))
        body2 = body2.slice(1);
      if ([...body2].length !== 1 || "!^".includes(pattern.charAt(i + 1))) {
        return void 0;
      }
      lit2 += body2;
      i = close3;
    } else if (!noext && "+@!".includes(c) && pattern.charAt(i + 1) === "(" && pattern.includes(")", i + 2)) {
      return void 0;
    } else {
      lit2 += c;
    }
  }
  return lit2;
};
var MAX_EXTGLOBS = 256;
var extglobCount = (pattern) => {
  let n = 0;
  for (let i = 0; i < pattern.length - 1; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      i++;
    } else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
      n++;
      i++;
    }
  }
  return n;
};
var assertValidExtglobs = (pattern) => {
  if (extglobCount(pattern) > MAX_EXTGLOBS) {
    throw new TypeError("pattern has too many extglobs");
  }
};
var extSafe = (pattern) => {
  if (/^[?*+@]\(\)$/.test(pattern) || pattern.includes("[:"))
    return false;
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      if (++i === pattern.length)
        return false;
    } else if (c === "[") {
      const close3 = classEnd(pattern, i);
      if (close3 !== -1)
        i = close3;
    } else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
      depth++;
      i++;
    } else if (c === ")") {
      if (!depth--)
        return false;
    } else if (c === "|" && !depth) {
      return false;
    }
  }
  return !depth;
};
var lastSplit;
var lastChecked;
var portionMatch = (p, f) => typeof p === "string" ? f === p : f !== "" && p.testUnchecked(f);
var endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart : prev !== void 0 && portionMatch(p, prev) ? prevStart : -1;
var isDots = (p) => p === "." || p === "..";
var isDrive = (p) => typeof p === "string" && /^[a-z]:$/i.test(p);
var isLongUNC = (p) => typeof p === "string" && /^unc$/i.test(p);
var uncHost = (p) => {
  if (p[0] !== "" || p[1] !== "")
    return -1;
  const h2 = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
  const host = p[h2];
  const share = p[h2 + 1];
  return h2 !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h2 : -1;
};
var walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
var dotPortion = (f, start, end, dot, sep5) => {
  for (let k = start; k < end; ) {
    if (f.charCodeAt(k) === 46) {
      if (!dot)
        return true;
      const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
      if (n >= end || isSep(f.charCodeAt(n), sep5))
        return true;
    }
    const s = nextSep(f, k, sep5);
    if (s === -1)
      return false;
    k = s + 1;
    while (k < end && isSep(f.charCodeAt(k), sep5))
      k++;
  }
  return false;
};
var isSep = (c, sep5) => sep5 === "/" ? c === 47 : sep5 === "\\" ? c === 92 : c === 47 || c === 92;
var nextSep = (f, from, sep5) => {
  if (sep5 !== "both")
    return f.indexOf(sep5, from);
  const s = f.indexOf("/", from);
  const b = f.indexOf("\\", from);
  return s === -1 ? b : b === -1 ? s : Math.min(s, b);
};
var lastSep = (f, from, sep5) => sep5 !== "both" ? f.lastIndexOf(sep5, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
var PENDING = {};
var Minimatch = class {
  options;
  set;
  pattern;
  windowsPathsNoEscape;
  nonegate;
  negate;
  comment;
  empty;
  preserveMultipleSlashes;
  partial;
  globSet;
  globParts;
  nocase;
  isWindows;
  platform;
  windowsNoMagicRoot;
  maxGlobstarRecursion;
  // the path can be checked against the last portion, and the string
  // portions, of each row before it is split. See #canMatch.
  #endCheck;
  #literalCheck;
  // level 2 resolves `.` and `..` portions in the path
  #level2;
  // the unicode normalization form, if any
  #form;
  // the string portions of each row in the set
  #literals = [];
  // the rows that #canMatch can match without splitting the path
  #shapes = [];
  // the rows whose last portion can be checked against the path's
  #endRows = [];
  // brace expansion can make the same portion in many rows, so they
  // share one Matcher, and the states that it caches
  #matchers = /* @__PURE__ */ new Map();
  // parse() returns PENDING in place of a Matcher
  #pending = false;
  // the char that marks numeric ranges in globSet, if any
  #rangeMark;
  // the GlobstarParts of each pattern row, by start index and partial
  #globstarParts = /* @__PURE__ */ new WeakMap();
  constructor(pattern, options = {}) {
    assertValidPattern(pattern);
    options = options || {};
    this.options = options;
    this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
    this.pattern = pattern;
    this.platform = options.platform || defaultPlatform;
    this.isWindows = this.platform === "win32";
    this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
    if (this.windowsPathsNoEscape) {
      this.pattern = this.pattern.replace(/\\/g, "/");
    }
    this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
    this.negate = false;
    this.nonegate = !!options.nonegate;
    this.comment = false;
    this.empty = false;
    this.partial = !!options.partial;
    this.nocase = !!this.options.nocase;
    this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
    this.globSet = [];
    this.globParts = [];
    this.set = [];
    this.#endCheck = !this.preserveMultipleSlashes;
    this.#level2 = (options.optimizationLevel ?? 1) >= 2;
    const n = options.normalize;
    this.#form = n === true ? "NFC" : n || void 0;
    this.make();
    const drives = this.set.map((row2) => this.#rootIndex(row2));
    this.#endRows = this.set.map((row2, r) => this.#endCheck && row2.length - 1 > drives[r]);
    this.#literals = this.set.map((row2, r) => {
      const end = this.#endRows[r] ? row2.length - 1 : row2.length;
      const lits = row2.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
      return [...new Set(lits)];
    });
    this.#literalCheck = this.#literals.some((l) => l.length);
    this.#shapes = this.set.map((row2, r) => {
      const [p0, p1, p2] = row2;
      if (this.#endRows[r] && row2.length === 2) {
        if (p0 === GLOBSTAR && p1 !== GLOBSTAR)
          return "tail";
      }
      if (this.#endRows[r] && options.matchBase && row2.length === 1 && p0 !== GLOBSTAR && p0 !== "") {
        return "base";
      }
      if (!this.#endCheck || drives[r] !== -1)
        return void 0;
      if (row2.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && // the portion between is only matched below this limit
      this.maxGlobstarRecursion > 0) {
        return "mid";
      }
      if (row2.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") {
        return "head";
      }
      return void 0;
    });
  }
  // a string portion of a pattern, normalized if the option is set
  #norm(p) {
    return this.#form ? p.normalize(this.#form) : p;
  }
  // On Windows, the index of the last root portion of a row, as
  // #matchRow finds it: 0 for `c:/...`, 3 for `//?/c:/...` and
  // `//host/share/...`, and 5 for `//?/UNC/host/share/...`. Otherwise
  // -1.
  #rootIndex(row2) {
    if (!this.isWindows)
      return -1;
    if (isDrive(row2[0]))
      return 0;
    const uncDrive = row2[0] === "" && row2[1] === "" && row2[2] === "?" && isDrive(row2[3]);
    if (uncDrive)
      return 3;
    const h2 = uncHost(row2);
    return h2 === -1 ? -1 : h2 + 1;
  }
  hasMagic() {
    if (this.options.magicalBraces && this.set.length > 1) {
      return true;
    }
    for (const pattern of this.set) {
      for (const part3 of pattern) {
        if (typeof part3 !== "string")
          return true;
      }
    }
    return false;
  }
  make() {
    const pattern = this.pattern;
    const options = this.options;
    if (!options.nocomment && pattern.charAt(0) === "#") {
      this.comment = true;
      return;
    }
    if (!pattern) {
      this.empty = true;
      return;
    }
    this.parseNegate();
    this.globSet = [...new Set(this.#expandBraces())];
    const rawGlobParts = this.globSet.map((s) => this.#slashSplit(s));
    this.globParts = this.preprocess(rawGlobParts);
    this.#pending = true;
    let set = this.globParts.map((s, _, __) => {
      if (this.isWindows && this.windowsNoMagicRoot) {
        const n = s[2] === "?" && isLongUNC(s[3]) ? 6 : 4;
        const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && s.slice(3, n).every((p) => !globMagic.test(p));
        const isDrive2 = /^[a-z]:/i.test(s[0]);
        if (isUNC) {
          return [
            ...s.slice(0, n).map((p) => this.#norm(p)),
            ...s.slice(n).map((ss) => this.parse(ss))
          ];
        } else if (isDrive2) {
          return [
            this.#norm(s[0]),
            ...s.slice(1).map((ss) => this.parse(ss))
          ];
        }
      }
      return s.map((ss) => this.parse(ss));
    });
    this.set = set.filter((s) => s.indexOf(false) === -1);
    if (this.isWindows) {
      for (let i = 0; i < this.set.length; i++) {
        const p = this.set[i];
        if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
          if (isLongUNC(this.globParts[i][3]))
            p[3] = "UNC";
          p[2] = "?";
        }
      }
    }
    if (!options.noext)
      this.mergeRows();
    this.#pending = false;
    this.set.forEach((row2, i) => {
      for (let k = 0; k < row2.length; k++) {
        if (row2[k] === PENDING) {
          row2[k] = this.parse(this.globParts[i][k]);
        }
      }
    });
  }
  // Merge rows that only differ in one portion, where each of them
  // is a Matcher, into one row that matches any of them with
  // `@(a|b|...)`. Then a path is only walked once for all of them,
  // for example with `**/*.{js,ts}`.
  mergeRows() {
    let merged = true;
    while (merged) {
      merged = false;
      if (this.set.length < 2)
        return;
      let keys = this.#mergeKeys();
      const len = Math.max(0, ...this.set.map((r) => r.length));
      for (let k = 0; k < len; k++) {
        const groups2 = /* @__PURE__ */ new Map();
        const R = this.set.length + 1;
        this.set.forEach((row2, i) => {
          if (!(row2[k] instanceof Matcher || row2[k] === PENDING) || !extSafe(this.globParts[i][k])) {
            return;
          }
          const { pre, suf } = keys[i];
          const key = pre[k] * R + suf[k + 1];
          const g = groups2.get(key);
          if (g)
            g.push(i);
          else
            groups2.set(key, [i]);
        });
        const drop = /* @__PURE__ */ new Set();
        for (const g of groups2.values()) {
          if (g.length < 2)
            continue;
          const [first, ...rest] = g;
          const alts = g.map((i) => this.globParts[i][k]);
          const glob = `@(${alts.join("|")})`;
          if (extglobCount(glob) > MAX_EXTGLOBS)
            continue;
          this.globParts[first][k] = glob;
          this.set[first][k] = this.parse(glob);
          for (const i of rest)
            drop.add(i);
        }
        if (drop.size) {
          merged = true;
          this.set = this.set.filter((_, i) => !drop.has(i));
          this.globParts = this.globParts.filter((_, i) => !drop.has(i));
          if (this.set.length < 2)
            return;
          keys = this.#mergeKeys();
        }
      }
    }
  }
  // For each row, number ids for its prefixes and suffixes, such that
  // pre[k] identifies parts[0..k) and suf[k] identifies parts[k..n).
  // Two rows are the same other than at portion k exactly when they
  // have the same pre[k] and suf[k + 1]. This is linear in the size of
  // the rows, where joining the whole row for every k was quadratic.
  #mergeKeys() {
    const partIds = /* @__PURE__ */ new Map();
    const ids = this.globParts.map((parts) => parts.map((s) => {
      let id = partIds.get(s);
      if (id === void 0)
        partIds.set(s, id = partIds.size);
      return id;
    }));
    const P = partIds.size;
    const len = Math.max(0, ...ids.map((r) => r.length));
    const keys = ids.map((r) => ({
      pre: [0],
      suf: new Array(r.length + 1).fill(0)
    }));
    for (let k = 0; k < len; k++) {
      const m = /* @__PURE__ */ new Map();
      ids.forEach((r, i) => {
        if (k >= r.length)
          return;
        const { pre } = keys[i];
        const key = pre[k] * P + r[k];
        let id = m.get(key);
        if (id === void 0)
          m.set(key, id = m.size + 1);
        pre.push(id);
      });
    }
    for (let k = len - 1; k >= 0; k--) {
      const m = /* @__PURE__ */ new Map();
      ids.forEach((r, i) => {
        if (k >= r.length)
          return;
        const { suf } = keys[i];
        const key = suf[k + 1] * P + r[k];
        let id = m.get(key);
        if (id === void 0)
          m.set(key, id = m.size + 1);
        suf[k] = id;
      });
    }
    return keys;
  }
  // various transforms to equivalent pattern sets that are
  // faster to process in a filesystem walk.  The goal is to
  // eliminate what we can, and push all ** patterns as far
  // to the right as possible, even if it increases the number
  // of patterns that we have to process.
  preprocess(globParts) {
    if (this.options.noglobstar) {
      for (const partset of globParts) {
        for (let j = 0; j < partset.length; j++) {
          if (partset[j] === "**") {
            partset[j] = "*";
          }
        }
      }
    }
    const { optimizationLevel = 1 } = this.options;
    if (optimizationLevel >= 2) {
      globParts = this.firstPhasePreProcess(globParts);
      globParts = this.secondPhasePreProcess(globParts);
    } else if (optimizationLevel >= 1) {
      globParts = this.levelOneOptimize(globParts);
    } else {
      globParts = this.adjascentGlobstarOptimize(globParts);
    }
    return globParts;
  }
  // just get rid of adjascent ** portions
  adjascentGlobstarOptimize(globParts) {
    return globParts.map((parts) => {
      let gs = -1;
      while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
        let i = gs;
        while (parts[i + 1] === "**") {
          i++;
        }
        if (i !== gs) {
          parts.splice(gs, i - gs);
        }
      }
      return parts;
    });
  }
  // get rid of adjascent ** and resolve .. portions
  levelOneOptimize(globParts) {
    return globParts.map((parts) => {
      const root = this.#rootIndex(parts) + 1;
      parts = parts.reduce((set, part3) => {
        const prev = set[set.length - 1];
        if (part3 === "**" && prev === "**") {
          return set;
        }
        if (part3 === "..") {
          if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
            set.pop();
            return set;
          }
        }
        set.push(part3);
        return set;
      }, []);
      return parts.length === 0 ? [""] : parts;
    });
  }
  // Check the path against each row before it is split. 'no' if no
  // row can match, so it does not need to be split. 'yes' if a row of
  // `**` and one more portion matches. 'maybe' if it must be split to
  // know. None of this applies with partial, where the path can end
  // before the row does.
  //
  // On Windows, `\` is a separator in the path too, and the portions of
  // a row up to its drive letter or UNC share are not checked (see
  // #rootIndex).
  //
  // Each string portion of a row must be a portion of the path, so the
  // path must contain it. Level 2 can only take portions out of the
  // path, so this is still true then.
  //
  // The last portion of a row must match the last portion of the path,
  // or the one before a trailing `/` (as a/* and a/**/* match a/b/).
  // This does not apply to rows that end in **, rows that end in a
  // root, or preserveMultipleSlashes (which can leave more
  // than one '' at the end). At level 2, it does not apply if that
  // portion is `.` or `..`, which can be
  // resolved away. Level 2 only takes other portions out of the
  // middle of the path.
  //
  // A row of `**/x` then matches if the ** can walk the portions
  // before the one that x matches, the same as #matchGlobstar. At
  // level 2, this is only known if none of them are `.` or `..`, so
  // that the path does not change when it is resolved.
  #canMatch(f) {
    const sep5 = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
    let ends = this.#endCheck ? 0 : -1;
    let last = "";
    let lastStart = 0;
    let prev;
    let prevStart = 0;
    const dot = !!this.options.dot;
    ROWS: for (let r = 0; r < this.set.length; r++) {
      const row2 = this.set[r];
      const p = row2[row2.length - 1];
      let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
      if (end && ends === 0) {
        const i = lastSep(f, f.length, sep5);
        lastStart = i + 1;
        last = f.slice(lastStart);
        if (last === "" && i >= 0) {
          let j = i;
          while (j > 0 && isSep(f.charCodeAt(j - 1), sep5))
            j--;
          prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep5) + 1;
          prev = f.slice(prevStart, j);
        }
        const resolves = this.#level2 && (isDots(last) || last === "" && prev !== void 0 && isDots(prev));
        ends = resolves ? -1 : 1;
        end = !resolves;
      }
      let tailStart = -1;
      if (end && typeof p === "string") {
        tailStart = endIndex(p, last, lastStart, prev, prevStart);
        if (tailStart === -1)
          continue;
      }
      if (this.#literalCheck) {
        for (const l of this.#literals[r]) {
          if (!f.includes(l))
            continue ROWS;
        }
      }
      if (end && typeof p === "object") {
        tailStart = endIndex(p, last, lastStart, prev, prevStart);
        if (tailStart === -1)
          continue;
      }
      const shape = this.#shapes[r];
      if (shape === "base" && end)
        return "yes";
      if (shape === "tail" && end) {
        if (this.#level2 && dotPortion(f, 0, tailStart, true, sep5)) {
          return "maybe";
        }
        if (!dotPortion(f, 0, tailStart, dot, sep5))
          return "yes";
        continue;
      }
      if (shape === "mid" || shape === "head") {
        const m = this.#walk(f, row2, shape === "head", dot, sep5);
        if (m !== "no")
          return m;
        continue;
      }
      return "maybe";
    }
    return "no";
  }
  // Match a row of a known shape against the split path, the same as
  // #matchGlobstar and #matchGlobStarBodySections do. None of these
  // rows have a drive letter, so they start at the first portion.
  #matchShape(file, row2, shape) {
    const dot = !!this.options.dot;
    const n = file.length;
    if (shape === "head") {
      if (n < 2 || !portionMatch(row2[0], file[0])) {
        return false;
      }
      for (let i = 1; i < n; i++)
        if (!walkable(file[i], dot))
          return false;
      return true;
    }
    const x = row2[1];
    if (shape === "tail") {
      let t = n - 1;
      if (!portionMatch(x, file[t])) {
        if (file[t] !== "" || n === 1 || !portionMatch(x, file[--t])) {
          return false;
        }
      }
      for (let i = 0; i < t; i++)
        if (!walkable(file[i], dot))
          return false;
      return true;
    }
    for (let k = 0; k < n; k++) {
      if (portionMatch(x, file[k]) && k + 1 < n) {
        let i = k + 1;
        while (i < n && walkable(file[i], dot))
          i++;
        if (i === n)
          return true;
      }
      if (!walkable(file[k], dot))
        return false;
    }
    return false;
  }
  // Match a row of `**/x/**` or `x/**` against the path, the same as
  // #matchGlobstar and #matchGlobStarBodySections do once it is split.
  // x must match a portion (the first one, for `x/**`), the ** before
  // it must be able to walk the portions before that one, and there
  // must be a portion after it, which the ** after it can walk. At
  // level 2, this is only known if no portion is `.` or `..`.
  #walk(f, row2, head, dot, sep5) {
    if (this.#level2 && dotPortion(f, 0, f.length, true, sep5))
      return "maybe";
    const x = row2[head ? 0 : 1];
    let s = 0;
    for (let e = nextSep(f, s, sep5); e !== -1; e = nextSep(f, s, sep5)) {
      let next = e + 1;
      while (next < f.length && isSep(f.charCodeAt(next), sep5))
        next++;
      const hit = typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e));
      if (hit && !dotPortion(f, next, f.length, dot, sep5))
        return "yes";
      if (head || dotPortion(f, s, next, dot, sep5))
        return "no";
      s = next;
    }
    return "no";
  }
  // the last split, if it was the same path with the same split
  // settings
  #cachedSplit(f) {
    const last = lastSplit;
    return last?.f === f && last.isWindows === this.isWindows && last.preserveMultipleSlashes === this.preserveMultipleSlashes && last.normalize === this.#form ? last : void 0;
  }
  // split a path for match(), and keep the parts for the next call
  #split(f) {
    const { isWindows, preserveMultipleSlashes } = this;
    let parts = this.#slashSplit(isWindows ? f.split("\\").join("/") : f);
    const normalize2 = this.#form;
    if (normalize2)
      parts = parts.map((p) => p.normalize(normalize2));
    lastSplit = {
      f,
      isWindows,
      preserveMultipleSlashes,
      normalize: normalize2,
      parts
    };
    return lastSplit;
  }
  // resolve `.` and `..` portions of a path, for level 2
  #levelTwoFileOptimize(file) {
    const parts = [...file];
    let didSomething = false;
    do {
      didSomething = false;
      if (!this.preserveMultipleSlashes) {
        for (let i = 1; i < parts.length - 1; i++) {
          const p = parts[i];
          if (i === 1 && p === "" && parts[0] === "")
            continue;
          if (p === "." || p === "") {
            didSomething = true;
            parts.splice(i, 1);
            i--;
          }
        }
        if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
          didSomething = true;
          parts.pop();
        }
      }
      const root = this.#rootIndex(parts) + 1;
      let dd = root;
      while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
        const p = parts[dd - 1];
        if (p && p !== "." && p !== ".." && p !== "**") {
          didSomething = true;
          parts.splice(dd - 1, 2);
          dd = Math.max(dd - 2, root);
        }
      }
    } while (didSomething);
    return parts.length === 0 ? [""] : parts;
  }
  // First phase: single-pattern processing
  // <pre> is 1 or more portions
  // <rest> is 1 or more portions
  // <p> is any portion other than ., .., '', or **
  // <e> is . or ''
  //
  // **/.. is *brutal* for filesystem walking performance, because
  // it effectively resets the recursive walk each time it occurs,
  // and ** cannot be reduced out by a .. pattern part like a regexp
  // or most strings (other than .., ., and '') can be.
  //
  // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
  // <pre>/<e>/<rest> -> <pre>/<rest>
  // <pre>/<p>/../<rest> -> <pre>/<rest>
  // **/**/<rest> -> **/<rest>
  //
  // **/*/<rest> -> */**/<rest> <== not valid because ** doesn't follow
  // this WOULD be allowed if ** did follow symlinks, or * didn't
  firstPhasePreProcess(globParts) {
    const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
    let splitCells = 0;
    const maxSplitCells = 1e6;
    let didSomething = false;
    do {
      didSomething = false;
      for (let parts of globParts) {
        let gs = -1;
        while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
          let gss = gs;
          while (parts[gss + 1] === "**") {
            gss++;
          }
          if (gss > gs) {
            parts.splice(gs + 1, gss - gs);
          }
          let next = parts[gs + 1];
          const p = parts[gs + 2];
          const p2 = parts[gs + 3];
          if (next !== "..")
            continue;
          if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") {
            continue;
          }
          const addedCells = parts.length - 1;
          if (globParts.length >= braceExpandMax || splitCells + addedCells > maxSplitCells) {
            throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
          }
          didSomething = true;
          parts.splice(gs, 1);
          const other = parts.slice(0);
          other[gs] = "**";
          splitCells += addedCells;
          globParts.push(other);
          gs--;
        }
        if (!this.preserveMultipleSlashes) {
          for (let i = 1; i < parts.length - 1; i++) {
            const p = parts[i];
            if (i === 1 && p === "" && parts[0] === "")
              continue;
            if (p === "." || p === "") {
              didSomething = true;
              parts.splice(i, 1);
              i--;
            }
          }
          if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
            didSomething = true;
            parts.pop();
          }
        }
        const root = this.#rootIndex(parts) + 1;
        let dd = root;
        while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
          const p = parts[dd - 1];
          if (p && p !== "." && p !== ".." && p !== "**") {
            didSomething = true;
            const needDot = dd === 1 && parts[dd + 1] === "**";
            const splin = needDot ? ["."] : [];
            parts.splice(dd - 1, 2, ...splin);
            if (parts.length === 0)
              parts.push("");
            dd = Math.max(dd - 2, root);
          }
        }
      }
    } while (didSomething);
    return globParts;
  }
  // second phase: multi-pattern dedupes
  // {<pre>/<rest>,<pre>/<rest>} -> <pre>/<rest>
  // {<pre>/*/<rest>,<pre>/<p>/<rest>} -> <pre>/*/<rest>
  secondPhasePreProcess(globParts) {
    const keys = /* @__PURE__ */ new Set();
    const rows = globParts.filter((parts) => {
      const key = parts.join("/");
      if (keys.has(key))
        return false;
      keys.add(key);
      return true;
    });
    const stars = /* @__PURE__ */ new Map();
    for (const parts of rows) {
      const s = [];
      for (let i = 0; i < parts.length; i++) {
        if (parts[i] === "*")
          s.push(i);
      }
      if (s.length)
        stars.set(s.join(","), s);
    }
    if (!stars.size || rows.length * stars.size > 1e5)
      return rows;
    const { dot } = this.options;
    return rows.filter((parts) => {
      for (const s of stars.values()) {
        if (s[s.length - 1] >= parts.length)
          continue;
        const c = [...parts];
        let ok = true;
        let changed = false;
        for (const i of s) {
          const p = parts[i];
          if (p === "*")
            continue;
          if (!p || p === "**" || !dot && p.startsWith(".")) {
            ok = false;
            break;
          }
          c[i] = "*";
          changed = true;
        }
        if (ok && changed && keys.has(c.join("/")))
          return false;
      }
      return true;
    });
  }
  parseNegate() {
    if (this.nonegate)
      return;
    const pattern = this.pattern;
    let negate = false;
    let negateOffset = 0;
    for (let i = 0; i < pattern.length && pattern.charAt(i) === "!"; i++) {
      negate = !negate;
      negateOffset++;
    }
    if (negateOffset)
      this.pattern = pattern.slice(negateOffset);
    this.negate = negate;
  }
  // Match the parts of a path against one row of the set. `resolved`
  // is the parts after level 2 resolves `.` and `..` in them, or the
  // same parts below level 2. Set partial to true to test if, for
  // example, "/a/b" matches the start of "/*/b/*/d". Partial means, if
  // you run out of file before you run out of pattern, then that's
  // fine, as long as all the parts match.
  #matchRow(file, resolved2, pattern, partial) {
    let fileStartIndex = 0;
    let patternStartIndex = 0;
    const fh = this.isWindows ? uncHost(resolved2) : -1;
    const ph = fh === -1 ? -1 : uncHost(pattern);
    if (ph !== -1) {
      const host = pattern[ph];
      const share = pattern[ph + 1];
      if (typeof host !== "string" || typeof share !== "string") {
        fileStartIndex = fh;
        patternStartIndex = ph;
      } else if (resolved2[fh].toLowerCase() === host.toLowerCase() && resolved2[fh + 1].toLowerCase() === share.toLowerCase()) {
        fileStartIndex = fh + 2;
        patternStartIndex = ph + 2;
      }
    } else if (this.isWindows) {
      const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
      const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
      const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
      const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
      const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
      const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
      if (typeof fdi === "number" && typeof pdi === "number") {
        const [fd, pd] = [
          file[fdi],
          pattern[pdi]
        ];
        if (fd.toLowerCase() === pd.toLowerCase()) {
          patternStartIndex = pdi + 1;
          fileStartIndex = fdi + 1;
        }
      }
    }
    file = resolved2;
    if (pattern.includes(GLOBSTAR)) {
      return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
    }
    return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
  }
  #matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
    const { head, body: body2, tail, segments } = this.#getGlobstarParts(pattern, partial, patternIndex);
    if (head.length) {
      const headEnd = fileIndex + head.length;
      if (!this.#matchOne(file, head, partial, fileIndex, 0, headEnd)) {
        return false;
      }
      fileIndex += head.length;
      patternIndex += head.length;
    }
    let fileTailMatch = 0;
    if (tail.length) {
      if (tail.length + fileIndex > file.length)
        return false;
      let tailStart = file.length - tail.length;
      if (this.#matchOne(file, tail, partial, tailStart, 0)) {
        fileTailMatch = tail.length;
      } else {
        if (file[file.length - 1] !== "" || fileIndex + tail.length === file.length) {
          return false;
        }
        tailStart--;
        if (!this.#matchOne(file, tail, partial, tailStart, 0)) {
          return false;
        }
        fileTailMatch = tail.length + 1;
      }
    }
    if (!body2.length) {
      let sawSome = !!fileTailMatch;
      for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
        const f = String(file[i]);
        sawSome = true;
        if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
          return false;
        }
      }
      return partial || sawSome;
    }
    return !!this.#matchGlobStarBodySections(file, segments, file.length - fileTailMatch, fileIndex, 0, partial, 0, !!fileTailMatch, /* @__PURE__ */ new Set());
  }
  // Split the pattern into head, tail, and middle of ** delimited
  // parts. The tail has to be at the end, and the others just have to
  // be found in order from the head. These only depend on the pattern
  // row, so they are kept for the next path.
  #getGlobstarParts(pattern, partial, patternIndex) {
    let byStart = this.#globstarParts.get(pattern);
    if (!byStart) {
      byStart = [];
      this.#globstarParts.set(pattern, byStart);
    }
    const key = patternIndex * 2 + (partial ? 1 : 0);
    const found = byStart[key];
    if (found)
      return found;
    const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
    const lastgs = pattern.lastIndexOf(GLOBSTAR);
    const head = pattern.slice(patternIndex, firstgs);
    const body2 = pattern.slice(firstgs + 1, partial ? void 0 : lastgs);
    const tail = partial ? [] : pattern.slice(lastgs + 1);
    const segments = [[[], 0]];
    let current = segments[0];
    let nonGsParts = 0;
    const nonGsPartsSums = [0];
    for (const b of body2) {
      if (b === GLOBSTAR) {
        nonGsPartsSums.push(nonGsParts);
        current = [[], 0];
        segments.push(current);
      } else {
        current[0].push(b);
        nonGsParts++;
      }
    }
    segments.forEach((b, i) => {
      b[1] = nonGsParts - nonGsPartsSums[i];
    });
    const parts = { head, body: body2, tail, segments };
    byStart[key] = parts;
    return parts;
  }
  // return false for "nope, not matching"
  // return null for "not matching, cannot keep trying"
  #matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex, bodyIndex, partial, globStarDepth, sawTail, tried) {
    const bs = bodySegments[bodyIndex];
    if (!bs) {
      if (partial) {
        return fileIndex >= fileLength || fileIndex === fileLength - 1 && file[fileIndex] === "";
      }
      for (let i = fileIndex; i < fileLength; i++) {
        sawTail = true;
        const f = file[i];
        if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
          return false;
        }
      }
      return sawTail;
    }
    const [body2, need] = bs;
    const after2 = partial ? fileLength : fileLength - need;
    while (fileIndex <= after2) {
      const key = bodyIndex * (file.length + 1) + fileIndex;
      if (tried.has(key))
        return false;
      tried.add(key);
      const m = this.#matchOne(file, body2, partial, fileIndex, 0, fileIndex + body2.length);
      if (m && globStarDepth < this.maxGlobstarRecursion) {
        const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body2.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail, tried);
        if (sub !== false) {
          return sub;
        }
      }
      if (fileIndex === after2)
        break;
      const f = file[fileIndex];
      if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
        return false;
      }
      fileIndex++;
    }
    return partial || null;
  }
  #matchOne(file, pattern, partial, fileIndex, patternIndex, fileEnd = file.length) {
    let fi;
    let pi;
    let pl;
    let fl;
    for (fi = fileIndex, pi = patternIndex, fl = Math.min(fileEnd, file.length), pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
      let p = pattern[pi];
      let f = file[fi];
      if (p === false || p === GLOBSTAR) {
        return false;
      }
      if (!portionMatch(p, f))
        return false;
    }
    if (fi === fl && pi === pl) {
      return true;
    } else if (fi === fl) {
      return partial;
    } else if (pi === pl) {
      return fi === fl - 1 && file[fi] === "";
    } else {
      throw new Error("wtf?");
    }
  }
  braceExpand() {
    return braceExpand(this.pattern, this.options);
  }
  // Expand braces, except numeric ranges such as {0..999} with at
  // least RANGE_MIN values. Each of those stays in its pattern as
  // `<mark>0..999<mark>`, for the Matcher to test. If a range might
  // be inside a [...] class, expand all of them instead.
  #expandBraces() {
    const { pattern } = this;
    if (this.options.nobrace)
      return this.braceExpand();
    let code2 = 57344;
    while (pattern.includes(String.fromCharCode(code2))) {
      if (++code2 > 63743)
        return this.braceExpand();
    }
    const mark = String.fromCharCode(code2);
    let found = false;
    const marked = pattern.replace(rangeRe, (m, lo, hi) => {
      const a = Number(lo);
      const b = Number(hi);
      if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || Math.abs(a - b) + 1 < RANGE_MIN) {
        return m;
      }
      found = true;
      return `${mark}${lo}..${hi}${mark}`;
    });
    if (!found)
      return this.braceExpand();
    const set = braceExpand(marked, this.options);
    for (const p of set) {
      for (const portion of p.split("/")) {
        const c = portion.indexOf("[");
        if (c !== -1 && c < portion.lastIndexOf(mark)) {
          return this.braceExpand();
        }
        if (!this.options.noext && inRepeatOrNegExt(portion, mark)) {
          return this.braceExpand();
        }
      }
    }
    this.#rangeMark = mark;
    return set;
  }
  parse(pattern) {
    assertValidPattern(pattern);
    const options = this.options;
    if (pattern === "**")
      return GLOBSTAR;
    if (pattern === "")
      return "";
    const { nocase, nocaseMagicOnly, noext = false, dot, normalize: normalize2 } = options;
    const rangeMark = this.#rangeMark;
    const lit2 = rangeMark && pattern.includes(rangeMark) ? void 0 : literal(pattern, noext);
    if (lit2 !== void 0 && !(nocase && !nocaseMagicOnly && pattern.toUpperCase() !== pattern.toLowerCase())) {
      return this.#norm(lit2);
    }
    if (this.#pending)
      return PENDING;
    let m = this.#matchers.get(pattern);
    if (!m) {
      if (!noext)
        assertValidExtglobs(pattern);
      m = new Matcher(pattern, {
        nocase,
        noext,
        dot,
        normalize: normalize2,
        ...rangeMark && { rangeMark }
      });
      this.#matchers.set(pattern, m);
    }
    return m;
  }
  #slashSplit(p) {
    if (this.preserveMultipleSlashes) {
      return p.split("/");
    } else if (this.isWindows && /^\/\/[^/]+/.test(p)) {
      return ["", ...p.split(/\/+/)];
    } else {
      return p.split(/\/+/);
    }
  }
  match(f, partial = this.partial) {
    if (this.comment) {
      return false;
    }
    if (this.empty) {
      return f === "";
    }
    if (f === "/" && partial) {
      return true;
    }
    const options = this.options;
    let split = this.#cachedSplit(f);
    if (!split) {
      if (!partial && !this.#form && (this.#endCheck || this.#literalCheck) && lastChecked !== f) {
        lastChecked = f;
        const can = this.#canMatch(f);
        if (can === "no")
          return options.flipNegate ? false : this.negate;
        if (can === "yes")
          return options.flipNegate ? true : !this.negate;
      }
      split = this.#split(f);
    }
    const ff = split.parts;
    const resolved2 = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
    const set = this.set;
    let filename = ff[ff.length - 1];
    if (!filename) {
      for (let i = ff.length - 2; !filename && i >= 0; i--) {
        filename = ff[i];
      }
    }
    for (let r = 0; r < set.length; r++) {
      const pattern = set[r];
      const shape = partial ? void 0 : this.#shapes[r];
      const hit = shape === "base" ? portionMatch(pattern[0], filename) : shape ? this.#matchShape(resolved2, pattern, shape) : options.matchBase && pattern.length === 1 ? this.#matchRow([filename], [filename], pattern, partial) : this.#matchRow(ff, resolved2, pattern, partial);
      if (hit) {
        if (options.flipNegate) {
          return true;
        }
        return !this.negate;
      }
    }
    if (options.flipNegate) {
      return false;
    }
    return this.negate;
  }
  static defaults(def) {
    return minimatch.defaults(def).Minimatch;
  }
};
minimatch.Minimatch = Minimatch;
minimatch.escape = escape;
minimatch.unescape = unescape;

// src/shell/files.ts
var SARIF_NAME = /\.(sarif|json)(\.gz)?$/i;
var LONGEST_PATTERN = 4096;
function expandPatterns(patterns, base2) {
  const walk = { base: resolve2(base2), found: /* @__PURE__ */ new Map(), outside: /* @__PURE__ */ new Set() };
  const unmatched = patterns.filter((pattern) => pattern.trim() !== "" && !expand3(walk, pattern.trim()));
  const files = [...walk.found.values()].sort((a, b) => a.name < b.name ? -1 : 1);
  return { files, unmatched, outside: [...walk.outside].sort() };
}
var everything = { isFile: (path2) => SARIF_NAME.test(path2), isWay: () => true, isWhole: () => true };
function expand3(walk, pattern) {
  const literal2 = resolve2(walk.base, pattern);
  const stats = statsOf(literal2);
  if (stats?.isDirectory()) return walkDirectory(walk, literal2, everything);
  if (stats !== null) return add3(walk, literal2);
  return pattern.length <= LONGEST_PATTERN && expandGlob(walk, slashed(pattern));
}
function expandGlob(walk, pattern) {
  const segments = pattern.split("/");
  const fixed2 = segments.findIndex((segment) => /[*?[{(\\]/.test(segment));
  if (fixed2 < 0) return false;
  const prefix2 = segments.slice(0, fixed2);
  const root = resolve2(walk.base, prefix2.length === 1 && prefix2[0] === "" ? "/" : prefix2.join("/"));
  if (statsOf(root)?.isDirectory() !== true) return false;
  const options = { dot: true, nocomment: true, nonegate: true };
  const glob = segments.slice(fixed2).join("/");
  const whole = new Minimatch(glob, options);
  const partial = new Minimatch(glob, { ...options, partial: true });
  const isPrecise = segments.at(-1)?.includes(".") === true;
  return walkDirectory(walk, root, {
    isFile: (path2) => whole.match(path2) && (isPrecise || SARIF_NAME.test(path2)),
    isWay: (path2) => partial.match(path2),
    // `results/**` matches its directories too, but says nothing more by that than with the files in them.
    isWhole: (path2) => !glob.includes("**") && whole.match(path2)
  });
}
var slashed = (path2) => sep2 === "\\" ? path2.replaceAll("\\", "/") : path2;
function walkDirectory(walk, root, selection) {
  const borders = [walk.base, root].flatMap((path2) => [path2, realPath(path2)]);
  const seen = /* @__PURE__ */ new Set();
  const pending = [{ path: root, shown: "", selection }];
  let found = false;
  for (let visit2 = pending.pop(); visit2 !== void 0; visit2 = pending.pop()) {
    const key = `${realPath(visit2.path)}\0${visit2.selection === everything}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const entries = entriesOf(visit2.path);
    if (entries === null) found = add3(walk, visit2.path);
    for (const entry3 of entries ?? []) {
      const next = choose(visit2, entry3);
      if (next === null) continue;
      if (!borders.some((border) => isInside2(border, realPath(next.path)))) walk.outside.add(nameOf3(walk, next.path));
      else if (next.isDirectory) pending.push(next);
      else found = add3(walk, next.path);
    }
  }
  return found;
}
function choose(visit2, entry3) {
  const path2 = join4(visit2.path, entry3);
  const shown4 = visit2.shown === "" ? entry3 : `${visit2.shown}/${entry3}`;
  const isDirectory = statsOf(path2)?.isDirectory() === true;
  const isWhole = isDirectory && visit2.selection.isWhole(shown4);
  const selection = isWhole ? everything : visit2.selection;
  const counts = isDirectory ? isWhole || selection.isWay(shown4) : selection.isFile(shown4);
  return counts ? { path: path2, shown: shown4, selection, isDirectory } : null;
}
function add3(walk, path2) {
  const real = realPath(path2);
  const known4 = walk.found.get(real);
  const file = { path: path2, name: nameOf3(walk, path2) };
  if (known4 === void 0 || rank3(file, real) < rank3(known4, real)) walk.found.set(real, file);
  return true;
}
var rank3 = (file, real) => `${file.path === real ? 0 : 1}${file.name}`;
function nameOf3(walk, path2) {
  const name = relative(walk.base, path2);
  return slashed(name === "" || name.startsWith("..") || isAbsolute(name) ? path2 : name);
}
var isInside2 = (border, path2) => path2 === border || path2.startsWith(border.endsWith(sep2) ? border : border + sep2);
function statsOf(path2) {
  try {
    return statSync(path2, { throwIfNoEntry: false }) ?? lstatSync(path2, { throwIfNoEntry: false }) ?? null;
  } catch {
    return lstatQuietly(path2);
  }
}
function lstatQuietly(path2) {
  try {
    return lstatSync(path2, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
function realPath(path2) {
  try {
    return realpathSync(path2);
  } catch {
    return path2;
  }
}
function entriesOf(path2) {
  try {
    return readdirSync2(path2);
  } catch {
    return null;
  }
}

// src/shell/policy-files.ts
import { createHash as createHash3 } from "node:crypto";
import { readFileSync, realpathSync as realpathSync2 } from "node:fs";
import { join as join5, resolve as resolve3, sep as sep3 } from "node:path";
var DEFAULT_POLICY = ".github/policy-gate.yml";
function localPolicyPort({ cwd, sourceRoot, layerSources }) {
  return {
    read: async (path2) => readOrNull(resolve3(cwd, path2)),
    readInRepository: async (path2) => readOrNull(resolve3(cwd, sourceRoot ?? ".", path2)),
    layer: async ({ owner, repository, path: path2 }) => {
      const directory2 = layerSources.get(`${owner}/${repository}`);
      if (directory2 === void 0)
        throw new Error(`give --layer-source ${owner}/${repository}=DIR, a copy of that repository`);
      const bytes = readInside(resolve3(cwd, directory2), path2);
      if (bytes === null) throw new Error(`${directory2} holds no ${path2}`);
      return bytes;
    }
  };
}
var localPorts = (files) => ({
  policy: localPolicyPort(files),
  change: null,
  approvals: null
});
async function policySource(text2, port) {
  if (text2?.startsWith("preset:")) return presetSource(text2.slice("preset:".length));
  const path2 = text2 ?? DEFAULT_POLICY;
  const bytes = await port.read(path2);
  return bytes === null ? null : { name: path2, bytes };
}
function noPolicy(text2) {
  const place2 = { path: text2 ?? DEFAULT_POLICY, line: null, column: null };
  return text2 === null ? configurationError("there is no policy", "Write one there, or start with --policy preset:baseline", place2) : configurationError("the policy does not exist", "Give the path of a policy file, or preset:baseline", place2);
}
var sha256Of = (bytes) => createHash3("sha256").update(bytes).digest("hex");
function readOrNull(path2) {
  try {
    return readFileSync(path2);
  } catch (error) {
    const code2 = error.code;
    if (code2 === "ENOENT" || code2 === "ENOTDIR") return null;
    if (code2 === void 0) throw error;
    throw configurationError(`cannot be read (${code2})`, "Give a regular file that may be read", {
      path: path2,
      line: null,
      column: null
    });
  }
}
function readInside(directory2, path2) {
  const bytes = readOrNull(join5(directory2, path2));
  if (bytes === null) return null;
  const inside = realpathSync2(join5(directory2, path2)).startsWith(realpathSync2(directory2) + sep3);
  return inside ? bytes : null;
}

// src/shell/feed-files.ts
var LARGEST_FEED = 256 * 1024 * 1024;
function readFeeds(request, cwd) {
  const files = [];
  const read3 = (kind) => textsOf2(kind, request[kind], cwd, files);
  const kev = read3("kev").map(({ name, text: text2 }) => parseKev(text2, name));
  const epss = read3("epss").map(({ name, text: text2 }) => parseEpss(text2, name));
  const vex = read3("vex").flatMap(({ name, text: text2 }) => parseVex(text2, name));
  return { facts: { kev: uniteKev(kev), epss: uniteEpss(epss), vex: indexVex(vex) }, files };
}
function textsOf2(kind, patterns, cwd, files) {
  const expanded = expandPatterns(patterns, cwd);
  const [unmatched] = expanded.unmatched;
  if (unmatched !== void 0)
    throw configurationError(`${kind}: nothing matches ${unmatched}`, `Give the ${kind} file, or leave it out`);
  return expanded.files.map(({ path: path2, name }) => {
    const bytes = readOrNull(path2);
    if (bytes === null)
      throw configurationError(`${kind}: ${name} does not exist`, `Give the ${kind} file, or leave it out`);
    files.push({ kind, name, sha256: sha256Of(bytes), bytes: bytes.length });
    return { name, text: decode2(bytes, name) };
  });
}
function decode2(bytes, name) {
  try {
    const content = bytes[0] === 31 && bytes[1] === 139 ? gunzipSync(bytes, { maxOutputLength: LARGEST_FEED }) : bytes;
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw configurationError(`cannot be decoded: ${detail}`, "Give the file as published", {
      path: name,
      line: null,
      column: null
    });
  }
}
function uniteKev(catalogues) {
  if (catalogues.length === 0) return null;
  const cves = new Map(catalogues.flatMap((each) => [...each.cves]));
  return { released: oldest(catalogues.map((each) => each.released)), cves };
}
function uniteEpss(feeds) {
  const [first, ...rest] = feeds;
  if (first === void 0) return null;
  if (rest.length === 0) return first;
  const scores = /* @__PURE__ */ new Map();
  for (const [cve, score] of feeds.flatMap((each) => [...each.scores]))
    scores.set(cve, Math.max(score, scores.get(cve) ?? 0));
  return { date: oldest(feeds.map((each) => each.date)), scores };
}
function oldest(dates2) {
  const [first = null] = dates2.filter((date) => date !== null).toSorted();
  return dates2.includes(null) ? null : first;
}

// src/core/sarif/rules.ts
var text = (object, key) => {
  const value = asString(member(object, key));
  return value === null || value.trim() === "" ? null : value;
};
var index = (object, key) => {
  const value = asNumber(member(object, key));
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
};
function componentOf(value) {
  const object = asObject(value);
  const rules = asArray(member(object, "rules"));
  const byId3 = /* @__PURE__ */ new Map();
  for (const element2 of rules) {
    const rule2 = asObject(element2);
    const id = text(rule2, "id");
    if (rule2 !== null && id !== null && !byId3.has(id)) byId3.set(id, rule2);
  }
  return {
    name: text(object, "name"),
    guid: text(object, "guid"),
    rules,
    byId: byId3,
    messages: asObject(member(object, "globalMessageStrings"))
  };
}
function* lineage(id) {
  let current = id;
  yield current;
  for (let levels = 0; levels < 10; levels++) {
    const slash = current.lastIndexOf("/");
    if (slash <= 0) return;
    current = current.slice(0, slash);
    yield current;
  }
}
var isSpecialisation = (id, ancestor) => id === ancestor || id.startsWith(`${ancestor}/`);
function byIdIn(components, id) {
  for (const candidate of lineage(id)) {
    for (const component2 of components) {
      const rule2 = component2.byId.get(candidate);
      if (rule2 !== void 0) return [rule2, component2];
    }
  }
  return null;
}
function referenced(reference, driver, extensions) {
  const position = index(reference, "index");
  if (position !== null && position < extensions.length) return extensions[position] ?? null;
  const guid = text(reference, "guid");
  const name = text(reference, "name");
  const all = [driver, ...extensions];
  return (guid === null ? void 0 : all.find((component2) => component2.guid === guid)) ?? (name === null ? void 0 : all.find((component2) => component2.name === name)) ?? null;
}
function ruleFinder(tool) {
  const driver = componentOf(member(tool, "driver"));
  const extensions = asArray(member(tool, "extensions")).map(componentOf);
  const known4 = /* @__PURE__ */ new Map();
  const find = (id, position, component2) => {
    const home = component2 ?? driver;
    const indexed = position === null ? null : asObject(home.rules[position]);
    const indexedId = text(indexed, "id");
    if (indexed !== null && (id === null || indexedId === null || isSpecialisation(id, indexedId))) {
      return { id: id ?? indexedId, rule: indexed, globalMessages: home.messages, inconsistent: false };
    }
    const found = id === null ? null : byIdIn([home, driver, ...extensions], id);
    return {
      id,
      rule: found?.[0] ?? null,
      globalMessages: found?.[1].messages ?? home.messages,
      inconsistent: position !== null
    };
  };
  return (result) => {
    const reference = asObject(member(result, "rule"));
    const id = text(result, "ruleId") ?? text(reference, "id");
    const position = index(reference, "index") ?? index(result, "ruleIndex");
    const toolComponent = asObject(member(reference, "toolComponent"));
    const home = toolComponent === null ? null : referenced(toolComponent, driver, extensions);
    const key = `${home === null ? "" : extensions.indexOf(home)}:${position ?? ""}:${id === null ? "" : `=${id}`}`;
    const cached = known4.get(key);
    if (cached !== void 0) return cached;
    const found = find(id, position, home);
    known4.set(key, found);
    return found;
  };
}

// src/core/sarif/facts.ts
var strings = (value) => asArray(value).filter((element2) => typeof element2 === "string" && element2.trim() !== "");
var at2 = (object, path2) => path2.reduce((value, key) => member(asObject(value), key), object ?? void 0);
var propertiesOf = (object) => asObject(member(object, "properties"));
var logicalName = (location2) => {
  const first = asObject(asArray(member(location2, "logicalLocations"))[0]);
  return text(first, "fullyQualifiedName") ?? text(first, "name");
};
function textAt(place2, facts) {
  const { result, rule: rule2 } = facts;
  const message2 = asObject(member(result, "message"));
  switch (place2) {
    case "message":
      return text(message2, "text");
    case "markdown":
      return text(message2, "markdown");
    case "rule-id":
      return facts.ruleId;
    case "rule-name":
      return text(rule2, "name");
    case "short-description":
      return asString(at2(rule2, ["shortDescription", "text"]));
    case "full-description":
      return asString(at2(rule2, ["fullDescription", "text"]));
    case "help":
      return asString(at2(rule2, ["help", "text"]));
    case "help-markdown":
      return asString(at2(rule2, ["help", "markdown"]));
    case "logical-name":
      return logicalName(facts.location);
    case "location-message":
      return asString(at2(facts.location, ["message", "text"]));
    case "fix":
      return asString(at2(asObject(asArray(member(result, "fixes"))[0]), ["description", "text"]));
    case "module": {
      const frames = asArray(member(asObject(asArray(member(result, "stacks"))[0]), "frames"));
      return text(asObject(frames.at(-1)), "module");
    }
    default:
      return place2;
  }
}

// src/core/sarif/convert/dependabot.ts
var alertsOf = (value) => asArray(value).flatMap((element2) => Array.isArray(element2) ? element2 : [element2]);
function isDependabot(value) {
  const first = asObject(alertsOf(value)[0]);
  return asObject(member(first, "security_advisory")) !== null && asObject(member(first, "dependency")) !== null;
}
var uriOf = (path2) => path2.replaceAll("%", "%25");
function suppressionsOf(alert) {
  const state = text(alert, "state");
  if (state === "auto_dismissed") {
    return [{ kind: "external", justification: "Dismissed automatically by a Dependabot rule" }];
  }
  if (state !== "dismissed") return [];
  const reasons = [text(alert, "dismissed_reason"), text(alert, "dismissed_comment")].filter((part3) => part3 !== null);
  return [{ kind: "external", justification: reasons.length === 0 ? "Dismissed" : reasons.join(": ") }];
}
function scoreOf(advisory) {
  const scores = [
    at2(advisory, ["cvss_severities", "cvss_v4", "score"]),
    at2(advisory, ["cvss_severities", "cvss_v3", "score"]),
    at2(advisory, ["cvss", "score"])
  ];
  return scores.find((score) => typeof score === "number" && score > 0) ?? null;
}
function ruleOf2(alert, id) {
  const advisory = asObject(member(alert, "security_advisory"));
  const identifiers = asArray(member(advisory, "identifiers")).flatMap((entry3) => text(asObject(entry3), "value") ?? []);
  const cwes = asArray(member(advisory, "cwes")).flatMap((entry3) => text(asObject(entry3), "cwe_id") ?? []);
  return {
    id,
    shortDescription: { text: text(advisory, "summary") ?? id },
    helpUri: `https://github.com/advisories/${id}`,
    properties: {
      aliases: [...identifiers, ...strings([text(advisory, "cve_id")])],
      cwes,
      "security-severity": scoreOf(advisory)
    }
  };
}
var exactVersion = (range2) => /^= ?([^\s,<>=]+)$/.exec(range2 ?? "")?.[1] ?? null;
function resultOf(alert, id) {
  const advisory = asObject(member(alert, "security_advisory"));
  const vulnerability = asObject(member(alert, "security_vulnerability"));
  const dependency2 = asObject(member(alert, "dependency"));
  const found = asObject(member(dependency2, "package")) ?? asObject(member(vulnerability, "package"));
  const name = text(found, "name") ?? "unknown";
  const fixed2 = text(asObject(member(vulnerability, "first_patched_version")), "identifier");
  const version2 = exactVersion(text(vulnerability, "vulnerable_version_range"));
  const manifest = text(dependency2, "manifest_path");
  const severity = text(vulnerability, "severity") ?? text(advisory, "severity");
  return {
    ruleId: id,
    ...text(alert, "state") === "fixed" ? { baselineState: "absent" } : {},
    message: { text: `${text(advisory, "summary") ?? id} (${name})` },
    ...manifest === null ? {} : {
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(manifest) }, region: { startLine: 1 } } }]
    },
    suppressions: suppressionsOf(alert),
    ...text(alert, "created_at") === null ? {} : { provenance: { firstDetectionTimeUtc: text(alert, "created_at") } },
    properties: {
      packageName: name,
      ...version2 === null ? {} : { packageVersion: version2 },
      ...fixed2 === null ? { solutionAvailable: false } : { fixedVersion: fixed2 },
      componentOrigin: text(found, "ecosystem") ?? "",
      ...severity === null ? {} : { severity },
      tags: [text(dependency2, "scope"), text(dependency2, "relationship")].filter((tag2) => tag2 !== null)
    }
  };
}
function convertDependabot(value, consumer) {
  let problem = null;
  const rules = /* @__PURE__ */ new Map();
  for (const element2 of alertsOf(value)) {
    const alert = asObject(element2);
    const id = text(asObject(member(alert, "security_advisory")), "ghsa_id");
    if (alert === null || id === null) {
      problem ??= { offset: null, message: "An element of the array is no Dependabot alert with an advisory" };
      continue;
    }
    if (!rules.has(id)) rules.set(id, ruleOf2(alert, id));
    consumer.result(0, resultOf(alert, id));
  }
  const driver = { name: "Dependabot", rules: [...rules.values()] };
  consumer.run(0, { tool: { driver }, invocations: [{ executionSuccessful: true }] }, "array");
  consumer.log({ version: "2.1.0" });
  return problem;
}

// src/core/sarif/convert/trufflehog.ts
var REPOSITORY_SOURCES = ["Git", "Filesystem", "Github", "Gitlab", "Bitbucket", "AzureRepos"];
var uriOf2 = (path2) => path2.replaceAll("%", "%25");
function placeOf5(line2) {
  const data = asObject(member(asObject(member(line2, "SourceMetadata")), "Data"));
  if (data === null) return null;
  for (const source of REPOSITORY_SOURCES) {
    const details3 = asObject(member(data, source));
    const file = text(details3, "file");
    if (file !== null) return { file: uriOf2(file), line: asNumber(member(details3, "line")) };
  }
  const [other] = Object.keys(data);
  if (other === void 0) return null;
  const details2 = asObject(member(data, other));
  const name = ["link", "image", "bucket", "file", "title"].map((key) => text(details2, key)).find((value) => value !== null);
  return { file: `host://${other.toLowerCase()}/${uriOf2(name ?? "").replace(/^[a-z]+:\/+/i, "")}`, line: null };
}
function resultOf2(line2, detector) {
  const verified = member(line2, "Verified") === true;
  const place2 = placeOf5(line2);
  const secret = text(line2, "RawV2") ?? text(line2, "Raw");
  const state = verified ? "verified as live" : text(line2, "VerificationError") === null ? "not verified" : "verification failed";
  const startLine = asNumber(member(place2, "line"));
  const region2 = {
    ...startLine === null || startLine < 1 ? {} : { startLine },
    ...secret === null ? {} : { snippet: { text: secret } }
  };
  return {
    ruleId: detector,
    // As in its own SARIF: verified secrets are errors, others are warnings.
    level: verified ? "error" : "warning",
    message: { text: `${detector} secret, ${state}` },
    ...place2 === null ? {} : { locations: [{ physicalLocation: { artifactLocation: { uri: text(place2, "file") ?? "" }, region: region2 } }] },
    properties: { tags: [verified ? "verified" : "unverified"] }
  };
}
function parsed(line2) {
  try {
    return JSON.parse(line2);
  } catch {
    return void 0;
  }
}
function isTrufflehog(firstLine) {
  const line2 = asObject(parsed(firstLine.trim()));
  return text(line2, "DetectorName") !== null && member(line2, "SourceMetadata") !== void 0;
}
function convertTrufflehog(lines3, consumer) {
  let offset = 0;
  let problem = null;
  const errors = [];
  for (const raw of lines3) {
    const start = offset;
    offset += new TextEncoder().encode(raw).length + 1;
    if (raw.trim() === "") continue;
    const line2 = asObject(parsed(raw));
    const detector = text(line2, "DetectorName");
    if (line2 !== null && detector !== null) consumer.result(0, resultOf2(line2, detector));
    else if (line2 === null || text(line2, "level") === null) {
      problem ??= { offset: start, message: "A line is neither a finding nor a log message of TruffleHog" };
    } else if (/^(?:error|fatal|panic)/i.test(text(line2, "level") ?? "")) {
      errors.push({ level: "error", message: { text: text(line2, "msg") ?? "error" } });
    }
  }
  const invocation = { executionSuccessful: true, toolExecutionNotifications: errors };
  consumer.run(0, { tool: { driver: { name: "TruffleHog" } }, invocations: [invocation] }, "array");
  consumer.log({ version: "2.1.0" });
  return problem;
}

// src/core/sarif/message.ts
var MAX_MESSAGE = 4e3;
var EMBEDDED_LINK = /(?<!\\)\[((?:[^[\]\\\n]|\\.){0,300})\]\((?:\d{1,9}|[^()\s]{0,300}[:/#][^()\s]{0,500})\)/g;
var ESCAPE = String.fromCharCode(27);
var ANSI_SEQUENCE = new RegExp(`${ESCAPE}\\[[0-9;?]{0,20}[A-Za-z]`, "g");
var CONTROL = /[^\P{Cc}\n\t]/gu;
var HAS_CONTROL = /[^\P{Cc}\n\t]/u;
var PLACEHOLDER = /\{\{|\}\}|\{(\d{1,3})\}/g;
function plainText(value) {
  const unix = value.includes("\r") ? value.replace(/\r\n?/g, "\n") : value;
  const clean = HAS_CONTROL.test(unix) ? unix.replace(ANSI_SEQUENCE, "").replace(CONTROL, "") : unix;
  return clean.trim().slice(0, MAX_MESSAGE);
}
var withoutLinks = (value) => value.includes("](") ? value.replace(EMBEDDED_LINK, (_, label) => label.replace(/\\([[\]\\])/g, "$1")) : value;
var withoutTags = (value) => value.replace(/<\/?[A-Za-z][^<>]{0,300}>/g, "");
function filled2(template, message2) {
  const values = asArray(member(message2, "arguments")).map((value) => asString(value) ?? "");
  if (values.length === 0 || !/\{\d{1,3}\}/.test(template)) return template;
  return template.replace(
    PLACEHOLDER,
    (match3, position) => position === void 0 ? match3.charAt(0) : values[Number(position)] ?? match3
  );
}
function messageText(message2, rule2, globalMessages) {
  if (message2 === null) return null;
  const written = text(message2, "text");
  if (written !== null) return withoutLinks(filled2(written, message2));
  const id = text(message2, "id");
  if (id !== null) {
    const strings2 = asObject(member(rule2, "messageStrings"));
    const named = asObject(member(strings2, id)) ?? asObject(member(globalMessages, id));
    const template = text(named, "text") ?? text(named, "markdown");
    if (template !== null) return withoutLinks(filled2(template, message2));
  }
  const markdown = text(message2, "markdown");
  return markdown === null ? null : withoutLinks(filled2(markdown, message2));
}

// src/core/sarif/completeness.ts
var failed = (reason2) => ({ state: "failed", reason: reason2 });
var degraded = (reason2) => ({ state: "degraded", reason: reason2 });
var WITHOUT_RESULTS = {
  // SARIF 2.1.0 §3.14.23: an empty array says "analysed, nothing found"; nothing else does.
  null: "The results are null: the tool did not analyse anything.",
  absent: "The run has no results property: the tool did not analyse anything.",
  malformed: "The results are not an array and cannot be read."
};
var EXTERNAL_EVIDENCE = [
  "artifacts",
  "logicalLocations",
  "invocations",
  "extensions",
  "policies",
  "driver",
  "conversion"
];
var present2 = (object, key) => {
  const value = member(object, key);
  return Array.isArray(value) ? value.length > 0 : asObject(value) !== null;
};
function externalState(externals) {
  if (present2(externals, "results")) {
    return failed("Results are kept in external property files, which are not read.");
  }
  const missing = EXTERNAL_EVIDENCE.filter((key) => present2(externals, key));
  return missing.length === 0 ? null : degraded(`Parts of the run (${missing.join(", ")}) are kept in external property files, which are not read.`);
}
function success(invocation) {
  const value = member(invocation, "executionSuccessful");
  if (typeof value === "boolean") return value;
  return typeof value === "string" && value.trim().toLowerCase() === "false" ? false : null;
}
function read2(value) {
  const errors = ["toolExecutionNotifications", "toolConfigurationNotifications"].flatMap((key) => asArray(member(value, key)).map(asObject)).filter((notification2) => text(notification2, "level") === "error");
  const first = errors[0] ?? null;
  const message2 = text(asObject(member(first, "message")), "text") ?? text(asObject(member(first, "descriptor")), "id");
  return {
    success: success(value),
    exitCode: asNumber(member(value, "exitCode")),
    aborted: text(value, "processStartFailureMessage") !== null || asNumber(member(value, "exitSignalNumber")) !== null,
    errors: errors.length,
    firstError: message2 === null ? null : plainText(message2).replace(/\s+/g, " ").slice(0, 120)
  };
}
function declaredFailure(invocations, { profile, tool }) {
  const failures = invocations.filter((invocation) => invocation.success === false);
  if (failures.length === 0) return null;
  const flag = profile.failureFlag;
  const fatal = failures.some(
    ({ aborted, exitCode }) => aborted || flag?.fatalExit !== void 0 && ((exitCode ?? 0) & flag.fatalExit) !== 0
  );
  if (flag === void 0 || fatal) return failed("The tool says that its execution was not successful.");
  const reason2 = `${tool} ${flag.meaning}; by the table of known tools this is ${flag.state === "complete" ? "no failure" : "a partial result"}.`;
  return { state: flag.state, reason: reason2 };
}
function silentFailure(invocations, count3) {
  for (const { success: flag, exitCode, aborted } of invocations) {
    if (flag !== null) continue;
    if (aborted) return failed("The tool was stopped before its end.");
    if (exitCode !== null && exitCode !== 0) {
      const reason2 = `The tool ended with exit code ${exitCode} and does not say whether it was successful.`;
      return count3 > 0 ? degraded(reason2) : failed(reason2);
    }
  }
  return null;
}
function notified(invocations, prefix2) {
  const errors = invocations.reduce((sum, invocation) => sum + invocation.errors, 0);
  if (errors === 0) return null;
  const first = invocations.find((invocation) => invocation.firstError !== null)?.firstError ?? null;
  const example = first === null ? "" : `, the first: ${first}`;
  return degraded(`${prefix2}The tool reports ${errors === 1 ? "an error" : `${errors} errors`}${example}.`);
}
function runState(run, evidence3) {
  if (evidence3.results !== "array") return failed(WITHOUT_RESULTS[evidence3.results]);
  const external2 = externalState(asObject(member(run, "externalPropertyFileReferences")));
  if (external2?.state === "failed") return external2;
  const invocations = asArray(member(run, "invocations")).map((value) => read2(asObject(value)));
  const declared = declaredFailure(invocations, evidence3);
  if (declared?.state === "failed") return declared;
  if (evidence3.fatalResult) {
    return failed(
      `${evidence3.tool} calls itself successful, but a result says that the analysis broke off with a fatal error.`
    );
  }
  const silent = silentFailure(invocations, evidence3.count);
  if (silent !== null) return silent;
  const errors = notified(invocations, declared === null ? "" : `${declared.reason} `);
  return errors ?? external2 ?? declared ?? {
    state: "complete",
    reason: `The run has ${evidence3.count === 1 ? "one result" : `${evidence3.count} results`} and reports no error.`
  };
}

// src/core/sarif/paths.ts
var MAX_PATH = 4096;
var NOWHERE2 = { kind: "none", reference: null };
var CHECKOUTS = [
  /^\/(?:home\/runner|Users\/runner|runner|opt\/actions-runner|actions-runner|home\/[^/]+\/actions-runner)\/_?work\/[^/]+\/[^/]+\//,
  /^\/github\/workspace\//,
  /^\/__w\/[^/]+\/[^/]+\//,
  /^[A-Za-z]:\/a\/[^/]+\/[^/]+\//,
  /^\/builds\/[^/]+\/[^/]+\//,
  /^\/(?:home\/vsts|agent|azp\/agent|azp|Users\/runner)\/_?work\/\d+\/s\//,
  /^\/home\/circleci\/(?:project|repo)\//,
  /^\/(?:var\/lib\/jenkins|var\/jenkins_home|home\/jenkins(?:\/agent)?)\/workspace\/[^/]+\//,
  /^\/opt\/atlassian\/pipelines\/agent\/build\//,
  /^\/codebuild\/output\/src\d+\/src\/(?:[^/]+\.[^/]+\/[^/]+\/[^/]+\/)?/,
  /^\/drone\/src\//,
  /^\/home\/travis\/build\/[^/]+\/[^/]+\//,
  /^\/workspaces?\/source\//
];
var NO_FILE = /^(?:|no file associated with this alert|unknown-file|unknown|n\/a|null|undefined|none|<[^/\\]*>|https?|-)$/i;
var ADDRESS = /^(?:[a-z][a-z0-9+.-]*::)?(?:(?:https?|wss?|ftps?|git|ssh|host|docker|oci|registry|s3|gs|tcp|udp|ldaps?|git\+https|git\+ssh):\/\/|(?:pkg|urn|arn|mailto|docker-archive|oci-archive|docker-image):[^/\\])/i;
var MACHINE_DIRECTORY = /^\/(?:home|Users|root|tmp|var|opt|usr|mnt|media|private|builds|etc|proc|dev|runner|github|__w)\//;
var CONTROL2 = new RegExp("\\p{Cc}", "u");
function decoded(uri) {
  if (!uri.includes("%")) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
function withoutFileScheme(uri) {
  const match3 = /^file:(\/*)(.*)$/is.exec(uri);
  if (match3 === null) return uri;
  const [, slashes = "", rest = ""] = match3;
  if (slashes.length === 2) return rest.startsWith("localhost/") ? rest.slice("localhost".length) : rest;
  if (slashes.length === 0) return rest;
  return `/${rest}`;
}
function unified(path2) {
  const slashed2 = (path2.includes("\\") ? path2.replace(/\\/g, "/") : path2).replace(/\/{2,}/g, "/");
  return /^\/[A-Za-z]:\//.test(slashed2) ? slashed2.slice(1) : slashed2;
}
var isAbsolute2 = (path2) => path2.startsWith("/") || /^[A-Za-z]:(?:\/|$)/.test(path2);
function resolved(path2) {
  if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(path2)) return path2;
  const kept = [];
  for (const segment of path2.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") kept.push(segment);
    else if (kept.pop() === void 0) return null;
  }
  return kept.join("/");
}
function directory(value) {
  const path2 = unified(withoutFileScheme(decoded(value.trim())));
  return path2.length > 1 ? path2.replace(/\/+$/, "") : path2;
}
function under(path2, root) {
  if (root === "" || root === "/") return null;
  if (path2 === root) return "";
  const same2 = /^[A-Za-z]:/.test(root) ? path2.slice(0, root.length).toLowerCase() === root.toLowerCase() : path2.startsWith(root);
  return same2 && path2.charAt(root.length) === "/" ? path2.slice(root.length + 1) : null;
}
function baseOf(id, context) {
  let current = id;
  let path2 = "";
  const seen = /* @__PURE__ */ new Set();
  while (current !== null && !seen.has(current)) {
    seen.add(current);
    const entry3 = asObject(member(context.bases, current));
    const uri = entry3 === null ? isAbsolute2(unified(current)) ? current : null : asString(member(entry3, "uri"));
    if (uri !== null && uri !== "") {
      const step2 = directory(uri);
      path2 = path2 === "" ? step2 : `${step2}/${path2}`;
      if (isAbsolute2(step2)) return path2;
    }
    current = entry3 === null ? null : text(entry3, "uriBaseId");
  }
  return path2;
}
function relativeTo(path2, context) {
  for (const root of context.roots) {
    const rest = under(path2, directory(root));
    if (rest !== null) return rest;
  }
  for (const checkout of CHECKOUTS) {
    const match3 = checkout.exec(path2);
    if (match3 !== null) return path2.slice(match3[0].length);
  }
  for (const id of Object.keys(context.bases ?? {}).slice(0, 100)) {
    const base2 = baseOf(id, context);
    const rest = isAbsolute2(base2) ? under(path2, base2.replace(/\/+$/, "")) : null;
    if (rest !== null) return rest;
  }
  for (const working of context.workingDirectories) {
    const rest = isAbsolute2(working) ? under(path2, working) : null;
    if (rest !== null) return rest;
  }
  return context.leadingSlash && path2.startsWith("/") && !MACHINE_DIRECTORY.test(path2) ? path2.slice(1) : null;
}
var unmappable = (problem, claimed) => ({
  kind: "unmappable",
  problem,
  claimed: claimed.slice(-MAX_PATH)
});
function defect(path2) {
  if (path2.length > MAX_PATH) return "the path is longer than 4096 characters";
  if (CONTROL2.test(path2)) return "the path holds control characters";
  if (/%[0-9A-Fa-f]{2}/.test(path2)) return "the path is percent-encoded more than once";
  return null;
}
function absoluteToRelative(path2, base2, context) {
  const joined2 = isAbsolute2(path2) || base2 === "" ? path2 : `${base2}/${path2}`;
  if (!isAbsolute2(joined2)) return joined2;
  const drive = /^[A-Za-z]:/.exec(joined2)?.[0] ?? "";
  const normal = resolved(joined2.slice(drive.length));
  if (normal === null) return null;
  const mapped = relativeTo(`${drive}/${normal.replace(/^\//, "")}`, context);
  if (mapped !== null) return mapped;
  return isAbsolute2(path2) ? null : path2;
}
function mapUri(rawUri, uriBaseId, context) {
  const uri = rawUri.trim();
  if (NO_FILE.test(uri)) return NOWHERE2;
  if (ADDRESS.test(uri)) return { kind: "none", reference: uri.slice(0, MAX_PATH) };
  const once2 = decoded(uri);
  const problem = defect(once2);
  if (problem !== null) return unmappable(problem, once2);
  const local = withoutFileScheme(once2);
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(local))
    return unmappable("the place is an address of an unknown kind", unified(local));
  const relative2 = absoluteToRelative(unified(local), baseOf(uriBaseId, context), context);
  if (relative2 === null) return unmappable("the path is absolute and lies outside the repository", unified(local));
  const path2 = resolved(relative2);
  if (path2 === null) return unmappable('the path leads out of the repository with ".."', unified(local));
  return path2 === "" ? NOWHERE2 : { kind: "file", path: path2.normalize("NFC") };
}
function pathMapper(context) {
  const known4 = /* @__PURE__ */ new Map();
  return (reference) => {
    const own = asString(member(reference, "uri"));
    const position = own === null || own === "" ? index(reference, "index") : null;
    const target = position === null ? reference : asObject(member(context.artifacts[position] ?? null, "location"));
    const uri = asString(member(target, "uri"));
    if (uri === null) return NOWHERE2;
    const base2 = text(target, "uriBaseId");
    const key = base2 === null ? uri : `${base2}
${uri}`;
    const cached = known4.get(key);
    if (cached !== void 0) return cached;
    const place2 = mapUri(uri, base2, context);
    known4.set(key, place2);
    return place2;
  };
}
function pathContext(run, roots, leadingSlash) {
  return {
    roots,
    bases: asObject(member(run, "originalUriBaseIds")),
    artifacts: asArray(member(run, "artifacts")).map(asObject),
    workingDirectories: asArray(member(run, "invocations")).flatMap((invocation) => {
      const uri = text(asObject(member(asObject(invocation), "workingDirectory")), "uri");
      return uri === null ? [] : [directory(uri)];
    }),
    leadingSlash
  };
}
var positive = (object, key) => {
  const value = asNumber(member(object, key));
  return value !== null && Number.isInteger(value) && value >= 1 ? value : null;
};
function regionOf(region2) {
  const startLine = positive(region2, "startLine");
  const endLine = positive(region2, "endLine");
  const startColumn = positive(region2, "startColumn");
  const endColumn = positive(region2, "endColumn");
  if (startLine === null) return { startLine, startColumn: null, endLine: null, endColumn: null };
  const usableEnd = endLine === null ? startLine : Math.max(endLine, startLine);
  const backward = usableEnd === startLine && startColumn !== null && endColumn !== null && endColumn < startColumn;
  return { startLine, startColumn, endLine: usableEnd, endColumn: backward ? null : endColumn };
}

// src/core/sarif/manifests.ts
var BY_FILE = [
  [/(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?)$/, "npm"],
  [
    /(?:^|\/)(?:requirements[^/]*\.(?:txt|in)|Pipfile(?:\.lock)?|poetry\.lock|uv\.lock|pdm\.lock|pylock[^/]*\.toml|pyproject\.toml|setup\.(?:py|cfg))$|(?:^|\/)requirements\/[^/]+\.txt$/,
    "pypi"
  ],
  [/(?:^|\/)go\.(?:mod|sum)$/, "golang"],
  [/(?:^|\/)Cargo\.(?:lock|toml)$/, "cargo"],
  [
    /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?|gradle\.lockfile|buildscript-gradle\.lockfile|verification-metadata\.xml)$|\.[jwe]ar$/,
    "maven"
  ],
  [/(?:^|\/)composer\.(?:lock|json)$|(?:^|\/)installed\.json$/, "composer"],
  [/(?:^|\/)(?:Gemfile(?:\.lock)?|gems\.(?:rb|locked))$|\.gemspec$/, "gem"],
  [
    /(?:^|\/)(?:packages\.lock\.json|packages\.config|project\.assets\.json|Directory\.Packages\.props)$|\.(?:csproj|fsproj|vbproj|nuspec|deps\.json)$/,
    "nuget"
  ],
  [/(?:^|\/)mix\.(?:lock|exs)$/, "hex"],
  [/(?:^|\/)pubspec\.(?:lock|ya?ml)$/, "pub"],
  [/(?:^|\/)Podfile(?:\.lock)?$/, "cocoapods"],
  [/(?:^|\/)Package\.(?:resolved|swift)$/, "swift"],
  [/(?:^|\/)conan(?:\.lock|file\.(?:txt|py))$/, "conan"],
  [/(?:^|\/)renv\.lock$/, "cran"],
  [/(?:^|\/)(?:stack\.yaml\.lock|cabal\.project\.freeze)$/, "hackage"],
  [/(?:^|\/)lib\/apk\/db\/installed$/, "apk"],
  [/(?:^|\/)var\/lib\/dpkg\/status(?:\.d\/[^/]+)?$/, "deb"],
  [/(?:^|\/)(?:var\/lib|usr\/lib\/sysimage)\/rpm\/[^/]+$/, "rpm"]
];
var BY_WORD = {
  npm: "npm",
  yarn: "npm",
  pnpm: "npm",
  "node-pkg": "npm",
  js: "npm",
  node: "npm",
  pip: "pypi",
  pypi: "pypi",
  python: "pypi",
  "python-pkg": "pypi",
  poetry: "pypi",
  pipenv: "pypi",
  uv: "pypi",
  golang: "golang",
  gomodules: "golang",
  go: "golang",
  "go-module": "golang",
  gobinary: "golang",
  maven: "maven",
  gradle: "maven",
  sbt: "maven",
  java: "maven",
  jar: "maven",
  "java-archive": "maven",
  composer: "composer",
  php: "composer",
  packagist: "composer",
  "php-composer": "composer",
  gem: "gem",
  rubygems: "gem",
  ruby: "gem",
  bundler: "gem",
  nuget: "nuget",
  dotnet: "nuget",
  cargo: "cargo",
  rust: "cargo",
  "rust-crate": "cargo",
  "crates.io": "cargo",
  hex: "hex",
  erlang: "hex",
  pub: "pub",
  dart: "pub",
  cocoapods: "cocoapods",
  swift: "swift",
  conan: "conan",
  apk: "apk",
  alpine: "apk",
  deb: "deb",
  dpkg: "deb",
  debian: "deb",
  ubuntu: "deb",
  rpm: "rpm",
  redhat: "rpm",
  rhel: "rpm",
  centos: "rpm",
  oracle: "rpm",
  amzn: "rpm",
  alpm: "alpm",
  actions: "githubactions",
  "github-action": "githubactions",
  github_actions: "githubactions"
};
var SYSTEM_TYPES = /* @__PURE__ */ new Set(["apk", "deb", "rpm", "alpm"]);
var typeOfFile = (path2) => BY_FILE.find(([pattern]) => pattern.test(path2))?.[1] ?? null;
function typeOfWord(word) {
  const name = word.trim().toLowerCase();
  if (Object.hasOwn(BY_WORD, name)) return BY_WORD[name] ?? null;
  const bare = name.replace(/\d+$/, "");
  return Object.hasOwn(BY_WORD, bare) ? BY_WORD[bare] ?? null : null;
}
var isSystemType = (type) => type !== null && SYSTEM_TYPES.has(type);
var isLockFile = (path2) => /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?|Pipfile\.lock|poetry\.lock|uv\.lock|pdm\.lock|go\.(?:mod|sum)|Cargo\.lock|gradle\.lockfile|composer\.lock|Gemfile\.lock|packages\.lock\.json|mix\.lock|pubspec\.lock|Podfile\.lock|Package\.resolved|renv\.lock)$/.test(
  path2
);

// src/core/sarif/severity.ts
var WORDS2 = {
  critical: "critical",
  blocker: "critical",
  high: "high",
  important: "high",
  major: "high",
  error: "high",
  medium: "medium",
  moderate: "medium",
  warning: "medium",
  low: "low",
  minor: "low",
  note: "low",
  recommendation: "low",
  manualreview: "low",
  negligible: "none",
  info: "none",
  informational: "none",
  information: "none",
  none: "none"
};
var RESULT_WORDS = [
  "severity",
  "Severity",
  "issue_severity",
  "securityRisk",
  "zizmor/severity",
  "DevSkimSeverity",
  "cvssv3_baseSeverity",
  "risk"
];
var OTHER_SCORES = ["cvssv4_baseScore", "cvssv40_baseScore", "cvssv3_baseScore"];
var OF_LEVEL = { error: "high", warning: "medium", note: "low", none: "none" };
function severityOfWord(value) {
  if (typeof value !== "string" || value.length > 40) return null;
  const word = value.trim().toLowerCase();
  return Object.hasOwn(WORDS2, word) ? WORDS2[word] ?? null : null;
}
function usableScore(value) {
  const score = typeof value === "number" ? value : typeof value === "string" && /^\s*\d{1,2}(?:\.\d{1,12})?\s*$/.test(value) ? Number(value) : Number.NaN;
  return score > 0 && score <= 10 ? score : null;
}
var severityOfScore = (score) => score >= 9 ? "critical" : score >= 7 ? "high" : score >= 4 ? "medium" : "low";
var TAG_WORDS = /* @__PURE__ */ new Set(["critical", "high", "medium", "low", "informational", "unknown"]);
var OF_RANK = ["none", "none", "low", "medium", "high", "critical"];
function wordAt(place2, facts) {
  switch (place2.in) {
    case "tags":
      return facts.tags.find((tag2) => TAG_WORDS.has(tag2.toLowerCase()));
    case "rank": {
      const rank4 = member(facts.result, "rank");
      return typeof rank4 === "number" ? OF_RANK[rank4] : void 0;
    }
    case "result-property":
      return at2(propertiesOf(facts.result), place2.path);
    case "rule-property":
      return at2(propertiesOf(facts.rule), place2.path);
    default:
      return place2.pattern.exec(textAt(place2.in, facts) ?? "")?.[1];
  }
}
function toolSeverity(facts) {
  for (const place2 of facts.profile.severity ?? []) {
    const word = wordAt(place2, facts);
    if (typeof word === "string" && word.trim().toLowerCase() === "unknown") return "unknown";
    const severity = severityOfWord(word);
    if (severity !== null) return severity;
  }
  return null;
}
function firstWord(properties3, keys) {
  if (properties3 === null) return null;
  for (const key of keys) {
    const severity = severityOfWord(member(properties3, key));
    if (severity !== null) return severity;
  }
  return null;
}
function scoresOf(ofResult, ofRule2) {
  const key = "security-severity";
  const security = usableScore(member(ofRule2, key)) ?? usableScore(member(ofResult, key));
  for (const bag of [ofResult, ofRule2]) {
    for (const name of OTHER_SCORES) {
      const cvss = usableScore(member(bag, name));
      if (cvss !== null) return { security, cvss };
    }
  }
  return { security, cvss: null };
}
function disagree(level, score, facts) {
  if (score === null || !level.stated || level.level === null || facts.profile.levelIsNoSeverity) return false;
  const band2 = severityOfScore(score);
  return level.level === "error" ? band2 !== "high" && band2 !== "critical" : OF_LEVEL[level.level] !== band2;
}
function choose2(facts, level, category, scores) {
  const ofResult = propertiesOf(facts.result);
  const ofRule2 = propertiesOf(facts.rule);
  const tool = toolSeverity(facts);
  if (tool !== null && tool !== "unknown") return [tool, "tool"];
  const resultWord = firstWord(ofResult, RESULT_WORDS);
  if (resultWord !== null) return [resultWord, "result-property"];
  if (scores.security !== null) return [severityOfScore(scores.security), "security-severity"];
  const securityWord = firstWord(ofRule2, ["security-severity"]) ?? firstWord(ofResult, ["security-severity"]);
  if (securityWord !== null) return [securityWord, "security-severity"];
  if (scores.cvss !== null) return [severityOfScore(scores.cvss), "cvss"];
  const ruleWord = firstWord(ofRule2, ["severity", "problem.severity"]);
  if (ruleWord !== null && !facts.profile.levelIsNoSeverity) return [ruleWord, "rule-property"];
  if (category === "secret" && !level.stated) return ["high", "secret-default"];
  if (tool === "unknown" || facts.profile.levelIsNoSeverity || level.level === null) return ["unknown", "none"];
  return [OF_LEVEL[level.level], level.stated ? "level" : "level-default"];
}
function resolveSeverity(facts, level, category) {
  const scores = scoresOf(propertiesOf(facts.result), propertiesOf(facts.rule));
  const [severity, severitySource] = choose2(facts, level, category, scores);
  const score = scores.security ?? scores.cvss;
  return { severity, severitySource, score, severityConflict: disagree(level, score, facts) };
}

// src/core/sarif/tools/code.ts
var CODE_TOOLS = [
  {
    names: ["codeql", "codeql command-line toolchain", "lgtm.com", "semmle ql"],
    weaknessIsNoEvidence: true,
    tagsEveryRule: true,
    writes: ["sast", "quality"]
  },
  { names: ["semgrep", "semgrep oss", "semgrep pro", "opengrep"], category: "sast", writes: ["sast", "secret", "sca"] },
  {
    names: ["snykcode", "snyk-cli", "snyk code"],
    category: "sast",
    writes: ["sast"],
    severity: [{ in: "result-property", path: ["snykPolicy/v1", "severity"] }]
  },
  { names: ["bandit"], category: "sast", writes: ["sast", "secret"] },
  { names: ["gosec"], category: "sast", writes: ["sast"], severity: [{ in: "tags" }] },
  // Its level is how sure it is, not how bad the finding is.
  { names: ["brakeman"], category: "sast", writes: ["sast"], levelIsNoSeverity: true },
  { names: ["horusecengine", "horusec"], category: "sast", writes: ["sast", "secret"] },
  {
    names: ["veracode", "veracode static analysis pipeline scan"],
    category: "sast",
    writes: ["sast"],
    severity: [{ in: "rank" }],
    ruleIdIsCwe: true,
    htmlMessages: true
  },
  { names: ["checkmarx - sast"], category: "sast", writes: ["sast"] },
  {
    names: [
      "contrast scan",
      "hcl appscan static analyzer",
      "micro focus fortify static code analyzer",
      "opentext fortify",
      "fortify",
      "security code scan",
      "devskim",
      "webskim",
      "bearer",
      "njsscan",
      "nodejsscan",
      "mobsfscan",
      "flawfinder",
      "datadog-static-analyzer",
      "positive technologies application inspector",
      "opentaint",
      "seqra",
      "cognium",
      "precaution",
      "mayhem code security",
      "mend.sast.java-driver-exec.jar",
      "mend.sast",
      "mend sast",
      "coverity",
      "klocwork",
      "aikido",
      "python security analysis",
      "java security analysis",
      "nodejs security analysis",
      "php security analysis"
    ],
    category: "sast",
    writes: ["sast"]
  },
  {
    names: ["spotbugs", "findsecbugs"],
    writes: ["sast", "quality"],
    securityRules: /^(?:SQL_|XSS_|HARD_CODE_|HRS_|PT_|DMI_CONSTANT_DB_PASSWORD|DMI_EMPTY_DB_PASSWORD|COMMAND_INJECTION|PATH_TRAVERSAL|WEAK_|PREDICTABLE_RANDOM|LDAP_|XXE_|XPATH_|SPRING_|OBJECT_DESERIALIZATION|UNSAFE_HASH|URLCONNECTION_SSRF|UNVALIDATED_REDIRECT|CIPHER_|ECB_MODE|DES_USAGE|RSA_|STATIC_IV|INSECURE_|TEMPLATE_INJECTION|SCRIPT_ENGINE|TRUST_BOUNDARY|COOKIE_|HTTP_RESPONSE_SPLITTING|CRLF_)/,
    failureFlag: {
      meaning: "calls a run unsuccessful when it found bugs or missed classes",
      state: "complete",
      fatalExit: 4
    }
  },
  {
    names: ["eslint"],
    writes: ["sast", "quality"],
    securityRules: /^(?:security|no-unsanitized|no-secrets|xss|scanjs-rules|@microsoft\/sdl|security-node)\/|^(?:no-eval|no-implied-eval|no-new-func|no-script-url)$|^react\/no-danger$|^@typescript-eslint\/no-implied-eval$/,
    failureFlag: { meaning: "calls a run unsuccessful when one file does not parse", state: "degraded" }
  },
  {
    names: ["oxlint", "biome"],
    writes: ["sast", "quality"],
    securityRules: /^(?:lint\/)?security\/|(?:^|[/(])no-(?:eval|implied-eval|new-func|script-url|global-eval|dangerously-set-inner-html)\)?$/i
  },
  { names: ["ruff"], writes: ["sast", "quality"], securityRules: /^S\d{3}$/ },
  {
    names: ["gnu c", "gcc"],
    writes: ["sast", "quality"],
    fatalRule: /^fatal error$/
  },
  {
    names: ["sonarqube", "sonarcloud", "sonar"],
    writes: ["sast", "quality"],
    securityRules: /hotspot/i
  },
  {
    names: [
      "clang",
      "clang analyzer",
      "clang-tidy",
      "cppcheck",
      "pmd",
      "infer",
      "microsoft.netcore.analyzers",
      "msbuild",
      "binskim",
      "prefast",
      "pvs-studio",
      "staticdriververifier",
      "qodana",
      "qdpyc",
      "qdjvmc",
      "inspectcode"
    ],
    writes: ["sast", "quality"],
    securityRules: /^(?:CA(?:2100|3\d{3}|5\d{3})|BA\d{4}|security\.)/
  },
  {
    names: [
      "androidstudio",
      "android lint",
      "detekt",
      "ktlint",
      "pylint",
      "tslint",
      "phpstan",
      "psalm",
      "phan",
      "phpmd",
      "phplint",
      "php_codesniffer",
      "php-cs-fixer",
      "easy-coding-standard",
      "rector",
      "twig-cs-fixer",
      "mago",
      "spectral",
      "markdownlint",
      "ast-grep",
      "shellcheck",
      "shell script analysis",
      "tflint",
      "actionlint",
      "golangci-lint",
      "rubocop",
      "stylelint",
      "yamllint"
    ],
    writes: ["quality"]
  }
];

// src/core/sarif/tools/profile.ts
var lines2 = (place2, names) => Object.entries(names).flatMap(
  ([group2, label]) => label === null ? [] : [{ in: place2, pattern: new RegExp(`^${label}:[ \\t]*(?<${group2}>[^\\n]*)$`, "m") }]
);

// src/core/sarif/tools/dependencies.ts
var SNYK_SEVERITY = { in: "short-description", pattern: /^(critical|high|medium|low) severity\b/i };
var SNYK_PACKAGES = [
  { in: "logical-name", pattern: /^(?<name>.+)@(?<version>[^@]*)$/ },
  { in: "fix", pattern: /^Upgrade to .{1,300}@(?<fixed>[^@\s]+)$/ },
  {
    in: "help-markdown",
    pattern: /^Upgrade `[^`\n]{1,300}` to version (?<fixed>[^\n]{1,200}?),?(?: or higher)?\.?$/m
  },
  { in: "help-markdown", pattern: /^\* Package Manager: (?<type>\S+)$/m }
];
var DEPENDENCY_TOOLS = [
  {
    names: ["trivy"],
    writes: ["sca", "container", "iac", "secret"],
    typeTags: true,
    // One rule stands for one CVE and holds the last package's data: the message is the result's own.
    severity: [
      { in: "message", pattern: /^Severity: (\w+)$/m },
      { in: "tags" },
      { in: "rule-id", pattern: /^\[(\w+)\] / },
      { in: "help", pattern: /^Severity: (\w+)$/m }
    ],
    packages: [
      ...lines2("message", { name: "Package", version: "Installed Version", fixed: "Fixed Version", type: null }),
      { in: "location-message", pattern: /: (?<name>[^\s:][^\s]*)@(?<version>[^@\s]+)$/ },
      ...lines2("help", { name: "Package", version: "Installed Version", fixed: "Fixed Version", type: null })
    ]
  },
  {
    names: ["wizcli"],
    writes: ["sca", "container", "iac", "secret"],
    typeTags: true,
    severity: [{ in: "message", pattern: /^Severity: (\w+)$/m }, { in: "tags" }],
    unstableRuleIds: /^vulnerability-[0-9a-f]{8}-[0-9a-f-]{27}$/,
    packages: lines2("message", { name: "Component", version: "Version", fixed: "Fixed version", type: null })
  },
  {
    names: ["grype", "anchore grype scan", "anchore container vulnerability report"],
    writes: ["sca", "container"],
    leadingSlash: true,
    packages: [
      {
        in: "message",
        pattern: /^An? \w+ vulnerability in (?<type>[\w-]+) package: (?<name>[^\n]+), version (?<version>\S+) was found /
      },
      {
        in: "message",
        pattern: /reports (?<name>\S+) at version (?<version>\S+) {1,2}which (?:is|would result in) a vulnerable \((?<type>[\w-]+)\)/
      },
      ...lines2("help", { name: "Package", version: "Version", fixed: "Fix Version", type: "Type" })
    ]
  },
  {
    names: ["snyk container"],
    category: "container",
    writes: ["container"],
    severity: [SNYK_SEVERITY],
    packages: SNYK_PACKAGES
  },
  {
    names: ["snyk open source"],
    signature: /^SNYK-(?!CC-)[A-Z]+[A-Z0-9]*-|^snyk:lic:/,
    category: "sca",
    writes: ["sca"],
    severity: [SNYK_SEVERITY],
    packages: SNYK_PACKAGES
  },
  {
    names: ["osv-scanner"],
    category: "sca",
    writes: ["sca"],
    levelIsNoSeverity: true,
    packages: [
      { in: "message", pattern: /^Package '(?<name>[^'\n]+)@(?<version>[^@'\n]*)' is vulnerable to '/ },
      // The table "Fixed Versions": vulnerability, package, version.
      {
        in: "help-markdown",
        pattern: /^\| [\w-]{4,60} \| (?<name>[^|\n]{1,200}) \| (?<fixed>\d[^|\n/]{0,80}) \|$/gm
      }
    ]
  },
  {
    names: ["govulncheck"],
    category: "sca",
    writes: ["sca"],
    levelIsNoSeverity: true,
    reachabilityOfLevel: { error: "reachable", warning: "potential", note: "potential" },
    packages: [
      { in: "module", pattern: /^(?<name>[^@\s]+)@(?<version>\S+)$/ },
      { in: "message", pattern: /vulnerable modules? \((?<name>[^()\s,]+)\)/ },
      { in: "short-description", pattern: / in (?<name>[\w.-]+\.[a-z]+(?:\/[\w.~-]+)+)$/ },
      { in: "message", pattern: /packages? \((?<name>[\w-]+(?:\.[\w-]+)+\/[^()\s,]+)\)/ }
    ]
  },
  {
    names: ["cargo-audit"],
    category: "sca",
    writes: ["sca"],
    levelIsNoSeverity: true,
    packages: [{ in: "message", pattern: /^(?<name>[\w-]+) (?<version>\S+) is vulnerable to / }]
  },
  {
    names: ["dependency-check"],
    category: "sca",
    writes: ["sca"],
    levelIsNoSeverity: true,
    severity: [
      { in: "result-property", path: ["cvssv3_baseSeverity"] },
      { in: "result-property", path: ["severity"] },
      { in: "rule-property", path: ["cvssv3_baseSeverity"] },
      { in: "rule-property", path: ["cvssv2_severity"] },
      { in: "result-property", path: ["cvssv2_severity"] }
    ]
  },
  {
    names: ["prisma cloud"],
    category: "container",
    writes: ["container"],
    // `level: none` is written for low vulnerabilities.
    severity: [
      { in: "short-description", pattern: /\((critical|important|high|medium|moderate|low)\)\s*$/i },
      { in: "full-description", pattern: /^(critical|important|high|medium|moderate|low) severity /i }
    ],
    levelIsNoSeverity: true,
    packages: [
      {
        in: "help-markdown",
        pattern: /^\| \[[^\]\n]{1,100}\]\([^)\n]{0,300}\) \|[^|\n]*\|[^|\n]*\| *(?<name>[^|\n]+?) *\| *(?<version>[^|\n]*?) *\|(?: *fixed in (?<fixed>[^|\n]+?) *\|)?/m
      },
      { in: "full-description", pattern: / found in (?<name>\S+) version (?<version>\S+)$/ }
    ]
  },
  {
    names: ["orca shift-left security"],
    writes: ["sca", "container", "iac", "secret"],
    category: "sca",
    severity: [{ in: "markdown", pattern: /^Severity: (\w+)$/m }],
    packages: [
      { in: "markdown", pattern: /^(?<name>[^\s()]+) \([A-Z]+-[^()\n]+\)$/m },
      ...lines2("markdown", { name: null, version: "Installed version", fixed: "Fixed version", type: null })
    ]
  },
  { names: ["composer"], category: "sca", writes: ["sca"] },
  { names: ["black duck", "blackduck"], signature: /^BDSA-\d{4}-/, category: "sca", writes: ["sca"], noFiles: true },
  { names: ["jfrog applicability scanner", "jfrog xray", "jfrog xray scanner"], category: "sca", writes: ["sca"] },
  { names: ["jfrog malicious code scanner"], category: "sca", writes: ["sca"] },
  {
    names: ["jfrog terraform scanner", "jfrog iac scanner"],
    category: "iac",
    secretRules: /^(?:entropy|EXP-\d|REQ\.SECRET)|secret/i,
    writes: ["iac", "secret"]
  },
  { names: ["jfrog secrets scanner", "jfrog secrets"], category: "secret", writes: ["secret"] },
  { names: ["jfrog sast"], category: "sast", writes: ["sast"] },
  { names: ["dependabot"], category: "sca", writes: ["sca"] },
  {
    names: ["pip-audit", "npm audit", "npm-audit", "bundler-audit", "nancy", "safety"],
    category: "sca",
    writes: ["sca"]
  },
  { names: ["dockle"], category: "container", writes: ["container"] },
  { names: ["clair", "anchore", "docker scout", "aqua"], category: "container", writes: ["container", "sca"] },
  {
    names: ["checkmarx one", "checkmarx"],
    writes: ["sast", "sca", "iac", "container", "secret"],
    typeTags: true,
    category: "sast"
  }
];

// src/core/sarif/tools/infrastructure.ts
var INFRASTRUCTURE_TOOLS = [
  {
    names: ["checkov", "bridgecrew"],
    signature: /^CKV2?_/,
    category: "iac",
    writes: ["iac", "secret", "sca"],
    leadingSlash: true
  },
  {
    names: ["tfsec", "terrascan", "kubescape", "kubeaudit", "polaris", "cfn-nag", "cfn_nag"],
    category: "iac",
    writes: ["iac"]
  },
  { names: ["kics"], category: "iac", writes: ["iac"], leadingSlash: true },
  { names: ["ansible-lint"], category: "iac", writes: ["iac"] },
  { names: ["hadolint"], category: "iac", writes: ["iac", "container"] },
  { names: ["zizmor"], category: "iac", writes: ["iac"] },
  { names: ["poutine"], category: "iac", writes: ["iac"] },
  {
    names: ["kube-linter"],
    category: "iac",
    writes: ["iac"],
    failureFlag: { meaning: "calls a run unsuccessful whenever it finds something", state: "complete" }
  },
  {
    names: ["snyk iac"],
    signature: /^SNYK-CC-/,
    category: "iac",
    writes: ["iac"],
    severity: [
      { in: "rule-property", path: ["problem", "severity"] },
      { in: "short-description", pattern: /^(critical|high|medium|low) severity\b/i }
    ]
  },
  { names: ["scorecard"], category: "other", writes: ["other"] },
  {
    names: ["nuclei"],
    category: "other",
    writes: ["other"],
    noFiles: true,
    severity: [{ in: "markdown", pattern: /^\|\s*severity\s*\|\s*(\w+)\s*\|/im }]
  },
  {
    names: ["zap", "owasp zap", "mapi", "mayhem for api", "contrast security", "stackhawk", "burp"],
    category: "other",
    writes: ["other"],
    noFiles: true
  },
  // Traces what it found in the running system to the source.
  { names: ["nightvision"], category: "other", writes: ["other"] },
  {
    names: ["nessus", "heimdall", "openscap", "cis-cat", "cis-cat pro assessor"],
    category: "other",
    writes: ["other"],
    noFiles: true
  }
];

// src/core/sarif/tools/secrets.ts
var SECRET_TOOLS = [
  {
    names: [
      "gitleaks",
      "trufflehog",
      "gitguardian ggshield",
      "ggshield",
      "secretlint",
      "detect-secrets",
      "noseyparker",
      "nosey parker",
      "kingfisher",
      "whispers",
      "github secret scanning"
    ],
    category: "secret",
    writes: ["secret"]
  }
];

// src/core/sarif/tools/registry.ts
var UNKNOWN_TOOL = { names: [], writes: [] };
var PROFILES = [...DEPENDENCY_TOOLS, ...SECRET_TOOLS, ...INFRASTRUCTURE_TOOLS, ...CODE_TOOLS];
var byName = new Map(PROFILES.flatMap((profile) => profile.names.map((name) => [name, profile])));
var signed = PROFILES.filter((profile) => profile.signature !== void 0);
var ALL_PACKAGE_PATTERNS = PROFILES.flatMap((profile) => profile.packages ?? []);
function profileOf(driverName) {
  const name = driverName.trim().toLowerCase();
  for (let length = Math.min(name.length, 80); length > 1; length--) {
    if (length < name.length && /[\p{L}\p{N}]/u.test(name.charAt(length)) && !/^gnu c$/.test(name.slice(0, length)))
      continue;
    const profile = byName.get(name.slice(0, length));
    if (profile !== void 0) return profile;
  }
  return UNKNOWN_TOOL;
}
var profileOfRule = (ruleId) => signed.find((profile) => profile.signature?.test(ruleId)) ?? UNKNOWN_TOOL;

// src/core/sarif/category.ts
var RULE_IDS = [
  [
    /^(?:CVE-\d{4}-|GHSA-|GO-\d{4}-|RUSTSEC-|PYSEC-|MAL-\d|DLA-\d|DSA-\d|RHSA-|ALAS|OSV-\d|SNYK-(?!CC-)[A-Z]+[0-9]*-|BDSA-|snyk:lic|npm:[^:]+:\d{8}|ANCHOREVULN_|LIC_[^@\s]+@)/,
    "dependency"
  ],
  [/^(?:CKV_SECRET_|HS-LEAKS-|(?:[\w.-]+\.)?generic\.secrets\.|@secretlint\/)/, "secret"],
  [/^(?:CKV2?_(?:GHA|GITHUB|GITLAB|CIRCLECIPIPELINES|AZUREPIPELINES|BITBUCKET|ARGO)_|zizmor\/)/, "iac"],
  [/^(?:CIS-DI-|DKL-|DL\d{4}\b)/, "container"],
  [/^(?:CKV2?_|AVD-|KSV-?\d|AC_(?:AWS|AZURE|GCP|K8S|DOCKER)|SNYK-CC-|DS-?\d{3,4}$)/, "iac"],
  [/^(?:ssc-|(?:[\w.-]+\.)?rules\.dependency_aware\.)/, "dependency"]
];
var TYPE_TAGS = {
  vulnerability: "dependency",
  license: "sca",
  misconfiguration: "iac",
  "iac-misconfiguration": "iac",
  secret: "secret",
  sast: "sast",
  sca: "sca",
  kics: "iac",
  iac: "iac",
  containers: "container",
  "sscs-secret-detection": "secret"
};
var TYPE_NAMES = [
  [/^os ?package ?vulnerability$/i, "container"],
  [/^language-?specific ?package ?vulnerability$/i, "sca"],
  [/^(?:library|package) vulnerability$/i, "sca"],
  [/^misconfiguration$/i, "iac"],
  [/^secret$/i, "secret"],
  [/^license$/i, "sca"]
];
var INFRASTRUCTURE_FILE = /\.tf(?:vars|\.json)?$|(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[^/]*)?$|\.dockerfile$|\.bicep$/i;
var dependency = (evidence3) => isSystemType(evidence3.packageType) || evidence3.image && evidence3.packageType === null ? "container" : "sca";
function byType(facts, evidence3) {
  const name = textAt("rule-name", facts) ?? "";
  const named = TYPE_NAMES.find(([pattern]) => pattern.test(name))?.[1];
  if (named !== void 0) return named;
  const suffix = /\((sast|sca|kics|iac|containers|sscs-secret-detection)\)$/i.exec(facts.ruleId)?.[1];
  for (const tag2 of suffix === void 0 ? facts.tags : [suffix]) {
    const key = tag2.toLowerCase();
    const category = Object.hasOwn(TYPE_TAGS, key) ? TYPE_TAGS[key] : void 0;
    if (category !== void 0) return category === "dependency" ? dependency(evidence3) : category;
  }
  return null;
}
function byRuleId(facts, evidence3) {
  const category = RULE_IDS.find(([pattern]) => pattern.test(facts.ruleId))?.[1];
  if (category === "dependency") return facts.profile.category === "container" ? "container" : dependency(evidence3);
  return category ?? null;
}
var SECURITY_TAG = /^(?:security|vulnerability|owasp\b.*|datadog_category:security)$/i;
var isSecurity2 = (facts, evidence3) => evidence3.identifiers.length > 0 && !facts.profile.weaknessIsNoEvidence || facts.tags.some((tag2) => SECURITY_TAG.test(tag2)) || [propertiesOf(facts.rule), propertiesOf(facts.result)].some(
  (bag) => usableScore(member(bag, "security-severity")) !== null
);
function byPlace3(evidence3, security) {
  const { path: path2 } = evidence3;
  if (evidence3.image) return "container";
  if (path2 === null) return null;
  if (isLockFile(path2) || security && typeOfFile(path2) !== null) return dependency(evidence3);
  return INFRASTRUCTURE_FILE.test(path2) ? "iac" : null;
}
function categoryOf(facts, evidence3) {
  const { profile } = facts;
  const unknown = profile === UNKNOWN_TOOL;
  if (profile.typeTags) {
    const typed = byType(facts, evidence3);
    if (typed !== null) return typed;
  }
  if (member(propertiesOf(facts.result), "exposure") !== void 0) return dependency(evidence3);
  const ruled = profile.category === "secret" ? null : byRuleId(facts, evidence3);
  if (ruled !== null) return ruled;
  if (profile.secretRules?.test(facts.ruleId)) return "secret";
  if (profile.category !== void 0) return profile.category;
  if (profile.typeTags) return dependency(evidence3);
  if (profile.securityRules?.test(facts.ruleId)) return "sast";
  return unknown ? byEvidence(facts, evidence3) : ofAnalyser(facts, evidence3);
}
function ofAnalyser(facts, evidence3) {
  if (isSecurity2(facts, evidence3)) return "sast";
  return facts.profile.tagsEveryRule && facts.tags.length === 0 ? "sast" : "quality";
}
function byEvidence(facts, evidence3) {
  const tag2 = facts.tags.find((candidate) => /^(?:secrets?|(?:iac-)?misconfiguration)$/i.test(candidate));
  if (tag2 !== void 0) return /^secrets?$/i.test(tag2) ? "secret" : "iac";
  const security = isSecurity2(facts, evidence3);
  return byPlace3(evidence3, security) ?? (security ? "sast" : "other");
}

// src/core/sarif/clues.ts
var MAX_FINGERPRINT = 300;
var SHORTEST = 8;
var NOT_IDENTITY = /* @__PURE__ */ new Set([
  "commitSha",
  "email",
  "author",
  "date",
  "commitMessage",
  "vulnerabilityHash",
  "primaryLocationStartColumnFingerprint",
  "scanFileHash",
  "scanTagsHash",
  "flawHashCount",
  "flawHashOrdinal",
  "causeHashCount",
  "causeHashOrdinal"
]);
var PLACEHOLDER2 = /^(?:requires login|none|null|undefined|unknown|n\/a|0+|-1)$/i;
var base = (key) => key.replace(/\/v\d+$/, "");
function usable(key, value, ruleId) {
  if (value === null || value.length < SHORTEST || value.length > MAX_FINGERPRINT) return false;
  if (NOT_IDENTITY.has(key) || NOT_IDENTITY.has(base(key)) || PLACEHOLDER2.test(value.trim())) return false;
  return key !== ruleId && value !== ruleId;
}
function fingerprintsOf(result, ruleId, dependency2) {
  const entries = [];
  for (const bag of ["fingerprints", "partialFingerprints"]) {
    const object = asObject(member(result, bag));
    if (object === null) continue;
    for (const key of Object.keys(object).slice(0, 20)) {
      if (dependency2 && key === "primaryLocationLineHash") continue;
      const own = member(object, key);
      const value = asString(own) ?? asString(member(asObject(own), "value"));
      if (usable(key, value, ruleId) && !entries.some(([known4]) => known4 === key)) entries.push([key, value]);
    }
  }
  return entries.length === 0 ? NONE : Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1));
}
var NONE = {};

// src/core/sarif/identifiers.ts
var ADVISORIES = [
  [/\bGHSA(?:-[23456789cfghjmpqrvwx]{4}){3}(?![a-z0-9])/gi, (id) => `GHSA${id.slice(4).toLowerCase()}`],
  [
    /(?<![A-Za-z0-9])(?:CVE-\d{4}-\d{4,19}|GO-\d{4}-\d{4,9}|RUSTSEC-\d{4}-\d{4,9}|PYSEC-\d{4}-\d{1,9}|OSV-\d{4}-\d{1,9}|MAL-\d{4}-\d{1,9}|BDSA-\d{4}-\d{4,9}|USN-\d{1,6}-\d{1,3}|D[SL]A-\d{3,6}-\d{1,3}|ALAS2?-\d{4}-\d{1,6}|RH[SBE]A-\d{4}:\d{1,9}|ELSA-\d{4}-\d{1,9})(?![0-9])/gi,
    (id) => id.toUpperCase()
  ],
  [/(?<![A-Za-z0-9])SNYK-(?!CC-)[A-Z]{2,}[A-Z0-9]{0,20}-[A-Z0-9]{1,60}-\d{1,12}(?!\d)/g, (id) => id]
];
var CWE = /(?<![a-z])cwe[-: _/]{1,2}0{0,4}([1-9]\d{0,4})(?!\d)/gi;
var CWE_ADDRESS = /cwe\.mitre\.org\/data\/definitions\/0{0,4}([1-9]\d{0,4})(?!\d)/gi;
var ADVISORY_HINT = /(?:cve|ghsa|go|sec|osv|mal|bdsa|usn|d[sl]a|alas2?|rh[sbe]a|elsa|snyk)-/i;
var NONE2 = [];
function advisoriesIn(value) {
  if (!ADVISORY_HINT.test(value)) return NONE2;
  return ADVISORIES.flatMap(([pattern, spelling]) => (value.match(pattern) ?? []).map(spelling));
}
var weaknessesIn = (value) => /cwe/i.test(value) ? [...value.matchAll(CWE), ...value.matchAll(CWE_ADDRESS)].map((match3) => `CWE-${match3[1]}`) : NONE2;
var bareNumber = (value) => {
  const match3 = /^\s*0{0,4}([1-9]\d{0,4})\s*$/.exec(value);
  return match3 === null ? [] : [`CWE-${match3[1]}`];
};
function taxonomyOf(component2, taxonomies) {
  const name = text(component2, "name");
  const guid = text(component2, "guid");
  const position = index(component2, "index");
  if (name !== null) return taxonomies.find((candidate) => text(candidate, "name") === name) ?? { name };
  if (guid !== null) return taxonomies.find((candidate) => text(candidate, "guid") === guid) ?? null;
  return position === null ? null : taxonomies[position] ?? null;
}
function weaknessOfTaxon(taxon2, taxonomies) {
  const taxonomy = taxonomyOf(asObject(member(taxon2, "toolComponent")), taxonomies);
  const position = index(taxon2, "index");
  const listed = position === null ? null : asObject(asArray(member(taxonomy, "taxa"))[position]);
  const value = member(taxon2, "id") ?? member(listed, "id");
  const id = typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
  const written = weaknessesIn(id);
  if (written.length > 0) return written;
  return /^cwe\b/i.test(text(taxonomy, "name") ?? "") ? bareNumber(id) : [];
}
function weaknessOfProperty(value) {
  if (typeof value === "number") return bareNumber(String(value));
  if (typeof value === "string") {
    const written = weaknessesIn(value);
    return written.length > 0 ? written : bareNumber(value);
  }
  return asArray(value).slice(0, 50).flatMap((element2) => Array.isArray(element2) ? [] : weaknessOfProperty(element2));
}
var advisoriesOfProperties = (bag) => ["cve", "aliases", "AdvisoryId"].flatMap((key) => {
  const value = member(bag, key);
  return (typeof value === "string" ? [value] : strings(value)).flatMap(advisoriesIn);
});
var bagIds = (bag) => {
  const tags = strings(member(bag, "tags"));
  return {
    advisories: [...tags.flatMap(advisoriesIn), ...advisoriesOfProperties(bag)],
    weaknesses: [
      ...tags.flatMap(weaknessesIn),
      ...["cwe", "cwes", "CWE"].flatMap((key) => weaknessOfProperty(member(bag, key)))
    ]
  };
};
var LEADING_LIST = /^\(([^()]{0,500})\)/;
var sorted = (ids) => [...new Set(ids)].sort();
function idsOfRule(ruleId, rule2, ruleIdIsCwe, taxonomies) {
  const bag = bagIds(propertiesOf(rule2));
  const short = String(at2(rule2, ["shortDescription", "text"]) ?? "");
  const full = String(at2(rule2, ["fullDescription", "text"]) ?? "");
  const advisories = [
    ...advisoriesIn(ruleId),
    ...strings(member(rule2, "deprecatedIds")).flatMap(advisoriesIn),
    ...bag.advisories
  ];
  const weaknesses = [
    ...bag.weaknesses,
    ...ruleIdIsCwe ? bareNumber(ruleId) : weaknessesIn(ruleId),
    ...asArray(member(rule2, "relationships")).flatMap(
      (relationship) => weaknessOfTaxon(asObject(member(asObject(relationship), "target")), taxonomies)
    )
  ];
  return {
    advisories,
    weaknesses,
    described: [short, full].flatMap(advisoriesIn),
    named: [short, LEADING_LIST.exec(full)?.[1] ?? ""].flatMap(advisoriesIn),
    explained: [short, full, text(rule2, "helpUri") ?? ""].flatMap(weaknessesIn),
    all: sorted([...advisories, ...weaknesses])
  };
}
var NO_IDS = { advisories: [], weaknesses: [] };
function idsOfResult(result, taxonomies) {
  const bag = propertiesOf(result);
  const own = bag === null ? NO_IDS : bagIds(bag);
  const taxa = asArray(member(result, "taxa")).flatMap((taxon2) => weaknessOfTaxon(asObject(taxon2), taxonomies));
  return taxa.length === 0 ? own : { ...own, weaknesses: [...own.weaknesses, ...taxa] };
}
function identifiersOf(facts, ofRule2, taxonomies) {
  const own = idsOfResult(facts.result, taxonomies);
  const structured = own.advisories.length === 0 ? ofRule2.advisories : [...ofRule2.advisories, ...own.advisories];
  const added = [...own.advisories, ...own.weaknesses];
  if (structured.length === 0) {
    added.push(...ofRule2.described, ...advisoriesIn(facts.message), ...advisoriesIn(textAt("markdown", facts) ?? ""));
  } else if (!structured.some((id) => id.startsWith("CVE-"))) {
    added.push(...ofRule2.named, ...advisoriesIn(facts.message.slice(0, 300)));
  }
  if (ofRule2.weaknesses.length === 0 && own.weaknesses.length === 0) {
    added.push(...ofRule2.explained, ...weaknessesIn(facts.message), ...weaknessesIn(textAt("markdown", facts) ?? ""));
  }
  return added.length === 0 ? ofRule2.all : sorted([...ofRule2.all, ...added]);
}
var isAdvisory2 = (identifier) => !identifier.startsWith("CWE-");

// src/core/sarif/level.ts
var LEVELS3 = ["none", "note", "warning", "error"];
var known2 = new Set(LEVELS3);
var asLevel = (word) => word !== null && known2.has(word) ? word : null;
function overriddenLevel(result, ruleId, rule2, invocations) {
  const position = index(asObject(member(result, "provenance")), "invocationIndex");
  if (position === null) return null;
  for (const element2 of asArray(member(invocations[position] ?? null, "ruleConfigurationOverrides"))) {
    const override = asObject(element2);
    const descriptor = asObject(member(override, "descriptor"));
    const id = text(descriptor, "id");
    const guid = text(descriptor, "guid");
    const designated = id === null ? guid !== null ? guid === text(rule2, "guid") : index(descriptor, "index") !== null && index(descriptor, "index") === index(result, "ruleIndex") : id === ruleId || id === text(rule2, "id");
    const level = designated ? text(asObject(member(override, "configuration")), "level") : null;
    if (level !== null) return level;
  }
  return null;
}
function effectiveLevel(result, kind, ruleId, rule2, invocations) {
  const words = [
    text(result, "level"),
    overriddenLevel(result, ruleId, rule2, invocations),
    text(asObject(member(rule2, "defaultConfiguration")), "level")
  ];
  const level = words.map(asLevel).find((candidate) => candidate !== null) ?? null;
  const unknownWord = words.find((word) => word !== null && asLevel(word) === null) ?? null;
  if (level !== null) return { level, stated: true, unknownWord };
  return { level: kind === "open" ? null : "warning", stated: false, unknownWord };
}

// src/core/sarif/purl.ts
var encoded = (value) => encodeURIComponent(value).replace(/%3A/g, ":").replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
function purlOf(type, rawName, version2) {
  const separated = type === "maven" ? rawName.replace(/:/g, "/") : rawName;
  const name = type === "pypi" ? separated.toLowerCase().replace(/_/g, "-") : ["composer", "deb", "apk", "golang", "hex", "githubactions"].includes(type) ? separated.toLowerCase() : separated;
  const path2 = name.split("/").filter((segment) => segment !== "").map(encoded).join("/");
  return `pkg:${type}/${path2}${version2 === null ? "" : `@${encoded(version2)}`}`;
}
var safelyDecoded = (value) => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
function partsOfPurl(purl) {
  const match3 = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]{0,40})\/([^?#]{1,500})/.exec(purl);
  if (match3 === null) return null;
  const [, type = "", rest = ""] = match3;
  const at3 = rest.lastIndexOf("@");
  const split = at3 > 0 && !rest.slice(at3).includes("/") ? at3 : rest.length;
  const name = safelyDecoded(rest.slice(0, split).replace(/^\/+|\/+$/g, ""));
  const version2 = split < rest.length ? safelyDecoded(rest.slice(split + 1)) : null;
  return name === "" ? null : { type: type.toLowerCase(), name, version: version2 };
}

// src/core/sarif/package.ts
var NOTHING2 = { package: null, type: null, fixAvailable: null };
var MAX_PART = 500;
var NO_VERSION = /^(?:|n\/a|none|null|unknown|undefined|-|\[\]|no fix(?:ed version)?|not fixed|will_not_fix)$/i;
var PROPERTY_PARTS = [
  ["name", ["component", "packageName"]],
  ["version", ["componentVersion", "packageVersion"]],
  ["fixed", ["fixedVersion"]],
  ["type", ["componentOrigin"]]
];
var TYPE_OF_RULE = [
  [/^SNYK-([A-Z]+)[0-9]*-/, (match3) => typeOfWord(match3[1] ?? "")],
  [/^GO-\d{4}-/, () => "golang"],
  [/^RUSTSEC-/, () => "cargo"],
  [/^PYSEC-/, () => "pypi"]
];
var bounded = (value) => value.replace(new RegExp("\\p{Cc}", "gu"), " ").trim().slice(0, MAX_PART);
function matchAbout(pattern, value, name) {
  if (!pattern.global) return pattern.exec(value)?.groups;
  for (const { groups: groups2 } of value.matchAll(pattern)) if (groups2?.name === name) return groups2;
  return void 0;
}
function fromPatterns(facts, parts) {
  const patterns = facts.profile === UNKNOWN_TOOL ? ALL_PACKAGE_PATTERNS : facts.profile.packages ?? [];
  for (const { in: place2, pattern } of patterns) {
    const groups2 = matchAbout(pattern, textAt(place2, facts) ?? "", parts.name);
    if (groups2 === void 0) continue;
    for (const key of ["name", "version", "fixed", "type"]) {
      const value = groups2[key];
      if (value !== void 0 && parts[key] === null) parts[key] = bounded(value);
    }
  }
}
function fromProperties(bag, parts) {
  for (const [part3, keys] of PROPERTY_PARTS) {
    for (const key of keys) {
      const value = text(bag, key);
      if (value !== null && parts[part3] === null) parts[part3] = bounded(value);
    }
  }
}
function explicitPurl(facts, name) {
  const own = propertiesOf(facts.result);
  const ofRule2 = propertiesOf(facts.rule);
  const candidates2 = [
    text(own, "purl") ?? "",
    ...strings(member(own, "purls")),
    textAt("logical-name", facts) ?? "",
    ...strings(member(ofRule2, "purls")),
    text(ofRule2, "purl") ?? ""
  ];
  return candidates2.find((candidate) => {
    const parts = candidate.startsWith("pkg:") ? partsOfPurl(candidate) : null;
    return parts !== null && (name === null || parts.name === name || parts.name.endsWith(`/${name}`));
  }) ?? null;
}
var IN_RULE_ID = [
  /^(?:CVE-\d{4}-\d{4,19}|GHSA(?:-[0-9a-z]{4}){3}|LIC)_(?<name>[^@\s]{1,200})@(?<version>\S{1,100})$/,
  /^(?:CVE-\d{4}-\d{4,19}|GHSA(?:-[0-9a-z]{4}){3})-(?<name>[^\s]{1,200})$/
];
function typeOf3(facts, parts, path2) {
  const worded = parts.type === null ? null : typeOfWord(parts.type);
  if (worded !== null) return worded;
  if (facts.profile.packages !== void 0) {
    for (const tag2 of facts.tags) {
      const tagged = typeOfWord(tag2);
      if (tagged !== null) return tagged;
    }
  }
  for (const [pattern, type] of TYPE_OF_RULE) {
    const match3 = pattern.exec(facts.ruleId);
    const found = match3 === null ? null : type(match3);
    if (found !== null) return found;
  }
  return path2 === null ? null : typeOfFile(path2);
}
var version = (value) => value === null || NO_VERSION.test(value) ? null : value;
function fixOf2(facts, fixed2) {
  if (version(fixed2) !== null) return true;
  if (fixed2 !== null) return false;
  const stated = member(propertiesOf(facts.result), "solutionAvailable");
  return typeof stated === "boolean" ? stated : null;
}
function byPurl(facts, parts, purl) {
  const written = partsOfPurl(purl);
  if (written === null) return null;
  const textual = parts.name?.startsWith("pkg:") === true;
  const known4 = version(textual ? written.version : parts.version ?? written.version);
  return {
    package: {
      purl: written.version === known4 ? purl : purlOf(written.type, written.name, known4),
      name: parts.name === null || textual ? written.name : parts.name,
      version: known4,
      fixedVersion: version(parts.fixed)
    },
    type: written.type,
    fixAvailable: fixOf2(facts, parts.fixed)
  };
}
function fromRuleId(ruleId, parts) {
  for (const pattern of IN_RULE_ID) {
    const groups2 = pattern.exec(ruleId)?.groups;
    parts.name ??= groups2?.name ?? null;
    parts.version ??= groups2?.version ?? null;
  }
}
function packageOf2(facts, path2) {
  const { writes } = facts.profile;
  if (writes.length > 0 && !writes.some((category) => category === "sca" || category === "container")) return NOTHING2;
  const parts = { name: null, version: null, fixed: null, type: null };
  fromProperties(propertiesOf(facts.result), parts);
  fromPatterns(facts, parts);
  const purl = explicitPurl(facts, parts.name);
  const found = purl === null ? null : byPurl(facts, parts, purl);
  if (found !== null) return found;
  if (parts.name === null) fromRuleId(facts.ruleId, parts);
  const type = typeOf3(facts, parts, path2);
  const fixAvailable = fixOf2(facts, parts.fixed);
  if (parts.name === null || parts.name === "") return { package: null, type, fixAvailable };
  const known4 = version(parts.version);
  const url = type === null ? null : purlOf(type, parts.name, known4);
  return {
    package: { purl: url, name: parts.name, version: known4, fixedVersion: version(parts.fixed) },
    type,
    fixAvailable
  };
}

// src/core/sarif/reachability.ts
var WORDS3 = {
  reachable: "reachable",
  always_reachable: "reachable",
  applicable: "reachable",
  true: "reachable",
  yes: "reachable",
  conditionally_reachable: "potential",
  potential: "potential",
  unreachable: "unreachable",
  not_applicable: "unreachable",
  false: "unreachable",
  no: "unreachable"
};
function reachabilityOf2(facts, level, scanLevel) {
  const stated = level.stated && level.level !== null ? facts.profile.reachabilityOfLevel?.[level.level] : void 0;
  if (facts.profile.reachabilityOfLevel !== void 0) {
    return stated !== void 0 && (scanLevel === null || scanLevel === "symbol") ? stated : "unknown";
  }
  const own = propertiesOf(facts.result);
  const ofRule2 = propertiesOf(facts.rule);
  for (const value of [
    member(own, "exposure"),
    member(own, "applicability"),
    member(ofRule2, "applicability"),
    member(own, "reachable")
  ]) {
    const word = typeof value === "boolean" ? String(value) : asString(value)?.toLowerCase() ?? "";
    if (Object.hasOwn(WORDS3, word)) return WORDS3[word] ?? "unknown";
  }
  return "unknown";
}

// src/core/sarif/secrets.ts
import { createHash as createHash4 } from "node:crypto";
var MASK = "***";
var SHORTEST2 = 4;
var TOKEN = /[A-Za-z0-9+/_=.-]{15,}[A-Za-z0-9+/_=]/g;
var FILE_NAME = /\/.*\.[A-Za-z]{1,5}$/;
var COMMIT2 = /^[0-9a-f]{40}$|^[0-9a-f]{64}$/;
function looksSecret(token, keep3) {
  if (COMMIT2.test(token) || FILE_NAME.test(token) || keep3.some((text2) => text2.includes(token))) return false;
  return /\d/.test(token) && /[A-Za-z]/.test(token);
}
function maskSecrets2(message2, quoted, keep3) {
  let masked = message2;
  for (const quote of quoted) {
    const secret = quote?.trim() ?? "";
    if (secret.length >= SHORTEST2 && !keep3.includes(secret)) masked = masked.replaceAll(secret, MASK);
  }
  return masked.replace(TOKEN, (token) => looksSecret(token, keep3) ? MASK : token);
}
var REDACTED2 = /^[*xX.\s]*$|redacted|\*{3,}/i;
function secretStandIn(ruleId, secret) {
  const value = secret?.trim() ?? "";
  if (value === "" || REDACTED2.test(value)) return null;
  return `sha256:${createHash4("sha256").update(`policy-gate/secret
${ruleId}
${value}`).digest("hex").slice(0, 32)}`;
}

// src/core/sarif/suppression.ts
function suppressionOf2(result) {
  const elements = asArray(member(result, "suppressions")).map(asObject).filter((element2) => element2 !== null);
  const first = elements[0];
  if (first === void 0) return null;
  const states = elements.map((element2) => text(element2, "status") ?? text(element2, "state") ?? "accepted");
  if (states.some((state) => state !== "accepted" && !/^suppressed/i.test(state))) return null;
  const inSource = text(first, "kind") === "inSource" || text(first, "state") === "suppressedInSource";
  const justification = elements.map((element2) => text(element2, "justification")).find((reason2) => reason2 !== null);
  return { kind: inSource ? "in-source" : "external", justification: justification?.slice(0, 1e3) ?? null };
}

// src/core/sarif/time.ts
var ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?(?:Z|[+-]\d{2}:\d{2})?$/i;
function utc(value) {
  const trimmed = value?.trim() ?? "";
  if (!ISO.test(trimmed)) return null;
  const [date = "", clock] = [trimmed.slice(0, 10), trimmed.slice(11)];
  const zoned = clock === void 0 || clock === "" ? `${date}T00:00:00Z` : `${date}T${clock}${/(?:Z|[+-]\d{2}:\d{2})$/i.test(clock) ? "" : "Z"}`;
  const milliseconds = Date.parse(zoned);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, "Z");
}

// src/core/sarif/result.ts
var KINDS = /* @__PURE__ */ new Set(["pass", "open", "informational", "notApplicable", "review", "fail"]);
function findingKind(result) {
  if (asString(member(result, "baselineState")) === "absent") return null;
  const kind = asString(member(result, "kind"));
  if (kind === null || !KINDS.has(kind) || kind === "fail") return "fail";
  return kind === "open" ? "open" : null;
}
var BUILD_FILE = /(?:^|\/)(?:[^/]*(?:Dockerfile|Containerfile)[^/]*|[^/]+\.(?:ya?ml|json|tf|toml))$/i;
var IN_IMAGE = /\bfound in image |\binstalled in the container\b/;
function isImage(facts, place2, run) {
  if (facts.profile.noFiles) return false;
  if (place2.kind === "file" && BUILD_FILE.test(place2.path)) return false;
  if (run.imageName !== null || IN_IMAGE.test(facts.message)) return true;
  const named = textAt("rule-name", facts);
  return facts.profile.category === "container" || named === "OsPackageVulnerability" || named === "OS package vulnerability";
}
function ruleFactsOf(found, run) {
  const known4 = run.ruleFacts.get(found);
  if (known4 !== void 0) return known4;
  const { rule: rule2 } = found;
  const ruleId = found.id ?? text(rule2, "name") ?? "unnamed-rule";
  const profile = run.profile === UNKNOWN_TOOL ? profileOfRule(ruleId) : run.profile;
  const helpUri = text(rule2, "helpUri");
  const facts = {
    ruleId,
    profile,
    tags: [...new Set(strings(member(propertiesOf(rule2), "tags")))],
    ids: idsOfRule(ruleId, rule2, profile.ruleIdIsCwe === true, run.taxonomies),
    helpUri: helpUri !== null && /^https?:\/\//i.test(helpUri) ? helpUri : null
  };
  run.ruleFacts.set(found, facts);
  return facts;
}
function factsOf3(result, found, ofRule2) {
  const { rule: rule2 } = found;
  const { ruleId, profile } = ofRule2;
  const raw = messageText(asObject(member(result, "message")), rule2, found.globalMessages) ?? asString(at2(rule2, ["shortDescription", "text"])) ?? asString(at2(rule2, ["fullDescription", "text"])) ?? text(rule2, "name") ?? "";
  return {
    result,
    rule: rule2,
    profile,
    ruleId,
    message: plainText(profile.htmlMessages ? withoutTags(raw) : raw),
    location: asObject(asArray(member(result, "locations"))[0]),
    tags: tagsOf(ofRule2.tags, result)
  };
}
var tagsOf = (ofRule2, result) => {
  const own = strings(member(propertiesOf(result), "tags"));
  return own.length === 0 ? ofRule2 : [.../* @__PURE__ */ new Set([...ofRule2, ...own])];
};
function placeProblem(problem, claimed, region2) {
  const { startLine } = regionOf(region2);
  const path2 = plainText(claimed).replace(/\s+/g, " ").slice(-300);
  return `${path2}${startLine === null ? "" : `:${startLine}`}: ${problem}.`;
}
function placedAt(place2, region2, image) {
  if (place2.kind === "unmappable" && !image) {
    return { location: null, placeProblem: placeProblem(place2.problem, place2.claimed, region2), reference: null };
  }
  if (place2.kind === "file" && !image) {
    return { location: { path: place2.path, ...regionOf(region2) }, placeProblem: null, reference: null };
  }
  const reference = place2.kind === "none" ? place2.reference : place2.kind === "file" ? place2.path : place2.claimed;
  return { location: null, placeProblem: null, reference };
}
function resourceOf(facts, run) {
  const named = logicalName(facts.location);
  if (named !== null) return named;
  const position = member(asObject(asArray(member(facts.location, "logicalLocations"))[0]), "index");
  const shared = typeof position === "number" ? run.logicalLocations[position] ?? null : null;
  return text(shared, "fullyQualifiedName") ?? text(shared, "name");
}
function symbolOf(facts, placed2, named, run) {
  const resource = resourceOf(facts, run);
  if (placed2.reference === null) return resource;
  return resource === null || named ? placed2.reference : `${placed2.reference}#${resource}`;
}
function stableRuleId(facts, identifiers) {
  if (!facts.profile.unstableRuleIds?.test(facts.ruleId)) return facts.ruleId;
  return identifiers.find(isAdvisory2) ?? facts.ruleId;
}
function cluesOf(facts, category, region2, symbol) {
  const snippet = asString(at2(region2, ["snippet", "text"]));
  const offender = text(propertiesOf(facts.result), "offender");
  const dependency2 = category === "sca" || category === "container";
  return {
    snippet: category === "secret" ? secretStandIn(facts.ruleId, offender ?? snippet) : snippet,
    fingerprints: fingerprintsOf(facts.result, facts.ruleId, dependency2),
    symbol
  };
}
function messageOf(facts, category, region2, place2) {
  if (category !== "secret") return facts.message;
  const quoted = [text(propertiesOf(facts.result), "offender"), asString(at2(region2, ["snippet", "text"]))];
  const keep3 = [facts.ruleId, place2.kind === "file" ? place2.path : "", text(facts.rule, "name") ?? ""];
  return maskSecrets2(facts.message, quoted, keep3);
}
function findingOf(result, kind, run) {
  const found = run.findRule(result);
  if (found.inconsistent) run.warn("Some results point to a rule of another id; the id was trusted.");
  const ofRule2 = ruleFactsOf(found, run);
  const facts = factsOf3(result, found, ofRule2);
  const physical = asObject(member(facts.location, "physicalLocation"));
  const region2 = asObject(member(physical, "region"));
  const place2 = run.mapPath(asObject(member(physical, "artifactLocation")));
  const image = isImage(facts, place2, run);
  const ids = identifiersOf(facts, ofRule2.ids, run.taxonomies);
  const identifiers = ids === ofRule2.ids.all ? ids : run.shareAll(ids);
  const placed2 = placedAt(place2, region2, image || facts.profile.noFiles === true);
  const claimed = place2.kind === "file" ? place2.path : place2.kind === "unmappable" ? place2.claimed : null;
  const named = packageOf2(facts, claimed);
  const category = categoryOf(facts, {
    path: claimed,
    image,
    packageType: named.type,
    identifiers
  });
  const level = effectiveLevel(result, kind, facts.ruleId, found.rule, run.invocations);
  if (level.unknownWord !== null) run.warn("Some results have a level that SARIF 2.1.0 does not know; it was ignored.");
  const dependency2 = category === "sca" || category === "container";
  return {
    tool: run.tool,
    toolVersion: run.toolVersion,
    ruleId: run.share(stableRuleId(facts, identifiers)),
    category,
    ...resolveSeverity(facts, level, category),
    message: messageOf(facts, category, region2, place2),
    helpUri: ofRule2.helpUri,
    location: placed2.location,
    placeProblem: placed2.placeProblem,
    identifiers,
    package: dependency2 ? named.package : null,
    reachability: reachabilityOf2(facts, level, run.scanLevel),
    fixAvailable: dependency2 ? named.fixAvailable : null,
    tags: facts.tags === ofRule2.tags ? facts.tags : run.shareAll(facts.tags),
    suppression: suppressionOf2(result),
    firstDetected: utc(text(asObject(member(result, "provenance")), "firstDetectionTimeUtc")),
    clues: cluesOf(facts, category, region2, symbolOf(facts, placed2, named.package !== null, run)),
    occurrences: 1,
    sources: run.sources
  };
}

// src/core/sarif/normalise.ts
var NAMELESS_TOOL = "unknown tool";
function sharing() {
  const single2 = /* @__PURE__ */ new Map();
  const lists = /* @__PURE__ */ new Map();
  const keep3 = (map, key, value) => {
    const known4 = map.get(key);
    if (known4 !== void 0) return known4;
    map.set(key, value);
    return value;
  };
  return {
    share: (value) => keep3(single2, value, value),
    shareAll: (values) => keep3(lists, values.join("\0"), values)
  };
}
function contextOf2(run, name, roots, warn) {
  const tool = asObject(member(run, "tool"));
  const driver = asObject(member(tool, "driver"));
  const driverName = text(driver, "name") ?? text(driver, "fullName");
  if (driverName === null) warn("A run does not name its tool.");
  const profile = profileOf(driverName ?? "");
  return {
    tool: driverName === null ? NAMELESS_TOOL : plainText(driverName).replace(/\s+/g, " ").slice(0, 200),
    toolVersion: text(driver, "semanticVersion") ?? text(driver, "version"),
    profile,
    sources: [name],
    findRule: ruleFinder(tool),
    ruleFacts: /* @__PURE__ */ new Map(),
    mapPath: pathMapper(pathContext(run, roots, profile.leadingSlash === true)),
    invocations: asArray(member(run, "invocations")).map(asObject),
    logicalLocations: asArray(member(run, "logicalLocations")).map(asObject),
    taxonomies: asArray(member(run, "taxonomies")).map(asObject),
    imageName: text(asObject(member(run, "properties")), "imageName"),
    scanLevel: text(asObject(member(driver, "properties")), "scan_level"),
    ...sharing(),
    warn
  };
}
function automationCategory(run) {
  const id = text(asObject(member(run, "automationDetails")), "id") ?? "";
  const category = id.slice(0, Math.max(id.lastIndexOf("/"), 0));
  return category === "" ? null : category;
}
var valuesOf = (run, list4, key) => asArray(member(run, list4)).flatMap((element2) => text(asObject(element2), key) ?? []);
function factsOfRun(run, context, counts, found, state) {
  const written = /* @__PURE__ */ new Set([...context.profile.writes, ...found]);
  const ends = valuesOf(run, "invocations", "endTimeUtc").flatMap((value) => utc(value) ?? []);
  return {
    tool: context.tool,
    version: context.toolVersion,
    automationCategory: automationCategory(run),
    ...counts,
    ...state,
    categories: CATEGORIES.filter((category) => written.has(category)),
    revisions: [...new Set(valuesOf(run, "versionControlProvenance", "revisionId"))],
    endTime: ends.sort().at(-1) ?? null
  };
}
function versionProblem(log, versions) {
  const version2 = text(log, "version");
  const named210 = /(?:^|[^0-9.])2\.1\.0(?![0-9])/.test(text(log, "$schema") ?? "");
  if (version2 === "2.1.0") return null;
  if (version2 === null) {
    return named210 ? null : "The file does not say which version of SARIF it is. Ask the scanner for 2.1.0";
  }
  if (named210 && versions.includes(version2)) return null;
  return `SARIF version ${plainText(version2).slice(0, 40)} is not supported. Ask the scanner for 2.1.0`;
}
var worse = (state, other) => other !== null && state.state !== "failed" && (other.state === "failed" || state.state === "complete") ? other : state;
function inlineState(log) {
  return asArray(member(log, "inlineExternalProperties")).map((value) => externalState(asObject(value))).reduce(
    (worst2, state) => worst2 === null || state?.state === "failed" ? state ?? worst2 : worst2,
    null
  );
}
function createNormaliser(name, options) {
  const pending = /* @__PURE__ */ new Map();
  const findings2 = [];
  const runs = [];
  const versions = [];
  const warnings2 = /* @__PURE__ */ new Set();
  let log = null;
  const convert = (results, context) => {
    const found = /* @__PURE__ */ new Set();
    let notFindings = 0;
    let fatalResult = false;
    for (let position = 0; position < results.length; position++) {
      const result = results[position] ?? {};
      results[position] = null;
      const kind = findingKind(result);
      if (kind === null) {
        notFindings++;
        continue;
      }
      const finding = findingOf(result, kind, context);
      fatalResult ||= context.profile.fatalRule?.test(finding.ruleId) === true;
      found.add(finding.category);
      findings2.push(finding);
    }
    return { found, notFindings, fatalResult };
  };
  return {
    result(runIndex, result) {
      const list4 = pending.get(runIndex);
      if (list4 === void 0) pending.set(runIndex, [result]);
      else list4.push(result);
    },
    run(runIndex, run, property) {
      const results = pending.get(runIndex) ?? [];
      pending.delete(runIndex);
      const context = contextOf2(run, name, options.roots, (warning) => warnings2.add(warning));
      const count3 = results.length;
      const { found, notFindings, fatalResult } = convert(results, context);
      const { profile, tool } = context;
      const state = runState(run, { results: property, count: count3, fatalResult, profile, tool });
      const driver = at2(run, ["tool", "driver"]);
      versions.push(text(asObject(driver), "semanticVersion"), text(asObject(driver), "version"));
      runs.push(factsOfRun(run, context, { results: count3, notFindings }, found, state));
    },
    log(members) {
      log = members;
    },
    finish(problem) {
      for (const runIndex of [...pending.keys()].sort((a, b) => a - b)) this.run(runIndex, {}, "array");
      const external2 = inlineState(log);
      const own = log === null ? "The file is no SARIF log" : versionProblem(log, versions);
      const empty = runs.length === 0 ? "The file has no run: nothing says that anything was scanned" : null;
      const message2 = own ?? empty;
      return {
        runs: runs.map((run) => ({ ...run, ...worse(run, external2) })),
        findings: findings2,
        results: runs.reduce((sum, run) => sum + run.results, 0),
        notFindings: runs.reduce((sum, run) => sum + run.notFindings, 0),
        problem: problem ?? (message2 === null ? null : { offset: null, message: message2 }),
        warnings: [...warnings2].sort()
      };
    }
  };
}

// src/core/sarif/projection.ts
var MESSAGE = 4e3;
var SNIPPET = 2e3;
var HELP = 8e3;
var NAME = 1e3;
var PATH = 8192;
var message = { text: MESSAGE, markdown: MESSAGE, id: NAME, arguments: [NAME] };
var description = { text: MESSAGE, markdown: MESSAGE };
var artifactLocation = { uri: PATH, uriBaseId: PATH, index: true };
var componentReference = { name: NAME, guid: NAME, index: true };
var taxon = { id: NAME, index: true, guid: NAME, toolComponent: componentReference };
var properties2 = {
  tags: [NAME],
  "security-severity": true,
  "problem.severity": NAME,
  problem: { severity: NAME },
  precision: NAME,
  severity: true,
  Severity: true,
  issue_severity: NAME,
  securityRisk: NAME,
  "zizmor/severity": NAME,
  DevSkimSeverity: NAME,
  cvssv2_severity: NAME,
  cvssv3_baseSeverity: NAME,
  cvssv3_baseScore: true,
  cvssv4_baseScore: true,
  cvssv40_baseScore: true,
  risk: NAME,
  "snykPolicy/v1": { severity: NAME },
  exposure: NAME,
  applicability: NAME,
  reachable: true,
  cwe: true,
  cwes: true,
  CWE: true,
  cve: true,
  aliases: true,
  "github/alertNumber": true,
  purl: NAME,
  purls: [NAME],
  component: NAME,
  componentVersion: NAME,
  componentOrigin: NAME,
  solutionAvailable: true,
  packageName: NAME,
  packageVersion: NAME,
  fixedVersion: NAME,
  AdvisoryId: NAME,
  offender: SNIPPET,
  kind: NAME
};
var location = {
  physicalLocation: {
    artifactLocation,
    region: { startLine: true, startColumn: true, endLine: true, endColumn: true, snippet: { text: SNIPPET } }
  },
  logicalLocations: [{ fullyQualifiedName: NAME, name: NAME, index: true }],
  message: { text: NAME }
};
var rule = {
  id: NAME,
  name: NAME,
  guid: NAME,
  deprecatedIds: [NAME],
  shortDescription: description,
  fullDescription: description,
  messageStrings: true,
  defaultConfiguration: { level: NAME },
  helpUri: NAME,
  help: { text: HELP, markdown: HELP },
  properties: properties2,
  relationships: [{ target: taxon, kinds: [NAME] }]
};
var component = {
  name: NAME,
  fullName: NAME,
  guid: NAME,
  semanticVersion: NAME,
  version: NAME,
  properties: { scan_level: NAME },
  globalMessageStrings: true,
  rules: [rule]
};
var notification = { level: NAME, message: { text: 500 }, descriptor: { id: NAME } };
var RESULT_PROJECTION = {
  ruleId: NAME,
  ruleIndex: true,
  rule: { id: NAME, index: true, guid: NAME, toolComponent: componentReference },
  kind: NAME,
  level: NAME,
  rank: true,
  message,
  locations: [location],
  fingerprints: true,
  partialFingerprints: true,
  suppressions: [{ kind: NAME, status: NAME, state: NAME, justification: NAME }],
  baselineState: NAME,
  taxa: [taxon],
  provenance: { firstDetectionTimeUtc: NAME, invocationIndex: true },
  // Snyk names the fixed version only here.
  fixes: [{ description: { text: NAME } }],
  // govulncheck names the module and its version only here.
  stacks: [{ frames: [{ module: NAME }] }],
  properties: properties2
};
var external = {
  results: [{}],
  artifacts: [{}],
  logicalLocations: [{}],
  invocations: [{}],
  extensions: [{}],
  policies: [{}],
  driver: {},
  conversion: {}
};
var RUN_PROJECTION = {
  tool: { driver: component, extensions: [component] },
  invocations: [
    {
      executionSuccessful: true,
      exitCode: true,
      exitSignalName: NAME,
      exitSignalNumber: true,
      processStartFailureMessage: NAME,
      endTimeUtc: NAME,
      workingDirectory: artifactLocation,
      toolExecutionNotifications: [notification],
      toolConfigurationNotifications: [notification],
      ruleConfigurationOverrides: [
        {
          descriptor: { id: NAME, index: true, guid: NAME, toolComponent: componentReference },
          configuration: { level: NAME }
        }
      ]
    }
  ],
  originalUriBaseIds: true,
  artifacts: [{ location: artifactLocation }],
  logicalLocations: [{ fullyQualifiedName: NAME, name: NAME }],
  automationDetails: { id: NAME },
  versionControlProvenance: [{ revisionId: NAME }],
  taxonomies: [{ name: NAME, guid: NAME, taxa: [{ id: NAME, guid: NAME }] }],
  externalPropertyFileReferences: external,
  properties: { imageName: NAME }
};
var LOG_PROJECTION = {
  version: NAME,
  $schema: NAME,
  inlineExternalProperties: [external],
  runs: [{ ...RUN_PROJECTION, results: [RESULT_PROJECTION] }]
};

// src/core/sarif/reader/sarif-reader.ts
import { Buffer as Buffer5 } from "node:buffer";

// src/core/sarif/reader/grammar.ts
var VALUE = 0;
var ELEMENT_OR_CLOSE = 1;
var KEY_OR_CLOSE = 2;
var KEY = 3;
var COLON = 4;
var AFTER_MEMBER = 5;
var AFTER_ELEMENT = 6;
var DONE = 7;
var STRING = 16;
var NAME2 = 17;
var NUMBER = 18;
var LITERAL = 19;
var OPEN_OBJECT = 20;
var OPEN_ARRAY = 21;
var CLOSE_OBJECT = 22;
var CLOSE_ARRAY = 23;
var BAD = 24;
var QUOTE = 34;
var BACKSLASH = 92;
var STATES = [VALUE, ELEMENT_OR_CLOSE, KEY_OR_CLOSE, KEY, COLON, AFTER_MEMBER, AFTER_ELEMENT, DONE];
var EXPECTED = [
  "a value",
  "a value or ]",
  "a member name or }",
  "a member name",
  ":",
  ", or }",
  ", or ]",
  "the end of the file"
];
var NEXT = buildTable();
function buildTable() {
  const table3 = new Uint8Array(256 * STATES.length).fill(BAD);
  const on = (states, bytes, next) => {
    for (const state of states) {
      for (const byte of bytes) table3[state << 8 | byte.charCodeAt(0)] = next;
    }
  };
  for (const state of STATES) on([state], " 	\n\r", state);
  const value = [VALUE, ELEMENT_OR_CLOSE];
  on(value, '"', STRING);
  on(value, "-0123456789", NUMBER);
  on(value, "tfn", LITERAL);
  on(value, "{", OPEN_OBJECT);
  on(value, "[", OPEN_ARRAY);
  on([KEY_OR_CLOSE, KEY], '"', NAME2);
  on([COLON], ":", VALUE);
  on([AFTER_MEMBER], ",", KEY);
  on([AFTER_ELEMENT], ",", VALUE);
  on([KEY_OR_CLOSE, AFTER_MEMBER], "}", CLOSE_OBJECT);
  on([ELEMENT_OR_CLOSE, AFTER_ELEMENT], "]", CLOSE_ARRAY);
  return table3;
}
var SPECIAL = Uint8Array.from(
  { length: 256 },
  (_, byte) => byte < 32 || byte >= 128 || byte === QUOTE || byte === BACKSLASH ? 1 : 0
);

// src/core/sarif/reader/machine.ts
import { Buffer as Buffer3 } from "node:buffer";

// src/core/sarif/reader/text.ts
import { Buffer as Buffer2 } from "node:buffer";

// src/core/sarif/reader/scan.ts
var UNFINISHED = -1;
var WRONG = -2;
function plainEnd(bytes, start, end) {
  let at3 = start;
  while (at3 < end && SPECIAL[bytes[at3]] === 0) at3 += 1;
  return at3;
}
function closingQuote(machine, start) {
  const { buffer, end } = machine;
  let at3 = start;
  for (; ; ) {
    at3 = plainEnd(buffer, at3, end);
    if (at3 >= end) return pause(machine, at3);
    const byte = buffer[at3];
    if (byte === QUOTE) return at3;
    const length = byte === BACKSLASH ? escapeLength(machine, at3) : byte < 32 ? controlLength(machine, at3) : sequenceLength(machine, at3);
    if (length === UNFINISHED) return pause(machine, at3);
    if (length === WRONG) return WRONG;
    at3 += length;
  }
}
function pause(machine, at3) {
  machine.resume = at3;
  return UNFINISHED;
}
function controlLength(machine, at3) {
  const code2 = machine.buffer[at3].toString(16).padStart(2, "0");
  flaw(machine, at3, `control character 0x${code2} in a string`);
  return 1;
}
function escapeLength(machine, at3) {
  const { buffer, end } = machine;
  machine.escaped = true;
  if (at3 + 1 >= end) return UNFINISHED;
  const kind = buffer[at3 + 1];
  if (kind !== 117) {
    if (SIMPLE_ESCAPES[kind] !== 0) return 2;
    fail2(machine, at3, "bad escape in a string");
    return WRONG;
  }
  for (let digit2 = at3 + 2; digit2 < at3 + 6; digit2 += 1) {
    if (digit2 >= end) return UNFINISHED;
    if (HEX[buffer[digit2]] > 15) {
      fail2(machine, at3, "bad \\u escape in a string");
      return WRONG;
    }
  }
  return 6;
}
function sequenceLength(machine, at3) {
  const { buffer, end } = machine;
  machine.wide = true;
  const lead = buffer[at3];
  const length = lead < 194 ? 0 : lead < 224 ? 2 : lead < 240 ? 3 : lead < 245 ? 4 : 0;
  if (length > 0 && at3 + 1 >= end) return UNFINISHED;
  if (length === 0 || !isSecond(lead, buffer[at3 + 1])) return badSequence(machine, at3);
  for (let next = at3 + 2; next < at3 + length; next += 1) {
    if (next >= end) return UNFINISHED;
    if ((buffer[next] & 192) !== 128) return badSequence(machine, at3);
  }
  return length;
}
function isSecond(lead, second) {
  const lowest = lead === 224 ? 160 : lead === 240 ? 144 : 128;
  const highest = lead === 237 ? 159 : lead === 244 ? 143 : 191;
  return second >= lowest && second <= highest;
}
function badSequence(machine, at3) {
  flaw(machine, at3, "invalid UTF-8");
  return 1;
}
var SIMPLE_ESCAPES = new Uint8Array(256);
for (const [letter, code2] of [
  ['"', 34],
  ["\\", 92],
  ["/", 47],
  ["b", 8],
  ["f", 12],
  ["n", 10],
  ["r", 13],
  ["t", 9]
]) {
  SIMPLE_ESCAPES[letter.charCodeAt(0)] = code2;
}
var HEX = new Uint8Array(256).fill(255);
for (let digit2 = 0; digit2 < 16; digit2 += 1) {
  HEX[digit2.toString(16).charCodeAt(0)] = digit2;
  HEX[digit2.toString(16).toUpperCase().charCodeAt(0)] = digit2;
}
function numberEnd(machine, start) {
  const { buffer, end } = machine;
  const first = buffer[start] === MINUS ? start + 1 : start;
  let at3 = digitsEnd(buffer, first, end);
  if (at3 < end && buffer[first] === ZERO && at3 > first + 1) return badNumber(machine, start);
  if (at3 < end && at3 > first && buffer[at3] === DOT) at3 = someDigitsEnd(buffer, at3 + 1, end);
  if (at3 < end && at3 > first && (buffer[at3] | 32) === 101) {
    const sign = at3 + 1 < end ? buffer[at3 + 1] : MINUS;
    at3 = someDigitsEnd(buffer, sign === MINUS || sign === PLUS ? at3 + 2 : at3 + 1, end);
  }
  if (at3 === first && at3 < end || at3 === WRONG) return badNumber(machine, start);
  if (at3 < end) return at3;
  return end - start > LONGEST_NUMBER ? tooLong(machine, start) : UNFINISHED;
}
var LONGEST_NUMBER = 65536;
var MINUS = 45;
var PLUS = 43;
var DOT = 46;
var ZERO = 48;
function digitsEnd(bytes, start, end) {
  let at3 = start;
  while (at3 < end && bytes[at3] >= ZERO && bytes[at3] <= 57) at3 += 1;
  return at3;
}
function someDigitsEnd(bytes, start, end) {
  const at3 = digitsEnd(bytes, start, end);
  return at3 === start && at3 < end ? WRONG : at3;
}
function badNumber(machine, start) {
  fail2(machine, start, "bad number");
  return WRONG;
}
function tooLong(machine, start) {
  fail2(machine, start, "a string, name or number is too long");
  return WRONG;
}
var WORDS4 = ["true", "false", "null"].map((word) => Uint8Array.from(word, (letter) => letter.charCodeAt(0)));
function literalEnd(machine, start) {
  const { buffer, end } = machine;
  const word = WORDS4.find((candidate) => candidate[0] === buffer[start]);
  for (let at3 = 0; at3 < word.length; at3 += 1) {
    if (start + at3 >= end) return UNFINISHED;
    if (buffer[start + at3] !== word[at3]) {
      fail2(machine, start, "unknown word: neither true, false nor null");
      return WRONG;
    }
  }
  return start + word.length;
}

// src/core/sarif/reader/text.ts
var SLOTS = 4096;
var INTERNED_LENGTH = 96;
function createInterned() {
  return {
    strings: new Array(SLOTS).fill(""),
    lengths: new Uint8Array(SLOTS),
    bytes: new Uint8Array(SLOTS * INTERNED_LENGTH)
  };
}
function textOf2(interned, buffer, start, end, cap2, escaped, wide) {
  const length = end - start;
  if (length > INTERNED_LENGTH || length > cap2) return decode3(buffer, start, end, cap2, escaped, wide);
  let hash2 = length;
  for (let at3 = start; at3 < end; at3 += 1) hash2 = Math.imul(hash2, 31) + buffer[at3] | 0;
  const slot = (hash2 ^ hash2 >>> 15) & SLOTS - 1;
  if (matches2(interned, slot, buffer, start, length)) return interned.strings[slot];
  const text2 = decode3(buffer, start, end, cap2, escaped, wide);
  interned.strings[slot] = text2;
  interned.lengths[slot] = length;
  const from = slot * INTERNED_LENGTH;
  for (let at3 = 0; at3 < length; at3 += 1) interned.bytes[from + at3] = buffer[start + at3];
  return text2;
}
function matches2(interned, slot, buffer, start, length) {
  if (interned.lengths[slot] !== length) return false;
  const { bytes } = interned;
  const from = slot * INTERNED_LENGTH;
  for (let at3 = 0; at3 < length; at3 += 1) {
    if (bytes[from + at3] !== buffer[start + at3]) return false;
  }
  return true;
}
function decode3(buffer, start, end, cap2, escaped, wide) {
  if (escaped) return unescaped(buffer, start, end, cap2);
  if (!wide) return buffer.toString("latin1", start, end - start > cap2 ? start + cap2 : end);
  return cut3(buffer.toString("utf8", start, end - start > cap2 * 3 + 3 ? start + cap2 * 3 + 3 : end), cap2);
}
function cut3(text2, cap2) {
  if (text2.length <= cap2) return text2;
  const last = cap2 > 0 ? text2.charCodeAt(cap2 - 1) : 0;
  const kept = text2.slice(0, last >= 55296 && last < 56320 ? cap2 - 1 : cap2);
  return Buffer2.from(kept, "utf8").toString("utf8");
}
var scratch = Buffer2.alloc(4096);
function unescaped(buffer, start, end, cap2) {
  const last = Math.min(end, cap2 < ESCAPE_FREE ? start + (cap2 + 1) * LONGEST_ESCAPE : end);
  if (scratch.length < last - start + LONGEST_ESCAPE) scratch = Buffer2.alloc((last - start) * 2 + LONGEST_ESCAPE);
  let to = 0;
  let at3 = start;
  while (at3 < last) {
    const byte = buffer[at3];
    if (byte !== BACKSLASH) {
      scratch[to] = byte;
      to += 1;
      at3 += 1;
    } else if (buffer[at3 + 1] !== 117) {
      scratch[to] = SIMPLE_ESCAPES[buffer[at3 + 1]];
      to += 1;
      at3 += 2;
    } else {
      const code2 = codePoint(buffer, at3, end);
      to = writeUtf8(code2, to);
      at3 += code2 > 65535 ? 12 : 6;
    }
  }
  const text2 = cut3(scratch.toString("utf8", 0, to), cap2);
  if (scratch.length > SCRATCH_KEPT) scratch = Buffer2.alloc(4096);
  return text2;
}
var LONGEST_ESCAPE = 6;
var ESCAPE_FREE = 16777216;
var SCRATCH_KEPT = 2 ** 20;
function codePoint(buffer, at3, end) {
  const unit = hexUnit(buffer, at3);
  if (unit < 55296 || unit > 57343) return unit;
  if (unit > 56319 || at3 + 12 > end || buffer[at3 + 6] !== BACKSLASH || buffer[at3 + 7] !== 117) return 65533;
  const low = hexUnit(buffer, at3 + 6);
  return low < 56320 || low > 57343 ? 65533 : (unit - 55296 << 10) + (low - 56320) + 65536;
}
function hexUnit(buffer, at3) {
  let unit = 0;
  for (let digit2 = at3 + 2; digit2 < at3 + 6; digit2 += 1) unit = unit << 4 | HEX[buffer[digit2]];
  return unit;
}
function writeUtf8(code2, to) {
  if (code2 < 128) {
    scratch[to] = code2;
    return to + 1;
  }
  if (code2 < 2048) {
    scratch[to] = 192 | code2 >> 6;
    scratch[to + 1] = 128 | code2 & 63;
    return to + 2;
  }
  if (code2 < 65536) {
    scratch[to] = 224 | code2 >> 12;
    scratch[to + 1] = 128 | code2 >> 6 & 63;
    scratch[to + 2] = 128 | code2 & 63;
    return to + 3;
  }
  scratch[to] = 240 | code2 >> 18;
  scratch[to + 1] = 128 | code2 >> 12 & 63;
  scratch[to + 2] = 128 | code2 >> 6 & 63;
  scratch[to + 3] = 128 | code2 & 63;
  return to + 4;
}

// src/core/sarif/reader/machine.ts
var DEFAULT_LIMITS = { depth: 512, token: 32 * 2 ** 20, held: 256 * 2 ** 20 };
function createMachine(plan, path2, limits) {
  return {
    limits,
    buffer: Buffer3.alloc(0),
    position: 0,
    end: 0,
    base: 0,
    resume: 0,
    escaped: false,
    wide: false,
    state: VALUE,
    depth: 0,
    isObject: new Uint8Array(limits.depth + 1),
    floor: -1,
    skippingString: false,
    plan: null,
    container: null,
    name: "",
    target: plan,
    plans: [],
    containers: [],
    names: [],
    held: 0,
    log: null,
    interned: createInterned(),
    path: path2,
    fatal: null,
    flaw: null
  };
}
function after(machine, depth) {
  if (depth === 0) return DONE;
  return machine.isObject[depth] === 1 ? AFTER_MEMBER : AFTER_ELEMENT;
}
function fail2(machine, position, message2) {
  machine.fatal ??= { offset: machine.base + position, message: message2 };
}
function flaw(machine, position, message2) {
  machine.flaw ??= { offset: machine.base + position, message: message2 };
}
function failUnexpected(machine, position, state) {
  const byte = machine.buffer[position] ?? 0;
  const shown4 = byte > 32 && byte < 127 ? String.fromCharCode(byte) : `0x${byte.toString(16).padStart(2, "0")}`;
  if (state === DONE) fail2(machine, position, `unexpected ${shown4} after the end of the JSON text`);
  else fail2(machine, position, `unexpected ${shown4} where ${EXPECTED[state] ?? "nothing"} should be`);
}

// src/core/sarif/reader/plan.ts
import { Buffer as Buffer4 } from "node:buffer";
var KEEP = 0;
var TEXT = 1;
var LIST = 2;
var MEMBERS = 3;
var PLAIN2 = 0;
var LOG = 1;
var RUNS = 2;
var RUN = 3;
var RESULTS = 4;
var MISPLACED_TEXT = 1024;
var UNLIMITED = 1073741823;
var keep = wholePlan();
function wholePlan() {
  const plan = {
    kind: KEEP,
    cap: UNLIMITED,
    element: null,
    members: null,
    role: PLAIN2
  };
  plan.element = plan;
  return plan;
}
function logPlan(projection) {
  const runs = memberOf(projection, "runs");
  const run = elementOf(runs);
  const results = memberOf(run, "results");
  const result = elementOf(results);
  const resultPlan = result === true || isTree(result) ? compile3(result) : membersPlan([], PLAIN2);
  const runPlan = pathPlan(run, "results", listPlan(resultPlan, RESULTS), RUN);
  return pathPlan(projection, "runs", listPlan(runPlan, RUNS), LOG);
}
function compile3(projection) {
  if (projection === true) return keep;
  if (typeof projection === "number") {
    return { kind: TEXT, cap: projection, element: null, members: null, role: PLAIN2 };
  }
  const element2 = elementOf(projection);
  if (element2 !== void 0) return listPlan(compile3(element2), PLAIN2);
  return membersPlan(
    Object.entries(projection).map(([name, value]) => [name, compile3(value)]),
    PLAIN2
  );
}
function pathPlan(projection, name, plan, role) {
  const others = isTree(projection) ? Object.entries(projection).filter(([other]) => other !== name) : [];
  const members = [...others.map(([other, value]) => [other, compile3(value)]), [name, plan]];
  return membersPlan(members, role, projection === true ? keep : null);
}
var isTree = (projection) => typeof projection === "object" && !Array.isArray(projection);
function memberOf(projection, name) {
  if (projection === true) return true;
  return isTree(projection) && Object.hasOwn(projection, name) ? projection[name] : void 0;
}
function elementOf(projection) {
  if (projection === true) return true;
  return Array.isArray(projection) ? projection[0] : void 0;
}
var listPlan = (element2, role) => ({
  kind: LIST,
  cap: MISPLACED_TEXT,
  element: element2,
  members: null,
  role
});
function membersPlan(members, role, others = null) {
  const names = members.map(([name]) => name);
  const bytes = names.map((name) => Uint8Array.from(Buffer4.from(name, "utf8")));
  const table3 = {
    names,
    bytes,
    plans: members.map(([, plan]) => plan),
    byName: new Map(names.map((name, index2) => [name, index2])),
    ...slotsFor(bytes)
  };
  return { kind: MEMBERS, cap: MISPLACED_TEXT, element: others, members: table3, role };
}
var slotOf = (length, first, last, spread, mask2) => length * spread + first * 31 + last * (spread + 2) & mask2;
function slotsFor(names) {
  let size = 8;
  while (size < names.length * 4) size *= 2;
  let best = { slots: placed(names, size, 1), spread: 1, moved: collisions(names, size, 1) };
  for (let spread = 2; spread < 64 && best.moved > 0; spread += 1) {
    const moved = collisions(names, size, spread);
    if (moved < best.moved) best = { slots: placed(names, size, spread), spread, moved };
  }
  return best;
}
var collisions = (names, size, spread) => names.length - new Set(names.map((name) => slotOf(name.length, name[0] ?? 0, name.at(-1) ?? 0, spread, size - 1))).size;
function placed(names, size, spread) {
  const slots = new Int16Array(size).fill(-1);
  names.forEach((name, index2) => {
    let slot = slotOf(name.length, name[0] ?? 0, name.at(-1) ?? 0, spread, size - 1);
    while (slots[slot] !== -1) slot = slot + 1 & size - 1;
    slots[slot] = index2;
  });
  return slots;
}
function findMember(table3, bytes, start, end) {
  const { slots } = table3;
  const mask2 = slots.length - 1;
  const length = end - start;
  const first = length > 0 ? bytes[start] : 0;
  const last = length > 0 ? bytes[end - 1] : 0;
  let slot = slotOf(length, first, last, table3.spread, mask2);
  for (; ; ) {
    const index2 = slots[slot];
    if (index2 < 0 || sameBytes(table3.bytes[index2], bytes, start, length)) return index2;
    slot = slot + 1 & mask2;
  }
}
function sameBytes(name, bytes, start, length) {
  if (name.length !== length) return false;
  for (let at3 = 0; at3 < length; at3 += 1) {
    if (name[at3] !== bytes[start + at3]) return false;
  }
  return true;
}

// src/core/sarif/reader/keep.ts
var VALUE_BYTES = 64;
function hold(machine, at3, text2) {
  machine.held += VALUE_BYTES + text2;
  if (machine.held <= machine.limits.held) return true;
  fail2(machine, at3, `one result, or the rest of one run, holds more than ${machine.limits.held} bytes`);
  return false;
}
function keep2(machine, at3, value, text2) {
  const { plan, container } = machine;
  if (!hold(machine, at3, text2)) return;
  if (plan === null || plan.role !== PLAIN2 || machine.target.role !== PLAIN2) machine.path.scalar(machine, at3, value);
  else if (machine.isObject[machine.depth] === 1) setMember(machine, at3, container, value);
  else container.push(value);
}
function setMember(machine, at3, draft, value) {
  const { name } = machine;
  const old = draft[name];
  const kept = old !== void 0 && Object.hasOwn(draft, name) ? duplicate(machine, at3, old, value) : value;
  if (name !== "__proto__") draft[name] = kept;
  else Object.defineProperty(draft, name, { value: kept, enumerable: true, configurable: true, writable: true });
}
function duplicate(machine, at3, old, value) {
  if (JSON.stringify(old) === JSON.stringify(value)) return value;
  const isRated = machine.plan?.kind === KEEP && /score|severity/i.test(machine.name);
  if (isRated && isScore(old) && isScore(value)) return Number(old) > Number(value) ? old : value;
  flaw(machine, at3, `duplicate member ${JSON.stringify(machine.name.slice(0, 80))} with different values`);
  return value;
}
var isScore = (value) => typeof value === "number" || typeof value === "string" && /^\d{1,2}(\.\d{1,4})?$/.test(value);

// src/core/sarif/reader/skip.ts
function skip(machine) {
  if (machine.skippingString && !finishString(machine)) return false;
  const { buffer, end, floor } = machine;
  let at3 = machine.position;
  let state = machine.state;
  let behind = after(machine, machine.depth);
  while (machine.depth > floor || state !== behind) {
    if (at3 >= end) return suspend(machine, at3, state);
    const action = NEXT[state << 8 | buffer[at3]];
    if (action < STRING) {
      state = action;
      at3 += 1;
      continue;
    }
    if (action <= NAME2) {
      const quote = plainEnd(buffer, at3 + 1, end);
      if (quote < end && buffer[quote] === QUOTE) {
        state = action === NAME2 ? COLON : behind;
        at3 = quote + 1;
        continue;
      }
    }
    suspend(machine, at3, state);
    if (!skipToken(machine, at3, action)) return false;
    at3 = machine.position;
    state = machine.state;
    behind = after(machine, machine.depth);
  }
  suspend(machine, at3, state);
  machine.floor = -1;
  return true;
}
function suspend(machine, at3, state) {
  machine.position = at3;
  machine.state = state;
  return false;
}
function skipToken(machine, at3, action) {
  if (action <= NAME2) {
    machine.position = at3 + 1;
    machine.state = action === NAME2 ? COLON : after(machine, machine.depth);
    return finishString(machine);
  }
  if (action === CLOSE_OBJECT || action === CLOSE_ARRAY) {
    machine.depth -= 1;
    machine.position = at3 + 1;
    machine.state = after(machine, machine.depth);
    return true;
  }
  if (action === OPEN_OBJECT || action === OPEN_ARRAY) {
    if (!enter(machine, at3, machine.depth, action)) return false;
    machine.depth += 1;
    machine.position = at3 + 1;
    machine.state = action === OPEN_OBJECT ? KEY_OR_CLOSE : ELEMENT_OR_CLOSE;
    return true;
  }
  const next = scalarEnd(machine, at3, action);
  if (next < 0) return false;
  machine.position = next;
  machine.state = after(machine, machine.depth);
  return true;
}
function finishString(machine) {
  const quote = closingQuote(machine, Math.max(machine.position, machine.resume));
  machine.skippingString = quote < 0;
  machine.position = quote < 0 ? machine.resume : quote + 1;
  machine.resume = 0;
  return quote >= 0;
}
function enter(machine, at3, depth, action) {
  if (depth >= machine.limits.depth) {
    fail2(machine, at3, `nested deeper than ${machine.limits.depth} levels`);
    return false;
  }
  machine.isObject[depth + 1] = action === OPEN_OBJECT ? 1 : 0;
  return true;
}
function scalarEnd(machine, at3, action) {
  if (action === NUMBER) return numberEnd(machine, at3);
  if (action === LITERAL) return literalEnd(machine, at3);
  failUnexpected(machine, at3, machine.state);
  return -1;
}

// src/core/sarif/reader/build.ts
function build3(machine) {
  const { buffer, end } = machine;
  while (machine.fatal === null) {
    if (machine.floor >= 0 && !skip(machine)) return;
    let at3 = machine.position;
    let state = machine.state;
    let action = state;
    while (at3 < end) {
      action = NEXT[state << 8 | buffer[at3]];
      if (action >= STRING) break;
      state = action;
      at3 += 1;
    }
    machine.position = at3;
    machine.state = state;
    if (at3 >= end || !act(machine, at3, action)) return;
  }
}
function act(machine, at3, action) {
  switch (action) {
    case STRING:
      return readString(machine, at3);
    case NAME2:
      return readName(machine, at3);
    case NUMBER:
      return readScalar(machine, at3, numberEnd(machine, at3), numberValue);
    case LITERAL:
      return readScalar(machine, at3, literalEnd(machine, at3), literalValue);
    case OPEN_OBJECT:
    case OPEN_ARRAY:
      return open2(machine, at3, action);
    default:
      if (action < STRING || action > OPEN_ARRAY + 2) {
        failUnexpected(machine, at3, machine.state);
        return false;
      }
      machine.position = at3 + 1;
      close2(machine, at3);
      return true;
  }
}
function readScalar(machine, at3, end, parse2) {
  if (end < 0) return false;
  keep2(machine, at3, parse2(machine, at3, end), 0);
  machine.position = end;
  machine.state = after(machine, machine.depth);
  return true;
}
var literalValue = (machine, at3) => {
  const letter = machine.buffer[at3];
  return letter === 110 ? null : letter === 116;
};
function numberValue(machine, at3, end) {
  if (end - at3 <= 9) {
    let integer = 0;
    let digit2 = at3;
    while (digit2 < end && machine.buffer[digit2] >= 48 && machine.buffer[digit2] <= 57) {
      integer = integer * 10 + machine.buffer[digit2] - 48;
      digit2 += 1;
    }
    if (digit2 === end) return integer;
  }
  const value = Number(machine.buffer.toString("latin1", at3, end));
  return Number.isFinite(value) ? value : null;
}
function stringEnd(machine, at3) {
  let quote;
  if (machine.resume > at3) quote = closingQuote(machine, machine.resume);
  else {
    machine.escaped = false;
    machine.wide = false;
    quote = plainEnd(machine.buffer, at3 + 1, machine.end);
    if (quote < machine.end && machine.buffer[quote] === QUOTE) return quote;
    quote = closingQuote(machine, quote);
  }
  if (quote >= 0) machine.resume = 0;
  return quote;
}
function readString(machine, at3) {
  const quote = stringEnd(machine, at3);
  if (quote === WRONG || isTooLong(machine, at3, quote, machine.target.cap)) return false;
  if (quote === UNFINISHED) return readStart(machine, at3);
  const text2 = stringText(machine, at3 + 1, quote, machine.target.cap);
  keep2(machine, at3, text2, text2.length);
  machine.position = quote + 1;
  machine.state = after(machine, machine.depth);
  return true;
}
var stringText = (machine, start, end, cap2) => textOf2(machine.interned, machine.buffer, start, end, cap2, machine.escaped, machine.wide);
var enoughFor = (cap2) => cap2 * 6 + 12;
function isTooLong(machine, at3, quote, cap2) {
  const length = (quote < 0 ? machine.resume : quote) - at3;
  if (length <= machine.limits.token || enoughFor(cap2) <= machine.limits.token) return false;
  tooLong(machine, at3);
  return true;
}
function readStart(machine, at3) {
  const { cap: cap2 } = machine.target;
  if (machine.resume - at3 <= enoughFor(cap2)) return false;
  const text2 = stringText(machine, at3 + 1, machine.resume, cap2);
  keep2(machine, at3, text2, text2.length);
  machine.position = machine.resume;
  machine.resume = 0;
  machine.state = after(machine, machine.depth);
  machine.floor = machine.depth;
  machine.skippingString = true;
  return true;
}
function readName(machine, at3) {
  const quote = stringEnd(machine, at3);
  if (quote === WRONG || isTooLong(machine, at3, quote, UNLIMITED) || quote === UNFINISHED) return false;
  const plan = machine.plan;
  const member2 = plan.members === null ? -1 : memberAt(machine, plan.members, at3 + 1, quote);
  if (member2 >= 0) {
    const { names, plans } = plan.members;
    machine.name = names[member2];
    machine.target = plans[member2];
  } else if (plan.element !== null) {
    machine.name = stringText(machine, at3 + 1, quote, UNLIMITED);
    machine.target = plan.element;
    if (!hold(machine, at3, quote - at3)) return false;
  } else machine.floor = machine.depth;
  machine.position = quote + 1;
  machine.state = COLON;
  return true;
}
function memberAt(machine, table3, start, end) {
  if (!machine.escaped) return findMember(table3, machine.buffer, start, end);
  return table3.byName.get(stringText(machine, start, end, UNLIMITED)) ?? -1;
}
function open2(machine, at3, action) {
  const { plan, target, depth } = machine;
  const isObject = action === OPEN_OBJECT;
  if ((plan === null || plan.role !== PLAIN2 || target.role !== PLAIN2) && !machine.path.opens(machine, at3, isObject)) {
    machine.floor = depth;
    return machine.fatal === null;
  }
  const value = isObject ? {} : [];
  if (target.kind !== KEEP && target.kind !== (isObject ? MEMBERS : LIST)) {
    keep2(machine, at3, value, 0);
    machine.floor = depth;
    return true;
  }
  if (!enter(machine, at3, depth, action) || !hold(machine, at3, 0)) return false;
  machine.plans[depth] = plan;
  machine.containers[depth] = machine.container;
  machine.names[depth] = machine.name;
  machine.plan = target;
  machine.container = value;
  machine.depth = depth + 1;
  machine.position = at3 + 1;
  machine.state = isObject ? KEY_OR_CLOSE : ELEMENT_OR_CLOSE;
  if (!isObject) machine.target = target.element;
  return true;
}
function close2(machine, at3) {
  const ended = machine.plan;
  const value = machine.container;
  const depth = machine.depth - 1;
  const plan = machine.plans[depth];
  machine.depth = depth;
  machine.plan = plan;
  machine.container = machine.containers[depth];
  machine.name = machine.names[depth];
  machine.state = depth === 0 ? after(machine, 0) : machine.isObject[depth] === 1 ? AFTER_MEMBER : AFTER_ELEMENT;
  if (plan === null || plan.role !== PLAIN2 || ended.role !== PLAIN2) machine.path.closes(machine, at3, ended, value);
  else keepContainer(machine, at3, value);
}
function keepContainer(machine, at3, value) {
  if (machine.isObject[machine.depth] === 1) setMember(machine, at3, machine.container, value);
  else {
    const list4 = machine.container;
    list4.push(value);
    machine.target = machine.plan.element;
  }
}

// src/core/sarif/reader/log-path.ts
function createLogPath(consumer) {
  let sawRuns = false;
  let runIndex = 0;
  let resultIndex = 0;
  let results = "absent";
  let heldBefore = 0;
  let heldByRun = 0;
  const arrives = (machine, at3, value) => {
    const parent = machine.plan;
    const role = machine.target.role;
    if (parent === null) return value === "object" || reject(machine, at3);
    if (parent.role === RESULTS) return resultArrives(machine, at3, value);
    if (parent.role === RUNS) return runArrives(machine, at3, value);
    if (role === RUNS) return runsArrive(machine, at3, value);
    if (role === RESULTS) return resultsArrive(machine, at3, value);
    return true;
  };
  const reject = (machine, at3) => {
    fail2(machine, at3, "not a SARIF log: the file does not hold a JSON object");
    return false;
  };
  const resultArrives = (machine, at3, value) => {
    heldBefore = machine.held;
    if (value !== "object") flaw(machine, at3, `runs[${runIndex}].results[${resultIndex}] is not an object`);
    if (value !== "object") resultIndex += 1;
    return value === "object";
  };
  const runArrives = (machine, at3, value) => {
    results = "absent";
    resultIndex = 0;
    heldByRun = machine.held;
    if (value !== "object") flaw(machine, at3, `runs[${runIndex}] is not an object`);
    if (value !== "object") runIndex += 1;
    return value === "object";
  };
  const runsArrive = (machine, at3, value) => {
    if (sawRuns) flaw(machine, at3, 'duplicate member "runs"');
    sawRuns = true;
    if (value !== "array") flaw(machine, at3, "runs is not an array");
    return value === "array";
  };
  const resultsArrive = (machine, at3, value) => {
    if (results !== "absent") flaw(machine, at3, `duplicate member "results" in runs[${runIndex}]`);
    const kind = value === "array" || value === "null" ? value : "malformed";
    results = results === "absent" || results === kind ? kind : "malformed";
    return value === "array";
  };
  return {
    opens: (machine, at3, isObject) => arrives(machine, at3, isObject ? "object" : "array"),
    scalar(machine, at3, value) {
      const isKept = arrives(machine, at3, value === null ? "null" : "scalar");
      if (isKept) setMember(machine, at3, machine.container, value);
    },
    closes(machine, at3, ended, value) {
      if (ended.role === RUN) {
        machine.held = heldByRun;
        consumer.run(runIndex, value, results);
        runIndex += 1;
      } else if (machine.plan?.role === RESULTS) {
        machine.held = heldBefore;
        resultIndex += 1;
        consumer.result(runIndex, value);
      } else if (machine.plan === null) machine.log = value;
      else if (ended.role !== RUNS && ended.role !== RESULTS) setMember(machine, at3, machine.container, value);
      if (machine.depth > 0 && machine.isObject[machine.depth] === 0)
        machine.target = machine.plan.element;
    },
    finish(machine) {
      if (machine.log !== null && !sawRuns) flaw(machine, machine.position, "not a SARIF log: it has no runs");
      if (machine.log !== null) consumer.log(machine.log);
    }
  };
}

// src/core/sarif/reader/sarif-reader.ts
function createSarifReader(consumer, projection, limits = {}) {
  const path2 = createLogPath(consumer);
  const machine = createMachine(logPlan(projection), path2, { ...DEFAULT_LIMITS, ...limits });
  const carry = { store: Buffer5.alloc(0), length: 0 };
  return {
    write(chunk) {
      if (machine.fatal !== null) return;
      supply(machine, carry, chunk);
      build3(machine);
      if (machine.fatal === null) keepRest(machine, carry);
    },
    end() {
      if (machine.fatal === null && machine.state !== DONE) machine.fatal = breakOff(machine);
      const problem = machine.flaw ?? machine.fatal;
      unwind(machine);
      path2.finish(machine);
      return problem ?? machine.flaw;
    }
  };
}
function supply(machine, carry, chunk) {
  if (carry.length === 0) {
    machine.buffer = Buffer5.isBuffer(chunk) ? chunk : Buffer5.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    machine.end = chunk.length;
  } else {
    reserve(carry, carry.length + chunk.length);
    carry.store.set(chunk, carry.length);
    machine.buffer = carry.store;
    machine.end = carry.length + chunk.length;
  }
  machine.position = 0;
}
function keepRest(machine, carry) {
  const { buffer, position, end } = machine;
  const length = end - position;
  if (buffer !== carry.store) reserve(carry, length);
  if (buffer !== carry.store || position > 0) buffer.copy(carry.store, 0, position, end);
  carry.length = length;
  machine.base += position;
  machine.resume = Math.max(0, machine.resume - position);
  machine.position = 0;
  machine.end = length;
}
function reserve(carry, length) {
  if (carry.store.length >= length) return;
  const store = Buffer5.allocUnsafe(Math.max(256, length * 2));
  carry.store.copy(store, 0, 0, carry.length);
  carry.store = store;
}
function breakOff(machine) {
  const offset = machine.base + machine.end;
  return { offset, message: offset === 0 ? "the file is empty" : "the file breaks off" };
}
function unwind(machine) {
  if (machine.fatal === null) return;
  if (machine.floor >= 0) machine.depth = machine.floor;
  while (machine.depth > 0) {
    const isResult = machine.plans[machine.depth - 1]?.role === RESULTS;
    if (!isResult) {
      close2(machine, machine.position);
      continue;
    }
    machine.depth -= 1;
    machine.plan = machine.plans[machine.depth] ?? null;
    machine.container = machine.containers[machine.depth] ?? null;
    machine.name = machine.names[machine.depth] ?? "";
  }
}

// src/shell/sarif-files.ts
import { Buffer as Buffer7 } from "node:buffer";
import { createHash as createHash5 } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync, statSync as statSync2 } from "node:fs";
import { createGunzip } from "node:zlib";

// src/shell/encoding.ts
import { Buffer as Buffer6 } from "node:buffer";
function decodeByMark(sink) {
  let first = Buffer6.alloc(0);
  let mark = null;
  let target = sink;
  const start = () => {
    mark = markOf(first);
    if (mark !== "utf-8" && mark !== "none") target = fromUtf16(sink, mark);
    const content = first.subarray(mark === "none" ? 0 : mark === "utf-8" ? 3 : 2);
    if (content.length > 0) target.write(content);
  };
  return {
    write(chunk) {
      if (mark !== null) target.write(chunk);
      else {
        first = Buffer6.concat([first, chunk]);
        if (first.length >= 3) start();
      }
    },
    end() {
      if (mark === null) start();
      const problem = target.end();
      if (problem === null || problem.offset === null || mark !== "utf-8") return problem;
      return { ...problem, offset: problem.offset + 3 };
    }
  };
}
function markOf(bytes) {
  if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) return "utf-8";
  if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
  return bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : "none";
}
function fromUtf16(sink, mark) {
  let waiting = Buffer6.alloc(0);
  let isSound = true;
  return {
    write(chunk) {
      const bytes = Buffer6.concat([waiting, chunk]);
      const length = completeLength(bytes, mark);
      waiting = Buffer6.from(bytes.subarray(length));
      const units = bytes.subarray(0, length);
      const text2 = (mark === "utf-16be" ? units.swap16() : units).toString("utf16le");
      isSound &&= !new RegExp("\\p{Surrogate}", "u").test(text2);
      if (length > 0) sink.write(Buffer6.from(text2, "utf8"));
    },
    end() {
      const problem = sink.end();
      if (isSound && waiting.length === 0) return problem === null ? null : { ...problem, offset: null };
      return { offset: null, message: "invalid UTF-16" };
    }
  };
}
function completeLength(bytes, mark) {
  const even = bytes.length - bytes.length % 2;
  const high = even === 0 ? 0 : bytes[mark === "utf-16le" ? even - 1 : even - 2];
  return high >= 216 && high < 220 ? even - 2 : even;
}

// src/shell/sarif-files.ts
var DEFAULT_LOAD_LIMITS = { content: 8 * 2 ** 30, ratioFrom: 64 * 2 ** 20, ratio: 500 };
var CHUNK = 2 ** 20;
async function loadFile(path2, name, sink, limits = DEFAULT_LOAD_LIMITS) {
  const opened = openRegular(path2);
  if (typeof opened === "string") {
    return { sha256: "", bytes: 0, problem: { offset: null, message: `${name} cannot be read: ${opened}` } };
  }
  try {
    return await loadOpened(opened, name, decodeByMark(sink), limits);
  } finally {
    closeSync(opened);
  }
}
async function loadOpened(file, name, sink, limits) {
  const hash2 = createHash5("sha256");
  const chunk = Buffer7.allocUnsafe(CHUNK);
  let bytes = 0;
  let inflater = null;
  let problem = null;
  for (; ; ) {
    const length = readInto(file, chunk);
    if (typeof length === "string") problem ??= { offset: null, message: `${name} cannot be read: ${length}` };
    if (typeof length === "string" || length === 0) break;
    const piece2 = chunk.subarray(0, length);
    hash2.update(piece2);
    if (bytes === 0 && piece2[0] === 31 && piece2[1] === 139) inflater = createInflater(sink, limits);
    bytes += length;
    if (inflater === null) sink.write(piece2);
    else await inflater.write(piece2);
  }
  problem ??= inflater === null ? null : await inflater.end();
  const found = sink.end();
  return { sha256: hash2.digest("hex"), bytes, problem: problem ?? found };
}
function openRegular(path2) {
  try {
    const kind = kindProblem(statSync2(path2));
    if (kind !== null) return kind;
    const file = openSync(path2, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const changed = kindProblem(fstatSync(file));
    if (changed === null) return file;
    closeSync(file);
    return changed;
  } catch (error) {
    return systemReason(error);
  }
}
function kindProblem(stats) {
  if (stats.isFile()) return null;
  return stats.isDirectory() ? "it is a directory" : "it is not a regular file";
}
function readInto(file, chunk) {
  let length = 0;
  try {
    for (let more = 1; more > 0 && length < chunk.length; length += more) {
      more = readSync(file, chunk, length, chunk.length - length, null);
    }
    return length;
  } catch (error) {
    return systemReason(error);
  }
}
var REASONS = {
  ENOENT: "it does not exist",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "its symbolic links form a circle",
  EISDIR: "it is a directory",
  ENAMETOOLONG: "its name is too long"
};
function systemReason(error) {
  const code2 = typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
  return REASONS[code2] ?? code2;
}
function createInflater(sink, limits) {
  const gunzip = createGunzip({ chunkSize: CHUNK / 4 });
  let content = 0;
  let problem = null;
  const stop = (message2) => {
    problem ??= { offset: content, message: message2 };
    gunzip.destroy();
  };
  gunzip.on("data", (data) => {
    if (problem !== null) return;
    sink.write(data);
    content += data.length;
    if (content > limits.content) stop(`the decompressed content is larger than ${limits.content} bytes`);
    else if (content > limits.ratioFrom && content > gunzip.bytesWritten * limits.ratio) {
      stop(`the file grows more than ${limits.ratio} times when decompressed`);
    }
  });
  gunzip.on("error", (error) => stop(`damaged gzip data: ${error.message}`));
  return {
    async write(piece2) {
      if (problem === null && gunzip.readableEnded) stop("data after the end of the gzip stream");
      if (problem === null) await settled(gunzip, (done2) => gunzip.write(piece2, done2));
    },
    async end() {
      if (problem === null && gunzip.readableEnded) stop("data after the end of the gzip stream");
      if (problem === null) await settled(gunzip, () => gunzip.end());
      return problem;
    }
  };
}
function settled(gunzip, step2) {
  return new Promise((done2) => {
    const finish = () => {
      gunzip.off("close", finish).off("end", finish);
      done2();
    };
    gunzip.once("close", finish).once("end", finish);
    step2(finish);
  });
}

// src/shell/sniff.ts
import { Buffer as Buffer8 } from "node:buffer";
import { closeSync as closeSync2, constants as constants2, openSync as openSync2, readSync as readSync2, statSync as statSync3 } from "node:fs";
import { gunzipSync as gunzipSync2, constants as zlib } from "node:zlib";
var HEAD = 65536;
var COMPRESSED_HEAD = 16384;
function readHead(path2) {
  try {
    if (!statSync3(path2).isFile()) return null;
    const file = openSync2(path2, constants2.O_RDONLY | (constants2.O_NONBLOCK ?? 0));
    try {
      const raw = Buffer8.alloc(HEAD);
      const length = readSync2(file, raw, 0, HEAD, 0);
      return headOf(raw.subarray(0, length), length < HEAD);
    } finally {
      closeSync2(file);
    }
  } catch {
    return null;
  }
}
function headOf(raw, isWhole) {
  const isGzip = raw[0] === 31 && raw[1] === 139;
  const start = isGzip ? raw.subarray(0, COMPRESSED_HEAD) : raw;
  const content = isGzip ? gunzipSync2(start, { finishFlush: zlib.Z_SYNC_FLUSH }) : start;
  const pieces = [];
  const sink = decodeByMark({ write: (piece2) => void pieces.push(Buffer8.from(piece2)), end: () => null });
  sink.write(content.subarray(0, HEAD));
  sink.end();
  const isAll = isWhole && content.length <= HEAD && start.length === raw.length;
  return { text: Buffer8.concat(pieces).toString("utf8"), isWhole: isAll };
}
function documentKind(head) {
  const first = /[^ \t\r\n]/.exec(head.text);
  if (first?.[0] === "[") return "array";
  if (first?.[0] !== "{") return "none";
  const { hasRuns, end } = topLevel(head.text, first.index);
  if (hasRuns) return "sarif";
  return end >= 0 && /^[ \t]*\r?\n\s*\{/.test(head.text.slice(end)) ? "lines" : "object";
}
function topLevel(text2, start) {
  const tokens = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/gs;
  tokens.lastIndex = start;
  let depth = 0;
  let hasRuns = false;
  for (let token = tokens.exec(text2); token !== null; token = tokens.exec(text2)) {
    const [shown4, name, colon] = token;
    if (name !== void 0) hasRuns ||= depth === 1 && name === "runs" && colon !== void 0;
    else depth += shown4 === "{" || shown4 === "[" ? 1 : -1;
    if (depth === 0) return { hasRuns, end: tokens.lastIndex };
  }
  return { hasRuns, end: -1 };
}
var LARGEST_DOCUMENTS = 64 * 2 ** 20;
async function readJsonDocuments(path2, name, limit = LARGEST_DOCUMENTS) {
  const pieces = [];
  let size = 0;
  const sink = {
    write(piece2) {
      size += piece2.length;
      if (size <= limit) pieces.push(Buffer8.from(piece2));
    },
    end: () => size <= limit ? null : { offset: limit, message: `the content is larger than ${limit} bytes` }
  };
  const loaded = await loadFile(path2, name, sink);
  if (loaded.sha256 === "" || size > limit) return { ...loaded, documents: [] };
  const parsed2 = parseDocuments(Buffer8.concat(pieces));
  return { ...loaded, documents: parsed2.documents, problem: loaded.problem ?? parsed2.problem };
}
function parseDocuments(bytes) {
  const text2 = bytes.toString("utf8");
  const whole = parse(text2);
  if (whole !== void 0) return { documents: Array.isArray(whole) ? whole : [whole], problem: utf8Problem(bytes) };
  if (text2.trim() === "") return { documents: [], problem: { offset: 0, message: "the file is empty" } };
  const documents = [];
  let problem = null;
  let offset = 0;
  text2.split("\n").forEach((line2, index2) => {
    const document = parse(line2);
    if (document !== void 0) documents.push(document);
    else if (line2.trim() !== "") problem ??= { offset, message: `line ${index2 + 1} is not JSON` };
    offset += Buffer8.byteLength(line2) + 1;
  });
  return { documents, problem: problem ?? utf8Problem(bytes) };
}
function utf8Problem(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return null;
  } catch {
    return { offset: null, message: "invalid UTF-8" };
  }
}
function parse(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}

// src/shell/scan-files.ts
async function readScanFiles(patterns, cwd, roots, progress) {
  const { files, unmatched, outside } = expandPatterns(patterns, cwd);
  const inputs2 = [];
  for (const file of files) {
    progress(`Reading ${file.name}`);
    inputs2.push(await readScanFile(file, roots));
  }
  return { inputs: inputs2, unmatched, outside };
}
async function readScanFile(file, roots) {
  const { name } = file;
  const normaliser = createNormaliser(name, { roots });
  const { sha256, bytes, problem } = await (converterOf(file) ?? readSarif)(file, normaliser);
  return { name, sha256, bytes, ...normaliser.finish(problem) };
}
var readSarif = ({ path: path2, name }, consumer) => loadFile(path2, name, createSarifReader(consumer, LOG_PROJECTION));
function converterOf({ path: path2 }) {
  const head = readHead(path2);
  if (head === null) return null;
  const kind = documentKind(head);
  if (isTrufflehog(head.text.split("\n", 1)[0] ?? "")) return readTrufflehog;
  return kind === "array" ? readArray : null;
}
var readTrufflehog = async ({ path: path2, name }, consumer) => {
  const { documents, ...loaded } = await readJsonDocuments(path2, name);
  const problem = convertTrufflehog(
    documents.map((document) => JSON.stringify(document)),
    consumer
  );
  return { ...loaded, problem: loaded.problem ?? problem };
};
var readArray = async ({ path: path2, name }, consumer) => {
  const { documents, ...loaded } = await readJsonDocuments(path2, name);
  return { ...loaded, problem: loaded.problem ?? convertArray(documents, name, consumer) };
};
function convertArray(documents, name, consumer) {
  const isEmptyOfDependabot = documents.length === 0 && /dependabot[^/]*$/i.test(name);
  if (isEmptyOfDependabot || isDependabot(documents)) return convertDependabot(documents, consumer);
  return { offset: 0, message: "the file is a list, not a SARIF log" };
}
var inputFilesOf = (kind, inputs2) => inputs2.flatMap(({ name, sha256, bytes }) => sha256 === "" ? [] : [{ kind, name, sha256, bytes }]);

// src/shell/source-reader.ts
import { closeSync as closeSync3, constants as constants3, fstatSync as fstatSync2, openSync as openSync3, readFileSync as readFileSync2, realpathSync as realpathSync3 } from "node:fs";
import { posix, resolve as resolve4, sep as sep4 } from "node:path";
var MAX_SOURCE_BYTES = 8 * 1024 * 1024;
function createSourceReader(root) {
  const realRoot = realpathOrNull(root);
  if (realRoot === null) return () => null;
  const directories = /* @__PURE__ */ new Map([[".", true]]);
  const isDirectory = (directory2) => {
    const known4 = directories.get(directory2);
    if (known4 !== void 0) return known4;
    const isThere = isDirectory(posix.dirname(directory2)) && realpathOrNull(resolve4(realRoot, directory2)) !== null;
    directories.set(directory2, isThere);
    return isThere;
  };
  const border = realRoot.endsWith(sep4) ? realRoot : realRoot + sep4;
  return (path2) => {
    if (path2.includes("\0") || posix.isAbsolute(path2) || !isDirectory(posix.dirname(posix.normalize(path2)))) return null;
    const real = realpathOrNull(resolve4(realRoot, path2));
    return real?.startsWith(border) ? readRegularFile(real) : null;
  };
}
function realpathOrNull(path2) {
  try {
    return realpathSync3.native(path2);
  } catch (error) {
    return absent(error);
  }
}
function readRegularFile(path2) {
  let descriptor = null;
  try {
    descriptor = openSync3(path2, constants3.O_RDONLY | constants3.O_NONBLOCK);
    const stat = fstatSync2(descriptor);
    return stat.isFile() && stat.size <= MAX_SOURCE_BYTES ? readFileSync2(descriptor, "utf8") : null;
  } catch (error) {
    return absent(error);
  } finally {
    if (descriptor !== null) closeSync3(descriptor);
  }
}
function absent(error) {
  if (typeof error?.code === "string") return null;
  throw error;
}

// src/shell/gather.ts
async function gather(request, ports, progress) {
  const root = resolve5(request.cwd, request.sourceRoot ?? ".");
  const { policy, notices: notices2 } = await readPolicy(request, ports.policy);
  const exceptions2 = await readExceptions(request, policy, ports.policy);
  const feeds = readFeeds(request, request.cwd);
  const change = await readChange(request, ports);
  const codeowners = await readCodeowners(ports.policy);
  const governance = governanceOf(request, policy, change);
  const scans = await readScans(request, policy, [root, request.cwd], progress);
  const baseline = await readScanFiles(request.baseline, request.cwd, [root, request.cwd], progress);
  requireBaseline(baseline);
  const files = [
    ...inputFilesOf("sarif", scans.inputs),
    ...inputFilesOf("baseline", baseline.inputs),
    ...policy.layers.map((layer) => ({ kind: "policy", ...layer })),
    ...exceptions2.files,
    ...feeds.files,
    ...change.files
  ];
  return {
    inputs: scans.inputs,
    identity: {
      baseline: request.baseline.length === 0 ? null : mergeFindings(
        baseline.inputs.flatMap((input) => input.findings),
        policy.unknownSeverity
      ),
      diff: change.diff,
      readSource: createSourceReader(root)
    },
    notices: [...notices2, ...change.notices, ...governance, ...patternNotices(scans)],
    evaluation: {
      policy,
      defaultTier: request.defaultTier,
      exceptions: exceptions2.records,
      pendingExceptions: [],
      codeowners,
      facts: feeds.facts,
      change: {
        event: request.event,
        repository: request.repository,
        baseSha: request.baseSha,
        headSha: request.headSha,
        pullRequest: request.pullRequest
      },
      commits: [request.headSha, request.mergeSha].filter((sha) => sha !== null),
      branch: request.branch,
      checkout: policy.scans.some((scan) => scan.appliesTo !== null || scan.tiers !== null) ? listCheckout(root) : null,
      files,
      now: request.now
    }
  };
}
function governanceOf(request, policy, { diff }) {
  const path2 = request.policy ?? DEFAULT_POLICY;
  const governed2 = {
    policy: path2.startsWith("preset:") ? null : path2,
    exceptions: request.exceptions ?? policy.exceptions.file,
    workflow: request.workflow
  };
  return governanceNotices(touchedGovernance(diff, governed2), request.workflow);
}
async function readPolicy({ policy: text2, cwd, bootstrap }, port) {
  const source = await policySource(text2, port);
  if (source !== null) return { policy: await loadPolicy(source, port.layer), notices: [] };
  const path2 = text2 ?? DEFAULT_POLICY;
  const isExpected = path2 === DEFAULT_POLICY || readOrNull(resolve5(cwd, path2)) !== null;
  if (bootstrap === null || !isExpected) throw noPolicy(text2);
  const message2 = `There is no policy at ${path2} yet: preset:${bootstrap} counts until one is merged`;
  const notices2 = [{ level: "warning", code: "policy-bootstrap", message: message2 }];
  return { policy: await loadPolicy(presetSource(bootstrap), port.layer), notices: notices2 };
}
async function readExceptions({ exceptions: exceptions2 }, policy, port) {
  const path2 = exceptions2 ?? policy.exceptions.file;
  if (path2 === null) return { records: [], files: [] };
  const bytes = await (exceptions2 === null ? port.readInRepository(path2) : port.read(path2));
  if (bytes !== null) {
    const file = { kind: "exceptions", name: path2, sha256: sha256Of(bytes), bytes: bytes.length };
    return { records: parseExceptions(path2, bytes), files: [file] };
  }
  if (exceptions2 === null) return { records: [], files: [] };
  throw configurationError(
    "the exceptions file does not exist",
    "Give the path of an exceptions file, or leave it out",
    {
      path: path2,
      line: null,
      column: null
    }
  );
}
var NO_CHANGE = { diff: null, files: [], notices: [] };
async function readChange({ diff, cwd }, { change }) {
  if (diff === null) return change === null ? NO_CHANGE : change();
  const bytes = readOrNull(resolve5(cwd, diff));
  const place2 = { path: diff, line: null, column: null };
  if (bytes === null) throw configurationError("the diff does not exist", "Give the file that git diff wrote", place2);
  const file = { kind: "diff", name: diff, sha256: sha256Of(bytes), bytes: bytes.length };
  return { diff: parseDiff(Buffer.from(bytes).toString("utf8"), diff), files: [file], notices: [] };
}
async function readCodeowners(port) {
  for (const path2 of CODEOWNERS_PATHS) {
    const bytes = await port.readInRepository(path2);
    if (bytes !== null)
      return bytes.length > CODEOWNERS_MAX_BYTES ? null : parseCodeowners(Buffer.from(bytes).toString("utf8"));
  }
  return null;
}
async function readScans(request, policy, roots, progress) {
  if (request.sarif.length === 0 && policy.scans.length === 0) {
    throw configurationError("No SARIF is given", "Name the scanners' files with --sarif");
  }
  const scans = await readScanFiles(request.sarif, request.cwd, roots, progress);
  const [unmatched] = scans.unmatched;
  if (unmatched !== void 0 && policy.scans.length === 0) {
    throw configurationError(
      `sarif: nothing matches ${unmatched}`,
      "Check that the scanner ran and wrote there, or list the expected scans in the policy"
    );
  }
  return scans;
}
function requireBaseline({ inputs: inputs2, unmatched }) {
  const [missing] = unmatched;
  if (missing !== void 0)
    throw configurationError(
      `baseline: nothing matches ${missing}`,
      "Give the SARIF of the base commit, or leave it out"
    );
  const broken = inputs2.find((input) => input.problem !== null);
  if (broken?.problem) {
    const place2 = { path: broken.name, line: null, column: null };
    throw configurationError(
      `the baseline cannot be read: ${broken.problem.message}`,
      "Give valid SARIF of the base commit, or leave it out",
      place2
    );
  }
}
function patternNotices({ unmatched, outside }) {
  return [
    ...unmatched.map((pattern) => notice2("sarif-unmatched", `Nothing matches ${pattern}`)),
    ...outside.map(
      (path2) => notice2("link-outside", `${path2} is a link that leads out of the directory; it was not followed`)
    )
  ];
}
var notice2 = (code2, message2) => ({ level: "warning", code: code2, message: message2 });

// src/gate.ts
async function evaluate(request, ports, progress) {
  const facts = await prepare(request, ports, progress);
  const { policy } = facts;
  const decision = decide(facts);
  const approvals = ports.approvals === null ? null : await ports.approvals({ decision, policy, approvals: null });
  progress(null);
  return { decision: approvals === null ? decision : decide(withApprovals(facts, approvals)), policy, approvals };
}
async function prepare(request, ports, progress) {
  const { inputs: inputs2, identity: identity2, evaluation, notices: notices2 } = await gather(request, ports, progress);
  progress("Deciding");
  const merged = mergeFindings(
    inputs2.flatMap((input) => input.findings),
    evaluation.policy.unknownSeverity
  );
  const { findings: findings2, fixed: fixed2, notices: oddities } = identify(merged, { ...identity2, now: request.now });
  return { ...evaluation, inputs: inputs2, findings: findings2, fixed: fixed2, notices: [...notices2, ...oddities.map(identityNotice)] };
}
var withApprovals = (facts, { records, outcomes, notices: notices2 }) => ({
  ...facts,
  exceptions: [...facts.exceptions, ...records],
  pendingExceptions: outcomes,
  notices: [...facts.notices, ...notices2]
});
var identityNotice = (message2) => ({ level: "info", code: "identity", message: message2 });

// src/shell/exit-codes.ts
var EXIT = { pass: 0, block: 1, configuration: 2, internal: 3 };
var FAIL_ON = ["block", "warn", "never"];
function exitCodeOf({ verdict }, failOn) {
  if (failOn === "never" || verdict === "pass") return EXIT.pass;
  return verdict === "block" || failOn === "warn" ? EXIT.block : EXIT.pass;
}

// src/shell/files-out.ts
import { closeSync as closeSync4, mkdirSync, openSync as openSync4, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
var BATCH = 1 << 20;
async function writeFileAtomically(path2, chunks) {
  const sibling = `${path2}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path2), { recursive: true });
    const descriptor = openSync4(sibling, "w");
    try {
      writeBatched(descriptor, chunks);
    } finally {
      closeSync4(descriptor);
    }
    renameSync(sibling, path2);
  } catch (error) {
    rmSync(sibling, { force: true });
    const code2 = error.code;
    if (code2 === void 0) throw error;
    throw configurationError(`cannot be written (${code2})`, "Give a path that can be written", {
      path: path2,
      line: null,
      column: null
    });
  }
}
function writeBatched(descriptor, chunks) {
  let batch = "";
  for (const chunk of chunks) {
    batch += chunk;
    if (batch.length < BATCH) continue;
    writeWhole(descriptor, batch);
    batch = "";
  }
  writeWhole(descriptor, batch);
}
function writeWhole(descriptor, text2) {
  const bytes = Buffer.from(text2, "utf8");
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(descriptor, bytes, offset);
}

// src/shell/terminal.ts
import { once } from "node:events";
function processTerminal() {
  const { stdout, stderr, env } = process;
  let closed = false;
  stdout.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
    closed = true;
  });
  return {
    async out(text2) {
      if (!closed && !stdout.write(text2)) await Promise.race([once(stdout, "drain"), once(stdout, "close")]);
    },
    err: (text2) => void stderr.write(text2),
    colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
    progress: stderr.isTTY === true,
    cwd: process.cwd(),
    now: () => isoInstant(Date.now())
  };
}
function progressOf(terminal) {
  if (!terminal.progress) return () => void 0;
  return (message2) => terminal.err(message2 === null ? "\r\x1B[K" : `\r\x1B[K${message2}`);
}

// src/shell/commands/evaluate-flags.ts
var EVALUATION_FLAGS = {
  sarif: { value: "PATH", multiple: true, help: "SARIF file, directory or glob; .json and .gz too" },
  policy: { value: "FILE", help: "policy file, or preset:NAME; default .github/policy-gate.yml" },
  exceptions: { value: "FILE", help: "exceptions file; default the policy's exceptions.file" },
  baseline: { value: "PATH", multiple: true, help: "SARIF of the base commit" },
  kev: { value: "PATH", multiple: true, help: "CISA's KEV catalogue, JSON" },
  epss: { value: "PATH", multiple: true, help: "EPSS scores, CSV or CSV.gz" },
  vex: { value: "PATH", multiple: true, help: "OpenVEX statements, JSON" },
  diff: { value: "FILE", help: "unified diff of the change" },
  "source-root": { value: "DIR", help: "root of the checkout; default the current directory" },
  tier: { value: "N", help: "tier of paths that no asset names: 0, 1 or 2; default 1" },
  "layer-source": { value: "OWNER/REPO=DIR", multiple: true, help: "where a policy layer of another repository lies" },
  now: { value: "ISO-8601", help: "the instant to evaluate at; default the clock" },
  event: { value: "NAME", help: "event that the change came with, such as pull_request" },
  branch: { value: "NAME", help: "branch that the change goes to" },
  repository: { value: "OWNER/REPO", help: "repository of the change" },
  "head-sha": { value: "SHA", help: "commit that is judged" },
  "base-sha": { value: "SHA", help: "commit that it is compared with" }
};
function requestOf({ values }, terminal) {
  const one = (name) => values.get(name)?.[0] ?? null;
  const all = (name) => values.get(name) ?? [];
  return {
    sarif: all("sarif"),
    policy: one("policy"),
    exceptions: one("exceptions"),
    baseline: all("baseline"),
    kev: all("kev"),
    epss: all("epss"),
    vex: all("vex"),
    diff: one("diff"),
    cwd: terminal.cwd,
    sourceRoot: one("source-root"),
    defaultTier: tierOf(one("tier")),
    layerSources: layerSourcesOf({ values }),
    now: instantOf(one("now")) ?? terminal.now(),
    event: one("event"),
    branch: one("branch"),
    repository: one("repository"),
    headSha: shaOf("head-sha", one("head-sha")),
    baseSha: shaOf("base-sha", one("base-sha")),
    mergeSha: null,
    pullRequest: null,
    workflow: null,
    bootstrap: null
  };
}
function tierOf(text2) {
  if (text2 === null) return 1;
  const tier = TIERS.find((each) => String(each) === text2);
  if (tier === void 0) throw configurationError(`There is no tier ${text2}`, `Write one of ${TIERS.join(", ")}`);
  return tier;
}
var layerSourcesOf = ({ values }) => new Map((values.get("layer-source") ?? []).map(layerSource));
function layerSource(text2) {
  const match3 = /^([\w.-]+\/[\w.-]+)=(.+)$/.exec(text2);
  if (match3?.[1] === void 0 || match3[2] === void 0) {
    throw configurationError(
      `--layer-source ${text2} is not OWNER/REPO=DIR`,
      "Write for example --layer-source acme/security-policy=../security-policy"
    );
  }
  return [match3[1], match3[2]];
}
var INSTANT2 = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
function instantOf(text2) {
  if (text2 === null) return null;
  const time2 = INSTANT2.test(text2) ? Date.parse(text2) : Number.NaN;
  const day2 = Number.isNaN(time2) ? "" : new Date(Date.parse(text2.slice(0, 10))).toISOString().slice(0, 10);
  if (day2 !== text2.slice(0, 10)) {
    throw configurationError(`--now ${text2} is not an instant`, "Write it as 2026-11-23T15:00:00Z");
  }
  return isoInstant(time2);
}
function shaOf(flag, text2) {
  if (text2 === null || /^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(text2)) return text2?.toLowerCase() ?? null;
  throw configurationError(
    `--${flag} ${text2} is not a commit id`,
    "Write all 40 hex digits, as git rev-parse prints them"
  );
}

// src/shell/commands/format-flag.ts
function oneFormat({ values }, formats) {
  const text2 = values.get("format")?.[0];
  return text2 === void 0 ? formats[0] : formatNamed(text2, formats);
}
function outputOf(text2, formats) {
  const [name = "", file = null] = text2.split(/=(.*)/s, 2);
  const format = formatNamed(name, formats);
  if (file === "") throw configurationError(`--format ${text2} names no file`, `Write --format ${format}=FILE`);
  return { format, file };
}
function formatNamed(name, formats) {
  const format = formats.find((each) => each === name);
  if (format !== void 0) return format;
  const near = closest(name, formats);
  const hint = near === null ? `Write one of ${formats.join(", ")}` : `Did you mean ${near}?`;
  throw configurationError(`There is no format ${name}`, hint);
}

// src/shell/commands/evaluate.ts
var FLAGS = {
  ...EVALUATION_FLAGS,
  format: { value: "FORMAT[=FILE]", multiple: true, help: `${FORMATS.join(", ")}; default text` },
  "fail-on": { value: "VERDICT", help: "verdict that makes the exit code 1: block (default), warn or never" }
};
var evaluateCommand = {
  summary: "Decide pass, warn or block from SARIF and a policy",
  words: "",
  flags: FLAGS,
  async run(args, terminal) {
    if (args.words.length > 0) throw configurationError(`Unexpected ${args.words.join(" ")}`, "Give files with --sarif");
    const outputs = (args.values.get("format") ?? ["text"]).map((text2) => outputOf(text2, FORMATS));
    const failOn = failOnOf(args);
    const request = requestOf(args, terminal);
    const { decision, policy } = await evaluate(request, localPorts(request), progressOf(terminal));
    for (const output of outputs) await write(decision, policy, output, terminal);
    return exitCodeOf(decision, failOn);
  }
};
function failOnOf({ values }) {
  const text2 = values.get("fail-on")?.[0] ?? "block";
  const failOn = FAIL_ON.find((each) => each === text2);
  if (failOn === void 0)
    throw configurationError(`--fail-on ${text2} is not a verdict`, `Write one of ${FAIL_ON.join(", ")}`);
  return failOn;
}
async function write(decision, policy, { format, file }, terminal) {
  const view = { ...PLAIN_CONTEXT, rules: policy.rules };
  const chunks = renderReport(format, decision, { colour: terminal.colour && file === null, view });
  if (file !== null) return writeFileAtomically(file, chunks);
  for (const chunk of chunks) await terminal.out(chunk);
}

// src/core/reports/explanation.ts
var SHOWN = 10;
function explanationText(trace) {
  const { outcome, matched, near, others, exceptions: exceptions2, unrelatedExceptions, remedies } = trace;
  const lines3 = [
    `${outcome.verdict.toUpperCase()}  ${findingTitle(outcome)}`,
    `  ${outcome.id}  ${visibleLine(outcome.finding.message)}`,
    `  because ${reasonText(trace)}`,
    ...section("Rules that matched", matched.flatMap(ruleLines)),
    ...section("Rules that nearly matched", limited(near, nearLine)),
    ...others > 0 ? [`  ${others} further rules do not apply`] : [],
    ...section("Facts", factLines(trace)),
    ...section("Exceptions", limited(exceptions2, exceptionLine2)),
    ...unrelatedExceptions > 0 ? [`  exceptions that have nothing in common with it: ${unrelatedExceptions}`] : [],
    ...section(
      "Smallest change that would pass",
      remedies.flatMap(({ text: text2, commands }) => [
        visibleLine(text2),
        ...commands.map((command) => `  ${visibleLine(command)}`)
      ])
    )
  ];
  return `${lines3.join("\n")}
`;
}
function explanationJson({ outcome, ...trace }) {
  return `${JSON.stringify({ ...outcomeView(outcome), trace }, null, 2)}
`;
}
function findingTitle({ finding }) {
  const { location: location2 } = finding;
  const place2 = location2 === null ? finding.package?.purl ?? finding.package?.name ?? "(no place in the repository)" : [location2.path, location2.startLine, location2.startColumn].filter((part3) => part3 !== null).join(":");
  return `${visibleLine(place2)}  ${visibleLine(finding.ruleId)} (${visibleLine(finding.tool)})`;
}
var candidateLine = (outcome) => `${outcome.id}  ${outcome.verdict.padEnd(5)}  ${findingTitle(outcome)}`;
var section = (title, lines3) => lines3.length === 0 ? [] : ["", title, ...lines3.map((line2) => `  ${line2}`)];
function limited(items, line2) {
  const hidden2 = items.length - SHOWN;
  return [...items.slice(0, SHOWN).map(line2), ...hidden2 > 0 ? [`… and ${hidden2} more; --format json has them`] : []];
}
function reasonText({ outcome, decisive: decisive2, suppression }) {
  const rules = decisive2.map(visibleLine).join(", ");
  switch (outcome.reason) {
    case "rule":
      return `of rule ${rules}`;
    case "no-rule":
      return "no rule matches it";
    case "excepted":
      return `exception ${visibleLine(outcome.exception?.id ?? "")} holds until ${outcome.exception?.expires}; without it, rule ${rules} decides`;
    case "suppressed":
      return `the scanner says it is suppressed (${visibleLine(suppression?.claimed ?? "")}) and the policy honours that`;
    case "monitored":
      return `rule ${rules} is in monitor mode and only counts it`;
    case "below-count":
      return `rule ${rules} matches too few findings to count`;
    case "fixed":
      return "the base has it, and it is gone now";
    default:
      return outcome.reason;
  }
}
function ruleLines(rule2) {
  const { verdict, declared, mode, count: count3 } = rule2;
  const limits = [
    verdict === null || verdict === declared ? null : `would ${declared}`,
    mode === "enforce" ? null : `mode ${mode}`,
    count3 === null ? null : `${count3.matched} findings match, counts above ${count3.moreThan}`
  ].filter((part3) => part3 !== null);
  return [
    `${(verdict ?? declared).padEnd(5)} ${ruleName(rule2)}${limits.length === 0 ? "" : `; ${limits.join(", ")}`}`,
    ...rule2.description === null ? [] : [`      ${visibleLine(rule2.description)}`],
    ...rule2.when.map((condition) => `      ${conditionLine(condition)}`),
    ...rule2.unless.map((condition) => `      unless ${conditionLine(condition)}`)
  ];
}
var ruleName = ({ id, layer, place: place2 }) => `${visibleLine(id)} (${visibleLine(place2 ?? layer)})`;
var conditionLine = ({ condition, expected, actual }) => `${condition}: ${visibleLine(expected)}; the finding has ${visibleLine(actual)}`;
var nearLine = (rule2) => `${rule2.declared.padEnd(5)} ${ruleName(rule2)}: ${visibleLine(rule2.failing.join("; "))}`;
function exceptionLine2({ id, expires, holds, problem, place: place2 }) {
  const name = `${visibleLine(id)}${place2 === null ? "" : ` (${visibleLine(place2)})`}`;
  return holds ? `${name} holds until ${visibleLine(expires)}` : `${name} does not apply: ${visibleLine(problem ?? "")}`;
}
function factLines(trace) {
  const { tier, state, kev, epss, reachability, sla, suppression, category, outcome, change } = trace;
  const exposure = outcome.exposure === null ? "" : `, exposure ${visibleLine(outcome.exposure)}`;
  const facts = [
    ["tier", `${tier.value}: ${visibleLine(tier.reason)}${exposure}`],
    ["state", `${state.value}: ${visibleLine(state.reason ?? "")}${diffText(state.inDiff)}`],
    [
      "category",
      category.value === category.reported ? category.value : `${category.value}, by the policy; reported as ${category.reported}`
    ],
    ["severity", severityText(trace)],
    [
      "KEV",
      `${known3(kev.value)}: ${visibleLine(kev.reason)}${kev.released === null ? "" : ` (catalogue of ${kev.released})`}`
    ],
    [
      "EPSS",
      `${known3(epss.value)}: ${visibleLine(epss.reason)}${epss.date === null ? "" : ` (scores of ${epss.date})`}`
    ],
    ["reachable", `${reachability.value}${reachability.vex.map((text2) => `; ${visibleLine(text2)}`).join("")}`],
    [
      "fix",
      outcome.finding.fixAvailable === null ? "not known whether there is one" : outcome.finding.fixAvailable ? "available" : "none"
    ],
    ["SLA", slaText2(sla)],
    [
      "suppressed",
      suppression === null ? null : `${visibleLine(suppression.claimed)}; ${suppression.honoured ? "honoured" : "not honoured"}`
    ],
    ["event", change.event === null ? null : visibleLine(change.event)],
    ["branch", change.branch === null ? null : visibleLine(change.branch)]
  ];
  return facts.flatMap(([name, text2]) => text2 === null ? [] : [`${name.padEnd(10)} ${text2}`]);
}
var known3 = (value) => value === null ? "unknown" : value === true ? "yes" : value === false ? "no" : String(value);
var diffText = (inDiff2) => inDiff2 === null ? "" : inDiff2 ? "; on changed lines" : "; not on changed lines";
function severityText({ severity }) {
  const { value, counted, source, score, conflict, reported } = severity;
  const parts = [
    `${value}${score === null ? "" : `, score ${score}`}, from ${source}`,
    value === counted ? null : `counts as ${counted}`,
    reported === value ? null : `the scanner says ${reported}`,
    conflict ? "level and score disagree" : null
  ];
  return parts.filter((part3) => part3 !== null).join("; ");
}
function slaText2({ times, due, status, reason: reason2 }) {
  const given2 = times.map(({ layer, milliseconds }) => `${formatDuration(milliseconds)} (${visibleLine(layer)})`).join(", ");
  const clock = due === null || status === null ? null : `${status}, due ${due}`;
  return [clock, given2 === "" ? null : given2, visibleLine(reason2)].filter((part3) => part3 !== null).join("; ");
}

// src/core/trace/resolve.ts
var SHORTEST_PREFIX = 8;
function resolveFinding(words, outcomes) {
  const prefix2 = /^(?:F-)?([0-9a-f]{1,32})$/i.exec(words)?.[1]?.toLowerCase() ?? null;
  const ways = [
    ({ id }) => prefix2 !== null && prefix2.length >= SHORTEST_PREFIX && id.startsWith(`F-${prefix2}`),
    ({ finding: { location: location2 } }) => location2 !== null && `${location2.path}:${location2.startLine}` === words,
    ({ finding }) => finding.location?.path === words,
    ({ finding }) => finding.ruleId === words,
    ({ finding }) => finding.identifiers.some((identifier) => identifier.toUpperCase() === words.toUpperCase())
  ];
  for (const fits of ways) {
    const found = outcomes.filter(fits);
    const [only, second] = found;
    if (only !== void 0 && second === void 0) return { kind: "found", outcome: only };
    if (only !== void 0) {
      return { kind: "candidates", problem: `${found.length} findings fit ${words}`, outcomes: found };
    }
  }
  if (/^F-/i.test(words) && prefix2 !== null && prefix2.length < SHORTEST_PREFIX) {
    const problem = `${words} is too short: at least ${SHORTEST_PREFIX} hex digits of an id are needed`;
    return { kind: "candidates", problem, outcomes: outcomes.filter(({ id }) => id.startsWith(`F-${prefix2}`)) };
  }
  return { kind: "candidates", problem: `No finding fits ${words}`, outcomes: outcomes.filter(resembles(words)) };
}
function resembles(words) {
  const wanted2 = words.replace(/:\d*$/, "").toLowerCase();
  return ({ finding: { location: location2, ruleId, identifiers } }) => wanted2.length > 2 && [location2?.path ?? "", ruleId, ...identifiers].some((text2) => text2.toLowerCase().includes(wanted2));
}

// src/core/trace/rules.ts
var NEAR = 2;
function traceRules(policy, subject3, outcome, decision) {
  const traces = policy.rules.map((rule2) => traceRule(rule2, subject3, outcome, decision));
  const near = traces.filter(({ failing }) => failing.length > 0 && failing.length <= NEAR);
  return {
    matched: traces.filter(({ failing }) => failing.length === 0),
    near: near.toSorted((a, b) => a.failing.length - b.failing.length),
    others: traces.filter(({ failing }) => failing.length > NEAR).length
  };
}
function traceRule(rule2, subject3, outcome, decision) {
  const when = [...explainConditions(rule2.when, subject3), ...qualityGuard(rule2, subject3)];
  const unless = rule2.unless === null ? [] : explainConditions(rule2.unless, subject3, "unless");
  const excused = unless.length > 0 && unless.every(({ holds }) => holds === true);
  return {
    id: rule2.id,
    layer: rule2.layer,
    place: placeText2(rule2.place),
    description: rule2.description,
    declared: rule2.verdict,
    mode: modeAt(rule2, decision.evaluatedAt),
    verdict: outcome.rules.find(({ id, layer }) => id === rule2.id && layer === rule2.layer)?.verdict ?? null,
    count: rule2.moreThan === null ? null : { matched: countOf(rule2, decision), moreThan: rule2.moreThan },
    when,
    unless,
    failing: [
      ...when.filter(({ holds }) => holds !== true).map(conditionText),
      ...excused ? [`unless holds (${unless.map((each) => `${each.condition} is ${each.actual}`).join(", ")})`] : []
    ]
  };
}
var conditionText = ({ condition, expected, actual }) => `${condition} must be ${expected}, and is ${actual}`;
function qualityGuard({ when }, { category }) {
  if (category !== "quality" || when.category !== null) return [];
  return [{ condition: "category", expected: "named by the rule", actual: "quality", holds: false }];
}
var countOf = ({ id, layer }, { outcomes }) => outcomes.filter((each) => each.reason !== "excepted" && each.rules.some((one) => one.id === id && one.layer === layer)).length;
var placeText2 = (place2) => place2 === null ? null : [place2.path, place2.line, place2.column].filter((part3) => part3 !== null).join(":");

// src/core/trace/exceptions.ts
function traceExceptions(records, candidate, isAmbiguous, policy, now) {
  const all = records.map((record) => traceException(record, candidate, isAmbiguous, policy, now));
  const related = all.filter(({ fields }) => fields.some(({ fits }) => fits));
  const misfits = ({ fields }) => fields.filter(({ fits }) => !fits).length;
  return {
    exceptions: related.toSorted((a, b) => Number(b.holds) - Number(a.holds) || misfits(a) - misfits(b)),
    unrelatedExceptions: all.length - related.length
  };
}
function traceException(record, candidate, isAmbiguous, policy, now) {
  const asked = { ...candidate, matters: true };
  const settlement = settle([record], isAmbiguous ? [asked, asked] : [asked], policy, now);
  const holds = settlement.granted.has(0);
  const refusal = settlement.refused.get(0)?.join("; ");
  const misfit = fieldsOf(record.match, candidate).find(({ fits }) => !fits);
  return {
    id: record.id,
    source: record.source,
    place: placeText2(record.place),
    expires: record.expiresText,
    fields: fieldsOf(record.match, candidate),
    holds,
    problem: holds ? null : refusal ?? (misfit ? `${misfit.field} must be ${misfit.expected}, and is ${misfit.actual}` : "it does not match")
  };
}
function fieldsOf(match3, { finding, id }) {
  const path2 = finding.location?.path ?? null;
  switch (match3.kind) {
    case "finding":
      return [field("finding", match3.finding, id, match3.finding === id)];
    case "advisory": {
      const { identifiers } = finding;
      const named = identifiers.some((each) => each.toUpperCase() === match3.identifier.toUpperCase());
      return [
        field("identifier", match3.identifier, identifiers.join(", ") || "none", named),
        ...match3.package === null ? [] : [packageField(match3.package, finding)],
        ...match3.path === null ? [] : [field("path", match3.path, path2 ?? "none", pathFits(match3.path, path2))]
      ];
    }
    case "rule":
      return [
        field("tool", match3.tool, finding.tool, match3.tool.toLowerCase() === finding.tool.toLowerCase()),
        field("rule-id", match3.ruleId, finding.ruleId, match3.ruleId === finding.ruleId),
        field("path", match3.path, path2 ?? "none", pathFits(match3.path, path2))
      ];
    default:
      return match3;
  }
}
var field = (name, expected, actual, fits) => ({
  field: name,
  expected,
  actual,
  fits
});
function packageField(wanted2, { package: own }) {
  const wantedUrl = parsePackageUrl(wanted2);
  const found = own?.purl == null ? null : parsePackageUrl(own.purl);
  const version2 = found?.version ?? own?.version ?? null;
  const fits = wantedUrl !== null && found !== null && coversPackage(wantedUrl, found, version2);
  return field("package", wanted2, own?.purl ?? own?.name ?? "none", fits);
}
function pathFits(wanted2, path2) {
  if (path2 === null) return false;
  return wanted2.endsWith("/**") ? path2.startsWith(wanted2.slice(0, -"**".length)) : wanted2 === path2;
}

// src/core/trace/facts.ts
function traceTier({ finding, placement }, policy) {
  const value = placement.tier;
  if (finding.placeProblem !== null) {
    return { value, reason: `the place cannot be mapped into the repository: ${finding.placeProblem}`, layers: [] };
  }
  const layers = placementsOf(policy, finding.location?.path ?? null).map(({ asset, glob }) => ({
    layer: asset.layer,
    asset: asset.name,
    glob,
    tier: asset.tier,
    exposure: asset.exposure
  }));
  const winner = layers.find(({ tier }) => tier === value);
  const reason2 = winner === void 0 ? "no asset names the place: the default tier" : `asset ${winner.asset} (${winner.glob} in ${winner.layer})${layers.length > 1 ? ", the most critical of all layers" : ""}`;
  return { value, reason: reason2, layers };
}
function traceKev({ finding, facts }, { kev }) {
  const cves = cvesOf(finding);
  const listed = cves.flatMap((cve) => {
    const added = kev?.cves.get(cve);
    return added === void 0 ? [] : [{ cve, added }];
  });
  const released = kev?.released ?? null;
  return { value: facts.kev, released, listed, reason: kevReason(facts.kev, cves, listed, kev !== null) };
}
function kevReason(value, cves, listed, isGiven) {
  if (listed.length > 0) return listed.map(({ cve, added }) => `${cve} was added on ${added}`).join(", ");
  if (value === true) return "stated with the finding";
  if (!isGiven) return value === null ? "no catalogue was given" : "stated with the finding";
  if (cves.length === 0) return "the finding names no CVE to look up";
  return `the catalogue does not list ${cves.join(", ")}`;
}
function traceEpss({ finding, facts }, { epss }) {
  const scores = cvesOf(finding).flatMap((cve) => {
    const score = epss?.scores.get(cve);
    return score === void 0 ? [] : [{ cve, score }];
  });
  const reason2 = scores.length > 0 ? scores.map(({ cve, score }) => `${cve} has ${score}`).join(", ") : facts.epss !== null ? "stated with the finding" : epss === null ? "no scores were given" : "none of its identifiers has a score";
  return { value: facts.epss, date: epss?.date ?? null, scores, reason: reason2 };
}
var cvesOf = ({ identifiers }) => identifiers.filter((each) => each.startsWith("CVE-"));
function traceReachability({ finding, facts }, { vex }) {
  const statements = finding.identifiers.flatMap((identifier) => vex.get(identifier) ?? []);
  const sentences2 = statements.map(
    ({ identifiers, status, justification, products }) => `${identifiers.join(", ")} is ${status}${justification === null ? "" : ` (${justification})`} for ${products.join(", ") || "every product"}`
  );
  return { value: facts.reachability, vex: [...new Set(sentences2)].sort() };
}
var traceSeverity = ({ finding, effectiveSeverity: effectiveSeverity2 }, reported) => ({
  value: finding.severity,
  counted: effectiveSeverity2,
  source: finding.severitySource,
  score: finding.score,
  conflict: finding.severityConflict,
  reported: reported.severity
});
function traceSuppression(assessed, policy) {
  const { suppression } = assessed.finding;
  if (suppression === null) return null;
  const { kind, justification } = suppression;
  const claimed = `${kind}${justification === null ? "" : `: ${justification}`}`;
  return { claimed, honoured: suppressionHolds(assessed, policy) };
}
function traceSla({ identity: identity2, placement, facts, effectiveSeverity: effectiveSeverity2, sla }, policy) {
  const question = { tier: placement.tier, severity: effectiveSeverity2, kev: facts.kev };
  const times = policy.sla.flatMap((table3) => {
    const milliseconds = timeToFix({ sla: [table3] }, question);
    return milliseconds === null ? [] : [{ layer: table3.layer, milliseconds }];
  });
  const exploited = facts.kev === true ? ", known exploited" : "";
  const what = `tier ${placement.tier}, ${effectiveSeverity2}${exploited}`;
  const reason2 = times.length === 0 ? `no layer sets a time for ${what}` : `for ${what}, from first detection ${identity2.firstDetected ?? "(not known)"}`;
  return { times, due: sla?.due ?? null, status: sla?.status ?? null, reason: reason2 };
}

// src/core/trace/remedies.ts
function remediesOf(question) {
  const { outcome, candidate } = question;
  if (outcome.verdict === "pass") return [remedy("nothing", "Nothing: it passes")];
  return [
    remedy("fix", remedyFor(outcome.finding)),
    ...baselineRemedy(question),
    ...countRemedies(question),
    candidate.never ? remedy("no-exception", "The policy allows no exception for this finding (exceptions.never)") : exceptionRemedy(question)
  ];
}
var remedy = (kind, text2, commands = []) => ({
  kind,
  text: text2,
  commands
});
function baselineRemedy({ outcome, asExisting }) {
  if (asExisting === null || asExisting === outcome.verdict) return [];
  const text2 = `Give the SARIF of the base commit as baseline: nobody can tell yet whether the change brings this in; if the base has it too, the rules say ${asExisting}`;
  return [remedy("baseline", text2)];
}
function countRemedies({ outcome, matched }) {
  const decisive2 = matched.filter(({ verdict }) => verdict === outcome.verdict);
  if (!decisive2.every(({ count: count3 }) => count3 !== null)) return [];
  return decisive2.flatMap(({ id, count: count3 }) => {
    if (count3 === null) return [];
    const surplus = count3.matched - count3.moreThan;
    const text2 = `Fix ${surplus} of the ${count3.matched} findings that rule ${id} matches: it counts only above ${count3.moreThan}`;
    return [remedy("count", text2)];
  });
}
function exceptionRemedy({ outcome, candidate, policy, headSha, now }) {
  const risk = { tier: candidate.tier, severity: candidate.effectiveSeverity, kev: candidate.kev };
  const longest = maxDuration(risk, policy);
  const expires = lastDay(now, longest);
  const approvals = quorum(risk, false, policy);
  const needs = (tiers) => tiers.some((tier) => tier >= candidate.tier);
  const more = [
    ...needs(policy.require.ticket) ? ["ticket=SEC-1"] : [],
    ...needs(policy.require.controls) ? ['controls="…"'] : []
  ];
  const until = `expires=${expires ?? "YYYY-MM-DD"}`;
  const cap2 = longest === null ? "the policy sets no longest duration" : `at most ${formatDuration(longest)} at tier ${candidate.tier} for ${risk.severity}${risk.kev === true ? ", known exploited" : ""}${expires === null ? "" : `, so until ${expires}`}`;
  return remedy("exception", `Or request an exception: ${cap2}; ${approvals} of these must approve: ${people2(policy)}`, [
    ["/gate request", outcome.id, 'reason="…"', "type=risk-accept", until, ...more].join(" "),
    [
      "/gate approve",
      outcome.id,
      `sha=${headSha ?? "FULL-HEAD-SHA"}`,
      "type=risk-accept",
      until,
      "owner=@login",
      'reason="…"',
      ...more
    ].join(" ")
  ]);
}
function lastDay(now, longest) {
  if (longest === null) return null;
  const today = Math.floor(Date.parse(now) / DAY2) * DAY2;
  return new Date(today + Math.floor(longest / DAY2) * DAY2).toISOString().slice(0, 10);
}
function people2({ approvers: { teams, users, roles } }) {
  const named = [
    ...teams.map((team) => `team ${team}`),
    ...users.map((user) => `@${user.replace(/^@/, "")}`),
    ...roles.map((role) => `role ${role}`)
  ];
  return named.length === 0 ? "nobody (the policy names no approvers)" : named.join(", ");
}

// src/core/trace/trace.ts
function traceOf(evaluation, decision, outcome) {
  const { policy, facts, now } = evaluation;
  const context = contextOf(evaluation);
  const identified = identifiedOf(evaluation, outcome);
  const assessed = assess(identified, context);
  const subject3 = { ...subjectOf2(assessed, context), state: outcome.state };
  const rules = traceRules(policy, subject3, outcome, decision);
  const isSuppressed = outcome.reason === "suppressed";
  const candidate = candidateOf(
    assessed,
    neverExcepted(context)(assessed),
    outcome.rules.some(({ verdict }) => verdict !== "pass")
  );
  const isAmbiguous = evaluation.findings.filter(({ identity: identity2 }) => identity2.id === outcome.id).length > 1;
  const { headSha, event } = decision.change;
  return {
    outcome,
    evaluatedAt: now,
    change: { event, branch: evaluation.branch, headSha },
    layers: policy.layers.map(({ name, sha256 }) => ({ name, sha256 })),
    decisive: outcome.rules.filter(({ verdict }) => verdict === worstOf2(outcome)).map(({ id }) => id),
    // A suppressed finding is not put to the rules.
    ...isSuppressed ? { ...rules, matched: [], near: [...rules.matched, ...rules.near] } : rules,
    tier: traceTier(assessed, policy),
    state: {
      value: outcome.state,
      reason: outcome.stateReason,
      inDiff: outcome.inDiff,
      firstDetected: outcome.firstDetected
    },
    category: { value: assessed.finding.category, reported: identified.finding.category },
    severity: traceSeverity(assessed, identified.finding),
    kev: traceKev(assessed, facts),
    epss: traceEpss(assessed, facts),
    reachability: traceReachability(assessed, facts),
    suppression: traceSuppression(assessed, policy),
    sla: traceSla(assessed, policy),
    ...traceExceptions(evaluation.exceptions, candidate, isAmbiguous, policy.exceptions, now),
    remedies: remediesOf({
      outcome,
      matched: rules.matched,
      candidate,
      policy: policy.exceptions,
      headSha,
      now,
      asExisting: outcome.state === "unknown" ? verdictAsExisting(assessed, context, decision) : null
    })
  };
}
var worstOf2 = ({ rules }) => {
  if (rules.some(({ verdict }) => verdict === "block")) return "block";
  return rules.some(({ verdict }) => verdict === "warn") ? "warn" : "pass";
};
function identifiedOf({ findings: findings2, fixed: fixed2 }, { id, finding, state }) {
  const own = (state === "fixed" ? fixed2 : findings2).filter(({ identity: identity2 }) => identity2.id === id);
  const found = own.find((each) => each.finding.location?.startLine === finding.location?.startLine) ?? own[0];
  if (found === void 0) throw new TypeError(`the evaluation has no finding ${id}`);
  return found;
}
function verdictAsExisting(assessed, context, { outcomes, evaluatedAt }) {
  const rules = compileRules(context.policy, evaluatedAt);
  const counter = new RuleCounter(rules);
  const indexes = new Map(rules.map(({ rule: rule2 }, index2) => [`${rule2.layer}\0${rule2.id}`, index2]));
  for (const outcome of outcomes) {
    if (outcome.reason === "excepted") continue;
    counter.add(outcome.rules.flatMap(({ id, layer }) => indexes.get(`${layer}\0${id}`) ?? []));
  }
  const subject3 = { ...subjectOf2(assessed, context), state: "existing" };
  return judge(rules, matchRules(rules, subject3), counter).verdict;
}

// src/shell/commands/explain.ts
var FORMATS2 = ["text", "json"];
var FLAGS2 = {
  ...EVALUATION_FLAGS,
  format: { value: "FORMAT", help: `${FORMATS2.join(" or ")}; default text` }
};
var SHOWN2 = 20;
var explainCommand = {
  summary: "Say why a finding got its verdict, and what would pass",
  words: "FINDING",
  flags: FLAGS2,
  async run(args, terminal) {
    const [words, ...more] = args.words;
    if (words === void 0 || more.length > 0) {
      throw configurationError("explain takes one finding", "Give its id (F-…), path:line, rule id or CVE");
    }
    const format = oneFormat(args, FORMATS2);
    const request = requestOf(args, terminal);
    const progress = progressOf(terminal);
    const evaluation = await prepare(request, localPorts(request), progress);
    const decision = decide(evaluation);
    progress(null);
    const resolution = resolveFinding(words, decision.outcomes);
    if (resolution.kind === "candidates") throw candidatesError(resolution.problem, resolution.outcomes);
    const trace = traceOf(evaluation, decision, resolution.outcome);
    await terminal.out(format === "json" ? explanationJson(trace) : explanationText(trace));
    return EXIT.pass;
  }
};
function candidatesError(problem, outcomes) {
  if (outcomes.length === 0) {
    return configurationError(
      problem,
      "Give an id (F-…), path:line, rule id or CVE as evaluate --format json lists them"
    );
  }
  const lines3 = outcomes.slice(0, SHOWN2).map((outcome) => `
  ${candidateLine(outcome)}`);
  const hidden2 = outcomes.length - SHOWN2;
  return configurationError(
    problem,
    `Give the id of one of them:${lines3.join("")}${hidden2 > 0 ? `
  … and ${hidden2} more` : ""}`
  );
}

// src/core/policy/effective-yaml.ts
var leaf = (key, value, origin = null) => value === null || Array.isArray(value) && value.length === 0 ? [] : [{ key, value, origin }];
var group = (key, fields) => fields.length === 0 ? [] : [{ key, fields }];
var list3 = (key, items) => items.length === 0 ? [] : [{ key, items }];
function printFields(fields, indent = "") {
  return fields.flatMap((field2) => {
    const key = `${indent}${scalar2(field2.key)}:`;
    if ("fields" in field2) return [key, ...printFields(field2.fields, `${indent}  `)];
    if ("items" in field2) return [key, ...field2.items.flatMap((item) => printItem(item, `${indent}  `))];
    return [`${key} ${flow2(field2.value)}${field2.origin === null ? "" : ` # ${commentText(field2.origin)}`}`];
  });
}
function printItem(fields, indent) {
  const lines3 = printFields(fields, `${indent}  `);
  return lines3.map((text2, index2) => index2 === 0 ? `${indent}- ${text2.trimStart()}` : text2);
}
var commentText = (text2) => text2.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "?");
function flow2(value) {
  if (isList(value)) return `[${value.map(flow2).join(", ")}]`;
  if (typeof value !== "object") return scalar2(value);
  const members = Object.entries(value).flatMap(
    ([key, member2]) => member2 === null ? [] : [`${scalar2(key)}: ${flow2(member2)}`]
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
var isList = (value) => Array.isArray(value);
function scalar2(value) {
  if (typeof value !== "string") return String(value);
  const isPlain2 = /^[A-Za-z][A-Za-z0-9._/-]*$/.test(value) && !/^(?:true|false|null)$/i.test(value);
  const isDuration = /^[1-9][0-9]*[hdw]$/.test(value);
  return isPlain2 || isDuration ? value : JSON.stringify(value);
}

// src/core/policy/effective.ts
function effectivePolicyYaml(policy) {
  const from = (path2) => policy.origins.get(path2) ?? "default";
  const layers = policy.layers.map(({ name, sha256 }) => `# layer ${commentText(name)}, sha256 ${sha256}`);
  const sections = [
    [
      ...leaf("version", 1),
      ...leaf("name", policy.name),
      ...leaf("unknown-severity", policy.unknownSeverity, from("unknown-severity"))
    ],
    group(
      "suppressions",
      [...policy.suppressions].flatMap(([tier, word]) => leaf(`tier-${tier}`, word, from(`suppressions.tier-${tier}`)))
    ),
    list3("assets", policy.assets.flat().map(assetFields)),
    group("tools", toolFields(policy, from)),
    list3("scans", policy.scans.map(scanFields)),
    group("feeds", feedFields(policy, from)),
    list3("rules", policy.rules.map(ruleFields)),
    list3("sla", policy.sla.map(slaFields)),
    group("exceptions", exceptionFields(policy.exceptions, from))
  ];
  const texts = sections.filter((fields) => fields.length > 0).map((fields) => printFields(fields).join("\n"));
  return `${[layers.join("\n"), ...texts].join("\n\n")}
`;
}
var duration = (time2) => time2 === null ? null : formatDuration(time2);
function assetFields({
  name,
  layer,
  paths: paths2,
  tier,
  exposure,
  owners
}) {
  return [
    ...leaf("name", name, layer),
    ...leaf("paths", paths2),
    ...leaf("tier", tier),
    ...leaf("exposure", exposure),
    ...leaf("owners", owners)
  ];
}
function toolFields({ tools: tools2 }, from) {
  return [...tools2].flatMap(([tool, { category, rules }]) => {
    const severities = [...rules].flatMap(
      ([rule2, { severity }]) => leaf(rule2, { severity }, from(`tools.${tool}.rules.${rule2}.severity`))
    );
    return group(tool, [...leaf("category", category, from(`tools.${tool}.category`)), ...group("rules", severities)]);
  });
}
function scanFields(scan) {
  return [
    ...leaf("id", scan.id, scan.layer),
    ...leaf("category", scan.category),
    ...leaf("tools", scan.tools),
    ...leaf("tiers", scan.tiers),
    ...leaf("applies-to", scan.appliesTo),
    ...leaf("max-age", duration(scan.maxAge)),
    ...leaf("if-missing", scan.ifMissing),
    ...leaf("if-invalid", scan.ifInvalid),
    ...leaf("if-failed", scan.ifFailed),
    ...leaf("if-degraded", scan.ifDegraded),
    ...leaf("if-stale", scan.ifStale)
  ];
}
function feedFields({ feeds }, from) {
  return [...feeds].flatMap(
    ([name, { maxAge, ifMissing }]) => group(name, [
      ...leaf("max-age", duration(maxAge), from(`feeds.${name}.max-age`)),
      ...leaf("if-missing", ifMissing, from(`feeds.${name}.if-missing`))
    ])
  );
}
function ruleFields(rule2) {
  return [
    ...leaf("id", rule2.id, rule2.layer),
    ...leaf("description", rule2.description),
    ...leaf("when", conditionMembers(rule2.when)),
    ...leaf("unless", rule2.unless === null ? null : conditionMembers(rule2.unless)),
    ...leaf("verdict", rule2.verdict),
    ...leaf("more-than", rule2.moreThan),
    ...leaf("mode", rule2.mode),
    ...leaf("enforce-from", rule2.enforceFrom?.slice(0, 10) ?? null),
    ...leaf("controls", rule2.controls)
  ];
}
function conditionMembers(conditions) {
  const members = {};
  for (const [name, value] of Object.entries(conditions)) {
    const key = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (value !== null) members[key] = name === "minAge" ? formatDuration(Number(value)) : value;
  }
  return members;
}
function slaFields({ layer, byTier, kev }) {
  const rows = [...byTier].flatMap(([tier, row2]) => leaf(`tier-${tier}`, cells(row2), layer));
  return [...rows, ...leaf("kev", duration(kev), layer)];
}
var worstFirst = KNOWN_SEVERITIES.toReversed();
var cells = (row2) => Object.fromEntries(worstFirst.map((severity) => [severity, duration(row2.get(severity) ?? null)]));
function exceptionFields(exceptions2, from) {
  const at3 = (path2) => from(`exceptions.${path2}`);
  const { file, approvers, quorum: quorum2, maxDuration: maxDuration2, require: require2, never, labels } = exceptions2;
  const caps = [...maxDuration2.byTier].flatMap(
    ([tier, row2]) => group(
      `tier-${tier}`,
      worstFirst.flatMap((severity) => {
        const origin = at3(`max-duration.tier-${tier}.${severity}`);
        return leaf(
          severity,
          duration(row2.get(severity) ?? null),
          origin === "default" ? "from the cells it exceeds" : origin
        );
      })
    )
  );
  return [
    ...leaf("file", file, at3("file")),
    ...leaf("approvers", { teams: approvers.teams, users: approvers.users, roles: approvers.roles }, at3("approvers")),
    ...group(
      "quorum",
      [...quorum2].flatMap(([key, count3]) => leaf(key, count3, at3(`quorum.${key}`)))
    ),
    ...group("max-duration", [...caps, ...leaf("kev", duration(maxDuration2.kev), at3("max-duration.kev"))]),
    ...group(
      "require",
      ["ticket", "controls"].flatMap(
        (field2) => leaf(
          field2,
          require2[field2],
          require2[field2].map((tier) => `tier ${tier}: ${at3(`require.${field2}.${tier}`)}`).join(", ")
        )
      )
    ),
    ...list3(
      "never",
      never.map(
        ({ layer, when }) => Object.entries(conditionMembers(when)).flatMap(([key, value]) => leaf(key, value, layer))
      )
    ),
    ...group(
      "labels",
      ["requested", "approved"].flatMap((key) => leaf(key, labels[key], at3(`labels.${key}`)))
    ),
    ...leaf("require-label", exceptions2.requireLabel, at3("require-label")),
    ...leaf("expiring-notice", formatDuration(exceptions2.expiringNotice), at3("expiring-notice"))
  ];
}

// src/core/policy/lint.ts
function lintPolicy(policy) {
  return [...policy.rules.flatMap((rule2) => lintRule(rule2, policy)), ...lintSla(policy), ...lintExceptions(policy)];
}
function lintRule(rule2, policy) {
  const problems = [];
  const say = (message2, hint) => problems.push({ place: rule2.place, message: `the rule \`${rule2.id}\` ${message2}`, hint });
  const { when, verdict } = rule2;
  if (verdict === "pass")
    say(
      "has the verdict pass, which changes nothing: the strictest rule wins",
      "Use `unless` in the rules that should not apply"
    );
  if (rule2.enforceFrom !== null && rule2.mode === rule2.layerMode) {
    say("has an `enforce-from` that changes nothing", "Give it a weaker `mode` than its file, or remove `enforce-from`");
  }
  const gap = severityGap(when);
  if (gap !== null && verdict !== "pass")
    say(`matches ${gap[0]} but not ${gap[1]}`, `Write \`min-severity: ${gap[0]}\``);
  const tier = tierGap(when);
  if (tier !== null && verdict !== "pass")
    say(`matches tier ${tier[0]} but not tier ${tier[1]}`, "Add the more critical tiers");
  if (when.minScore !== null) {
    say("does not match findings without a score", "Add a rule on `min-severity` for those");
  }
  for (const asset of [...when.asset ?? [], ...rule2.unless?.asset ?? []]) {
    if (!policy.assets.flat().some(({ name }) => name === asset))
      say(`names the asset \`${asset}\`, which no layer defines`, "Correct the name, or define it under `assets`");
  }
  for (const exposure of [...when.exposure ?? [], ...rule2.unless?.exposure ?? []]) {
    if (!policy.assets.flat().some((asset) => asset.exposure === exposure))
      say(`asks for the exposure \`${exposure}\`, which no asset has`, "Give your assets an `exposure`");
  }
  if (when.sla !== null && policy.sla.length === 0) say("asks for `sla`, but no layer sets times", "Add `sla:`");
  return problems;
}
function severityGap({ severity }) {
  const known4 = KNOWN_SEVERITIES.filter((candidate) => severity?.includes(candidate));
  const [mildest] = known4;
  const missed = KNOWN_SEVERITIES.slice(KNOWN_SEVERITIES.indexOf(mildest ?? "critical")).find(
    (candidate) => !known4.includes(candidate)
  );
  return mildest !== void 0 && missed !== void 0 ? [mildest, missed] : null;
}
function tierGap({ tier }) {
  const least = Math.max(...tier ?? []);
  const missed = tier === null ? void 0 : TIERS.find((candidate) => candidate < least && !tier.includes(candidate));
  return missed === void 0 ? null : [least, missed];
}
function lintSla({ sla }) {
  return sla.flatMap(
    ({ layer, byTier }) => [...byTier].flatMap(
      ([tier, row2]) => KNOWN_SEVERITIES.flatMap((severity, index2) => {
        const own = row2.get(severity);
        const milder = KNOWN_SEVERITIES.slice(0, index2).find(
          (candidate) => (row2.get(candidate) ?? Number.POSITIVE_INFINITY) < (own ?? 0)
        );
        if (milder === void 0) return [];
        const message2 = `\`sla.tier-${tier}\` gives ${severity} findings more time than ${milder} ones; the shorter time holds for both`;
        return [{ place: { path: layer, line: null, column: null }, message: message2, hint: `Shorten ${severity}` }];
      })
    )
  );
}
function lintExceptions({ exceptions: exceptions2, layers }) {
  const place2 = { path: layers.at(-1)?.name ?? "", line: null, column: null };
  const { teams, users, roles } = exceptions2.approvers;
  const problems = [];
  if (teams.length + users.length + roles.length === 0) {
    problems.push({ place: place2, message: "nobody can approve an exception", hint: "Add `exceptions.approvers`" });
  }
  if (TIERS.some((tier) => exceptions2.maxDuration.byTier.get(tier)?.get("critical") === void 0)) {
    const message2 = "exceptions for critical findings may run without end";
    problems.push({ place: place2, message: message2, hint: "Add `exceptions.max-duration`" });
  }
  if (exceptions2.requireLabel && exceptions2.labels.approved === null) {
    const message2 = "`exceptions.require-label` is set, but no layer names the label, so no approval can count";
    problems.push({ place: place2, message: message2, hint: "Add `exceptions.labels.approved`" });
  }
  return problems;
}

// src/shell/commands/lint.ts
var FLAGS3 = {
  policy: EVALUATION_FLAGS.policy,
  exceptions: EVALUATION_FLAGS.exceptions,
  "layer-source": EVALUATION_FLAGS["layer-source"],
  effective: { help: "print the merged policy as YAML, each value with the layer that gave it" }
};
var lintCommand = {
  summary: "Check policy, exceptions and their layers",
  words: "",
  flags: FLAGS3,
  async run(args, terminal) {
    if (args.words.length > 0)
      throw configurationError(`Unexpected ${args.words.join(" ")}`, "Give files with --policy and --exceptions");
    const port = localPolicyPort({ cwd: terminal.cwd, sourceRoot: null, layerSources: layerSourcesOf(args) });
    const problems = [];
    const policy = await collect(problems, () => lintPolicy2(args, port));
    const exceptions2 = await collect(problems, () => lintExceptions2(args, policy, port));
    if (problems.length > 0) throw new ConfigurationError(problems);
    if (policy !== null) {
      for (const warning of lintPolicy(policy)) terminal.err(`${formatProblem(asWarning(warning))}
`);
      if (args.switches.has("effective")) {
        await terminal.out(effectivePolicyYaml(policy));
        return EXIT.pass;
      }
      await reportPolicy(policy, terminal);
    }
    if (exceptions2 !== null) await terminal.out(`${exceptions2.path}: ${exceptions2.count} exceptions
`);
    return EXIT.pass;
  }
};
var asWarning = (problem) => ({ ...problem, message: `warning: ${problem.message}` });
async function collect(problems, check) {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}
async function lintPolicy2({ values }, port) {
  const text2 = values.get("policy")?.[0] ?? null;
  const source = await policySource(text2, port);
  if (source !== null) return loadPolicy(source, port.layer);
  throw noPolicy(text2);
}
async function lintExceptions2({ values }, policy, port) {
  const named = values.get("exceptions")?.[0] ?? null;
  const path2 = named ?? policy?.exceptions.file ?? null;
  const bytes = path2 === null ? null : await port.read(path2);
  if (path2 !== null && bytes !== null) return { path: path2, count: parseExceptions(path2, bytes).length };
  if (named === null) return null;
  throw configurationError("the exceptions file does not exist", "Give the path of an exceptions file", {
    path: named,
    line: null,
    column: null
  });
}
async function reportPolicy(policy, terminal) {
  const own = policy.layers.at(-1)?.name ?? "";
  const inherited = policy.layers.slice(0, -1).map((layer) => layer.name);
  const from = inherited.length === 0 ? "" : `, inherits ${inherited.join(", ")}`;
  await terminal.out(`${own}: ${policy.rules.length} rules, ${policy.scans.length} required scans${from}
`);
}

// src/shell/commands/schema.ts
var NAMES2 = Object.keys(SCHEMAS);
var schemaCommand = {
  summary: "Print the JSON Schema of a file format",
  words: NAMES2.join("|"),
  flags: {},
  async run({ words }, terminal) {
    const [name, ...more] = words;
    const schema = name !== void 0 && Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : void 0;
    if (schema === void 0 || more.length > 0) {
      const near = name === void 0 ? null : closest(name, NAMES2);
      const problem = name === void 0 ? "schema needs a name" : `There is no schema ${words.join(" ")}`;
      throw configurationError(problem, near === null ? `Write one of ${NAMES2.join(", ")}` : `Did you mean ${near}?`);
    }
    await terminal.out(schema.endsWith("\n") ? schema : `${schema}
`);
    return EXIT.pass;
  }
};

// src/shell/command-line.ts
var COMMANDS = {
  evaluate: evaluateCommand,
  explain: explainCommand,
  lint: lintCommand,
  schema: schemaCommand
};
async function runCommandLine(argv, terminal) {
  const [name, ...rest] = argv;
  try {
    if (name === void 0 || name === "help" || name === "--help" || name === "-h") {
      await terminal.out(overview());
      return name === void 0 ? EXIT.configuration : EXIT.pass;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : void 0;
    if (command === void 0) {
      const near = closest(name, Object.keys(COMMANDS));
      terminal.err(
        `Unknown command ${name}. ${near === null ? "Run with --help to see the commands" : `Did you mean ${near}?`}
`
      );
      return EXIT.configuration;
    }
    if (rest.includes("--help") || rest.includes("-h")) {
      await terminal.out(usage(name, command));
      return EXIT.pass;
    }
    return await command.run(parseArguments(rest, command.flags), terminal);
  } catch (error) {
    return explain2(error, terminal);
  }
}
function explain2(error, terminal) {
  if (error instanceof ConfigurationError) {
    for (const problem of error.problems) terminal.err(`${formatProblem(problem)}
`);
    return EXIT.configuration;
  }
  const detail = error instanceof Error ? error.stack ?? error.message : String(error);
  terminal.err(`Internal error: the gate could not decide. Please report it with this text:
${detail}
`);
  return EXIT.internal;
}
function overview() {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return `policy-gate: decides pass, warn or block from SARIF and a policy.

Usage: policy-gate <command> [flags]      policy-gate <command> --help

${rows.join("\n")}

Exit codes: 0 pass or warn, 1 block, 2 configuration or usage error, 3 internal error.
`;
}
function usage(name, { summary, words, flags }) {
  const rows = Object.entries(flags).map(([flag, { value, multiple, help }]) => {
    const left = `--${flag}${value ? ` ${value}` : ""}`;
    return `  ${left.padEnd(34)} ${help}${multiple ? " (repeatable)" : ""}`;
  });
  return `${summary}

Usage: policy-gate ${name}${words ? ` ${words}` : ""} [flags]

${rows.join("\n")}
`;
}

// src/cli.ts
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
