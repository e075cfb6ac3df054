import type { Subject } from './subject.js'

/** Whether a condition holds for a finding; `unknown` where the fact it asks for is not known. */
export type Holds = boolean | 'unknown'

/** Where conditions stand: `never` of exceptions counts as `when`. */
export type Role = 'when' | 'unless'

/** One value of a fact; null: not known. */
export type Value<F> = F | null

/**
 * How a condition gets its fact, and how many values it has: one; several `names` of one thing (identifiers, tags), any
 * of which is enough in `when`, and in `unless` unless it says more; several `things` (who reports it), each of which is asked by itself;
 * or several `places`, which are things of which one may be anywhere.
 */
export type Fact<F> =
  | { readonly many: 'no'; readonly of: (subject: Subject) => Value<F> }
  | {
      readonly many: 'names' | 'things' | 'places'
      readonly of: (subject: Subject) => readonly Value<F>[]
      readonly excuses?: Excuses<F>
    }

/** What it takes for names to excuse in `unless`, where it is more than that any of them is meant. */
export interface Excuses<F> {
  /** Of what each has to be meant. */
  readonly each: 'reporter' | 'vulnerability'
  readonly hold: (subject: Subject, isMeant: (value: Value<F>) => boolean) => boolean
}

/** A fact of one value. */
export const one = <F>(of: (subject: Subject) => Value<F>): Fact<F> => ({ many: 'no', of })

/** A fact that lists names of one thing. */
export const names = <F>(of: (subject: Subject) => readonly Value<F>[], excuses?: Excuses<F>): Fact<F> =>
  excuses === undefined ? { many: 'names', of } : { many: 'names', of, excuses }

/** A fact that lists things, each of which has to be looked at. */
export const things = <F>(of: (subject: Subject) => readonly Value<F>[]): Fact<F> => ({ many: 'things', of })

/** A fact that lists what is known of each place. */
export const places = <F>(of: (subject: Subject) => readonly Value<F>[]): Fact<F> => ({ many: 'places', of })

/**
 * Whether a fact meets a condition, by the answer for each of its values. Of several things any is enough in `when`, all
 * are asked for in `unless`: that a second tool reports the same, or that it is in a second place, must never make the
 * verdict milder. So a place that could not be mapped meets whatever `when` asks of a place, and nothing that `unless`
 * does. What has no value at all meets nothing.
 */
export function asked<F>(
  fact: Fact<F>,
  role: Role,
  answer: (value: Value<F>, subject: Subject) => Holds
): (subject: Subject) => Holds {
  if (fact.many === 'no') return subject => answer(fact.of(subject), subject)
  const { many, of, excuses } = fact
  if (excuses !== undefined && role === 'unless')
    return subject => excuses.hold(subject, value => answer(value, subject) === true)
  const all = many !== 'names' && role === 'unless'
  return subject => {
    if (many === 'places' && subject.isUnmapped) return role === 'when'
    const values = of(subject)
    let together: Holds = all && values.length > 0
    for (const value of values) {
      const holds = answer(value, subject)
      if (holds === !all) return holds
      if (holds === 'unknown') together = 'unknown'
    }
    return together
  }
}

/** A fact in words, by the words for each of its values. */
export function worded<F>(
  { many, of }: Fact<F>,
  word: (value: Value<F>, subject: Subject) => string
): (subject: Subject) => string {
  if (many === 'no') return subject => word(of(subject), subject)
  return subject => {
    const words = of(subject).map(value => word(value, subject))
    if (many === 'places' && subject.isUnmapped) return 'not mapped, so it may be any'
    return [...new Set(words)].join(', ') || 'none'
  }
}
