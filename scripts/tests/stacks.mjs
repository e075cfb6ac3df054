// Stacks of bundled tests, in words of their sources. Maps are read when a stack is first shown, which is seldom.
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** For `Error.prepareStackTrace`: places in modules below the directory are told by path, line and column of their source. */
export function namesOfSources(directory) {
  const prefix = `${pathToFileURL(directory).href}/`
  const maps = new Map()
  const mapOf = url => {
    if (!maps.has(url)) maps.set(url, readMap(fileURLToPath(url)))
    return maps.get(url)
  }
  const named = (place, url, line, column) => {
    const map = url.startsWith(prefix) ? mapOf(url) : null
    const { originalSource, originalLine, originalColumn } = map?.findEntry(line - 1, column - 1) ?? {}
    if (originalSource === undefined) return place
    return `${resolve(dirname(fileURLToPath(url)), originalSource)}:${originalLine + 1}:${originalColumn + 1}`
  }
  return (error, sites) => {
    const lines = sites.map(site =>
      `${site}`.replace(/(file:\/\/[^\s()]+?):(\d+):(\d+)/, (place, url, line, column) =>
        named(place, url, Number(line), Number(column))
      )
    )
    return [headOf(error), ...lines.map(line => `    at ${line}`)].join('\n')
  }
}

const readMap = file => {
  const path = `${file}.map`
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null
}

/** An object that cannot be turned into text has a stack all the same. */
function headOf(error) {
  try {
    return Error.prototype.toString.call(error)
  } catch {
    return 'an error that has no text'
  }
}
