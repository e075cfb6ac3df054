import type { Route } from './route.js'
import { ACTION_ROUTES } from './routes-actions.js'
import { CHECK_ROUTES } from './routes-checks.js'
import { CONTENT_ROUTES } from './routes-contents.js'
import { CONVERSATION_ROUTES } from './routes-conversation.js'
import { PEOPLE_ROUTES } from './routes-people.js'
import { PULL_ROUTES } from './routes-pulls.js'
import { REVIEW_ROUTES } from './routes-reviews.js'

/** Parameters that may hold `/`, each the last of its path. */
const OPEN_ENDED: readonly string[] = ['path', 'basehead']

const ROUTES = [
  ...CHECK_ROUTES,
  ...CONVERSATION_ROUTES,
  ...PULL_ROUTES,
  ...REVIEW_ROUTES,
  ...CONTENT_ROUTES,
  ...ACTION_ROUTES,
  ...PEOPLE_ROUTES
].map(route => ({ route, pattern: patternOf(route.route) }))

function patternOf(route: string): RegExp {
  const isOpen = (name: string) => OPEN_ENDED.includes(name) || (name === 'ref' && route.includes('/git/ref/'))
  const source = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${isOpen(name) ? '.+' : '[^/]+'})`)
  return new RegExp(`^${source}$`)
}

/** The route of a request, with the parameters of its path decoded. */
export function matchRoute(
  method: string,
  path: string
): { readonly route: Route; readonly parameters: Readonly<Record<string, string>> } | null {
  for (const { route, pattern } of ROUTES) {
    const match = pattern.exec(`${method} ${path}`)
    if (match === null) continue
    const parameters = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
    return { route, parameters: Object.fromEntries(parameters) }
  }
  return null
}
