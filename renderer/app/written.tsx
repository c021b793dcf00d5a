import { useEffect, useRef, useState } from 'react'
import { Answer } from '../design/answer.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { typing, unconfirmed, type Typing } from '../door/typing.ts'
import { forgetAll } from './rows.ts'
import { useWords } from './words.tsx'

interface Writing {
  /** One name per field, the same on each visit: what isn't confirmed stands in the window under it. */
  readonly name: string
  /** The text in place, from the record. */
  readonly stored: string
  readonly label: string
  readonly kind?: 'answer' | 'lined' | 'title'
  readonly id?: string
  readonly describedBy?: string
  readonly marks?: readonly (readonly [start: number, end: number])[]
  /** Puts one stroke on disk: the text, and the text it began from. */
  save(text: string, base: string): Promise<'kept' | 'refused'>
  /** Told at each stroke, for counts and checks that follow the typing. */
  onTyped?(text: string | undefined): void
}

/**
 * A text of a person that is on disk at each stroke. While it holds the focus it owns its text; what arrives from
 * elsewhere is merged in the record and shown when the person leaves the field.
 */
export function Written(props: Writing) {
  const words = useWords()
  const [typed, setTyped] = useState<string>()
  const [state, setState] = useState<'fine' | 'window' | 'refused'>('fine')
  const [found, setFound] = useState(() => leftOver(props.name, props.stored))
  const keeping = useRef<Typing>(undefined)
  const wasRefused = useRef(false)
  const newest = useRef(props)
  newest.current = props

  const begin = (start: string): Typing =>
    typing({
      name: props.name,
      start,
      save: (text, base) => newest.current.save(text, base),
      onState: next => {
        wasRefused.current = next === 'refused'
        setState(next === 'window' || next === 'refused' ? next : 'fine')
      },
    })
  const put = (text: string | undefined) => {
    setTyped(text)
    newest.current.onTyped?.(text)
  }
  // Begun from what the field held: what is stored by now may be another tab's, which this one has not shown.
  const write = (text: string, before: string) => {
    keeping.current ??= begin(before)
    put(text)
    keeping.current.type(text)
  }
  const leave = async () => {
    const kept = keeping.current
    if (kept === undefined) return
    await kept.settled()
    await forgetAll()
    if (keeping.current !== kept || wasRefused.current) return
    keeping.current = undefined
    put(undefined)
  }

  useEffect(() => () => newest.current.onTyped?.(undefined), [])

  return (
    <div onBlur={() => void leave()}>
      {found === undefined ? null : (
        <ErrorNote kind="ask" said={words.claims.unsavedFound({ text: shortened(found) })} next="">
          <span>
            <Button
              kind="small"
              onPress={() => {
                write(found, props.stored)
                setFound(undefined)
              }}
            >
              {words.claims.takeUnsaved}
            </Button>{' '}
            <Button
              kind="small"
              onPress={() => {
                localStorage.removeItem(`meritfolio.unsaved.${props.name}`)
                setFound(undefined)
              }}
            >
              {words.claims.dropUnsaved}
            </Button>
          </span>
        </ErrorNote>
      )}
      <Answer
        text={typed ?? props.stored}
        onText={write}
        label={props.label}
        kind={props.kind ?? 'answer'}
        {...(props.id === undefined ? {} : { id: props.id })}
        {...(props.describedBy === undefined ? {} : { describedBy: props.describedBy })}
        {...(props.marks === undefined ? {} : { marks: props.marks })}
      />
      {state === 'fine' ? null : (
        <p role="status">{state === 'window' ? words.saving.window : words.saving.notTaken}</p>
      )}
    </div>
  )
}

const shownMax = 120
const shortened = (text: string) => (text.length > shownMax ? `${text.slice(0, shownMax)}…` : text)

function leftOver(name: string, stored: string): string | undefined {
  const left = unconfirmed(name)
  if (left === undefined) return undefined
  if (left !== stored) return left
  localStorage.removeItem(`meritfolio.unsaved.${name}`)
  return undefined
}
