import type { SourceModule } from './source-module.js'

/**
 * One name has one meaning: two files that export the same name, or a type that a file keeps to itself under a name that
 * another one exports. Generated files are left out, since their names are those of the schemas.
 */
export function nameOffences(modules: readonly SourceModule[]): readonly string[] {
  const written = modules.filter(({ path }) => !path.startsWith('generated/'))
  const exporters = new Map<string, string[]>()
  for (const { path, exported } of written) {
    for (const name of exported) exporters.set(name, [...(exporters.get(name) ?? []), path])
  }
  const twice = [...exporters].filter(([, paths]) => paths.length > 1)
  const shadows = written.flatMap(({ path, ownTypes, exported }) =>
    ownTypes
      .filter(name => !exported.includes(name) && exporters.has(name))
      .map(name => `${path}: ${name} means something else in ${exporters.get(name)?.join(', ')}`)
  )
  return [...twice.map(([name, paths]) => `${paths.join(', ')}: ${name} has several meanings`), ...shadows].sort()
}
