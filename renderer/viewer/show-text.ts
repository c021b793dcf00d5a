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
    const selection = String(document.getSelection() ?? '')
    if (selection.trim() !== '')
      screen.tell({ kind: 'place', selection: selection.slice(0, 2_000) })
  })
  screen.tell({ kind: 'ready', shows: 'text' })
  return { asked: () => undefined }
}
