import { lazy, Suspense, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useAct } from '../app/act.ts'
import { useSync } from '../app/live.tsx'
import { RoomNote } from '../app/room-note.tsx'
import { needsAt } from '../app/sync-said.ts'
import { useFootNote } from '../app/foot-note.ts'
import { useGoOn } from '../app/go-on.ts'
import { useWords } from '../app/words.tsx'
import { Button, Key } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { LoadingLine } from '../design/progress.tsx'
import { quiet, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { OwnErasure } from '../erase-record/own-erasure.tsx'
import { forgetAll } from '../app/rows.ts'
import { lineGroups, type Line } from './line.ts'
import { focusLine, lineToGoOn } from './line-focus.ts'
import { useLineKeys } from './line-keys.ts'
import { LineRow } from './line-row.tsx'
import { TodayMargin } from './today-margin.tsx'
import * as look from './today.css.ts'
import { shownLines } from './today-lines.ts'
import { useToday } from './use-today.ts'

/** Rarely asked for, and made of what the first screen does without. */
const PutAway = lazy(async () => ({ default: (await import('./put-away.tsx')).PutAway }))

const refusedKey = /^refused /

type RefusedLine = Extract<Line['about'], { what: 'refused' }>

/** Today: what needs me, what I wait for, what fits in ten minutes. Dates are the spine of the page. */
export function TodayScreen() {
  const words = useWords()
  const today = useToday()
  const [, go] = useLocation()
  const goOn = useGoOn()
  const [search, setSearch] = useSearchParams()
  const { act, attempt, told, busy } = useAct()
  const { arriving } = useSync()
  const [asking, setAsking] = useState<RefusedLine>()
  const first = today?.lines[0]
  const forget = async (keys: readonly string[]) => {
    await attempt(async () => {
      for (const key of keys) await door.dismiss(key)
    })
    await forgetAll()
  }
  const bring = async ({ lost, keys }: RefusedLine) => {
    if (lost?.bring === undefined || busy) return
    const answer = await act('claim.bring', lost.bring)
    if (answer === undefined) return
    // They are in the other claim now: only then they go from here.
    await forget(keys)
    goOn(`/claims/${lost.claim}`)
  }
  const openFirst = () => {
    if (first === undefined || asking !== undefined) return
    if (first.about.what === 'refused' && first.about.lost?.bring !== undefined)
      void bring(first.about)
    else go(first.to)
  }
  const putOff = (key: string) => {
    if (refusedKey.test(key)) return
    const goOn = lineToGoOn(key)
    today?.putOff(key)
    if (goOn !== undefined) requestAnimationFrame(() => focusLine(goOn))
  }
  usePrimaryKey(first === undefined ? undefined : openFirst)
  useLineKeys({
    onFirst: openFirst,
    onPutOff: putOff,
  })
  const next = today?.lead.nextDay
  useFootNote(0, next === undefined ? undefined : words.frame.nextDate({ day: next }))

  if (today === undefined) {
    return (
      <Screen title={words.frame.place.today} titled="page">
        <LoadingLine label={words.frame.loading} />
      </Screen>
    )
  }
  const { shown, more } = shownLines(today.lines, search.has('all'))
  const dismiss = ({ about }: Line) => {
    if (about.what !== 'refused') return
    if (about.typed.length > 0) setAsking(about)
    else void forget(about.keys)
  }
  return (
    <Screen
      title={words.today.title({ day: today.facts.today })}
      titled="page"
      marginLabel={words.plan.checkIn.title}
      margin={<TodayMargin facts={today.facts} />}
    >
      <p className={look.lead}>
        {arriving === undefined ? (
          <Lead lead={today.lead} />
        ) : (
          // Of half of it nobody says that nothing needs them.
          `${words.saving.arriving(arriving)}. ${words.saving.arrivingNote}`
        )}
      </p>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
      <RoomNote />
      <OwnErasure />
      {lineGroups.map(group => (
        <Group
          key={group}
          title={
            group === 'since'
              ? words.today.groups.since({ day: today.facts.since })
              : words.today.groups[group]
          }
          lines={shown.filter(line => line.group === group)}
          first={shown[0]}
          today={today.facts.today}
          onDismiss={dismiss}
          onPutOff={line => putOff(line.key)}
          onBring={line => void (line.about.what === 'refused' && bring(line.about))}
        />
      ))}
      {asking === undefined ? null : (
        <Suspense>
          <PutAway
            typed={asking.typed}
            busy={busy}
            onClose={() => setAsking(undefined)}
            onPutAway={() => void forget(asking.keys).then(() => setAsking(undefined))}
          />
        </Suspense>
      )}
      <div className={look.more}>
        {more === 0 && !search.has('all') ? null : (
          <Button kind="bare" onPress={() => setSearch(more === 0 ? {} : { all: '' })}>
            {more === 0 ? words.today.fewer : words.today.more({ n: more })}
          </Button>
        )}
        {shown.length === 0 ? null : (
          <span className={`${small} ${quiet}`}>
            {words.today.snooze} <Key>S</Key>
          </span>
        )}
        {today.off === 0 ? null : (
          <span className={`${small} ${quiet}`}>
            {words.today.snoozed({ n: today.off })}
            <Button kind="bare" onPress={() => today.bringBack()}>
              {words.today.snoozedBack}
            </Button>
          </span>
        )}
      </div>
    </Screen>
  )
}

function Lead({
  lead,
}: {
  lead: { needs: number; answerDay: string | undefined; nextDay: string | undefined }
}) {
  const words = useWords()
  const sync = useSync()
  const { needs, answerDay, nextDay } = lead
  const date =
    answerDay !== undefined
      ? words.today.nextAnswer({ day: answerDay })
      : nextDay !== undefined
        ? words.today.nextDate({ day: nextDay })
        : ''
  // Nothing on the list, and yet the foot says that something needs the person: not said otherwise here.
  const isElsewhere = needs === 0 && needsAt(sync) !== undefined
  return [isElsewhere ? '' : words.today.needs({ n: needs }), date].filter(Boolean).join(' ')
}

interface Grouped {
  readonly title: string
  readonly lines: readonly Line[]
  readonly first: Line | undefined
  readonly today: string
  onDismiss(line: Line): void
  onPutOff(line: Line): void
  onBring(line: Line): void
}

function Group({ title, lines, first, today, onDismiss, onPutOff, onBring }: Grouped) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2 className={look.group}>{title}</h2>
      <ol>
        {lines.map(line => (
          <LineRow
            key={line.key}
            line={line}
            today={today}
            primary={line === first}
            onDismiss={() => onDismiss(line)}
            onPutOff={() => onPutOff(line)}
            onBring={() => onBring(line)}
          />
        ))}
      </ol>
    </section>
  )
}
