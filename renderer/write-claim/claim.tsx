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
import { useGoOn } from '../app/go-on.ts'
import { GoesIn, useGoing } from '../app/goes-in.tsx'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { offeredOf } from '../choose-micro-credential/offered.ts'
import { AnswersFound } from './answers-found.tsx'
import { BringOffer } from './bring-offer.tsx'
import { claimSaid } from './claim-said.ts'
import { ClaimBody } from './claim-body.tsx'
import { FrozenAttempt } from './frozen.tsx'
import * as look from './claim.css.ts'
import { GiveUp } from './give-up.tsx'
import { goTo } from './go-to.ts'
import { placeOf } from './place-of.ts'
import { KeptDraft } from './kept-draft.tsx'
import { ProblemList } from './problem-list.tsx'
import { ReadClaim } from './read-claim.tsx'
import { SendSheet } from './send-sheet.tsx'
import { SinceSent } from './since-sent.tsx'
import { useOpenClaim, type OpenClaim } from './use-claim.ts'

/** A claim: being written, or as it was sent; another's, to be read. */
export function ClaimScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const session = useSession()
  const rows = useRows('claim', { claim: params['id'] ?? '' })
  const open = useOpenClaim(rows)
  // The claim before stays until this one comes: nothing is written into one that is not the address's.
  const isComing = rows?.claim !== undefined && rows.claim.id !== params['id']
  if (rows === undefined || isComing) return <LoadingLine label={words.frame.loading} />
  if (open === undefined) return <ReadClaim rows={rows} />
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
    <Writing key={open.claim.id} open={open} said={said} nameOf={nameOf} />
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
  const goOn = useGoOn()
  const micro = open.micro.body
  const toFix = [...open.findings, ...open.problems].filter(({ severity }) => severity === 'fix')
  const last = open.claim.body.attempts.at(-1)
  const promise = promiseFor(micro, Date.now(), calendar)
  useFootNote(
    open.findings.length + open.problems.length,
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
    if (sent !== undefined) goOn(`/claims/${open.claim.id}/sent`)
  }
  const press = () => {
    const place = toFix.flatMap(problem => placeOf(problem) ?? []).at(0)
    // What the district found keeps nobody from sending: another computer may have mended it.
    if (isReady(open.problems)) setSending(true)
    else if (place !== undefined) goTo(place, go)
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
            findings={open.claim.body.state === 'incomplete' ? open.findings : undefined}
            problems={open.problems}
            onGo={place => goTo(place, go)}
          />
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
      <BringOffer key={open.claim.id} open={open} />
      <ClaimBody open={open} />
      <GiveUp claim={open.claim} />
      {sending ? (
        <SendSheet
          micro={micro}
          answers={Object.keys(open.draft.body.answers).length}
          evidence={open.evidence}
          found={open.findings.filter(({ severity }) => severity === 'fix').length}
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
  const isWithdrawn = open.claim.body.state === 'withdrawn'
  const going = useGoing('claim.withdraw', open.claim.id)
  const isOver = isWithdrawn || open.claim.body.setAside !== undefined
  const again = useAgain(isOver ? open.claim.body.code : undefined)
  return (
    <Screen
      title={open.micro.body.title}
      actions={
        canWithdraw ? (
          <Button
            onPress={() =>
              void act('claim.withdraw', {
                claim: open.claim.id,
                attempts: open.claim.body.attempts.length,
              })
            }
          >
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
          {isWithdrawn ? <p className={small}>{words.claims.withdrawn.kept}</p> : null}
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
        {going === undefined ? null : <GoesIn going={going} />}
        {going !== undefined || again === undefined ? null : (
          <TextLink to={`/micro-credentials/${again}`} as="plain">
            {words.claims.withdrawn.again}
          </TextLink>
        )}
      </div>
      <SinceSent claim={open.claim.id} />
      {told === undefined ? null : <ErrorNote {...told} />}
      {isWithdrawn ? (
        <KeptDraft open={open} />
      ) : last === undefined ? null : (
        <FrozenAttempt attempt={last} micro={open.micro.body} />
      )}
    </Screen>
  )
}

/** Where a micro-credential is begun again, by its code. */
function useAgain(code: string | undefined): string | undefined {
  const rows = useRows('micro-credentials', {}, code !== undefined)
  return offeredOf(rows?.micros ?? [], code)?.id
}
