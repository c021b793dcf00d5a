import type { Competency, Framework } from '../../core/competency/record.ts'
import type { Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { SelectField } from '../design/field.tsx'
import { quiet, small } from '../design/text.css.ts'
import * as look from './level-rungs.css.ts'
import { rungsOf, type Rung } from './rungs.ts'

interface Levelled {
  readonly goal: Row<Goal>
  readonly competency: Row<Competency>
  readonly framework: Row<Framework> | undefined
  /** Pieces of evidence for the goal. */
  readonly pieces: number
  /** Sets a level; absent where the goal is someone else's. */
  readonly onLevel:
    | ((set: { nowLevel?: string | null; aimLevel?: string | null }) => void)
    | undefined
}

/** The level ladder: where I am, where I aim, and the evidence on the rung where I stand. */
export function LevelRungs({ goal, competency, framework, pieces, onLevel }: Levelled) {
  const words = useWords()
  const said = words.plan.level
  const rungs = rungsOf(competency.body, framework?.body, goal.body)
  if (rungs.length === 0) return <p className={`${small} ${quiet}`}>{said.noLevels}</p>
  const noteOf = (rung: Rung) => {
    if (rung.now) return pieces === 0 ? said.rungNow : said.rungNowPieces({ n: pieces })
    if (!rung.aim) return ''
    return goal.body.due === undefined ? said.rungAim : said.rungAimBy({ day: goal.body.due })
  }
  const options = [
    { value: '', label: said.notSaid },
    ...rungs.toReversed().map(rung => ({ value: rung.code, label: rung.name })),
  ]
  return (
    <>
      <ol className={look.rungs} reversed>
        {rungs.map(rung => (
          <li key={rung.code} className={rung.now ? look.now : look.rung}>
            <b className={rung.now ? look.codeNow : rung.aim ? look.codeAim : look.code}>
              {rung.name}
            </b>
            <span>{rung.statement}</span>
            <small className={look.note}>{noteOf(rung)}</small>
          </li>
        ))}
      </ol>
      {onLevel === undefined ? null : (
        <div className={look.choose}>
          <SelectField
            label={said.now}
            value={goal.body.nowLevel ?? ''}
            options={options}
            onValue={value => onLevel({ nowLevel: value === '' ? null : value })}
          />
          <SelectField
            label={said.aim}
            value={goal.body.aimLevel ?? ''}
            options={options}
            onValue={value => onLevel({ aimLevel: value === '' ? null : value })}
          />
        </div>
      )}
    </>
  )
}
