import { useState } from 'react'
import type { TrustRefused } from '../../contract/device/trust-lists.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { Sheet } from '../design/sheet.tsx'
import { row } from '../design/text.css.ts'

interface Accepting {
  /** The refusal that named the key. */
  readonly about: TrustRefused
  readonly busy: boolean
  /** What was typed last is not the fingerprint of this list. */
  readonly differs: boolean
  onAccept(typed: string): void
  onClose(): void
}

/**
 * Asks for the fingerprint that a person got by another way. This file's own is not shown before: whoever copies it
 * from here compares nothing.
 */
export function AcceptSheet({ about, busy, differs, onAccept, onClose }: Accepting) {
  const said = useWords().verify.lists
  const [typed, setTyped] = useState('')
  const accept = () => onAccept(typed)
  usePrimaryKey(accept)
  const why = said.acceptWhy({
    name: String(about.facts['name'] ?? ''),
    at: Number(about.facts['createdAt'] ?? 0),
  })
  return (
    <Sheet title={said.acceptTitle} open onClose={onClose} closeSaid={said.close}>
      <p>{why}</p>
      <TextField label={said.acceptLabel} value={typed} onValue={setTyped} onEnter={accept} />
      {differs ? (
        <ErrorNote said={said.acceptDiffers} next={said.refusals.BUNDLE_SIGNATURE.next} />
      ) : null}
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={accept}>
          {said.acceptDo}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {said.notNow}
        </Button>
      </div>
    </Sheet>
  )
}
