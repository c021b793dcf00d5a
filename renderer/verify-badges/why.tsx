import type { ReactNode } from 'react'
import type { RowWhole } from '../../contract/device/verifying.ts'
import { kindSaid as kindNamed } from '../../words/kind-said.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { CheckMark } from '../design/mark.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import { DistrictsWord } from '../endorse/districts-word.tsx'
import { Behind } from './behind.tsx'
import { kindSaid } from './cause-said.ts'
import { marksSaid } from './mark-said.ts'
import { NextStep } from './next-step.tsx'
import { isRead, NotRead } from './not-read.tsx'
import { Parts } from './parts.tsx'
import { Says } from './says.tsx'
import * as look from './why.css.ts'

interface Asking {
  readonly whole: RowWhole | undefined
  /** The decision for its cause. */
  readonly decide: ReactNode
  /** Asking the network for what isn't here. */
  readonly network: ReactNode
  onAgain(): void
}

/** Why one badge holds or not: four answers in words, what to do, the decision, what it says, every check behind them. */
export function Why({ whole, decide, network, onAgain }: Asking) {
  const words = useWords()
  const said = words.verify
  if (whole === undefined) return <p className={`${small} ${quiet}`}>{said.whyEmpty}</p>
  const { row, verified, notFetched } = whole
  const name = row.name === '' ? said.many.pastedName : row.name
  return (
    <>
      <h2 id="why" className={`${heading} ${look.whyTitle}`} tabIndex={-1}>
        {row.standing === 'apart' || row.badge === undefined
          ? name
          : [row.person, row.badge].filter(part => part !== undefined).join(', ')}
      </h2>
      {verified === undefined || !isRead(whole) ? null : (
        <p className={`${small} ${quiet} ${look.anywhere}`}>
          {said.from({ kind: kindNamed(said.many.kindNamed, verified), name })}
        </p>
      )}
      {row.standing === 'unread' || row.standing === 'apart' ? (
        <p className={look.verdictSmall}>
          {row.standing === 'apart' ? kindSaid(words, row.kind) : said.many.verdict.unread}
        </p>
      ) : null}
      <NotRead whole={whole} />
      {verified === undefined || !isRead(whole) ? null : (
        <dl className={look.whyMarks}>
          {marksSaid(words, verified).map(({ id, outcome, label, name: answer, why }) => (
            <div key={id}>
              <dt>
                <CheckMark outcome={outcome} label={label} />
                {answer}
              </dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      )}
      <NextStep whole={whole} />
      {network}
      {decide}
      {verified === undefined || notFetched !== undefined ? null : (
        <>
          {!isRead(whole) || row.standing === 'apart' ? null : (
            <Says verified={verified} issuer={row.issuer} />
          )}
          <Parts parts={verified.parts} />
          <DistrictsWord verified={verified} />
          <Behind verified={verified} />
        </>
      )}
      <p className={look.againLine}>
        <Button kind="small" keys="R" onPress={onAgain}>
          {said.again}
        </Button>
      </p>
    </>
  )
}
