import { markedWords } from './marked-words.ts'
import type { Show, Shown } from './show.ts'

/** So much of a long text is shown (bytes). */
const textBytesMax = 2_097_152

/** Shows text as it is written, markup too: nothing in it runs. */
export async function showText({ address, root, screen }: Shown): Promise<Show> {
  const answer = await fetch(address, { headers: { range: `bytes=0-${textBytesMax - 1}` } })
  if (!answer.ok) throw new Error('gone')
  const text = document.createElement('pre')
  text.tabIndex = 0
  text.textContent = await answer.text()
  root.append(text)
  document.addEventListener('selectionchange', () => {
    const marked = markedWords()
    if (marked !== undefined) screen.tell({ kind: 'place', ...marked })
  })
  document.addEventListener('scrollend', () =>
    screen.tell({ kind: 'place', top: Math.round(window.scrollY), ...markedWords() }),
  )
  screen.tell({ kind: 'ready', shows: 'text' })
  return {
    asked(asked) {
      if (asked.kind === 'go' && asked.top !== undefined) window.scrollTo(0, asked.top)
    },
  }
}
