import { dayOf } from '../../core/turnaround/working-days.ts'
import { useAct } from '../app/act.ts'
import { useGoOn } from '../app/go-on.ts'
import { LimitedTo } from '../app/limited-to.tsx'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { LoadingLine } from '../design/progress.tsx'
import { lead } from '../design/text.css.ts'
import { Finished } from './finished.tsx'
import { LineOfQueue } from './queue-line.tsx'
import * as look from './queue.css.ts'
import { Over } from './over.tsx'
import { leftReadings, nextAnswer, readingQueue, type QueueLine } from './queue.ts'

/** What waits for a coach, by the day it was promised, and what they have finished. */
export function QueueScreen() {
  const words = useWords()
  const { calendar } = useSession()
  const rows = useRows('reviews', {})
  const { act, told } = useAct()
  const goOn = useGoOn()
  const today = dayOf(Date.now(), calendar)
  const queue = rows === undefined ? [] : readingQueue(rows)
  const first = queue[0]

  const read = async (line: QueueLine) => {
    if (line.review !== undefined) return goOn(`/review/${line.review}`)
    const taken = await act('review.take', { claim: line.claim })
    const review = taken?.made['review']
    if (review !== undefined) goOn(`/review/${review}`)
  }
  const nameOf = (person: string) =>
    rows?.people.find(known => known.id === person)?.body.name ?? ''
  usePrimaryKey(first === undefined ? undefined : () => void read(first))

  return (
    <Screen
      title={words.review.title}
      actions={
        first === undefined ? null : (
          <Button kind="primary" keys="Ctrl Enter" onPress={() => void read(first)}>
            {first.review === undefined ? words.review.next : words.review.goOn}
          </Button>
        )
      }
    >
      {rows === undefined ? <LoadingLine label={words.frame.loading} /> : null}
      <LimitedTo as="coach" />
      {told === undefined ? null : <ErrorNote {...told} />}
      {rows === undefined ? null : queue.length === 0 ? (
        <Empty today={today} />
      ) : (
        <Waiting queue={queue} nameOf={nameOf} today={today} onRead={line => void read(line)} />
      )}
      {rows === undefined ? null : (
        <>
          <Over left={leftReadings(rows)} returned={rows.returned} />
          <Finished finished={rows.finished} />
        </>
      )}
    </Screen>
  )
}

interface Queueing {
  readonly queue: readonly QueueLine[]
  readonly today: string
  nameOf(person: string): string
  onRead(line: QueueLine): void
}

function Waiting({ queue, nameOf, today, onRead }: Queueing) {
  const words = useWords().review
  const times = queue.flatMap(line => line.usualMinutes ?? [])
  return (
    <>
      <p className={lead}>
        {words.lead({
          n: queue.length,
          here: queue.filter(line => line.review !== undefined).length,
          minutes: times.length < queue.length ? undefined : times.reduce((sum, n) => sum + n, 0),
        })}
      </p>
      <ul className={look.list} aria-label={words.queue}>
        {queue.map(line => (
          <LineOfQueue
            key={line.claim}
            line={line}
            today={today}
            nameOf={nameOf}
            onRead={() => onRead(line)}
          />
        ))}
      </ul>
    </>
  )
}

function Empty({ today }: { today: string }) {
  const words = useWords().review
  const { person } = useSession()
  const rows = useRows('claims', {})
  const mine = rows?.claims.filter(claim => claim.body.owner === person?.id) ?? []
  const day = nextAnswer(mine, today)
  return (
    <EmptyState>
      <strong>{words.empty}</strong>
      <p>{words.emptyWhy}</p>
      {day === undefined ? null : <p>{words.emptyDate({ day })}</p>}
    </EmptyState>
  )
}
