import { useLocation } from 'wouter'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import type { Review } from '../../core/review/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useGoOn } from '../app/go-on.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { lead } from '../design/text.css.ts'
import { KeptNotes } from './kept-notes.tsx'
import { claimCode } from './queue.ts'
import * as look from './review.css.ts'

interface Ended {
  readonly review: Row<Review>
  /** Its rubric, where that is here. */
  readonly micro: MicroCredential | undefined
}

/** A reading that ended without a finding: why, and the reader's own notes. One that is called open still is put away. */
export function EndedReading({ review: { id, body }, micro }: Ended) {
  const words = useWords().review
  const { act, told } = useAct()
  const goOn = useGoOn()
  const [, go] = useLocation()
  const isOpen = body.state === 'reading'
  const { withdrawnAt } = body
  const putAway = async () => {
    const done = await act('review.give-back', { review: id })
    if (done !== undefined) goOn('/review')
  }
  usePrimaryKey(() => {
    if (isOpen) void putAway()
    else go('/review')
  })
  return (
    <Screen
      title={`${words.code({ code: claimCode(body.claim) })}, ${body.title}`}
      actions={
        isOpen ? (
          <Button kind="primary" keys="Ctrl Enter" onPress={() => void putAway()}>
            {words.over.putAway}
          </Button>
        ) : (
          <TextLink to="/review" as="primary" keys="Ctrl Enter">
            {words.back}
          </TextLink>
        )
      }
      beside={isOpen ? <TextLink to="/review">{words.back}</TextLink> : null}
    >
      <div className={look.decided}>
        <p className={lead}>
          {withdrawnAt !== undefined
            ? words.over.withdrawnAt({ at: withdrawnAt })
            : isOpen
              ? words.over.left
              : words.returned}
        </p>
        {told === undefined ? null : <ErrorNote {...told} />}
        <KeptNotes id={id} review={body} micro={micro} />
      </div>
    </Screen>
  )
}
