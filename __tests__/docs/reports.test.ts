import { readFileSync } from 'node:fs'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { describe, expect, test } from '@jest/globals'
import { EXCEPTION_TYPES } from '../../src/core/exceptions/exception.js'
import { EVALUATE_FORMATS } from '../../src/core/reports/formats.js'
import { REPORT_FILES } from '../../src/files/report-files.js'

const text = readFileSync('docs/reports.md', 'utf8')
const part = (title: string): string => text.split(/^## /m).find(each => each.startsWith(title)) ?? ''

describe('docs/reports.md', () => {
  test.each(EVALUATE_FORMATS)('has a row for %s', format =>
    expect(part('Every format')).toMatch(new RegExp(`^\\|[^|]*\`${format}\``, 'm'))
  )

  test.each(REPORT_FILES)('names the file %s', file => expect(part('Every format')).toContain(`\`${file}\``))

  test.each(EXCEPTION_TYPES)('says what becomes of %s in VEX', type =>
    expect(part('VEX')).toMatch(new RegExp(`^\\| \`${type}\` \\| \`\\w+\``, 'm'))
  )

  test('has two workflows that GitHub can read', () => {
    const workflows = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, content = '']) => content)
    expect(workflows).toHaveLength(2)
    for (const content of workflows) {
      const { context } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter())
      expect(context.errors.getErrors()).toEqual([])
    }
  })
})
