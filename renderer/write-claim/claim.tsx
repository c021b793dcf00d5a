import { useState } from 'react'
import { useLocation } from 'wouter'
import { isReady } from '../../core/claim/preflight.ts'
import { promiseFor } from '../../core/claim/promise.ts'
import { isWritable } from '../../core/claim/writable.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { lead, quiet, small } from '../design/text.css.ts'
import { TextLink } from '../design/link.tsx'
import { door } from '../door/door.ts'
import { useAct } from '../app/act.ts'
import { useFootNote } from '../app/foot-note.ts'
import { Gone } from '../app/gone.tsx'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { AnswersFound } from './answers-found.tsx'
import { claimSaid } from './claim-said.ts'
import { ClaimBody } from './claim-body.tsx'
import { FrozenAttempt } from './frozen.tsx'
import * as look from './claim.css.ts'
import { goTo } from './go-to.ts'
import { ProblemList } from './problem-list.tsx'
import { SendSheet } from './send-sheet.tsx'
import { SinceSent } from './since-sent.tsx'
import { useOpenClaim, type OpenClaim } from './use-claim.ts'

/** A claim: being written, or as it was sent. */
export function ClaimScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const session = useSession()
  const rows = useRows('claim', { claim: params['id'] ?? '' })
  const open = useOpenClaim(rows)
  if (rows === undefined) return <LoadingLine label={words.frame.loading} />
  if (open === undefined) return <Gone />
  const nameOf = (person: string) =>
    rows.people.find(known => known.id === person)?.body.name ?? person
  const said = claimSaid(words, {
    claim: open.claim.body,
    sight: open.claim.sight,
    micro: open.micro.body,
    badge: rows.badge?.body,
    nameOf,
    calendar: session.calendar,
    nowMs: Date.now(),
  })
  return isWritable(open.claim.body.state) ? (
    <Writing open={open} said={said} nameOf={nameOf} />
  ) : (
    <Away open={open} said={said} nameOf={nameOf} badge={rows.badge} />
  )
}

interface Showing {
  readonly open: OpenClaim
  readonly said: string
  nameOf(person: string): string
}

function Writing({ open, said, nameOf }: Showing) {
  const words = useWords()
  const { calendar } = useSession()
  const { tried, told, busy } = useAct()
  const [sending, setSending] = useState(false)
  const [, go] = useLocation()
  const micro = open.micro.body
  const toFix = open.problems.filter(problem => problem.severity === 'fix')
  const last = open.claim.body.attempts.at(-1)
  const promise = promiseFor(micro, Date.now(), calendar)
  useFootNote(
    open.problems.length,
    words.claims.foot.today({ answer: promise.answerBy, skipped: promise.skipped }),
  )

  // Why it came back "not yet" goes before everything that is left to do.
  const found =
    last?.outcome === undefined ? null : (
      <div className={look.found}>
        <AnswersFound attempt={last} micro={micro} nameOf={nameOf} />
      </div>
    )

  const send = async () => {
    const sent = await tried(() => door.sendClaim(open.claim.id))
    if (sent !== undefined) go(`/claims/${open.claim.id}/sent`)
  }
  const press = () => {
    const first = toFix[0]
    if (isReady(open.problems)) setSending(true)
    else if (first !== undefined) goTo(first, go)
  }
  usePrimaryKey(press)

  return (
    <Screen
      title={micro.title}
      beside={
        <span className={`${small} ${quiet}`}>
          {words.claims.version({
            version: micro.version,
            attempt: words.claims.attempt({ n: open.claim.body.attempts.length + 1 }),
          })}
        </span>
      }
      actions={
        <Button kind="primary" keys="Ctrl Enter" onPress={press}>
          {words.claims.send}
        </Button>
      }
      marginLabel={words.frame.margin}
      marginCount={toFix.length === 0 ? undefined : words.claims.toFix({ n: toFix.length })}
      margin={
        <>
          {open.claim.body.state === 'not_yet' ? found : null}
          <ProblemList
            title={words.claims.marginTitle({ n: toFix.length })}
            note={words.claims.marginNote}
            problems={open.problems}
            onGo={place => goTo(place, go)}
          />
          {last?.findings === undefined ? null : (
            <p className={small}>
              {words.claims.findingsTitle}: {words.claims.findingsNote}
            </p>
          )}
          {open.claim.body.state === 'not_yet' ? null : found}
        </>
      }
    >
      {last === undefined ? null : (
        <div className={look.standing}>
          <p className={lead}>{said}</p>
        </div>
      )}
      {last === undefined ? null : <SinceSent claim={open.claim.id} />}
      <ClaimBody open={open} />
      {sending ? (
        <SendSheet
          micro={micro}
          answers={Object.keys(open.draft.body.answers).length}
          evidence={open.evidence}
          told={told}
          busy={busy}
          onSend={() => void send()}
          onClose={() => setSending(false)}
        />
      ) : null}
    </Screen>
  )
}

function Away({ open, said, nameOf, badge: row }: Showing & Pick<QueryRows<'claim'>, 'badge'>) {
  const words = useWords()
  const { act, told } = useAct()
  const last = open.claim.body.attempts.at(-1)
  const badge = row?.body.state === 'approved' ? undefined : row?.id
  const canWithdraw = ['submitted', 'in_review'].includes(open.claim.body.state)
  return (
    <Screen
      title={open.micro.body.title}
      actions={
        canWithdraw ? (
          <Button onPress={() => void act('claim.withdraw', { claim: open.claim.id })}>
            {words.claims.withdraw}
          </Button>
        ) : null
      }
      marginLabel={words.frame.margin}
      margin={
        <>
          {last === undefined ? null : (
            <AnswersFound attempt={last} micro={open.micro.body} nameOf={nameOf} />
          )}
          {canWithdraw ? <p className={small}>{words.claims.withdrawWhy}</p> : null}
        </>
      }
    >
      <div className={look.standing}>
        <p className={lead}>{said}</p>
        {badge === undefined ? null : (
          <TextLink to={`/badges/${badge}`} as="plain">
            {words.claims.seeBadge}
          </TextLink>
        )}
      </div>
      <SinceSent claim={open.claim.id} />
      {told === undefined ? null : <ErrorNote {...told} />}
      {last === undefined ? null : <FrozenAttempt attempt={last} micro={open.micro.body} />}
    </Screen>
  )
}
