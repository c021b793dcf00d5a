import { useState } from 'react'
import type { Badge } from '../../core/badge/record.ts'
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

interface Revoking {
  readonly badge: Row<Badge>
  readonly name: string
  onClose(): void
}

/** Asks why, says who will be told, and revokes for ever. */
export function RevokeBadge({ badge, name, onClose }: Revoking) {
  const words = useWords().issue
  const { act, told, busy } = useAct()
  const [reason, setReason] = useState('')
  const { title } = badge.body
  const revoke = async () => {
    const done = await act('badge.revoke', { badge: badge.id, reason })
    if (done !== undefined) onClose()
  }
  usePrimaryKey(busy ? undefined : () => void revoke())
  return (
    <Sheet title={words.revokeTitle({ title, name })} open onClose={onClose}>
      <p>{words.revokeFinal}</p>
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        rows={3}
        onValue={setReason}
      />
      <div>
        <h3>{words.told}</h3>
        <ul className={`${look.told} ${small}`}>
          <li>{words.toldHolder({ name })}</li>
          <li>{words.toldVerifiers}</li>
          <li>{words.toldOffice}</li>
        </ul>
      </div>
      {told === undefined ? null : <ErrorNote {...told} />}
      <span className={row}>
        <Button kind="danger" keys="Ctrl Enter" busy={busy} onPress={() => void revoke()}>
          {words.revokeDo}
        </Button>
        <Button onPress={onClose}>{words.keep}</Button>
      </span>
    </Sheet>
  )
}
