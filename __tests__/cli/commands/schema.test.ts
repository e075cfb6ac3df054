import { expect, test } from '@jest/globals'
import { runCommand } from '../run-command.js'
import { shopRequest } from '../shop.js'

const SHOP = shopRequest().cwd

test('the schema of policy tests is printed', async () => {
  const { status, stdout } = await runCommand(['schema', 'policy-test'], SHOP)
  expect(JSON.parse(stdout)).toMatchObject({ title: 'PolicyTest' })
  expect(status).toBe(0)
})
