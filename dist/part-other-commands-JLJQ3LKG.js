import { createRequire as createRequire__ } from 'node:module'
const require = createRequire__(import.meta.url)
import {
  fetchFor,
  quoted,
  readBody,
  traceOf
} from "./part-chunk-SDSXBLK5.js";
import {
  EVALUATION_FLAGS,
  TABLES,
  evaluationOf,
  evaluationOfRequest,
  flagValue,
  instantFlag,
  layerSourcesOf,
  oneFormat,
  outputOf,
  printLine,
  progressOf,
  refuseWords,
  requestOfFlags,
  tellLine,
  tierOf
} from "./part-chunk-GICIGOYB.js";
import {
  BOOTSTRAP_PRESET,
  CODEOWNERS_PATHS,
  ConfigurationError,
  DAY,
  DEFAULT_CHECK_NAME,
  DEFAULT_POLICY,
  DEFAULT_TIER,
  EDITION,
  EXCEPTIONS_SCHEMA,
  EXIT,
  HOUR,
  JUDGED_EVENTS,
  KNOWN_SEVERITIES,
  NOTHING,
  NOTHING_RAN,
  NO_CHANGE_KNOWN,
  NO_HTML,
  OBJECT_NAME,
  POLICY_SCHEMA,
  PRESETS,
  REPORTS,
  STYLE,
  TIERS,
  UNKNOWN_EDITION,
  VERDICTS,
  asArray,
  asNumber,
  asObject,
  asString,
  asText,
  at,
  awaitsMerge,
  bullets,
  checkedOut,
  checkoutRoot,
  clip,
  cloneAt,
  code,
  commandSafe,
  commonColumns,
  compareDecisions,
  conditionMembers,
  configurationError,
  count,
  day,
  dayOf,
  decide,
  decisionDocument,
  decisionIn,
  decisionRow,
  decisionSha256,
  digestOfFile,
  documentKind,
  editionText,
  elsewhereText,
  evaluate,
  exceptionRows,
  expandPatterns,
  feedText,
  figureRowsOf,
  firstUnlikeLine,
  formatDuration,
  formatProblem,
  gapText,
  git,
  globProblem,
  h,
  heading,
  identifierMisfit,
  isCalendarDate,
  isInstant,
  isIntact,
  isUnseen,
  isoInstant,
  join,
  jsonText,
  lacksCounts,
  lintPolicy,
  listCheckout,
  localPolicyPort,
  localPorts,
  locationsOf,
  maskSecrets,
  md,
  member,
  morePlaces,
  noPolicy,
  nodeAt,
  ocsfLines,
  oneOfHint,
  otherPlaces,
  outcomeRow,
  outcomeView,
  outcomesOf,
  ownersOf,
  parseCodeowners,
  parseDuration,
  parseEpss,
  parseExceptions,
  parseKev,
  parsePackageUrl,
  parseReference,
  parseYaml,
  pathsOf,
  placeRemark,
  policyOf,
  prepare,
  prose,
  readCodeowners,
  readDecisionDocument,
  readDocument,
  readExceptions,
  readHead,
  readJsonDocuments,
  readOrNull,
  remedyFor,
  replay,
  reportersOf,
  requestWith,
  requiredPolicy,
  rowLines,
  rowsOf,
  safeMessageLine,
  scanRows,
  sha256Of,
  simulationMarkdown,
  strings,
  table,
  termsProblems,
  textMember,
  totalOf,
  unmappedClaim,
  visibleLine,
  whereText,
  wholeFile,
  worst,
  writeFileAtomically,
  xmlText
} from "./part-chunk-N7VFL56R.js";
import "./part-chunk-O7WNVCOX.js";

// src/cli/audit/verify.ts
import { statSync as statSync3 } from "node:fs";
import { resolve as resolve4 } from "node:path";

// src/core/history/differences.ts
var NAMES = {
  outcomes: (element) => [idOf(element.finding)],
  inputs: ({ kind, name }) => [kind, name],
  scans: ({ id }) => [id],
  exceptions: ({ id, finding }) => [id, ...typeof finding === "string" ? [finding] : []],
  controls: ({ id }) => [id],
  rules: ({ id }) => [id],
  notices: ({ code: code2, message }) => [code2, message],
  layerSources: ({ repository }) => [repository]
};
var idOf = (finding) => {
  const object = asObject(finding);
  return object === null ? void 0 : member(object, "id");
};
function differencesOf(recorded2, now) {
  const found = [];
  compare(found, { path: "", name: "" }, recorded2, now);
  return found;
}
function compare(found, spot, recorded2, now) {
  if (Object.is(recorded2, now)) return;
  const [before2, after2] = [partsOf(spot, recorded2), partsOf(spot, now)];
  if (before2 === null || after2 === null || Array.isArray(recorded2) !== Array.isArray(now)) {
    found.push({ path: spot.path, recorded: recorded2, now });
    return;
  }
  for (const [path, part] of before2) compare(found, part.spot, part.value, after2.get(path)?.value);
  for (const [path, { value }] of after2) if (!before2.has(path)) found.push({ path, recorded: void 0, now: value });
}
function partsOf({ path, name }, value) {
  if (typeof value !== "object" || value === null) return null;
  const parts = /* @__PURE__ */ new Map();
  const add = (partPath, partName, part) => parts.set(partPath, { spot: { path: partPath, name: partName }, value: part });
  const object = asObject(value);
  if (object !== null) {
    for (const [key, part] of Object.entries(object)) add(path === "" ? key : `${path}.${key}`, key, part);
    return parts;
  }
  const elements = value;
  const namesOf3 = Object.hasOwn(NAMES, name) ? NAMES[name] : void 0;
  for (const [index, element] of elements.entries()) {
    const named2 = namesOf3 === void 0 ? null : asObject(element);
    const label = named2 === null ? `${index}` : (namesOf3?.(named2) ?? []).join(" ");
    let own = `${path}[${label}]`;
    for (let again = 2; parts.has(own); again += 1) own = `${path}[${label} #${again}]`;
    add(own, "", element);
  }
  return parts;
}

// src/core/history/verification.ts
function inputFaults(recorded2, now) {
  const same = (a2) => (b2) => a2.kind === b2.kind && a2.name === b2.name;
  const alike = (a2) => (b2) => same(a2)(b2) && a2.sha256 === b2.sha256 && a2.bytes === b2.bytes;
  const lost = recorded2.filter((file) => !now.some(alike(file)));
  const gained = now.filter((file) => !recorded2.some(alike(file)));
  const faults = lost.map((file) => {
    const here = gained.find(same(file))?.sha256 ?? null;
    const { kind, name, sha256 } = file;
    return { kind, name, fault: here === null ? "missing" : "changed", recorded: sha256, now: here, reason: null };
  });
  const added = gained.filter((file) => !lost.some(same(file)));
  return [
    ...faults,
    ...added.map(
      ({ kind, name, sha256 }) => ({
        ...{ kind, name, fault: "unrecorded", recorded: null, now: sha256, reason: null }
      })
    )
  ];
}
var OF_COMMENTS = ["command", "comments-unread", "commits-unread", "commits-unmapped", "pushers-unread"];
var OF_BASELINES = ["baseline-none", "baseline-behind"];
function uncheckable({ change, options, inputs, exceptions, notices }, { clone, layerSources }) {
  const { event, baseSha, scannedSha } = change;
  const told = (codes) => notices.some(({ code: code2 }) => codes.includes(code2));
  const byComment = exceptions.filter(({ source }) => source === "comment").map(({ id }) => id);
  const isAuto = options?.baseline.length === 0 && (inputs.some(({ kind }) => kind === "baseline") || told(OF_BASELINES));
  const layers = inputs.flatMap(({ kind, name }) => {
    const [, repository = null] = /^github:([^/]+\/[^/]+)\//.exec(name) ?? [];
    return kind === "policy" && repository !== null && !layerSources.has(repository) ? [{ name, repository }] : [];
  });
  const isChange = (awaitsMerge(event) || baseSha !== null) && options?.diff === null;
  const isOfClone = options?.policyFrom === "base" || isChange;
  return [
    ...byComment.length > 0 || told(OF_COMMENTS) ? [
      `approvals by comment${byComment.length === 0 ? "" : ` (${byComment.join(", ")})`}: only GitHub has the comments`
    ] : [],
    ...isAuto ? ["baseline auto: what the run on the base branch left is not among the recorded files"] : [],
    ...options?.policyFrom === "base" && clone === null ? [`policy, exceptions and CODEOWNERS of the base commit ${baseSha}: the root is no clone that has it`] : [],
    ...isChange && clone === null ? ["the change: no diff file was given, and the root is no clone that has its commits"] : [],
    ...isOfClone && clone !== null && scannedSha !== null && clone.head !== scannedSha ? [`the files that were scanned: check out ${scannedSha}; here is ${clone.head ?? "nothing"}`] : [],
    ...layers.map(({ name, repository }) => `the layer ${name}: give --layer-source ${repository}=DIR, a copy of it`)
  ];
}

// src/core/reports/terminal/verification-text.ts
var SHOWN = 50;
var LONGEST = 160;
function verificationText(verification) {
  const { name, inputs, unchecked, differences, problems, isIdentical } = verification;
  const hidden = differences.length - SHOWN;
  const lines = [
    ...editionLines(verification),
    `${isIdentical ? "IDENTICAL" : "NOT IDENTICAL"}  ${visibleLine(name)}`,
    ...section("The file", fileLines(verification)),
    ...section("Inputs", inputs.map(inputLine)),
    ...section("Cannot be checked here", unchecked.map(visibleLine)),
    ...section("It could not be evaluated again", problems.map(formatProblem).map(visibleLine)),
    ...section(`What differs: ${count(differences.length, "member")}`, [
      ...differences.slice(0, SHOWN).map(differenceLine),
      ...hidden > 0 ? [`\u2026 and ${hidden} more: --format json lists them`] : []
    ])
  ];
  return commandSafe(`${lines.join("\n")}
`);
}
var verificationJson = ({ isIdentical, isIntact: isIntact2, here, ...rest }) => `${jsonText({ identical: isIdentical, intact: isIntact2, gate: here, ...rest }, 2)}
`;
var section = (title, lines) => lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line3) => `    ${line3}`)];
function editionLines({ recorded: recorded2, here }) {
  if (recorded2 === null || recorded2.version === here.version && recorded2.commit === here.commit) return [];
  return [`Decided by policy-gate ${visibleLine(editionText(recorded2))}; this is ${editionText(here)}`];
}
function fileLines({ isIntact: isIntact2, unlikeLine }) {
  return [
    ...isIntact2 === false ? ["its digest is not that of what it holds: it was changed after it was written"] : [],
    ...isIntact2 === null ? ["it bears no digest"] : [],
    ...unlikeLine === null ? [] : [
      `it is not written as the gate writes it, from line ${unlikeLine} on: every member is the same, the bytes are not`
    ]
  ];
}
function inputLine({ kind, name, fault, recorded: recorded2, now, reason }) {
  const place = `${kind} ${visibleLine(name)}`;
  switch (fault) {
    case "changed":
      return `changed: ${place}, sha256 ${recorded2} recorded, ${now ?? "another"} here`;
    case "missing":
      return `missing: ${place}, sha256 ${recorded2}`;
    case "unrecorded":
      return `not recorded: ${place}, sha256 ${now}`;
    case "refused":
      return `not read: ${place}, ${visibleLine(reason ?? "")}`;
    default:
      return fault;
  }
}
var differenceLine = ({ path, recorded: recorded2, now }) => `${visibleLine(clip(path, LONGEST))}: ${valueText(recorded2)} recorded, ${valueText(now)} now`;
var valueText = (value) => value === void 0 ? "nothing" : visibleLine(clip(JSON.stringify(value), LONGEST));

// src/files/decisions/decision-files.ts
import { readFileSync as readFileSync2, statSync } from "node:fs";
import { dirname, join as join2, resolve } from "node:path";

// src/files/decisions/content.ts
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
var isVersion = (version) => version === 1 || version === 2;
function storedContent({ path }) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code: code2 } = error;
    if (code2 === void 0) throw error;
    return { kind: "invalid", problem: REFUSALS[code2] ?? `the system refuses it (${code2})`, isDecision: false };
  }
  const claims = /^\s*\{\s*"schemaVersion"/.test(text);
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return claims ? { kind: "invalid", problem: error.message, isDecision: true } : null;
  }
  if (typeof value !== "object" || value === null) return null;
  if ("schemaVersion" in value && isVersion(value.schemaVersion)) {
    const stored = readDecisionDocument(value);
    return stored.kind === "invalid" ? { ...stored, isDecision: true } : { ...stored, sha256: digestOf(text, path), text };
  }
  if (claims)
    return { kind: "invalid", problem: "its schemaVersion is none that this edition reads", isDecision: false };
  return "runs" in value ? "sarif" : null;
}
var digestOf = (text, path) => text.includes("\uFFFD") ? sha256Of(readFileSync(path)) : hash("sha256", text, "hex");
var TOO_LARGE = "it is larger than this edition can hold at once";
var REFUSALS = {
  ENOENT: "it does not exist",
  ERR_STRING_TOO_LONG: TOO_LARGE,
  ERR_FS_FILE_TOO_LARGE: TOO_LARGE
};

// src/files/decisions/quick-decisions.ts
import { isUtf8 } from "node:buffer";
import { hash as hash2 } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
var BEGINNING = Buffer.from('{\n  "schemaVersion": 2,');
var LARGEST = 1 << 22;
var QuickDecisions = class {
  #read;
  #memory = Buffer.alloc(1 << 16);
  constructor(read2) {
    this.#read = read2;
  }
  document(path) {
    const bytes = this.#bytesOf(path);
    if (bytes === null || !isUtf8(bytes)) return null;
    const document = this.#read(bytes.toString("latin1"));
    if (document === null) return null;
    return { document, version: 2, sha256: hash2("sha256", bytes, "hex") };
  }
  /** The bytes of a regular file that begins as a decision; they are there until the next call. */
  #bytesOf(path) {
    let file;
    try {
      file = openSync(path, "r");
    } catch (error) {
      if (error.code === void 0) throw error;
      return null;
    }
    try {
      return this.#storedContent(file);
    } finally {
      closeSync(file);
    }
  }
  #storedContent(file) {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size < BEGINNING.length || stats.size > LARGEST) return null;
    if (stats.size > this.#memory.length) this.#memory = Buffer.alloc(2 * stats.size);
    let length = 0;
    while (length < stats.size) {
      const more = readSync(file, this.#memory, length, stats.size - length, null);
      if (more === 0) return null;
      length += more;
      if (length >= BEGINNING.length && BEGINNING.compare(this.#memory, 0, BEGINNING.length) !== 0) return null;
    }
    return this.#memory.subarray(0, length);
  }
};

// src/files/decisions/decision-files.ts
function readStoredReports(directories, cwd, visit) {
  const undecided = [];
  const inputs = /* @__PURE__ */ new Map();
  const documents = storedDocuments(directories, cwd);
  let next = documents.next();
  for (; next.done !== true; next = documents.next()) {
    const { name, document } = next.value;
    for (const input of document.inputs) inputs.set(input.sha256, input.bytes);
    const stored = decisionIn(document);
    if (stored.kind === "decision") visit({ name, decision: stored.decision });
    else undecided.push({ name, undecided: stored.undecided });
  }
  const made = new Set(next.value.sarif.filter(({ path }) => isInput(path, inputs)));
  return {
    ...next.value,
    sarif: next.value.sarif.filter((file) => !made.has(file)),
    judged: [...next.value.judged, ...[...made].map(({ name }) => name)],
    undecided
  };
}
function storedDocuments(directories, cwd) {
  return documentsIn(directories, cwd, () => null);
}
var partsOfDocuments = (directories, cwd, read2) => {
  const quick = new QuickDecisions(read2);
  return documentsIn(directories, cwd, (path) => quick.document(path));
};
function* documentsIn(directories, cwd, quickly) {
  const { files, unmatched } = expandPatterns(directories, cwd);
  const [missing] = unmatched;
  if (missing !== void 0)
    throw configurationError(`nothing is in ${missing}`, "Give directories with decision files");
  const problems = [];
  const sarif = [];
  const ignored = [];
  const runs = /* @__PURE__ */ new Set();
  for (const file of files) {
    const isSarif = isSarifName(file.name);
    const part = isSarif ? null : quickly(file.path);
    if (part !== null) {
      runs.add(dirname(file.path));
      yield { ...part, name: file.name };
      continue;
    }
    const content = isSarif ? "sarif" : storedContent(file);
    if (content === "sarif") sarif.push(file);
    else if (content === null) ignored.push(file);
    else if (content.kind === "document") {
      runs.add(dirname(file.path));
      const { document, version, sha256 } = content;
      yield { document, version, sha256, name: file.name };
    } else problems.push(unreadable(file, content.problem));
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  const isBeside = ({ path }) => runs.has(dirname(path));
  return {
    sarif: sarif.filter((file) => !isBeside(file)),
    judged: sarif.filter(isBeside).map(({ name }) => name),
    ignored: ignored.filter((file) => !isBeside(file)).map(({ name }) => name)
  };
}
function isInput(path, inputs) {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  return [...inputs.values()].some((bytes) => bytes === size) && inputs.has(sha256Of(readFileSync2(path)));
}
function readDecisionFile(name, cwd) {
  const content = readDecisionText(name, cwd);
  if (content.kind === "invalid") throw new ConfigurationError([notRead(name, content.problem)]);
  const stored = decisionIn(content.document);
  if (stored.kind === "undecided") throw noDecision(name, stored.undecided);
  return stored.decision;
}
function readDecisionText(name, cwd) {
  const path = resolve(cwd, name);
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const content = storedContent({ path: isDirectory ? onlyDecisionIn(name, path, cwd) : path });
  if (content === null || content === "sarif") throw new ConfigurationError([notRead(name, otherContent(path))]);
  if (content.kind === "invalid" && !content.isDecision) throw new ConfigurationError([notRead(name, content.problem)]);
  return content;
}
var MOST_CANDIDATES = 20;
function onlyDecisionIn(name, directory, cwd) {
  const own = join2(directory, REPORTS.json.file);
  if (statSync(own, { throwIfNoEntry: false }) !== void 0) return own;
  const decisions = expandPatterns([directory], cwd).files.filter((file) => !isSarifName(file.name) && isDecision(file));
  const [only, ...others] = decisions;
  if (only === void 0)
    throw configurationError(
      "no decision file is in this directory",
      `Give the directory of a run's reports, or its unpacked artifact: ${REPORTS.json.file} is what it is asked for`,
      wholeFile(name)
    );
  if (others.length === 0) return only.path;
  const listed2 = decisions.slice(0, MOST_CANDIDATES).map((file) => file.name);
  const more = decisions.length > listed2.length ? [`\u2026 and ${decisions.length - listed2.length} more`] : [];
  const message = `this directory holds ${decisions.length} decision files`;
  throw configurationError(message, "Give one of them:", wholeFile(name), [...listed2, ...more]);
}
function isDecision(file) {
  const content = storedContent(file);
  return content !== null && content !== "sarif";
}
var otherContent = (path) => /\.(?:zip|gz|tgz)$/i.test(path) ? "it is an archive, which has to be unpacked" : "it is none";
var notRead = (name, problem) => ({
  place: wholeFile(name),
  message: `the decision cannot be read: ${problem}`,
  hint: "Give the file that evaluate --format json or the Action wrote, or the directory that it lies in"
});
var noDecision = (name, { problems }) => configurationError(
  `the gate could not decide in that run: ${problems.map(({ message }) => message).join("; ")}`,
  "Mend that, and let the gate run again",
  wholeFile(name)
);
var isSarifName = (name) => /\.sarif(\.json)?(\.gz)?$/i.test(name) || /\.gz$/i.test(name);
var unreadable = ({ name }, problem) => ({
  place: wholeFile(name),
  message: `the decision cannot be read: ${problem}`,
  hint: "Give the file as evaluate --format json wrote it, or move it away"
});

// src/cli/audit/made-of-record.ts
import { resolve as resolve3 } from "node:path";

// src/gate/record/recorded-request.ts
function recordedRequest({ evaluatedAt, change, notices, options }, { directory, layerSources }) {
  const { tier, sarif, policy, exceptions, kev, epss, vex, diff, sourceRoot } = options;
  const { scannedSha, headSha } = change;
  const told = (code2) => notices.some((notice) => notice.code === code2);
  const recorded2 = options.layerSources.map((source) => [source.repository, source.directory]);
  return requestWith({
    ...{ sarif, policy, exceptions, kev, epss, vex, diff, sourceRoot, cwd: directory, now: evaluatedAt },
    baseline: options.baseline,
    defaultTier: tier,
    layerSources: new Map([...recorded2, ...layerSources]),
    ...{ event: change.event, branch: change.branch, repository: change.repository, headSha, baseSha: change.baseSha },
    mergeSha: scannedSha === headSha ? null : scannedSha,
    pullRequest: change.pullRequest,
    runId: change.runId,
    bootstrap: told("policy-bootstrap") ? BOOTSTRAP_PRESET : null
  });
}

// src/cli/audit/borders.ts
import { existsSync, realpathSync, statSync as statSync2 } from "node:fs";
import { join as join3, relative, resolve as resolve2, sep } from "node:path";
function staysWithin({ root, named: named2 }, path) {
  const real = realOf(path);
  return [root, ...named2].some((border) => {
    const way = relative(realOf(border), real);
    return way !== ".." && !way.startsWith(`..${sep}`) && resolve2(way) !== way;
  });
}
function realOf(path) {
  try {
    return realpathSync(path);
  } catch {
    const above = resolve2(path, "..");
    return above === path ? path : join3(realOf(above), relative(above, path));
  }
}
var OUTSIDE = "it leads out of the root, and is not what the decision names";
function refusedFiles(request, borders) {
  const { cwd, diff, policy, exceptions } = request;
  const named2 = (kind, name) => name === null || name.startsWith("preset:") ? [] : [{ kind, name, path: resolve2(cwd, name) }];
  const evidence = ["sarif", "baseline", "kev", "epss", "vex"].flatMap(
    (kind) => expandPatterns(request[kind], cwd).files.map(({ path, name }) => ({ kind, name, path }))
  );
  const governing = [...named2("policy", policy ?? DEFAULT_POLICY), ...named2("exceptions", exceptions)];
  return [
    ...[...evidence, ...named2("diff", diff)].flatMap((file) => refused(file, refusalOf(borders, file.path))),
    ...governing.flatMap((file) => refused(file, irregularity(file.path)))
  ];
}
var refused = ({ kind, name }, reason) => reason === null ? [] : [{ kind, name, fault: "refused", recorded: null, now: null, reason }];
var irregularity = (path) => statSync2(path, { throwIfNoEntry: false })?.isFile() === false ? "it is no regular file" : null;
function refusalOf(borders, path) {
  const stats = statSync2(path, { throwIfNoEntry: false });
  if (stats === void 0 || staysWithin(borders, path)) return irregularity(path);
  if (!stats.isFile() || !borders.recorded.some(({ bytes }) => bytes === stats.size)) return OUTSIDE;
  const found = digestOfFile(path);
  return typeof found !== "string" && isRecorded(borders, found.sha256) ? null : OUTSIDE;
}
var isRecorded = ({ recorded: recorded2 }, sha256) => recorded2.some((file) => file.sha256 === sha256);
function borderedPort(port, borders, { cwd, sourceRoot, layerSources }) {
  const guarded = async (path, full, read2) => {
    if (irregularity(full) !== null)
      throw configurationError("is no regular file", "Give the file that the decision names", wholeFile(path));
    const bytes = await read2(path);
    if (bytes === null || staysWithin(borders, full) || isRecorded(borders, sha256Of(bytes))) return bytes;
    throw configurationError(`is not read: ${OUTSIDE}`, "Verify where it was decided", wholeFile(path));
  };
  return {
    ...port,
    read: (path) => guarded(path, resolve2(cwd, path), port.read),
    readInRepository: (path) => CODEOWNERS_PATHS.some((each) => each === path) ? port.readInRepository(path) : guarded(path, resolve2(cwd, sourceRoot ?? ".", path), port.readInRepository),
    layer: async (reference) => {
      const bytes = await port.layer(reference);
      const directory = layerSources.get(`${reference.owner}/${reference.repository}`) ?? ".";
      if (staysWithin(borders, resolve2(cwd, directory, reference.path)) || isRecorded(borders, sha256Of(bytes)))
        return bytes;
      throw new Error(OUTSIDE);
    }
  };
}
function requireCheckoutInside(borders, sourceRoot) {
  const checkout = resolve2(borders.root, sourceRoot ?? ".");
  const holdsRoot = staysWithin({ ...borders, root: checkout, named: [] }, borders.root);
  if (staysWithin(borders, checkout) || holdsRoot && existsSync(join3(checkout, ".git"))) return;
  throw configurationError(
    "the source root of the decision leads out of the root",
    "Verify where it was decided",
    wholeFile(sourceRoot ?? ".")
  );
}

// src/cli/audit/made-of-record.ts
async function madeOfRecord(recorded2, root, layerSources, progress) {
  const request = recordedRequest(recorded2, { directory: root, layerSources });
  const borders = { root, recorded: recorded2.inputs, named: [...layerSources.values()] };
  try {
    requireCheckoutInside(borders, request.sourceRoot);
    const refused2 = refusedFiles(request, borders);
    if (refused2.length > 0) return { decision: null, inputs: refused2, problems: [] };
    const at2 = recorded2.options.policyFrom === "base" ? "base" : "worktree";
    const { request: asked, ports } = await evaluationOfRequest(request, at2, null);
    const policy = borderedPort(asTold(ports.policy, recorded2), borders, asked);
    const { decision } = await evaluate(asked, { ...ports, policy }, progress);
    const options = decision.options && {
      ...decision.options,
      layerSources: recorded2.options.layerSources
    };
    return { decision: { ...decision, options }, inputs: inputFaults(recorded2.inputs, decision.inputs), problems: [] };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { decision: null, inputs: faultsOf(recorded2, request, borders), problems: error.problems };
  }
}
var asTold = (port, { notices }) => notices.some(({ code: code2 }) => code2 === "policy-worktree") ? port : { ...port, notices: [] };
function faultsOf({ inputs, options }, request, borders) {
  const asked = inputs.flatMap((file) => {
    const path = pathOf(file, request, options);
    return path === null ? [] : [{ file, path }];
  });
  const here = asked.flatMap(({ file, path }) => {
    const found = digestOfFile(path);
    return typeof found === "string" ? [] : [{ ...file, ...found }];
  });
  return inputFaults(
    asked.map(({ file }) => file),
    here
  ).map((fault) => {
    const path = asked.find(({ file }) => file.kind === fault.kind && file.name === fault.name)?.path;
    return path === void 0 || staysWithin(borders, path) ? fault : { ...fault, now: null };
  });
}
function pathOf({ kind, name }, request, options) {
  const { cwd, sourceRoot, exceptions, layerSources } = request;
  const layer = kind === "policy" ? parseReference(name) : null;
  if (layer !== null) {
    const directory = layer.kind === "github" ? layerSources.get(`${layer.owner}/${layer.repository}`) : void 0;
    return layer.kind !== "github" || directory === void 0 ? null : resolve3(cwd, directory, layer.path);
  }
  if ((kind === "policy" || kind === "exceptions") && options.policyFrom === "base") return null;
  const isOfPolicy = kind === "exceptions" && exceptions === null;
  return resolve3(cwd, isOfPolicy ? sourceRoot ?? "." : ".", name);
}

// src/cli/audit/verify.ts
var FORMATS = ["text", "json"];
var FLAGS = {
  root: { value: "DIR", help: "directory that the recorded names are relative to; default the current directory" },
  "layer-source": EVALUATION_FLAGS["layer-source"],
  format: { value: "FORMAT", help: `${FORMATS.join(" or ")}; default text` }
};
var verifyCommand = {
  words: "DECISION",
  flags: FLAGS,
  async run(args, terminal) {
    const format = oneFormat(args, FORMATS);
    const [name, ...more] = args.words;
    if (name === void 0 || more.length > 0)
      throw configurationError("verify takes one decision file", "Give decision.json, or the directory that it is in");
    const root = rootOf(args, terminal);
    const file = readDecisionText(name, terminal.cwd);
    const verification = file.kind === "invalid" ? changedFile(name, file.problem) : await verified(name, file, root, args, terminal);
    await terminal.out(format === "json" ? verificationJson(verification) : verificationText(verification));
    return verification.isIdentical ? EXIT.pass : EXIT.block;
  }
};
function rootOf(args, { cwd }) {
  const named2 = flagValue(args, "root");
  const root = resolve4(cwd, named2 ?? ".");
  if (statSync3(root, { throwIfNoEntry: false })?.isDirectory() === true) return root;
  const hint = "Give the directory that the files of the decision lie in";
  throw configurationError("the root is not a directory", hint, wholeFile(named2 ?? cwd));
}
var NOTHING2 = {
  recorded: null,
  here: EDITION,
  isIntact: null,
  inputs: [],
  unchecked: [],
  differences: [],
  unlikeLine: null,
  problems: [],
  isIdentical: false
};
var changedFile = (name, problem) => ({
  ...NOTHING2,
  name,
  isIntact: false,
  problems: [
    { place: wholeFile(name), message: `the decision cannot be read: ${problem}`, hint: "Get it as the gate wrote it" }
  ]
});
async function verified(name, { document, version, text, sha256 }, root, args, terminal) {
  const stored = decisionIn(document);
  if (stored.kind === "undecided") throw noDecision(name, stored.undecided);
  const { options } = stored.decision;
  if (version === 1 || options === null) throw unrecorded(name);
  const layerSources = resolvedLayers(args, terminal);
  const progress = progressOf(terminal);
  const again = await madeOfRecord({ ...document, options }, root, layerSources, progress);
  progress(null);
  const answer = {
    ...{ ...NOTHING2, name, recorded: document.gate, isIntact: isIntact(text) },
    ...{ inputs: again.inputs, problems: again.problems },
    isIdentical: again.decision !== null && decisionSha256(again.decision) === sha256
  };
  if (answer.isIdentical) return answer;
  const known2 = /* @__PURE__ */ new Set([...layerSources.keys(), ...options.layerSources.map(({ repository }) => repository)]);
  const clone = (await cloneAt(root)).value;
  const unchecked = uncheckable(document, { clone, layerSources: known2 });
  return again.decision === null ? { ...answer, unchecked } : { ...answer, unchecked, ...unlike(document, text, again.decision, answer) };
}
function unlike(document, text, decision, { inputs }) {
  const { inputs: _2, digest: __, ...recorded2 } = document;
  const { inputs: ___, ...now } = decisionDocument(decision);
  const differences = differencesOf(recorded2, now);
  const isTold = differences.length + inputs.length > 0;
  return { differences, unlikeLine: isTold ? null : firstUnlikeLine(text, decision) };
}
var resolvedLayers = (args, { cwd }) => new Map([...layerSourcesOf(args)].map(([repository, directory]) => [repository, resolve4(cwd, directory)]));
var unrecorded = (name) => configurationError(
  "the decision does not record what was asked for, so it cannot be made again",
  "Verify decisions of version 2, which editions from 1.0.0 on write",
  wholeFile(name)
);

// src/cli/commands/convert.ts
import { readFileSync as readFileSync3 } from "node:fs";
import { resolve as resolve5 } from "node:path";

// src/core/sarif/convert/lock-lines.ts
var ENTRY = /^ *("(?:[^"\\]|\\.)*") *: *\{ *$/;
var VERSION = /^ *"version" *:/;
function packageLock(text) {
  const packages = asObject(member(asObject(parsed(text)), "packages"));
  if (packages === null) return null;
  const lines = versionLines(text, packages);
  return (folder) => ({
    version: asString(member(asObject(member(packages, folder)), "version")),
    line: lines.get(folder) ?? null
  });
}
function versionLines(text, packages) {
  const found = /* @__PURE__ */ new Map();
  let folder = null;
  text.split("\n").forEach((line3, index) => {
    const name = ENTRY.exec(line3)?.[1];
    const key = name === void 0 ? void 0 : parsed(name);
    if (typeof key === "string" && Object.hasOwn(packages, key)) folder = key;
    else if (folder !== null && VERSION.test(line3)) {
      if (!found.has(folder)) found.set(folder, index + 1);
      folder = null;
    }
  });
  return found;
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}

// src/core/sarif/convert/ending.ts
var DONE = { successful: true, unread: [], problem: null };
function endingOf(exitCode, found) {
  if (exitCode === null || exitCode === 0) return DONE;
  if (exitCode === 1)
    return found > 0 ? DONE : unlike2("exit code 1 says that something was found, and it lists nothing");
  return failed(exitCode);
}
function shellcheckEnding(exitCode, found) {
  if (exitCode === null) return { ...DONE, unread: [NOT_SAID] };
  if (exitCode === 0 && found > 0) return unlike2(`exit code 0 says that nothing was found, and it lists ${found}`);
  if (exitCode !== 2) return endingOf(exitCode, found);
  return found > 0 ? { ...DONE, unread: ["ShellCheck could not read some file (exit code 2)"] } : failed(exitCode);
}
var NOT_SAID = "Nobody said how ShellCheck ended, and its report does not name what it could not open: give its exit code with --exit-code";
var failed = (exitCode) => ({
  successful: false,
  unread: [`It ended with exit code ${exitCode}`],
  problem: null
});
var unlike2 = (why) => ({ ...DONE, problem: `it is not of a run that ended so: ${why}` });

// src/core/sarif/convert/made-log.ts
function madeLog(made) {
  const { tool, version, informationUri, rules, results, exitCode, ending } = made;
  if (ending.problem !== null) return notConverted(ending.problem);
  const notifications = [...made.unread, ...ending.unread].map((text) => ({ level: "error", message: { text } }));
  const driver = { name: tool, ...version === null ? {} : { version }, informationUri, rules };
  const run = {
    tool: { driver },
    invocations: [
      {
        executionSuccessful: ending.successful,
        ...exitCode === null ? {} : { exitCode },
        toolExecutionNotifications: notifications
      }
    ],
    columnKind: "utf16CodeUnits",
    results
  };
  return { log: { $schema: SCHEMA, version: "2.1.0", runs: [run] }, problem: null };
}
var SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
var notConverted = (problem) => ({ log: null, problem });
var madePlace = (path, region) => ({
  physicalLocation: {
    artifactLocation: { uri: path.replaceAll("%", "%25") },
    ...region === null ? {} : { region }
  }
});

// src/core/sarif/convert/npm-audit.ts
var LEVELS = {
  critical: "error",
  high: "error",
  moderate: "warning",
  low: "note",
  info: "note"
};
function convertNpmAudit(document, audited, exitCode) {
  const report = asObject(document);
  const vulnerabilities = asObject(member(report, "vulnerabilities"));
  if (member(report, "auditReportVersion") !== 2 || vulnerabilities === null)
    return notConverted(`it is no report of npm audit, version 2 (npm 7 or later)${saidBy(report)}`);
  const found = advisoriesIn(vulnerabilities);
  if (found === null) return notConverted("an advisory in it has neither an address nor a number");
  const rules = new Map(found.map(({ id, advisory }) => [id, ruleOf(id, advisory)]));
  const results = found.flatMap((each) => resultsOf(each, audited));
  const counted2 = asNumber(at(report, ["metadata", "vulnerabilities", "total"])) ?? 0;
  if (counted2 > 0 && results.length === 0)
    return notConverted(`it counts ${counted2} vulnerable packages and describes none of them`);
  return madeLog({
    tool: "npm audit",
    version: null,
    informationUri: "https://docs.npmjs.com/cli/commands/npm-audit",
    rules: [...rules.values()],
    results,
    unread: audited.lock === null ? [NO_LOCK] : [],
    exitCode,
    ending: endingOf(exitCode, results.length)
  });
}
var NO_LOCK = "The lock file was not given, so versions and lines are not known";
function advisoriesIn(vulnerabilities) {
  const found = [];
  for (const entry of Object.values(vulnerabilities)) {
    const vulnerable = asObject(entry);
    for (const via of asArray(member(vulnerable, "via")).filter((each) => typeof each !== "string")) {
      const advisory = asObject(via);
      const id = advisory === null ? null : idOf2(advisory);
      if (vulnerable === null || advisory === null || id === null) return null;
      found.push({ id, advisory, vulnerable });
    }
  }
  return found;
}
function saidBy(report) {
  const said2 = textMember(report, "message") ?? asString(at(report, ["error", "summary"]));
  return said2 === null ? "" : `: ${said2}`;
}
function idOf2(advisory) {
  const ghsa = /\/(GHSA(?:-[0-9a-z]{4}){3})$/i.exec(textMember(advisory, "url") ?? "")?.[1];
  const source = asNumber(member(advisory, "source"));
  return ghsa ?? (source === null ? null : `npm-${source}`);
}
function ruleOf(id, advisory) {
  const title = textMember(advisory, "title") ?? id;
  const url = textMember(advisory, "url");
  const score = asNumber(at(advisory, ["cvss", "score"])) ?? 0;
  return {
    id,
    shortDescription: { text: title },
    ...url === null ? {} : { helpUri: url },
    properties: {
      tags: ["security", "vulnerability", ...strings(member(advisory, "cwe"))],
      ...score > 0 ? { "security-severity": String(score) } : {}
    }
  };
}
function resultsOf({ id: ruleId, advisory, vulnerable }, audited) {
  const name = textMember(advisory, "dependency") ?? textMember(vulnerable, "name") ?? "unknown";
  const severity = textMember(advisory, "severity");
  const level = severity !== null && Object.hasOwn(LEVELS, severity) ? LEVELS[severity] : void 0;
  const fix = asObject(member(vulnerable, "fixAvailable"));
  const fixedVersion = textMember(fix, "name") === name ? textMember(fix, "version") : null;
  const isFixable = fix !== null || member(vulnerable, "fixAvailable") === true;
  const nodes = strings(member(vulnerable, "nodes"));
  return (nodes.length === 0 ? [""] : nodes).map((node) => {
    const { version, line: line3 } = audited.lock?.(node) ?? { version: null, line: null };
    const title = textMember(advisory, "title") ?? ruleId;
    const range = textMember(advisory, "range");
    const affected = range === null ? "" : ` (affected: ${range})`;
    return {
      ruleId,
      ...level === void 0 ? {} : { level },
      message: { text: `${name}${version === null ? "" : ` ${version}`}: ${title}${affected}` },
      locations: [madePlace(audited.path, { startLine: line3 ?? 1 })],
      properties: {
        packageName: name,
        ...version === null ? {} : { packageVersion: version, purl: purlOf(name, version) },
        ...fixedVersion !== null ? { fixedVersion } : isFixable ? { solutionAvailable: true } : {},
        ...severity === null ? {} : { severity }
      }
    };
  });
}
var purlOf = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${encodeURIComponent(version)}`;

// src/core/sarif/convert/pip-audit.ts
function convertPipAudit(document, path, exitCode) {
  const dependencies = member(asObject(document), "dependencies");
  if (!Array.isArray(dependencies)) return notConverted("it is no report of pip-audit: it has no list of dependencies");
  const rules = /* @__PURE__ */ new Map();
  const results = [];
  const unread = dependencies.length === 0 ? [NOTHING_AUDITED] : [];
  for (const element of dependencies) {
    const dependency = asObject(element);
    const name = textMember(dependency, "name");
    const skipped = textMember(dependency, "skip_reason");
    const listed2 = member(dependency, "vulns");
    if (name === null || skipped === null && !Array.isArray(listed2))
      return notConverted("a dependency in it has no name, or no list of vulnerabilities");
    if (skipped !== null) unread.push(`${name} was skipped: ${skipped}`);
    for (const entry of asArray(listed2)) {
      const vulnerability = asObject(entry);
      const id = textMember(vulnerability, "id");
      if (vulnerability === null || id === null) return notConverted(`an advisory of ${name} in it has no id`);
      if (!rules.has(id)) rules.set(id, ruleOf2(id, vulnerability));
      results.push(resultOf(id, vulnerability, { name, version: textMember(dependency, "version"), path }));
    }
  }
  const informationUri = "https://github.com/pypa/pip-audit";
  return madeLog({
    tool: "pip-audit",
    version: null,
    informationUri,
    rules: [...rules.values()],
    results,
    unread,
    exitCode,
    ending: endingOf(exitCode, results.length)
  });
}
var NOTHING_AUDITED = "It lists no dependency: nothing was looked at";
function ruleOf2(id, vulnerability) {
  const description = textMember(vulnerability, "description");
  return {
    id,
    ...description === null ? {} : { fullDescription: { text: description } },
    helpUri: `https://osv.dev/vulnerability/${encodeURIComponent(id)}`,
    properties: { tags: ["security", "vulnerability"], aliases: strings(member(vulnerability, "aliases")) }
  };
}
function resultOf(ruleId, vulnerability, { name, version, path }) {
  const fixes = strings(member(vulnerability, "fix_versions"));
  return {
    ruleId,
    message: { text: `${name}${version === null ? "" : ` ${version}`} has the known vulnerability ${ruleId}` },
    locations: [madePlace(path, null)],
    properties: {
      packageName: name,
      ...version === null ? {} : { packageVersion: version, purl: `pkg:pypi/${name.toLowerCase()}@${encodeURIComponent(version)}` },
      // The first is the nearest.
      ...fixes[0] === void 0 ? { solutionAvailable: false } : { fixedVersion: fixes[0] }
    }
  };
}

// src/core/sarif/convert/shellcheck.ts
var LEVELS2 = { error: "error", warning: "warning", info: "note", style: "note" };
function convertShellcheck(documents, isList2, exitCode) {
  const wrapped = member(asObject(documents[0]), "comments");
  if (!isList2 && !Array.isArray(wrapped))
    return notConverted("it is no report of ShellCheck: it has no list of comments");
  const comments = (isList2 ? documents : asArray(wrapped)).map(asObject);
  const rules = /* @__PURE__ */ new Map();
  const results = [];
  for (const comment of comments) {
    const file = textMember(comment, "file");
    const code2 = asNumber(member(comment, "code"));
    if (comment === null || file === null || code2 === null)
      return notConverted("a comment in it has no file or no code, so it is none of ShellCheck");
    const id = `SC${code2}`;
    rules.set(id, { id, helpUri: `https://www.shellcheck.net/wiki/${id}` });
    results.push(resultOf2(id, file, comment));
  }
  const informationUri = "https://www.shellcheck.net";
  return madeLog({
    tool: "shellcheck",
    version: null,
    informationUri,
    rules: [...rules.values()],
    results,
    unread: [],
    exitCode,
    ending: shellcheckEnding(exitCode, results.length)
  });
}
function resultOf2(ruleId, file, comment) {
  const severity = textMember(comment, "level") ?? "";
  const region = Object.fromEntries(
    ["line", "column", "endLine", "endColumn"].flatMap((name) => {
      const number2 = asNumber(member(comment, name));
      return number2 === null || number2 < 1 ? [] : [[REGION[name], number2]];
    })
  );
  return {
    ruleId,
    // Another word is not known, and is left to SARIF's default, warning.
    ...Object.hasOwn(LEVELS2, severity) ? { level: LEVELS2[severity] } : {},
    message: { text: textMember(comment, "message") ?? ruleId },
    locations: [madePlace(file, "startLine" in region ? region : null)]
  };
}
var REGION = { line: "startLine", column: "startColumn", endLine: "endLine", endColumn: "endColumn" };

// src/cli/commands/convert.ts
var FLAGS2 = {
  lock: { value: "FILE", help: "package-lock.json that npm audit looked at: versions and lines are taken from it" },
  path: {
    value: "PATH",
    help: "path in the repository of the lock file, or of the requirements; default --lock, package-lock.json, requirements.txt"
  },
  "exit-code": { value: "N", help: "exit code that the scanner ended with; what a report of a failed run cannot say" }
};
var FORMATS2 = {
  "npm-audit": {
    flags: ["lock", "path", "exit-code"],
    madeBy: "npm audit --json",
    convert: ({ documents, args, cwd, exitCode }) => convertNpmAudit(documents[0], lockOf(args, cwd), exitCode)
  },
  "pip-audit": {
    flags: ["path", "exit-code"],
    madeBy: "pip-audit --format json",
    convert: ({ documents, args, exitCode }) => convertPipAudit(documents[0], flagValue(args, "path") ?? "requirements.txt", exitCode)
  },
  shellcheck: {
    flags: ["exit-code"],
    madeBy: "shellcheck --format json1",
    convert: ({ documents, isList: isList2, exitCode }) => convertShellcheck(documents, isList2, exitCode)
  }
};
var CONVERTED_FORMATS = Object.keys(FORMATS2);
var convertCommand = {
  words: `${CONVERTED_FORMATS.join("|")} FILE`,
  flags: FLAGS2,
  async run(args, terminal) {
    const [name, file, ...more] = args.words;
    const format = name !== void 0 && Object.hasOwn(FORMATS2, name) ? FORMATS2[name] : void 0;
    if (format === void 0)
      throw configurationError(
        name === void 0 ? "convert needs a format and a file" : `convert knows no format ${name}`,
        oneOfHint(name ?? "", CONVERTED_FORMATS)
      );
    if (file === void 0 || more.length > 0)
      throw configurationError(`convert ${name} takes one file`, `Give what \`${format.madeBy}\` wrote`);
    const odd = [...args.values.keys()].find((flag) => !format.flags.includes(flag));
    if (odd !== void 0) throw configurationError(`--${odd} says nothing of ${name}`, "Leave it out");
    const exitCode = exitCodeOf(args);
    const path = resolve5(terminal.cwd, file);
    const { documents, problem } = await readJsonDocuments(path, file);
    const isList2 = documentKind(readHead(path) ?? { text: "" }) === "array";
    const { log, problem: unfit } = problem === null ? format.convert({ documents, isList: isList2, args, cwd: terminal.cwd, exitCode }) : { log: null, problem: problem.message };
    if (log === null) throw unfitFile(file, unfit, format);
    await terminal.out(jsonText(log, 2).concat("\n"));
    return EXIT.pass;
  }
};
var unfitFile = (path, problem, { madeBy }) => configurationError(`Not converted: ${problem}`, `Give what \`${madeBy}\` wrote`, wholeFile(path));
function exitCodeOf(args) {
  const text = flagValue(args, "exit-code");
  if (text === null) return null;
  if (!/^\d{1,10}$/.test(text))
    throw configurationError(`--exit-code is a number, not ${text}`, "Give what `$?` was right behind the scanner");
  return Number(text);
}
function lockOf(args, cwd) {
  const file = flagValue(args, "lock");
  const path = flagValue(args, "path") ?? file ?? "package-lock.json";
  if (file === null) return { path, lock: null };
  const lock = packageLock(textOf(file, cwd));
  if (lock === null)
    throw configurationError(`${file} is no lock file of npm 7 or later`, "Give the package-lock.json that was audited");
  return { path, lock };
}
function textOf(file, cwd) {
  try {
    return readFileSync3(resolve5(cwd, file), "utf8");
  } catch (error) {
    const code2 = error?.code;
    if (typeof code2 !== "string") throw error;
    throw configurationError(`${file} cannot be read (${code2})`, "Give the package-lock.json that was audited");
  }
}

// src/cli/commands/doctor.ts
import { resolve as resolve6 } from "node:path";

// src/core/doctor/expression/parse.ts
var TOKEN = /\s*(?:('(?:[^']|'')*')|(-?(?:0x[0-9a-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))|([a-z_][\w-]*)|(&&|\|\||[=!<>]=|[!<>()[\].,*]))/iy;
var OPERATORS = [["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="]];
function parseExpression(text) {
  const tokens = tokensOf(text);
  if (tokens === null || tokens.length === 0) return null;
  const reader = { tokens, at: 0 };
  const expression = operation(reader, 0);
  return reader.at === tokens.length ? expression : null;
}
function tokensOf(text) {
  const tokens = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (match === null) return null;
    tokens.push(match[0].trim());
  }
  return tokens;
}
function takes(reader, ...words3) {
  const token = reader.tokens[reader.at];
  if (token === void 0 || !words3.includes(token)) return null;
  reader.at += 1;
  return token;
}
function operation(reader, level) {
  const operators = OPERATORS[level];
  if (operators === void 0) return unary(reader);
  let left = operation(reader, level + 1);
  for (; ; ) {
    const operator2 = takes(reader, ...operators);
    if (operator2 === null || left === null) return left;
    const right = operation(reader, level + 1);
    if (right === null) return null;
    left = { kind: "operation", operator: operator2, left, right };
  }
}
function unary(reader) {
  if (takes(reader, "!") === null) return keysOf(reader, primary(reader));
  const of = unary(reader);
  return of === null ? null : { kind: "not", of };
}
var KEYWORDS = /* @__PURE__ */ new Map([
  ["true", true],
  ["false", false],
  ["null", null],
  ["nan", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY]
]);
function primary(reader) {
  const token = reader.tokens[reader.at++];
  if (token === void 0) return null;
  if (token === "(") {
    const inside = operation(reader, 0);
    return takes(reader, ")") === null ? null : inside;
  }
  if (token.startsWith("'")) return { kind: "literal", value: token.slice(1, -1).replaceAll("''", "'") };
  if (/^[-.\d]/.test(token)) return { kind: "literal", value: Number(token) };
  if (!/^[a-z_]/i.test(token)) return null;
  const word2 = token.toLowerCase();
  if (takes(reader, "(") !== null) return callOf(reader, word2);
  const keyword2 = KEYWORDS.get(word2);
  return keyword2 === void 0 ? { kind: "access", path: [word2] } : { kind: "literal", value: keyword2 };
}
function callOf(reader, name) {
  const values = [];
  if (takes(reader, ")") !== null) return { kind: "call", name, values };
  for (; ; ) {
    const value = operation(reader, 0);
    if (value === null) return null;
    values.push(value);
    if (takes(reader, ")") !== null) return { kind: "call", name, values };
    if (takes(reader, ",") === null) return null;
  }
}
function keysOf(reader, start) {
  let value = start;
  for (; ; ) {
    if (value === null) return null;
    if (takes(reader, ".") !== null) value = named(reader, value);
    else if (takes(reader, "[") !== null) value = indexed(reader, value);
    else return value;
  }
}
function named(reader, value) {
  const key = reader.tokens[reader.at++];
  return key === void 0 ? null : keyed(value, key === "*" ? null : key.toLowerCase());
}
function indexed(reader, value) {
  if (takes(reader, "*") !== null) return takes(reader, "]") === null ? null : keyed(value, null);
  const key = operation(reader, 0);
  if (key === null || takes(reader, "]") === null) return null;
  return keyed(value, key.kind === "literal" && key.value !== null ? String(key.value).toLowerCase() : null);
}
var keyed = (value, key) => value.kind === "access" ? { kind: "access", path: [...value.path, key] } : { kind: "part", of: value };

// src/core/doctor/expression/template.ts
var FENCED = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g;
function templateOf(text) {
  const literals = [];
  const expressions = [];
  let end = 0;
  for (const match of text.matchAll(FENCED)) {
    literals.push(text.slice(end, match.index));
    expressions.push(parseExpression(match[1] ?? ""));
    end = match.index + match[0].length;
  }
  literals.push(text.slice(end));
  return { literals, expressions };
}
var isDynamic = (text) => text.includes("${{");
function conditionOf(text) {
  if (!isDynamic(text)) return parseExpression(text);
  const { literals, expressions } = templateOf(text);
  if (expressions.length === 1 && literals.every((literal2) => literal2 === "")) return expressions[0] ?? null;
  const values = expressions.map((value) => value ?? { kind: "access", path: ["unknown"] });
  return { kind: "call", name: "text", values: [{ kind: "literal", value: literals.join("") }, ...values] };
}

// src/core/doctor/shell/gate-command.ts
var WRAPPERS = /* @__PURE__ */ new Map([
  ["command", []],
  ["exec", []],
  ["env", ["-u", "--unset", "-C", "--chdir"]],
  ["time", []],
  ["nice", ["-n"]],
  ["sudo", ["-u", "-g"]],
  ["timeout", ["-k", "-s", "--signal", "--kill-after"]],
  ["npx", ["-p", "--package", "-c"]],
  ["bunx", []],
  ["pnpx", []],
  ["npm", ["-p", "--package"]],
  ["pnpm", ["--package"]],
  ["yarn", []],
  ["bun", []]
]);
var VERBS = /* @__PURE__ */ new Map([
  ["npm", ["exec", "x"]],
  ["pnpm", ["exec", "dlx"]],
  ["yarn", ["exec", "dlx", "run"]],
  ["bun", ["x", "run"]]
]);
var ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;
var NAME = /^(?:\S*\/)?policy-gate(?:@[\w.^~-]+)?$/;
var SCRIPT = /^(?:\S*\/)?dist\/cli\.js$/;
function gateCallOf(command) {
  const words3 = unwrapped(command.words);
  const [name = "", ...rest] = words3;
  if (name === "node") {
    const script = rest.findIndex((word2) => !word2.startsWith("-"));
    return SCRIPT.test(rest[script] ?? "") || NAME.test(rest[script] ?? "") ? called(command, rest.slice(script + 1)) : null;
  }
  return NAME.test(name) || SCRIPT.test(name) ? called(command, rest) : null;
}
var called = (command, [verb, ...flags]) => verb === "evaluate" ? { command, flags } : null;
function unwrapped(words3) {
  let rest = words3;
  for (; ; ) {
    while (ASSIGNMENT.test(rest[0] ?? "")) rest = rest.slice(1);
    const wrapper = rest[0] ?? "";
    const valued = WRAPPERS.get(wrapper);
    if (valued === void 0) return rest;
    const verbs = VERBS.get(wrapper);
    let inner = withoutFlags(rest.slice(1), valued);
    if (verbs !== void 0) {
      if (verbs.includes(inner[0] ?? "")) inner = withoutFlags(inner.slice(1), valued);
      else if (wrapper === "npm") return rest;
    }
    rest = wrapper === "timeout" ? inner.slice(1) : inner;
  }
}
function withoutFlags(words3, valued) {
  const [first] = words3;
  if (first === void 0 || !first.startsWith("-")) return words3;
  return withoutFlags(words3.slice(valued.includes(first) ? 2 : 1), valued);
}
function flagOf(flags, name) {
  const index = flags.findLastIndex((word3) => word3 === `--${name}` || word3.startsWith(`--${name}=`));
  const word2 = flags[index];
  if (word2 === void 0) return null;
  return word2.includes("=") ? word2.slice(word2.indexOf("=") + 1) : flags[index + 1] ?? "";
}

// src/core/doctor/workflows/weakness.ts
var WEIGHTS = ["gap", "unjudged", "advice"];
var weighing = (weight) => (place, message, hint) => ({ weight, place, message, hint });
var gap = weighing("gap");
var unjudged = weighing("unjudged");
var advice = weighing("advice");

// src/core/doctor/workflows/settings.ts
function settingOf(gate, name) {
  if (gate.script === null) {
    const text = gate.step.inputs.get(name);
    return text === void 0 || text.value.trim() === "" ? null : textBehind(text, gate, gate.step.env);
  }
  const value = flagOf(gate.script.flags, name);
  return value === null ? null : textBehind({ value, place: gate.step.run?.place ?? gate.step.place }, gate, gate.step.env);
}
var MOST_LINKS = 12;
function textBehind(text, reached, ofStep, depth = 0) {
  const shell = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(text.value)?.[1];
  const path = shell === void 0 ? onlyPath(text.value) : ["env", shell.toLowerCase()];
  const [context, key] = path ?? [];
  if (key === void 0) return text;
  const found = context === "env" ? envOf(reached, ofStep, key) : context === "inputs" ? callInputOf(reached, key) : void 0;
  if (found === void 0 || depth > MOST_LINKS) return text;
  const caller = context === "inputs" ? reached.caller : reached;
  return caller === null ? found : textBehind(found, caller, context === "inputs" ? /* @__PURE__ */ new Map() : ofStep, depth + 1);
}
function onlyPath(text) {
  const { literals, expressions } = templateOf(text.trim());
  const [expression] = expressions;
  if (expressions.length !== 1 || literals.some((literal2) => literal2 !== "") || expression?.kind !== "access") return null;
  return expression.path.length === 2 ? expression.path.map((key) => key ?? "") : null;
}
function callInputOf(reached, key) {
  return reached.caller?.job.inputs.get(key) ?? reached.file.defaults.get(key);
}
function envOf({ file, job }, ofStep, key) {
  for (const values of [ofStep, job.env, file.env]) {
    const found = [...values].find(([name]) => name.toLowerCase() === key);
    if (found !== void 0) return found[1];
  }
  return void 0;
}
var checkNameOf = (gate) => {
  const text = gate.step.inputs.get("check-name");
  return text === void 0 || text.value.trim() === "" ? DEFAULT_CHECK_NAME : textBehind(text, gate, gate.step.env).value.trim();
};
function directoryOf(gate) {
  if (gate.script === null) return null;
  const text = gate.step.workingDirectory ?? gate.job.workingDirectory ?? gate.file.workingDirectory;
  return text === null ? null : textBehind(text, gate, gate.step.env);
}
var isUnknown = ({ value }) => isDynamic(value) || /\$[({\w]|`/.test(value);
function settingWeaknesses(gate) {
  const found = [];
  for (const name of ["policy", "exceptions", "tier"]) {
    const text = settingOf(gate, name);
    if (text !== null && isUnknown(text)) {
      const message = `nobody can tell which ${WHAT[name]} the gate reads: \`${name}\` is ${text.value}`;
      found.push(gap(text.place, message, "Write it as it is"));
    }
  }
  const directory = directoryOf(gate);
  if (directory !== null && (isUnknown(directory) || /^(?:\/|\.\.)/.test(directory.value))) {
    const message = `nobody can tell which policy the gate reads: it runs in ${directory.value}`;
    found.push(gap(directory.place, message, "Let it run in the workspace"));
  }
  const tier = settingOf(gate, "tier");
  if (tier?.value.trim() === "2") {
    const message = "`tier` puts every path that no asset names into the mildest tier";
    found.push(advice(tier.place, message, "Name such paths as assets of the policy, and leave `tier` out"));
  }
  return found;
}
var WHAT = { policy: "policy", exceptions: "exceptions file", tier: "tier" };

// src/core/doctor/outcome-checks.ts
function outcomeWeaknesses(gate) {
  const found = [];
  const posts = postsCheck(gate);
  const failOn = settingOf(gate, "fail-on");
  const never = failOn !== null && !["block", "warn"].includes(failOn.value.trim());
  const lets = failOn?.value.includes("${{") === true ? "may let" : "lets";
  if (never && !posts) {
    const what = gate.script === null ? ", and without `checks: write` no other check tells it" : "";
    const message = `\`fail-on\` ${lets} the job pass whatever the verdict is${what}`;
    const hint = `Remove \`fail-on\`${gate.script === null ? ", or give the job `checks: write` and require its check" : ""}`;
    found.push(gap(failOn.place, message, hint));
  } else if (never) {
    const message = `\`fail-on\` ${lets} the job pass whatever the verdict is: only the check run tells it`;
    found.push(advice(failOn.place, message, `Require the check "${checkNameOf(gate)}", not the job`));
  } else if (!posts && gate.script === null) {
    const message = "the job may not write checks, so no check run is posted";
    found.push(advice(gate.step.place, message, `Require the job "${gate.job.name}", or give it \`checks: write\``));
  }
  return found;
}
var postsCheck = ({ script, jobs, workflow }) => script === null && mayWriteChecks(jobs, workflow.permissions);
function mayWriteChecks(jobs, ofWorkflow) {
  const said2 = jobs.findLast((job) => job.permissions !== null)?.permissions ?? ofWorkflow;
  return said2?.get("checks") === "write" || said2?.get("*") === "write-all";
}
var requiredName = (gate) => postsCheck(gate) ? checkNameOf(gate) : jobCheckName(gate);
var jobCheckName = (gate) => gate.jobs.map(({ name }) => name).join(" / ");
var isFixed = (name) => !name.includes("${{");
function jobNameWeaknesses(gates, workflows, reached) {
  return [...new Map(gates.map((gate) => [requiredName(gate), gate])).entries()].flatMap(([name, gate]) => [
    ...workflows.flatMap(({ jobs }) => jobs).flatMap((job) => sameJob(job, name, gate)),
    ...reached.flatMap(
      (each) => each.jobs.length > 1 && each.jobs.map((job) => job.name).join(" / ") === name ? sameName(each.job, name, gate) : []
    ),
    ...workflows.flatMap((file) => file.jobs.flatMap((job) => job.steps.flatMap((step) => writersIn(step, job, file, name))))
  ]);
}
var NAMES_CHECK = /^(?:check[-_]?(?:run[-_]?)?name|check|context|status[-_]?(?:name|context)|name)$/;
var NAMES_OTHERS = /^(?:actions\/(?:upload|download|cache|setup)|docker\/)/i;
function writersIn(step, job, file, name) {
  const { run, uses, inputs } = step;
  const variables = [step.env, job.env, file.env].flatMap((values) => [...values.values()]);
  const isNamed = (text) => text.includes(name) || /\$/.test(text) && variables.some(({ value }) => value.trim() === name);
  const scripts = [run, inputs.get("script")].flatMap(
    (text) => text != null && WRITES_CHECKS.test(text.value) && isNamed(text.value) ? [written("a script", text.place, name)] : []
  );
  const isOther = uses !== null && !NAMES_OTHERS.test(uses.value) && !inputs.has("sarif");
  const named2 = isOther ? [...inputs].find(([key, { value }]) => NAMES_CHECK.test(key) && value.trim() === name)?.[1] : void 0;
  return named2 === void 0 ? scripts : [...scripts, written("an action", named2.place, name)];
}
var WRITES_CHECKS = /check-runs|checks\.(?:create|update)\b|\/statuses\/|createCommitStatus/;
var written = (who, place, name) => gap(place, `${who} writes a check, and names "${name}"`, "Leave that name to the gate");
function sameJob(job, name, gate) {
  const names = namesOf(job);
  if (names?.includes(name)) return sameName(job, name, gate);
  if (names !== null || !couldBe(job.name, name)) return [];
  const message = `the job \`${job.id}\` may be named "${name}", as the gate's check is: only the run knows`;
  return [advice(job.place, message, "Give the job a `name` that begins otherwise")];
}
function sameName(job, name, gate) {
  if (!postsCheck(gate) && gate.jobs.includes(job)) return [];
  const what = postsCheck(gate) ? "the job and the check run are both" : `the jobs \`${job.id}\` and \`${gate.job.id}\` are both`;
  const message = `${what} named "${name}": a ruleset cannot tell which of them is required`;
  return [gap(job.place, message, "Give the job another `name`, or the gate another `check-name`")];
}
function namesOf({ name, matrix }) {
  if (isFixed(name)) return matrix === null ? [name.trim()] : [];
  const { literals, expressions } = templateOf(name);
  let names = [literals[0] ?? ""];
  for (const [index, expression] of expressions.entries()) {
    if (expression?.kind === "literal") names = names.map((each) => `${each}${expression.value}${literals[index + 1]}`);
    else if (expression?.kind === "access" && expression.path.length === 2 && expression.path[0] === "matrix") {
      const values = [...matrix?.values ?? []].find(([key]) => key.toLowerCase() === expression.path[1])?.[1];
      if (values === void 0) return null;
      names = names.flatMap((each) => values.map((value) => `${each}${value}${literals[index + 1]}`));
    } else return null;
  }
  return names.map((each) => each.trim());
}
function couldBe(name, wanted) {
  const { literals } = templateOf(name.trim());
  const pattern2 = literals.map((literal2) => literal2.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*");
  return new RegExp(`^${pattern2}$`).test(wanted);
}

// src/core/doctor/branch-rules.ts
function branchWeaknesses(files, gates) {
  if (files.length === 0) return [];
  const read2 = files.map((file) => ({ file, asked: askedBy(file) }));
  const unread = read2.flatMap(({ file, asked }) => asked === null ? [noRules(file)] : []);
  const all = read2.flatMap(({ asked }) => asked ?? []);
  const holding = all.filter(({ idle }) => idle === null);
  const path = files[0]?.path ?? "";
  return [
    ...unread,
    ...all.flatMap(({ path: path2, idle }) => idle === null ? [] : [advice(wholeFile(path2), idle, "Set it to active")]),
    ...unread.length > 0 && !requires(holding, gates) ? [] : requirement(path, holding, gates),
    ...review(path, holding),
    ...holding.flatMap(passedBy)
  ];
}
var noRules = ({ path }) => unjudged(
  wholeFile(path),
  "this is neither a list of rules, nor a ruleset, nor the protection of a branch",
  "Write it by `gh api repos/OWNER/REPO/rules/branches/main`"
);
function askedBy({ path, value }) {
  if (Array.isArray(value)) return ofRules(path, value, [], null);
  const object = asObject(value);
  if (object === null) return null;
  if (Array.isArray(object.rules)) {
    const state = asText(object.enforcement);
    const idle = state === "active" ? null : `the ruleset "${asText(object.name) ?? ""}" does not hold: it is ${state}`;
    return ofRules(path, object.rules, asArray(object.bypass_actors).map(actorOf), idle);
  }
  return "enforce_admins" in object || "required_status_checks" in object ? ofProtection(path, object) : null;
}
function ofRules(path, rules, bypass, idle) {
  const of = (type) => rules.map(asObject).flatMap((rule) => rule?.type === type ? [asObject(rule.parameters)] : []);
  const pulls = of("pull_request");
  return {
    path,
    checks: of("required_status_checks").flatMap((each) => checksIn(each?.required_status_checks, "integration_id")),
    workflows: of("workflows").flatMap(
      (each) => asArray(each?.workflows).flatMap((one) => asText(asObject(one)?.path) ?? [])
    ),
    byPullRequest: pulls.length > 0,
    byOwners: pulls.some((each) => each?.require_code_owner_review === true),
    bypass,
    idle
  };
}
function ofProtection(path, object) {
  const checks = asObject(object.required_status_checks);
  const reviews = asObject(object.required_pull_request_reviews);
  const named2 = checksIn(checks?.checks, "app_id");
  const allowed = asObject(reviews?.bypass_pull_request_allowances);
  const passing = ["users", "teams", "apps"].flatMap(
    (kind) => asArray(allowed?.[kind]).map((each) => asText(asObject(each)?.login) ?? asText(asObject(each)?.slug) ?? kind)
  );
  const admins = asObject(object.enforce_admins)?.enabled === true ? [] : ["administrators"];
  return {
    path,
    checks: named2.length > 0 ? named2 : asArray(checks?.contexts).flatMap(
      (each) => typeof each === "string" ? [{ name: each, anySource: true }] : []
    ),
    workflows: [],
    byPullRequest: reviews !== null,
    byOwners: reviews?.require_code_owner_reviews === true,
    bypass: [...admins, ...passing],
    idle: null
  };
}
var checksIn = (value, source) => asArray(value).flatMap((each) => {
  const check = asObject(each);
  const name = asText(check?.context);
  const from = check?.[source];
  return name === null ? [] : [{ name, anySource: typeof from !== "number" || from < 0 }];
});
function actorOf(value) {
  const actor = asObject(value);
  const id = actor?.actor_id;
  const mode = asText(actor?.bypass_mode) ?? "always";
  return `${asText(actor?.actor_type) ?? "somebody"}${typeof id === "number" ? ` ${id}` : ""} (${mode})`;
}
function namesOf2(gate) {
  const failOn = settingOf(gate, "fail-on");
  const jobTells = failOn === null || ["block", "warn"].includes(failOn.value.trim());
  return [requiredName(gate), ...jobTells ? [jobCheckName(gate)] : []];
}
var requires = (holding, gates) => gates.flatMap(namesOf2).some((name) => holding.some(({ checks }) => checks.some((check) => check.name === name)));
function requirement(path, holding, gates) {
  const names = [...new Set(gates.flatMap(namesOf2))];
  const checks = holding.flatMap((each) => each.checks).filter(({ name }) => names.includes(name));
  const workflows = holding.flatMap((each) => each.workflows);
  const place = wholeFile(path);
  if (checks.length === 0 && workflows.length > 0) {
    const message2 = `a ruleset requires ${workflows.join(", ")} of some repository: whether the gate runs in it, no file here says`;
    return [unjudged(place, message2, "Examine the checkout of that repository")];
  }
  if (checks.length === 0) {
    const wanted = names.length === 0 ? "the check of the gate" : names.map((name) => `"${name}"`).join(" or ");
    return [gap(place, `no rule of the branch requires ${wanted}: a merge need not wait for it`, `Require ${wanted}`)];
  }
  if (checks.some(({ anySource }) => !anySource)) return [];
  const message = `"${checks[0]?.name}" counts from any source: everyone with write access can set it`;
  return [advice(place, message, "Choose GitHub Actions, or an App of your own, as its source")];
}
function review(path, holding) {
  const place = wholeFile(path);
  if (!holding.some(({ byPullRequest }) => byPullRequest)) {
    const message2 = "no rule asks for a pull request with a review: who may write can change the policy alone";
    return [gap(place, message2, "Require a pull request, with the review of code owners")];
  }
  if (holding.some(({ byOwners }) => byOwners)) return [];
  const message = "no rule asks for the review of code owners: the policy can be changed without the people who own it";
  return [gap(place, message, 'Turn on "Require review from Code Owners"')];
}
var passedBy = ({ path, bypass }) => bypass.length === 0 ? [] : [advice(wholeFile(path), `the rules can be passed by: ${bypass.join(", ")}`, "Keep that list short, and watched")];

// src/core/doctor/shell/tokens.ts
var OPERATORS2 = ["&&", "||", ";;", "|&", "\n", ";", "|", "&", "(", ")"];
var REDIRECTION = /(?:\d*(?:>>|>&|>\||<&|<>|>|<)(?!\()|&>>?)[ \t]*/y;
var HEREDOC = /\d*<<(-?)[ \t]*(['"]?)([\w.-]+)\2/y;
var FENCED2 = /\$\{\{[\s\S]*?\}\}/y;
var PLAIN = /[^\s'"\\$`;&|()<>]+/y;
function tokensOf2(script) {
  const text = script.replaceAll("\r\n", "\n").replaceAll("\\\n", " ");
  const reading = { text, tokens: [], documents: [] };
  let at2 = 0;
  while (at2 < text.length) at2 = passedOver(reading, at2) ?? taken(reading, at2);
  return reading.tokens;
}
function passedOver({ text, documents }, at2) {
  const character = text[at2];
  if (character === " " || character === "	") return at2 + 1;
  if (character === "#") return lineEnd(text, at2);
  const document = matchAt(HEREDOC, text, at2);
  if (document !== null) {
    documents.push({ word: document[3] ?? "", tabs: document[1] === "-" });
    return at2 + document[0].length;
  }
  const redirection = matchAt(REDIRECTION, text, at2);
  return redirection === null ? null : wordAt(text, at2 + redirection[0].length).end;
}
function taken({ text, tokens, documents }, at2) {
  const operator2 = OPERATORS2.find((each) => text.startsWith(each, at2));
  if (operator2 !== void 0) {
    tokens.push({ kind: "operator", text: operator2, quoted: false });
    const end = at2 + operator2.length;
    return operator2 === "\n" ? behindDocuments(text, end, documents.splice(0)) : end;
  }
  const word2 = wordAt(text, at2);
  tokens.push({ kind: "word", text: word2.text, quoted: word2.quoted });
  return Math.max(word2.end, at2 + 1);
}
var lineEnd = (text, at2) => {
  const end = text.indexOf("\n", at2);
  return end < 0 ? text.length : end;
};
function matchAt(pattern2, text, at2) {
  pattern2.lastIndex = at2;
  return pattern2.exec(text);
}
function behindDocuments(text, start, documents) {
  let at2 = start;
  for (const { word: word2, tabs } of documents) {
    for (; ; ) {
      if (at2 >= text.length) return at2;
      const end = lineEnd(text, at2);
      const line3 = text.slice(at2, end);
      at2 = end + 1;
      if ((tabs ? line3.replace(/^\t+/, "") : line3) === word2) break;
    }
  }
  return Math.min(at2, text.length);
}
function wordAt(text, start) {
  let at2 = start;
  let word2 = "";
  let quoted2 = false;
  while (at2 < text.length) {
    const character = text[at2] ?? "";
    const plain = matchAt(PLAIN, text, at2)?.[0];
    const end = plain === void 0 ? partEnd(text, at2) : at2 + plain.length;
    if (end === at2) break;
    const part = text.slice(at2, end);
    if (character === "'" || character === '"' || character === "\\") quoted2 = true;
    word2 += character === "'" || character === '"' ? part.slice(1, -1) : character === "\\" ? part.slice(1) : part;
    at2 = end;
  }
  return { text: word2, quoted: quoted2, end: at2 };
}
function partEnd(text, at2) {
  const character = text[at2];
  const fenced = matchAt(FENCED2, text, at2);
  if (fenced !== null) return at2 + fenced[0].length;
  if (character === "'") return closed(text.indexOf("'", at2 + 1), text);
  if (character === '"') return quoteEnd(text, at2 + 1);
  if (character === "`") return closed(text.indexOf("`", at2 + 1), text);
  if (character === "\\") return Math.min(at2 + 2, text.length);
  if ((character === "<" || character === ">") && text[at2 + 1] === "(") return parenthesisEnd(text, at2 + 2);
  if (character !== "$") return at2;
  if (text[at2 + 1] === "(") return parenthesisEnd(text, at2 + 2);
  if (text[at2 + 1] === "{") return closed(text.indexOf("}", at2 + 2), text);
  return at2 + 1;
}
var closed = (index, text) => index < 0 ? text.length : index + 1;
function quoteEnd(text, start) {
  let at2 = start;
  while (at2 < text.length && text[at2] !== '"') {
    if (text[at2] === "\\") at2 += 2;
    else if (text[at2] === "$") at2 = Math.max(partEnd(text, at2), at2 + 1);
    else at2 += 1;
  }
  return Math.min(at2 + 1, text.length);
}
function parenthesisEnd(text, start) {
  let at2 = start;
  while (at2 < text.length && text[at2] !== ")") {
    if (text[at2] === "(") at2 = parenthesisEnd(text, at2 + 1);
    else at2 = Math.max(partEnd(text, at2), at2 + 1);
  }
  return Math.min(at2 + 1, text.length);
}

// src/core/doctor/shell/commands.ts
function commandsOf(script) {
  const reading = { commands: [], within: [], words: [], before: null, negated: false, ids: 0 };
  for (const token of tokensOf2(script)) {
    if (token.kind === "operator") operator(reading, token.text);
    else if (reading.words.length > 0 || token.quoted || !keyword(reading, token)) reading.words.push(token.text);
  }
  finish(reading, null);
  return reading.commands;
}
function finish(reading, after2) {
  const { words: words3, before: before2, negated } = reading;
  if (words3.length > 0) reading.commands.push({ words: words3, before: before2, after: after2, negated, within: [...reading.within] });
  const joins = words3.length === 0 && after2 === "\n" && before2 !== null && before2 !== ";";
  if (!joins) reading.before = after2;
  reading.words = [];
  if (!joins) reading.negated = false;
}
function operator(reading, text) {
  if (text === "(" && reading.words.length > 0) {
    reading.words = [];
    open(reading, "function");
  } else if (text === "(") open(reading, "subshell");
  else if (text === ")") {
    finish(reading, text);
    if (reading.within.at(-1)?.kind === "subshell") reading.within.pop();
    reading.before = text;
  } else finish(reading, text);
}
function open(reading, kind) {
  reading.ids += 1;
  reading.within.push({ kind, id: reading.ids });
}
function turn(reading, kind) {
  const last = reading.within.at(-1);
  if (last !== void 0) reading.within[reading.within.length - 1] = { kind, id: last.id };
}
var CLOSING = /* @__PURE__ */ new Set(["fi", "done", "esac", "}"]);
function keyword(reading, { text }) {
  if (text === "if" || text === "while" || text === "until") open(reading, "condition");
  else if (text === "for" || text === "select") open(reading, "loop");
  else if (text === "case") open(reading, "case");
  else if (text === "then") turn(reading, "then");
  else if (text === "else") turn(reading, "else");
  else if (text === "elif") turn(reading, "condition");
  else if (text === "do") turn(reading, "loop");
  else if (text === "{") {
    if (reading.within.at(-1)?.kind === "function") turn(reading, "function");
    else open(reading, "group");
  } else if (CLOSING.has(text)) reading.within.pop();
  else if (text === "!") reading.negated = !reading.negated;
  else return false;
  if (text !== "!") reading.before = CLOSING.has(text) ? text : ";";
  return true;
}

// src/core/doctor/artifacts.ts
var DOWNLOADS = /download-artifact/i;
var BY_COMMAND = /\bgh\s+run\s+download\b/;
function executed(step, { job }, event) {
  const { run } = step;
  if (run === null || event !== "workflow_run" && event !== "issue_comment") return [];
  const before2 = job.steps.slice(0, job.steps.indexOf(step));
  const download2 = before2.findLast(
    ({ uses, run: script2 }) => DOWNLOADS.test(uses?.value ?? "") || BY_COMMAND.test(script2?.value ?? "")
  );
  const script = [download2?.run, run].find((text) => BY_COMMAND.test(text?.value ?? ""))?.value;
  if (download2 === void 0 && script === void 0) return [];
  const given = download2?.inputs.get("path")?.value ?? /(?:-D|--dir)[ =]["']?([^\s"']+)/.exec(script ?? "")?.[1] ?? "";
  const hint = "Only read what it holds, as data";
  if (runsFrom(commandsOf(run.value), withoutDot(given))) {
    const message2 = `an artifact of another run is executed on \`${event}\`, where it can use the repository's token`;
    return [gap(run.place, message2, hint)];
  }
  if (!/GITHUB_(?:ENV|PATH)\b/.test(run.value) || !/\bcat\b|\$\(<|\btee\b|\bjq\b/.test(run.value)) return [];
  const message = `what an artifact of another run holds is put into the environment on \`${event}\`, and may load other code`;
  return [gap(run.place, message, hint)];
}
var withoutDot = (path) => path.trim().replace(/^(?:\.\/)+|\/+$/g, "").replace(/^\.$/, "");
var INTERPRETERS = /^(?:(?:ba|z|da)?sh|source|\.|node|python3?|ruby|perl|php|pwsh|deno|bun)$/;
var BUILDS = /^(?:make|npm|npx|yarn|pnpm|bundle|cargo|mvn|mvnw|gradle|gradlew|pip3?|composer|rake|tox|pytest|docker|go|dotnet)$/;
function runsFrom(commands, directory) {
  const lies = (path) => {
    const text = withoutDot(path);
    return directory === "" ? !/^[/~$]/.test(text) : text === directory || text.startsWith(`${directory}/`);
  };
  let inside = directory === "";
  return commands.some(({ words: words3 }) => {
    const [name = "", ...rest] = words3;
    if (name === "cd" || name === "pushd") inside = inside || lies(rest[0] ?? "");
    if (name.includes("/")) return lies(name) || inside && name.startsWith("./");
    const path = rest.find((word2) => !word2.startsWith("-"));
    if (INTERPRETERS.test(name))
      return path !== void 0 && (lies(path) || inside) && !rest.includes("-c") && !rest.includes("-e");
    if (name === "chmod") return /x/.test(rest[0] ?? "") && rest.slice(1).some(lies);
    return BUILDS.test(name) && (inside || rest.some(lies));
  });
}

// src/core/doctor/expression/truth.ts
var UNKNOWN = { prefix: null };
var FILLED = { filled: true };
var isUnknown2 = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && "prefix" in value;
function truthOf(value) {
  if (isUnknown2(value)) return value.prefix ? true : null;
  return typeof value === "number" ? value !== 0 && !Number.isNaN(value) : Boolean(value);
}
function valueIn(expression, knowledge) {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "access":
      return knowledge.lookUp(expression.path);
    case "part":
      return UNKNOWN;
    case "not": {
      const truth = truthOf(valueIn(expression.of, knowledge));
      return truth === null ? UNKNOWN : !truth;
    }
    case "operation":
      return operated(expression.operator, valueIn(expression.left, knowledge), valueIn(expression.right, knowledge));
    case "call":
      return called2(
        expression.name,
        expression.values.map((value) => valueIn(value, knowledge)),
        knowledge
      );
  }
}
function operated(operator2, left, right) {
  if (operator2 === "&&") return joined(left, right, false);
  if (operator2 === "||") return joined(left, right, true);
  if (operator2 !== "==" && operator2 !== "!=") return UNKNOWN;
  const same = equal(left, right);
  return same === null ? UNKNOWN : same === (operator2 === "==");
}
function joined(left, right, decides) {
  const first = truthOf(left);
  if (first !== null) return first === decides ? left : right;
  return truthOf(right) === decides ? decides : UNKNOWN;
}
var isPlain = (value) => typeof value !== "object" || value === null;
function equal(left, right) {
  if (isUnknown2(left) || isUnknown2(right)) {
    const [unknown2, other] = isUnknown2(left) ? [left, right] : [right, left];
    const apart = isUnknown2(unknown2) && unknown2.prefix !== null && isPlain(other) && !startsWith(String(other), unknown2);
    return apart ? false : null;
  }
  if (!isPlain(left) || !isPlain(right)) return false;
  if (typeof left === "string" && typeof right === "string") return left.toLowerCase() === right.toLowerCase();
  return left === right || numberOf(left) === numberOf(right);
}
var startsWith = (text, { prefix }) => text.toLowerCase().startsWith((prefix ?? "").toLowerCase());
var numberOf = (value) => typeof value === "string" && value.trim() === "" ? 0 : Number(value);
function called2(name, values, { status }) {
  if (name === "always" || name === "success" || name === "failure" || name === "cancelled") return status[name];
  const [first = null, second = null] = values;
  if (name === "fromjson") return typeof first === "string" ? parsed2(first) : UNKNOWN;
  if (name === "text") return first === "" ? UNKNOWN : FILLED;
  if (name === "contains" && Array.isArray(first) && isPlain(second)) {
    return first.some((item) => isPlain(item) && equal(item, second) === true);
  }
  return isPlain(second) ? compared(name, first, String(second ?? "").toLowerCase()) : UNKNOWN;
}
function compared(name, first, wanted) {
  if (isUnknown2(first)) return name === "startswith" && first.prefix !== null ? begun(first.prefix, wanted) : UNKNOWN;
  if (!isPlain(first)) return UNKNOWN;
  const text = String(first ?? "").toLowerCase();
  if (name === "contains") return text.includes(wanted);
  if (name === "startswith") return text.startsWith(wanted);
  return name === "endswith" ? text.endsWith(wanted) : UNKNOWN;
}
function begun(prefix, wanted) {
  const known2 = prefix.toLowerCase();
  if (known2.startsWith(wanted)) return true;
  return wanted.startsWith(known2) ? UNKNOWN : false;
}
function parsed2(text) {
  try {
    const value = JSON.parse(text);
    if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
    return Array.isArray(value) ? value : FILLED;
  } catch {
    return UNKNOWN;
  }
}
function asksStatus(expression) {
  switch (expression.kind) {
    case "literal":
    case "access":
      return false;
    case "part":
    case "not":
      return asksStatus(expression.of);
    case "operation":
      return asksStatus(expression.left) || asksStatus(expression.right);
    case "call":
      return /^(?:always|success|failure|cancelled)$/.test(expression.name) || expression.values.some(asksStatus);
  }
}

// src/core/doctor/expression/condition.ts
var BEFORE = {
  succeeded: { always: true, success: true, failure: false, cancelled: false },
  failed: { always: true, success: false, failure: true, cancelled: false },
  skipped: { always: true, success: false, failure: false, cancelled: false }
};
function effectOn(event, text, of) {
  if (text === null) return "unless-failed";
  const expression = conditionOf(text);
  if (expression === null) return "may-skip";
  const asks = asksStatus(expression);
  const holds2 = (status) => !asks && !status.success ? false : truthOf(valueIn(expression, { lookUp: knownOn(event), status }));
  const [succeeded, failed2] = [holds2(BEFORE.succeeded), holds2(BEFORE.failed)];
  const skipped = of === "job" ? holds2(BEFORE.skipped) : failed2;
  if (succeeded === true) return failed2 === true && skipped === true ? "runs" : "unless-failed";
  return [succeeded, failed2, skipped].every((truth) => truth === false) ? "never" : "may-skip";
}
var neverOn = (event, text) => effectOn(event, text, "job") === "never";
var WITH_PULL_REQUEST = /^pull_request/;
var knownOn = (event) => (path) => {
  const [context, key, ...rest] = path;
  if (context !== "github" || path.includes(null)) return UNKNOWN;
  if (key === "event_name") return event;
  if (key === "base_ref" || key === "head_ref") return WITH_PULL_REQUEST.test(event) ? UNKNOWN : "";
  if (key === "ref") return { prefix: REFS.get(event) ?? null };
  return key === "event" ? payloadOf(event, rest) : UNKNOWN;
};
function payloadOf(event, path) {
  const [object] = path;
  if (event === "workflow_run" && path.join(".") === "workflow_run.event") return "pull_request";
  const own = WITH_PULL_REQUEST.test(event) ? "pull_request" : event;
  if (object === own) return path.length === 1 ? FILLED : UNKNOWN;
  return object === "pull_request" || object === "merge_group" || object === "workflow_run" ? null : UNKNOWN;
}
var REFS = /* @__PURE__ */ new Map([
  ["pull_request", "refs/pull/"],
  ["merge_group", "refs/heads/gh-readonly-queue/"]
]);

// src/core/doctor/untrusted.ts
var EVENT = "github\\.event\\.";
var OF_PULL_REQUEST = {
  paths: new RegExp(
    `^(?:github\\.head_ref|${EVENT}(?:pull_request\\.(?:head(?:\\..*)?|merge_commit_sha|(?:diff|patch|html)_url)|workflow_run\\.(?:head_.*|pull_requests.*)|check_(?:run|suite)\\..*head.*))$`
  ),
  words: /refs\/pull\/|\bpull\/|GITHUB_HEAD_REF|headRef(?:Name|Oid)|headRepository|\.head\.(?:ref|sha|repo)|\bgh\s+pr\s+checkout\b/,
  whole: /^$/
};
var WRITTEN_BY_ANYONE = {
  paths: new RegExp(
    `^(?:github\\.head_ref|${EVENT}(?:(?:issue|pull_request|discussion|comment|review|review_comment)\\.(?:title|body)|pull_request\\.head\\.(?:ref|label|repo\\.(?:default_branch|description|homepage))|workflow_run\\.(?:head_branch|display_title|head_repository\\.description|head_commit\\.(?:message|author\\.(?:name|email))|pull_requests.*\\.head\\.ref)|(?:head_commit|commits\\..*)\\.?(?:message|author\\.(?:name|email))|changes\\..*\\.from|pages\\..*))$`
  ),
  words: null,
  whole: new RegExp(
    `^(?:github|github\\.event|${EVENT}(?:issue|pull_request|discussion|comment|review|workflow_run|commits|head_commit|pages|changes|pull_request\\.head(?:\\.repo)?|workflow_run\\.head_commit(?:\\.author)?|head_commit\\.author))$`
  )
};
var HANDS_ON = /^(?:format|join|tojson|fromjson|text)$/;
var MOST_LINKS2 = 6;
var holds = (text, origin, reached, step) => read(text, { origin, reached, step, depth: 0 });
var read = (text, reading) => reading.depth < MOST_LINKS2 && templateOf(text).expressions.some((each) => each !== null && comesFrom(each, reading, false));
var further = (text, reading, changed = {}) => read(text, { ...reading, step: null, ...changed, depth: reading.depth + 1 });
function comesFrom(expression, reading, whole) {
  switch (expression.kind) {
    case "literal":
    case "not":
      return false;
    case "part":
      return comesFrom(expression.of, reading, true);
    case "call":
      return HANDS_ON.test(expression.name) && expression.values.some((value) => comesFrom(value, reading, true));
    case "operation":
      if (expression.operator !== "||" && expression.operator !== "&&") return false;
      if (expression.operator === "||" && comesFrom(expression.left, reading, whole)) return true;
      return comesFrom(expression.right, reading, whole);
    case "access":
      return pathHolds(expression.path, reading, whole);
  }
}
function pathHolds(path, reading, whole) {
  const { origin, reached, step } = reading;
  const [context, key, ...more] = path;
  const name = path.map((part) => part ?? "*").join(".");
  if (context === "github")
    return origin.paths.test(name) || whole && origin.whole.test(name) || computed(path, origin);
  if (key == null) return false;
  if (context === "inputs") {
    const text = callInputOf(reached, key);
    return text !== void 0 && reached.caller !== null && further(text.value, reading, { reached: reached.caller });
  }
  if (context === "matrix") {
    const values = [...reached.job.matrix?.values ?? []].find(([each]) => each.toLowerCase() === key)?.[1] ?? [];
    return values.some((value) => further(value, reading));
  }
  if (context === "env") {
    const text = envOf(reached, step?.env ?? NONE, key);
    if (text !== void 0) return further(text.value, reading);
    return reached.job.steps.some((each) => each !== step && setsVariable(each, key) && scriptLeads(each, reading));
  }
  return more[0] === "outputs" && handedOn(context, key, more[1] ?? null, reading);
}
var NONE = /* @__PURE__ */ new Map();
var setsVariable = ({ run }, key) => run !== null && /GITHUB_ENV\b/.test(run.value) && new RegExp(`\\b${key}(?:=|<<)`, "i").test(run.value);
function handedOn(context, key, output, reading) {
  const { reached, step } = reading;
  if (context === "steps") {
    const from = reached.job.steps.find(({ id }) => id?.toLowerCase() === key);
    return from !== void 0 && from !== step && scriptLeads(from, reading);
  }
  const job = context === "needs" ? reached.file.jobs.find(({ id }) => id.toLowerCase() === key) : void 0;
  const text = output === null ? void 0 : job?.outputs.get(output);
  return job !== void 0 && text !== void 0 && further(text.value, reading, { reached: { ...reached, job } });
}
function computed(path, { paths }) {
  if (!path.includes(null)) return false;
  return ["pull_request", "issue", "comment", "head", "head_ref", "event", "title", "body", "ref", "sha"].some(
    (word2) => paths.test(path.map((part) => part ?? word2).join("."))
  );
}
var leadsToCode = (step, reached) => scriptLeads(step, { origin: OF_PULL_REQUEST, reached, step, depth: 0 });
function scriptLeads(step, reading) {
  const { run } = step;
  if (run === null || reading.origin !== OF_PULL_REQUEST) return false;
  if (OF_PULL_REQUEST.words?.test(run.value) || further(run.value, reading, { step })) return true;
  return [...run.value.matchAll(/\$\{?([A-Za-z_]\w*)/g)].some(([, name = ""]) => {
    const text = envOf(reading.reached, step.env, name.toLowerCase());
    return text !== void 0 && (OF_PULL_REQUEST.words?.test(text.value) || further(text.value, reading));
  });
}

// src/core/doctor/foreign-code.ts
var PRIVILEGED = [
  "pull_request_target",
  "workflow_run",
  "issue_comment",
  "issues",
  "discussion",
  "discussion_comment",
  "fork",
  "watch"
];
function foreignCode(reached, runsGate) {
  const { workflow, jobs, job } = reached;
  const event = PRIVILEGED.find(
    (each) => workflow.events.has(each) && jobs.every(({ condition }) => !neverOn(each, condition?.value ?? null))
  );
  if (event === void 0) return runsGate ? job.steps.flatMap((step) => injections(step, reached)) : [];
  return [
    ...calledElsewhere(reached, event),
    ...job.steps.filter(({ condition }) => !neverOn(event, condition?.value ?? null)).flatMap((step) => [
      ...checkouts(step, reached, event),
      ...injections(step, reached),
      ...executed(step, reached, event)
    ])
  ];
}
var HINT = "Scan on `pull_request`, and hand results over as an artifact";
var taken2 = (place, event) => {
  const message = `the code of a pull request is checked out on \`${event}\`, where it can use the repository's token: to write a green check, for one`;
  return gap(place, message, HINT);
};
var FOUND_BY_A_STEP = /(?:steps|needs)\.[\w-]+\.outputs\.[\w-]*(?:head|sha|ref|branch)/i;
var FETCHES = /\bgit\b[^\n;|&]*\s(?:clone|fetch|pull|checkout|switch|reset|merge|worktree|cherry-pick|apply|am|submodule)\b|\bgh\s+(?:pr\s+checkout|repo\s+clone)\b|\bpatch\s+-p|\b(?:tarball|zipball|codeload|raw\.githubusercontent)\b|\/archive\/|\bsvn\s+(?:co|checkout|export)\b/;
var INSTALLS = /\b(?:npm|npx|pnpm|yarn|pip3?|docker|go|cargo|gem)\b[^\n]*(?:github:|git\+|https?:|\.git\b)/;
var APPLIES = /\bgh\s+pr\s+diff\b[\s\S]*\b(?:git\b[^\n;|&]*\s(?:apply|am)|patch)\b/;
var SAYS_WHAT = /^(?:ref|refs|repo|repository|branch|checkout.*|git[-_]?(?:ref|url|sha)|head[-_]?(?:ref|sha)?|commit(?:ish)?)$/;
var NUMBER = /github\.event\.(?:(?:pull_request|issue)\.)?number/i;
function checkouts(step, reached, event) {
  const { uses, run, inputs } = step;
  if (run !== null) {
    const fetches = (FETCHES.test(run.value) || INSTALLS.test(run.value)) && leadsToCode(step, reached) || APPLIES.test(run.value);
    return fetches ? [taken2(run.place, event)] : [];
  }
  if (uses === null) return [];
  const isCheckout2 = /^actions\/checkout@/i.test(uses.value);
  const named2 = /checkout|clone|git-fetch/i.test(uses.value);
  const says2 = [...inputs].filter(
    ([key]) => isCheckout2 ? key === "ref" || key === "repository" : named2 || SAYS_WHAT.test(key)
  );
  const text = says2.find(
    ([, { value }]) => named2 && NUMBER.test(value) || OF_PULL_REQUEST.words?.test(value) || holds(value, OF_PULL_REQUEST, reached, step)
  )?.[1];
  if (text !== void 0) return [taken2(text.place, event)];
  const guessed = isCheckout2 ? says2.find(([, { value }]) => FOUND_BY_A_STEP.test(value))?.[1] : void 0;
  return guessed === void 0 ? [] : [advice(guessed.place, taken2(guessed.place, event).message.replace(" is ", " may be "), HINT)];
}
function calledElsewhere(reached, event) {
  const { calls, inputs } = reached.job;
  if (calls === null) return [];
  const text = [...inputs.values()].find(
    ({ value }) => OF_PULL_REQUEST.words?.test(value) || holds(value, OF_PULL_REQUEST, reached, null)
  );
  if (text === void 0) {
    const message2 = `${calls.value} is called on \`${event}\`, with the repository's token, and is not read`;
    return [unjudged(calls.place, message2, "Examine the repository that holds it")];
  }
  const message = `${calls.value} is handed the head of a pull request on \`${event}\`, where its code can use the repository's token`;
  return [gap(text.place, message, HINT)];
}
var SCRIPT_INPUTS = /^(?:script|run|command|cmd|inline-?script|shell-?script|code)$/;
function injections(step, reached) {
  const texts = [step.run, ...[...step.inputs].flatMap(([key, text]) => SCRIPT_INPUTS.test(key) ? [text] : [])];
  return texts.flatMap((text) => {
    if (text == null || !holds(text.value, WRITTEN_BY_ANYONE, reached, step)) return [];
    const message = "a script is put together with text that anyone may write, and runs what it says with the token of the job";
    return [gap(text.place, message, "Hand the text over in `env:`, and quote the variable")];
  });
}
function inputsOfAnyone(gate) {
  if (gate.script !== null) return [];
  return [...gate.step.inputs].flatMap(([key, text]) => {
    if (!holds(text.value, WRITTEN_BY_ANYONE, gate, gate.step)) return [];
    const message = `\`${key}\` of the gate holds text that whoever opens the pull request writes`;
    return [gap(text.place, message, "Write it as it is")];
  });
}

// src/core/doctor/shell/outcome.ts
var gap2 = (why) => ({ weight: "gap", why });
var unjudged2 = (why) => ({ weight: "unjudged", why });
function shellOf(shell, windows) {
  if (shell === null) return windows ? null : { stops: true, pipefail: false };
  const [name = "", ...flags] = shell.trim().split(/\s+/);
  if (!/^(?:\S*\/)?(?:bash|sh|dash|zsh)$/.test(name)) return null;
  if (flags.some(
    (flag) => !/^(?:-(?!c)[a-bd-z]*|--(?:noprofile|norc|login|posix)|\{0\}|pipefail|errexit|nounset|xtrace|\+[a-z]+)$/.test(
      flag
    )
  ))
    return null;
  if (flags.length === 0) return { stops: true, pipefail: /bash$/.test(name) };
  return { stops: flags.some((flag) => /^-[a-z]*e/.test(flag)), pipefail: flags.includes("pipefail") };
}
function lossOf(commands, index, shell) {
  const command = commands[index];
  if (command === void 0) return null;
  const earlier2 = commands.slice(0, index);
  const later = commands.slice(index + 1);
  if (earlier2.some(ends)) return gap2("the script ends before it");
  if (commands.some(({ words: words3 }) => words3[0] === "trap" && /\bexit\b/.test(words3[1] ?? ""))) {
    return unjudged2("a `trap` may give another exit code");
  }
  const settings2 = earlier2.reduce(settled, shell);
  const around = command.within.at(-1);
  if (around !== void 0) return enclosed(command, around, later);
  return before(command, commands, index) ?? after(command, later, settings2) ?? (later.some(({ words: words3, within }) => within.length === 0 && words3[0] === "exit" && words3[1] === "0") ? gap2("the script ends with `exit 0`") : null);
}
var ends = ({ words: words3, within, before: before2 }) => words3[0] === "exit" && within.length === 0 && before2 !== "&&" && before2 !== "||";
function settled(shell, { words: words3, within }) {
  if (words3[0] !== "set" || within.length > 0) return shell;
  const flags = words3.slice(1);
  const on = (letter, name, now) => {
    if (flags.some(
      (flag, at2) => new RegExp(`^-[a-z]*${letter}`).test(flag) || /^-[a-z]*o$/.test(flag) && flags[at2 + 1] === name
    ))
      return true;
    return flags.some(
      (flag, at2) => new RegExp(`^\\+[a-z]*${letter}`).test(flag) || /^\+[a-z]*o$/.test(flag) && flags[at2 + 1] === name
    ) ? false : now;
  };
  return { stops: on("e", "errexit", shell.stops), pipefail: on("\\0", "pipefail", shell.pipefail) };
}
function enclosed(command, around, later) {
  if (around.kind === "condition") {
    const branch = command.negated ? "then" : "else";
    const inside = later.filter(({ within }) => within.at(-1)?.id === around.id && within.at(-1)?.kind === branch);
    const simple = command.within.length === 1 && !["&&", "||", "|", "&"].includes(command.after ?? "") && command.before === ";";
    if (simple && inside.some(fails)) return null;
    return gap2("its answer is only asked, by `if`, and ends nothing");
  }
  if (around.kind === "then" || around.kind === "else" || around.kind === "case")
    return gap2("it runs under a condition only");
  return unjudged2(
    around.kind === "function" ? "it stands in a function" : around.kind === "loop" ? "it stands in a loop" : "it stands in a group"
  );
}
var fails = ({ words: words3 }) => words3[0] === "exit" && (words3.length === 1 ? false : !/^0+$/.test(words3[1] ?? ""));
var PREPARES = /^(?:cd|pushd|mkdir|export|set|umask|source|\.)$/;
function before(command, commands, index) {
  if (command.negated) return gap2("`!` turns its answer round");
  if (command.before === "||") return gap2("it runs only where something before it fails");
  if (command.before !== "&&") return null;
  const first = commands[index - 1];
  const last = commands.slice(index).every(({ before: operator2 }, at2) => at2 === 0 || operator2 === "&&");
  return last || PREPARES.test(first?.words[0] ?? "") ? null : gap2("it is left out where the command before `&&` fails, and the script goes on");
}
function after(command, later, shell) {
  const rest = [...later];
  let operator2 = command.after;
  while (operator2 === "|" || operator2 === "|&") {
    if (!shell.pipefail) return gap2("the pipe behind it gives the answer of its last command (no `pipefail`)");
    operator2 = rest.shift()?.after ?? null;
  }
  if (operator2 === "&") return gap2("`&` does not wait for its answer");
  while (operator2 === "&&") operator2 = rest.shift()?.after ?? null;
  const joined2 = rest.length < later.length && command.after === "&&";
  if (operator2 === "||") return alternative(rest);
  if (rest.length === 0) return null;
  if (shell.stops && !joined2) return null;
  if (keepsStatus(rest)) return null;
  return joined2 ? gap2("`&&` behind it keeps the shell from ending there") : gap2("the shell does not end where a command fails (`set +e`), and goes on");
}
function alternative(rest) {
  const [first] = rest;
  if (first === void 0) return unjudged2("it cannot be told what `||` behind it does");
  const group2 = first.within.at(-1);
  const all = group2?.kind === "group" ? rest.filter(({ within }) => within.at(-1)?.id === group2.id) : [first];
  if (all.some(
    (command) => fails(command) && command.before !== "&&" && command.before !== "||" || command === first && fails(command)
  ))
    return null;
  if (first.words[0] === "false" && rest.length === 1) return null;
  if (keepsStatus(rest)) return null;
  return gap2("`||` behind it takes the failure away");
}
function keepsStatus(rest) {
  const [first, ...others] = rest;
  const [word2 = "", code2] = first?.words ?? [];
  if (word2 === "exit") return code2 === void 0 || code2 === "$?";
  const name = /^(\w+)=\$\?$/.exec(word2)?.[1];
  if (name === void 0 || first?.words.length !== 1) return false;
  const last = others.findLast(({ words: words3, within }) => words3[0] === "exit" && within.length === 0);
  return last !== void 0 && new RegExp(`^\\$\\{?${name}\\}?$`).test(last.words[1] ?? "");
}

// src/core/doctor/workflows/gates.ts
var MERGE_EVENTS = ["pull_request", "merge_group"];
var OWN_ACTION = "policy-gate/policy-gate";
var MOST_CALLS = 10;
function reachedJobs(workflows) {
  const byPath = new Map(workflows.map((workflow) => [workflow.path.toLowerCase(), workflow]));
  const within = (file, caller, workflow) => file.jobs.flatMap((job) => {
    const jobs = [...caller?.jobs ?? [], job];
    const reached = { workflow, file, jobs, job, caller };
    const called3 = job.calls === null ? void 0 : byPath.get(localPath(job.calls).toLowerCase());
    if (called3 !== void 0 && jobs.length <= MOST_CALLS) return within(called3, reached, workflow);
    return [reached];
  });
  return workflows.flatMap((workflow) => within(workflow, null, workflow));
}
var gatesIn = (workflows, recognition) => reachedJobs(workflows).flatMap(
  (reached) => reached.job.steps.flatMap((step) => [
    ...isGateAction(step, recognition) ? [{ ...reached, step, script: null }] : [],
    ...callsIn(step).map((script) => ({ ...reached, step, script }))
  ])
);
function isGateAction({ uses }, { actions, local }) {
  if (uses === null) return false;
  const [path = ""] = uses.value.trim().toLowerCase().split("@");
  if (path.startsWith("./")) return local.has(path.replace(/^\.\/|\/+$/g, ""));
  return actions === null ? path === OWN_ACTION : actions.includes(path);
}
function callsIn({ run }) {
  if (run === null) return [];
  const commands = commandsOf(run.value);
  return commands.flatMap((command, index) => {
    const call = gateCallOf(command);
    return call === null ? [] : [{ commands, index, flags: call.flags }];
  });
}
var localPath = ({ value }) => value.startsWith("./") ? value.slice("./".length) : value;
var callsElsewhere = (workflows) => workflows.filter(({ events }) => events.has("pull_request")).flatMap(({ jobs }) => jobs.flatMap(({ calls }) => calls === null || calls.value.startsWith("./") ? [] : [calls]));
var lookAlikes = (workflows, recognition) => workflows.filter(({ events }) => events.has("pull_request")).flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps)).flatMap(
  (step) => step.uses !== null && /policy-?gate/i.test(step.uses.value) && !isGateAction(step, recognition) ? [step.uses] : []
);

// src/core/doctor/workflows/workflow.ts
var entriesOf = (node) => node?.kind === "map" ? node.entries : [];
var itemsOf = (node) => node?.kind === "list" ? node.items : [];
var textOf2 = (node) => node?.kind === "scalar" && node.source !== "" ? { value: node.source, place: node.place } : null;
var words = (node) => (node?.kind === "list" ? node.items : [node]).flatMap((item) => textOf2(item) ?? []);
function readWorkflow(path, bytes) {
  const { root, problems } = parseYaml(path, bytes, { aliases: "resolved" });
  if (root === null || problems.length > 0) return { workflow: null, problems };
  const workflow = {
    path,
    place: root.place,
    events: eventsOf(nodeAt(root, ["on"])),
    defaults: defaultsOf(nodeAt(root, ["on", "workflow_call", "inputs"])),
    permissions: permissionsOf(nodeAt(root, ["permissions"])),
    permissionsPlace: nodeAt(root, ["permissions"])?.place ?? root.place,
    env: valuesOf(nodeAt(root, ["env"])),
    shell: textOf2(nodeAt(root, ["defaults", "run", "shell"])),
    workingDirectory: textOf2(nodeAt(root, ["defaults", "run", "working-directory"])),
    concurrency: concurrencyOf(root),
    jobs: entriesOf(nodeAt(root, ["jobs"])).map(jobOf)
  };
  return { workflow, problems: [] };
}
function eventsOf(node) {
  const named2 = words(node).map(({ value }) => [value, { filters: /* @__PURE__ */ new Map() }]);
  const filtered = entriesOf(node).map(({ key, value }) => [key, { filters: filtersOf(value) }]);
  return new Map([...named2, ...filtered]);
}
var filtersOf = (node) => new Map(
  entriesOf(node).map(({ key, keyPlace, value }) => [
    key,
    { words: words(value).map((word2) => word2.value), place: keyPlace }
  ])
);
function permissionsOf(node) {
  if (node === null) return null;
  const word2 = textOf2(node);
  if (word2 !== null) return /* @__PURE__ */ new Map([["*", word2.value]]);
  return new Map(entriesOf(node).flatMap(({ key, value }) => value.kind === "scalar" ? [[key, value.source]] : []));
}
function jobOf({ key, keyPlace, value }) {
  return {
    id: key,
    place: keyPlace,
    name: textOf2(nodeAt(value, ["name"]))?.value ?? key,
    condition: conditionOf2(value),
    needs: words(nodeAt(value, ["needs"])),
    continueOnError: textOf2(nodeAt(value, ["continue-on-error"])),
    permissions: permissionsOf(nodeAt(value, ["permissions"])),
    calls: textOf2(nodeAt(value, ["uses"])),
    inputs: lowerCase(valuesOf(nodeAt(value, ["with"]))),
    env: new Map([...valuesOf(nodeAt(value, ["container", "env"])), ...valuesOf(nodeAt(value, ["env"]))]),
    container: textOf2(nodeAt(value, ["container"])) ?? textOf2(nodeAt(value, ["container", "image"])),
    outputs: lowerCase(valuesOf(nodeAt(value, ["outputs"]))),
    shell: textOf2(nodeAt(value, ["defaults", "run", "shell"])),
    workingDirectory: textOf2(nodeAt(value, ["defaults", "run", "working-directory"])),
    runsOn: runnerOf(nodeAt(value, ["runs-on"])),
    matrix: matrixOf(nodeAt(value, ["strategy", "matrix"])),
    concurrency: concurrencyOf(value),
    steps: itemsOf(nodeAt(value, ["steps"])).map(stepOf)
  };
}
function stepOf(node) {
  return {
    place: node.place,
    id: textOf2(nodeAt(node, ["id"]))?.value ?? null,
    uses: textOf2(nodeAt(node, ["uses"])),
    run: textOf2(nodeAt(node, ["run"])),
    shell: textOf2(nodeAt(node, ["shell"])),
    workingDirectory: textOf2(nodeAt(node, ["working-directory"])),
    condition: conditionOf2(node),
    continueOnError: textOf2(nodeAt(node, ["continue-on-error"])),
    inputs: lowerCase(valuesOf(nodeAt(node, ["with"]))),
    env: valuesOf(nodeAt(node, ["env"]))
  };
}
var valuesOf = (node) => new Map(
  entriesOf(node).flatMap(({ key, value }) => {
    const text = textOf2(value);
    return text === null ? [] : [[key, text]];
  })
);
var lowerCase = (values) => new Map([...values].map(([key, text]) => [key.toLowerCase(), text]));
var defaultsOf = (node) => new Map(
  entriesOf(node).flatMap(({ key, value }) => {
    const text = textOf2(nodeAt(value, ["default"]));
    return text === null ? [] : [[key.toLowerCase(), text]];
  })
);
var runnerOf = (node) => node?.kind === "map" ? [...words(nodeAt(node, ["group"])), ...words(nodeAt(node, ["labels"]))] : words(node);
function matrixOf(node) {
  if (node === null) return null;
  if (node.kind !== "map") return { place: node.place, values: null, mayBeEmpty: true };
  const values = /* @__PURE__ */ new Map();
  const add = (key, texts) => {
    values.set(key, [...values.get(key) ?? [], ...texts.map(({ value }) => value)]);
  };
  for (const { key, value } of node.entries) {
    if (value.kind !== "list") return { place: node.place, values: null, mayBeEmpty: true };
    if (key === "exclude") continue;
    if (key !== "include") add(key, words(value));
    else for (const item of value.items) for (const entry of entriesOf(item)) add(entry.key, words(entry.value));
  }
  return { place: node.place, values, mayBeEmpty: leavesNothing(node, values) };
}
function leavesNothing(node, values) {
  const single = itemsOf(nodeAt(node, ["exclude"])).map(entriesOf);
  const out = single.flatMap((entries) => entries.length === 1 ? entries : []);
  const isOut = (key, value) => out.some((entry) => entry.key === key && words(entry.value).some((word2) => word2.value === value));
  const added = itemsOf(nodeAt(node, ["include"])).length > 0;
  return !added && [...values].some(([key, all]) => all.length > 0 && all.every((value) => isOut(key, value)));
}
var concurrencyOf = (node) => textOf2(nodeAt(node, ["concurrency"])) ?? textOf2(nodeAt(node, ["concurrency", "group"]));
function readComposite(path, bytes) {
  const { root, problems } = parseYaml(path, bytes, { aliases: "resolved" });
  const steps = root === null || problems.length > 0 ? null : nodeAt(root, ["runs", "steps"]);
  if (root === null || steps === null) return null;
  return { steps: itemsOf(steps).map(stepOf), defaults: defaultsOf(nodeAt(root, ["inputs"])) };
}
var MOST_ACTIONS = 10;
function withActions(workflow, actions) {
  const steps = (step, level) => {
    const action = actions.get(localDirectory(step.uses?.value ?? "")?.toLowerCase() ?? "");
    if (action === void 0 || step.uses === null || level > MOST_ACTIONS) return [step];
    return [step, ...action.steps.flatMap((inner) => steps(insideOf(step, inner, action), level + 1))];
  };
  return {
    ...workflow,
    jobs: workflow.jobs.map((job) => ({ ...job, steps: job.steps.flatMap((step) => steps(step, 1)) }))
  };
}
var localDirectory = (uses) => uses.startsWith("./") ? uses.replace(/^\.\/|\/+$/g, "") : null;
function insideOf(outer, inner, { defaults }) {
  const filled = (text) => ({
    ...text,
    value: text.value.replace(
      /\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g,
      (whole, key) => (outer.inputs.get(key.toLowerCase()) ?? defaults.get(key.toLowerCase()))?.value ?? whole
    )
  });
  const all = (values) => new Map([...values].map(([key, text]) => [key, filled(text)]));
  const bare3 = ({ value }) => value.trim().replace(/^\$\{\{([\s\S]*)\}\}$/, "$1");
  const condition = inner.condition !== null && outer.condition !== null ? { ...inner.condition, value: `(${bare3(outer.condition)}) && (${bare3(inner.condition)})` } : inner.condition ?? outer.condition;
  return {
    ...inner,
    run: inner.run === null ? null : filled(inner.run),
    condition,
    continueOnError: outer.continueOnError ?? inner.continueOnError,
    inputs: all(inner.inputs),
    env: new Map([...outer.env, ...all(inner.env)])
  };
}
function conditionOf2(node) {
  const text = textOf2(nodeAt(node, ["if"]));
  return text === null || text.value.trim() === "" ? null : text;
}
var placeOrElse = (text, other) => text?.place ?? other;

// src/core/doctor/gate-checks.ts
function runWeaknesses(gate, event) {
  const trigger = gate.workflow.events.get(event);
  return [
    ...trigger === void 0 ? [] : triggerWeaknesses(trigger, event),
    ...gate.jobs.flatMap((job) => jobWeaknesses(job, event)),
    ...stepWeaknesses(gate.step, event),
    ...commandWeaknesses(gate)
  ];
}
var isLeftOut = ({ jobs, step }, event) => jobs.some((job) => effectOn(event, job.condition?.value ?? null, "job") === "never") || effectOn(event, step.condition?.value ?? null, "step") === "never";
var NEEDED_TYPES = {
  pull_request: ["opened", "synchronize", "reopened"],
  merge_group: ["checks_requested"]
};
var CHANGE = { pull_request: "a pull request", merge_group: "a merge group" };
function triggerWeaknesses({ filters }, event) {
  const found = [];
  for (const name of ["paths", "paths-ignore"]) {
    const filter = filters.get(name);
    if (filter === void 0) continue;
    const message = `\`${name}\` keeps the gate from running on some changes, and what does not run does not object`;
    found.push(gap(filter.place, message, `Remove \`${name}\`; a policy can ask for scans by \`applies-to\``));
  }
  for (const name of ["branches", "branches-ignore"]) {
    const filter = filters.get(name);
    if (filter === void 0) continue;
    const message = `\`${name}\` keeps the gate from pull requests to other branches`;
    found.push(advice(filter.place, message, "Remove it, unless nothing is released from those branches"));
  }
  const types = filters.get("types");
  const missing = NEEDED_TYPES[event].filter((type) => types !== void 0 && !types.words.includes(type));
  if (types !== void 0 && missing.length > 0) {
    const message = `the gate does not run when ${CHANGE[event]} is ${missing.map((type) => `\`${type}\``).join(", ")}`;
    found.push(gap(types.place, message, `Add ${missing.join(", ")} to \`types\``));
  }
  return found;
}
function jobWeaknesses(job, event) {
  const { id, condition, needs, continueOnError, matrix, place } = job;
  const found = [];
  const effect = effectOn(event, condition?.value ?? null, "job");
  if (condition !== null && (effect === "may-skip" || effect === "never")) {
    const message = `the job \`${id}\` ${effect === "never" ? "is" : "may be"} skipped${when(event, condition, "job")} by its \`if\`, and GitHub counts a skipped job as passed`;
    found.push(gap(condition.place, message, "Remove the `if`, or let it name nothing but the event"));
  }
  const [first] = needs;
  if (first !== void 0 && effect === "unless-failed") {
    const names = needs.map(({ value }) => `\`${value}\``).join(", ");
    const message = `the job \`${id}\` is skipped when ${names} fails or is skipped, and GitHub counts a skipped job as passed`;
    found.push(gap(condition?.place ?? first.place, message, `Write \`if: \${{ !cancelled() }}\` at the job \`${id}\``));
  }
  if (matrix !== null && isPerhapsEmpty(matrix)) {
    const message = `the matrix of the job \`${id}\` may be empty: the job is then skipped, and GitHub counts it as passed`;
    found.push(gap(matrix.place, message, "Run the gate in a job without a matrix, behind the scans"));
  }
  if (mayBeTrue(continueOnError)) {
    const message = `the job \`${id}\` passes whatever the gate says, by \`continue-on-error\``;
    const hint = "Remove `continue-on-error`; to try a policy, use `mode`";
    found.push(gap(placeOrElse(continueOnError, place), message, hint));
  }
  return found;
}
var isPerhapsEmpty = ({ values, mayBeEmpty }) => mayBeEmpty || values === null || [...values.values()].some((each) => each.length === 0);
var when = (event, condition, of) => new Set(MERGE_EVENTS.map((each) => effectOn(each, condition?.value ?? null, of))).size === 1 ? "" : ` on \`${event}\``;
var mayBeTrue = (text) => text !== null && text.value.trim().toLowerCase() !== "false";
var AFTER_FAILURES = `\`if: \${{ !cancelled() }}\``;
function stepWeaknesses({ condition, continueOnError, place }, event) {
  const found = [];
  const effect = effectOn(event, condition?.value ?? null, "step");
  if (effect === "may-skip" || effect === "never") {
    const message = `the step of the gate ${effect === "never" ? "is" : "may be"} skipped${when(event, condition, "step")} by its \`if\`, and the job passes without it`;
    found.push(gap(placeOrElse(condition, place), message, `Write ${AFTER_FAILURES}`));
  } else if (effect === "unless-failed") {
    const message = "the gate does not run when a step before it fails: the job fails, and nothing says why";
    found.push(advice(place, message, `Write ${AFTER_FAILURES}, and let the policy say what a failed scan costs`));
  } else if (condition !== null && /\balways\(\)/i.test(condition.value)) {
    const message = "the gate also runs after the job is cancelled, and decides on the scans that there were until then";
    found.push(advice(condition.place, message, `Write ${AFTER_FAILURES}`));
  }
  if (mayBeTrue(continueOnError)) {
    const message = "the job passes whatever the gate says, by `continue-on-error`";
    const hint = "Remove it; to try a policy, use `mode` or `fail-on: never`";
    found.push(gap(placeOrElse(continueOnError, place), message, hint));
  }
  return found;
}
function commandWeaknesses({ file, job, step, script }) {
  if (script === null || step.run === null) return [];
  const place = step.run.place;
  const given = step.shell ?? job.shell ?? file.shell;
  const windows = job.runsOn.some(({ value }) => /windows/i.test(value));
  const shell = shellOf(given?.value ?? null, windows);
  const hint = "Give the gate a step of its own with nothing behind its command";
  if (shell === null) {
    const name = given?.value ?? "PowerShell";
    return [
      unjudged(place, `what ${name} makes of the gate's exit code cannot be followed`, "Run it with `shell: bash`")
    ];
  }
  if (script.flags.some((flag) => flag === "--help" || flag === "-h")) {
    return [gap(place, "the command prints its help and decides nothing", "Remove `--help`")];
  }
  const loss = lossOf(script.commands, script.index, shell);
  if (loss === null) return [];
  if (loss.weight === "gap") return [gap(place, `the gate's answer is lost: ${loss.why}`, hint)];
  return [unjudged(place, `whether the gate's answer ends the step cannot be followed: ${loss.why}`, hint)];
}

// src/core/doctor/namesakes.ts
var ANSWERING = ["pull_request", "pull_request_target", "merge_group"];
function namesakes(gates) {
  const answering = gates.filter(
    ({ workflow, script }) => script === null && ANSWERING.some((event) => workflow.events.has(event))
  );
  return [
    ...answering.flatMap((gate, at2) => sameName2(gate, answering.slice(0, at2))),
    ...answering.flatMap(sameInAllLegs),
    ...answering.flatMap((gate, at2) => sameGroup(gate, answering.slice(0, at2))),
    ...answering.flatMap(groupOfAll),
    ...gates.flatMap((gate) => answersOtherwise(gate, answering))
  ];
}
function groupOfAll(gate) {
  const own = /\.number\b|\bhead|_ref\b|\.ref\b|\.sha\b|\brun_id\b|merge_group/;
  const group2 = [gate.workflow.concurrency, ...gate.jobs.map(({ concurrency }) => concurrency)].find(
    (text) => text != null && !own.test(text.value) && !/\binputs\.|\bmatrix\.|\benv\./.test(text.value)
  );
  if (group2 == null) return [];
  const message = "all pull requests share this `concurrency` group: of those that wait only the newest is ever decided";
  return [advice(group2.place, message, `End the group with \`\${{ github.event.pull_request.number || github.ref }}\``)];
}
var FOR_ANOTHER_RUN = [
  "issue_comment",
  "workflow_run",
  "schedule",
  "pull_request_review",
  "workflow_dispatch"
];
function answersOtherwise(gate, answering) {
  if (gate.script !== null || !FOR_ANOTHER_RUN.some((event) => gate.workflow.events.has(event))) return [];
  const own = answering.find((each) => each.workflow !== gate.workflow && checkNameOf(each) === checkNameOf(gate));
  if (own === void 0) return [];
  return ["policy", "exceptions", "tier"].flatMap((name) => {
    const [here, there] = [settingOf(gate, name), settingOf(own, name)];
    if (here?.value.trim() === there?.value.trim()) return [];
    const message = `the gate of this name in ${own.workflow.path}:${own.step.place.line} has another \`${name}\`, and this one answers in its check`;
    return [gap(here?.place ?? gate.step.place, message, "Give both the same inputs")];
  });
}
function sameName2(gate, before2) {
  const name = checkNameOf(gate);
  const other = before2.find((each) => checkNameOf(each) === name && shareEvent(gate, each));
  if (other === void 0) return [];
  const message = `another gate of this name, "${name}", is in ${other.workflow.path}:${other.step.place.line}: the check of both fails, whatever they find`;
  const place = gate.step.inputs.get("check-name")?.place ?? gate.step.place;
  return [gap(place, message, "Give each gate a `check-name` of its own, and its commands the same")];
}
var shareEvent = (one, other) => ANSWERING.some((event) => [one, other].every((gate) => gate.workflow.events.has(event) && !isLeftOut(gate, event)));
function sameInAllLegs(gate) {
  const matrix = gate.jobs.find((job) => job.matrix !== null)?.matrix ?? null;
  if (matrix === null || /\$\{\{/.test(checkNameOf(gate))) return [];
  const message = "each leg of the matrix answers in the same check, and the check of several answers fails";
  const hint = "Let the legs upload their SARIF and one job decide on all of it, or put the leg into `check-name`";
  return [gap(matrix.place, message, hint)];
}
function sameGroup(gate, before2) {
  const groups = groupsOf(gate);
  const other = before2.find(
    (each) => each.workflow !== gate.workflow && shareEvent(gate, each) && groupsOf(each).some(({ value }) => groups.some((group3) => group3.value === value))
  );
  const [group2] = other === void 0 ? [] : groups.filter(({ value }) => groupsOf(other).some((each) => each.value === value));
  if (group2 === void 0 || other === void 0) return [];
  const message = `the gate in ${other.workflow.path} has the same \`concurrency\` group: one takes the place of the other, which then never decides`;
  return [gap(group2.place, message, "Begin the group with the name of the gate")];
}
var groupsOf = ({ workflow, jobs }) => [workflow.concurrency, ...jobs.map(({ concurrency }) => concurrency)].flatMap((group2) => group2 ?? []).filter(({ value }) => !/github\.workflow\b/.test(value));

// src/core/doctor/owners.ts
function ownerless({ gates, recognition, codeowners, files }) {
  const isOwned = (path) => codeowners !== null && ownersOf(codeowners, path).length > 0;
  const workflows = [...new Set(gates.flatMap(({ workflow, file }) => [workflow.path, file.path]))];
  const message = "nobody owns this file by CODEOWNERS, so a change of it needs no particular review";
  const hint = "Give it owners whose review a ruleset requires";
  const ofWorkflow = `${hint}, or require the workflow by a ruleset of the organisation`;
  return [
    ...gates.flatMap(
      (gate) => codeOf(gate, recognition).filter((path) => !isOwned(path) && !isOfOthers(path, gate)).map((path) => runsItself(gate, path))
    ),
    ...workflows.filter((path) => !isOwned(path)).map((path) => advice(wholeFile(path), message, ofWorkflow)),
    ...[...new Set(files)].filter((path) => !isOwned(path)).map((path) => advice(wholeFile(path), message, hint)),
    ...gates.flatMap(
      (gate) => beside(gate, recognition).filter((path) => !isOwned(path) && !isOfOthers(path, gate)).map(
        (path) => advice(
          wholeFile(path),
          "this runs before the gate, and nobody owns it by CODEOWNERS: a change can decide what is scanned",
          hint
        )
      )
    )
  ];
}
var isOfOthers = (path, { job }) => job.steps.some(({ uses, inputs }) => {
  const directory = inputs.get("path")?.value.trim().replace(/^\.\/|\/+$/g, "") ?? "";
  const isPinned2 = /^[0-9a-f]{40}$/.test(inputs.get("ref")?.value.trim() ?? "");
  const isCheckout2 = uses !== null && /^actions\/checkout@/i.test(uses.value);
  return isCheckout2 && isPinned2 && inputs.has("repository") && directory !== "" && path.startsWith(`${directory}/`);
});
function runsItself({ step }, path) {
  const message = `the gate is run from the checkout (${path}), and nobody owns that by CODEOWNERS: a change brings a gate of its own`;
  return gap(step.place, message, "Use the published Action, pinned by its commit, or give the files owners");
}
function codeOf({ file, step, script }, { local }) {
  if (step.place.path !== file.path) return [step.place.path];
  if (script !== null) {
    const words3 = script.commands[script.index]?.words ?? [];
    const path = words3.find((word2) => /(?:^|\/)dist\/cli\.js$/.test(word2));
    return path === void 0 || /^[/~$]|node_modules/.test(path) ? [] : [path.replace(/^\.\//, "")];
  }
  const directory = localDirectory(step.uses?.value ?? "");
  if (directory === null || !local.has(directory.toLowerCase())) return [];
  return [directory === "" ? "action.yml" : `${directory}/action.yml`];
}
var SCRIPT2 = /^(?:\.\/)?((?:[\w.-]+\/)*[\w-]+\.(?:sh|bash|py|js|mjs|ts|rb|pl|ps1))$/;
function beside({ job, step }, { local }) {
  const before2 = job.steps.slice(0, Math.max(job.steps.indexOf(step), 0));
  return before2.flatMap(({ uses, run }) => {
    const directory = localDirectory(uses?.value ?? "");
    if (directory !== null && !local.has(directory.toLowerCase()))
      return [directory === "" ? "action.yml" : `${directory}/action.yml`];
    return [
      ...targets(run?.value ?? ""),
      ...(run?.value ?? "").split(/[\s;&|"']+/).flatMap((word2) => {
        const path = SCRIPT2.exec(word2)?.[1];
        return path !== void 0 && (word2.startsWith("./") || word2.includes("/")) ? [path] : [];
      })
    ];
  });
}
var TARGETS = [
  [/^\s*make\b(?!.*\s-f)/m, "Makefile"],
  [
    /\b(?:npm|pnpm|yarn)\s+(?:run\b|run-script\b|test\b|t\b)|\byarn\s+(?!add|install|dlx|exec)[a-z][\w:-]*/,
    "package.json"
  ],
  [/^\s*just\b/m, "justfile"],
  [/^\s*task\b/m, "Taskfile.yml"],
  [/^\s*rake\b/m, "Rakefile"],
  [/^\s*tox\b/m, "tox.ini"]
];
var targets = (script) => TARGETS.flatMap(([pattern2, file]) => pattern2.test(script) ? [file] : []);

// src/core/doctor/policy-checks.ts
function policyWeaknesses(name, { policy, absent, problem }, now) {
  const place = wholeFile(name);
  if (problem !== null) return [gap(place, `the policy that the gate reads is wrong: ${problem}`, "Correct it")];
  if (policy === null) {
    const message = "there is no policy: preset:baseline counts, which requires no scan";
    return [gap(place, message, "Merge a policy that lists the scans under `scans`")];
  }
  const rest = absent.join(", ");
  const open2 = (message, hint) => absent.length === 0 ? gap(place, message, hint) : unjudged(place, `${message}, unless ${rest} says so, which is not at hand`, "Give it with --layer-source");
  const scans = "no scan is required: a scanner that is taken away, or writes nothing, is not missed";
  return [
    ...policy.scans.length === 0 ? [open2(scans, "List the scans that must be there under `scans`")] : [],
    ...policy.scans.flatMap(scanWeaknesses),
    ...blocking(policy, now).map(({ first }) => {
      if (first === null) return open2(NO_BLOCK, "Let rules block, or give the rollout its end by `enforce-from`");
      const unless = absent.length === 0 ? "" : `, unless ${rest} says so, which is not at hand`;
      return advice(place, `no rule blocks before ${first.slice(0, 10)}${unless}`, "Nothing is held up until then");
    })
  ];
}
var NO_BLOCK = "no rule blocks: every rule warns, or is not in mode `enforce`";
function blocking({ rules }, now) {
  const blocks = rules.filter(({ verdict }) => verdict === "block");
  if (blocks.some(({ mode }) => mode === "enforce")) return [];
  const [first = null] = blocks.filter(willEnforce).map(({ enforceFrom }) => enforceFrom ?? "").toSorted();
  return first !== null && Date.parse(first) <= now ? [] : [{ first }];
}
var willEnforce = ({ enforceFrom, layerMode }) => enforceFrom !== null && layerMode === "enforce";
var STATES = [
  ["ifMissing", "if-missing", "was not delivered"],
  ["ifInvalid", "if-invalid", "cannot be read"],
  ["ifFailed", "if-failed", "failed"]
];
function scanWeaknesses(scan) {
  const place = wholeFile(scan.layer);
  return STATES.flatMap(([member2, key, what]) => {
    const verdict = scan[member2];
    if (verdict === "block") return [];
    const message = `the scan \`${scan.id}\` ${verdict === "pass" ? "passes" : "only warns"} when it ${what}`;
    const weigh = verdict === "pass" ? gap : advice;
    return [weigh(place, message, `Remove \`${key}\`, which is \`block\` then`)];
  });
}

// src/core/doctor/beside/environment.ts
var IN_CHECKOUT = /^["']?(?:\$\{?(?:PWD|GITHUB_WORKSPACE)\b|\$\(pwd\)|\$\{\{\s*github\.workspace\b|\.{1,2}(?:\/|$|:)|[\w-]+(?:\/|$|:))/;
var LOADS_CODE = /* @__PURE__ */ new Map([
  ["NODE_OPTIONS", /--(?:require|import|loader|experimental-loader)\b|(?:^|[\s"'])-r\b|\$/],
  ["BASH_ENV", /./],
  ["ENV", /./],
  ["LD_PRELOAD", /./],
  ["LD_LIBRARY_PATH", /./],
  ["NODE_PATH", /./],
  ["GIT_DIR", /./],
  ["GIT_EXEC_PATH", /./],
  ["GIT_CONFIG_GLOBAL", /./],
  ["GIT_CONFIG_COUNT", /./],
  ["PATH", /./]
]);
var OF_CI = /^(?:GITHUB|CI|GITLAB|CHANGE|BUILD|SYSTEM|BITBUCKET|JENKINS)_\w+$|^(?:CI|GIT_COMMIT|BRANCH_NAME|TF_BUILD)$/;
var environmentWeaknesses = (gate) => [
  ...[gate.file.env, gate.job.env, gate.step.env].flatMap(
    (values) => [...values].flatMap(([name, text]) => variableWeaknesses(name, text.value, text.place, gate))
  ),
  ...gate.job.steps.slice(0, Math.max(gate.job.steps.indexOf(gate.step), 0)).flatMap((step) => writtenBy(step, gate)),
  ...inScript(gate)
];
var REMOVE = "Remove it from the job of the gate";
function variableWeaknesses(name, value, place, gate) {
  if (LOADS_CODE.get(name)?.test(value)) return [gap(place, `\`${name}\` loads other code into the gate`, REMOVE)];
  if (gate.script === null && /^INPUT_/i.test(name)) {
    const message = `\`${name}\` is taken for an input that the step of the gate does not give`;
    return [gap(place, message, "Write inputs under `with`")];
  }
  return [];
}
function writtenBy({ run }, gate) {
  if (run === null) return [];
  const lines = run.value.split(/\r?\n/);
  const found = /GITHUB_ENV\b/.test(run.value) ? lines.flatMap((line3) => setsForAll(line3, run, gate)) : [];
  const added = lines.some((line3) => /GITHUB_PATH\b/.test(line3) && addsCheckout(line3));
  const message = "a directory of the checkout comes first in `PATH`: a change can put its own git or node there";
  return added ? [...found, gap(run.place, message, "Add no directory of the checkout in the job of the gate")] : found;
}
var POURED = /\b(?:cat|cp|jq|yq|sed|grep|awk|envsubst|sort|source)\b[^\n;&|]*(?:>>?|\|\s*tee\b)[^\n]*GITHUB_ENV\b/;
function setsForAll(line3, run, gate) {
  if (POURED.test(line3)) {
    const message = "what a file holds is put into the environment of the gate, and a change may write it";
    return [gap(run.place, message, "Name each variable, and its value")];
  }
  return [...line3.matchAll(/(?<![\w$-])([A-Za-z_][\w-]*)(?:=|<<)(.*)$/g)].flatMap(
    ([, name = "", value = ""]) => variableWeaknesses(name, value.replace(/["']?\s*(?:>>?|\|).*$/, ""), run.place, gate)
  );
}
var addsCheckout = (line3) => IN_CHECKOUT.test(/\b(?:echo|printf)\s+(?:-\w+\s+)*((?:\$\{\{[^}]*\}\}|\S)+)/.exec(line3)?.[1] ?? "");
var ASSIGNMENT2 = /^([A-Za-z_]\w*)\+?=(.*)$/s;
function inScript(gate) {
  const { script, step } = gate;
  const place = step.run?.place ?? step.place;
  if (script === null) return [];
  return script.commands.slice(0, script.index + 1).flatMap(
    (command, at2) => settings(command, at2 === script.index).flatMap(([name, value]) => {
      if (OF_CI.test(name)) {
        const message = `\`${name}\`, which tells whose policy counts, is set by the script of the gate`;
        return [gap(place, message, "Leave the variables of the CI system as they are")];
      }
      if (name === "PATH" && !IN_CHECKOUT.test(value)) return [];
      return variableWeaknesses(name, value, place, gate);
    })
  );
}
function settings({ words: words3 }, isGate) {
  const assigned = (list2) => list2.flatMap((word2) => {
    const [, name, value = ""] = ASSIGNMENT2.exec(word2) ?? [];
    return name === void 0 ? [] : [[name, value]];
  });
  const [verb = ""] = words3;
  if (verb === "unset") return words3.slice(1).map((name) => [name, ""]);
  if (verb === "export" || verb === "declare" || verb === "readonly") return assigned(words3.slice(1));
  const first = words3.findIndex((word2) => !ASSIGNMENT2.test(word2));
  const own = assigned(first < 0 ? words3 : words3.slice(0, first));
  if (!isGate) return first < 0 ? own : [];
  const env = words3.indexOf("env");
  if (env < 0) return own;
  const gone = words3.flatMap((word2, at2) => word2 === "-u" || word2 === "--unset" ? [words3[at2 + 1] ?? ""] : []);
  const emptied = words3.includes("-i") || words3.includes("--ignore-environment") ? ["GITHUB_ACTIONS"] : [];
  return [...own, ...assigned(words3.slice(env + 1)), ...[...gone, ...emptied].map((name) => [name, ""])];
}
var commandsOfStep = ({ run }) => run === null ? [] : commandsOf(run.value);

// src/core/doctor/beside/inputs.ts
function pathsOf2(gate, name) {
  const { script, step } = gate;
  if (script === null) {
    const text = step.inputs.get(name);
    if (text === void 0) return [];
    const { value, place: place2 } = textBehind(text, gate, step.env);
    return value.split("\n").flatMap((line3) => line3.trim() === "" ? [] : [{ value: line3.trim(), place: place2 }]);
  }
  const place = step.run?.place ?? step.place;
  return script.flags.flatMap((word2, at2) => {
    if (word2.startsWith(`--${name}=`)) return [{ value: word2.slice(name.length + 3), place }];
    if (word2 !== `--${name}`) return [];
    const rest = script.flags.slice(at2 + 1);
    const end = rest.findIndex((each) => each.startsWith("--"));
    return (end < 0 ? rest : rest.slice(0, end)).map((value) => ({ value, place }));
  });
}
var sarifPaths = (gate) => pathsOf2(gate, "sarif").map(({ value }) => value);
var bare = (path) => path.trim().replace(/^(?:\.\/)+/, "").replace(/\/+(?:\*\*(?:\/\*)?)?$/, "");
function coveringPath(path, others) {
  const wanted = bare(path);
  return others.map(bare).some((other) => {
    if (wanted === "." || wanted === "") return !/^[/~$]/.test(other);
    return other === wanted || other.startsWith(`${wanted}/`);
  });
}
var inputWeaknesses = (gate) => [
  ...baselineWeaknesses(gate),
  ...rootWeaknesses(gate),
  ...flagWeaknesses(gate),
  ...packageWeaknesses(gate)
];
var OF_A_STEP = /^\$\{\{\s*steps\.[\w-]+\.outputs\.[\w-]+(?:\s*\|\|\s*'(?:none|auto)?')?\s*\}\}$/;
function baselineWeaknesses(gate) {
  const scans = sarifPaths(gate);
  return pathsOf2(gate, "baseline").flatMap(({ value, place }) => {
    if (OF_A_STEP.test(value)) return [];
    if (isUnknown({ value, place })) {
      const message2 = `nobody can tell which baseline the gate reads: \`baseline\` is ${value}`;
      return [gap(place, message2, "Write it as it is")];
    }
    if (!coveringPath(value, scans)) return [];
    const message = "the scans of the change are their own baseline: whatever it brings in is taken for old";
    return [gap(place, message, "Give the baseline a directory of its own, or leave it to `auto`")];
  });
}
function rootWeaknesses(gate) {
  const [root] = pathsOf2(gate, "source-root");
  const elsewhere = gate.job.steps.find(({ uses, inputs }) => {
    if (uses === null || !/^actions\/checkout@/i.test(uses.value) || root === void 0) return false;
    const given = ["ref", "repository"].some((key) => inputs.has(key));
    return given && bare(inputs.get("path")?.value ?? ".") === bare(root.value);
  });
  if (root === void 0 || elsewhere === void 0) return [];
  const message = `\`source-root\` is a checkout of another commit (${elsewhere.place.path}:${elsewhere.place.line}): what is looked at is not what is merged`;
  return [gap(root.place, message, "Let it be the checkout of the change")];
}
function flagWeaknesses({ script, step }) {
  if (script === null) return [];
  const place = step.run?.place ?? step.place;
  const [at2, event, base, now] = ["policy-at", "event", "base-sha", "now"].map((name) => flagOf(script.flags, name));
  const found = [];
  const say = (message, hint) => found.push(gap(place, message, hint));
  if (at2 === "worktree") say("`--policy-at worktree` lets the change bring the policy that judges it", "Remove it");
  if (event != null && !event.includes("$") && !/^(?:pull_request|merge_group)/.test(event))
    say(`\`--event ${event}\` judges the change by its own policy, as what is merged is`, "Remove it");
  if (base != null && /\bHEAD\b(?![~^@])|GITHUB_SHA(?!\}?[~^])|github\.sha\b|head\.sha/.test(base) && !base.includes("merge-base"))
    say("`--base-sha` is the commit that is judged: compared with itself it brings nothing in", "Name the base");
  if (now != null && /^\d/.test(now))
    say("`--now` stops the clock: no exception ends, and nothing is overdue", "Remove it");
  return found;
}
function packageWeaknesses({ script, step }) {
  const word2 = script?.commands[script.index]?.words.find((each) => /^policy-gate@/.test(each));
  if (word2 === void 0 || /@\d+\.\d+\.\d+(?:[-+][\w.]+)?$/.test(word2)) return [];
  const message = `${word2} can be another version at any time`;
  return [advice(step.run?.place ?? step.place, message, "Name the whole version")];
}

// src/core/doctor/beside/scanned.ts
var scannedWeaknesses = (gate) => {
  const before2 = gate.job.steps.slice(0, Math.max(gate.job.steps.indexOf(gate.step), 0));
  return [
    ...gate.job.steps.flatMap(checkoutWeaknesses),
    ...beforeTheHead(gate),
    ...switched(before2),
    ...before2.flatMap((step) => oldResults(step, gate))
  ];
};
var OF_BASE = /github\.(?:base_ref|event\.pull_request\.base\.|event\.merge_group\.base_|event\.repository\.default_branch)|GITHUB_BASE_REF|^(?:refs\/heads\/|origin\/)?(?:main|master|develop|trunk)$/;
var isCheckout = ({ uses }) => uses !== null && /^actions\/checkout@/i.test(uses.value);
var OWN_REPOSITORY = /^\$\{\{\s*github\.(?:repository|event\.repository\.full_name)\s*\}\}$/;
var OTHER_TREE = "the job of the gate checks out another commit than that of the change: what is scanned is not what is merged";
function checkoutWeaknesses(step) {
  const { inputs, condition } = step;
  if (!isCheckout(step) || inputs.has("path")) return [];
  if (MERGE_EVENTS.every((event) => neverOn(event, condition?.value ?? null))) return [];
  const ref = inputs.get("ref");
  const repository = inputs.get("repository");
  const sparse = inputs.get("sparse-checkout");
  const hint = "Remove it, or give that checkout a `path` of its own";
  if (ref !== void 0 && OF_BASE.test(ref.value)) return [gap(ref.place, OTHER_TREE, hint)];
  if (repository !== void 0 && !OWN_REPOSITORY.test(repository.value.trim())) {
    const message2 = "the job of the gate checks out another repository in the place of its own: what is scanned is not what is merged";
    return [gap(repository.place, message2, hint)];
  }
  if (sparse === void 0) return [];
  const message = "only a part of the tree is checked out: scanners see nothing of the rest, and nothing tells so";
  return [advice(sparse.place, message, "Remove `sparse-checkout` from the job of the gate")];
}
function beforeTheHead({ workflow, jobs, job, step }) {
  const event = "pull_request_target";
  if (!workflow.events.has(event) || !MERGE_EVENTS.some((each) => workflow.events.has(each))) return [];
  const conditions = [...jobs.map(({ condition }) => condition), step.condition];
  if (conditions.some((condition) => neverOn(event, condition?.value ?? null))) return [];
  const checkout = job.steps.find((each) => isCheckout(each) && !each.inputs.has("ref"));
  if (checkout === void 0) return [];
  const message = `on \`${event}\` this checks out the base, and the gate answers for the pull request: what is scanned is not what is merged`;
  return [gap(checkout.place, message, `Leave \`${event}\` to another workflow`)];
}
function switched(before2) {
  const moves = before2.flatMap(
    (step) => commandsOfStep(step).flatMap((command) => isMove(command) ? [{ step, command }] : [])
  );
  const last = moves.at(-1);
  if (last === void 0 || !leadsToBase(last.command)) return [];
  return [gap(last.step.run?.place ?? last.step.place, OTHER_TREE, "Look at the base in a worktree of its own")];
}
var isMove = ({ words: [name, verb = "", ...rest] }) => name === "git" && ["checkout", "switch", "reset"].includes(verb) && !rest.includes("--");
var leadsToBase = ({ words: words3 }) => {
  const [, verb, ...rest] = words3;
  if (verb === "reset" && !rest.includes("--hard")) return false;
  const names = rest.filter((word2) => !word2.startsWith("-") || word2 === "-");
  return names.length === 1 && OF_BASE.test(names[0] ?? "");
};
var CACHE = /^(?:actions\/cache(?:\/restore)?|buildjet\/cache|runs-on\/cache)@/i;
var DOWNLOAD = /download-artifact@/i;
function oldResults({ uses, inputs, run }, gate) {
  const paths = sarifPaths(gate);
  const told = (place, from) => {
    const message = `what the gate reads as the scans of this change may come from ${from}`;
    return [gap(place, message, "Let this run make all that `sarif` names")];
  };
  const path = inputs.get("path");
  const covers = path?.value.split("\n").some((each) => coveringPath(each, paths)) === true;
  if (uses !== null && path !== void 0 && covers && CACHE.test(uses.value)) return told(path.place, "a cache");
  const isOther = inputs.has("run-id") || inputs.has("run_id") || inputs.has("workflow") || inputs.has("branch");
  if (uses !== null && path !== void 0 && covers && isOther && DOWNLOAD.test(uses.value))
    return told(path.place, "another run");
  const directory = /\bgh\s+run\s+download\b[^\n]*(?:-D|--dir)[ =]["']?([^\s"']+)/.exec(run?.value ?? "")?.[1];
  return run !== null && directory !== void 0 && coveringPath(directory, paths) ? told(run.place, "another run") : [];
}

// src/core/doctor/surroundings.ts
var surroundingWeaknesses = (gate) => [
  ...gate.jobs.flatMap(supplyWeaknesses),
  ...runnerWeaknesses(gate.job),
  ...environmentWeaknesses(gate),
  ...scannedWeaknesses(gate),
  ...inputWeaknesses(gate),
  ...gate.jobs.flatMap(containerWeaknesses),
  ...permissionWeaknesses(gate.file, gate.job),
  ...gate.file === gate.workflow ? [] : permissionWeaknesses(gate.workflow, gate.jobs[0] ?? gate.job)
];
function supplyWeaknesses(job) {
  return [job.calls, ...job.steps.map(({ uses }) => uses)].flatMap((uses) => {
    if (uses === null || uses.value.startsWith("./") || isPinned(uses.value)) return [];
    const message = `${uses.value} can be exchanged for other code at any time, which then runs with the gate's token`;
    return [advice(uses.place, message, "Pin it by the full commit sha")];
  });
}
var isPinned = (uses) => /@(?:[0-9a-f]{40}|sha256:[0-9a-f]{64})$/i.test(uses.trim());
function containerWeaknesses({ container }) {
  if (container === null || isPinned(container.value)) return [];
  const message = `the image ${container.value} can be exchanged at any time: what it holds runs around the gate`;
  return [advice(container.place, message, "Pin it by its digest (`@sha256:\u2026`)")];
}
var HOSTED = /^(?:ubuntu|windows|macos)-/i;
function runnerWeaknesses({ runsOn, matrix }) {
  const own = runsOn.find(({ value }) => !HOSTED.test(value.trim()) && !isHostedMatrix(value, matrix));
  if (own === void 0) return [];
  const message = `the gate runs on a runner that is not known as GitHub's (${own.value}): what a job has left there can change its answer`;
  return [advice(own.place, message, "Run it on a runner that is made anew for each job")];
}
function isHostedMatrix(label, matrix) {
  const [expression] = templateOf(label).expressions;
  if (expression?.kind !== "access" || expression.path[0] !== "matrix") return false;
  const values = [...matrix?.values ?? []].find(([key]) => key.toLowerCase() === expression.path[1])?.[1] ?? [];
  return values.length > 0 && values.every((value) => HOSTED.test(value));
}
function permissionWeaknesses(file, job) {
  const said2 = job.permissions ?? file.permissions;
  if (said2?.get("*") !== "write-all") return [];
  const place = job.permissions === null ? file.permissionsPlace : job.place;
  const message = `\`write-all\` lets whatever runs in the job \`${job.id}\` write everything, the gate's check too`;
  return [gap(place, message, "List the permissions that the job needs")];
}

// src/core/doctor/examine.ts
var WORKFLOWS = wholeFile(".github/workflows");
function policiesOf({
  workflows,
  recognition,
  policyPath
}) {
  const judging = gatesIn(workflows, recognition).filter(isJudging);
  const named2 = judging.flatMap((gate) => policyOf2(gate, policyPath));
  return [...new Set(judging.length === 0 ? [policyPath] : named2)];
}
var policyOf2 = (gate, policyPath) => {
  const text = settingOf(gate, "policy");
  const directory = directoryOf(gate);
  if (text !== null && isUnknown(text) || directory !== null && isUnknown(directory)) return [];
  return [inDirectory(directory?.value ?? "", text?.value.trim() ?? policyPath)];
};
var inDirectory = (directory, name) => {
  const folder = directory.trim().replace(/^(?:\.\/)+|\/+$/g, "");
  return folder === "" || folder === "." || name.startsWith("preset:") || name.startsWith("/") ? name : `${folder}/${name}`;
};
var isJudging = ({ workflow: { events } }) => [...events.keys()].some(
  (event) => !/^(?:push|schedule|workflow_dispatch|repository_dispatch|release|workflow_call|create|deployment)$/.test(event)
);
function workflowOfGate(workflows, recognition) {
  const judging = gatesIn(workflows, recognition).filter(isJudging);
  const merging = judging.find(({ workflow }) => MERGE_EVENTS.some((event) => workflow.events.has(event)));
  return (merging ?? judging[0])?.workflow ?? null;
}
function examine(checkout) {
  const { workflows, recognition, codeowners, policies, policyPath } = checkout;
  const gates = gatesIn(workflows, recognition);
  const judging = gates.filter(isJudging);
  const reached = reachedJobs(workflows);
  const running = new Set(gates.map(({ workflow }) => workflow));
  const merging = judging.filter(({ workflow }) => MERGE_EVENTS.some((event) => workflow.events.has(event)));
  const found = [
    ...checkout.unreadable.map(unreadable2),
    ...MERGE_EVENTS.flatMap((event) => eventWeaknesses(event, gates, checkout)),
    ...namesakes(gates),
    ...jobNameWeaknesses(merging, workflows, reached),
    ...judging.flatMap(settingWeaknesses),
    ...gates.flatMap(inputsOfAnyone),
    ...reached.flatMap((each) => [...foreignCode(each, running.has(each.workflow)), ...permissionsOf2(each)]),
    ...[...policies].flatMap(([name, read2]) => policyWeaknesses(name, read2, checkout.now)),
    ...ownerless({ gates: merging, recognition, codeowners, files: governingFiles(judging, policies, policyPath) }),
    ...(codeowners?.problems ?? []).map(misread),
    ...branchWeaknesses(checkout.rules, holdingGates(merging))
  ];
  return withoutRepeats(found).toSorted(byWeightAndPlace);
}
var unreadable2 = ({ place, message }) => gap(place ?? WORKFLOWS, `the workflow cannot be read: ${message}`, "Correct it: nobody can tell what it does");
var permissionsOf2 = ({ workflow, file, job }) => [...workflow.events.keys()].some((event) => /^(?:pull_request|workflow_run|issue)/.test(event)) ? permissionWeaknesses(file, job) : [];
function eventWeaknesses(event, gates, checkout) {
  const started = gates.filter(({ workflow }) => workflow.events.has(event));
  const [any] = started;
  if (any === void 0 && event === "pull_request") return [noGate(checkout)];
  if (any === void 0)
    return gates.some(({ workflow }) => workflow.events.has("pull_request")) ? [noMergeGroup(gates)] : [];
  const running = started.filter((gate) => !isLeftOut(gate, event));
  const considered = running.length === 0 ? started : running;
  const judged = considered.map((gate) => ({ gate, weaknesses: weaknessesOf(gate, event) }));
  const sound = judged.filter(({ weaknesses }) => weaknesses.every(({ weight }) => weight === "advice"));
  const [first] = sound;
  const others = first === void 0 ? [] : judged.filter((each) => !sound.includes(each));
  return [
    ...(first === void 0 ? judged : sound).flatMap(({ weaknesses }) => weaknesses),
    ...others.map(({ gate }) => doesNotHold(gate, first?.gate ?? gate))
  ];
}
var weaknessesOf = (gate, event) => [
  ...runWeaknesses(gate, event),
  ...outcomeWeaknesses(gate),
  ...surroundingWeaknesses(gate)
];
function holdingGates(gates) {
  const holding = gates.filter((gate) => weaknessesOf(gate, "pull_request").every(({ weight }) => weight === "advice"));
  return holding.length === 0 ? gates : holding;
}
function doesNotHold({ step }, sound) {
  const message = `this gate alone would not hold; the one in ${sound.file.path}:${sound.step.place.line} does`;
  return advice(step.place, message, `Require "${requiredName(sound)}"`);
}
function noGate({ workflows, recognition }) {
  const [alike] = lookAlikes(workflows, recognition);
  if (alike !== void 0) {
    const message = `${alike.value} is not known as the gate, and no workflow runs the gate on \`pull_request\``;
    return unjudged(alike.place, message, "Name it with --action OWNER/REPO, where it is a copy of yours");
  }
  const [elsewhere] = callsElsewhere(workflows);
  if (elsewhere !== void 0) {
    const message = `no workflow of this checkout runs the gate on \`pull_request\`; ${elsewhere.value} is called, and is not read`;
    return unjudged(elsewhere.place, message, "Examine the repository that holds the called workflow");
  }
  const hint = "Add the workflow of docs/github-setup.md, or name the Action with --action";
  return gap(WORKFLOWS, "no workflow runs the gate on `pull_request`", hint);
}
var noMergeGroup = ([gate]) => advice(
  gate?.workflow.place ?? WORKFLOWS,
  "no workflow runs the gate on `merge_group`: a merge queue waits for the check in vain",
  "Add `merge_group:` under `on:` where branches have a merge queue"
);
var misread = ({ place, message, hint }) => advice(place ?? wholeFile("CODEOWNERS"), message, hint);
function governingFiles(gates, policies, policyPath) {
  const names = policies.size === 0 ? [policyPath] : [...policies.keys()];
  const ofPolicies = [...policies.values()].flatMap(({ policy }) => policy?.exceptions.file ?? []);
  const ofGates = gates.flatMap((gate) => {
    const text = settingOf(gate, "exceptions");
    return text === null || isUnknown(text) ? [] : [text.value.trim()];
  });
  return [...names.filter((name) => !name.startsWith("preset:")), ...ofPolicies, ...ofGates];
}
var keyOf = ({ place, message }) => `${place.path}:${place.line}:${place.column}:${message}`;
var withoutRepeats = (found) => [
  ...new Map(found.map((weakness) => [keyOf(weakness), weakness])).values()
];
function byWeightAndPlace(left, right) {
  if (left.weight !== right.weight) return WEIGHTS.indexOf(left.weight) - WEIGHTS.indexOf(right.weight);
  if (left.place.path !== right.place.path) return left.place.path < right.place.path ? -1 : 1;
  return (left.place.line ?? 0) - (right.place.line ?? 0) || (left.place.column ?? 0) - (right.place.column ?? 0);
}

// src/cli/tell-layers.ts
function tellLayers({ layerNotices }, terminal) {
  for (const { message } of layerNotices?.() ?? [])
    tellLine(terminal, formatProblem({ place: null, message: `warning: ${message}`, hint: CHECK_OUT }));
}
var CHECK_OUT = "Give a clone of that repository, with that commit checked out";

// src/cli/commands/doctor-files.ts
import { readdirSync } from "node:fs";
import { join as join4 } from "node:path";
var DIRECTORY = ".github/workflows";
function readWorkflows(root) {
  const workflows = [];
  const unreadable3 = [];
  for (const name of namesIn(join4(root, DIRECTORY))) {
    const path = `${DIRECTORY}/${name}`;
    const bytes = readOrNull(join4(root, path));
    if (bytes === null) continue;
    const { workflow, problems } = readWorkflow(path, bytes);
    unreadable3.push(...problems);
    if (workflow !== null) workflows.push(workflow);
  }
  const actions = compositesOf(root, workflows);
  return { workflows: workflows.map((workflow) => withActions(workflow, actions)), unreadable: unreadable3 };
}
function namesIn(directory) {
  try {
    return readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name)).map(({ name }) => name).sort();
  } catch (error) {
    if (error?.code === "ENOENT") return [];
    throw error;
  }
}
function compositesOf(root, workflows) {
  const found = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  let open2 = workflows.flatMap(({ jobs }) => jobs.flatMap(({ steps }) => localActions(steps)));
  while (open2.length > 0) {
    const directories = [...new Set(open2)].filter((directory) => !seen.has(directory));
    open2 = directories.flatMap((directory) => {
      seen.add(directory);
      const file = actionFile(root, directory);
      const action = file === null ? null : readComposite(file.path, file.bytes);
      if (action !== null) found.set(directory.toLowerCase(), action);
      return action === null ? [] : localActions(action.steps);
    });
  }
  return found;
}
var localActions = (steps) => steps.flatMap(({ uses }) => localDirectory(uses?.value ?? "") ?? []).filter((directory) => !directory.split("/").includes(".."));
function actionFile(root, directory) {
  for (const name of ["action.yml", "action.yaml"]) {
    const path = directory === "" ? name : `${directory}/${name}`;
    const bytes = readOrNull(join4(root, path));
    if (bytes !== null) return { path, bytes };
  }
  return null;
}
function recognitionOf({ values }, root, workflows) {
  const local = workflows.flatMap(({ jobs }) => jobs.flatMap(({ steps }) => localActions(steps))).filter((directory) => isGateAction2(actionFile(root, directory)));
  const actions = values.get("action")?.map((name) => name.toLowerCase()) ?? null;
  return { actions, local: new Set(local.map((directory) => directory.toLowerCase())) };
}
function isGateAction2(file) {
  if (file === null || readComposite(file.path, file.bytes) !== null) return false;
  return /^name:[ \t]*['"]?policy[ -]gate\b/im.test(Buffer.from(file.bytes).toString("utf8"));
}
var absentLayer = (number2) => Buffer.from(`version: 1
rules: [{ id: absent-layer-${number2}, when: { malware: true }, verdict: pass }]
`);
async function policyAtHand(name, port, layerSources) {
  const absent = [];
  const layer = async (reference) => {
    if (layerSources.has(`${reference.owner}/${reference.repository}`)) return port.layer(reference);
    absent.push(`github:${reference.owner}/${reference.repository}/${reference.path}`);
    return absentLayer(absent.length);
  };
  return { policy: await policyOf(name, { ...port, layer }), absent, problem: null };
}
async function namedPolicyAtHand(...reading) {
  try {
    const read2 = await policyAtHand(...reading);
    return read2.policy === null ? { ...read2, problem: "there is no such file" } : read2;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { policy: null, absent: [], problem: error.problems.map(formatProblem).join("; ") };
  }
}

// src/cli/commands/doctor.ts
var FLAGS3 = {
  policy: EVALUATION_FLAGS.policy,
  "source-root": EVALUATION_FLAGS["source-root"],
  "layer-source": EVALUATION_FLAGS["layer-source"],
  rules: {
    value: "FILE",
    multiple: true,
    help: "what GitHub says of the branch, by `gh api repos/OWNER/REPO/rules/branches/main`; a ruleset or the classic protection too"
  },
  action: {
    value: "OWNER/REPO",
    multiple: true,
    help: "the Action, where it is not policy-gate/policy-gate: a copy of yours"
  }
};
var doctorCommand = {
  words: "",
  flags: FLAGS3,
  async run(args, terminal) {
    refuseWords(args, "Give the checkout with --source-root");
    const root = checkoutRoot(terminal.cwd, flagValue(args, "source-root"));
    const { workflows, unreadable: unreadable3 } = readWorkflows(root);
    const policyText2 = flagValue(args, "policy");
    const policyPath = policyText2 ?? DEFAULT_POLICY;
    const layerSources = layerSourcesOf(args);
    const port = localPolicyPort({ cwd: root, sourceRoot: null, layerSources });
    const recognition = recognitionOf(args, root, workflows);
    const names = policiesOf({ workflows, recognition, policyPath });
    const policies = /* @__PURE__ */ new Map();
    for (const name of names) {
      const read2 = name === policyPath ? policyAtHand : namedPolicyAtHand;
      policies.set(name, await read2(name, port, layerSources));
    }
    tellLayers(port, terminal);
    if (policyText2 !== null && policies.get(policyText2)?.policy === null) throw noPolicy(policyText2);
    const found = examine({
      workflows,
      unreadable: unreadable3,
      recognition,
      codeowners: (await readCodeowners(port))?.codeowners ?? null,
      policies,
      policyPath,
      now: Date.parse(terminal.now()),
      rules: (args.values.get("rules") ?? []).map((path) => ruleFile(terminal.cwd, path))
    });
    return tell(found, workflows.length, terminal);
  }
};
function ruleFile(cwd, path) {
  const bytes = readOrNull(resolve6(cwd, path));
  if (bytes === null)
    throw configurationError("there is no such file", "Name the file that `gh api` wrote", wholeFile(path));
  try {
    return { path, value: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    throw configurationError("this is not JSON", "Name the file that `gh api` wrote", wholeFile(path));
  }
}
var LABELS = { gap: "gap", unjudged: "not judged", advice: "advice" };
async function tell(found, workflows, terminal) {
  for (const { weight, place, message, hint } of found)
    await printLine(terminal, formatProblem({ place, message: `${LABELS[weight]}: ${message}`, hint }));
  const count3 = (weight) => found.filter((each) => each.weight === weight).length;
  const [gaps, open2, looks] = [count3("gap"), count3("unjudged"), count3("advice")];
  const rest = looks === 0 ? "" : `; ${counted(looks, "thing")} to look at`;
  const unknown2 = `${counted(open2, "thing")} that could not be judged`;
  if (gaps > 0) {
    const also = open2 === 0 ? "" : `; ${unknown2}`;
    await printLine(
      terminal,
      `${counted(gaps, "gap")} ${gaps === 1 ? "lets" : "let"} a merge slip past the gate${also}${rest}`
    );
  } else if (open2 > 0) await printLine(terminal, `Not judged to the end: ${unknown2}${rest}`);
  else await printLine(terminal, `No gap found in ${counted(workflows, "workflow")} and the policy${rest}`);
  return gaps + open2 === 0 ? EXIT.pass : EXIT.block;
}
var counted = (count3, word2) => `${count3} ${word2}${count3 === 1 ? "" : "s"}`;

// src/core/reports/terminal/explanation.ts
var SHOWN2 = 10;
function explanationText(trace) {
  const { outcome: outcome2, matched, near, others, exceptions, unrelatedExceptions, remedies } = trace;
  const remark = placeRemark(outcome2.finding);
  const lines = [
    `${outcome2.verdict.toUpperCase()}  ${findingTitle(outcome2)}`,
    `  ${outcome2.id}  ${visibleLine(safeMessageLine(outcome2.finding))}`,
    ...remark === null ? [] : [`  place: ${visibleLine(remark)}`],
    `  because ${reasonText(trace)}`,
    ...section2(
      "Smallest change that would pass",
      remedies.flatMap(({ text, commands }) => [
        visibleLine(text),
        ...commands.map((command) => `  ${visibleLine(command)}`)
      ])
    ),
    ...section2("Also at", limited(otherPlaces(outcome2.finding), visibleLine)),
    ...section2("Rules that matched", matched.flatMap(ruleLines)),
    ...section2("Rules that nearly matched", limited(near, nearLine)),
    ...others > 0 ? [`  ${others} further rules do not apply`] : [],
    ...section2("Facts", factLines(trace)),
    ...section2("Exceptions", limited(exceptions, exceptionLine)),
    ...unrelatedExceptions > 0 ? [`  exceptions that have nothing in common with it: ${unrelatedExceptions}`] : []
  ];
  return commandSafe(`${lines.map(maskSecrets).join("\n")}
`);
}
function explanationJson({ outcome: outcome2, ...trace }) {
  return `${jsonText({ ...outcomeView(outcome2), trace: masked(trace) }, 2)}
`;
}
var masked = (trace) => JSON.parse(JSON.stringify(trace, (_key, value) => typeof value === "string" ? maskSecrets(value) : value));
function findingTitle({ finding }) {
  const { location } = finding;
  const place = location === null ? elsewhereText(finding) : [location.path, location.startLine, location.startColumn].filter((part) => part !== null).join(":");
  return `${visibleLine(place)}${morePlaces(finding)}  ${visibleLine(finding.ruleId)} (${visibleLine(finding.tool)})`;
}
var candidateLine = (outcome2) => `${outcome2.id}  ${outcome2.verdict.padEnd(5)}  ${findingTitle(outcome2)}`;
var section2 = (title, lines) => lines.length === 0 ? [] : ["", title, ...lines.map((line3) => `  ${line3}`)];
function limited(items, line3) {
  const hidden = items.length - SHOWN2;
  return [...items.slice(0, SHOWN2).map(line3), ...hidden > 0 ? [`\u2026 and ${hidden} more; --format json has them`] : []];
}
function reasonText({ outcome: outcome2, decisive, suppression }) {
  const rules = decisive.map(visibleLine).join(", ");
  switch (outcome2.reason) {
    case "rule":
      return `of rule ${rules}`;
    case "no-rule":
      return "no rule matches it";
    case "excepted":
      return `exception ${visibleLine(outcome2.exception?.id ?? "")} holds until ${outcome2.exception?.expires}; without it, rule ${rules} decides`;
    case "suppressed":
      return `the scanner says it is suppressed (${visibleLine(suppression?.claimed ?? "")}) and the policy honours that`;
    case "monitored":
      return `rule ${rules} is in monitor mode and only counts it`;
    case "below-count":
      return `rule ${rules} matches too few findings to count`;
    case "fixed":
      return isUnseen(outcome2) ? "the base has it, and nothing looked for it now" : "the base has it, and it is gone now";
    default:
      return outcome2.reason;
  }
}
function ruleLines(rule) {
  const { verdict, declared, mode, count: count3 } = rule;
  const limits = [
    verdict === null || verdict === declared ? null : `would ${declared}`,
    mode === "enforce" ? null : `mode ${mode}`,
    count3 === null ? null : `${count3.matched} findings match, counts above ${count3.moreThan}`
  ].filter((part) => part !== null);
  return [
    `${(verdict ?? declared).padEnd(5)} ${ruleName(rule)}${limits.length === 0 ? "" : `; ${limits.join(", ")}`}`,
    ...rule.description === null ? [] : [`      ${visibleLine(rule.description)}`],
    ...rule.seenTo === void 0 ? [] : [`      as the layers to ${visibleLine(rule.seenTo)} see it:`],
    ...rule.when.map((condition) => `      ${conditionLine(condition)}`),
    ...rule.unless.map((condition) => `      unless ${conditionLine(condition)}`)
  ];
}
var ruleName = ({ id, layer, place }) => `${visibleLine(id)} (${visibleLine(place ?? layer)})`;
var conditionLine = ({ condition, expected, actual }) => `${condition}: ${visibleLine(expected)}; the finding has ${visibleLine(actual)}`;
var nearLine = (rule) => `${rule.declared.padEnd(5)} ${ruleName(rule)}: ${visibleLine(rule.failing.join("; "))}`;
function exceptionLine({ id, expires, holds: holds2, problem, place }) {
  const name = `${visibleLine(id)}${place === null ? "" : ` (${visibleLine(place)})`}`;
  return holds2 ? `${name} holds until ${visibleLine(expires)}` : `${name} does not apply: ${visibleLine(problem ?? "")}`;
}
function factLines(trace) {
  const { tier, state, kev, epss, reachability, sla, suppression, category, outcome: outcome2, change } = trace;
  const exposure = outcome2.exposure === null ? "" : `, exposure ${visibleLine(outcome2.exposure)}`;
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
      `${known(kev.value)}: ${visibleLine(kev.reason)}${kev.released === null ? "" : ` (catalogue of ${kev.released})`}`
    ],
    [
      "EPSS",
      `${known(epss.value)}: ${visibleLine(epss.reason)}${epss.date === null ? "" : ` (scores of ${epss.date})`}`
    ],
    ["reachable", `${reachability.value}${reachability.vex.map((text) => `; ${visibleLine(text)}`).join("")}`],
    [
      "fix",
      outcome2.finding.fixAvailable === null ? "not known whether there is one" : outcome2.finding.fixAvailable ? "available" : "none"
    ],
    ["SLA", slaText(sla)],
    [
      "suppressed",
      suppression === null ? null : `${visibleLine(suppression.claimed)}; ${suppression.honoured ? "honoured" : "not honoured"}`
    ],
    ["event", change.event === null ? null : visibleLine(change.event)],
    ["branch", change.branch === null ? null : visibleLine(change.branch)]
  ];
  return facts.flatMap(([name, text]) => text === null ? [] : [`${name.padEnd(10)} ${text}`]);
}
var known = (value) => value === null ? "unknown" : value === true ? "yes" : value === false ? "no" : String(value);
var diffText = (inDiff) => inDiff === null ? "" : inDiff ? "; on changed lines" : "; not on changed lines";
function severityText({ severity }) {
  const { value, counted: counted2, source, score, conflict, reported } = severity;
  const parts = [
    `${value}${score === null ? "" : `, score ${score}`}, from ${source}`,
    counted2 === null || value === counted2 ? null : `counts as ${counted2}`,
    reported === value ? null : `the scanner says ${reported}`,
    conflict ? "level and score disagree" : null
  ];
  return parts.filter((part) => part !== null).join("; ");
}
function slaText({ times, due, status, reason }) {
  const given = times.map(({ layer, milliseconds }) => `${formatDuration(milliseconds)} (${visibleLine(layer)})`).join(", ");
  const clock = due === null || status === null ? null : `${status}, due ${due}`;
  return [clock, given === "" ? null : given, visibleLine(reason)].filter((part) => part !== null).join("; ");
}

// src/core/trace/resolve.ts
var SHORTEST_PREFIX = 8;
function resolveFinding(words3, outcomes) {
  const prefix = /^(?:F-)?([0-9a-f]{1,32})$/i.exec(words3)?.[1]?.toLowerCase() ?? null;
  const ways = [
    ({ id }) => prefix !== null && prefix.length >= SHORTEST_PREFIX && id.startsWith(`F-${prefix}`),
    ({ finding }) => locationsOf(finding).some(({ path, startLine }) => `${path}:${startLine}` === words3),
    ({ finding }) => pathsOf(finding).includes(words3),
    ({ finding }) => unmappedClaim(finding) === words3,
    ({ finding }) => finding.ruleId === words3,
    ({ finding }) => finding.identifiers.some((identifier) => identifier.toUpperCase() === words3.toUpperCase()),
    ({ finding }) => isPackage(finding, words3),
    ({ finding }) => locationsOf(finding).some(({ path, startLine }) => isEndOf(words3, `${path}:${startLine}`)),
    ({ finding }) => pathsOf(finding).some((path) => path !== null && isEndOf(words3, path))
  ];
  for (const fits of ways) {
    const found = outcomes.filter(fits);
    const [only, second] = found;
    if (only !== void 0 && second === void 0) return { kind: "found", outcome: only };
    if (only !== void 0) {
      return { kind: "candidates", problem: `${found.length} findings fit ${words3}`, outcomes: found };
    }
  }
  if (/^F-/i.test(words3) && prefix !== null && prefix.length < SHORTEST_PREFIX) {
    const problem = `${words3} is too short: at least ${SHORTEST_PREFIX} hex digits of an id are needed`;
    return { kind: "candidates", problem, outcomes: outcomes.filter(({ id }) => id.startsWith(`F-${prefix}`)) };
  }
  return { kind: "candidates", problem: `No finding fits ${words3}`, outcomes: outcomes.filter(resembles(words3)) };
}
var isEndOf = (words3, path) => path.endsWith(`/${words3.replace(/^(?:\.?\/)+/, "")}`);
function isPackage({ package: pack }, words3) {
  if (pack === null) return false;
  const wanted = words3.toLowerCase();
  if ([pack.name, pack.purl, `${pack.name}@${pack.version}`].some((name) => name?.toLowerCase() === wanted)) return true;
  const [own, asked] = [pack.purl, wanted.startsWith("pkg:") ? words3 : null].map((text) => parsePackageUrl(text ?? ""));
  return own != null && own.base === asked?.base && (asked.version === null || asked.version === own.version);
}
function resembles(words3) {
  const wanted = words3.replace(/:\d*$/, "").toLowerCase();
  return ({ finding }) => wanted.length > 2 && [...pathsOf(finding), unmappedClaim(finding), finding.ruleId, finding.package?.name, ...finding.identifiers].some(
    (text) => text?.toLowerCase().includes(wanted)
  );
}

// src/core/trace/stored-trace.ts
var AS_RECORDED = "as the decision records it";
var NOT_RECORDED = "the decision records none";
var recorded = (value) => value === null ? NOT_RECORDED : AS_RECORDED;
function storedTrace(decision, outcome2) {
  const { evaluatedAt, change, inputs } = decision;
  const { finding } = outcome2;
  const { suppression } = finding;
  const decisive = outcome2.rules.reduce((most, { verdict }) => worst(most, verdict), outcome2.verdict);
  const exceptions = decision.exceptions.filter(({ finding: id }) => id === outcome2.id);
  return {
    outcome: outcome2,
    evaluatedAt,
    change: { event: change.event, branch: change.branch, headSha: change.headSha },
    layers: inputs.filter(({ kind }) => kind === "policy").map(({ name, sha256 }) => ({ name, sha256 })),
    decisive: outcome2.rules.filter(({ verdict }) => verdict === decisive).map(({ id }) => id),
    matched: outcome2.rules.map(ruleTrace),
    near: [],
    others: 0,
    tier: {
      value: outcome2.tier,
      reason: outcome2.asset === null ? AS_RECORDED : `asset ${outcome2.asset}`,
      layers: []
    },
    state: {
      value: outcome2.state,
      reason: outcome2.stateReason,
      inDiff: outcome2.inDiff,
      firstDetected: outcome2.firstDetected
    },
    category: { value: finding.category, reported: finding.category },
    severity: {
      value: finding.severity,
      counted: finding.severity === "unknown" ? null : finding.severity,
      source: finding.severitySource,
      score: finding.score,
      conflict: finding.severityConflict,
      reported: finding.severity
    },
    kev: { value: outcome2.kev, released: null, listed: [], reason: recorded(outcome2.kev) },
    epss: { value: outcome2.epss, date: null, scores: [], reason: recorded(outcome2.epss) },
    reachability: { value: outcome2.reachability, vex: [] },
    suppression: suppression === null ? null : { claimed: suppression.kind, honoured: outcome2.reason === "suppressed" },
    sla: {
      times: [],
      due: outcome2.sla?.due ?? null,
      status: outcome2.sla?.status ?? null,
      reason: recorded(outcome2.sla)
    },
    exceptions: exceptions.map(exceptionTrace),
    unrelatedExceptions: decision.exceptions.length - exceptions.length,
    remedies: remediesOf(outcome2)
  };
}
var ruleTrace = ({ id, layer, verdict, declared, belowCount }) => ({
  id,
  layer,
  place: null,
  description: null,
  declared,
  mode: belowCount || verdict === declared ? "enforce" : verdict === "pass" ? "monitor" : "warn",
  verdict,
  count: null,
  when: [],
  unless: [],
  failing: []
});
var exceptionTrace = ({ id, source, expires, status, problem }) => {
  const holds2 = status === "active" || status === "expiring";
  return {
    id,
    source,
    place: null,
    expires: expires ?? "not recorded",
    fields: [],
    holds: holds2,
    problem: holds2 ? null : problem ?? status
  };
};
var OR_REQUEST = "Or request an exception: on GitHub by this comment, elsewhere by an entry of the exceptions file";
function remediesOf({ id, verdict, finding, canBeExcepted }) {
  if (verdict === "pass") return [{ kind: "nothing", text: "Nothing: it passes", commands: [] }];
  const fix = { kind: "fix", text: remedyFor(finding, null), commands: [] };
  const exception = canBeExcepted ? { kind: "exception", text: OR_REQUEST, commands: [`/gate request ${id} reason="\u2026"`] } : { kind: "no-exception", text: "The decision offers no exception for this finding", commands: [] };
  return [fix, exception];
}

// src/cli/commands/explain.ts
var FORMATS3 = ["text", "json"];
var FLAGS4 = {
  decision: {
    value: "FILE",
    help: "decision file, or directory of reports, to explain from; may follow FINDING as well"
  },
  ...EVALUATION_FLAGS,
  format: { value: "FORMAT", help: `${FORMATS3.join(" or ")}; default text` }
};
var SHOWN3 = 20;
var explainCommand = {
  words: "FINDING [DECISION]",
  flags: FLAGS4,
  async run(args, terminal) {
    const format = oneFormat(args, FORMATS3);
    const { finding, file } = askedOf(args);
    const trace = file === null ? await freshTrace(finding, args, terminal) : fromDecision(finding, readDecisionFile(file, terminal.cwd));
    await terminal.out(format === "json" ? explanationJson(trace) : explanationText(trace));
    return EXIT.pass;
  }
};
function askedOf(args) {
  const [finding, word2 = null, ...more] = args.words;
  const named2 = flagValue(args, "decision");
  if (finding === void 0 || more.length > 0 || word2 !== null && named2 !== null) {
    throw configurationError("explain takes one finding, and at most one decision file", HOW_TO_NAME);
  }
  const file = word2 ?? named2;
  const others = [...args.values.keys()].filter((flag) => flag !== "decision" && flag !== "format");
  if (file !== null && others.length > 0)
    throw configurationError(
      `A decision file is all that it rests on, and --${others[0]} is given too`,
      "Give the decision file alone, or what to evaluate"
    );
  return { finding, file };
}
async function freshTrace(finding, args, terminal) {
  const { request, ports } = await evaluationOf(args, terminal);
  const progress = progressOf(terminal);
  const { evaluation, decision, scanned } = await evaluate(request, ports, progress);
  return traceOf(evaluation, decision, meant(finding, decision), scanned.readSource);
}
var fromDecision = (finding, decision) => storedTrace(decision, meant(finding, decision));
function meant(finding, { outcomes }) {
  const resolution = resolveFinding(finding, outcomes);
  if (resolution.kind === "candidates") throw candidatesError(resolution.problem, resolution.outcomes);
  return resolution.outcome;
}
var HOW_TO_NAME = "Give its id (F-\u2026), path:line, the end of a path, rule id, CVE or package";
function candidatesError(problem, outcomes) {
  if (outcomes.length === 0) {
    return configurationError(problem, HOW_TO_NAME);
  }
  const lines = outcomes.slice(0, SHOWN3).map(candidateLine);
  const hidden = outcomes.length - SHOWN3;
  const more = hidden > 0 ? [...lines, `\u2026 and ${hidden} more`] : lines;
  return configurationError(problem, "Give the id of one of them:", null, more);
}

// src/core/exceptions/file-warnings.ts
var exceptionFileWarnings = (records, policy) => records.flatMap((record) => [
  ...idleMatch(record),
  ...ownApproval(record),
  ...policy === null ? [] : [...idleTerms(record, policy), ...strangeApproval(record, policy)]
]);
function idleMatch({ id, match, place }) {
  const misfit = match.kind === "advisory" ? identifierMisfit(match.identifier) : null;
  if (match.kind !== "advisory" || misfit === null) return [];
  const message = `exception ${id}: \`match.identifier\` says \`${match.identifier}\`, which ${misfit.reason}`;
  return [{ place, message, hint: misfit.hint }];
}
var LEAST = { tier: Math.max(...TIERS), severity: "low", kev: false };
var idleTerms = (record, policy) => termsProblems(record, LEAST, policy.exceptions).map(({ sentence }) => ({
  place: record.place,
  message: `exception ${record.id} holds for no finding from low on: ${sentence}`,
  hint: "Change the entry as the policy asks"
}));
var sameName3 = (one, other) => one.replace(/^@/, "").toLowerCase() === other.replace(/^@/, "").toLowerCase();
var REVIEW = "Let somebody else approve, or see that the review of this file did";
function ownApproval({ id, owner, approvedBy, place }) {
  const isOwn = approvedBy.length > 0 && approvedBy.every((name) => sameName3(name, owner));
  return isOwn ? [{ place, message: `exception ${id} is approved by its owner alone`, hint: REVIEW }] : [];
}
function strangeApproval({ id, approvedBy, place }, { exceptions: { approvers } }) {
  const areNamed = approvers.users.length > 0 && approvers.teams.length === 0 && approvers.roles.length === 0;
  if (!areNamed || approvedBy.some((name) => approvers.users.some((user) => sameName3(user, name)))) return [];
  return [{ place, message: `exception ${id} is approved by nobody of \`approvers.users\``, hint: REVIEW }];
}

// src/core/policy/effective-yaml.ts
var leaf = (key, value, origin = null) => value === null || Array.isArray(value) && value.length === 0 ? [] : [{ key, value, origin }];
var group = (key, fields) => fields.length === 0 ? [] : [{ key, fields }];
var list = (key, items) => items.length === 0 ? [] : [{ key, items }];
function printFields(fields, indent = "") {
  return fields.flatMap((field) => {
    const key = `${indent}${scalar(field.key)}:`;
    if ("fields" in field) return [key, ...printFields(field.fields, `${indent}  `)];
    if ("items" in field) return [key, ...field.items.flatMap((item) => printItem(item, `${indent}  `))];
    return [`${key} ${flow(field.value)}${field.origin === null ? "" : ` # ${commentText(field.origin)}`}`];
  });
}
function printItem(fields, indent) {
  const lines = printFields(fields, `${indent}  `);
  return lines.map((text, index) => index === 0 ? `${indent}- ${text.trimStart()}` : text);
}
var commentText = (text) => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "?");
function flow(value) {
  if (isList(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object") return scalar(value);
  const members = Object.entries(value).flatMap(
    ([key, member2]) => member2 === null ? [] : [`${scalar(key)}: ${flow(member2)}`]
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
var isList = (value) => Array.isArray(value);
function scalar(value) {
  if (typeof value !== "string") return String(value);
  const isPlain2 = /^[A-Za-z][A-Za-z0-9._/-]*$/.test(value) && !/^(?:true|false|null)$/i.test(value);
  const isDuration = /^[1-9][0-9]*[hdw]$/.test(value);
  return isPlain2 || isDuration ? value : quoted(value);
}

// src/core/policy/effective.ts
function effectivePolicyYaml(policy) {
  const from = (path) => policy.origins.get(path) ?? "default";
  const layers = policy.layers.map(({ name, sha256 }) => `# layer ${commentText(name)}, sha256 ${sha256}`);
  const sections = [
    [
      ...leaf("version", 1),
      ...leaf("name", policy.name),
      ...leaf("unknown-severity", policy.unknownSeverity, from("unknown-severity")),
      ...leaf("empty-runs", policy.emptyRuns, from("empty-runs")),
      ...leaf("suggestions", policy.suggestions, from("suggestions"))
    ],
    group(
      "suppressions",
      [...policy.suppressions].flatMap(([tier, word2]) => leaf(`tier-${tier}`, word2, from(`suppressions.tier-${tier}`)))
    ),
    list("assets", policy.assets.flat().map(assetFields)),
    group("tools", toolFields(policy, from)),
    governedField(policy),
    list("scans", policy.scans.map(scanFields)),
    group("feeds", feedFields(policy, from)),
    list("rules", policy.rules.map(ruleFields)),
    list("sla", policy.sla.map(slaFields)),
    group("exceptions", exceptionFields(policy.exceptions, from))
  ];
  const texts = sections.filter((fields) => fields.length > 0).map((fields) => printFields(fields).join("\n"));
  return `${[layers.join("\n"), ...texts].join("\n\n")}
`;
}
var duration = (time) => time === null ? null : formatDuration(time);
function assetFields({
  name,
  layer,
  paths,
  tier,
  exposure,
  owners
}) {
  return [
    ...leaf("name", name, layer),
    ...leaf("paths", paths),
    ...leaf("tier", tier),
    ...leaf("exposure", exposure),
    ...leaf("owners", owners)
  ];
}
function toolFields({ tools }, from) {
  return [...tools].flatMap(([tool, { category, rules }]) => {
    const severities = [...rules].flatMap(
      ([rule, { severity }]) => leaf(rule, { severity }, from(`tools.${tool}.rules.${rule}.severity`))
    );
    return group(tool, [...leaf("category", category, from(`tools.${tool}.category`)), ...group("rules", severities)]);
  });
}
var governedField = ({ governed }) => leaf(
  "governed",
  governed.map(({ glob }) => glob),
  [...new Set(governed.map(({ layer }) => layer))].join(", ")
);
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
function ruleFields(rule) {
  return [
    ...leaf("id", rule.id, rule.layer),
    ...leaf("description", rule.description),
    ...leaf("when", conditionMembers(rule.when)),
    ...leaf("unless", rule.unless === null ? null : conditionMembers(rule.unless)),
    ...leaf("verdict", rule.verdict),
    ...leaf("more-than", rule.moreThan),
    ...leaf("mode", rule.mode),
    ...leaf("enforce-from", rule.enforceFrom?.slice(0, 10) ?? null),
    ...leaf("controls", rule.controls)
  ];
}
function slaFields({ layer, byTier, kev }) {
  const rows = [...byTier].flatMap(([tier, row2]) => leaf(`tier-${tier}`, cells(row2), layer));
  return [...rows, ...leaf("kev", duration(kev), layer)];
}
var worstFirst = KNOWN_SEVERITIES.toReversed();
var cells = (row2) => Object.fromEntries(worstFirst.map((severity) => [severity, duration(row2.get(severity) ?? null)]));
function exceptionFields(exceptions, from) {
  const at2 = (path) => from(`exceptions.${path}`);
  const { file, approvers, quorum, maxDuration, require: require2, never, labels } = exceptions;
  const caps = [...maxDuration.byTier].flatMap(
    ([tier, row2]) => group(
      `tier-${tier}`,
      worstFirst.flatMap((severity) => {
        const origin = at2(`max-duration.tier-${tier}.${severity}`);
        return leaf(
          severity,
          duration(row2.get(severity) ?? null),
          origin === "default" ? "from the cells it exceeds" : origin
        );
      })
    )
  );
  return [
    ...leaf("file", file, at2("file")),
    ...leaf("approvers", { teams: approvers.teams, users: approvers.users, roles: approvers.roles }, at2("approvers")),
    ...group(
      "quorum",
      [...quorum].flatMap(([key, count3]) => leaf(key, count3, at2(`quorum.${key}`)))
    ),
    ...group("max-duration", [...caps, ...leaf("kev", duration(maxDuration.kev), at2("max-duration.kev"))]),
    ...group(
      "require",
      ["ticket", "controls"].flatMap(
        (field) => leaf(
          field,
          require2[field],
          require2[field].map((tier) => `tier ${tier}: ${at2(`require.${field}.${tier}`)}`).join(", ")
        )
      )
    ),
    ...list(
      "never",
      never.map(
        ({ layer, when: when2 }) => Object.entries(conditionMembers(when2)).flatMap(([key, value]) => leaf(key, value, layer))
      )
    ),
    ...leaf("malware", exceptions.allowsMalware ? "allow" : null, at2("malware")),
    ...group(
      "labels",
      ["requested", "approved"].flatMap((key) => leaf(key, labels[key], at2(`labels.${key}`)))
    ),
    ...leaf("require-label", exceptions.requireLabel, at2("require-label")),
    ...leaf("expiring-notice", formatDuration(exceptions.expiringNotice), at2("expiring-notice"))
  ];
}

// src/cli/commands/lint.ts
var FLAGS5 = {
  policy: EVALUATION_FLAGS.policy,
  exceptions: EVALUATION_FLAGS.exceptions,
  "layer-source": EVALUATION_FLAGS["layer-source"],
  effective: { help: "print the merged policy as YAML, each value with the layer that gave it" }
};
var lintCommand = {
  words: "",
  flags: FLAGS5,
  async run(args, terminal) {
    refuseWords(args, "Give files with --policy and --exceptions");
    const port = localPolicyPort({ cwd: terminal.cwd, sourceRoot: null, layerSources: layerSourcesOf(args) });
    const problems = [];
    const policy = await collect(problems, () => requiredPolicy(flagValue(args, "policy"), port));
    const named2 = flagValue(args, "exceptions");
    const exceptions = await collect(problems, () => readExceptions(named2, policy?.exceptions.file ?? null, port));
    if (problems.length > 0) throw new ConfigurationError(problems);
    if (policy !== null) {
      const checkout = await listCheckout(terminal.cwd, false);
      const hasExceptions = policy.exceptions.file === null || named2 !== null ? null : exceptions !== null;
      tellLayers(port, terminal);
      for (const warning of lintPolicy(policy, { checkout, hasExceptions }))
        tellLine(terminal, `${formatProblem(asWarning(warning))}`);
      if (args.switches.has("effective")) {
        await terminal.out(effectivePolicyYaml(policy));
        return EXIT.pass;
      }
      await reportPolicy(policy, terminal);
    }
    const codeowners = (await readCodeowners(port))?.codeowners;
    for (const warning of [
      ...exceptionFileWarnings(exceptions?.records ?? [], policy),
      ...codeowners?.problems ?? []
    ])
      tellLine(terminal, `${formatProblem(asWarning(warning))}`);
    if (exceptions !== null)
      await printLine(terminal, `${exceptions.file.name}: ${count(exceptions.records.length, "exception")}`);
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
async function reportPolicy(policy, terminal) {
  const own = policy.layers.at(-1)?.name ?? "";
  const inherited = policy.layers.slice(0, -1).map((layer) => layer.name);
  const from = inherited.length === 0 ? "" : `, inherits ${inherited.join(", ")}`;
  await printLine(
    terminal,
    `${own}: ${count(policy.rules.length, "rule")}, ${count(policy.scans.length, "required scan")}${from}`
  );
}

// src/generated/schemas/decision.ts
var DECISION_SCHEMA = `{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://policy-gate.dev/schemas/decision-2.json",
  "title": "Policy Gate decision",
  "description": "What the gate concluded, and everything it rests on. Canonical: keys in a fixed order, outcomes sorted by verdict, tier, severity, path, line, rule and id. Of a run that could not decide: verdict, counts and rollout are null, and problems says why.",
  "type": "object",
  "additionalProperties": false,
  "required": ["schemaVersion", "gate", "verdict", "completeness", "evaluatedAt", "change", "options", "inputs", "scans", "counts", "rollout", "outcomes", "exceptions", "controls", "notices", "problems"],
  "properties": {
    "schemaVersion": { "const": 2 },
    "gate": {
      "description": "The gate that decided.",
      "type": "object", "additionalProperties": false, "required": ["version", "commit"],
      "properties": {
        "version": { "type": "string" },
        "commit": { "description": "The state of the sources that it was built from, as git names it; null: not known.", "type": ["string", "null"], "pattern": "^[0-9a-f]{40}$" }
      }
    },
    "verdict": { "description": "null: the gate could not decide, which is no pass.", "anyOf": [{ "type": "null" }, { "$ref": "#/definitions/verdict" }] },
    "completeness": { "description": "incomplete: some expected or delivered evidence is neither complete nor not-applicable.", "enum": ["complete", "incomplete"] },
    "evaluatedAt": { "description": "The one clock of the evaluation, ISO 8601 UTC.", "$ref": "#/definitions/instant" },
    "change": {
      "description": "The change that was judged, as far as it is known.",
      "type": "object", "additionalProperties": false,
      "required": ["event", "repository", "branch", "baseSha", "headSha", "scannedSha", "pullRequest", "runId"],
      "properties": {
        "event": { "type": ["string", "null"] },
        "repository": { "type": ["string", "null"] },
        "branch": { "description": "The branch that the change goes to, or that was pushed.", "type": ["string", "null"] },
        "baseSha": { "type": ["string", "null"] },
        "headSha": { "type": ["string", "null"] },
        "scannedSha": { "description": "The commit whose tree was scanned: the head, or a trial merge of it.", "type": ["string", "null"] },
        "pullRequest": { "type": ["integer", "null"], "minimum": 1 },
        "runId": { "description": "Number of the workflow run that decided.", "type": ["integer", "null"], "minimum": 1 }
      }
    },
    "options": {
      "description": "What was asked for: with it and the inputs the decision can be made again (verify). null: not known.",
      "anyOf": [
        { "type": "null" },
        {
          "type": "object", "additionalProperties": false,
          "required": ["sarif", "policy", "exceptions", "baseline", "kev", "epss", "vex", "diff", "sourceRoot", "tier", "layerSources", "policyFrom"],
          "properties": {
            "sarif": { "description": "Files; where a pattern says more than the files that it matched, what was given.", "$ref": "#/definitions/strings" },
            "policy": { "description": "null: the default path.", "type": ["string", "null"] },
            "exceptions": { "description": "null: the file that the policy names.", "type": ["string", "null"] },
            "baseline": { "$ref": "#/definitions/strings" },
            "kev": { "$ref": "#/definitions/strings" },
            "epss": { "$ref": "#/definitions/strings" },
            "vex": { "$ref": "#/definitions/strings" },
            "diff": { "type": ["string", "null"] },
            "sourceRoot": { "description": "Root of the checkout, seen from where paths are relative to; null: none was named, so that it is that directory.", "type": ["string", "null"] },
            "tier": { "description": "Tier of paths that no asset names.", "type": "integer", "minimum": 0, "maximum": 2 },
            "layerSources": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["repository", "directory"],
                "properties": { "repository": { "type": "string" }, "directory": { "type": "string" } }
              }
            },
            "policyFrom": { "description": "Where policy, exceptions and CODEOWNERS were read: of the base commit, or as they lay in the checkout.", "enum": ["base", "checkout"] }
          }
        }
      ]
    },
    "inputs": {
      "description": "Every file that the decision rests on, with its digest; each layer of the policy is one.",
      "type": "array",
      "items": {
        "type": "object", "additionalProperties": false, "required": ["kind", "name", "sha256", "bytes"],
        "properties": {
          "kind": { "enum": ["sarif", "baseline", "policy", "exceptions", "codeowners", "kev", "epss", "vex", "diff"] },
          "name": { "type": "string" },
          "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
          "bytes": { "type": "integer", "minimum": 0 }
        }
      }
    },
    "scans": {
      "description": "Expected and delivered evidence, judged.",
      "type": "array",
      "items": {
        "type": "object", "additionalProperties": false, "required": ["id", "category", "state", "tools", "verdict", "reason"],
        "properties": {
          "id": { "type": "string" },
          "category": { "anyOf": [{ "$ref": "#/definitions/category" }, { "type": "null" }] },
          "state": { "enum": ["complete", "degraded", "failed", "missing", "invalid", "stale", "not-applicable"] },
          "tools": {
            "type": "array",
            "items": {
              "type": "object", "additionalProperties": false, "required": ["name", "version", "results"],
              "properties": { "name": { "type": "string" }, "version": { "type": ["string", "null"] }, "results": { "type": "integer", "minimum": 0 } }
            }
          },
          "verdict": { "$ref": "#/definitions/verdict" },
          "reason": { "type": "string" }
        }
      }
    },
    "counts": {
      "description": "block + warn + pass = total; excepted, suppressed and monitored are parts of pass; fixed is outside total; results = occurrences of all outcomes but fixed, plus notFindings.",
      "anyOf": [
        { "type": "null" },
        {
          "type": "object", "additionalProperties": false,
          "required": ["block", "warn", "pass", "total", "excepted", "suppressed", "monitored", "fixed", "results", "notFindings"],
          "properties": {
            "block": { "$ref": "#/definitions/count" }, "warn": { "$ref": "#/definitions/count" }, "pass": { "$ref": "#/definitions/count" },
            "total": { "$ref": "#/definitions/count" }, "excepted": { "$ref": "#/definitions/count" }, "suppressed": { "$ref": "#/definitions/count" },
            "monitored": { "$ref": "#/definitions/count" }, "fixed": { "$ref": "#/definitions/count" }, "results": { "$ref": "#/definitions/count" },
            "notFindings": { "$ref": "#/definitions/count" }
          }
        }
      ]
    },
    "rollout": {
      "description": "What enforcing every rule would do, whatever the modes hold back now; null: not known.",
      "anyOf": [
        { "type": "null" },
        {
          "type": "object", "additionalProperties": false, "required": ["wouldBlock", "wouldBlockCritical", "wouldWarn"],
          "properties": { "wouldBlock": { "$ref": "#/definitions/count" }, "wouldBlockCritical": { "$ref": "#/definitions/count" }, "wouldWarn": { "$ref": "#/definitions/count" } }
        }
      ]
    },
    "outcomes": { "description": "What this run saw, and what the baseline has and is fixed (listed last, outside of total).", "type": "array", "items": { "$ref": "#/definitions/outcome" } },
    "notLookedFor": { "description": "What the baseline has and nothing looked for now, because its tool or rule did not run: nobody knows whether it is fixed, so its state is unknown, no rule is asked, and it is outside of all counts. Absent in earlier files.", "type": "array", "items": { "$ref": "#/definitions/outcome" } },
    "exceptions": {
      "type": "array",
      "items": {
        "type": "object", "additionalProperties": false,
        "required": ["id", "status", "source", "finding", "expires", "problem", "type", "reason", "owner", "approvers", "ticket", "controls", "quorum"],
        "properties": {
          "id": { "type": "string" },
          "status": { "enum": ["active", "expiring", "expired", "unused", "invalid", "requested", "rejected", "revoked"] },
          "source": { "enum": ["file", "comment"] },
          "finding": { "type": ["string", "null"] },
          "expires": { "type": ["string", "null"] },
          "problem": { "type": ["string", "null"] },
          "type": { "description": "null: nobody has said it, or it is not known.", "enum": ["risk-accept", "false-positive", "mitigated", "vendor-dependency", "break-glass", null] },
          "reason": { "type": ["string", "null"] },
          "owner": { "type": ["string", "null"] },
          "approvers": {
            "description": "Whose approval counts, each with the time of it.",
            "type": "array",
            "items": {
              "type": "object", "additionalProperties": false, "required": ["login", "at", "source", "url"],
              "properties": {
                "login": { "type": "string" },
                "at": { "$ref": "#/definitions/instant" },
                "source": { "enum": ["file", "comment"] },
                "url": { "description": "Of the comment.", "type": ["string", "null"] }
              }
            }
          },
          "ticket": { "type": ["string", "null"] },
          "controls": { "description": "What compensates for the weakness.", "$ref": "#/definitions/strings" },
          "quorum": {
            "description": "Approvals that the policy asks for at the highest risk that is covered (null: nothing is), and how many there are; null: not known.",
            "anyOf": [
              { "type": "null" },
              {
                "type": "object", "additionalProperties": false, "required": ["needed", "have"],
                "properties": { "needed": { "type": ["integer", "null"], "minimum": 1 }, "have": { "$ref": "#/definitions/count" } }
              }
            ]
          },
          "match": {
            "description": "What it covers, as its record says it: a finding; an advisory with package, path or both; or tool, rule and path. Absent in earlier files.",
            "type": "object", "additionalProperties": false, "required": ["finding", "identifier", "package", "path", "tool", "ruleId"],
            "properties": {
              "finding": { "type": ["string", "null"] },
              "identifier": { "type": ["string", "null"] },
              "package": { "description": "Package URL; without a version it covers all of them.", "type": ["string", "null"] },
              "path": { "description": "Of a file, or of all below a directory where it ends in /**.", "type": ["string", "null"] },
              "tool": { "type": ["string", "null"] },
              "ruleId": { "type": ["string", "null"] }
            }
          }
        }
      }
    },
    "controls": {
      "description": "Every control that rules of the policy name: what its rules came to, and nothing else.",
      "type": "array",
      "items": {
        "type": "object", "additionalProperties": false, "required": ["id", "rules", "counts", "verdict"],
        "properties": {
          "id": { "type": "string" },
          "rules": {
            "type": "array",
            "items": { "type": "object", "additionalProperties": false, "required": ["id", "layer"], "properties": { "id": { "type": "string" }, "layer": { "type": "string" } } }
          },
          "counts": {
            "description": "Findings that any of its rules matches; block + warn + pass = total, excepted and monitored are parts of pass.",
            "type": "object", "additionalProperties": false, "required": ["block", "warn", "pass", "total", "excepted", "monitored"],
            "properties": {
              "block": { "$ref": "#/definitions/count" }, "warn": { "$ref": "#/definitions/count" }, "pass": { "$ref": "#/definitions/count" },
              "total": { "$ref": "#/definitions/count" }, "excepted": { "$ref": "#/definitions/count" }, "monitored": { "$ref": "#/definitions/count" }
            }
          },
          "verdict": { "description": "null: nothing enforced objects, and the evidence is incomplete, a rule could not be asked, or a mode holds an objection back.", "anyOf": [{ "type": "null" }, { "$ref": "#/definitions/verdict" }] }
        }
      }
    },
    "notices": {
      "type": "array",
      "items": {
        "type": "object", "additionalProperties": false, "required": ["level", "code", "message"],
        "properties": { "level": { "enum": ["info", "warning", "error"] }, "code": { "description": "One of a closed list: docs/concepts.md.", "type": "string" }, "message": { "type": "string" } }
      }
    },
    "problems": {
      "description": "Why the gate could not decide; empty where it did.",
      "type": "array",
      "items": {
        "type": "object", "additionalProperties": false, "required": ["kind", "path", "line", "column", "message", "hint"],
        "properties": {
          "kind": { "description": "configuration: yours to mend (exit code 2); internal: a fault of the gate (exit code 3).", "enum": ["configuration", "internal"] },
          "path": { "type": ["string", "null"] },
          "line": { "$ref": "#/definitions/line" },
          "column": { "$ref": "#/definitions/line" },
          "message": { "type": "string" },
          "hint": { "type": ["string", "null"] }
        }
      }
    },
    "digest": { "description": "SHA-256 of the bytes of the file before the comma that this member follows. It finds what was changed by accident; against forgery there is the attestation. Absent in files of version 1.", "type": "string", "pattern": "^[0-9a-f]{64}$" }
  },
  "definitions": {
    "verdict": { "description": "Mildest first.", "enum": ["pass", "warn", "block"] },
    "category": { "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"] },
    "count": { "type": "integer", "minimum": 0 },
    "instant": { "type": "string", "pattern": "^\\\\d{4}-\\\\d{2}-\\\\d{2}T\\\\d{2}:\\\\d{2}:\\\\d{2}(\\\\.\\\\d+)?Z$" },
    "line": { "type": ["integer", "null"], "minimum": 1 },
    "strings": { "type": "array", "items": { "type": "string" } },
    "outcome": {
      "type": "object", "additionalProperties": false,
      "required": ["finding", "verdict", "reason", "would", "rules", "controls", "sla", "exception", "refusedExceptions", "next"],
      "properties": {
        "finding": { "$ref": "#/definitions/finding" },
        "verdict": { "$ref": "#/definitions/verdict" },
        "reason": { "enum": ["rule", "no-rule", "excepted", "suppressed", "monitored", "below-count", "fixed"] },
        "would": { "description": "The verdict if every rule were enforced; null where modes hold nothing back.", "anyOf": [{ "type": "null" }, { "$ref": "#/definitions/verdict" }] },
        "rules": {
          "description": "Every rule that matched. verdict: what it contributes after its mode and count; declared: what it says in mode enforce.",
          "type": "array",
          "items": {
            "type": "object", "additionalProperties": false, "required": ["id", "layer", "verdict", "declared"],
            "properties": { "id": { "type": "string" }, "layer": { "type": "string" }, "verdict": { "$ref": "#/definitions/verdict" }, "declared": { "$ref": "#/definitions/verdict" }, "belowCount": { "description": "More findings must match before the rule counts; absent where it counts.", "const": true } }
          }
        },
        "controls": { "description": "The controls of all rules that matched.", "$ref": "#/definitions/strings" },
        "sla": {
          "anyOf": [
            { "type": "null" },
            {
              "type": "object", "additionalProperties": false, "required": ["due", "status"],
              "properties": { "due": { "$ref": "#/definitions/instant" }, "status": { "enum": ["within", "due-soon", "breached"] } }
            }
          ]
        },
        "exception": {
          "anyOf": [
            { "type": "null" },
            { "type": "object", "additionalProperties": false, "required": ["id", "expires"], "properties": { "id": { "type": "string" }, "expires": { "type": "string" } } }
          ]
        },
        "refusedExceptions": { "description": "What to tell about exceptions that no longer hold or never did.", "$ref": "#/definitions/strings" },
        "next": { "description": "What to do, for people.", "type": ["string", "null"] }
      }
    },
    "location": {
      "type": "object", "additionalProperties": false, "required": ["path", "startLine", "startColumn", "endLine", "endColumn"],
      "properties": {
        "path": { "type": "string" }, "startLine": { "$ref": "#/definitions/line" }, "startColumn": { "$ref": "#/definitions/line" },
        "endLine": { "$ref": "#/definitions/line" }, "endColumn": { "$ref": "#/definitions/line" }
      }
    },
    "finding": {
      "type": "object", "additionalProperties": false,
      "required": ["id", "fingerprint", "tool", "toolVersion", "ruleId", "category", "severity", "severitySource", "severityConflict", "score", "message", "helpUri", "location", "locations", "claimedPlace", "placeProblem", "asset", "tier", "exposure", "owners", "state", "stateReason", "inDiff", "identifiers", "package", "malware", "kev", "kevEntry", "epss", "reachability", "fixAvailable", "firstDetected", "suppression", "tags", "alsoReportedBy", "occurrences", "sources"],
      "properties": {
        "id": { "type": "string", "pattern": "^F-[0-9a-f]{32}$" },
        "fingerprint": { "type": "string", "pattern": "^[0-9a-f]{32}$" },
        "tool": { "type": "string" },
        "toolVersion": { "type": ["string", "null"] },
        "ruleId": { "type": "string" },
        "category": { "$ref": "#/definitions/category" },
        "severity": { "enum": ["none", "low", "medium", "high", "critical", "unknown"] },
        "severitySource": { "enum": ["policy", "malware", "tool", "result-property", "security-severity", "cvss", "rule-property", "secret-default", "level", "level-default", "none"] },
        "severityConflict": { "description": "True where level and score point to different severities.", "type": "boolean" },
        "score": { "type": ["number", "null"], "exclusiveMinimum": 0, "maximum": 10 },
        "message": { "type": "string" },
        "helpUri": { "type": ["string", "null"] },
        "location": { "description": "The place that decides: that of the most critical tier.", "anyOf": [{ "type": "null" }, { "$ref": "#/definitions/location" }] },
        "locations": { "description": "All places, in the order of path and line.", "type": "array", "items": { "$ref": "#/definitions/location" } },
        "claimedPlace": { "description": "The place as the scanner wrote it, where it was taken for another.", "type": ["string", "null"] },
        "placeProblem": { "description": "Why the place could not be mapped into the repository.", "type": ["string", "null"] },
        "asset": { "type": ["string", "null"] },
        "tier": { "type": "integer", "minimum": 0, "maximum": 2 },
        "exposure": { "type": ["string", "null"] },
        "owners": { "$ref": "#/definitions/strings" },
        "state": { "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"] },
        "stateReason": { "description": "On what ground the state was chosen.", "type": ["string", "null"] },
        "inDiff": { "type": ["boolean", "null"] },
        "identifiers": { "$ref": "#/definitions/strings" },
        "package": {
          "anyOf": [
            { "type": "null" },
            {
              "type": "object", "additionalProperties": false, "required": ["purl", "name", "version", "fixedVersion"],
              "properties": { "purl": { "type": ["string", "null"] }, "name": { "type": "string" }, "version": { "type": ["string", "null"] }, "fixedVersion": { "type": ["string", "null"] } }
            }
          ]
        },
        "namedBy": {
          "description": "What each of those who report the finding calls it, where they differ.",
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "object", "additionalProperties": false, "required": ["identifiers", "tags"],
            "properties": {
              "identifiers": { "$ref": "#/definitions/strings" },
              "tags": { "$ref": "#/definitions/strings" }
            }
          }
        },
        "packageReports": {
          "description": "What each of those who report the finding says of its package, where they differ.",
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "object", "additionalProperties": false, "required": ["purl", "reachability", "fixAvailable"],
            "properties": {
              "purl": { "type": ["string", "null"] },
              "reachability": { "enum": ["reachable", "potential", "unreachable", "unknown"] },
              "fixAvailable": { "type": ["boolean", "null"] }
            }
          }
        },
        "malware": { "description": "Made to do harm: by its id, its classification, or the word of the tool.", "type": "boolean" },
        "kev": { "type": ["boolean", "null"] },
        "kevEntry": {
          "description": "What CISA's catalogue says of it; of several entries the earliest dates. null: it is not known to be listed.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": ["added", "dueDate", "ransomware"],
          "properties": {
            "added": { "description": "The day on which it was added; empty: not said.", "type": "string" },
            "dueDate": { "description": "The day until which CISA wants it mended.", "type": ["string", "null"] },
            "ransomware": { "description": "Known to be used in ransomware campaigns; null: not known.", "enum": [true, null] }
          }
        },
        "epss": { "type": ["number", "null"], "minimum": 0, "maximum": 1 },
        "reachability": { "enum": ["reachable", "potential", "unreachable", "unknown"] },
        "fixAvailable": { "type": ["boolean", "null"] },
        "firstDetected": { "type": ["string", "null"] },
        "suppression": {
          "description": "What the scanner claims; the reason says whether it was honoured.",
          "anyOf": [
            { "type": "null" },
            {
              "type": "object", "additionalProperties": false, "required": ["kind", "justification"],
              "properties": { "kind": { "enum": ["in-source", "external"] }, "justification": { "type": ["string", "null"] }, "path": { "description": "File in which an external suppression stands, where the scanner names it.", "type": "string" }, "until": { "description": "When it ends, ISO 8601 UTC, where the scanner says so.", "type": "string" } }
            }
          ]
        },
        "tags": { "$ref": "#/definitions/strings" },
        "alsoReportedBy": {
          "description": "Other tools and rules that reported the same.",
          "type": "array",
          "items": { "type": "object", "additionalProperties": false, "required": ["tool", "ruleId"], "properties": { "tool": { "type": "string" }, "ruleId": { "type": "string" } } }
        },
        "occurrences": { "type": "integer", "minimum": 1 },
        "sources": { "$ref": "#/definitions/strings" }
      }
    }
  }
}
`;

// src/generated/schemas/policy-test.ts
var POLICY_TEST_SCHEMA = '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "$id": "urn:policy-gate:schema:policy-test:1",\n  "title": "PolicyTest",\n  "description": "Unit tests of a policy of Policy Gate: findings or SARIF in, the verdict expected.",\n  "type": "object",\n  "additionalProperties": false,\n  "required": ["version", "policy", "tests"],\n  "properties": {\n    "version": { "description": "Version of this format. Always 1.", "const": 1, "examples": [1] },\n    "policy": {\n      "description": "The policy that is tested: a path from this file, or `preset:NAME`.",\n      "type": "string",\n      "minLength": 1,\n      "maxLength": 1000,\n      "examples": ["../policy-gate.yml", "preset:baseline"]\n    },\n    "exceptions": { "description": "Exceptions file that applies, a path from this file. Default: no exceptions.", "$ref": "#/definitions/path", "examples": ["exceptions.yml"] },\n    "now": { "description": "The instant of every test. Default: the clock.", "$ref": "#/definitions/instant", "examples": ["2026-12-01T12:00:00Z"] },\n    "tier": { "description": "Tier of paths that no asset names.", "default": 1, "$ref": "#/definitions/tier", "examples": [1] },\n    "assets": {\n      "description": "Assets that a repository would add to the policy, as one more layer: for policies that are shared and name none.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 100,\n      "items": { "$ref": "#/definitions/asset" },\n      "examples": [[{ "name": "core", "paths": ["core/**"], "tier": 0 }]]\n    },\n    "tests": {\n      "description": "The tests, each by itself.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 1000,\n      "items": { "$ref": "#/definitions/test" },\n      "examples": [[{ "name": "a new high finding blocks", "findings": [{ "severity": "high" }], "expect": { "verdict": "block" } }]]\n    }\n  },\n  "definitions": {\n    "path": { "description": "A path from this file.", "type": "string", "minLength": 1, "maxLength": 1000, "examples": ["results/semgrep.sarif"] },\n    "instant": {\n      "description": "An instant in UTC.",\n      "type": "string",\n      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",\n      "examples": ["2026-12-01T12:00:00Z"]\n    },\n    "tier": { "description": "0 is the most critical.", "type": "integer", "enum": [0, 1, 2], "examples": [0] },\n    "severity": { "description": "A severity.", "type": "string", "enum": ["none", "low", "medium", "high", "critical", "unknown"], "examples": ["high"] },\n    "state": { "description": "How the finding relates to the change.", "type": "string", "enum": ["introduced", "newly-disclosed", "existing", "unknown"], "examples": ["introduced"] },\n    "verdict": { "description": "What the gate answers.", "type": "string", "enum": ["pass", "warn", "block"], "examples": ["block"] },\n    "reason": {\n      "description": "Why an outcome has its verdict.",\n      "type": "string",\n      "enum": ["rule", "no-rule", "excepted", "suppressed", "monitored", "below-count", "fixed"],\n      "examples": ["excepted"]\n    },\n    "count": { "description": "How many findings.", "type": "integer", "minimum": 0, "maximum": 1000000, "examples": [1] },\n    "word": { "description": "A text.", "type": "string", "minLength": 1, "maxLength": 500, "examples": ["js/sql-injection"] },\n    "words": { "description": "A list of texts.", "type": "array", "maxItems": 500, "items": { "$ref": "#/definitions/word" }, "examples": [["CVE-2026-1234"]] },\n    "files": {\n      "description": "Files, directories or globs, as paths from this file.",\n      "type": "array",\n      "minItems": 1,\n      "maxItems": 100,\n      "items": { "$ref": "#/definitions/path" },\n      "examples": [["results/*.sarif"]]\n    },\n    "asset": {\n      "title": "TestAssetEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["name", "paths", "tier"],\n      "properties": {\n        "name": { "description": "Name of the asset.", "$ref": "#/definitions/word", "examples": ["core"] },\n        "paths": { "description": "Globs of its paths.", "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/definitions/word" }, "examples": [["core/**"]] },\n        "tier": { "description": "How critical it is.", "$ref": "#/definitions/tier", "examples": [0] },\n        "exposure": { "description": "Who can reach it.", "$ref": "#/definitions/word", "examples": ["internet"] }\n      }\n    },\n    "test": {\n      "title": "TestEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "required": ["name"],\n      "properties": {\n        "name": { "description": "What the test shows, as a sentence.", "$ref": "#/definitions/word", "examples": ["a new high finding blocks"] },\n        "findings": {\n          "description": "Findings in short form; every required scan and feed then counts as complete, unless `scans` says otherwise.",\n          "type": "array",\n          "maxItems": 1000,\n          "items": { "$ref": "#/definitions/finding" },\n          "examples": [[{ "severity": "high", "path": "src/app.ts" }]]\n        },\n        "sarif": { "description": "Scanner output to evaluate instead.", "$ref": "#/definitions/files", "examples": [["results/*.sarif"]] },\n        "baseline": { "description": "With `sarif`: SARIF of the base commit.", "$ref": "#/definitions/files", "examples": [["baseline/*.sarif"]] },\n        "kev": { "description": "With `sarif`: KEV catalogue.", "$ref": "#/definitions/files", "examples": [["kev.json"]] },\n        "epss": { "description": "With `sarif`: EPSS scores.", "$ref": "#/definitions/files", "examples": [["epss.csv"]] },\n        "vex": { "description": "With `sarif`: OpenVEX statements.", "$ref": "#/definitions/files", "examples": [["vex.json"]] },\n        "diff": { "description": "With `sarif`: unified diff of the change.", "$ref": "#/definitions/path", "examples": ["change.diff"] },\n        "source-root": { "description": "With `sarif`: root of the checkout. Default: this file\'s directory.", "$ref": "#/definitions/path", "examples": [".."] },\n        "scans": {\n          "description": "With `findings`: what became of required scans, by id; of feeds, as `\\"feed:kev\\"`.",\n          "type": "object",\n          "minProperties": 1,\n          "additionalProperties": {\n            "description": "State of the evidence.",\n            "type": "string",\n            "enum": ["complete", "missing", "degraded", "failed", "invalid", "stale"],\n            "examples": ["missing"]\n          },\n          "examples": [{ "sast": "missing" }]\n        },\n        "now": { "description": "The instant of this test.", "$ref": "#/definitions/instant", "examples": ["2026-12-01T12:00:00Z"] },\n        "tier": { "description": "Tier of paths that no asset names.", "$ref": "#/definitions/tier", "examples": [1] },\n        "event": {\n          "description": "Event that the change came with.",\n          "type": "string",\n          "enum": ["pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment", "merge_group", "push", "schedule", "workflow_dispatch", "workflow_run", "issue_comment"],\n          "examples": ["pull_request"]\n        },\n        "branch": { "description": "Branch that the change goes to.", "$ref": "#/definitions/word", "examples": ["main"] },\n        "expect": { "$ref": "#/definitions/expect" }\n      },\n      "examples": [{ "name": "a new high finding blocks", "findings": [{ "severity": "high" }], "expect": { "verdict": "block" } }]\n    },\n    "finding": {\n      "title": "TestFindingEntry",\n      "description": "A finding in short form; what is not given is ordinary, or unknown.",\n      "type": "object",\n      "additionalProperties": false,\n      "properties": {\n        "severity": { "description": "Severity of the finding.", "default": "high", "$ref": "#/definitions/severity", "examples": ["high"] },\n        "score": { "description": "Score behind the severity.", "type": "number", "exclusiveMinimum": 0, "maximum": 10, "examples": [8.8] },\n        "category": { "description": "Default `sast`; `sca` for a finding with a package.", "type": "string", "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"], "examples": ["sast"] },\n        "path": { "description": "Path in the repository.", "default": "src/app.ts", "$ref": "#/definitions/word", "examples": ["src/app.ts"] },\n        "line": { "description": "Line in the file.", "type": "integer", "minimum": 1, "maximum": 10000000, "examples": [12] },\n        "state": { "description": "How it relates to the change.", "default": "introduced", "$ref": "#/definitions/state", "examples": ["existing"] },\n        "in-diff": { "description": "Whether its place is part of the change. Default: not known.", "type": "boolean", "examples": [true] },\n        "kev": { "description": "Whether it is known to be exploited. Default: not known.", "type": "boolean", "examples": [true] },\n        "malware": { "description": "Whether it is malware. Its severity is then `critical`, unless given.", "default": false, "type": "boolean", "examples": [true] },\n        "epss": { "description": "EPSS score. Default: not known.", "type": "number", "minimum": 0, "maximum": 1, "examples": [0.4] },\n        "reachability": { "description": "Default `unknown`.", "type": "string", "enum": ["reachable", "potential", "unreachable", "unknown"], "examples": ["reachable"] },\n        "fix-available": { "description": "Whether there is a fix. Default: not known; true with `fixed-version`.", "type": "boolean", "examples": [true] },\n        "package": { "description": "Package URL.", "type": "string", "pattern": "^pkg:[a-z][a-z0-9.+-]*/\\\\S+$", "maxLength": 500, "examples": ["pkg:npm/lodash@4.17.20"] },\n        "fixed-version": { "description": "Version that has the fix.", "$ref": "#/definitions/word", "examples": ["4.17.21"] },\n        "tool": { "description": "Name of the scanner.", "default": "Scanner", "$ref": "#/definitions/word", "examples": ["Semgrep"] },\n        "rule-id": { "description": "The scanner\'s rule id.", "default": "rule", "$ref": "#/definitions/word", "examples": ["js/sql-injection"] },\n        "identifiers": { "description": "CVE, GHSA, CWE and the like.", "$ref": "#/definitions/words", "examples": [["CVE-2026-1234", "CWE-79"]] },\n        "tags": { "description": "Tags of the rule.", "$ref": "#/definitions/words", "examples": [["security"]] },\n        "age": { "description": "Time since first detection. Default: detected now.", "type": "string", "pattern": "^[1-9][0-9]{0,4}[hdw]$", "examples": ["30d"] },\n        "suppression": { "description": "The scanner says that it is suppressed.", "type": "string", "enum": ["in-source", "external"], "examples": ["in-source"] },\n        "id": { "description": "Id of the finding, for exceptions that name it.", "type": "string", "pattern": "^F-[0-9a-f]{32}$", "examples": ["F-0123456789abcdef0123456789abcdef"] },\n        "times": { "description": "So many findings like this one.", "default": 1, "type": "integer", "minimum": 1, "maximum": 10000, "examples": [21] },\n        "expect": {\n          "description": "What is expected of this finding alone: a verdict, or a reason such as `excepted`.",\n          "type": "string",\n          "enum": ["pass", "warn", "block", "rule", "no-rule", "excepted", "suppressed", "monitored", "below-count"],\n          "examples": ["block"]\n        }\n      },\n      "examples": [{ "severity": "high", "path": "src/app.ts" }]\n    },\n    "expect": {\n      "title": "ExpectEntry",\n      "description": "What is expected; what is not named is not checked.",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "verdict": { "description": "The verdict on the whole.", "$ref": "#/definitions/verdict", "examples": ["block"] },\n        "completeness": { "description": "Whether all evidence is there.", "type": "string", "enum": ["complete", "incomplete"], "examples": ["complete"] },\n        "block": { "description": "Findings that block.", "$ref": "#/definitions/count", "examples": [1] },\n        "warn": { "description": "Findings that warn.", "$ref": "#/definitions/count", "examples": [2] },\n        "pass": { "description": "Findings that pass.", "$ref": "#/definitions/count", "examples": [3] },\n        "total": { "description": "Findings, without fixed ones.", "$ref": "#/definitions/count", "examples": [6] },\n        "excepted": { "description": "Findings under an exception.", "$ref": "#/definitions/count", "examples": [0] },\n        "suppressed": { "description": "Findings whose suppression is honoured.", "$ref": "#/definitions/count", "examples": [0] },\n        "monitored": { "description": "Findings that only rules in monitor mode match.", "$ref": "#/definitions/count", "examples": [0] },\n        "fixed": { "description": "Findings of the baseline that are gone.", "$ref": "#/definitions/count", "examples": [0] },\n        "rules": { "description": "The rules that match any finding: exactly these, in any order.", "$ref": "#/definitions/words", "examples": [["introduced-high"]] },\n        "scans": {\n          "description": "State or verdict of scans, by id.",\n          "type": "object",\n          "minProperties": 1,\n          "additionalProperties": {\n            "description": "A state of evidence or a verdict.",\n            "type": "string",\n            "enum": ["pass", "warn", "block", "complete", "degraded", "failed", "missing", "invalid", "stale", "not-applicable"],\n            "examples": ["missing"]\n          },\n          "examples": [{ "sast": "missing" }]\n        },\n        "findings": {\n          "description": "What is expected of findings: each entry must fit at least one, and every one that it fits must be as expected.",\n          "type": "array",\n          "minItems": 1,\n          "maxItems": 1000,\n          "items": { "$ref": "#/definitions/expectedFinding" },\n          "examples": [[{ "path": "src/app.ts", "verdict": "block" }]]\n        }\n      },\n      "examples": [{ "verdict": "block" }]\n    },\n    "expectedFinding": {\n      "title": "ExpectedFindingEntry",\n      "type": "object",\n      "additionalProperties": false,\n      "minProperties": 1,\n      "properties": {\n        "finding": { "description": "Which: its id.", "type": "string", "pattern": "^F-[0-9a-f]{32}$", "examples": ["F-0123456789abcdef0123456789abcdef"] },\n        "path": { "description": "Which: its path.", "$ref": "#/definitions/word", "examples": ["src/app.ts"] },\n        "line": { "description": "Which: its line.", "type": "integer", "minimum": 1, "maximum": 10000000, "examples": [12] },\n        "tool": { "description": "Which: its scanner.", "$ref": "#/definitions/word", "examples": ["Semgrep"] },\n        "rule-id": { "description": "Which: the scanner\'s rule id.", "$ref": "#/definitions/word", "examples": ["js/sql-injection"] },\n        "identifier": { "description": "Which: one of its identifiers.", "$ref": "#/definitions/word", "examples": ["CVE-2026-1234"] },\n        "verdict": { "description": "Expected verdict.", "$ref": "#/definitions/verdict", "examples": ["block"] },\n        "reason": { "description": "Expected reason.", "$ref": "#/definitions/reason", "examples": ["excepted"] },\n        "tier": { "description": "Expected tier.", "$ref": "#/definitions/tier", "examples": [0] },\n        "severity": { "description": "Expected severity.", "$ref": "#/definitions/severity", "examples": ["high"] },\n        "state": { "description": "Expected state.", "type": "string", "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"], "examples": ["existing"] },\n        "rules": { "description": "The rules that match it: exactly these, in any order.", "$ref": "#/definitions/words", "examples": [["introduced-high"]] }\n      },\n      "examples": [{ "path": "src/app.ts", "verdict": "block" }]\n    }\n  }\n}\n';

// src/generated/schemas/rows.ts
var ROWS_SCHEMA = '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "$id": "https://policy-gate.dev/schemas/rows-1.json",\n  "title": "Policy Gate rows",\n  "description": "Decisions as flat tables for a warehouse, one JSON object a line: the tables decisions, outcomes, exceptions and scans. Every column is in every row; what is not known is null, times are UTC.",\n  "anyOf": [{ "$ref": "#/definitions/decisionRow" }, { "$ref": "#/definitions/outcomeRow" }, { "$ref": "#/definitions/exceptionRow" }, { "$ref": "#/definitions/scanRow" }],\n  "definitions": {\n    "decision_sha256": {"description": "SHA-256 of the decision file, in hex: the key of a decision in all tables.", "type": "string", "pattern": "^[0-9a-f]{64}$"},\n    "gate_version": {"description": "Version of the gate that decided; null in decisions of version 1.", "type": ["string", "null"]},\n    "repository": {"description": "OWNER/REPO.", "type": ["string", "null"]},\n    "event": {"description": "Event that the run came with.", "type": ["string", "null"]},\n    "branch": {"description": "Branch that was pushed or scanned, for a pull request the one that it goes to; null where the decision does not tell.", "type": ["string", "null"]},\n    "merged": {"description": "Whether the judged commit lay on that branch when it was judged: true for a push or a scheduled run, false for a pull request or a merge queue, null where the event is not known.", "type": ["boolean", "null"]},\n    "pull_request": {"description": "Number of the pull request.", "type": ["integer", "null"]},\n    "evaluated_at": {"description": "Instant of the evaluation, ISO 8601 UTC.", "type": "string"},\n    "evaluated_s": {"description": "The same in whole seconds since 1970.", "type": "integer"},\n    "evaluated_month": {"description": "Its month, YYYY-MM.", "type": "string", "pattern": "^\\\\d{4}-\\\\d{2}$"},\n    "decisionRow": {\n      "description": "One row a decision.",\n      "type": "object", "additionalProperties": false,\n      "required": ["decision_sha256", "gate_version", "repository", "event", "branch", "merged", "pull_request", "evaluated_at", "evaluated_s", "evaluated_month", "schema_version", "gate_commit", "run_id", "base_sha", "head_sha", "scanned_sha", "verdict", "completeness", "block", "warn", "pass", "total", "excepted", "suppressed", "monitored", "fixed", "results", "would_block", "would_warn", "problems"],\n      "properties": {\n        "decision_sha256": {"$ref": "#/definitions/decision_sha256"},\n        "gate_version": {"$ref": "#/definitions/gate_version"},\n        "repository": {"$ref": "#/definitions/repository"},\n        "event": {"$ref": "#/definitions/event"},\n        "branch": {"$ref": "#/definitions/branch"},\n        "merged": {"$ref": "#/definitions/merged"},\n        "pull_request": {"$ref": "#/definitions/pull_request"},\n        "evaluated_at": {"$ref": "#/definitions/evaluated_at"},\n        "evaluated_s": {"$ref": "#/definitions/evaluated_s"},\n        "evaluated_month": {"$ref": "#/definitions/evaluated_month"},\n        "schema_version": {"description": "Version of the decision file.", "type": "integer"},\n        "gate_commit": {"description": "Commit of the gate that decided.", "type": ["string", "null"]},\n        "run_id": {"description": "The run of the CI system.", "type": ["integer", "null"]},\n        "base_sha": {"description": "Commit that was compared with.", "type": ["string", "null"]},\n        "head_sha": {"description": "Commit that was judged.", "type": ["string", "null"]},\n        "scanned_sha": {"description": "Commit whose tree was scanned.", "type": ["string", "null"]},\n        "verdict": {"description": "Null where the run could not decide.", "enum": ["pass", "warn", "block", null]},\n        "completeness": {"description": "Whether all evidence was there.", "enum": ["complete", "incomplete"]},\n        "block": {"description": "Findings that block.", "type": "integer"},\n        "warn": {"description": "Findings that warn.", "type": "integer"},\n        "pass": {"description": "Findings that pass.", "type": "integer"},\n        "total": {"description": "block + warn + pass.", "type": "integer"},\n        "excepted": {"description": "Of the passing, under an exception.", "type": "integer"},\n        "suppressed": {"description": "Of the passing, suppressed by the scanner.", "type": "integer"},\n        "monitored": {"description": "Of the passing, only by the mode of their rules.", "type": "integer"},\n        "fixed": {"description": "In the baseline and gone.", "type": "integer"},\n        "results": {"description": "SARIF results read.", "type": "integer"},\n        "would_block": {"description": "Findings that would block if every rule were enforced and do not now; null where the file does not tell.", "type": ["integer", "null"]},\n        "would_warn": {"description": "The same for warnings.", "type": ["integer", "null"]},\n        "problems": {"description": "Problems for which the run could not decide.", "type": "integer"}\n      }\n    },\n    "outcomeRow": {\n      "description": "One row a decision and finding, gone ones included.",\n      "type": "object", "additionalProperties": false,\n      "required": ["decision_sha256", "gate_version", "repository", "event", "branch", "merged", "pull_request", "evaluated_at", "evaluated_s", "evaluated_month", "finding_id", "is_open", "was_looked_for", "tool", "tool_key", "tool_version", "rule_id", "category", "severity", "severity_source", "score", "message", "path", "start_line", "claimed_place", "place_problem", "asset", "tier", "exposure", "owners", "state", "in_diff", "identifiers", "package_purl", "package_name", "package_version", "fixed_version", "fix_available", "kev", "epss", "reachability", "malware", "first_detected", "first_detected_s", "verdict", "reason", "rules", "controls", "blocked_by_rule", "would", "sla_due", "sla_due_s", "sla_status", "exception_id", "exception_expires"],\n      "properties": {\n        "decision_sha256": {"$ref": "#/definitions/decision_sha256"},\n        "gate_version": {"$ref": "#/definitions/gate_version"},\n        "repository": {"$ref": "#/definitions/repository"},\n        "event": {"$ref": "#/definitions/event"},\n        "branch": {"$ref": "#/definitions/branch"},\n        "merged": {"$ref": "#/definitions/merged"},\n        "pull_request": {"$ref": "#/definitions/pull_request"},\n        "evaluated_at": {"$ref": "#/definitions/evaluated_at"},\n        "evaluated_s": {"$ref": "#/definitions/evaluated_s"},\n        "evaluated_month": {"$ref": "#/definitions/evaluated_month"},\n        "finding_id": {"description": "Id of the finding, the same in every run.", "type": "string"},\n        "is_open": {"description": "False where the finding is gone; true too where it is not reported because nothing looked for it.", "type": "boolean"},\n        "was_looked_for": {"description": "False where the finding is not reported because its tool or rule did not run.", "type": "boolean"},\n        "tool": {"description": "Name of the tool.", "type": "string"},\n        "tool_key": {"description": "The name without what differs from run to run: joins outcomes and scans.", "type": "string"},\n        "tool_version": {"description": "Version of the tool.", "type": ["string", "null"]},\n        "rule_id": {"description": "Rule of the tool.", "type": "string"},\n        "category": {"description": "What kind of finding it is.", "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other"]},\n        "severity": {"description": "Severity.", "enum": ["none", "low", "medium", "high", "critical", "unknown"]},\n        "severity_source": {"description": "Where the severity is from.", "type": "string"},\n        "score": {"description": "Score, above 0 to 10.", "type": ["number", "null"]},\n        "message": {"description": "Message of the tool, secrets masked.", "type": "string"},\n        "path": {"description": "File that decides.", "type": ["string", "null"]},\n        "start_line": {"description": "Line in it, from 1.", "type": ["integer", "null"]},\n        "claimed_place": {"description": "Place that the tool claims where no file of the repository is meant for sure.", "type": ["string", "null"]},\n        "place_problem": {"description": "Why it is not known which file is meant.", "type": ["string", "null"]},\n        "asset": {"description": "Asset of the policy.", "type": ["string", "null"]},\n        "tier": {"description": "Tier of the asset, 0 the most critical.", "type": "integer"},\n        "exposure": {"description": "Exposure of the asset.", "type": ["string", "null"]},\n        "owners": {"description": "Owners, joined by blanks.", "type": "string"},\n        "state": {"description": "State against the baseline.", "enum": ["introduced", "newly-disclosed", "existing", "fixed", "unknown"]},\n        "in_diff": {"description": "Whether the change touches it.", "type": ["boolean", "null"]},\n        "identifiers": {"description": "CVE, GHSA, CWE and others, joined by blanks.", "type": "string"},\n        "package_purl": {"description": "Package URL.", "type": ["string", "null"]},\n        "package_name": {"description": "Package.", "type": ["string", "null"]},\n        "package_version": {"description": "Its version.", "type": ["string", "null"]},\n        "fixed_version": {"description": "First version without the vulnerability.", "type": ["string", "null"]},\n        "fix_available": {"description": "Whether there is a fix.", "type": ["boolean", "null"]},\n        "kev": {"description": "Known to be exploited.", "type": ["boolean", "null"]},\n        "epss": {"description": "Probability of exploitation, 0 to 1.", "type": ["number", "null"]},\n        "reachability": {"description": "Whether the weakness can be reached.", "enum": ["reachable", "potential", "unreachable", "unknown"]},\n        "malware": {"description": "Made to do harm; null in decisions that do not tell.", "type": ["boolean", "null"]},\n        "first_detected": {"description": "First detection as the run knew it, ISO 8601 UTC.", "type": ["string", "null"]},\n        "first_detected_s": {"description": "The same in whole seconds since 1970.", "type": ["integer", "null"]},\n        "verdict": {"description": "Verdict.", "enum": ["pass", "warn", "block"]},\n        "reason": {"description": "Why.", "enum": ["rule", "no-rule", "excepted", "suppressed", "monitored", "below-count", "fixed"]},\n        "rules": {"description": "Rules that matched, joined by blanks.", "type": "string"},\n        "controls": {"description": "Controls of these rules, joined by blanks.", "type": "string"},\n        "blocked_by_rule": {"description": "Whether a rule says block, whatever an exception makes of it.", "type": "boolean"},\n        "would": {"description": "Verdict if every rule were enforced; null where modes hold nothing back.", "enum": ["pass", "warn", "block", null]},\n        "sla_due": {"description": "Time by which it is to be fixed, as the run knew it, ISO 8601 UTC.", "type": ["string", "null"]},\n        "sla_due_s": {"description": "The same in whole seconds since 1970.", "type": ["integer", "null"]},\n        "sla_status": {"description": "How it stands to that time.", "enum": ["within", "due-soon", "breached", null]},\n        "exception_id": {"description": "Exception that holds.", "type": ["string", "null"]},\n        "exception_expires": {"description": "Its end as the record writes it.", "type": ["string", "null"]}\n      }\n    },\n    "exceptionRow": {\n      "description": "One row a decision, exception and approver.",\n      "type": "object", "additionalProperties": false,\n      "required": ["decision_sha256", "gate_version", "repository", "event", "branch", "merged", "pull_request", "evaluated_at", "evaluated_s", "evaluated_month", "exception_id", "status", "source", "finding_id", "covers", "type", "reason", "owner", "ticket", "controls", "quorum_needed", "quorum_have", "approver_index", "approver", "approved_at", "approved_s", "expires", "expires_s", "problem"],\n      "properties": {\n        "decision_sha256": {"$ref": "#/definitions/decision_sha256"},\n        "gate_version": {"$ref": "#/definitions/gate_version"},\n        "repository": {"$ref": "#/definitions/repository"},\n        "event": {"$ref": "#/definitions/event"},\n        "branch": {"$ref": "#/definitions/branch"},\n        "merged": {"$ref": "#/definitions/merged"},\n        "pull_request": {"$ref": "#/definitions/pull_request"},\n        "evaluated_at": {"$ref": "#/definitions/evaluated_at"},\n        "evaluated_s": {"$ref": "#/definitions/evaluated_s"},\n        "evaluated_month": {"$ref": "#/definitions/evaluated_month"},\n        "exception_id": {"description": "Id of the exception.", "type": "string"},\n        "status": {"description": "What became of it.", "enum": ["active", "expiring", "expired", "unused", "invalid", "requested", "rejected", "revoked"]},\n        "source": {"description": "Where it is from.", "enum": ["file", "comment"]},\n        "finding_id": {"description": "Finding that it covers.", "type": ["string", "null"]},\n        "covers": {"description": "What it covers, as its record says it; null where the decision does not tell.", "type": ["string", "null"]},\n        "type": {"description": "Its type; null where the decision does not tell.", "enum": ["risk-accept", "false-positive", "mitigated", "vendor-dependency", "break-glass", null]},\n        "reason": {"description": "Why.", "type": ["string", "null"]},\n        "owner": {"description": "Who answers for it.", "type": ["string", "null"]},\n        "ticket": {"description": "Ticket.", "type": ["string", "null"]},\n        "controls": {"description": "Controls that compensate, joined by a semicolon and a blank.", "type": "string"},\n        "quorum_needed": {"description": "Approvals that it needs.", "type": ["integer", "null"]},\n        "quorum_have": {"description": "Approvals that it has.", "type": ["integer", "null"]},\n        "approver_index": {"description": "An exception has a row for each approver, counted from 1; one row where there is none.", "type": "integer"},\n        "approver": {"description": "Login of the approver.", "type": ["string", "null"]},\n        "approved_at": {"description": "When this approver approved, ISO 8601 UTC.", "type": ["string", "null"]},\n        "approved_s": {"description": "The same in whole seconds since 1970.", "type": ["integer", "null"]},\n        "expires": {"description": "End as the record writes it.", "type": ["string", "null"]},\n        "expires_s": {"description": "Last second at which it holds, since 1970.", "type": ["integer", "null"]},\n        "problem": {"description": "Why it does not hold.", "type": ["string", "null"]}\n      }\n    },\n    "scanRow": {\n      "description": "One row a decision, scan and tool.",\n      "type": "object", "additionalProperties": false,\n      "required": ["decision_sha256", "gate_version", "repository", "event", "branch", "merged", "pull_request", "evaluated_at", "evaluated_s", "evaluated_month", "scan_id", "category", "state", "verdict", "reason", "tool_index", "tool", "tool_key", "tool_version", "results"],\n      "properties": {\n        "decision_sha256": {"$ref": "#/definitions/decision_sha256"},\n        "gate_version": {"$ref": "#/definitions/gate_version"},\n        "repository": {"$ref": "#/definitions/repository"},\n        "event": {"$ref": "#/definitions/event"},\n        "branch": {"$ref": "#/definitions/branch"},\n        "merged": {"$ref": "#/definitions/merged"},\n        "pull_request": {"$ref": "#/definitions/pull_request"},\n        "evaluated_at": {"$ref": "#/definitions/evaluated_at"},\n        "evaluated_s": {"$ref": "#/definitions/evaluated_s"},\n        "evaluated_month": {"$ref": "#/definitions/evaluated_month"},\n        "scan_id": {"description": "Id of the scan that the policy asks for, or name of the file.", "type": "string"},\n        "category": {"description": "Category that the policy asks for; for other files that of the tool, null where it has several or is not known.", "enum": ["sast", "sca", "secret", "iac", "container", "quality", "other", null]},\n        "state": {"description": "State of the evidence.", "enum": ["complete", "degraded", "failed", "missing", "invalid", "stale", "not-applicable"]},\n        "verdict": {"description": "What the state costs.", "enum": ["pass", "warn", "block"]},\n        "reason": {"description": "Why.", "type": "string"},\n        "tool_index": {"description": "A scan has a row for each tool, counted from 1; one row where there is none.", "type": "integer"},\n        "tool": {"description": "Name of the tool.", "type": ["string", "null"]},\n        "tool_key": {"description": "The name without what differs from run to run.", "type": ["string", "null"]},\n        "tool_version": {"description": "Version of the tool.", "type": ["string", "null"]},\n        "results": {"description": "Results of the tool.", "type": ["integer", "null"]}\n      }\n    }\n  }\n}\n';

// src/generated/schemas.ts
var SCHEMAS = {
  "policy": POLICY_SCHEMA,
  "exceptions": EXCEPTIONS_SCHEMA,
  "decision": DECISION_SCHEMA,
  "policy-test": POLICY_TEST_SCHEMA,
  "rows": ROWS_SCHEMA
};

// src/cli/commands/schema.ts
var NAMES2 = Object.keys(SCHEMAS);
var schemaCommand = {
  words: NAMES2.join("|"),
  flags: {},
  async run({ words: words3 }, terminal) {
    const [name, ...more] = words3;
    const schema = name !== void 0 && Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : void 0;
    if (schema === void 0 || more.length > 0) {
      const problem = name === void 0 ? "schema needs a name" : `There is no schema ${words3.join(" ")}`;
      throw configurationError(problem, oneOfHint(name ?? "", NAMES2));
    }
    await terminal.out(schema.endsWith("\n") ? schema : `${schema}
`);
    return EXIT.pass;
  }
};

// src/cli/commands/simulate.ts
import { dirname as dirname2 } from "node:path";

// src/core/reports/terminal/simulation-text.ts
var SHOWN4 = { reports: 40, findings: 5, rules: 20 };
function simulationText(reports) {
  const total = totalOf(reports);
  const told = reports.filter(
    ({ effect }) => effect.changes.length > 0 || effect.scans.length > 0 || effect.before.verdict !== effect.after.verdict
  );
  const rules = total.rules.slice(0, SHOWN4.rules).map(
    ({ id, layer, newlyBlocking, noLongerBlocking }) => `  ${visibleLine(id)} (${visibleLine(layer)}): ${newlyBlocking} newly, ${noLongerBlocking} no longer`
  );
  const lines = [
    ...told.slice(0, SHOWN4.reports).flatMap(reportLines),
    ...told.length > SHOWN4.reports ? [`\u2026 and ${told.length - SHOWN4.reports} more reports that change`] : [],
    ...told.length === 0 ? [] : [""],
    `${count(total.reports, "report")}, ${total.changed} with another verdict`,
    `  ${"verdict".padEnd(8)}${"before".padStart(8)}${"after".padStart(8)}`,
    ...VERDICTS.map((verdict) => {
      const { before: before2, after: after2 } = total.verdicts[verdict];
      return `  ${verdict.padEnd(8)}${String(before2).padStart(8)}${String(after2).padStart(8)}`;
    }),
    `Findings that newly block: ${total.newlyBlocking}; that no longer block: ${total.noLongerBlocking}`,
    ...rules,
    ...total.rules.length > SHOWN4.rules ? [`  \u2026 and ${total.rules.length - SHOWN4.rules} more rules`] : [],
    ...total.gaps.map(({ gap: gap3, reports: reports2 }) => `Assumed for ${count(reports2, "report")}: ${gapText(gap3)}`)
  ];
  return commandSafe(`${lines.join("\n")}
`);
}
function reportLines({ name, effect }) {
  const { before: before2, after: after2, changes, newlyBlocking, noLongerBlocking, scans } = effect;
  const head2 = `${visibleLine(name)}: ${before2.verdict} \u2192 ${after2.verdict} (blocking ${before2.counts.block} \u2192 ${after2.counts.block}, warnings ${before2.counts.warn} \u2192 ${after2.counts.warn}; ${newlyBlocking} newly block, ${noLongerBlocking} no longer)`;
  const hidden = changes.length - SHOWN4.findings;
  return [
    head2,
    ...changes.slice(0, SHOWN4.findings).map(changeLine),
    ...hidden > 0 ? [`  \u2026 and ${hidden} more findings`] : [],
    ...scans.map(
      ({ id, before: old, after: now }) => `  scan ${visibleLine(id)}: ${old ?? "not asked for"} \u2192 ${now ?? "not asked for"}`
    )
  ];
}
function changeLine({ finding, before: before2, after: after2, rules }) {
  const place = whereText(finding);
  const deciding = (rules.after.length > 0 ? rules.after : rules.before).map(({ id }) => visibleLine(id)).join(", ");
  return `  ${before2} \u2192 ${after2}  ${visibleLine(place)}  ${visibleLine(finding.ruleId)} (${visibleLine(finding.tool)})${deciding === "" ? "" : `; rule ${deciding}`}`;
}
function simulationJson(reports) {
  const view = reports.map(({ name, change, effect, gaps }) => ({
    name,
    change,
    before: effect.before,
    after: effect.after,
    newlyBlocking: effect.newlyBlocking,
    noLongerBlocking: effect.noLongerBlocking,
    changes: effect.changes.map(({ id, finding, before: before2, after: after2, tier, rules }) => ({
      finding: id,
      tool: finding.tool,
      ruleId: finding.ruleId,
      severity: finding.severity,
      location: finding.location,
      before: before2,
      after: after2,
      tier,
      rules
    })),
    rules: effect.rules,
    scans: effect.scans,
    assumed: gaps
  }));
  return `${jsonText({ total: totalOf(reports), reports: view }, 2)}
`;
}

// src/cli/tell-ignored.ts
function tellIgnored(ignored, terminal) {
  const [first] = ignored;
  if (first === void 0) return;
  const files = ignored.length === 1 ? "1 JSON file is" : `${ignored.length} JSON files are`;
  tellLine(terminal, `${files} neither a decision nor SARIF, such as ${first}`);
}

// src/cli/commands/stored-runs.ts
function tellUndecided(undecided, terminal) {
  const [first] = undecided;
  if (first === void 0) return;
  const runs = undecided.length === 1 ? "1 run" : `${undecided.length} runs`;
  tellLine(
    terminal,
    `${runs} could not decide, such as ${first.name}: ${first.undecided.problems[0]?.message ?? "no reason"}`
  );
}

// src/cli/commands/simulate.ts
var FORMATS4 = ["text", "json", "markdown"];
var FLAGS6 = {
  policy: { value: "FILE", help: "the candidate: policy file, or preset:NAME" },
  current: { value: "FILE", help: "policy to compare with; default: the stored verdicts. SARIF needs it" },
  exceptions: { value: "FILE", help: "exceptions that apply; default: those that stored decisions show as holding" },
  tier: { value: "N", help: "tier of paths that no asset names; default as stored, or 1" },
  now: { value: "ISO-8601", help: "the instant to evaluate at; default the instant of each stored decision" },
  "layer-source": EVALUATION_FLAGS["layer-source"],
  format: { value: "FORMAT", help: `${FORMATS4.join(", ")}; default text` }
};
var simulateCommand = {
  words: "DIR\u2026",
  flags: FLAGS6,
  async run(args, terminal) {
    const format = oneFormat(args, FORMATS4);
    const setting = await settingOf2(args, terminal);
    const progress = progressOf(terminal);
    const reports = [];
    const { sarif, judged, ignored, undecided } = readStoredReports(args.words, terminal.cwd, (file) => {
      progress(`Simulating ${file.name}`);
      reports.push(ofDecision(file, setting));
    });
    if (reports.length + sarif.length === 0) {
      throw configurationError(
        `there is no decision file and no SARIF in ${args.words.join(", ")}`,
        "Keep decision.json of your runs there"
      );
    }
    for (const directory of new Set(sarif.map(({ name }) => dirname2(name)))) {
      const files = sarif.filter(({ name }) => dirname2(name) === directory);
      reports.push(await ofSarif(directory, files, setting, args, terminal));
    }
    progress(null);
    tellUndecided(undecided, terminal);
    const left = judged.length === 1 ? "1 SARIF file belongs" : `${judged.length} SARIF files belong`;
    if (judged.length > 0) tellLine(terminal, `${left} to decisions that are here, and not judged again`);
    tellIgnored(ignored, terminal);
    await terminal.out(rendered(format, reports));
    return EXIT.pass;
  }
};
async function settingOf2(args, terminal) {
  if (args.words.length === 0)
    throw configurationError("simulate needs a directory", "Give directories with decision files or SARIF");
  const { cwd, layerSources, exceptions, now } = requestOfFlags(args, terminal);
  const port = localPolicyPort({ cwd, sourceRoot: null, layerSources });
  const one = (name) => flagValue(args, name);
  const policy = one("policy");
  if (policy === null) throw configurationError("simulate needs a candidate policy", "Name it with --policy");
  const current = one("current");
  const tier = one("tier");
  const candidate = await requiredPolicy(policy, port);
  const compared2 = current === null ? null : await requiredPolicy(current, port);
  tellLayers(port, terminal);
  return {
    candidate,
    current: compared2,
    exceptions: (await readExceptions(exceptions, null, port))?.records ?? null,
    defaultTier: tier === null ? null : tierOf(tier),
    now: one("now") === null ? null : now
  };
}
function ofDecision({ name, decision }, { candidate, current, ...options }) {
  const after2 = replay(decision, candidate, options);
  const before2 = current === null ? decision : decide(replay(decision, current, options).evaluation);
  return { name, change: decision.change, effect: compareDecisions(before2, decide(after2.evaluation)), gaps: after2.gaps };
}
async function ofSarif(directory, files, { exceptions }, args, terminal) {
  const request = requestOfFlags(args, terminal);
  const current = flagValue(args, "current");
  if (current === null) {
    throw configurationError(
      `${directory} holds SARIF, which has no verdict of its own`,
      "Name the policy to compare with: --current FILE"
    );
  }
  const decisionBy = async (policy) => {
    const asked = { ...request, policy, sarif: files.map(({ path }) => path) };
    return decide({ ...await prepare(asked, localPorts(asked), () => void 0), exceptions: exceptions ?? [] });
  };
  const effect = compareDecisions(await decisionBy(current), await decisionBy(request.policy));
  return { name: directory, change: null, effect, gaps: [] };
}
function rendered(format, reports) {
  switch (format) {
    case "text":
      return simulationText(reports);
    case "json":
      return simulationJson(reports);
    case "markdown":
      return `${simulationMarkdown(reports)}
`;
    default:
      return format;
  }
}

// src/cli/commands/test.ts
import { dirname as dirname3, resolve as resolve7 } from "node:path";

// src/core/policy-test/check.ts
var COUNTS = ["block", "warn", "pass", "total", "excepted", "suppressed", "monitored", "fixed"];
function mismatchesOf(expect, decision) {
  const rules = [...new Set(decision.outcomes.flatMap((outcome2) => outcome2.rules.map(({ id }) => id)))];
  return [
    ...differ("verdict", expect.verdict, decision.verdict, culprit(expect.verdict, decision)),
    ...differ("completeness", expect.completeness, decision.completeness),
    ...COUNTS.flatMap((count3) => differ(count3, expect[count3], decision.counts[count3])),
    ...differ("rules", sorted(expect.rules), sorted(rules)),
    ...Object.entries(expect.scans ?? {}).flatMap(([id, wanted]) => scanMismatches(id, wanted, decision)),
    ...(expect.findings ?? []).flatMap((wanted) => findingMismatches(wanted, decision))
  ];
}
function ownMismatches(findings, { outcomes }) {
  const byId = new Map(outcomes.map((outcome2) => [outcome2.id, outcome2]));
  return findings.flatMap(({ id, expect }) => {
    const outcome2 = byId.get(id);
    if (expect === void 0 || outcome2 === void 0) return [];
    const isVerdict = VERDICTS.some((verdict) => verdict === expect);
    return differ(nameOf(outcome2), expect, isVerdict ? outcome2.verdict : outcome2.reason, outcome2);
  });
}
function differ(what, expected, actual, outcome2 = null) {
  if (expected === void 0 || expected === actual) return [];
  return [{ what, expected: String(expected), actual: String(actual), outcome: outcome2 }];
}
var sorted = (ids) => ids === void 0 ? void 0 : `[${[...new Set(ids)].sort().join(", ")}]`;
function culprit(expected, { verdict, outcomes }) {
  const own = outcomes.filter(({ state }) => state !== "fixed");
  if (expected === void 0) return null;
  const isTooStrict = VERDICTS.indexOf(verdict) > VERDICTS.indexOf(expected);
  return (isTooStrict ? own.find((outcome2) => outcome2.verdict === verdict) : own[0]) ?? null;
}
function scanMismatches(id, wanted, { scans }) {
  const scan = scans.find((each) => each.id === id);
  const isVerdict = VERDICTS.some((verdict) => verdict === wanted);
  const actual = scan === void 0 ? "no such scan" : isVerdict ? scan.verdict : scan.state;
  return differ(`scan ${id}`, wanted, actual);
}
function findingMismatches(wanted, { outcomes }) {
  const found = outcomes.filter((outcome2) => isMeant(wanted, outcome2));
  if (found.length === 0) {
    const words3 = Object.entries(wanted).map(([key, value]) => `${key} ${String(value)}`);
    return [{ what: "findings", expected: words3.join(", "), actual: "no finding fits", outcome: null }];
  }
  return found.flatMap((outcome2) => {
    const name = nameOf(outcome2);
    return [
      ...differ(`${name}: verdict`, wanted.verdict, outcome2.verdict, outcome2),
      ...differ(`${name}: reason`, wanted.reason, outcome2.reason, outcome2),
      ...differ(`${name}: tier`, wanted.tier, outcome2.tier, outcome2),
      ...differ(`${name}: severity`, wanted.severity, outcome2.finding.severity, outcome2),
      ...differ(`${name}: state`, wanted.state, outcome2.state, outcome2),
      ...differ(`${name}: rules`, sorted(wanted.rules), sorted(outcome2.rules.map(({ id }) => id)), outcome2)
    ];
  });
}
function isMeant(wanted, { id, finding }) {
  const reports = reportersOf(finding);
  const fits = (value, holds2) => value === void 0 || holds2(value);
  return fits(wanted.finding, (value) => value === id) && isAt(wanted, finding) && fits(wanted.tool, (value) => reports.some(({ tool }) => tool === value)) && fits(wanted["rule-id"], (value) => reports.some(({ ruleId }) => ruleId === value)) && fits(wanted.identifier, (value) => finding.identifiers.some((identifier) => identifier === value));
}
function isAt({ path, line: line3 }, finding) {
  if (path === void 0 && line3 === void 0) return true;
  return locationsOf(finding).some(
    (place) => (path === void 0 || place.path === path) && (line3 === void 0 || place.startLine === line3)
  );
}
function nameOf({ finding }) {
  const { location, severity, ruleId } = finding;
  const line3 = location?.startLine == null ? "" : `:${location.startLine}`;
  return `${severity} ${ruleId} in ${location?.path ?? "no file"}${line3}`;
}

// src/core/policy-test/evidence.ts
var FEED = "feed:";
var HEAD = "f".repeat(40);
var OTHER = "0".repeat(40);
function evidenceOf(policy, scans, now, place) {
  checkNames(policy, scans, place);
  const named2 = policy.scans.flatMap((scan) => {
    const state = Object.hasOwn(scans, scan.id) ? scans[scan.id] : void 0;
    return state === void 0 ? [] : [{ scan: alone(scan), state }];
  });
  const feeds = new Map([...policy.feeds].filter(([name]) => Object.hasOwn(scans, `${FEED}${name}`)));
  const feedState = (name) => scans[`${FEED}${name}`] ?? "complete";
  const dated = (name) => feedState(name) === "complete" ? now : null;
  const given = (name) => feeds.has(name) && feedState(name) !== "missing";
  return {
    policy: { ...policy, scans: named2.map(({ scan }) => scan), feeds },
    inputs: named2.flatMap(({ scan, state }) => state === "missing" ? [] : [inputOf(scan, state, now)]),
    facts: {
      kev: given("kev") ? { released: dated("kev"), cves: /* @__PURE__ */ new Map([[ANY_CVE, { added: "", dueDate: null, ransomware: null }]]) } : null,
      epss: given("epss") ? { date: dated("epss"), scores: /* @__PURE__ */ new Map([[ANY_CVE, 0]]) } : null,
      vex: given("vex") ? /* @__PURE__ */ new Map([["", []]]) : /* @__PURE__ */ new Map()
    },
    commits: [HEAD]
  };
}
var ANY_CVE = "CVE-1999-0000";
function checkNames(policy, scans, place) {
  const known2 = [...policy.scans.map(({ id }) => id), ...[...policy.feeds.keys()].map((name) => `${FEED}${name}`)];
  const problems = Object.keys(scans).filter((id) => !known2.includes(id)).map((id) => ({
    place,
    message: `the policy requires no scan \`${id.slice(0, 60)}\``,
    hint: known2.length === 0 ? "Remove it: the policy requires no scans" : `It requires ${known2.join(", ")}`
  }));
  if (problems.length > 0) throw new ConfigurationError(problems);
}
var alone = (scan) => ({
  ...scan,
  tools: [`scan ${scan.id}`],
  category: null,
  tiers: null,
  appliesTo: null
});
function inputOf({ id, tools, maxAge }, state, now) {
  const run = {
    tool: tools?.[0] ?? id,
    version: null,
    results: 0,
    notFindings: 0,
    state: state === "failed" || state === "degraded" ? state : "complete",
    reason: "the test says so",
    categories: [],
    secretScan: "not-said",
    rules: null,
    // Too old where the policy bounds the age, else made for another commit.
    revisions: state === "stale" && maxAge === null ? [OTHER] : [],
    endTime: state === "stale" && maxAge !== null ? isoInstant(Date.parse(now) - maxAge - HOUR) : now
  };
  return {
    name: `${id} of the test`,
    sha256: "0".repeat(64),
    bytes: 0,
    runs: [run],
    findings: [],
    results: 0,
    notFindings: 0,
    problem: state === "invalid" ? { offset: null, message: "the test says so" } : null,
    warnings: []
  };
}

// src/core/policy-test/evaluation.ts
function shortEvaluation(file, { test, place }, policy, findings, exceptions, now) {
  const evidence = evidenceOf(policy, test.scans ?? {}, now, place);
  return {
    ...evidence,
    gate: UNKNOWN_EDITION,
    policy: withAssets(evidence.policy, file),
    defaultTier: test.tier ?? file.tier ?? DEFAULT_TIER,
    findings: findings.map(({ identified }) => identified),
    fixed: [],
    exceptions,
    pendingExceptions: [],
    ranAtBase: NOTHING_RAN,
    codeowners: null,
    change: { ...NO_CHANGE_KNOWN, event: test.event ?? null, branch: test.branch ?? null },
    options: null,
    checkout: null,
    files: [],
    notices: [],
    now
  };
}
function withAssets(policy, { assets }) {
  if (assets === void 0) return policy;
  const layer = assets.map(({ name, paths, tier, exposure }) => ({
    name,
    layer: "the test file",
    paths,
    tier,
    exposure: exposure ?? null,
    owners: []
  }));
  const sights = policy.sights.map((sight) => ({ ...sight, assets: [...sight.assets, layer] }));
  return { ...policy, assets: [...policy.assets, layer], sights };
}

// src/generated/validators/policy-test.js
var S = (r, n) => () => {
  try {
    return n || r((n = { exports: {} }).exports, n), n.exports;
  } catch (u) {
    throw n = 0, u;
  }
};
var F = S((N) => {
  "use strict";
  Object.defineProperty(N, "__esModule", { value: true });
  function E(r) {
    let n = r.length, u = 0, c = 0, p;
    for (; c < n; )
      u++, p = r.charCodeAt(c++), p >= 55296 && p <= 56319 && c < n && (p = r.charCodeAt(c), (p & 64512) === 56320 && c++);
    return u;
  }
  N.default = E;
  E.code = 'require("ajv/dist/runtime/ucs2length").default';
});
var Q = z;
var o = Object.prototype.hasOwnProperty;
var x = F().default;
function y(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (typeof r == "string") {
    if (x(r) > 1e3) {
      let i = { instancePath: n, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1e3 } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (x(r) < 1) {
      let i = { instancePath: n, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return y.errors = e, t === 0;
}
var M = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", "u");
function w(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (typeof r == "string") {
    if (!M.test(r)) {
      let i = { instancePath: n, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$" } };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return w.errors = e, t === 0;
}
var T = { type: "integer", enum: [0, 1, 2] };
function d(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (!(r === 0 || r === 1 || r === 2)) {
    let i = { instancePath: n, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: T.enum } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return d.errors = e, t === 0;
}
function a(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (typeof r == "string") {
    if (x(r) > 500) {
      let i = { instancePath: n, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 500 } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (x(r) < 1) {
      let i = { instancePath: n, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return a.errors = e, t === 0;
}
function b(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (r && typeof r == "object" && !Array.isArray(r)) {
    if (r.name === void 0 || !o.call(r, "name")) {
      let i = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (r.paths === void 0 || !o.call(r, "paths")) {
      let i = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paths" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (r.tier === void 0 || !o.call(r, "tier")) {
      let i = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tier" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i of Object.keys(r))
      if (!(i === "name" || i === "paths" || i === "tier" || i === "exposure")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i } };
        e === null ? e = [s] : e.push(s), t++;
      }
    if (r.name !== void 0 && o.call(r, "name") && (a(r.name, { instancePath: n + "/name", parentData: r, parentDataProperty: "name", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r.paths !== void 0 && o.call(r, "paths")) {
      let i = r.paths;
      if (Array.isArray(i)) {
        if (i.length > 100) {
          let l = { instancePath: n + "/paths", schemaPath: "#/properties/paths/maxItems", keyword: "maxItems", params: { limit: 100 } };
          e === null ? e = [l] : e.push(l), t++;
        }
        if (i.length < 1) {
          let l = { instancePath: n + "/paths", schemaPath: "#/properties/paths/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [l] : e.push(l), t++;
        }
        let s = i.length;
        for (let l = 0; l < s; l++)
          a(i[l], { instancePath: n + "/paths/" + l, parentData: i, parentDataProperty: l, rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length);
      } else {
        let s = { instancePath: n + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    r.tier !== void 0 && o.call(r, "tier") && (d(r.tier, { instancePath: n + "/tier", parentData: r, parentDataProperty: "tier", rootData: p }) || (e = e === null ? d.errors : e.concat(d.errors), t = e.length)), r.exposure !== void 0 && o.call(r, "exposure") && (a(r.exposure, { instancePath: n + "/exposure", parentData: r, parentDataProperty: "exposure", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length));
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return b.errors = e, t === 0;
}
var A = { type: "object", additionalProperties: false, required: ["name"], properties: { name: { $ref: "#/definitions/word" }, findings: { type: "array", maxItems: 1e3, items: { $ref: "#/definitions/finding" } }, sarif: { $ref: "#/definitions/files" }, baseline: { $ref: "#/definitions/files" }, kev: { $ref: "#/definitions/files" }, epss: { $ref: "#/definitions/files" }, vex: { $ref: "#/definitions/files" }, diff: { $ref: "#/definitions/path" }, "source-root": { $ref: "#/definitions/path" }, scans: { type: "object", minProperties: 1, additionalProperties: { type: "string", enum: ["complete", "missing", "degraded", "failed", "invalid", "stale"] } }, now: { $ref: "#/definitions/instant" }, tier: { $ref: "#/definitions/tier" }, event: { type: "string", enum: ["pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment", "merge_group", "push", "schedule", "workflow_dispatch", "workflow_run", "issue_comment"] }, branch: { $ref: "#/definitions/word" }, expect: { $ref: "#/definitions/expect" } } };
var v = { type: "object", additionalProperties: false, properties: { severity: { default: "high", $ref: "#/definitions/severity" }, score: { type: "number", exclusiveMinimum: 0, maximum: 10 }, category: { type: "string", enum: ["sast", "sca", "secret", "iac", "container", "quality", "other"] }, path: { default: "src/app.ts", $ref: "#/definitions/word" }, line: { type: "integer", minimum: 1, maximum: 1e7 }, state: { default: "introduced", $ref: "#/definitions/state" }, "in-diff": { type: "boolean" }, kev: { type: "boolean" }, malware: { default: false, type: "boolean" }, epss: { type: "number", minimum: 0, maximum: 1 }, reachability: { type: "string", enum: ["reachable", "potential", "unreachable", "unknown"] }, "fix-available": { type: "boolean" }, package: { type: "string", pattern: "^pkg:[a-z][a-z0-9.+-]*/\\S+$", maxLength: 500 }, "fixed-version": { $ref: "#/definitions/word" }, tool: { default: "Scanner", $ref: "#/definitions/word" }, "rule-id": { default: "rule", $ref: "#/definitions/word" }, identifiers: { $ref: "#/definitions/words" }, tags: { $ref: "#/definitions/words" }, age: { type: "string", pattern: "^[1-9][0-9]{0,4}[hdw]$" }, suppression: { type: "string", enum: ["in-source", "external"] }, id: { type: "string", pattern: "^F-[0-9a-f]{32}$" }, times: { default: 1, type: "integer", minimum: 1, maximum: 1e4 }, expect: { type: "string", enum: ["pass", "warn", "block", "rule", "no-rule", "excepted", "suppressed", "monitored", "below-count"] } } };
var R = { type: "string", enum: ["none", "low", "medium", "high", "critical", "unknown"] };
function P(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (typeof r != "string") {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (!(r === "none" || r === "low" || r === "medium" || r === "high" || r === "critical" || r === "unknown")) {
    let i = { instancePath: n, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: R.enum } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return P.errors = e, t === 0;
}
var Z = { type: "string", enum: ["introduced", "newly-disclosed", "existing", "unknown"] };
function $(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (typeof r != "string") {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (!(r === "introduced" || r === "newly-disclosed" || r === "existing" || r === "unknown")) {
    let i = { instancePath: n, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: Z.enum } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return $.errors = e, t === 0;
}
function h2(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (Array.isArray(r)) {
    if (r.length > 500) {
      let s = { instancePath: n, schemaPath: "#/maxItems", keyword: "maxItems", params: { limit: 500 } };
      e === null ? e = [s] : e.push(s), t++;
    }
    let i = r.length;
    for (let s = 0; s < i; s++)
      a(r[s], { instancePath: n + "/" + s, parentData: r, parentDataProperty: s, rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length);
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return h2.errors = e, t === 0;
}
var C = new RegExp("^pkg:[a-z][a-z0-9.+-]*/\\S+$", "u");
var B = new RegExp("^[1-9][0-9]{0,4}[hdw]$", "u");
var V = new RegExp("^F-[0-9a-f]{32}$", "u");
function D(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (r && typeof r == "object" && !Array.isArray(r)) {
    for (let i of Object.keys(r))
      if (!o.call(v.properties, i)) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i } };
        e === null ? e = [s] : e.push(s), t++;
      }
    if (r.severity !== void 0 && o.call(r, "severity") && (P(r.severity, { instancePath: n + "/severity", parentData: r, parentDataProperty: "severity", rootData: p }) || (e = e === null ? P.errors : e.concat(P.errors), t = e.length)), r.score !== void 0 && o.call(r, "score")) {
      let i = r.score;
      if (typeof i == "number" && isFinite(i)) {
        if (i > 10 || isNaN(i)) {
          let s = { instancePath: n + "/score", schemaPath: "#/properties/score/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 } };
          e === null ? e = [s] : e.push(s), t++;
        }
        if (i <= 0 || isNaN(i)) {
          let s = { instancePath: n + "/score", schemaPath: "#/properties/score/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
          e === null ? e = [s] : e.push(s), t++;
        }
      } else {
        let s = { instancePath: n + "/score", schemaPath: "#/properties/score/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.category !== void 0 && o.call(r, "category")) {
      let i = r.category;
      if (typeof i != "string") {
        let s = { instancePath: n + "/category", schemaPath: "#/properties/category/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
      if (!(i === "sast" || i === "sca" || i === "secret" || i === "iac" || i === "container" || i === "quality" || i === "other")) {
        let s = { instancePath: n + "/category", schemaPath: "#/properties/category/enum", keyword: "enum", params: { allowedValues: v.properties.category.enum } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.path !== void 0 && o.call(r, "path") && (a(r.path, { instancePath: n + "/path", parentData: r, parentDataProperty: "path", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r.line !== void 0 && o.call(r, "line")) {
      let i = r.line;
      if (!(typeof i == "number" && !(i % 1) && !isNaN(i) && isFinite(i))) {
        let s = { instancePath: n + "/line", schemaPath: "#/properties/line/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [s] : e.push(s), t++;
      }
      if (typeof i == "number" && isFinite(i)) {
        if (i > 1e7 || isNaN(i)) {
          let s = { instancePath: n + "/line", schemaPath: "#/properties/line/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e7 } };
          e === null ? e = [s] : e.push(s), t++;
        }
        if (i < 1 || isNaN(i)) {
          let s = { instancePath: n + "/line", schemaPath: "#/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          e === null ? e = [s] : e.push(s), t++;
        }
      }
    }
    if (r.state !== void 0 && o.call(r, "state") && ($(r.state, { instancePath: n + "/state", parentData: r, parentDataProperty: "state", rootData: p }) || (e = e === null ? $.errors : e.concat($.errors), t = e.length)), r["in-diff"] !== void 0 && o.call(r, "in-diff") && typeof r["in-diff"] != "boolean") {
      let i = { instancePath: n + "/in-diff", schemaPath: "#/properties/in-diff/type", keyword: "type", params: { type: "boolean" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (r.kev !== void 0 && o.call(r, "kev") && typeof r.kev != "boolean") {
      let i = { instancePath: n + "/kev", schemaPath: "#/properties/kev/type", keyword: "type", params: { type: "boolean" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (r.malware !== void 0 && o.call(r, "malware") && typeof r.malware != "boolean") {
      let i = { instancePath: n + "/malware", schemaPath: "#/properties/malware/type", keyword: "type", params: { type: "boolean" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (r.epss !== void 0 && o.call(r, "epss")) {
      let i = r.epss;
      if (typeof i == "number" && isFinite(i)) {
        if (i > 1 || isNaN(i)) {
          let s = { instancePath: n + "/epss", schemaPath: "#/properties/epss/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
          e === null ? e = [s] : e.push(s), t++;
        }
        if (i < 0 || isNaN(i)) {
          let s = { instancePath: n + "/epss", schemaPath: "#/properties/epss/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          e === null ? e = [s] : e.push(s), t++;
        }
      } else {
        let s = { instancePath: n + "/epss", schemaPath: "#/properties/epss/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.reachability !== void 0 && o.call(r, "reachability")) {
      let i = r.reachability;
      if (typeof i != "string") {
        let s = { instancePath: n + "/reachability", schemaPath: "#/properties/reachability/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
      if (!(i === "reachable" || i === "potential" || i === "unreachable" || i === "unknown")) {
        let s = { instancePath: n + "/reachability", schemaPath: "#/properties/reachability/enum", keyword: "enum", params: { allowedValues: v.properties.reachability.enum } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r["fix-available"] !== void 0 && o.call(r, "fix-available") && typeof r["fix-available"] != "boolean") {
      let i = { instancePath: n + "/fix-available", schemaPath: "#/properties/fix-available/type", keyword: "type", params: { type: "boolean" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (r.package !== void 0 && o.call(r, "package")) {
      let i = r.package;
      if (typeof i == "string") {
        if (x(i) > 500) {
          let s = { instancePath: n + "/package", schemaPath: "#/properties/package/maxLength", keyword: "maxLength", params: { limit: 500 } };
          e === null ? e = [s] : e.push(s), t++;
        }
        if (!C.test(i)) {
          let s = { instancePath: n + "/package", schemaPath: "#/properties/package/pattern", keyword: "pattern", params: { pattern: "^pkg:[a-z][a-z0-9.+-]*/\\S+$" } };
          e === null ? e = [s] : e.push(s), t++;
        }
      } else {
        let s = { instancePath: n + "/package", schemaPath: "#/properties/package/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r["fixed-version"] !== void 0 && o.call(r, "fixed-version") && (a(r["fixed-version"], { instancePath: n + "/fixed-version", parentData: r, parentDataProperty: "fixed-version", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r.tool !== void 0 && o.call(r, "tool") && (a(r.tool, { instancePath: n + "/tool", parentData: r, parentDataProperty: "tool", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r["rule-id"] !== void 0 && o.call(r, "rule-id") && (a(r["rule-id"], { instancePath: n + "/rule-id", parentData: r, parentDataProperty: "rule-id", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r.identifiers !== void 0 && o.call(r, "identifiers") && (h2(r.identifiers, { instancePath: n + "/identifiers", parentData: r, parentDataProperty: "identifiers", rootData: p }) || (e = e === null ? h2.errors : e.concat(h2.errors), t = e.length)), r.tags !== void 0 && o.call(r, "tags") && (h2(r.tags, { instancePath: n + "/tags", parentData: r, parentDataProperty: "tags", rootData: p }) || (e = e === null ? h2.errors : e.concat(h2.errors), t = e.length)), r.age !== void 0 && o.call(r, "age")) {
      let i = r.age;
      if (typeof i == "string") {
        if (!B.test(i)) {
          let s = { instancePath: n + "/age", schemaPath: "#/properties/age/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]{0,4}[hdw]$" } };
          e === null ? e = [s] : e.push(s), t++;
        }
      } else {
        let s = { instancePath: n + "/age", schemaPath: "#/properties/age/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.suppression !== void 0 && o.call(r, "suppression")) {
      let i = r.suppression;
      if (typeof i != "string") {
        let s = { instancePath: n + "/suppression", schemaPath: "#/properties/suppression/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
      if (!(i === "in-source" || i === "external")) {
        let s = { instancePath: n + "/suppression", schemaPath: "#/properties/suppression/enum", keyword: "enum", params: { allowedValues: v.properties.suppression.enum } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.id !== void 0 && o.call(r, "id")) {
      let i = r.id;
      if (typeof i == "string") {
        if (!V.test(i)) {
          let s = { instancePath: n + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^F-[0-9a-f]{32}$" } };
          e === null ? e = [s] : e.push(s), t++;
        }
      } else {
        let s = { instancePath: n + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.times !== void 0 && o.call(r, "times")) {
      let i = r.times;
      if (!(typeof i == "number" && !(i % 1) && !isNaN(i) && isFinite(i))) {
        let s = { instancePath: n + "/times", schemaPath: "#/properties/times/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [s] : e.push(s), t++;
      }
      if (typeof i == "number" && isFinite(i)) {
        if (i > 1e4 || isNaN(i)) {
          let s = { instancePath: n + "/times", schemaPath: "#/properties/times/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 } };
          e === null ? e = [s] : e.push(s), t++;
        }
        if (i < 1 || isNaN(i)) {
          let s = { instancePath: n + "/times", schemaPath: "#/properties/times/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          e === null ? e = [s] : e.push(s), t++;
        }
      }
    }
    if (r.expect !== void 0 && o.call(r, "expect")) {
      let i = r.expect;
      if (typeof i != "string") {
        let s = { instancePath: n + "/expect", schemaPath: "#/properties/expect/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
      if (!(i === "pass" || i === "warn" || i === "block" || i === "rule" || i === "no-rule" || i === "excepted" || i === "suppressed" || i === "monitored" || i === "below-count")) {
        let s = { instancePath: n + "/expect", schemaPath: "#/properties/expect/enum", keyword: "enum", params: { allowedValues: v.properties.expect.enum } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return D.errors = e, t === 0;
}
function m(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (Array.isArray(r)) {
    if (r.length > 100) {
      let s = { instancePath: n, schemaPath: "#/maxItems", keyword: "maxItems", params: { limit: 100 } };
      e === null ? e = [s] : e.push(s), t++;
    }
    if (r.length < 1) {
      let s = { instancePath: n, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 } };
      e === null ? e = [s] : e.push(s), t++;
    }
    let i = r.length;
    for (let s = 0; s < i; s++)
      y(r[s], { instancePath: n + "/" + s, parentData: r, parentDataProperty: s, rootData: p }) || (e = e === null ? y.errors : e.concat(y.errors), t = e.length);
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return m.errors = e, t === 0;
}
var L = { type: "object", additionalProperties: false, minProperties: 1, properties: { verdict: { $ref: "#/definitions/verdict" }, completeness: { type: "string", enum: ["complete", "incomplete"] }, block: { $ref: "#/definitions/count" }, warn: { $ref: "#/definitions/count" }, pass: { $ref: "#/definitions/count" }, total: { $ref: "#/definitions/count" }, excepted: { $ref: "#/definitions/count" }, suppressed: { $ref: "#/definitions/count" }, monitored: { $ref: "#/definitions/count" }, fixed: { $ref: "#/definitions/count" }, rules: { $ref: "#/definitions/words" }, scans: { type: "object", minProperties: 1, additionalProperties: { type: "string", enum: ["pass", "warn", "block", "complete", "degraded", "failed", "missing", "invalid", "stale", "not-applicable"] } }, findings: { type: "array", minItems: 1, maxItems: 1e3, items: { $ref: "#/definitions/expectedFinding" } } } };
var G = { type: "string", enum: ["pass", "warn", "block"] };
function k(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (typeof r != "string") {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (!(r === "pass" || r === "warn" || r === "block")) {
    let i = { instancePath: n, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: G.enum } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return k.errors = e, t === 0;
}
function f(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (typeof r == "number" && isFinite(r)) {
    if (r > 1e6 || isNaN(r)) {
      let i = { instancePath: n, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (r < 0 || isNaN(r)) {
      let i = { instancePath: n, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      e === null ? e = [i] : e.push(i), t++;
    }
  }
  return f.errors = e, t === 0;
}
var O = { type: "object", additionalProperties: false, minProperties: 1, properties: { finding: { type: "string", pattern: "^F-[0-9a-f]{32}$" }, path: { $ref: "#/definitions/word" }, line: { type: "integer", minimum: 1, maximum: 1e7 }, tool: { $ref: "#/definitions/word" }, "rule-id": { $ref: "#/definitions/word" }, identifier: { $ref: "#/definitions/word" }, verdict: { $ref: "#/definitions/verdict" }, reason: { $ref: "#/definitions/reason" }, tier: { $ref: "#/definitions/tier" }, severity: { $ref: "#/definitions/severity" }, state: { type: "string", enum: ["introduced", "newly-disclosed", "existing", "fixed", "unknown"] }, rules: { $ref: "#/definitions/words" } } };
var H = { type: "string", enum: ["rule", "no-rule", "excepted", "suppressed", "monitored", "below-count", "fixed"] };
function j(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (typeof r != "string") {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (!(r === "rule" || r === "no-rule" || r === "excepted" || r === "suppressed" || r === "monitored" || r === "below-count" || r === "fixed")) {
    let i = { instancePath: n, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: H.enum } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return j.errors = e, t === 0;
}
function I(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (r && typeof r == "object" && !Array.isArray(r)) {
    if (Object.keys(r).length < 1) {
      let i = { instancePath: n, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i of Object.keys(r))
      if (!o.call(O.properties, i)) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i } };
        e === null ? e = [s] : e.push(s), t++;
      }
    if (r.finding !== void 0 && o.call(r, "finding")) {
      let i = r.finding;
      if (typeof i == "string") {
        if (!V.test(i)) {
          let s = { instancePath: n + "/finding", schemaPath: "#/properties/finding/pattern", keyword: "pattern", params: { pattern: "^F-[0-9a-f]{32}$" } };
          e === null ? e = [s] : e.push(s), t++;
        }
      } else {
        let s = { instancePath: n + "/finding", schemaPath: "#/properties/finding/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.path !== void 0 && o.call(r, "path") && (a(r.path, { instancePath: n + "/path", parentData: r, parentDataProperty: "path", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r.line !== void 0 && o.call(r, "line")) {
      let i = r.line;
      if (!(typeof i == "number" && !(i % 1) && !isNaN(i) && isFinite(i))) {
        let s = { instancePath: n + "/line", schemaPath: "#/properties/line/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [s] : e.push(s), t++;
      }
      if (typeof i == "number" && isFinite(i)) {
        if (i > 1e7 || isNaN(i)) {
          let s = { instancePath: n + "/line", schemaPath: "#/properties/line/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e7 } };
          e === null ? e = [s] : e.push(s), t++;
        }
        if (i < 1 || isNaN(i)) {
          let s = { instancePath: n + "/line", schemaPath: "#/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          e === null ? e = [s] : e.push(s), t++;
        }
      }
    }
    if (r.tool !== void 0 && o.call(r, "tool") && (a(r.tool, { instancePath: n + "/tool", parentData: r, parentDataProperty: "tool", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r["rule-id"] !== void 0 && o.call(r, "rule-id") && (a(r["rule-id"], { instancePath: n + "/rule-id", parentData: r, parentDataProperty: "rule-id", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r.identifier !== void 0 && o.call(r, "identifier") && (a(r.identifier, { instancePath: n + "/identifier", parentData: r, parentDataProperty: "identifier", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r.verdict !== void 0 && o.call(r, "verdict") && (k(r.verdict, { instancePath: n + "/verdict", parentData: r, parentDataProperty: "verdict", rootData: p }) || (e = e === null ? k.errors : e.concat(k.errors), t = e.length)), r.reason !== void 0 && o.call(r, "reason") && (j(r.reason, { instancePath: n + "/reason", parentData: r, parentDataProperty: "reason", rootData: p }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length)), r.tier !== void 0 && o.call(r, "tier") && (d(r.tier, { instancePath: n + "/tier", parentData: r, parentDataProperty: "tier", rootData: p }) || (e = e === null ? d.errors : e.concat(d.errors), t = e.length)), r.severity !== void 0 && o.call(r, "severity") && (P(r.severity, { instancePath: n + "/severity", parentData: r, parentDataProperty: "severity", rootData: p }) || (e = e === null ? P.errors : e.concat(P.errors), t = e.length)), r.state !== void 0 && o.call(r, "state")) {
      let i = r.state;
      if (typeof i != "string") {
        let s = { instancePath: n + "/state", schemaPath: "#/properties/state/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
      if (!(i === "introduced" || i === "newly-disclosed" || i === "existing" || i === "fixed" || i === "unknown")) {
        let s = { instancePath: n + "/state", schemaPath: "#/properties/state/enum", keyword: "enum", params: { allowedValues: O.properties.state.enum } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    r.rules !== void 0 && o.call(r, "rules") && (h2(r.rules, { instancePath: n + "/rules", parentData: r, parentDataProperty: "rules", rootData: p }) || (e = e === null ? h2.errors : e.concat(h2.errors), t = e.length));
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return I.errors = e, t === 0;
}
function _(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (r && typeof r == "object" && !Array.isArray(r)) {
    if (Object.keys(r).length < 1) {
      let i = { instancePath: n, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i of Object.keys(r))
      if (!o.call(L.properties, i)) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i } };
        e === null ? e = [s] : e.push(s), t++;
      }
    if (r.verdict !== void 0 && o.call(r, "verdict") && (k(r.verdict, { instancePath: n + "/verdict", parentData: r, parentDataProperty: "verdict", rootData: p }) || (e = e === null ? k.errors : e.concat(k.errors), t = e.length)), r.completeness !== void 0 && o.call(r, "completeness")) {
      let i = r.completeness;
      if (typeof i != "string") {
        let s = { instancePath: n + "/completeness", schemaPath: "#/properties/completeness/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
      if (!(i === "complete" || i === "incomplete")) {
        let s = { instancePath: n + "/completeness", schemaPath: "#/properties/completeness/enum", keyword: "enum", params: { allowedValues: L.properties.completeness.enum } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.block !== void 0 && o.call(r, "block") && (f(r.block, { instancePath: n + "/block", parentData: r, parentDataProperty: "block", rootData: p }) || (e = e === null ? f.errors : e.concat(f.errors), t = e.length)), r.warn !== void 0 && o.call(r, "warn") && (f(r.warn, { instancePath: n + "/warn", parentData: r, parentDataProperty: "warn", rootData: p }) || (e = e === null ? f.errors : e.concat(f.errors), t = e.length)), r.pass !== void 0 && o.call(r, "pass") && (f(r.pass, { instancePath: n + "/pass", parentData: r, parentDataProperty: "pass", rootData: p }) || (e = e === null ? f.errors : e.concat(f.errors), t = e.length)), r.total !== void 0 && o.call(r, "total") && (f(r.total, { instancePath: n + "/total", parentData: r, parentDataProperty: "total", rootData: p }) || (e = e === null ? f.errors : e.concat(f.errors), t = e.length)), r.excepted !== void 0 && o.call(r, "excepted") && (f(r.excepted, { instancePath: n + "/excepted", parentData: r, parentDataProperty: "excepted", rootData: p }) || (e = e === null ? f.errors : e.concat(f.errors), t = e.length)), r.suppressed !== void 0 && o.call(r, "suppressed") && (f(r.suppressed, { instancePath: n + "/suppressed", parentData: r, parentDataProperty: "suppressed", rootData: p }) || (e = e === null ? f.errors : e.concat(f.errors), t = e.length)), r.monitored !== void 0 && o.call(r, "monitored") && (f(r.monitored, { instancePath: n + "/monitored", parentData: r, parentDataProperty: "monitored", rootData: p }) || (e = e === null ? f.errors : e.concat(f.errors), t = e.length)), r.fixed !== void 0 && o.call(r, "fixed") && (f(r.fixed, { instancePath: n + "/fixed", parentData: r, parentDataProperty: "fixed", rootData: p }) || (e = e === null ? f.errors : e.concat(f.errors), t = e.length)), r.rules !== void 0 && o.call(r, "rules") && (h2(r.rules, { instancePath: n + "/rules", parentData: r, parentDataProperty: "rules", rootData: p }) || (e = e === null ? h2.errors : e.concat(h2.errors), t = e.length)), r.scans !== void 0 && o.call(r, "scans")) {
      let i = r.scans;
      if (i && typeof i == "object" && !Array.isArray(i)) {
        if (Object.keys(i).length < 1) {
          let s = { instancePath: n + "/scans", schemaPath: "#/properties/scans/minProperties", keyword: "minProperties", params: { limit: 1 } };
          e === null ? e = [s] : e.push(s), t++;
        }
        for (let s of Object.keys(i)) {
          let l = i[s];
          if (typeof l != "string") {
            let g = { instancePath: n + "/scans/" + s.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/scans/additionalProperties/type", keyword: "type", params: { type: "string" } };
            e === null ? e = [g] : e.push(g), t++;
          }
          if (!(l === "pass" || l === "warn" || l === "block" || l === "complete" || l === "degraded" || l === "failed" || l === "missing" || l === "invalid" || l === "stale" || l === "not-applicable")) {
            let g = { instancePath: n + "/scans/" + s.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/scans/additionalProperties/enum", keyword: "enum", params: { allowedValues: L.properties.scans.additionalProperties.enum } };
            e === null ? e = [g] : e.push(g), t++;
          }
        }
      } else {
        let s = { instancePath: n + "/scans", schemaPath: "#/properties/scans/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.findings !== void 0 && o.call(r, "findings")) {
      let i = r.findings;
      if (Array.isArray(i)) {
        if (i.length > 1e3) {
          let l = { instancePath: n + "/findings", schemaPath: "#/properties/findings/maxItems", keyword: "maxItems", params: { limit: 1e3 } };
          e === null ? e = [l] : e.push(l), t++;
        }
        if (i.length < 1) {
          let l = { instancePath: n + "/findings", schemaPath: "#/properties/findings/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [l] : e.push(l), t++;
        }
        let s = i.length;
        for (let l = 0; l < s; l++)
          I(i[l], { instancePath: n + "/findings/" + l, parentData: i, parentDataProperty: l, rootData: p }) || (e = e === null ? I.errors : e.concat(I.errors), t = e.length);
      } else {
        let s = { instancePath: n + "/findings", schemaPath: "#/properties/findings/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return _.errors = e, t === 0;
}
function q(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (r && typeof r == "object" && !Array.isArray(r)) {
    if (r.name === void 0 || !o.call(r, "name")) {
      let i = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i of Object.keys(r))
      if (!o.call(A.properties, i)) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i } };
        e === null ? e = [s] : e.push(s), t++;
      }
    if (r.name !== void 0 && o.call(r, "name") && (a(r.name, { instancePath: n + "/name", parentData: r, parentDataProperty: "name", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r.findings !== void 0 && o.call(r, "findings")) {
      let i = r.findings;
      if (Array.isArray(i)) {
        if (i.length > 1e3) {
          let l = { instancePath: n + "/findings", schemaPath: "#/properties/findings/maxItems", keyword: "maxItems", params: { limit: 1e3 } };
          e === null ? e = [l] : e.push(l), t++;
        }
        let s = i.length;
        for (let l = 0; l < s; l++)
          D(i[l], { instancePath: n + "/findings/" + l, parentData: i, parentDataProperty: l, rootData: p }) || (e = e === null ? D.errors : e.concat(D.errors), t = e.length);
      } else {
        let s = { instancePath: n + "/findings", schemaPath: "#/properties/findings/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.sarif !== void 0 && o.call(r, "sarif") && (m(r.sarif, { instancePath: n + "/sarif", parentData: r, parentDataProperty: "sarif", rootData: p }) || (e = e === null ? m.errors : e.concat(m.errors), t = e.length)), r.baseline !== void 0 && o.call(r, "baseline") && (m(r.baseline, { instancePath: n + "/baseline", parentData: r, parentDataProperty: "baseline", rootData: p }) || (e = e === null ? m.errors : e.concat(m.errors), t = e.length)), r.kev !== void 0 && o.call(r, "kev") && (m(r.kev, { instancePath: n + "/kev", parentData: r, parentDataProperty: "kev", rootData: p }) || (e = e === null ? m.errors : e.concat(m.errors), t = e.length)), r.epss !== void 0 && o.call(r, "epss") && (m(r.epss, { instancePath: n + "/epss", parentData: r, parentDataProperty: "epss", rootData: p }) || (e = e === null ? m.errors : e.concat(m.errors), t = e.length)), r.vex !== void 0 && o.call(r, "vex") && (m(r.vex, { instancePath: n + "/vex", parentData: r, parentDataProperty: "vex", rootData: p }) || (e = e === null ? m.errors : e.concat(m.errors), t = e.length)), r.diff !== void 0 && o.call(r, "diff") && (y(r.diff, { instancePath: n + "/diff", parentData: r, parentDataProperty: "diff", rootData: p }) || (e = e === null ? y.errors : e.concat(y.errors), t = e.length)), r["source-root"] !== void 0 && o.call(r, "source-root") && (y(r["source-root"], { instancePath: n + "/source-root", parentData: r, parentDataProperty: "source-root", rootData: p }) || (e = e === null ? y.errors : e.concat(y.errors), t = e.length)), r.scans !== void 0 && o.call(r, "scans")) {
      let i = r.scans;
      if (i && typeof i == "object" && !Array.isArray(i)) {
        if (Object.keys(i).length < 1) {
          let s = { instancePath: n + "/scans", schemaPath: "#/properties/scans/minProperties", keyword: "minProperties", params: { limit: 1 } };
          e === null ? e = [s] : e.push(s), t++;
        }
        for (let s of Object.keys(i)) {
          let l = i[s];
          if (typeof l != "string") {
            let g = { instancePath: n + "/scans/" + s.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/scans/additionalProperties/type", keyword: "type", params: { type: "string" } };
            e === null ? e = [g] : e.push(g), t++;
          }
          if (!(l === "complete" || l === "missing" || l === "degraded" || l === "failed" || l === "invalid" || l === "stale")) {
            let g = { instancePath: n + "/scans/" + s.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/scans/additionalProperties/enum", keyword: "enum", params: { allowedValues: A.properties.scans.additionalProperties.enum } };
            e === null ? e = [g] : e.push(g), t++;
          }
        }
      } else {
        let s = { instancePath: n + "/scans", schemaPath: "#/properties/scans/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.now !== void 0 && o.call(r, "now") && (w(r.now, { instancePath: n + "/now", parentData: r, parentDataProperty: "now", rootData: p }) || (e = e === null ? w.errors : e.concat(w.errors), t = e.length)), r.tier !== void 0 && o.call(r, "tier") && (d(r.tier, { instancePath: n + "/tier", parentData: r, parentDataProperty: "tier", rootData: p }) || (e = e === null ? d.errors : e.concat(d.errors), t = e.length)), r.event !== void 0 && o.call(r, "event")) {
      let i = r.event;
      if (typeof i != "string") {
        let s = { instancePath: n + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
      if (!(i === "pull_request" || i === "pull_request_target" || i === "pull_request_review" || i === "pull_request_review_comment" || i === "merge_group" || i === "push" || i === "schedule" || i === "workflow_dispatch" || i === "workflow_run" || i === "issue_comment")) {
        let s = { instancePath: n + "/event", schemaPath: "#/properties/event/enum", keyword: "enum", params: { allowedValues: A.properties.event.enum } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    r.branch !== void 0 && o.call(r, "branch") && (a(r.branch, { instancePath: n + "/branch", parentData: r, parentDataProperty: "branch", rootData: p }) || (e = e === null ? a.errors : e.concat(a.errors), t = e.length)), r.expect !== void 0 && o.call(r, "expect") && (_(r.expect, { instancePath: n + "/expect", parentData: r, parentDataProperty: "expect", rootData: p }) || (e = e === null ? _.errors : e.concat(_.errors), t = e.length));
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return q.errors = e, t === 0;
}
function z(r, { instancePath: n = "", parentData: u, parentDataProperty: c, rootData: p = r } = {}) {
  let e = null, t = 0;
  if (r && typeof r == "object" && !Array.isArray(r)) {
    if (r.version === void 0 || !o.call(r, "version")) {
      let i = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (r.policy === void 0 || !o.call(r, "policy")) {
      let i = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "policy" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (r.tests === void 0 || !o.call(r, "tests")) {
      let i = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tests" } };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i of Object.keys(r))
      if (!(i === "version" || i === "policy" || i === "exceptions" || i === "now" || i === "tier" || i === "assets" || i === "tests")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i } };
        e === null ? e = [s] : e.push(s), t++;
      }
    if (r.version !== void 0 && o.call(r, "version") && r.version !== 1) {
      let i = { instancePath: n + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 } };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (r.policy !== void 0 && o.call(r, "policy")) {
      let i = r.policy;
      if (typeof i == "string") {
        if (x(i) > 1e3) {
          let s = { instancePath: n + "/policy", schemaPath: "#/properties/policy/maxLength", keyword: "maxLength", params: { limit: 1e3 } };
          e === null ? e = [s] : e.push(s), t++;
        }
        if (x(i) < 1) {
          let s = { instancePath: n + "/policy", schemaPath: "#/properties/policy/minLength", keyword: "minLength", params: { limit: 1 } };
          e === null ? e = [s] : e.push(s), t++;
        }
      } else {
        let s = { instancePath: n + "/policy", schemaPath: "#/properties/policy/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.exceptions !== void 0 && o.call(r, "exceptions") && (y(r.exceptions, { instancePath: n + "/exceptions", parentData: r, parentDataProperty: "exceptions", rootData: p }) || (e = e === null ? y.errors : e.concat(y.errors), t = e.length)), r.now !== void 0 && o.call(r, "now") && (w(r.now, { instancePath: n + "/now", parentData: r, parentDataProperty: "now", rootData: p }) || (e = e === null ? w.errors : e.concat(w.errors), t = e.length)), r.tier !== void 0 && o.call(r, "tier") && (d(r.tier, { instancePath: n + "/tier", parentData: r, parentDataProperty: "tier", rootData: p }) || (e = e === null ? d.errors : e.concat(d.errors), t = e.length)), r.assets !== void 0 && o.call(r, "assets")) {
      let i = r.assets;
      if (Array.isArray(i)) {
        if (i.length > 100) {
          let l = { instancePath: n + "/assets", schemaPath: "#/properties/assets/maxItems", keyword: "maxItems", params: { limit: 100 } };
          e === null ? e = [l] : e.push(l), t++;
        }
        if (i.length < 1) {
          let l = { instancePath: n + "/assets", schemaPath: "#/properties/assets/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [l] : e.push(l), t++;
        }
        let s = i.length;
        for (let l = 0; l < s; l++)
          b(i[l], { instancePath: n + "/assets/" + l, parentData: i, parentDataProperty: l, rootData: p }) || (e = e === null ? b.errors : e.concat(b.errors), t = e.length);
      } else {
        let s = { instancePath: n + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
    if (r.tests !== void 0 && o.call(r, "tests")) {
      let i = r.tests;
      if (Array.isArray(i)) {
        if (i.length > 1e3) {
          let l = { instancePath: n + "/tests", schemaPath: "#/properties/tests/maxItems", keyword: "maxItems", params: { limit: 1e3 } };
          e === null ? e = [l] : e.push(l), t++;
        }
        if (i.length < 1) {
          let l = { instancePath: n + "/tests", schemaPath: "#/properties/tests/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [l] : e.push(l), t++;
        }
        let s = i.length;
        for (let l = 0; l < s; l++)
          q(i[l], { instancePath: n + "/tests/" + l, parentData: i, parentDataProperty: l, rootData: p }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length);
      } else {
        let s = { instancePath: n + "/tests", schemaPath: "#/properties/tests/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), t++;
      }
    }
  } else {
    let i = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [i] : e.push(i), t++;
  }
  return z.errors = e, t === 0;
}

// src/core/policy-test/file.ts
var FORMAT = {
  validate: Q,
  schema: POLICY_TEST_SCHEMA,
  check: checkDocument,
  explainPattern: (path, text) => path.at(-1) === "now" ? { message: `\`${text.slice(0, 60)}\` is not an instant`, hint: "Write it as `2026-12-01T12:00:00Z`" } : null
};
function parsePolicyTests(path, bytes) {
  const { document, root, problems } = readDocument(path, bytes, FORMAT);
  if (document === null || root === null) throw new ConfigurationError(problems);
  const whole = wholeFile(path);
  const tests = document.tests.map((test, index) => ({ test, place: nodeAt(root, ["tests", index])?.place ?? whole }));
  return { path, document, tests };
}
var WITH_SARIF = ["baseline", "kev", "epss", "vex", "diff", "source-root"];
var WITH_FINDINGS = ["scans"];
function checkDocument(document, root) {
  const problems = [];
  const report = (path, message, hint) => void problems.push({ place: nodeAt(root, path)?.place ?? root.place, message, hint });
  checkInstant(["now"], document.now, report);
  for (const [index, asset] of (document.assets ?? []).entries()) {
    for (const [at2, glob] of (asset?.paths ?? []).entries()) {
      const problem = globProblem(glob, "path");
      if (problem) report(["assets", index, "paths", at2], problem.message, problem.hint);
    }
  }
  const names = /* @__PURE__ */ new Set();
  const tests = document.tests ?? [];
  for (const [index, test] of tests.entries()) {
    if (test === void 0) continue;
    const path = ["tests", index];
    checkInstant([...path, "now"], test.now, report);
    if (names.has(test.name))
      report([...path, "name"], `two tests have the name \`${test.name}\``, "Rename one of them");
    names.add(test.name);
    checkForm(path, test, report);
  }
  return problems;
}
function checkInstant(path, now, report) {
  if (now !== void 0 && !isInstant(now))
    report(path, `\`${now}\` is not an instant of the calendar`, "Write it as `2026-12-01T12:00:00Z`");
}
function checkForm(path, test, report) {
  if (test.findings === void 0 === (test.sarif === void 0)) {
    report(path, "a test takes either `findings` or `sarif`", "Give one of them; `findings: []` for none");
    return;
  }
  if (test.expect === void 0 && !(test.findings ?? []).some((finding) => finding?.expect !== void 0))
    report(path, "a test expects nothing", "Give `expect` to the test, or to one of its findings");
  const form = test.sarif === void 0 ? "`sarif`" : "`findings`";
  for (const key of test.sarif === void 0 ? WITH_SARIF : WITH_FINDINGS) {
    if (test[key] !== void 0) report([...path, key], `\`${key}\` goes with ${form}`, `Remove it, or give ${form}`);
  }
}

// src/core/policy-test/findings.ts
import { createHash } from "node:crypto";
function findingsOf(entries, now) {
  return entries.flatMap(
    (entry, index) => Array.from({ length: entry.times ?? 1 }, (_2, copy) => ({
      identified: identifiedOf(entry, idOf3(entry, index, copy), now),
      expect: entry.expect
    }))
  );
}
function idOf3({ id }, index, copy) {
  if (id !== void 0 && copy === 0) return id;
  return `F-${createHash("sha256").update(`${index} ${copy}`).digest("hex").slice(0, 32)}`;
}
function identifiedOf(entry, id, now) {
  const age = entry.age === void 0 ? 0 : parseDuration(entry.age) ?? 0;
  return {
    finding: findingOf(entry),
    identity: {
      id,
      state: entry.state ?? "introduced",
      stateReason: "the test says so",
      inDiff: entry["in-diff"] ?? null,
      firstDetected: isoInstant(Date.parse(now) - age),
      // What is not part of the change, or was there before it, was suppressed before it.
      ...isOld(entry) ? { suppressionGround: "baseline" } : {}
    },
    facts: {
      kev: entry.kev ?? null,
      kevEntry: null,
      epss: entry.epss ?? null,
      reachability: entry.reachability ?? "unknown"
    }
  };
}
var isOld = (entry) => entry.suppression === "in-source" && (entry["in-diff"] === void 0 ? entry.state === "existing" || entry.state === "newly-disclosed" : !entry["in-diff"]);
function findingOf(entry) {
  const line3 = entry.line ?? null;
  const suppression = entry.suppression === void 0 ? null : { kind: entry.suppression, justification: null };
  return {
    tool: entry.tool ?? "Scanner",
    toolVersion: null,
    ruleId: entry["rule-id"] ?? "rule",
    category: categoryOf(entry),
    severity: entry.severity ?? (entry.malware ? "critical" : "high"),
    severitySource: entry.severity === "unknown" ? "none" : "security-severity",
    score: entry.score ?? null,
    severityConflict: false,
    message: "A finding of a policy test",
    helpUri: null,
    location: { path: entry.path ?? "src/app.ts", startLine: line3, startColumn: null, endLine: line3, endColumn: null },
    placeGround: "unchecked",
    claimedPlace: null,
    placeProblem: null,
    identifiers: (entry.identifiers ?? []).toSorted(),
    package: packageOf(entry),
    malware: entry.malware ?? false,
    reachability: entry.reachability ?? "unknown",
    fixAvailable: entry["fix-available"] ?? (entry["fixed-version"] === void 0 ? null : true),
    tags: entry.tags ?? [],
    suppression,
    firstDetected: null,
    clues: { snippet: null, fingerprints: {}, symbol: null },
    occurrences: 1,
    sources: []
  };
}
var categoryOf = ({ category, package: purl }) => category ?? (purl === void 0 ? "sast" : "sca");
function packageOf({ package: purl, "fixed-version": fixed }) {
  if (purl === void 0) return null;
  const parsed3 = parsePackageUrl(purl);
  return {
    purl: parsed3?.text ?? purl,
    name: parsed3?.name ?? purl,
    version: parsed3?.version ?? null,
    fixedVersion: fixed ?? null
  };
}

// src/core/reports/terminal/test-report.ts
function testReportText(files) {
  const all = files.flatMap(({ results }) => results);
  const failed2 = all.filter(({ mismatches }) => mismatches.length > 0).length;
  const blocks = files.flatMap(({ path, policy, results }) => [
    `${visibleLine(path)} (${visibleLine(policy)})`,
    ...results.flatMap(resultLines),
    ""
  ]);
  return commandSafe(
    `${[...blocks, `${all.length} ${all.length === 1 ? "test" : "tests"}: ${all.length - failed2} passed, ${failed2} failed`].join("\n")}
`
  );
}
function resultLines({ name, place, mismatches, traces }) {
  if (mismatches.length === 0) return [`  \u2713 ${visibleLine(name)}`];
  return [
    `  \u2717 ${visibleLine(name)} (${visibleLine(place.path)}:${place.line})`,
    ...failureLines(mismatches, traces).map((line3) => `      ${line3}`)
  ];
}
function failureLines(mismatches, traces) {
  return [
    ...mismatches.map(
      ({ what, expected, actual }) => `${visibleLine(what)}: expected ${visibleLine(expected)}, was ${visibleLine(actual)}`
    ),
    ...traces.flatMap((trace) => ["", ...explanationText(trace).trimEnd().split("\n")])
  ];
}
function testReportJunit(files) {
  const suites = files.map(({ path, results }) => {
    const failed2 = results.filter(({ mismatches }) => mismatches.length > 0).length;
    const counts = `tests="${results.length}" failures="${failed2}" errors="0" skipped="0" time="0"`;
    const cases = results.map((result) => testCase(path, result));
    return [`  <testsuite name="${xmlText(visibleLine(path))}" ${counts}>`, ...cases, "  </testsuite>"].join("\n");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="policy tests">',
    ...suites,
    "</testsuites>",
    ""
  ].join("\n");
}
function testCase(path, { name, place, mismatches, traces }) {
  const head2 = `    <testcase classname="${xmlText(visibleLine(path))}" name="${xmlText(visibleLine(name))}" file="${xmlText(visibleLine(place.path))}" line="${place.line ?? 1}" time="0"`;
  const [first] = mismatches;
  if (first === void 0) return `${head2}/>`;
  const message = `${first.what}: expected ${first.expected}, was ${first.actual}`;
  const body = failureLines(mismatches, traces).join("\n");
  return [
    `${head2}>`,
    `      <failure message="${xmlText(visibleLine(message))}">${xmlText(body)}</failure>`,
    "    </testcase>"
  ].join("\n");
}

// src/cli/commands/test.ts
var FORMATS5 = ["text", "junit"];
var FLAGS7 = {
  "layer-source": EVALUATION_FLAGS["layer-source"],
  format: { value: "FORMAT[=FILE]", multiple: true, help: `${FORMATS5.join(" or ")}; default text` }
};
var testCommand = {
  words: "FILE\u2026",
  flags: FLAGS7,
  async run(args, terminal) {
    if (args.words.length === 0) throw configurationError("test needs a file", "Give files of policy tests");
    const outputs = (args.values.get("format") ?? ["text"]).map((text) => outputOf(text, FORMATS5));
    const suites = await loadSuites(args, terminal);
    const results = [];
    for (const suite of suites) results.push(await runSuite(suite));
    for (const { format, file } of outputs) {
      const text = format === "text" ? testReportText(results) : testReportJunit(results);
      if (file === null) await terminal.out(text);
      else await writeFileAtomically(resolve7(terminal.cwd, file), [text]);
    }
    const failed2 = results.some((each) => each.results.some(({ mismatches }) => mismatches.length > 0));
    return failed2 ? EXIT.block : EXIT.pass;
  }
};
async function loadSuites(args, terminal) {
  const problems = [];
  const suites = [];
  for (const path of args.words) {
    try {
      suites.push(await loadSuite(path, args, terminal));
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return suites;
}
async function loadSuite(path, args, terminal) {
  const absolute = resolve7(terminal.cwd, path);
  const bytes = readOrNull(absolute);
  const place = wholeFile(path);
  if (bytes === null) throw configurationError("the file does not exist", "Give a file of policy tests", place);
  const file = parsePolicyTests(path, bytes);
  const directory = dirname3(absolute);
  const layerSources = new Map([...layerSourcesOf(args)].map(([name, at2]) => [name, resolve7(terminal.cwd, at2)]));
  const port = localPolicyPort({ cwd: directory, sourceRoot: null, layerSources });
  const policy = await policyOf(file.document.policy, port);
  if (policy === null)
    throw configurationError(
      `there is no policy ${file.document.policy}`,
      "Give a path from this file, or preset:NAME",
      place
    );
  const named2 = file.document.exceptions;
  const exceptions = named2 === void 0 ? null : await port.read(named2);
  tellLayers(port, terminal);
  if (named2 !== void 0 && exceptions === null)
    throw configurationError(`there is no exceptions file ${named2}`, "Give a path from this file", place);
  return {
    file,
    directory,
    layerSources,
    policy,
    exceptions: named2 === void 0 || exceptions === null ? [] : parseExceptions(named2, exceptions),
    now: file.document.now ?? terminal.now()
  };
}
async function runSuite(suite) {
  const results = [];
  for (const entry of suite.file.tests) results.push(await runTest(suite, entry));
  return { path: suite.file.path, policy: suite.file.document.policy, results };
}
async function runTest(suite, entry) {
  const { test, place } = entry;
  const now = test.now ?? suite.now;
  const findings = findingsOf(test.findings ?? [], now);
  const evaluation = test.sarif === void 0 ? shortEvaluation(suite.file.document, entry, suite.policy, findings, suite.exceptions, now) : await sarifEvaluation(suite, entry, now);
  const decision = decide(evaluation);
  const mismatches = [
    ...mismatchesOf(test.expect ?? {}, decision),
    ...ownMismatches(findings.map(expectationOf), decision)
  ];
  const blamed = new Map(
    mismatches.flatMap(({ outcome: outcome2 }) => outcome2 === null ? [] : [[outcome2.id, outcome2]])
  );
  const traces = [...blamed.values()].slice(0, 3).map((outcome2) => traceOf(evaluation, decision, outcome2));
  return { name: test.name, place, mismatches, traces };
}
var expectationOf = ({ identified, expect }) => ({ id: identified.identity.id, expect });
async function sarifEvaluation(suite, { test }, now) {
  const { document } = suite.file;
  const { sarif = [], baseline = [], kev = [], epss = [], vex = [] } = test;
  const request = requestWith({
    sarif,
    policy: document.policy,
    exceptions: document.exceptions ?? null,
    baseline,
    kev,
    epss,
    vex,
    diff: test.diff ?? null,
    cwd: suite.directory,
    sourceRoot: test["source-root"] ?? null,
    defaultTier: test.tier ?? document.tier ?? DEFAULT_TIER,
    layerSources: suite.layerSources,
    now,
    event: test.event ?? null,
    branch: test.branch ?? null
  });
  const evaluation = await prepare(request, localPorts(request), () => void 0);
  return { ...evaluation, exceptions: suite.exceptions, policy: withAssets(evaluation.policy, document) };
}

// src/core/history/fleet/facts.ts
var Sightings = class {
  #runs = [];
  #views = [];
  add(run, view) {
    this.#runs.push(run);
    this.#views.push(view);
  }
  *[Symbol.iterator]() {
    for (const [index, run] of this.#runs.entries()) {
      const view = this.#views[index];
      if (view !== void 0) yield { run, view };
    }
  }
};
var byTime = (a2, b2) => a2.at - b2.at || (a2.sha256 < b2.sha256 ? -1 : a2.sha256 > b2.sha256 ? 1 : 0);
function lastOf(runs, isSo) {
  let last = null;
  for (const run of runs) if (isSo(run) && (last === null || byTime(run, last) > 0)) last = run;
  return last;
}

// src/core/history/fleet/exception-facts.ts
var APPROVED = ["active", "expiring", "expired"];
var ANSWERED = ["active", "expiring", "rejected"];
var ExceptionFacts = class {
  /** By id. */
  states = /* @__PURE__ */ new Map();
  /** Approvals, each once: by exception and approver, with their time. */
  approvals = /* @__PURE__ */ new Map();
  /** By what is excepted: every id and end under which it was. */
  grants = /* @__PURE__ */ new Map();
  /** By finding. */
  requests = /* @__PURE__ */ new Map();
  add(row2, run) {
    const { exception_id, status, finding_id, approver, approved_s } = row2;
    this.#state(row2, run);
    if (APPROVED.includes(status)) {
      const key = finding_id ?? exception_id;
      this.#grant(key, `${exception_id}
${row2.expires ?? ""}`);
      if (approver !== null) this.#approval(`${exception_id}
${approver}`, approver, approved_s);
    }
    if (finding_id !== null && (status === "requested" || ANSWERED.includes(status))) {
      const request = this.requests.get(finding_id) ?? { asked: null, answered: [] };
      this.requests.set(finding_id, request);
      if (status === "requested") request.asked = Math.min(request.asked ?? run.at, run.at);
      else if (request.answered.at(-1) !== run.at) request.answered.push(run.at);
    }
  }
  #grant(key, end) {
    const known2 = this.grants.get(key) ?? [];
    if (!known2.includes(end)) this.grants.set(key, [...known2, end]);
  }
  #approval(key, approver, at2) {
    const known2 = this.approvals.get(key)?.at ?? null;
    this.approvals.set(key, { approver, at: earlier(known2, at2) });
  }
  #state(row2, run) {
    const known2 = this.states.get(row2.exception_id);
    const order = known2 === void 0 ? 1 : byTime(run, known2.run);
    if (order < 0) return;
    const { exception_id, status, source, finding_id, type, expires_s, approved_s } = row2;
    const before2 = order === 0 ? known2?.approved ?? null : null;
    const approved = earlier(before2, approved_s);
    this.states.set(exception_id, { exception_id, status, source, finding_id, type, expires_s, run, approved });
  }
};
var earlier = (a2, b2) => a2 === null || b2 === null ? a2 ?? b2 : Math.min(a2, b2);

// src/core/history/fleet/collector.ts
var FleetCollector = class {
  #now;
  #repositories = /* @__PURE__ */ new Map();
  #seen = /* @__PURE__ */ new Set();
  #kinds = /* @__PURE__ */ new Map();
  #traits = /* @__PURE__ */ new Map();
  /** What is decided after `now` (seconds since 1970) is not known yet. */
  constructor(now) {
    this.#now = now;
  }
  /** False where the decision was there already, or is of later than now. */
  add({ common, decisions, outcomes, exceptions, scans }) {
    const [decision] = decisions;
    if (decision === void 0 || common.evaluated_s > this.#now || this.#seen.has(common.decision_sha256)) return false;
    this.#seen.add(common.decision_sha256);
    const repository = this.#repository(common.repository ?? "");
    const kind = this.#kind({
      month: common.evaluated_month,
      branch: common.branch ?? "",
      merged: common.merged,
      isScheduled: common.event === JUDGED_EVENTS.schedule,
      verdict: decision.verdict,
      isComplete: decision.completeness === "complete",
      wouldBlock: decision.would_block === null ? null : decision.would_block > 0,
      looked: lookedWith(scans),
      hasScan: scans.some(({ state }) => state === "complete"),
      containersPass: containersPass(outcomes, scans)
    });
    const run = { sha256: common.decision_sha256, at: common.evaluated_s, kind };
    repository.runs.push(run);
    if (kind.verdict === null) return true;
    for (const outcome2 of outcomes) see(repository.findings, outcome2, run, this.#traits);
    for (const row2 of exceptions) repository.exceptions.add(row2, run);
    for (const row2 of scans) seeCategory(repository.categories, row2, run);
    return true;
  }
  repositories() {
    return [...this.#repositories.values()].sort((a2, b2) => a2.name < b2.name ? -1 : 1);
  }
  #repository(name) {
    const known2 = this.#repositories.get(name);
    if (known2 !== void 0) return known2;
    const made = { name, runs: [], findings: /* @__PURE__ */ new Map(), categories: /* @__PURE__ */ new Map(), exceptions: new ExceptionFacts() };
    this.#repositories.set(name, made);
    return made;
  }
  /** One object for all runs of which the same is true. */
  #kind(kind) {
    const key = JSON.stringify(kind);
    const known2 = this.#kinds.get(key);
    if (known2 === void 0) this.#kinds.set(key, kind);
    return known2 ?? kind;
  }
};
function lookedWith(scans) {
  if (scans.some(({ tool, state }) => tool === null && (state === "failed" || state === "invalid"))) return [];
  const tools = /* @__PURE__ */ new Map();
  for (const { tool_key, state } of scans)
    if (tool_key !== null) tools.set(tool_key, state === "complete" && tools.get(tool_key) !== false);
  return [...tools].flatMap(([tool, isComplete]) => isComplete ? [tool] : []).sort();
}
function containersPass(outcomes, scans) {
  const own = scans.filter(({ category, state }) => category === "container" && state !== "not-applicable");
  if (own.length === 0) return null;
  const blocks = outcomes.some(({ category, verdict }) => category === "container" && verdict === "block");
  return !blocks && own.every(({ state }) => state === "complete");
}
function see(findings, outcome2, run, traits) {
  const known2 = findings.get(outcome2.finding_id);
  const view = known2?.views.find((each) => says(outcome2, each)) ?? viewOf(outcome2, traits);
  const facts = known2 ?? { last: { run, view }, introduced: null, sightings: new Sightings(), views: [] };
  if (known2 === void 0) findings.set(outcome2.finding_id, facts);
  if (!facts.views.includes(view)) facts.views.push(view);
  if (byTime(run, facts.last.run) > 0) facts.last = { run, view };
  if (run.kind.merged !== false) facts.sightings.add(run, view);
  if (outcome2.state === "introduced" && (facts.introduced === null || byTime(run, facts.introduced) < 0))
    facts.introduced = run;
}
var viewOf = (outcome2, traits) => ({
  traits: traitsOf(outcome2, traits),
  isOpen: outcome2.is_open,
  isReported: isReported(outcome2),
  firstDetected: outcome2.first_detected_s,
  due: outcome2.sla_due_s,
  fixAvailable: outcome2.fix_available,
  isExcepted: outcome2.reason === "excepted",
  isBlockedByRule: outcome2.blocked_by_rule
});
function traitsOf({ tier, severity, category, exposure, owners, tool_key }, known2) {
  const traits = { tier, severity, category, exposure, owners, tool_key };
  const key = JSON.stringify(traits);
  const same = known2.get(key);
  if (same === void 0) known2.set(key, traits);
  return same ?? traits;
}
var isReported = ({ was_looked_for, reason }) => was_looked_for && reason !== "fixed";
var says = (outcome2, view, traits = view.traits) => outcome2.sla_due_s === view.due && outcome2.first_detected_s === view.firstDetected && outcome2.is_open === view.isOpen && isReported(outcome2) === view.isReported && outcome2.reason === "excepted" === view.isExcepted && outcome2.blocked_by_rule === view.isBlockedByRule && outcome2.fix_available === view.fixAvailable && outcome2.severity === traits.severity && outcome2.tier === traits.tier && outcome2.exposure === traits.exposure && outcome2.owners === traits.owners && outcome2.category === traits.category && outcome2.tool_key === traits.tool_key;
function seeCategory(categories, { category, state }, { at: at2 }) {
  if (category === null) return;
  const facts = categories.get(category) ?? { complete: null, notApplicable: null };
  categories.set(category, facts);
  if (state === "complete") facts.complete = Math.max(facts.complete ?? at2, at2);
  if (state === "not-applicable") facts.notApplicable = Math.max(facts.notApplicable ?? at2, at2);
}

// src/core/history/fleet/statistics.ts
var DAY_SECONDS = 86400;
function ratioOf(items, holds2) {
  return { numerator: items.filter(holds2).length, denominator: items.length };
}
var days = (seconds2, of = 1) => Math.floor((20 * seconds2 + DAY_SECONDS * of) / (2 * DAY_SECONDS * of)) / 10;
function spreadOf(seconds2) {
  const sorted2 = seconds2.toSorted((a2, b2) => a2 - b2);
  const count3 = sorted2.length;
  const ranked = (tenths) => {
    const value = sorted2[Math.ceil(count3 * tenths / 10) - 1];
    return value === void 0 ? null : days(value);
  };
  const total = sorted2.reduce((sum, value) => sum + value, 0);
  return { count: count3, mean: count3 === 0 ? null : days(total, count3), median: ranked(5), p90: ranked(9) };
}
function grouped(items, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf2(item);
    const group2 = groups.get(key);
    if (group2 === void 0) groups.set(key, [item]);
    else group2.push(item);
  }
  return new Map([...groups].sort(([a2], [b2]) => a2 < b2 ? -1 : 1));
}

// src/core/history/fleet/finding-figures.ts
var REOPEN_SECONDS = 90 * 86400;
var isOverdue = ({ gone, due }, { now }) => gone === null && due !== null && due <= now;
var isOpenedIn = ({ wasSeen, first }, { since }) => wasSeen && first.at >= since;
var endedIn = (cycles, { since }) => cycles.filter((cycle) => cycle.gone !== null && cycle.gone.at >= since);
var timesToFix = (ended) => spreadOf(ended.flatMap(({ start, gone }) => start === null ? [] : [gone.at - start]));
function findingFigures(cycles, last, period) {
  const overdue = cycles.filter((cycle) => isOverdue(cycle, period));
  return {
    ...flowFigures(cycles, period),
    open: cycles.filter(({ gone }) => gone === null).length,
    overdue: overdue.length,
    sla: inTime(endedIn(cycles, period), overdue.length),
    waived: waivedOf(last, period)
  };
}
function byMonth(cycles, last, period) {
  const opened = grouped(
    cycles.filter((cycle) => isOpenedIn(cycle, period)),
    ({ first }) => first.kind.month
  );
  const ended = grouped(endedIn(cycles, period), ({ gone }) => gone.kind.month);
  const sights = grouped(last, ({ run }) => run.kind.month);
  const months = [
    ...cycles.flatMap(({ first }) => first.at >= period.since ? [first.kind.month] : []),
    ...ended.keys(),
    ...last.flatMap(({ run }) => run.at >= period.since ? [run.kind.month] : [])
  ];
  return new Map(
    [...new Set(months)].filter((month) => month !== "").sort().map((month) => [
      month,
      { opened: opened.get(month) ?? [], ended: ended.get(month) ?? [], last: sights.get(month) ?? [] }
    ])
  );
}
var monthFigures = ({ opened, ended, last }, period) => ({
  opened: opened.length,
  open: null,
  overdue: null,
  sla: inTime(ended, 0),
  timeToFix: timesToFix(ended),
  reopened: cameBack(ended),
  waived: waivedOf(last, period)
});
function flowFigures(cycles, period) {
  const ended = endedIn(cycles, period);
  return {
    opened: cycles.filter((cycle) => isOpenedIn(cycle, period)).length,
    timeToFix: timesToFix(ended),
    reopened: cameBack(ended)
  };
}
var cameBack = (ended) => ratioOf(ended, (each) => each.cameBack !== null && each.cameBack <= REOPEN_SECONDS);
function inTime(ended, overdue) {
  const { numerator, denominator } = ratioOf(
    ended.filter(({ due }) => due !== null),
    ({ gone, due }) => due !== null && gone.at <= due
  );
  return { numerator, denominator: denominator + overdue };
}
function waivedOf(last, { since }) {
  const blocked = last.filter(({ run, view }) => run.at >= since && view.isReported && view.isBlockedByRule);
  return ratioOf(blocked, ({ view }) => view.isExcepted);
}
var GROUPINGS = ["repository", "month", "tier", "exposure", "owner", "category"];
function groupOf(by, repository, traits) {
  switch (by) {
    case "repository":
      return repository;
    case "tier":
      return String(traits.tier);
    case "exposure":
      return traits.exposure ?? "";
    case "owner":
      return traits.owners;
    case "category":
      return traits.category;
    default:
      return by;
  }
}

// src/core/history/fleet/coverage.ts
function silenceOf(judged, { now, within }) {
  const all = judged.map(({ facts, branch }) => ({
    repository: facts.name,
    branch: branch.name,
    last: branch.runs.reduce((last, { kind, at: at2 }) => kind.hasScan ? Math.max(last, at2) : last, -Infinity)
  }));
  const silent = all.filter(({ last }) => last < now - within);
  return {
    numerator: silent.length,
    denominator: all.length,
    repositories: silent.map(({ last, ...each }) => ({
      ...each,
      lastScan: last === -Infinity ? null : isoInstant(last * 1e3)
    }))
  };
}
function categoryCoverage(repositories, { now, within }) {
  const categories = [...new Set(repositories.flatMap(({ categories: categories2 }) => [...categories2.keys()]))].sort();
  return categories.map((category) => {
    const states = repositories.map((each) => each.categories.get(category) ?? { complete: null, notApplicable: null });
    const asked = states.filter(
      ({ complete, notApplicable }) => (notApplicable ?? -1) <= (complete ?? -1) || notApplicable === null
    );
    return { category, ...ratioOf(asked, ({ complete }) => complete !== null && complete >= now - within) };
  });
}

// src/core/history/fleet/exception-figures.ts
function exceptionFigures(repositories, { now, since }, isOpen) {
  const all = repositories.flatMap((repository) => statesOf(repository));
  const active = all.filter((each) => isActive(each, now));
  const over = all.filter((each) => isOver(each, now));
  return {
    active: active.length,
    byType: [...grouped(active, ({ type }) => type ?? "unknown")].map(([type, own]) => ({ type, count: own.length })),
    daysLeft: spreadOf(active.flatMap(({ expires_s }) => expires_s === null ? [] : [expires_s - now])),
    age: spreadOf(active.flatMap(({ approved }) => approved === null || approved > now ? [] : [now - approved])),
    expiredButOpen: ratioOf(
      over,
      ({ repository, finding_id }) => finding_id !== null && isOpen(repository, finding_id)
    ),
    renewals: renewalsOf(repositories),
    approverConcentration: concentration(repositories, since),
    ...decisionTimes(repositories, since),
    breakGlass: all.filter(({ type }) => type === "break-glass").length,
    breakGlassReviewed: null
  };
}
function renewalsOf(repositories) {
  const grants = repositories.flatMap(({ exceptions }) => [...exceptions.grants.values()]);
  const total = grants.reduce((sum, ends2) => sum + ends2.length, 0);
  return { numerator: total - grants.length, denominator: total };
}
function statesOf({ name, runs, exceptions }) {
  const last = lastOf(runs, ({ kind }) => kind.verdict !== null);
  return [...exceptions.states.values()].map((state) => ({ ...state, repository: name, isCurrent: state.run === last }));
}
var isHeld = ({ status }) => status === "active" || status === "expiring";
var isActive = (state, now) => isHeld(state) && (state.expires_s === null || state.expires_s > now) && (state.source === "comment" || state.isCurrent);
var isOver = (state, now) => state.status === "expired" || isHeld(state) && state.expires_s !== null && state.expires_s <= now;
function concentration(repositories, since) {
  const approvals = repositories.flatMap(({ exceptions }) => [...exceptions.approvals.values()]).filter(({ at: at2 }) => (at2 ?? 0) >= since);
  let top = { approver: null, numerator: 0 };
  for (const [approver, own] of grouped(approvals, (each) => each.approver))
    if (own.length > top.numerator) top = { approver, numerator: own.length };
  return { ...top, denominator: approvals.length };
}
function decisionTimes(repositories, since) {
  const waits = repositories.flatMap(({ exceptions }) => [...exceptions.requests.values()]).flatMap(({ asked, answered }) => {
    if (asked === null || asked < since) return [];
    const later = answered.filter((at2) => at2 >= asked);
    return [later.length === 0 ? null : Math.min(...later) - asked];
  });
  return {
    timeToDecide: spreadOf(waits.filter((wait) => wait !== null)),
    undecided: ratioOf(waits, (wait) => wait === null)
  };
}

// src/core/history/fleet/branches.ts
var USUAL = ["main", "master"];
function branchOf(runs, named2) {
  const decided = runs.filter(({ kind }) => kind.verdict !== null);
  const sure = decided.filter(({ kind }) => kind.merged === true);
  const own = sure.length > 0 ? sure : decided.filter(({ kind }) => kind.merged === null);
  if (named2.length > 0) {
    const isNamed = ({ kind }) => kind.branch === "" || named2.includes(kind.branch);
    return { name: named2.find((name2) => own.some(({ kind }) => kind.branch === name2)) ?? null, runs: own.filter(isNamed) };
  }
  const requests = decided.filter(({ kind }) => kind.merged === false);
  const evidence = [...new Set(own.map(({ kind }) => kind.branch))].filter((branch) => branch !== "").map((branch) => ({
    branch,
    isScheduled: own.some(({ kind }) => kind.branch === branch && kind.isScheduled),
    requests: requests.filter(({ kind }) => kind.branch === branch).length,
    isUsual: USUAL.includes(branch),
    runs: own.filter(({ kind }) => kind.branch === branch).length
  })).sort(
    (a2, b2) => Number(b2.isScheduled) - Number(a2.isScheduled) || b2.requests - a2.requests || Number(b2.isUsual) - Number(a2.isUsual) || b2.runs - a2.runs || (a2.branch < b2.branch ? -1 : 1)
  );
  const name = evidence[0]?.branch ?? null;
  return { name, runs: own.filter(({ kind }) => kind.branch === "" || kind.branch === name) };
}

// src/core/history/fleet/cycles.ts
function timelineOf(unordered) {
  const runs = unordered.toSorted(byTime);
  const looks = /* @__PURE__ */ new Map();
  for (const [position, run] of runs.entries()) {
    for (const tool of run.kind.looked) {
      const known2 = looks.get(tool);
      if (known2 === void 0) looks.set(tool, [position]);
      else known2.push(position);
    }
  }
  return { runs, looks, positions: new Map(runs.map((run, position) => [run, position])) };
}
function cyclesOf(repository, finding, sightings, line3) {
  const ordered = [...sightings].flatMap((sighting) => {
    const position = line3.positions.get(sighting.run);
    return position === void 0 ? [] : [{ run: sighting.run, view: sighting.view, position }];
  }).sort((a2, b2) => a2.position - b2.position);
  const spans = [];
  let own = [];
  const finish2 = (gone) => {
    if (own.length > 0) spans.push({ sightings: own, gone });
    own = [];
  };
  for (const [index, sighting] of ordered.entries()) {
    if (!sighting.view.isOpen) {
      if (own.length > 0 || index === 0) {
        if (index === 0) own = [sighting];
        finish2(sighting.run);
      }
      continue;
    }
    own.push(sighting);
    const gone = nextLook(sighting, line3);
    if (gone !== null && gone < (ordered[index + 1]?.position ?? line3.runs.length)) finish2(line3.runs[gone] ?? null);
  }
  finish2(null);
  return spans.map((_2, index) => cycleOf(repository, finding, spans, index)).filter(isKnownCycle);
}
var isKnownCycle = ({ wasSeen, start }) => wasSeen || start !== null;
function nextLook({ position, view }, { looks }) {
  const positions = looks.get(view.traits.tool_key) ?? [];
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((positions[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return positions[low] ?? null;
}
function cycleOf(repository, finding, spans, index) {
  const { sightings = [], gone = null } = spans[index] ?? {};
  const [first] = sightings;
  if (first === void 0) throw new TypeError("a cycle without a sighting");
  const { last, earliest, wasSeen, fixSince, hasFix } = spanFacts(sightings, first.view);
  const start = startOf(earliest, wasSeen ? first.run.at : earliest, spans[index - 1]?.gone?.at ?? -Infinity);
  const next = spans[index + 1]?.sightings[0]?.run.at;
  return {
    traits: last.traits,
    repository,
    finding,
    start,
    wasSeen,
    first: first.run,
    gone,
    cameBack: next === void 0 || gone === null ? null : next - gone.at,
    // Runs that do not know the first detection count from their own time: only the time that they allow holds.
    due: last.due === null || last.firstDetected === null || start === null ? last.due : start + last.due - last.firstDetected,
    fixSince,
    hasFix
  };
}
function spanFacts(sightings, first) {
  let last = first;
  let earliest = null;
  let without = Infinity;
  let [wasSeen, hasFix] = [false, false];
  let fixSince = null;
  for (const { run, view, position } of sightings) {
    const { firstDetected, fixAvailable } = view;
    if (view.isReported || !last.isReported) last = view;
    if (firstDetected !== null && (earliest === null || firstDetected < earliest)) earliest = firstDetected;
    if (!view.isOpen) continue;
    wasSeen = true;
    if (fixAvailable === true) hasFix = true;
    if (fixAvailable === true && position > without) fixSince ??= run.at;
    if (fixAvailable === false && without === Infinity) without = position;
  }
  return { last, earliest, wasSeen, fixSince, hasFix };
}
var startOf = (earliest, seen, before2) => earliest !== null && seen !== null && earliest <= seen && earliest >= before2 ? earliest : seen;

// src/core/history/fleet/judged.ts
function judgeRepository(facts, { branches }) {
  const branch = branchOf(facts.runs, branches);
  const line3 = timelineOf(branch.runs);
  const cycles = [...facts.findings].flatMap(([id, { sightings }]) => cyclesOf(facts.name, id, sightings, line3));
  return { facts, branch, cycles };
}

// src/core/history/fleet/special.ts
var PACKAGES = ["sca", "container"];
function special(judged, cycles, period) {
  const ended = endedIn(cycles, period);
  const updates = ended.filter(({ traits, hasFix }) => hasFix && PACKAGES.includes(traits.category));
  const images = judged.flatMap(({ branch }) => lastOfContainers(branch.runs));
  return {
    highTier0: timesToFix(ended.filter(({ traits }) => traits.severity === "high" && traits.tier === 0)),
    secrets: secretsOf(judged, period),
    updateLatency: {
      known: ratioOf(updates, ({ fixSince }) => fixSince !== null),
      days: spreadOf(updates.flatMap(({ fixSince, gone }) => fixSince === null ? [] : [gone.at - fixSince]))
    },
    containers: ratioOf(images, (passes) => passes)
  };
}
function secretsOf(judged, { since }) {
  const months = judged.flatMap(({ facts }) => [...facts.findings.values()]).flatMap(
    ({ last, introduced }) => last.view.traits.category === "secret" && introduced !== null && introduced.at >= since ? [introduced.kind.month] : []
  );
  return {
    introduced: months.length,
    months: [...grouped(months, (month) => month)].map(([month, own]) => ({ month, introduced: own.length }))
  };
}
function lastOfContainers(runs) {
  const last = lastOf(runs, ({ kind }) => kind.containersPass !== null);
  return last === null ? [] : [last.kind.containersPass === true];
}
var byExposure = (cycles, period) => [
  ...grouped(
    endedIn(cycles, period).filter(({ traits }) => traits.severity === "critical"),
    ({ traits }) => traits.exposure ?? ""
  )
].map(([exposure, own]) => ({ exposure: exposure === "" ? null : exposure, ...timesToFix(own) }));
var AGES = [7, 30, 90, 180];
function ageing(cycles, { now }) {
  const open2 = cycles.filter(({ gone }) => gone === null);
  const bars = [...KNOWN_SEVERITIES.toReversed(), "unknown"].map((severity) => {
    const ages = open2.flatMap(
      ({ traits, start, first }) => traits.severity === severity ? [(now - (start ?? first.at)) / 86400] : []
    );
    const counts = [0, ...AGES].map((from, index) => {
      const to = AGES[index] ?? Infinity;
      return ages.filter((age) => age >= from && age < to).length;
    });
    return { severity, counts };
  });
  return bars.filter(({ counts }) => counts.some((count3) => count3 > 0));
}

// src/core/history/fleet/metrics.ts
function metricsOf(repositories, question, by) {
  const judged = repositories.map((facts) => judgeRepository(facts, question));
  const cycles = judged.flatMap((each) => each.cycles);
  const last = repositories.flatMap(lastSights);
  const open2 = new Set(cycles.flatMap((each) => each.gone === null ? [`${each.repository}
${each.finding}`] : []));
  const months = monthGroups(cycles, last, question);
  return {
    ...runFigures(
      repositories.flatMap(({ runs }) => runs),
      question
    ),
    repositories: judged.map(({ facts, branch }) => ({ repository: facts.name, branch: branch.name })),
    silent: silenceOf(judged, question),
    coverage: categoryCoverage(repositories, question),
    ...findingFigures(cycles, last, question),
    exceptions: exceptionFigures(
      repositories,
      question,
      (repository, finding) => open2.has(`${repository}
${finding}`)
    ),
    criticalByExposure: byExposure(cycles, question),
    ...special(judged, cycles, question),
    ageing: ageing(cycles, question),
    months,
    rows: tierRows(cycles, last, question),
    by,
    groups: by === null ? [] : groupsBy(by, cycles, last, question, months)
  };
}
var lastSights = ({ name, findings }) => [...findings].map(([finding, { last }]) => ({ ...last, repository: name, finding }));
function runFigures(all, { now, since }) {
  const runs = all.filter(({ at: at2 }) => at2 >= since).map(({ kind }) => kind);
  const decided = runs.filter(({ verdict }) => verdict !== null);
  const times = all.map(({ at: at2 }) => at2).sort((a2, b2) => a2 - b2);
  const instant = (at2) => at2 === void 0 ? null : isoInstant(at2 * 1e3);
  return {
    decisions: all.length,
    from: instant(times[0]),
    to: instant(times.at(-1)),
    now: isoInstant(now * 1e3),
    since: since === 0 ? null : isoInstant(since * 1e3),
    verdicts: Object.fromEntries(
      VERDICTS.map((each) => [each, ratioOf(decided, ({ verdict }) => verdict === each)])
    ),
    complete: ratioOf(decided, ({ isComplete }) => isComplete),
    undecided: ratioOf(runs, ({ verdict }) => verdict === null),
    duration: null,
    wouldBlock: ratioOf(
      decided.filter(({ wouldBlock }) => wouldBlock !== null),
      ({ verdict, wouldBlock }) => verdict !== "block" && wouldBlock === true
    )
  };
}
var monthGroups = (cycles, last, question) => [...byMonth(cycles, last, question)].map(([month, own]) => ({ month, ...monthFigures(own, question) }));
function groupsBy(by, cycles, last, question, months) {
  if (by === "month") return months.map(({ month, ...figures }) => ({ key: month, ...figures }));
  const ofCycles = grouped(cycles, (each) => groupOf(by, each.repository, each.traits));
  const ofLast = grouped(last, ({ repository, view }) => groupOf(by, repository, view.traits));
  return [.../* @__PURE__ */ new Set([...ofCycles.keys(), ...ofLast.keys()])].sort().map((key) => ({ key, ...findingFigures(ofCycles.get(key) ?? [], ofLast.get(key) ?? [], question) }));
}
function tierRows(cycles, last, question) {
  const severities = [...KNOWN_SEVERITIES.toReversed(), "unknown"];
  const keyOf2 = ({ tier, severity }) => `${tier} ${severity}`;
  const ofCycles = grouped(cycles, ({ traits }) => keyOf2(traits));
  const ofLast = grouped(last, ({ view }) => keyOf2(view.traits));
  return TIERS.flatMap(
    (tier) => severities.flatMap((severity) => {
      const key = keyOf2({ tier, severity });
      const own = ofCycles.get(key) ?? [];
      const ends2 = ofLast.get(key) ?? [];
      return own.length + ends2.length === 0 ? [] : [{ tier, severity, ...findingFigures(own, ends2, question) }];
    })
  );
}

// src/core/history/layout/schema-pattern.ts
var KEYWORDS2 = /* @__PURE__ */ new Set([
  ...["$ref", "const", "enum", "anyOf", "type", "properties", "required", "additionalProperties", "items", "minItems"],
  ...["pattern", "minimum", "maximum", "exclusiveMinimum", "definitions", "description", "$schema", "$id", "title"]
]);
var TEXT = String.raw`"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"`;
var literal = (value) => JSON.stringify(value).replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
var line = (indent) => `\\n${" ".repeat(indent)}`;
var unknown = (schema) => new TypeError(`a layout cannot say what this schema does: ${JSON.stringify(schema)}`);
var SchemaPatterns = class {
  #definitions;
  constructor({ definitions = {} }) {
    this.#definitions = definitions;
  }
  /** The schema that a reference leads to. */
  resolved(schema) {
    for (const keyword2 of Object.keys(schema)) if (!KEYWORDS2.has(keyword2)) throw unknown(schema);
    const { $ref } = schema;
    if ($ref === void 0) return schema;
    const found = this.#definitions[$ref.replace("#/definitions/", "")];
    if (found === void 0) throw unknown(schema);
    return this.resolved(found);
  }
  /** A value whose first line is so far in. */
  of(given, indent) {
    const schema = this.resolved(given);
    if (schema.const !== void 0) return literal(schema.const);
    if (schema.enum !== void 0) return oneOf(schema.enum.map(literal));
    if (schema.anyOf !== void 0) return oneOf(schema.anyOf.map((each) => this.of(each, indent)));
    if (Array.isArray(schema.type)) return oneOf(schema.type.map((type) => this.of({ ...schema, type }, indent)));
    switch (schema.type) {
      case "null":
        return "null";
      case "boolean":
        return "(?:true|false)";
      case "string":
        return schema.pattern === void 0 ? TEXT : plainText(schema);
      case "integer":
        return integer(schema);
      case "number":
        return number(schema);
      case "array":
        return this.#list(schema, indent);
      case "object":
        return `\\{${this.members(schema, indent + 2, (_2, member2) => this.of(member2, indent + 2))}${line(indent)}\\}`;
      default:
        throw unknown(schema);
    }
  }
  /** The members of an object one after the other, each on a line; `patternFor` says what stands behind its name. */
  members(object, indent, patternFor) {
    const names = Object.keys(object.properties ?? {});
    const isNeeded = (key) => key !== void 0 && object.required?.includes(key) === true;
    if (object.additionalProperties !== false || !isNeeded(names[0])) throw unknown(object);
    return Object.entries(object.properties ?? {}).map(([key, member2], index) => {
      const own = `${index === 0 ? "" : ","}${line(indent)}${literal(key)}: ${patternFor(key, member2)}`;
      return isNeeded(key) ? own : `(?:${own})?`;
    }).join("");
  }
  #list(schema, indent) {
    if (schema.items === void 0 || (schema.minItems ?? 1) !== 1) throw unknown(schema);
    const item = `${line(indent + 2)}${this.of(schema.items, indent + 2)}`;
    const items = `${item}(?:,${item})*${line(indent)}\\]`;
    return `\\[${schema.minItems === 1 ? items : `(?:\\]|${items})`}`;
  }
};
var oneOf = (patterns) => `(?:${patterns.join("|")})`;
var PLAIN_PATTERN = /^\^(?:[\w:-]|\[[\w-]+\]|\\[d.]|[{}()?+])*\$$/;
function plainText(schema) {
  const { pattern: pattern2 = "" } = schema;
  if (!PLAIN_PATTERN.test(pattern2)) throw unknown(schema);
  return `"${pattern2.slice(1, -1).replaceAll("(", "(?:")}"`;
}
function integer(schema) {
  const { minimum, maximum } = schema;
  if (maximum !== void 0 && minimum === 0 && maximum < 10) return `[0-${maximum}]`;
  if (maximum !== void 0 || minimum !== 0 && minimum !== 1) throw unknown(schema);
  return minimum === 1 ? "[1-9]\\d{0,14}" : "(?:0|[1-9]\\d{0,14})";
}
function number(schema) {
  const { minimum, exclusiveMinimum, maximum } = schema;
  if ((minimum ?? exclusiveMinimum) !== 0 || maximum === void 0 || maximum < 1 || maximum > 10) throw unknown(schema);
  const between = maximum === 1 ? [] : [`[1-${maximum - 1}](?:\\.\\d{1,17})?`];
  return oneOf([String(maximum), ...between, "0\\.(?=\\d*[1-9])\\d{1,17}", ...minimum === 0 ? ["0"] : []]);
}

// src/core/history/layout/token-values.ts
import { Buffer as Buffer2 } from "node:buffer";
var SHORT = 256;
var LONG = 1 << 14;
var MOST = 1 << 18;
var TRIAL = 256;
var [QUOTE, OPEN_LIST, OPEN_OBJECT] = ['"', "[", "{"].map((character) => character.charCodeAt(0));
var hasOnlyAscii = (text) => !/[\x80-\xff]/.test(text);
var noValue = () => ({ token: "", value: null, asked: 0, missed: 0 });
var isMostlyNew = ({ asked, missed }) => asked > TRIAL && 2 * missed > asked;
var TokenValues = class {
  #known = /* @__PURE__ */ new Map();
  #size = 0;
  #scratch = Buffer2.alloc(1 << 12);
  of(token, last) {
    const first = token.charCodeAt(0);
    if (first !== QUOTE && first !== OPEN_LIST && first !== OPEN_OBJECT) return word(token);
    if (token.length >= SHORT || isMostlyNew(last)) return this.#kept(token, last);
    last.asked += 1;
    const known2 = this.#known.get(token);
    if (known2 !== void 0) return known2;
    last.missed += 1;
    return this.#remembered(token);
  }
  #kept(token, last) {
    if (token === last.token) return last.value;
    const value = this.#parsed(token);
    if (token.length > LONG) return value;
    last.value = value;
    last.token = this.#copied(token);
    return value;
  }
  #remembered(token) {
    const value = this.#parsed(token);
    this.#size += token.length;
    if (this.#size > MOST) {
      this.#known.clear();
      this.#size = token.length;
    }
    this.#known.set(this.#copied(token), value);
    return value;
  }
  #parsed(token) {
    return JSON.parse(hasOnlyAscii(token) ? token : this.#decoded(token));
  }
  /** A part of a text keeps all of it alive; a copy does not. */
  #copied(token) {
    return this.#written(token).toString("latin1", 0, token.length);
  }
  #decoded(token) {
    return this.#written(token).toString("utf8", 0, token.length);
  }
  #written(token) {
    const { length } = token;
    if (length > this.#scratch.length) this.#scratch = Buffer2.alloc(2 * length);
    this.#scratch.write(token, 0, length, "latin1");
    return this.#scratch;
  }
};
function word(token) {
  switch (token) {
    case "null":
      return null;
    case "true":
      return true;
    case "false":
      return false;
    default:
      return Number(token);
  }
}

// src/core/history/layout/layout.ts
var Layout = class {
  #patterns;
  #pieces;
  #values = new TokenValues();
  constructor(schema, wanted) {
    this.#patterns = new SchemaPatterns(schema);
    this.#pieces = this.#piecesOf(schema, wanted);
  }
  /** `text` holds the bytes of the file as Latin-1; they must be UTF-8. */
  read(text) {
    const document = {};
    let at2 = 0;
    for (const piece of this.#pieces) {
      const end = piece.kind === "list" ? this.#list(piece, text, at2, document) : this.#members(piece, text, at2, document);
      if (end === null) return null;
      at2 = end;
    }
    return document;
  }
  #members({ pattern: pattern2, slots }, text, at2, into) {
    pattern2.lastIndex = at2;
    const match = pattern2.exec(text);
    if (match === null) return null;
    this.#fill(into, slots, match);
    return pattern2.lastIndex;
  }
  #list({ key, opening, isNeeded, isWanted, item, slots }, text, from, into) {
    if (!text.startsWith(opening, from)) return isNeeded ? null : from;
    const items = [];
    if (isWanted) into[key] = items;
    let at2 = from + opening.length;
    if (text.startsWith("]", at2)) return at2 + 1;
    let separator = ITEM;
    while (text.startsWith(separator, at2)) {
      item.lastIndex = at2 + separator.length;
      const match = slots.length === 0 ? item.test(text) : item.exec(text);
      if (match === null || match === false) return null;
      if (match !== true) items.push(this.#built(slots, match));
      at2 = item.lastIndex;
      separator = NEXT_ITEM;
    }
    return separator === NEXT_ITEM && text.startsWith(END, at2) ? at2 + END.length : null;
  }
  #built(slots, match) {
    const built = {};
    this.#fill(built, slots, match);
    return built;
  }
  #fill(into, slots, match) {
    for (const { key, group: group2, members, last } of slots) {
      const token = match[group2];
      if (members !== null) into[key] = this.#built(members, match);
      else if (token !== void 0) into[key] = this.#values.of(token, last);
    }
  }
  #piecesOf(schema, wanted) {
    const pieces = [];
    let groups = new SlotGroups();
    let source = "\\{";
    const finish2 = () => {
      if (source !== "") pieces.push({ kind: "members", pattern: new RegExp(source, "y"), slots: groups.slots });
      groups = new SlotGroups();
      source = "";
    };
    for (const [index, [key, member2]] of Object.entries(schema.properties ?? {}).entries()) {
      const wish = wishFor(wanted, key);
      const item = wish === true ? void 0 : this.#patterns.resolved(member2).items;
      const isNeeded = schema.required?.includes(key) === true;
      if (item !== void 0 && this.#patterns.resolved(item).type === "object") {
        finish2();
        pieces.push({ kind: "list", ...this.#listPiece(key, item, wish, isNeeded) });
      } else {
        const own = `${index === 0 ? "" : ","}${line(2)}"${key}": ${this.#source(groups, key, member2, 2, wish)}`;
        source += isNeeded ? own : `(?:${own})?`;
      }
    }
    source += "\\n\\}\\n$";
    finish2();
    return pieces;
  }
  #listPiece(key, item, wish, isNeeded) {
    const groups = new SlotGroups();
    const source = this.#source(groups, "", item, 4, wish);
    const [{ members } = { members: null }] = groups.slots;
    return {
      ...{ key, isNeeded, isWanted: wish !== void 0 },
      opening: `,
  "${key}": [`,
      item: new RegExp(source, "y"),
      slots: members ?? []
    };
  }
  /** The pattern of a value, with a group around each wanted part; `groups` gets where they stand. */
  #source(groups, key, given, indent, wish) {
    if (wish === void 0) return this.#patterns.of(given, indent);
    if (wish === true) {
      groups.take(key);
      return `(${this.#patterns.of(given, indent)})`;
    }
    const inner = groups.within();
    const members = this.#patterns.members(
      this.#patterns.resolved(given),
      indent + 2,
      (name, member2) => this.#source(inner, name, member2, indent + 2, wish[name])
    );
    groups.put(key, inner);
    return `\\{${members}${line(indent)}\\}`;
  }
};
var ITEM = "\n    ";
var NEXT_ITEM = ",\n    ";
var END = "\n  ]";
var wishFor = (wanted, key) => wanted === void 0 || wanted === true ? wanted : wanted[key];
var SlotGroups = class _SlotGroups {
  slots = [];
  #counter;
  constructor(counter = { count: 0 }) {
    this.#counter = counter;
  }
  take(key) {
    this.#counter.count += 1;
    this.slots.push({ key, group: this.#counter.count, members: null, last: noValue() });
  }
  /** For the members of an object. */
  within() {
    return new _SlotGroups(this.#counter);
  }
  put(key, { slots }) {
    this.slots.push({ key, group: 0, members: slots, last: noValue() });
  }
};

// src/core/history/fleet/rows/wanted.ts
var HEAD2 = {
  gate: true,
  verdict: true,
  completeness: true,
  evaluatedAt: true,
  change: true,
  counts: true,
  rollout: true,
  problems: true
};
var FIGURE_OUTCOME = {
  finding: {
    id: true,
    tool: true,
    category: true,
    severity: true,
    tier: true,
    exposure: true,
    owners: true,
    state: true,
    stateReason: true,
    fixAvailable: true,
    firstDetected: true
  },
  verdict: true,
  reason: true,
  rules: true,
  sla: true
};
var ROW_OUTCOME = {
  ...FIGURE_OUTCOME,
  finding: {
    ...FIGURE_OUTCOME.finding,
    toolVersion: true,
    ruleId: true,
    severitySource: true,
    score: true,
    message: true,
    location: true,
    claimedPlace: true,
    placeProblem: true,
    asset: true,
    inDiff: true,
    identifiers: true,
    package: true,
    malware: true,
    kev: true,
    epss: true,
    reachability: true
  },
  would: true,
  controls: true,
  exception: true
};
var FIGURES = {
  ...HEAD2,
  scans: true,
  outcomes: FIGURE_OUTCOME,
  notLookedFor: FIGURE_OUTCOME,
  exceptions: true
};
var TABLES2 = {
  decisions: HEAD2,
  outcomes: { ...HEAD2, outcomes: ROW_OUTCOME, notLookedFor: ROW_OUTCOME },
  exceptions: { ...HEAD2, exceptions: true },
  scans: { ...HEAD2, scans: true }
};
var figureReader = () => readerOf(FIGURES);
var tableReader = (table3) => readerOf(TABLES2[table3]);
var wholeReader = () => null;
function readerOf(wanted) {
  const layout = new Layout(JSON.parse(DECISION_SCHEMA), wanted);
  return (text) => {
    const document = layout.read(text);
    return document === null || lacksCounts(document) ? null : document;
  };
}

// src/core/reports/fleet/dashboard.ts
import { createHash as createHash2 } from "node:crypto";

// src/core/history/fleet/figures.ts
var PARTS = {
  findings: "Findings on default branches",
  exceptions: "Exceptions",
  repositories: "Repositories",
  runs: "Runs of the gate"
};
function figuresOf(metrics) {
  return {
    findings: findingPart(metrics),
    exceptions: exceptionPart(metrics),
    repositories: repositoryPart(metrics),
    runs: runPart(metrics)
  };
}
var groupFigures = (figures) => [
  count2("findings_opened", "opened", figures.opened),
  count2("findings_open", "open", figures.open),
  count2("findings_overdue", "open and overdue", figures.overdue),
  share("sla", "fixed within SLA", figures.sla),
  days2("time_to_fix", "days to fix", figures.timeToFix),
  share("reopened", "came back within 90 days", figures.reopened),
  share("blocks_waived", "blocks waived", figures.waived)
];
function findingPart(metrics) {
  const { criticalByExposure, highTier0, secrets, updateLatency, containers } = metrics;
  return [
    ...groupFigures(metrics),
    ...criticalByExposure.length === 0 ? [days2("critical_time_to_fix", "days to fix, critical", null)] : [],
    ...criticalByExposure.map(
      ({ exposure, ...spread }) => days2("critical_time_to_fix", "days to fix, critical", spread, {
        label: "exposure",
        value: exposure ?? "not known"
      })
    ),
    days2("high_tier_0_time_to_fix", "days to fix, high at tier 0", highTier0),
    count2("secrets_introduced", "secrets introduced", secrets.introduced),
    share("update_latency_known", "updates whose fix has a date", updateLatency.known),
    days2("update_latency", "days from fix to update", updateLatency.days),
    share("containers_pass", "images pass the policy", containers)
  ];
}
function exceptionPart({ exceptions }) {
  const { approverConcentration } = exceptions;
  return [
    count2("exceptions_active", "active exceptions", exceptions.active),
    ...exceptions.byType.map(
      ({ type, count: own }) => count2("exceptions_active_by_type", "active exceptions", own, { label: "type", value: type })
    ),
    days2("exceptions_days_left", "days left", exceptions.daysLeft),
    days2("exceptions_age", "age in days", exceptions.age),
    share("exceptions_expired_but_open", "expired but open", exceptions.expiredButOpen),
    share("exceptions_renewed", "renewals", exceptions.renewals),
    share("approver_concentration", "approvals by one approver", approverConcentration),
    days2("time_to_decide", "days to decide a request", exceptions.timeToDecide),
    share("requests_undecided", "requests not decided", exceptions.undecided),
    count2("break_glass", "break-glass", exceptions.breakGlass),
    share("break_glass_reviewed", "break-glass reviewed in time", exceptions.breakGlassReviewed)
  ];
}
var repositoryPart = ({ silent, coverage }) => [
  share("repositories_silent", "silent repositories", silent),
  ...coverage.map(
    ({ category, ...ratio }) => share("coverage", "scanned in time", ratio, { label: "category", value: category })
  )
];
function runPart({ verdicts, complete, undecided, duration: duration2, wouldBlock }) {
  return [
    ...["block", "warn", "pass"].map(
      (verdict) => share("verdict", "verdict", verdicts[verdict], { label: "verdict", value: verdict })
    ),
    share("evidence_complete", "evidence complete", complete),
    share("could_not_decide", "could not decide", undecided),
    days2("gate_duration", "time of the gate", duration2),
    share("would_block", "would block if enforced", wouldBlock)
  ];
}
var share = (id, title, value, of = null) => ({
  kind: "share",
  id,
  title,
  of,
  value
});
var days2 = (id, title, value, of = null) => ({
  kind: "days",
  id,
  title,
  of,
  value
});
var count2 = (id, title, value, of = null) => ({
  kind: "number",
  id,
  title,
  of,
  value
});
function isKnown({ kind, value }) {
  if (value === null) return false;
  if (kind === "share") return value.denominator > 0;
  return kind === "number" || value.count > 0;
}
function figureWords(figure) {
  if (figure.value === null || !isKnown(figure)) return "not known";
  switch (figure.kind) {
    case "share": {
      const { numerator, denominator } = figure.value;
      return `${numerator} / ${denominator} (${percent(figure.value)} %)`;
    }
    case "days": {
      const { count: of, mean, median, p90 } = figure.value;
      return `mean ${mean}, median ${median}, p90 ${p90} (of ${of})`;
    }
    case "number":
      return String(figure.value);
    default:
      return figure;
  }
}
var percent = ({ numerator, denominator }) => {
  const rounded = Math.round(100 * numerator / denominator);
  if (rounded === 0 && numerator > 0) return 1;
  return rounded === 100 && numerator < denominator ? 99 : rounded;
};

// src/core/reports/fleet/charts.ts
var SIZE = { width: 520, height: 220, left: 40, right: 10, top: 10, bottom: 28 };
var PLOT = {
  width: SIZE.width - SIZE.left - SIZE.right,
  height: SIZE.height - SIZE.top - SIZE.bottom,
  base: SIZE.height - SIZE.bottom
};
var LABELS2 = 9;
function lineChart(title, labels, series) {
  const most = niceTop(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const step = labels.length > 1 ? PLOT.width / (labels.length - 1) : 0;
  const x2 = (index) => round(labels.length > 1 ? SIZE.left + index * step : SIZE.left + PLOT.width / 2);
  const y2 = (value) => round(PLOT.base - value / most * PLOT.height);
  return chart(
    title,
    series.map(({ name, style }) => ({ name, style, isLine: true })),
    h`${scale(most)}${labelRow(labels, x2)}${series.map((each) => trend(each, x2, y2, labels))}`
  );
}
function trend({ name, style, values }, x2, y2, labels) {
  const parts = [];
  let open2 = false;
  for (const [index, value] of values.entries()) {
    if (value !== null) parts.push(`${open2 ? "L" : "M"}${x2(index)} ${y2(value)}`);
    open2 = value !== null;
  }
  const dots = values.map(
    (value, index) => value === null ? NO_HTML : h`<circle class="dot ${style}" cx="${x2(index)}" cy="${y2(value)}" r="3"><title>${labels[index] ?? ""}: ${name} ${value}</title></circle>`
  );
  return h`<path class="trend ${style}" d="${parts.join(" ")}"/>${dots}`;
}
function stackedBars(title, labels, series) {
  const totals = labels.map((_2, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const most = niceTop(Math.max(0, ...totals));
  const slot = PLOT.width / Math.max(1, labels.length);
  const width = round(slot * 0.6);
  const left = (index) => round(SIZE.left + index * slot + slot * 0.2);
  const bars = labels.map((label, index) => {
    let base = PLOT.base;
    const parts = series.map(({ name, style, values }) => {
      const value = values[index] ?? 0;
      const height = round(value / most * PLOT.height);
      base = round(base - height);
      return value === 0 ? NO_HTML : h`<rect class="${style}" x="${left(index)}" y="${base}" width="${width}" height="${height}"><title>${label}: ${name} ${value}</title></rect>`;
    });
    const total = totals[index] ?? 0;
    return h`${parts}<text x="${round(left(index) + width / 2)}" y="${round(base - 4)}" text-anchor="middle">${total}</text>`;
  });
  return chart(
    title,
    series.map(({ name, style }) => ({ name, style, isLine: false })),
    h`${scale(most)}${labelRow(labels, (index) => round(left(index) + width / 2))}${bars}`
  );
}
function chart(title, keys, body) {
  const legend = keys.map(({ name, style, isLine }) => {
    const sign = isLine ? h`<path class="trend ${style}" d="M0 6 L22 6"/>` : h`<rect class="${style}" width="14" height="12"/>`;
    return h`<span class="key"><svg viewBox="0 0 22 12" aria-hidden="true">${sign}</svg> ${name}</span>`;
  });
  return h`<figure><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${title}">${body}</svg>
<div>${legend}</div></figure>
`;
}
function scale(most) {
  const lines = [0, 0.5, 1].map((part) => {
    const y2 = round(PLOT.base - part * PLOT.height);
    return h`<line class="axis" x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${y2}" y2="${y2}"/><text x="${SIZE.left - 6}" y="${round(y2 + 4)}" text-anchor="end">${round(most * part)}</text>`;
  });
  return h`${lines}`;
}
function labelRow(labels, x2) {
  const every = Math.ceil(labels.length / LABELS2);
  const shown2 = labels.map(
    (label, index) => index % every === 0 ? h`<text x="${x2(index)}" y="${SIZE.height - 8}" text-anchor="middle">${label}</text>` : NO_HTML
  );
  return h`${shown2}`;
}
function niceTop(most) {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((factor) => factor * power).find((top) => top >= most) ?? most;
}
var round = (value) => Math.round(value * 10) / 10;

// src/core/reports/fleet/style.ts
var DASHBOARD_STYLE = `
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 10px; margin: 16px 0; padding: 0 }
.tiles div { border: 1px solid var(--line); border-radius: 6px; padding: 10px 14px; background: var(--soft) }
.tiles dt { color: var(--dim); font-size: 13px } .tiles dd { margin: 0; font-size: 22px; font-weight: 600 }
.tiles dd small { display: block; color: var(--dim); font-size: 13px; font-weight: 400 }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: 16px }
figure { margin: 0; border: 1px solid var(--line); border-radius: 6px; padding: 12px 14px } figcaption { font-weight: 600; margin-bottom: 6px }
svg { display: block; width: 100%; height: auto } svg text { fill: var(--dim); font-size: 11px; font-family: inherit }
.axis { stroke: var(--line); stroke-width: 1 } .trend { fill: none; stroke-width: 2.5 } .mean { stroke: var(--block) }
.median { stroke: var(--pass); stroke-dasharray: 6 4 } .dot.mean { fill: var(--block) } .dot.median { fill: var(--pass) }
.critical { fill: var(--block) } .high { fill: #d9602b } .medium { fill: #b98900 } .low { fill: #3f7cbf } .none, .unknown { fill: #8b8f96 }
.key { display: inline-block; margin-right: 14px; color: var(--dim); font-size: 13px } .key svg { display: inline-block; width: 22px; height: 12px; vertical-align: middle }
.filter { margin: 6px 0; display: none } .scripted .filter { display: block } .filter input { font: inherit; padding: 4px 8px; width: min(280px, 100%);
  color: var(--ink); background: var(--page); border: 1px solid var(--dim); border-radius: 6px } td.number { text-align: right }
@media (max-width: 600px) {
  main { padding: 12px 12px 32px } h1 { font-size: 20px } h2 { margin: 20px 0 6px } th, td { padding: 4px 8px; white-space: nowrap }
  td:first-child { white-space: normal; min-width: 88px }
  .tiles { grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 8px } .tiles div { padding: 6px 10px }
}
`;

// src/core/reports/fleet/dashboard.ts
var ROWS = 1e3;
var SCRIPT3 = `document.documentElement.classList.add('scripted')
for (const input of document.querySelectorAll('.filter input')) input.addEventListener('input', () => {
  for (const row of input.closest('section').querySelectorAll('tbody tr'))
    row.hidden = !row.textContent.toLowerCase().includes(input.value.toLowerCase())
})`;
function renderDashboard(metrics) {
  const style = `${STYLE}${DASHBOARD_STYLE}`;
  const policy = `default-src 'none'; style-src 'sha256-${digest(style)}'; script-src 'sha256-${digest(SCRIPT3)}'; base-uri 'none'; form-action 'none'`;
  const body = h`${head(metrics)}${tiles(metrics)}<div class="charts">${charts(metrics)}</div>
${section3(BY_TIER, tierTable(metrics), false)}${silentPart(metrics)}${groupPart(metrics)}${figureTables(metrics)}${section3(BY_MONTH, monthTable(metrics), false)}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Security figures</title>
<style>${style}</style>
</head>
<body>
<main>
${body.html}</main>
<script>${SCRIPT3}</script>
</body>
</html>
`;
}
var digest = (text) => createHash2("sha256").update(text).digest("base64");
function head({ decisions, repositories, from, to, now, since }) {
  const span = from === null || to === null ? "" : `, ${day(from)} to ${day(to)}`;
  const asked = since === null ? "" : `; events since ${since}`;
  return h`<h1>Security figures</h1>
<p>${count(decisions, "decision")} of ${count(repositories.length, "repository", "repositories")}${span}${asked}. As of ${now}.</p>
`;
}
var FIRST = [
  "sla",
  "findings_open",
  "findings_overdue",
  "time_to_fix",
  "reopened",
  "repositories_silent",
  "exceptions_active",
  "blocks_waived"
];
function tiles(metrics) {
  const all = Object.values(figuresOf(metrics)).flat();
  const shown2 = FIRST.flatMap((id) => all.filter((figure) => figure.id === id));
  return h`<dl class="tiles">${shown2.map((figure) => h`<div><dt>${figure.title}</dt><dd>${tile(figure)}</dd></div>`)}</dl>
`;
}
function tile(figure) {
  if (figure.value === null || !isKnown(figure)) return h`<small>not known</small>`;
  switch (figure.kind) {
    case "share": {
      const { numerator, denominator } = figure.value;
      return h`${percent(figure.value)} %<small>${numerator} of ${denominator}</small>`;
    }
    case "days": {
      const { median, mean, p90, count: count3 } = figure.value;
      return h`${median ?? 0}<small>median; mean ${mean ?? 0}, p90 ${p90 ?? 0}, of ${count3}</small>`;
    }
    case "number":
      return h`${figure.value}`;
    default:
      return figure;
  }
}
function charts({ months, ageing: ageing2 }) {
  const labels = months.map(({ month }) => month);
  const trends = lineChart("Days to fix, by the month of the fix", labels, [
    { name: "mean", style: "mean", values: months.map(({ timeToFix }) => timeToFix.mean) },
    { name: "median", style: "median", values: months.map(({ timeToFix }) => timeToFix.median) }
  ]);
  const ages = [...AGES.map((days3) => `under ${days3} d`), `${AGES.at(-1)} d and more`];
  const bars = ageing2.map(({ severity, counts }) => ({ name: severity, style: severity, values: counts }));
  return h`${labels.length === 0 ? NO_HTML : trends}${bars.length === 0 ? NO_HTML : stackedBars("Open findings by age", ages, bars)}`;
}
var section3 = (title, body, hasFilter) => body.html === "" ? NO_HTML : h`<section><h2>${title}</h2>
${hasFilter ? h`<p class="filter"><label>Show rows with <input type="search"></label></p>\n` : NO_HTML}${body}</section>
`;
function table2(name, caption, header, rows) {
  if (rows.length === 0) return NO_HTML;
  const shown2 = rows.slice(0, ROWS);
  const told = rows.length > shown2.length ? `${caption}; ${rows.length - shown2.length} more` : caption;
  return h`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><caption>${told}</caption>
<thead><tr>${header.map((cell) => h`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${shown2.map((cells3) => h`<tr>${cells3.map((cell) => h`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>
`;
}
var BY_TIER = "By tier and severity";
var BY_MONTH = "By month";
var SILENT = "Silent repositories";
var GROUP_HEADER = ["Opened", "Open", "Overdue", "Fixed within SLA", "Days to fix", "Came back", "Blocks waived"];
var groupCells = (figures) => groupFigures(figures).map((figure) => isKnown(figure) ? figureWords(figure) : "\u2013");
var tierTable = ({ rows }) => table2(
  BY_TIER,
  "Tiers and severities that have findings; \u2013 is not known",
  ["Tier", "Severity", ...GROUP_HEADER],
  rows.map(({ tier, severity, ...own }) => [String(tier), severity, ...groupCells(own)])
);
var monthTable = ({ months }) => table2(
  BY_MONTH,
  "What began and ended in each month; \u2013 is not known",
  ["Month", ...GROUP_HEADER],
  months.map(({ month, ...own }) => [month, ...groupCells(own)])
);
function groupPart({ by, groups }) {
  if (by === null || by === "month") return NO_HTML;
  const rows = groups.map(({ key, ...own }) => [key === "" ? "not known" : key, ...groupCells(own)]);
  const title = `By ${by}`;
  return section3(title, table2(title, `Each ${by}; \u2013 is not known`, [by, ...GROUP_HEADER], rows), true);
}
function silentPart({ silent }) {
  const rows = silent.repositories.map(({ repository, branch, lastScan }) => [
    repository === "" ? "no repository named" : repository,
    branch ?? "not known",
    lastScan ?? "never"
  ]);
  const caption = "How it stands there is not known; what was open counts on";
  return section3(SILENT, table2(SILENT, caption, ["Repository", "Branch", "Last complete scan"], rows), true);
}
function figureTables(metrics) {
  const figures = figuresOf(metrics);
  const parts = Object.keys(PARTS).map(
    (part) => section3(
      PARTS[part],
      table2(
        PARTS[part],
        "Each share with both its numbers",
        ["Figure", "Value"],
        figures[part].map((figure) => [
          figure.of === null ? figure.title : `${figure.title}, ${figure.of.label} ${figure.of.value}`,
          figureWords(figure)
        ])
      ),
      false
    )
  );
  return h`${parts}`;
}

// src/core/reports/fleet/metrics-markdown.ts
var NAMED = 50;
function metricsMarkdown(metrics) {
  const { decisions, repositories, from, to, now, since, rows, by, groups } = metrics;
  const figures = figuresOf(metrics);
  const ofTiers = rows.map(({ tier, severity, ...own }) => [prose(`${tier}`), prose(severity), ...cells2(own)]);
  const ofGroups = groups.map(({ key, ...own }) => [key === "" ? prose("not known") : code(key), ...cells2(own)]);
  const span = from === null ? NOTHING : md` from ${code(from)} to ${code(to ?? "")}`;
  const asked = since === null ? NOTHING : md`, since ${code(since)}`;
  return join([
    heading(2, prose("Security figures")),
    md`${prose(count(decisions, "decision"))} of ${prose(count(repositories.length, "repository", "repositories"))}${span}, as of ${code(now)}${asked}.`,
    ...Object.keys(PARTS).flatMap((part) => [
      heading(3, prose(PARTS[part])),
      table([prose("Figure"), prose("Value")], figures[part].map(row)),
      part === "repositories" ? silentList(metrics) : NOTHING
    ]),
    heading(3, prose("By tier and severity")),
    table([prose("Tier"), prose("Severity"), ...titles()], ofTiers),
    ...by === null ? [] : [heading(3, prose(`By ${by}`)), table([prose(by), ...titles()], ofGroups)]
  ]);
}
var titles = () => ["Opened", "Open", "Overdue", "Fixed within SLA", "Days to fix", "Came back", "Blocks waived"].map(
  (title) => prose(title)
);
function words2(figure) {
  if (figure.value === null || !isKnown(figure)) return prose("not known");
  switch (figure.kind) {
    case "share": {
      const { numerator, denominator } = figure.value;
      return md`${numerator} / ${denominator} (${percent(figure.value)} %)`;
    }
    case "days": {
      const { count: count3, mean, median, p90 } = figure.value;
      return md`mean ${mean ?? 0}, median ${median ?? 0}, p90 ${p90 ?? 0} (of ${count3})`;
    }
    case "number":
      return md`${figure.value}`;
    default:
      return figure;
  }
}
var cells2 = (figures) => groupFigures(figures).map(words2);
var row = (figure) => [
  figure.of === null ? prose(figure.title) : md`${prose(figure.title)}, ${code(figure.of.value)}`,
  words2(figure)
];
function silentList({ silent }) {
  const named2 = silent.repositories.slice(0, NAMED);
  const more = silent.repositories.length - named2.length;
  return bullets([
    ...named2.map(({ repository, lastScan }) => {
      const last = lastScan === null ? prose("never scanned on its branch") : md`last scanned ${code(lastScan)}`;
      return md`${code(repository)}: ${last}`;
    }),
    ...more > 0 ? [md`and ${more} more`] : []
  ]);
}

// src/core/reports/fleet/metrics-openmetrics.ts
function metricsOpenMetrics(metrics) {
  const samples = [
    sample("decisions", "decision files read", {}, metrics.decisions),
    sample("repositories", "repositories", {}, metrics.repositories.length),
    ...Object.values(figuresOf(metrics)).flatMap((figures) => figures.flatMap((figure) => samplesOf(figure, ""))),
    ...metrics.rows.flatMap(
      ({ tier, severity, ...own }) => groupFigures(own).flatMap((figure) => samplesOf(figure, "by_tier_", { tier: String(tier), severity }))
    ),
    ...metrics.groups.flatMap(
      ({ key, ...own }) => metrics.by === null ? [] : groupFigures(own).flatMap((figure) => samplesOf(figure, `by_${metrics.by}_`, { [metrics.by ?? ""]: key }))
    ),
    ...metrics.silent.repositories.map(
      ({ repository, branch }) => sample("repository_silent", "repositories that nobody scans", { repository, branch: branch ?? "" }, 1)
    )
  ];
  const families = /* @__PURE__ */ new Map();
  for (const each of samples) families.set(each.family, [...families.get(each.family) ?? [], each]);
  return `${[...families.values()].map(familyText).join("")}# EOF
`;
}
var sample = (family, help, labels, value) => ({
  family: `policy_gate_${family}`,
  help,
  labels,
  value
});
function samplesOf(figure, prefix, more = {}) {
  const { id, title, of } = figure;
  const labels = of === null ? more : { ...more, [of.label]: of.value };
  const name = `${prefix}${id}`;
  if (figure.value === null) return [];
  switch (figure.kind) {
    case "share":
      return [
        sample(`${name}_part`, `${title}: the part`, labels, figure.value.numerator),
        sample(`${name}_whole`, `${title}: what it is a part of`, labels, figure.value.denominator)
      ];
    case "days": {
      const { count: count3, mean, median, p90 } = figure.value;
      const statistics = Object.entries({ mean, median, p90 });
      return [
        sample(`${name}_measured`, `${title}: how many`, labels, count3),
        ...statistics.flatMap(
          ([statistic, value]) => value === null ? [] : [sample(`${name}_days`, title, { ...labels, statistic }, value)]
        )
      ];
    }
    case "number":
      return [sample(name, title, labels, figure.value)];
    default:
      return figure;
  }
}
function familyText(samples) {
  const [first] = samples;
  if (first === void 0) return "";
  const lines = samples.map(({ family, labels, value }) => `${family}${labelText(labels)} ${value}
`);
  return `# TYPE ${first.family} gauge
# HELP ${first.family} ${escaped(first.help)}
${lines.join("")}`;
}
function labelText(labels) {
  const entries = Object.entries(labels);
  return entries.length === 0 ? "" : `{${entries.map(([name, value]) => `${name}="${escaped(value)}"`).join(",")}}`;
}
var escaped = (text) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');

// src/core/reports/fleet/metrics-text.ts
var NAMED2 = 20;
function metricsText(metrics) {
  const figures = figuresOf(metrics);
  const parts = Object.keys(PARTS).flatMap((part) => [
    "",
    PARTS[part],
    ...figures[part].map(line2),
    ...part === "repositories" ? silentLines(metrics) : []
  ]);
  const lines = [
    headLine(metrics),
    ...parts,
    "",
    groupHeader("tier  severity"),
    ...metrics.rows.map(({ tier, severity, ...own }) => groupLine(`${String(tier).padEnd(4)}  ${severity}`, own)),
    ...byLines(metrics)
  ];
  return commandSafe(`${lines.join("\n")}
`);
}
function headLine({ decisions, from, to, now, since, repositories }) {
  const span = from === null ? "" : `, ${from} to ${to}`;
  const asked = since === null ? `as of ${now}` : `since ${since}, as of ${now}`;
  return `${count(decisions, "decision")} of ${count(repositories.length, "repository", "repositories")}${span}; ${asked}`;
}
var line2 = (figure) => {
  const title = figure.of === null ? figure.title : `${figure.title}, ${visibleLine(figure.of.value)}`;
  return `${title.padEnd(32)} ${figureWords(figure)}`;
};
function silentLines({ silent }) {
  const named2 = silent.repositories.slice(0, NAMED2);
  const more = silent.repositories.length - named2.length;
  return [
    ...named2.map(({ repository, branch, lastScan }) => {
      const where = `${nameOf2(repository)}${branch === null ? "" : ` (${visibleLine(branch)})`}`;
      return `  silent: ${where}, ${lastScan === null ? "never scanned on its branch" : `last scanned ${lastScan}`}`;
    }),
    ...more > 0 ? [`  and ${more} more, in --format json`] : []
  ];
}
var nameOf2 = (repository) => repository === "" ? "no repository named" : visibleLine(repository);
var WIDTH = 30;
function groupHeader(first) {
  const titles2 = ["open", "overdue", "fixed within SLA", "days to fix", "blocks waived"];
  return [first.padEnd(WIDTH), ...titles2.map((title, index) => title.padEnd(COLUMNS[index] ?? 0))].join("  ").trimEnd();
}
var COLUMNS = [5, 7, 18, 42, 16];
function groupLine(name, figures) {
  const of = new Map(groupFigures(figures).map((figure) => [figure.id, figure]));
  const ids = ["findings_open", "findings_overdue", "sla", "time_to_fix", "blocks_waived"];
  const cells3 = ids.map((id, index) => {
    const figure = of.get(id);
    const words3 = figure === void 0 || !isKnown(figure) ? "-" : figureWords(figure);
    return words3.padEnd(COLUMNS[index] ?? 0);
  });
  return [visibleLine(name).padEnd(WIDTH), ...cells3].join("  ").trimEnd();
}
function byLines({ by, groups }) {
  if (by === null) return [];
  return ["", groupHeader(by), ...groups.map(({ key, ...own }) => groupLine(key === "" ? "not known" : key, own))];
}

// src/cli/fleet/stored-runs.ts
var EVERY = 1e3;
function* storedRuns({ words: words3 }, command, terminal, read2) {
  if (words3.length === 0)
    throw configurationError(`${command} needs a directory`, "Give directories with decision files");
  const progress = progressOf(terminal);
  const seen = /* @__PURE__ */ new Set();
  const documents = partsOfDocuments(words3, terminal.cwd, read2);
  let next = documents.next();
  for (; next.done !== true; next = documents.next()) {
    if (seen.has(next.value.sha256)) continue;
    seen.add(next.value.sha256);
    if (seen.size % EVERY === 0) progress(`${seen.size} decisions read`);
    yield next.value;
  }
  progress(null);
  const { ignored } = next.value;
  tellIgnored(ignored, terminal);
  if (seen.size === 0)
    throw configurationError(
      `there is no decision file in ${words3.join(", ")}`,
      "Keep decision.json of your runs there"
    );
}

// src/cli/fleet/metrics.ts
var FORMATS6 = ["text", "json", "markdown", "html", "openmetrics"];
var WITHIN = "14d";
var FLAGS8 = {
  now: { value: "ISO-8601", help: "the instant to ask about; later decisions are left out; default the clock" },
  since: { value: "ISO-8601", help: "count fixes, verdicts and whatever happens from here on; default all" },
  by: { value: "GROUP", help: `figures of each group too: ${GROUPINGS.join(", ")}` },
  branch: { value: "NAME", multiple: true, help: "default branch; default what the runs of each repository tell" },
  within: { value: "DURATION", help: `age of a complete scan from which a repository is silent; default ${WITHIN}` },
  format: { value: "FORMAT", help: `${FORMATS6.join(", ")}; default text` }
};
var metricsCommand = {
  words: "DIR\u2026",
  flags: FLAGS8,
  async run(args, terminal) {
    const format = oneFormat(args, FORMATS6);
    const by = groupingOf(flagValue(args, "by"));
    const question = questionOf(args, terminal);
    const collector = new FleetCollector(question.now);
    for (const run of storedRuns(args, "metrics", terminal, figureReader())) collector.add(figureRowsOf(run));
    await terminal.out(rendered2(format, metricsOf(collector.repositories(), question, by)));
    return EXIT.pass;
  }
};
function questionOf(args, terminal) {
  const now = instantFlag("now", flagValue(args, "now")) ?? terminal.now();
  const since = instantFlag("since", flagValue(args, "since"));
  if (since !== null && Date.parse(since) > Date.parse(now))
    throw configurationError(`--since ${since} is after now, ${now}`, "Give an earlier instant");
  return {
    now: seconds(now),
    since: since === null ? 0 : seconds(since),
    within: withinOf(flagValue(args, "within") ?? WITHIN),
    branches: args.values.get("branch") ?? []
  };
}
var seconds = (instant) => Math.floor(Date.parse(instant) / 1e3);
function withinOf(text) {
  const time = parseDuration(text);
  if (time === null) throw configurationError(`--within ${text} is no duration`, "Write it as 24h, 14d or 2w");
  return time / 1e3;
}
function groupingOf(text) {
  const grouping = GROUPINGS.find((each) => each === text);
  if (text !== null && grouping === void 0)
    throw configurationError(`--by ${text} is no grouping`, oneOfHint(text, GROUPINGS));
  return grouping ?? null;
}
function rendered2(format, metrics) {
  switch (format) {
    case "text":
      return metricsText(metrics);
    case "json":
      return `${jsonText(metrics, 2)}
`;
    case "markdown":
      return `${metricsMarkdown(metrics)}
`;
    case "html":
      return renderDashboard(metrics);
    case "openmetrics":
      return metricsOpenMetrics(metrics);
    default:
      return format;
  }
}

// src/core/history/fleet/rows/table-lines.ts
function tableLines(table3, runs) {
  switch (table3) {
    case "decisions":
      return linesOfRuns(runs(tableReader("decisions")), (run) => [decisionRow(run)]);
    case "outcomes":
      return linesOfRuns(
        runs(tableReader("outcomes")),
        ({ document, version }) => outcomesOf(document).map((outcome2) => outcomeRow(outcome2, version))
      );
    case "exceptions":
      return linesOfRuns(runs(tableReader("exceptions")), ({ document }) => document.exceptions.flatMap(exceptionRows));
    case "scans":
      return linesOfRuns(runs(tableReader("scans")), ({ document }) => document.scans.flatMap(scanRows));
    default:
      return table3;
  }
}
function* linesOfRuns(runs, rows) {
  for (const run of runs) yield rowLines(commonColumns(run), rows(run));
}

// src/cli/fleet/rows.ts
var FORMATS7 = ["ndjson", "ocsf"];
var FLAGS9 = {
  table: { value: "TABLE", help: `one of ${TABLES.join(", ")}` },
  format: {
    value: "FORMAT",
    help: "ndjson: the table; ocsf: findings, controls and verdicts as events for a SIEM, no table"
  }
};
var PIECE = 1 << 16;
var rowsCommand = {
  words: "DIR\u2026",
  flags: FLAGS9,
  async run(args, terminal) {
    let text = "";
    for (const lines of linesAskedFor(args, terminal)) {
      for (const line3 of lines) text += line3;
      if (text.length < PIECE) continue;
      await terminal.out(text);
      text = "";
    }
    await terminal.out(text);
    return EXIT.pass;
  }
};
function linesAskedFor(args, terminal) {
  const named2 = flagValue(args, "table");
  const runs = (read2) => storedRuns(args, "rows", terminal, read2);
  if (oneFormat(args, FORMATS7) === "ndjson") return tableLines(tableOf(named2), runs);
  if (named2 === null) return ocsfOf(runs(wholeReader));
  throw configurationError("--format ocsf has no tables", "Leave --table out");
}
function* ocsfOf(runs) {
  for (const run of runs) yield ocsfLines(rowsOf(run));
}
function tableOf(text) {
  const table3 = TABLES.find((each) => each === text);
  if (table3 !== void 0) return table3;
  const problem = text === null ? "rows needs a table" : `There is no table ${text}`;
  throw configurationError(problem, text === null ? `Write --table ${TABLES.join("|")}` : oneOfHint(text, TABLES));
}

// src/cli/setup/feeds.ts
import { join as join7, resolve as resolve8 } from "node:path";

// src/cli/setup/download.ts
var ATTEMPTS = 3;
var MOST_REDIRECTS = 5;
var REDIRECTS = [301, 302, 303, 307, 308];
async function download(address, mostBytes, network) {
  for (let attempt = 1; ; attempt += 1) {
    const tried = await tryDownload(address, mostBytes, network);
    if (!("mayPass" in tried) || attempt === ATTEMPTS) return tried;
    await network.sleep(500 * attempt);
  }
}
async function tryDownload(address, mostBytes, network) {
  const signal = AbortSignal.timeout(network.timeout);
  try {
    let url = address;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const fetch = await network.fetchFor(url.origin);
      const response = await fetch(bare2(url), { signal, redirect: "manual", headers: headersFor(url, address) });
      if (!REDIRECTS.includes(response.status)) return await contentOf(response, mostBytes);
      await response.body?.cancel();
      const next = response.headers.get("location") ?? "";
      if (next === "" || !URL.canParse(next, url.href)) return { problem: "it redirects to no address" };
      const target = new URL(next, url);
      if (!isAllowed(target, url)) return { problem: `it redirects to ${withoutSecrets(target)}, which is not safe` };
      url = target;
    }
    return { problem: `it redirects more than ${MOST_REDIRECTS} times` };
  } catch (error) {
    return failure(error, signal.aborted, mostBytes);
  }
}
function headersFor(url, given) {
  const agent = { "user-agent": "policy-gate" };
  if (given.username === "" || url.origin !== given.origin) return agent;
  const [user, password] = [decodeURIComponent(given.username), decodeURIComponent(given.password)];
  return { ...agent, authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
}
var bare2 = ({ origin, pathname, search }) => `${origin}${pathname}${search}`;
var isAllowed = (target, from) => target.protocol === "https:" || target.protocol === "http:" && from.protocol === "http:";
async function contentOf(response, mostBytes) {
  const { status } = response;
  if (status === 200) return { bytes: await readBody(response.body, mostBytes) };
  await response.body?.cancel();
  const problem = `the server answers ${status}`;
  return status >= 500 || status === 429 || status === 408 ? { problem, mayPass: true } : { problem };
}
function failure(error, isLate, mostBytes) {
  if (typeof error !== "object" || error === null || !("name" in error)) throw error;
  if (error.name === "BodyTooLarge") return { problem: `it is larger than ${mostBytes} bytes` };
  return {
    problem: isLate ? "there was no answer in time" : `the connection failed: ${reasonOf(error)}`,
    mayPass: true
  };
}
function reasonOf(error) {
  const cause = "cause" in error && typeof error.cause === "object" && error.cause !== null ? error.cause : error;
  const text = "code" in cause && typeof cause.code === "string" ? cause.code : "message" in cause ? cause.message : "";
  return String(text).split("\n")[0] ?? "";
}
var withoutSecrets = ({ origin, pathname }) => `${origin}${pathname}`;

// src/cli/setup/kept-feeds.ts
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join as join5 } from "node:path";
var MEBIBYTE = 1 << 20;
var FEED_SOURCES = [
  {
    // About 1.5 MB.
    name: "kev",
    file: "kev.json",
    address: "https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json",
    variable: "POLICY_GATE_KEV_URL",
    mostBytes: 32 * MEBIBYTE
  },
  {
    // About 2 MB, compressed.
    name: "epss",
    file: "epss.csv.gz",
    address: "https://epss.empiricalsecurity.com/epss_scores-current.csv.gz",
    variable: "POLICY_GATE_EPSS_URL",
    mostBytes: 64 * MEBIBYTE
  }
];
function contentOfFeed({ name, file }, bytes) {
  try {
    const text = feedText(bytes, file);
    const { date, size } = name === "kev" ? ofKev(text, file) : ofEpss(text, file);
    if (size === 0) return "it lists nothing";
    return date === null ? "it does not say of which day it is" : { date, entries: size };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return `it is not what it should be: ${error.problems.map(({ message }) => message).join("; ")}`;
  }
}
function ofKev(text, file) {
  const { released, cves } = parseKev(text, file);
  return { date: released, size: cves.size };
}
function ofEpss(text, file) {
  const { date, scores } = parseEpss(text, file);
  return { date, size: scores.size };
}
var INDEX = "feeds.json";
function recordsIn(directory) {
  const bytes = readOrNull(join5(directory, INDEX));
  if (bytes === null) return /* @__PURE__ */ new Map();
  try {
    const value = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return new Map(isObject(value) ? Object.entries(value).filter(([, each]) => isObject(each)) : []);
  } catch {
    return /* @__PURE__ */ new Map();
  }
}
var isObject = (value) => typeof value === "object" && value !== null;
function keptFeed(source, directory) {
  const bytes = readOrNull(join5(directory, source.file));
  if (bytes === null) return null;
  const { sha256 } = recordsIn(directory).get(source.name) ?? {};
  if (typeof sha256 === "string" && sha256 !== sha256Of(bytes)) return "it is not the file that was fetched";
  return contentOfFeed(source, bytes);
}
function keepFeed(source, directory, bytes, record) {
  mkdirSync(directory, { recursive: true });
  replace(join5(directory, source.file), bytes);
  const all = new Map(recordsIn(directory)).set(source.name, record);
  const sorted2 = [...all].toSorted(([left], [right]) => left < right ? -1 : 1);
  replace(join5(directory, INDEX), `${JSON.stringify(Object.fromEntries(sorted2), null, 2)}
`);
}
function replace(path, content) {
  const sibling = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(sibling, content);
    renameSync(sibling, path);
  } catch (error) {
    rmSync(sibling, { force: true });
    throw error;
  }
}

// src/cli/setup/write-new.ts
import { appendFileSync, closeSync as closeSync2, mkdirSync as mkdirSync2, openSync as openSync2, readFileSync as readFileSync4, rmSync as rmSync2, writeFileSync as writeFileSync2 } from "node:fs";
import { dirname as dirname4, join as join6 } from "node:path";
function writeNew(root, path, text) {
  const place = join6(root, path);
  return orRefused(path, () => {
    mkdirSync2(dirname4(place), { recursive: true });
    const descriptor = openNew(place);
    if (descriptor === null) return false;
    try {
      writeFileSync2(descriptor, text);
    } catch (error) {
      rmSync2(place);
      throw error;
    } finally {
      closeSync2(descriptor);
    }
    return true;
  });
}
function addTo(root, path, text) {
  const place = join6(root, path);
  orRefused(path, () => {
    const before2 = readFileSync4(place, "latin1");
    const [end] = /\r\n|\n/.exec(before2) ?? ["\n"];
    const gap3 = before2 === "" || before2.endsWith("\n") ? "" : end;
    appendFileSync(place, `${gap3}${text.replaceAll("\n", end)}`);
  });
}
function openNew(place) {
  try {
    return openSync2(place, "wx");
  } catch (error) {
    if (error.code === "EEXIST") return null;
    throw error;
  }
}
function orRefused(path, write) {
  try {
    return write();
  } catch (error) {
    const code2 = error.code;
    if (code2 === void 0) throw error;
    throw configurationError(`cannot be written (${code2})`, "Let it be written, and run this again", wholeFile(path));
  }
}

// src/cli/setup/feeds.ts
var FLAGS10 = {
  "kev-url": { value: "URL", help: `where KEV is; default POLICY_GATE_KEV_URL, else CISA` },
  "epss-url": { value: "URL", help: "where EPSS is; default POLICY_GATE_EPSS_URL, else empiricalsecurity.com" },
  only: { value: "NAME", multiple: true, help: "kev or epss; default both" }
};
var TIMEOUT = 6e4;
var feedsCommand = {
  words: "DIR",
  flags: FLAGS10,
  async run(args, terminal) {
    const [directory, ...more] = args.words;
    if (directory === void 0 || more.length > 0)
      throw configurationError("feeds needs one directory", "Write feeds DIR");
    const asked = chosen(args).map((source) => ({ source, address: addressOf(source, args, terminal) }));
    let code2 = EXIT.pass;
    for (const { source, address } of asked) {
      const isFresh = await fetchOne({ source, address, directory, terminal });
      if (!isFresh) code2 = EXIT.block;
    }
    return code2;
  }
};
async function fetchOne({ source, address, directory, terminal }) {
  const { name, file, mostBytes } = source;
  const place = resolve8(terminal.cwd, directory);
  const before2 = orRefused(join7(directory, file), () => keptFeed(source, place));
  const fetched = await download(address, mostBytes, ofThisMachine);
  const content = "problem" in fetched ? fetched.problem : contentOfFeed(source, fetched.bytes);
  const refused2 = typeof content === "string" ? content : worse(content, before2);
  if ("problem" in fetched || typeof content === "string" || refused2 !== null) {
    tellLine(terminal, `${name}: ${withoutSecrets(address)} was not taken: ${refused2}. ${outcome(before2, terminal)}`);
    return false;
  }
  const { bytes } = fetched;
  const record = {
    ...{ file, url: withoutSecrets(address), fetchedAt: terminal.now() },
    ...{ ...content, sha256: sha256Of(bytes), bytes: bytes.length }
  };
  orRefused(join7(directory, file), () => keepFeed(source, place, bytes, record));
  await printLine(
    terminal,
    `${name}: ${content.entries} vulnerabilities, of ${content.date}, in ${join7(directory, file)} (sha256 ${record.sha256})`
  );
  return true;
}
function worse(content, before2) {
  if (before2 === null || typeof before2 === "string") return null;
  if (content.date < before2.date) return `it is of ${content.date}, older than the one that is kept`;
  if (content.entries >= before2.entries * 0.9) return null;
  return `it has ${content.entries} entries, and the one that is kept has ${before2.entries}: remove that one if this is right`;
}
function outcome(before2, terminal) {
  if (before2 === null) return "There is none from before";
  if (typeof before2 === "string") return `The file from before is of no use: ${before2}`;
  const days3 = Math.floor((Date.parse(terminal.now()) - Date.parse(before2.date)) / DAY);
  return `Kept the one of ${before2.date}, ${days3} ${days3 === 1 ? "day" : "days"} old`;
}
function chosen({ values }) {
  const only = values.get("only") ?? FEED_SOURCES.map(({ name }) => name);
  return only.map((name) => {
    const source = FEED_SOURCES.find((each) => each.name === name);
    if (source === void 0) throw configurationError(`--only ${name} is no feed`, "Give kev or epss");
    return source;
  });
}
function addressOf({ name, address, variable }, args, { env }) {
  const flag = flagValue(args, `${name}-url`);
  const text = flag ?? (env[variable]?.trim() || address);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (url.protocol === "https:" || url.protocol === "http:")) return url;
  const from = flag === null ? variable : `--${name}-url`;
  throw configurationError(`${from} is no address of the web`, "Write https://HOST/PATH");
}
var ofThisMachine = {
  fetchFor,
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  timeout: TIMEOUT
};

// src/cli/setup/init.ts
import { readFileSync as readFileSync5 } from "node:fs";
import { basename, resolve as resolve9 } from "node:path";

// src/cli/setup/plan/kinds.ts
var LANGUAGES = [
  { name: "JavaScript", extensions: ["js", "jsx", "mjs", "cjs"] },
  { name: "TypeScript", extensions: ["ts", "tsx", "mts", "cts"] },
  { name: "Python", extensions: ["py"] },
  { name: "Go", extensions: ["go"] },
  { name: "Java", extensions: ["java"] },
  { name: "Kotlin", extensions: ["kt", "kts"] },
  { name: "Scala", extensions: ["scala"] },
  { name: "C#", extensions: ["cs"] },
  { name: "Ruby", extensions: ["rb"] },
  { name: "PHP", extensions: ["php"] },
  { name: "Rust", extensions: ["rs"] },
  { name: "Swift", extensions: ["swift"] },
  { name: "C", extensions: ["c", "h"] },
  { name: "C++", extensions: ["cc", "cpp", "cxx", "hpp"] }
];
var LOCK_FILES = [
  { ecosystem: "npm", name: /^package-lock\.json$/, glob: "**/package-lock.json" },
  { ecosystem: "npm", name: /^npm-shrinkwrap\.json$/, glob: "**/npm-shrinkwrap.json" },
  { ecosystem: "npm", name: /^yarn\.lock$/, glob: "**/yarn.lock" },
  { ecosystem: "npm", name: /^pnpm-lock\.yaml$/, glob: "**/pnpm-lock.yaml" },
  { ecosystem: "npm", name: /^bun\.lock$/, glob: "**/bun.lock" },
  { ecosystem: "PyPI", name: /^requirements\.txt$/, glob: "**/requirements.txt" },
  { ecosystem: "PyPI", name: /^poetry\.lock$/, glob: "**/poetry.lock" },
  { ecosystem: "PyPI", name: /^uv\.lock$/, glob: "**/uv.lock" },
  { ecosystem: "PyPI", name: /^pdm\.lock$/, glob: "**/pdm.lock" },
  { ecosystem: "PyPI", name: /^Pipfile\.lock$/, glob: "**/Pipfile.lock" },
  { ecosystem: "Go", name: /^go\.mod$/, glob: "**/go.mod" },
  { ecosystem: "Maven", name: /^pom\.xml$/, glob: "**/pom.xml" },
  { ecosystem: "Gradle", name: /^gradle\.lockfile$/, glob: "**/gradle.lockfile" },
  { ecosystem: "RubyGems", name: /^Gemfile\.lock$/, glob: "**/Gemfile.lock" },
  { ecosystem: "Packagist", name: /^composer\.lock$/, glob: "**/composer.lock" },
  { ecosystem: "crates.io", name: /^Cargo\.lock$/, glob: "**/Cargo.lock" },
  { ecosystem: "NuGet", name: /^packages\.lock\.json$/, glob: "**/packages.lock.json" }
];
var MANIFESTS = [
  { ecosystem: "npm", name: /^package\.json$/ },
  { ecosystem: "PyPI", name: /^(?:pyproject\.toml|Pipfile|setup\.py)$/ },
  { ecosystem: "Gradle", name: /^build\.gradle(?:\.kts)?$/ },
  { ecosystem: "RubyGems", name: /^Gemfile$/ },
  { ecosystem: "Packagist", name: /^composer\.json$/ },
  { ecosystem: "crates.io", name: /^Cargo\.toml$/ },
  { ecosystem: "NuGet", name: /\.csproj$/ }
];
var INFRASTRUCTURE = [
  { kind: "terraform", file: /\.tf$/, glob: "**/*.tf" },
  { kind: "dockerfile", file: /(?:^|\/)Dockerfile$/, glob: "**/Dockerfile" },
  { kind: "dockerfile", file: /(?:^|\/)Dockerfile\.[\w-]+$/, glob: "**/Dockerfile.*" },
  { kind: "dockerfile", file: /\.[Dd]ockerfile$/, glob: "**/*.{dockerfile,Dockerfile}" },
  { kind: "helm", file: /(?:^|\/)Chart\.yaml$/, glob: "**/Chart.yaml" },
  { kind: "kubernetes", file: /(?:^|\/)k8s\/.*\.ya?ml$/, glob: "**/k8s/**/*.{yml,yaml}" },
  { kind: "kubernetes", file: /(?:^|\/)kubernetes\/.*\.ya?ml$/, glob: "**/kubernetes/**/*.{yml,yaml}" },
  { kind: "bicep", file: /\.bicep$/, glob: "**/*.bicep" }
];

// src/cli/setup/plan/contents.ts
var FOREIGN = /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|\.terraform|\.venv|venv)\//;
var SCANNER_FILE = /(?:^|\/)(?:\.gitleaks\.toml|\.gitleaksignore|\.semgrepignore|\.semgrep\.ya?ml|osv-scanner\.toml|\.checkov\.ya?ml|\.trivyignore|trivy\.yaml|zizmor\.yml|\.github\/codeql\/[^/]+)$/;
function contentsOf(paths) {
  const own = paths.filter((path) => !FOREIGN.test(path)).toSorted();
  const lockFiles = own.filter((path) => LOCK_FILES.some(({ name }) => name.test(baseOf(path))));
  return {
    languages: LANGUAGES.map(({ name, extensions }) => ({
      name,
      files: own.filter((path) => extensions.includes(extensionOf(path))).length
    })).filter(({ files }) => files > 0).toSorted((left, right) => right.files - left.files),
    lockFiles,
    unlocked: own.filter((path) => isUnlocked(path, lockFiles)),
    infrastructure: own.filter((path) => INFRASTRUCTURE.some(({ file }) => file.test(path))),
    workflows: own.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)),
    scannerFiles: own.filter((path) => SCANNER_FILE.test(path))
  };
}
var baseOf = (path) => path.slice(path.lastIndexOf("/") + 1);
var folderOf = (path) => path.slice(0, Math.max(path.lastIndexOf("/"), 0));
var extensionOf = (path) => /\.([A-Za-z0-9]+)$/.exec(baseOf(path))?.[1]?.toLowerCase() ?? "";
function isUnlocked(path, lockFiles) {
  const manifest = MANIFESTS.find(({ name }) => name.test(baseOf(path)));
  if (manifest === void 0) return false;
  return !lockFiles.some((lock) => {
    const kind = LOCK_FILES.find(({ name }) => name.test(baseOf(lock)));
    const folder = folderOf(lock);
    return kind?.ecosystem === manifest.ecosystem && (folder === "" || `${folderOf(path)}/`.startsWith(`${folder}/`));
  });
}

// src/cli/setup/plan/owners-text.ts
function ownerLines(present, files, owners) {
  if (present === null) {
    const outside = files.filter((file) => !file.startsWith(".github/"));
    const lines2 = ["/.github/", ...outside.map(pattern)].map((each) => `${each} ${owners.join(" ")}`);
    return { path: CODEOWNERS_PATHS[0], lines: lines2, isAddition: false };
  }
  const missing = unowned(present, files);
  if (missing.length === 0) return null;
  const lines = missing.map((file) => `${pattern(file)} ${owners.join(" ")}`);
  return { path: present.path, lines, isAddition: true };
}
function unowned(present, files) {
  if (present === null) return files;
  const codeowners = parseCodeowners(present.path, present.bytes);
  return files.filter((file) => ownersOf(codeowners, file).length === 0);
}
var pattern = (path) => `/${path.replaceAll(" ", "\\ ")}`;

// src/cli/setup/plan/policy-text.ts
var policyText = ({
  name,
  assets,
  tier,
  scanners,
  isWired,
  scannerFiles,
  hasFeeds,
  enforceFrom
}) => `# What this repository's gate decides by: the rules of preset:baseline${hasFeeds ? "" : " but those on KEV"}. Before ${enforceFrom} they only count what
# they would have stopped; from that day on they stop it. ${isWired ? "Scans that are missing, failed or unreadable block from the first day." : "Scans that failed or are unreadable block from the first day."}
version: 1
name: ${scalar2(name)}

assets: # which part is what; the longest matching glob wins; tier 0 is the most critical
${assets.map(assetLine).join("")}  - { name: rest, paths: ["**"], tier: ${tier} }

scans: # evidence that must be there
${scanners.map((scanner) => scanLine(scanner, isWired)).join("")}${governedLines(scannerFiles)}${hasFeeds ? FEEDS : ""}
unknown-severity: high

rules: # every matching rule counts, the strictest verdict wins
${heldBack(enforceFrom, hasFeeds)}
${FROM_EXCEPTIONS.replace("exceptions:\n", "exceptions:\n  file: .github/policy-exceptions.yml\n")}`;
var assetLine = ({ name, paths, tier }) => `  - { name: ${scalar2(name)}, paths: [${scalar2(paths)}], tier: ${tier} }
`;
function scanLine({ id, category, tool, appliesTo }, isWired) {
  const tools = isWired ? `, tools: [${tool}]` : ", if-missing: warn";
  const where = appliesTo.length === 0 ? "" : `, applies-to: [${appliesTo.map(scalar2).join(", ")}]`;
  return `  - { id: ${id}, category: ${category}${tools}${where} }
`;
}
var governedLines = (files) => files.length === 0 ? "" : `
governed: # what decides what is scanned: a change to it is told
${files.map((file) => `  - ${scalar2(file)}
`).join("")}`;
var FEEDS = `
feeds: # fetched in the workflow; how old they may be, and what it costs if they are older or not there
  kev: { max-age: 7d, if-missing: warn }
  epss: { max-age: 7d, if-missing: pass }
`;
var scalar2 = (text) => /^[A-Za-z][\w-]*$/.test(text) ? text : quoted(text);
var [BEFORE_EXCEPTIONS = "", AFTER = ""] = PRESETS.baseline.split(/^exceptions:\n/m);
var FROM_EXCEPTIONS = `exceptions:
${AFTER}`;
var heldBack = (enforceFrom, hasFeeds) => (BEFORE_EXCEPTIONS.split(/^rules:\n/m)[1] ?? "").split(/\n*(?=^ {2}- id: )/m).filter((rule) => rule.trim() !== "" && (hasFeeds || !/\bkev:/.test(rule))).map((rule) => {
  const own = rule.trimEnd().replace(/^ {2}- id: baseline-/, "  - id: ");
  return `${own}
    mode: monitor
    enforce-from: ${enforceFrom}
`;
}).join("\n");

// src/cli/setup/plan/scanners.ts
var NAMED3 = 3;
var listed = (names) => names.length <= NAMED3 ? names.join(", ") : `${names.slice(0, NAMED3).join(", ")} and ${names.length - NAMED3} more`;
function scannersFor(contents) {
  const { languages, lockFiles, infrastructure, workflows } = contents;
  return [
    {
      id: "secrets",
      category: "secret",
      tool: "gitleaks",
      title: "Secrets (gitleaks)",
      command: "go run github.com/zricethezav/gitleaks/v8@v8.30.1 dir . --redact --exit-code 0 --report-format sarif --report-path results/gitleaks.sarif",
      appliesTo: [],
      because: "every repository can leak one"
    },
    ...languages.length === 0 ? [] : [codeScanner(languages.map(({ name }) => name))],
    ...lockFiles.length === 0 ? [] : [dependencyScanner(lockFiles)],
    ...infrastructure.length === 0 ? [] : [infrastructureScanner(infrastructure)],
    ...workflows.length === 0 ? [] : [workflowScanner(workflows)]
  ];
}
var codeScanner = (names) => ({
  id: "code",
  category: "sast",
  tool: "Semgrep",
  title: "Code (Semgrep)",
  command: "pipx run semgrep==1.178.0 scan --config p/default --metrics off --exclude results --sarif --output results/semgrep.sarif",
  appliesTo: LANGUAGES.filter(({ name }) => names.includes(name)).map(
    ({ extensions }) => extensions.length === 1 ? `**/*.${extensions[0]}` : `**/*.{${extensions.join(",")}}`
  ),
  because: names.join(", ")
});
var dependencyScanner = (lockFiles) => ({
  id: "dependencies",
  category: "sca",
  tool: "osv-scanner",
  title: "Dependencies (OSV-Scanner)",
  command: "go run github.com/google/osv-scanner/v2/cmd/osv-scanner@v2.5.1 scan source --recursive --format sarif . > results/osv-scanner.sarif",
  appliesTo: LOCK_FILES.filter(
    ({ name }) => lockFiles.some((path) => name.test(path.slice(path.lastIndexOf("/") + 1)))
  ).map(({ glob }) => glob),
  because: listed(lockFiles)
});
function infrastructureScanner(files) {
  const kinds = INFRASTRUCTURE.filter(({ file }) => files.some((path) => file.test(path)));
  const frameworks = [...new Set(kinds.map(({ kind }) => kind))].join(" ");
  return {
    id: "infrastructure",
    category: "iac",
    tool: "Checkov",
    title: "Infrastructure (Checkov)",
    command: `pipx run checkov==3.2.533 --directory . --framework ${frameworks} --soft-fail --quiet --output sarif --output-file-path results`,
    appliesTo: kinds.map(({ glob }) => glob),
    because: listed(files)
  };
}
var workflowScanner = (workflows) => ({
  id: "workflows",
  category: "iac",
  tool: "zizmor",
  title: "Workflows (zizmor)",
  command: "pipx run zizmor==1.30.1 --offline --no-exit-codes --format sarif . > results/zizmor.sarif",
  appliesTo: [".github/workflows/*.{yml,yaml}"],
  because: listed(workflows)
});

// src/cli/setup/plan/tiers.ts
var CRITICAL = /^(?:payments?|billing|checkout|invoic(?:e|es|ing)|wallet|ledger|auth|authn|authz|login|sso|oauth2?|identity|iam|crypto|kms|vault)$/;
var BESIDES = /^(?:tests?|__tests__|spec|docs?|examples?|fixtures|node_modules|vendor|dist|build)$/i;
var MOST2 = 20;
function guessedAssets(paths) {
  const folders = /* @__PURE__ */ new Set();
  for (const path of paths) {
    const segments = path.split("/").slice(0, -1);
    const at2 = segments.findIndex(isCritical);
    if (at2 >= 0 && !segments.some((segment) => BESIDES.test(segment))) folders.add(segments.slice(0, at2 + 1).join("/"));
  }
  const plain = [...folders].filter(isPlainGlob).toSorted();
  return namedAssets(plain.slice(0, MOST2).map((folder) => ({ paths: `${folder}/**`, tier: 0 })));
}
var isPlainGlob = (path) => !/[*?{}]/.test(path) && globProblem(path, "path") === null;
function namedAssets(assets) {
  const taken3 = /* @__PURE__ */ new Set(["", "rest"]);
  return assets.map((asset, index) => {
    const plain = asset.paths.replace(/\W+/g, "-").replace(/^-+|-+$/g, "");
    const name = taken3.has(plain) ? `part-${index + 1}` : plain;
    taken3.add(name);
    return { name, ...asset };
  });
}
var isCritical = (segment) => segment.split(/[-_.]/).some((word2) => CRITICAL.test(word2.toLowerCase()));

// src/generated/workflows.ts
var WORKFLOWS2 = {
  "policy-gate.yml": 'name: Security\non:\n  pull_request:\n  merge_group:\n  push: { branches: [main] } # whose report is the baseline of pull requests\n  schedule: [{ cron: "17 5 * * *" }] # what an exception has allowed is decided again when it ends\npermissions: {} # nothing, unless a job asks for it\njobs:\n  gate:\n    name: Scan and decide # must differ from the name of the check run, "Policy gate"\n    runs-on: ubuntu-latest\n    concurrency: # shared with the commands, so that no two decide about one pull request at a time\n      group: Policy gate/${{ github.event.pull_request.number || github.ref }} # begins with the gate\'s name\n      cancel-in-progress: true\n    permissions:\n      contents: read # the checkout, and the policy at the base commit\n      checks: write # the check run with its annotations\n      pull-requests: write # the comment, reactions, labels; the list of changed files\n      actions: read # the baseline that the run on main left\n    steps:\n      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\n        with: { persist-credentials: false }\n      - run: ./scan.sh # your scanners; each writes SARIF into results/\n        continue-on-error: true # a scanner that fails must not keep the gate from saying so\n      - uses: policy-gate/policy-gate@<full commit sha of a release>\n        id: gate\n        if: ${{ !cancelled() }}\n        with:\n          sarif: results\n          org-token: ${{ secrets.POLICY_GATE_ORG_TOKEN }} # only where approvers are named by team\n      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2, after the gate\n        if: ${{ !cancelled() }}\n        with: # everything that the gate reads, kev, epss and vex too, and its report\n          name: policy-gate-sarif\n          path: |\n            results\n            ${{ steps.gate.outputs.report-dir }}\n          overwrite: true # a run that is started again replaces what it kept\n',
  "policy-gate-commands.yml": "name: Policy gate commands\non:\n  issue_comment:\n    types: [created]\npermissions: {}\njobs:\n  answer:\n    name: Answer the command\n    if: > # a line of the comment begins with /gate: who writes prose above a command is told what is wrong\n      github.event.issue.pull_request && (startsWith(github.event.comment.body, '/gate')\n      || contains(github.event.comment.body, fromJSON('\"\\n/gate \"')))\n    runs-on: ubuntu-latest\n    concurrency: # every run reads all comments anew: one that waits stands for those before it\n      group: Policy gate/${{ github.event.issue.number }}\n      cancel-in-progress: false\n    permissions:\n      contents: read # the policy at the base commit, and the files that findings are in\n      checks: write # the check run on the head of the pull request\n      pull-requests: write # comments, reactions, labels\n      issues: write # the issue that asks for a review after break-glass\n      actions: write # reads the stored SARIF, and starts the pull request's own run again\n    steps: # no checkout: nothing of the pull request is ever run here\n      - uses: policy-gate/policy-gate@<full commit sha of a release>\n        with:\n          sarif: results\n          org-token: ${{ secrets.POLICY_GATE_ORG_TOKEN }}\n",
  "policy-gate-main.yml": 'name: Security of the default branch\non:\n  push: { branches: [main] }\n  schedule: [{ cron: "17 5 * * 1-5" }]\npermissions: {}\njobs:\n  gate:\n    name: Scan and keep exceptions\n    runs-on: ubuntu-latest\n    permissions:\n      contents: write # offers the exceptions of a merged pull request from a branch of its own\n      checks: write\n      pull-requests: write # opens that pull request, and reads the merged ones\n      issues: write # the list of exceptions that expire soon\n    steps:\n      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\n        with: { persist-credentials: false }\n      - run: ./scan.sh\n        continue-on-error: true\n      - uses: policy-gate/policy-gate@<full commit sha of a release>\n        if: ${{ !cancelled() }}\n        with:\n          sarif: results\n          check-name: Policy gate on main # the first workflow runs on these commits, too\n          fail-on: never\n          org-token: ${{ secrets.POLICY_GATE_ORG_TOKEN }}\n',
  "policy-gate-forks.yml": "name: Policy gate for forks\non:\n  workflow_run:\n    workflows: [Security] # the name of the first workflow\n    types: [completed]\npermissions: {}\njobs:\n  publish:\n    name: Publish the decision\n    if: >-\n      github.event.workflow_run.event == 'pull_request' &&\n      github.event.workflow_run.head_repository.full_name != github.repository\n    runs-on: ubuntu-latest\n    concurrency:\n      group: Policy gate of forks/${{ github.event.workflow_run.head_sha }}\n    permissions:\n      contents: read # the policy at the base commit, and the files that findings are in\n      checks: write\n      pull-requests: write\n      actions: read # the stored SARIF, and the baseline\n    steps: # no checkout: nothing of the pull request is ever run here\n      - uses: policy-gate/policy-gate@<full commit sha of a release>\n        with:\n          sarif: results\n          org-token: ${{ secrets.POLICY_GATE_ORG_TOKEN }}\n",
  "feeds": "      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\n        with: # the command line of the gate, of the commit that the step of the gate is pinned to\n          repository: policy-gate/policy-gate\n          ref: <full commit sha of a release>\n          path: .policy-gate\n          persist-credentials: false\n      - uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0\n        with:\n          path: feeds\n          key: feeds-${{ github.run_id }}\n          restore-keys: feeds-\n      - run: node .policy-gate/dist/cli.js feeds feeds\n        continue-on-error: true # what an old feed costs is the policy's to say\n"
};

// src/cli/setup/plan/workflow-texts.ts
var BEGINNING2 = ["policy-gate.yml", "policy-gate-commands.yml", "policy-gate-forks.yml"];
var workflowTexts = (parts) => new Map(BEGINNING2.map((file) => [`.github/workflows/${file}`, filledIn(WORKFLOWS2[file], parts)]));
var SCANS = /^ *- run: \.\/scan\.sh.*\n +continue-on-error: true.*\n/m;
function filledIn(text, { action, branch, name, scanners, hasFeeds }) {
  const [repository = "", commit = ""] = action.split("@");
  const feeds = hasFeeds ? WORKFLOWS2.feeds : "";
  return (hasFeeds ? withFeeds(text) : text).replace(SCANS, () => `${scanSteps(scanners)}${feeds}`).replace(/repository: policy-gate\/policy-gate$/m, () => `repository: ${repository}`).replace(/ref: <full[^>]*>/, () => `ref: ${commit}`).replaceAll(/policy-gate\/policy-gate@<[^>]*>/g, () => action).replaceAll(/^ *org-token:.*\n/gm, "").replace(/branches: \[main\]/, () => `branches: [${JSON.stringify(branch)}]`).replace(/^name: Security$/m, () => `name: ${name}`).replace(/workflows: \[Security\]/, () => `workflows: [${name}]`);
}
var withFeeds = (text) => text.replace(/^( *)sarif: results\n/gm, "$&$1kev: feeds/kev.json\n$1epss: feeds/epss.csv.gz\n").replace(/^( *)results\n/m, "$&$1feeds\n");
var scanSteps = (scanners) => [
  "      - run: mkdir -p results # each scanner writes SARIF into it\n",
  ...scanners.map(
    ({ title, command }) => `      - name: ${title}
        run: ${command}
        continue-on-error: true # the gate tells what is missing or failed
`
  )
].join("");

// src/cli/setup/plan/setup-plan.ts
var POLICY = ".github/policy-gate.yml";
var EXCEPTIONS = ".github/policy-exceptions.yml";
var NO_EXCEPTIONS = `# Exceptions that somebody with a right has approved; each has a reason, an owner and an end.
version: 1
exceptions: []
`;
var ROLLOUT = 28 * DAY;
function setupPlan(beginning) {
  const { paths, now, runs } = beginning;
  const contents = contentsOf(paths);
  const scanners = scannersFor(contents);
  const scannerFiles = contents.scannerFiles.filter(isPlainGlob);
  const assets = beginning.assets ?? guessedAssets(paths);
  const enforceFrom = beginning.enforceFrom ?? dayOf(now + ROLLOUT);
  const hasFeeds = runs === null && scanners.some(({ category }) => category === "sca");
  const workflows = runs === null ? workflowTexts({ ...beginning, name: freeName(beginning.workflowNames), scanners, hasFeeds }) : [];
  const policy = policyText({
    ...{ name: beginning.name, assets, tier: beginning.tier, scanners, enforceFrom, isWired: runs === null },
    ...{ scannerFiles, hasFeeds }
  });
  const isThere = new Set(paths);
  const hasPolicy = isThere.has(POLICY);
  const own = [
    [POLICY, policy],
    ...hasPolicy ? [] : [[EXCEPTIONS, NO_EXCEPTIONS]],
    ...workflows
  ].map(([path, text]) => ({ path, text, kind: isThere.has(path) ? "kept" : "new" }));
  const governing = [...own.map(({ path }) => path), ...scannerFiles];
  return {
    files: [...own, ...ownerFiles(beginning, governing)],
    reasons: [
      ...scanners.map(({ title, because }) => `${title}: ${because}`),
      ...hasFeeds ? [FEEDS2] : [],
      `Default branch: ${beginning.branch} (--branch NAME)`,
      ...hasPolicy ? [] : [...tierReasons(beginning, assets), auditReason(enforceFrom, now)]
    ],
    open: [...openEnds(contents, scanners, beginning), ...ownerEnds(beginning, governing)]
  };
}
var FEEDS2 = "Feeds (KEV, EPSS): fetched in the workflow and kept in a cache, for dependencies that are being exploited; without them the gate warns";
var auditReason = (day2, now) => day2 > dayOf(now) ? `Audit: until ${day2} rules only count what they would stop, then they stop it (--enforce-from YYYY-MM-DD)` : `No audit: ${day2} has come, so rules block from the first run (--enforce-from YYYY-MM-DD)`;
var freeName = (taken3) => ["Security", "Security gate", "Policy gate scans"].find((name) => !taken3.includes(name)) ?? "Policy gate workflow";
function ownerFiles({ codeowners, owners }, governing) {
  const added = owners.length === 0 ? null : ownerLines(codeowners, governing, owners);
  if (added === null) return [];
  const text = `# What the security gate decides by
${added.lines.join("\n")}
`;
  return [{ path: added.path, text, kind: added.isAddition ? "addition" : "new" }];
}
function ownerEnds({ codeowners, owners }, governing) {
  const missing = owners.length > 0 ? [] : unowned(codeowners, governing);
  if (missing.length === 0) return [];
  return [
    `Nobody owns ${missing.join(", ")} by CODEOWNERS. Give --owner @ORGANISATION/TEAM, or add them: who may change them decides what the gate says`
  ];
}
function tierReasons({ assets: asked, tier }, assets) {
  const how = asked === null ? "guessed by the name" : "as asked for";
  return [
    ...assets.map((asset) => `Tier ${asset.tier}: ${asset.paths}, ${how}`),
    `Tier ${tier}: everything else (--tier N, and --asset GLOB=N for parts)`
  ];
}
function openEnds({ unlocked, workflows }, scanners, { runs, paths }) {
  const [first] = unlocked;
  const hasPolicy = paths.includes(POLICY);
  return [
    ...first === void 0 ? [] : [
      `${first}${unlocked.length > 1 ? ` and ${unlocked.length - 1} more` : ""}: no lock file says which versions are used, so no scanner of dependencies can tell. Commit one`
    ],
    ...runs === null ? [] : [
      `${runs} runs the gate already: no workflow was written. Whether it runs scanners of ${[...new Set(scanners.map(({ category }) => category))].join(", ")} is not known: where one is missing, the policy ${hasPolicy ? "says what that costs" : "warns"}`
    ],
    ...runs === null && workflows.length > 0 ? [
      "Workflows that are there stay as they are; what their scanners write is not read by the gate, unless they put it into results/"
    ] : []
  ];
}

// src/cli/setup/repository.ts
import { lstatSync } from "node:fs";
import { dirname as dirname5, join as join8 } from "node:path";
import { fileURLToPath } from "node:url";
var USUAL2 = ["main", "master", "trunk", "develop"];
async function defaultBranch(root) {
  const remote = await said(root, ["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]);
  if (remote !== null) return remote.replace(/^origin\//, "");
  const branches = (await said(root, ["for-each-ref", "--format=%(refname:short)", "refs/heads"]))?.split("\n") ?? [];
  return USUAL2.find((name) => branches.includes(name)) ?? await said(root, ["symbolic-ref", "--short", "HEAD"]) ?? "main";
}
async function requireRoot(root) {
  const { value } = await git(root, ["rev-parse", "--show-cdup"]);
  const up = value?.toString("utf8").trim() ?? "";
  if (up !== "")
    throw configurationError("This is not the root of the clone", `Run it in ${up}, or give --source-root ${up}`);
  for (const folder of [".github", ".github/workflows"]) {
    if (lstatSync(join8(root, folder), { throwIfNoEntry: false })?.isSymbolicLink())
      throw configurationError("is a link", "Replace it by a directory", wholeFile(folder));
  }
}
async function said(root, args) {
  const { value } = await git(root, args);
  return value?.toString("utf8").trim() || null;
}
async function ownCommit() {
  const directory = dirname5(dirname5(fileURLToPath(import.meta.url)));
  const { value } = await checkedOut(directory);
  if (value !== null) return value.sha;
  const manifest = readOrNull(join8(directory, "package.json"));
  const head2 = manifest === null ? null : /"gitHead":\s*"([0-9a-f]+)"/.exec(Buffer.from(manifest).toString("utf8"))?.[1];
  return head2 != null && OBJECT_NAME.test(head2) ? head2 : null;
}

// src/cli/setup/init.ts
var FLAGS11 = {
  "dry-run": { help: "tell, and write nothing" },
  owner: { value: "@OWNER", multiple: true, help: "who has to agree to changes of policy and workflows (CODEOWNERS)" },
  tier: { value: "N", help: "tier of all that --asset does not name: 0, 1 (default) or 2" },
  asset: {
    value: "GLOB=N",
    multiple: true,
    help: "tier of a part, such as services/pay/**=0; default: guessed by names"
  },
  "enforce-from": { value: "YYYY-MM-DD", help: "when rules begin to block; default: in four weeks" },
  branch: { value: "NAME", help: "the default branch; default: as git tells" },
  action: { value: "OWNER/REPO@SHA", help: "the Action, pinned; default: the commit that this program is of" },
  "source-root": { value: "DIR", help: "root of the checkout, where it is not the current directory" }
};
var initCommand = {
  words: "",
  flags: FLAGS11,
  async run(args, terminal) {
    refuseWords(args, "Give the checkout with --source-root");
    const root = checkoutRoot(terminal.cwd, flagValue(args, "source-root"));
    await requireRoot(root);
    const plan = setupPlan(await beginningOf(args, root, terminal));
    for (const reason of plan.reasons) await printLine(terminal, `${reason}`);
    const isDry = args.switches.has("dry-run");
    for (const file of plan.files)
      await printLine(terminal, isDry ? shown(file) : `${carriedOut(file, root)} ${file.path}`);
    for (const end of plan.open) await printLine(terminal, `Open: ${end}`);
    await printLine(terminal, isDry ? "Nothing was written" : NEXT);
    return EXIT.pass;
  }
};
var NEXT = 'Next: commit and open a pull request; once it is merged, require the check "Policy gate" in a ruleset. `doctor` tells what is left';
var DONE2 = { new: "wrote", addition: "added to", kept: "kept" };
function carriedOut({ path, text, kind }, root) {
  if (kind === "addition") addTo(root, path, text);
  const isKept = kind === "kept" || kind === "new" && !writeNew(root, path, text);
  return DONE2[isKept ? "kept" : kind];
}
function shown({ path, text, kind }) {
  const would = { new: "would write", addition: "would add to", kept: "would keep" };
  const lines = kind === "kept" ? [] : text.trimEnd().split("\n");
  return [`${would[kind]} ${path}`, ...lines.map((line3) => `    ${line3}`.trimEnd())].join("\n");
}
async function beginningOf(args, root, terminal) {
  const paths = await listCheckout(root, false) ?? [];
  const workflows = paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
  const texts = workflows.map((path) => ({ path, text: readFileSync5(resolve9(root, path), "utf8") }));
  const codeowners = CODEOWNERS_PATHS.map((path) => ({ path, bytes: readOrNull(resolve9(root, path)) })).find(
    ({ bytes }) => bytes !== null
  );
  const action = await actionOf(args);
  return {
    paths,
    name: basename(resolve9(root)),
    branch: flagValue(args, "branch") ?? await defaultBranch(root),
    action,
    codeowners: codeowners?.bytes ? { path: codeowners.path, bytes: codeowners.bytes } : null,
    owners: ownersOf2(args),
    workflowNames: texts.flatMap(({ text }) => /^name:[ \t]*['"]?(.+?)['"]?[ \t]*(?:#.*)?$/m.exec(text)?.[1] ?? []),
    runs: runningGate(args, root, action),
    assets: assetsOf(args),
    tier: tierOf2(flagValue(args, "tier") ?? "1", "--tier"),
    enforceFrom: dateOf(args),
    now: Date.parse(terminal.now())
  };
}
function runningGate(args, root, action) {
  const { workflows } = readWorkflows(root);
  const [name = ""] = action.split("@");
  const known2 = recognitionOf({ ...args, values: /* @__PURE__ */ new Map([["action", [OWN_ACTION, name]]]) }, root, workflows);
  return workflowOfGate(workflows, known2)?.path ?? null;
}
async function actionOf(args) {
  const given = flagValue(args, "action");
  const hint = "Give --action policy-gate/policy-gate@SHA with the full commit sha of a release";
  if (given !== null) {
    if (/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/.test(given)) return given;
    throw configurationError(`--action ${given} is not pinned by a full commit sha`, hint);
  }
  const commit = await ownCommit();
  if (commit === null) throw configurationError("Which commit of the gate this is, is not known", hint);
  return `${OWN_ACTION}@${commit}`;
}
function ownersOf2({ values }) {
  const owners = values.get("owner") ?? [];
  const wrong = owners.find((owner) => !/^@[\w-]+(?:\/[\w.-]+)?$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(owner));
  if (wrong === void 0) return owners;
  throw configurationError(`--owner ${wrong} is no owner`, "Write @USER, @ORGANISATION/TEAM or an e-mail address");
}
function assetsOf({ values }) {
  const given = values.get("asset");
  if (given === void 0) return null;
  const assets = given.map((text) => {
    const [, paths = "", tier = ""] = /^(.+)=([^=]*)$/.exec(text) ?? [];
    if (paths === "") throw configurationError(`--asset ${text} names no tier`, "Write --asset GLOB=N");
    const problem = globProblem(paths, "path");
    if (problem !== null) throw configurationError(`--asset: ${problem.message}`, problem.hint);
    return { paths, tier: tierOf2(tier, "--asset") };
  });
  return namedAssets(assets);
}
function tierOf2(text, flag) {
  if (/^[012]$/.test(text)) return Number(text);
  throw configurationError(`${flag}: ${text || "nothing"} is no tier`, "Give 0, 1 or 2; 0 is the most critical");
}
function dateOf(args) {
  const given = flagValue(args, "enforce-from");
  if (given === null || isCalendarDate(given)) return given;
  throw configurationError(`--enforce-from ${given} is no day`, "Write YYYY-MM-DD");
}

// src/cli/other-commands.ts
var OTHER_COMMANDS = {
  explain: explainCommand,
  lint: lintCommand,
  test: testCommand,
  simulate: simulateCommand,
  metrics: metricsCommand,
  rows: rowsCommand,
  verify: verifyCommand,
  schema: schemaCommand,
  convert: convertCommand,
  doctor: doctorCommand,
  init: initCommand,
  feeds: feedsCommand
};
export {
  OTHER_COMMANDS
};
