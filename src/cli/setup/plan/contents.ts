import { INFRASTRUCTURE, LANGUAGES, LOCK_FILES, MANIFESTS } from './kinds.js'

/** What of a repository decides which scanners fit, each sorted. */
export interface RepositoryContents {
  /** Names of languages with how many files each has, the most files first. */
  readonly languages: readonly { readonly name: string; readonly files: number }[]
  /** Files that name the exact versions of dependencies. */
  readonly lockFiles: readonly string[]
  /** Manifests of dependencies whose versions no file beside or above them fixes. */
  readonly unlocked: readonly string[]
  /** Files that are infrastructure as code. */
  readonly infrastructure: readonly string[]
  readonly workflows: readonly string[]
  /** Files by which scanners are told what to look for and what to leave out. */
  readonly scannerFiles: readonly string[]
}

/** Directories of other people's code, and of what tools make. */
const FOREIGN = /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|\.terraform|\.venv|venv)\//

/** Where scanners keep their own settings. */
const SCANNER_FILE =
  /(?:^|\/)(?:\.gitleaks\.toml|\.gitleaksignore|\.semgrepignore|\.semgrep\.ya?ml|osv-scanner\.toml|\.checkov\.ya?ml|\.trivyignore|trivy\.yaml|zizmor\.yml|\.github\/codeql\/[^/]+)$/

/** Looks at the paths of a checkout, repository-relative with `/`. */
export function contentsOf(paths: readonly string[]): RepositoryContents {
  const own = paths.filter(path => !FOREIGN.test(path)).toSorted()
  const lockFiles = own.filter(path => LOCK_FILES.some(({ name }) => name.test(baseOf(path))))
  return {
    languages: LANGUAGES.map(({ name, extensions }) => ({
      name,
      files: own.filter(path => extensions.includes(extensionOf(path))).length
    }))
      .filter(({ files }) => files > 0)
      .toSorted((left, right) => right.files - left.files),
    lockFiles,
    unlocked: own.filter(path => isUnlocked(path, lockFiles)),
    infrastructure: own.filter(path => INFRASTRUCTURE.some(({ file }) => file.test(path))),
    workflows: own.filter(path => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)),
    scannerFiles: own.filter(path => SCANNER_FILE.test(path))
  }
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0))

const extensionOf = (path: string): string => /\.([A-Za-z0-9]+)$/.exec(baseOf(path))?.[1]?.toLowerCase() ?? ''

/** A workspace keeps one lock file at its top for the manifests below. */
function isUnlocked(path: string, lockFiles: readonly string[]): boolean {
  const manifest = MANIFESTS.find(({ name }) => name.test(baseOf(path)))
  if (manifest === undefined) return false
  return !lockFiles.some(lock => {
    const kind = LOCK_FILES.find(({ name }) => name.test(baseOf(lock)))
    const folder = folderOf(lock)
    return kind?.ecosystem === manifest.ecosystem && (folder === '' || `${folderOf(path)}/`.startsWith(`${folder}/`))
  })
}
