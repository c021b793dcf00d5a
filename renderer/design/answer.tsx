import { useEffect, useRef } from 'react'
import * as look from './answer.css.ts'

interface Answering {
  /** The text to begin with. While the field holds the focus it owns its text and this is not looked at. */
  readonly text: string
  onText(text: string): void
  readonly label: string
  readonly describedBy?: string
  readonly kind?: 'answer' | 'lined' | 'title'
  readonly id?: string
  /** Pieces of the text with something to look at, as [start, end) in UTF-16 units. */
  readonly marks?: readonly (readonly [start: number, end: number])[]
  onFocus?(): void
}

/**
 * Where a person writes: plain text only, native undo, marks by CSS highlights so that the text itself is never
 * touched. Each stroke is told at once.
 */
export function Answer(props: Answering) {
  const field = useRef<HTMLDivElement>(null)
  const { text, marks } = props

  useEffect(() => {
    const element = field.current
    if (element === null || element === document.activeElement) return
    if (element.textContent !== text) element.textContent = text
  }, [text])

  useEffect(() => showMarks(field.current, marks ?? []), [marks, text])

  return (
    <div
      ref={field}
      id={props.id}
      className={look[props.kind ?? 'answer']}
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      role="textbox"
      tabIndex={0}
      aria-multiline={props.kind !== 'title'}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onInput={event => props.onText(textOf(event.currentTarget))}
      onFocus={() => props.onFocus?.()}
      onKeyDown={event => {
        if (props.kind === 'title' && event.key === 'Enter') event.preventDefault()
      }}
    />
  )
}

/** The field's text. Chromium ends an emptied field with one line break that nobody typed. */
function textOf(element: HTMLElement): string {
  const text = element.textContent ?? ''
  return text === '\n' ? '' : text
}

const highlightName = 'problem'

function showMarks(
  element: HTMLElement | null,
  marks: readonly (readonly [number, number])[],
): () => void {
  const node = element?.firstChild
  if (!(node instanceof Text) || marks.length === 0 || !('highlights' in CSS)) return () => {}
  const ranges = marks.map(([start, end]) => {
    const range = new Range()
    range.setStart(node, Math.min(start, node.length))
    range.setEnd(node, Math.min(end, node.length))
    return range
  })
  const all = CSS.highlights.get(highlightName) ?? new Highlight()
  for (const range of ranges) all.add(range)
  CSS.highlights.set(highlightName, all)
  return () => {
    for (const range of ranges) all.delete(range)
  }
}
