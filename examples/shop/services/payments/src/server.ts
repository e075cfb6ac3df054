import { createServer } from 'node:http'
import { findPayments } from './payments-store.js'
import { exportStatement } from './statement.js'
import { discountFor } from './discount.js'
import { sessionOf } from './session.js'

createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const session = sessionOf(request.headers.cookie ?? '')
  if (session === null) {
    response.writeHead(401).end()
    return
  }
  switch (url.pathname) {
    case '/payments':
      response.end(JSON.stringify(await findPayments(session.customer, url.searchParams.get('status') ?? 'open')))
      return
    case '/statement':
      response.end(await exportStatement(session.customer, url.searchParams.get('month') ?? ''))
      return
    case '/discount':
      response.end(String(discountFor(url.searchParams.get('formula') ?? '0', 100)))
      return
    default:
      response.writeHead(404).end()
  }
}).listen(8080)
