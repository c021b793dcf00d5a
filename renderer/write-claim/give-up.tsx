import type { Claim } from '../../core/claim/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { quiet, small } from '../design/text.css.ts'
import * as look from './claim.css.ts'

/** Under what is being written: to end the claim. It waits a moment before it goes, and can be taken back until then. */
export function GiveUp({ claim: { id, body } }: { readonly claim: Row<Claim> }) {
  const words = useWords().claims
  const { act, told } = useAct()
  return (
    <section className={look.givingUp}>
      <Button
        kind="bare"
        onPress={() => void act('claim.withdraw', { claim: id, attempts: body.attempts.length })}
      >
        {words.giveUp}
      </Button>
      <p className={`${small} ${quiet}`}>{words.giveUpWhy}</p>
      {told === undefined ? null : <ErrorNote {...told} />}
    </section>
  )
}
