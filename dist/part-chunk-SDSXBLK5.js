import { createRequire as createRequire__ } from 'node:module'
const require = createRequire__(import.meta.url)
import {
  DAY,
  EXCEPTION_TYPES,
  KEYS,
  MAX_QUOTED,
  MAX_TOKEN,
  PLACEHOLDERS,
  PREFIX,
  RULES,
  RuleCounter,
  TIERS,
  approverNames,
  assessmentContextOf,
  candidateOf,
  cleanText,
  compile,
  compileRules,
  coversReports,
  dayOf,
  explainRule,
  formatDuration,
  hasApprovers,
  holdsFor,
  isCalendarDate,
  isDependency,
  isNotLookedFor,
  isPlaceholder,
  isQuestion,
  isTicket,
  judge,
  locationsOf,
  matchRules,
  maxDuration,
  modeAt,
  neverExcepted,
  packageReportsOf,
  parsePackageUrl,
  pathFits,
  pathsOf,
  placementsOf,
  quorum,
  reasonProblem,
  remedyFor,
  reportersOf,
  settle,
  sightIndexOf,
  sightingsOf,
  statementsOn,
  suppressionHolds,
  time,
  timeToFix,
  toLogin,
  wholeOf
} from "./part-chunk-N7VFL56R.js";

// src/core/trace/rules.ts
var NEAR = 2;
function traceRules(policy, sightings, outcome, decision) {
  const traces = policy.rules.map((rule) => {
    const subject = subjectFor(rule, policy, sightings);
    const seenTo = policy.sights[sightings.findIndex((each) => each.subject === subject)]?.layers.at(-1);
    const trace = traceRule(rule, subject, outcome, decision);
    return seenTo === void 0 || subject === sightings.at(-1)?.subject ? trace : { ...trace, seenTo };
  });
  const near = traces.filter(({ failing }) => failing.length > 0 && failing.length <= NEAR);
  return {
    matched: traces.filter(({ failing }) => failing.length === 0),
    near: near.toSorted((a, b) => a.failing.length - b.failing.length),
    others: traces.filter(({ failing }) => failing.length > NEAR).length
  };
}
function subjectFor(rule, policy, sightings) {
  const whole = sightings.at(-1)?.subject;
  if (whole === void 0) throw new TypeError("a finding that nobody has looked at");
  return holdsFor(sightings, sightIndexOf(policy, rule.layer), compile(rule)) ?? whole;
}
function traceRule(rule, subject, outcome, decision) {
  const { when, unless: unless2, excused } = explainRule(rule, subject);
  return {
    id: rule.id,
    layer: rule.layer,
    place: positionText(rule.place),
    description: rule.description,
    declared: rule.verdict,
    mode: modeAt(rule, decision.evaluatedAt),
    verdict: outcome.rules.find(({ id, layer }) => id === rule.id && layer === rule.layer)?.verdict ?? null,
    count: rule.moreThan === null ? null : { matched: countOf(rule, decision), moreThan: rule.moreThan },
    when,
    unless: unless2,
    failing: [
      ...when.filter(({ holds }) => holds !== true).map(conditionText),
      ...excused ? [`unless holds (${unless2.map((each) => `${each.condition} is ${each.actual}`).join(", ")})`] : []
    ]
  };
}
var conditionText = ({ condition, expected, actual }) => `${condition} must be ${expected}, and is ${actual}`;
var countOf = ({ id, layer }, { outcomes }) => outcomes.filter((each) => each.reason !== "excepted" && each.rules.some((one) => one.id === id && one.layer === layer)).length;
var positionText = (place) => place === null ? null : [place.path, place.line, place.column].filter((part) => part !== null).join(":");

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
    place: positionText(record.place),
    expires: record.expiresText,
    fields: fieldsOf(record.match, candidate),
    holds,
    problem: holds ? null : refusal ?? (misfit ? `${misfit.field} must be ${misfit.expected}, and is ${misfit.actual}` : "it does not match")
  };
}
function fieldsOf(match, { finding, id }) {
  const paths = pathsOf(finding);
  switch (match.kind) {
    case "finding":
      return [field("finding", match.finding, id, match.finding === id)];
    case "advisory": {
      const { identifiers } = finding;
      const named2 = identifiers.some((each) => each.toUpperCase() === match.identifier.toUpperCase());
      return [
        field("identifier", match.identifier, identifiers.join(", ") || "none", named2),
        ...isDependency(finding) ? [] : [field("category", "sca or container", finding.category, false)],
        ...match.package === null ? [] : [packageField(match.package, finding)],
        ...match.path === null ? [] : [pathField(match.path, paths)]
      ];
    }
    case "rule": {
      const reports = reportersOf(finding);
      const ofTool = reports.filter(({ tool }) => tool.toLowerCase() === match.tool.toLowerCase());
      const rules = (ofTool.length > 0 ? ofTool : reports).map(({ ruleId }) => ruleId);
      return [
        field("tool", match.tool, reports.map(({ tool }) => tool).join(", "), ofTool.length > 0),
        field("rule-id", match.ruleId, named(rules, finding), !finding.isDisguised && rules.includes(match.ruleId)),
        pathField(match.path, paths)
      ];
    }
    default:
      return match;
  }
}
var named = (rules, { isDisguised }) => `${rules.join(", ")}${isDisguised ? " (written with blanks or hidden characters)" : ""}`;
var field = (name, expected, actual, fits) => ({
  field: name,
  expected,
  actual,
  fits
});
function packageField(wanted, finding) {
  const wantedUrl = parsePackageUrl(wanted);
  const fits = wantedUrl !== null && coversReports(wantedUrl, finding);
  const purls = packageReportsOf(finding).map(({ purl }) => purl ?? finding.package?.name ?? "none");
  return field("package", wanted, [...new Set(purls)].join(", "), fits);
}
var pathField = (wanted, paths) => field(
  "path",
  wanted,
  paths.map((path) => path ?? "none").join(", "),
  paths.every((path) => path !== null && pathFits(wanted, path))
);

// src/core/trace/fact-traces.ts
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
  const reason = winner === void 0 ? "no asset names the place: the default tier" : `asset ${winner.asset} (${winner.glob} in ${winner.layer})${layers.length > 1 ? ", the most critical of all layers" : ""}`;
  return { value, reason, layers };
}
function traceKev({ finding, facts }, { kev }) {
  const cves = cvesOf(finding);
  const listed = cves.flatMap((cve) => {
    const added = kev?.cves.get(cve)?.added;
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
  const reason = scores.length > 0 ? scores.map(({ cve, score }) => `${cve} has ${score}`).join(", ") : facts.epss !== null ? "stated with the finding" : epss === null ? "no scores were given" : "none of its identifiers has a score";
  return { value: facts.epss, date: epss?.date ?? null, scores, reason };
}
var cvesOf = ({ identifiers }) => identifiers.filter((each) => each.startsWith("CVE-"));
var productsOf = (products) => products.map(({ ids, subcomponents }) => [ids[0], ...subcomponents].join(" with ")).join(", ") || "no product";
function traceReachability({ finding, facts }, { vex }) {
  const sentences = statementsOn(finding, vex).map(
    ({ identifiers, status, justification, products, problem }) => `${identifiers.join(", ")} is ${status}${justification === null ? "" : ` (${justification})`} for ${productsOf(products)}${problem === null ? "" : `, which does not count: the statement ${problem}`}`
  );
  return { value: facts.reachability, vex: [...new Set(sentences)].sort() };
}
var traceSeverity = ({ finding, effectiveSeverity }, reported) => ({
  value: finding.severity,
  counted: effectiveSeverity,
  source: finding.severitySource,
  score: finding.score,
  conflict: finding.severityConflict,
  reported: reported.severity
});
function traceSuppression({ finding }, honoured) {
  const { suppression } = finding;
  if (suppression === null) return null;
  const { kind, justification, until } = suppression;
  const end = until === void 0 ? "" : ` (until ${until})`;
  const claimed = `${kind}${end}${justification === null ? "" : `: ${justification}`}`;
  return { claimed, honoured };
}
function traceSla({ identity, placement, facts, effectiveSeverity, sla }, policy) {
  const question = { tier: placement.tier, severity: effectiveSeverity, kev: facts.kev };
  const times = policy.sla.flatMap((table) => {
    const milliseconds = timeToFix({ sla: [table] }, question);
    return milliseconds === null ? [] : [{ layer: table.layer, milliseconds }];
  });
  const exploited = facts.kev === true ? ", known exploited" : "";
  const what = `tier ${placement.tier}, ${effectiveSeverity}${exploited}`;
  const reason = times.length === 0 ? `no layer sets a time for ${what}` : `for ${what}, from first detection ${identity.firstDetected ?? "(not known)"}`;
  return { times, due: sla?.due ?? null, status: sla?.status ?? null, reason };
}

// src/core/exceptions/commands/values.ts
function writtenFaults({ text, isQuoted }) {
  const max = isQuoted ? MAX_QUOTED : MAX_TOKEN;
  if (text.length > 2 * max || [...text].length > max) {
    const sentence2 = `a quoted value has at most ${MAX_QUOTED} characters, another at most ${MAX_TOKEN}`;
    return [{ code: "too-long", sentence: sentence2 }];
  }
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)) {
    return [{ code: "hidden-character", sentence: "a value holds control or format characters" }];
  }
  if (cleanText(text) === "") return [{ code: "empty-value", sentence: "a value is empty" }];
  if (isQuoted || BARE_VALUE.test(text)) return [];
  const sentence = "a value with other than letters, digits and -_./:@# stands in double quotes";
  return [{ code: "value", sentence }];
}
var BARE_VALUE = /^[A-Za-z0-9._/:@#-]+$/;
function valueFault(key, text, verb) {
  if (isPlaceholder(text)) return { code: "placeholder", sentence: `${key} still has to be filled in` };
  const sentence = PROBLEMS[key](text, verb);
  return sentence === null ? null : { code: key, sentence };
}
var TYPES = EXCEPTION_TYPES.filter((name) => name !== "break-glass");
var typeOf = (text) => TYPES.find((name) => name === text) ?? null;
var controlsOf = (text) => (text ?? "").split(";").map(cleanText).filter(Boolean);
var ownerOf = (text) => text?.startsWith("@") ? toLogin(text) : null;
var unless = (isGood, sentence) => isGood ? null : sentence;
var PROBLEMS = {
  sha: (text) => unless(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text), "sha is the full commit id: 40 or 64 lower-case hex digits"),
  type: (text) => unless(typeOf(text) !== null, `type is one of ${TYPES.join(", ")}`),
  expires: (text) => unless(isCalendarDate(text), "expires is a day of the calendar, written YYYY-MM-DD"),
  owner: (text) => unless(ownerOf(text) !== null, "owner is one person, written @login"),
  ticket: (text) => unless(isTicket(text), "ticket is an https address or a key with a number, such as SEC-12"),
  controls: (text) => unless(controlsOf(text).length > 0, "controls names at least one control"),
  // Only what can take effect has to explain itself at length; a request or a refusal may be short.
  reason: (text, verb) => verb === "approve" || verb === "break-glass" || verb === null ? reasonProblem(cleanText(text)) : unless(/[\p{L}\p{N}]/u.test(text), "the reason says nothing")
};
var valueFaults = (values, verb) => {
  const written2 = new Map([...values].map(([key, value]) => [key, writtenFaults(value)]));
  const said = KEYS.flatMap((key) => {
    const value = values.get(key);
    return value === void 0 || written2.get(key)?.length !== 0 ? [] : valueFault(key, value.text, verb) ?? [];
  });
  return [...[...written2.values()].flat(), ...said];
};
function soundValues(values, verb) {
  return new Map(
    [...values].flatMap(([key, { text }]) => {
      const clean = cleanText(text.slice(0, 4 * MAX_QUOTED)).replaceAll('"', "'");
      const fits = [...clean].length <= MAX_QUOTED && clean !== "";
      return fits && !/[\p{Cs}]/u.test(clean) && valueFault(key, clean, verb) === null ? [[key, clean]] : [];
    })
  );
}

// src/core/exceptions/commands/offer.ts
var DAYS_WITHOUT_BOUND = 90;
function termsNow(risk, policy, about) {
  const isNeeded = (tiers) => TIERS.filter((tier) => tier >= risk.tier).some((tier) => tiers.includes(tier));
  return {
    sha: about.sha,
    lastDay: lastDay(about.now, maxDuration(risk, policy)),
    needsTicket: isNeeded(policy.require.ticket),
    needsControls: isNeeded(policy.require.controls),
    owner: about.login === null ? null : toLogin(about.login)
  };
}
var lastDay = (now, longest) => longest === null ? null : dayOf(time(now) + Math.floor(longest / DAY) * DAY);
function offeredLine({ verb, finding, values }, terms, now) {
  if (isQuestion(verb)) return `${PREFIX} ${verb}`;
  if (verb === null || finding === null) return null;
  const { required, optional } = RULES[verb];
  const isNeeded = (key) => required.includes(key) || isAskedFor(key, verb, values, terms);
  const given = ORDER.filter((key) => isNeeded(key) || optional.includes(key) && values.has(key));
  const pairs = [];
  for (const key of given) {
    const value = partOf(key, values, terms, now);
    if (value === null) return null;
    pairs.push(`${key}=${written(value)}`);
  }
  return [PREFIX, verb, finding, ...pairs].join(" ");
}
var ORDER = ["sha", "type", "expires", "owner", "ticket", "controls", "reason"];
function isAskedFor(key, verb, values, terms) {
  if (verb !== "approve") return false;
  if (key === "controls") return terms.needsControls || values.get("type") === "mitigated";
  return key === "ticket" && terms.needsTicket;
}
function partOf(key, values, terms, now) {
  const given = values.get(key) ?? null;
  switch (key) {
    case "sha":
      return terms.sha;
    case "type":
      return typeOf(given) ?? "risk-accept";
    case "expires":
      return endOf(given, terms, now);
    case "owner":
      return given ?? terms.owner ?? PLACEHOLDERS.owner;
    default:
      return given === null || isPlaceholder(given) ? PLACEHOLDERS[key] : given;
  }
}
function endOf(given, { lastDay: last }, now) {
  const longest = last ?? lastDay(now, DAYS_WITHOUT_BOUND * DAY) ?? "";
  const isAllowed = given !== null && given >= dayOf(time(now)) && (last === null || given <= last);
  return isAllowed ? given : longest;
}
var written = (value) => BARE_VALUE.test(value) ? value : `"${cleanText(value)}"`;

// src/core/trace/remedies.ts
function remediesOf(question) {
  const { outcome, source } = question;
  if (outcome.verdict === "pass") return [remedy("nothing", "Nothing: it passes")];
  return [
    remedy("fix", remedyFor(outcome.finding, source)),
    ...baselineRemedy(question),
    ...countRemedies(question),
    noException(question) ?? exceptionRemedy(question)
  ];
}
function noException({ candidate, policy }) {
  if (candidate.never)
    return remedy("no-exception", "The policy allows no exception for this finding (exceptions.never)");
  if (hasApprovers(policy)) return null;
  return remedy(
    "no-exception",
    "Nobody can approve an exception here: the policy names no approvers (exceptions.approvers)"
  );
}
var remedy = (kind, text, commands = []) => ({
  kind,
  text,
  commands
});
function baselineRemedy({ outcome, asExisting }) {
  if (asExisting === null || asExisting === outcome.verdict) return [];
  const text = `Give the SARIF of the base commit as baseline: nobody can tell yet whether the change brings this in; if the base has it too, the rules say ${asExisting}`;
  return [remedy("baseline", text)];
}
function countRemedies({ outcome, matched }) {
  const decisive = matched.filter(({ verdict }) => verdict === outcome.verdict);
  if (!decisive.every(({ count }) => count !== null)) return [];
  return decisive.flatMap(({ id, count }) => {
    if (count === null) return [];
    const surplus = count.matched - count.moreThan;
    const text = `Fix ${surplus} of the ${count.matched} findings that rule ${id} matches: it counts only above ${count.moreThan}`;
    return [remedy("count", text)];
  });
}
function exceptionRemedy({ outcome, candidate, policy, headSha, now }) {
  const risk = { tier: candidate.tier, severity: candidate.effectiveSeverity, kev: candidate.kev };
  const longest = maxDuration(risk, policy);
  const expires = lastDay(now, longest);
  const approvals = quorum(risk, false, policy);
  const cap = longest === null ? "the policy sets no longest duration" : `at most ${formatDuration(longest)} at tier ${candidate.tier} for ${risk.severity}${risk.kev === true ? ", known exploited" : ""}${expires === null ? "" : `, so until ${expires}`}`;
  const terms = termsNow(risk, policy, { now, sha: headSha ?? "FULL-HEAD-SHA", login: null });
  const values = new Map([
    ["type", "risk-accept"],
    ...expires === null ? [] : [["expires", expires]]
  ]);
  const line = (verb) => offeredLine({ verb, finding: outcome.id, values }, terms, now) ?? [];
  return remedy(
    "exception",
    `Or request an exception, on GitHub by comment, elsewhere by an entry of the exceptions file: ${cap}; ${approvals} of these must approve: ${people(policy)}`,
    [line("request"), line("approve")].flat()
  );
}
function people(policy) {
  return approverNames(policy).join(", ") || "nobody (the policy names no approvers)";
}

// src/core/trace/trace-of.ts
function traceOf(evaluation, decision, outcome, source = null) {
  const { policy, facts, now } = evaluation;
  const context = assessmentContextOf(evaluation);
  const identified = identifiedOf(evaluation, outcome);
  const sightings = sightingsOf(identified, context);
  const assessed = wholeOf(sightings);
  const seen = outcome.state === "fixed" ? withState(sightings, outcome.state) : sightings;
  const rules = unlessSpared(traceRules(policy, seen, outcome, decision), outcome);
  const candidate = candidateOf(
    assessed,
    neverExcepted(context)(identified),
    outcome.rules.some(({ verdict }) => verdict !== "pass")
  );
  const isAmbiguous = evaluation.findings.filter(({ identity }) => identity.id === outcome.id).length > 1;
  const { headSha, event } = decision.change;
  return {
    outcome,
    evaluatedAt: now,
    change: { event, branch: evaluation.change.branch, headSha },
    layers: policy.layers.map(({ name, sha256 }) => ({ name, sha256 })),
    decisive: outcome.rules.filter(({ verdict }) => verdict === worstOf(outcome)).map(({ id }) => id),
    ...rules,
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
    suppression: traceSuppression(assessed, suppressionHolds(sightings, context)),
    sla: traceSla(assessed, policy),
    ...traceExceptions(evaluation.exceptions, candidate, isAmbiguous, policy.exceptions, now),
    remedies: remediesOf({
      outcome,
      matched: rules.matched,
      candidate,
      policy: policy.exceptions,
      headSha,
      now,
      source,
      asExisting: outcome.state === "unknown" ? verdictAsExisting(sightings, context, decision) : null
    })
  };
}
var worstOf = ({ rules }) => {
  if (rules.some(({ verdict }) => verdict === "block")) return "block";
  return rules.some(({ verdict }) => verdict === "warn") ? "warn" : "pass";
};
function unlessSpared(rules, { reason, stateReason }) {
  if (reason !== "suppressed" && reason !== "fixed") return rules;
  const gone = isNotLookedFor(stateReason) ? "nothing looked for the finding" : "the finding is gone";
  const failing = [reason === "fixed" ? gone : "the finding is suppressed"];
  return { ...rules, matched: [], near: [...rules.matched.map((rule) => ({ ...rule, failing })), ...rules.near] };
}
function identifiedOf({ findings, fixed }, { id, finding, state }) {
  const own = (state === "fixed" ? fixed : findings).filter(({ identity }) => identity.id === id);
  const places = JSON.stringify(locationsOf(finding));
  const found = own.find((each) => JSON.stringify(locationsOf(each.finding)) === places) ?? own[0];
  if (found === void 0) throw new TypeError(`the evaluation has no finding ${id}`);
  return found;
}
function verdictAsExisting(sightings, context, { outcomes, evaluatedAt }) {
  const rules = compileRules(context.policy, evaluatedAt);
  const counter = new RuleCounter(rules);
  const indexes = new Map(rules.map(({ rule }, index) => [`${rule.layer}\0${rule.id}`, index]));
  for (const outcome of outcomes) {
    if (outcome.reason === "excepted") continue;
    counter.add(outcome.rules.flatMap(({ id, layer }) => indexes.get(`${layer}\0${id}`) ?? []));
  }
  return judge(rules, matchRules(rules, withState(sightings, "existing")), counter).verdict;
}
var withState = (sightings, state) => sightings.map(({ subject }) => ({ subject: { ...subject, state } }));

// src/github/http/proxy.ts
var PROXY = /^https?_proxy$/i;
async function fetchFor(destination) {
  const isNamed = Object.entries(process.env).some(([name, value]) => PROXY.test(name) && value !== "");
  return isNamed ? (await import("./proxied.js")).proxiedFetch(destination) : fetch;
}

// src/github/http/transport.ts
var isRead = (call) => call.reads ?? call.route.startsWith("GET ");
var DEFAULT_MAX_BYTES = 32 * 1024 * 1024;
var REDIRECTS = [301, 302, 307, 308];
async function send(request, call, baseUrl, signal) {
  const headers = { accept: call.accept ?? "application/vnd.github+json", "x-github-api-version": "2022-11-28" };
  const common = { headers, request: { signal, redirect: "manual", parseSuccessResponseBody: false } };
  const first = await request(call.route, { ...call.parameters, ...common });
  const target = call.expect === "redirect" && first.status === 302 ? null : redirectOf(first, baseUrl);
  const isGet = call.route.startsWith("GET ");
  const response = target?.origin === new URL(baseUrl).origin ? await request(`${methodOf(call)} ${target.href}`, isGet ? common : { ...call.parameters, ...common }) : first;
  return {
    status: response.status,
    headers: textHeaders(response.headers),
    body: await readBody(response.data, call.maxBytes ?? DEFAULT_MAX_BYTES)
  };
}
var methodOf = (call) => call.route.split(" ", 1)[0] ?? "GET";
function redirectOf(response, baseUrl) {
  const { location } = response.headers;
  if (!REDIRECTS.includes(response.status) || typeof location !== "string") return null;
  return URL.canParse(location, baseUrl) ? new URL(location, baseUrl) : null;
}
async function readBody(data, maxBytes) {
  if (!isStream(data)) return new Uint8Array();
  const chunks = [];
  let size = 0;
  const reader = data.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new BodyTooLarge(maxBytes);
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}
var isStream = (data) => typeof data === "object" && data !== null && "getReader" in data;
var BodyTooLarge = class extends Error {
  name = "BodyTooLarge";
  constructor(maxBytes) {
    super(`the answer is larger than ${maxBytes} bytes`);
  }
};
function textHeaders(headers) {
  return Object.fromEntries(
    Object.entries(headers).flatMap(
      ([name, value]) => typeof value === "string" || typeof value === "number" ? [[name.toLowerCase(), String(value)]] : []
    )
  );
}

// src/core/yaml/quoted.ts
var quoted = (text) => JSON.stringify(text).replace(/##(?=[a-z]*\[)/gi, "#\\x23").replace(/[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, (character) => {
  const point = (character.codePointAt(0) ?? 0).toString(16);
  return point.length > 4 ? `\\U${point.padStart(8, "0")}` : `\\u${point.padStart(4, "0")}`;
});

export {
  quoted,
  typeOf,
  controlsOf,
  ownerOf,
  valueFaults,
  soundValues,
  termsNow,
  offeredLine,
  isRead,
  send,
  readBody,
  BodyTooLarge,
  textHeaders,
  traceOf,
  fetchFor
};
