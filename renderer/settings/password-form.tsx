import { useRef, useState } from 'react'
import type { AccountReply } from '../../contract/sync/account.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { useFirstField } from '../design/first-field.ts'
import { row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { useFormKeys } from '../design/form-keys.ts'
import * as look from './settings.css.ts'

interface Setting {
  /** The sign-in name of now; `undefined`: there is none, nor a password. */
  readonly name: string | undefined
  onSet(account: AccountReply): void
  onCancel(): void
}

const fields: Readonly<Record<string, 'name' | 'password' | 'current'>> = {
  name_taken: 'name',
  password_short: 'password',
  password_common: 'password',
  sign_in_wrong: 'current',
}

/** Chooses a name and a password, or changes them; the password of now shows that it is the person. */
export function PasswordForm({ name: before, onSet, onCancel }: Setting) {
  const words = useWords()
  const said = words.settings.district.signIn.form
  const { attempt, told, clear, busy } = useAct()
  const [name, setName] = useState(before ?? '')
  const [password, setPassword] = useState('')
  const [current, setCurrent] = useState('')
  const [isPressed, setIsPressed] = useState(false)
  const box = useRef<HTMLDivElement>(null)

  const isWhole = name.trim() !== '' && password !== '' && (before === undefined || current !== '')
  const save = async () => {
    if (busy) return
    setIsPressed(true)
    if (!isWhole) return
    const asked = { do: 'set' as const, name: name.trim(), password }
    const account = await attempt(() =>
      door.district.changeAccount(before === undefined ? asked : { ...asked, current }),
    )
    if (account !== undefined) onSet(account)
  }
  useFirstField(box)
  useFormKeys(box, { submit: () => void save(), cancel: onCancel })
  const at = told === undefined ? undefined : fields[told.code]
  const wrong = (field: 'name' | 'password' | 'current', missing: string, isMissing: boolean) => {
    if (at === field && told !== undefined) return `${told.said} ${told.next}`
    return isPressed && isMissing ? missing : undefined
  }
  const typed = (set: (value: string) => void) => (value: string) => {
    set(value)
    clear()
  }
  return (
    <div ref={box} className={look.panel} role="group" aria-label={said.title}>
      <TextField
        label={said.name}
        hint={said.nameHint}
        value={name}
        autoComplete="username"
        onValue={typed(setName)}
        error={wrong('name', said.nameMissing, name.trim() === '')}
      />
      <TextField
        label={before === undefined ? said.password : said.newPassword}
        hint={said.passwordHint}
        type="password"
        autoComplete="new-password"
        value={password}
        onValue={typed(setPassword)}
        error={wrong('password', said.passwordMissing, password === '')}
      />
      {before === undefined ? null : (
        <TextField
          label={said.current}
          type="password"
          autoComplete="current-password"
          value={current}
          onValue={typed(setCurrent)}
          error={wrong('current', said.currentMissing, current === '')}
        />
      )}
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void save()}>
          {said.save}
        </Button>
        <Button kind="bare" onPress={onCancel}>
          {said.cancel}
        </Button>
        <span role="status">{busy ? said.saving : null}</span>
      </div>
      {told === undefined || at !== undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </div>
  )
}
