import { useState } from 'react'
import type { Claim } from '../../core/claim/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { Sheet } from '../design/sheet.tsx'
import { row, small } from '../design/text.css.ts'
import * as look from './issue.css.ts'

interface Setting {
  readonly claim: Row<Claim>
  readonly name: string
  onClose(): void
}

/** Sets a claim aside, so that no badge is approved for it: asks why, and says who reads that. */
export function SetAside({ claim, name, onClose }: Setting) {
  const { issue } = useWords()
  const words = issue.aside
  const { act, told, busy } = useAct()
  const [reason, setReason] = useState('')
  const { title } = claim.body
  const set = async () => {
    const done = await act('claim.set-aside', { claim: claim.id, reason })
    if (done !== undefined) onClose()
  }
  usePrimaryKey(busy ? undefined : () => void set())
  return (
    <Sheet title={words.sheet({ title, name })} open onClose={onClose}>
      <p>{words.why}</p>
      <TextField
        label={issue.reason}
        hint={words.reasonHint}
        value={reason}
        rows={3}
        onValue={setReason}
      />
      <div>
        <h3>{issue.told}</h3>
        <ul className={`${look.told} ${small}`}>
          <li>{words.toldOwner({ name })}</li>
          <li>{words.toldReader}</li>
          <li>{issue.toldOffice}</li>
        </ul>
      </div>
      {told === undefined ? null : <ErrorNote {...told} />}
      <span className={row}>
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void set()}>
          {words.do}
        </Button>
        <Button onPress={onClose}>{words.keep}</Button>
      </span>
    </Sheet>
  )
}
