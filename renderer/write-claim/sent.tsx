import { Redirect } from 'wouter'
import { isWritable } from '../../core/claim/writable.ts'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { lead, mono, quiet, stack } from '../design/text.css.ts'
import { GoesIn, useGoing } from '../app/goes-in.tsx'
import { Gone } from '../app/gone.tsx'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import * as look from './claim.css.ts'
import { claimSaid } from './claim-said.ts'

/** After sending: where it is, until when, and the fingerprint of what went. */
export function SentClaim({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const session = useSession()
  const id = params['id'] ?? ''
  const rows = useRows('claim', { claim: id })
  const going = useGoing('claim.submit', id)
  if (rows === undefined) return <LoadingLine label={words.frame.loading} />
  const { claim } = rows
  const attempt = claim?.body.attempts.at(-1)
  // Taken back, or back from the district: there it is written.
  if (claim !== undefined && isWritable(claim.body.state)) return <Redirect to={`/claims/${id}`} />
  if (claim === undefined || attempt === undefined) return <Gone />
  return (
    <Screen title={`${words.claims.sent.title}: ${claim.body.title}`} titled="page">
      {going === undefined ? (
        <p className={lead}>
          {claimSaid(words, {
            claim: claim.body,
            sight: claim.sight,
            micro: rows.micro?.body,
            badge: rows.badge?.body,
            nameOf: person => rows.people.find(known => known.id === person)?.body.name ?? person,
            calendar: session.calendar,
            nowMs: Date.now(),
          })}
        </p>
      ) : (
        <div className={lead}>
          <GoesIn going={going} />
        </div>
      )}
      <div className={`${stack} ${look.list}`}>
        {claim.body.state === 'submitted' && claim.sight === 'record' ? (
          <p>{words.claims.sent.answer({ day: attempt.answerBy })}</p>
        ) : null}
        <p>{words.claims.sent.frozen}</p>
        <p className={quiet}>
          {words.claims.sent.fingerprint} <code className={mono}>{attempt.manifestSha256}</code>
        </p>
        <p>
          <TextLink to={`/claims/${id}`} as="plain">
            {words.claims.sent.again}
          </TextLink>
        </p>
      </div>
    </Screen>
  )
}
