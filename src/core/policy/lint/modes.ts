import { MODES, type Policy, type Rule, VERDICTS } from '../policy.js'
import { type LintWarning, layerPlace } from './warning.js'

/** So many rules are named. */
const NAMED = 3

/**
 * A file that holds its own rules back, over layers that do not: a mode caps the rules of its own file and no others, so
 * what the layers enforce is enforced. Whoever wrote the mode most likely believes that nothing is held up.
 */
export function modeWarnings(policy: Policy): readonly LintWarning[] {
  const own = policy.texts?.at(-1)
  if (own === undefined || own.info.name === policy.layers[0]?.name) return []
  const { name } = own.info
  const ownRules = policy.rules.filter(({ layer }) => layer === name)
  const ofFile = own.document.mode ?? 'enforce'
  const most = Math.max(...ownRules.map(({ mode }) => MODES.indexOf(mode)))
  const held = ofFile !== 'enforce' ? ofFile : MODES[most]
  if (held === undefined || held === 'enforce') return []
  const stronger = policy.rules.filter(rule => rule.layer !== name && reach(rule) > MODES.indexOf(held))
  const layers = [...new Set(stronger.map(({ layer }) => layer))]
  return layers.map(layer => {
    const rules = stronger.filter(rule => rule.layer === layer)
    const ids = rules.slice(0, NAMED).map(({ id }) => `\`${id}\``)
    const more = rules.length > NAMED ? ` and ${rules.length - NAMED} more` : ''
    const does = rules.some(({ verdict, mode }) => verdict === 'block' && mode === 'enforce') ? 'block' : 'warn'
    const what =
      ofFile !== 'enforce' ? `\`mode: ${held}\` holds back` : `\`mode: ${held}\` of every rule here holds back`
    return {
      place: layerPlace(policy, name, ofFile !== 'enforce' ? ['mode'] : ['rules']),
      message: `${what} the rules of this file alone: those of ${layer} ${does} all the same (${ids.join(', ')}${more})`,
      hint: 'That is as it should be where the layer is to hold; else extend a layer that is held back too, such as preset:audit',
      concernsRun: false
    }
  })
}

/** The most that a rule does today: 0 only counts, 1 warns, 2 blocks; -1: it changes nothing. */
const reach = ({ mode, verdict }: Rule): number => Math.min(MODES.indexOf(mode), VERDICTS.indexOf(verdict))
