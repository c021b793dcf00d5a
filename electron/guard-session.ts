import type { Session, WebContents } from 'electron'
import { hostOf, scheme, screenOrigin } from './origins.ts'

/** Whether the window may ask for an address: its own scheme, and what its pages made in memory. */
export function isOwn(address: string, isPackaged: boolean): boolean {
  if (hostOf(address) !== undefined) return true
  if (address.startsWith(`blob:${scheme}://`))
    return hostOf(address.slice('blob:'.length)) !== undefined
  if (address.startsWith('data:')) return true
  return !isPackaged && address.startsWith('devtools:')
}

/** Writing text to the clipboard, by a click on our own screen. The one permission there is. */
const isCopying = (
  permission: string,
  contents: WebContents | null,
  requestedBy: string,
): boolean =>
  permission === 'clipboard-sanitized-write' &&
  contents !== null &&
  hostOf(contents.getURL()) === 'screen' &&
  new URL(requestedBy).href.startsWith(`${screenOrigin}/`)

/** The window has no network, no permissions, no dictionaries and saves nothing but what our pages made. */
export function guardSession(session: Session, isPackaged: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isOwn(details.url, isPackaged) }),
  )
  session.setPermissionRequestHandler((contents, permission, answer, details) =>
    answer(isCopying(permission, contents, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((contents, permission, _origin, details) =>
    isCopying(permission, contents, details.requestingUrl ?? 'about:blank'),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    if (!isOwn(item.getURL(), true)) event.preventDefault()
  })
}
