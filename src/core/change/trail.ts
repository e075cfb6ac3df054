import type { TrailPlace } from '../finding.js'
import type { Diff } from './change.js'
import { changedAt, fileIn } from './diff.js'

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase()

/** What generators of code read: interfaces, grammars, schemas, templates. */
const SOURCES =
  /\.(?:proto|thrift|avsc|avdl|fbs|capnp|smithy|g4|yy?|ll?|peg|pegjs|xsd|wsdl|graphqls?|gql|idl|asn1?|tmpl|tpl|mustache|hbs|ejs|j2|jinja2?|erb)$|(?:^|\/)(?:openapi|swagger)[\w.-]*\.(?:ya?ml|json)$/i
/** A shorter name begins too many others. */
const TELLING = 3

const stemOf = (path: string): string => nameOf(path).replace(/\..*$/, '')

/**
 * Whether a file that the build makes may be another one by the change: it touches what generators read, or a file by whose
 * name the made one begins (`api.proto` and `api_pb2.py`, `Expr.g4` and `ExprParser.java`, `a.ts` and `a.js`). What it comes of
 * in another way is not seen (docs/identity.md).
 */
export function mayBeMadeAnew(diff: Diff, path: string): boolean {
  const { hasSources, stems } = sourcesIn(diff)
  const stem = stemOf(path)
  if (hasSources || stems.has(stem)) return true
  for (let end = TELLING; end < stem.length; end++) if (stems.has(stem.slice(0, end))) return true
  return false
}

interface Sources {
  readonly hasSources: boolean
  readonly stems: ReadonlySet<string>
}

const known = new WeakMap<Diff, Sources>()

function sourcesIn(diff: Diff): Sources {
  const found = known.get(diff)
  if (found !== undefined) return found
  const paths = [...diff.files.keys()]
  const sources = { hasSources: paths.some(path => SOURCES.test(path)), stems: new Set(paths.map(stemOf)) }
  known.set(diff, sources)
  return sources
}

/**
 * Whether the change reaches a step that leads to a finding; null where that cannot be known. A step that could not be
 * mapped into the repository is out of reach only where no changed file bears its name.
 */
export function trailChanged(diff: Diff, trail: readonly TrailPlace[]): boolean | null {
  let reached: boolean | null = false
  // Steps come by file, and most files are not part of the change: each is looked up once.
  let untouched: string | null = null
  for (const step of trail) {
    const isClaimed = step.isClaimed === true
    if (step.path === untouched && !isClaimed) continue
    if (!isClaimed && fileIn(diff, step.path) === undefined) {
      untouched = step.path
      if (!diff.complete || (step.isMade === true && mayBeMadeAnew(diff, step.path))) reached = null
      continue
    }
    const changed = isClaimed ? claimChanged(diff, step.path) : stepChanged(diff, step)
    if (changed === true) return true
    if (changed === null) reached = null
  }
  return reached
}

function stepChanged(diff: Diff, { path, firstLine, lastLine }: TrailPlace): boolean | null {
  const isWhole = lastLine === Number.MAX_SAFE_INTEGER
  return changedAt(diff, {
    path,
    startLine: isWhole ? null : firstLine,
    startColumn: null,
    endLine: isWhole ? null : lastLine,
    endColumn: null
  })
}

const names = new WeakMap<Diff, ReadonlySet<string>>()

function claimChanged(diff: Diff, claimed: string): boolean | null {
  if (!diff.complete || claimed === '') return null
  let changed = names.get(diff)
  if (changed === undefined) {
    changed = new Set([...diff.files.keys()].map(nameOf))
    names.set(diff, changed)
  }
  return changed.has(nameOf(claimed)) ? null : false
}
