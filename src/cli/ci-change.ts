import { JUDGED_EVENTS } from '../core/change/occasion/events.js'
import { CI_SYSTEMS, type CiSystem } from './ci-systems.js'

/** Variables of the environment. */
export type Variables = Readonly<Record<string, string | undefined>>

/** How the base of a request is found: by a commit id, or by the branch that it goes to; the first that is known counts. */
export type BaseSource = { readonly sha: string } | { readonly branch: string }

/** What a CI system says of the change that it runs for. Null is not known. */
export interface CiChange {
  readonly system: string
  /** As rules see it. */
  readonly event: string | null
  /** True for a pull or merge request, which is never judged by its own policy. */
  readonly isRequest: boolean
  readonly bases: readonly BaseSource[]
  /** The commit that is judged. */
  readonly head: string | null
  /** The commit that is built, where it may be a trial merge of a head that no variable names. */
  readonly built: string | null
  /** The branch that the change goes to, or, where there is no request, the one that is built. */
  readonly branch: string | null
  readonly request: number | null
  /** OWNER/REPO, with groups before it where the system has them. */
  readonly repository: string | null
  /** Where it is cloned from, without user and password. */
  readonly address: string | null
  /** How to get a base that is not in the clone. */
  readonly fetch: string
  /** What was taken from which variable: `base main (CHANGE_TARGET)`. */
  readonly taken: readonly string[]
}

/**
 * What the variables say of the change; null where they are none of these systems'. Where several systems are named, by a
 * variable that a step has set, say, the one that has a request counts: a request can be no push. Where two have one,
 * nobody knows whose base is meant, and it is unknown.
 */
export function ciChange(variables: Variables): CiChange | null {
  const found = CI_SYSTEMS.filter(({ marks }) => namedIn(variables, marks) !== null)
  const changes = found.map(system => changeOf(system, variables))
  const requests = changes.filter(({ isRequest }) => isRequest)
  if (requests.length < 2) return requests[0] ?? changes[0] ?? null
  const system = requests.map(each => each.system).join(' and ')
  return { ...NOTHING_KNOWN, system, event: JUDGED_EVENTS.request, isRequest: true }
}

const NOTHING_KNOWN: CiChange = {
  system: '',
  event: null,
  isRequest: false,
  bases: [],
  head: null,
  built: null,
  branch: null,
  request: null,
  repository: null,
  address: null,
  fetch: 'Let only one system set its variables',
  taken: []
}

function changeOf(system: CiSystem, variables: Variables): CiChange {
  const named = (names: readonly string[]): Named | null => namedIn(variables, names)
  const caused = causeOf(system, variables)
  const ref = named(system.ref)
  const target = named(system.baseBranch) ?? queueTarget(ref)
  const shas = system.baseShas.flatMap(name => named([name]) ?? [])
  const said = named(system.request)
  const request = requestOf(said ?? ref)
  // A variable of a request that is left is enough: one that was emptied on the way makes no push of it.
  const isRequest =
    said !== null ||
    request !== null ||
    target !== null ||
    shas.length > 0 ||
    caused === JUDGED_EVENTS.request ||
    caused === JUDGED_EVENTS.queue
  const head = fullIdOf(named(system.head))
  const built = fullIdOf(named(system.built))
  const branch = branchOf(isRequest ? target : named(system.branch))
  const repository = repositoryOf(named(system.repository), named(system.owner))
  const bases: readonly Named[] = isRequest ? [...shas, ...(target === null ? [] : [target])] : []
  const event = isRequest ? requestEvent(variables, caused) : caused
  return {
    system: system.system,
    event,
    isRequest,
    bases: bases.map(({ name, value }) => (system.baseShas.includes(name) ? { sha: value } : { branch: value })),
    head: head?.value ?? null,
    built: built?.value ?? null,
    branch: branch?.value ?? null,
    request: request === null ? null : Number(request.value),
    repository: repository?.value ?? null,
    address: addressOf(named(system.address), named(system.server), repository),
    fetch: system.fetch,
    taken: [
      `event ${event ?? 'not known'}`,
      ...bases.map(each => told('base', each)),
      ...told('head', head ?? built),
      ...(isRequest ? [] : told('branch', branch)),
      ...told('request', request),
      ...told('repository', repository)
    ].flat()
  }
}

/** A value, and the variable that has it. */
interface Named {
  readonly name: string
  readonly value: string
}

function namedIn(variables: Variables, names: readonly string[]): Named | null {
  for (const name of names) {
    const value = variables[name]?.trim() ?? ''
    if (value !== '') return { name, value }
  }
  return null
}

const told = (what: string, found: Named | null): readonly string[] =>
  found === null ? [] : [`${what} ${found.value} (${found.name})`]

/** A merge train is a queue: what it judges is what will be the base. */
const requestEvent = (variables: Variables, caused: string | null): string =>
  variables.CI_MERGE_REQUEST_EVENT_TYPE === 'merge_train' || caused === JUDGED_EVENTS.queue
    ? JUDGED_EVENTS.queue
    : JUDGED_EVENTS.request

/** GitHub names the branch that a queue merges into only in the name of the queue's own branch. */
function queueTarget(ref: Named | null): Named | null {
  const value = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(ref?.value ?? '')?.[1]
  return ref === null || value === undefined ? null : { ...ref, value }
}

function causeOf({ cause, events }: CiSystem, variables: Variables): string | null {
  const said = cause === null ? '' : (variables[cause]?.trim() ?? '')
  if (said === '') return JUDGED_EVENTS.push
  return Object.hasOwn(events, said) ? (events[said] ?? null) : null
}

/** The number of a request, as it stands or in a ref. */
function requestOf(found: Named | null): Named | null {
  const number = /^(?:refs\/pull\/)?([1-9]\d{0,14})(?:\/(?:merge|head))?$/.exec(found?.value ?? '')?.[1]
  return found === null || number === undefined ? null : { ...found, value: number }
}

const branchOf = (found: Named | null): Named | null =>
  found === null || /^refs\/(?!heads\/)/.test(found.value)
    ? null
    : { ...found, value: found.value.replace(/^refs\/heads\//, '') }

const fullIdOf = (found: Named | null): Named | null =>
  found !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(found.value)
    ? { ...found, value: found.value.toLowerCase() }
    : null

/**
 * The name of the repository: at least two parts, as `group/subgroup/shop`, or of a clone's address its path. Another text
 * is none. Of an address only the path is taken: it may hold a password.
 */
function repositoryOf(found: Named | null, owner: Named | null): Named | null {
  if (found === null) return null
  const path = pathOfAddress(found.value)
  const isBare = !path.includes('/')
  const value = isBare && owner !== null ? `${owner.value}/${path}` : path
  if (value.length > 500 || !REPOSITORY.test(value) || value.split('/').some(part => /^\.{1,2}$/.test(part)))
    return null
  return { name: isBare && owner !== null ? `${owner.name}, ${found.name}` : found.name, value }
}

/** As a URL that names nobody and holds no password. */
function addressOf(address: Named | null, server: Named | null, repository: Named | null): string | null {
  const given = server === null || repository === null ? address?.value : `${server.value}/${repository.value}`
  const [, scheme = 'ssh', host, path] =
    /^(?:(https?|ssh):\/\/(?:[^/@]*@)?|[^/@\s]+@)([\w.-]+(?::\d+(?=\/))?)[/:](.+)$/i.exec(given ?? '') ?? []
  if (host === undefined || path === undefined || /[\s?#\p{Cc}]/u.test(path)) return null
  return `${scheme.toLowerCase()}://${host}/${path.replace(/^\/+/, '').replace(/(?:\.git)?\/*$/, '')}`
}

/** `https://host/acme/shop.git`, `git@host:acme/shop.git`; Bitbucket Server writes `scm` before the path. */
const pathOfAddress = (text: string): string =>
  (/^(?:[a-z+]+:\/\/[^/]+\/|[^/\s@]+@[^/:\s]+:)(.+)$/i.exec(text)?.[1] ?? text)
    .replace(/^\/*(?:scm\/(?=[^/]+\/[^/]+$))?/, '')
    .replace(/(?:\.git)?\/*$/, '')

/** Parts as systems allow them: Azure's may hold blanks inside. */
const REPOSITORY = /^[\p{L}\p{N}_.~-]+(?: +[\p{L}\p{N}_.~-]+)*(?:\/[\p{L}\p{N}_.~-]+(?: +[\p{L}\p{N}_.~-]+)*)+$/u
