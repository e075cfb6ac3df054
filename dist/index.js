import { createRequire as createRequire__ } from 'node:module'
const require = createRequire__(import.meta.url)
import {
  undecidedBy
} from "./part-chunk-X36ZPNX6.js";
import {
  BodyTooLarge,
  controlsOf,
  fetchFor,
  isRead,
  offeredLine,
  ownerOf,
  quoted,
  readBody,
  send,
  soundValues,
  termsNow,
  textHeaders,
  traceOf,
  typeOf,
  valueFaults
} from "./part-chunk-SDSXBLK5.js";
import {
  ADVISED,
  ANNOTATIONS_PER_REQUEST,
  ANNOTATIONS_PER_RUN,
  ANNOTATION_TEXT_BYTES,
  ANNOTATION_TITLE_CHARACTERS,
  BOOTSTRAP_PRESET,
  BRANCH_EVENTS,
  BREAK_GLASS,
  BREAK_GLASS_DURATION,
  CHECK_ITEMS,
  CHECK_TEXT_BYTES,
  CHECK_TITLE_CHARACTERS,
  COMMENT_CHARACTERS,
  COMMENT_MODES,
  CONCLUSIONS,
  ConfigurationError,
  DEFAULT_CHECK_NAME,
  DEFAULT_POLICY,
  DEFAULT_TIER,
  DUE_SOON_AT_MOST,
  EDITION,
  EVENTS,
  EVENT_NAMES,
  EXCEPTION_TYPES,
  EXIT,
  FAILURE_PROBLEMS,
  FAIL_ON,
  FORMATS,
  JUDGED_EVENTS,
  KEYS,
  LOG_ANNOTATIONS_PER_TYPE,
  LOG_MESSAGE_CHARACTERS,
  MARKER_START,
  MAX_EXCEPTIONS_BYTES,
  NOTHING,
  NOTHING_MEANT,
  NOTHING_SINCE,
  NO_CHANGE_KNOWN,
  PREFIX,
  QUESTIONS,
  REPORTS,
  RULES,
  SEVERITY_WORDS,
  SUGGESTIONS,
  SUMMARY_BYTES,
  TEXT_POINTS,
  TIERS,
  VERBS,
  aboutFinding,
  adviceFor,
  agrees,
  approverNames,
  asArray,
  asNumber,
  asObject,
  asString,
  assess,
  assessmentContextOf,
  baselineBehind,
  blobId,
  blockersPart,
  bold,
  bullets,
  candidateOf,
  changeOf,
  changePart,
  changedPaths,
  checkedOut,
  cleanText,
  clip,
  clipBytes,
  code,
  commandSentence,
  commentMarker,
  commitSides,
  compareDecisions,
  configurationError,
  countTable,
  decide,
  detailOf,
  diffFile,
  digestOf,
  editedFiles,
  evaluate,
  exceptionList,
  exitCodeOf,
  expandPatterns,
  factWords,
  fence,
  fileAt,
  fileStatusOf,
  fingerprintIn,
  fitLargest,
  fits,
  fitted,
  fixedPart,
  followedInClone,
  formatProblem,
  fromApiFiles,
  gapList,
  gitDiff,
  governedBy,
  heading,
  headline,
  heldBackPart,
  hidden,
  hidesSomething,
  hintFor,
  isDependency,
  isFindingId,
  isInstant,
  isPullRequestEvent,
  isQuestion,
  isWhole,
  isoInstant,
  join,
  jsonText,
  lineAt,
  listedPlaces,
  loadPolicy,
  localPolicyPort,
  logText,
  malformed,
  maskSecrets,
  matchWords,
  md,
  member,
  nearest,
  neverExcepted,
  noticeList,
  oneOfHint,
  optionsAsGiven,
  originOf,
  parseExceptions,
  parseYaml,
  pathsOf,
  placeRemark,
  presetSource,
  prose,
  quorum,
  readExceptions,
  readPolicy,
  renderAttestation,
  renderComment,
  renderSummary,
  renderVerification,
  reportersOf,
  requestWith,
  rowsForWarnings,
  safeSource,
  scanTable,
  selectWorst,
  sha256Of,
  sourceText,
  startInClone,
  suggestionBlock,
  table,
  takes,
  termsProblems,
  textReport,
  time,
  titleOf,
  titled,
  toBaseLine,
  toInstant,
  trackedFiles,
  treeDiff,
  unansweredIn,
  undecidedJson,
  utf8Bytes,
  verdictHeading,
  visibleLine,
  warnings,
  wholeFile,
  withMilliseconds,
  within,
  writeFileAtomically
} from "./part-chunk-N7VFL56R.js";
import "./part-chunk-O7WNVCOX.js";

// src/files/report-files.ts
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join as join2, resolve } from "node:path";
var REPORT_FILES = [
  "decision.json",
  "policy-gate.sarif",
  "attestation.json",
  "attestation-svr.json",
  "junit.xml",
  "summary.md",
  "report.html"
];
async function writeReportFiles(decision, view, rendered, outputDir) {
  const directory = resolve(outputDir);
  const files = {
    directory,
    decision: join2(directory, REPORTS.json.file),
    sarif: join2(directory, REPORTS.sarif.file),
    attestation: join2(directory, "attestation.json")
  };
  const options = { colour: false, width: null, view };
  const hash = createHash("sha256");
  await writeFileAtomically(files.decision, REPORTS.json.render(decision), hash);
  const sha256 = hash.digest("hex");
  await writeFileAtomically(files.attestation, [renderAttestation(decision, sha256, view)]);
  await writeFileAtomically(join2(directory, "attestation-svr.json"), [renderVerification(decision, sha256, view)]);
  for (const format of FORMATS) {
    const { render, file } = REPORTS[format];
    if (file === null || format === "json") continue;
    const chunks = format === "markdown" ? [rendered.markdown] : render(decision, options);
    await writeFileAtomically(join2(directory, file), chunks);
  }
  return files;
}
async function writeUndecidedFile(undecided2, outputDir) {
  const directory = resolve(outputDir);
  for (const name of REPORT_FILES) rmSync(join2(directory, name), { force: true, recursive: false });
  const path = join2(directory, REPORTS.json.file);
  await writeFileAtomically(path, [undecidedJson(undecided2)]);
  return path;
}

// src/core/exceptions/records.ts
function recordsToYaml(records, now) {
  return entriesOf(lasting(records, now), "  ", "\n");
}
function newExceptionsFile(records, now) {
  const entries = recordsToYaml(records, now);
  return entries === "" ? "version: 1\nexceptions: []\n" : `version: 1
exceptions:
${entries}`;
}
function mergeRecords(path, text, records, now) {
  const known = new Set(parse(path, text).map(({ id }) => id));
  const fresh = lasting(records, now).filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return { text, added: [] };
  const gap = findGap(path, text);
  if (gap === null) return null;
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const before = text.slice(0, gap.start).replace(/ +$/, "");
  const separator = before === "" || /[\r\n]$/.test(before) ? "" : lineBreak;
  const merged = `${before}${separator}${entriesOf(fresh, gap.indent, lineBreak)}${text.slice(gap.end)}`;
  return isComplete(path, merged, [...known, ...fresh.map(({ id }) => id)]) ? { text: merged, added: fresh.map(({ id }) => id) } : null;
}
var parse = (path, text) => parseExceptions(path, new TextEncoder().encode(text));
function isComplete(path, text, ids) {
  try {
    const read = new Set(parse(path, text).map(({ id }) => id));
    return read.size === ids.length && ids.every((id) => read.has(id));
  } catch (error2) {
    if (error2 instanceof ConfigurationError) return false;
    throw error2;
  }
}
function lasting(records, now) {
  return records.filter(({ type, expires }) => type !== "break-glass" && time(expires) >= time(now)).sort((a, b) => a.id < b.id ? -1 : 1);
}
function findGap(path, text) {
  const { root } = parseYaml(path, new TextEncoder().encode(text), { maxBytes: MAX_EXCEPTIONS_BYTES });
  if (root?.kind !== "map") return null;
  const at = root.entries.findIndex(({ key }) => key === "exceptions");
  const list2 = root.entries[at]?.value;
  if (list2?.kind !== "list") return null;
  const start = offsetOf(text, list2);
  if (list2.items.length === 0) {
    const end2 = text.indexOf("]", start);
    return text[start] === "[" && end2 > start ? emptyList(text, start, end2 + 1) : null;
  }
  const [first] = list2.items;
  const offset = first === void 0 ? 0 : offsetOf(text, first);
  const lead = /(?:^|[\r\n])( *)- +$/.exec(text.slice(0, offset));
  if (lead === null) return null;
  const next = root.entries[at + 1];
  const end = next === void 0 ? text.length : offsetOf(text, { place: next.keyPlace });
  return { start: end, end, indent: lead[1] ?? "" };
}
function emptyList(text, start, end) {
  const rest = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end))?.[0] ?? "";
  return { start, end: end + rest.length, indent: "  " };
}
function offsetOf(text, { place }) {
  let start = text.startsWith("\uFEFF") && place.line === 1 ? 1 : 0;
  const breaks = text.matchAll(/\r\n|\r|\n/g);
  for (let line2 = 1; line2 < (place.line ?? 1); line2 += 1) {
    const { value } = breaks.next();
    if (value === void 0) break;
    start = value.index + value[0].length;
  }
  return start + (place.column ?? 1) - 1;
}
function entriesOf(records, indent, lineBreak) {
  const lines2 = records.flatMap(
    (record2) => entryLines(record2).map((line2, index) => `${indent}${index === 0 ? "- " : "  "}${line2}`)
  );
  return lines2.map((line2) => line2 + lineBreak).join("");
}
function entryLines(record2) {
  return [
    `id: ${quoted(record2.id)}`,
    `type: ${record2.type}`,
    `match: { ${matchPairs(record2.match).join(", ")} }`,
    `reason: ${quoted(record2.reason)}`,
    `owner: ${quoted(record2.owner)}`,
    `approved-by: ${quoteAll(record2.approvedBy)}`,
    `approved-at: ${record2.approvedAt.replace(/\.\d{3}Z$/, "Z")}`,
    `expires: ${record2.expiresText}`,
    ...record2.ticket === null ? [] : [`ticket: ${quoted(record2.ticket)}`],
    ...record2.controls.length === 0 ? [] : [`controls: ${quoteAll(record2.controls)}`]
  ];
}
function matchPairs(match) {
  switch (match.kind) {
    case "finding":
      return [`finding: ${match.finding}`];
    case "advisory": {
      const { identifier, package: purl, path } = match;
      const pairs = [`identifier: ${quoted(identifier)}`];
      if (purl !== null) pairs.push(`package: ${quoted(purl)}`);
      if (path !== null) pairs.push(`path: ${quoted(path)}`);
      return pairs;
    }
    case "rule":
      return [`tool: ${quoted(match.tool)}`, `rule-id: ${quoted(match.ruleId)}`, `path: ${quoted(match.path)}`];
  }
}
var quoteAll = (texts2) => `[${texts2.map(quoted).join(", ")}]`;

// src/core/reports/markdown/exceptions/merged-records.ts
var MOST_ROWS = 100;
function keptTable(records, outcomes) {
  const rows = records.slice(0, MOST_ROWS).map(({ match, type, reason: reason2, owner, approvedBy, expiresText, ticket }) => [
    match.kind === "finding" ? aboutFinding(match.finding, { outcomes }) : code(matchWords(match)),
    prose(type),
    prose(reason2, TEXT_POINTS.row),
    code(approvedBy.join(", ")),
    code(owner),
    prose(expiresText),
    ticket === null ? md`none` : code(ticket)
  ]);
  const names = [md`Finding`, md`Type`, md`Why`, md`Approved by`, md`Owner`, md`Until`, md`Ticket`];
  const rest = records.length - rows.length;
  return join([table(names, rows), rest > 0 ? md`${rest} more are in the file.` : md``]);
}
function renderMergedRecords(pullRequest3, yaml, file, records, outcomes) {
  const where = file === null ? md`The policy names no exceptions file (${code("exceptions.file")}); these exceptions have ended with the merge.` : md`Approved in pull request #${pullRequest3}. They have ended with the merge; to keep them, add to ${code(file)}:`;
  return `${join([heading(3, md`Exceptions to add`), keptTable(records, outcomes), where, fence(yaml.trimEnd())])}
`;
}
var renderKeptRecords = (pullRequest3, records, outcomes) => join([
  md`Approved in #${pullRequest3}, and ended with its merge. Merging this keeps them until they expire; closing it lets the findings come back.`,
  keptTable(records, outcomes)
]);

// src/github/http/failure.ts
var GitHubError = class extends Error {
  name = "GitHubError";
  failure;
  /** HTTP status, null where there was no answer. */
  status;
  constructor(message, failure, status) {
    super(message);
    this.failure = failure;
    this.status = status;
  }
};
async function attempt(call) {
  try {
    return { ok: true, value: await call };
  } catch (error2) {
    if (error2 instanceof GitHubError) return { ok: false, error: error2 };
    throw error2;
  }
}
var isFailure = (error2, kind) => error2 instanceof GitHubError && error2.failure.kind === kind;
var isAmbiguous = (error2) => error2 instanceof GitHubError && error2.failure.kind === "unavailable" && error2.failure.mayHaveHappened;

// src/core/exceptions/commands/parts.ts
var MOST_FAULTS = 20;
var BLANKS = /\s*/y;
var WORD = /\S*/y;
var matchAt = (pattern, line2, at) => {
  pattern.lastIndex = at;
  return pattern.exec(line2)?.[0] ?? "";
};
function separatorFault(run, at) {
  if (run === " ") return [];
  const other = run.search(/[^ ]/);
  const where = run === "" ? `: put one at character ${at + 1}` : other >= 0 ? `: at character ${at + other + 1} stands another blank, write a plain space` : `: there are two at character ${at + 1}, leave one out`;
  return [{ code: "separator", sentence: `the parts of a command are separated by exactly one space${where}` }];
}
function readStart(line2) {
  const before = matchAt(BLANKS, line2, PREFIX.length);
  const verb = matchAt(WORD, line2, PREFIX.length + before.length);
  const verbEnd = PREFIX.length + before.length + verb.length;
  const between2 = matchAt(BLANKS, line2, verbEnd);
  const finding = matchAt(WORD, line2, verbEnd + between2.length);
  const end = verbEnd + between2.length + finding.length;
  const faults = [...separatorFault(before, PREFIX.length), ...finding === "" ? [] : separatorFault(between2, verbEnd)];
  return { verb, finding, end, faults };
}
var NAME = /[A-Za-z_]{1,20}=/y;
function readArguments(line2, start, verb) {
  const values = /* @__PURE__ */ new Map();
  const faults = [];
  let [at, isOpen] = [start, false];
  let last = null;
  while (at < line2.length && faults.length < MOST_FAULTS) {
    const blanks = matchAt(BLANKS, line2, at);
    faults.push(...separatorFault(blanks, at));
    at += blanks.length;
    const name = matchAt(NAME, line2, at);
    if (name === "") {
      const word = matchAt(WORD, line2, at);
      faults.push(ARGUMENT);
      continueValue(values, last, word);
      at += word.length;
      continue;
    }
    const key = KEYS.find((known) => `${known}=` === name.toLowerCase()) ?? null;
    faults.push(...nameFaults(name, key, verb, values));
    const value = readValue(line2, at + name.length);
    faults.push(...value.faults);
    if (key !== null && !values.has(key) && (verb === null || takes(verb, key))) values.set(key, value);
    last = value.isQuoted ? null : key;
    at = value.end;
    isOpen ||= value.isOpen;
  }
  return { values, faults, isOpen };
}
var ARGUMENT = { code: "argument", sentence: "after the finding id come only key=value pairs" };
function continueValue(values, last, word) {
  const before = last === "reason" || last === "controls" ? values.get(last) : void 0;
  if (last !== null && before !== void 0) values.set(last, { ...before, text: `${before.text} ${word}` });
}
function nameFaults(name, key, verb, values) {
  if (key === null) return [{ code: "unknown-key", sentence: `the keys are ${KEYS.join(", ")}` }];
  if (name !== name.toLowerCase()) return [{ code: "argument", sentence: "keys are written in lower-case letters" }];
  if (values.has(key)) return [{ code: "duplicate-key", sentence: `${key} is given twice` }];
  if (verb === null || takes(verb, key)) return [];
  return [{ code: "forbidden-key", sentence: `${verb} does not take ${key}` }];
}
var CURLY = /[\u2018-\u201f\u00ab\u00bb\u300c\u300d\uff02']/;
function readValue(line2, start) {
  if (line2[start] === '"') {
    const close2 = line2.indexOf('"', start + 1);
    if (close2 >= 0)
      return { text: line2.slice(start + 1, close2), isQuoted: true, end: close2 + 1, isOpen: false, faults: [] };
    const faults = [{ code: "unclosed-quote", sentence: "a quoted value has no closing quote" }];
    return { text: line2.slice(start + 1), isQuoted: true, end: line2.length, isOpen: true, faults };
  }
  const word = matchAt(WORD, line2, start);
  if (!CURLY.test(line2[start] ?? "")) {
    return { text: word, isQuoted: false, end: start + word.length, isOpen: false, faults: [] };
  }
  const close = closingQuote(line2, start);
  const end = close ?? start + word.length;
  const sentence = `the value at character ${start + 1} is in curly or single quotes: write straight double ones (")`;
  const text = line2.slice(start + 1, close === null ? end : end - 1);
  return { text, isQuoted: true, end, isOpen: false, faults: [{ code: "value", sentence }] };
}
function closingQuote(line2, start) {
  const close = new RegExp(`${CURLY.source}(?=\\s|$)`, "g");
  close.lastIndex = start + 1;
  return close.exec(line2) === null ? null : close.lastIndex;
}

// src/core/exceptions/commands/line.ts
var NAMES = [...VERBS, ...QUESTIONS];
function readLine(line2) {
  const head = readStart(line2);
  const verb = NAMES.find((name) => name === head.verb) ?? null;
  if (isQuestion(verb)) return question(verb, head.faults, line2.length > head.end || head.finding !== "");
  const meant = verb ?? NAMES.find((name) => name === nearest(visible(head.verb), NAMES)) ?? null;
  const args = readArguments(line2, head.end, isQuestion(meant) ? null : meant);
  const faults = [
    ...head.faults,
    ...verb === null ? [{ code: "verb", sentence: `the verb is one of ${NAMES.join(", ")}` }] : [],
    ...isFindingId(head.finding) ? [] : [FINDING],
    ...args.faults,
    ...verb === null ? [] : missingFaults(verb, args.values, args.isOpen),
    ...isQuestion(meant) || meant === null ? [] : valueFaults(args.values, meant)
  ];
  const values = soundValues(args.values, isQuestion(meant) ? null : meant);
  if (faults.length === 0 && verb !== null) return build(verb, head.finding, args.values);
  return malformed(faults, { verb: meant, finding: idMeant(head.finding), values });
}
var visible = (text) => text.replace(/[\p{Cc}\p{Cf}]/gu, "");
var FINDING = {
  code: "finding",
  sentence: "the verb is followed by one finding id: F- and 32 lower-case hex digits"
};
function idMeant(text) {
  const id = `F-${text.slice(2).toLowerCase()}`;
  return isFindingId(id) ? id : null;
}
function question(verb, faults, hasMore) {
  const more = hasMore ? [{ code: "argument", sentence: `${verb} stands alone` }] : [];
  const all2 = [...faults, ...more];
  return all2.length === 0 ? { kind: "question", verb } : malformed(all2, { verb, finding: null, values: /* @__PURE__ */ new Map() });
}
function missingFaults(verb, values, isOpen) {
  const missing2 = RULES[verb].required.filter((key) => !values.has(key));
  if (!isOpen && missing2.length > 0) {
    return [{ code: "missing-key", sentence: `${verb} also needs ${missing2.join(", ")}` }];
  }
  const isMitigated = verb === "approve" && values.get("type")?.text === "mitigated";
  return isMitigated && !values.has("controls") && !isOpen ? [{ code: "controls", sentence: "type=mitigated also needs controls" }] : [];
}
function build(verb, finding, values) {
  const get = (key) => values.get(key)?.text ?? null;
  return {
    kind: "command",
    verb,
    finding,
    sha: get("sha"),
    type: verb === "break-glass" ? "break-glass" : typeOf(get("type")),
    expires: get("expires"),
    reason: cleanText(get("reason") ?? ""),
    ticket: get("ticket"),
    controls: controlsOf(get("controls")),
    owner: ownerOf(get("owner"))
  };
}
function meaningOf(command) {
  const { verb, finding, sha, type, expires, owner, ticket, controls, reason: reason2 } = command;
  const values = [
    ["sha", sha],
    ["type", verb === "break-glass" ? null : type],
    ["expires", expires],
    ["owner", owner],
    ["ticket", ticket],
    ["controls", controls.length === 0 ? null : controls.join("; ")],
    ["reason", reason2]
  ];
  return { verb, finding, values: new Map(values.flatMap(([key, text]) => text === null ? [] : [[key, text]])) };
}

// src/core/exceptions/commands/comment.ts
var MOST_LINES = 50;
var LINE_BREAK = /\r\n|\n/;
var ODD_BREAK = /[\r\u0085\u2028\u2029]/;
var BLANKS_AT_END = /[ \t]+$/;
function readComment(body) {
  const isCommand2 = body.startsWith(PREFIX);
  if (!isCommand2 && !isTalkOfCommands(body)) return [];
  const lines2 = body.split(LINE_BREAK).map((line2) => line2.replace(BLANKS_AT_END, "")).filter((line2) => line2 !== "");
  if (lines2.length > MOST_LINES) return [malformed([TOO_MANY], NOTHING_MEANT)];
  const isTalk = !isCommand2 || lines2.some((line2) => !line2.startsWith(PREFIX) || ODD_BREAK.test(line2));
  if (isTalk) return lines2.filter(isCommand2 ? isNamed : looksLikeCommand).map((line2) => refused(readLine(line2), TALK));
  const read = lines2.map(readLine);
  const open2 = read.findIndex((line2) => faultsOf(line2).some(({ code: code2 }) => code2 === "unclosed-quote"));
  return read.map((line2, index) => open2 >= 0 && index > open2 ? refused(line2, IN_QUOTATION) : line2);
}
var commandsIn = (body) => readComment(body).flatMap((line2) => line2.kind === "command" ? [line2] : []);
var isAddressed = (body) => readComment(body).length > 0;
var isNamed = (line2) => line2.startsWith(PREFIX);
var NAMES2 = [...VERBS, ...QUESTIONS];
var looksLikeCommand = (line2) => line2.startsWith(`${PREFIX} `) && NAMES2.some((name) => line2.slice(PREFIX.length + 1).split(" ", 1)[0] === name);
var OF_OTHERS = /^[ \t]*(?:```|~~~|>)|<[A-Za-z!/?]/m;
var isTalkOfCommands = (body) => body.includes(`
${PREFIX} `) && !OF_OTHERS.test(body) && body.split(LINE_BREAK).some(looksLikeCommand);
var faultsOf = (line2) => line2.kind === "malformed" ? line2.faults : [];
function refused(line2, fault) {
  if (line2.kind === "question") return malformed([fault], { ...NOTHING_MEANT, verb: line2.verb });
  return malformed([fault, ...faultsOf(line2)], line2.kind === "command" ? meaningOf(line2) : line2.draft);
}
var TALK = {
  code: "lines",
  sentence: "a comment with a command holds nothing but commands, one a line, from its first character on"
};
var TOO_MANY = { code: "lines", sentence: `a comment holds at most ${MOST_LINES} commands` };
var IN_QUOTATION = { code: "lines", sentence: "a line above it does not close its quotation" };

// src/core/exceptions/approval/answers.ts
import { createHash as createHash2 } from "node:crypto";

// src/core/exceptions/approval/ballot.ts
function expiryOf({
  comment: comment2,
  command
}) {
  if (command.verb === "break-glass") {
    const expires2 = time(comment2.createdAt) + BREAK_GLASS_DURATION;
    return { expires: withMilliseconds(expires2), expiresText: isoInstant(expires2) };
  }
  const expiresText = command.expires ?? "";
  const expires = toInstant(expiresText, "ends");
  if (expires === null) throw new TypeError("an approval without a real day passed the grammar");
  return { expires, expiresText };
}
function leadingBallot(approvals, finding, policy) {
  const groups = /* @__PURE__ */ new Map();
  for (const entry of approvals) {
    const key = `${entry.command.type} ${entry.command.sha}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const ballots = [...groups.values()].map((voices) => {
    const needed = quorum(finding, isBreakGlass(voices), policy);
    return { voices, needed, isReached: voices.length >= needed };
  });
  return ballots.sort(strongestFirst)[0] ?? null;
}
var isBreakGlass = ([first]) => first?.command.verb === "break-glass";
function strongestFirst(a, b) {
  return Number(b.isReached) - Number(a.isReached) || Number(isBreakGlass(a.voices)) - Number(isBreakGlass(b.voices)) || (a.isReached ? 0 : b.voices.length - a.voices.length) || time(earliestExpiry(b.voices).expires) - time(earliestExpiry(a.voices).expires) || firstComment(a) - firstComment(b);
}
var firstComment = ({ voices }) => Math.min(...voices.map(({ comment: comment2 }) => comment2.id));
function firstToEnd(voices) {
  const [first] = [...voices].sort(
    (a, b) => time(expiryOf(a).expires) - time(expiryOf(b).expires) || a.comment.id - b.comment.id
  );
  if (first === void 0) throw new TypeError("a ballot without voices");
  return first;
}
var earliestExpiry = (voices) => expiryOf(firstToEnd(voices));
var commentExceptionId = (pullRequest3, finding) => `PR-${pullRequest3}-${finding}`;
function recordOf({ voices }, finding, pullRequest3, now) {
  const terms = firstToEnd(voices);
  const { command } = terms;
  const created = Math.min(...voices.map(({ comment: comment2 }) => time(comment2.createdAt)), time(now));
  return {
    id: commentExceptionId(pullRequest3, finding),
    source: "comment",
    place: null,
    type: typeOf2(command.type),
    match: { kind: "finding", finding },
    reason: command.reason,
    // Who breaks the glass answers for it.
    owner: command.owner ?? `@${voices[0]?.login ?? terms.login}`,
    approvedBy: voices.map(({ login }) => `@${login}`),
    approvers: voices.map(approverOf),
    approvedAt: withMilliseconds(created),
    ...expiryOf(terms),
    ticket: command.ticket,
    controls: [...new Set(voices.flatMap((voice) => voice.command.controls))]
  };
}
var approverOf = ({ login, comment: comment2 }) => ({
  login: `@${login}`,
  at: isoInstant(time(comment2.createdAt)),
  url: comment2.url
});
function typeOf2(type) {
  const known = EXCEPTION_TYPES.find((name) => name === type);
  if (known === void 0) throw new TypeError("an approval without a type passed the grammar");
  return known;
}

// src/core/exceptions/approval/carry.ts
function commitProblem({ command: { sha, verb }, comment: comment2 }, finding, facts) {
  const { headSha, headShaAfterReading, baseSha } = facts.pullRequest;
  if (headSha !== headShaAfterReading) {
    return { code: "head-moved", sentence: "the head of the pull request moved during this run" };
  }
  if (sha === headSha) return null;
  if (sha === null || sha === baseSha) return { code: "base-sha", sentence: "the command names the base, not the head" };
  if (verb === "break-glass" || finding.tier === 0 || finding.kev === true) {
    const why = verb === "break-glass" ? "break-glass" : finding.tier === 0 ? "at tier 0 an approval" : "with known exploitation an approval";
    return {
      code: "sha-mismatch",
      sentence: `${why} holds for the head that it names only, and the head is another now`
    };
  }
  return carryProblem(facts.snapshotAt(sha, finding, comment2.createdAt), finding);
}
function carryProblem(then, now) {
  if (then === null) {
    return { code: "carry-unknown", sentence: "whether the finding changed since the approved commit cannot be told" };
  }
  const changed = (code2, what) => ({
    code: code2,
    sentence: `${what} changed since the approved commit`
  });
  if (then.fingerprint !== now.fingerprint) return changed("carry-fingerprint", "the finding");
  if (then.severity !== now.severity) return changed("carry-severity", "the severity");
  if (then.kev !== now.kev) return changed("carry-kev", "what is known of exploitation");
  if (then.tier !== now.tier) return changed("carry-tier", "the tier");
  return hasSameContent(then, now) ? null : changed("carry-content", "the file or the version of the package");
}
function hasSameContent(then, now) {
  if (then.packageVersion !== null || now.packageVersion !== null) return then.packageVersion === now.packageVersion;
  return then.blobSha !== null && then.blobSha === now.blobSha;
}

// src/core/exceptions/approval/comments.ts
var CLOCK_SKEW = 5 * 6e4;
function inOrder(comments2) {
  const byId = /* @__PURE__ */ new Map();
  for (const comment2 of comments2) {
    const known = byId.get(comment2.id);
    if (known === void 0 || isNewer(comment2, known)) byId.set(comment2.id, comment2);
  }
  return [...byId.values()].sort((a, b) => time(a.createdAt) - time(b.createdAt) || a.id - b.id);
}
var isNewer = (a, b) => (time(a.updatedAt) - time(b.updatedAt) || Number(isTouched(a)) - Number(isTouched(b))) > 0;
var isTouched = (comment2) => comment2.minimized || isEdited(comment2);
function readComments(comments2, facts, now) {
  return comments2.flatMap((comment2) => {
    const lines2 = readComment(comment2.body);
    if (lines2.length === 0) return [];
    const problem2 = placeProblem(comment2, facts.pullRequest) ?? writerProblem(comment2, now);
    const state = stateProblem(comment2, facts.pullRequest);
    return lines2.map((parsed, index) => ({
      comment: comment2,
      key: `${comment2.id} ${index}`,
      line: lines2.length === 1 ? null : index + 1,
      parsed,
      problem: problem2 ?? (parsed.kind === "malformed" ? malformed2(parsed.problem) : null) ?? state
    }));
  });
}
var malformed2 = (sentence) => ({ code: "malformed", sentence });
function placeProblem({ repositoryId, pullRequest: pullRequest3, createdAt }, pull) {
  if (repositoryId !== pull.repositoryId) return reason("wrong-repository", "the comment is of another repository");
  if (pullRequest3 !== pull.number) return reason("wrong-pull-request", "the comment is of another pull request");
  const isBeforeMerge = pull.state === "merged" && pull.closedAt !== null && time(createdAt) <= time(pull.closedAt);
  return pull.state === "open" || isBeforeMerge ? null : reason("not-open", "the pull request is not open");
}
function writerProblem({ user, viaApp, createdAt }, now) {
  if (user === null) return reason("no-user", "the account of the comment is gone");
  if (user.type !== "User")
    return reason("not-a-person", "only people give commands: what a bot asks for, a person has to ask for");
  if (viaApp) return reason("through-app", "the comment was written through an app");
  return time(createdAt) > time(now) + CLOCK_SKEW ? reason("from-future", "the comment is newer than the clock") : null;
}
function stateProblem(comment2, { resetAt }) {
  if (isEdited(comment2)) return reason("edited", "an edited command does not count: give it in a new comment");
  if (comment2.minimized) return reason("hidden", "a hidden command does not count");
  const isOld = resetAt !== null && time(comment2.createdAt) < time(resetAt);
  return isOld ? reason("before-reset", "the pull request was reopened or given another base since") : null;
}
var isEdited = ({ lastEditedAt, includesCreatedEdit, updatedAt, createdAt }) => lastEditedAt !== null || includesCreatedEdit || time(updatedAt) !== time(createdAt);
var STILL_REFUSING = /* @__PURE__ */ new Set([
  "edited",
  "hidden",
  "before-reset",
  "from-future",
  "through-app",
  "not-open"
]);
function entriesOf2(lines2) {
  return lines2.flatMap(({ comment: comment2, key, parsed, problem: problem2 }) => {
    const { user } = comment2;
    if (user === null || parsed.kind !== "command") return [];
    const isRefusal = parsed.verb === "reject" || parsed.verb === "revoke";
    if (problem2 !== null && !(isRefusal && STILL_REFUSING.has(problem2.code))) return [];
    return [{ comment: comment2, key, userId: user.id, login: user.login, command: parsed }];
  });
}
function tamperings(comments2, deleted) {
  const edited = comments2.flatMap((comment2) => {
    const { user: author, lastEditedAt: at, editorId } = comment2;
    return at !== null && author !== null && editorId !== author.id ? [{ author, comment: comment2, at }] : [];
  });
  const gone = deleted.flatMap(
    ({ author, actorId, at }) => author !== null && author.id === actorId ? [] : [{ author, comment: null, at }]
  );
  return [...edited, ...gone].filter(({ author }) => author === null || author.type === "User");
}
function tombstonesOf(tampered, mayReject) {
  return tampered.flatMap(({ author, comment: comment2, at }) => {
    const own = { userId: author?.id ?? null, commentId: comment2?.id ?? null, at: comment2?.createdAt ?? at };
    return author !== null && mayReject(author) ? [own, { userId: null, commentId: null, at }] : [own];
  });
}
function isBuried({ comment: comment2, userId }, tombstones) {
  return tombstones.some((tombstone) => {
    if (tombstone.userId !== null && tombstone.userId !== userId) return false;
    const later = time(tombstone.at) - time(comment2.createdAt);
    return later > 0 || later === 0 && (tombstone.commentId === null || tombstone.commentId > comment2.id);
  });
}
var reason = (code2, sentence) => ({ code: code2, sentence });

// src/core/exceptions/approval/people.ts
function authorityOf(account2, facts, policy) {
  const { users, teams, roles } = policy.approvers;
  const isNamed2 = users.some((user) => user.replace(/^@/, "").toLowerCase() === account2.login.toLowerCase());
  if (isNamed2) return "approver";
  const known = facts.approvers.get(account2.id);
  if (known === void 0) return "unknown";
  const memberships = new Map([...known.teams].map(([team, state]) => [team.toLowerCase(), state]));
  const isMember = teams.some((team) => memberships.get(team.replace(/^@/, "").toLowerCase()) === "active");
  const hasRole = known.roleName !== null && roles.includes(known.roleName);
  if (isMember || hasRole) return "approver";
  return known.error === null ? "none" : "unknown";
}
function authorityProblem(account2, facts, policy) {
  switch (authorityOf(account2, facts, policy)) {
    case "approver":
      return null;
    case "none":
      return { code: "not-approver", sentence: "the policy does not name this person as an approver" };
    case "unknown":
      return { code: "authority-unknown", sentence: "whether this person is an approver could not be read" };
  }
}
var OWN_CHANGE = "nobody approves for their own pull request; ask another approver, or have the exception merged into the exceptions file of the base branch by a pull request of its own";
function independenceProblem({ id }, finding, requesters, { pullRequest: { author, contributors, pushers } }) {
  if (author?.id === id) return { code: "own-change", sentence: OWN_CHANGE };
  if (contributors === null) {
    return { code: "contributors-unknown", sentence: "the commits of the pull request could not all be read" };
  }
  if (contributors.some(({ userId }) => userId === id)) {
    return { code: "contributor", sentence: "nobody approves for a change with commits of their own" };
  }
  if (pushers?.includes(id) === true) {
    return { code: "pusher", sentence: "nobody approves for a change that they pushed themselves" };
  }
  if (finding.tier === 0 && (author === null || contributors.some(({ userId }) => userId === null))) {
    const sentence = "at tier 0 every commit must belong to a known account, and one does not";
    return { code: "unmapped-commit", sentence };
  }
  if (finding.tier === 0 && (pushers === null || pushers.includes(null))) {
    const sentence = "at tier 0 it must be known who pushed the commits, and it is not";
    return { code: "pusher-unknown", sentence };
  }
  return requesters.has(id) ? { code: "requester", sentence: "nobody approves what they requested themselves" } : null;
}
function requestersOf(entries) {
  const requesters = /* @__PURE__ */ new Map();
  for (const { userId, command } of entries) {
    if (command.verb !== "request") continue;
    requesters.set(command.finding, (requesters.get(command.finding) ?? /* @__PURE__ */ new Set()).add(userId));
  }
  return requesters;
}

// src/core/exceptions/approval/result.ts
var OUT_OF_ORDER = [
  "malformed",
  "wrong-repository",
  "wrong-pull-request",
  "not-open",
  "no-user",
  "not-a-person",
  "through-app",
  "from-future",
  "edited",
  "hidden",
  "before-reset",
  // before the pull request was reopened or given another base
  "later-comment-changed"
  // somebody else changed or deleted a later comment, which may have been a rejection
];
var COMMAND_CODES = [
  "counted",
  "answered",
  // a question, not a command
  // Read, without effect of its own
  "superseded",
  // a later command of the same person took its place
  "disagrees",
  // commit or type differ from the approval that has more voices
  "blocked",
  // a rejection or revocation stands
  "label-missing",
  // Left to whom it is for
  "other-gate",
  // another gate answers here too, and this one has no such finding
  // The comment
  ...OUT_OF_ORDER,
  // The finding
  "unknown-finding",
  "ambiguous-finding",
  "never",
  // The person
  "not-approver",
  "authority-unknown",
  "own-change",
  "contributor",
  "contributors-unknown",
  "unmapped-commit",
  "pusher",
  "pusher-unknown",
  "requester",
  // The commit
  "head-moved",
  "base-sha",
  "sha-mismatch",
  "carry-unknown",
  "carry-fingerprint",
  "carry-content",
  "carry-severity",
  "carry-kev",
  "carry-tier",
  // The terms
  "expires-past",
  // before the command was given
  "expired",
  "too-long",
  "ticket-required",
  "controls-required",
  "after-rejection"
  // the same person rejected before, and this names another commit than the current head
];
var OTHER_GATE = {
  code: "other-gate",
  sentence: "this gate has no such finding, another one answers for its own"
};
function together(reasons) {
  const [first] = reasons;
  if (first === void 0) return null;
  return { code: first.code, sentence: [...new Set(reasons.map(({ sentence }) => sentence))].join("; ") };
}
var joinApprovals = (each) => ({
  commands: each.flatMap(({ commands }) => commands),
  reactions: each.flatMap(({ reactions }) => reactions),
  findings: each.flatMap(({ findings }) => findings),
  records: each.flatMap(({ records }) => records),
  outcomes: each.flatMap(({ outcomes }) => outcomes),
  invalidated: each.flatMap(({ invalidated }) => invalidated),
  labels: [],
  labelTrail: null,
  notices: each.flatMap(({ notices }) => notices)
});

// src/core/exceptions/approval/poll.ts
function poll(finding, entries, context) {
  const words = /* @__PURE__ */ new Map();
  const reasons = /* @__PURE__ */ new Map();
  const speak = (entry, kind) => {
    const last2 = words.get(entry.userId);
    if (last2) reasons.set(last2.entry.key, SUPERSEDED);
    words.set(entry.userId, { entry, kind });
  };
  for (const entry of entries) {
    const problem2 = together(reasonsAgainst(entry, finding, words.get(entry.userId)?.kind === "refusal", context));
    const { verb } = entry.command;
    if (problem2?.code === "expired") speak(entry, "expired");
    if (problem2 !== null) reasons.set(entry.key, problem2);
    else if (verb !== "request") speak(entry, verb === "reject" || verb === "revoke" ? "refusal" : "approval");
  }
  const last = (kind) => [...words.values()].filter((word) => word.kind === kind).map(({ entry }) => entry);
  const requests = entries.filter(({ command, key }) => command.verb === "request" && !reasons.has(key));
  const [approvals, expired, refusals] = [last("approval"), last("expired"), last("refusal")];
  return {
    finding,
    requests,
    approvals: inTime(approvals),
    expired: inTime(expired),
    refusals: inTime(refusals),
    reasons
  };
}
var NEVER = { code: "never", sentence: "the policy allows no exception for this finding" };
var SUPERSEDED = { code: "superseded", sentence: "a later command of the same person took its place" };
var inTime = (entries) => [...entries].sort((a, b) => time(a.comment.createdAt) - time(b.comment.createdAt) || a.comment.id - b.comment.id);
function reasonsAgainst(entry, finding, hasRefused, context) {
  switch (entry.command.verb) {
    case "request":
      return finding.never ? [NEVER] : [];
    case "reject":
    case "revoke":
      return refusalProblems(entry, context);
    case "approve":
    case "break-glass":
      return approvalProblems(entry, finding, hasRefused, context);
  }
}
function refusalProblems({ userId: id, login }, { facts, policy }) {
  const account2 = { id, login };
  return authorityOf(account2, facts, policy) === "none" ? all([authorityProblem(account2, facts, policy)]) : [];
}
function approvalProblems(entry, finding, hasRefused, context) {
  const { facts, tombstones } = context;
  if (finding.never) return [NEVER];
  return [
    ...personProblems({ id: entry.userId, login: entry.login }, finding, context),
    ...all([
      isBuried(entry, tombstones) ? LATER_CHANGED : null,
      commitProblem(entry, finding, facts),
      hasRefused && entry.command.sha !== facts.pullRequest.headSha ? AFTER_REJECTION : null
    ]),
    ...timeProblems(entry, finding, context)
  ];
}
function personProblems(account2, finding, { facts, policy, requesters }) {
  return all([
    authorityProblem(account2, facts, policy),
    independenceProblem(account2, finding, requesters.get(finding.id) ?? /* @__PURE__ */ new Set(), facts)
  ]);
}
var all = (reasons) => reasons.filter((reason2) => reason2 !== null);
var LATER_CHANGED = {
  code: "later-comment-changed",
  sentence: "a later comment, which may have been a rejection, was changed or deleted by somebody else: approve again"
};
var AFTER_REJECTION = {
  code: "after-rejection",
  sentence: "who has rejected lifts that only by approving the current head"
};
function timeProblems(entry, finding, { policy, now }) {
  const { expires, expiresText } = expiryOf(entry);
  const { comment: comment2, command } = entry;
  const isPast = time(expires) < time(comment2.createdAt);
  const isOver = !isPast && time(expires) < time(now);
  const terms = {
    type: command.type ?? "risk-accept",
    approvedAt: comment2.createdAt,
    expires,
    expiresText,
    ticket: command.ticket,
    controls: command.controls
  };
  return all([
    isPast ? { code: "expires-past", sentence: "the day of expiry was over when the command was given" } : null,
    ...termsProblems(terms, finding, policy),
    isOver ? { code: "expired", sentence: `the approval expired on ${expiresText}` } : null
  ]);
}

// src/core/exceptions/approval/corrections.ts
function termsFor(finding, requester, { facts, policy, now }) {
  const { author, headSha } = facts.pullRequest;
  const login = author?.type === "User" ? author.login : requester;
  return termsNow(finding, policy, { now, sha: headSha === "" ? null : headSha, login });
}
var meantBy = ({ parsed }) => parsed.kind === "malformed" ? parsed.draft : parsed.kind === "command" ? meaningOf(parsed) : null;
var ANEW = /* @__PURE__ */ new Set(["edited", "hidden", "before-reset", "later-comment-changed"]);
var HOPELESS = /* @__PURE__ */ new Set([
  "wrong-repository",
  "wrong-pull-request",
  "not-open",
  "no-user",
  "not-a-person",
  "through-app",
  "never",
  "unknown-finding",
  "ambiguous-finding"
]);
function correctedLine(line2, reason2, finding, context) {
  const draft = meantBy(line2);
  if (draft === null || HOPELESS.has(reason2.code)) return null;
  const isAbout = finding !== null && !finding.never;
  if (!isAbout) return draft.finding === null ? offeredLine({ ...draft, finding: null }, NO_TERMS, context.now) : null;
  const offered = offeredLine(draft, termsFor(finding, null, context), context.now);
  if (offered === null || ANEW.has(reason2.code) || line2.parsed.kind !== "command") return offered;
  return isSame(offered, line2.parsed) ? null : offered;
}
var NO_TERMS = { sha: null, lastDay: null, needsTicket: false, needsControls: false, owner: null };
var isSame = (offered, given) => JSON.stringify(readLine(offered)) === JSON.stringify(given);
function furtherFaults({ comment: { user, createdAt }, parsed }, finding, context) {
  if (parsed.kind !== "malformed" || finding === null || user === null) return [];
  const { draft, faults } = parsed;
  if (draft.verb !== "approve" && draft.verb !== "break-glass") return [];
  const expires = draft.values.get("expires") ?? null;
  const terms = {
    type: draft.verb === "break-glass" ? "break-glass" : "risk-accept",
    approvedAt: createdAt,
    expires: toInstant(expires ?? createdAt, "ends") ?? createdAt,
    expiresText: expires ?? createdAt,
    ticket: draft.values.get("ticket") ?? null,
    controls: draft.values.has("controls") ? [""] : []
  };
  const isTold2 = (code2) => faults.some((fault) => `${fault.code}-required` === code2 || fault.code === "placeholder");
  const problems2 = termsProblems(terms, finding, context.policy).filter(({ code: code2 }) => !isTold2(code2));
  return [...personProblems(user, finding, context), ...problems2];
}

// src/core/exceptions/approval/answers.ts
var COUNTED = { code: "counted", sentence: "counted" };
var ANSWERED = { code: "answered", sentence: "answered here" };
function answerLines(lines2, reasons, about, context) {
  return lines2.map((line2) => {
    const reason2 = reasons.get(line2.key) ?? null;
    const id = line2.parsed.kind === "malformed" ? line2.parsed.draft.finding : findingOf(line2);
    return answerLine(line2, reason2, id === null ? null : about(id), context);
  });
}
var findingOf = ({ parsed }) => parsed.kind === "command" ? parsed.finding : null;
function answerLine(line2, reason2, finding, context) {
  const { comment: comment2, parsed } = line2;
  const verb = parsed.kind === "malformed" ? null : parsed.verb;
  const isApproval2 = parsed.kind === "command" && (verb === "approve" || verb === "break-glass");
  const fallback = parsed.kind === "question" ? ANSWERED : counted(line2, context);
  const told2 = (reason2?.code === "malformed" ? withFurther(reason2, line2, finding, context) : reason2) ?? fallback;
  const outcome = outcomeOfCode(told2.code);
  return {
    commentId: comment2.id,
    line: line2.line,
    url: comment2.url,
    login: comment2.user?.login ?? null,
    verb,
    finding: findingOf(line2),
    outcome,
    ...told2,
    until: isApproval2 ? expiryOf({ comment: comment2, command: parsed }).expires : null,
    bodySha256: createHash2("sha256").update(comment2.body).digest("hex"),
    corrected: outcome === "refused" ? correctedLine(line2, told2, finding, context) : null
  };
}
function counted({ parsed }, { facts }) {
  if (parsed.kind !== "command" || parsed.verb !== "approve" && parsed.verb !== "break-glass") return COUNTED;
  return parsed.sha === facts.pullRequest.headSha ? COUNTED : { ...COUNTED, sentence: `carried from ${parsed.sha}` };
}
var withFurther = (reason2, line2, finding, context) => together([reason2, ...furtherFaults(line2, finding, context)]);
var READ_ONLY = /* @__PURE__ */ new Set(["answered", "superseded", "disagrees", "blocked", "label-missing"]);
function outcomeOfCode(code2) {
  if (code2 === "counted") return "counted";
  if (code2 === OTHER_GATE.code) return "elsewhere";
  return READ_ONLY.has(code2) ? "read" : "refused";
}
function reactionsTo(commands, own) {
  const byComment = /* @__PURE__ */ new Map();
  for (const command of commands) {
    if (!own.has(command.commentId)) continue;
    const others = byComment.get(command.commentId);
    if (others) others.push(command);
    else byComment.set(command.commentId, [command]);
  }
  return [...byComment].map(([commentId, lines2]) => ({
    commentId,
    reactions: reactionsOf(lines2),
    isRead: lines2.some(({ verb }) => verb !== null)
  }));
}
function reactionsOf(lines2) {
  const has = (outcome) => lines2.some((line2) => line2.outcome === outcome);
  if (has("refused")) return ["eyes", "-1"];
  if (has("elsewhere")) return [];
  const isCounted = has("counted") && lines2.every(({ outcome, code: code2 }) => outcome === "counted" || code2 === "answered");
  return isCounted ? ["eyes", "rocket"] : ["eyes"];
}

// src/core/exceptions/approval/contributor-notices.ts
var MOST_LISTED = 250;
var MOST_NAMED = 5;
function contributorNotices({ contributors, commitCount, pushers }) {
  const level = "warning";
  if (contributors === null) return [{ level, code: "commits-unread", message: unread(commitCount) }];
  const unmapped = contributors.filter(({ userId }) => userId === null);
  const notices = [];
  if (unmapped.length > 0) {
    const message = `${unmapped.length} names in commits belong to no account${named(unmapped.flatMap(({ address: address2 }) => address2 ?? []))}: at tier 0 no approval by comment counts. Whoever owns such an address adds it to their account on GitHub (Settings, Emails), or the author takes the name out of the commit (git rebase -i, reword) and pushes`;
    notices.push({ level, code: "commits-unmapped", message });
  }
  if (pushers === null || pushers.includes(null))
    notices.push({ level, code: "pushers-unread", message: UNKNOWN_PUSHER });
  return notices;
}
var UNKNOWN_PUSHER = "who pushed the commits could not be read from the activity of the head repository, so an approver may have pushed under the name of somebody else: at tier 0 no approval by comment counts. Give the job `contents: read`; for a private fork, give an org-token that may read it, or push the commits to a branch of this repository";
function unread(count) {
  const what = "the commits of the pull request could not all be read: no approval by comment counts";
  if (count === null || count <= MOST_LISTED) return what;
  return `${what}. GitHub lists ${MOST_LISTED} commits of a pull request, and this one has ${count}: squash them, or split the pull request`;
}
function named(addresses) {
  const each = [...new Set(addresses)].sort();
  if (each.length === 0) return "";
  const rest = each.length - MOST_NAMED;
  return ` (${each.slice(0, MOST_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""})`;
}

// src/core/exceptions/approval/labels.ts
function isConfirmedByLabel(voices, finding, requesters, facts, policy) {
  if (!policy.requireLabel) return true;
  const name = policy.labels.approved;
  if (name === null || facts.labels === null) return false;
  const label2 = facts.labels.current.find((current) => isSame2(current.name, name));
  if (label2 === void 0 || label2.id === null) return false;
  const [last] = facts.labels.events.filter(({ labelId }) => labelId === label2.id).sort((a, b) => time(b.at) - time(a.at) || Number(a.action === "labeled") - Number(b.action === "labeled"));
  if (last === void 0 || last.action !== "labeled" || !isSame2(last.label, name)) return false;
  if (last.actor?.type !== "User" || last.viaApp) return false;
  const isLater = voices.every(({ comment: comment2 }) => time(comment2.createdAt) <= time(last.at));
  const problem2 = authorityProblem(last.actor, facts, policy) ?? independenceProblem(last.actor, finding, requesters, facts);
  return isLater && problem2 === null;
}
function labelTrail({ labels }, policy) {
  const name = policy.labels.approved;
  if (!policy.requireLabel || name === null || labels === null) return null;
  const current = labels.current.find((each) => isSame2(each.name, name));
  if (current === void 0 || current.id === null) return null;
  const events = labels.events.filter(({ labelId }) => labelId === current.id).map(({ action, label: label2, actor, viaApp, at }) => [at, action, label2, actor?.id ?? null, viaApp].join(" "));
  return [current.id, ...events].join("\n");
}
var isSame2 = (a, b) => a.toLowerCase() === b.toLowerCase();
function wantedLabels(findings, { labels: { requested, approved } }, isPartly = false) {
  const has = (status) => findings.some((finding) => finding.status === status);
  const wanted = [
    { name: requested, wanted: has("requested") },
    { name: approved, wanted: has("active") }
  ];
  return wanted.flatMap(({ name, wanted: wanted2 }) => name === null || isPartly && !wanted2 ? [] : [{ name, wanted: wanted2 }]);
}

// src/core/exceptions/approval/standing.ts
var LAPSED = /* @__PURE__ */ new Set([
  "later-comment-changed",
  "head-moved",
  "sha-mismatch",
  "carry-unknown",
  "carry-fingerprint",
  "carry-content",
  "carry-severity",
  "carry-kev",
  "carry-tier",
  "too-long"
]);
function standingOf(poll2, context) {
  const { policy, facts, now } = context;
  const { finding } = poll2;
  const ballot = leadingBallot(poll2.approvals, finding, policy);
  const [refusal] = poll2.refusals.slice(-1);
  if (refusal) return refused2(poll2, refusal, context);
  if (ballot?.isReached) return reached(poll2, ballot, context);
  const over = leadingBallot([...poll2.approvals, ...poll2.expired], finding, policy);
  if (over?.isReached) {
    const record2 = recordOf(over, finding.id, facts.pullRequest.number, now);
    const told2 = { status: "expired", sentence: `expired on ${record2.expiresText}` };
    const approval = { ...answer(poll2, ballot, told2, context), account: accountOf(poll2, over, policy) };
    return { approval, record: record2, reasons: /* @__PURE__ */ new Map() };
  }
  return waiting(poll2, ballot, context);
}
function answer(poll2, ballot, told2, context) {
  const isOffered = told2.status === "requested" && ballot?.isReached !== true;
  return {
    finding: poll2.finding.id,
    ...told2,
    requests: poll2.requests.map(said),
    approvals: (ballot?.voices ?? []).map(said),
    needed: ballot?.needed ?? quorum(poll2.finding, false, context.policy),
    offer: isOffered ? offerOf(poll2, ballot, context) : null,
    account: accountOf(poll2, ballot, context.policy)
  };
}
function accountOf({ finding, requests }, ballot, policy) {
  const voices = ballot?.voices ?? [];
  const last = voices.at(-1) ?? requests.at(-1);
  if (last === void 0) return null;
  const { type, reason: reason2, owner, ticket, controls } = last.command;
  const needed = ballot?.needed ?? quorum(finding, false, policy);
  return {
    type,
    reason: reason2,
    owner,
    approvers: voices.map(approverOf),
    ticket,
    controls,
    quorum: { needed, have: voices.length }
  };
}
var said = ({ login, comment: comment2, command }) => ({ login, url: comment2.url, reason: command.reason });
function offerOf({ finding, requests }, ballot, context) {
  const [voice] = ballot?.voices ?? [];
  if (voice?.command.verb === "break-glass") return null;
  const [request] = requests.slice(-1);
  const asked = request === void 0 ? [] : [...meaningOf(request.command).values];
  const type = voice?.command.type ?? null;
  const values = new Map([
    ...asked.filter(([key]) => key !== "reason"),
    ...type === null ? [] : [["type", type]]
  ]);
  const terms = termsFor(finding, request?.login ?? null, context);
  return offeredLine(
    { verb: "approve", finding: finding.id, values },
    { ...terms, sha: voice?.command.sha ?? terms.sha },
    context.now
  );
}
function refused2(poll2, refusal, context) {
  const status = refusal.command.verb === "revoke" ? "revoked" : "rejected";
  const sentence = `${status} by @${refusal.login}`;
  const blocked = { code: "blocked", sentence: `it is ${sentence}` };
  const reasons = new Map(poll2.approvals.map(({ key }) => [key, blocked]));
  return { approval: answer(poll2, null, { status, sentence }, context), record: null, reasons };
}
function reached(poll2, ballot, context) {
  const { facts, policy, now, requesters } = context;
  const { finding } = poll2;
  const reasons = disagreements(poll2, ballot);
  if (isConfirmedByLabel(ballot.voices, finding, requesters.get(finding.id) ?? /* @__PURE__ */ new Set(), facts, policy)) {
    const record2 = recordOf(ballot, finding.id, facts.pullRequest.number, now);
    const sentence = `approved by ${record2.approvedBy.join(", ")} until ${record2.expiresText}`;
    return { approval: answer(poll2, ballot, { status: "active", sentence }, context), record: record2, reasons };
  }
  const missing2 = {
    code: "label-missing",
    sentence: "an approver still has to set the label that the policy asks for, after the approval"
  };
  for (const { key } of ballot.voices) reasons.set(key, missing2);
  const told2 = { status: "requested", sentence: missing2.sentence };
  return { approval: answer(poll2, ballot, told2, context), record: null, reasons };
}
function waiting(poll2, ballot, context) {
  const reasons = ballot ? disagreements(poll2, ballot) : /* @__PURE__ */ new Map();
  if (ballot || poll2.requests.length > 0) {
    const needed = ballot?.needed ?? quorum(poll2.finding, false, context.policy);
    const told2 = { status: "requested", sentence: `${ballot?.voices.length ?? 0} of ${needed} approvals` };
    return { approval: answer(poll2, ballot, told2, context), record: null, reasons };
  }
  const [lapsed] = [...poll2.reasons.values()].filter(({ code: code2 }) => LAPSED.has(code2)).slice(-1);
  const approval = lapsed ? answer(poll2, ballot, { status: "invalid", sentence: lapsed.sentence }, context) : null;
  return { approval, record: null, reasons };
}
function disagreements({ approvals }, ballot) {
  const reason2 = { code: "disagrees", sentence: "commit or type differ from the approval that counts" };
  return new Map(approvals.filter((entry) => !ballot.voices.includes(entry)).map(({ key }) => [key, reason2]));
}

// src/core/exceptions/approval/approvals.ts
function deriveApprovals(facts, policy, now) {
  if (facts.comments === null) return UNREAD;
  const comments2 = inOrder(facts.comments);
  const read = readComments(comments2, facts, now);
  const entries = entriesOf2(read);
  const own = comments2.filter((comment2) => isOwn(comment2, facts));
  const context = {
    facts,
    policy,
    now,
    tombstones: tombstonesOf(
      tamperings(own, facts.deletedComments),
      (author) => authorityOf(author, facts, policy) !== "none"
    ),
    requesters: requestersOf(anyRequests(read))
  };
  const reasons = lineReasons(read, entries);
  const known = findingsById(facts);
  const standings = [...groupByFinding(entries)].flatMap(([id, about2]) => {
    const finding = findingOf2(known.get(id) ?? [], facts);
    if ("code" in finding) {
      for (const { key } of about2) reasons.set(key, finding);
      return [];
    }
    const result2 = poll(finding, about2, context);
    const standing = standingOf(result2, context);
    for (const [key, reason2] of [...result2.reasons, ...standing.reasons]) reasons.set(key, reason2);
    return [standing];
  });
  const findings = standings.flatMap(({ approval }) => approval ?? []).sort(byFindingId);
  const about = (id) => {
    const found = known.get(id) ?? [];
    return found.length === 1 ? found[0] ?? null : null;
  };
  const commands = answerLines(read, reasons, about, context);
  return {
    commands,
    reactions: reactionsTo(commands, new Set(own.map(({ id }) => id))),
    findings,
    records: standings.flatMap(({ record: record2 }) => record2 ?? []).sort((a, b) => a.id < b.id ? -1 : 1),
    outcomes: findings.flatMap((finding) => outcomeOf(finding, facts)),
    invalidated: commands.filter(isInvalidated),
    labels: wantedLabels(findings, policy, commands.some(isLeftToOthers)),
    labelTrail: labelTrail(facts, policy),
    notices: entries.length > 0 ? contributorNotices(facts.pullRequest) : []
  };
}
var UNREAD = {
  commands: [],
  reactions: [],
  findings: [],
  records: [],
  outcomes: [],
  invalidated: [],
  labels: [],
  labelTrail: null,
  notices: [
    {
      level: "warning",
      code: "comments-unread",
      message: "the comments of the pull request could not all be read: no exception that they approve counts"
    }
  ]
};
function peopleToAsk({
  comments: comments2,
  deletedComments,
  labels
}) {
  const people = /* @__PURE__ */ new Map();
  for (const { body, user } of comments2) {
    if (user?.type === "User" && readComment(body).some(needsAuthority)) people.set(user.id, user);
  }
  for (const { author } of tamperings(comments2, deletedComments)) if (author !== null) people.set(author.id, author);
  for (const { actor } of labels?.events ?? []) if (actor?.type === "User") people.set(actor.id, actor);
  return [...people.values()].sort((a, b) => a.id - b.id);
}
function needsAuthority(line2) {
  if (line2.kind === "command") return line2.verb !== "request";
  if (line2.kind === "question" || line2.draft.finding === null) return false;
  return line2.draft.verb === "approve" || line2.draft.verb === "break-glass";
}
var isOwn = ({ repositoryId, pullRequest: pullRequest3 }, facts) => repositoryId === facts.pullRequest.repositoryId && pullRequest3 === facts.pullRequest.number;
function anyRequests(read) {
  return read.flatMap(
    ({ comment: { user }, parsed }) => user !== null && parsed.kind === "command" ? [{ userId: user.id, command: parsed }] : []
  );
}
function lineReasons(read, entries) {
  const heard = new Set(entries.map(({ key }) => key));
  return new Map(read.flatMap(({ key, problem: problem2 }) => problem2 && !heard.has(key) ? [[key, problem2]] : []));
}
function groupByFinding(entries) {
  const groups = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const group = groups.get(entry.command.finding);
    if (group) group.push(entry);
    else groups.set(entry.command.finding, [entry]);
  }
  return groups;
}
function findingsById({ findings }) {
  const known = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const same = known.get(finding.id);
    if (same) same.push(finding);
    else known.set(finding.id, [finding]);
  }
  return known;
}
function findingOf2([finding, ...others], { otherGates }) {
  if (finding === void 0 && otherGates) return OTHER_GATE;
  if (finding === void 0) return { code: "unknown-finding", sentence: "no finding of this evaluation has this id" };
  return others.length === 0 ? finding : { code: "ambiguous-finding", sentence: "two findings have this id" };
}
var byFindingId = (a, b) => a.finding < b.finding ? -1 : 1;
function outcomeOf(approval, facts) {
  const { finding, status, sentence, account: account2 } = approval;
  if (status === "active" || status === "expired") return [];
  const id = commentExceptionId(facts.pullRequest.number, finding);
  const match = { kind: "finding", finding };
  const outcome = { id, status, source: "comment", finding, expires: null, problem: sentence, match };
  return [account2 === null ? outcome : { ...outcome, account: account2 }];
}
var isLeftToOthers = ({ outcome, code: code2 }) => outcome === "elsewhere" || code2 === "authority-unknown";
var isInvalidated = ({ verb, outcome, code: code2 }) => (verb === "approve" || verb === "break-glass") && (outcome === "read" || outcome === "refused") && code2 !== "superseded";

// src/action/approvals/authority.ts
var AT_ONCE = 8;
async function askAuthority(github, people, approvers) {
  const answers = /* @__PURE__ */ new Map();
  for (let start = 0; start < people.length; start += AT_ONCE) {
    const some = people.slice(start, start + AT_ONCE);
    const facts = await Promise.all(some.map((person) => authorityOf2(github, person, approvers)));
    for (const [index, person] of some.entries()) {
      const answer2 = facts[index];
      if (answer2 !== void 0) answers.set(person.id, answer2);
    }
  }
  return answers;
}
async function authorityOf2(github, { id, login }, { roles, teams }) {
  const errors = [];
  const role = roles.length === 0 ? null : await attempt(github.roleOf(login));
  if (role !== null && !role.ok) errors.push(role.error.message);
  if (role?.ok && role.value.userId !== null && role.value.userId !== id) errors.push("the login is of another account");
  const memberships = /* @__PURE__ */ new Map();
  for (const team of teams) {
    const [, organisation = "", slug = ""] = /^@?([^/]+)\/([^/]+)$/.exec(team) ?? [];
    const answer2 = await attempt(github.teamMembership(organisation, slug, login));
    if (answer2.ok) memberships.set(`${organisation}/${slug}`, answer2.value);
    else errors.push(answer2.error.message);
  }
  const roleName = role?.ok && role.value.userId === id ? role.value.role : null;
  return { roleName, teams: memberships, error: errors.length === 0 ? null : errors.join("; ") };
}

// src/action/approvals/comment-facts.ts
function toCommentFacts(comment2, edits, pull, repository) {
  const { id, nodeId, author, appId: appId2, body, createdAt, updatedAt, url } = comment2;
  const edit2 = edits.find((each) => each.nodeId === nodeId);
  const [, path = "", number = "0"] = /\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(comment2.issueUrl) ?? [];
  const isHere = repository !== null && path.toLowerCase() === repository.toLowerCase();
  return {
    id,
    nodeId,
    user: author,
    viaApp: appId2 !== null,
    createdAt,
    updatedAt,
    lastEditedAt: edit2?.lastEditedAt ?? null,
    includesCreatedEdit: edit2?.includesCreatedEdit ?? true,
    editorId: edit2?.editorId ?? null,
    minimized: edit2?.minimized ?? false,
    body,
    url,
    pullRequest: Number(number),
    repositoryId: isHere ? pull.repositoryId : 0
  };
}

// src/action/approvals/label-facts.ts
function toLabelFacts(history, events) {
  const byNode = new Map(events.map((event) => [event.nodeId, event]));
  return {
    current: history.labels,
    events: history.labelEvents.map(({ nodeId, action, label: label2, labelId, actor, at }) => {
      const told2 = byNode.get(nodeId);
      return { action, label: told2?.label ?? label2, labelId, actor, viaApp: told2?.viaApp ?? true, at };
    })
  };
}

// src/action/approvals/contributors.ts
var TRAILER = /^[ \t]*co-authored-by:(.*)$/gim;
var NO_REPLY = /^(?:(\d{1,12})\+)?([a-z0-9][a-z0-9-]*(?:\[bot\])?)@users\.noreply\.[a-z0-9.-]+$/i;
var WEB_FLOW = "noreply@github.com";
function contributorsOf({ commits: commits2, complete: complete2 }, pull, people, told2 = /* @__PURE__ */ new Map()) {
  if (!complete2) return null;
  const known = new Map([...told2, ...accountsByAddress(commits2, [pull.author, ...people])]);
  return commits2.flatMap((commit) => [
    contributor(commit.author, commit.authorEmail ?? "", known),
    ...commit.committerEmail?.toLowerCase() === WEB_FLOW ? [] : [contributor(commit.committer, commit.committerEmail ?? "", known)],
    ...[...commit.message.matchAll(TRAILER)].map(
      ([, text = ""]) => contributor(null, /<([^<>]*)>\s*$/.exec(text)?.[1] ?? "", known)
    )
  ]);
}
var SHOWABLE = /^[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/i;
function contributor(account2, address2, known) {
  const userId = account2?.id ?? idOf(address2, known);
  const shown = address2.trim();
  return userId === null && SHOWABLE.test(shown) ? { userId, address: shown } : { userId };
}
async function readContributors(github, commits2, pull, people) {
  const known = contributorsOf(commits2, pull, people);
  if (known === null || known.every(({ userId }) => userId !== null)) return known;
  const told2 = await attempt(github.commitAuthors(pull.number));
  return told2.ok ? contributorsOf(commits2, pull, people, told2.value) : known;
}
function accountsByAddress(commits2, people) {
  const known = /* @__PURE__ */ new Map();
  const learn = (account2, address2) => {
    if (account2 === null) return;
    known.set(account2.login.toLowerCase(), account2.id);
    if (address2 !== null) known.set(address2.toLowerCase(), account2.id);
  };
  for (const person of people) learn(person, null);
  for (const { author, committer, authorEmail, committerEmail } of commits2) {
    learn(author, authorEmail);
    learn(committer, committerEmail);
  }
  return known;
}
function idOf(address2, known) {
  const [, id, login = ""] = NO_REPLY.exec(address2.trim()) ?? [];
  if (id !== void 0) return Number(id);
  return known.get(address2.trim().toLowerCase()) ?? known.get(login.toLowerCase()) ?? null;
}

// src/action/approvals/makers.ts
async function makersOf(github, pull, people, headSha) {
  const { commits: commitCount, number } = pull;
  const commits2 = await attempt(github.commits(number));
  if (!commits2.ok) return { contributors: null, commitCount, pushers: null };
  const contributors = await readContributors(github, commits2.value, pull, people);
  return { contributors, commitCount, pushers: await pushersOf(github, pull, commits2.value, headSha) };
}
async function pushersOf(github, pull, commits2, headSha) {
  const { headRef, headRepository, headRepositoryId, repositoryId } = pull;
  if (headRepository === null || !commits2.complete) return null;
  const fork = headRepositoryId === repositoryId ? null : headRepository;
  const pushes = await attempt(github.pushesTo(headRef, fork));
  if (!pushes.ok || !pushes.value.complete) return null;
  const own = new Set(commits2.commits.map(({ sha }) => sha));
  const of = pushes.value.pushes.filter(({ after }) => own.has(after));
  if (!of.some(({ after }) => after === headSha)) return null;
  return [...new Set(of.map(({ actorId }) => actorId))];
}

// src/action/approvals/other-gates.ts
async function hasOtherGates(comments2, own, headSha, github) {
  const isOther = ({ author, body }) => author?.type === "Bot" && body.startsWith(MARKER_START) && !body.startsWith(own.marker);
  if (comments2.some(isOther)) return true;
  const names = await attempt(github.gatesOf(headSha));
  return names.ok && names.value.some((name) => name !== own.checkName);
}

// src/github/http/address.ts
function address(parts, ...values) {
  return parts.reduce((url, part, index) => url + segment(values[index - 1] ?? "") + part);
}
var repositoryAddress = ({ owner, name }) => address`/repos/${owner}/${name}`;
var pathAddress = (path) => path.split("/").map(segment).join("/");
function segment(value) {
  const text = String(value);
  if (text === "" || text === "." || text === "..") {
    throw new GitHubError(`GitHub: "${text}" cannot be part of an address`, { kind: "invalid" }, null);
  }
  return encodeURIComponent(text);
}
function parseRepository(text) {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(text ?? "");
  return match?.[1] !== void 0 && match[2] !== void 0 ? { owner: match[1], name: match[2] } : null;
}

// src/github/http/refusal.ts
var MAX_DETAIL = 300;
function refusalError(call, error2, { timedOut, now, redact }) {
  const refused4 = refusalOf(error2);
  const failure = refused4 ? classify(call, refused4.status, refused4.headers, refused4.data, now) : error2 instanceof BodyTooLarge ? { kind: "invalid" } : { kind: "unavailable", mayHaveHappened: !isRead(call) };
  const said2 = refused4 ? messageOf(refused4.data) : timedOut ? "no answer in time" : textOf(error2);
  const detail = redact(said2).replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ").slice(0, MAX_DETAIL);
  const parts = [`GitHub: cannot ${call.what}`, reasonOf(failure, refused4?.status ?? null), detail];
  return new GitHubError(redact(parts.filter((part) => part !== "").join(": ")), failure, refused4?.status ?? null);
}
var textOf = (error2) => error2 instanceof Error ? error2.message : String(error2);
function reasonOf(failure, status) {
  const answered2 = status === null ? "" : ` (${status})`;
  switch (failure.kind) {
    case "not-found":
      return `not found, or the token cannot see it${answered2}`;
    case "forbidden":
      return failure.permission === null ? `not allowed${answered2}` : `the token lacks ${failure.permission}${answered2}`;
    case "unauthorised":
      return `the token is not valid${answered2}`;
    case "rate-limited":
      return failure.until === null ? `rate limit reached${answered2}` : `rate limit reached until ${failure.until}`;
    case "unavailable":
      return `GitHub is not available${answered2}`;
    case "invalid":
      return `refused${answered2}`;
    default:
      return failure;
  }
}
function refusalOf(error2) {
  if (!(error2 instanceof Error) || !("response" in error2)) return null;
  const response = error2.response;
  if (typeof response?.status !== "number") return null;
  return {
    status: response.status,
    headers: textHeaders({ ...response.headers }),
    data: response.data ?? null
  };
}
function messageOf(data) {
  const body = asObject(data);
  const errors = asArray(member(body, "errors")).map(
    (error2) => typeof error2 === "string" ? error2 : asString(member(asObject(error2), "message")) ?? JSON.stringify(error2)
  );
  return [asString(member(body, "message")) ?? "", ...errors].filter((part) => part !== "").join("; ");
}
function classify(call, status, headers, data, now) {
  if (status === 429 || status === 403 && isLimit(headers, data)) {
    const until = limitEnds(headers, now);
    return { kind: "rate-limited", until: until === null ? null : new Date(until).toISOString() };
  }
  if (status === 401) return { kind: "unauthorised" };
  if (status === 403) return { kind: "forbidden", permission: permissionOf(headers) ?? call.needs ?? null };
  if (status === 404 || status === 410) return { kind: "not-found" };
  if (status < 500 && status !== 408) return { kind: "invalid" };
  return { kind: "unavailable", mayHaveHappened: !isRead(call) };
}
function isLimit(headers, data) {
  const documentation = asString(member(asObject(data), "documentation_url")) ?? "";
  return headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /\brate-limits?\b/.test(documentation);
}
function limitEnds(headers, now) {
  const after = headers["retry-after"] ?? "";
  if (/^\d{1,9}$/.test(after)) return now + Number(after) * 1e3;
  const date = Date.parse(after);
  if (Number.isFinite(date)) return date;
  const reset = headers["x-ratelimit-reset"] ?? "";
  return headers["x-ratelimit-remaining"] === "0" && /^\d{1,11}$/.test(reset) ? Number(reset) * 1e3 : null;
}
function permissionOf(headers) {
  const accepted = headers["x-accepted-github-permissions"] ?? "";
  if (!/^[a-z_]+=[a-z_=,; ]{1,200}$/.test(accepted)) return null;
  return accepted.split(/\s*;\s*/).map((set) => set.replaceAll("_", "-").replaceAll("=", ": ").replaceAll(/,\s*/g, " and ")).join(" or ");
}

// src/github/http/retry.ts
var ATTEMPTS = 3;
var REQUEST_TIMEOUT = 6e4;
var UNSTATED_WAIT = 6e4;
var backOff = (attempt2) => 1e3 * attempt2 * attempt2;
function budgeted(clock, deadline, redact) {
  return async (call, exchange) => {
    for (let attempt2 = 1; ; attempt2++) {
      const result2 = await tryOnce(call, exchange, clock, deadline, redact);
      if (!(result2 instanceof GitHubError)) return result2;
      const wait = waitAfter(result2.failure, attempt2, call, clock.now());
      if (wait === null || attempt2 >= ATTEMPTS || clock.now() + wait >= deadline) throw result2;
      await clock.sleep(wait);
    }
  };
}
async function tryOnce(call, exchange, clock, deadline, redact) {
  const left = deadline - clock.now();
  if (left <= 0) {
    const spent = { kind: "unavailable", mayHaveHappened: false };
    return new GitHubError(`GitHub: cannot ${call.what}: the time for GitHub is used up`, spent, null);
  }
  const timeout = clock.timeout(Math.min(REQUEST_TIMEOUT, left));
  try {
    return checked(call, await exchange(timeout.signal));
  } catch (error2) {
    if (error2 instanceof GitHubError) return error2;
    return refusalError(call, error2, { timedOut: timeout.signal.aborted, now: clock.now(), redact });
  } finally {
    timeout.cancel();
  }
}
function waitAfter(failure, attempt2, call, now) {
  if (failure.kind === "rate-limited") {
    return failure.until === null ? UNSTATED_WAIT : Math.max(0, Date.parse(failure.until) - now);
  }
  return failure.kind === "unavailable" && isRead(call) ? backOff(attempt2) : null;
}
function checked(call, answer2) {
  const expected = call.expect ?? "json";
  if (answer2.status >= 300) {
    if (expected === "redirect") return answer2;
    throw unreadable(call, "it redirects to another place", answer2.status);
  }
  const mayBeEmpty = answer2.status > 200 && answer2.body.byteLength === 0;
  if (expected === "json" && !mayBeEmpty && parseJson(answer2.body) === void 0) {
    throw unreadable(call, "the answer cannot be read", answer2.status);
  }
  return answer2;
}
function unreadable(call, why, status = null) {
  const failure = { kind: "unavailable", mayHaveHappened: !isRead(call) };
  return new GitHubError(`GitHub: cannot ${call.what}: ${why}`, failure, status);
}
function parseJson(body) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return void 0;
  }
}

// src/core/ground/account.ts
var ACCOUNT_TYPES = ["User", "Bot", "Organization", "Mannequin", "other"];
var accountTypeOf = (text) => ACCOUNT_TYPES.find((type) => type === text) ?? "other";

// src/github/vocabulary.ts
var RUN_STATUSES = ["requested", "pending", "waiting", "queued", "in_progress", "completed", "other"];
var wordOf = (words, text) => words.find((word) => word === text) ?? "other";

// src/github/record.ts
var MissingMember = class extends GitHubError {
  constructor(name) {
    super(`GitHub: an answer lacks "${name}"`, { kind: "unavailable", mayHaveHappened: false }, null);
  }
};
function requiredText(object, name) {
  const value = asString(member(object, name));
  if (value === null) throw new MissingMember(name);
  return value;
}
function requiredInteger(object, name) {
  const value = asNumber(member(object, name));
  if (value === null) throw new MissingMember(name);
  return value;
}
var inner = (object, name) => asObject(member(object, name));
var textIn = (object, name) => asString(member(object, name));
var numberIn = (object, name) => asNumber(member(object, name));
function wordIn(object, name, words) {
  const text = textIn(object, name);
  return text === null ? null : wordOf(words, text);
}
var GHOST_ID = 10137;
function account(value) {
  const object = asObject(value);
  const id = numberIn(object, "id");
  const login = textIn(object, "login");
  if (id === null || login === null || id === GHOST_ID) return null;
  return { id, login, type: accountTypeOf(textIn(object, "type")) };
}

// src/github/reads/branches.ts
var MAX_PAGES = 10;
var NEEDS = "contents: read";
async function branchTip(client, branch2) {
  const route = `GET ${repositoryAddress(client.repository)}/git/ref/heads/${pathAddress(branch2)}`;
  const ref = asObject(await client.json({ what: `read the branch ${branch2}`, route, needs: NEEDS }));
  return requiredText(inner(ref, "object"), "sha");
}
async function branchRecord(client, branch2, since) {
  const tip = await branchTip(client, branch2);
  const isOlder = (last) => Date.parse(toUpdate(last).at) < Date.parse(since);
  const { items } = await activity(client, client.repository, branch2, isOlder);
  return { tip, updates: items.map(toUpdate) };
}
async function pushesTo(client, branch2, fork) {
  const repository = fork === null ? client.repository : parseRepository(fork);
  if (repository === null) throw new MissingMember("head.repo.full_name");
  const { items, complete: complete2 } = await activity(client, repository, branch2, () => false);
  const pushes = items.map((item) => ({
    after: requiredText(asObject(item), "after"),
    actorId: numberIn(inner(asObject(item), "actor"), "id")
  }));
  return { pushes, complete: complete2 };
}
async function activity(client, repository, branch2, isEnough) {
  const items = [];
  let cursor = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer2 = await client.send({
      what: `list the updates of ${branch2}`,
      route: `GET ${repositoryAddress(repository)}/activity`,
      parameters: { ref: `refs/heads/${branch2}`, per_page: 100, ...cursor === null ? {} : { after: cursor } },
      needs: NEEDS
    });
    items.push(...asArray(parseJson(answer2.body)));
    cursor = nextCursor(answer2.headers.link);
    const last = items.at(-1);
    if (cursor === null || last !== void 0 && isEnough(last)) return { items, complete: cursor === null };
  }
  return { items, complete: false };
}
var nextCursor = (link) => {
  const [, address2] = /<([^<>]*)>; *rel="next"/.exec(link ?? "") ?? [];
  return address2 === void 0 ? null : new URL(address2).searchParams.get("after");
};
function toUpdate(value) {
  const update3 = asObject(value);
  return {
    before: requiredText(update3, "before"),
    after: requiredText(update3, "after"),
    at: requiredText(update3, "timestamp")
  };
}
function commitAt({ tip, updates }, at) {
  let commit = tip;
  for (const { before, after, at: updated } of updates) {
    if (commit !== after) return null;
    if (Date.parse(updated) < Date.parse(at)) return commit;
    commit = /^0+$/.test(before) ? null : before;
  }
  return null;
}

// src/action/approvals/snapshots.ts
var MAX_BYTES = 8 * 1024 * 1024;
function approvalFindings(evaluation, ids) {
  const named2 = evaluation.findings.filter(({ identity }) => ids.has(identity.id));
  if (named2.length === 0) return [];
  const context = assessmentContextOf(evaluation);
  const isNever = neverExcepted(context);
  return named2.map((each) => {
    const assessed = assess(each, context);
    const { finding, id, tier, effectiveSeverity, kev, never } = candidateOf(assessed, isNever(assessed), true);
    return {
      identified: each,
      finding: {
        id,
        fingerprint: fingerprintIn(each.identity.id),
        severity: effectiveSeverity,
        kev,
        tier,
        never,
        blobSha: null,
        packageVersion: finding.package?.version ?? null
      },
      paths: knownPaths(finding)
    };
  });
}
function knownPaths(finding) {
  const paths = pathsOf(finding).filter((path) => path !== null);
  return paths.length === pathsOf(finding).length ? paths : null;
}
async function readSnapshots(comments2, findings, context) {
  const { github, headSha } = context;
  const blobs = /* @__PURE__ */ new Map();
  const blobAt = (sha, path) => {
    const key = `${sha} ${path}`;
    const asked = blobs.get(key) ?? readBlob(github, sha, path);
    blobs.set(key, asked);
    return asked;
  };
  const blobsAt2 = async (sha, paths) => {
    const found = [];
    for (const path of [...paths].sort()) {
      const blob = await blobAt(sha, path);
      if (blob === null) return null;
      found.push(blob);
    }
    return found.join(" ");
  };
  const carrying = [];
  const current = /* @__PURE__ */ new Map();
  for (const { sha, id, at } of earlierApprovals(comments2, headSha)) {
    const named2 = findings.find(({ finding }) => finding.id === id);
    if (named2 === void 0 || named2.paths === null || neverCarries(named2.finding)) continue;
    const [then, now] = [await blobsAt2(sha, named2.paths), await blobsAt2(headSha, named2.paths)];
    current.set(id, now);
    if (then !== null && now !== null) carrying.push({ sha, at, named: named2, then, isSame: then === now });
  }
  const snapshots = await snapshotsOf(carrying, context);
  return {
    findings: findings.map(({ finding }) => ({ ...finding, blobSha: current.get(finding.id) ?? null })),
    snapshotAt: (sha, finding, at) => snapshots.get(keyOf(sha, finding.id, at)) ?? null
  };
}
var keyOf = (sha, id, at) => `${sha} ${id} ${at}`;
async function snapshotsOf(carrying, context) {
  const snapshots = /* @__PURE__ */ new Map();
  const same = carrying.filter(({ isSame: isSame3 }) => isSame3);
  const judge = same.length === 0 ? null : await earlierPolicies(
    same.map(({ at }) => at),
    context
  );
  for (const { sha, at, named: named2, then, isSame: isSame3 } of carrying) {
    const { finding, identified } = named2;
    const key = keyOf(sha, finding.id, at);
    if (!isSame3) {
      if (finding.packageVersion === null) snapshots.set(key, { ...finding, blobSha: then });
      continue;
    }
    const policy = judge?.get(at) ?? null;
    if (policy === null) continue;
    const { effectiveSeverity, placement, facts } = assess(
      identified,
      assessmentContextOf({ ...context.evaluation, policy })
    );
    const judged = { severity: effectiveSeverity, tier: placement.tier, kev: facts.kev };
    snapshots.set(key, { ...finding, ...judged, blobSha: then });
  }
  return snapshots;
}
async function earlierPolicies(instants, { github, baseRef, policyAt: policyAt2 }) {
  const policies = /* @__PURE__ */ new Map();
  const [earliest = ""] = [...instants].sort((a, b) => Date.parse(a) - Date.parse(b));
  const record2 = await attempt(github.branchRecord(baseRef, earliest));
  const loaded = /* @__PURE__ */ new Map();
  for (const at of new Set(instants)) {
    const commit = record2.ok ? commitAt(record2.value, at) : null;
    const policy = commit === null ? null : loaded.get(commit) ?? policyAt2(commit);
    if (commit !== null && policy !== null) loaded.set(commit, policy);
    policies.set(at, await policy);
  }
  return policies;
}
var neverCarries = ({ tier, kev }) => tier === 0 || kev === true;
function earlierApprovals(comments2, headSha) {
  return comments2.flatMap(
    ({ body, createdAt: at }) => commandsIn(body).flatMap(
      ({ verb, sha, finding: id }) => verb !== "approve" || sha === null || sha === headSha ? [] : [{ sha, id, at }]
    )
  );
}
async function readBlob(github, sha, path) {
  const file = await attempt(github.fileAt({ path, ref: sha, maxBytes: MAX_BYTES }));
  return file.ok && file.value.kind === "file" ? file.value.blobSha : null;
}

// src/action/approvals/collect.ts
async function collectApprovals(github, evaluation, question2) {
  const policy = evaluation.policy.exceptions;
  const read = await attempt(readConversation(github, evaluation, question2));
  if (read.ok) return deriveApprovals(read.value, policy, question2.now);
  const none2 = deriveApprovals(unread2(question2), policy, question2.now);
  return { ...none2, notices: none2.notices.map((notice) => withCause(notice, read.error)) };
}
var withCause = (notice, { message }) => ({
  ...notice,
  message: `${notice.message}. ${message}`
});
async function readConversation(github, evaluation, { number, headSha, policyAt: policyAt2, checkName }) {
  const policy = evaluation.policy.exceptions;
  const comments2 = await github.comments(number);
  if (!comments2.some(isCommand)) return { ...unread2({ number, headSha }), comments: [] };
  const pull = await github.pullRequest(number);
  const history = await github.pullHistory(number);
  const edits = await github.commentFacts(comments2.map(({ nodeId }) => nodeId));
  const facts = comments2.map((comment2) => toCommentFacts(comment2, edits, pull, evaluation.change.repository));
  const labels = policy.requireLabel ? toLabelFacts(history, await github.labelEvents(number)) : null;
  const { deletedComments } = history;
  const people = peopleToAsk({ comments: facts, deletedComments, labels });
  const approvers = await askAuthority(github, people, policy.approvers);
  const { named: named2, meant } = namedFindings(comments2);
  const findings = approvalFindings(evaluation, /* @__PURE__ */ new Set([...named2, ...meant]));
  const head = headSha ?? pull.headSha;
  const makers = await makersOf(github, pull, people, head);
  const known = new Set(findings.map(({ finding }) => finding.id));
  const marker = commentMarker(checkName);
  const otherGates = [...named2].some((id) => !known.has(id)) && await hasOtherGates(comments2, { checkName, marker }, head, github);
  const { baseRef } = pull;
  const snapshots = await readSnapshots(comments2, findings, { github, evaluation, headSha: head, baseRef, policyAt: policyAt2 });
  const after = await attempt(github.pullRequest(number));
  return {
    comments: facts,
    deletedComments,
    pullRequest: {
      ...pullFacts(pull),
      headSha: head,
      headShaAfterReading: after.ok ? after.value.headSha : "",
      closedAt: history.closedAt,
      resetAt: history.resets.toSorted().at(-1) ?? null,
      ...makers
    },
    approvers,
    labels,
    otherGates,
    ...snapshots
  };
}
var isCommand = ({ body }) => isAddressed(body);
function namedFindings(comments2) {
  const lines2 = comments2.flatMap(({ body }) => readComment(body));
  return {
    named: new Set(lines2.flatMap((line2) => line2.kind === "command" ? [line2.finding] : [])),
    meant: new Set(lines2.flatMap((line2) => line2.kind === "malformed" ? line2.draft.finding ?? [] : []))
  };
}
function pullFacts({
  number,
  repositoryId,
  author,
  baseSha,
  state,
  merged
}) {
  return { number, repositoryId, author, baseSha, state: merged ? "merged" : state };
}
var unread2 = ({ number, headSha }) => ({
  comments: null,
  deletedComments: [],
  pullRequest: {
    number,
    repositoryId: 0,
    author: null,
    headSha: headSha ?? "",
    headShaAfterReading: "",
    baseSha: "",
    state: "open",
    closedAt: null,
    resetAt: null,
    contributors: null,
    commitCount: null,
    pushers: null
  },
  approvers: /* @__PURE__ */ new Map(),
  labels: null,
  otherGates: false,
  findings: [],
  snapshotAt: () => null
});

// src/core/history/ends.ts
function endOf({ policy, now }, decision) {
  const at = time(now);
  const ages = minAges(policy);
  const ends = [
    ...decision.outcomes.flatMap((outcome) => [
      ...grantsOf(outcome),
      ...dueOf(outcome, at),
      ...ages.flatMap((age) => agedAt(outcome, age))
    ]),
    ...rolloutsOf(decision, policy),
    ...freshnessOf(policy, at)
  ].filter((end) => end > at);
  const first = ends.reduce((least, end) => Math.min(least, end), Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? isoInstant(first) : null;
}
function grantsOf({ exception, finding }) {
  const last = exception === null ? null : toInstant(exception.expires, "ends");
  const until = finding.suppression?.until;
  return [...last === null ? [] : [time(last) + 1], ...until === void 0 ? [] : [time(until)]];
}
function dueOf({ sla }, at) {
  if (sla === null || sla.status === "breached") return [];
  const due = time(sla.due);
  const soon = due - DUE_SOON_AT_MOST;
  return sla.status === "within" && soon > at ? [soon] : [due];
}
function minAges({ rules, exceptions }) {
  const conditions = [
    ...rules.flatMap(({ when, unless }) => [when, unless]),
    ...exceptions.never.map(({ when }) => when)
  ];
  return conditions.flatMap((each) => each?.["min-age"] ?? []);
}
function agedAt({ firstDetected }, age) {
  const start = firstDetected === null ? Number.NaN : Date.parse(firstDetected);
  return Number.isNaN(start) ? [] : [start + age];
}
function rolloutsOf({ outcomes }, { rules }) {
  const isHeldBack = (id, layer) => outcomes.some(
    (outcome) => outcome.rules.some((rule) => rule.id === id && rule.layer === layer && rule.verdict !== rule.declared)
  );
  return rules.flatMap(
    ({ id, layer, enforceFrom }) => enforceFrom !== null && isHeldBack(id, layer) ? [time(enforceFrom)] : []
  );
}
var freshnessOf = ({ scans, feeds }, at) => [...scans, ...feeds.values()].flatMap(({ maxAge }) => maxAge === null ? [] : [at + maxAge]);

// src/action/basis.ts
var governingDigest = (files) => digest(
  files.filter(({ kind }) => kind === "policy" || kind === "exceptions").map(({ kind, name, sha256 }) => `${kind} ${sha256} ${name}`).sort().join("\n"),
  20
);
var MOST_KEPT = 100;
var digest = (text, digits) => sha256Of(Buffer.from(text)).slice(0, digits);
function scansOf(hashes) {
  const files = [...new Set(hashes)].sort().map(fileDigest);
  if (files.length === 0) return null;
  return { all: digest(files.join("\n"), 32), files: files.length > MOST_KEPT ? null : files };
}
var fileDigest = (sha256) => sha256.slice(0, 20);
function basisOf({
  decision,
  approvals,
  evaluation
}) {
  const excepted = (approvals?.findings ?? []).filter(({ status }) => status === "active").map(({ finding }) => finding);
  const active = (approvals?.records ?? []).filter(
    ({ match }) => match.kind === "finding" && excepted.includes(match.finding)
  );
  const ends = active.map(({ expires }) => expires).sort();
  return {
    scans: scansOf(decision.inputs.filter(({ kind }) => kind === "sarif").map(({ sha256 }) => sha256)),
    commands: commandsDigest(approvals?.commands ?? []),
    label: labelDigest(approvals),
    excepted: excepted.length > MOST_KEPT ? [] : excepted,
    until: ends[0] ?? null,
    rests: {
      // What blocks becomes no stricter.
      ends: decision.verdict === "block" ? null : endOf(evaluation, decision),
      governing: governingDigest(decision.inputs)
    }
  };
}
var isOutOfOrder = (code2) => OUT_OF_ORDER.some((each) => each === code2);
var commandsDigest = (commands) => digest(
  commands.map(
    ({ commentId, line: line2, bodySha256, code: code2 }) => `${commentId} ${bodySha256} ${isOutOfOrder(code2)}${line2 === null ? "" : ` ${line2}`}`
  ).sort().join("\n"),
  20
);
var labelDigest = (approvals) => approvals?.labelTrail == null ? null : digest(approvals.labelTrail, 20);
var basisMembers = ({ scans, commands, label: label2, excepted, until, rests }) => ({
  ...scans === null ? {} : { scans: scans.all, ...scans.files === null ? {} : { files: [...scans.files] } },
  commands,
  ...label2 === null ? {} : { label: label2 },
  excepted: [...excepted],
  until,
  ...rests === null ? {} : { ends: rests.ends, governing: rests.governing }
});
function basisFrom(record2) {
  const commands = asString(member(record2, "commands"));
  if (record2 === null || commands === null) return null;
  const all2 = asString(member(record2, "scans"));
  const texts2 = (name) => asArray(member(record2, name)).flatMap((each) => asString(each) ?? []);
  const files = member(record2, "files") === void 0 ? null : texts2("files");
  return {
    scans: all2 === null ? null : { all: all2, files },
    commands,
    label: asString(member(record2, "label")),
    excepted: texts2("excepted"),
    until: asString(member(record2, "until")),
    rests: restsIn(record2)
  };
}
function restsIn(record2) {
  const governing = asString(member(record2, "governing"));
  const ends = member(record2, "ends");
  if (governing === null || ends === void 0) return null;
  if (ends === null) return { ends: null, governing };
  const instant = asString(ends) ?? "";
  return isInstant(instant) ? { ends: instant, governing } : null;
}
function leavesFormer({ decision, approvals, policy }, former, conclusion) {
  const isGreen = conclusion === "success" || conclusion === "neutral";
  if (!isGreen || former === null || approvals === null || decision.verdict !== "block") return false;
  if (former.until === null) return false;
  const label2 = labelDigest(approvals);
  if (policy.exceptions.requireLabel && (label2 === null || label2 !== former.label)) return false;
  if (time(former.until) <= time(decision.evaluatedAt)) return false;
  if (former.commands !== commandsDigest(approvals.commands)) return false;
  if (former.rests?.governing !== governingDigest(decision.inputs)) return false;
  const unknown = unknownApprovals(approvals, time(decision.evaluatedAt));
  return !hasUnknownRefusal(approvals) && blockers(decision).every((id) => unknown.has(id) && former.excepted.includes(id));
}
function unknownApprovals({ commands }, now) {
  const unknown = commands.filter(({ code: code2, verb }) => code2 === UNKNOWN && isApproval(verb));
  const over = new Set(unknown.filter(({ until }) => until === null || time(until) < now).map(({ finding }) => finding));
  return new Set(unknown.flatMap(({ finding }) => over.has(finding) ? [] : finding ?? []));
}
var hasUnknownRefusal = ({ findings }) => findings.some(({ status }) => status === "rejected" || status === "revoked");
var UNKNOWN = "authority-unknown";
var isApproval = (verb) => verb === "approve" || verb === "break-glass";
function blockers({ outcomes, scans }) {
  const ids = outcomes.filter(({ verdict }) => verdict === "block").map(({ id }) => id);
  return scans.some(({ verdict }) => verdict === "block") ? [...ids, ""] : ids;
}

// src/action/run-context.ts
import { resolve as resolve2 } from "node:path";
var checkoutOf = ({ workspace, inputs }) => resolve2(workspace, inputs.sourceRoot ?? ".");

// src/action/request.ts
function trustedCommit({ policyFrom }, { baseSha }) {
  if (policyFrom === "checkout") return null;
  if (baseSha !== null) return baseSha;
  throw configurationError(
    "The base commit of the change is not known",
    "Run the gate on pull_request or merge_group events"
  );
}
var workflowPath = (reference) => /^[^/]+\/[^/]+\/([^@]+)@/.exec(reference ?? "")?.[1] ?? null;
function requestOfRun({ inputs, occasion, change, told: told2 }, runner) {
  const { workspace } = runner;
  const { sarif, policy, exceptions, baseline, kev, epss, vex } = inputs;
  const asked = {
    sarif,
    policy,
    exceptions,
    baseline: baseline === "auto" ? [] : baseline,
    kev,
    epss,
    vex,
    cwd: workspace,
    workspace,
    sourceRoot: checkoutOf({ workspace, inputs }),
    defaultTier: inputs.tier,
    now: runner.now,
    event: occasion.policyEvent,
    branch: change.baseRef,
    repository: change.repository || null,
    headSha: change.headSha,
    baseSha: change.baseSha,
    mergeSha: change.mergeSha ?? runner.runSha,
    pullRequest: change.pullRequest,
    runId: runner.runId,
    policyFrom: occasion.policyFrom === "checkout" ? "checkout" : "base",
    workflow: runner.workflow,
    expectsClone: true,
    bootstrap: BOOTSTRAP_PRESET,
    told: told2
  };
  return requestWith(asked);
}

// src/action/facts/trust.ts
var LARGEST_FILE = 4 * 1024 * 1024;
function trustedPolicyPort({ workspace, baseSha, github }) {
  const local = localPolicyPort({ cwd: workspace, sourceRoot: null, layerSources: /* @__PURE__ */ new Map() });
  const layer = async ({ owner, repository, path, commit }) => {
    if (github === null) throw new Error("it lies in another repository, and there is no token to read it with");
    const name = { owner, name: repository };
    const file = await github.fileAt({ repository: name, path, ref: commit, maxBytes: LARGEST_FILE });
    if (file.kind !== "file")
      throw new Error(file.kind === "absent" ? "it does not exist at that commit" : "it is not a file");
    return file.bytes;
  };
  if (baseSha === null) return { ...local, layer };
  const read = (path) => readAtBase(path, { workspace, baseSha, github });
  return { layer, read, readInRepository: read };
}
async function readAtBase(path, context) {
  const place = wholeFile(path);
  const { file, reason: reason2 } = await fileAtBase(path, context);
  if (file === null) {
    throw configurationError(
      `cannot be read at the base commit ${context.baseSha}: ${reason2}`,
      "Give the job `contents: read`, or check out with fetch-depth: 0",
      place
    );
  }
  if (file.kind === "not-a-file")
    throw configurationError(`is no regular file at the base commit ${context.baseSha}`, "Make it one", place);
  return file.kind === "absent" ? null : file.bytes;
}
async function fileAtBase(path, { workspace, baseSha, github }) {
  const asked = github === null ? null : await attempt(github.fileAt({ path, ref: baseSha, maxBytes: LARGEST_FILE }));
  if (asked?.ok) return { file: asked.value, reason: null };
  const local = await fileAt(workspace, baseSha, path);
  if (local.value !== null) return { file: local.value, reason: null };
  return { file: null, reason: `${asked === null ? "there is no token" : asked.error.message}; ${local.reason}` };
}

// src/action/facts/policy-at.ts
var policyReader = (run) => async (commit) => {
  try {
    return await policyAt(commit, run);
  } catch (error2) {
    if (error2 instanceof ConfigurationError) return null;
    throw error2;
  }
};
var policyOfRun = (run) => policyAt(trustedCommit(run.occasion, run.change), run);
async function policyAt(commit, run) {
  const { inputs, github } = run;
  const workspace = checkoutOf(run);
  const port = trustedPolicyPort({ workspace, baseSha: commit, github });
  const asked = { policy: inputs.policy, cwd: workspace, sourceRoot: null, bootstrap: BOOTSTRAP_PRESET };
  return (await readPolicy(asked, port)).policy;
}
function governingReader(run, github) {
  const known = /* @__PURE__ */ new Map();
  return (branch2) => {
    const asked = known.get(branch2) ?? governingOf(run, github, branch2);
    known.set(branch2, asked);
    return asked;
  };
}
async function governingOf(run, github, branch2) {
  const { inputs, workspace } = run;
  const tip = await attempt(github.branchTip(branch2));
  if (!tip.ok) return null;
  const port = trustedPolicyPort({ workspace: checkoutOf(run), baseSha: tip.value, github });
  const asked = { policy: inputs.policy, cwd: workspace, sourceRoot: inputs.sourceRoot, bootstrap: BOOTSTRAP_PRESET };
  try {
    const { policy } = await readPolicy(asked, port);
    const exceptions = await readExceptions(inputs.exceptions, policy.exceptions.file, port);
    const layers = policy.layers.map((layer) => ({ kind: "policy", ...layer }));
    return governingDigest([...layers, ...exceptions === null ? [] : [exceptions.file]]);
  } catch (error2) {
    if (error2 instanceof ConfigurationError) return null;
    throw error2;
  }
}

// src/core/change/head-lines.ts
function onHead(path, startLine, endLine, head) {
  if (head === void 0) return { path, startLine, endLine, isExact: true };
  if (head.path === null || head.edits === null) {
    return { path: head.path ?? path, startLine: 1, endLine: 1, isExact: false };
  }
  const [first, last] = [toBaseLine(head.edits, startLine), toBaseLine(head.edits, endLine)];
  const start = first ?? nearest2(head.edits, startLine);
  return { path: head.path, startLine: start, endLine: Math.max(start, last ?? start), isExact: first !== null };
}
var nearest2 = (edits, line2) => Math.max(1, edits.find(({ headStart, added }) => line2 >= headStart && line2 < headStart + added)?.baseStart ?? 1);

// src/core/reports/annotations.ts
var ANNOTATION_MODES = ["all", "block", "none"];
var STATE_ORDER = {
  introduced: 0,
  unknown: 1,
  "newly-disclosed": 2,
  existing: 3,
  fixed: 4
};
var NO_COLUMNS = { startColumn: null, endColumn: null };
var plain = (text) => visibleLine(maskSecrets(text));
function columns(outcome, startLine, endLine) {
  const { startColumn = null, endColumn = null } = outcome.finding.location ?? {};
  if (startLine !== endLine || startColumn === null || startColumn < 1) return NO_COLUMNS;
  return { startColumn, endColumn: endColumn === null ? startColumn : Math.max(startColumn, endColumn - 1) };
}
function annotation(outcome, now, files, source) {
  const { finding } = outcome;
  if (finding.location === null) return [];
  const startLine = Math.max(1, finding.location.startLine ?? 1);
  const endLine = Math.max(startLine, finding.location.endLine ?? startLine);
  const { path } = finding.location;
  const at = onHead(path, startLine, endLine, files.get(path));
  const advice = adviceFor(finding, source);
  const detail = detailOf(finding);
  const others = listedPlaces(finding);
  const remark = placeRemark(finding);
  const rules = outcome.rules.filter((rule) => rule.verdict === outcome.verdict).map((rule) => rule.id);
  const message = [
    detail === null ? "" : visibleLine(detail),
    advice === null ? "" : `Fix: ${plain(advice)}`,
    at.isExact ? "" : `Place: ${plain(path)}:${startLine} of the merge that was scanned; the head has no such line`,
    `Why: ${plain([...factWords(outcome, now), rules.length === 0 ? "" : `rule ${rules.join(", ")}`].filter(Boolean).join("; "))}`,
    others === null ? "" : `Also at: ${plain(others)}`,
    remark === null ? "" : `Place: ${plain(remark)}`,
    `Found by: ${plain(
      reportersOf(finding).map(({ tool, ruleId }) => `${tool} (${ruleId})`).join(", ")
    )}`
  ];
  const details = [
    `finding: ${outcome.id}`,
    `tool: ${finding.tool}`,
    `tier: ${outcome.tier}`,
    `asset: ${outcome.asset ?? "none"}`,
    `owners: ${outcome.owners.join(", ") || "none"}`
  ];
  return [
    {
      path: at.path,
      startLine: at.startLine,
      endLine: at.endLine,
      ...at.isExact ? columns(outcome, at.startLine, at.endLine) : NO_COLUMNS,
      level: outcome.verdict === "block" ? "failure" : "warning",
      title: clip(plain(`${SEVERITY_WORDS[finding.severity]}: ${titleOf(finding)}`), ANNOTATION_TITLE_CHARACTERS),
      message: clipBytes(message.filter((line2) => line2 !== "").join("\n"), ANNOTATION_TEXT_BYTES),
      rawDetails: clipBytes(details.map(plain).join("\n"), ANNOTATION_TEXT_BYTES)
    }
  ];
}
function renderAnnotations(decision, mode, source = null, files = /* @__PURE__ */ new Map()) {
  if (mode === "none") return { worst: [], total: 0 };
  const verdicts = mode === "block" ? ["block"] : ["block", "warn"];
  const worst = [];
  let total = 0;
  for (const verdict of verdicts) {
    const outcomes = decision.outcomes.filter((outcome) => outcome.verdict === verdict && outcome.finding.location !== null).sort((a, b) => STATE_ORDER[a.state] - STATE_ORDER[b.state]);
    const most = Math.max(ANNOTATIONS_PER_RUN - total, LOG_ANNOTATIONS_PER_TYPE);
    worst.push(...outcomes.slice(0, most).flatMap((outcome) => annotation(outcome, decision.evaluatedAt, files, source)));
    total += outcomes.length;
  }
  return { worst, total };
}
function checkAnnotations({ worst, total }) {
  const shown = worst.slice(0, ANNOTATIONS_PER_RUN);
  return { shown, rest: total - shown.length };
}
function logAnnotations({ worst, total }) {
  const shown = ["failure", "warning"].flatMap(
    (level) => worst.filter((candidate) => candidate.level === level).slice(0, LOG_ANNOTATIONS_PER_TYPE)
  );
  return {
    shown: shown.map((candidate) => ({ ...candidate, message: clip(candidate.message, LOG_MESSAGE_CHARACTERS) })),
    rest: total - shown.length
  };
}

// src/core/reports/terminal/remedy-lines.ts
var MOST_REMEDIES = 20;
var remedyLines = (traces) => traces.map(
  ({ outcome: { id, verdict, reason: reason2, finding }, remedies }) => jsonText({
    id,
    verdict,
    reason: reason2,
    finding: { ruleId: finding.ruleId, location: placeOf(finding), package: packageOf(finding) },
    trace: { remedies: remedies.map(({ text, ...rest }) => ({ ...rest, text: maskSecrets(text) })) }
  })
);
var placeOf = ({ location }) => location === null ? null : { path: location.path, startLine: location.startLine };
var packageOf = ({ package: pack }) => pack === null ? null : { name: pack.name, version: pack.version, fixedVersion: pack.fixedVersion };

// src/action/answer/log.ts
var say = (runner, text) => runner.print(logText(text));
function logRemedies(runner, { decision, evaluation, scanned }) {
  const blocking = decision.outcomes.filter(({ verdict }) => verdict === "block");
  const { shown, rest } = selectWorst(blocking, MOST_REMEDIES);
  const lines2 = remedyLines(shown.map((outcome) => traceOf(evaluation, decision, outcome, scanned.readSource)));
  if (lines2.length === 0) return;
  say(runner, [rest === 0 ? REMEDIES : `${REMEDIES} (${rest} more in decision.json)`, ...lines2].join("\n"));
}
var REMEDIES = "What would pass, for programs, as JSON of one line a finding";
var warn = (runner, text) => runner.annotate("warning", logText(text), {});
var complain = (runner, text) => runner.annotate("error", logText(text), {});
var runnerBeside = (runner, name) => ({
  ...runner,
  print: (text) => runner.print(`${name}: ${text}`),
  annotate: (_level, text) => runner.print(logText(`${name}: ${text}`)),
  setOutput: () => void 0,
  writeSummary: () => Promise.resolve()
});
function logFindings(runner, annotations) {
  const { shown, rest } = logAnnotations(annotations);
  for (const { path, startLine, endLine, startColumn, endColumn, level, title, message } of shown) {
    const place = { file: path, startLine, endLine, title };
    const whole = startColumn === null || endColumn === null ? place : { ...place, startColumn, endColumn };
    runner.annotate(level === "failure" ? "error" : "warning", message, whole);
  }
  if (rest > 0) say(runner, `${rest} more findings are in the job summary; the log shows the worst`);
}
function logProblems(runner, problems2) {
  for (const { level, message } of problems2) {
    if (level === "warning") warn(runner, message);
    else say(runner, message);
  }
}
function logFailure(runner, error2) {
  if (error2 instanceof ConfigurationError) {
    for (const problem2 of error2.problems) {
      const { place } = problem2;
      const at = place === null ? {} : { file: place.path, startLine: place.line ?? 1, startColumn: place.column ?? 1 };
      runner.annotate("error", formatProblem(problem2), { title: "Policy Gate could not decide", ...at });
    }
  } else {
    runner.annotate("error", logText(error2 instanceof Error ? error2.stack ?? error2.message : String(error2)), {
      title: "Policy Gate: internal error"
    });
  }
}

// src/action/answer/runner-files.ts
import { statSync } from "node:fs";
var addToSummary = (runner, text) => writeSummary(runner, text, false);
var replaceSummary = (runner, text) => writeSummary(runner, text, true);
async function writeSummary(runner, text, overwrite) {
  await orTell(runner, "The job summary could not be written", async () => {
    const file = runner.env.GITHUB_STEP_SUMMARY ?? "";
    const there = overwrite ? 0 : statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (there + Buffer.byteLength(text) > SUMMARY_BYTES) throw new Error("it would be larger than 1 MiB");
    await runner.writeSummary(text, { overwrite });
  });
}
async function orTell(runner, what, write) {
  try {
    await write();
  } catch (error2) {
    const why = error2 instanceof Error ? error2.message : String(error2);
    warn(runner, `${what}: ${why}. The verdict stands; it is in the log`);
  }
}

// src/action/answer/after-merge.ts
var MOST_COMMITS = 50;
async function afterMerge(result2, run) {
  const { github, occasion, change } = run;
  if (github === null || change.headRef === null || !occasion.afterwards.includes("after-merge")) return [];
  const problems2 = [];
  const numbers = await attempt(mergedPulls(change, github));
  if (!numbers.ok) return [problem("The merged pull requests could not be read", numbers.error)];
  for (const number of numbers.value) {
    const kept = await attempt(keepRecords(number, result2, run, { github, branch: change.headRef }));
    if (!kept.ok) problems2.push(problem(`The exceptions of #${number} could not be offered`, kept.error));
  }
  return problems2;
}
async function mergedPulls(change, github) {
  const commits2 = [...new Set([...change.pushed, change.headSha].filter((sha) => sha !== null))].slice(-MOST_COMMITS);
  const numbers = [];
  for (const commit of commits2) numbers.push(...await github.pullRequestsOfCommit(commit));
  return [...new Set(numbers)].sort((a, b) => a - b);
}
async function keepRecords(number, { evaluation, decision: { outcomes } }, run, { github, branch: branch2 }) {
  const pull = await github.pullRequest(number);
  if (pull.mergedAt === null || pull.baseRef !== branch2) return;
  const policyAt2 = policyReader(run);
  const asked = { number, headSha: null, now: pull.mergedAt, policyAt: policyAt2, checkName: run.inputs.checkName };
  const approvals = await collectApprovals(github, evaluation, asked);
  const { now } = evaluation;
  const { file } = evaluation.policy.exceptions;
  const yaml = recordsToYaml(approvals.records, now);
  if (yaml === "") return;
  say(run.runner, `Exceptions that were approved in #${number}, for the exceptions file:
${yaml}`);
  await addToSummary(run.runner, renderMergedRecords(number, yaml, file, lasting(approvals.records, now), outcomes));
  const content = file === null ? null : await newContent(file, approvals.records, now, branch2, github);
  if (file === null || content === null) return;
  const proposed = await github.proposeFile({
    branch: `policy-gate/exceptions-${number}`,
    base: branch2,
    path: file,
    content: content.text,
    message: `Keep the exceptions that were approved in #${number}`,
    title: `Keep the exceptions that were approved in #${number}`,
    body: renderKeptRecords(number, content.added, outcomes)
  });
  say(run.runner, `The exceptions of #${number} are offered in ${proposed.url}`);
}
async function newContent(path, records, now, branch2, github) {
  const file = await github.fileAt({ path, ref: branch2, maxBytes: MAX_EXCEPTIONS_BYTES });
  if (file.kind === "absent") return { text: newExceptionsFile(records, now), added: lasting(records, now) };
  if (file.kind === "not-a-file") return null;
  const merged = mergeRecords(path, Buffer.from(file.bytes).toString("utf8"), records, now);
  if (merged === null || merged.added.length === 0) return null;
  return { text: merged.text, added: records.filter(({ id }) => merged.added.includes(id)) };
}
function problem(what, error2) {
  const level = isFailure(error2, "forbidden") ? "info" : "warning";
  return { level, message: `${what}: ${error2.message}. They are in the job summary` };
}

// src/action/answer/again.ts
import { join as join6 } from "node:path";

// src/core/change/occasion/occasion.ts
var OF_PULL = {
  kind: "judged",
  subject: "pull-request",
  policyFrom: "base",
  policyEvent: JUDGED_EVENTS.request,
  baseline: "base-branch",
  approvals: true,
  hasCheck: true,
  yields: false
};
var OF_QUEUE = {
  kind: "judged",
  subject: "queue",
  policyFrom: "base",
  policyEvent: JUDGED_EVENTS.queue,
  baseline: "base-branch",
  approvals: true,
  hasCheck: true,
  yields: false
};
var OF_BRANCH = {
  kind: "judged",
  subject: "branch",
  policyFrom: "checkout",
  baseline: "none",
  approvals: false,
  yields: true
};
var HERE = { scans: "workspace", sources: "checkout" };
var occasionOf = (happening) => OF_KIND[EVENTS[happening.event]](happening);
var OF_KIND = {
  request: ofPull,
  queue: () => ({ ...OF_QUEUE, ...HERE, ...ownRun(OF_QUEUE.subject), afterwards: [] }),
  push: (happening) => ofBranch("push", happening),
  schedule: (happening) => ofBranch("schedule", happening),
  manual: (happening) => ofBranch("manual", happening),
  run: ofEndedRun,
  comment: ofComment
};
var ownRun = (answer2) => ({ runSha: "judged", mark: { answer: answer2, run: "this" }, proposal: true });
function ofPull({ event, isPullEvent, pull, isLabel }) {
  if (pull === "merged") return { kind: "nothing", why: "The pull request is merged: nothing to do" };
  if (pull === "untold") return isPullEvent ? UNTOLD_PULL : UNKNOWN_EVENT;
  const target = { runSha: "elsewhere", proposal: false };
  const own = { ...OF_PULL, ...HERE, ...ownRun(OF_PULL.subject), afterwards: [] };
  const here = event === "pull_request_target" ? { ...own, ...target } : own;
  if (!isLabel || event !== "pull_request" && event !== "pull_request_target") return here;
  return { ...here, scans: "kept", mark: { answer: OF_PULL.subject, run: "named-or-this" }, proposal: false };
}
var UNTOLD_PULL = {
  kind: "refused",
  problem: "The event does not say which pull request it is about",
  hint: "Run the gate on pull_request or merge_group events"
};
var UNKNOWN_EVENT = {
  kind: "refused",
  problem: "The gate does not know what to judge on this event",
  hint: `Run it on ${ADVISED.slice(0, -1).join(", ")} or ${ADVISED.at(-1)}`
};
function ofBranch(kind, { ref }) {
  if (ref === "deleted") return { kind: "nothing", why: "The branch or tag is deleted: nothing to do" };
  if (ref === "queue") return OF_QUEUE_ITSELF;
  const isDefault = ref === "default-branch" || kind === "schedule";
  const baseline = isDefault ? "run-before" : "none";
  return {
    ...OF_BRANCH,
    ...HERE,
    policyEvent: JUDGED_EVENTS[kind],
    baseline,
    hasCheck: isDefault,
    runSha: "judged",
    mark: BRANCH_MARK,
    afterwards: isDefault ? AFTER_BRANCH[kind] : [],
    proposal: false
  };
}
var AFTER_BRANCH = {
  push: ["after-merge"],
  schedule: ["reminders", "again"],
  manual: []
};
var OF_QUEUE_ITSELF = {
  kind: "nothing",
  why: "The branch of a merge queue is judged on `merge_group`, which the workflow has to run on: nothing to do"
};
var BRANCH_MARK = { answer: "branch", run: "none" };
function ofComment({ pull, comment: comment2 }) {
  if (pull === "untold" || comment2 !== "command")
    return { kind: "nothing", why: "There is no command in this comment: nothing to do" };
  return {
    ...OF_PULL,
    scans: "kept",
    sources: "commit",
    runSha: "elsewhere",
    mark: { answer: OF_PULL.subject, run: "named" },
    afterwards: ["rerun"],
    proposal: false
  };
}
var AGAIN = {
  ...OF_PULL,
  scans: "kept-alone",
  sources: "commit",
  runSha: "elsewhere",
  mark: { answer: OF_PULL.subject, run: "named" },
  afterwards: ["rerun"],
  proposal: false
};
var answersInName = ({ scans }) => scans === "kept" || scans === "kept-alone";
function ofEndedRun({ source }) {
  if (source === null) return UNTOLD_RUN;
  const { event, isAboutPull, isOnDefault, conclusion } = source;
  if (!isWhole(conclusion))
    return {
      kind: "nothing",
      why: conclusion === null ? "The run that this one follows has not ended: nothing to do" : `The run that this one follows has not come to its end (${conclusion}): what it has kept is not believed`
    };
  const elsewhere = { sources: "commit", runSha: "elsewhere", afterwards: [], proposal: false };
  if (event === "merge_group")
    return { ...OF_QUEUE, ...elsewhere, scans: "workspace", mark: { answer: "queue", run: "followed" } };
  const { subject: answer2 } = OF_PULL;
  if (isAboutPull && isPullRequestEvent(event))
    return { ...OF_PULL, ...elsewhere, scans: "kept-by-run", mark: { answer: answer2, run: "followed" } };
  if (isAboutPull) return { ...OF_PULL, ...elsewhere, scans: "workspace", mark: { answer: answer2, run: "none" } };
  const ofBranch2 = { ...OF_BRANCH, ...elsewhere, ...HERE, hasCheck: isOnDefault };
  return { ...ofBranch2, policyEvent: JUDGED_EVENTS.run, mark: BRANCH_MARK };
}
var UNTOLD_RUN = {
  kind: "refused",
  problem: "The event does not say which run has ended",
  hint: "Run the gate on `workflow_run` of type `completed`"
};

// src/core/reports/markdown/failure.ts
function renderFailure(problems2) {
  const rest = problems2.length - FAILURE_PROBLEMS;
  const text = join([
    heading(3, md`\u26d4 Policy Gate could not decide`),
    md`This is not a pass. Correct what follows, and run it again.`,
    bullets(problems2.slice(0, FAILURE_PROBLEMS).map((problem2) => prose(problem2))),
    rest > 0 ? md`${rest} more are in the log.` : NOTHING
  ]);
  return clipBytes(`${text}
`, CHECK_TEXT_BYTES);
}

// src/action/facts/resolve-change.ts
var NOBODYS = {
  kind: "nothing",
  why: "No open pull request has the commit of that run as its head: there is nothing to judge"
};
var MERGED = { kind: "nothing", why: "The pull request is merged: nothing to do" };
var CLOSED = { kind: "nothing", why: "The pull request is closed: nothing to do" };
async function resolveChange({ subject }, change, github) {
  if (subject === "branch") return { kind: "change", change };
  const found = subject === "queue" ? change : await ofPull2(change, github);
  if ("kind" in found) return found;
  const isBased = subject === "queue" && found.baseSha !== null;
  if (github === null || isBased) return { kind: "change", change: found };
  const based = await atTip(found, github);
  const isMerged = change.baseSha !== null && based.baseSha !== change.baseSha && await isMergedBy(based, github);
  return isMerged ? MERGED : { kind: "change", change: based };
}
async function isMergedBy({ pullRequest: pullRequest3 }, github) {
  const read = pullRequest3 === null ? null : await attempt(github.pullRequest(pullRequest3));
  return read?.ok === true && read.value.merged;
}
async function ofPull2(change, github) {
  const follows = change.sourceRun !== null;
  if (follows && (github === null || change.headSha === null)) return change.pullRequest === null ? NOBODYS : change;
  if (github === null) return change;
  if (follows) return openPull(change, await pullOfRun(change, github), NOBODYS);
  if (change.headSha === null) return openPull(change, await pullOfComment(change, github), CLOSED);
  return change;
}
function openPull(change, pull, otherwise) {
  if (pull === null) return otherwise;
  if (pull.state === "closed") return CLOSED;
  const { number, baseSha, headSha, baseRef, headRef, mergeSha } = pull;
  return { ...change, pullRequest: number, baseSha, headSha, baseRef, headRef, mergeSha };
}
var pullOfComment = ({ pullRequest: pullRequest3 }, github) => pullRequest3 === null ? Promise.resolve(null) : github.pullRequest(pullRequest3);
async function pullOfRun({ pullRequest: pullRequest3, headRef, headSha, sourceRun }, github) {
  if (pullRequest3 !== null) {
    const pull = await github.pullRequest(pullRequest3);
    return pull.headSha === headSha ? pull : null;
  }
  const owner = sourceRun?.headOwner ?? null;
  if (owner === null || headRef === null || headSha === null) return null;
  const found = await github.pullRequestsOfHead(owner, headRef, headSha, "open");
  return found.length === 1 ? found[0] ?? null : null;
}
async function atTip(change, github) {
  if (change.baseRef === null) return change;
  const tip = await attempt(github.branchTip(change.baseRef));
  if (tip.ok) return { ...change, baseSha: tip.value };
  if (isFailure(tip.error, "forbidden") || isFailure(tip.error, "not-found")) return change;
  throw tip.error;
}

// src/action/runner.ts
var nowOf = ({ clock }) => isoInstant(clock.now());

// src/action/scan-record.ts
var recordFrom = ({
  scannedSha,
  isCertain,
  site
}) => scannedSha === null ? null : { sha: scannedSha, isCertain, site };
var START = "<!-- policy-gate-scan ";
var END = " -->\n";
var MOST_BYTES = 12e3;
var MOST_ITEMS = 200;
function writtenRecord(record2, basis = null) {
  if (record2 === null && basis === null) return "";
  const { isCertain, site } = record2 ?? { isCertain: false, site: null };
  const common = { certain: isCertain, ...basis === null ? {} : basisMembers(basis) };
  for (let count = MOST_ITEMS; count >= 1; count = Math.floor(count / 2)) {
    const cut = site === null ? null : cutSite(site, count);
    const line2 = `${START}${escaped(JSON.stringify({ ...common, ...cut }))}${END}`;
    if (Buffer.byteLength(line2) <= MOST_BYTES) return line2;
  }
  return `${START}${escaped(JSON.stringify(common))}${END}`;
}
var cutSite = ({ roots, subfolder, siblings, outside, edited }, count) => ({
  roots,
  subfolder,
  siblings: siblings.slice(0, count),
  outside: outside.slice(0, count),
  // One that is left out would pass for one that has the text of the commit.
  edited: edited === null || edited.length > count ? null : edited
});
var escaped = (json) => json.replace(/[<>@`&-]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
function recordIn(check) {
  const scannedSha = check?.scannedSha ?? null;
  if (scannedSha === null) return null;
  const parsed = lineIn(check);
  if (parsed === null) return { sha: scannedSha, isCertain: false, site: null };
  return { sha: scannedSha, isCertain: member(parsed, "certain") === true, site: siteIn(parsed) };
}
var basisIn = (check) => basisFrom(lineIn(check));
function lineIn(check) {
  const text = check?.text ?? null;
  const line2 = text?.startsWith(START) ? text.slice(START.length).split(END, 1)[0] : void 0;
  return line2 === void 0 ? null : parsedObject(line2);
}
function parsedObject(json) {
  try {
    return asObject(JSON.parse(json));
  } catch (error2) {
    if (error2 instanceof SyntaxError) return null;
    throw error2;
  }
}
function siteIn(record2) {
  if (member(record2, "siblings") === void 0) return null;
  const roots = texts(record2, "roots").filter((root) => /^(?:\/|[A-Za-z]:)/.test(root));
  const site = { roots, subfolder: asString(member(record2, "subfolder")) };
  const edited = Array.isArray(member(record2, "edited")) ? texts(record2, "edited") : null;
  return { ...site, siblings: texts(record2, "siblings"), outside: texts(record2, "outside"), edited };
}
var texts = (record2, key) => asArray(member(record2, key)).flatMap((each) => asString(each) ?? []);

// src/core/reports/markdown/check.ts
var CONCLUSIONS2 = { pass: "success", warn: "neutral", block: "failure" };
var IN_SUMMARY = "in the job summary";
function renderCheck(decision, context, taken = 0) {
  const summary2 = fitLargest(
    100,
    CHECK_TEXT_BYTES,
    (limit) => join([
      verdictHeading(decision),
      changePart(decision),
      countTable(decision),
      titled(md`Scans`, scanTable(decision, limit)),
      gapList(decision, Math.min(limit, 20)),
      titled(md`Notices`, noticeList(decision, Math.min(limit, 50)))
    ]),
    utf8Bytes
  );
  const text = fitLargest(
    CHECK_ITEMS.full + CHECK_ITEMS.rows,
    CHECK_TEXT_BYTES - taken,
    (budget) => {
      const items = within(budget, CHECK_ITEMS);
      const others = Math.min(budget, 50);
      return join([
        blockersPart(decision, context, items, IN_SUMMARY),
        warnings(decision, context, rowsForWarnings(decision, items), IN_SUMMARY),
        heldBackPart(decision, context, items, IN_SUMMARY),
        titled(md`Exceptions`, exceptionList(decision, others)),
        fixedPart(decision, others)
      ]);
    },
    utf8Bytes
  );
  return {
    conclusion: CONCLUSIONS2[decision.verdict],
    title: clip(headline(decision), CHECK_TITLE_CHARACTERS),
    summary: summary2,
    text
  };
}

// src/core/reports/markdown/dispute.ts
var DISPUTE_TITLE = "Two gates have this name";
function renderDispute(named2) {
  return `${join([dispute(named2), md`The findings of each are in the job summary of its run.`])}
`;
}
var dispute = ({ checkName, workflows }) => join([
  heading(3, md`\u26d4 Two gates are named ${code(checkName)}`),
  md`Both have answered for this commit, so this is no pass, whatever they found.`,
  workflows.length === 0 ? NOTHING : md`Workflows: ${join(
    workflows.map((path) => code(path)),
    ", "
  )}.`,
  bullets([
    md`Two steps, jobs or workflows: give each a ${code("check-name")} of its own, and its commands the same.`,
    md`A matrix: let the legs upload their SARIF, and one job decide on all of it.`,
    md`Then push: the check of this commit stays as it is.`
  ])
]);
function withDispute(comment2, named2) {
  const notice = `${dispute(named2)}

---

`;
  if (comment2.includes(notice)) return comment2;
  const [marker = "", ...rest] = comment2.split("\n");
  const room = COMMENT_CHARACTERS - utf8Bytes(`${marker}
${notice}`);
  return `${marker}
${notice}${clipBytes(rest.join("\n"), room)}`;
}

// src/action/answer/publish.ts
async function announce(github, place) {
  const report = {
    ...place,
    conclusion: "failure",
    title: "Deciding",
    summary: "The scans are being read. As long as this stands here, nothing has passed.",
    text: null,
    annotations: []
  };
  await attempt(github.startCheck(report));
}
async function publish(decision, context) {
  const { place, change } = context;
  const { pullRequest: pullRequest3 } = change;
  const annotations = checkAnnotations(context.annotations);
  const check = place === null ? null : await attempt(sendCheck(decision, place, annotations.shown, context));
  const stands = check?.ok ? check.value.stands : null;
  const isSilent = pullRequest3 === null || stands === "former";
  const isDisputed = stands === "none";
  const comment2 = isSilent ? null : await attempt(sendComment(decision, pullRequest3, isDisputed, context));
  return {
    checkUrl: check?.ok ? check.value.url : null,
    stands,
    annotated: check?.ok === true && check.value.annotationsError === null,
    problems: [
      ...check?.ok ? beyondBudget(annotations.rest) : [],
      ...checkProblems(check),
      ...comment2?.ok === false ? [notPosted("The comment", comment2.error)] : []
    ]
  };
}
var beyondBudget = (rest) => rest === 0 ? [] : [{ level: "info", message: `${rest} more findings have no annotation; the check run shows the worst` }];
async function sendCheck(decision, place, annotations, { view, github, scan, basis, leaves }) {
  const record2 = writtenRecord(scan, basis);
  const shown = renderCheck(decision, view, Buffer.byteLength(record2));
  return github.keepCheck({
    ...place,
    ...shown,
    text: record2 + shown.text,
    annotations,
    scannedSha: scan?.sha ?? null,
    leaves
  });
}
async function sendComment(decision, number, isDisputed, context) {
  const { inputs, view, github, change } = context;
  const body = renderComment(decision, view, inputs.comment, true);
  if (body === null) return;
  const pull = await github.pullRequest(number);
  if (pull.state !== "open" || pull.headSha !== change.headSha) return;
  const create4 = isDisputed || renderComment(decision, view, inputs.comment, false) !== null;
  const sticky = { number, marker: commentMarker(inputs.checkName), body, create: create4 };
  if (!isDisputed) {
    await github.keepComment(sticky);
    return;
  }
  const amend = (current) => withDispute(current, { checkName: inputs.checkName, workflows: [] });
  await github.keepComment({ ...sticky, body: amend(body), amend });
}
function checkProblems(check) {
  if (check === null) return [];
  if (!check.ok) return [notPosted("The check run", check.error)];
  const { annotationsError, annotationsPosted, others, stands } = check.value;
  return [
    ...stands === "former" ? [FORMER_STANDS] : [],
    ...annotationsError === null ? [] : [notPosted(`All but ${annotationsPosted} annotations`, annotationsError)],
    ...others.map((other) => ({ level: "warning", message: otherCheck(other) }))
  ];
}
var FORMER_STANDS = {
  level: "info",
  message: "The check run that is there stays as it is: it answers what this run cannot. The verdict is in the job summary"
};
var otherCheck = ({ isJob, app }) => isJob ? "A job has the name of the check run. Give one of them another name (input check-name), or the required check may be the wrong one" : `Another check run of this name was made by ${app ?? "an unknown app"}. Only the one of this step is the gate's`;
function notPosted(what, error2) {
  const level = isFailure(error2, "forbidden") ? "info" : "warning";
  return {
    level,
    message: `${what} could not be posted: ${error2.message}. The verdict stands; it is in the job summary`
  };
}
async function publishFailure(github, place, { scan, basis }, text) {
  const report = {
    ...place,
    conclusion: "failure",
    ...text,
    // What was scanned is as true as before: the next command is to find it.
    text: writtenRecord(scan, basis) || null,
    scannedSha: scan?.sha ?? null,
    annotations: []
  };
  return checkProblems(await attempt(github.keepCheck(report)));
}

// src/github/signature.ts
import { createHash as createHash3 } from "node:crypto";
var DIGITS = 12;
var shortDigest = (text) => createHash3("sha256").update(text).digest("hex").slice(0, DIGITS);
var SIGNATURE = /@([0-9a-f]{12}|-)\.(\d{1,15})\.(\d{1,6})\.([0-9a-f]{12}|-)\.([0-9a-f]{12}|-)(!?)/;
function signed({ workflow, run, attempt: attempt2, seat, scans, isDisputed }) {
  const words = [workflow ?? "-", run, attempt2, seat ?? "-", scans ?? "-"];
  return `@${words.join(".")}${isDisputed ? "!" : ""}`;
}
function signatureIn(mark) {
  const found = SIGNATURE.exec(mark);
  if (found === null) return null;
  const [, workflow = "-", run = "0", attempt2 = "0", seat = "-", scans = "-", disputed2] = found;
  const known = (word) => word === "-" ? null : word;
  return {
    workflow: known(workflow),
    run: Number(run),
    attempt: Number(attempt2),
    seat: known(seat),
    scans: known(scans),
    isDisputed: disputed2 === "!"
  };
}
function relation(there, here) {
  if (there.signature?.isDisputed === true) return "another";
  if (there.signature === null || here.signature === null) return sameRun(there, here) ? "same" : "ask";
  if (here.again && there.runId === here.runId) return "same";
  if (there.signature.run === here.signature.run) return isSameSeat(there, there.signature, here.signature);
  return sameRun(there, here) ? "same" : "ask";
}
var sameRun = (there, here) => there.runId === null || here.runId === null || there.runId === here.runId;
function isSameSeat({ isCompleted }, there, here) {
  if (there.seat !== null && here.seat !== null && there.seat !== here.seat) return "another";
  if (!isCompleted || here.attempt !== there.attempt) return "same";
  return hasSameScans(there, here) ? "same" : "another";
}
var hasSameScans = (there, here) => there !== null && here !== null && there.scans !== null && there.scans === here.scans && there.seat === here.seat;

// src/action/answer/signing.ts
function checkPlaceOf(run, answer2) {
  const { occasion, change, inputs } = run;
  const { headSha } = change;
  if (headSha === null || !occasion.hasCheck || run.noCheck) return null;
  const { mark, yields } = occasion;
  const exact = occasion.scans === "kept-alone";
  return { name: inputs.checkName, headSha, answer: mark.answer, yields, exact, ...signingOf(run, answer2) };
}
function signingOf(run, { kept, scans, again }) {
  const { occasion, runner, gateCheck, inputs } = run;
  const { env } = runner;
  const own = workflowPath(env.GITHUB_WORKFLOW_REF);
  const here = { run: numberOf(env.GITHUB_RUN_ID), attempt: numberOf(env.GITHUB_RUN_ATTEMPT), seat: seatOf(run) };
  const disputed2 = (other) => disputeOf(inputs.checkName, other, path);
  const inName = answersInName(occasion) && (gateCheck !== null || kept !== null);
  const path = kept?.path ?? (inName ? null : own);
  const workflow = path === null ? null : shortDigest(path);
  const made = { workflow, ...here, scans: scans === null ? null : shortDigest(scans), isDisputed: false };
  const common = { runId: runToName(run, kept), workflowPath: path, disputed: disputed2, again, ticket: ticketOf(env), inName };
  if (!inName) return { ...common, signature: made };
  const ofKept = kept === null ? made : { ...made, run: kept.id, attempt: kept.attempt, seat: null };
  return { ...common, signature: gateCheck?.signature ?? ofKept };
}
function ticketOf({ RUNNER_NAME: name = "", RUNNER_TRACKING_ID: id = "" }) {
  return name === "" && id === "" ? null : shortDigest(`${name}
${id}`);
}
var numberOf = (text) => Number(text ?? "") || 0;
var TELLING = ["sarif", "policy", "exceptions", "baseline", "sourceRoot", "tier", "kev", "epss", "vex"];
function seatOf({ inputs, runner: { env } }) {
  const given = TELLING.map((name) => inputs[name]);
  return shortDigest(JSON.stringify([env.GITHUB_JOB ?? "", env.GITHUB_ACTION ?? "", given]));
}
function runToName({ occasion, change, runner, gateRun: gateRun2 }, kept) {
  const thisRun = Number(runner.env.GITHUB_RUN_ID ?? "") || null;
  const named2 = gateRun2 ?? kept?.id ?? null;
  switch (occasion.mark.run) {
    case "this":
      return thisRun;
    case "named":
      return named2;
    case "named-or-this":
      return named2 ?? thisRun;
    case "followed":
      return change.sourceRun?.id ?? null;
    case "none":
      return null;
  }
}
function disputeOf(checkName, { workflowPath: other }, own) {
  const workflows = [...new Set([own, other].filter((path) => path !== null))].sort();
  return { title: DISPUTE_TITLE, summary: renderDispute({ checkName, workflows }), text: null };
}

// src/action/answer/powerless.ts
async function isPowerless(run) {
  const { occasion, change, github, gateCheck } = run;
  if (occasion.mark.run !== "named" || github === null || change.pullRequest === null) return false;
  if (gateCheck === null) return false;
  const comments2 = await attempt(github.comments(change.pullRequest));
  if (!comments2.ok) return false;
  const said2 = comments2.value.flatMap(sayOf);
  if (said2.length === 0) return true;
  const heard = await withRight(said2, run, github);
  if (heard === null) return false;
  const isGreen = gateCheck.conclusion === "success" || gateCheck.conclusion === "neutral";
  return heard.length === 0 || isGreen && !heard.some(({ verb }) => verb === "reject" || verb === "revoke");
}
function sayOf({ body, author }) {
  if (author === null) return [];
  return commandsIn(body).flatMap(({ verb }) => verb === "request" ? [] : [{ verb, author }]);
}
async function withRight(said2, run, github) {
  const policy = await policyOrNull(run);
  if (policy === null) return null;
  const people = new Map(said2.map(({ author }) => [author.id, author]));
  const approvers = await askAuthority(github, [...people.values()], policy.exceptions.approvers);
  return said2.filter(({ author }) => authorityOf(author, { approvers }, policy.exceptions) !== "none");
}
async function policyOrNull(run) {
  try {
    return await policyOfRun(run);
  } catch {
    return null;
  }
}

// src/action/answer/undecided-file.ts
import { join as join5 } from "node:path";

// src/action/facts/between.ts
async function changeUpTo({ commit, into }, change, root, github) {
  const { baseSha, pullRequest: pullRequest3 } = change;
  const from = into ?? baseSha;
  const local = root === null || from === null ? null : await (into === null ? gitDiff : treeDiff)(root, from, commit.sha);
  if (local?.value) return { diff: local.value, reasons: [] };
  if (github === null) return { diff: null, reasons: ["there is no token", local?.reason ?? ""].filter(Boolean) };
  const asked = await attempt(
    into === null && pullRequest3 !== null ? github.changedFiles(pullRequest3, commit.sha) : from === null ? Promise.resolve(null) : github.changedFilesBetween(from, commit.sha)
  );
  if (!asked.ok) return { diff: null, reasons: [asked.error.message, local?.reason ?? ""].filter(Boolean) };
  const listed = asked.value;
  if (listed === null) return { diff: null, reasons: ["there is nothing to compare with"] };
  const whole = listed.complete || into === null ? null : await listOfHead(commit.tree, change, github);
  return { diff: toDiff(whole ?? listed), reasons: [] };
}
async function listOfHead(tree, { pullRequest: pullRequest3, headSha }, github) {
  if (pullRequest3 === null || headSha === null) return null;
  const head = await attempt(github.commitObject(headSha));
  if (!head.ok || head.value.tree !== tree) return null;
  const listed = await attempt(github.changedFiles(pullRequest3, headSha));
  return listed.ok && listed.value.complete ? listed.value : null;
}
async function diffBetween(from, to, root, github) {
  const local = root === null ? null : await treeDiff(root, from, to);
  if (local?.value) return local.value;
  const asked = github === null ? null : await attempt(github.changedFilesBetween(from, to));
  return asked?.ok ? toDiff(asked.value) : null;
}
var toDiff = ({ files, complete: complete2 }) => fromApiFiles(
  files.map(({ path, status, previousPath, patch: patch2, blobSha, additions, deletions }) => ({
    filename: path,
    status,
    previous_filename: previousPath ?? void 0,
    patch: patch2 ?? void 0,
    sha: blobSha ?? void 0,
    additions: additions ?? void 0,
    deletions: deletions ?? void 0
  })),
  complete2
);

// src/action/baseline/follow.ts
async function startOf({ baseSha, headSha }, { mergedInto, scannedSha }, { root, github }) {
  if (mergedInto !== null) return mergedInto;
  if (baseSha === null) return scannedSha ?? headSha;
  if (headSha === null) return null;
  const local = root === null ? null : await startInClone(root, { base: baseSha, head: headSha }, { mergedInto });
  if (local !== null || github === null) return local;
  const compared3 = await attempt(github.changedFilesBetween(baseSha, headSha));
  return compared3.ok ? compared3.value.mergeBase : null;
}
async function followed(from, to, { root, github }) {
  const local = from === to ? NOTHING_SINCE : root === null ? null : await followedInClone(root, from, to);
  if (local !== null || github === null) return local;
  const compared3 = await attempt(github.changedFilesBetween(from, to));
  return compared3.ok && compared3.value.mergeBase === from ? toDiff(compared3.value) : null;
}
async function sinceOf(change, comparer, commit, settled) {
  const start = change.baseSha === null ? null : await startOf(change, settled, comparer);
  return start === null ? null : followed(commit, start, comparer);
}

// src/action/baseline/port.ts
import { mkdtempSync, writeFileSync } from "node:fs";
import { join as join3 } from "node:path";

// src/action/baseline/kept-report.ts
var BEGINNING = "policy-gate";
var MOST_ARTIFACTS = 5;
var isReport = (name) => /(?:^|\/)policy-gate\.sarif$/.test(name);
async function keptReport(run, name, github) {
  const listed = await attempt(github.artifactsOfRun(run.id));
  if (!listed.ok) return none(listed.error.message);
  const named2 = listed.value.filter((artifact) => artifact.name.startsWith(BEGINNING));
  if (named2.length === 0) return none(`it kept no artifact whose name begins with ${BEGINNING}`);
  const usable = named2.filter(({ expired }) => !expired).toSorted((a, b) => b.id - a.id);
  const isGone = usable.length < named2.length;
  let why = isGone ? "its artifact has expired" : noReportOf(name);
  for (const { id } of usable.slice(0, MOST_ARTIFACTS)) {
    const read = await attempt(github.artifactFiles(id, run.headSha, isReport));
    if (!read.ok) {
      why = read.error.message;
      continue;
    }
    const reports = read.value.map(({ bytes }) => ({ bytes, origin: originOf(bytes) }));
    const own = reports.filter(({ origin }) => origin?.gate === name.gate && origin.workflow === name.workflow);
    const right = own.find(({ origin }) => origin?.commit === run.headSha);
    if (right !== void 0) return { kind: "found", bytes: right.bytes };
    if (own.length > 0) why = "its report is of another commit than the run";
  }
  return none(why);
}
var noReportOf = ({ gate }) => `its artifacts hold no report of the gate ${JSON.stringify(gate)} that knows its commit, as one with a checkout does`;
var none = (why) => ({ kind: "none", why });

// src/action/baseline/find.ts
var MOST_RUNS = 10;
async function findBaseline(question2, comparer) {
  const { workflow, branch: branch2, start } = question2;
  const listed = await runsOf(question2, comparer.github);
  if (listed.runs.length === 0)
    return {
      kind: "none",
      why: listed.problem ?? `no run of ${workflow} on ${branch2} has ended that could have left one`
    };
  const exact = listed.runs.filter(({ headSha }) => headSha === start);
  const others = listed.runs.filter(({ headSha }) => headSha !== start);
  let why = null;
  for (const run of [...exact, ...others].slice(0, MOST_RUNS)) {
    const since = await followed(run.headSha, start, comparer);
    const kept = since === null ? null : await keptReport(run, question2, comparer.github);
    if (since !== null && kept?.kind === "found")
      return { kind: "found", bytes: kept.bytes, commit: run.headSha, since };
    why ??= `run ${run.id} of ${branch2}: ${kept?.kind === "none" ? kept.why : notBefore(run, start)}`;
  }
  return { kind: "none", why: why ?? "nothing was found" };
}
var notBefore = ({ headSha }, start) => `its commit ${headSha} is not known to lie before ${start}, which the change starts from`;
async function runsOf(question2, github) {
  const { workflow, branch: branch2 } = question2;
  const runs = /* @__PURE__ */ new Map();
  let problem2 = null;
  for (const event of BRANCH_EVENTS) {
    const listed = await attempt(github.runsOfBranch({ workflow, branch: branch2, event }));
    if (!listed.ok) {
      problem2 = listed.error.message;
      break;
    }
    for (const run of listed.value) if (isBelieved(run, question2)) runs.set(run.id, run);
  }
  return { runs: [...runs.values()].toSorted((a, b) => b.id - a.id), problem: problem2 };
}
function isBelieved(run, { workflow, branch: branch2, thisRun }) {
  const isOfBranch = run.headBranch === branch2 && BRANCH_EVENTS.some((event) => event === run.event);
  const isOwn3 = run.repositoryId !== null && run.headRepositoryId === run.repositoryId;
  const hasEnded = run.status === "completed" && isWhole(run.conclusion);
  return isOfBranch && isOwn3 && hasEnded && run.path === workflow && run.id !== thisRun;
}

// src/action/baseline/port.ts
async function baselineOf(run, place, settled) {
  const { change, runner, workspace } = run;
  const answer2 = await askFor(run, place, settled);
  if (answer2.kind === "none") return { report: null, since: NOTHING_SINCE, diff: null, notices: [missing(answer2.why)] };
  const { bytes, commit, since } = answer2;
  const directory = mkdtempSync(join3(runner.env.RUNNER_TEMP ?? workspace, "policy-gate-baseline-"));
  const name = `baseline-${commit}.sarif`;
  writeFileSync(join3(directory, name), bytes, { flag: "wx" });
  const report = { directory, name };
  if (change.baseSha === null) return { report, since: NOTHING_SINCE, diff: since, notices: [] };
  return { report, since, diff: null, notices: baselineBehind(commit, since) };
}
async function askFor(run, { root, workflow }, settled) {
  const { occasion, change, github, inputs, runner } = run;
  const { baseRef: branch2 } = change;
  const none2 = (why) => ({ kind: "none", why });
  if (github === null) return none2("there is no token to look for one with");
  if (workflow === null || branch2 === null) return none2("the workflow or the branch of this run is not known");
  if (occasion.baseline === "none") return none2(`${branch2} is not the default branch, and no change is reviewed`);
  const start = await startOf(change, settled, { root, github });
  if (start === null) return none2("the commit that the change starts from is not known");
  const thisRun = Number(runner.env.GITHUB_RUN_ID ?? "") || null;
  return findBaseline({ gate: inputs.checkName, workflow, branch: branch2, start, thisRun }, { root, github });
}
var missing = (why) => ({
  level: "info",
  code: "baseline-none",
  message: `There is no baseline, so the diff decides: ${why}`
});

// src/action/facts/base-moved.ts
var MOST_NAMED2 = 3;
async function baseMoved(scanned, { baseSha, baseRef, pullRequest: pullRequest3 }, paths, place) {
  if (scanned === void 0 || baseSha === null || pullRequest3 === null) return [];
  const from = scanned.into ?? scanned.commit.sha;
  if (paths.length === 0 || from === baseSha) return [];
  const named2 = new Set(paths);
  const moved = (await changedSince(from, baseSha, place)).filter((path) => named2.has(path));
  if (moved.length === 0) return [];
  const shown = moved.toSorted().slice(0, MOST_NAMED2).join(", ");
  const more = moved.length > MOST_NAMED2 ? ` and ${moved.length - MOST_NAMED2} more files` : "";
  const message = `${baseRef ?? "The base branch"} has changed ${shown}${more} since these scans were made: update the branch of the pull request to have them scanned as they will be merged`;
  return [{ level: "info", code: "base-moved", message }];
}
async function changedSince(from, to, { root, github }) {
  const local = root === null ? null : await changedPaths(root, from, to);
  if (local?.value) return local.value;
  const since = github === null ? null : await attempt(github.changedFilesBetween(from, to));
  return since?.ok ? since.value.files.map(({ path, previousPath }) => previousPath ?? path) : [];
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
  tokenize(value) {
    return value.slice();
  }
  join(value) {
    return value;
  }
  removeEmpty(value) {
    return value;
  }
};
var arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
  return arrayDiff.diff(oldArr, newArr, options);
}

// src/core/change/text-diff.ts
var MOST_EDITS = 1e3;
function diffTexts(base, head, basePath, path) {
  const change = basePath === path ? "modified" : "renamed";
  const [before, after] = [linesOf(base), linesOf(head)];
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (parts === void 0) return diffFile(change, basePath, null);
  const edits = [];
  let [baseLine, headLine] = [1, 1];
  let removed = [];
  let added = 0;
  const flush = () => {
    if (removed.length > 0 || added > 0) {
      edits.push({ baseStart: baseLine - removed.length, removed, headStart: headLine - added, added });
    }
    removed = [];
    added = 0;
  };
  for (const { added: isAdded, removed: isRemoved, value } of parts) {
    if (isRemoved) {
      removed = [...removed, ...value];
      baseLine += value.length;
    } else if (isAdded) {
      added += value.length;
      headLine += value.length;
    } else {
      flush();
      baseLine += value.length;
      headLine += value.length;
    }
  }
  flush();
  const stretches = [{ start: 1, count: after.length, digest: digestOf(after) }];
  return diffFile(change, basePath, edits, { blob: null, base: null, stretches });
}
var linesOf = (text) => text.split("\n").map((line2) => line2.replace(/\r$/, ""));

// src/action/facts/base-texts.ts
var MOST_TEXTS = 100;
var MAX_BYTES2 = 8 * 1024 * 1024;
var UNKNOWN_FILE = { change: "modified", basePath: null, lines: null, edits: null, doubt: "unfit" };
async function compareTexts(diff, paths, readSource, reader) {
  if (paths.length === 0) return diff;
  const files = new Map(diff.files);
  const blobs = await blobsOf(reader);
  let left = MOST_TEXTS;
  for (const path of paths) {
    const text = readSource(path);
    const before = files.get(path);
    const basePath = before?.change === "renamed" ? before.basePath ?? path : path;
    const id = blobs?.get(basePath);
    if (text === null) files.set(path, UNKNOWN_FILE);
    else if (blobs !== null && id === void 0) files.set(path, diffFile("added", null, null));
    else if (id === blobId(text, id?.length === 64 ? "sha256" : "sha1") && basePath === path)
      untouch(files, path, diff.complete);
    else {
      left -= 1;
      const base = left < 0 ? void 0 : await committedText(basePath, reader);
      files.set(path, compared(base, text, basePath, path));
    }
  }
  return { files, complete: diff.complete };
}
function untouch(files, path, isComplete2) {
  if (isComplete2) files.delete(path);
  else files.set(path, { change: "modified", basePath: path, lines: [], edits: [] });
}
function compared(base, text, basePath, path) {
  if (base === void 0) return UNKNOWN_FILE;
  return base === null ? diffFile("added", null, null) : diffTexts(base, text, basePath, path);
}
async function blobsOf({ commit, root, github }) {
  if (github === null || root !== null && (await fileAt(root, commit, ".gitattributes")).value !== null) return null;
  const listed = await attempt(github.blobsAt(commit));
  return listed.ok ? listed.value : null;
}
async function committedText(path, { commit, root, github }) {
  const local = root === null ? null : (await fileAt(root, commit, path)).value;
  const asked = local === null && github !== null ? await attempt(github.fileAt({ path, ref: commit, maxBytes: MAX_BYTES2 })) : null;
  const file = local ?? (asked?.ok ? asked.value : null);
  if (file === null || file.kind === "not-a-file") return void 0;
  return file.kind === "absent" ? null : sourceText(Buffer.from(file.bytes));
}

// src/action/facts/edited.ts
var NONE = { paths: [], has: () => false };
async function editedBefore({ root, recorded }, own, paths) {
  if (recorded !== null) return recorded.isCertain ? editedIn(recorded.site?.edited ?? null) : NONE;
  if (root === null || own?.isProven !== true) return NONE;
  const edited = new Set((await editedFiles(root, own.commit.sha)).value ?? []);
  return editedIn(paths.filter((path) => edited.has(path)).sort());
}
function editedIn(paths) {
  const named2 = new Set(paths);
  return { paths, has: (path) => named2.has(path) };
}
function withoutEdited(diff, edited, paths) {
  const doubtful = edited.paths ?? paths;
  if (diff === null || doubtful.length === 0) return diff;
  const files = new Map(diff.files);
  for (const path of doubtful) files.set(path, UNKNOWN_FILE);
  return { ...diff, files };
}

// src/action/facts/head-files.ts
function headFiles(scanned, headSha, reader, found, readSource) {
  if (scanned === null || headSha === null || scanned.commit.sha === headSha) return null;
  if (found.some(({ commit }) => commit.sha === headSha && commit.tree === scanned.commit.tree)) return null;
  return async (paths) => {
    const since = await diffBetween(headSha, scanned.commit.sha, reader.root, reader.github);
    const files = /* @__PURE__ */ new Map();
    for (const path of paths) {
      const listed = since?.files.get(path);
      const text = readSource(path);
      if (listed === void 0 && since?.complete === true) continue;
      if (listed?.change === "added") files.set(path, { path: null, edits: null });
      else if (listed?.edits && (text === null || fits(listed, text))) {
        files.set(path, { path: listed.basePath ?? path, edits: listed.edits });
      } else {
        files.set(path, await compared2(path, listed?.basePath ?? path, text, { ...reader, commit: headSha }));
      }
    }
    return files;
  };
}
async function compared2(path, headPath, text, reader) {
  const head = await committedText(headPath, reader);
  if (head === null) return { path: null, edits: null };
  const edits = head === void 0 || text === null ? null : diffTexts(head, text, headPath, path).edits;
  return { path: headPath, edits };
}

// src/action/facts/history.ts
var MOST_COMPARED = 20;
async function historyOf(commits2, change, root, github) {
  const { baseSha, headSha } = change;
  const local = root === null || baseSha === null || headSha === null ? null : await commitSides(root, baseSha, headSha, commits2);
  const sides = local?.value ?? (github === null ? /* @__PURE__ */ new Map() : await askGitHub(commits2, change, github));
  return (commit) => sides.get(commit) ?? "unknown";
}
async function askGitHub(commits2, { baseSha, pullRequest: pullRequest3, pushed }, github) {
  const listed = pullRequest3 === null ? null : await attempt(github.commits(pullRequest3));
  const brought = /* @__PURE__ */ new Set([...pushed, ...listed?.ok ? listed.value.commits.map(({ sha }) => sha) : []]);
  const sides = /* @__PURE__ */ new Map();
  let left = MOST_COMPARED;
  for (const commit of [...new Set(commits2)].sort()) {
    if (brought.has(commit)) sides.set(commit, "change");
    else if (baseSha !== null && left-- > 0) sides.set(commit, await sideOf(commit, baseSha, github));
  }
  return sides;
}
async function sideOf(commit, baseSha, github) {
  const compared3 = await attempt(github.changedFilesBetween(commit, baseSha));
  return compared3.ok && compared3.value.mergeBase === commit ? "base" : "unknown";
}

// src/action/facts/remote-sources.ts
var MOST_FILES = 300;
var AT_ONCE2 = 8;
function remoteSources(github, commits2, site = null) {
  return {
    site,
    files: async () => {
      const listed = await Promise.all(commits2.map((commit) => attempt(github.filesAt(commit))));
      const trees = listed.flatMap((each) => each.ok ? [each.value] : []);
      const known = trees.filter((tree) => tree !== null);
      return known.length === 0 || known.length < trees.length ? null : [...new Set(known.flat())];
    },
    read: (paths) => readCommitted(
      paths,
      commits2.map((commit) => ({ commit, root: null, github }))
    )
  };
}
async function readCommitted(paths, readers) {
  const texts2 = /* @__PURE__ */ new Map();
  const wanted = paths.slice(0, MOST_FILES);
  const readOne = async (path) => {
    for (const reader of readers) {
      const text = await committedText(path, reader);
      if (text != null) return text;
    }
    return null;
  };
  for (let start = 0; start < wanted.length; start += AT_ONCE2) {
    const some = wanted.slice(start, start + AT_ONCE2);
    const read = await Promise.all(some.map(readOne));
    for (const [index, path] of some.entries()) texts2.set(path, read[index] ?? null);
  }
  return (path) => texts2.get(path) ?? null;
}

// src/action/facts/scanned.ts
async function candidates(change, { root, runSha, recorded }, github) {
  const { headSha, mergeSha } = change;
  if (headSha === null) return [];
  const local = root === null || recorded !== null ? null : (await checkedOut(root)).value;
  const claimed = recorded?.sha ?? local?.sha ?? runSha ?? mergeSha;
  const first = claimed === local?.sha ? local : await commitOf(claimed, github);
  const role = first === null ? null : roleOf(first, headSha);
  const isProven = recorded?.isCertain ?? local !== null;
  const own = first !== null && role !== null ? [{ commit: first, into: role.into, isProven }] : [];
  const isHead = first?.sha === headSha;
  if (own.length > 0 && isProven) return own;
  const other = isHead ? recorded === null ? null : mergeSha : headSha;
  const commit = await commitOf(other, github);
  const also = commit === null ? null : roleOf(commit, headSha);
  return commit === null || also === null ? own : [...own, { commit, into: also.into, isProven: false }];
}
var commitOf = async (sha, github) => {
  if (sha === null || github === null) return null;
  const read = await attempt(github.commitObject(sha));
  return read.ok ? read.value : null;
};
function roleOf({ sha, parents }, headSha) {
  if (sha === headSha) return { into: null };
  const [into, head] = parents;
  return parents.length === 2 && head === headSha && into !== void 0 ? { into } : null;
}
async function isOfChange(sha, { headSha, baseSha }, github) {
  if (sha === headSha) return true;
  const commit = headSha === null ? null : await commitOf(sha, github);
  const into = commit === null || headSha === null ? null : roleOf(commit, headSha)?.into ?? null;
  if (into === null || baseSha === null) return false;
  if (into === baseSha) return true;
  const compared3 = await attempt(github.changedFilesBetween(into, baseSha));
  return compared3.ok && compared3.value.mergeBase === into;
}

// src/action/facts/change.ts
async function readChange(change, place, github) {
  const { baseSha, headSha } = change;
  const knowledge = { change, place, github, found: await candidates(change, place, github) };
  if (headSha === null || baseSha === null && change.pullRequest === null)
    return { diff: null, files: [], notices: [], settle: (scanned) => textsOnly(knowledge, scanned) };
  const first = await between(knowledge, knowledge.found[0]);
  const notices = first.diff === null ? [unavailable(first)] : first.diff.complete ? [] : [CUT];
  return { diff: first.diff, files: [], notices, settle: (scanned) => settle(knowledge, first, scanned) };
}
var CUT = {
  level: "warning",
  code: "diff-cut",
  message: "GitHub does not list all files of this change; a finding in a file that it does not list may be part of the change"
};
var unavailable = ({ reasons }) => ({
  level: "warning",
  code: "diff-unavailable",
  message: `Nobody can tell which lines the change touches: ${reasons.join("; ")}`
});
function between({ change, place, github }, candidate) {
  const named2 = { sha: change.headSha ?? "", tree: "", parents: [] };
  const upTo = candidate ?? { commit: named2, into: null, isProven: false };
  return changeUpTo(upTo, change, place.root, github);
}
async function textsOnly(knowledge, scanned) {
  const chosen = await choose(knowledge, scanned);
  const own = chosen ?? knowledge.found[0];
  const edited = await editedBefore(knowledge.place, own, scanned.paths);
  const seen = await sourceOf(knowledge, own, scanned, edited);
  const isCertain = own?.isProven === true || chosen !== null && seen.isWhole;
  return {
    diff: null,
    readSource: seen.readSource,
    scannedSha: own?.commit.sha ?? null,
    mergedInto: null,
    edited: edited.paths,
    isCertain,
    commits: [],
    history: null,
    notices: [],
    onHead: null
  };
}
async function settle(knowledge, first, scanned) {
  const { change, place, github, found } = knowledge;
  const chosen = await choose(knowledge, scanned);
  const own = chosen ?? found[0];
  const edited = await editedBefore(place, own, scanned.paths);
  const seen = await sourceOf(knowledge, own, scanned, edited);
  const { diff } = own === found[0] ? first : await between(knowledge, own);
  const commits2 = await ofChange(scanned.revisions, knowledge);
  const base = own?.into ?? change.baseSha;
  const settled = base === null ? diff : await settleDiff(diff, { commit: base, root: place.root, github }, chosen, seen);
  const certain = settled === null || own === void 0 ? settled : await withoutDoubtful(settled, knowledge, own, commits2, seen);
  return {
    diff: withoutEdited(certain, edited, scanned.paths),
    readSource: seen.readSource,
    scannedSha: own?.commit.sha ?? null,
    mergedInto: own?.into ?? null,
    edited: edited.paths,
    isCertain: own?.isProven === true || chosen !== null && seen.isWhole,
    commits: [.../* @__PURE__ */ new Set([...commits2, ...own === void 0 ? [] : [own.commit.sha]])],
    history: scanned.commits.length === 0 ? null : await historyOf(scanned.commits, change, place.root, github),
    notices: [...seen.notices, ...await baseMoved(own, change, scanned.paths, { root: place.root, github })],
    onHead: headFiles(own ?? null, change.headSha, { root: place.root, github }, found, seen.readSource)
  };
}
async function sourceOf({ place, github }, own, { paths, readSource }, { has } = { has: () => false }) {
  const isHere = (path) => place.root !== null && readSource(path) !== null;
  const isLikely = (path) => own?.isProven !== true && !isHere(path);
  const textOf3 = (path) => has(path) ? null : readSource(path);
  const known = { paths, isLikely };
  if (place.root === null) return { ...known, readSource: textOf3, isWhole: false, notices: unreadNotices(paths.length) };
  const absent = paths.filter((path) => readSource(path) === null);
  if (own === void 0 || absent.length === 0) return { ...known, readSource: textOf3, isWhole: true, notices: [] };
  const reader = { commit: own.commit.sha, root: own.isProven ? place.root : null, github };
  const listed = await listedIn(reader);
  const asked = listed === null ? absent : absent.filter((path) => listed.has(path));
  const read = await readCommitted(asked, [reader]);
  return {
    ...known,
    readSource: (path) => has(path) ? null : readSource(path) ?? read(path),
    isWhole: asked.length === 0,
    notices: unreadNotices(asked.length)
  };
}
function unreadNotices(count) {
  if (count <= MOST_FILES) return [];
  const message = `Findings are about ${count} files that are not checked out, of which ${MOST_FILES} were read: in the others they are known by snippet or message, and may have another id than in the run that scanned`;
  return [{ level: "warning", code: "identity", message }];
}
async function listedIn({ commit, root, github }) {
  if (root !== null) {
    const tracked = await trackedFiles(root);
    return tracked.value === null ? null : new Set(tracked.value);
  }
  const blobs = github === null ? null : await attempt(github.blobsAt(commit));
  return blobs?.ok && blobs.value !== null ? new Set(blobs.value.keys()) : null;
}
async function choose({ found, github, place }, { paths, readSource }) {
  const [likeliest] = found;
  if (likeliest === void 0 || likeliest.isProven || github === null || place.root === null) return likeliest ?? null;
  const texts2 = paths.flatMap((path) => {
    const text = readSource(path);
    return text === null ? [] : [[path, blobId(text)]];
  });
  if (texts2.length === 0) return likeliest;
  for (const candidate of found) {
    const blobs = await attempt(github.blobsAt(candidate.commit.sha));
    if (blobs.ok && texts2.every(([path, id]) => blobs.value?.get(path) === id)) return candidate;
  }
  return null;
}
async function settleDiff(diff, reader, chosen, { paths, readSource }) {
  const known = diff ?? { files: /* @__PURE__ */ new Map(), complete: false };
  const readable = paths.filter((path) => readSource(path) !== null).toSorted();
  const { unfit } = fitted(known, new Set(readable), readSource);
  const open2 = (path) => {
    const file = known.files.get(path);
    return file === void 0 ? !known.complete : file.lines === null && file.change !== "copied";
  };
  const asked = chosen === null ? readable : readable.filter((path) => unfit.includes(path) || open2(path));
  if (diff === null && asked.length === 0) return null;
  return compareTexts(known, asked, readSource, reader);
}
async function withoutDoubtful(diff, { github, found }, chosen, named2, { paths, isLikely }) {
  const open2 = paths.filter(isLikely);
  const files = new Map(diff.files);
  const doubt = async (other, doubtful) => {
    const tree = found.find(({ commit }) => commit.sha === other)?.commit.tree;
    if (doubtful.length === 0 || other === chosen.commit.sha || tree === chosen.commit.tree) return;
    const isSame3 = await sameFiles(chosen.commit.sha, other, github);
    for (const path of doubtful) if (!isSame3(path)) files.set(path, UNKNOWN_FILE);
  };
  for (const { commit } of found) await doubt(commit.sha, open2);
  for (const sha of named2) await doubt(sha, paths);
  return { ...diff, files };
}
async function sameFiles(one, other, github) {
  const trees = github === null ? [] : [await attempt(github.blobsAt(one)), await attempt(github.blobsAt(other))];
  const [left, right] = trees.map((tree) => tree.ok ? tree.value : null);
  return (path) => left != null && right != null && left.get(path) === right.get(path);
}
var MOST_REVISIONS = 5;
async function ofChange(revisions, { change, github, found }) {
  const named2 = [...new Set(revisions)].filter((each) => /^[0-9a-f]{40}$/.test(each));
  const own = named2.filter((sha) => found.some(({ commit }) => commit.sha === sha));
  if (github === null || change.pullRequest === null) return own;
  const rest = named2.filter((sha) => !own.includes(sha)).slice(0, MOST_REVISIONS);
  for (const sha of rest) if (await isOfChange(sha, change, github)) own.push(sha);
  return own;
}

// src/action/facts/kept/kept-files.ts
import { mkdirSync, mkdtempSync as mkdtempSync2, readFileSync, writeFileSync as writeFileSync2 } from "node:fs";
import { dirname, join as join4, resolve as resolve3, sep } from "node:path";
var SCAN_ARTIFACT = "policy-gate-sarif";
var scanArtifacts = (artifacts) => artifacts.filter(({ name, expired }) => (name === SCAN_ARTIFACT || name.startsWith(`${SCAN_ARTIFACT}-`)) && !expired).toSorted((a, b) => Number(b.name === SCAN_ARTIFACT) - Number(a.name === SCAN_ARTIFACT) || b.id - a.id);
async function inputsOfArtifact(artifact, request, read, github, place) {
  const files = scansAmong(await filesOf(github, artifact, place.headSha));
  const directory = extract(files, place.temp);
  const inputs = inputsIn(directory, request);
  if (read === null || holds(inputs, read)) return inputs;
  const chosen = chooseFiles(files, read);
  return chosen === null ? null : { ...inputs, sarif: chosen.map((name) => join4(directory, name)) };
}
async function filesOf(github, { id }, headSha) {
  const files = await attempt(github.artifactFiles(id, headSha));
  if (files.ok) return files.value;
  throw configurationError(
    `What the pull request's run kept is not believed. ${files.error.message}`,
    "Run the workflow of the pull request again"
  );
}
function scansAmong(files) {
  const folderOf = (name) => name.slice(0, name.lastIndexOf("/") + 1);
  const reports = files.filter(
    ({ name, bytes }) => /(?:^|\/)policy-gate\.sarif$/.test(name) && originOf(bytes) !== null
  );
  const own = new Set(reports.flatMap(({ name }) => REPORT_FILES.map((file) => folderOf(name) + file)));
  return files.filter(({ name }) => !own.has(name));
}
function extract(files, temp) {
  const directory = mkdtempSync2(join4(temp, "policy-gate-scans-"));
  for (const { name, bytes } of files) {
    const path = join4(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync2(path, bytes, { flag: "wx" });
  }
  return directory;
}
function holds({ sarif, cwd }, read) {
  const { files } = expandPatterns(sarif, cwd);
  return scansOf(files.map(({ path }) => sha256Of(readFileSync(path))))?.all === read.all;
}
function chooseFiles(files, read) {
  const hashed = files.map(({ name, bytes }) => ({ name, sha256: sha256Of(bytes) }));
  const wanted = new Set(read.files);
  const chosen = hashed.filter(
    ({ sha256 }, at) => wanted.has(fileDigest(sha256)) && hashed.findIndex((other) => other.sha256 === sha256) === at
  );
  return scansOf(chosen.map(({ sha256 }) => sha256))?.all === read.all ? chosen.map(({ name }) => name) : null;
}
function inputsIn(directory, request) {
  const { sarif, kev, epss, vex } = request;
  const cwd = workspaceIn(directory, request);
  const here = (patterns) => expandPatterns(patterns, cwd).files.length > 0 ? patterns : patterns.map((pattern) => resolve3(request.cwd, pattern));
  return {
    cwd,
    sarif: expandPatterns(sarif, cwd).files.length > 0 ? sarif : ["."],
    kev: here(kev),
    epss: here(epss),
    vex: here(vex)
  };
}
function workspaceIn(directory, { cwd, sarif }) {
  const folders = cwd.split(sep).filter((folder) => folder !== "");
  const ends = [...folders, ""].map((_, at) => join4(directory, ...folders.slice(folders.length - at)));
  return ends.find((end) => expandPatterns(sarif, end).files.length > 0) ?? directory;
}

// src/action/facts/kept/scan-makers.ts
async function touchedBy({ number, headSha }, github) {
  const { files, complete: complete2 } = await github.changedFiles(number, headSha);
  return complete2 ? new Set(files.flatMap(({ path, previousPath }) => [path, previousPath ?? path])) : null;
}
var leavesWorkflows = ({ path, called }, touched) => touched !== null && ![path, ...called].some((each) => touched.has(each));
var touchedOf = (touched, isGoverned) => [...touched ?? []].filter(isGoverned).sort();
var MAX_BYTES3 = 1024 * 1024;
var MOST_READ = 30;
async function leavesActions({ path, called }, touched, headSha, github) {
  const open2 = [path, ...called];
  const seen = new Set(open2);
  for (let read = 0; open2.length > 0; read += 1) {
    const file = open2.pop() ?? "";
    const directories = read < MOST_READ ? actionsIn(await textAt(file, headSha, github)) : null;
    if (directories === null) return false;
    for (const directory of directories) {
      if ([...touched].some((each) => directory === "" || each.startsWith(`${directory}/`))) return false;
      for (const name of ["action.yml", "action.yaml"].map(
        (each) => directory === "" ? each : `${directory}/${each}`
      )) {
        if (!seen.has(name)) open2.push(name);
        seen.add(name);
      }
    }
  }
  return true;
}
async function textAt(path, ref, github) {
  const file = await github.fileAt({ path, ref, maxBytes: MAX_BYTES3 });
  return file.kind === "file" ? Buffer.from(file.bytes).toString("utf8") : "";
}
var actionsIn = (text) => [...text.matchAll(/\buses["']?\s*:\s*["']?\.\/([^\s"'#,}\]]*)/g)].map(([, path = ""]) => path.replace(/^(?:\.?\/)+|\/+$/g, "")).filter((path) => !/\.ya?ml$/.test(path));

// src/action/facts/kept/stored-scans.ts
async function gateCheckOf(occasion, { headSha }, checkName, github) {
  if (github === null || headSha === null || !answersInName(occasion)) return null;
  const check = await attempt(github.ownCheck(headSha, checkName));
  return check.ok ? check.value : null;
}
async function withStoredScans(request, github, head, temp) {
  const { headSha, runId } = head;
  if (!head.isAlone && expandPatterns(request.sarif, request.cwd).files.length > 0) return null;
  const found = (await github.runsOfHead(headSha)).filter((run) => isPullRequestEvent(run.event) && run.headSha === headSha).toSorted((a, b) => b.id - a.id);
  const runs = await ofPull3(found, head, github);
  const touched = runs.length === 0 ? null : await touchedBy(head, github);
  const own = runs.filter((run) => leavesWorkflows(run, touched));
  const governed = own.length === 0 ? [] : touchedOf(touched, await head.governed());
  let isTouched2 = own.length < runs.length;
  const leaves = async (run) => {
    const leavesAll = touched !== null && governed.length === 0 && await leavesActions(run, touched, headSha, github);
    isTouched2 ||= !leavesAll;
    return leavesAll;
  };
  const only = runId ?? head.gateRun;
  const named2 = own.filter((run) => only === null || run.id === only);
  const kept = await keptBy(named2, request, head, github, { temp, leaves });
  if (kept !== null) return { kind: "found", request: { ...request, ...kept.inputs }, run: kept.run };
  const running = scanningRun(own, head);
  if (running !== void 0) return { kind: "running", run: running };
  const [first] = governed;
  if (first !== void 0) {
    throw configurationError(
      `This pull request changes ${first}, which the policy governs because it decides what is scanned: what was kept is not believed here`,
      "Have the change of that file merged by itself, or let a push decide"
    );
  }
  if (isTouched2) {
    throw configurationError(
      "This pull request changes the workflow that scans it, or what that calls or uses, or has too many files to tell: what was kept is not believed here",
      "Have the change of the workflow merged by itself, or let a push decide"
    );
  }
  const broken = named2.find(({ conclusion }) => !isWhole(conclusion));
  if (broken !== void 0) {
    throw configurationError(
      `The run that scans ${headSha} has not come to its end (${broken.conclusion}): what it has kept is not believed`,
      `Run it again: ${broken.url}`
    );
  }
  const who = only === null ? "no run of the pull request" : `run ${only} has not`;
  const what = head.read === null ? "an artifact" : "what this gate has read in an artifact";
  throw configurationError(
    `There is no SARIF of ${headSha}: ${who} kept ${what} ${SCAN_ARTIFACT}`,
    `Upload what the gate reads as ${SCAN_ARTIFACT} in the workflow of the pull request, give this job \`actions: read\`, and run that workflow again`
  );
}
async function keptBy(runs, request, { headSha, read }, github, { temp, leaves }) {
  const holding = [];
  for (const run of runs) {
    if (!await isBelieved2(run, github)) continue;
    const artifacts = scanArtifacts(await github.artifactsOfRun(run.id));
    if (artifacts.length > 0 && await leaves(run)) holding.push({ run, artifacts });
  }
  refuseSeveral(holding.map(({ run }) => run));
  const [newest] = holding;
  const [first, second] = newest?.artifacts ?? [];
  const isPlain = first?.name === SCAN_ARTIFACT || second === void 0;
  if (newest === void 0 || read === null && !isPlain) return null;
  for (const artifact of read === null ? newest.artifacts.slice(0, 1) : newest.artifacts) {
    const inputs = await inputsOfArtifact(artifact, request, read, github, { headSha, temp });
    if (inputs !== null) return { run: newest.run, inputs };
  }
  return null;
}
function refuseSeveral(runs) {
  const paths = [...new Set(runs.map(({ path }) => path))].sort();
  if (paths.length < 2) return;
  throw configurationError(
    `Several workflows kept scans of this head (${paths.join(", ")}), and no check tells which are this gate's`,
    "Run the workflow of the gate again"
  );
}
async function isBelieved2({ id, status, conclusion, attempt: count }, github) {
  if (status === "completed") return isWhole(conclusion);
  return count === 1 || isWhole((await github.attemptOfRun(id, count - 1)).conclusion);
}
function scanningRun(runs, { gateRun: gateRun2, thisRun }) {
  const path = runs.find((run) => run.id === gateRun2)?.path ?? null;
  return runs.find((run) => run.status !== "completed" && run.id !== thisRun && (path === null || run.path === path));
}
async function ofPull3(runs, { number, headSha }, github) {
  if (runs.length === 0) return [];
  const { headRef, headRepository, headRepositoryId } = await github.pullRequest(number);
  const [owner = ""] = headRepository?.split("/") ?? [];
  const sharing = owner === "" ? null : await github.pullRequestsOfHead(owner, headRef, headSha, "all");
  const other = sharing?.find((pull) => pull.number !== number);
  if (sharing === null || other !== void 0) {
    const why = other === void 0 ? "its repository is gone" : `#${other.number} has the same head`;
    throw configurationError(
      `Which scans of ${headSha} are those of #${number} cannot be told: ${why}`,
      "Push another commit to the pull request"
    );
  }
  return runs.filter((run) => run.headBranch === headRef && run.headRepositoryId === headRepositoryId);
}

// src/action/facts/kept/upload-awaited.ts
var LONGEST_WAIT = 18e4;
var BETWEEN_LOOKS = 5e3;
async function onceKept(ask2, run) {
  const { clock } = run.runner;
  const until = clock.now() + LONGEST_WAIT;
  for (; ; ) {
    const stored = await ask2();
    if (stored?.kind !== "running" || !hasDecided(stored.run, run)) return stored;
    if (clock.now() >= until) throw neverKept(stored.run);
    await clock.sleep(BETWEEN_LOOKS);
  }
}
function hasDecided({ id, attempt: attempt2 }, { gateCheck, occasion }) {
  if (occasion.scans === "kept-alone" || gateCheck === null || gateCheck.conclusion === null) return false;
  return gateCheck.signature?.run === id && gateCheck.signature.attempt === attempt2;
}
var neverKept = ({ url }) => configurationError(
  `The run that scans this head has decided, but kept nothing in ${LONGEST_WAIT / 6e4} minutes: ${url}`,
  "Upload what the gate reads right after it, and start this run again when that run has ended"
);

// src/action/evaluation.ts
async function planOf(run) {
  const { occasion, change, github, runner, workspace } = run;
  const { env } = runner;
  const request = requestFor(run);
  const { workflow, runId: thisRun } = request;
  if (occasion.scans === "workspace") return planned(run, request, occasion.sources, { workflow, kept: null });
  const { headSha, pullRequest: number } = change;
  if (github === null || headSha === null || number === null) {
    throw configurationError("The pull request cannot be read without a token", "Leave github-token at its default");
  }
  const runId = occasion.scans === "kept-by-run" ? change.sourceRun?.id ?? null : null;
  const read = basisIn(run.gateCheck)?.scans ?? null;
  const governed = async () => governedBy(await policyOfRun(run));
  const head = {
    headSha,
    number,
    runId,
    gateRun: run.gateRun,
    thisRun,
    read,
    governed,
    isAlone: occasion.scans === "kept-alone"
  };
  const ask2 = () => withStoredScans(request, github, head, env.RUNNER_TEMP ?? workspace);
  const stored = await onceKept(ask2, run);
  if (stored?.kind === "running")
    return {
      kind: "idle",
      why: `The gate's own run for this head is at work and reads the comments: ${stored.run.url}`
    };
  return stored === null ? planned(run, request, occasion.sources, { workflow, kept: null }) : planned(run, stored.request, "commit", { workflow: stored.run.path, kept: stored.run });
}
function requestFor(run) {
  const { env } = run.runner;
  return requestOfRun(run, {
    workspace: run.workspace,
    runSha: runShaOf(run),
    workflow: workflowPath(env.GITHUB_WORKFLOW_REF),
    runId: Number(env.GITHUB_RUN_ID ?? "") || null,
    now: nowOf(run.runner)
  });
}
async function planned(run, request, sources, { workflow, kept }) {
  const { github } = run;
  const here = { root: checkoutOf(run), runSha: runShaOf(run), recorded: null };
  const isHere = sources === "checkout" || github === null;
  const ports = isHere ? portsOf(run, here, workflow) : await portsElsewhere(run, github, workflow);
  return { kind: "evaluate", request, ports, kept };
}
var runShaOf = ({ occasion, runner }) => occasion.runSha === "judged" ? runner.env.GITHUB_SHA ?? null : null;
async function portsElsewhere(run, github, workflow) {
  const recorded = await provenScan(run, github);
  const elsewhere = portsOf(run, { root: null, runSha: null, recorded }, workflow);
  return { ...elsewhere, sources: sourcesOf(run.change, recorded, github) };
}
async function provenScan({ change, gateScan }, github) {
  return gateScan !== null && await isOfChange(gateScan.sha, change, github) ? gateScan : null;
}
function sourcesOf({ mergeSha, headSha }, recorded, github) {
  const others = recorded?.isCertain === true ? [] : [mergeSha, headSha];
  const commits2 = [recorded?.sha ?? null, ...others].filter((commit) => commit !== null);
  return remoteSources(github, [...new Set(commits2)], recorded?.site ?? null);
}
function portsOf(run, place, workflow) {
  const { occasion, change, github, inputs } = run;
  const workspace = checkoutOf(run);
  return {
    policy: trustedPolicyPort({ workspace, baseSha: trustedCommit(occasion, change), github }),
    change: () => readChange(change, place, github),
    approvals: github === null || !occasion.approvals ? null : (evaluation) => approvalsOf(run, github, evaluation),
    baseline: inputs.baseline === "auto" ? (settled) => baselineOf(run, { root: place.root, workflow }, settled) : null,
    since: (commit, settled) => sinceOf(change, { root: place.root, github }, commit, settled),
    sources: null,
    tree: github === null ? null : scannedTree(run, github)
  };
}
function scannedTree(run, github) {
  const { mergeSha, headSha } = run.change;
  const commits2 = [runShaOf(run), mergeSha, headSha].flatMap((commit) => commit || []);
  return () => remoteSources(github, [...new Set(commits2)]).files();
}
async function approvalsOf(run, github, evaluation) {
  const { change } = run;
  const { pullRequest: pullRequest3, headSha } = change;
  const asked = { now: evaluation.now, policyAt: policyReader(run), checkName: run.inputs.checkName };
  if (pullRequest3 !== null) return collectApprovals(github, evaluation, { ...asked, number: pullRequest3, headSha });
  const approvals = [];
  for (const number of await queuedPulls(change, github)) {
    approvals.push(await collectApprovals(github, evaluation, { ...asked, number, headSha: null }));
  }
  return joinApprovals(approvals);
}
async function queuedPulls({ queuedPullRequest, headSha }, github) {
  const held = headSha === null ? null : await attempt(github.pullRequestsOfCommit(headSha));
  const numbers = [queuedPullRequest, ...held?.ok ? held.value : []].filter((number) => number !== null);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

// src/action/answer/undecided-file.ts
var reportDirectory = (inputs, { env }) => inputs?.outputDir ?? join5(env.RUNNER_TEMP ?? ".", "policy-gate-report");
async function keepUndecided(error2, run, inputs, runner) {
  const directory = reportDirectory(inputs, runner);
  try {
    const path = await writeUndecidedFile(undecidedBy(error2, askedFor(run, runner)), directory);
    runner.setOutput("completeness", "incomplete");
    runner.setOutput("decision-file", path);
    runner.setOutput("report-dir", directory);
  } catch (unwritten) {
    const why = unwritten instanceof Error ? unwritten.message : String(unwritten);
    warn(runner, `The decision file, which would say that there is no decision, is missing: ${why}`);
  }
}
function askedFor(run, runner) {
  if (run === null) return { gate: EDITION, evaluatedAt: nowOf(runner), change: NO_CHANGE_KNOWN, options: null };
  const request = requestFor(run);
  const change = changeOf(request, { scannedSha: null });
  return { gate: EDITION, evaluatedAt: request.now, change, options: optionsAsGiven(request) };
}

// src/action/answer/undecided.ts
var undecided = (thrown) => thrown instanceof GitHubError ? configurationError(
  thrown.message,
  "Give the job the permission that it lacks, or run it again once GitHub answers"
) : thrown;
async function reportFailure(error2, run, inputs, runner) {
  const problems2 = error2 instanceof ConfigurationError ? error2.problems.map(formatProblem) : ["An internal error; its text is in the log"];
  const summary2 = renderFailure(problems2);
  await replaceSummary(runner, summary2);
  await keepUndecided(error2, run, inputs, runner);
  const place = run === null ? null : checkPlaceOf(run, { kept: null, scans: null, again: true });
  if (run === null || run.github === null || place === null) return;
  if (await isPowerless(run)) {
    say(runner, "No command of the pull request can have changed its answer: the check run stays as it is");
    return;
  }
  const record2 = { scan: run.gateScan, basis: basisIn(run.gateCheck) };
  const text = { title: "Could not decide", summary: summary2 };
  logProblems(runner, await publishFailure(run.github, place, record2, text));
}

// src/action/answer/again.ts
var MOST_LOOKED_AT = 300;
var MOST_DECIDED = 20;
var MOST_TRIED = 60;
var LOOKS_AT_ONCE = 8;
var LONGEST = 2e5;
var URGENCIES = ["ended", "doubtful", "ahead"];
async function decideAgain(run, decideOne) {
  const { github, occasion } = run;
  if (github === null || !occasion.afterwards.includes("again")) return { notices: [], fault: null };
  try {
    return { notices: await decideAll(run, github, decideOne), fault: null };
  } catch (fault) {
    return { notices: [], fault };
  }
}
async function decideAll(run, github, decideOne) {
  const { runner } = run;
  const pulls = await attempt(github.openPullRequests());
  if (!pulls.ok) {
    const level = isFailure(pulls.error, "forbidden") ? "info" : "warning";
    return [told(level, `No open pull request could be looked at again: ${pulls.error.message}`)];
  }
  const started = runner.clock.now();
  const left = new Map(pulls.value.slice(MOST_LOOKED_AT).map((pull) => [pull.number, TOO_MANY2]));
  const candidates2 = await candidatesOf(pulls.value.slice(0, MOST_LOOKED_AT), run, github, left);
  let decided = 0;
  for (const [index, candidate] of candidates2.entries()) {
    const isOver = decided >= MOST_DECIDED || index >= MOST_TRIED || runner.clock.now() - started > LONGEST;
    const problem2 = isOver ? TOO_MANY2 : await decideCandidate(candidate, run, github, decideOne);
    if (problem2 === null) decided += 1;
    else left.set(candidate.pull.number, problem2);
  }
  for (const [number, why] of left) say(runner, `#${number} is not decided again: ${why}`);
  return noticesOf([...left.keys()]);
}
var TOO_MANY2 = "there are more of them than one run may ask GitHub about; the next run goes on";
async function candidatesOf(pulls, run, github, left) {
  const governingAt = governingReader(run, github);
  const candidates2 = [];
  for (let start = 0; start < pulls.length; start += LOOKS_AT_ONCE) {
    const some = pulls.slice(start, start + LOOKS_AT_ONCE);
    const looks = await Promise.all(some.map((pull) => attempt(lookAt(pull, run, github, governingAt))));
    for (const [index, look] of looks.entries()) {
      if (!look.ok) left.set(some[index]?.number ?? 0, look.error.message);
      else if (look.value !== null) candidates2.push(look.value);
    }
  }
  return candidates2.sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency));
}
async function lookAt(pull, { inputs, runner }, github, governingAt) {
  const check = await github.ownCheck(pull.headSha, inputs.checkName);
  if (check === null || check.conclusion === null) return null;
  const rests = basisIn(check)?.rests ?? null;
  const hasEnded = rests?.ends != null && time(rests.ends) <= time(nowOf(runner));
  const candidate = { pull, check, rests };
  if (hasEnded) return { ...candidate, urgency: "ended" };
  if (check.conclusion !== "success" && check.conclusion !== "neutral") return null;
  if (rests === null || rests.governing !== await governingAt(pull.baseRef)) {
    return { ...candidate, urgency: "doubtful" };
  }
  return rests.ends === null ? null : { ...candidate, urgency: "ahead" };
}
async function decideCandidate(candidate, start, github, decideOne) {
  const { pull, check } = candidate;
  const { runner, inputs, workspace, change } = start;
  const name = `policy-gate-again-${pull.number}`;
  const asked = { ...change, pullRequest: pull.number, headSha: null, baseSha: null, baseRef: null, headRef: null };
  let run = {
    ...start,
    occasion: AGAIN,
    noCheck: false,
    // What the decision leaves on the runner is not the report of this run.
    inputs: { ...inputs, outputDir: join6(runner.env.RUNNER_TEMP ?? workspace, name) },
    runner: runnerBeside(runner, `#${pull.number}`),
    gateCheck: check,
    gateRun: check.runId,
    gateScan: recordIn(check)
  };
  try {
    const resolved = await resolveChange(AGAIN, asked, github);
    if (resolved.kind === "nothing") return null;
    if (resolved.change.headSha !== pull.headSha) return null;
    run = { ...run, change: resolved.change };
    const why = await decideOne(run);
    if (why === null) return null;
    if (candidate.urgency === "ended") await tellEnded(candidate, run, github, [why]);
    return why;
  } catch (thrown) {
    const error2 = undecided(thrown);
    if (!(error2 instanceof ConfigurationError)) throw error2;
    const problems2 = error2.problems.map(formatProblem);
    if (candidate.urgency === "ended") await tellEnded(candidate, run, github, problems2);
    return problems2.join("; ");
  }
}
async function tellEnded({ pull, check, rests }, run, github, problems2) {
  const place = checkPlaceOf(
    { ...run, change: { ...run.change, headSha: pull.headSha } },
    { kept: null, scans: null, again: true }
  );
  if (place === null) return;
  const summary2 = renderFailure([
    `What the answer before rested on has ended (${rests?.ends ?? "unknown"}), and nothing that was kept could be judged again`,
    ...problems2
  ]);
  const record2 = { scan: run.gateScan, basis: basisIn(check) };
  const told2 = await publishFailure(github, place, record2, {
    title: "Has ended, and could not be decided again",
    summary: summary2
  });
  for (const { message } of told2) say(run.runner, message);
}
function noticesOf(left) {
  if (left.length === 0) return [];
  const numbers = [...left].sort((a, b) => a - b);
  const named2 = numbers.slice(0, MOST_NAMED3).map((number) => `#${number}`);
  const rest = numbers.length - named2.length;
  const who = named2.join(", ") + (rest > 0 ? ` and ${rest} more` : "");
  const message = `Not decided again: ${who}. The log says why; the next scheduled run tries again, and a push decides at once`;
  return [told("warning", message)];
}
var MOST_NAMED3 = 10;
var told = (level, message) => ({ level, code: "not-decided-again", message });

// src/action/answer/annotated.ts
async function annotationsOf({ decision, scanned }, mode) {
  const { onHead: onHead2, readSource } = scanned;
  const first = renderAnnotations(decision, mode, readSource);
  if (onHead2 === null || first.total === 0) return first;
  const paths = new Set(first.worst.slice(0, ANNOTATIONS_PER_RUN).map(({ path }) => path));
  return renderAnnotations(decision, mode, readSource, await onHead2([...paths]));
}

// src/core/reports/markdown/break-glass-issue.ts
var breakGlassMarker = (checkName, pullRequest3) => commentMarker(`${checkName} break-glass ${pullRequest3}`);
function renderBreakGlassIssue({ notices, change }, checkName, pullRequest3) {
  const open2 = notices.filter((notice) => notice.code === BREAK_GLASS);
  if (open2.length === 0) return null;
  const body = join([
    md`Pull request #${pullRequest3} passes by break-glass at ${code(change.headSha ?? "an unknown commit")}:`,
    bullets(open2.map(({ message }) => prose(message))),
    md`Review what was let through. Fix it, or have an exception approved. Then close this issue: the gate does not.`
  ]);
  return `${breakGlassMarker(checkName, pullRequest3)}
${body}
`;
}

// src/action/answer/follow-up.ts
async function followUp(result2, run, exitCode) {
  const { approvals } = result2;
  if (approvals === null) return [];
  for (const command of approvals.commands) say(run.runner, commandSentence(command));
  const { github, occasion, change } = run;
  if (github === null || change.pullRequest === null) return [];
  return [
    ...await label(approvals, change.pullRequest, github),
    ...await askForReview(result2, change.pullRequest, run, github),
    ...occasion.afterwards.includes("rerun") ? await startAgain(run, github, exitCode) : [],
    ...await react(approvals, github)
  ];
}
var MOST_REACTIONS = { read: 20, malformed: 5 };
function toReactTo({ reactions: all2 }) {
  const answered2 = all2.filter(({ reactions }) => reactions.length > 0).toReversed();
  const [read, malformed3] = [answered2.filter(({ isRead: isRead2 }) => isRead2), answered2.filter(({ isRead: isRead2 }) => !isRead2)];
  return [...read.slice(0, MOST_REACTIONS.read), ...malformed3.slice(0, MOST_REACTIONS.malformed)];
}
async function react(approvals, github) {
  for (const { commentId, reactions } of toReactTo(approvals)) {
    const reacted = await attempt(github.react(commentId, reactions));
    if (!reacted.ok) return problems("A reaction could not be given", reacted);
  }
  return [];
}
async function label({ labels }, number, github) {
  if (labels.length === 0) return [];
  const managed = labels.map(({ name }) => name);
  const wanted = labels.filter((each) => each.wanted).map(({ name }) => name);
  return problems(
    "The labels could not be brought up to date",
    await attempt(github.keepLabels(number, managed, wanted))
  );
}
async function askForReview({ decision }, number, { inputs: { checkName }, runner }, github) {
  const body = renderBreakGlassIssue(decision, checkName, number);
  if (body === null) return [];
  complain(runner, `Findings of #${number} pass by break-glass; they have to be reviewed after the fact`);
  const marker = breakGlassMarker(checkName, number);
  const title = `Review after break-glass: pull request #${number}`;
  return problems(
    "The issue that asks for a review could not be opened",
    await attempt(github.keepIssue({ marker, title, body, labels: [] }))
  );
}
async function startAgain(run, github, exitCode) {
  const { change, runner, gateRun: gateRun2 } = run;
  if (change.headSha === null) return [];
  const expected = exitCode === 0 ? "success" : "failure";
  const path = workflowPath(runner.env.GITHUB_WORKFLOW_REF);
  const started = await attempt(
    github.rerunGate({ headSha: change.headSha, runId: gateRun2, workflowPath: path, expected })
  );
  if (started.ok && started.value.action !== "agrees") {
    say(runner, `The pull request's own run of the gate: ${started.value.action}`);
  }
  return problems("The own run of the pull request could not be started again", started);
}
function problems(what, outcome) {
  if (outcome.ok) return [];
  const level = isFailure(outcome.error, "forbidden") ? "info" : "warning";
  return [{ level, message: `${what}: ${outcome.error.message}. The verdict stands` }];
}

// src/action/answer/outputs.ts
function setOutputs(runner, decision, files, { checkUrl }) {
  const { counts } = decision;
  runner.setOutput("verdict", decision.verdict);
  runner.setOutput("completeness", decision.completeness);
  runner.setOutput("blocking", counts.block);
  runner.setOutput("warnings", counts.warn);
  runner.setOutput("excepted", counts.excepted);
  runner.setOutput("fixed", counts.fixed);
  runner.setOutput("decision-file", files?.decision ?? "");
  runner.setOutput("sarif-file", files?.sarif ?? "");
  runner.setOutput("attestation-file", files?.attestation ?? "");
  runner.setOutput("report-dir", files?.directory ?? "");
  runner.setOutput("check-url", checkUrl ?? "");
}

// src/core/reports/markdown/reminders.ts
var MOST = 300;
var reminderMarker = (checkName) => commentMarker(`${checkName} reminders`);
function renderReminders({ exceptions }, records, checkName) {
  const due = exceptions.filter(({ status }) => status === "expiring" || status === "expired");
  if (due.length === 0) return null;
  const owners = new Map(records.map(({ id, owner }) => [id, owner]));
  const listed = due.slice(0, MOST).map((exception) => ({ exception, owner: owners.get(exception.id) ?? "nobody" }));
  const parts = [...new Set(listed.map(({ owner }) => owner))].sort().map((owner) => {
    const own = listed.filter((each) => each.owner === owner).map(({ exception }) => line(exception));
    return join([heading(3, code(owner, 80)), bullets(own)]);
  });
  const rest = due.length > MOST ? md`and ${due.length - MOST} more in the decision file` : md``;
  const lead = md`Exceptions that end soon or have ended. Fix the finding, or have a new exception approved before its day; remove what has expired.`;
  return `${reminderMarker(checkName)}
${join([lead, ...parts, rest])}
`;
}
function line({ id, status, finding, expires }) {
  const what = finding === null ? md`` : md` for ${code(finding, 80)}`;
  return md`${code(id, 80)}${what} ${prose(status === "expired" ? "expired on" : "expires on", TEXT_POINTS.row)} ${code(expires ?? "")}`;
}

// src/action/answer/reminders.ts
async function remind({ decision, evaluation }, run) {
  const { github, occasion, inputs } = run;
  if (github === null || !occasion.afterwards.includes("reminders")) return [];
  const body = renderReminders(decision, evaluation.exceptions, inputs.checkName);
  const issue4 = { marker: reminderMarker(inputs.checkName), title: "Exceptions that expire soon", body, labels: [] };
  const kept = await attempt(github.keepIssue(issue4));
  if (kept.ok) return [];
  const message = `The issue of expiring exceptions could not be kept: ${kept.error.message}. They are in the job summary`;
  return [{ level: body === null ? "info" : "warning", message }];
}

// src/core/reports/ground/fixed-lines.ts
var LARGEST_TEXT = 2e6;
var MOST_LINES2 = 30;
var COUNTED_ALIKE = /^[\t\x20-\x7e]*$/;
function fixedLines(text, replacements) {
  const first = replacements.reduce((line2, each) => Math.min(line2, each.startLine), Number.MAX_SAFE_INTEGER);
  const last = replacements.reduce((line2, each) => Math.max(line2, each.endLine), 0);
  if (text.length > LARGEST_TEXT || first > last || last - first >= MOST_LINES2) return null;
  const all2 = text.split("\n");
  const before = all2.slice(first - 1, last);
  if (last > all2.length || before.some((line2) => line2.includes("\r"))) return null;
  const fixed = replaced(before, first, replacements);
  if (fixed === null) return null;
  const lines2 = onlyChanged(before, fixed.split("\n"), first);
  return lines2 !== null && lines2.last === all2.length && all2.at(-1) === "" ? null : lines2;
}
function replaced(lines2, first, replacements) {
  const starts = [0];
  for (const line2 of lines2) starts.push((starts.at(-1) ?? 0) + line2.length + 1);
  const offset = (number, column) => {
    const line2 = lines2[number - first];
    const start = starts[number - first];
    if (line2 === void 0 || start === void 0) return null;
    if (column === null) return start + line2.length;
    return column - 1 > line2.length || !COUNTED_ALIKE.test(line2.slice(0, column - 1)) ? null : start + column - 1;
  };
  const edits = [];
  for (const { startLine, startColumn, endLine, endColumn, text } of replacements) {
    const [from, to] = [offset(startLine, startColumn), offset(endLine, endColumn)];
    if (from === null || to === null || to < from) return null;
    edits.push({ from, to, text });
  }
  edits.sort((a, b) => a.from - b.from);
  const whole = lines2.join("\n");
  let [result2, next] = ["", 0];
  for (const { from, to, text } of edits) {
    if (from < next) return null;
    result2 += whole.slice(next, from) + text;
    next = to;
  }
  return result2 + whole.slice(next);
}
function onlyChanged(before, after, first) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  if (head === before.length && head === after.length) return null;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (head + tail === before.length) {
    if (tail > 0) tail -= 1;
    else head -= 1;
  }
  return {
    first: first + head,
    last: first + before.length - 1 - tail,
    after: after.slice(head, after.length - tail)
  };
}

// src/core/reports/suggestions.ts
function suggestible({ outcomes }) {
  const wanted = (verdict) => outcomes.filter((each) => each.verdict === verdict && isFixable(each));
  return [...wanted("block"), ...wanted("warn")].slice(0, SUGGESTIONS.tried);
}
var isFixable = ({ finding, inDiff }) => inDiff === true && finding.replacements !== void 0 && finding.location !== null && finding.otherLocations === void 0 && finding.category !== "secret" && !isDependency(finding);
function renderSuggestions(outcomes, ground) {
  const offered = /* @__PURE__ */ new Map();
  for (const outcome of outcomes) {
    if (offered.size === SUGGESTIONS.shown) break;
    const fixed = fixOf(outcome, ground);
    const place = fixed === null ? null : placeOf2(outcome, fixed, ground);
    if (fixed === null || place === null) continue;
    const key = JSON.stringify([place, fixed.after]);
    if (!offered.has(key)) offered.set(key, { ...place, ...textOf2(outcome, fixed.after, ground.checkName) });
  }
  return [...offered.values()];
}
function fixOf({ finding }, { source, edited }) {
  const { location, replacements = [], clues } = finding;
  if (location === null || edited.includes(location.path)) return null;
  const text = source(location.path);
  const line2 = text === null || location.startLine === null ? null : lineAt(text, location.startLine);
  if (text === null || line2 === null || !agrees(line2, clues.snippet)) return null;
  const fixed = fixedLines(text, replacements);
  const shown = fixed?.after.join("\n") ?? "";
  if (fixed === null || shown.length > SUGGESTIONS.characters || hidesSomething(shown)) return null;
  return safeSource(finding, shown) === shown ? fixed : null;
}
function placeOf2({ finding }, { first, last }, { diff, files }) {
  const path = finding.location?.path ?? "";
  const { lines: lines2 = null, doubt } = diff.files.get(path) ?? {};
  const isInChange = lines2?.some(([from, to]) => from <= first && last <= to) === true;
  if (!isInChange || doubt !== void 0) return null;
  const head = files.get(path);
  const start = onHead(path, first, first, head);
  for (let line2 = first; line2 <= last; line2 += 1) {
    const at = onHead(path, line2, line2, head);
    if (!at.isExact || at.startLine !== start.startLine + line2 - first) return null;
  }
  return { path: start.path, startLine: start.startLine, endLine: start.startLine + last - first };
}
function textOf2({ id, finding }, after, checkName) {
  const mark = hidden(`policy-gate-suggestion ${id}`);
  const body = join([
    join([commentMarker(checkName), mark], "\n"),
    bold(prose(`${SEVERITY_WORDS[finding.severity]}: ${titleOf(finding)}`)),
    md`The fix that ${code(finding.tool)} offers for ${code(id)}. Nobody has tried it: read it before you commit it.`,
    suggestionBlock(after)
  ]);
  return { mark, body };
}
var renderWithdrawn = (checkName) => join([
  commentMarker(checkName),
  md`The suggestion that stood here is out of date: its finding is gone, or its lines are others by now.`
]);

// src/action/answer/suggest.ts
async function suggest(result2, run) {
  const { github, change } = run;
  const { pullRequest: pullRequest3, headSha } = change;
  if (!result2.policy.suggestions || github === null || pullRequest3 === null || headSha === null) return [];
  const kept = await attempt(keep(result2, run, github, { number: pullRequest3, headSha }));
  if (kept.ok) return kept.value === null ? [] : refusedOf(kept.value);
  const level = isFailure(kept.error, "forbidden") ? "info" : "warning";
  return [{ level, message: `The suggestions could not be kept: ${kept.error.message}. The verdict stands` }];
}
async function keep(result2, { inputs: { checkName } }, github, at) {
  const suggestions = await suggestionsOf(result2, checkName);
  const pull = await github.pullRequest(at.number);
  if (pull.state !== "open" || pull.headSha !== at.headSha) return null;
  return github.keepSuggestions({
    ...at,
    marker: commentMarker(checkName),
    suggestions,
    withdrawn: renderWithdrawn(checkName)
  });
}
async function suggestionsOf({ decision, scanned }, checkName) {
  const { diff, edited, scannedSha, onHead: onHead2, readSource: source } = scanned;
  const outcomes = suggestible(decision);
  if (diff === null || edited === null || scannedSha === null || outcomes.length === 0) return [];
  const paths = [...new Set(outcomes.flatMap(({ finding }) => finding.location?.path ?? []))];
  const files = onHead2 === null ? /* @__PURE__ */ new Map() : await onHead2(paths);
  return renderSuggestions(outcomes, { checkName, diff, source, edited, files });
}
var refusedOf = ({ refused: refused4 }) => refused4 === 0 ? [] : [{ level: "info", message: `GitHub refused ${refused4} suggestions: it does not show their lines in the change` }];

// src/action/answer/view.ts
function viewOf({ inputs, runner }, { policy, approvals, evaluation, scanned }, proposal) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = runner.env;
  const runUrl = server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null;
  const talk = {
    commands: approvals?.commands ?? [],
    approvals: approvals?.findings ?? [],
    approvers: approverNames(policy.exceptions),
    unasked: unansweredIn(evaluation)
  };
  const { checkName } = inputs;
  const origin = originOfReport(checkName, scanned, workflowPath(runner.env.GITHUB_WORKFLOW_REF));
  const { readSource: source } = scanned;
  return { checkName, serverUrl: server ?? null, rules: policy.rules, proposal, runUrl, source, ...talk, ...origin };
}
function originOfReport(gate, { scannedSha: commit, isCertain }, workflow) {
  return commit === null || !isCertain || workflow === null ? {} : { origin: { gate, workflow, commit } };
}

// src/action/event.ts
import { readFile } from "node:fs/promises";
async function loadEvent(environment) {
  if (!environment.GITHUB_EVENT_NAME) {
    throw configurationError("The event of the run is not known", "Run this as a step of a workflow");
  }
  const path = environment.GITHUB_EVENT_PATH;
  if (path === void 0 || path === "") return readEvent(environment, null);
  try {
    return readEvent(environment, JSON.parse(await readFile(path, "utf8")));
  } catch (error2) {
    const why = error2 instanceof Error ? error2.message : String(error2);
    throw configurationError(`The event of the run cannot be read: ${why}`, "Run this as a step of a workflow");
  }
}
function readEvent(environment, payload) {
  const root = asObject(payload);
  const event = wordOf(EVENT_NAMES, environment.GITHUB_EVENT_NAME ?? "");
  const about = { ...nothingIn(environment, root), ...CHANGE_IN[EVENTS[event]](root, environment) };
  return { occasion: occasionOf(happeningOf(event, environment, root, about)), change: about };
}
function happeningOf(event, { GITHUB_EVENT_NAME: name = "", GITHUB_REF }, root, { pullRequest: pullRequest3 }) {
  const action = textIn(root, "action");
  const run = inner(root, "workflow_run");
  const source = sourceEventOf(run);
  const pull = inner(root, "pull_request");
  const isMerged = member(pull, "merged") === true || asString(member(pull, "merged_at")) !== null;
  return {
    event,
    isPullEvent: PULL_EVENT.test(name),
    pull: pullRequest3 === null ? "untold" : isMerged ? "merged" : "named",
    isLabel: action === "labeled" || action === "unlabeled",
    comment: commentIn(root, action),
    ref: refIn(root, GITHUB_REF),
    source: numberIn(run, "id") === null ? null : {
      event: wordOf(EVENT_NAMES, source),
      isAboutPull: PULL_EVENT.test(source) || asArray(member(run, "pull_requests")).length > 0,
      isOnDefault: isDefaultBranch(textIn(run, "head_branch"), root),
      conclusion: wordIn(run, "conclusion", CONCLUSIONS)
    }
  };
}
var PULL_EVENT = /^pull_request/;
var QUEUE_BRANCH = /^(?:refs\/heads\/)?gh-readonly-queue\//;
function sourceEventOf(run) {
  const event = textIn(run, "event") ?? "";
  return QUEUE_BRANCH.test(textIn(run, "head_branch") ?? "") && !PULL_EVENT.test(event) ? "merge_group" : event;
}
var LET_THROUGH = /^\/gate|\n\/gate /i;
function commentIn(root, action) {
  const comment2 = inner(root, "comment");
  if (comment2 === null) return "none";
  const body = textIn(comment2, "body") ?? "";
  return action === "created" && (LET_THROUGH.test(body) || isAddressed(body)) ? "command" : "other";
}
function refIn(root, own) {
  const ref = own ?? textIn(root, "ref") ?? "";
  if (member(root, "deleted") === true || /^0+$/.test(textIn(root, "after") ?? "")) return "deleted";
  if (ref.startsWith("refs/tags/")) return "tag";
  if (QUEUE_BRANCH.test(ref)) return "queue";
  return isDefaultBranch(/^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? null, root) ? "default-branch" : "branch";
}
var isDefaultBranch = (name, root) => name !== null && name === textIn(inner(root, "repository"), "default_branch");
function nothingIn(environment, root) {
  const repository = inner(root, "repository");
  return {
    repository: environment.GITHUB_REPOSITORY ?? textIn(repository, "full_name") ?? "",
    defaultBranch: textIn(repository, "default_branch"),
    baseSha: null,
    headSha: null,
    baseRef: null,
    headRef: null,
    pullRequest: null,
    queuedPullRequest: null,
    mergeSha: null,
    pushed: [],
    sourceRun: null
  };
}
var CHANGE_IN = {
  request: (root) => pullRequest(inner(root, "pull_request")),
  queue: (root) => mergeGroup(inner(root, "merge_group")),
  push,
  schedule: (_, environment) => branch(environment),
  manual: (_, environment) => branch(environment),
  run: (root) => workflowRun(inner(root, "workflow_run")),
  comment: issueComment
};
function pullRequest(pull) {
  const head = inner(pull, "head");
  const base = inner(pull, "base");
  return {
    pullRequest: numberIn(pull, "number"),
    baseSha: commitId(member(base, "sha")),
    headSha: commitId(member(head, "sha")),
    baseRef: textIn(base, "ref"),
    headRef: textIn(head, "ref")
  };
}
function mergeGroup(group) {
  return {
    ...queueOf(branchName(textIn(group, "head_ref"))),
    baseSha: commitId(member(group, "base_sha")),
    headSha: commitId(member(group, "head_sha")),
    baseRef: branchName(textIn(group, "base_ref"))
  };
}
function queueOf(headRef) {
  const [, baseRef = null, number = null] = /^gh-readonly-queue\/(.+)\/pr-(\d{1,9})-[0-9a-f]{40,64}$/.exec(headRef ?? "") ?? [];
  return { headRef, baseRef, queuedPullRequest: number === null ? null : Number(number) || null };
}
function push(root) {
  const ref = branchName(textIn(root, "ref"));
  return {
    baseSha: commitId(member(root, "before")),
    headSha: commitId(member(root, "after")),
    baseRef: ref,
    headRef: ref,
    pushed: asArray(member(root, "commits")).flatMap((commit) => commitId(member(asObject(commit), "id")) ?? [])
  };
}
function issueComment(root) {
  const issue4 = inner(root, "issue");
  return { pullRequest: inner(issue4, "pull_request") === null ? null : numberIn(issue4, "number") };
}
function workflowRun(run) {
  const id = numberIn(run, "id");
  const headSha = commitId(member(run, "head_sha"));
  const headRef = textIn(run, "head_branch");
  const owner = textIn(inner(inner(run, "head_repository"), "owner"), "login");
  const sourceRun = id === null ? null : { id, headOwner: owner };
  if (sourceEventOf(run) === "merge_group") return { ...queueOf(headRef), headSha, sourceRun };
  const own = asArray(member(run, "pull_requests")).map(asObject).filter((pull2) => textIn(inner(pull2, "head"), "sha") === headSha);
  const pull = own.length === 1 ? own[0] ?? null : null;
  return {
    pullRequest: numberIn(pull, "number"),
    headSha,
    headRef,
    baseSha: commitId(member(inner(pull, "base"), "sha")),
    baseRef: textIn(inner(pull, "base"), "ref"),
    sourceRun
  };
}
function branch({ GITHUB_SHA, GITHUB_REF }) {
  const ref = branchName(GITHUB_REF ?? null);
  return { headSha: commitId(GITHUB_SHA), headRef: ref, baseRef: ref };
}
var branchName = (ref) => ref?.replace(/^refs\/(heads|tags)\//, "") ?? null;
function commitId(value) {
  const text = asString(value) ?? "";
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text) ? text : null;
}

// src/action/facts/proposal.ts
async function readProposal({ decision, policy, evaluation }, { policy: text, bootstrap, ...files }, port) {
  if (text?.startsWith("preset:")) return null;
  const path = text ?? DEFAULT_POLICY;
  const bytes = await localPolicyPort(files).readInRepository(path);
  const current = policy.layers.find(({ name }) => name === path);
  if (bytes === null ? current === void 0 || bootstrap === null : sha256Of(bytes) === current?.sha256) return null;
  try {
    const source = bytes === null ? presetSource(bootstrap ?? "") : { name: path, bytes };
    const proposed = await loadPolicy(source, port.layer);
    return { kind: "effect", effect: compareDecisions(decision, decide({ ...evaluation, policy: proposed })) };
  } catch (error2) {
    if (!(error2 instanceof ConfigurationError)) throw error2;
    return { kind: "unusable", problems: error2.problems.map(formatProblem) };
  }
}

// src/github/graphql.ts
var BATCH = 100;
var COMMENT_FACTS = `query CommentFacts($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on IssueComment { id lastEditedAt includesCreatedEdit isMinimized editor { login ... on User { databaseId } ... on Bot { databaseId } } }
  }
}`;
var RESTORE = `mutation Restore($id: ID!) {
  unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } }
}`;
function query(client, what, document, variables) {
  return ask(client, {
    what,
    route: `POST ${client.graphqlUrl}`,
    parameters: { query: document, variables },
    reads: true
  });
}
async function commentFacts(client, nodeIds) {
  const facts = [];
  for (let start = 0; start < nodeIds.length; start += BATCH) {
    const ids = nodeIds.slice(start, start + BATCH);
    const data = await query(client, "read the edits of comments", COMMENT_FACTS, { ids });
    const nodes = asArray(member(data, "nodes")).map(asObject);
    facts.push(...nodes.filter((node) => textIn(node, "id") !== null).map(toFacts));
  }
  return facts;
}
async function restoreComment(client, nodeId) {
  const parameters = { query: RESTORE, variables: { id: nodeId } };
  const needs = "pull-requests: write";
  await ask(client, { what: "show a hidden comment again", route: `POST ${client.graphqlUrl}`, parameters, needs });
}
async function ask(client, call) {
  const answer2 = asObject(await client.json(call));
  const data = inner(answer2, "data");
  const types = asArray(member(answer2, "errors")).map((error2) => textIn(asObject(error2), "type") ?? "UNKNOWN");
  if (data !== null && types.every((type) => type === "NOT_FOUND")) return data;
  const failure = failureOf(types);
  throw failure === null ? unreadable(call, `GraphQL answered with errors ${types.join(" ")}`.trim(), 200) : new GitHubError(`GitHub: cannot ${call.what}: GraphQL answered ${types.join(" ")}`, failure, 200);
}
function failureOf(types) {
  if (types.includes("RATE_LIMITED")) return { kind: "rate-limited", until: null };
  if (types.includes("FORBIDDEN")) return { kind: "forbidden", permission: null };
  return null;
}
function toFacts(node) {
  return {
    nodeId: requiredText(node, "id"),
    lastEditedAt: member(node, "lastEditedAt") === null ? null : requiredText(node, "lastEditedAt"),
    editorId: numberIn(inner(node, "editor"), "databaseId"),
    includesCreatedEdit: member(node, "includesCreatedEdit") !== false,
    minimized: member(node, "isMinimized") !== false
  };
}

// src/github/http/pace.ts
var BURST = 10;
var INTERVAL = 1e3;
function writePacer(clock) {
  let last = Promise.resolve();
  let tokens = BURST;
  let filledAt = clock.now();
  const takeTurn = async () => {
    tokens = Math.min(BURST, tokens + (clock.now() - filledAt) / INTERVAL);
    filledAt = clock.now();
    if (tokens < 1) await clock.sleep(Math.ceil((1 - tokens) * INTERVAL));
    tokens -= 1;
  };
  return (write) => {
    const turn = last.then(takeTurn).then(write);
    last = turn.catch(() => void 0);
    return turn;
  };
}

// src/github/http/redact.ts
var SLICE = 12;
var MASK = "***";
function redactor(secrets) {
  const slices = /* @__PURE__ */ new Set();
  const short = secrets.filter((secret) => secret.length > 0 && secret.length < SLICE);
  for (const secret of secrets) {
    for (let at = 0; at + SLICE <= secret.length; at++) slices.add(secret.slice(at, at + SLICE));
  }
  return (text) => short.reduce((clean, secret) => clean.replaceAll(secret, MASK), maskSlices(text, slices));
}
function maskSlices(text, slices) {
  let clean = "";
  let hiddenUntil = 0;
  for (let at = 0; at < text.length; at++) {
    if (slices.has(text.slice(at, at + SLICE))) {
      if (at >= hiddenUntil) clean += MASK;
      hiddenUntil = at + SLICE;
    }
    if (at >= hiddenUntil) clean += text[at];
  }
  return clean;
}

// src/github/http/client.ts
var MAX_PAGES2 = 300;
function createClient(options) {
  const run = budgeted(options.clock, options.deadline, redactor([options.token, ...options.secrets]));
  const pace = writePacer(options.clock);
  const octokit = once(() => loadOctokit(options));
  const sendCall = (call) => {
    const carryOut = () => run(call, async (signal) => send(await octokit(), call, options.apiUrl, signal));
    return isRead(call) ? carryOut() : pace(carryOut);
  };
  return {
    repository: options.repository,
    graphqlUrl: options.graphqlUrl,
    send: sendCall,
    json: async (call) => decode(await sendCall(call)),
    pages: (call, key) => readPages(sendCall, call, key),
    fetchElsewhere: async (what, url, maxBytes) => {
      const call = { what, route: `GET ${url.origin}`, expect: "bytes" };
      const fetch = await fetchFor(url.origin);
      return (await run(call, (signal) => fetchPlain(fetch, url, signal, maxBytes))).body;
    },
    pause: () => options.clock.sleep(backOff(1))
  };
}
function once(load) {
  let loaded = null;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
async function loadOctokit({ token, apiUrl }) {
  const [{ Octokit }, fetch] = await Promise.all([import("./part-dist-src-SIIRSH6E.js"), fetchFor(apiUrl)]);
  const silent = () => void 0;
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const octokit = new Octokit({ auth: token, baseUrl: apiUrl, userAgent: "policy-gate", log, request: { fetch } });
  return octokit.request;
}
async function fetchPlain(fetch, url, signal, maxBytes) {
  const response = await fetch(url.href, { signal, redirect: "error" });
  const headers = textHeaders(Object.fromEntries(response.headers));
  if (response.status >= 400) {
    throw Object.assign(new Error("refused"), { response: { status: response.status, headers, data: null } });
  }
  return { status: response.status, headers, body: await readBody(response.body, maxBytes) };
}
var decode = (answer2) => answer2.body.byteLength === 0 ? null : parseJson(answer2.body);
async function readPages(sendCall, call, key) {
  const all2 = [];
  for (let page = 1; page <= MAX_PAGES2; page++) {
    const answer2 = await sendCall({ ...call, parameters: { ...call.parameters, per_page: 100, page } });
    const found = key === void 0 ? decode(answer2) : member(asObject(decode(answer2)), key);
    if (!Array.isArray(found)) throw unreadable(call, "the answer is not a list");
    all2.push(...found);
    const { link } = answer2.headers;
    if (!(link === void 0 ? found.length >= 100 : /rel="next"/.test(link))) return all2;
  }
  throw new GitHubError(`GitHub: cannot ${call.what}: more than ${MAX_PAGES2} pages`, { kind: "invalid" }, null);
}

// src/github/http/clock.ts
var systemClock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve4) => setTimeout(resolve4, milliseconds)),
  timeout: (milliseconds) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), milliseconds);
    return { signal: controller.signal, cancel: () => clearTimeout(timer) };
  }
};

// src/github/identity.ts
var VIEWER = "{ viewer { login databaseId } }";
var GITHUB_ACTIONS = { userId: 41898282, appId: 15368 };
async function identifyToken(client) {
  const asked = await attempt(query(client, "ask who the token belongs to", VIEWER, {}));
  if (!asked.ok) {
    if (saysNothing(asked.error)) return GITHUB_ACTIONS;
    throw asked.error;
  }
  const viewer = inner(asked.value, "viewer");
  const userId = numberIn(viewer, "databaseId");
  if (userId === null || userId === GITHUB_ACTIONS.userId) return GITHUB_ACTIONS;
  const slug = /^([a-z0-9-]+)\[bot\]$/i.exec(textIn(viewer, "login") ?? "")?.[1];
  return { userId, appId: slug === void 0 ? null : await appId(client, slug) };
}
async function appId(client, slug) {
  const app = await attempt(client.json({ what: `look up the app ${slug}`, route: `GET ${address`/apps/${slug}`}` }));
  if (app.ok) return numberIn(asObject(app.value), "id");
  if (saysNothing(app.error)) return null;
  throw app.error;
}
var saysNothing = ({ failure, status }) => failure.kind === "unavailable" ? status === 200 : !["rate-limited", "unauthorised"].includes(failure.kind);
var isOwn2 = (identity, author, appId2) => author !== null && author.id === identity.userId && (identity.appId === null || appId2 === null || appId2 === identity.appId);

// src/github/reads/artifacts.ts
import { createHash as createHash4 } from "node:crypto";

// src/github/reads/zip.ts
import { inflateRawSync } from "node:zlib";

// src/github/reads/crc32.ts
import zlib from "node:zlib";
var TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
  return value;
});
function crc32ByTable(bytes) {
  let crc = 4294967295;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 255] ?? 0) ^ crc >>> 8;
  return (crc ^ 4294967295) >>> 0;
}
var ofNode = zlib.crc32;
var crc32 = (bytes) => ofNode?.(bytes) ?? crc32ByTable(bytes);

// src/github/reads/zip.ts
var ZipError = class extends Error {
  name = "ZipError";
};
var END2 = { signature: 101010256, size: 22, maxComment: 65535 };
var CENTRAL = { signature: 33639248, size: 46 };
var LOCAL = { signature: 67324752, size: 30 };
var ENCRYPTED = 1;
var FILE_TYPE = 61440;
var REGULAR = 32768;
var DIRECTORY = 16384;
function readZip(bytes, limits, isWanted = () => true) {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = readDirectory(archive, limits);
    const files = entries.filter((entry) => !isDirectory(entry));
    refuseCollisions(files.map(({ name }) => name));
    const wanted = files.filter(({ name }) => isWanted(name));
    const total = wanted.reduce((sum, { size }) => sum + size, 0);
    if (total > limits.bytes) throw new ZipError(`it holds ${total} bytes, more than the ${limits.bytes} that are read`);
    return wanted.map((entry) => ({ name: entry.name, bytes: unpack(archive, entry) }));
  } catch (error2) {
    if (error2 instanceof ZipError) throw error2;
    throw new ZipError("it is damaged");
  }
}
function readDirectory(archive, limits) {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  const start = archive.readUInt32LE(end + 16);
  if (archive.readUInt16LE(end + 4) !== 0 || archive.readUInt16LE(end + 8) !== count) {
    throw new ZipError("it is one of several parts");
  }
  if (count === 65535 || start === 4294967295) throw new ZipError("it is too large (zip64)");
  if (count > limits.files) throw new ZipError(`it holds ${count} files, more than the ${limits.files} that are read`);
  const entries = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(archive, at);
    entries.push(entry);
    at = next;
  }
  if (at > end) throw new ZipError("its directory is damaged");
  return entries;
}
function findEnd(archive) {
  const lowest = Math.max(0, archive.length - END2.size - END2.maxComment);
  for (let at = archive.length - END2.size; at >= lowest; at--) {
    if (archive.readUInt32LE(at) !== END2.signature) continue;
    if (at + END2.size + archive.readUInt16LE(at + 20) === archive.length) return at;
  }
  throw new ZipError("it is not a zip archive");
}
function readEntry(archive, at) {
  if (archive.readUInt32LE(at) !== CENTRAL.signature) throw new ZipError("its directory is damaged");
  const nameLength = archive.readUInt16LE(at + 28);
  const extras = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  const entry = {
    name: decodeName(archive.subarray(at + CENTRAL.size, at + CENTRAL.size + nameLength), nameLength),
    flags: archive.readUInt16LE(at + 8),
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    mode: archive.readUInt16LE(at + 40),
    offset: archive.readUInt32LE(at + 42)
  };
  refuseEntry(entry);
  return { entry, next: at + CENTRAL.size + nameLength + extras };
}
function decodeName(bytes, length) {
  if (bytes.length !== length) throw new ZipError("its directory is damaged");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ZipError("a name in it is not UTF-8");
  }
}
var isDirectory = ({ name }) => name.endsWith("/");
function refuseEntry(entry) {
  const { name, flags, method, packed, size, mode, offset } = entry;
  const parts = (isDirectory(entry) ? name.slice(0, -1) : name).split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..")) throw new ZipError("a path in it is not plain");
  if (/[\\:\p{Cc}]/u.test(name)) throw new ZipError("a name in it has characters that paths must not have");
  const type = mode & FILE_TYPE;
  if (type !== 0 && type !== (isDirectory(entry) ? DIRECTORY : REGULAR)) {
    throw new ZipError("it holds a link or a special file");
  }
  if ((flags & ENCRYPTED) !== 0) throw new ZipError("it is encrypted");
  if (method !== 0 && method !== 8) throw new ZipError("it is packed in an unknown way");
  if ([packed, size, offset].includes(4294967295)) throw new ZipError("it is too large (zip64)");
  if (isDirectory(entry) && size > 0) throw new ZipError("a directory in it has content");
}
function refuseCollisions(names) {
  const keys = /* @__PURE__ */ new Set();
  const fold = (name) => name.normalize("NFKC").toLowerCase();
  for (const name of names) {
    if (keys.has(fold(name))) throw new ZipError("two names in it are the same");
    keys.add(fold(name));
  }
  for (const name of names) {
    const parts = fold(name).split("/");
    if (parts.some((_, end) => end > 0 && keys.has(parts.slice(0, end).join("/")))) {
      throw new ZipError("a name in it is both a file and a directory");
    }
  }
}
function unpack(archive, entry) {
  const { offset, packed, size, method } = entry;
  if (archive.readUInt32LE(offset) !== LOCAL.signature) throw new ZipError("it is damaged");
  const nameLength = archive.readUInt16LE(offset + 26);
  const nameStart = offset + LOCAL.size;
  const name = decodeName(archive.subarray(nameStart, nameStart + nameLength), nameLength);
  if (name !== entry.name) throw new ZipError("two parts of it name the same file differently");
  const start = nameStart + nameLength + archive.readUInt16LE(offset + 28);
  const data = archive.subarray(start, start + packed);
  if (data.length !== packed) throw new ZipError("it ends early");
  const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  if (content.length !== size || crc32(content) !== entry.crc) throw new ZipError("it is damaged");
  return content;
}

// src/github/reads/artifacts.ts
var NEEDS2 = "actions: read";
var MAX_PACKED = 64 * 1024 * 1024;
var LIMITS = { files: 1e3, bytes: 512 * 1024 * 1024 };
async function artifactsOfRun(client, runId) {
  const route = `GET ${repositoryAddress(client.repository)}${address`/actions/runs/${runId}/artifacts`}`;
  const listed = await client.pages({ what: `list the artifacts of run ${runId}`, route, needs: NEEDS2 }, "artifacts");
  return listed.map(toArtifact);
}
async function artifactFiles(client, artifactId, headSha, isWanted) {
  const base = `${repositoryAddress(client.repository)}${address`/actions/artifacts/${artifactId}`}`;
  const what = `read artifact ${artifactId}`;
  const found = await client.json({ what, route: `GET ${base}`, needs: NEEDS2 });
  const repository = asObject(
    await client.json({ what, route: `GET ${repositoryAddress(client.repository)}`, needs: "metadata: read" })
  );
  refuseForeign(what, toArtifact(found), headSha, requiredInteger(repository, "id"));
  const answer2 = await client.send({
    what,
    route: `GET ${base}/zip`,
    needs: NEEDS2,
    expect: "redirect",
    maxBytes: MAX_PACKED
  });
  const zip = answer2.status < 300 ? answer2.body : await fetchFrom(client, what, answer2.headers.location ?? "");
  refuseOtherBytes(what, zip, textIn(asObject(found), "digest"));
  try {
    return readZip(zip, LIMITS, isWanted);
  } catch (error2) {
    if (error2 instanceof ZipError) throw refused3(what, error2.message);
    throw error2;
  }
}
function fetchFrom(client, what, location) {
  if (!URL.canParse(location)) throw refused3(what, "GitHub does not say where it is");
  return client.fetchElsewhere(what, new URL(location), MAX_PACKED);
}
function refuseForeign(what, artifact, headSha, repositoryId) {
  if (artifact.expired) throw refused3(what, "it has expired");
  if (artifact.repositoryId !== repositoryId) throw refused3(what, "it is from a run of another repository");
  if (artifact.headSha !== headSha) throw refused3(what, `it is not from a run for ${headSha}`);
  if (artifact.bytes > MAX_PACKED) throw refused3(what, `it has ${artifact.bytes} bytes, more than ${MAX_PACKED}`);
}
function refuseOtherBytes(what, zip, digest2) {
  if (digest2 === null) return;
  const actual = `sha256:${createHash4("sha256").update(zip).digest("hex")}`;
  if (digest2 !== actual) throw refused3(what, "its bytes are not those that were uploaded");
}
var refused3 = (what, why) => new GitHubError(`GitHub: cannot ${what}: ${why}`, { kind: "invalid" }, null);
function toArtifact(value) {
  const artifact = asObject(value);
  const run = inner(artifact, "workflow_run");
  return {
    id: requiredInteger(artifact, "id"),
    name: requiredText(artifact, "name"),
    bytes: requiredInteger(artifact, "size_in_bytes"),
    expired: member(artifact, "expired") !== false,
    headSha: textIn(run, "head_sha"),
    repositoryId: numberIn(run, "repository_id")
  };
}

// src/github/reads/authors.ts
var AUTHORS = `query CommitAuthors($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      commits(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { commit { authors(first: 100) { nodes { email user { databaseId } } } } }
      }
    }
  }
}`;
async function commitAuthors(client, number) {
  const accounts = /* @__PURE__ */ new Map();
  let after = null;
  do {
    const variables = { ...client.repository, number, after };
    const data = await query(client, `read the authors of #${number}`, AUTHORS, variables);
    const commits2 = inner(inner(inner(data, "repository"), "pullRequest"), "commits");
    if (commits2 === null) throw new MissingMember("commits");
    for (const node of asArray(member(commits2, "nodes"))) {
      for (const author of asArray(member(inner(inner(asObject(node), "commit"), "authors"), "nodes"))) {
        const address2 = textIn(asObject(author), "email");
        const id = numberIn(inner(asObject(author), "user"), "databaseId");
        if (address2 !== null && id !== null) accounts.set(address2.toLowerCase(), id);
      }
    }
    const page = inner(commits2, "pageInfo");
    after = member(page, "hasNextPage") === true ? requiredText(page, "endCursor") : null;
  } while (after !== null);
  return accounts;
}

// src/github/reads/contents.ts
var NEEDS3 = "contents: read";
var MAX_JSON = 8 * 1024 * 1024;
function fileReader(client) {
  const seen = /* @__PURE__ */ new Set();
  return async (request) => {
    const repository = request.repository ?? client.repository;
    const base = repositoryAddress(repository);
    const what = `read ${request.path} of ${repository.owner}/${repository.name} at ${request.ref}`;
    const commit = `${base}@${request.ref}`;
    const parameters = { ref: request.ref };
    const call = { what, route: `GET ${base}/contents/${pathAddress(request.path)}`, parameters, needs: NEEDS3 };
    const answer2 = await attempt(client.json({ ...call, maxBytes: MAX_JSON }));
    if (answer2.ok) {
      seen.add(commit);
      return toFile(client, request, call, answer2.value);
    }
    if (!isFailure(answer2.error, "not-found")) throw answer2.error;
    if (!seen.has(commit))
      await client.json({ ...call, route: `GET ${base}${address`/commits/${request.ref}`}`, parameters: {} });
    seen.add(commit);
    return { kind: "absent" };
  };
}
async function toFile(client, { maxBytes }, call, value) {
  const entry = Array.isArray(value) ? null : asObject(value);
  if (entry === null || member(entry, "type") !== "file") return { kind: "not-a-file" };
  const size = requiredInteger(entry, "size");
  if (size > maxBytes) {
    const message = `GitHub: cannot ${call.what}: ${size} bytes, more than the ${maxBytes} that are read`;
    throw new GitHubError(message, { kind: "invalid" }, null);
  }
  const blobSha = requiredText(entry, "sha");
  if (textIn(entry, "encoding") === "base64") {
    return { kind: "file", bytes: Buffer.from(requiredText(entry, "content"), "base64"), blobSha };
  }
  const raw = await client.send({ ...call, accept: "application/vnd.github.raw+json", expect: "bytes", maxBytes });
  return { kind: "file", bytes: raw.body, blobSha };
}

// src/github/reads/history.ts
var ACTOR = "{ __typename login ... on User { databaseId } ... on Bot { databaseId } }";
var HISTORY = `query PullHistory($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      closedAt
      labels(first: 100) { nodes { id name } }
      timelineItems(first: 100, after: $after, itemTypes: [LABELED_EVENT, UNLABELED_EVENT, COMMENT_DELETED_EVENT,
        REOPENED_EVENT, BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT]) {
        pageInfo { hasNextPage endCursor }
        nodes {
          __typename
          ... on LabeledEvent { id createdAt actor ${ACTOR} label { id name } }
          ... on UnlabeledEvent { id createdAt actor ${ACTOR} label { id name } }
          ... on CommentDeletedEvent { createdAt actor ${ACTOR} deletedCommentAuthor ${ACTOR} }
          ... on ReopenedEvent { createdAt }
          ... on BaseRefChangedEvent { createdAt }
          ... on AutomaticBaseChangeSucceededEvent { createdAt }
        }
      }
    }
  }
}`;
async function pullHistory(client, number) {
  const events = [];
  let pull = null;
  let after = null;
  do {
    const variables = { ...client.repository, number, after };
    const data = await query(client, `read the history of #${number}`, HISTORY, variables);
    pull = inner(inner(data, "repository"), "pullRequest");
    const items = inner(pull, "timelineItems");
    if (items === null) throw new MissingMember("timelineItems");
    events.push(
      ...asArray(member(items, "nodes")).map(asObject).filter((node) => node !== null)
    );
    const page = inner(items, "pageInfo");
    after = member(page, "hasNextPage") === true ? requiredText(page, "endCursor") : null;
  } while (after !== null);
  const labels = asArray(member(inner(pull, "labels"), "nodes")).map(asObject);
  return {
    closedAt: textIn(pull, "closedAt"),
    labels: labels.map((label2) => ({ id: requiredText(label2, "id"), name: requiredText(label2, "name") })),
    labelEvents: events.flatMap(toLabelEvent),
    deletedComments: events.filter(isOf("CommentDeletedEvent")).map((event) => ({
      author: actorOf(event, "deletedCommentAuthor"),
      actorId: actorOf(event, "actor")?.id ?? null,
      at: requiredText(event, "createdAt")
    })),
    resets: events.filter(isOf(...RESETS)).map((event) => requiredText(event, "createdAt"))
  };
}
var RESETS = ["ReopenedEvent", "BaseRefChangedEvent", "AutomaticBaseChangeSucceededEvent"];
var isOf = (...types) => (event) => types.includes(textIn(event, "__typename") ?? "");
function toLabelEvent(event) {
  const action = isOf("LabeledEvent")(event) ? "labeled" : isOf("UnlabeledEvent")(event) ? "unlabeled" : null;
  if (action === null) return [];
  const label2 = inner(event, "label");
  const labelId = textIn(label2, "id");
  return [
    {
      nodeId: requiredText(event, "id"),
      action,
      label: requiredText(label2, "name"),
      labelId,
      actor: actorOf(event, "actor"),
      at: requiredText(event, "createdAt")
    }
  ];
}
function actorOf(event, name) {
  const actor = inner(event, name);
  const id = numberIn(actor, "databaseId");
  return id === null ? null : { id, login: requiredText(actor, "login"), type: accountTypeOf(requiredText(actor, "__typename")) };
}

// src/github/reads/permissions.ts
var LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\[bot\])?$/;
var NOBODY = { role: "none", userId: null };
async function roleOf2(client, login) {
  if (!LOGIN.test(login)) return NOBODY;
  const route = `GET ${repositoryAddress(client.repository)}${address`/collaborators/${login}/permission`}`;
  const answer2 = await attempt(client.json({ what: `read the role of ${login}`, route, needs: "metadata: read" }));
  if (!answer2.ok) {
    if (isFailure(answer2.error, "not-found")) return NOBODY;
    throw answer2.error;
  }
  const permission = asObject(answer2.value);
  const role = textIn(permission, "role_name") ?? requiredText(permission, "permission");
  return { role: role === "" ? "none" : role, userId: numberIn(inner(permission, "user"), "id") };
}
async function teamMembership(client, organisation, team, login) {
  if (!LOGIN.test(login)) return "none";
  const base = address`/orgs/${organisation}/teams/${team}`;
  const needs = "members: read (of the organisation)";
  const what = `read the members of the team ${organisation}/${team}`;
  const answer2 = await attempt(client.json({ what, route: `GET ${base}${address`/memberships/${login}`}`, needs }));
  if (answer2.ok) return requiredText(asObject(answer2.value), "state") === "active" ? "active" : "pending";
  if (!isFailure(answer2.error, "not-found")) throw answer2.error;
  await client.json({ what, route: `GET ${base}`, needs });
  return "none";
}

// src/github/reads/pulls.ts
var MAX_FILES = 3e3;
var MAX_COMPARED_FILES = 300;
var NEEDS4 = "pull-requests: read";
async function pullRequest2(client, number) {
  const route = `GET ${repositoryAddress(client.repository)}${address`/pulls/${number}`}`;
  return toPullRequest(await client.json({ what: `read pull request #${number}`, route, needs: NEEDS4 }));
}
async function pullRequestsOfHead(client, headOwner, headRef, headSha, state) {
  const found = await client.pages({
    what: `find the pull request of ${headRef}`,
    route: `GET ${repositoryAddress(client.repository)}/pulls`,
    parameters: { state, head: `${headOwner}:${headRef}` },
    needs: NEEDS4
  });
  return found.map(toPullRequest).filter((pull) => pull.headSha === headSha);
}
async function openPullRequests(client) {
  const found = await client.pages({
    what: "list the open pull requests",
    route: `GET ${repositoryAddress(client.repository)}/pulls`,
    parameters: { state: "open", sort: "created", direction: "asc" },
    needs: NEEDS4
  });
  return found.map(toPullRequest);
}
async function pullRequestsOfCommit(client, sha) {
  const route = `GET ${repositoryAddress(client.repository)}${address`/commits/${sha}/pulls`}`;
  const found = await client.pages({ what: `find the pull requests of ${sha}`, route, needs: NEEDS4 });
  return found.map((pull) => requiredInteger(asObject(pull), "number"));
}
async function changedFiles(client, number, headSha) {
  const route = `GET ${repositoryAddress(client.repository)}${address`/pulls/${number}/files`}`;
  const files = await client.pages({ what: `list the files of #${number}`, route, needs: NEEDS4 });
  const pull = await pullRequest2(client, number);
  if (pull.headSha !== headSha) return changedFilesBetween(client, pull.baseSha, headSha);
  const complete2 = files.length < MAX_FILES && files.length >= (pull.changedFiles ?? 0);
  return { files: files.map(toChangedFile), complete: complete2 };
}
async function changedFilesBetween(client, baseSha, headSha) {
  const route = `GET ${repositoryAddress(client.repository)}${address`/compare/${`${baseSha}...${headSha}`}`}`;
  const what = `compare ${baseSha} with ${headSha}`;
  const comparison = asObject(await client.json({ what, route, needs: "contents: read" }));
  const files = asArray(member(comparison, "files"));
  const mergeBase = requiredText(inner(comparison, "merge_base_commit"), "sha");
  return { files: files.map(toChangedFile), complete: files.length < MAX_COMPARED_FILES, mergeBase };
}
async function commitObject(client, sha) {
  const route = `GET ${repositoryAddress(client.repository)}${address`/git/commits/${sha}`}`;
  const commit = asObject(await client.json({ what: `read the commit ${sha}`, route, needs: "contents: read" }));
  const parents = asArray(member(commit, "parents")).map((parent) => requiredText(asObject(parent), "sha"));
  return { sha: requiredText(commit, "sha"), tree: requiredText(inner(commit, "tree"), "sha"), parents };
}
async function commits(client, number) {
  const total = (await pullRequest2(client, number)).commits;
  const route = `GET ${repositoryAddress(client.repository)}${address`/pulls/${number}/commits`}`;
  const listed = await client.pages({ what: `list the commits of #${number}`, route, needs: NEEDS4 });
  return { commits: listed.map(toCommit), complete: total !== null && listed.length >= total };
}
function toPullRequest(value) {
  const pull = asObject(value);
  const head = inner(pull, "head");
  const base = inner(pull, "base");
  const headRepositoryId = numberIn(inner(head, "repo"), "id");
  return {
    number: requiredInteger(pull, "number"),
    state: requiredText(pull, "state") === "open" ? "open" : "closed",
    merged: typeof member(pull, "merged_at") === "string",
    mergedAt: textIn(pull, "merged_at"),
    author: account(member(pull, "user")),
    headSha: requiredText(head, "sha"),
    headRef: requiredText(head, "ref"),
    headRepository: textIn(inner(head, "repo"), "full_name"),
    headRepositoryId,
    baseSha: requiredText(base, "sha"),
    baseRef: requiredText(base, "ref"),
    repositoryId: requiredInteger(inner(base, "repo"), "id"),
    mergeSha: textIn(pull, "merge_commit_sha"),
    commits: numberIn(pull, "commits"),
    changedFiles: numberIn(pull, "changed_files")
  };
}
function toChangedFile(value) {
  const file = asObject(value);
  const status = fileStatusOf(requiredText(file, "status"));
  return {
    path: requiredText(file, "filename"),
    previousPath: textIn(file, "previous_filename"),
    status,
    patch: textIn(file, "patch"),
    blobSha: status === "removed" ? null : textIn(file, "sha"),
    additions: numberIn(file, "additions"),
    deletions: numberIn(file, "deletions")
  };
}
function toCommit(value) {
  const item = asObject(value);
  const commit = inner(item, "commit");
  return {
    sha: requiredText(item, "sha"),
    author: account(member(item, "author")),
    committer: account(member(item, "committer")),
    authorEmail: textIn(inner(commit, "author"), "email"),
    committerEmail: textIn(inner(commit, "committer"), "email"),
    message: textIn(commit, "message") ?? ""
  };
}

// src/github/reads/trees.ts
async function blobsAt(client, commit) {
  const route = `GET ${repositoryAddress(client.repository)}${address`/git/trees/${commit}`}`;
  const call = { what: `list the files of ${commit}`, route, parameters: { recursive: "1" }, needs: "contents: read" };
  const tree = asObject(await client.json(call));
  if (member(tree, "truncated") !== false) return null;
  const files = asArray(member(tree, "tree")).map(asObject).filter((entry) => textIn(entry, "type") === "blob");
  return new Map(
    files.flatMap((entry) => {
      const [path, id] = [textIn(entry, "path"), textIn(entry, "sha")];
      return path === null || id === null ? [] : [[path, id]];
    })
  );
}
async function filesAt(client, commit) {
  const blobs = await blobsAt(client, commit);
  return blobs === null ? null : [...blobs.keys()].toSorted();
}

// src/github/writes/check-runs.ts
import { createHash as createHash5 } from "node:crypto";
var EXTERNAL_ID = new RegExp(
  `^policy-gate:2:(?<answer>pull-request|queue|branch):(?<run>\\d{1,15}):[0-9a-f]{64}(?:${SIGNATURE.source})?(?::(?<scanned>[0-9a-f]{40,64}))?$`
);
async function listChecks(client, headSha, name) {
  const listed = await client.pages(
    {
      what: `list the check runs of ${headSha}`,
      route: `GET ${repositoryAddress(client.repository)}${address`/commits/${headSha}/check-runs`}`,
      parameters: { ...name === null ? {} : { check_name: name }, filter: "all" },
      needs: "checks: read"
    },
    "check_runs"
  );
  return listed.map(toCheckRun).toSorted((a, b) => b.id - a.id);
}
function split(checks, identity) {
  const isOurs = (check) => !check.isJob && (identity.appId === null ? EXTERNAL_ID.test(check.externalId) : check.appId === identity.appId);
  return { own: checks.filter(isOurs), others: checks.filter((check) => !isOurs(check)) };
}
async function findChecks(client, identify, { headSha, name }) {
  const checks = await listChecks(client, headSha, name);
  if (checks.length === 0) return { own: [], others: [] };
  const { own, others } = split(checks, await identify());
  return { own, others: others.map(toOther) };
}
var toOther = ({ id, appId: appId2, app, isJob, status, conclusion, url }) => ({
  ...{ id, appId: appId2, app, isJob, status, conclusion, url }
});
var isMarked = (check) => EXTERNAL_ID.test(check.externalId);
function runIdOf(check) {
  const id = Number(EXTERNAL_ID.exec(check.externalId)?.groups?.run ?? 0);
  return id === 0 ? null : id;
}
var answerOf = (check) => EXTERNAL_ID.exec(check.externalId)?.groups?.answer ?? null;
var signatureOf = (check) => EXTERNAL_ID.test(check.externalId) ? signatureIn(check.externalId) : null;
var scannedShaOf = (check) => EXTERNAL_ID.exec(check.externalId)?.groups?.scanned ?? null;
function externalId(report) {
  const { conclusion, title, summary: summary2, text, annotations } = report;
  const shown = JSON.stringify([conclusion, title, summary2, visible2(text), annotations.map(annotationKey)]);
  const digest2 = createHash5("sha256").update(shown).digest("hex");
  const scanned = report.scannedSha == null ? "" : `:${report.scannedSha}`;
  const signature = report.signature ? signed(report.signature) : "";
  return `policy-gate:2:${report.answer}:${report.runId ?? 0}:${digest2}${signature}${scanned}`;
}
var TICKET = /^<!-- policy-gate-at-work ([0-9a-f]{12}) -->/;
var ticketText = (ticket) => `<!-- policy-gate-at-work ${ticket} -->
`;
var ticketOf2 = ({ status, text }) => status === "completed" ? null : TICKET.exec(text ?? "")?.[1] ?? null;
var visible2 = (text) => text?.replace(/^<!--[^\n]*-->\n/, "") || null;
var shows = (check, report) => check.status === "completed" && check.externalId === externalId(report) && check.conclusion === report.conclusion && check.title === report.title && check.summary === report.summary && (report.exact === true ? check.text === report.text : visible2(check.text) === visible2(report.text)) && check.annotationsCount >= report.annotations.length;
function annotationBody(annotation2) {
  const { startLine, endLine, startColumn, endColumn, title, rawDetails } = annotation2;
  return {
    path: annotation2.path,
    start_line: startLine,
    end_line: endLine,
    annotation_level: annotation2.level,
    message: annotation2.message,
    ...title === null ? {} : { title },
    ...rawDetails === null ? {} : { raw_details: rawDetails },
    // GitHub refuses columns on annotations of several lines.
    ...startLine === endLine && startColumn !== null ? { start_column: startColumn } : {},
    ...startLine === endLine && startColumn !== null && endColumn !== null ? { end_column: endColumn } : {}
  };
}
async function annotationKeys(client, checkId) {
  const listed = await client.pages({
    what: `list the annotations of check run ${checkId}`,
    route: `GET ${repositoryAddress(client.repository)}${address`/check-runs/${checkId}/annotations`}`,
    needs: "checks: read"
  });
  return listed.map((value) => keyOf2(asObject(value)));
}
var annotationKey = (annotation2) => keyOf2(annotationBody(annotation2));
var keyOf2 = (body) => JSON.stringify(
  ["path", "start_line", "end_line", "annotation_level", "title", "message"].map((name) => member(body, name) ?? null)
);
function toCheckRun(value) {
  const check = asObject(value);
  const output = inner(check, "output");
  const app = inner(check, "app");
  const url = textIn(check, "html_url");
  return {
    id: requiredInteger(check, "id"),
    name: textIn(check, "name") ?? "",
    appId: numberIn(app, "id"),
    app: textIn(app, "slug"),
    // A job's check lies below its run, a check made with a token directly below the repository.
    isJob: /\/actions\/runs\/\d+\/jobs?\/\d+/.test(`${url} ${textIn(check, "details_url")}`),
    status: wordIn(check, "status", RUN_STATUSES) ?? "other",
    conclusion: wordIn(check, "conclusion", CONCLUSIONS),
    url,
    externalId: textIn(check, "external_id") ?? "",
    title: textIn(output, "title"),
    summary: textIn(output, "summary"),
    text: textIn(output, "text"),
    annotationsCount: numberIn(output, "annotations_count") ?? asArray(member(output, "annotations")).length
  };
}

// src/github/writes/check-update.ts
var CHECKS_WRITE = "checks: write";
async function update(client, report, id, annotations, done) {
  await client.json({
    what: `update the check run "${report.name}"`,
    route: `PATCH ${repositoryAddress(client.repository)}${address`/check-runs/${id}`}`,
    parameters: bodyOf(report, done, annotations),
    needs: CHECKS_WRITE
  });
}
function bodyOf(report, done, annotations) {
  const { title, summary: summary2, text } = report;
  return {
    external_id: externalId(report),
    ...done ? { status: "completed", conclusion: report.conclusion } : { status: "in_progress" },
    output: {
      title,
      summary: summary2,
      ...text === null ? {} : { text },
      ...annotations.length > 0 ? { annotations: annotations.map(annotationBody) } : {}
    }
  };
}

// src/github/writes/check-posts.ts
async function adopt(client, report, check) {
  if (check.annotationsCount === 0) return complete(client, report, check, "updated", report.annotations);
  const missing2 = await attempt(missingAnnotations(client, check.id, report.annotations));
  if (missing2.ok) return complete(client, report, check, "updated", missing2.value);
  await update(client, report, check.id, [], true);
  return { ...result(check, "updated", 0), annotationsError: missing2.error };
}
async function create(client, identify, report) {
  const first = report.annotations.slice(0, ANNOTATIONS_PER_REQUEST);
  const rest = report.annotations.slice(ANNOTATIONS_PER_REQUEST);
  const body = { ...bodyOf(report, rest.length === 0, first), name: report.name, head_sha: report.headSha };
  const route = `POST ${repositoryAddress(client.repository)}/check-runs`;
  const call = { what: `create the check run "${report.name}"`, route, parameters: body, needs: CHECKS_WRITE };
  const post2 = async () => toMade(asObject(await client.json(call)));
  const made = await post2().catch(async (error2) => {
    if (!isAmbiguous(error2)) throw error2;
    await client.pause();
    const { own } = await findChecks(client, identify, report);
    return own.find((check) => check.externalId === externalId(report)) ?? await post2();
  });
  if (rest.length === 0) return result(made, "created", first.length);
  return complete(client, report, made, "created", rest);
}
async function complete(client, report, check, action, missing2) {
  const all2 = report.annotations.length;
  const first = await sendBatches(client, report, check.id, missing2);
  if (first.error === null) return result(check, action, all2);
  if (isAmbiguous(first.error)) {
    await client.pause();
    const left = await attempt(missingAnnotations(client, check.id, report.annotations));
    const second = left.ok ? await sendBatches(client, report, check.id, left.value) : null;
    if (second?.error === null) return result(check, action, all2);
  }
  await update(client, report, check.id, [], true);
  return { ...result(check, action, all2 - missing2.length + first.sent), annotationsError: first.error };
}
async function sendBatches(client, report, checkId, annotations) {
  let sent = 0;
  do {
    const batch = annotations.slice(sent, sent + ANNOTATIONS_PER_REQUEST);
    const isLast = sent + batch.length >= annotations.length;
    const outcome = await attempt(update(client, report, checkId, batch, isLast));
    if (!outcome.ok) return { sent, error: outcome.error };
    sent += batch.length;
  } while (sent < annotations.length);
  return { sent, error: null };
}
async function missingAnnotations(client, checkId, annotations) {
  const counts = /* @__PURE__ */ new Map();
  for (const key of await annotationKeys(client, checkId)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return annotations.filter((annotation2) => {
    const key = annotationKey(annotation2);
    const there = counts.get(key) ?? 0;
    counts.set(key, there - 1);
    return there <= 0;
  });
}
var toMade = (check) => ({ id: requiredInteger(check, "id"), url: textIn(check, "html_url") });
function result(check, action, annotationsPosted) {
  return { url: check.url, action, stands: "this", annotationsPosted, annotationsError: null, others: [] };
}

// src/github/writes/same-gate.ts
async function otherGate(client, check, report) {
  if (isAtWorkBeside(check, report)) return { workflowPath: report.workflowPath ?? null };
  const there = answered(check);
  const told2 = relation(there, answering(report));
  if (told2 === "same") return null;
  if (told2 === "another") return { workflowPath: await pathOrNull(client, there.runId) };
  return askFor2(client, there, report);
}
function isOtherGate(check, report) {
  return isAtWorkBeside(check, report) || relation({ ...answered(check), isCompleted: false }, answering(report)) === "another";
}
function isAtWorkBeside(check, report) {
  const [there, other] = [signatureOf(check), ticketOf2(check)];
  const { signature: here = null, ticket = null } = report;
  if (there === null || here === null || ticket === null || other === null) return false;
  return !answering(report).again && other !== ticket && there.run === here.run && there.attempt === here.attempt;
}
var answered = (check) => ({
  signature: signatureOf(check),
  runId: runIdOf(check),
  isCompleted: check.status === "completed"
});
var answering = ({ signature, runId, again, inName }) => ({
  signature: signature ?? null,
  runId,
  again: again === true || inName === true
});
async function askFor2(client, there, report) {
  const { signature = null, runId } = report;
  const asked = await attempt(workflowOfRun(client, there.runId ?? 0));
  if (asked.ok) {
    const own = report.workflowPath ?? await pathOrNull(client, runId);
    return own === asked.value ? null : { workflowPath: asked.value };
  }
  const unknown = { workflowPath: null };
  if (isFailure(asked.error, "not-found")) return hasSameScans(there.signature, signature) ? null : unknown;
  if (there.signature === null || signature === null) return null;
  const isSame3 = there.signature.workflow !== null && there.signature.workflow === signature.workflow;
  return isSame3 || hasSameScans(there.signature, signature) ? null : unknown;
}
async function workflowOfRun(client, runId) {
  const route = `GET ${repositoryAddress(client.repository)}${address`/actions/runs/${runId}`}`;
  const run = asObject(await client.json({ what: `read the workflow run ${runId}`, route, needs: "actions: read" }));
  return (textIn(run, "path") ?? "").replace(/@.*$/, "");
}
async function pathOrNull(client, runId) {
  const asked = runId === null ? null : await attempt(workflowOfRun(client, runId));
  return asked?.ok ? asked.value : null;
}

// src/github/writes/disputes.ts
async function disputeIn(client, own, report) {
  if (report.disputed === void 0) return null;
  for (const check of own) {
    const other = await otherGate(client, check, report);
    if (other !== null) return disputed(check, report, report.disputed(other));
  }
  return null;
}
function disputed(check, report, shown) {
  const signature = signatureOf(check) ?? report.signature ?? null;
  return {
    ...report,
    ...shown,
    conclusion: "failure",
    annotations: [],
    runId: runIdOf(check),
    scannedSha: null,
    signature: signature === null ? null : { ...signature, isDisputed: true }
  };
}
async function tellDispute(client, identify, own, { report, dispute: dispute2 }) {
  if (own.every(isTold)) return "unchanged";
  const isAlone = !own.some((check) => isOf2(check, report));
  const left = isAlone ? await attempt(create(client, identify, dispute2)) : null;
  const all2 = left?.ok ? (await findChecks(client, identify, report)).own : own;
  for (const check of all2.filter((each) => !isTold(each))) await update(client, dispute2, check.id, [], true);
  return "updated";
}
function isOf2(check, { ticket = null, signature = null }) {
  const there = signatureOf(check);
  if (check.status !== "completed") return ticket !== null && ticketOf2(check) === ticket;
  return there !== null && signature !== null && signed(there) === signed(signature);
}
var isTold = (check) => check.status === "completed" && check.conclusion === "failure" && signatureOf(check)?.isDisputed === true;

// src/github/writes/second-look.ts
var anotherAnswer = (own, report) => report.yields ? own.find((check) => answerOf(check) !== report.answer) : void 0;
var MOST_LOOKS = 4;
async function lookAgain(client, identify, report, made) {
  const { own } = await findChecks(client, identify, report);
  const mark = externalId(report);
  const beside = own.filter((check) => check.externalId !== mark);
  if (anotherAnswer(beside, report) !== void 0) {
    await giveWay(client, identify, report);
    return { ...made, stands: "former" };
  }
  const dispute2 = await disputeIn(client, beside, report);
  if (dispute2 === null) {
    for (const { id, status } of beside) if (status !== "completed") await update(client, report, id, [], true);
    return made;
  }
  await tellDispute(client, identify, own, { report, dispute: dispute2 });
  return { ...made, action: "updated", stands: "none" };
}
async function giveWay(client, identify, report) {
  const made = /* @__PURE__ */ new Set();
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const { own } = await findChecks(client, identify, report);
    for (const { id } of own.filter((check) => answerOf(check) === report.answer)) made.add(id);
    const another = anotherAnswer(
      own.filter(({ id }) => !made.has(id)),
      report
    );
    const behind = own.filter((check) => made.has(check.id) && another !== void 0 && !saysTheSame(check, another));
    if (another === void 0 || behind.length === 0) return;
    for (const { id } of behind) await showTheSame(client, report.name, another, id);
  }
}
var saysTheSame = (check, other) => check.externalId === other.externalId && check.status === other.status && check.conclusion === other.conclusion;
async function showTheSame(client, name, { externalId: mark, ...shown }, id) {
  const { status, conclusion, title, summary: summary2, text } = shown;
  const isOver = status === "completed" && conclusion !== null;
  await client.json({
    what: `update the check run "${name}"`,
    route: `PATCH ${repositoryAddress(client.repository)}${address`/check-runs/${id}`}`,
    parameters: {
      external_id: mark,
      ...isOver ? { status, conclusion } : { status: "in_progress" },
      output: { title: title ?? "", summary: summary2 ?? "", ...text === null ? {} : { text } }
    },
    needs: CHECKS_WRITE
  });
}

// src/github/writes/checks.ts
async function keepCheck(client, identify, report) {
  const { own, others } = await findChecks(client, identify, report);
  const former = formerThatStays(own, report);
  if (former !== void 0 && report.yields) await attempt(giveWay(client, identify, report));
  if (former !== void 0) return { ...result(former, "unchanged", 0), others, stands: "former" };
  const [newest] = own;
  const dispute2 = await disputeIn(client, own, report);
  if (newest !== void 0 && dispute2 !== null) {
    const action = await tellDispute(client, identify, own, { report, dispute: dispute2 });
    return { ...result(newest, action, 0), others, stands: "none" };
  }
  const shown = inTheNameOf(newest, report);
  const made = await keepNewest(client, identify, shown, newest, others);
  for (const older of own.slice(1)) if (!agrees2(older, shown)) await attempt(update(client, shown, older.id, [], true));
  if (made.action === "unchanged") return made;
  const looked = await attempt(lookAgain(client, identify, shown, made));
  return looked.ok ? looked.value : made;
}
function formerThatStays(own, report) {
  const another = anotherAnswer(own, report);
  const [newest] = own;
  return another ?? (newest !== void 0 && report.leaves?.(toOwn(newest)) === true ? newest : void 0);
}
function inTheNameOf(check, report) {
  const signature = check === void 0 || report.inName !== true ? null : signatureOf(check);
  return signature === null || check === void 0 || runIdOf(check) !== report.runId ? report : { ...report, signature };
}
async function keepNewest(client, identify, report, current, others) {
  if (current === void 0) return { ...await create(client, identify, report), others };
  if (shows(current, report)) return { ...result(current, "unchanged", report.annotations.length), others };
  const updated = await attempt(adopt(client, report, current));
  if (updated.ok) return { ...updated.value, others };
  if (!isFailure(updated.error, "forbidden")) throw updated.error;
  return { ...await create(client, identify, report), others: [...others, current].map(toOther) };
}
async function startCheck(client, identify, report) {
  const { own } = await findChecks(client, identify, report);
  const [newest] = own;
  if (newest !== void 0 && report.disputed !== void 0 && isOtherGate(newest, report)) {
    const shown = report.disputed({ workflowPath: null });
    return tellDispute(client, identify, own, { report, dispute: disputed(newest, report, shown) });
  }
  const begun = report.ticket == null ? report : { ...report, text: ticketText(report.ticket) };
  const isBranchs = newest !== void 0 && !report.yields && answerOf(newest) !== report.answer;
  if (newest !== void 0 && !isBranchs) return "unchanged";
  const body = { ...bodyOf(begun, false, []), name: report.name, head_sha: report.headSha };
  const route = `POST ${repositoryAddress(client.repository)}/check-runs`;
  await client.json({ what: `create the check run "${report.name}"`, route, parameters: body, needs: CHECKS_WRITE });
  if (newest === void 0) return "created";
  await update(client, begun, newest.id, [], false);
  return "updated";
}
async function ownCheck(client, identify, headSha, name) {
  const own = (await findChecks(client, identify, { headSha, name })).own[0];
  return own === void 0 ? null : toOwn(own);
}
async function gatesOf(client, identify, headSha) {
  const checks = (await listChecks(client, headSha, null)).filter(isMarked);
  const { own } = checks.length === 0 ? { own: [] } : split(checks, await identify());
  return [...new Set(own.map(({ name }) => name))].sort();
}
var toOwn = (check) => ({
  runId: runIdOf(check),
  signature: signatureOf(check),
  conclusion: check.status === "completed" ? check.conclusion : null,
  scannedSha: scannedShaOf(check),
  text: check.text
});
var agrees2 = ({ status, conclusion, externalId: mark }, report) => status === "completed" && conclusion === report.conclusion && mark === externalId(report);

// src/github/writes/same-body.ts
async function writeBody(client, call, body) {
  const update3 = { ...call, parameters: { body } };
  const first = await attempt(client.json(update3));
  if (first.ok) return;
  if (!isAmbiguous(first.error)) throw first.error;
  await client.pause();
  await client.json(update3);
}

// src/github/writes/comments.ts
var NEEDS5 = "pull-requests: write";
async function comments(client, number) {
  return (await list(client, number)).map(({ hidden: hidden2, ...comment2 }) => comment2);
}
async function keepComment(client, identify, sticky) {
  const own = await findOwn(client, identify, sticky);
  const [kept, ...duplicates] = own;
  if (kept === void 0) {
    if (!sticky.create) return { action: "absent", url: null };
    const url = await create2(client, identify, sticky);
    return settle2(client, await findOwn(client, identify, sticky), sticky, { action: "created", url });
  }
  const body = sticky.amend?.(kept.body) ?? sticky.body;
  const changes = kept.body !== body;
  if (changes) await update2(client, kept.id, body);
  if (kept.hidden) await attempt(restoreComment(client, kept.nodeId));
  for (const duplicate of duplicates) await remove(client, duplicate.id);
  return { action: changes ? "updated" : "unchanged", url: kept.url };
}
async function settle2(client, [kept, ...duplicates], { body }, made) {
  if (kept !== void 0 && kept.body !== body) await update2(client, kept.id, body);
  for (const duplicate of duplicates) await remove(client, duplicate.id);
  return { ...made, url: kept?.url ?? made.url };
}
async function findOwn(client, identify, sticky) {
  const marked = (await list(client, sticky.number)).filter((comment2) => comment2.body.includes(sticky.marker));
  if (marked.length === 0) return [];
  const identity = await identify();
  return marked.filter((comment2) => isOwn2(identity, comment2.author, comment2.appId)).toSorted((a, b) => a.id - b.id);
}
async function create2(client, identify, sticky) {
  const post2 = async () => textIn(
    asObject(
      await client.json({
        what: `comment on #${sticky.number}`,
        route: `POST ${issue(client, sticky.number)}/comments`,
        parameters: { body: sticky.body },
        needs: NEEDS5
      })
    ),
    "html_url"
  );
  try {
    return await post2();
  } catch (error2) {
    if (!isAmbiguous(error2)) throw error2;
    await client.pause();
    const made = (await findOwn(client, identify, sticky))[0];
    return made === void 0 ? await post2() : made.url;
  }
}
var update2 = (client, id, body) => writeBody(client, { what: "update the comment", route: `PATCH ${commentAddress(client, id)}`, needs: NEEDS5 }, body);
async function remove(client, id) {
  const route = `DELETE ${commentAddress(client, id)}`;
  const removed = await attempt(client.json({ what: "delete a duplicate comment", route, needs: NEEDS5 }));
  if (!removed.ok && !isFailure(removed.error, "not-found")) throw removed.error;
}
async function list(client, number) {
  const route = `GET ${issue(client, number)}/comments`;
  const listed = await client.pages({ what: `list the comments of #${number}`, route, needs: "pull-requests: read" });
  return listed.map(toComment);
}
var issue = (client, number) => `${repositoryAddress(client.repository)}${address`/issues/${number}`}`;
var commentAddress = (client, id) => `${repositoryAddress(client.repository)}${address`/issues/comments/${id}`}`;
function toComment(value) {
  const comment2 = asObject(value);
  return {
    id: requiredInteger(comment2, "id"),
    nodeId: textIn(comment2, "node_id") ?? "",
    author: account(member(comment2, "user")),
    appId: numberIn(inner(comment2, "performed_via_github_app"), "id"),
    body: textIn(comment2, "body") ?? "",
    createdAt: requiredText(comment2, "created_at"),
    updatedAt: requiredText(comment2, "updated_at"),
    url: textIn(comment2, "html_url") ?? "",
    issueUrl: textIn(comment2, "issue_url") ?? "",
    hidden: inner(comment2, "minimized") !== null
  };
}

// src/github/writes/issues.ts
var NEEDS6 = "issues: write";
async function keepIssue(client, identify, issue4) {
  const current = await findOwn2(client, identify, issue4);
  const { title, body } = issue4;
  if (current === null) {
    if (body === null) return { action: "absent" };
    await create3(client, identify, issue4);
    return { action: "created" };
  }
  if (body === null) {
    await patch(client, current, { state: "closed" });
    return { action: "closed" };
  }
  const same = textIn(current, "title") === title && textIn(current, "body") === body;
  if (same) return { action: "unchanged" };
  await patch(client, current, { title, body });
  return { action: "updated" };
}
async function findOwn2(client, identify, { marker }) {
  const route = `GET ${repositoryAddress(client.repository)}/issues`;
  const call = { what: "list the open issues", route, parameters: { state: "open" }, needs: "issues: read" };
  const open2 = (await client.pages(call)).map(asObject);
  const marked = open2.filter(
    (issue4) => textIn(issue4, "body")?.includes(marker) && !Object.hasOwn(issue4 ?? {}, "pull_request")
  );
  if (marked.length === 0) return null;
  const identity = await identify();
  const own = marked.filter((issue4) => isOwn2(identity, account(member(issue4, "user")), null));
  return own.toSorted((a, b) => requiredInteger(a, "number") - requiredInteger(b, "number"))[0] ?? null;
}
async function create3(client, identify, issue4) {
  const { title, body, labels } = issue4;
  const route = `POST ${repositoryAddress(client.repository)}/issues`;
  const call = { what: "open an issue", route, parameters: { title, body, labels }, needs: NEEDS6 };
  try {
    return asObject(await client.json(call));
  } catch (error2) {
    if (!isAmbiguous(error2)) throw error2;
    await client.pause();
    return await findOwn2(client, identify, issue4) ?? asObject(await client.json(call));
  }
}
async function patch(client, issue4, parameters) {
  const route = `PATCH ${repositoryAddress(client.repository)}${address`/issues/${requiredInteger(issue4, "number")}`}`;
  return asObject(await client.json({ what: "update an issue", route, parameters, needs: NEEDS6 }));
}

// src/github/writes/labels.ts
var NEEDS7 = "pull-requests: write";
async function labelEvents(client, number) {
  const listed = await client.pages({
    what: `list the label events of #${number}`,
    route: `GET ${issue2(client, number)}/timeline`,
    needs: "pull-requests: read"
  });
  return listed.map(asObject).flatMap(toLabelEvent2);
}
async function keepLabels(client, number, managed, wanted) {
  const route = `GET ${issue2(client, number)}/labels`;
  const listed = await client.pages({ what: `list the labels of #${number}`, route, needs: "pull-requests: read" });
  const present = listed.flatMap((label2) => textIn(asObject(label2), "name") ?? []);
  const missing2 = wanted.filter((label2) => !includes(present, label2));
  const superfluous = present.filter((label2) => includes(managed, label2) && !includes(wanted, label2));
  if (missing2.length > 0) {
    await client.json({
      what: `label #${number}`,
      route: `POST ${issue2(client, number)}/labels`,
      parameters: { labels: missing2 },
      needs: NEEDS7
    });
  }
  for (const label2 of superfluous) await remove2(client, number, label2);
  return missing2.length + superfluous.length > 0 ? "changed" : "unchanged";
}
var includes = (labels, label2) => labels.some((other) => other.toLowerCase() === label2.toLowerCase());
async function remove2(client, number, label2) {
  const route = `DELETE ${issue2(client, number)}${address`/labels/${label2}`}`;
  const removed = await attempt(client.json({ what: `take a label off #${number}`, route, needs: NEEDS7 }));
  if (!removed.ok && !isFailure(removed.error, "not-found")) throw removed.error;
}
var issue2 = (client, number) => `${repositoryAddress(client.repository)}${address`/issues/${number}`}`;
function toLabelEvent2(event) {
  const action = textIn(event, "event");
  if (action !== "labeled" && action !== "unlabeled") return [];
  const label2 = requiredText(inner(event, "label"), "name");
  return [
    {
      label: label2,
      viaApp: inner(event, "performed_via_github_app") !== null,
      nodeId: textIn(event, "node_id") ?? ""
    }
  ];
}

// src/github/writes/proposals.ts
var CONTENTS = "contents: write";
var PULLS = "pull-requests: write";
var MAX_BYTES4 = 8 * 1024 * 1024;
async function proposeFile(client, readFile2, proposal) {
  const madeBranch = await ensureBranch(client, proposal);
  const wrote = await writeFile(client, readFile2, proposal);
  const open2 = await findPull(client, proposal);
  if (open2 !== null) return described(madeBranch || wrote ? "updated" : "unchanged", open2);
  return described("created", await openPull2(client, proposal));
}
async function ensureBranch(client, { branch: branch2, base }) {
  const repository = repositoryAddress(client.repository);
  const ref = (name) => `GET ${repository}/git/ref/heads/${pathAddress(name)}`;
  const there = await attempt(client.json({ what: `look for the branch ${branch2}`, route: ref(branch2) }));
  if (there.ok) return false;
  if (!isFailure(there.error, "not-found")) throw there.error;
  const start = asObject(await client.json({ what: `read the branch ${base}`, route: ref(base) }));
  const parameters = { ref: `refs/heads/${branch2}`, sha: requiredText(inner(start, "object"), "sha") };
  const route = `POST ${repository}/git/refs`;
  const made = await attempt(client.json({ what: `make the branch ${branch2}`, route, parameters, needs: CONTENTS }));
  if (!made.ok && !isAmbiguous(made.error)) throw made.error;
  if (!made.ok) await client.json({ what: `look for the branch ${branch2}`, route: ref(branch2) });
  return true;
}
async function writeFile(client, readFile2, { branch: branch2, path, content, message }) {
  const wanted = Buffer.from(content, "utf8");
  const holds2 = (file) => file.kind === "file" && wanted.equals(file.bytes);
  const request = { path, ref: branch2, maxBytes: MAX_BYTES4 };
  const current = await readFile2(request);
  if (holds2(current)) return false;
  const written = await attempt(
    client.json({
      what: `write ${path}`,
      route: `PUT ${repositoryAddress(client.repository)}/contents/${pathAddress(path)}`,
      parameters: {
        message,
        content: wanted.toString("base64"),
        branch: branch2,
        // GitHub refuses to replace a file of which somebody else has made another meanwhile.
        ...current.kind === "file" ? { sha: current.blobSha } : {}
      },
      needs: CONTENTS
    })
  );
  if (written.ok) return true;
  if (!isAmbiguous(written.error)) throw written.error;
  await client.pause();
  if (holds2(await readFile2(request))) return true;
  throw written.error;
}
async function findPull(client, { branch: branch2 }) {
  const { owner } = client.repository;
  const found = await client.pages({
    what: `find the pull request of ${branch2}`,
    route: `GET ${repositoryAddress(client.repository)}/pulls`,
    parameters: { state: "open", head: `${owner}:${branch2}` },
    needs: "pull-requests: read"
  });
  return found.map(asObject).find((pull) => member(inner(pull, "head"), "ref") === branch2) ?? null;
}
async function openPull2(client, proposal) {
  const { branch: branch2, base, title, body } = proposal;
  const route = `POST ${repositoryAddress(client.repository)}${address`/pulls`}`;
  const call = { what: "open a pull request", route, parameters: { title, body, head: branch2, base }, needs: PULLS };
  try {
    return asObject(await client.json(call));
  } catch (error2) {
    if (!isAmbiguous(error2)) throw error2;
    await client.pause();
    return await findPull(client, proposal) ?? asObject(await client.json(call));
  }
}
var described = (action, pull) => ({
  action,
  url: textIn(pull, "html_url") ?? ""
});

// src/github/objects.ts
var REACTIONS = ["+1", "-1", "eyes", "rocket"];

// src/github/writes/reactions.ts
var NEEDS8 = "pull-requests: write";
async function react2(client, identify, commentId, wanted) {
  const base = `${repositoryAddress(client.repository)}${address`/issues/comments/${commentId}/reactions`}`;
  const own = await ownReactions(client, identify, base);
  const missing2 = wanted.filter((content) => !own.some((reaction) => reaction.content === content));
  const superfluous = own.filter(
    ({ content }) => REACTIONS.some((kind) => kind === content) && !wanted.some((kind) => kind === content)
  );
  const what = "react to a comment";
  for (const content of missing2) {
    await client.json({ what, route: `POST ${base}`, parameters: { content }, needs: NEEDS8 });
  }
  for (const { id } of superfluous) {
    await client.json({ what: "take a reaction back", route: `DELETE ${base}${address`/${id}`}`, needs: NEEDS8 });
  }
  return missing2.length + superfluous.length > 0 ? "changed" : "unchanged";
}
async function ownReactions(client, identify, base) {
  const listed = await client.pages({ what: "list the reactions to a comment", route: `GET ${base}` });
  if (listed.length === 0) return [];
  const identity = await identify();
  return listed.map(asObject).filter((reaction) => isOwn2(identity, account(member(reaction, "user")), null)).map((reaction) => ({ id: requiredInteger(reaction, "id"), content: textIn(reaction, "content") }));
}

// src/github/writes/reruns.ts
async function runsOfHead(client, headSha) {
  const listed = await client.pages(
    {
      what: `list the workflow runs of ${headSha}`,
      route: `GET ${repositoryAddress(client.repository)}/actions/runs`,
      parameters: { head_sha: headSha },
      needs: "actions: read"
    },
    "workflow_runs"
  );
  return listed.map((run) => toRun(client, run));
}
async function runsOfBranch(client, { workflow, branch: branch2, event }) {
  const file = workflow.slice(workflow.lastIndexOf("/") + 1);
  const answer2 = await client.json({
    what: `list the runs of ${workflow} on ${branch2}`,
    route: `GET ${repositoryAddress(client.repository)}${address`/actions/workflows/${file}/runs`}`,
    parameters: { branch: branch2, event, per_page: 100 },
    needs: "actions: read"
  });
  return asArray(member(asObject(answer2), "workflow_runs")).map((value) => toRun(client, value)).toSorted((a, b) => b.id - a.id);
}
async function attemptOfRun(client, runId, count) {
  const route = `GET ${repositoryAddress(client.repository)}${address`/actions/runs/${runId}/attempts/${count}`}`;
  return toRun(
    client,
    await client.json({ what: `read attempt ${count} of run ${runId}`, route, needs: "actions: read" })
  );
}
async function rerunGate(client, request) {
  const run = gateRun(await runsOfHead(client, request.headSha), request);
  if (run === null) return { action: "unknown" };
  if (run.status !== "completed") return { action: "running" };
  if (run.conclusion === request.expected) return { action: "agrees" };
  const route = `POST ${repositoryAddress(client.repository)}${address`/actions/runs/${run.id}/rerun`}`;
  const started = await attempt(client.json({ what: "run the gate again", route, needs: "actions: write" }));
  if (started.ok) return { action: "restarted" };
  if (!isFailure(started.error, "unavailable") && !isFailure(started.error, "invalid")) throw started.error;
  const now = (await runsOfHead(client, request.headSha)).find(({ id }) => id === run.id);
  if (now !== void 0 && now.attempt > run.attempt) return { action: "restarted" };
  throw started.error;
}
function gateRun(runs, { headSha, runId, workflowPath: workflowPath2 }) {
  const candidates2 = runs.filter((run) => isPullRequestEvent(run.event) && run.headSha === headSha).toSorted((a, b) => b.id - a.id);
  const known = candidates2.find((run) => run.id === runId);
  const sameWorkflow = candidates2.find((run) => workflowPath2 !== null && run.path === workflowPath2);
  const only = candidates2.length === 1 ? candidates2[0] : void 0;
  return known ?? sameWorkflow ?? only ?? null;
}
function toRun(client, value) {
  const run = asObject(value);
  const called = asArray(member(run, "referenced_workflows")).map((each) => textIn(asObject(each), "path") ?? "");
  return {
    id: requiredInteger(run, "id"),
    // GitHub appends the ref of a workflow that lies elsewhere: `path@ref`.
    path: (textIn(run, "path") ?? "").replace(/@.*$/, ""),
    called: called.flatMap((path) => pathIn(client.repository, path) ?? []),
    event: wordOf(EVENT_NAMES, requiredText(run, "event")),
    headSha: requiredText(run, "head_sha"),
    headBranch: textIn(run, "head_branch"),
    headRepositoryId: numberIn(inner(run, "head_repository"), "id"),
    repositoryId: numberIn(inner(run, "repository"), "id"),
    status: wordIn(run, "status", RUN_STATUSES) ?? "other",
    conclusion: wordIn(run, "conclusion", CONCLUSIONS),
    attempt: numberIn(run, "run_attempt") ?? 1,
    url: textIn(run, "html_url") ?? ""
  };
}
function pathIn({ owner, name }, reference) {
  const prefix = `${owner}/${name}/`;
  const isHere = reference.toLowerCase().startsWith(prefix.toLowerCase());
  return isHere ? reference.slice(prefix.length).replace(/@.*$/, "") : null;
}

// src/github/writes/suggestions.ts
var NEEDS9 = "pull-requests: write";
async function keepSuggestions(client, identify, wanted) {
  const own = await findOwn3(client, identify, wanted);
  const stands = /* @__PURE__ */ new Map();
  for (const each of wanted.suggestions) {
    const there = own.find((comment2) => isMarked2(comment2, wanted, each) && isAt(comment2, each));
    if (there !== void 0) stands.set(each, there);
  }
  const kept = new Set([...stands.values()].map(({ id }) => id));
  for (const comment2 of own) if (!kept.has(comment2.id)) await withdraw(client, comment2, wanted.withdrawn);
  let refused4 = 0;
  for (const each of wanted.suggestions) {
    const there = stands.get(each);
    if (there === void 0) refused4 += await post(client, identify, wanted, each) ? 0 : 1;
    else if (there.body !== each.body) await edit(client, there.id, each.body);
  }
  return { standing: wanted.suggestions.length - refused4, refused: refused4 };
}
var isMarked2 = ({ body }, { marker }, { mark }) => body.startsWith(`${marker}
${mark}
`);
var isAt = (comment2, { path, startLine, endLine }) => comment2.isOnHead && comment2.path === path && comment2.endLine === endLine && (comment2.startLine ?? comment2.endLine) === startLine;
async function findOwn3(client, identify, { number, marker }) {
  const route = `GET ${repositoryAddress(client.repository)}${address`/pulls/${number}/comments`}`;
  const call = { what: `list the review comments of #${number}`, route, needs: "pull-requests: read" };
  const listed = await client.pages(call);
  const answered2 = new Set(listed.map((value) => numberIn(asObject(value), "in_reply_to_id")));
  const marked = listed.filter((value) => textIn(asObject(value), "body")?.startsWith(`${marker}
`));
  if (marked.length === 0) return [];
  const identity = await identify();
  return marked.filter((value) => isOwn2(identity, account(member(asObject(value), "user")), null)).map((value) => toComment2(value, answered2)).toSorted((a, b) => a.id - b.id);
}
function toComment2(value, answered2) {
  const comment2 = asObject(value);
  const id = requiredInteger(comment2, "id");
  return {
    id,
    body: textIn(comment2, "body") ?? "",
    path: textIn(comment2, "path"),
    endLine: numberIn(comment2, "line"),
    startLine: numberIn(comment2, "start_line"),
    isOnHead: textIn(comment2, "side") !== "LEFT",
    hasReplies: answered2.has(id)
  };
}
async function post(client, identify, wanted, suggestion) {
  const { number, headSha } = wanted;
  const { path, startLine, endLine, body } = suggestion;
  const range = startLine === endLine ? {} : { start_line: startLine, start_side: "RIGHT" };
  const call = {
    what: `suggest a fix on #${number}`,
    route: `POST ${repositoryAddress(client.repository)}${address`/pulls/${number}/comments`}`,
    parameters: { body, commit_id: headSha, path, line: endLine, side: "RIGHT", ...range },
    needs: NEEDS9
  };
  const made = await attempt(client.json(call));
  if (made.ok) return true;
  if (isFailure(made.error, "invalid")) return false;
  if (!isAmbiguous(made.error)) throw made.error;
  await client.pause();
  const own = await findOwn3(client, identify, wanted);
  if (own.some((comment2) => isMarked2(comment2, wanted, suggestion) && isAt(comment2, suggestion))) return true;
  const again = await attempt(client.json(call));
  if (!again.ok && !isFailure(again.error, "invalid")) throw again.error;
  return again.ok;
}
async function withdraw(client, { id, body, hasReplies }, withdrawn) {
  if (hasReplies) {
    if (body !== withdrawn) await edit(client, id, withdrawn);
    return;
  }
  const route = `DELETE ${comment(client, id)}`;
  const removed = await attempt(client.json({ what: "delete a suggestion", route, needs: NEEDS9 }));
  if (removed.ok || isFailure(removed.error, "not-found")) return;
  if (!isAmbiguous(removed.error)) throw removed.error;
}
var edit = (client, id, body) => writeBody(client, { what: "update a suggestion", route: `PATCH ${comment(client, id)}`, needs: NEEDS9 }, body);
var comment = (client, id) => `${repositoryAddress(client.repository)}${address`/pulls/comments/${id}`}`;

// src/github/connect.ts
var DEFAULT_BUDGET = 3e5;
function connectGitHub(options) {
  const { token, orgToken, apiUrl, clock = systemClock } = options;
  const repository = typeof options.repository === "string" ? parseRepository(options.repository) : options.repository;
  if (repository === null) throw new TypeError("The repository must be given as owner/name");
  const common = {
    repository,
    apiUrl,
    graphqlUrl: options.graphqlUrl ?? graphqlUrlOf(apiUrl),
    clock,
    deadline: clock.now() + options.budget
  };
  const client = createClient({ ...common, token, secrets: orgToken === null ? [] : [orgToken] });
  const organisation = orgToken === null ? client : createClient({ ...common, token: orgToken, secrets: [token] });
  return bind(client, organisation);
}
var graphqlUrlOf = (apiUrl) => `${apiUrl.replace(/\/$/, "").replace(/\/v3$/, "")}/graphql`;
function bind(client, organisation) {
  let known = null;
  const who = () => {
    known ??= identifyToken(client);
    return known;
  };
  const readOwn = fileReader(client);
  const readForeign = fileReader(organisation);
  return {
    pullRequest: (number) => pullRequest2(client, number),
    pullRequestsOfHead: (owner, ref, sha, state) => pullRequestsOfHead(client, owner, ref, sha, state),
    openPullRequests: () => openPullRequests(client),
    pullRequestsOfCommit: (sha) => pullRequestsOfCommit(client, sha),
    changedFiles: (number, headSha) => changedFiles(client, number, headSha),
    changedFilesBetween: (baseSha, headSha) => changedFilesBetween(client, baseSha, headSha),
    commitObject: (sha) => commitObject(client, sha),
    commits: (number) => commits(client, number),
    commitAuthors: (number) => commitAuthors(client, number),
    pullHistory: (number) => pullHistory(client, number),
    comments: (number) => comments(client, number),
    commentFacts: (nodeIds) => commentFacts(client, nodeIds),
    keepComment: (comment2) => keepComment(client, who, comment2),
    keepSuggestions: (wanted) => keepSuggestions(client, who, wanted),
    react: (commentId, reactions) => react2(client, who, commentId, reactions),
    labelEvents: (number) => labelEvents(client, number),
    keepLabels: (number, managed, wanted) => keepLabels(client, number, managed, wanted),
    startCheck: (report) => startCheck(client, who, report),
    keepCheck: (report) => keepCheck(client, who, report),
    gatesOf: (headSha) => gatesOf(client, who, headSha),
    ownCheck: (headSha, name) => ownCheck(client, who, headSha, name),
    fileAt: (request) => request.repository === void 0 ? readOwn(request) : readForeign(request),
    blobsAt: (commit) => blobsAt(client, commit),
    filesAt: (commit) => filesAt(client, commit),
    branchTip: (branch2) => branchTip(client, branch2),
    branchRecord: (branch2, since) => branchRecord(client, branch2, since),
    pushesTo: (branch2, fork) => pushesTo(fork === null ? client : organisation, branch2, fork),
    roleOf: (login) => roleOf2(client, login),
    teamMembership: (org, team, login) => teamMembership(organisation, org, team, login),
    runsOfHead: (headSha) => runsOfHead(client, headSha),
    runsOfBranch: (asked) => runsOfBranch(client, asked),
    attemptOfRun: (runId, count) => attemptOfRun(client, runId, count),
    rerunGate: (request) => rerunGate(client, request),
    artifactsOfRun: (runId) => artifactsOfRun(client, runId),
    artifactFiles: (artifactId, headSha, isWanted) => artifactFiles(client, artifactId, headSha, isWanted),
    proposeFile: (proposal) => proposeFile(client, readOwn, proposal),
    keepIssue: (issue4) => keepIssue(client, who, issue4)
  };
}

// src/action/answer/no-check.ts
async function whyNoCheck({ occasion, change, github }) {
  const { headSha, headRef, repository } = change;
  if (github === null || headSha === null || !occasion.yields) return null;
  if (!occasion.hasCheck) return { kind: "other-branch", message: OTHER_BRANCH };
  if (headRef === null) return null;
  const [owner = ""] = repository.split("/");
  const open2 = await attempt(github.pullRequestsOfHead(owner, headRef, headSha, "open"));
  if (!open2.ok) return { kind: "unknown", message: `${UNKNOWN2}: ${open2.error.message}` };
  const [pull] = open2.value;
  return pull === void 0 ? null : { kind: "pull-request", message: `#${pull.number} has this head: ${ITS_OWN}` };
}
var ITS_OWN = "its own run makes the check run, and this one makes none. The verdict is in the job summary";
var OTHER_BRANCH = "There is no check run on other branches than the default one: it would answer a pull request before its own run does. The verdict is in the job summary";
var UNKNOWN2 = "No check run is made, for a pull request may have this head, and its own run is the one that answers it. The verdict is in the job summary";

// src/action/first-run.ts
function firstRun(inputs, occasion, change, runner) {
  const github = connect(inputs, change, runner);
  const workspace = runner.env.GITHUB_WORKSPACE ?? process.cwd();
  const named2 = { told: [], noCheck: false, gateCheck: null, gateRun: null, gateScan: null };
  return { inputs, occasion, change, github, workspace, runner, ...named2 };
}
async function withChecks(run) {
  const none2 = await whyNoCheck(run);
  if (none2 !== null)
    logProblems(run.runner, [{ level: none2.kind === "unknown" ? "warning" : "info", message: none2.message }]);
  const check = await gateCheckOf(run.occasion, run.change, run.inputs.checkName, run.github);
  return { ...run, noCheck: none2 !== null, gateCheck: check, gateRun: check?.runId ?? null, gateScan: recordIn(check) };
}
function connect({ githubToken, orgToken }, { repository }, { env, clock }) {
  if (githubToken === null || repository === "") return null;
  const apiUrl = env.GITHUB_API_URL ?? "https://api.github.com";
  const graphqlUrl = env.GITHUB_GRAPHQL_URL ?? null;
  return connectGitHub({ token: githubToken, orgToken, repository, apiUrl, graphqlUrl, budget: DEFAULT_BUDGET, clock });
}

// src/action/inputs.ts
var INPUT_NAMES = [
  "sarif",
  "policy",
  "exceptions",
  "baseline",
  "source-root",
  "tier",
  "kev",
  "epss",
  "vex",
  "github-token",
  "org-token",
  "fail-on",
  "check-name",
  "comment",
  "annotations",
  "output-dir"
];
function readInputs(get, given) {
  const problems2 = given.filter((name) => !INPUT_NAMES.some((each) => each === name)).map(unknownInput);
  const oneOf = (name, words, fallback) => {
    const text = get(name);
    const word = text === "" ? fallback : words.find((each) => each === text);
    if (word === void 0) problems2.push(notOneOf(name, text, words));
    return word ?? fallback;
  };
  const sarif = lines(get("sarif"));
  if (sarif.length === 0) {
    problems2.push({
      place: null,
      message: "Input sarif is empty",
      hint: "Give the scanners' files, one path or glob per line"
    });
  }
  const tier = oneOf("tier", TIERS.map(String), String(DEFAULT_TIER));
  const inputs = {
    sarif,
    policy: textOrNull(get("policy")),
    exceptions: textOrNull(get("exceptions")),
    baseline: baselineIn(lines(get("baseline")), problems2),
    sourceRoot: textOrNull(get("source-root")),
    tier: TIERS.find((each) => String(each) === tier) ?? DEFAULT_TIER,
    kev: lines(get("kev")),
    epss: lines(get("epss")),
    vex: lines(get("vex")),
    githubToken: textOrNull(get("github-token")),
    orgToken: textOrNull(get("org-token")),
    failOn: oneOf("fail-on", FAIL_ON, "block"),
    checkName: get("check-name") || DEFAULT_CHECK_NAME,
    comment: oneOf("comment", COMMENT_MODES, "on-findings"),
    annotations: oneOf("annotations", ANNOTATION_MODES, "all"),
    outputDir: textOrNull(get("output-dir"))
  };
  if (problems2.length > 0) throw new ConfigurationError(problems2);
  return inputs;
}
function baselineIn(given, problems2) {
  const word = given.find((each) => each === "auto" || each === "none");
  if (word !== void 0 && given.length > 1)
    problems2.push({
      place: null,
      message: `Input baseline names ${word} and more`,
      hint: `Give files, or ${word} alone`
    });
  if (word === "none") return [];
  return given.length === 0 || word === "auto" ? "auto" : given;
}
var inputOf = (env, name) => (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
var inputNamesOf = (env) => Object.keys(env).flatMap((key) => key.startsWith("INPUT_") ? [key.slice("INPUT_".length).toLowerCase()] : []);
var lines = (text) => text.split(/\r?\n/).map((line2) => line2.trim()).filter((line2) => line2 !== "");
var textOrNull = (text) => text === "" ? null : text;
var unknownInput = (name) => ({
  place: null,
  message: `Unknown input ${name}`,
  hint: hintFor(name, INPUT_NAMES, `Inputs are ${INPUT_NAMES.join(", ")}`)
});
var notOneOf = (name, text, words) => ({
  place: null,
  message: `Input ${name} is ${text}`,
  hint: oneOfHint(text, words)
});

// src/action/up-to-date.ts
async function isOutdated(approvals, { change, github }) {
  const { pullRequest: pullRequest3, headSha } = change;
  if (approvals === null || github === null || pullRequest3 === null) return false;
  if (approvals.notices.some(({ code: code2 }) => code2 === "comments-unread")) return false;
  const rests = approvals.records.length > 0;
  const read = await attempt(readAgain(github, pullRequest3, rests));
  if (!read.ok) return rests;
  const { comments: comments2, head } = read.value;
  return head !== null && head !== headSha || !sameCommands(approvals, comments2);
}
async function readAgain(github, number, withHead) {
  const comments2 = await github.comments(number);
  return { comments: comments2, head: withHead ? (await github.pullRequest(number)).headSha : null };
}
function sameCommands({ commands }, comments2) {
  const known = new Set(commands.map(({ commentId, bodySha256 }) => `${commentId} ${bodySha256}`));
  const now = comments2.filter(isCommand).map(({ id, body }) => `${id} ${sha256Of(Buffer.from(body))}`);
  return known.size === new Set(now).size && now.every((each) => known.has(each));
}
async function onNewBase(run) {
  const { change, github } = run;
  if (github === null || change.pullRequest === null || change.baseRef === null) return null;
  const read = await attempt(github.pullRequest(change.pullRequest));
  if (!read.ok || read.value.baseRef === change.baseRef) return null;
  const { baseRef, baseSha } = read.value;
  return { ...run, change: await atTip({ ...change, baseRef, baseSha }, github) };
}

// src/action/run.ts
var LOG_LIMITS = { blockers: 50, warnings: 12 };
async function runAction(runner) {
  let run = null;
  let inputs = null;
  try {
    inputs = readInputs((name) => inputOf(runner.env, name), inputNamesOf(runner.env));
    const { occasion, change } = await loadEvent(runner.env);
    if (occasion.kind === "refused") throw configurationError(occasion.problem, occasion.hint);
    if (occasion.kind === "nothing") return idle(runner, occasion.why);
    run = firstRun(inputs, occasion, change, runner);
    const resolved = await resolveChange(occasion, change, run.github);
    if (resolved.kind === "nothing") return idle(runner, resolved.why);
    run = await withChecks({ ...run, change: resolved.change });
    const again = await decideAgain(run, decideBeside);
    run = afterOthers(run, again.notices);
    const plan = await planOf(run);
    if (plan.kind === "idle") return idle(runner, plan.why);
    const shown = await decideAndShow(plan, run);
    const { result: result2, files, published } = shown;
    await orTell(runner, "The outputs could not be set", () => setOutputs(runner, result2.decision, files, published));
    await conclude(result2, shown);
    if (again.fault !== null) throw again.fault;
    if (published.stands === "none") return tellDispute2(shown.run);
    return exitCodeOf(result2.decision, run.inputs.failOn);
  } catch (thrown) {
    const error2 = undecided(thrown);
    logFailure(runner, error2);
    await reportFailure(error2, run, inputs, runner);
    return error2 instanceof ConfigurationError ? EXIT.configuration : EXIT.internal;
  }
}
function tellDispute2({ inputs, runner }) {
  logFailure(
    runner,
    configurationError(
      `Two gates are named "${inputs.checkName}", and both have answered for this commit`,
      "Give each a check-name of its own (of a matrix let one job decide on what all legs have found), and push"
    )
  );
  return EXIT.configuration;
}
var MOST_ROUNDS = 4;
async function decideAndShow(first, start) {
  const announced = begin(start, first);
  let [plan, run, hasShown] = [first, start, false];
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const request = round === 1 ? plan.request : { ...plan.request, now: nowOf(start.runner) };
    const result2 = await evaluate(request, plan.ports, progressOf(start.runner)).finally(() => announced);
    const moved = await onNewBase(run);
    if (moved !== null) {
      run = moved;
      plan = await planAgain(moved);
      say(run.runner, "The pull request points at another base by now: the gate decides again, by the policy there");
      continue;
    }
    const proposal = run.occasion.proposal ? await readProposal(result2, request, plan.ports.policy) : null;
    const { view, files } = await record(result2, proposal, run);
    if (!await isOutdated(result2.approvals, run)) {
      const published = await show(result2, view, run, { kept: plan.kept, again: hasShown });
      hasShown = true;
      if (!await isOutdated(result2.approvals, run)) return { run, result: result2, files, published };
    }
    say(run.runner, "The pull request has got a command or another head in the meantime: the gate decides again");
  }
  throw configurationError(
    "The pull request kept getting commands or other heads while the gate decided",
    "Start this run again when it has come to rest"
  );
}
function afterOthers(run, notices) {
  if (!run.occasion.afterwards.includes("again")) return run;
  logProblems(run.runner, notices.map(toProblem));
  return { ...run, told: notices, github: connect(run.inputs, run.change, run.runner) };
}
var toProblem = ({ level, message }) => ({ level: level === "info" ? level : "warning", message });
async function decideBeside(run) {
  const plan = await planOf(run);
  if (plan.kind === "idle") return plan.why;
  const shown = await decideAndShow(plan, run);
  await conclude(shown.result, shown);
  return null;
}
async function planAgain(run) {
  const plan = await planOf(run);
  if (plan.kind === "evaluate") return plan;
  throw configurationError(plan.why, "Start this run again");
}
var progressOf = (runner) => (message) => {
  if (message !== null) say(runner, message);
};
function idle(runner, why) {
  say(runner, why);
  return EXIT.pass;
}
async function record(result2, proposal, run) {
  const { decision } = result2;
  const { runner } = run;
  const view = viewOf(run, result2, proposal);
  const markdown = renderSummary(decision, view);
  const files = await keepFiles(decision, view, { markdown }, run);
  say(runner, textReport(decision, { colour: false, width: null, limits: LOG_LIMITS, source: view.source }));
  logRemedies(runner, result2);
  await replaceSummary(runner, markdown);
  return { view, files };
}
async function show(result2, view, run, answer2) {
  const annotations = await annotationsOf(result2, run.inputs.annotations);
  const published = await send2(result2, view, annotations, run, answer2);
  if (!published.annotated) logFindings(run.runner, annotations);
  logProblems(run.runner, published.problems);
  return published;
}
async function conclude(result2, { run, published }) {
  if (published.stands === null || published.stands === "this") {
    logProblems(run.runner, await followUp(result2, run, exitCodeOf(result2.decision, run.inputs.failOn)));
    logProblems(run.runner, await suggest(result2, run));
  }
  logProblems(run.runner, await afterMerge(result2, run));
  logProblems(run.runner, await remind(result2, run));
}
async function begin(run, { kept }) {
  const place = checkPlaceOf(run, { kept, scans: null, again: false });
  if (run.github !== null && place !== null) await announce(run.github, place);
}
async function send2(result2, view, annotations, run, answer2) {
  const { change, github, inputs } = run;
  if (github === null) return { checkUrl: null, stands: null, annotated: false, problems: [] };
  const basis = basisOf(result2);
  const place = checkPlaceOf(run, { ...answer2, scans: basis.scans?.all ?? null });
  const leaves = (shown) => leavesFormer(result2, basisIn(shown), shown.conclusion);
  const context = { change, inputs, view, annotations, github, place, basis, leaves };
  return publish(result2.decision, { ...context, scan: recordFrom(result2.scanned) });
}
async function keepFiles(decision, view, rendered, { inputs, runner }) {
  const directory = reportDirectory(inputs, runner);
  try {
    return await writeReportFiles(decision, view, rendered, directory);
  } catch (error2) {
    if (!(error2 instanceof ConfigurationError)) throw error2;
    const message = `The report files are missing: ${error2.problems.map(formatProblem).join("; ")}`;
    logProblems(runner, [{ level: "warning", message }]);
    return null;
  }
}

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve4) {
      resolve4(value);
    });
  }
  return new (P || (P = Promise))(function(resolve4, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result2) {
      result2.done ? resolve4(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile: writeFile2 } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile2 : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code2, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code2), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label2, content) {
    const element = this.wrap("details", this.wrap("summary", label2) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}

// src/action/toolkit.ts
var toolkitRunner = (env) => ({
  env,
  clock: systemClock,
  print: (text) => info(text),
  annotate: (level, text, place) => (level === "error" ? error : warning)(text, place),
  setOutput: (name, value) => setOutput(name, value),
  writeSummary: async (text, how) => {
    try {
      await summary.addRaw(text).write(how);
    } finally {
      summary.emptyBuffer();
    }
  }
});

// src/action.ts
process.exitCode = await runAction(toolkitRunner(process.env));
