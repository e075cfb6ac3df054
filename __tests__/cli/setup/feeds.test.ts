import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { download } from '../../../src/cli/setup/download.js'
// Loaded before a try is timed.
import '../../../src/github/http/proxied.js'
import { fetchFor } from '../../../src/github/http/proxy.js'
import { runCommand } from '../run-command.js'

const NOW = '2026-12-01T12:00:00Z'

const kev = (released: string, count = 3, more: object = {}): string =>
  JSON.stringify({
    title: 'CISA Catalog',
    dateReleased: released,
    count,
    vulnerabilities: Array.from({ length: count }, (_, index) => ({ cveID: `CVE-2026-${1000 + index}` })),
    ...more
  })
const epss = (date: string, rows = 3): Buffer =>
  gzipSync(
    `#model_version:v2026.03.16,score_date:${date}\ncve,epss,percentile\n${Array.from({ length: rows }, (_, index) => `CVE-2026-${1000 + index},0.5,0.9\n`).join('')}`
  )
const KEV = kev('2026-11-30T09:00:00.000Z')
const EPSS = epss('2026-12-01T00:00:00Z')

let server: Server
let directory: string
let answers: Record<string, RequestListener>
let asked: string[]

const sends =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body)

const origin = (of: Server = server): string => `http://127.0.0.1:${(of.address() as AddressInfo).port}`
const listening = (listener: RequestListener): Promise<Server> =>
  new Promise(resolve => {
    const made = createServer(listener).listen(0, '127.0.0.1', () => resolve(made))
  })

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'policy-gate-feeds-'))
  answers = { '/kev': sends(KEV), '/epss': sends(EPSS) }
  asked = []
  server = await listening((request, response) => {
    const url = request.url ?? ''
    asked.push(url)
    const answer = answers[url.split('?')[0] ?? ''] ?? sends('', 404)
    answer(request, response)
  })
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(directory, { recursive: true })
})

const feeds = (...args: readonly string[]) =>
  runCommand(['feeds', 'feeds', ...args], directory, NOW, {
    POLICY_GATE_KEV_URL: `${origin()}/kev`,
    POLICY_GATE_EPSS_URL: `${origin()}/epss`
  })
const read = (name: string): Buffer => readFileSync(join(directory, 'feeds', name))
const index = (): Record<string, object> => JSON.parse(read('feeds.json').toString())
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

describe('feeds', () => {
  test('are kept as published, with date, digest and address beside', async () => {
    const { status, stdout, stderr } = await feeds()
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe(
      `kev: 3 vulnerabilities, of 2026-11-30T09:00:00Z, in feeds/kev.json (sha256 ${sha256(KEV)})\n` +
        `epss: 3 vulnerabilities, of 2026-12-01T00:00:00Z, in feeds/epss.csv.gz (sha256 ${sha256(EPSS)})\n`
    )
    expect([read('kev.json').toString(), read('epss.csv.gz')]).toEqual([KEV, EPSS])
    expect(index().kev).toEqual({
      file: 'kev.json',
      url: `${origin()}/kev`,
      fetchedAt: NOW,
      date: '2026-11-30T09:00:00Z',
      entries: 3,
      sha256: sha256(KEV),
      bytes: KEV.length
    })
    expect(readdirSync(join(directory, 'feeds')).sort()).toEqual(['epss.csv.gz', 'feeds.json', 'kev.json'])
  })

  test('that were fetched are what evaluate reads', async () => {
    await feeds()
    writeFileSync(join(directory, 'a.sarif'), JSON.stringify({ version: '2.1.0', runs: [] }))
    const flags = ['--kev', 'feeds/kev.json', '--epss', 'feeds/epss.csv.gz', '--format', 'json']
    const { stdout } = await runCommand(['evaluate', '--sarif', 'a.sarif', ...flags], directory, NOW)
    const inputs: { kind: string; sha256: string }[] = JSON.parse(stdout).inputs
    expect(inputs.map(({ kind, sha256: digest }) => [kind, digest])).toEqual(
      expect.arrayContaining([
        ['kev', sha256(KEV)],
        ['epss', sha256(EPSS)]
      ])
    )
  })

  test('may be asked for one by one, and by flag', async () => {
    answers['/mirror'] = sends(KEV)
    const { status } = await feeds('--only', 'kev', '--kev-url', `${origin()}/mirror`)
    expect({ status, asked }).toEqual({ status: 0, asked: ['/mirror'] })
    expect(Object.keys(index())).toEqual(['kev'])
  })

  test('are fetched with user, password and query of the address, which are neither shown nor kept', async () => {
    const sent: unknown[] = []
    answers['/mirror'] = (request, response) => {
      sent.push(request.headers.authorization)
      sends('', 302, { location: `${origin().replace('127.0.0.1', 'localhost')}/elsewhere` })(request, response)
    }
    answers['/elsewhere'] = (request, response) => {
      sent.push(request.headers.authorization)
      response.end(EPSS)
    }
    const secret = `${origin().replace('//', '//user:hunter2@')}/mirror?key=hunter3`
    const { status, stdout } = await feeds('--epss-url', secret)
    expect({ status, asked: asked[1] }).toEqual({ status: 0, asked: '/mirror?key=hunter3' })
    expect(sent).toEqual([`Basic ${Buffer.from('user:hunter2').toString('base64')}`, undefined])
    expect(`${stdout}${read('feeds.json')}`).not.toMatch(/hunter/)
  })
})

const late: RequestListener = (request, response) => {
  response.writeHead(200, { 'content-length': String(KEV.length) })
  response.write(KEV.slice(0, 40))
  setTimeout(() => request.socket.destroy(), 20)
}

/** What a server does, and how it is told. Of every one of them nothing is taken. */
const FAULTS: readonly (readonly [string, () => RequestListener, RegExp])[] = [
  ['cuts the connection', () => late, /the connection failed/],
  ['hangs up at once', () => request => request.socket.destroy(), /the connection failed/],
  ['answers with a page', () => sends('<!doctype html>', 200, { 'content-type': 'text/html' }), /not JSON/],
  ['answers with another document', () => sends('{"vulnerabilities":{}}'), /no list `vulnerabilities`/],
  ['answers with the catalogue cut off', () => sends(kev('2026-11-30T09:00:00Z', 2, { count: 3 })), /has 2/],
  ['answers with nothing', () => sends(''), /not JSON/],
  ['answers with an empty catalogue', () => sends(kev('2026-11-30T09:00:00Z', 0)), /it lists nothing/],
  ['says no date', () => sends(kev('soon')), /of which day/],
  ['answers with no UTF-8', () => sends(Buffer.from([0xff, 0xfe])), /cannot be decoded/],
  ['answers with half an archive', () => sends(EPSS.subarray(0, 60)), /cannot be decoded/],
  ['is not there', () => sends('', 404), /answers 404/],
  ['refuses', () => sends('', 403), /answers 403/],
  ['is ill', () => sends('', 503), /answers 503/],
  ['redirects for ever', () => sends('', 302, { location: '/kev' }), /redirects more than 5 times/],
  ['redirects to a file', () => sends('', 302, { location: 'file:///etc/passwd' }), /not safe/],
  ['redirects to nowhere', () => sends('', 302), /redirects to no address/],
  ['answers with an older one', () => sends(kev('2026-11-01T00:00:00Z')), /older than the one that is kept/],
  ['answers with fewer', () => sends(kev('2026-11-30T10:00:00Z', 2)), /has 2 entries, and the one that is kept has 3/]
]

describe('where the server', () => {
  test.each(FAULTS)('%s, the feed from before is kept, and said to be old', async (_, answer, told) => {
    await feeds()
    const before = index()
    answers['/kev'] = answer()
    const { status, stderr, stdout } = await feeds()
    expect(status).toBe(1)
    expect(stderr).toMatch(told)
    expect(stderr).toMatch(/^kev: .*Kept the one of 2026-11-30T09:00:00Z, 1 day old\n$/)
    expect(stdout).toMatch(/^epss: 3 vulnerabilities/)
    expect(read('kev.json').toString()).toBe(KEV)
    expect(index()).toEqual(before)
    expect(readdirSync(join(directory, 'feeds'))).toHaveLength(3)
  })

  test('never answered, there is no file, and that is said', async () => {
    answers = {}
    const { status, stderr } = await feeds()
    expect(status).toBe(1)
    expect(stderr).toMatch(/^kev: .*There is none from before\nepss: .*There is none from before\n$/)
    expect(() => readdirSync(join(directory, 'feeds'))).toThrow(/ENOENT/)
  })

  test('recovers, the next try is taken', async () => {
    let tries = 0
    answers['/kev'] = (request, response) => {
      tries += 1
      if (tries < 3) request.socket.destroy()
      else response.end(KEV)
    }
    expect((await feeds()).status).toBe(0)
  })

  test('redirects to where it is now, that is taken', async () => {
    answers['/kev'] = sends('', 301, { location: `${origin()}/new` })
    answers['/new'] = sends(KEV)
    expect((await feeds()).status).toBe(0)
  })
})

test('a kept file that somebody has changed is not taken for a feed, and replaced', async () => {
  await feeds()
  writeFileSync(join(directory, 'feeds/kev.json'), kev('2099-01-01T00:00:00Z', 900))
  answers['/kev'] = sends('', 404)
  expect((await feeds()).stderr).toContain('The file from before is of no use: it is not the file that was fetched')
  answers['/kev'] = sends(KEV)
  expect((await feeds()).status).toBe(0)
  expect(read('kev.json').toString()).toBe(KEV)
})

test('an index that nobody can read is written anew', async () => {
  await feeds()
  writeFileSync(join(directory, 'feeds/feeds.json'), '{"kev":')
  expect((await feeds()).status).toBe(0)
  expect(Object.keys(index())).toEqual(['epss', 'kev'])
})

test.each<readonly [string, readonly string[]]>([
  ['no directory', ['feeds']],
  ['two directories', ['feeds', 'a', 'b']],
  ['a feed that does not exist', ['feeds', 'a', '--only', 'nvd']],
  ['an address of the disk', ['feeds', 'a', '--kev-url', 'file:///etc/passwd']],
  ['no address', ['feeds', 'a', '--kev-url', 'cisa']]
])('%s is exit code 2', async (_, args) => {
  expect((await runCommand(args, directory)).status).toBe(2)
})

test('a directory that cannot be written is exit code 2', async () => {
  writeFileSync(join(directory, 'feeds'), '')
  expect(await feeds()).toMatchObject({ status: 2, stderr: expect.stringMatching(/^feeds\/kev\.json: cannot be/) })
})

describe('download', () => {
  const network = { fetchFor, sleep: async () => {}, timeout: 300 }
  const at = (path: string): URL => new URL(`${origin()}${path}`)

  test('stops at the size that a feed may have, whatever the server says of it', async () => {
    answers['/large'] = (_, response) => {
      response.writeHead(200)
      const more = (): void => void (response.destroyed || response.write('x'.repeat(10_000), more))
      more()
    }
    expect(await download(at('/large'), 100_000, network)).toEqual({ problem: 'it is larger than 100000 bytes' })
    expect(asked).toEqual(['/large'])
  })

  test('waits for no server for ever', async () => {
    answers['/slow'] = () => {}
    expect(await download(at('/slow'), 10, network)).toMatchObject({ problem: 'there was no answer in time' })
    expect(asked).toHaveLength(3)
  })

  test('goes by the proxy that the environment names', async () => {
    const hosts: string[] = []
    const proxy = (await listening(sends('', 500))).on('connect', (request, socket) => {
      hosts.push(request.url ?? '')
      const through = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        through.pipe(socket).pipe(through)
      })
    })
    process.env.http_proxy = origin(proxy)
    try {
      const fetched = await download(new URL('http://feeds.example/kev'), 1 << 20, network)
      expect('bytes' in fetched && Buffer.from(fetched.bytes).toString()).toBe(KEV)
      expect(hosts).toEqual(['feeds.example:80'])
    } finally {
      delete process.env.http_proxy
      proxy.closeAllConnections()
      proxy.close()
    }
  })

  test('never goes from https to http', async () => {
    const redirect = new Response(null, { status: 302, headers: { location: 'http://feeds.example/kev' } })
    const secure = { ...network, fetchFor: async () => async () => redirect }
    expect(await download(new URL('https://feeds.example/kev'), 10, secure)).toEqual({
      problem: 'it redirects to http://feeds.example/kev, which is not safe'
    })
  })
})
