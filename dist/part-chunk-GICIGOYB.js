import { createRequire as createRequire__ } from 'node:module'
const require = createRequire__(import.meta.url)
import {
  BOOTSTRAP_PRESET,
  DEFAULT_TIER,
  EVENT_NAMES,
  EXIT,
  JUDGED_BY_NAME,
  JUDGED_EVENTS,
  TIERS,
  awaitsMerge,
  checkoutRoot,
  cloneAt,
  cloneChange,
  commitNamed,
  configurationError,
  fileAt,
  git,
  hintFor,
  isTracked,
  isoInstant,
  judgedAs,
  localCommit,
  localPolicyPort,
  localPorts,
  logText,
  mayLieInClone,
  namesRequest,
  oneOfHint,
  parseIso,
  pathInClone,
  requestWith,
  sinceInClone,
  spelt,
  visibleLine,
  wholeFile
} from "./part-chunk-N7VFL56R.js";

// src/cli/terminal.ts
var tellLine = (terminal, text) => terminal.err(`${logText(text)}
`);
var printLine = (terminal, text) => terminal.out(`${logText(text)}
`);
function processTerminal() {
  const { stdout, stderr, env } = process;
  let closed = false;
  stdout.on("error", (error) => {
    if (error.code !== "EPIPE") {
      stderr.write(`Standard output cannot be written (${error.code}). Give --format FORMAT=FILE
`);
      process.exit(EXIT.configuration);
    }
    closed = true;
  });
  return {
    async out(text) {
      if (!closed && !stdout.write(text)) await drained(stdout);
    },
    err: (text) => void stderr.write(text),
    colour: isColoured(env, stdout.isTTY === true),
    width: widthOf(env, stdout.columns),
    progress: stderr.isTTY === true,
    get cwd() {
      return currentDirectory();
    },
    env,
    now: () => isoInstant(Date.now())
  };
}
function isColoured(env, isTerminal) {
  const { NO_COLOR, FORCE_COLOR, TERM, GITHUB_ACTIONS, GITLAB_CI } = env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== void 0) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (TERM === "dumb") return false;
  return isTerminal || GITHUB_ACTIONS === "true" || GITLAB_CI === "true";
}
var DEFAULT_WIDTH = 80;
var MOST_WIDTH = 140;
function widthOf(env, columns) {
  const [asked] = /^[1-9]\d{0,4}$/.exec(env.COLUMNS ?? "") ?? [];
  return Math.min(Number(asked ?? columns ?? 0) || DEFAULT_WIDTH, MOST_WIDTH);
}
function progressOf(terminal) {
  if (!terminal.progress) return () => void 0;
  return (message) => terminal.err(message === null ? "\r\x1B[K" : `\r\x1B[K${spelt(message)}`);
}
function currentDirectory() {
  try {
    return process.cwd();
  } catch {
    throw configurationError("The current directory does not exist any more", "Change to one that does");
  }
}
var drained = (stream) => new Promise((resolve2) => {
  const done = () => {
    for (const event of EVENTS) stream.off(event, done);
    resolve2();
  };
  for (const event of EVENTS) stream.on(event, done);
});
var EVENTS = ["drain", "close", "error"];

// src/cli/arguments.ts
import { parseArgs } from "node:util";
function parseArguments(argv, flags, needsWord = false) {
  const values = /* @__PURE__ */ new Map();
  const switches = /* @__PURE__ */ new Set();
  const words = [];
  const taken = [];
  let open = null;
  for (const token of tokensOf(argv, flags)) {
    if (token.kind === "positional" && open !== null) {
      values.set(open, [...values.get(open) ?? [], token.value]);
      taken.push(open);
    } else if (token.kind === "positional") words.push(token.value);
    else open = null;
    if (token.kind !== "option") continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : void 0;
    if (flag === void 0) throw unknownFlag(token.rawName, Object.keys(flags));
    if (flag.value === void 0) switches.add(switchOf(token));
    else values.set(token.name, [...priorValues(token, flag, values), textOf(token, flag)]);
    if (flag.several) open = token.name;
  }
  const last = taken.at(-1);
  if (!needsWord || words.length > 0 || last === void 0) return { values, switches, words };
  const given = values.get(last) ?? [];
  return { values: values.set(last, given.slice(0, -1)), switches, words: given.slice(-1) };
}
var flagValue = ({ values }, flag) => values.get(flag)?.[0] ?? null;
function refuseWords({ words }, hint) {
  if (words.length > 0) throw configurationError(`Unexpected ${words.join(" ")}`, hint);
}
var asksForHelp = (argv, flags) => tokensOf(argv, flags).some((token) => token.kind === "option" && ["--help", "-h"].includes(token.rawName));
function tokensOf(argv, flags) {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [name, { type: typeOf(flag), multiple: true }])
  );
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}
var typeOf = (flag) => flag.value ? "string" : "boolean";
function switchOf({ name, rawName, value }) {
  if (value !== void 0) throw configurationError(`${rawName} takes no value`, `Write ${rawName} alone`);
  return name;
}
function priorValues({ name, rawName }, flag, values) {
  const given = values.get(name) ?? [];
  if (given.length > 0 && !flag.multiple) throw configurationError(`${rawName} is given twice`, "Give it once");
  return given;
}
function textOf({ rawName, value, inlineValue }, flag) {
  if (value === void 0 || value.trim() === "" || !inlineValue && value.startsWith("--")) {
    throw configurationError(`${rawName} needs a value`, `Write ${rawName} ${flag.value}`);
  }
  return value;
}
function unknownFlag(rawName, names) {
  const word = rawName.replace(/^-+/, "");
  const hint = hintFor(word, names, "Run with --help to see the flags", (near) => `--${near}`);
  return configurationError(`Unknown flag ${rawName}`, hint);
}

// src/core/history/fleet/rows/tables.ts
var TABLES = ["decisions", "outcomes", "exceptions", "scans"];

// src/cli/commands/instant-flag.ts
var WITH_ZONE = /^[\d-]+$|T.*(?:Z|[+-]\d{2}:\d{2})$/;
function instantFlag(flag, text) {
  if (text === null) return null;
  const time = WITH_ZONE.test(text) ? parseIso(text) : null;
  if (time === null) throw configurationError(`--${flag} ${text} is not an instant`, "Write it as 2026-11-23T15:00:00Z");
  return isoInstant(time);
}

// src/cli/commands/evaluate-flags.ts
var EVENTS2 = EVENT_NAMES.filter((name) => name !== "other");
var POLICY_AT = ["base", "worktree"];
var EVALUATION_FLAGS = {
  sarif: { value: "PATH", multiple: true, several: true, help: "SARIF file, directory or glob; .json and .gz too" },
  policy: { value: "FILE", help: "policy file, or preset:NAME; default .github/policy-gate.yml, else preset:baseline" },
  exceptions: { value: "FILE", help: "exceptions file; default the policy's exceptions.file" },
  baseline: { value: "PATH", multiple: true, several: true, help: "SARIF of the base commit; default none" },
  kev: { value: "PATH", multiple: true, several: true, help: "CISA's KEV catalogue, JSON" },
  epss: { value: "PATH", multiple: true, several: true, help: "EPSS scores, CSV or CSV.gz" },
  vex: { value: "PATH", multiple: true, several: true, help: "OpenVEX statements, JSON" },
  diff: { value: "FILE", help: "unified diff of the change" },
  "source-root": { value: "DIR", help: "root of the checkout; default the current directory" },
  tier: { value: "N", help: "tier of paths that no asset names: 0, 1 or 2; default 1" },
  "layer-source": { value: "OWNER/REPO=DIR", multiple: true, help: "where a policy layer of another repository lies" },
  now: { value: "ISO-8601", help: "the instant to evaluate at; default the clock" },
  event: { value: "NAME", help: `event that the change came with: ${EVENTS2.join(", ")}` },
  branch: { value: "NAME", help: "branch that the change goes to" },
  repository: { value: "OWNER/REPO", help: "repository of the change" },
  "head-sha": { value: "SHA", help: "commit that is judged" },
  "base-sha": { value: "SHA", help: "commit that it is compared with; in a clone policy and diff are taken from it" },
  "policy-at": { value: "WHERE", help: `${POLICY_AT.join(" or ")}: where policy, exceptions and CODEOWNERS are read` }
};
function requestOfFlags(args, terminal) {
  const one = (name) => flagValue(args, name);
  const all = (name) => args.values.get(name) ?? [];
  return requestWith({
    sarif: all("sarif"),
    policy: one("policy"),
    exceptions: one("exceptions"),
    baseline: baselineOf(all("baseline")),
    kev: all("kev"),
    epss: all("epss"),
    vex: all("vex"),
    diff: one("diff"),
    cwd: terminal.cwd,
    sourceRoot: one("source-root"),
    defaultTier: tierOf(one("tier")),
    layerSources: layerSourcesOf(args),
    now: instantFlag("now", one("now")) ?? terminal.now(),
    event: eventOf(one("event")),
    branch: one("branch"),
    repository: one("repository"),
    headSha: shaOf("head-sha", one("head-sha")),
    baseSha: shaOf("base-sha", one("base-sha"))
  });
}
function baselineOf(given) {
  if (given.includes("auto")) {
    throw configurationError(
      "--baseline auto is for the Action, which finds what its run on the base branch left",
      "Give the SARIF of the base commit, such as policy-gate.sarif of that run, or leave it out"
    );
  }
  return given.filter((each) => each !== "none");
}
function eventOf(text) {
  if (text === null) return null;
  if (namesRequest(text)) return JUDGED_EVENTS.request;
  const event = EVENTS2.find((each) => each === text);
  if (event === void 0) throw configurationError(`There is no event ${text}`, oneOfHint(text, EVENTS2));
  return judgedAs(event);
}
function policyAtOf(args) {
  const text = flagValue(args, "policy-at");
  const at = POLICY_AT.find((each) => each === text);
  if (text !== null && at === void 0)
    throw configurationError(`--policy-at ${text} is not a place`, oneOfHint(text, POLICY_AT));
  return at ?? null;
}
function tierOf(text) {
  if (text === null) return DEFAULT_TIER;
  const tier = TIERS.find((each) => String(each) === text);
  if (tier === void 0) throw configurationError(`There is no tier ${text}`, oneOfHint(text, TIERS.map(String)));
  return tier;
}
var layerSourcesOf = ({ values }) => new Map((values.get("layer-source") ?? []).map(layerSource));
function layerSource(text) {
  const match = /^([\w.-]+\/[\w.-]+)=(.+)$/.exec(text);
  if (match?.[1] === void 0 || match[2] === void 0) {
    throw configurationError(
      `--layer-source ${text} is not OWNER/REPO=DIR`,
      "Write for example --layer-source acme/security-policy=../security-policy"
    );
  }
  return [match[1], match[2]];
}
function shaOf(flag, text) {
  if (text === null || /^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(text)) return text?.toLowerCase() ?? null;
  throw configurationError(
    `--${flag} ${text} is not a commit id`,
    "Write all 40 hex digits, as git rev-parse prints them"
  );
}

// src/cli/commands/evaluation.ts
import { existsSync as existsSync2 } from "node:fs";
import { join } from "node:path";

// src/cli/ci-systems.ts
var CI_SYSTEMS = [
  {
    // https://docs.github.com/en/actions/reference/workflows-and-actions/variables; the runner lets no step change them.
    system: "GitHub",
    marks: ["GITHUB_ACTIONS"],
    request: [],
    ref: ["GITHUB_REF"],
    baseShas: [],
    baseBranch: ["GITHUB_BASE_REF"],
    head: [],
    built: ["GITHUB_SHA"],
    branch: ["GITHUB_REF"],
    repository: ["GITHUB_REPOSITORY"],
    address: [],
    server: ["GITHUB_SERVER_URL"],
    owner: [],
    cause: "GITHUB_EVENT_NAME",
    events: JUDGED_BY_NAME,
    fetch: "Check out with fetch-depth: 0"
  },
  {
    // https://docs.gitlab.com/ci/variables/predefined_variables/
    system: "GitLab",
    marks: ["GITLAB_CI", "CI_PIPELINE_SOURCE", "CI_MERGE_REQUEST_IID"],
    request: ["CI_MERGE_REQUEST_IID"],
    ref: [],
    baseShas: ["CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "CI_MERGE_REQUEST_DIFF_BASE_SHA"],
    baseBranch: ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"],
    head: ["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "CI_COMMIT_SHA"],
    built: [],
    branch: ["CI_COMMIT_BRANCH", "CI_COMMIT_REF_NAME"],
    repository: ["CI_PROJECT_PATH"],
    address: [],
    server: ["CI_SERVER_URL"],
    owner: [],
    cause: "CI_PIPELINE_SOURCE",
    events: {
      merge_request_event: JUDGED_EVENTS.request,
      push: JUDGED_EVENTS.push,
      schedule: JUDGED_EVENTS.schedule,
      web: JUDGED_EVENTS.manual,
      api: JUDGED_EVENTS.manual,
      trigger: JUDGED_EVENTS.manual
    },
    fetch: 'Set GIT_DEPTH: "0" for the job'
  },
  {
    // https://www.jenkins.io/doc/book/pipeline/multibranch/
    system: "Jenkins",
    marks: ["JENKINS_URL", "CHANGE_ID", "GIT_COMMIT"],
    request: ["CHANGE_ID"],
    ref: [],
    baseShas: [],
    baseBranch: ["CHANGE_TARGET"],
    head: ["GIT_COMMIT"],
    built: [],
    branch: ["BRANCH_NAME"],
    repository: ["GIT_URL"],
    address: ["GIT_URL"],
    server: [],
    owner: [],
    cause: null,
    events: {},
    fetch: "Let the checkout fetch the target branch too, without shallow clone"
  },
  {
    // https://learn.microsoft.com/azure/devops/pipelines/build/variables
    system: "Azure Pipelines",
    marks: ["TF_BUILD", "BUILD_REASON", "SYSTEM_PULLREQUEST_PULLREQUESTID"],
    request: ["SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "SYSTEM_PULLREQUEST_PULLREQUESTID"],
    ref: [],
    baseShas: [],
    baseBranch: ["SYSTEM_PULLREQUEST_TARGETBRANCH", "SYSTEM_PULLREQUEST_TARGETBRANCHNAME"],
    head: ["SYSTEM_PULLREQUEST_SOURCECOMMITID", "BUILD_SOURCEVERSION"],
    built: [],
    branch: ["BUILD_SOURCEBRANCH"],
    repository: ["BUILD_REPOSITORY_NAME"],
    address: ["BUILD_REPOSITORY_URI"],
    server: [],
    // A repository of Azure Repos has a name within its project, one of GitHub is OWNER/REPO.
    owner: ["SYSTEM_TEAMPROJECT"],
    cause: "BUILD_REASON",
    events: {
      PullRequest: JUDGED_EVENTS.request,
      IndividualCI: JUDGED_EVENTS.push,
      BatchedCI: JUDGED_EVENTS.push,
      Schedule: JUDGED_EVENTS.schedule,
      Manual: JUDGED_EVENTS.manual
    },
    fetch: "Check out with fetchDepth: 0"
  },
  {
    // https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
    system: "Bitbucket",
    marks: ["BITBUCKET_BUILD_NUMBER", "BITBUCKET_COMMIT", "BITBUCKET_PR_ID"],
    request: ["BITBUCKET_PR_ID"],
    ref: [],
    baseShas: ["BITBUCKET_PR_DESTINATION_COMMIT"],
    baseBranch: ["BITBUCKET_PR_DESTINATION_BRANCH"],
    head: ["BITBUCKET_COMMIT"],
    built: [],
    branch: ["BITBUCKET_BRANCH"],
    repository: ["BITBUCKET_REPO_FULL_NAME"],
    address: ["BITBUCKET_GIT_HTTP_ORIGIN"],
    server: [],
    owner: [],
    cause: null,
    events: {},
    fetch: "Set clone: { depth: full } for the step"
  }
];

// src/cli/ci-change.ts
function ciChange(variables) {
  const found = CI_SYSTEMS.filter(({ marks }) => namedIn(variables, marks) !== null);
  const changes = found.map((system2) => changeOf(system2, variables));
  const requests = changes.filter(({ isRequest }) => isRequest);
  if (requests.length < 2) return requests[0] ?? changes[0] ?? null;
  const system = requests.map((each) => each.system).join(" and ");
  return { ...NOTHING_KNOWN, system, event: JUDGED_EVENTS.request, isRequest: true };
}
var NOTHING_KNOWN = {
  system: "",
  event: null,
  isRequest: false,
  bases: [],
  head: null,
  built: null,
  branch: null,
  request: null,
  repository: null,
  address: null,
  fetch: "Let only one system set its variables",
  taken: []
};
function changeOf(system, variables) {
  const named = (names) => namedIn(variables, names);
  const caused = causeOf(system, variables);
  const ref = named(system.ref);
  const target = named(system.baseBranch) ?? queueTarget(ref);
  const shas = system.baseShas.flatMap((name) => named([name]) ?? []);
  const said = named(system.request);
  const request = requestOf(said ?? ref);
  const isRequest = said !== null || request !== null || target !== null || shas.length > 0 || caused === JUDGED_EVENTS.request || caused === JUDGED_EVENTS.queue;
  const head = fullIdOf(named(system.head));
  const built = fullIdOf(named(system.built));
  const branch = branchOf(isRequest ? target : named(system.branch));
  const repository = repositoryOf(named(system.repository), named(system.owner));
  const bases = isRequest ? [...shas, ...target === null ? [] : [target]] : [];
  const event = isRequest ? requestEvent(variables, caused) : caused;
  return {
    system: system.system,
    event,
    isRequest,
    bases: bases.map(({ name, value }) => system.baseShas.includes(name) ? { sha: value } : { branch: value }),
    head: head?.value ?? null,
    built: built?.value ?? null,
    branch: branch?.value ?? null,
    request: request === null ? null : Number(request.value),
    repository: repository?.value ?? null,
    address: addressOf(named(system.address), named(system.server), repository),
    fetch: system.fetch,
    taken: [
      `event ${event ?? "not known"}`,
      ...bases.map((each) => told("base", each)),
      ...told("head", head ?? built),
      ...isRequest ? [] : told("branch", branch),
      ...told("request", request),
      ...told("repository", repository)
    ].flat()
  };
}
function namedIn(variables, names) {
  for (const name of names) {
    const value = variables[name]?.trim() ?? "";
    if (value !== "") return { name, value };
  }
  return null;
}
var told = (what, found) => found === null ? [] : [`${what} ${found.value} (${found.name})`];
var requestEvent = (variables, caused) => variables.CI_MERGE_REQUEST_EVENT_TYPE === "merge_train" || caused === JUDGED_EVENTS.queue ? JUDGED_EVENTS.queue : JUDGED_EVENTS.request;
function queueTarget(ref) {
  const value = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(ref?.value ?? "")?.[1];
  return ref === null || value === void 0 ? null : { ...ref, value };
}
function causeOf({ cause, events }, variables) {
  const said = cause === null ? "" : variables[cause]?.trim() ?? "";
  if (said === "") return JUDGED_EVENTS.push;
  return Object.hasOwn(events, said) ? events[said] ?? null : null;
}
function requestOf(found) {
  const number = /^(?:refs\/pull\/)?([1-9]\d{0,14})(?:\/(?:merge|head))?$/.exec(found?.value ?? "")?.[1];
  return found === null || number === void 0 ? null : { ...found, value: number };
}
var branchOf = (found) => found === null || /^refs\/(?!heads\/)/.test(found.value) ? null : { ...found, value: found.value.replace(/^refs\/heads\//, "") };
var fullIdOf = (found) => found !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(found.value) ? { ...found, value: found.value.toLowerCase() } : null;
function repositoryOf(found, owner) {
  if (found === null) return null;
  const path = pathOfAddress(found.value);
  const isBare = !path.includes("/");
  const value = isBare && owner !== null ? `${owner.value}/${path}` : path;
  if (value.length > 500 || !REPOSITORY.test(value) || value.split("/").some((part) => /^\.{1,2}$/.test(part)))
    return null;
  return { name: isBare && owner !== null ? `${owner.name}, ${found.name}` : found.name, value };
}
function addressOf(address, server, repository) {
  const given = server === null || repository === null ? address?.value : `${server.value}/${repository.value}`;
  const [, scheme = "ssh", host, path] = /^(?:(https?|ssh):\/\/(?:[^/@]*@)?|[^/@\s]+@)([\w.-]+(?::\d+(?=\/))?)[/:](.+)$/i.exec(given ?? "") ?? [];
  if (host === void 0 || path === void 0 || /[\s?#\p{Cc}]/u.test(path)) return null;
  return `${scheme.toLowerCase()}://${host}/${path.replace(/^\/+/, "").replace(/(?:\.git)?\/*$/, "")}`;
}
var pathOfAddress = (text) => (/^(?:[a-z+]+:\/\/[^/]+\/|[^/\s@]+@[^/:\s]+:)(.+)$/i.exec(text)?.[1] ?? text).replace(/^\/*(?:scm\/(?=[^/]+\/[^/]+$))?/, "").replace(/(?:\.git)?\/*$/, "");
var REPOSITORY = /^[\p{L}\p{N}_.~-]+(?: +[\p{L}\p{N}_.~-]+)*(?:\/[\p{L}\p{N}_.~-]+(?: +[\p{L}\p{N}_.~-]+)*)+$/u;

// src/gate/committed-ports.ts
import { existsSync } from "node:fs";
import { resolve } from "node:path";
function committedPolicyPort(files, clone, commit) {
  const local = localPolicyPort(files);
  const { cwd, sourceRoot, layerSources } = files;
  const root = resolve(cwd, sourceRoot ?? ".");
  return {
    ...local.layerNotices === void 0 ? {} : { layerNotices: local.layerNotices },
    async read(path) {
      const inner = pathInClone(clone, cwd, path);
      if (inner === null) return local.read(path);
      const bytes = await readAt(clone, commit, inner);
      if (bytes === null && existsSync(resolve(cwd, path)) && !await isTracked(clone, inner))
        throw unknownToGit(path, commit);
      return bytes;
    },
    async readInRepository(path) {
      const inner = pathInClone(clone, root, path);
      return inner === null ? local.readInRepository(path) : readAt(clone, commit, inner);
    },
    async layer(layer) {
      const { owner, repository, path } = layer;
      const directory = layerSources.get(`${owner}/${repository}`);
      const inner = directory === void 0 ? null : pathInClone(clone, cwd, directory);
      if (directory === void 0 || inner === null || !await isTracked(clone, inner)) return local.layer(layer);
      const bytes = await readAt(clone, commit, inner === "" ? path : `${inner}/${path}`);
      if (bytes === null) throw new Error(`${directory} holds no ${path} at ${commit}`);
      return bytes;
    }
  };
}
async function readAt({ root }, commit, path) {
  const { value: file, reason } = await fileAt(root, commit, path);
  if (file === null)
    throw configurationError(
      `cannot be read at the base commit ${commit}: ${reason}`,
      "Fetch that commit with its files, without a filter",
      wholeFile(path)
    );
  if (file.kind === "not-a-file")
    throw configurationError(`is no regular file at the base commit ${commit}`, "Make it one", wholeFile(path));
  return file.kind === "absent" ? null : file.bytes;
}
var unknownToGit = (path, commit) => configurationError(
  `is in the checkout, but neither at the base commit ${commit} nor kept by git`,
  "Commit it, keep it outside the checkout, or say --policy-at worktree where nobody else can write there",
  wholeFile(path)
);

// src/cli/commands/clone-evaluation.ts
async function changeInClone(root, asked, ci, at) {
  const { value: clone, reason } = await cloneAt(root);
  if (clone === null)
    throw configurationError(`The clone cannot be read: ${reason}`, "Install git, and check the repository out");
  const trial = await trialMerge(clone, asked.headSha, ci);
  const baseSha = await baseOf(clone, asked, ci, at, trial);
  if (baseSha === null) return null;
  const headSha = asked.headSha ?? trial?.head ?? null;
  const commits = { base: baseSha, head: headSha };
  return {
    baseSha,
    headSha: headSha ?? clone.head,
    change: () => cloneChange(clone, commits),
    since: (commit, settled) => sinceInClone(clone.root, commits, commit, settled),
    policy: committedPolicyPort(asked, clone, baseSha)
  };
}
async function baseOf(clone, { baseSha, headSha }, ci, at, trial) {
  if (baseSha !== null) {
    if (at === "worktree" || (await localCommit(clone.root, baseSha)).value !== null) return baseSha;
    throw absentBase(baseSha, `Fetch it: git fetch --depth=1 origin ${baseSha}, or clone with the whole history`);
  }
  if (ci === null || !ci.isRequest) return null;
  for (const name of ci.bases) {
    const found = await commitNamed(clone, name);
    if (found !== null && await mayBeBase(clone, found, name, ci, headSha ?? trial?.head ?? clone.head)) return found;
  }
  const merged = trial?.into ?? null;
  if (merged !== null || at === "worktree") return merged;
  const names = ci.bases.map((name) => "sha" in name ? name.sha : `branch ${name.branch}`);
  throw absentBase(
    names.length === 0 ? `that ${ci.system} says nothing of` : names.join(" or "),
    `${ci.fetch}, or name it with --base-sha`
  );
}
async function mayBeBase(clone, found, name, { bases }, head) {
  if ("branch" in name) return true;
  const branch = bases.find((each) => "branch" in each);
  const tip = branch === void 0 ? null : await commitNamed(clone, branch);
  if (tip === null) return found !== head && found !== clone.head;
  return (await git(clone.root, ["merge-base", "--is-ancestor", found, tip])).value !== null;
}
async function trialMerge({ root, head: here }, head, ci) {
  const [into, merged, ...more] = here === null ? [] : (await localCommit(root, here)).value?.parents ?? [];
  if (into === void 0 || merged === void 0 || more.length > 0) return null;
  const isTrial = head === null ? ci?.isRequest === true && ci.built === here : head === merged;
  return isTrial && (await localCommit(root, into)).value !== null ? { into, head: merged } : null;
}
var absentBase = (name, hint) => configurationError(`The base commit of the change (${name}) is not in this clone, so its policy cannot be read`, hint);

// src/cli/commands/evaluation.ts
async function evaluationOf(args, terminal) {
  const ci = ciChange(terminal.env);
  if (ci !== null) tellLine(terminal, `${tellCi(ci)}`);
  const at = policyAtOf(args);
  return evaluationOfRequest(withCi(requestOfFlags(args, terminal), ci), at, ci);
}
async function evaluationOfRequest(asked, at, ci) {
  const isChange = (ci?.isRequest ?? false) || awaitsMerge(asked.event);
  const hasBase = asked.baseSha !== null || (ci?.bases.length ?? 0) > 0;
  if (at === "base" && !hasBase)
    throw configurationError("--policy-at base needs a base commit", "Name it with --base-sha");
  const root = checkoutRoot(asked.cwd, asked.sourceRoot);
  const local = localPorts(asked);
  const fromWorktree = { ...local.policy, notices: isChange || hasBase || at === "worktree" ? [FROM_WORKTREE] : [] };
  const known = (isChange || hasBase) && mayLieInClone(root) ? await changeInClone(root, asked, ci, at) : null;
  if (known === null && at === "base")
    throw configurationError(
      "--policy-at base needs a git clone, and there is none here",
      "Check the repository out, or name the clone with --source-root"
    );
  if (known === null) return { request: asked, ports: { ...local, policy: fromWorktree } };
  const { baseSha, headSha, change, since } = known;
  const policy = at === "worktree" ? fromWorktree : known.policy;
  const policyFrom = at === "worktree" ? "checkout" : "base";
  return { request: { ...asked, baseSha, headSha, policyFrom }, ports: { ...local, policy, change, since } };
}
var tellCi = ({ system, taken }) => `What flags leave open, ${system} says: ${taken.length === 0 ? "nothing that is clear" : visibleLine(taken.join(", "))}`;
var FROM_WORKTREE = {
  level: "warning",
  code: "policy-worktree",
  message: "Policy, exceptions and CODEOWNERS are read from the working tree, where the change itself may have put them"
};
function withCi(request, ci) {
  const { event, branch, headSha, sourceRoot } = request;
  return {
    ...request,
    bootstrap: isWholeCheckout(checkoutRoot(request.cwd, sourceRoot)) ? BOOTSTRAP_PRESET : null,
    event: event ?? ci?.event ?? null,
    branch: branch ?? ci?.branch ?? null,
    headSha: headSha ?? ci?.head ?? null,
    pullRequest: ci?.request ?? null,
    repository: request.repository ?? ci?.repository ?? null
  };
}
var isWholeCheckout = (root) => existsSync2(join(root, ".git")) || !mayLieInClone(root);

// src/cli/commands/format-flag.ts
function oneFormat(args, formats) {
  const text = flagValue(args, "format");
  return text === null ? formats[0] : formatNamed(text, formats);
}
function outputOf(text, formats) {
  const [name = "", file = null] = text.split(/=(.*)/s, 2);
  const format = formatNamed(name, formats);
  if (file === "") throw configurationError(`--format ${text} names no file`, `Write --format ${format}=FILE`);
  return { format, file };
}
function formatNamed(name, formats) {
  const format = formats.find((each) => each === name);
  if (format !== void 0) return format;
  throw configurationError(`There is no format ${name}`, oneOfHint(name, formats));
}

export {
  parseArguments,
  flagValue,
  refuseWords,
  asksForHelp,
  TABLES,
  ciChange,
  tellLine,
  printLine,
  processTerminal,
  progressOf,
  instantFlag,
  EVALUATION_FLAGS,
  requestOfFlags,
  tierOf,
  layerSourcesOf,
  evaluationOf,
  evaluationOfRequest,
  withCi,
  oneFormat,
  outputOf
};
