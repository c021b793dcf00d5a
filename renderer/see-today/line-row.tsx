import { useTell } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { keyOnPrimary } from '../design/button.css.ts'
import { TextLink } from '../design/link.tsx'
import { unseen, voiceSmall } from '../design/text.css.ts'
import type { Line, LineGroup } from './line.ts'
import { lineSaid } from './line-said.ts'
import * as look from './today.css.ts'
import { Track } from './track.tsx'

interface Showing {
  readonly line: Line
  readonly today: string
  /** The first line's action is the screen's. */
  readonly primary: boolean
  onDismiss(): void
  /** Puts the line off until tomorrow. */
  onPutOff(): void
  /** Brings what was lost into the claim that counts. */
  onBring(): void
}

/** One line of Today: its day, verb and thing, why, minutes, and the one action. */
export function LineRow({ line, today, primary, onDismiss, onPutOff, onBring }: Showing) {
  const words = useWords()
  const tell = useTell()
  const said = lineSaid(words, line, tell)
  const refused = line.about.what === 'refused' ? line.about : undefined
  const brings = refused?.lost?.bring !== undefined
  const late = line.about.what === 'onItsWay' && line.about.lateDays > 0
  return (
    <li className={look.line}>
      <LineDay day={line.day} today={today} group={line.group} />
      <div>
        <strong className={look.what}>{said.what}</strong>
        {said.why === '' ? null : (
          <span className={late || refused !== undefined ? look.whyLate : look.why}>
            {said.why}
          </span>
        )}
        {refused?.typed.map((text, n) => (
          <blockquote key={n} className={voiceSmall}>
            {text}
          </blockquote>
        ))}
        {line.about.what === 'onItsWay' ? <Track stations={line.about.stations} /> : null}
      </div>
      <div className={look.end} data-line={line.key}>
        {refused === undefined ? (
          <span className={look.putOff}>
            <Button kind="bare" onPress={onPutOff}>
              {words.today.snooze}
              <span className={unseen}>: {said.what}</span>
            </Button>
          </span>
        ) : null}
        {line.minutes === undefined ? null : (
          <span className={look.minutes}>{words.today.minutes({ n: line.minutes })}</span>
        )}
        {refused === undefined ? null : (
          <Button kind="bare" onPress={onDismiss}>
            {words.today.putAway}
          </Button>
        )}
        {brings ? (
          <Button
            kind={primary ? 'primary' : 'plain'}
            keys={primary ? 'Enter' : undefined}
            onPress={onBring}
          >
            {words.today.line.refused.lost.bring}
          </Button>
        ) : null}
        <span>
          <TextLink to={line.to} as={brings ? 'bare' : primary ? 'primary' : 'plain'}>
            {said.action}
            {/* In a list of links, out of its row, the verb alone says nothing. */}
            <span className={unseen}>: {said.what}</span>
            {primary && !brings ? (
              <kbd className={keyOnPrimary} aria-hidden="true">
                Enter
              </kbd>
            ) : null}
          </TextLink>
        </span>
      </div>
    </li>
  )
}

function LineDay({
  day,
  today,
  group,
}: {
  readonly day: string | undefined
  readonly today: string
  readonly group: LineGroup
}) {
  const words = useWords()
  if (day === undefined) {
    return <span className={look.day}>{group === 'away' ? null : words.today.day.anyTime}</span>
  }
  const said = day === today ? words.today.day.today : words.say.day(day)
  return (
    <time dateTime={day} className={group === 'needs' && day <= today ? look.dayNow : look.day}>
      {said}
    </time>
  )
}
