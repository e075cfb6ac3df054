// Looks at the HTML report and the page of figures as a browser shows them: runs axe-core over it, measures how far down the first finding is and how
// long the page is, and with --write takes its pictures for docs/images. Needs a Chromium (CHROMIUM=/path, default
// /usr/bin/chromium) and what the project does not depend on otherwise:
//   npm install --no-save axe-core@4.14.1 puppeteer-core@25.16.0
//   npm run look [-- --write | --into DIRECTORY] [REPORT.html ...]
// Reports given as files are looked at in place of the samples. Ends with 1 where axe-core has something to say.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
const root = join(import.meta.dirname, '..')
const images = join(root, 'docs', 'images')
const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false }, into: { type: 'string' } },
  allowPositionals: true
})

/** The samples, rendered into files: name and path of each. */
async function samples(work) {
  const outfile = join(work, 'samples.mjs')
  await build({
    stdin: {
      contents: `export { LOOKS } from './__tests__/core/reports/html/look-samples.ts'
        export { renderHtml } from './src/core/reports/html/html.ts'
        export { metricsOfRows, question, rowsOfAll } from './__tests__/core/history/fleet/collected.ts'
        export { at, decisionsOf, planFleet } from './__tests__/core/history/fleet/made-up-fleet.ts'
        export { renderDashboard } from './src/core/reports/fleet/dashboard.ts'`,
      resolveDir: root,
      loader: 'ts'
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile
  })
  const made = await import(pathToFileURL(outfile).href)
  const figures = () => {
    const rows = made.rowsOfAll(made.decisionsOf(made.planFleet()))
    return made.renderDashboard(made.metricsOfRows(rows, made.question(made.at(360)), 'owner'))
  }
  const reports = Object.entries(made.LOOKS).map(([name, { decision, context }]) => [
    name,
    made.renderHtml(decision, context)
  ])
  return [...reports, ['dashboard', figures()]].map(([name, html]) => {
    const file = join(work, `${name}.html`)
    writeFileSync(file, html)
    return [name, file]
  })
}

async function tools() {
  try {
    const require = createRequire(join(process.cwd(), 'package.json'))
    const puppeteer = await import(pathToFileURL(require.resolve('puppeteer-core')).href)
    return {
      puppeteer: puppeteer.default ?? puppeteer,
      axe: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
    }
  } catch (error) {
    console.error(`${error.message}\nnpm install --no-save axe-core@4.14.1 puppeteer-core@25.16.0`)
    process.exit(2)
  }
}

const SCREENS = [
  ['desktop', 1280, 900],
  ['phone', 390, 844]
]

/** What one page is like on one screen. */
async function look(browser, axe, file, { width, height, scheme, scripts, picture }) {
  const page = await browser.newPage()
  const asked = []
  page.on('request', request => {
    if (!request.url().startsWith('file:')) asked.push(request.url())
  })
  const errors = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.setJavaScriptEnabled(scripts)
  await page.setViewport({ width, height })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.goto(pathToFileURL(file).href)
  const measured = await page.evaluate(() => ({
    first: document.querySelector('article')?.getBoundingClientRect().top ?? null,
    length: document.documentElement.scrollHeight,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth
  }))
  if (picture) await page.screenshot({ path: picture })
  const violations = []
  if (scripts) {
    // Its own script is let in by the protocol, past the policy of the page.
    for (const closed of [false, true]) {
      if (closed)
        await page.evaluate(() =>
          document.querySelectorAll('details').forEach(each => {
            each.open = true
          })
        )
      await page.evaluate(axe)
      const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
      violations.push(
        ...result.violations.map(
          ({ id, impact, nodes }) => `${id} (${impact}) x${nodes.length}: ${nodes[0].html.slice(0, 120)}`
        )
      )
    }
  }
  await page.close()
  return { ...measured, violations: [...violations, ...errors, ...asked] }
}

const { puppeteer, axe } = await tools()
const work = mkdtempSync(join(tmpdir(), 'policy-gate-look-'))
const pages =
  positionals.length > 0 ? positionals.map(file => [basename(file, '.html'), resolve(file)]) : await samples(work)
const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ['--no-sandbox', '--disable-gpu'],
  headless: true
})
const into = values.write ? images : values.into
/** The pictures that the documentation shows, by the name that they have there. */
const SHOWN = {
  'report-desktop-light': 'report',
  'report-phone-dark': 'report-phone',
  'dashboard-desktop-light': 'dashboard'
}
const pictureOf = name => (into === undefined ? null : values.write ? (SHOWN[name] ?? null) : name)
let faults = 0
console.log(
  '| page | screen | scheme | scripts | first finding | length | too wide | faults |\n|---|---|---|---|---|---|---|---|'
)
for (const [name, file] of pages)
  for (const [screen, width, height] of SCREENS)
    for (const [scheme, scripts] of [
      ['light', true],
      ['dark', true],
      ['light', false]
    ]) {
      const named = scripts ? pictureOf(`${name}-${screen}-${scheme}`) : null
      const picture = named === null ? null : join(into, `${named}.png`)
      const { first, length, overflow, violations } = await look(browser, axe, file, {
        width,
        height,
        scheme,
        scripts,
        picture
      })
      console.log(
        `| ${name} | ${screen} | ${scheme} | ${scripts ? 'on' : 'off'} | ${first === null ? '' : Math.round(first)} | ${length} | ${overflow} | ${violations.length} |`
      )
      for (const violation of violations) console.error(`  ${violation}`)
      faults += violations.length + (overflow > 0 ? 1 : 0)
      if (picture !== null && values.write)
        execFileSync('pngquant', ['--force', '--skip-if-larger', '--strip', '--output', picture, '64', picture])
    }
await browser.close()
rmSync(work, { recursive: true })
process.exitCode = faults === 0 ? 0 : 1
