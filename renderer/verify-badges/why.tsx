import type { Verified } from '../../contract/device/door.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { FourMarks } from '../design/four-marks.tsx'
import { heading, mono, quiet, small, voiceSmall } from '../design/text.css.ts'
import { EveryCheck } from './every-check.tsx'
import { marksSaid } from './mark-said.ts'
import { reasonSaid } from './reason-said.ts'
import type { Checked } from './verdict.ts'
import * as look from './verify.css.ts'
import { plainText } from './plain-text.ts'

/** Why one badge holds or not: four answers in words, what it says, and every check behind them. */
export function Why({ seen, onAgain }: { seen: Checked | undefined; onAgain(): void }) {
  const words = useWords()
  const said = words.verify
  if (seen === undefined) return <p className={`${small} ${quiet}`}>{said.whyEmpty}</p>
  const { found, name } = seen
  const again = (
    <p>
      <Button kind="small" keys="R" onPress={onAgain}>
        {said.again}
      </Button>
    </p>
  )
  if (found.as === 'refused' || found.verified.kind === 'none') {
    const code = found.as === 'refused' ? found.error.code : found.verified.marks.signature.code
    return (
      <>
        <h2 className={heading}>{name}</h2>
        <ErrorNote said={said.verdict.unread} next={reasonSaid(words, found)} code={code} />
        {found.as === 'refused' ? null : <Behind verified={found.verified} />}
        {again}
      </>
    )
  }
  const { verified } = found
  return (
    <>
      <h2 className={heading}>{verified.says.title ?? name}</h2>
      <p className={`${small} ${quiet}`}>{said.from({ kind: verified.name, name })}</p>
      <FourMarks marks={marksSaid(words, verified).map(({ age: _age, ...mark }) => mark)} />
      <Says verified={verified} />
      <Behind verified={verified} />
      {again}
    </>
  )
}

function Says({ verified: { says, marks } }: { verified: Verified }) {
  const words = useWords().verify
  const at = (text: string | undefined) => {
    const ms = Date.parse(text ?? '')
    return Number.isFinite(ms) ? ms : undefined
  }
  const from = at(says.validFrom)
  const until = at(says.validUntil)
  const facts = [
    says.recipient === undefined ? '' : words.fact.recipient({ name: says.recipient }),
    says.issuer === undefined && says.issuerId === undefined
      ? ''
      : words.fact.issuer({ name: says.issuer ?? says.issuerId ?? '' }),
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

function Behind({ verified }: { verified: Verified }) {
  const words = useWords().verify
  return (
    <>
      <EveryCheck checks={verified.checks} />
      <p className={`${small} ${quiet}`}>{words.checkedAt({ at: verified.checkedAt })}</p>
      <p className={mono}>{words.fingerprint({ hash: verified.sha256 })}</p>
    </>
  )
}
