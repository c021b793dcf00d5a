import { useState } from 'react'
import type { Slot } from '../../core/micro-credential/record.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { Sheet } from '../design/sheet.tsx'
import { quiet, ruled, small } from '../design/text.css.ts'
import { useWords } from '../app/words.tsx'
import { pieceName } from '../gather-evidence/piece-name.ts'
import { ReadOn } from '../gather-evidence/read-on.tsx'
import * as look from './claim.css.ts'
import { useFitting } from './use-fitting.ts'

interface Choosing {
  readonly slot: Slot
  readonly taken: readonly string[]
  onChoose(evidence: string): void
  onClose(): void
}

/** Picks a piece of evidence for a slot: only what the slot takes. */
export function ChooseEvidence({ slot, taken, onChoose, onClose }: Choosing) {
  const words = useWords()
  const [looked, setLooked] = useState('')
  const found = useFitting(slot, looked)
  const fitting = found?.pieces.filter(({ id }) => !taken.includes(id)) ?? []
  return (
    <Sheet title={words.claims.chooseTitle({ slot: slot.label })} open onClose={onClose}>
      <TextField
        label={words.claims.chooseSearch}
        value={looked}
        onValue={setLooked}
        type="search"
      />
      <ul className={ruled}>
        {fitting.map(({ id, body }) => {
          const name = pieceName(body) || words.evidence.untitled
          return (
            <li key={id} className={look.line}>
              <div>
                <strong>{name}</strong>
                <p className={`${small} ${quiet}`}>
                  {words.say.day(body.happenedOn)} {body.note}
                </p>
              </div>
              <Button
                kind="small"
                label={`${words.claims.use}: ${name}`}
                onPress={() => onChoose(id)}
              >
                {words.claims.use}
              </Button>
            </li>
          )
        })}
      </ul>
      {found?.more === undefined ? null : <ReadOn onMore={found.more} />}
      {found?.isAll === true && fitting.length === 0 ? (
        <p>{looked.trim() === '' ? words.claims.nothingToChoose : words.claims.nothingFound}</p>
      ) : null}
      <span>
        <Button onPress={onClose}>{words.frame.close}</Button>
      </span>
    </Sheet>
  )
}
