import { JUDGED_EVENTS, type JudgedEvent } from '../core/change/occasion/judged-event.js'

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
  /** The branch that the change goes to, or, where there is no request, the one that is built. */
  readonly branch: string | null
  readonly request: number | null
  /** How to get a base that is not in the clone. */
  readonly fetch: string
}

/** One CI system: the names of its variables, the first that is set counts. */
interface CiSystem {
  readonly system: string
  /** Any of these tells that it is this one. */
  readonly marks: readonly string[]
  readonly request: readonly string[]
  readonly baseShas: readonly string[]
  readonly baseBranch: readonly string[]
  readonly head: readonly string[]
  readonly branch: readonly string[]
  /** The variable that says why it runs; null: it does not tell, and a run that is for no request is a push. */
  readonly cause: string | null
  /** What its values mean, as events that rules name. */
  readonly events: Readonly<Record<string, JudgedEvent>>
  readonly fetch: string
}

/** Every CI system whose variables are understood, besides GitHub's, for which there is the Action. */
export const CI_SYSTEMS: readonly CiSystem[] = [
  {
    // https://docs.gitlab.com/ci/variables/predefined_variables/
    system: 'GitLab',
    marks: ['GITLAB_CI', 'CI_PIPELINE_SOURCE', 'CI_MERGE_REQUEST_IID'],
    request: ['CI_MERGE_REQUEST_IID'],
    baseShas: ['CI_MERGE_REQUEST_TARGET_BRANCH_SHA', 'CI_MERGE_REQUEST_DIFF_BASE_SHA'],
    baseBranch: ['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'],
    head: ['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA', 'CI_COMMIT_SHA'],
    branch: ['CI_COMMIT_BRANCH', 'CI_COMMIT_REF_NAME'],
    cause: 'CI_PIPELINE_SOURCE',
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
    system: 'Jenkins',
    marks: ['JENKINS_URL', 'CHANGE_ID', 'GIT_COMMIT'],
    request: ['CHANGE_ID'],
    baseShas: [],
    baseBranch: ['CHANGE_TARGET'],
    head: ['GIT_COMMIT'],
    branch: ['BRANCH_NAME'],
    cause: null,
    events: {},
    fetch: 'Let the checkout fetch the target branch too, without shallow clone'
  },
  {
    // https://learn.microsoft.com/azure/devops/pipelines/build/variables
    system: 'Azure Pipelines',
    marks: ['TF_BUILD', 'BUILD_REASON', 'SYSTEM_PULLREQUEST_PULLREQUESTID'],
    request: ['SYSTEM_PULLREQUEST_PULLREQUESTNUMBER', 'SYSTEM_PULLREQUEST_PULLREQUESTID'],
    baseShas: [],
    baseBranch: ['SYSTEM_PULLREQUEST_TARGETBRANCH', 'SYSTEM_PULLREQUEST_TARGETBRANCHNAME'],
    head: ['SYSTEM_PULLREQUEST_SOURCECOMMITID', 'BUILD_SOURCEVERSION'],
    branch: ['BUILD_SOURCEBRANCH'],
    cause: 'BUILD_REASON',
    events: {
      PullRequest: JUDGED_EVENTS.request,
      IndividualCI: JUDGED_EVENTS.push,
      BatchedCI: JUDGED_EVENTS.push,
      Schedule: JUDGED_EVENTS.schedule,
      Manual: JUDGED_EVENTS.manual
    },
    fetch: 'Check out with fetchDepth: 0'
  },
  {
    // https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
    system: 'Bitbucket',
    marks: ['BITBUCKET_BUILD_NUMBER', 'BITBUCKET_COMMIT', 'BITBUCKET_PR_ID'],
    request: ['BITBUCKET_PR_ID'],
    baseShas: ['BITBUCKET_PR_DESTINATION_COMMIT'],
    baseBranch: ['BITBUCKET_PR_DESTINATION_BRANCH'],
    head: ['BITBUCKET_COMMIT'],
    branch: ['BITBUCKET_BRANCH'],
    cause: null,
    events: {},
    fetch: 'Set clone: { depth: full } for the step'
  }
]

/** What the variables say of the change; null where they are none of these systems'. */
export function ciChange(variables: Variables): CiChange | null {
  const of = (names: readonly string[]): string | null =>
    names.map(name => variables[name]?.trim() ?? '').find(value => value !== '') ?? null
  const system = CI_SYSTEMS.find(({ marks }) => of(marks) !== null)
  if (system === undefined) return null
  const request = of(system.request)
  const caused = causeOf(system, variables)
  const isRequest = request !== null || caused === JUDGED_EVENTS.request
  const target = of(system.baseBranch)
  const shas = system.baseShas.flatMap(name => of([name]) ?? [])
  return {
    system: system.system,
    event: isRequest ? requestEvent(variables) : caused,
    isRequest,
    bases: !isRequest ? [] : [...shas.map(sha => ({ sha })), ...(target === null ? [] : [{ branch: target }])],
    head: fullId(of(system.head)),
    branch: branchName(isRequest ? target : of(system.branch)),
    request: request !== null && /^[1-9]\d{0,14}$/.test(request) ? Number(request) : null,
    fetch: system.fetch
  }
}

/** A merge train is a queue: what it judges is what will be the base. */
const requestEvent = (variables: Variables): string =>
  variables.CI_MERGE_REQUEST_EVENT_TYPE === 'merge_train' ? JUDGED_EVENTS.queue : JUDGED_EVENTS.request

function causeOf({ cause, events }: CiSystem, variables: Variables): string | null {
  const said = cause === null ? '' : (variables[cause]?.trim() ?? '')
  if (said === '') return JUDGED_EVENTS.push
  return Object.hasOwn(events, said) ? (events[said] ?? null) : null
}

const branchName = (ref: string | null): string | null => ref?.replace(/^refs\/heads\//, '') ?? null

const fullId = (text: string | null): string | null =>
  text !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) ? text.toLowerCase() : null
