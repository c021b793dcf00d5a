import { workingDaysBetween } from '../../core/turnaround/working-days.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { quiet, small } from '../design/text.css.ts'
import * as look from './queue.css.ts'
import { claimCode, type QueueLine } from './queue.ts'

interface Lining {
  readonly line: QueueLine
  readonly today: string
  nameOf(person: string): string
  onRead(): void
}

/** One claim of the queue: its day, its title, what it will take, and the verb. */
export function LineOfQueue({ line, today, nameOf, onRead }: Lining) {
  const words = useWords().review
  const { calendar } = useSession()
  const lateDays = line.due === undefined ? 0 : workingDaysBetween(line.due, today, calendar)
  const reading =
    line.round === 1
      ? words.firstReading
      : line.round === 2
        ? words.secondReading
        : words.laterReading({ round: line.round })
  const name = line.isBlind ? '' : nameOf(line.owner)
  const facts = [
    words.code({ code: claimCode(line.claim) }),
    ...(name === '' ? [] : [words.by({ name })]),
    reading,
    words.attempt({ n: line.attempt }),
    line.usualMinutes === undefined
      ? words.usualUnknown
      : words.usual({ minutes: line.usualMinutes }),
    ...(line.review === undefined ? [] : [words.begun]),
  ]
  const verb = line.review === undefined ? words.read : words.goOn
  return (
    <li className={look.line}>
      {line.due === undefined ? (
        <span />
      ) : (
        <time dateTime={line.due} className={lateDays > 0 ? look.late : look.day}>
          {lateDays > 0
            ? words.late({ days: lateDays, day: line.due })
            : words.due({ day: line.due })}
        </time>
      )}
      <div>
        <h2 className={look.title}>{line.title}</h2>
        <p className={`${small} ${quiet}`}>{facts.join(' · ')}</p>
      </div>
      <Button kind="small" label={`${verb}: ${line.title}`} onPress={onRead}>
        {verb}
      </Button>
    </li>
  )
}
