import { bytesAnswer } from '../evidence/bytes.ts'
import type { House } from '../house.ts'
import { refusal } from './answer.ts'
import { mayOpen } from './guard.ts'
import { everyAnswer, viewerPolicy } from './headers.ts'
import type { PageFiles } from './page-files.ts'
import { pageAnswer } from './page-files.ts'

/**
 * The viewer's door, on an origin of its own: one page, and the bytes of files whose address is signed. No secret
 * comes here, nothing is asked, and nothing can be changed.
 */
export async function viewerDoor(
  house: House,
  files: PageFiles,
  isGuarded: boolean,
  request: Request,
): Promise<Response> {
  const answer = await answered(house, files, isGuarded, request)
  for (const [name, value] of Object.entries(everyAnswer)) answer.headers.set(name, value)
  answer.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  return answer
}

async function answered(
  house: House,
  files: PageFiles,
  isGuarded: boolean,
  request: Request,
): Promise<Response> {
  const { screen, viewer } = house.origins
  if (isGuarded && !mayOpen(request.headers, viewer, 'screen'))
    return refusal({ code: 'not_allowed' }, 403)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refusal({ code: 'not_found' }, 405)
  const { pathname, search } = new URL(request.url)
  try {
    if (pathname.startsWith('/bytes/')) {
      const file = house.addresses.read(`${pathname}${search}`, house.clock())
      if (file === undefined) return refusal({ code: 'not_found' }, 403)
      return await bytesAnswer(request, file, house.place().blobs)
    }
  } catch (error) {
    return refusal(house.told(error, '/bytes'))
  }
  const file = files.get(pathname === '/' ? '/index.html' : pathname)
  return file === undefined
    ? refusal({ code: 'not_found' })
    : pageAnswer(file, viewerPolicy(screen))
}
