import type { WebContents } from 'electron'
import { hostOf } from './origins.ts'
import { openOutside } from './outside.ts'

/** A page stays where it is: the window on our screens, a frame on the viewer, other links in the browser. */
export function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', event => {
    const host = hostOf(event.url)
    const isFine = event.isMainFrame ? host === 'screen' : host === 'viewer'
    if (!isFine) event.preventDefault()
  })
  contents.on('will-redirect', event => {
    if (hostOf(event.url) === undefined) event.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url)
    return { action: 'deny' }
  })
}
