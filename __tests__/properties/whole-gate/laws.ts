import fc from 'fast-check'
import { type LayerSpec, layer, type ResultSpec, result, rule, type World } from './world.js'

/**
 * What must hold between two worlds of which the second is made of the first: the same verdicts; no milder verdict; or no
 * block less, where a policy speaks of what is known to be new and only warns of it.
 */
type Relation = 'same' | 'no milder' | 'no block less'

export interface Law {
  readonly name: string
  readonly relation: Relation
  /** The other world; null where the first has nothing to change. */
  readonly change: (world: World, dice: () => number) => World | null
}

const pick = <T>(values: readonly T[], dice: () => number): T | undefined => values[dice() % Math.max(1, values.length)]
const drawn = <T>(arbitrary: fc.Arbitrary<T>, dice: () => number): T =>
  fc.sample(arbitrary, { seed: dice(), numRuns: 1 })[0] as T

/** The world with one result changed. */
function changing(change: (spec: ResultSpec, dice: () => number) => Partial<ResultSpec> | null): Law['change'] {
  return (world, dice) => {
    const index = dice() % world.results.length
    const spec = world.results[index]
    const changed = spec === undefined ? null : change(spec, dice)
    if (spec === undefined || changed === null) return null
    return { ...world, results: world.results.map((each, at) => (at === index ? { ...spec, ...changed } : each)) }
  }
}

/** One of the results with another place; one that the baseline has would get it there, too, and be known by it. */
function withPlace(world: World, dice: () => number): World | null {
  const index = dice() % world.results.length
  const spec = world.results[index]
  if (spec === undefined || spec.beside !== undefined || world.known?.includes(index)) return null
  const more = { ...spec, beside: drawn(result, dice).uri }
  return { ...world, results: world.results.map((each, at) => (at === index ? more : each)) }
}

const counts = ({ rules }: World): boolean => rules.some(each => each['more-than'] !== undefined)

/** Whether two results of several places are of one tool and rule, and may be the same. */
function repeats({ results }: World): boolean {
  const kinds = results.flatMap(({ tool, rule, beside }) => (beside === undefined ? [] : [`${tool} ${rule}`]))
  return new Set(kinds).size < kinds.length
}

const shuffled = <T>(items: readonly T[], dice: () => number): readonly T[] =>
  items
    .map(item => ({ item, key: dice() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)

/** A policy file that calls what a rule asks for something else: the asset of all that there is, or what a tool finds. */
function contraryTo({ rules, results }: World, dice: () => number): LayerSpec {
  const named = rules.flatMap(
    ({ unless }) => (unless as { readonly asset?: readonly string[] } | undefined)?.asset ?? []
  )
  const name = pick(named, dice)
  if (name !== undefined) return { assets: [{ name, paths: ['**'], tier: dice() % 2 }] }
  const tool = pick(results, dice)?.tool ?? 'Home made'
  return { tools: { [tool]: { category: pick(['sast', 'sca', 'secret', 'container'], dice) } } }
}

const SCORES = ['2.0', '5.0', '7.5', '9.8']

const MORE: readonly Law[] = [
  {
    name: 'a result more makes nothing milder',
    relation: 'no milder',
    change: (world, dice) => ({ ...world, results: [...world.results, drawn(result, dice)] })
  },
  {
    name: 'the same result once more makes nothing milder',
    relation: 'no milder',
    change: (world, dice) => ({
      ...world,
      results: [...world.results, pick(world.results, dice) ?? drawn(result, dice)]
    })
  },
  {
    name: 'a place more makes nothing milder',
    relation: 'no milder',
    change: (world, dice) => {
      const changed = withPlace(world, dice)
      // With it a result may repeat another one: then there is one finding less to be counted.
      return changed === null || (counts(world) && repeats(changed)) ? null : changed
    }
  },
  {
    name: 'a rule more makes nothing milder',
    relation: 'no milder',
    change: (world, dice) => ({ ...world, rules: [...world.rules, drawn(rule, dice)] })
  },
  {
    name: 'a layer more, below all others, makes nothing milder',
    relation: 'no milder',
    // The tier of what no layer above names is for one below to say.
    change: (world, dice) => {
      if (world.rest === null) return null
      const more = dice() % 2 === 0 ? drawn(layer, dice) : contraryTo(world, dice)
      return { ...world, below: [...world.below, more] }
    }
  },
  {
    name: 'a higher score makes nothing milder',
    relation: 'no milder',
    change: changing(({ score }, dice) => {
      const higher = SCORES.slice(score === undefined ? SCORES.length : SCORES.indexOf(score) + 1)
      return SCORES.includes(score ?? '') && higher.length > 0 ? { score: pick(higher, dice) } : null
    })
  },
  {
    name: 'a more critical part makes nothing milder',
    relation: 'no milder',
    change: world => {
      // An `unless` on a tier is asked of the part as it is.
      const [name, tier] = Object.entries(world.tiers).find(([, each]) => each > 0) ?? []
      return name === undefined || tier === undefined ? null : { ...world, tiers: { ...world.tiers, [name]: tier - 1 } }
    }
  },
  {
    name: 'a line more in the change makes nothing milder',
    relation: 'no block less',
    change: (world, dice) => {
      // A diff that is empty says nothing, and is told as that.
      if (world.changed === null || Object.keys(world.changed).length === 0) return null
      // A diff is a proof that its files exist, be they at hand or not.
      const { changed, absent } = world
      const free = ['vault/keys.ts', 'shop/cart.ts', 'lib/old.ts'].filter(
        path => !(path in changed) && !absent.includes(path)
      )
      const path = pick(free, dice)
      return path === undefined ? null : { ...world, changed: { ...changed, [path]: 1 + (dice() % 3) } }
    }
  }
]

const LESS: readonly Law[] = [
  {
    name: 'an exception less makes nothing milder',
    relation: 'no milder',
    change: world => (world.exceptions.length === 0 ? null : { ...world, exceptions: world.exceptions.slice(1) })
  },
  {
    name: 'a suppression less makes nothing milder',
    relation: 'no milder',
    change: changing(({ suppressed }) => (suppressed === undefined ? null : { suppressed: undefined }))
  },
  {
    name: 'without the text of a file nothing is milder',
    relation: 'no block less',
    // Without one of two files of a name, what is called like both is the other one.
    change: (world, dice) => {
      const path = pick(['vault/keys.ts', 'lib/old.ts'], dice)
      if (path === undefined || world.absent.includes(path)) return null
      return { ...world, absent: [...world.absent, path] }
    }
  },
  {
    name: 'without the change nothing is milder',
    relation: 'no block less',
    // Where a baseline has the finding, that is the ground: the change could only take it away.
    change: world => (world.changed === null || world.known !== null ? null : { ...world, changed: null })
  },
  {
    name: 'without the baseline nothing is milder',
    relation: 'no block less',
    // One that lacks a finding is evidence too: that it is new.
    change: world => (world.known?.length === world.results.length ? { ...world, known: null } : null)
  },
  {
    name: 'a finding less in the baseline makes nothing milder',
    relation: 'no block less',
    change: world =>
      world.known === null || world.known.length === 0 ? null : { ...world, known: world.known.slice(1) }
  },
  {
    name: 'without a snippet nothing is milder',
    relation: 'no block less',
    change: changing(({ snippet }) => (snippet ? { snippet: false } : null))
  },
  {
    name: 'a scan that failed makes nothing milder',
    relation: 'no milder',
    change: world => (world.failed.length > 0 ? null : { ...world, failed: ['Semgrep OSS'] })
  }
]

const SAME: readonly Law[] = [
  {
    name: 'another order of results, rules and exceptions changes nothing',
    relation: 'same',
    change: (world, dice) => {
      const order = shuffled(
        world.results.map((_, index) => index),
        dice
      )
      return {
        ...world,
        results: order.map(index => world.results[index] as ResultSpec),
        known: world.known?.map(index => order.indexOf(index)) ?? null,
        rules: world.rules,
        exceptions: world.exceptions.toReversed()
      }
    }
  },
  {
    name: 'another event changes nothing where no rule asks for it',
    relation: 'same',
    change: world => ({ ...world, event: world.event === 'push' ? 'pull_request' : 'push' })
  },
  {
    name: 'another spelling of a path changes nothing',
    relation: 'same',
    // Of a file that is there: what is nowhere is called as it is written.
    change: (world, dice) =>
      world.absent.includes('shop/cart.ts')
        ? null
        : changing(({ uri }) => (uri === 'shop/cart.ts' ? { uri: './shop/cart.ts' } : null))(world, dice)
  }
]

/** The contract's laws of the whole gate: more to fear, or less to go by, makes nothing milder and nothing more complete. */
export const LAWS: readonly Law[] = [...MORE, ...LESS, ...SAME]
