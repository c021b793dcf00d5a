import type { PDFDocumentProxy } from 'pdfjs-dist'
import { TextLayer } from 'pdfjs-dist'

/** The largest side of a drawn page (px): a poster must not fill the memory. */
const sidePxMax = 4_096
/** Pages are drawn when they are as near as this to what is seen. */
const nearPx = '600px'

/** A place for one page, which draws itself when it comes near; `onFailed` is told when its bytes could not be had. */
export async function pageView(
  source: PDFDocumentProxy,
  n: number,
  onFailed: () => void,
): Promise<HTMLElement> {
  const page = await source.getPage(n)
  const plain = page.getViewport({ scale: 1 })
  const view = document.createElement('section')
  view.className = 'page'
  view.setAttribute('aria-label', `${n} / ${source.numPages}`)
  view.style.aspectRatio = `${plain.width} / ${plain.height}`
  view.style.maxWidth = `${Math.round(plain.width * 1.6)}px`

  const draw = async () => {
    const scale = view.clientWidth / plain.width
    const ratio = Math.min(
      window.devicePixelRatio,
      sidePxMax / (Math.max(plain.width, plain.height) * scale),
    )
    const viewport = page.getViewport({ scale: scale * ratio })
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(viewport.width)
    canvas.height = Math.ceil(viewport.height)
    const words = document.createElement('div')
    words.className = 'words'
    view.style.setProperty('--total-scale-factor', String(scale))
    view.replaceChildren(canvas, words)
    await page.render({ canvas, viewport, annotationMode: 0 }).promise
    await new TextLayer({
      textContentSource: page.streamTextContent(),
      container: words,
      viewport: page.getViewport({ scale }),
    }).render()
  }
  const near = new IntersectionObserver(
    entries => {
      if (!entries.some(entry => entry.isIntersecting)) return
      near.disconnect()
      draw().catch(onFailed)
    },
    { rootMargin: nearPx },
  )
  near.observe(view)
  return view
}
