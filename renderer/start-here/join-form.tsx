import { useState } from 'react'
import type { Session } from '../../contract/device/session.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { quiet, row, small, stack } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { fieldOf } from './join-errors.ts'

interface Joining {
  /** Where the district was last, for a computer that joins again. */
  readonly address?: string
  onSession(session: Session): void
}

/** Joins a district by its address and a one-time code; what goes wrong stands at the field it is about. */
export function JoinForm({ address: known = '', onSession }: Joining) {
  const words = useWords()
  const said = words.welcome.joining
  const { attempt, told, clear, busy } = useAct()
  const [address, setAddress] = useState(known)
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState<'address' | 'code'>()

  const join = async () => {
    if (busy) return
    // A whole link carries the code in its fragment.
    const needed =
      address.trim() === ''
        ? 'address'
        : code.trim() === '' && !address.includes('#')
          ? 'code'
          : undefined
    setMissing(needed)
    clear()
    if (needed !== undefined) return
    const session = await attempt(() => door.setup({ join: { address, code } }))
    if (session !== undefined) onSession(session)
  }
  usePrimaryKey(() => void join())

  const at = told === undefined ? undefined : fieldOf(told.code)
  const sentence = told === undefined ? undefined : `${told.said} ${told.next}`
  return (
    <div className={stack}>
      <TextField
        label={said.address}
        hint={said.addressHint}
        value={address}
        type="text"
        onValue={value => {
          setAddress(value)
          setMissing(undefined)
        }}
        onEnter={() => void join()}
        error={
          missing === 'address' ? said.addressMissing : at === 'address' ? sentence : undefined
        }
      />
      <TextField
        label={said.code}
        hint={said.codeHint}
        value={code}
        onValue={value => {
          setCode(value)
          setMissing(undefined)
        }}
        onEnter={() => void join()}
        error={missing === 'code' ? said.codeMissing : at === 'code' ? sentence : undefined}
      />
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void join()}>
          {said.join}
        </Button>
        <span role="status">{busy ? said.asking({ address: address.trim() }) : null}</span>
      </div>
      {told === undefined || at !== undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
      <p className={`${small} ${quiet}`}>
        {said.key} {said.clear}
      </p>
    </div>
  )
}
