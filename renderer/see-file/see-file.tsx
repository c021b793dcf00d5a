import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import type { FileAddress, ViewerAsked, ViewerTells } from '../../contract/device/door.ts'
import { tellDoor } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { door } from '../door/door.ts'
import * as look from './see-file.css.ts'
import { Unseen, type WhyUnseen } from './unseen.tsx'
import { saveFile } from './save-file.ts'
import { readTold } from './viewer-told.ts'

/** Where a person is in a file: a page (from 1), a time (ms from the start), the words they marked. */
export type SeenPlace = Omit<Extract<ViewerTells, { kind: 'place' }>, 'kind' | 'playing'>
export type SeenReady = Omit<Extract<ViewerTells, { kind: 'ready' }>, 'kind'>

/** What a screen may ask of the file it shows. */
export interface FileHandle {
  ask(asked: ViewerAsked): void
}

interface Seeing {
  readonly sha256: string
  readonly mediaType: string
  /** Under which name it is saved; without one, under that of its bytes. */
  readonly name?: string
  /** What the frame is called for those who hear it. */
  readonly title: string
  readonly ref?: Ref<FileHandle>
  /** Where to begin. */
  readonly start?: SeenPlace
  onPlace?(place: SeenPlace): void
  onReady?(ready: SeenReady): void
}

/** How often in a row an address that ended is renewed without the file having been in sight. */
const renewalsMax = 2

/**
 * A stranger's file, shown by the viewer in a frame of another origin. Keys that the viewer has no use for come out of
 * the frame, so that a screen's keys work from inside it too. An address that ends meanwhile is renewed, and the file
 * goes on where it was.
 */
export function SeeFile(props: Seeing) {
  const words = useWords()
  const session = useSession()
  const frame = useRef<HTMLIFrameElement>(null)
  const newest = useRef(props)
  newest.current = props
  const place = useRef<SeenPlace>({ ...props.start })
  const isPlaying = useRef(false)
  const renewals = useRef(0)
  const hadFocus = useRef(false)
  const [address, setAddress] = useState<FileAddress>()
  const [unseen, setUnseen] = useState<WhyUnseen>()
  const [tries, setTries] = useState(0)
  const { viewerOrigin } = session

  const ask = useCallback(
    (asked: ViewerAsked) => frame.current?.contentWindow?.postMessage(asked, viewerOrigin),
    [viewerOrigin],
  )
  useImperativeHandle(props.ref, () => ({ ask }), [ask])

  useEffect(() => {
    let isOver = false
    setUnseen(undefined)
    door
      .fileAddress(props.sha256, newest.current.name)
      .then(told => {
        if (!isOver) setAddress(told)
      })
      .catch((error: unknown) => {
        if (!isOver) setUnseen({ why: 'refused', told: tellDoor(words, error) })
      })
    return () => {
      isOver = true
    }
  }, [props.sha256, tries, words])

  useEffect(() => {
    const onMessage = (message: MessageEvent<unknown>) => {
      if (message.origin !== viewerOrigin) return
      if (message.source !== frame.current?.contentWindow) return
      const told = readTold(message.data)
      if (told === undefined) return
      if (told.kind === 'failed') {
        if (told.why === 'gone' && renewals.current < renewalsMax) {
          renewals.current += 1
          hadFocus.current = document.activeElement === frame.current
          setTries(count => count + 1)
        } else setUnseen({ why: told.why })
      }
      if (told.kind === 'key') passKey(frame.current, told)
      if (told.kind === 'place') {
        const { kind: _kind, playing, ...at } = told
        if (playing !== undefined) isPlaying.current = playing
        place.current = { ...place.current, ...at }
        newest.current.onPlace?.(at)
      }
      if (told.kind === 'ready') {
        const { kind: _kind, ...ready } = told
        if (ready.shows === 'nothing') setUnseen({ why: 'nothing' })
        const to = goingTo(place.current)
        if (Object.keys(to).length > 0) ask({ kind: 'go', ...to })
        if (renewals.current > 0) {
          if (hadFocus.current) frame.current?.focus()
          if (isPlaying.current) ask({ kind: 'play' })
        }
        renewals.current = 0
        newest.current.onReady?.(ready)
      }
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [viewerOrigin, ask])

  const save = () =>
    saveFile(props.sha256, props.name).catch((error: unknown) =>
      setUnseen({ why: 'refused', told: tellDoor(words, error) }),
    )
  const isLow = unseen !== undefined || props.mediaType.startsWith('audio/')
  const src = address === undefined ? undefined : `${address.url}&theme=${session.theme}`
  return (
    <div className={isLow ? look.low : look.seen}>
      {src === undefined && unseen === undefined ? (
        <LoadingLine label={words.see.fetching} />
      ) : null}
      {unseen === undefined ? null : (
        <div className={look.note}>
          <Unseen
            unseen={unseen}
            title={props.title}
            onSave={address === undefined ? undefined : () => void save()}
            onAgain={() => {
              setAddress(undefined)
              renewals.current = 0
              setTries(tries + 1)
            }}
          />
        </div>
      )}
      {src === undefined ? null : (
        <iframe
          key={src}
          ref={frame}
          className={unseen === undefined ? look.frame : look.unshown}
          src={src}
          title={words.see.frame({ title: props.title })}
          referrerPolicy="no-referrer"
          allow="autoplay"
          sandbox="allow-scripts allow-same-origin"
        />
      )}
    </div>
  )
}

const goingTo = ({ page, timeMs, top }: SeenPlace) => ({
  ...(page === undefined ? {} : { page }),
  ...(timeMs === undefined ? {} : { timeMs }),
  ...(top === undefined ? {} : { top }),
})

/** Presses a key in the page, as if the frame were an element like any other. */
function passKey(
  frame: HTMLIFrameElement | null,
  told: Extract<ViewerTells, { kind: 'key' }>,
): void {
  const key = { key: told.key, ctrlKey: told.ctrl, shiftKey: told.shift }
  frame?.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))
}
