/**
 * A plain detector: one expression per rule, run on the text before and after each edit. It knows nothing of edits, so
 * what it reports is what a scanner would report.
 */
const RULES = [
  ['dynamic-regexp', /new RegExp\(/g],
  ['eval', /\b(?:eval|exec|Function)\(/g],
  ['weak-random', /Math\.random\(/g],
  ['parse-untrusted', /JSON\.parse\(/g],
  ['environment', /process\.env\b/g],
  ['console', /console\.\w+\(/g],
  ['loose-equality', /[^=!]==[^=]/g],
  ['computed-write', /\w\[[a-z]\w*\] = /g],
  ['unbounded-replace', /\.replace\(/g],
  ['unsafe-cast', / as unknown\b| as any\b/g],
  ['throw-text', /throw new \w+\(/g],
  ['prototype', /\.prototype\.\w+/g],
  ['for-in', /for \((?:const|let|var) \w+ in /g],
  ['shell', /subprocess\.|execFile|spawn\(/g]
]

/** Every rule that runs, whether or not it finds anything. */
export const RULE_IDS = RULES.map(([id]) => id)

const COMMENT = /^\s*(?:\/\/|\*|\/\*|#)/

/** Findings of one text: rule, line, columns (from 1, end exclusive) and the count of the rule's matches on the line. */
export function detect(path, text) {
  const findings = []
  text.split(/\r?\n/).forEach((content, index) => {
    if (COMMENT.test(content)) return
    for (const [ruleId, pattern] of RULES) {
      let nth = 0
      for (const match of content.matchAll(pattern)) {
        const startColumn = match.index + 1
        findings.push({
          path,
          ruleId,
          line: index + 1,
          startColumn,
          endColumn: startColumn + match[0].length,
          nth: nth++,
          snippet: content
        })
      }
    }
  })
  return findings
}
