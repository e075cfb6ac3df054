import type { Outcome } from '../../decision/decision.js'
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

/** A rendering this close to its limit is not worth another try. */
const CLOSE_ENOUGH = 0.95

/**
 * A rendering with the largest budget from 0 to `most` that fits, or nearly that: rendering costs more than a few
 * unused bytes are worth. Sizes grow about evenly with the budget, so interpolation finds it in two or three tries.
 * Budget 0 must always fit.
 */
export function fitLargest<T>(
  most: number,
  limit: number,
  render: (budget: number) => T,
  size: (rendering: T) => number
): T {
  const whole = render(most)
  let high = { budget: most, size: size(whole) }
  if (high.size <= limit) return whole
  let best = render(0)
  let low = { budget: 0, size: size(best) }
  while (high.budget - low.budget > 1 && low.size < CLOSE_ENOUGH * limit) {
    const share = (limit - low.size) / (high.size - low.size)
    const guess = low.budget + Math.floor((high.budget - low.budget) * share)
    const budget = Math.min(Math.max(guess, low.budget + 1), high.budget - 1)
    const rendering = render(budget)
    const tried = { budget, size: size(rendering) }
    if (tried.size > limit) high = tried
    else {
      low = tried
      best = rendering
    }
  }
  return best
}
