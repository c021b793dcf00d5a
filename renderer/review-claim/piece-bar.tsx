import type { Item } from '../../core/claim/record.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import type { SeenPlace, SeenReady } from '../see-file/see-file.tsx'
import type { MarkedPlace } from './marked-places.ts'
import { placeSaid } from '../app/place-said.ts'
import * as look from './review.css.ts'

interface Barring {
  readonly item: Item
  readonly ready: SeenReady | undefined
  readonly place: SeenPlace
  readonly places: readonly MarkedPlace[]
  onPlay(): void
  onBack(): void
}

/** Under a film or a recording: play, back, and where the marks are. Under pages: which one is in sight. */
export function PieceBar({ item, ready, place, places, onPlay, onBack }: Barring) {
  const words = useWords().review
  if (ready?.shows === 'pdf') {
    return (
      <div className={look.bar}>
        <span>{words.page({ page: place.page ?? 1, pages: ready.pages })}</span>
      </div>
    )
  }
  if (ready?.shows !== 'audio' && ready?.shows !== 'video') return null
  const atMs = place.timeMs ?? 0
  return (
    <div className={look.bar}>
      <span className={look.barButtons}>
        <Button kind="small" keys="P" onPress={onPlay}>
          {words.play}
        </Button>
        <Button kind="small" keys="B" onPress={onBack}>
          {words.backFive}
        </Button>
      </span>
      {ready.lengthMs === undefined ? (
        <span />
      ) : (
        <Line item={item} lengthMs={ready.lengthMs} atMs={atMs} places={places} />
      )}
      <span>{words.at({ atMs, lengthMs: ready.lengthMs })}</span>
    </div>
  )
}

interface Lining {
  readonly item: Item
  readonly lengthMs: number
  readonly atMs: number
  readonly places: readonly MarkedPlace[]
}

function Line({ item, lengthMs, atMs, places }: Lining) {
  const words = useWords()
  const marked = places.filter(place => place.anchor.place === item.evidence)
  const percent = (ms: number) => `${Math.min(100, (ms / Math.max(1, lengthMs)) * 100)}%`
  const label = [
    item.title,
    words.review.at({ atMs, lengthMs }),
    ...marked.map(({ n, anchor }) =>
      words.review.anchor.numbered({ n, place: placeSaid(words, anchor) }),
    ),
  ].join(', ')
  return (
    <div className={look.line} role="img" aria-label={label}>
      {marked.map(({ n, mark, anchor }) =>
        anchor.startMs === undefined ? null : (
          <b
            key={mark}
            className={look.span}
            style={{
              left: percent(anchor.startMs),
              width: percent((anchor.endMs ?? anchor.startMs) - anchor.startMs),
            }}
          >
            {n}
          </b>
        ),
      )}
      <u className={look.now} style={{ left: percent(atMs) }} />
    </div>
  )
}
