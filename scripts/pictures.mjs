// Takes the pictures of docs/images of the comment and the job summary of one decision, as a browser shows them; those of
// the HTML report are taken by look.mjs. Needs a Chromium (CHROMIUM=/path, default /usr/bin/chromium) and GitHub's style sheet:
//   npm install --no-save github-markdown-css@5.9.0
// With pngquant and a colour emoji font installed (apt: pngquant fonts-noto-color-emoji) they are small and complete.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
const root = join(import.meta.dirname, '..')
const images = join(root, 'docs', 'images')
const work = mkdtempSync(join(tmpdir(), 'policy-gate-pictures-'))

async function views() {
  const entry = `
    export { BLOCKED } from './__tests__/core/reports/sample-decisions.ts'
    export { PLAIN_CONTEXT } from './src/core/reports/ground/view-context.ts'
    export { renderComment } from './src/core/reports/markdown/comment.ts'
    export { renderSummary } from './src/core/reports/markdown/summary.ts'`
  const outfile = join(work, 'views.mjs')
  await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile
  })
  return import(pathToFileURL(outfile).href)
}

function page(markdown) {
  const css = readFileSync(join(root, 'node_modules', 'github-markdown-css', 'github-markdown-light.css'), 'utf8')
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  return `<!DOCTYPE html><meta charset="utf-8"><style>${css} body { margin: 0; background: #fff }
    .markdown-body { margin: 12px; padding: 16px 20px; border: 1px solid #d1d9e0; border-radius: 6px }</style>
    <article class="markdown-body">${body}</article>`
}

function take(name, html, width, height) {
  const file = join(work, `${name}.html`)
  writeFileSync(file, html)
  execFileSync(
    chromium,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--hide-scrollbars',
      `--user-data-dir=${join(work, 'profile')}`,
      `--window-size=${width},${height}`,
      `--screenshot=${join(images, `${name}.png`)}`,
      pathToFileURL(file).href
    ],
    { stdio: 'ignore' }
  )
  const picture = join(images, `${name}.png`)
  execFileSync('pngquant', ['--force', '--skip-if-larger', '--strip', '--output', picture, '64', picture])
}

const { BLOCKED, PLAIN_CONTEXT, renderComment, renderSummary } = await views()
const context = {
  ...PLAIN_CONTEXT,
  serverUrl: 'https://github.com',
  rules: [
    { id: 'known-exploited', layer: 'preset:baseline', description: 'Known exploited vulnerabilities never merge' },
    { id: 'introduced-high', layer: 'preset:baseline', description: 'No new high or critical findings in tier 0 and 1' }
  ]
}
mkdirSync(images, { recursive: true })
take('comment', page(renderComment(BLOCKED, context, 'always', false)), 900, 1013)
take('summary', page(renderSummary(BLOCKED, context)), 1000, 1346)
rmSync(work, { recursive: true })
