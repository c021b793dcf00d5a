import { useState } from 'react'
import type { Row } from '../../contract/device/row.ts'
import type { Endorsement } from '../../core/endorsement/record.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { Sheet } from '../design/sheet.tsx'
import { row } from '../design/text.css.ts'

interface TakingOff {
  readonly endorsement: Row<Endorsement>
  onClose(): void
}

/** Asks why an endorsement is shown no longer, and says what stays. */
export function TakeOff({ endorsement, onClose }: TakingOff) {
  const said = useWords().endorsements
  const { act, told, busy } = useAct()
  const [reason, setReason] = useState('')
  const takeOff = async () => {
    const input = { endorsement: endorsement.id, reason }
    if ((await act('endorsement.withdraw', input)) !== undefined) onClose()
  }
  usePrimaryKey(busy ? undefined : () => void takeOff())
  const name = endorsement.body.said?.issuer.name ?? said.file
  return (
    <Sheet title={said.takeOffTitle({ name })} open onClose={onClose}>
      <p>{said.takeOffLead}</p>
      <TextField label={said.reason} value={reason} rows={3} onValue={setReason} />
      {told === undefined ? null : <ErrorNote {...told} />}
      <span className={row}>
        <Button kind="danger" keys="Ctrl Enter" busy={busy} onPress={() => void takeOff()}>
          {said.takeOff}
        </Button>
        <Button onPress={onClose}>{said.keep}</Button>
      </span>
    </Sheet>
  )
}
