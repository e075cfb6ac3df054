import { describe, expect, test } from '@jest/globals'
import { effectOnPullRequest } from '../../../src/core/doctor/condition.js'

describe('what an `if` lets happen on a pull request', () => {
  test.each<[string | null, ReturnType<typeof effectOnPullRequest>]>([
    [null, 'unless-failed'],
    ['always()', 'runs'],
    ['${{ always() }}', 'runs'],
    ['!cancelled()', 'runs'],
    ['${{ !cancelled() }}', 'runs'],
    ['true', 'runs'],
    ['success()', 'unless-failed'],
    ['success() || failure()', 'runs'],
    ["github.event_name == 'pull_request'", 'unless-failed'],
    ["github.event_name != 'push'", 'unless-failed'],
    ["github.event_name == 'merge_group' || github.event_name == 'pull_request'", 'unless-failed'],
    ["always() && github.event_name != 'push'", 'runs'],
    ["github.event_name == 'push'", 'may-skip'],
    ["github.event_name != 'pull_request'", 'may-skip'],
    ["github.event_name == 'pull_request' && github.actor != 'dependabot[bot]'", 'may-skip'],
    ["always() && !contains(github.event.pull_request.labels.*.name, 'skip')", 'may-skip'],
    ['failure()', 'may-skip'],
    ['!failure()', 'may-skip'],
    ['false', 'may-skip'],
    ['(always())', 'may-skip'],
    ["always() == false || github.event_name == 'push'", 'may-skip']
  ])('%s: %s', (expression, effect) => expect(effectOnPullRequest(expression)).toBe(effect))
})
