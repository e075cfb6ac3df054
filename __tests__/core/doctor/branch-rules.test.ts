import { describe, expect, test } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../src/core/ground/json.js'
import { GOOD, lines } from './checkout.js'

const CHECK = { context: 'Policy gate', integration_id: 15368 }
const checks = (...required: readonly JsonObject[]): JsonObject => ({
  type: 'required_status_checks',
  parameters: { strict_required_status_checks_policy: false, required_status_checks: required }
})
const pulls = (owners: boolean): JsonObject => ({
  type: 'pull_request',
  parameters: { required_approving_review_count: 1, require_code_owner_review: owners }
})
const SOUND: readonly JsonObject[] = [checks(CHECK), pulls(true)]
const ruleset = (more: JsonObject): JsonObject => ({ name: 'main', enforcement: 'active', rules: SOUND, ...more })
const protection = (more: JsonObject): JsonObject => ({
  required_status_checks: { contexts: ['Policy gate'], checks: [{ context: 'Policy gate', app_id: 15368 }] },
  enforce_admins: { enabled: true },
  required_pull_request_reviews: { require_code_owner_reviews: true },
  ...more
})
const told = (rules: JsonValue, workflow = GOOD): Promise<readonly string[]> =>
  lines({ rules: { 'rules.json': rules }, workflows: { 'a.yml': workflow } })

describe('rules that hold', () => {
  test.each<[string, JsonValue]>([
    ['rules of the branch', SOUND],
    ['the job instead of the check', [checks({ ...CHECK, context: 'Scan and decide' }), pulls(true)]],
    ['a ruleset', ruleset({ bypass_actors: [] })],
    ['the classic protection', protection({})]
  ])('%s', async (_, rules) => expect(await told(rules)).toEqual([]))
})

describe('rules that leave something open', () => {
  test.each<[string, JsonValue, string]>([
    ['no rule at all', [], 'gap rules.json: no rule of the branch requires "Policy gate" or "Scan and decide"'],
    ['another check', [checks({ ...CHECK, context: 'Policy gates' }), pulls(true)], 'gap rules.json: no rule of the b'],
    ['a check of any source', [checks({ context: 'Policy gate' }), pulls(true)], 'advice rules.json: "Policy gate" c'],
    ['no review', [checks(CHECK)], 'gap rules.json: no rule asks for a pull request with a review'],
    ['no owners', [checks(CHECK), pulls(false)], 'gap rules.json: no rule asks for the review of code owners'],
    [
      'a required workflow of elsewhere',
      [{ type: 'workflows', parameters: { workflows: [{ path: 'w.yml' }] } }, pulls(true)],
      'unjudged rules.json: a ruleset requires w.yml'
    ],
    ['an idle ruleset', ruleset({ enforcement: 'evaluate' }), 'gap rules.json: no rule of the branch requires'],
    [
      'somebody who passes',
      ruleset({ bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }] }),
      'advice rules.json: the rules can be passed by: RepositoryRole 5 (always)'
    ],
    [
      'administrators',
      protection({ enforce_admins: { enabled: false } }),
      'advice rules.json: the rules can be passed by: administrators'
    ],
    [
      'protection without checks',
      protection({ required_status_checks: null }),
      'gap rules.json: no rule of the branch'
    ],
    [
      'contexts of the old kind',
      protection({ required_status_checks: { contexts: ['Policy gate'] } }),
      'advice rules.json: "Policy gate" counts from any source'
    ],
    ['an error of the API', { message: 'Not Found', status: '404' }, 'unjudged rules.json: this is neither'],
    ['a text', 'x', 'unjudged rules.json: this is neither']
  ])('%s', async (_, rules, expected) => expect(await told(rules)).toContainEqual(expect.stringContaining(expected)))

  test('a required job that passes whatever the verdict is', async () => {
    const never = GOOD.replace('sarif: results', 'sarif: results\n          fail-on: never')
    expect(await told([checks({ ...CHECK, context: 'Scan and decide' }), pulls(true)], never)).toContainEqual(
      expect.stringContaining('no rule of the branch requires "Policy gate":')
    )
  })

  test('of two gates the one that does not hold', async () => {
    const weak = GOOD.replace('name: Scan and decide', 'name: Weak\n    continue-on-error: true').replace(
      'sarif: results',
      'sarif: results\n          check-name: Weak gate'
    )
    const setting = { workflows: { 'a.yml': GOOD, 'b.yml': weak } }
    const rules = (context: string): { readonly rules: Readonly<Record<string, JsonValue>> } => ({
      rules: { 'rules.json': [checks({ ...CHECK, context }), pulls(true)] }
    })
    const gaps = async (context: string): Promise<readonly string[]> =>
      (await lines({ ...setting, ...rules(context) })).filter(line => line.startsWith('gap rules.json'))
    expect(await gaps('Policy gate')).toEqual([])
    expect(await gaps('Weak gate')).toHaveLength(1)
  })
})
