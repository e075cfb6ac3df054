#!/usr/bin/env node
import { createRequire as createRequire__ } from 'node:module'
const require = createRequire__(import.meta.url)
import {
  undecidedBy
} from "./part-chunk-X36ZPNX6.js";
import {
  EVALUATION_FLAGS,
  TABLES,
  asksForHelp,
  ciChange,
  evaluationOf,
  flagValue,
  outputOf,
  parseArguments,
  printLine,
  processTerminal,
  progressOf,
  refuseWords,
  requestOfFlags,
  tellLine,
  withCi
} from "./part-chunk-GICIGOYB.js";
import {
  ConfigurationError,
  EDITION,
  EVALUATE_FORMATS,
  EXIT,
  FAIL_ON,
  NO_CHANGE_KNOWN,
  PLAIN_CONTEXT,
  REPORTS,
  changeOf,
  configurationError,
  decisionRows,
  editionText,
  evaluate,
  exitCodeOf,
  formatProblem,
  hintFor,
  ndjsonLines,
  oneOfHint,
  optionsAsGiven,
  unansweredIn,
  undecidedJson,
  writeFileAtomically
} from "./part-chunk-N7VFL56R.js";
import "./part-chunk-O7WNVCOX.js";

// src/cli/commands/evaluate.ts
import { join, resolve as resolve2 } from "node:path";

// src/cli/commands/undecided-file.ts
import { resolve } from "node:path";
async function leaveUndecided(argv, flags, error, terminal) {
  const files = decisionFilesIn(argv);
  if (files.length === 0) return;
  const text = undecidedJson(undecidedBy(error, askedFor(argv, flags, terminal)));
  for (const file of files) {
    try {
      await writeFileAtomically(resolve(terminal.cwd, file), [text]);
    } catch (unwritten) {
      if (!(unwritten instanceof ConfigurationError)) throw unwritten;
      if (error instanceof ConfigurationError && error.message === unwritten.message) continue;
      for (const problem of unwritten.problems) tellLine(terminal, `${formatProblem(problem)}`);
    }
  }
}
var decisionFilesIn = (argv) => [
  ...new Set(
    argv.flatMap((word, index) => {
      const value = word === "--format" ? argv[index + 1] ?? "" : /^--format=(.*)$/s.exec(word)?.[1] ?? "";
      return /^json=(.+)$/s.exec(value)?.[1] ?? [];
    })
  )
];
function askedFor(argv, flags, terminal) {
  try {
    const request = withCi(requestOfFlags(parseArguments(argv, flags), terminal), ciChange(terminal.env));
    const change = changeOf(request, { scannedSha: null });
    return { gate: EDITION, evaluatedAt: request.now, change, options: optionsAsGiven(request) };
  } catch (unread) {
    if (!(unread instanceof ConfigurationError)) throw unread;
    return { gate: EDITION, evaluatedAt: terminal.now(), change: NO_CHANGE_KNOWN, options: null };
  }
}

// src/cli/commands/evaluate.ts
var FLAGS = {
  ...EVALUATION_FLAGS,
  format: { value: "FORMAT[=FILE]", multiple: true, help: `${EVALUATE_FORMATS.join(", ")}; default text` },
  subject: {
    value: "NAME=sha256:DIGEST",
    multiple: true,
    help: "what the attestation is about besides decision and commit, e.g. an image"
  },
  "fail-on": { value: "VERDICT", help: "verdict that makes the exit code 1: block (default), warn or never" }
};
var evaluateCommand = {
  words: "",
  flags: FLAGS,
  failed: (argv, error, terminal) => leaveUndecided(argv, FLAGS, error, terminal),
  async run(args, terminal) {
    refuseWords(args, "Give files with --sarif");
    const outputs = outputsOf(args, terminal);
    const failOn = failOnOf(args);
    const subjects = subjectsOf(args, outputs);
    const { request, ports } = await evaluationOf(args, terminal);
    const { decision, policy, evaluation, scanned } = await evaluate(request, ports, progressOf(terminal));
    const unasked = unansweredIn(evaluation);
    const cloneAddress = cloneAddressOf(decision, terminal);
    const view = {
      ...PLAIN_CONTEXT,
      ...cloneAddress,
      rules: policy.rules,
      unasked,
      source: scanned.readSource,
      subjects
    };
    for (const output of outputs) await write(decision, view, output, terminal);
    return exitCodeOf(decision, failOn);
  }
};
function cloneAddressOf({ change }, { env }) {
  const ci = ciChange(env);
  return ci === null || ci.address === null || ci.repository !== change.repository ? {} : { cloneAddress: ci.address };
}
function evaluateOutput(text) {
  const output = outputOf(text, EVALUATE_FORMATS);
  if (output.format === "rows" && output.file === null)
    throw configurationError("rows are written as several files", "Write --format rows=DIR");
  return output;
}
function outputsOf({ values }, { cwd }) {
  const outputs = (values.get("format") ?? ["text"]).map((text) => evaluateOutput(text));
  const files = outputs.flatMap(({ file }) => file === null ? [] : [resolve2(cwd, file)]);
  const twice = files.find((file, index) => files.indexOf(file) < index);
  if (twice === void 0) return outputs;
  throw configurationError(`Two formats are to be written to ${twice}`, "Give each --format a file of its own");
}
var ATTESTS = ["attestation", "svr"];
function subjectsOf({ values }, outputs) {
  const subjects = (values.get("subject") ?? []).map(subjectOf);
  if (subjects.length > 0 && !outputs.some(({ format }) => ATTESTS.includes(format)))
    throw configurationError("--subject is for an attestation", "Ask for one with --format attestation=FILE");
  for (const key of ["name", "sha256"]) {
    const given = subjects.map((subject) => subject[key]);
    const twice = given.find((each, at) => given.indexOf(each) < at);
    if (twice !== void 0) throw configurationError(`--subject ${twice} is given twice`, "Give each subject once");
  }
  return subjects;
}
function subjectOf(text) {
  const [, name = "", sha256 = ""] = /^([^\s\p{C}]+)=sha256:([0-9a-f]{64})$/u.exec(text) ?? [];
  if (name === "decision.json")
    throw configurationError("--subject decision.json is always there", "Leave it out: its digest is computed");
  if (name !== "") return { name, sha256 };
  throw configurationError(
    `--subject ${text} is not NAME=sha256:DIGEST`,
    "Write the name, =sha256: and all 64 hex digits in small letters, as `docker buildx imagetools inspect` prints them"
  );
}
function failOnOf(args) {
  const text = flagValue(args, "fail-on") ?? "block";
  const failOn = FAIL_ON.find((each) => each === text);
  if (failOn === void 0) throw configurationError(`--fail-on ${text} is not a verdict`, oneOfHint(text, FAIL_ON));
  return failOn;
}
async function write(decision, view, { format, file }, terminal) {
  if (format === "rows") return writeRows(decision, resolve2(terminal.cwd, file ?? "."));
  const chunks = REPORTS[format].render(decision, {
    colour: terminal.colour && file === null,
    width: terminal.width,
    view
  });
  if (file !== null) return writeFileAtomically(resolve2(terminal.cwd, file), chunks);
  for (const chunk of chunks) await terminal.out(chunk);
}
async function writeRows(decision, directory) {
  const rows = decisionRows(decision);
  for (const table of TABLES) await writeFileAtomically(join(directory, `${table}.ndjson`), ndjsonLines(rows, table));
}

// src/cli/command-line.ts
var loaded = (name) => async () => (await import("./part-other-commands-JLJQ3LKG.js")).OTHER_COMMANDS[name];
var COMMANDS = {
  evaluate: { summary: "Decide pass, warn or block from SARIF and a policy", load: async () => evaluateCommand },
  explain: { summary: "Say why a finding got its verdict, and what would pass", load: loaded("explain") },
  lint: { summary: "Check policy, exceptions and their layers", load: loaded("lint") },
  test: { summary: "Run unit tests of a policy", load: loaded("test") },
  simulate: { summary: "Try a candidate policy on stored decisions or SARIF", load: loaded("simulate") },
  metrics: { summary: "Compute KPIs over many decision files", load: loaded("metrics") },
  rows: { summary: "Turn decision files into flat tables", load: loaded("rows") },
  verify: { summary: "Evaluate a decision again, and say what differs", load: loaded("verify") },
  schema: { summary: "Print the JSON Schema of a file format", load: loaded("schema") },
  convert: { summary: "Make SARIF of the report of a scanner that writes none", load: loaded("convert") },
  doctor: { summary: "Tell what would let a merge slip past the gate", load: loaded("doctor") },
  init: { summary: "Write policy, workflows and CODEOWNERS entries that fit this repository", load: loaded("init") },
  feeds: { summary: "Fetch KEV and EPSS, check them, and keep them with their dates", load: loaded("feeds") }
};
async function runCommandLine(argv, terminal) {
  const [name, ...rest] = argv;
  try {
    if (name === void 0 || name === "help" || name === "--help" || name === "-h") {
      await terminal.out(overview());
      return name === void 0 ? EXIT.configuration : EXIT.pass;
    }
    if (name === "--version" || name === "-V" || name === "version") {
      await printLine(terminal, `policy-gate ${editionText(EDITION)}`);
      return EXIT.pass;
    }
    const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : void 0;
    if (entry === void 0) {
      const hint = hintFor(name, Object.keys(COMMANDS), "Run with --help to see the commands");
      tellLine(terminal, `Unknown command ${name}. ${hint}`);
      return EXIT.configuration;
    }
    const command = await entry.load();
    if (asksForHelp(rest, command.flags)) {
      await terminal.out(usage(name, entry.summary, command));
      return EXIT.pass;
    }
    return await runCommand(command, rest, terminal);
  } catch (error) {
    return tellError(error, terminal);
  }
}
async function runCommand(command, argv, terminal) {
  try {
    return await command.run(parseArguments(argv, command.flags, command.words !== ""), terminal);
  } catch (error) {
    await command.failed?.(argv, error, terminal);
    throw error;
  }
}
function tellError(error, terminal) {
  if (error instanceof ConfigurationError) {
    for (const problem of error.problems) tellLine(terminal, `${formatProblem(problem)}`);
    return EXIT.configuration;
  }
  const detail = error instanceof Error ? error.stack ?? error.message : String(error);
  tellLine(terminal, `Internal error: the gate could not decide. Please report it with this text:
${detail}`);
  return EXIT.internal;
}
function overview() {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return `policy-gate: decides pass, warn or block from SARIF and a policy.

Usage: policy-gate <command> [flags]      policy-gate <command> --help      policy-gate --version

${rows.join("\n")}

Exit codes: 0 pass or warn, 1 block, 2 configuration or usage error, 3 internal error.
`;
}
function usage(name, summary, { words, flags }) {
  const rows = Object.entries(flags).map(([flag, { value, multiple, several, help }]) => {
    const left = `--${flag}${value ? ` ${value}` : ""}`;
    return `  ${left.padEnd(34)} ${help}${several ? " (several, repeatable)" : multiple ? " (repeatable)" : ""}`;
  });
  return `${summary}

Usage: policy-gate ${name}${words ? ` ${words}` : ""} [flags]

${rows.join("\n")}
`;
}

// src/cli.ts
process.on("uncaughtException", (error) => process.exit(tellError(error, processTerminal())));
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
