import type { Verified } from '../../contract/device/door.ts'
import type { Whose } from '../../contract/device/verifying.ts'
import { whoseSaid } from '../../words/whose-said.ts'
import { useWords } from '../app/words.tsx'
import { voiceSmall } from '../design/text.css.ts'
import { plainText } from './plain-text.ts'
import * as look from './why.css.ts'

interface Saying {
  readonly verified: Verified
  readonly issuer: Whose
}

/** What a badge says: to whom, by whom, from and until when, for what; and whether anything proves it. */
export function Says({ verified: { says, marks }, issuer }: Saying) {
  const words = useWords().verify
  const whose = whoseSaid(words.many, issuer)
  const from = timeOf(says.validFrom)
  const until = timeOf(says.validUntil)
  const facts = [
    says.recipient === undefined ? '' : words.fact.recipient({ name: says.recipient }),
    whose === '' ? '' : words.fact.issuer({ name: whose }),
    issuer.host === undefined || whose.includes(issuer.host)
      ? ''
      : words.many.host({ host: issuer.host }),
    from === undefined ? '' : words.fact.from({ at: from }),
    until === undefined ? '' : words.fact.until({ at: until }),
  ].filter(fact => fact !== '')
  return (
    <section className={look.whyFacts}>
      <h3>{marks.signature.outcome === 'pass' ? words.saysSigned : words.saysUnproven}</h3>
      <ul>
        {facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {says.description === undefined ? null : <p className={voiceSmall}>{says.description}</p>}
      {says.criteria === undefined ? null : (
        <p className={`${voiceSmall} ${look.lines}`}>{plainText(says.criteria)}</p>
      )}
    </section>
  )
}

function timeOf(text: string | undefined): number | undefined {
  const at = Date.parse(text ?? '')
  return Number.isFinite(at) ? at : undefined
}
