import { useState } from 'react'
import type { Competency } from '../../core/competency/record.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { quiet, small } from '../design/text.css.ts'
import { PickCompetencies } from '../make-plan/pick-competencies.tsx'
import * as look from './questions.css.ts'

interface Asking {
  readonly piece: Row<Evidence>
  readonly competencies: readonly Row<Competency>[]
  onTie(competency: string, on: boolean): void
}

/** The competencies that a piece shows, and the way to choose more. */
export function AskCompetencies({ piece, competencies, onTie }: Asking) {
  const words = useWords()
  const said = words.evidence.ask
  const [isChoosing, setChoosing] = useState(false)
  const tied = competencies.filter(one => piece.body.competencies[one.id] === true)
  return (
    <section className={look.question}>
      <h3>{said.competencies}</h3>
      {tied.length === 0 ? <p className={`${small} ${quiet}`}>{said.noCompetency}</p> : null}
      <ul>
        {tied.map(one => (
          <li key={one.id} className={look.competency}>
            <span className={look.code}>{one.body.code}</span>
            <Button
              kind="small"
              label={said.untieOf({ code: one.body.code })}
              onPress={() => onTie(one.id, false)}
            >
              {said.untie}
            </Button>
            <span className={look.statement}>
              {one.body.title ?? one.body.statement}
              {one.body.retiredAt === undefined ? null : (
                <small className={quiet}>
                  {' '}
                  {words.frameworks.retired.since({ atMs: one.body.retiredAt })}
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
      {isChoosing ? (
        <Choosing tied={tied.map(one => one.id)} onTie={onTie} onClose={() => setChoosing(false)} />
      ) : (
        <span>
          <Button kind="small" onPress={() => setChoosing(true)}>
            {said.chooseCompetency}
          </Button>
        </span>
      )}
    </section>
  )
}

interface Picking {
  readonly tied: readonly string[]
  onTie(competency: string, on: boolean): void
  onClose(): void
}

function Choosing(props: Picking) {
  const words = useWords()
  const rows = useRows('frameworks', {})
  if (rows === undefined) return <LoadingLine label={words.frame.loading} />
  return (
    <div className={look.picking}>
      <PickCompetencies frameworks={rows.frameworks} {...props} />
    </div>
  )
}
