import { useState } from 'react'
import { broughtFrom } from '../../core/claim/brought-from.ts'
import { countWords } from '../../core/claim/words-count.ts'
import { useAct } from '../app/act.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextLink } from '../design/link.tsx'
import { row } from '../design/text.css.ts'
import * as look from './claim.css.ts'
import type { OpenClaim } from './use-claim.ts'

/**
 * In a claim that is new and blank: what was written for the same micro-credential in a claim that was withdrawn can be
 * brought over. Once it stands there it stays until it was done, so that it doesn't go under somebody's first word.
 */
export function BringOffer({ open: { claim, draft, micro } }: { open: OpenClaim }) {
  const words = useWords().claims.bring
  const { person } = useSession()
  const { act, told, busy } = useAct()
  const [isOffered, setOffered] = useState(
    () => claim.body.attempts.length === 0 && broughtFrom(draft.body, micro.body) === undefined,
  )
  const known = useRows('micro-credential', { microCredential: micro.id }, isOffered)
  // The newest stands first.
  const withdrawn =
    known?.claims.filter(({ body }) => body.state === 'withdrawn' && body.owner === person?.id) ??
    []
  const [passed, setPassed] = useState(0)
  const earlier = withdrawn[passed]
  const rows = useRows('claim', { claim: earlier?.id ?? '' }, isOffered && earlier !== undefined)
  const isRead = earlier !== undefined && rows?.claim?.id === earlier.id
  const brought =
    isRead && rows.draft !== undefined ? broughtFrom(rows.draft.body, micro.body) : undefined
  // One that was given up with nothing in it hides none from before it.
  if (isRead && brought === undefined && passed + 1 < withdrawn.length) setPassed(passed + 1)
  if (!isOffered || earlier === undefined || brought === undefined) return null
  const bring = async () => {
    const done = await act('claim.bring', { claim: claim.id, ...brought })
    if (done !== undefined) setOffered(false)
  }
  return (
    <div className={look.bring}>
      <p>
        {words.said({
          at: earlier.body.changedAt,
          words: Object.values(brought.words).reduce((sum, text) => sum + countWords(text), 0),
          pieces: Object.keys(brought.filled).length,
        })}
      </p>
      <span className={row}>
        <Button kind="small" busy={busy} onPress={() => void bring()}>
          {words.go}
        </Button>
        <TextLink to={`/claims/${earlier.id}`}>{words.see}</TextLink>
      </span>
      {told === undefined ? null : <ErrorNote {...told} />}
    </div>
  )
}
