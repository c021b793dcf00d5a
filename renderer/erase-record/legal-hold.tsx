import { useState } from 'react'
import type { Hold } from '../../core/person/hold.ts'
import { isHeld } from '../../core/person/hold.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { heading, quiet, small, voiceSmall } from '../design/text.css.ts'
import * as look from './erase-record.css.ts'

interface Holding {
  readonly person: string
  readonly hold: Hold | undefined
  nameOf(person: string | undefined): string
}

/** A legal hold on a record: who put it, why, and the way to put or lift one. */
export function LegalHold({ person, hold, nameOf }: Holding) {
  const words = useWords().erasure.hold
  const { act, told, busy } = useAct()
  const [reason, setReason] = useState('')
  const [pressed, setPressed] = useState(false)
  const put = async () => {
    setPressed(true)
    if (reason.trim() === '') return
    if ((await act('hold.put', { person, reason })) === undefined) return
    setReason('')
    setPressed(false)
  }
  return (
    <section className={look.step}>
      <h2 className={heading}>{words.title}</h2>
      {hold !== undefined && isHeld(hold) ? (
        <>
          <p>{words.inForce({ by: nameOf(hold.putBy), at: hold.putAt })}</p>
          <p className={voiceSmall}>{hold.reason}</p>
          <Button kind="small" busy={busy} onPress={() => void act('hold.lift', { person })}>
            {words.lift}
          </Button>
        </>
      ) : (
        <>
          <p className={`${small} ${quiet}`}>{words.none}</p>
          <div className={look.wide}>
            <TextField
              label={words.reason}
              value={reason}
              onValue={setReason}
              error={pressed && reason.trim() === '' ? words.reasonMissing : undefined}
            />
          </div>
          <Button kind="small" busy={busy} onPress={() => void put()}>
            {words.put}
          </Button>
        </>
      )}
      {told === undefined ? null : <ErrorNote {...told} />}
    </section>
  )
}
