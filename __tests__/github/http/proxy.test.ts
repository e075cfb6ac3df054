import { createServer } from 'node:http'
import { type AddressInfo, connect as open } from 'node:net'
import { expect, test } from '@jest/globals'
import { connect, world } from '../harness.js'

test('a proxy of the environment is used', async () => {
  const { fake, clock } = await world()
  const asked: string[] = []
  const proxy = createServer()
  // The proxy knows where the name leads; nobody else does, so that an answer proves the way.
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    const upstream = open(Number(new URL(fake.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket)
      socket.pipe(upstream)
    })
    socket.on('error', () => upstream.destroy())
    upstream.on('error', () => socket.destroy())
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  // Read when Octokit is loaded, with the first call.
  process.env.http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const github = connect(fake, clock, { apiUrl: 'http://github.invalid' })
  expect(await github.pullRequest(42)).toMatchObject({ number: 42 })
  expect(asked).toEqual(['github.invalid:80'])
  proxy.closeAllConnections()
  proxy.close()
})
