import { useState } from 'react'
import { keyIdInput } from '../../core/joint-act/key-change.ts'
import type { CommandInput } from '../../core/commands.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { measure, quiet, section, small } from '../design/text.css.ts'
import * as look from './key-changes.css.ts'

type Asking = CommandInput<'key-change.ask'>

/** Asks for another key to sign, or says that somebody else may have one. */
export function AskForm() {
  const words = useWords().keyChanges
  const { act, told, busy } = useAct()
  const [what, setWhat] = useState<Asking['what']>('rotate')
  const [key, setKey] = useState('')
  const [from, setFrom] = useState('')
  const [reason, setReason] = useState('')
  const [pressed, setPressed] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const isGivenUp = what === 'compromise'
  const isKey = keyIdInput.safeParse(key.trim()).success
  const at = Date.parse(from)
  const isTime = !Number.isNaN(at) && at <= Date.now()
  const ask = async () => {
    setPressed(true)
    setAsked(false)
    if (busy || reason.trim() === '' || (isGivenUp && !(isKey && isTime))) return
    const about = isGivenUp ? { key: key.trim(), from: at } : {}
    if ((await act('key-change.ask', { what, reason, ...about })) === undefined) return
    setAsked(true)
    setPressed(false)
    setReason('')
    setKey('')
    setFrom('')
  }
  usePrimaryKey(() => void ask())
  return (
    <section className={section}>
      <h2>{words.ask.title}</h2>
      <div className={look.form}>
        <SelectField
          label={words.ask.what}
          value={what}
          options={[
            { value: 'rotate', label: words.ask.rotate },
            { value: 'compromise', label: words.ask.compromise },
          ]}
          onValue={value => setWhat(value === 'compromise' ? 'compromise' : 'rotate')}
        />
        <p className={`${small} ${quiet} ${measure}`}>
          {isGivenUp ? words.ask.compromiseHint : words.ask.rotateHint}
        </p>
        {isGivenUp ? (
          <>
            <TextField
              label={words.ask.key}
              hint={words.ask.keyHint}
              value={key}
              onValue={setKey}
              error={pressed && !isKey ? words.ask.keyMissing : undefined}
            />
            <TextField
              label={words.ask.from}
              type="datetime-local"
              value={from}
              onValue={setFrom}
              error={pressed && !isTime ? words.ask.fromMissing : undefined}
            />
          </>
        ) : null}
        <TextField
          label={words.ask.reason}
          hint={words.ask.reasonHint}
          rows={3}
          value={reason}
          onValue={setReason}
          error={pressed && reason.trim() === '' ? words.ask.reasonMissing : undefined}
        />
        <span>
          <Button kind="primary" busy={busy} keys="Ctrl Enter" onPress={() => void ask()}>
            {words.ask.does}
          </Button>
        </span>
        <p role="status">{isAsked ? words.ask.asked : ''}</p>
        {told === undefined ? null : <ErrorNote {...told} />}
      </div>
    </section>
  )
}
