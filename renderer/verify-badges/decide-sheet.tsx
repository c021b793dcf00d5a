import { useEffect, useRef, useState } from 'react'
import type { CauseChoice } from '../../core/badge/cause.ts'
import type { Group } from '../../contract/device/verifying.ts'
import { whoseSaid } from '../../words/whose-said.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Pick, TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { Sheet } from '../design/sheet.tsx'
import { quiet, row, small } from '../design/text.css.ts'
import { causeSaid } from './cause-said.ts'
import { dayIn, endOfDay } from './last-day.ts'

/** A decision ends after a month where nobody says otherwise, and within a year in any case (days). */
const usualDays = 30
const daysMax = 365

interface Deciding {
  readonly group: Group
  /** What was pressed; where nothing was, what is offered first. */
  readonly choice: CauseChoice | undefined
  onClose(): void
  onDecided(): void
}

/** One decision for every badge with a cause: what, why, until when, and by whom. */
export function DecideSheet({ group, choice: first, onClose, onDecided }: Deciding) {
  const words = useWords()
  const { many } = words.verify
  const whose = whoseSaid(many, group.issuer)
  const { person } = useSession()
  const { act, told, busy } = useAct()
  const [choice, setChoice] = useState<CauseChoice>(
    first ?? (group.mayAccept ? 'accepted' : 'asking'),
  )
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(dayIn(usualDays, Date.now()))
  const [isTried, setTried] = useState(false)
  const until = endOfDay(day)
  const [least, most] = [dayIn(0, Date.now()), dayIn(daysMax, Date.now())]
  const isDay = until !== undefined && day >= least && day <= most

  const decide = async () => {
    setTried(true)
    if (reason.trim() === '' || !isDay || group.cause === undefined || busy) return
    const done = await act('cause.decide', {
      cause: group.cause,
      choice,
      reason: reason.trim(),
      until,
    })
    if (done !== undefined) onDecided()
  }
  usePrimaryKey(() => void decide())
  // One comes to write a reason: everything else has a usual answer.
  const asking = useRef<HTMLDivElement>(null)
  useEffect(() => asking.current?.querySelector('textarea')?.focus(), [])

  const choices: readonly CauseChoice[] = group.mayAccept
    ? ['accepted', 'asking', 'left']
    : ['asking', 'left']
  return (
    <Sheet
      title={many.decideHead({ n: group.count })}
      open
      onClose={onClose}
      closeSaid={many.close}
    >
      <p className={quiet}>
        {many.cause({ cause: causeSaid(words, group), n: group.count })}
        {whose === '' ? '' : ` · ${whose}`}
      </p>
      <Pick
        legend={many.chooseLegend}
        name="choice"
        value={choice}
        options={choices.map(value => ({ value, label: many.choose[value] }))}
        {...(group.mayAccept ? {} : { hint: many.notAcceptable })}
        onValue={value => setChoice(choices.find(one => one === value) ?? choice)}
      />
      <div ref={asking}>
        <TextField
          label={many.reason}
          hint={many.reasonHint}
          error={isTried && reason.trim() === '' ? many.reasonMissing : undefined}
          value={reason}
          rows={3}
          onValue={setReason}
        />
      </div>
      <TextField
        label={many.until}
        hint={many.untilHint}
        error={isTried && !isDay ? many.untilMissing : undefined}
        type="date"
        value={day}
        min={least}
        max={most}
        onValue={setDay}
      />
      <p className={`${small} ${quiet}`}>{many.by({ name: person?.name ?? '' })}</p>
      {told === undefined ? null : <ErrorNote {...told} />}
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void decide()}>
          {many.decideDo({ n: group.count })}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {many.decideNot}
        </Button>
      </div>
    </Sheet>
  )
}
