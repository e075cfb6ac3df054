/** What an `if` lets happen on a pull request: `runs` always, `unless-failed` only after success, `may-skip` at times. */
export type IfEffect = 'runs' | 'unless-failed' | 'may-skip'

/** Functions that let a job or step run after others failed (docs.github.com, Expressions, status check functions). */
const AFTER_FAILURE = /^(?:always\(\)|!\s*cancelled\(\)|true)$/
const AFTER_SUCCESS = /^success\(\)$/
const EVENT = /^github\.event_name\s*(==|!=)\s*'([a-z_]+)'$/

/**
 * Judges an expression as far as it names the event and the state of what ran before: what it cannot read may be false.
 * Only alternatives of conjunctions are read; anything in brackets is not.
 */
export function effectOnPullRequest(expression: string | null): IfEffect {
  if (expression === null) return 'unless-failed'
  const text = expression
    .trim()
    .replace(/^\$\{\{([\s\S]*)\}\}$/, '$1')
    .trim()
  const effects = text.split('||').map(alternative => conjunction(alternative.split('&&').map(part => part.trim())))
  if (effects.includes('runs')) return 'runs'
  if (effects.includes('unless-failed')) return text.includes('failure()') ? 'runs' : 'unless-failed'
  return 'may-skip'
}

function conjunction(parts: readonly string[]): IfEffect {
  let effect: IfEffect = 'unless-failed'
  for (const part of parts) {
    if (AFTER_FAILURE.test(part)) effect = 'runs'
    else if (!AFTER_SUCCESS.test(part) && !holdsOnPullRequest(part)) return 'may-skip'
  }
  return effect
}

function holdsOnPullRequest(part: string): boolean {
  const [, operator, event] = EVENT.exec(part) ?? []
  return operator !== undefined && (operator === '==') === (event === 'pull_request')
}
