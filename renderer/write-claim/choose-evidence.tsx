import { useState } from 'react'
import { accepts } from '../../core/claim/preflight.ts'
import type { Slot } from '../../core/micro-credential/record.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { Sheet } from '../design/sheet.tsx'
import { quiet, ruled, small } from '../design/text.css.ts'
import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import * as look from './claim.css.ts'

interface Choosing {
  readonly slot: Slot
  readonly taken: readonly string[]
  onChoose(evidence: string): void
  onClose(): void
}

const shownMax = 50

/** Picks a piece of evidence for a slot: only what the slot takes. */
export function ChooseEvidence({ slot, taken, onChoose, onClose }: Choosing) {
  const words = useWords()
  const [looked, setLooked] = useState('')
  const rows = useRows('evidence.list', { q: looked, limit: shownMax })
  const fitting = (rows?.lines ?? []).filter(
    ({ row }) =>
      !taken.includes(row.id) && accepts(slot.accept, row.body.file?.mediaType ?? 'text/plain'),
  )
  return (
    <Sheet title={words.claims.chooseTitle({ slot: slot.label })} open onClose={onClose}>
      <TextField
        label={words.claims.chooseSearch}
        value={looked}
        onValue={setLooked}
        type="search"
      />
      <ul className={ruled}>
        {fitting.map(({ row }) => (
          <li key={row.id} className={look.line}>
            <div>
              <strong>{row.body.title}</strong>
              <p className={`${small} ${quiet}`}>
                {words.say.day(row.body.happenedOn)} {row.body.note}
              </p>
            </div>
            <Button
              kind="small"
              label={`${words.claims.use}: ${row.body.title}`}
              onPress={() => onChoose(row.id)}
            >
              {words.claims.use}
            </Button>
          </li>
        ))}
      </ul>
      {rows !== undefined && fitting.length === 0 ? <p>{words.claims.nothingToChoose}</p> : null}
      <span>
        <Button onPress={onClose}>{words.frame.close}</Button>
      </span>
    </Sheet>
  )
}
