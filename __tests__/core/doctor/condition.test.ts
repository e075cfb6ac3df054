import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { describe, expect, test } from '@jest/globals'
import { effectOn, type IfEffect } from '../../../src/core/doctor/expression/condition.js'
import { conditionOf } from '../../../src/core/doctor/expression/template.js'
import { asksStatus } from '../../../src/core/doctor/expression/truth.js'

const QUEUE = "github.event_name == 'merge_group' || github.event_name == 'pull_request'"

/** An `if`, what it does to a job on `pull_request`, and on `merge_group`. */
const CONDITIONS: readonly (readonly [string | null, IfEffect, IfEffect])[] = [
  [null, 'unless-failed', 'unless-failed'],
  ['always()', 'runs', 'runs'],
  ['${{ always() }}', 'runs', 'runs'],
  ['!cancelled()', 'runs', 'runs'],
  ['(always())', 'runs', 'runs'],
  ['true', 'unless-failed', 'unless-failed'],
  ['${{ true }}', 'unless-failed', 'unless-failed'],
  ['success()', 'unless-failed', 'unless-failed'],
  ['success() && true', 'unless-failed', 'unless-failed'],
  ['success() || failure()', 'unless-failed', 'unless-failed'],
  ['success() || failure() || always()', 'runs', 'runs'],
  ["github.event_name == 'pull_request'", 'unless-failed', 'never'],
  ["github.event_name != 'merge_group'", 'unless-failed', 'never'],
  ["github['event_name'] == 'Pull_Request'", 'unless-failed', 'never'],
  ["github.event_name != 'push'", 'unless-failed', 'unless-failed'],
  [QUEUE, 'unless-failed', 'unless-failed'],
  [`always() && (${QUEUE})`, 'runs', 'runs'],
  [`contains(fromJSON('["pull_request", "merge_group"]'), github.event_name)`, 'unless-failed', 'unless-failed'],
  [`contains(fromJSON('["pull_request", "push"]'), github.event_name) && always()`, 'runs', 'never'],
  ["startsWith(github.event_name, 'pull')", 'unless-failed', 'never'],
  ["github.ref != 'refs/heads/main'", 'unless-failed', 'unless-failed'],
  ["github.ref == 'refs/heads/main'", 'never', 'never'],
  ["startsWith(github.ref, 'refs/pull/')", 'unless-failed', 'never'],
  ['github.event.pull_request', 'unless-failed', 'never'],
  ['github.event.pull_request.draft == false', 'may-skip', 'unless-failed'],
  ['!github.event.pull_request.draft', 'may-skip', 'unless-failed'],
  ["github.base_ref == 'main'", 'may-skip', 'never'],
  ["always() && github.event_name != 'push'", 'runs', 'runs'],
  ["github.event_name == 'push'", 'never', 'never'],
  ["github.event_name == 'pull_request' && github.actor != 'dependabot[bot]'", 'may-skip', 'never'],
  ["always() && !contains(github.event.pull_request.labels.*.name, 'skip')", 'may-skip', 'may-skip'],
  ["always() || github.actor == 'x'", 'runs', 'runs'],
  ['failure()', 'may-skip', 'may-skip'],
  ['!failure()', 'unless-failed', 'unless-failed'],
  ['cancelled()', 'never', 'never'],
  ['false', 'never', 'never'],
  ['0', 'never', 'never'],
  ["needs.scan.result == 'success'", 'may-skip', 'may-skip'],
  ['inputs.on', 'may-skip', 'may-skip'],
  ['always() == false', 'never', 'never'],
  // Text around an expression makes a text of the whole, which is true.
  ['${{ false }} ', 'unless-failed', 'unless-failed'],
  ['${{ always() }} && false', 'runs', 'runs'],
  ['true &&', 'may-skip', 'may-skip'],
  ["github.event['a'", 'may-skip', 'may-skip']
]

describe('what an `if` lets happen to a job', () => {
  test.each(CONDITIONS)('%s: %s on pull_request, %s on merge_group', (text, onPullRequest, onMergeGroup) => {
    expect(effectOn('pull_request', text, 'job')).toBe(onPullRequest)
    expect(effectOn('merge_group', text, 'job')).toBe(onMergeGroup)
  })
  test.each(['success() || failure()', 'always()'])('a step is not skipped because one before it was: %s', text => {
    expect(effectOn('pull_request', text, 'step')).toBe('runs')
  })
})

/** What GitHub's own parser makes of the `if` of a job; null where it refuses it. */
async function byGitHub(text: string): Promise<string | null> {
  const content = `on: push\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: a }]\n  b:\n    needs: a\n    if: ${JSON.stringify(text)}\n    runs-on: x\n    steps: [{ run: b }]\n`
  const { context, value } = parseWorkflow({ name: 'a.yml', content }, new NoOperationTraceWriter())
  if (value === undefined || context.errors.getErrors().length > 0) return null
  const { jobs } = await convertWorkflowTemplate(context, value)
  return jobs.find(({ id }) => id.value === 'b')?.if.expression ?? null
}

describe("GitHub's parser says the same", () => {
  const whole = CONDITIONS.flatMap(([text]) =>
    text === null || text.includes('inputs.') || conditionOf(text) === null ? [] : [text]
  )
  test.each(whole)('where %s is asked after a failure', async text => {
    const theirs = await byGitHub(text)
    const ours = conditionOf(text)
    expect(ours === null).toBe(theirs === null)
    if (ours === null || theirs === null) return
    const asks = asksStatus(ours)
    expect(theirs.startsWith('success() && ') && !text.startsWith('success()')).toBe(!asks)
  })
})
