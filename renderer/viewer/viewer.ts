import { isGone, isGoneStatus } from './gone.ts'
import { screenAt } from './screen.ts'
import { showImage } from './show-image.ts'
import { showMedia } from './show-media.ts'
import { showPdf } from './show-pdf.ts'
import { showText } from './show-text.ts'
import type { Show, Shown } from './show.ts'

/** What shows a media type; `undefined`: nothing here can, and it is only to be saved. */
function showFor(mediaType: string): ((shown: Shown) => Promise<Show>) | undefined {
  if (mediaType.startsWith('image/')) return showImage
  if (mediaType.startsWith('audio/') || mediaType.startsWith('video/')) return showMedia
  if (mediaType === 'application/pdf') return showPdf
  return mediaType.startsWith('text/') ? showText : undefined
}

async function start(): Promise<void> {
  const asked = new URLSearchParams(location.search)
  const screen = screenAt(asked.get('screen') ?? location.origin)
  const address = asked.get('file') ?? ''
  const root = document.getElementById('shown')
  if (root === null || !address.startsWith('/bytes/')) return
  document.documentElement.dataset['theme'] = asked.get('theme') ?? 'system'

  const head = await fetch(address, { method: 'HEAD' })
  if (!head.ok)
    return screen.tell({ kind: 'failed', why: isGoneStatus(head.status) ? 'gone' : 'unknown' })
  const mediaType = head.headers.get('content-type') ?? ''
  const show = showFor(mediaType)
  if (show === undefined) return screen.tell({ kind: 'ready', shows: 'nothing' })
  try {
    const shown = await show({ address, mediaType, root, screen })
    screen.onAsked(message => shown.asked(message))
    document.addEventListener('keydown', event => {
      const { key } = event
      if (!event.ctrlKey && shown.key?.(key) === true) {
        if (key === ' ' && mediaType !== 'application/pdf') event.preventDefault()
        return
      }
      screen.tell({ kind: 'key', key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey })
    })
  } catch {
    // A damaged or unusual file: the screen says so and offers to save it. An address that ended meanwhile is renewed.
    const why = (await isGone(address)) ? 'gone' : 'damaged'
    root.replaceChildren()
    screen.tell({ kind: 'failed', why })
  }
}

void start()
