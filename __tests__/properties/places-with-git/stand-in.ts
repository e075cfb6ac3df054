import { type ChangeContext, readEvent } from '../../../src/action/event.js'
import { pullRequestEvent } from '../../fake-github/events.js'
import { diffTrees } from '../../fake-github/patches.js'
import { commit, type FakeRepository, pull } from '../../fake-github/state.js'
import type { Commits } from './commits.js'

/** The pull request of a story, as the runner tells it. */
export function changeOf({ head, base }: Commits): ChangeContext {
  const { payload } = pullRequestEvent('synchronize', { headSha: head.sha, baseSha: base.sha })
  return readEvent({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/pay' }, payload).change
}

/** The stand-in's words for the same commits. */
export function standInFor({ fork, base, head, merge }: Commits): Partial<FakeRepository> {
  const files = [...diffTrees(fork.texts, head.texts)]
  return {
    branches: { main: base.sha, feature: head.sha },
    commits: [
      commit('fork', { sha: fork.sha, files: fork.texts, parents: [] }),
      commit('base', { sha: base.sha, files: base.texts, parents: [fork.sha] }),
      commit('head', { sha: head.sha, files: head.texts, parents: [fork.sha] }),
      ...(merge === null
        ? []
        : [commit('merge', { sha: merge.sha, files: merge.texts, parents: [base.sha, head.sha] })])
    ],
    pulls: [pull({ baseSha: base.sha, headSha: head.sha, commits: [head.sha], files })]
  }
}
