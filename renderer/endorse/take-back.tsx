import { useState } from 'react'
import type { Row } from '../../contract/device/row.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { Sheet } from '../design/sheet.tsx'
import { row } from '../design/text.css.ts'

interface TakingBack {
  readonly given: Row<GivenEndorsement>
  onClose(): void
}

/** Asks why the district takes its word back, and says what stays. */
export function TakeBack({ given, onClose }: TakingBack) {
  const said = useWords().givenEndorsements
  const { act, told, busy } = useAct()
  const [reason, setReason] = useState('')
  const takeBack = async () => {
    const input = { endorsement: given.id, reason }
    if ((await act('endorsement.take-back', input)) !== undefined) onClose()
  }
  usePrimaryKey(busy ? undefined : () => void takeBack())
  return (
    <Sheet title={said.takeBackTitle({ name: given.body.endorsed.name })} open onClose={onClose}>
      <p>{said.takeBackLead}</p>
      <TextField label={said.reason} value={reason} rows={3} onValue={setReason} />
      {told === undefined ? null : <ErrorNote {...told} />}
      <span className={row}>
        <Button kind="danger" keys="Ctrl Enter" busy={busy} onPress={() => void takeBack()}>
          {said.takeBack}
        </Button>
        <Button onPress={onClose}>{said.keep}</Button>
      </span>
    </Sheet>
  )
}
