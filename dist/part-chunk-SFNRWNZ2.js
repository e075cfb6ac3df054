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
  TIERS,
  cleanText,
  dayOf,
  isCalendarDate,
  isPlaceholder,
  isQuestion,
  isTicket,
  maxDuration,
  reasonProblem,
  time,
  toLogin
} from "./part-chunk-Z5GKMQ37.js";

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

export {
  quoted,
  typeOf,
  controlsOf,
  ownerOf,
  valueFaults,
  soundValues,
  termsNow,
  lastDay,
  offeredLine,
  isRead,
  send,
  readBody,
  BodyTooLarge,
  textHeaders,
  fetchFor
};
