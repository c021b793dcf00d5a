import { useState } from 'react'
import type { Verified } from '../../contract/device/door.ts'
import { doubtsAbout } from '../../core/endorsement/doubt.ts'
import type { Endorsed } from '../../core/endorsement/given.ts'
import { givenCommentCharsMax as charsMax } from '../../core/endorsement/given.ts'
import type { Words } from '../../words/words.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Check, Pick, TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { Sheet } from '../design/sheet.tsx'
import { mono, quiet, row } from '../design/text.css.ts'
import { dayIn, endOfDay } from '../verify-badges/last-day.ts'
import { reasonSaid } from '../verify-badges/mark-said.ts'
import * as look from './endorse.css.ts'
import { answersOf } from './to-endorse.ts'

interface Giving {
  readonly verified: Verified
  /** What can be endorsed on its ground. */
  readonly open: readonly Endorsed[]
  onGiven(): void
  onClose(): void
}

/** Writes the district's word about what a badge at hand stands for, about its issuer, or about it alone. */
export function Give({ verified, open, onGiven, onClose }: Giving) {
  const words = useWords()
  const said = words.givenEndorsements
  const { act, told, busy } = useAct()
  const [chosen, setKind] = useState(open[0]?.kind)
  const [comment, setComment] = useState('')
  const [day, setDay] = useState('')
  const [isKnowing, setKnowing] = useState(false)
  const [isTried, setTried] = useState(false)
  const answers = answersOf(verified)
  const unsure = doubtsAbout(answers)
  const until = day === '' ? undefined : endOfDay(day)
  const isDay = day === '' || (until !== undefined && until > Date.now())
  const lacksKnowing = unsure.length > 0 && !isKnowing
  // What was chosen may have been said by another officer meanwhile.
  const about = open.find(one => one.kind === chosen) ?? open[0]
  const commentError = commentFault(words, comment)

  const give = async () => {
    setTried(true)
    if (about === undefined || busy || commentError !== undefined || !isDay || lacksKnowing) return
    const done = await act('endorsement.give', {
      endorsed: about,
      comment: comment.trim(),
      validUntil: until,
      answers,
      isKnowing,
    })
    if (done !== undefined) onGiven()
  }
  usePrimaryKey(() => void give())
  return (
    <Sheet title={said.giveTitle} open onClose={onClose} closeSaid={words.verify.many.close}>
      <p className={quiet}>{said.giveLead}</p>
      <Pick
        legend={said.what}
        name="endorsed"
        value={about?.kind}
        options={open.map(one => ({ value: one.kind, label: labelOf(words, one) }))}
        onValue={value => setKind(open.find(one => one.kind === value)?.kind)}
      />
      {about === undefined ? null : <p className={mono}>{idsOf(about)}</p>}
      <TextField
        label={said.comment}
        hint={said.commentHint({ charsMax })}
        error={isTried || comment.length > charsMax ? commentError : undefined}
        value={comment}
        rows={4}
        onValue={setComment}
      />
      <TextField
        label={said.until}
        hint={said.untilHint}
        error={isTried && !isDay ? said.untilMissing : undefined}
        type="date"
        value={day}
        min={dayIn(0, Date.now())}
        onValue={setDay}
      />
      {unsure.length === 0 ? null : (
        <div className={look.unsure}>
          <p>{said.unsure}</p>
          <ul>
            {unsure.map(({ mark, code }) => (
              <li key={mark ?? code}>
                {mark === undefined ? code : reasonSaid(words, verified.marks[mark])}
              </li>
            ))}
          </ul>
          <Check checked={isKnowing} onChecked={setKnowing}>
            {said.knowing}
          </Check>
          {isTried && lacksKnowing ? (
            <ErrorNote kind="ask" said={said.knowingMissing} next="" />
          ) : null}
        </div>
      )}
      {told === undefined ? null : <ErrorNote {...told} />}
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void give()}>
          {said.give}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {said.notNow}
        </Button>
      </div>
    </Sheet>
  )
}

function labelOf({ givenEndorsements: said }: Words, { kind, name, issuer }: Endorsed): string {
  const facts = { name, issuer: issuer.name === '' ? issuer.id : issuer.name }
  return said.whatOf[kind](facts)
}

/** Names anybody can write: what counts is the ids. */
const idsOf = ({ id, issuer }: Endorsed): string => (id === issuer.id ? id : `${id} · ${issuer.id}`)

/** What is the matter with what is written; `undefined`: nothing. */
function commentFault({ givenEndorsements: said }: Words, comment: string): string | undefined {
  const chars = comment.trim().length
  if (chars === 0) return said.commentMissing
  return chars > charsMax ? said.commentLong({ chars, charsMax }) : undefined
}
