import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist'
import { isGone } from './gone.ts'
import { pageView } from './pdf-page.ts'
import { markedWords } from './marked-words.ts'
import type { Show, Shown } from './show.ts'
import { trustedWorkerUrl } from './trusted.ts'

/** The worker is one of this page's own files (`vite.config.ts` puts it there). */
const workerUrl = '/pdf/pdf.worker.min.mjs'

/**
 * Shows a PDF page under page, each drawn when it comes near. Scripts, forms and links inside the file are not read;
 * what it needs (fonts, character maps) comes from this page's own files.
 */
export async function showPdf({ address, root, screen }: Shown): Promise<Show> {
  GlobalWorkerOptions.workerPort = new Worker(trustedWorkerUrl(workerUrl), { type: 'module' })
  const document_ = await getDocument({
    url: new URL(address, location.href).href,
    enableXfa: false,
    cMapUrl: '/pdf/cmaps/',
    standardFontDataUrl: '/pdf/standard_fonts/',
    wasmUrl: '/pdf/wasm/',
    iccUrl: '/pdf/iccs/',
    useSystemFonts: false,
    stopAtErrors: false,
  }).promise
  let isOver = false
  // A page that is damaged stays empty and the others are read; only an address that has ended concerns them all.
  const onFailed = async () => {
    if (isOver || !(await isGone(address))) return
    isOver = true
    screen.tell({ kind: 'failed', why: 'gone' })
  }
  const views: HTMLElement[] = []
  for (let n = 1; n <= document_.numPages; n++) {
    const view = await pageView(document_, n, () => void onFailed())
    views.push(view)
    root.append(view)
  }
  let page = 1
  const tellPage = () => screen.tell({ kind: 'place', page })
  const current = new IntersectionObserver(
    () => {
      const seen = mostSeen(views)
      if (seen === page) return
      page = seen
      tellPage()
    },
    { threshold: [0, 0.25, 0.5, 0.75, 1] },
  )
  for (const view of views) current.observe(view)
  document.addEventListener('selectionchange', () => {
    const marked = markedWords()
    if (marked !== undefined) screen.tell({ kind: 'place', page, ...marked })
  })
  document.addEventListener('scrollend', () => {
    page = mostSeen(views)
    screen.tell({ kind: 'place', page, top: Math.round(window.scrollY), ...markedWords() })
  })
  const goTo = (wanted: number) =>
    views[Math.min(Math.max(1, wanted), views.length) - 1]?.scrollIntoView({ block: 'start' })
  screen.tell({ kind: 'ready', shows: 'pdf', pages: views.length })
  tellPage()
  return {
    asked(asked) {
      if (asked.kind === 'go' && asked.page !== undefined) {
        if (asked.top !== undefined) window.scrollTo(0, asked.top)
        // The window may be another by now, and that place on another page.
        if (asked.top === undefined || mostSeen(views) !== asked.page) goTo(asked.page)
      }
      if (asked.kind === 'turn') goTo(page + asked.byPages)
    },
    key: key => ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' '].includes(key),
  }
}

/** The page of which most can be seen, counted from 1. */
function mostSeen(views: readonly HTMLElement[]): number {
  let best = { n: 1, px: 0 }
  views.forEach((view, index) => {
    const { top, bottom } = view.getBoundingClientRect()
    const px = Math.min(bottom, window.innerHeight) - Math.max(top, 0)
    if (px > best.px) best = { n: index + 1, px }
  })
  return best.n
}
