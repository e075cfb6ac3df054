import type { RuleEntry } from '../../../generated/policy.js'
import type { Place, Problem } from '../../ground/errors.js'
import { startOfDay } from '../../time/calendar.js'
import { isoInstant } from '../../time/instant.js'
import { toApplying, toConditions } from '../conditions/to-conditions.js'
import { asList } from '../one-or-many.js'
import { MODES, type Mode, type Rule } from '../policy.js'
import { type Layer, type PartialLayer, placeIn } from './parse.js'

/** The rules of all layers. An id may be used again only where the earlier rule says that it may be overridden. */
export function mergeRules(layers: readonly Layer[], problems: Problem[]): readonly Rule[] {
  problems.push(...ruleCollisions(layers))
  const merged = new Map<string, Rule>()
  for (const layer of layers) {
    for (const [index, entry] of (layer.document.rules ?? []).entries()) {
      merged.set(entry.id, toRule(entry, layer, placeIn(layer, ['rules', index])))
    }
  }
  return [...merged.values()]
}

/** Rules that use the id of an earlier layer's which must not be overridden; layers may have other problems besides. */
export function ruleCollisions(layers: readonly (Layer | PartialLayer)[]): readonly Problem[] {
  const known = new Map<string, { readonly at: string; readonly layer: string; readonly overridable: boolean }>()
  return layers.flatMap(layer => {
    const entries: readonly (RuleEntry | undefined)[] = layer.document.rules ?? []
    return entries.flatMap((entry, index): readonly Problem[] => {
      if (entry === undefined) return []
      const earlier = known.get(entry.id)
      const { name } = layer.info
      if (earlier?.layer === name) return [] // told as a problem of the file by itself
      if (earlier === undefined || earlier.overridable) {
        const place = placeIn(layer, ['rules', index])
        known.set(entry.id, { at: place ? where(place) : name, layer: name, overridable: entry.overridable === true })
        return []
      }
      const place = placeIn(layer, ['rules', index, 'id'])
      const message = `the rule \`${entry.id}\` is already defined at ${earlier.at}`
      return [{ place, message, hint: 'Rename this one; only a rule with `overridable: true` can be replaced' }]
    })
  })
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
