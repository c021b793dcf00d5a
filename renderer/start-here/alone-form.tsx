import { useState } from 'react'
import type { Session } from '../../contract/device/session.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { row, stack } from '../design/text.css.ts'
import { door } from '../door/door.ts'

/** Begins without a district: a name, and that is all. */
export function AloneForm({ onSession }: { onSession(session: Session): void }) {
  const words = useWords()
  const said = words.welcome.alone
  const { attempt, told, busy } = useAct()
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)

  const begin = async () => {
    if (busy) return
    setMissing(name.trim() === '')
    if (name.trim() === '') return
    const session = await attempt(() => door.setup({ alone: { name: name.trim() } }))
    if (session !== undefined) onSession(session)
  }
  usePrimaryKey(() => void begin())

  return (
    <div className={stack}>
      <TextField
        label={said.name}
        hint={said.nameHint}
        value={name}
        autoComplete="name"
        onValue={setName}
        onEnter={() => void begin()}
        error={missing && name.trim() === '' ? said.nameMissing : undefined}
      />
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void begin()}>
          {said.begin}
        </Button>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </div>
  )
}
