import { createRequire as createRequire__ } from 'node:module'
const require = createRequire__(import.meta.url)

// src/core/closest.ts
function closest(word, candidates) {
  let best = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
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
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
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
function configurationError(message2, hint, place = null) {
  return new ConfigurationError([{ place, message: message2, hint }]);
}
function formatProblem({ place, message: message2, hint }) {
  const where = place ? `${[place.path, place.line, place.column].filter((part) => part !== null).join(":")}: ` : "";
  return `${where}${message2}. ${hint}`;
}

// src/core/finding.ts
var KNOWN_SEVERITIES = ["none", "low", "medium", "high", "critical"];
var SEVERITIES = [...KNOWN_SEVERITIES, "unknown"];
var rank = new Map(KNOWN_SEVERITIES.map((severity, index2) => [severity, index2]));

// src/core/reports/markdown.ts
var done = (text2) => text2;
var md = (literals, ...values) => done(literals.reduce((text2, literal2, index2) => `${text2}${values[index2 - 1] ?? ""}${literal2}`));
var NOTHING = done("");

// src/core/reports/comment.ts
var SYMBOLS = { block: md`⛔`, warn: md`⚠️`, pass: md`✅` };

// src/core/reports/formats.ts
var FORMATS = ["text", "json", "markdown", "sarif", "junit", "gitlab"];

// src/core/policy/time.ts
var HOUR = 36e5;
var DAY = 24 * HOUR;
var UNITS = /* @__PURE__ */ new Map([
  ["h", HOUR],
  ["d", DAY],
  ["w", 7 * DAY]
]);
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

// src/core/policy/sla.ts
var DUE_SOON_AT_MOST = 7 * DAY;

// src/core/exceptions/terms.ts
var BREAK_GLASS_DURATION = 24 * HOUR;

// src/core/exceptions/package-url.ts
function parsePackageUrl(text2) {
  const [beforeSubpath = "", subpath = null] = cut(text2.normalize("NFC"), text2.indexOf("#"));
  const [beforeQualifiers, query = ""] = cut(beforeSubpath, beforeSubpath.indexOf("?"));
  const [, scheme, type, path2] = /^([a-zA-Z]+):\/*([a-zA-Z][a-zA-Z0-9.+-]*)\/(.+)$/.exec(beforeQualifiers) ?? [];
  if (scheme?.toLowerCase() !== "pkg" || type === void 0 || path2 === void 0) return null;
  const versionAt = path2.lastIndexOf("@");
  const hasVersion = versionAt > 0 && path2[versionAt - 1] !== "/";
  const [rawName, version] = hasVersion ? cut(path2, versionAt) : [path2, void 0];
  const name = decode(rawName);
  const decodedVersion = version === void 0 ? null : decode(version);
  if (name === null || name.replaceAll("/", "") === "" || version !== void 0 && !decodedVersion) return null;
  return {
    base: `${type.toLowerCase()}/${canonicalName(type.toLowerCase(), name)}`,
    version: decodedVersion,
    qualifiers: new Set(query.split("&").filter(Boolean).map(canonicalQualifier)),
    subpath
  };
}
function cut(text2, at2) {
  return at2 < 0 ? [text2, void 0] : [text2.slice(0, at2), text2.slice(at2 + 1)];
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
  for (const { 0: group } of glob.matchAll(/\{[^{}]*\}/g)) {
    const count2 = group.split(",").length;
    if (count2 === 1) return wrong("has braces around one alternative", "Write `{a,b}`, or leave the braces out");
    alternatives *= count2;
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
  const group = /\{([^{}]*)\}/.exec(glob);
  if (!group) return [glob];
  const head = glob.slice(0, group.index);
  const tails = expand(glob.slice(group.index + group[0].length));
  return (group[1] ?? "").split(",").flatMap((choice) => tails.map((tail) => head + choice + tail));
}

// src/core/decision/decide.ts
var SUPPRESSED = Object.freeze([]);

// src/generated/schemas.ts
var SCHEMAS = {
  "policy": '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "$id": "https://policy-gate.dev/schemas/policy.schema.json",\n  "title": "Policy",\n  "description": "A policy of Policy Gate: what findings may merge, what evidence must be there, and how exceptions work.",\n  "type": "object",\n  "additionalProperties": false,\n  "required": ["version"],\n  "properties": {\n    "version": {\n      "description": "Version of this format. Always 1.",\n      "const": 1,\n      "examples": [1]\n    },\n    "name": {\n      "description": "Name of the policy, for people.",\n      "type": "string",\n      "minLength": 1,\n      "maxLength": 100,\n      "examples": ["payments"]\n    },\n    "extends": {\n      "description": "Layers that this file builds on, read first to last, before the file itself: `preset:NAME`, or a file of another repository pinned to a commit. At most 3 levels. A file can tighten what it inherits and cannot weaken it.",\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": {\n        "type": "array",\n        "minItems": 1,\n        "maxItems": 10,\n        "uniqueItems": true,\n        "items": { "$ref": "#/definitions/layerReference" }\n      },\n      "else": { "$ref": "#/definitions/layerReference" },\n      "examples": [["preset:baseline"], ["github:acme/security-policy/org.yml@0123456789abcdef0123456789abcdef01234567"]]\n    },\n    "mode": {\n      "description": "The most that rules of this layer may do: `monitor` (report only), `warn`, or `enforce`.",\n      "default": "enforce",\n      "$ref": "#/definitions/mode",\n      "examples": ["enforce"]\n    },\n    "assets": {\n      "description": "Which part of the repository is what. In each layer the longest matching glob wins; over all layers the most critical tier wins.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 500,\n      "items": { "$ref": "#/definitions/asset" },\n      "examples": [[{ "name": "payments-api", "paths": ["services/payments/**"], "tier": 0, "exposure": "internet" }]]\n    },\n    "unknown-severity": {\n      "description": "How a finding without any usable severity counts. The most severe of all layers wins; a layer that does not say counts as the default.",\n      "default": "high",\n      "$ref": "#/definitions/severity",\n      "examples": ["high"]\n    },\n    "suppressions": {\n      "description": "Whether suppressions that scanners report (comments in the source and the like) are honoured: one word, or one per tier. `ignore` in any layer wins.",\n      "default": "honour",\n      "type": ["string", "object"],\n      "if": { "type": "object" },\n      "then": {\n        "type": "object",\n        "additionalProperties": false,\n        "minProperties": 1,\n        "properties": {\n          "tier-0": {\n            "description": "Suppressions of findings at tier 0.",\n            "$ref": "#/definitions/suppression",\n            "examples": ["ignore"]\n          },\n          "tier-1": {\n            "description": "Suppressions of findings at tier 1.",\n            "$ref": "#/definitions/suppression",\n            "examples": ["honour"]\n          },\n          "tier-2": {\n            "description": "Suppressions of findings at tier 2.",\n            "$ref": "#/definitions/suppression",\n            "examples": ["honour"]\n          }\n        }\n      },\n      "else": { "$ref": "#/definitions/suppression" },\n      "examples": ["honour", { "tier-0": "ignore" }]\n    },\n    "tools": {\n      "description": "What the files of a tool cannot say for themselves, by the tool\'s name (case does not matter).",\n      "type": "object",\n      "minProperties": 1,\n      "additionalProperties": { "$ref": "#/definitions/tool" },\n      "examples": [{ "MyScanner": { "category": "iac", "rules": { "X-1": { "severity": "critical" } } } }]\n    },\n    "scans": {\n      "description": "Evidence that must be there, whatever it says.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 100,\n      "items": { "$ref": "#/definitions/scan" },\n      "examples": [[{ "id": "sast", "category": "sast", "tools": ["CodeQL", "Semgrep"], "if-missing": "block" }]]\n    },\n    "feeds": {\n      "description": "What missing or old threat data costs.",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "kev": {\n          "description": "CISA\'s catalogue of known exploited vulnerabilities.",\n          "$ref": "#/definitions/feed",\n          "examples": [{ "max-age": "7d", "if-missing": "warn" }]\n        },\n        "epss": {\n          "description": "FIRST\'s exploit prediction scores.",\n          "$ref": "#/definitions/feed",\n          "examples": [{ "max-age": "7d" }]\n        },\n        "vex": {\n          "description": "OpenVEX statements.",\n          "$ref": "#/definitions/feed",\n          "examples": [{ "if-missing": "pass" }]\n        }\n      },\n      "examples": [{ "kev": { "max-age": "7d", "if-missing": "warn" } }]\n    },\n    "rules": {\n      "description": "Every matching rule counts and the strictest verdict wins. A finding that no rule matches passes.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 500,\n      "items": { "$ref": "#/definitions/rule" },\n      "examples": [[{ "id": "known-exploited", "when": { "kev": true }, "verdict": "block" }]]\n    },\n    "sla": {\n      "description": "Time to fix, from first detection, by tier and severity. A time also covers more severe findings and more critical tiers, unless they have a shorter one. The shortest of all layers wins; an exception never restarts it.",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "tier-0": {\n          "description": "Time to fix at tier 0.",\n          "$ref": "#/definitions/durations",\n          "examples": [{ "critical": "7d", "high": "14d" }]\n        },\n        "tier-1": {\n          "description": "Time to fix at tier 1.",\n          "$ref": "#/definitions/durations",\n          "examples": [{ "critical": "14d", "high": "30d" }]\n        },\n        "tier-2": {\n          "description": "Time to fix at tier 2.",\n          "$ref": "#/definitions/durations",\n          "examples": [{ "critical": "30d", "high": "60d" }]\n        },\n        "kev": {\n          "description": "Time to fix a known exploited vulnerability, at every tier and severity.",\n          "$ref": "#/definitions/duration",\n          "examples": ["3d"]\n        }\n      },\n      "examples": [{ "tier-0": { "critical": "7d", "high": "14d" }, "kev": "3d" }]\n    },\n    "exceptions": {\n      "description": "Who may accept what, and for how long.",\n      "$ref": "#/definitions/exceptions",\n      "examples": [{ "file": ".github/policy-exceptions.yml", "approvers": { "teams": ["acme/appsec"] } }]\n    }\n  },\n  "definitions": {\n    "verdict": { "type": "string", "enum": ["pass", "warn", "block"] },\n    "mode": { "type": "string", "enum": ["monitor", "warn", "enforce"] },\n    "tier": { "type": "integer", "enum": [0, 1, 2] },\n    "severity": { "type": "string", "enum": ["none", "low", "medium", "high", "critical"] },\n    "severityOrUnknown": { "type": "string", "enum": ["none", "low", "medium", "high", "critical", "unknown"] },\n    "category": { "type": "string", "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"] },\n    "state": { "type": "string", "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"] },\n    "reachability": { "type": "string", "enum": ["reachable", "potential", "unreachable", "unknown"] },\n    "slaStatus": { "type": "string", "enum": ["within", "due-soon", "breached"] },\n    "suppression": { "type": "string", "enum": ["honour", "ignore"] },\n    "event": {\n      "type": "string",\n      "enum": [\n        "pull_request",\n        "pull_request_target",\n        "merge_group",\n        "push",\n        "schedule",\n        "workflow_dispatch",\n        "workflow_run",\n        "issue_comment"\n      ]\n    },\n    "duration": {\n      "description": "A positive whole number of hours, days or weeks.",\n      "type": "string",\n      "pattern": "^[1-9][0-9]{0,4}[hdw]$",\n      "examples": ["24h", "7d", "2w"]\n    },\n    "date": {\n      "description": "A calendar day. Where it begins something it counts from its start, where it ends something to its end, in UTC.",\n      "type": "string",\n      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",\n      "examples": ["2027-01-15"]\n    },\n    "id": {\n      "description": "Up to 100 letters, digits, `.`, `_`, `/` and `-`.",\n      "type": "string",\n      "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$",\n      "examples": ["introduced-high"]\n    },\n    "word": {\n      "description": "Lower-case letters, digits and `-`.",\n      "type": "string",\n      "pattern": "^[a-z][a-z0-9-]{0,49}$",\n      "examples": ["internet"]\n    },\n    "name": { "type": "string", "minLength": 1, "maxLength": 200, "examples": ["payments-api"] },\n    "glob": {\n      "description": "A path from the root of the repository with `*`, `?`, `**` and `{a,b}`; at most 200 characters and 10 wildcards.",\n      "type": "string",\n      "minLength": 1,\n      "examples": ["src/**"]\n    },\n    "textGlob": {\n      "description": "A text with `*` (any characters, also `/`), `?` and `{a,b}`; at most 200 characters and 10 wildcards.",\n      "type": "string",\n      "minLength": 1,\n      "examples": ["js/*"]\n    },\n    "cweId": { "description": "A number after `CWE-`.", "type": "string", "pattern": "^CWE-[1-9][0-9]{0,5}$", "examples": ["CWE-79"] },\n    "team": {\n      "description": "Organisation and team.",\n      "type": "string",\n      "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$",\n      "examples": ["acme/appsec"]\n    },\n    "login": {\n      "description": "A GitHub login, without `@`.",\n      "type": "string",\n      "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$",\n      "examples": ["sec-alice"]\n    },\n    "role": { "description": "A role of the repository.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$", "examples": ["admin"] },\n    "layerReference": {\n      "description": "`preset:NAME` or `github:OWNER/REPO/PATH@COMMIT` with the full 40-digit commit.",\n      "type": "string",\n      "pattern": "^(?:preset:[a-z0-9-]+|github:[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+/[^@\\\\\\\\]+@[0-9a-f]{40})$",\n      "examples": ["preset:baseline"]\n    },\n    "tiers": {\n      "type": ["integer", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/tier" } },\n      "else": { "$ref": "#/definitions/tier" }\n    },\n    "names": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/name" } },\n      "else": { "$ref": "#/definitions/name" }\n    },\n    "words": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/word" } },\n      "else": { "$ref": "#/definitions/word" }\n    },\n    "categories": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/category" } },\n      "else": { "$ref": "#/definitions/category" }\n    },\n    "severities": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": {\n        "type": "array",\n        "minItems": 1,\n        "uniqueItems": true,\n        "items": { "$ref": "#/definitions/severityOrUnknown" }\n      },\n      "else": { "$ref": "#/definitions/severityOrUnknown" }\n    },\n    "states": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/state" } },\n      "else": { "$ref": "#/definitions/state" }\n    },\n    "reachabilities": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/reachability" } },\n      "else": { "$ref": "#/definitions/reachability" }\n    },\n    "slaStatuses": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/slaStatus" } },\n      "else": { "$ref": "#/definitions/slaStatus" }\n    },\n    "events": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/event" } },\n      "else": { "$ref": "#/definitions/event" }\n    },\n    "cweIds": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/cweId" } },\n      "else": { "$ref": "#/definitions/cweId" }\n    },\n    "globs": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/glob" } },\n      "else": { "$ref": "#/definitions/glob" }\n    },\n    "textGlobs": {\n      "type": ["string", "array"],\n      "if": { "type": "array" },\n      "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/textGlob" } },\n      "else": { "$ref": "#/definitions/textGlob" }\n    },\n    "asset": {\n      "title": "AssetEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["name", "paths", "tier"],\n      "properties": {\n        "name": {\n          "description": "Name of the asset; unique in its file.",\n          "$ref": "#/definitions/name",\n          "examples": ["payments-api"]\n        },\n        "paths": {\n          "description": "Globs of the paths that belong to it.",\n          "$ref": "#/definitions/globs",\n          "examples": [["services/payments/**"]]\n        },\n        "tier": {\n          "description": "How critical it is: 0 (most), 1 or 2.",\n          "$ref": "#/definitions/tier",\n          "examples": [0]\n        },\n        "exposure": {\n          "description": "Who can reach it, in one word of your own; `internet` is the one that presets know. Where layers disagree, `internet` wins.",\n          "$ref": "#/definitions/word",\n          "examples": ["internet"]\n        },\n        "owners": {\n          "description": "Who is responsible, as reports show it.",\n          "$ref": "#/definitions/names",\n          "examples": [["@acme/payments"]]\n        }\n      }\n    },\n    "tool": {\n      "title": "ToolEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "category": {\n          "description": "Category of its findings.",\n          "$ref": "#/definitions/category",\n          "examples": ["iac"]\n        },\n        "rules": {\n          "description": "What is known of single rules, by the scanner\'s exact rule id.",\n          "type": "object",\n          "minProperties": 1,\n          "additionalProperties": {\n            "title": "ToolRuleEntry",\n            "type": "object",\n            "additionalProperties": false,\n            "required": ["severity"],\n            "properties": {\n              "severity": {\n                "description": "The least severity of its findings. It raises what the file says and never lowers it.",\n                "$ref": "#/definitions/severity",\n                "examples": ["critical"]\n              }\n            }\n          },\n          "examples": [{ "X-1": { "severity": "critical" } }]\n        }\n      }\n    },\n    "scan": {\n      "title": "ScanEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["id"],\n      "properties": {\n        "id": {\n          "description": "Name of the scan in reports; unique in its file. The same id in two layers makes two requirements, unless they ask for the same.",\n          "$ref": "#/definitions/id",\n          "examples": ["sast"]\n        },\n        "category": {\n          "description": "Category that the scan must cover. A scan needs a category, tools, or both.",\n          "$ref": "#/definitions/category",\n          "examples": ["sast"]\n        },\n        "tools": {\n          "description": "Tools that can give the evidence, any one of them; case does not matter. Omitted: any tool of the category.",\n          "$ref": "#/definitions/names",\n          "examples": [["CodeQL", "Semgrep"]]\n        },\n        "tiers": {\n          "description": "Tiers for which the scan is needed. Omitted: all.",\n          "$ref": "#/definitions/tiers",\n          "examples": [[0, 1]]\n        },\n        "applies-to": {\n          "description": "The scan is not applicable where the checkout has no such file.",\n          "$ref": "#/definitions/globs",\n          "examples": [["**/*.ts", "**/*.js"]]\n        },\n        "max-age": {\n          "description": "Older evidence is stale.",\n          "$ref": "#/definitions/duration",\n          "examples": ["24h"]\n        },\n        "if-missing": {\n          "description": "Verdict where no such evidence was given.",\n          "default": "block",\n          "$ref": "#/definitions/verdict",\n          "examples": ["block"]\n        },\n        "if-invalid": {\n          "description": "Verdict where the file cannot be read or is not SARIF 2.1.0.",\n          "default": "block",\n          "$ref": "#/definitions/verdict",\n          "examples": ["block"]\n        },\n        "if-failed": {\n          "description": "Verdict where the tool says that it failed, or gives no results at all.",\n          "default": "block",\n          "$ref": "#/definitions/verdict",\n          "examples": ["block"]\n        },\n        "if-degraded": {\n          "description": "Verdict where results came with error-level notifications.",\n          "default": "warn",\n          "$ref": "#/definitions/verdict",\n          "examples": ["warn"]\n        },\n        "if-stale": {\n          "description": "Verdict where the evidence is too old, or made for another commit.",\n          "default": "warn",\n          "$ref": "#/definitions/verdict",\n          "examples": ["warn"]\n        }\n      }\n    },\n    "feed": {\n      "title": "FeedEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "max-age": {\n          "description": "An older file counts as missing. The shortest of all layers wins.",\n          "$ref": "#/definitions/duration",\n          "examples": ["7d"]\n        },\n        "if-missing": {\n          "description": "Verdict where the feed is missing or too old. The strictest of all layers wins.",\n          "default": "warn",\n          "$ref": "#/definitions/verdict",\n          "examples": ["warn"]\n        }\n      }\n    },\n    "rule": {\n      "title": "RuleEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["id", "when", "verdict"],\n      "properties": {\n        "id": {\n          "description": "Name of the rule in reports. Unique in its file, and over all layers unless the earlier rule is `overridable`.",\n          "$ref": "#/definitions/id",\n          "examples": ["introduced-high"]\n        },\n        "description": {\n          "description": "One sentence for the people whose change it stops.",\n          "type": "string",\n          "minLength": 1,\n          "maxLength": 500,\n          "examples": ["Known exploited vulnerabilities never merge"]\n        },\n        "when": {\n          "description": "What the rule is about. All conditions must hold. `{}` matches every finding but those of category `quality`.",\n          "$ref": "#/definitions/conditions",\n          "examples": [{ "state": ["introduced", "unknown"], "min-severity": "high" }]\n        },\n        "unless": {\n          "description": "What the rule is not about. Only where all conditions are known to hold does the rule not apply.",\n          "$ref": "#/definitions/conditions",\n          "examples": [{ "paths": ["**/test/**"] }]\n        },\n        "verdict": {\n          "description": "What a match means.",\n          "$ref": "#/definitions/verdict",\n          "examples": ["block"]\n        },\n        "more-than": {\n          "description": "The rule counts only where more findings than this match it.",\n          "type": "integer",\n          "minimum": 0,\n          "maximum": 1000000,\n          "examples": [20]\n        },\n        "mode": {\n          "description": "The most that this rule may do, until `enforce-from` if that is given. The weaker of this and the layer\'s mode holds.",\n          "$ref": "#/definitions/mode",\n          "examples": ["warn"]\n        },\n        "enforce-from": {\n          "description": "From this day the rule\'s own `mode` no longer holds it back.",\n          "$ref": "#/definitions/date",\n          "examples": ["2027-01-15"]\n        },\n        "controls": {\n          "description": "Controls of your standards that the rule serves, as reports show them.",\n          "$ref": "#/definitions/names",\n          "examples": [["PCI-DSS-6.3.3", "SOC2-CC7.1"]]\n        },\n        "overridable": {\n          "description": "Whether a later layer may replace this rule by one of the same id.",\n          "default": false,\n          "type": "boolean",\n          "examples": [true]\n        }\n      }\n    },\n    "conditions": {\n      "title": "ConditionsEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "properties": {\n        "tier": {\n          "description": "Tier of the finding.",\n          "$ref": "#/definitions/tiers",\n          "examples": [[0, 1]]\n        },\n        "asset": {\n          "description": "Name of the asset.",\n          "$ref": "#/definitions/names",\n          "examples": [["payments-api"]]\n        },\n        "exposure": {\n          "description": "Exposure of the asset.",\n          "$ref": "#/definitions/words",\n          "examples": ["internet"]\n        },\n        "category": {\n          "description": "Category of the finding. Findings of category `quality` match a rule only where its `when` names that category.",\n          "$ref": "#/definitions/categories",\n          "examples": [["secret"]]\n        },\n        "tool": {\n          "description": "Name of the tool; a glob, case does not matter.",\n          "$ref": "#/definitions/textGlobs",\n          "examples": [["CodeQL", "Semgrep*"]]\n        },\n        "rule-id": {\n          "description": "Rule id of the scanner; a glob in which `*` also matches `/`.",\n          "$ref": "#/definitions/textGlobs",\n          "examples": [["js/*"]]\n        },\n        "cwe": {\n          "description": "Weakness that the finding names.",\n          "$ref": "#/definitions/cweIds",\n          "examples": [["CWE-798"]]\n        },\n        "identifier": {\n          "description": "CVE, GHSA or other identifier of the finding; a glob, case does not matter.",\n          "$ref": "#/definitions/textGlobs",\n          "examples": [["CVE-2026-*"]]\n        },\n        "package": {\n          "description": "Package URL; a glob. Without a version it covers all versions; case does not matter.",\n          "$ref": "#/definitions/textGlobs",\n          "examples": [["pkg:npm/lodash", "pkg:maven/org.apache.*"]]\n        },\n        "paths": {\n          "description": "Path of the finding; globs.",\n          "$ref": "#/definitions/globs",\n          "examples": [["src/**"]]\n        },\n        "severity": {\n          "description": "Severity as reported. In `when`, a finding of unknown severity also counts as what `unknown-severity` says.",\n          "$ref": "#/definitions/severities",\n          "examples": [["high", "critical"]]\n        },\n        "min-severity": {\n          "description": "At least this severe. An unknown severity counts as what `unknown-severity` says.",\n          "$ref": "#/definitions/severity",\n          "examples": ["high"]\n        },\n        "min-score": {\n          "description": "At least this score (0 to 10). A finding without a score does not match: add a rule on `min-severity` for those.",\n          "type": "number",\n          "minimum": 0,\n          "maximum": 10,\n          "examples": [9.5]\n        },\n        "state": {\n          "description": "How the finding relates to the change. Name `unknown` for findings whose state could not be told.",\n          "$ref": "#/definitions/states",\n          "examples": [["introduced", "unknown"]]\n        },\n        "in-diff": {\n          "description": "Whether it lies on changed lines. Not known: matches neither.",\n          "type": "boolean",\n          "examples": [true]\n        },\n        "kev": {\n          "description": "Whether it is known to be exploited. Not known: matches neither.",\n          "type": "boolean",\n          "examples": [true]\n        },\n        "min-epss": {\n          "description": "At least this exploit probability (0 to 1). Not known: does not match.",\n          "type": "number",\n          "minimum": 0,\n          "maximum": 1,\n          "examples": [0.5]\n        },\n        "reachability": {\n          "description": "Whether the vulnerable code is reached, as the scanner says.",\n          "$ref": "#/definitions/reachabilities",\n          "examples": [["reachable", "potential"]]\n        },\n        "fix-available": {\n          "description": "Whether a fixed version exists. Not known: matches neither.",\n          "type": "boolean",\n          "examples": [true]\n        },\n        "min-age": {\n          "description": "At least this long since first detection. Not known: does not match.",\n          "$ref": "#/definitions/duration",\n          "examples": ["30d"]\n        },\n        "sla": {\n          "description": "Where it stands in its time to fix: `within`, `due-soon` (the last fifth of the time, at most 7 days) or `breached`.",\n          "$ref": "#/definitions/slaStatuses",\n          "examples": ["breached"]\n        },\n        "branch": {\n          "description": "Branch that the change goes to; globs in which `*` stops at `/`.",\n          "$ref": "#/definitions/globs",\n          "examples": [["main", "release/**"]]\n        },\n        "event": {\n          "description": "Event of the run.",\n          "$ref": "#/definitions/events",\n          "examples": [["merge_group"]]\n        },\n        "tags": {\n          "description": "Tags of the scanner\'s rule; globs, case does not matter.",\n          "$ref": "#/definitions/textGlobs",\n          "examples": [["security", "external/cwe/*"]]\n        }\n      }\n    },\n    "durations": {\n      "title": "SeverityDurations",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "critical": {\n          "description": "For critical findings.",\n          "$ref": "#/definitions/duration",\n          "examples": ["7d"]\n        },\n        "high": { "description": "For high findings.", "$ref": "#/definitions/duration", "examples": ["14d"] },\n        "medium": { "description": "For medium findings.", "$ref": "#/definitions/duration", "examples": ["30d"] },\n        "low": { "description": "For low findings.", "$ref": "#/definitions/duration", "examples": ["90d"] }\n      }\n    },\n    "exceptions": {\n      "title": "ExceptionsEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "file": {\n          "description": "Path of the exceptions file, from the root of the repository. The first layer that sets it wins.",\n          "type": "string",\n          "minLength": 1,\n          "maxLength": 500,\n          "examples": [".github/policy-exceptions.yml"]\n        },\n        "approvers": {\n          "description": "Who may approve an exception. The approvers of the first layer that sets them are final.",\n          "title": "ApproversEntry",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "teams": {\n              "description": "Teams whose active members may approve.",\n              "type": "array",\n              "minItems": 1,\n              "uniqueItems": true,\n              "items": { "$ref": "#/definitions/team" },\n              "examples": [["acme/appsec"]]\n            },\n            "users": {\n              "description": "Logins of people who may approve.",\n              "type": "array",\n              "minItems": 1,\n              "uniqueItems": true,\n              "items": { "$ref": "#/definitions/login" },\n              "examples": [["sec-alice"]]\n            },\n            "roles": {\n              "description": "Repository roles whose holders may approve, by exact name.",\n              "type": "array",\n              "minItems": 1,\n              "uniqueItems": true,\n              "items": { "$ref": "#/definitions/role" },\n              "examples": [["admin"]]\n            }\n          },\n          "examples": [{ "teams": ["acme/appsec"], "users": ["sec-alice"], "roles": ["admin"] }]\n        },\n        "quorum": {\n          "description": "How many different people must approve. The largest number that applies holds, over all layers.",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "default": {\n              "description": "For any exception.",\n              "default": 1,\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [1]\n            },\n            "tier-0": {\n              "description": "At tier 0.",\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [2]\n            },\n            "tier-1": {\n              "description": "At tier 1.",\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [1]\n            },\n            "tier-2": {\n              "description": "At tier 2.",\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [1]\n            },\n            "kev": {\n              "description": "For known exploited vulnerabilities.",\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [2]\n            },\n            "break-glass": {\n              "description": "For break-glass.",\n              "type": "integer",\n              "minimum": 1,\n              "maximum": 10,\n              "examples": [2]\n            }\n          },\n          "examples": [{ "default": 1, "tier-0": 2, "kev": 2, "break-glass": 2 }]\n        },\n        "max-duration": {\n          "description": "How long an exception may run. A time also covers more severe findings and more critical tiers, unless they have a shorter one. The shortest of all layers wins.",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "tier-0": {\n              "description": "At tier 0.",\n              "$ref": "#/definitions/durations",\n              "examples": [{ "critical": "7d", "high": "14d", "medium": "30d", "low": "90d" }]\n            },\n            "tier-1": {\n              "description": "At tier 1.",\n              "$ref": "#/definitions/durations",\n              "examples": [{ "critical": "14d", "high": "30d", "medium": "60d", "low": "120d" }]\n            },\n            "tier-2": {\n              "description": "At tier 2.",\n              "$ref": "#/definitions/durations",\n              "examples": [{ "critical": "30d", "high": "60d", "medium": "90d", "low": "180d" }]\n            },\n            "kev": {\n              "description": "For known exploited vulnerabilities, at every tier and severity.",\n              "$ref": "#/definitions/duration",\n              "examples": ["3d"]\n            }\n          },\n          "examples": [{ "tier-0": { "critical": "7d", "high": "14d" }, "kev": "3d" }]\n        },\n        "require": {\n          "description": "Tiers for which a field of the exception is required. All layers count.",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "ticket": {\n              "description": "Tiers at which a ticket is needed.",\n              "$ref": "#/definitions/tiers",\n              "examples": [[0, 1]]\n            },\n            "controls": {\n              "description": "Tiers at which compensating controls are needed.",\n              "$ref": "#/definitions/tiers",\n              "examples": [[0, 1]]\n            }\n          },\n          "examples": [{ "ticket": [0, 1], "controls": [0, 1] }]\n        },\n        "never": {\n          "description": "Findings that cannot be excepted at all: each entry is a set of conditions. All layers count.",\n          "type": "array",\n          "minItems": 1,\n          "maxItems": 100,\n          "items": { "$ref": "#/definitions/conditions" },\n          "examples": [[{ "category": "secret" }]]\n        },\n        "labels": {\n          "description": "Labels that the gate keeps on the pull request. Of each, the first layer that sets it wins.",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "requested": {\n              "description": "While an exception is asked for.",\n              "type": "string",\n              "minLength": 1,\n              "maxLength": 50,\n              "examples": ["security-exception: requested"]\n            },\n            "approved": {\n              "description": "While an exception is approved.",\n              "type": "string",\n              "minLength": 1,\n              "maxLength": 50,\n              "examples": ["security-exception: approved"]\n            }\n          },\n          "examples": [{ "requested": "security-exception: requested", "approved": "security-exception: approved" }]\n        },\n        "require-label": {\n          "description": "Whether an approval counts only while an approver has also set the `approved` label. `true` in any layer wins.",\n          "default": false,\n          "type": "boolean",\n          "examples": [true]\n        },\n        "expiring-notice": {\n          "description": "How long before its end an exception is announced as expiring. The longest of all layers wins.",\n          "default": "14d",\n          "$ref": "#/definitions/duration",\n          "examples": ["14d"]\n        }\n      }\n    }\n  }\n}\n',
  "exceptions": '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "$id": "https://policy-gate.dev/schemas/exceptions.schema.json",\n  "title": "ExceptionsFile",\n  "description": "Exceptions of Policy Gate: findings that are accepted for a time, by named people, for a reason.",\n  "type": "object",\n  "additionalProperties": false,\n  "required": ["version", "exceptions"],\n  "properties": {\n    "version": {\n      "description": "Version of this format. Always 1.",\n      "const": 1,\n      "examples": [1]\n    },\n    "exceptions": {\n      "description": "The exceptions, each for one finding.",\n      "type": "array",\n      "maxItems": 10000,\n      "items": { "$ref": "#/definitions/exception" },\n      "examples": [[]]\n    }\n  },\n  "definitions": {\n    "person": {\n      "description": "A GitHub login, with or without `@`.",\n      "type": "string",\n      "pattern": "^@?[A-Za-z0-9][A-Za-z0-9_-]{0,38}$",\n      "examples": ["@alice"]\n    },\n    "date": {\n      "description": "A calendar day, or an instant in UTC. A day counts from its start where it begins something, to its end where it ends something.",\n      "type": "string",\n      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",\n      "examples": ["2026-11-30"]\n    },\n    "exception": {\n      "title": "ExceptionEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["id", "type", "match", "reason", "owner", "approved-by", "approved-at", "expires"],\n      "properties": {\n        "id": {\n          "description": "Name of the exception; unique in the file.",\n          "type": "string",\n          "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$",\n          "examples": ["EXC-2026-0042"]\n        },\n        "type": {\n          "description": "Why the finding may stay.",\n          "type": "string",\n          "enum": ["risk-accept", "false-positive", "mitigated", "vendor-dependency", "break-glass"],\n          "examples": ["risk-accept"]\n        },\n        "match": {\n          "description": "The finding: its id; or an identifier with a package, a path or both; or tool, rule-id and path. No globs, but for one `/**` at the end of a path at tiers 1 and 2.",\n          "title": "MatchEntry",\n          "type": "object",\n          "additionalProperties": false,\n          "minProperties": 1,\n          "properties": {\n            "finding": {\n              "description": "Id of one finding.",\n              "type": "string",\n              "pattern": "^F-[0-9a-f]{32}$",\n              "examples": ["F-0123456789abcdef0123456789abcdef"]\n            },\n            "identifier": {\n              "description": "CVE, GHSA or another name of the advisory; aliases are interchangeable.",\n              "type": "string",\n              "minLength": 3,\n              "maxLength": 200,\n              "examples": ["CVE-2026-1234"]\n            },\n            "package": {\n              "description": "Package URL; without a version it covers all versions.",\n              "type": "string",\n              "pattern": "^pkg:[a-z][a-z0-9.+-]*/\\\\S+$",\n              "maxLength": 500,\n              "examples": ["pkg:npm/lodash"]\n            },\n            "path": {\n              "description": "Path from the root of the repository.",\n              "type": "string",\n              "minLength": 1,\n              "maxLength": 1000,\n              "examples": ["web/package-lock.json"]\n            },\n            "tool": {\n              "description": "Name of the tool.",\n              "type": "string",\n              "minLength": 1,\n              "maxLength": 200,\n              "examples": ["Semgrep"]\n            },\n            "rule-id": {\n              "description": "The scanner\'s rule id.",\n              "type": "string",\n              "minLength": 1,\n              "maxLength": 500,\n              "examples": ["generic.secrets.x"]\n            }\n          },\n          "examples": [{ "identifier": "CVE-2026-1234", "package": "pkg:npm/lodash" }]\n        },\n        "reason": {\n          "description": "Why this is acceptable, in 20 to 500 characters.",\n          "type": "string",\n          "minLength": 20,\n          "maxLength": 500,\n          "examples": ["The endpoint is disabled in production and removed in Q1"]\n        },\n        "owner": {\n          "description": "The person who answers for it.",\n          "$ref": "#/definitions/person",\n          "examples": ["@alice"]\n        },\n        "approved-by": {\n          "description": "The people who approved it.",\n          "type": "array",\n          "minItems": 1,\n          "uniqueItems": true,\n          "items": { "$ref": "#/definitions/person" },\n          "examples": [["@sec-bob"]]\n        },\n        "approved-at": {\n          "description": "When it was approved; it counts from then.",\n          "$ref": "#/definitions/date",\n          "examples": ["2026-11-01"]\n        },\n        "expires": {\n          "description": "When it ends; a day counts to its end in UTC.",\n          "$ref": "#/definitions/date",\n          "examples": ["2026-11-30"]\n        },\n        "ticket": {\n          "description": "Ticket that tracks the fix; required at the tiers that the policy names.",\n          "type": "string",\n          "minLength": 1,\n          "maxLength": 200,\n          "examples": ["SEC-12"]\n        },\n        "controls": {\n          "description": "Compensating controls; required for `mitigated` and at the tiers that the policy names.",\n          "type": "array",\n          "minItems": 1,\n          "uniqueItems": true,\n          "items": { "type": "string", "minLength": 1, "maxLength": 500 },\n          "examples": [["WAF rule 1234"]]\n        }\n      }\n    }\n  }\n}\n',
  "decision": '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "$id": "https://policy-gate.dev/schemas/decision-1.json",\n  "title": "Policy Gate decision",\n  "description": "What the gate concluded, and everything it rests on. Canonical: keys in a fixed order, outcomes sorted by verdict, tier, severity, path, line, rule and id.",\n  "type": "object",\n  "additionalProperties": false,\n  "required": ["schemaVersion", "verdict", "completeness", "evaluatedAt", "change", "inputs", "scans", "counts", "outcomes", "exceptions", "notices"],\n  "properties": {\n    "schemaVersion": { "const": 1 },\n    "verdict": { "$ref": "#/definitions/verdict" },\n    "completeness": { "description": "incomplete: some expected or delivered evidence is neither complete nor not-applicable.", "enum": ["complete", "incomplete"] },\n    "evaluatedAt": { "description": "The one clock of the evaluation, ISO 8601 UTC.", "$ref": "#/definitions/instant" },\n    "change": {\n      "description": "The change that was judged, as far as it is known.",\n      "type": "object", "additionalProperties": false,\n      "required": ["event", "repository", "baseSha", "headSha", "pullRequest"],\n      "properties": {\n        "event": { "type": ["string", "null"] },\n        "repository": { "type": ["string", "null"] },\n        "baseSha": { "type": ["string", "null"] },\n        "headSha": { "type": ["string", "null"] },\n        "pullRequest": { "type": ["integer", "null"], "minimum": 1 }\n      }\n    },\n    "inputs": {\n      "description": "Every file that the decision rests on, with its digest; each layer of the policy is one.",\n      "type": "array",\n      "items": {\n        "type": "object", "additionalProperties": false, "required": ["kind", "name", "sha256", "bytes"],\n        "properties": {\n          "kind": { "enum": ["sarif", "baseline", "policy", "exceptions", "kev", "epss", "vex", "diff"] },\n          "name": { "type": "string" },\n          "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" },\n          "bytes": { "type": "integer", "minimum": 0 }\n        }\n      }\n    },\n    "scans": {\n      "description": "Expected and delivered evidence, judged.",\n      "type": "array",\n      "items": {\n        "type": "object", "additionalProperties": false, "required": ["id", "category", "state", "tools", "verdict", "reason"],\n        "properties": {\n          "id": { "type": "string" },\n          "category": { "anyOf": [{ "$ref": "#/definitions/category" }, { "type": "null" }] },\n          "state": { "enum": ["complete", "degraded", "failed", "missing", "invalid", "stale", "not-applicable"] },\n          "tools": {\n            "type": "array",\n            "items": {\n              "type": "object", "additionalProperties": false, "required": ["name", "version", "results"],\n              "properties": { "name": { "type": "string" }, "version": { "type": ["string", "null"] }, "results": { "type": "integer", "minimum": 0 } }\n            }\n          },\n          "verdict": { "$ref": "#/definitions/verdict" },\n          "reason": { "type": "string" }\n        }\n      }\n    },\n    "counts": {\n      "description": "block + warn + pass = total; excepted, suppressed and monitored are parts of pass; fixed is outside total; results = occurrences of all outcomes but fixed, plus notFindings.",\n      "type": "object", "additionalProperties": false,\n      "required": ["block", "warn", "pass", "total", "excepted", "suppressed", "monitored", "fixed", "results", "notFindings"],\n      "properties": {\n        "block": { "$ref": "#/definitions/count" }, "warn": { "$ref": "#/definitions/count" }, "pass": { "$ref": "#/definitions/count" },\n        "total": { "$ref": "#/definitions/count" }, "excepted": { "$ref": "#/definitions/count" }, "suppressed": { "$ref": "#/definitions/count" },\n        "monitored": { "$ref": "#/definitions/count" }, "fixed": { "$ref": "#/definitions/count" }, "results": { "$ref": "#/definitions/count" },\n        "notFindings": { "$ref": "#/definitions/count" }\n      }\n    },\n    "outcomes": { "type": "array", "items": { "$ref": "#/definitions/outcome" } },\n    "exceptions": {\n      "type": "array",\n      "items": {\n        "type": "object", "additionalProperties": false, "required": ["id", "status", "source", "finding", "expires", "problem"],\n        "properties": {\n          "id": { "type": "string" },\n          "status": { "enum": ["active", "expiring", "expired", "unused", "invalid", "requested", "rejected", "revoked"] },\n          "source": { "enum": ["file", "comment"] },\n          "finding": { "type": ["string", "null"] },\n          "expires": { "type": ["string", "null"] },\n          "problem": { "type": ["string", "null"] }\n        }\n      }\n    },\n    "notices": {\n      "type": "array",\n      "items": {\n        "type": "object", "additionalProperties": false, "required": ["level", "code", "message"],\n        "properties": { "level": { "enum": ["info", "warning", "error"] }, "code": { "type": "string" }, "message": { "type": "string" } }\n      }\n    }\n  },\n  "definitions": {\n    "verdict": { "description": "Mildest first.", "enum": ["pass", "warn", "block"] },\n    "category": { "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"] },\n    "count": { "type": "integer", "minimum": 0 },\n    "instant": { "type": "string", "pattern": "^\\\\d{4}-\\\\d{2}-\\\\d{2}T\\\\d{2}:\\\\d{2}:\\\\d{2}(\\\\.\\\\d+)?Z$" },\n    "line": { "type": ["integer", "null"], "minimum": 1 },\n    "strings": { "type": "array", "items": { "type": "string" } },\n    "outcome": {\n      "type": "object", "additionalProperties": false,\n      "required": ["finding", "verdict", "reason", "rules", "sla", "exception", "next"],\n      "properties": {\n        "finding": { "$ref": "#/definitions/finding" },\n        "verdict": { "$ref": "#/definitions/verdict" },\n        "reason": { "enum": ["rule", "no-rule", "excepted", "suppressed", "monitored", "below-count", "fixed"] },\n        "rules": {\n          "description": "Every rule that matched. verdict: what it contributes after its mode and count; declared: what it says in mode enforce.",\n          "type": "array",\n          "items": {\n            "type": "object", "additionalProperties": false, "required": ["id", "layer", "verdict", "declared"],\n            "properties": { "id": { "type": "string" }, "layer": { "type": "string" }, "verdict": { "$ref": "#/definitions/verdict" }, "declared": { "$ref": "#/definitions/verdict" } }\n          }\n        },\n        "sla": {\n          "anyOf": [\n            { "type": "null" },\n            {\n              "type": "object", "additionalProperties": false, "required": ["due", "status"],\n              "properties": { "due": { "$ref": "#/definitions/instant" }, "status": { "enum": ["within", "due-soon", "breached"] } }\n            }\n          ]\n        },\n        "exception": {\n          "anyOf": [\n            { "type": "null" },\n            { "type": "object", "additionalProperties": false, "required": ["id", "expires"], "properties": { "id": { "type": "string" }, "expires": { "type": "string" } } }\n          ]\n        },\n        "next": { "description": "What to do, for people.", "type": ["string", "null"] }\n      }\n    },\n    "finding": {\n      "type": "object", "additionalProperties": false,\n      "required": ["id", "fingerprint", "tool", "toolVersion", "ruleId", "category", "severity", "severitySource", "severityConflict", "score", "message", "helpUri", "location", "placeProblem", "asset", "tier", "exposure", "owners", "state", "stateReason", "inDiff", "identifiers", "package", "kev", "epss", "reachability", "fixAvailable", "firstDetected", "suppression", "tags", "occurrences", "sources"],\n      "properties": {\n        "id": { "type": "string", "pattern": "^F-[0-9a-f]{32}$" },\n        "fingerprint": { "type": "string", "pattern": "^[0-9a-f]{32}$" },\n        "tool": { "type": "string" },\n        "toolVersion": { "type": ["string", "null"] },\n        "ruleId": { "type": "string" },\n        "category": { "$ref": "#/definitions/category" },\n        "severity": { "enum": ["none", "low", "medium", "high", "critical", "unknown"] },\n        "severitySource": { "enum": ["policy", "tool", "result-property", "security-severity", "cvss", "rule-property", "secret-default", "level", "level-default", "none"] },\n        "severityConflict": { "description": "True where level and score point to different severities.", "type": "boolean" },\n        "score": { "type": ["number", "null"], "exclusiveMinimum": 0, "maximum": 10 },\n        "message": { "type": "string" },\n        "helpUri": { "type": ["string", "null"] },\n        "location": {\n          "anyOf": [\n            { "type": "null" },\n            {\n              "type": "object", "additionalProperties": false, "required": ["path", "startLine", "startColumn", "endLine", "endColumn"],\n              "properties": {\n                "path": { "type": "string" }, "startLine": { "$ref": "#/definitions/line" }, "startColumn": { "$ref": "#/definitions/line" },\n                "endLine": { "$ref": "#/definitions/line" }, "endColumn": { "$ref": "#/definitions/line" }\n              }\n            }\n          ]\n        },\n        "placeProblem": { "description": "Why the place could not be mapped into the repository.", "type": ["string", "null"] },\n        "asset": { "type": ["string", "null"] },\n        "tier": { "type": "integer", "minimum": 0, "maximum": 2 },\n        "exposure": { "type": ["string", "null"] },\n        "owners": { "$ref": "#/definitions/strings" },\n        "state": { "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"] },\n        "stateReason": { "description": "On what ground the state was chosen.", "type": ["string", "null"] },\n        "inDiff": { "type": ["boolean", "null"] },\n        "identifiers": { "$ref": "#/definitions/strings" },\n        "package": {\n          "anyOf": [\n            { "type": "null" },\n            {\n              "type": "object", "additionalProperties": false, "required": ["purl", "name", "version", "fixedVersion"],\n              "properties": { "purl": { "type": ["string", "null"] }, "name": { "type": "string" }, "version": { "type": ["string", "null"] }, "fixedVersion": { "type": ["string", "null"] } }\n            }\n          ]\n        },\n        "kev": { "type": ["boolean", "null"] },\n        "epss": { "type": ["number", "null"], "minimum": 0, "maximum": 1 },\n        "reachability": { "enum": ["reachable", "potential", "unreachable", "unknown"] },\n        "fixAvailable": { "type": ["boolean", "null"] },\n        "firstDetected": { "type": ["string", "null"] },\n        "suppression": {\n          "description": "What the scanner claims; the reason says whether it was honoured.",\n          "anyOf": [\n            { "type": "null" },\n            {\n              "type": "object", "additionalProperties": false, "required": ["kind", "justification"],\n              "properties": { "kind": { "enum": ["in-source", "external"] }, "justification": { "type": ["string", "null"] } }\n            }\n          ]\n        },\n        "tags": { "$ref": "#/definitions/strings" },\n        "occurrences": { "type": "integer", "minimum": 1 },\n        "sources": { "$ref": "#/definitions/strings" }\n      }\n    }\n  }\n}\n'
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
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
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
          if (!equal(a[key], b[key])) return false;
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
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});
var policyErrors = validate21;
var schema6 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://policy-gate.dev/schemas/policy.schema.json", "type": "object", "additionalProperties": false, "required": ["version"], "properties": { "version": { "const": 1 }, "name": { "type": "string", "minLength": 1, "maxLength": 100 }, "extends": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "maxItems": 10, "uniqueItems": true, "items": { "$ref": "#/definitions/layerReference" } }, "else": { "$ref": "#/definitions/layerReference" } }, "mode": { "default": "enforce", "$ref": "#/definitions/mode" }, "assets": { "type": "array", "minItems": 1, "maxItems": 500, "items": { "$ref": "#/definitions/asset" } }, "unknown-severity": { "default": "high", "$ref": "#/definitions/severity" }, "suppressions": { "default": "honour", "type": ["string", "object"], "if": { "type": "object" }, "then": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "tier-0": { "$ref": "#/definitions/suppression" }, "tier-1": { "$ref": "#/definitions/suppression" }, "tier-2": { "$ref": "#/definitions/suppression" } } }, "else": { "$ref": "#/definitions/suppression" } }, "tools": { "type": "object", "minProperties": 1, "additionalProperties": { "$ref": "#/definitions/tool" } }, "scans": { "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/definitions/scan" } }, "feeds": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "kev": { "$ref": "#/definitions/feed" }, "epss": { "$ref": "#/definitions/feed" }, "vex": { "$ref": "#/definitions/feed" } } }, "rules": { "type": "array", "minItems": 1, "maxItems": 500, "items": { "$ref": "#/definitions/rule" } }, "sla": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "tier-0": { "$ref": "#/definitions/durations" }, "tier-1": { "$ref": "#/definitions/durations" }, "tier-2": { "$ref": "#/definitions/durations" }, "kev": { "$ref": "#/definitions/duration" } } }, "exceptions": { "$ref": "#/definitions/exceptions" } }, "definitions": { "verdict": { "type": "string", "enum": ["pass", "warn", "block"] }, "mode": { "type": "string", "enum": ["monitor", "warn", "enforce"] }, "tier": { "type": "integer", "enum": [0, 1, 2] }, "severity": { "type": "string", "enum": ["none", "low", "medium", "high", "critical"] }, "severityOrUnknown": { "type": "string", "enum": ["none", "low", "medium", "high", "critical", "unknown"] }, "category": { "type": "string", "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"] }, "state": { "type": "string", "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"] }, "reachability": { "type": "string", "enum": ["reachable", "potential", "unreachable", "unknown"] }, "slaStatus": { "type": "string", "enum": ["within", "due-soon", "breached"] }, "suppression": { "type": "string", "enum": ["honour", "ignore"] }, "event": { "type": "string", "enum": ["pull_request", "pull_request_target", "merge_group", "push", "schedule", "workflow_dispatch", "workflow_run", "issue_comment"] }, "duration": { "type": "string", "pattern": "^[1-9][0-9]{0,4}[hdw]$" }, "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, "id": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$" }, "word": { "type": "string", "pattern": "^[a-z][a-z0-9-]{0,49}$" }, "name": { "type": "string", "minLength": 1, "maxLength": 200 }, "glob": { "type": "string", "minLength": 1 }, "textGlob": { "type": "string", "minLength": 1 }, "cweId": { "type": "string", "pattern": "^CWE-[1-9][0-9]{0,5}$" }, "team": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$" }, "login": { "type": "string", "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$" }, "role": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$" }, "layerReference": { "type": "string", "pattern": "^(?:preset:[a-z0-9-]+|github:[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+/[^@\\\\]+@[0-9a-f]{40})$" }, "tiers": { "type": ["integer", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/tier" } }, "else": { "$ref": "#/definitions/tier" } }, "names": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/name" } }, "else": { "$ref": "#/definitions/name" } }, "words": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/word" } }, "else": { "$ref": "#/definitions/word" } }, "categories": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/category" } }, "else": { "$ref": "#/definitions/category" } }, "severities": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/severityOrUnknown" } }, "else": { "$ref": "#/definitions/severityOrUnknown" } }, "states": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/state" } }, "else": { "$ref": "#/definitions/state" } }, "reachabilities": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/reachability" } }, "else": { "$ref": "#/definitions/reachability" } }, "slaStatuses": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/slaStatus" } }, "else": { "$ref": "#/definitions/slaStatus" } }, "events": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/event" } }, "else": { "$ref": "#/definitions/event" } }, "cweIds": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/cweId" } }, "else": { "$ref": "#/definitions/cweId" } }, "globs": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/glob" } }, "else": { "$ref": "#/definitions/glob" } }, "textGlobs": { "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/textGlob" } }, "else": { "$ref": "#/definitions/textGlob" } }, "asset": { "type": "object", "additionalProperties": false, "required": ["name", "paths", "tier"], "properties": { "name": { "$ref": "#/definitions/name" }, "paths": { "$ref": "#/definitions/globs" }, "tier": { "$ref": "#/definitions/tier" }, "exposure": { "$ref": "#/definitions/word" }, "owners": { "$ref": "#/definitions/names" } } }, "tool": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "category": { "$ref": "#/definitions/category" }, "rules": { "type": "object", "minProperties": 1, "additionalProperties": { "type": "object", "additionalProperties": false, "required": ["severity"], "properties": { "severity": { "$ref": "#/definitions/severity" } } } } } }, "scan": { "type": "object", "additionalProperties": false, "required": ["id"], "properties": { "id": { "$ref": "#/definitions/id" }, "category": { "$ref": "#/definitions/category" }, "tools": { "$ref": "#/definitions/names" }, "tiers": { "$ref": "#/definitions/tiers" }, "applies-to": { "$ref": "#/definitions/globs" }, "max-age": { "$ref": "#/definitions/duration" }, "if-missing": { "default": "block", "$ref": "#/definitions/verdict" }, "if-invalid": { "default": "block", "$ref": "#/definitions/verdict" }, "if-failed": { "default": "block", "$ref": "#/definitions/verdict" }, "if-degraded": { "default": "warn", "$ref": "#/definitions/verdict" }, "if-stale": { "default": "warn", "$ref": "#/definitions/verdict" } } }, "feed": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "max-age": { "$ref": "#/definitions/duration" }, "if-missing": { "default": "warn", "$ref": "#/definitions/verdict" } } }, "rule": { "type": "object", "additionalProperties": false, "required": ["id", "when", "verdict"], "properties": { "id": { "$ref": "#/definitions/id" }, "description": { "type": "string", "minLength": 1, "maxLength": 500 }, "when": { "$ref": "#/definitions/conditions" }, "unless": { "$ref": "#/definitions/conditions" }, "verdict": { "$ref": "#/definitions/verdict" }, "more-than": { "type": "integer", "minimum": 0, "maximum": 1e6 }, "mode": { "$ref": "#/definitions/mode" }, "enforce-from": { "$ref": "#/definitions/date" }, "controls": { "$ref": "#/definitions/names" }, "overridable": { "default": false, "type": "boolean" } } }, "conditions": { "type": "object", "additionalProperties": false, "properties": { "tier": { "$ref": "#/definitions/tiers" }, "asset": { "$ref": "#/definitions/names" }, "exposure": { "$ref": "#/definitions/words" }, "category": { "$ref": "#/definitions/categories" }, "tool": { "$ref": "#/definitions/textGlobs" }, "rule-id": { "$ref": "#/definitions/textGlobs" }, "cwe": { "$ref": "#/definitions/cweIds" }, "identifier": { "$ref": "#/definitions/textGlobs" }, "package": { "$ref": "#/definitions/textGlobs" }, "paths": { "$ref": "#/definitions/globs" }, "severity": { "$ref": "#/definitions/severities" }, "min-severity": { "$ref": "#/definitions/severity" }, "min-score": { "type": "number", "minimum": 0, "maximum": 10 }, "state": { "$ref": "#/definitions/states" }, "in-diff": { "type": "boolean" }, "kev": { "type": "boolean" }, "min-epss": { "type": "number", "minimum": 0, "maximum": 1 }, "reachability": { "$ref": "#/definitions/reachabilities" }, "fix-available": { "type": "boolean" }, "min-age": { "$ref": "#/definitions/duration" }, "sla": { "$ref": "#/definitions/slaStatuses" }, "branch": { "$ref": "#/definitions/globs" }, "event": { "$ref": "#/definitions/events" }, "tags": { "$ref": "#/definitions/textGlobs" } } }, "durations": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "critical": { "$ref": "#/definitions/duration" }, "high": { "$ref": "#/definitions/duration" }, "medium": { "$ref": "#/definitions/duration" }, "low": { "$ref": "#/definitions/duration" } } }, "exceptions": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "file": { "type": "string", "minLength": 1, "maxLength": 500 }, "approvers": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "teams": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/team" } }, "users": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/login" } }, "roles": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/role" } } } }, "quorum": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "default": { "default": 1, "type": "integer", "minimum": 1, "maximum": 10 }, "tier-0": { "type": "integer", "minimum": 1, "maximum": 10 }, "tier-1": { "type": "integer", "minimum": 1, "maximum": 10 }, "tier-2": { "type": "integer", "minimum": 1, "maximum": 10 }, "kev": { "type": "integer", "minimum": 1, "maximum": 10 }, "break-glass": { "type": "integer", "minimum": 1, "maximum": 10 } } }, "max-duration": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "tier-0": { "$ref": "#/definitions/durations" }, "tier-1": { "$ref": "#/definitions/durations" }, "tier-2": { "$ref": "#/definitions/durations" }, "kev": { "$ref": "#/definitions/duration" } } }, "require": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "ticket": { "$ref": "#/definitions/tiers" }, "controls": { "$ref": "#/definitions/tiers" } } }, "never": { "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/definitions/conditions" } }, "labels": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "requested": { "type": "string", "minLength": 1, "maxLength": 50 }, "approved": { "type": "string", "minLength": 1, "maxLength": 50 } } }, "require-label": { "default": false, "type": "boolean" }, "expiring-notice": { "default": "14d", "$ref": "#/definitions/duration" } } } } };
var func0 = Object.prototype.hasOwnProperty;
var func49 = require_ucs2length().default;
var func32 = require_equal().default;
var pattern0 = new RegExp("^(?:preset:[a-z0-9-]+|github:[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+/[^@\\\\]+@[0-9a-f]{40})$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern0.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:preset:[a-z0-9-]+|github:[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+/[^@\\\\]+@[0-9a-f]{40})$" }, message: 'must match pattern "^(?:preset:[a-z0-9-]+|github:[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+/[^@\\\\]+@[0-9a-f]{40})$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "monitor" || data === "warn" || data === "enforce")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema8.enum }, message: "must be equal to one of the allowed values" };
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
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func49(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema11.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === 0 || data === 1 || data === 2)) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema13.enum }, message: "must be equal to one of the allowed values" };
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
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{0,49}$" }, message: 'must match pattern "^[a-z][a-z0-9-]{0,49}$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema15.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.paths === void 0 || !func0.call(data, "paths")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paths" }, message: "must have required property 'paths'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.tier === void 0 || !func0.call(data, "tier")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tier" }, message: "must have required property 'tier'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "name" || key0 === "paths" || key0 === "tier" || key0 === "exposure" || key0 === "owners")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "none" || data === "low" || data === "medium" || data === "high" || data === "critical")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema16.enum }, message: "must be equal to one of the allowed values" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "honour" || data === "ignore")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema17.enum }, message: "must be equal to one of the allowed values" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "sast" || data === "sca" || data === "secret" || data === "iac" || data === "container" || data === "quality" || data === "other")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema19.enum }, message: "must be equal to one of the allowed values" };
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
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "category" || key0 === "rules")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
          const err2 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
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
              const err3 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/required", keyword: "required", params: { missingProperty: "severity" }, message: "must have required property 'severity'" };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            for (const key2 of Object.keys(data2)) {
              if (!(key2 === "severity")) {
                const err4 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
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
            const err5 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema22.type }, message: "must be integer,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]{0,4}[hdw]$" }, message: 'must match pattern "^[1-9][0-9]{0,4}[hdw]$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "pass" || data === "warn" || data === "block")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema24.enum }, message: "must be equal to one of the allowed values" };
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
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema20.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "max-age" || key0 === "if-missing")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema28.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema29.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema30.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^CWE-[1-9][0-9]{0,5}$" }, message: 'must match pattern "^CWE-[1-9][0-9]{0,5}$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema32.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "none" || data === "low" || data === "medium" || data === "high" || data === "critical" || data === "unknown")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema35.enum }, message: "must be equal to one of the allowed values" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema34.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "introduced" || data === "newly-disclosed" || data === "existing" || data === "fixed" || data === "unknown")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema37.enum }, message: "must be equal to one of the allowed values" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema36.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "reachable" || data === "potential" || data === "unreachable" || data === "unknown")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema39.enum }, message: "must be equal to one of the allowed values" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema38.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "within" || data === "due-soon" || data === "breached")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema41.enum }, message: "must be equal to one of the allowed values" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema40.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "pull_request" || data === "pull_request_target" || data === "merge_group" || data === "push" || data === "schedule" || data === "workflow_dispatch" || data === "workflow_run" || data === "issue_comment")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema43.enum }, message: "must be equal to one of the allowed values" };
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
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema42.type }, message: "must be string,array" };
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
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
          const err1 = { instancePath: instancePath + "/min-score", schemaPath: "#/properties/min-score/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data12 < 0 || isNaN(data12)) {
          const err2 = { instancePath: instancePath + "/min-score", schemaPath: "#/properties/min-score/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/min-score", schemaPath: "#/properties/min-score/type", keyword: "type", params: { type: "number" }, message: "must be number" };
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
        const err4 = { instancePath: instancePath + "/in-diff", schemaPath: "#/properties/in-diff/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
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
        const err5 = { instancePath: instancePath + "/kev", schemaPath: "#/properties/kev/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
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
          const err6 = { instancePath: instancePath + "/min-epss", schemaPath: "#/properties/min-epss/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data16 < 0 || isNaN(data16)) {
          const err7 = { instancePath: instancePath + "/min-epss", schemaPath: "#/properties/min-epss/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/min-epss", schemaPath: "#/properties/min-epss/type", keyword: "type", params: { type: "number" }, message: "must be number" };
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
        const err9 = { instancePath: instancePath + "/fix-available", schemaPath: "#/properties/fix-available/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
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
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.when === void 0 || !func0.call(data, "when")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "when" }, message: "must have required property 'when'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.verdict === void 0 || !func0.call(data, "verdict")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verdict" }, message: "must have required property 'verdict'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema26.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
          const err4 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (func49(data1) < 1) {
          const err5 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
        const err7 = { instancePath: instancePath + "/more-than", schemaPath: "#/properties/more-than/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 1e6 || isNaN(data5)) {
          const err8 = { instancePath: instancePath + "/more-than", schemaPath: "#/properties/more-than/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data5 < 0 || isNaN(data5)) {
          const err9 = { instancePath: instancePath + "/more-than", schemaPath: "#/properties/more-than/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
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
        const err10 = { instancePath: instancePath + "/overridable", schemaPath: "#/properties/overridable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "critical" || key0 === "high" || key0 === "medium" || key0 === "low")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$" }, message: 'must match pattern "^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema46.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
          const err2 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func49(data0) < 1) {
          const err3 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
          const err5 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        for (const key1 of Object.keys(data1)) {
          if (!(key1 === "teams" || key1 === "users" || key1 === "roles")) {
            const err6 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
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
              const err7 = { instancePath: instancePath + "/approvers/teams", schemaPath: "#/properties/approvers/properties/teams/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
                    const err8 = { instancePath: instancePath + "/approvers/teams", schemaPath: "#/properties/approvers/properties/teams/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
            const err9 = { instancePath: instancePath + "/approvers/teams", schemaPath: "#/properties/approvers/properties/teams/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
              const err10 = { instancePath: instancePath + "/approvers/users", schemaPath: "#/properties/approvers/properties/users/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
                    const err11 = { instancePath: instancePath + "/approvers/users", schemaPath: "#/properties/approvers/properties/users/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
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
            const err12 = { instancePath: instancePath + "/approvers/users", schemaPath: "#/properties/approvers/properties/users/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
              const err13 = { instancePath: instancePath + "/approvers/roles", schemaPath: "#/properties/approvers/properties/roles/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
                    const err14 = { instancePath: instancePath + "/approvers/roles", schemaPath: "#/properties/approvers/properties/roles/uniqueItems", keyword: "uniqueItems", params: { i: i5, j: j2 }, message: "must NOT have duplicate items (items ## " + j2 + " and " + i5 + " are identical)" };
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
            const err15 = { instancePath: instancePath + "/approvers/roles", schemaPath: "#/properties/approvers/properties/roles/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
          const err17 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        for (const key2 of Object.keys(data8)) {
          if (!(key2 === "default" || key2 === "tier-0" || key2 === "tier-1" || key2 === "tier-2" || key2 === "kev" || key2 === "break-glass")) {
            const err18 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
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
            const err19 = { instancePath: instancePath + "/quorum/default", schemaPath: "#/properties/quorum/properties/default/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (typeof data9 == "number" && isFinite(data9)) {
            if (data9 > 10 || isNaN(data9)) {
              const err20 = { instancePath: instancePath + "/quorum/default", schemaPath: "#/properties/quorum/properties/default/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data9 < 1 || isNaN(data9)) {
              const err21 = { instancePath: instancePath + "/quorum/default", schemaPath: "#/properties/quorum/properties/default/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
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
            const err22 = { instancePath: instancePath + "/quorum/tier-0", schemaPath: "#/properties/quorum/properties/tier-0/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 10 || isNaN(data10)) {
              const err23 = { instancePath: instancePath + "/quorum/tier-0", schemaPath: "#/properties/quorum/properties/tier-0/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data10 < 1 || isNaN(data10)) {
              const err24 = { instancePath: instancePath + "/quorum/tier-0", schemaPath: "#/properties/quorum/properties/tier-0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
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
            const err25 = { instancePath: instancePath + "/quorum/tier-1", schemaPath: "#/properties/quorum/properties/tier-1/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (typeof data11 == "number" && isFinite(data11)) {
            if (data11 > 10 || isNaN(data11)) {
              const err26 = { instancePath: instancePath + "/quorum/tier-1", schemaPath: "#/properties/quorum/properties/tier-1/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data11 < 1 || isNaN(data11)) {
              const err27 = { instancePath: instancePath + "/quorum/tier-1", schemaPath: "#/properties/quorum/properties/tier-1/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
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
            const err28 = { instancePath: instancePath + "/quorum/tier-2", schemaPath: "#/properties/quorum/properties/tier-2/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
          if (typeof data12 == "number" && isFinite(data12)) {
            if (data12 > 10 || isNaN(data12)) {
              const err29 = { instancePath: instancePath + "/quorum/tier-2", schemaPath: "#/properties/quorum/properties/tier-2/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (data12 < 1 || isNaN(data12)) {
              const err30 = { instancePath: instancePath + "/quorum/tier-2", schemaPath: "#/properties/quorum/properties/tier-2/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
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
            const err31 = { instancePath: instancePath + "/quorum/kev", schemaPath: "#/properties/quorum/properties/kev/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          if (typeof data13 == "number" && isFinite(data13)) {
            if (data13 > 10 || isNaN(data13)) {
              const err32 = { instancePath: instancePath + "/quorum/kev", schemaPath: "#/properties/quorum/properties/kev/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10" };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (data13 < 1 || isNaN(data13)) {
              const err33 = { instancePath: instancePath + "/quorum/kev", schemaPath: "#/properties/quorum/properties/kev/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
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
            const err34 = { instancePath: instancePath + "/quorum/break-glass", schemaPath: "#/properties/quorum/properties/break-glass/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
          if (typeof data14 == "number" && isFinite(data14)) {
            if (data14 > 10 || isNaN(data14)) {
              const err35 = { instancePath: instancePath + "/quorum/break-glass", schemaPath: "#/properties/quorum/properties/break-glass/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data14 < 1 || isNaN(data14)) {
              const err36 = { instancePath: instancePath + "/quorum/break-glass", schemaPath: "#/properties/quorum/properties/break-glass/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
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
        const err37 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
          const err38 = { instancePath: instancePath + "/max-duration", schemaPath: "#/properties/max-duration/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        for (const key3 of Object.keys(data15)) {
          if (!(key3 === "tier-0" || key3 === "tier-1" || key3 === "tier-2" || key3 === "kev")) {
            const err39 = { instancePath: instancePath + "/max-duration", schemaPath: "#/properties/max-duration/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
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
        const err40 = { instancePath: instancePath + "/max-duration", schemaPath: "#/properties/max-duration/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
          const err41 = { instancePath: instancePath + "/require", schemaPath: "#/properties/require/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        for (const key4 of Object.keys(data20)) {
          if (!(key4 === "ticket" || key4 === "controls")) {
            const err42 = { instancePath: instancePath + "/require", schemaPath: "#/properties/require/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
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
        const err43 = { instancePath: instancePath + "/require", schemaPath: "#/properties/require/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
          const err44 = { instancePath: instancePath + "/never", schemaPath: "#/properties/never/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        if (data23.length < 1) {
          const err45 = { instancePath: instancePath + "/never", schemaPath: "#/properties/never/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
        const err46 = { instancePath: instancePath + "/never", schemaPath: "#/properties/never/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
          const err47 = { instancePath: instancePath + "/labels", schemaPath: "#/properties/labels/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
        for (const key5 of Object.keys(data25)) {
          if (!(key5 === "requested" || key5 === "approved")) {
            const err48 = { instancePath: instancePath + "/labels", schemaPath: "#/properties/labels/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
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
              const err49 = { instancePath: instancePath + "/labels/requested", schemaPath: "#/properties/labels/properties/requested/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            if (func49(data26) < 1) {
              const err50 = { instancePath: instancePath + "/labels/requested", schemaPath: "#/properties/labels/properties/requested/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
          } else {
            const err51 = { instancePath: instancePath + "/labels/requested", schemaPath: "#/properties/labels/properties/requested/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
              const err52 = { instancePath: instancePath + "/labels/approved", schemaPath: "#/properties/labels/properties/approved/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
            if (func49(data27) < 1) {
              const err53 = { instancePath: instancePath + "/labels/approved", schemaPath: "#/properties/labels/properties/approved/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
          } else {
            const err54 = { instancePath: instancePath + "/labels/approved", schemaPath: "#/properties/labels/properties/approved/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
              vErrors.push(err54);
            }
            errors++;
          }
        }
      } else {
        const err55 = { instancePath: instancePath + "/labels", schemaPath: "#/properties/labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
        const err56 = { instancePath: instancePath + "/require-label", schemaPath: "#/properties/require-label/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
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
    const err57 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema6.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
        const err2 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
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
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func49(data1) < 1) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
        const err6 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: schema6.properties.extends.type }, message: "must be string,array" };
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
            const err8 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/then/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (data2.length < 1) {
            const err9 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
                  const err10 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
          const err11 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/then/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
        const err12 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
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
          const err13 = { instancePath: instancePath + "/assets", schemaPath: "#/properties/assets/maxItems", keyword: "maxItems", params: { limit: 500 }, message: "must NOT have more than 500 items" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data5.length < 1) {
          const err14 = { instancePath: instancePath + "/assets", schemaPath: "#/properties/assets/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
        const err15 = { instancePath: instancePath + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
        const err16 = { instancePath: instancePath + "/suppressions", schemaPath: "#/properties/suppressions/type", keyword: "type", params: { type: schema6.properties.suppressions.type }, message: "must be string,object" };
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
            const err18 = { instancePath: instancePath + "/suppressions", schemaPath: "#/properties/suppressions/then/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          for (const key1 of Object.keys(data8)) {
            if (!(key1 === "tier-0" || key1 === "tier-1" || key1 === "tier-2")) {
              const err19 = { instancePath: instancePath + "/suppressions", schemaPath: "#/properties/suppressions/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
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
          const err20 = { instancePath: instancePath + "/suppressions", schemaPath: "#/properties/suppressions/then/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
        const err21 = { instancePath: instancePath + "/suppressions", schemaPath: "#/properties/suppressions/if", keyword: "if", params: { failingKeyword: ifClause1 }, message: 'must match "' + ifClause1 + '" schema' };
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
          const err22 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
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
        const err23 = { instancePath: instancePath + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
          const err24 = { instancePath: instancePath + "/scans", schemaPath: "#/properties/scans/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (data14.length < 1) {
          const err25 = { instancePath: instancePath + "/scans", schemaPath: "#/properties/scans/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
        const err26 = { instancePath: instancePath + "/scans", schemaPath: "#/properties/scans/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
          const err27 = { instancePath: instancePath + "/feeds", schemaPath: "#/properties/feeds/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        for (const key3 of Object.keys(data16)) {
          if (!(key3 === "kev" || key3 === "epss" || key3 === "vex")) {
            const err28 = { instancePath: instancePath + "/feeds", schemaPath: "#/properties/feeds/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
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
        const err29 = { instancePath: instancePath + "/feeds", schemaPath: "#/properties/feeds/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
          const err30 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/maxItems", keyword: "maxItems", params: { limit: 500 }, message: "must NOT have more than 500 items" };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data20.length < 1) {
          const err31 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
        const err32 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
          const err33 = { instancePath: instancePath + "/sla", schemaPath: "#/properties/sla/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        for (const key4 of Object.keys(data22)) {
          if (!(key4 === "tier-0" || key4 === "tier-1" || key4 === "tier-2" || key4 === "kev")) {
            const err34 = { instancePath: instancePath + "/sla", schemaPath: "#/properties/sla/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
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
        const err35 = { instancePath: instancePath + "/sla", schemaPath: "#/properties/sla/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^@?[A-Za-z0-9][A-Za-z0-9_-]{0,38}$" }, message: 'must match pattern "^@?[A-Za-z0-9][A-Za-z0-9_-]{0,38}$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === void 0 || !func0.call(data, "type")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.match === void 0 || !func0.call(data, "match")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "match" }, message: "must have required property 'match'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.reason === void 0 || !func0.call(data, "reason")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.owner === void 0 || !func0.call(data, "owner")) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "owner" }, message: "must have required property 'owner'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data["approved-by"] === void 0 || !func0.call(data, "approved-by")) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approved-by" }, message: "must have required property 'approved-by'" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data["approved-at"] === void 0 || !func0.call(data, "approved-at")) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approved-at" }, message: "must have required property 'approved-at'" };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.expires === void 0 || !func0.call(data, "expires")) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires" }, message: "must have required property 'expires'" };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema51.properties, key0)) {
        const err8 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
          const err9 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
        const err11 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (!(data1 === "risk-accept" || data1 === "false-positive" || data1 === "mitigated" || data1 === "vendor-dependency" || data1 === "break-glass")) {
        const err12 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema51.properties.type.enum }, message: "must be equal to one of the allowed values" };
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
          const err13 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        for (const key1 of Object.keys(data2)) {
          if (!(key1 === "finding" || key1 === "identifier" || key1 === "package" || key1 === "path" || key1 === "tool" || key1 === "rule-id")) {
            const err14 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
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
              const err15 = { instancePath: instancePath + "/match/finding", schemaPath: "#/properties/match/properties/finding/pattern", keyword: "pattern", params: { pattern: "^F-[0-9a-f]{32}$" }, message: 'must match pattern "^F-[0-9a-f]{32}$"' };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/match/finding", schemaPath: "#/properties/match/properties/finding/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
              const err17 = { instancePath: instancePath + "/match/identifier", schemaPath: "#/properties/match/properties/identifier/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (func49(data4) < 3) {
              const err18 = { instancePath: instancePath + "/match/identifier", schemaPath: "#/properties/match/properties/identifier/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/match/identifier", schemaPath: "#/properties/match/properties/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
              const err20 = { instancePath: instancePath + "/match/package", schemaPath: "#/properties/match/properties/package/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (!pattern11.test(data5)) {
              const err21 = { instancePath: instancePath + "/match/package", schemaPath: "#/properties/match/properties/package/pattern", keyword: "pattern", params: { pattern: "^pkg:[a-z][a-z0-9.+-]*/\\S+$" }, message: 'must match pattern "^pkg:[a-z][a-z0-9.+-]*/\\S+$"' };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/match/package", schemaPath: "#/properties/match/properties/package/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
              const err23 = { instancePath: instancePath + "/match/path", schemaPath: "#/properties/match/properties/path/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (func49(data6) < 1) {
              const err24 = { instancePath: instancePath + "/match/path", schemaPath: "#/properties/match/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/match/path", schemaPath: "#/properties/match/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
              const err26 = { instancePath: instancePath + "/match/tool", schemaPath: "#/properties/match/properties/tool/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (func49(data7) < 1) {
              const err27 = { instancePath: instancePath + "/match/tool", schemaPath: "#/properties/match/properties/tool/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/match/tool", schemaPath: "#/properties/match/properties/tool/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
              const err29 = { instancePath: instancePath + "/match/rule-id", schemaPath: "#/properties/match/properties/rule-id/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (func49(data8) < 1) {
              const err30 = { instancePath: instancePath + "/match/rule-id", schemaPath: "#/properties/match/properties/rule-id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/match/rule-id", schemaPath: "#/properties/match/properties/rule-id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
          const err33 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (func49(data9) < 20) {
          const err34 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 20 }, message: "must NOT have fewer than 20 characters" };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      } else {
        const err35 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
          const err36 = { instancePath: instancePath + "/approved-by", schemaPath: "#/properties/approved-by/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
                const err37 = { instancePath: instancePath + "/approved-by", schemaPath: "#/properties/approved-by/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
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
        const err38 = { instancePath: instancePath + "/approved-by", schemaPath: "#/properties/approved-by/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
          const err39 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        if (func49(data15) < 1) {
          const err40 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      } else {
        const err41 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
          const err42 = { instancePath: instancePath + "/controls", schemaPath: "#/properties/controls/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
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
              const err43 = { instancePath: instancePath + "/controls/" + i2, schemaPath: "#/properties/controls/items/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
            if (func49(data17) < 1) {
              const err44 = { instancePath: instancePath + "/controls/" + i2, schemaPath: "#/properties/controls/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          } else {
            const err45 = { instancePath: instancePath + "/controls/" + i2, schemaPath: "#/properties/controls/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
              const err46 = { instancePath: instancePath + "/controls", schemaPath: "#/properties/controls/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" };
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
        const err47 = { instancePath: instancePath + "/controls", schemaPath: "#/properties/controls/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
  } else {
    const err48 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.exceptions === void 0 || !func0.call(data, "exceptions")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "exceptions" }, message: "must have required property 'exceptions'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "version" || key0 === "exceptions")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
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
        const err3 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
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
          const err4 = { instancePath: instancePath + "/exceptions", schemaPath: "#/properties/exceptions/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" };
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
        const err5 = { instancePath: instancePath + "/exceptions", schemaPath: "#/properties/exceptions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
  const plain = written.toLowerCase().replaceAll("_", "-");
  const exact = allowed.find((candidate) => candidate.toLowerCase().replaceAll("_", "-") === plain);
  if (exact !== void 0) return exact;
  let best = null;
  let least = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const candidate of allowed) {
    const distance = editDistance2(plain, candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  const synonym = SYNONYMS.get(plain);
  return synonym !== void 0 && allowed.includes(synonym) && least > 1 ? synonym : best;
}
function editDistance2(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, index2) => index2)];
  const cell = (i, j) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const replaced = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(replaced, swapped, cell(i - 1, j) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return cell(a.length, b.length);
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
    for (const part of value.split(":")) result = result * 60 + Number(part);
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
    for (const part of value.split(":")) result = result * 60 + Number(part);
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
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
  const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
  date.setUTCFullYear(year, month, day);
  return date;
}
function resolveYamlTimestamp(source) {
  let match3 = YAML_DATE_REGEXP.exec(source);
  if (match3 === null) match3 = YAML_TIMESTAMP_REGEXP.exec(source);
  if (match3 === null) return NOT_RESOLVED;
  const year = +match3[1];
  const month = +match3[2] - 1;
  const day = +match3[3];
  if (!match3[4]) {
    const date2 = makeUtcDate(year, month, day);
    if (date2.getUTCFullYear() !== year || date2.getUTCMonth() !== month || date2.getUTCDate() !== day) return NOT_RESOLVED;
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
  const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
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
  for (const tag of tags) {
    let index2 = result.length;
    for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
      const previous = result[previousIndex];
      if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
        index2 = previousIndex;
        break;
      }
    }
    result[index2] = tag;
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
    for (const tag of compiledTags) {
      if (tag.nodeKind === "scalar" && tag.implicit) {
        if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
        implicitScalarTags.push(tag);
      }
      switch (tag.nodeKind) {
        case "scalar":
          if (tag.matchByTagPrefix) prefix2.scalar.push(tag);
          else exact.scalar[tag.tagName] = tag;
          break;
        case "sequence":
          if (tag.matchByTagPrefix) prefix2.sequence.push(tag);
          else exact.sequence[tag.tagName] = tag;
          break;
        case "mapping":
          if (tag.matchByTagPrefix) prefix2.mapping.push(tag);
          else exact.mapping[tag.tagName] = tag;
      }
    }
    const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
    const keys = /* @__PURE__ */ new Set();
    for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
    const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
    for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
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
    for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupSequenceTag(tagName) {
    const exactTag = this.exact.sequence[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupMappingTag(tagName) {
    const exactTag = this.exact.mapping[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  resolveImplicitScalarTag(source) {
    const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
    for (const tag2 of candidates) {
      const value = tag2.resolve(source, false, tag2.tagName);
      if (value !== NOT_RESOLVED) return {
        value,
        tag: tag2
      };
    }
    const tag = this.defaultScalarTag;
    return {
      value: tag.resolve(source, false, tag.tagName),
      tag
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
    for (const tag of tags) flatTags = flatTags.concat(tag);
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
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
  filename: "",
  maxDepth: 100
};
var DEFAULT_LOAD_OPTIONS = {
  ...DEFAULT_PARSER_OPTIONS,
  ...DEFAULT_CONSTRUCTOR_OPTIONS
};
function hasBit(mask, bit) {
  return (mask & 1 << bit) !== 0;
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
    const line = value.slice(position, lineEnd);
    if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
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
function nodeAt(root, path2) {
  let node = root;
  for (const part of path2) {
    if (node?.kind === "list") node = node.items[Number(part)];
    else if (node?.kind === "map") node = node.entries.find(({ key }) => key === part)?.value;
    else return null;
  }
  return node ?? null;
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

// src/core/exceptions/command.ts
var isFindingId = (text2) => /^F-[0-9a-f]{32}$/.test(text2);

// src/core/exceptions/match.ts
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
  const isPlain = bare !== "" && bare.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  return isPlain ? null : "`match.path` is not a path from the root of the repository";
}

// src/core/exceptions/entry.ts
function entryProblems(entry) {
  return [...match(entry), ...reason(entry), ...dates(entry), ...people(entry), ...evidence(entry)];
}
var match = (entry) => matchProblems(entry.match).map(({ key, message: message2, hint }) => ({
  key: key === null ? "match" : `match.${key}`,
  message: message2,
  hint
}));
function reason(entry) {
  const message2 = reasonProblem(cleanText(entry.reason));
  const hint = `Say in ${REASON_LENGTH.min} to ${REASON_LENGTH.max} characters why this finding may stay, and until when`;
  return message2 === null ? [] : [{ key: "reason", message: message2, hint }];
}
function dates(entry) {
  const from = toInstant(entry["approved-at"], "begins");
  const to = toInstant(entry.expires, "ends");
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
function people(entry) {
  const logins = entry["approved-by"].map((login) => toLogin(login)?.toLowerCase());
  const problems = [];
  const hint = 'Write GitHub logins such as "@alice"; teams and apps answer for nothing';
  if (toLogin(entry.owner) === null) problems.push({ key: "owner", message: "`owner` is not a person", hint });
  if (logins.includes(void 0)) {
    problems.push({ key: "approved-by", message: "`approved-by` names other than people", hint });
  }
  if (new Set(logins).size < logins.length) {
    problems.push({ key: "approved-by", message: "`approved-by` names a person twice", hint: "Name each person once" });
  }
  return problems;
}
function evidence(entry) {
  const problems = [];
  const controls = entry.controls?.map(cleanText) ?? [];
  if (entry.type === "mitigated" && controls.length === 0) {
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
  if (entry.type === "break-glass" && entry.ticket === void 0) {
    problems.push({ key: "type", message: "`break-glass` needs a `ticket`", hint: "Add `ticket:` with the incident" });
  }
  if (entry.ticket !== void 0 && !isTicket(entry.ticket)) {
    problems.push({
      key: "ticket",
      message: "`ticket` cannot be found by this text",
      hint: "Write an https address, or a key with a number such as SEC-12"
    });
  }
  return problems;
}

// src/core/exceptions/file.ts
var FORMAT = {
  validate: exceptionsErrors,
  schema: SCHEMAS.exceptions,
  check: checkDocument,
  explainPattern
};
function checkDocument(document, root) {
  const lines2 = /* @__PURE__ */ new Map();
  const entries = document.exceptions ?? [];
  return entries.flatMap((entry, index2) => {
    if (entry === void 0) return [];
    const problems = [...entryProblems(entry)];
    const first = lines2.get(entry.id);
    if (first !== void 0) {
      problems.push({
        key: "id",
        message: "the id is used twice",
        hint: `Choose another; the first is at line ${first}`
      });
    } else lines2.set(entry.id, placeOf2(root, index2, "id").line);
    return problems.map(({ key, message: message2, hint }) => ({ place: placeOf2(root, index2, key), message: message2, hint }));
  });
}
function placeOf2(root, index2, keyPath) {
  const list2 = root === null ? void 0 : child(root, "exceptions");
  let node = list2?.kind === "list" ? list2.items[index2] : void 0;
  if (node === void 0) return root?.place ?? { path: "", line: null, column: null };
  for (const key of keyPath?.split(".") ?? []) node = child(node, key) ?? node;
  return node.place;
}
var child = (node, key) => node.kind === "map" ? node.entries.find((entry) => entry.key === key)?.value : void 0;
function explainPattern(path2, text2) {
  const key = path2.findLast((part) => !/^[0-9]+$/.test(part));
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
  if (!match3 || /^\.{1,2}$/.test(repository) || path2.split("/").some((part) => /^\.{0,2}$/.test(part))) return null;
  return { kind: "github", owner, repository, path: path2, commit };
}
function referenceProblem(text2) {
  if (parseReference(text2)) return null;
  const shown = `\`${text2.slice(0, 100)}\``;
  if (text2.startsWith("preset:")) {
    const meant = nearest(text2.slice("preset:".length), PRESET_NAMES);
    const hint = meant ? `Did you mean \`preset:${meant}\`?` : `Presets: ${PRESET_NAMES.join(", ")}`;
    return { message: `there is no preset ${shown}`, hint };
  }
  if (text2.startsWith("github:")) {
    const pinned = /@[0-9a-f]{40}$/.test(text2);
    return pinned ? { message: `the layer ${shown} does not name a file`, hint: "Write `github:OWNER/REPO/PATH@COMMIT`" } : {
      message: `the layer ${shown} is not pinned`,
      hint: "End it with `@` and the full 40-digit commit, in lower case: a branch or tag can change under you"
    };
  }
  return {
    message: `${shown} is not a layer`,
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
  const report = (path2, message2, hint) => void problems.push({ place: nodeAt(root, path2)?.place ?? root.place, message: message2, hint });
  checkExtends(document, root, report);
  checkUnique("rules", "id", document.rules, report);
  checkUnique("scans", "id", document.scans, report);
  checkUnique("assets", "name", document.assets, report);
  for (const [index2, asset] of present(document.assets)) {
    checkGlobs(["assets", index2, "paths"], asset.paths, "path", report);
  }
  for (const [index2, scan] of present(document.scans)) {
    checkGlobs(["scans", index2, "applies-to"], scan["applies-to"], "path", report);
    if (scan.category === void 0 && scan.tools === void 0) {
      report(["scans", index2], `the scan \`${scan.id}\` says neither category nor tools`, "Add `category:` or `tools:`");
    }
  }
  for (const [index2, rule2] of present(document.rules)) checkRule(["rules", index2], rule2, report);
  checkExceptions(document, report);
  return problems;
}
var present = (list2) => (list2 ?? []).flatMap((entry, index2) => entry === void 0 ? [] : [[index2, entry]]);
function checkExtends(document, root, report) {
  const isList = nodeAt(root, ["extends"])?.kind === "list";
  for (const [index2, reference] of present(asList(document.extends))) {
    const problem = referenceProblem(reference);
    if (problem) report(isList ? ["extends", index2] : ["extends"], problem.message, problem.hint);
  }
}
function checkUnique(list2, key, entries, report) {
  const seen = /* @__PURE__ */ new Map();
  for (const [index2, entry] of present(entries)) {
    const first = seen.get(entry[key]);
    if (first === void 0) seen.set(entry[key], index2);
    else {
      const message2 = `\`${list2}[${first}]\` and \`${list2}[${index2}]\` have the same ${key} \`${entry[key]}\``;
      report([list2, index2, key], message2, "Rename one of them");
    }
  }
}
function checkGlobs(path2, value, kind, report) {
  for (const [index2, glob] of asList(value).entries()) {
    const problem = globProblem(glob, kind);
    if (problem) report(Array.isArray(value) ? [...path2, index2] : path2, problem.message, problem.hint);
  }
}
function checkConditions(path2, conditions, report) {
  for (const [key, kind] of GLOB_CONDITIONS) checkGlobs([...path2, key], conditions[key], kind, report);
}
function checkRule(path2, rule2, report) {
  checkConditions([...path2, "when"], rule2.when, report);
  if (rule2.unless) {
    checkConditions([...path2, "unless"], rule2.unless, report);
    if (Object.keys(rule2.unless).length === 0) {
      const message2 = `\`unless\` of the rule \`${rule2.id}\` has no condition, so the rule would never apply`;
      report([...path2, "unless"], message2, "Add a condition, or remove `unless`");
    }
  }
  const from = rule2["enforce-from"];
  if (from === void 0) return;
  if (startOfDay(from) === null) {
    report([...path2, "enforce-from"], `\`${from}\` is not a day of the calendar`, "Write it as `2027-01-15`");
  }
  if (rule2.mode === void 0) {
    const message2 = `the rule \`${rule2.id}\` has \`enforce-from\` but no \`mode\``;
    report([...path2, "enforce-from"], message2, "Say what it may do until then: `mode: warn` or `mode: monitor`");
  }
}
function checkExceptions(document, report) {
  const { file, never } = document.exceptions ?? {};
  if (file !== void 0 && !isRepositoryPath(file)) {
    const hint = "Write it from the root of the repository, as in `.github/policy-exceptions.yml`";
    report(["exceptions", "file"], `\`${file.slice(0, 100)}\` is not a path in the repository`, hint);
  }
  for (const [index2, conditions] of (never ?? []).entries()) {
    const path2 = ["exceptions", "never", index2];
    checkConditions(path2, conditions, report);
    if (Object.keys(conditions).length === 0) {
      report(path2, "`never` has an entry without conditions", "Add a condition, such as `category: secret`");
    }
  }
}
var isRepositoryPath = (path2) => !path2.includes("\\") && path2.split("/").every((part) => part !== "" && part !== "." && part !== "..");

// src/core/policy/merge-exceptions.ts
var DEFAULT_NOTICE = 14 * DAY;

// src/core/policy/parse.ts
var POLICY = {
  validate: policyErrors,
  schema: SCHEMAS.policy,
  check: policyChecks,
  explainPattern: ([key], text2) => key === "extends" ? referenceProblem(text2) : null
};

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
  const open = [];
  for (let i = 0; i < masked.length; i++) {
    const c = masked.charCodeAt(i);
    if (c === 123) {
      open.push(i);
    } else if (c === 125 && open.length) {
      open.pop();
    }
  }
  let out = "";
  let last = 0;
  for (let i = 0; i < open.length; i++) {
    const at2 = open[i];
    out += masked.slice(last, at2) + "\0";
    last = at2 + 1;
  }
  return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
  budget.remaining -= str.length;
  if (budget.remaining < 0) {
    return false;
  }
  let close2 = false;
  for (let i = str.length - 1; i >= 0; i--) {
    const c = str.charCodeAt(i);
    if (c === 125) {
      close2 = true;
    } else if (c === 10 || c === 13 || c === 8232 || c === 8233) {
      close2 = false;
    } else if (c === 44 && close2 && str.charCodeAt(i + 1) !== 44) {
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
    const { pre, body, post } = m;
    const p = pre.split(",");
    p[0] = carry + p[0];
    p[p.length - 1] += "{" + body + "}";
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
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
  const n = body.split(/\.\./);
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
var build = (toks, pairs, start, end, top) => {
  let seq = [];
  const alts = [seq];
  for (let i = start; i < end; i++) {
    const tok = toks[i];
    const close2 = pairs.get(i);
    if (tok.t === "open" && close2 !== void 0) {
      const sub = build(toks, pairs, i + 1, close2, false);
      seq.push({ t: "ext", type: tok.type, alts: sub });
      i = close2;
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
    const entry = split(alts(after2));
    after2.out.push(next, entry);
    return it.type === "*" ? after2 : entry;
  };
  const start = seq(items, MATCH);
  return [start, id];
};
var show = (start) => {
  const lines2 = [];
  const seen = /* @__PURE__ */ new Set();
  const ref = (n) => n.t === "match" ? "match" : String(n.id);
  const walk = (n, indent) => {
    if (n.t === "match" || seen.has(n))
      return;
    seen.add(n);
    const line = (desc) => lines2.push(`${indent}${n.id}: ${desc}`);
    switch (n.t) {
      case "split":
        line(`split -> ${n.out.map(ref).join(", ")}`);
        for (const o of n.out)
          walk(o, indent);
        return;
      case "neg":
        line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
        walk(n.sub, indent + "  ");
        return walk(n.next, indent);
      case "lit":
        line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
        break;
      case "class":
        line(`${n.re} -> ${ref(n.next)}`);
        break;
      default:
        line(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
    }
    walk(n.next, indent);
  };
  walk(start, "");
  return [`start -> ${ref(start)}`, ...lines2].join("\n");
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
    let [items] = build(toks, pair2(toks), 0, toks.length, true);
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
    return show(this.#start);
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
  const weight = cacheWeight(mm);
  if (weight > cacheMaxEntryWeight)
    return mm;
  if (cacheSize >= cacheMax || cacheTotalWeight + weight > cacheMaxWeight) {
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
  cacheTotalWeight += weight;
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
    match: (list2, pattern, options = {}) => orig.match(list2, pattern, ext(def, options)),
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
var match2 = (list2, pattern, options = {}) => {
  const mm = new Minimatch(pattern, options);
  list2 = list2.filter((f) => mm.match(f));
  if (mm.options.nonull && !list2.length) {
    list2.push(pattern);
  }
  return list2;
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
      const close2 = classEnd(pattern, i);
      if (close2 === -1) {
        lit2 += c;
        continue;
      }
      let body = pattern.slice(i + 1, close2);
      if (body.startsWith("\\"))
        body = body.slice(1);
      if ([...body].length !== 1 || "!^".includes(pattern.charAt(i + 1))) {
        return void 0;
      }
      lit2 += body;
      i = close2;
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
      const close2 = classEnd(pattern, i);
      if (close2 !== -1)
        i = close2;
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
  const h = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
  const host = p[h];
  const share = p[h + 1];
  return h !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h : -1;
};
var walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
var dotPortion = (f, start, end, dot, sep2) => {
  for (let k = start; k < end; ) {
    if (f.charCodeAt(k) === 46) {
      if (!dot)
        return true;
      const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
      if (n >= end || isSep(f.charCodeAt(n), sep2))
        return true;
    }
    const s = nextSep(f, k, sep2);
    if (s === -1)
      return false;
    k = s + 1;
    while (k < end && isSep(f.charCodeAt(k), sep2))
      k++;
  }
  return false;
};
var isSep = (c, sep2) => sep2 === "/" ? c === 47 : sep2 === "\\" ? c === 92 : c === 47 || c === 92;
var nextSep = (f, from, sep2) => {
  if (sep2 !== "both")
    return f.indexOf(sep2, from);
  const s = f.indexOf("/", from);
  const b = f.indexOf("\\", from);
  return s === -1 ? b : b === -1 ? s : Math.min(s, b);
};
var lastSep = (f, from, sep2) => sep2 !== "both" ? f.lastIndexOf(sep2, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
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
    const drives = this.set.map((row) => this.#rootIndex(row));
    this.#endRows = this.set.map((row, r) => this.#endCheck && row.length - 1 > drives[r]);
    this.#literals = this.set.map((row, r) => {
      const end = this.#endRows[r] ? row.length - 1 : row.length;
      const lits = row.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
      return [...new Set(lits)];
    });
    this.#literalCheck = this.#literals.some((l) => l.length);
    this.#shapes = this.set.map((row, r) => {
      const [p0, p1, p2] = row;
      if (this.#endRows[r] && row.length === 2) {
        if (p0 === GLOBSTAR && p1 !== GLOBSTAR)
          return "tail";
      }
      if (this.#endRows[r] && options.matchBase && row.length === 1 && p0 !== GLOBSTAR && p0 !== "") {
        return "base";
      }
      if (!this.#endCheck || drives[r] !== -1)
        return void 0;
      if (row.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && // the portion between is only matched below this limit
      this.maxGlobstarRecursion > 0) {
        return "mid";
      }
      if (row.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") {
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
  #rootIndex(row) {
    if (!this.isWindows)
      return -1;
    if (isDrive(row[0]))
      return 0;
    const uncDrive = row[0] === "" && row[1] === "" && row[2] === "?" && isDrive(row[3]);
    if (uncDrive)
      return 3;
    const h = uncHost(row);
    return h === -1 ? -1 : h + 1;
  }
  hasMagic() {
    if (this.options.magicalBraces && this.set.length > 1) {
      return true;
    }
    for (const pattern of this.set) {
      for (const part of pattern) {
        if (typeof part !== "string")
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
    this.set.forEach((row, i) => {
      for (let k = 0; k < row.length; k++) {
        if (row[k] === PENDING) {
          row[k] = this.parse(this.globParts[i][k]);
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
        const groups = /* @__PURE__ */ new Map();
        const R = this.set.length + 1;
        this.set.forEach((row, i) => {
          if (!(row[k] instanceof Matcher || row[k] === PENDING) || !extSafe(this.globParts[i][k])) {
            return;
          }
          const { pre, suf } = keys[i];
          const key = pre[k] * R + suf[k + 1];
          const g = groups.get(key);
          if (g)
            g.push(i);
          else
            groups.set(key, [i]);
        });
        const drop = /* @__PURE__ */ new Set();
        for (const g of groups.values()) {
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
      parts = parts.reduce((set, part) => {
        const prev = set[set.length - 1];
        if (part === "**" && prev === "**") {
          return set;
        }
        if (part === "..") {
          if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
            set.pop();
            return set;
          }
        }
        set.push(part);
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
    const sep2 = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
    let ends = this.#endCheck ? 0 : -1;
    let last = "";
    let lastStart = 0;
    let prev;
    let prevStart = 0;
    const dot = !!this.options.dot;
    ROWS: for (let r = 0; r < this.set.length; r++) {
      const row = this.set[r];
      const p = row[row.length - 1];
      let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
      if (end && ends === 0) {
        const i = lastSep(f, f.length, sep2);
        lastStart = i + 1;
        last = f.slice(lastStart);
        if (last === "" && i >= 0) {
          let j = i;
          while (j > 0 && isSep(f.charCodeAt(j - 1), sep2))
            j--;
          prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep2) + 1;
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
        if (this.#level2 && dotPortion(f, 0, tailStart, true, sep2)) {
          return "maybe";
        }
        if (!dotPortion(f, 0, tailStart, dot, sep2))
          return "yes";
        continue;
      }
      if (shape === "mid" || shape === "head") {
        const m = this.#walk(f, row, shape === "head", dot, sep2);
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
  #matchShape(file, row, shape) {
    const dot = !!this.options.dot;
    const n = file.length;
    if (shape === "head") {
      if (n < 2 || !portionMatch(row[0], file[0])) {
        return false;
      }
      for (let i = 1; i < n; i++)
        if (!walkable(file[i], dot))
          return false;
      return true;
    }
    const x = row[1];
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
  #walk(f, row, head, dot, sep2) {
    if (this.#level2 && dotPortion(f, 0, f.length, true, sep2))
      return "maybe";
    const x = row[head ? 0 : 1];
    let s = 0;
    for (let e = nextSep(f, s, sep2); e !== -1; e = nextSep(f, s, sep2)) {
      let next = e + 1;
      while (next < f.length && isSep(f.charCodeAt(next), sep2))
        next++;
      const hit = typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e));
      if (hit && !dotPortion(f, next, f.length, dot, sep2))
        return "yes";
      if (head || dotPortion(f, s, next, dot, sep2))
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
  #matchRow(file, resolved, pattern, partial) {
    let fileStartIndex = 0;
    let patternStartIndex = 0;
    const fh = this.isWindows ? uncHost(resolved) : -1;
    const ph = fh === -1 ? -1 : uncHost(pattern);
    if (ph !== -1) {
      const host = pattern[ph];
      const share = pattern[ph + 1];
      if (typeof host !== "string" || typeof share !== "string") {
        fileStartIndex = fh;
        patternStartIndex = ph;
      } else if (resolved[fh].toLowerCase() === host.toLowerCase() && resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
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
    file = resolved;
    if (pattern.includes(GLOBSTAR)) {
      return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
    }
    return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
  }
  #matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
    const { head, body, tail, segments } = this.#getGlobstarParts(pattern, partial, patternIndex);
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
    if (!body.length) {
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
    const body = pattern.slice(firstgs + 1, partial ? void 0 : lastgs);
    const tail = partial ? [] : pattern.slice(lastgs + 1);
    const segments = [[[], 0]];
    let current = segments[0];
    let nonGsParts = 0;
    const nonGsPartsSums = [0];
    for (const b of body) {
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
    const parts = { head, body, tail, segments };
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
    const [body, need] = bs;
    const after2 = partial ? fileLength : fileLength - need;
    while (fileIndex <= after2) {
      const key = bodyIndex * (file.length + 1) + fileIndex;
      if (tried.has(key))
        return false;
      tried.add(key);
      const m = this.#matchOne(file, body, partial, fileIndex, 0, fileIndex + body.length);
      if (m && globStarDepth < this.maxGlobstarRecursion) {
        const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail, tried);
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
    const resolved = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
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
      const hit = shape === "base" ? portionMatch(pattern[0], filename) : shape ? this.#matchShape(resolved, pattern, shape) : options.matchBase && pattern.length === 1 ? this.#matchRow([filename], [filename], pattern, partial) : this.#matchRow(ff, resolved, pattern, partial);
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

// src/shell/feed-files.ts
var LARGEST_FEED = 256 * 1024 * 1024;

// src/core/sarif/message.ts
var ESCAPE = String.fromCharCode(27);
var ANSI_SEQUENCE = new RegExp(`${ESCAPE}\\[[0-9;?]{0,20}[A-Za-z]`, "g");

// src/core/sarif/paths.ts
var CONTROL = new RegExp("\\p{Cc}", "u");

// src/core/sarif/tools/code.ts
var CODE_TOOLS = [
  {
    names: ["codeql", "codeql command-line toolchain", "lgtm.com", "semmle ql"],
    weaknessIsNoEvidence: true,
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
var lines = (place, names) => Object.entries(names).flatMap(
  ([group, label]) => label === null ? [] : [{ in: place, pattern: new RegExp(`^${label}:[ \\t]*(?<${group}>[^\\n]*)$`, "m") }]
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
      ...lines("message", { name: "Package", version: "Installed Version", fixed: "Fixed Version", type: null }),
      { in: "location-message", pattern: /: (?<name>[^\s:][^\s]*)@(?<version>[^@\s]+)$/ },
      ...lines("help", { name: "Package", version: "Installed Version", fixed: "Fixed Version", type: null })
    ]
  },
  {
    names: ["wizcli"],
    writes: ["sca", "container", "iac", "secret"],
    typeTags: true,
    severity: [{ in: "message", pattern: /^Severity: (\w+)$/m }, { in: "tags" }],
    unstableRuleIds: /^vulnerability-[0-9a-f]{8}-[0-9a-f-]{27}$/,
    packages: lines("message", { name: "Component", version: "Version", fixed: "Fixed version", type: null })
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
      ...lines("help", { name: "Package", version: "Version", fixed: "Fix Version", type: "Type" })
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
      ...lines("markdown", { name: null, version: "Installed version", fixed: "Fixed version", type: null })
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
var PROFILES = [...DEPENDENCY_TOOLS, ...SECRET_TOOLS, ...INFRASTRUCTURE_TOOLS, ...CODE_TOOLS];
var byName = new Map(PROFILES.flatMap((profile) => profile.names.map((name) => [name, profile])));
var signed = PROFILES.filter((profile) => profile.signature !== void 0);
var ALL_PACKAGE_PATTERNS = PROFILES.flatMap((profile) => profile.packages ?? []);

// src/core/sarif/level.ts
var LEVELS3 = ["none", "note", "warning", "error"];
var known = new Set(LEVELS3);

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
var properties = {
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
  properties,
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
  properties
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
var NEXT = buildTable();
function buildTable() {
  const table2 = new Uint8Array(256 * STATES.length).fill(BAD);
  const on = (states, bytes, next) => {
    for (const state of states) {
      for (const byte of bytes) table2[state << 8 | byte.charCodeAt(0)] = next;
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
  return table2;
}
var SPECIAL = Uint8Array.from(
  { length: 256 },
  (_, byte) => byte < 32 || byte >= 128 || byte === QUOTE || byte === BACKSLASH ? 1 : 0
);

// src/core/sarif/reader/text.ts
import { Buffer as Buffer2 } from "node:buffer";

// src/core/sarif/reader/scan.ts
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
var WORDS = ["true", "false", "null"].map((word) => Uint8Array.from(word, (letter) => letter.charCodeAt(0)));

// src/core/sarif/reader/text.ts
var scratch = Buffer2.alloc(4096);
var SCRATCH_KEPT = 2 ** 20;

// src/core/sarif/reader/machine.ts
var DEFAULT_LIMITS = { depth: 512, token: 32 * 2 ** 20, held: 256 * 2 ** 20 };

// src/core/sarif/reader/plan.ts
var KEEP = 0;
var PLAIN = 0;
var UNLIMITED = 1073741823;
var keep = wholePlan();
function wholePlan() {
  const plan = {
    kind: KEEP,
    cap: UNLIMITED,
    element: null,
    members: null,
    role: PLAIN
  };
  plan.element = plan;
  return plan;
}

// src/core/sarif/reader/build.ts
var WHOLE = Number.MAX_SAFE_INTEGER;

// src/shell/sarif-files.ts
var DEFAULT_LOAD_LIMITS = { content: 8 * 2 ** 30, ratioFrom: 64 * 2 ** 20, ratio: 500 };
var CHUNK = 2 ** 20;

// src/shell/source-reader.ts
var MAX_SOURCE_BYTES = 8 * 1024 * 1024;

// src/shell/files-out.ts
var BATCH = 1 << 20;

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

// src/shell/commands/evaluate.ts
var FLAGS = {
  ...EVALUATION_FLAGS,
  format: { value: "FORMAT[=FILE]", multiple: true, help: `${FORMATS.join(", ")}; default text` },
  "fail-on": { value: "VERDICT", help: "verdict that makes the exit code 1: block (default), warn or never" }
};

// src/shell/commands/lint.ts
var FLAGS2 = {
  policy: EVALUATION_FLAGS.policy,
  exceptions: EVALUATION_FLAGS.exceptions,
  "layer-source": EVALUATION_FLAGS["layer-source"]
};

// src/shell/commands/schema.ts
var NAMES = Object.keys(SCHEMAS);
var schemaCommand = {
  summary: "Print the JSON Schema of a file format",
  words: NAMES.join("|"),
  flags: {},
  async run({ words }, terminal) {
    const [name, ...more] = words;
    const schema = name !== void 0 && Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : void 0;
    if (schema === void 0 || more.length > 0) {
      const near = name === void 0 ? null : closest(name, NAMES);
      const problem = name === void 0 ? "schema needs a name" : `There is no schema ${words.join(" ")}`;
      throw configurationError(problem, near === null ? `Write one of ${NAMES.join(", ")}` : `Did you mean ${near}?`);
    }
    await terminal.out(schema.endsWith("\n") ? schema : `${schema}
`);
    return EXIT.pass;
  }
};

// src/shell/command-line.ts
var EXIT = { pass: 0, block: 1, configuration: 2, internal: 3 };
