import { useEffect, useRef } from 'react'
import type { Anchor } from '../../core/claim/record.ts'
import { useAct } from '../app/act.ts'
import { door } from '../door/door.ts'
import { unsaved } from '../door/unsaved.ts'
import { markId, type MarkedPlace } from './marked-places.ts'
import type { Reading } from './open-reading.ts'
import { useActiveTime } from './use-active-time.ts'

/** Time that is worth a line in the record when the reader leaves (ms). */
const leaveMsMin = 10_000
const waitMs = 50
/** So long words that are being typed may take to reach the disk before the reading is finished (ms). */
const settleMsMax = 5_000

/** The window's own name of a comment that is being typed. */
export const commentName = (review: string, criterion: string): string =>
  `review.${review}.${criterion}`

/** What a reader does to a reading, each with the time they spent on it. */
export function useJudging(reading: Reading) {
  const { act, tried, attempt, told, clear } = useAct()
  const time = useActiveTime()
  const review = reading.review.id
  const { criteria } = reading.review.body
  const newest = useRef({ time, isOver: false })
  newest.current = { ...newest.current, time }

  useEffect(
    () => () => {
      const { time: counted, isOver } = newest.current
      const activeMs = isOver ? 0 : counted.take()
      if (activeMs < leaveMsMin) return
      // Minutes alone: what was judged may be another by now, on the reader's other computer.
      door.command('review.spend', { review, activeMs }).catch(() => {
        // The program was closed while the reader left: minutes are lost, nothing else.
      })
    },
    [review],
  )

  return {
    told,
    clear,
    time,
    rate: (criterion: string, rank: number) =>
      act('review.rate', { review, criterion, rank, activeMs: time.take() }),
    point: (criterion: string, anchor: Anchor) =>
      act('review.anchor', {
        review,
        criterion,
        mark: markId(Date.now(), crypto.randomUUID()),
        anchor,
      }),
    move: ({ criterion, mark }: MarkedPlace, anchor: Anchor | null) =>
      act('review.anchor', { review, criterion, mark, anchor }),
    hide: (anchor: Anchor) =>
      act('review.mask', { review, mark: markId(Date.now(), crypto.randomUUID()), anchor }),
    showAgain: (mark: string) => act('review.mask', { review, mark, anchor: null }),
    async giveBack() {
      newest.current.isOver = true
      return act('review.give-back', { review })
    },
    async finish() {
      await typedIsKept(criteria.map(criterion => commentName(review, criterion)))
      const activeMs = time.take()
      if (activeMs > 0) await attempt(() => door.command('review.spend', { review, activeMs }))
      const done = await tried(() => door.finishReview(review))
      newest.current.isOver = done !== undefined
      return done
    },
  }
}

export type Judging = ReturnType<typeof useJudging>

/** Resolves when nothing that was typed is on its way any more, or after a while. */
async function typedIsKept(names: readonly string[]): Promise<void> {
  for (let waited = 0; waited < settleMsMax; waited += waitMs) {
    if (names.every(name => unsaved(name) === undefined)) return
    await new Promise(resolve => setTimeout(resolve, waitMs))
  }
}
