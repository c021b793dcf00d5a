import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../core/kit/refusal.ts'
import { Answer } from '../design/answer.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { DoorRefused } from '../door/door.ts'
import { typing, type Typing } from '../door/typing.ts'
import { oneGone } from '../door/tab.ts'
import {
  dropUnsaved,
  forgetLeft,
  leftByClosed,
  openWith,
  unsaved,
  type LeftText,
} from '../door/unsaved.ts'
import { tellDoor, useTell, type Told } from './act.ts'
import { standsInWindow } from './in-window.ts'
import { forgetAll } from './rows.ts'
import { useWords } from './words.tsx'

/** What came of a stroke; `refused`: the screen itself tells why. */
export type Saved = 'kept' | 'refused' | Refusal

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
  /** Puts one stroke on disk: the text, and the text it began from. A refusal is told here, under the text. */
  save(text: string, base: string): Promise<Saved>
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
  const [told, setTold] = useState<Told>()
  const hindered = useRef<Told>(undefined)
  const tell = useTell()
  const [found, leaveFound] = useLeft(props)
  const keeping = useRef<Typing>(undefined)
  const box = useRef<HTMLDivElement>(null)
  const wasRefused = useRef(false)
  const newest = useRef(props)
  newest.current = props

  const save = async (text: string, base: string): Promise<'kept' | 'refused'> => {
    const saved = await newest.current.save(text, base).catch((error: unknown): Told => {
      // More than the door lets in will not get smaller by trying again.
      if (error instanceof DoorRefused && error.error.code === 'too_large')
        return tellDoor(words, error)
      // Tried again until the person has made room; until then they are told.
      const isDisk = error instanceof DoorRefused && disk.includes(error.error.code)
      hindered.current = isDisk ? tellDoor(words, error) : undefined
      setTold(hindered.current)
      throw error
    })
    hindered.current = undefined
    const isReason = typeof saved === 'object'
    setTold(!isReason ? undefined : 'facts' in saved ? tell(saved) : saved)
    return isReason ? 'refused' : saved
  }
  const begin = (start: string): Typing =>
    typing({
      name: props.name,
      start,
      save,
      onState: next => {
        wasRefused.current = next === 'refused'
        // While it is tried anew, what was said last still holds.
        if (next !== 'saving')
          standsInWindow(props.name, next === 'window' ? hindered.current : 'fine')
        if (next === 'saving' && hindered.current !== undefined) return
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
    // Whoever is back in the field meanwhile, or wrote on, goes on with what they began.
    if (box.current?.contains(document.activeElement) === true || !kept.isSettled()) return
    keeping.current = undefined
    put(undefined)
  }

  useEffect(() => () => newest.current.onTyped?.(undefined), [])

  return (
    <div ref={box} onBlur={() => void leave()}>
      {found === undefined ? null : (
        <ErrorNote
          kind="ask"
          said={words.claims.unsavedFound({ text: shortened(found.text) })}
          next=""
        >
          <span>
            <Button
              kind="small"
              onPress={() => {
                write(found.text, props.stored)
                leaveFound(found, 'taken')
              }}
            >
              {words.claims.takeUnsaved}
            </Button>{' '}
            <Button kind="small" onPress={() => leaveFound(found, 'dropped')}>
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
      {state !== 'fine' && told !== undefined ? (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })}>
          {state === 'window' ? <span>{words.saving.window}</span> : null}
        </ErrorNote>
      ) : state === 'fine' ? null : (
        <p role="status">{state === 'window' ? words.saving.window : words.saving.notTaken}</p>
      )}
    </div>
  )
}

/** Codes of what keeps a text from the disk until a person does something about it. */
const disk: readonly string[] = ['disk_full', 'folder_read_only', 'read_only']

const shownMax = 120
const shortened = (text: string) => (text.length > shownMax ? `${text.slice(0, shownMax)}…` : text)

/**
 * What was typed into a field and never confirmed, one text after the other: this tab's own from before it was loaded
 * again, and what closed tabs left. What is in place already is forgotten; nothing else is, until the person says so.
 */
function useLeft({
  name,
  stored,
}: Writing): [LeftText | undefined, (left: LeftText, how: 'taken' | 'dropped') => void] {
  const [left, setLeft] = useState<readonly LeftText[]>(() => ownLeft(name, stored))
  const inPlace = useRef(stored)
  inPlace.current = stored
  useEffect(() => {
    const stop = new AbortController()
    const look = async () => {
      const closed = await leftByClosed(name)
      if (stop.signal.aborted) return
      const news = closed.filter(one => one.text !== inPlace.current)
      closed.filter(one => !news.includes(one)).forEach(forgetLeft)
      setLeft(all => [...all.filter(one => one.place === ''), ...news])
    }
    const follow = async () => {
      for (;;) {
        const open = await openWith(name)
        await look()
        // One that is just being closed may still stand among the open ones, and one that is open is closed some day.
        if (open.length === 0) return
        await oneGone(open, stop.signal)
      }
    }
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted) throw error
    })
    return () => stop.abort()
  }, [name])
  const leave = (gone: LeftText, how: 'taken' | 'dropped') => {
    if (gone.place !== '') forgetLeft(gone)
    // Taken, it is this tab's own text and stands in the store until it is on disk.
    else if (how === 'dropped' && unsaved(name) === gone.text) dropUnsaved(name)
    setLeft(all => all.filter(one => one !== gone))
  }
  return [left[0], leave]
}

function ownLeft(name: string, stored: string): readonly LeftText[] {
  const text = unsaved(name)
  if (text === undefined) return []
  if (text !== stored) return [{ place: '', text }]
  dropUnsaved(name)
  return []
}
