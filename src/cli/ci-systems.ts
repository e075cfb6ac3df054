import { JUDGED_EVENTS, type JudgedEvent } from '../core/change/occasion/events.js'
import { JUDGED_BY_NAME } from '../core/change/occasion/judged-event.js'

/** One CI system: the names of its variables, the first that is set counts. */
export interface CiSystem {
  readonly system: string
  /** Any of these tells that it is this one. */
  readonly marks: readonly string[]
  readonly request: readonly string[]
  /** The ref that is built, where a request is known by it alone: `refs/pull/7/merge`, or the branch of a queue. */
  readonly ref: readonly string[]
  readonly baseShas: readonly string[]
  readonly baseBranch: readonly string[]
  readonly head: readonly string[]
  /** The commit that is built where that may be a trial merge of the head, and no variable names the head itself. */
  readonly built: readonly string[]
  readonly branch: readonly string[]
  /** OWNER/REPO, with groups before it where the system has them, or the address of the clone. */
  readonly repository: readonly string[]
  /** The address that it is cloned from, or of the server: then the name of the repository follows. */
  readonly address: readonly string[]
  readonly server: readonly string[]
  /** What stands before a name that has no owner. */
  readonly owner: readonly string[]
  /** The variable that says why it runs; null: it does not tell, and a run that is for no request is a push. */
  readonly cause: string | null
  /** What its values mean, as events that rules name. */
  readonly events: Readonly<Record<string, JudgedEvent>>
  readonly fetch: string
}

/** Every CI system whose variables are understood. */
export const CI_SYSTEMS: readonly CiSystem[] = [
  {
    // https://docs.github.com/en/actions/reference/workflows-and-actions/variables; the runner lets no step change them.
    system: 'GitHub',
    marks: ['GITHUB_ACTIONS'],
    request: [],
    ref: ['GITHUB_REF'],
    baseShas: [],
    baseBranch: ['GITHUB_BASE_REF'],
    head: [],
    built: ['GITHUB_SHA'],
    branch: ['GITHUB_REF'],
    repository: ['GITHUB_REPOSITORY'],
    address: [],
    server: ['GITHUB_SERVER_URL'],
    owner: [],
    cause: 'GITHUB_EVENT_NAME',
    events: JUDGED_BY_NAME,
    fetch: 'Check out with fetch-depth: 0'
  },
  {
    // https://docs.gitlab.com/ci/variables/predefined_variables/
    system: 'GitLab',
    marks: ['GITLAB_CI', 'CI_PIPELINE_SOURCE', 'CI_MERGE_REQUEST_IID'],
    request: ['CI_MERGE_REQUEST_IID'],
    ref: [],
    baseShas: ['CI_MERGE_REQUEST_TARGET_BRANCH_SHA', 'CI_MERGE_REQUEST_DIFF_BASE_SHA'],
    baseBranch: ['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'],
    head: ['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA', 'CI_COMMIT_SHA'],
    built: [],
    branch: ['CI_COMMIT_BRANCH', 'CI_COMMIT_REF_NAME'],
    repository: ['CI_PROJECT_PATH'],
    address: [],
    server: ['CI_SERVER_URL'],
    owner: [],
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
    ref: [],
    baseShas: [],
    baseBranch: ['CHANGE_TARGET'],
    head: ['GIT_COMMIT'],
    built: [],
    branch: ['BRANCH_NAME'],
    repository: ['GIT_URL'],
    address: ['GIT_URL'],
    server: [],
    owner: [],
    cause: null,
    events: {},
    fetch: 'Let the checkout fetch the target branch too, without shallow clone'
  },
  {
    // https://learn.microsoft.com/azure/devops/pipelines/build/variables
    system: 'Azure Pipelines',
    marks: ['TF_BUILD', 'BUILD_REASON', 'SYSTEM_PULLREQUEST_PULLREQUESTID'],
    request: ['SYSTEM_PULLREQUEST_PULLREQUESTNUMBER', 'SYSTEM_PULLREQUEST_PULLREQUESTID'],
    ref: [],
    baseShas: [],
    baseBranch: ['SYSTEM_PULLREQUEST_TARGETBRANCH', 'SYSTEM_PULLREQUEST_TARGETBRANCHNAME'],
    head: ['SYSTEM_PULLREQUEST_SOURCECOMMITID', 'BUILD_SOURCEVERSION'],
    built: [],
    branch: ['BUILD_SOURCEBRANCH'],
    repository: ['BUILD_REPOSITORY_NAME'],
    address: ['BUILD_REPOSITORY_URI'],
    server: [],
    // A repository of Azure Repos has a name within its project, one of GitHub is OWNER/REPO.
    owner: ['SYSTEM_TEAMPROJECT'],
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
    ref: [],
    baseShas: ['BITBUCKET_PR_DESTINATION_COMMIT'],
    baseBranch: ['BITBUCKET_PR_DESTINATION_BRANCH'],
    head: ['BITBUCKET_COMMIT'],
    built: [],
    branch: ['BITBUCKET_BRANCH'],
    repository: ['BITBUCKET_REPO_FULL_NAME'],
    address: ['BITBUCKET_GIT_HTTP_ORIGIN'],
    server: [],
    owner: [],
    cause: null,
    events: {},
    fetch: 'Set clone: { depth: full } for the step'
  }
]
