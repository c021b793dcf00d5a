import type { CauseChoice } from '../../core/badge/cause.ts'
import type { CauseDecided, Group } from '../../contract/device/verifying.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { decidedSaid } from './decided-said.ts'
import { dayIn, endOfDay } from './last-day.ts'
import * as look from './why.css.ts'

const usualDays = 30

interface Deciding {
  readonly group: Group
  readonly mayDecide: boolean
  /** What was decided about them until its end. */
  readonly ended: CauseDecided | undefined
  onDecide(group: Group, choice: CauseChoice): void
  onUndo(group: Group): void
}

/** The one decision for everything with this cause: what one may decide, or what was decided. */
export function DecideBox({ group, mayDecide, ended, onDecide, onUndo }: Deciding) {
  const words = useWords()
  const { many } = words.verify
  const { cause, decided, count, mayAccept } = group
  if (cause === undefined) return null
  if (decided !== undefined)
    return (
      <section className={look.decided}>
        <h3>{decidedSaid(words, decided)}</h3>
        <p className={look.voiceOfReason}>{many.decidedReason({ reason: decided.reason })}</p>
        <p>{many.decidedAt({ at: decided.decidedAt })}</p>
        {mayDecide ? <Button onPress={() => onUndo(group)}>{many.undo}</Button> : null}
      </section>
    )
  const until = endOfDay(dayIn(usualDays, Date.now())) ?? Date.now()
  return (
    <section className={look.decide}>
      <h3>{many.decideHead({ n: count })}</h3>
      {ended === undefined ? null : (
        <p>{many.decidedEnded({ said: decidedSaid(words, ended), reason: ended.reason })}</p>
      )}
      <p>{mayDecide ? many.decideWhy : many.decideOffice}</p>
      {mayDecide ? (
        <>
          {mayAccept ? (
            <Button onPress={() => onDecide(group, 'accepted')}>
              {many.accept({ at: until })}
            </Button>
          ) : null}
          <Button onPress={() => onDecide(group, 'asking')}>{many.choose.asking}</Button>
          <Button kind="bare" onPress={() => onDecide(group, 'left')}>
            {many.choose.left}
          </Button>
        </>
      ) : null}
    </section>
  )
}
