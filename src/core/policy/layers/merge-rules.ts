import type { RuleEntry } from '../../../generated/policy.js'
import type { Place, Problem } from '../../ground/errors.js'
import { startOfDay } from '../../time/calendar.js'
import { isoInstant } from '../../time/instant.js'
import { toApplying, toConditions } from '../conditions/to-conditions.js'
import { asList } from '../one-or-many.js'
import { MODES, type Mode, type Rule } from '../policy.js'
import { type Layer, placeIn } from './parse.js'

/** The rules of all layers. An id may be used again only where the earlier rule says that it may be overridden. */
export function mergeRules(layers: readonly Layer[], problems: Problem[]): readonly Rule[] {
  const merged = new Map<string, { readonly rule: Rule; readonly overridable: boolean }>()
  for (const layer of layers) {
    for (const [index, entry] of (layer.document.rules ?? []).entries()) {
      const earlier = merged.get(entry.id)
      if (earlier && !earlier.overridable) {
        const place = placeIn(layer, ['rules', index, 'id'])
        const first = earlier.rule.place ? where(earlier.rule.place) : earlier.rule.layer
        const message = `the rule \`${entry.id}\` is already defined at ${first}`
        problems.push({ place, message, hint: 'Rename this one; only a rule with `overridable: true` can be replaced' })
        continue
      }
      const rule = toRule(entry, layer, placeIn(layer, ['rules', index]))
      merged.set(entry.id, { rule, overridable: entry.overridable === true })
    }
  }
  return [...merged.values()].map(({ rule }) => rule)
}

const where = ({ path, line, column }: Place) => [path, line, column].filter(part => part !== null).join(':')

function toRule(entry: RuleEntry, { info, document }: Layer, place: Place | null): Rule {
  const layerMode = document.mode ?? 'enforce'
  const from = entry['enforce-from']
  const start = from === undefined ? null : startOfDay(from)
  return {
    id: entry.id,
    layer: info.name,
    place,
    description: entry.description ?? null,
    when: toApplying(entry.when),
    unless: entry.unless === undefined ? null : toConditions(entry.unless),
    verdict: entry.verdict,
    moreThan: entry['more-than'] ?? null,
    mode: weaker(entry.mode ?? layerMode, layerMode),
    enforceFrom: start === null ? null : isoInstant(start),
    layerMode,
    controls: asList(entry.controls)
  }
}

const weaker = (a: Mode, b: Mode): Mode => (MODES.indexOf(a) <= MODES.indexOf(b) ? a : b)
