import { useEffect, useRef } from 'react'
import { answer, lined, title } from './answer.css.ts'
import { placeIn, readAnswer } from './answer-text.ts'

const looks = { answer, lined, title }

interface Answering {
  /** The text to begin with. While the field holds the focus it owns its text and this is not looked at. */
  readonly text: string
  /** Told at each stroke: the text, and the one that the field held before it, whatever arrived from elsewhere. */
  onText(text: string, before: string): void
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
  const wroteSinceFocus = useRef(false)
  const held = useRef('')
  const { text, marks } = props
  const isTitle = props.kind === 'title'

  useEffect(() => {
    const element = field.current
    if (element === null || element === document.activeElement) return
    show(element, text)
    held.current = text
  }, [text])

  useEffect(() => showMarks(field.current, marks ?? []), [marks, text])

  return (
    <div
      ref={field}
      id={props.id}
      className={looks[props.kind ?? 'answer']}
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      role="textbox"
      tabIndex={0}
      aria-multiline={!isTitle}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onInput={event => {
        wroteSinceFocus.current = true
        const read = readAnswer(event.currentTarget).text
        const written = isTitle ? read.replaceAll(/\s*\n\s*/g, ' ') : read
        const before = held.current
        held.current = written
        props.onText(written, before)
      }}
      onFocus={() => {
        wroteSinceFocus.current = false
        props.onFocus?.()
      }}
      onBlur={event => {
        // What arrived from elsewhere while the person only read.
        if (wroteSinceFocus.current) return
        show(event.currentTarget, text)
        held.current = text
      }}
      onKeyDown={event => {
        if (isTitle && event.key === 'Enter') event.preventDefault()
      }}
    />
  )
}

function show(element: HTMLElement, text: string): void {
  if (readAnswer(element).text !== text) element.textContent = text
}

const highlightName = 'problem'

function showMarks(
  element: HTMLElement | null,
  marks: readonly (readonly [number, number])[],
): () => void {
  if (element === null || marks.length === 0 || !('highlights' in CSS)) return () => {}
  const { pieces } = readAnswer(element)
  const ranges = marks.flatMap(([start, end]) => {
    const from = placeIn(pieces, start)
    const to = placeIn(pieces, end)
    if (!(from?.node instanceof Text) || !(to?.node instanceof Text)) return []
    const range = new Range()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return [range]
  })
  const all = CSS.highlights.get(highlightName) ?? new Highlight()
  for (const range of ranges) all.add(range)
  CSS.highlights.set(highlightName, all)
  return () => {
    for (const range of ranges) all.delete(range)
  }
}
