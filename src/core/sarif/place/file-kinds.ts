/** Endings of names that stand for one language, of which a file may change one for the other and stay what it is. */
const ALIKE: readonly (readonly string[])[] = [
  ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts', 'vue', 'svelte', 'astro', 'es6'],
  ['c', 'h', 'cc', 'hh', 'cpp', 'hpp', 'cxx', 'hxx', 'c++', 'h++', 'ipp', 'inl', 'm', 'mm', 'cu', 'cuh'],
  ['java', 'kt', 'kts', 'groovy', 'scala'],
  ['py', 'pyw', 'pyi', 'pyx'],
  ['rb', 'rake', 'gemspec', 'ru'],
  ['php', 'php3', 'php4', 'php5', 'php7', 'phtml', 'inc'],
  ['pl', 'pm', 't'],
  ['sh', 'bash', 'zsh', 'ksh'],
  ['ps1', 'psm1', 'psd1'],
  ['yml', 'yaml', 'json', 'jsonc', 'json5'],
  ['tf', 'tofu', 'hcl', 'tfvars'],
  [
    'html',
    'htm',
    'xhtml',
    'ejs',
    'hbs',
    'jinja',
    'jinja2',
    'j2',
    'njk',
    'erb',
    'haml',
    'slim',
    'cshtml',
    'razor',
    'jsp'
  ],
  ['css', 'scss', 'sass', 'less'],
  ['cs', 'csx', 'vb', 'fs', 'fsx'],
  ['sql', 'ddl', 'psql'],
  ['txt', 'md', 'markdown', 'rst', 'adoc']
]

const families = new Map(ALIKE.flatMap((endings, index) => endings.map(ending => [ending, `${index}`] as const)))

/** Folders in which a file acts because it is there. */
const ACTING = /^\.(?:github\/(?:workflows|actions)|circleci|buildkite|tekton|husky)\//

/** Endings that switch a file off. */
const OFF = new Set(['bak', 'old', 'orig', 'off', 'disabled', 'inactive', 'sample', 'example', 'template', 'txt', 'md'])

/** Names of recipes, with what people put before and behind them. */
const RECIPE = /^(?:.*[.-])?(dockerfile|containerfile|makefile|jenkinsfile)(?:[.-][\w-]+)?$/

/**
 * What kind of file the name makes of it: its language by the ending, `Dockerfile` and the like by the whole name. A file
 * in a folder that acts is of another kind than one beside it.
 */
function kindOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const ending = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : ''
  const acting = ACTING.exec(path)?.[0] ?? ''
  const recipe = OFF.has(ending) ? undefined : RECIPE.exec(name)?.[1]
  return `${acting}${recipe ?? families.get(ending) ?? ending}`
}

/**
 * Whether another name makes a file of another kind of it: notes become a program, what was switched off by its name is
 * on. Nothing that a scanner finds in it then was found before.
 */
export const isOfOtherKind = (before: string, now: string): boolean => kindOf(before) !== kindOf(now)
