// Takes the pictures of docs/images of comment, job summary and terminal, as a browser shows them, and tells how high each
// is; those of the HTML report and the page of figures are taken by look.mjs. Needs a Chromium (CHROMIUM=/path, default
// /usr/bin/chromium), and GitHub's style sheet with what drives the browser:
//   npm install --no-save github-markdown-css@5.9.0 puppeteer-core@25.16.0
//   node scripts/pictures.mjs [--into DIRECTORY]
// With pngquant and a colour emoji font installed (apt: pngquant fonts-noto-color-emoji) they are small and complete.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { into: { type: 'string', default: join(root, 'docs', 'images') } } })
const require = createRequire(join(process.cwd(), 'package.json'))

async function views(work) {
  const entry = `
    export { PICTURES } from './__tests__/core/reports/picture-samples.ts'
    export { renderComment } from './src/core/reports/markdown/comment.ts'
    export { renderSummary } from './src/core/reports/markdown/summary.ts'
    export { textReport } from './src/core/reports/terminal/text.ts'`
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

const SCHEMES = { light: ['#fff', '#d1d9e0'], dark: ['#0d1117', '#3d444d'] }

/** Markdown as GitHub shows it in a comment. */
function onGitHub(markdown, scheme = 'light') {
  const css = readFileSync(require.resolve(`github-markdown-css/github-markdown-${scheme}.css`), 'utf8')
  const [page, line] = SCHEMES[scheme]
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  return `<!DOCTYPE html><meta charset="utf-8"><style>${css} body { margin: 0; background: ${page} }
    .markdown-body { margin: 12px; padding: 16px 20px; border: 1px solid ${line}; border-radius: 6px }</style>
    <article class="markdown-body">${body}</article>`
}

/** Select Graphic Rendition of the colours that the report uses, on a dark terminal. */
const STYLES = {
  1: 'font-weight:bold',
  2: 'opacity:.7',
  31: 'color:#ff7b72',
  32: 'color:#7ee787',
  33: 'color:#e3b341',
  36: 'color:#76e3ea'
}

/** Text with escape sequences as a terminal of 80 columns shows it. */
function onTerminal(text) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  let open = 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
  const body = escaped.replace(/\u001b\[(\d+)m/g, (_sequence, code) => {
    if (STYLES[code] !== undefined) {
      open += 1
      return `<span style="${STYLES[code]}">`
    }
    const closed = '</span>'.repeat(open)
    open = 0
    return closed
  })
  return `<!DOCTYPE html><meta charset="utf-8"><style>body { margin: 0; background: #0d1117 }
    pre { margin: 0; padding: 16px 20px; width: 80ch; overflow: hidden; color: #e6edf3; font: 14px/1.4 "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere }</style>
    <pre>${body}</pre>`
}

async function take(browser, name, html, width) {
  const page = await browser.newPage()
  await page.setViewport({ width, height: 100 })
  await page.setContent(html)
  const path = join(values.into, `${name}.png`)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.screenshot({ path, fullPage: true })
  await page.close()
  execFileSync('pngquant', ['--force', '--skip-if-larger', '--strip', '--output', path, '64', path])
  console.log(`${name}: ${width} x ${height} px`)
}

const puppeteer = await import(pathToFileURL(require.resolve('puppeteer-core')).href)
const work = mkdtempSync(join(tmpdir(), 'policy-gate-pictures-'))
mkdirSync(values.into, { recursive: true })
const { PICTURES, renderComment, renderSummary, textReport } = await views(work)
const comment = ({ decision, context }) => renderComment(decision, context, 'always', true)
const browser = await (puppeteer.default ?? puppeteer).launch({
  executablePath: chromium,
  args: ['--no-sandbox', '--disable-gpu'],
  headless: true
})
try {
  await take(browser, 'comment', onGitHub(comment(PICTURES.comment)), 900)
  await take(browser, 'comment-dark', onGitHub(comment(PICTURES.comment), 'dark'), 900)
  await take(browser, 'summary', onGitHub(renderSummary(PICTURES.comment.decision, PICTURES.comment.context)), 1000)
  await take(browser, 'excepted', onGitHub(comment(PICTURES.excepted)), 900)
  await take(browser, 'waiting', onGitHub(comment(PICTURES.waiting)), 900)
  const options = { colour: true, width: 80, limits: { blockers: 50, warnings: 12 } }
  await take(browser, 'terminal', onTerminal(textReport(PICTURES.terminal.decision, options)), 740)
} finally {
  await browser.close()
  rmSync(work, { recursive: true })
}
