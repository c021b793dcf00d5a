import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import type { Anchor, Item } from '../../core/claim/record.ts'
import { useWords } from '../app/words.tsx'
import { HandedLink } from '../design/handed-link.tsx'
import { SeeFile, type FileHandle, type SeenPlace, type SeenReady } from '../see-file/see-file.tsx'
import { TextOfAnswer } from './answers.tsx'
import type { EvidenceHandle, Going } from './evidence-handle.ts'
import type { MarkedPlace } from './marked-places.ts'
import { PieceBar } from './piece-bar.tsx'
import { pointedWords } from './pointing.ts'
import * as look from './review.css.ts'

const backMs = 5_000

interface Showing {
  readonly item: Item
  readonly places: readonly MarkedPlace[]
  readonly going: Going | undefined
  /** Where the reader was when they left this piece. */
  readonly start: SeenPlace | undefined
  readonly ref: Ref<EvidenceHandle>
  onPlace(place: SeenPlace): void
}

/** One piece of evidence: the file in the viewer, a reflection's words, or a link. */
export function Piece(props: Showing) {
  const { item, going, start } = props
  const file = useRef<FileHandle>(null)
  const [place, setPlace] = useState<SeenPlace>(() => startOf(going, start))
  const [ready, setReady] = useState<SeenReady>()
  const toggle = () => file.current?.ask({ kind: 'toggle' })
  const back = () => file.current?.ask({ kind: 'seek', byMs: -backMs })
  useImperativeHandle(
    props.ref,
    () => ({
      point: () => pointedWords() ?? anchorAt(item.evidence, place),
      timeMs: () => place.timeMs,
      play: toggle,
      back,
    }),
    [item.evidence, place],
  )
  useEffect(() => {
    if (going !== undefined) file.current?.ask({ kind: 'go', ...startOf(going, undefined) })
  }, [going])

  return (
    <div className={look.shown}>
      <Caption item={item} />
      {item.file === undefined ? (
        <div className={look.pages}>
          <article className={look.page}>
            {item.link === undefined ? (
              <TextOfAnswer place={item.evidence} text={item.text ?? ''} places={props.places} />
            ) : (
              <LinkOfPiece link={item.link} />
            )}
          </article>
        </div>
      ) : (
        <>
          <SeeFile
            ref={file}
            sha256={item.file.sha256}
            mediaType={item.file.mediaType}
            title={item.title}
            start={startOf(going, start)}
            onReady={setReady}
            onPlace={at => {
              // Words stay marked until the reader is somewhere else.
              const next = { ...place, ...at, selection: at.selection }
              setPlace(without(next))
              props.onPlace(without(next))
            }}
          />
          <PieceBar
            item={item}
            ready={ready}
            place={place}
            places={props.places}
            onPlay={toggle}
            onBack={back}
          />
        </>
      )}
    </div>
  )
}

function Caption({ item }: { item: Item }) {
  const words = useWords()
  const shown: Readonly<Record<string, string>> = words.review.shown
  const facts = [
    words.review.happened({ day: item.happenedOn }),
    shown[item.shown] ?? '',
    item.released ? words.review.released : '',
    item.file === undefined ? '' : words.say.size(item.file.sizeBytes),
  ]
  return (
    <p className={look.caption}>
      {item.note === '' ? null : <>{item.note} </>}
      {facts.filter(fact => fact !== '').join(' · ')}
    </p>
  )
}

function LinkOfPiece({ link }: { link: string }) {
  const words = useWords().review
  return (
    <>
      <p className={look.written}>
        <HandedLink link={link} />
      </p>
      <p>{words.link}</p>
    </>
  )
}

/** The place in a piece as an anchor: its page or its time, and the words that are marked. */
function anchorAt(evidence: string, { page, timeMs, selection }: SeenPlace): Anchor {
  return {
    place: evidence,
    ...(page === undefined ? {} : { page }),
    ...(timeMs === undefined ? {} : { startMs: timeMs }),
    ...(selection === undefined ? {} : { quote: selection }),
  }
}

function startOf(going: Going | undefined, start: SeenPlace | undefined): SeenPlace {
  if (going === undefined) return start ?? {}
  const { page, startMs } = going.anchor
  return {
    ...(page === undefined ? {} : { page }),
    ...(startMs === undefined ? {} : { timeMs: startMs }),
  }
}

function without(place: {
  readonly page?: number
  readonly timeMs?: number
  readonly selection: string | undefined
}): SeenPlace {
  const { selection, ...at } = place
  return selection === undefined ? at : { ...at, selection }
}
