import { useEffect, useRef, useState } from 'react'
import { dayOf } from '../../core/turnaround/working-days.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Answer } from '../design/answer.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import {
  checkInFields,
  emptyCheckIn,
  isEmptyCheckIn,
  readCheckInDraft,
  takeLeftCheckIn,
  writeCheckInDraft,
} from './check-in-draft.ts'
import * as look from './check-in.css.ts'
import { useFormKeys } from '../design/form-keys.ts'

interface CheckingIn {
  readonly goal: string
  /** One primary action a screen: only where checking in is it. */
  readonly primary?: boolean
  onKept?(): void
  /** Opened by a key or a press: the first answer takes the focus, Escape closes. What was typed stays. */
  onLeave?(): void
}

/** Three short questions about a goal; a minute is enough. What is typed stays until it is kept. */
export function CheckInForm({ goal, primary, onKept, onLeave }: CheckingIn) {
  const words = useWords()
  const said = words.plan.checkIn
  const { calendar } = useSession()
  const { act, told, busy } = useAct()
  const [text, setText] = useState(() => readCheckInDraft(goal))
  const [state, setState] = useState<'writing' | 'kept' | 'missing'>('writing')
  // An answer owns its text while it has the focus: a new round gives it a new field.
  const [round, setRound] = useState(0)

  const newest = useRef(text)
  newest.current = text
  const box = useRef<HTMLDivElement>(null)
  const isAsked = onLeave !== undefined
  useEffect(() => {
    if (isAsked) box.current?.querySelector<HTMLElement>('[role=textbox]')?.focus()
  }, [isAsked])

  // After each round: what a closed tab had written for this goal goes on here.
  useEffect(() => {
    let isGone = false
    const take = async () => {
      const left = await takeLeftCheckIn(goal)
      if (left === undefined || isGone) return
      setText(left)
      setRound(now => now + 1)
    }
    void take()
    return () => {
      isGone = true
    }
  }, [goal, round])

  const keep = async () => {
    if (busy) return
    if (isEmptyCheckIn(text)) {
      setState('missing')
      return
    }
    const answer = await act('plan.check-in', { goal, on: dayOf(Date.now(), calendar), ...text })
    if (answer === undefined) return
    // Whoever wrote on while it was kept keeps those words, and the form.
    if (newest.current !== text) return
    writeCheckInDraft(goal, emptyCheckIn)
    setText(emptyCheckIn)
    setRound(round + 1)
    setState('kept')
    onKept?.()
  }
  useFormKeys(box, { submit: () => void keep(), cancel: () => onLeave?.() })
  return (
    <div className={look.form} ref={box}>
      {checkInFields.map(field => (
        <div key={`${field} ${round}`}>
          <p className={look.ask} aria-hidden="true">
            {said[field]}
          </p>
          <Answer
            kind="lined"
            label={said[field]}
            text={text[field]}
            onText={value => {
              const next = { ...text, [field]: value }
              writeCheckInDraft(goal, next)
              setText(next)
              setState('writing')
            }}
          />
        </div>
      ))}
      <div className={look.keep}>
        <Button
          kind={primary === true ? 'primary' : 'plain'}
          busy={busy}
          keys="Ctrl Enter"
          onPress={() => void keep()}
        >
          {said.keep}
        </Button>
        <span className={look.note} role="status">
          {state === 'kept' ? said.kept : state === 'missing' ? said.missing : said.minute}
        </span>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </div>
  )
}
