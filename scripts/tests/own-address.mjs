// A module that asks for its own address gets that of its source, wherever it is bundled, to find files beside it.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const NAME = 'ownAddress__'

/** For `define` of esbuild. */
export const OWN_ADDRESS = { 'import.meta.url': NAME }

export const ownAddress = {
  name: 'own address',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      // In front of the first line, so that all lines keep their numbers.
      const address = `var ${NAME} = ${JSON.stringify(pathToFileURL(path).href)};`
      return text.includes('import.meta.url') ? { contents: address + text, loader: 'ts' } : undefined
    })
  }
}
