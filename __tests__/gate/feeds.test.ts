import { describe, expect, test } from '@jest/globals'
import { parseDiff } from '../../src/core/change/diff-text.js'
import { feedsOf } from '../../src/gate/feeds.js'
import { localPolicyPort } from '../../src/gate/local-ports.js'
import { type Files, withFiles } from '../e2e/workspace.js'
import { requestIn } from '../properties/request.js'

const kev = (...cves: string[]) =>
  JSON.stringify({
    ...{ title: 'KEV', catalogVersion: '1', dateReleased: '2026-11-01T00:00:00Z', count: cves.length },
    vulnerabilities: cves.map(cveID => ({ cveID, dateAdded: '2026-10-01', dueDate: '2026-10-20' }))
  })
const ONE = kev('CVE-2021-0001')
const TWO = kev('CVE-2021-0002')

const deletion = (path: string) =>
  `diff --git a/${path} b/${path}\ndeleted file mode 100644\n--- a/${path}\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n`
const renaming = (from: string, to: string) =>
  `diff --git a/${from} b/${to}\nsimilarity index 100%\nrename from ${from}\nrename to ${to}\n`

/** The CVEs that KEV knows, by the files of the checkout, those of the base, and the change between them. */
const knownTo = (base: Files, here: Files, patterns: readonly string[], diff: string) =>
  withFiles({ ...here, 'README.md': '' }, async directory => {
    const request = { ...requestIn(directory, []), kev: patterns }
    const read = async (path: string) => {
      const text = base[path]
      return typeof text === 'string' ? Buffer.from(text) : null
    }
    const port = { ...localPolicyPort(request), read, readInRepository: read }
    const { facts, files, notices } = await feedsOf(request, port, directory, parseDiff(diff, 'd'))
    return { cves: [...(facts.kev?.cves.keys() ?? [])].sort(), files: files.length, told: notices.length }
  })

describe('a KEV catalogue that the change takes away', () => {
  const base = { 'feeds/a.json': ONE, 'feeds/b.json': TWO }

  test.each<[string, Files, readonly string[], string, readonly string[], number]>([
    ['by deletion', { 'feeds/b.json': TWO }, ['feeds/*.json'], deletion('feeds/a.json'), ['1', '2'], 1],
    ['by deletion of the folder', {}, ['feeds'], deletion('feeds/a.json') + deletion('feeds/b.json'), ['1', '2'], 1],
    ['of two patterns, each file once', {}, ['feeds/a.json', 'feeds/*'], deletion('feeds/a.json'), ['1'], 1],
    ['out of the glob', { 'x/a.json': ONE }, ['feeds/*.json'], renaming('feeds/a.json', 'x/a.json'), ['1'], 1],
    ['within the glob', { 'feeds/c.json': ONE }, ['feeds/*.json'], renaming('feeds/a.json', 'feeds/c.json'), ['1'], 0],
    ['that was not asked for', { 'feeds/b.json': TWO }, ['feeds/b.json'], deletion('feeds/a.json'), ['2'], 0],
    ['below a folder that a glob names', {}, ['fee*'], deletion('feeds/a.json'), ['1'], 1],
    ['at any depth', {}, ['**/a.json'], deletion('feeds/a.json'), ['1'], 1]
  ])('%s', async (_, here, patterns, diff, cves, told) => {
    const read = await knownTo(base, here, patterns, diff)
    expect(read).toMatchObject({ cves: cves.map(each => `CVE-2021-000${each}`), told, files: cves.length })
  })

  test('is missing where the base has it no longer, either', async () => {
    const asked = knownTo({}, {}, ['feeds/*.json'], deletion('feeds/a.json'))
    await expect(asked).rejects.toMatchObject({
      problems: [{ message: expect.stringMatching(/nothing matches feeds/) }]
    })
  })
})
