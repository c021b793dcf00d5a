import { useRef, useState } from 'react'
import type { AccountReply } from '../../contract/sync/account.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useFirstField } from '../design/first-field.ts'
import { row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { useFormKeys } from '../design/form-keys.ts'
import * as look from './settings.css.ts'

interface Removing {
  onRemoved(account: AccountReply): void
  onCancel(): void
}

/** Takes name and password away; whoever does it says the password. */
export function RemoveSignIn({ onRemoved, onCancel }: Removing) {
  const said = useWords().settings.district.signIn.form
  const { attempt, told, clear, busy } = useAct()
  const [current, setCurrent] = useState('')
  const [isPressed, setIsPressed] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const remove = async () => {
    setIsPressed(true)
    if (busy || current === '') return
    const account = await attempt(() => door.district.changeAccount({ do: 'remove', current }))
    if (account !== undefined) onRemoved(account)
  }
  useFirstField(box)
  useFormKeys(box, { submit: () => void remove(), cancel: onCancel })
  const missing = isPressed && current === '' ? said.currentMissing : undefined
  return (
    <div ref={box} className={look.panel} role="group" aria-label={said.removeTitle}>
      <p>{said.removeWhat}</p>
      <TextField
        label={said.current}
        type="password"
        autoComplete="current-password"
        value={current}
        onValue={value => {
          setCurrent(value)
          clear()
        }}
        error={told === undefined ? missing : `${told.said} ${told.next}`}
      />
      <div className={row}>
        <Button kind="danger" busy={busy} onPress={() => void remove()}>
          {said.removeNow}
        </Button>
        <Button kind="bare" onPress={onCancel}>
          {said.cancel}
        </Button>
      </div>
    </div>
  )
}
