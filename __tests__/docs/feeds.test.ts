import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { FEED_SOURCES } from '../../src/cli/setup/kept-feeds.js'
import { WORKFLOWS } from '../../src/generated/workflows.js'
import { withClone } from '../cli/clone.js'
import { runCommand } from '../cli/run-command.js'

const PAGE = readFileSync('docs/feeds.md', 'utf8')
const block = (mark: string): string => new RegExp(`\`\`\`yaml\\n# ${mark}\\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1] ?? ''
const indented = (text: string): string => text.replace(/^(?=.)/gm, '      ')

test('the steps of the page, before the step of the gate, open no gap', async () => {
  const steps = indented(block('steps: feeds'))
  expect(load(block('steps: feeds'))).toHaveLength(3)
  const gate = WORKFLOWS['policy-gate.yml'].replace(/(?=^ {6}- uses: policy-gate\/)/m, () => steps)
  await withClone(async clone => {
    clone.commit({
      '.github/workflows/policy-gate.yml': gate.replaceAll(/<full[^>]*>/g, 'a'.repeat(40)),
      '.github/policy-gate.yml': `version: 1\nextends: [preset:baseline]\nscans: [{ id: s, category: sast }]\n${block('policy: feeds')}`,
      CODEOWNERS: '* @acme/security\n'
    })
    expect(await runCommand(['doctor'], clone.directory)).toMatchObject({
      status: 0,
      stdout: 'No gap found in 1 workflow and the policy\n'
    })
  })
})

test('the page names files, variables, flags and limits as they are', () => {
  for (const { name, file, variable, mostBytes } of FEED_SOURCES)
    for (const text of [`feeds/${file}`, variable, `--${name}-url`, `${mostBytes / (1 << 20)} MiB`])
      expect(PAGE).toContain(text)
})
