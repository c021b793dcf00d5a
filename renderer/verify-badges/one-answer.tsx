import type { RowWhole } from '../../contract/device/verifying.ts'
import { kindSaid as kindNamed } from '../../words/kind-said.ts'
import { useWords } from '../app/words.tsx'
import { FourMarks } from '../design/four-marks.tsx'
import { heading, lead, quiet, small } from '../design/text.css.ts'
import { DistrictsWord } from '../endorse/districts-word.tsx'
import { Behind } from './behind.tsx'
import { kindSaid } from './cause-said.ts'
import { marksSaid } from './mark-said.ts'
import { NextStep } from './next-step.tsx'
import { isRead, NotRead } from './not-read.tsx'
import { Parts } from './parts.tsx'
import { Says } from './says.tsx'
import * as look from './why.css.ts'

/** The answer where there is one badge alone: large, with its reasons, and what the badge says. */
export function OneAnswer({ whole }: { whole: RowWhole }) {
  const words = useWords()
  const said = words.verify
  const { row, verified, notFetched } = whole
  if (verified === undefined || row.standing === undefined) return null
  const name = row.name === '' ? said.many.pastedName : row.name
  return (
    <div className={look.one}>
      <p className={`${lead} ${look.verdict[row.standing]}`}>
        {row.standing === 'apart'
          ? `${said.many.verdict.apart} ${kindSaid(words, row.kind)}.`
          : said.many.verdict[row.standing]}
      </p>
      <h2 id="why" className={`${heading} ${look.whyTitle}`} tabIndex={-1}>
        {row.badge ?? name}
      </h2>
      {isRead(whole) ? (
        <p className={`${small} ${quiet} ${look.anywhere}`}>
          {said.from({ kind: kindNamed(said.many.kindNamed, verified), name })}
        </p>
      ) : null}
      <NotRead whole={whole} />
      {isRead(whole) ? (
        <FourMarks marks={marksSaid(words, verified).map(({ age: _age, ...mark }) => mark)} />
      ) : null}
      <NextStep whole={whole} />
      {!isRead(whole) || row.standing === 'apart' ? null : (
        <Says verified={verified} issuer={row.issuer} />
      )}
      <Parts parts={verified.parts} />
      <DistrictsWord verified={verified} />
      {notFetched === undefined ? <Behind verified={verified} /> : null}
    </div>
  )
}
