import { doorPaths } from '../../contract/device/door.ts'
import { doorLimits } from '../../contract/device/requests.ts'
import type { House } from '../house.ts'
import { refusal } from './answer.ts'
import { asShownTo } from './as-shown-to.ts'
import { mayAsk, mayOpen } from './guard.ts'
import { everyAnswer, screenPolicy } from './headers.ts'
import type { PageFiles } from './page-files.ts'
import { pageAnswer } from './page-files.ts'
import { secretHeader } from '../../contract/device/door.ts'
import { linkRoute, onceRoute, routes, routesBelow } from './routes.ts'

/**
 * The screens' door. `isGuarded`: a port, on which anybody may knock; else a pipe that only the shell knows, whose
 * requests come from its own window. The secret is asked on both.
 */
export async function screenDoor(
  house: House,
  files: PageFiles,
  isGuarded: boolean,
  request: Request,
): Promise<Response> {
  const answer = await answered(house, files, isGuarded, request)
  for (const [name, value] of Object.entries(everyAnswer)) answer.headers.set(name, value)
  return answer
}

async function answered(
  house: House,
  files: PageFiles,
  isGuarded: boolean,
  request: Request,
): Promise<Response> {
  const { screen, viewer } = house.origins
  if (request.url.length > doorLimits.urlBytesMax) return refusal({ code: 'too_large' }, 414)
  const { pathname } = new URL(request.url)
  const isData = pathname.startsWith('/api/')
  const mayPass = isData
    ? mayAsk(request.headers, screen)
    : mayOpen(request.headers, screen, 'never')
  if (isGuarded && !mayPass) return refusal({ code: 'not_allowed' }, 403)
  if (!isData) return page(files, screenPolicy(viewer), request.method, pathname)
  try {
    return await data(house, request, pathname)
  } catch (error) {
    return refusal(house.told(error, routePattern(pathname)))
  }
}

async function data(house: House, request: Request, pathname: string): Promise<Response> {
  const { method } = request
  const shown = asShownTo(house, request)
  if (`${method} ${pathname}` === `POST ${doorPaths.once}`) return onceRoute(house, request, '')
  if (`${method} ${pathname}` === `POST ${doorPaths.link}`) return linkRoute(shown, request, '')
  if (!house.secret.opens(request.headers.get(secretHeader))) return refusal({ code: 'no_secret' })
  const route = routes.get(`${method} ${pathname}`)
  if (route !== undefined) return route(shown, request, '')
  const below = pathname.slice(0, pathname.indexOf('/', '/api/'.length) + 1)
  const routeBelow = routesBelow.get(`${method} ${below}`)
  if (routeBelow === undefined) return refusal({ code: 'not_found' })
  return routeBelow(shown, request, pathname.slice(below.length))
}

/** What goes into a log: never what was asked for. */
const routePattern = (pathname: string): string => pathname.split('/').slice(0, 3).join('/')

/** A file of the page; every other path is a screen, and the page finds out which. */
function page(files: PageFiles, policy: string, method: string, pathname: string): Response {
  if (method !== 'GET' && method !== 'HEAD') return refusal({ code: 'not_found' }, 405)
  const isFile = pathname.slice(pathname.lastIndexOf('/')).includes('.')
  const file = files.get(pathname) ?? (isFile ? undefined : files.get('/index.html'))
  return file === undefined ? refusal({ code: 'not_found' }) : pageAnswer(file, policy)
}
