import type { Outcome } from '../decision/model.js'
import { ITEMS_PER_RULE } from './limits.js'

/** The outcomes that are shown, in their order, and how many are not. */
export interface Selection {
  readonly shown: readonly Outcome[]
  readonly rest: number
}

/**
 * The worst of the given outcomes, which come worst first. Where not all fit, each rule of a scanner first gets a few
 * places, so that a flood of one rule cannot push a lone finding of another out of sight; what is left goes to the next worst.
 */
export function selectWorst(outcomes: readonly Outcome[], limit: number): Selection {
  if (outcomes.length <= limit) return { shown: outcomes, rest: 0 }
  const ofRule = new Map<string, number>()
  const chosen = new Set<number>()
  const waiting: number[] = []
  for (const [index, { finding }] of outcomes.entries()) {
    const key = JSON.stringify([finding.tool, finding.ruleId])
    const seen = ofRule.get(key) ?? 0
    ofRule.set(key, seen + 1)
    if (seen >= ITEMS_PER_RULE) waiting.push(index)
    else if (chosen.size < limit) chosen.add(index)
  }
  for (const index of waiting) {
    if (chosen.size >= limit) break
    chosen.add(index)
  }
  return { shown: outcomes.filter((_outcome, index) => chosen.has(index)), rest: outcomes.length - chosen.size }
}

/**
 * The largest budget from 0 to `most` whose rendering fits, rendered; budget 0 must always fit.
 * Renderings grow with the budget, so halving the range finds it.
 */
export function fitLargest<T>(most: number, render: (budget: number) => T, fits: (rendering: T) => boolean): T {
  const whole = render(most)
  if (fits(whole)) return whole
  let best = render(0)
  let low = 1
  let high = most - 1
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const rendering = render(middle)
    if (fits(rendering)) {
      best = rendering
      low = middle + 1
    } else high = middle - 1
  }
  return best
}
