import type { QueryRows } from '../../contract/device/queries.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Check, Pick } from '../design/field.tsx'
import { quiet, small } from '../design/text.css.ts'
import { AskCompetencies } from './ask-competencies.tsx'
import { AskGoals } from './ask-goals.tsx'
import { AskDay } from './ask-day.tsx'
import { PieceText } from './piece-text.tsx'
import * as look from './questions.css.ts'
import { ToldNote } from './told-note.tsx'

type Rows = QueryRows<'evidence'>

interface Asking {
  readonly line: NonNullable<Rows['line']>
  readonly goals: Rows['goals']
  readonly competencies: Rows['competencies']
  /** Just kept: said so. */
  readonly isNew?: boolean
}

const choices = ['nobody', 'me', 'students', 'adults', 'unsure'] as const

/** What one wants to know of a piece: what it is, who is shown, which goal and which competencies. */
export function Questions({ line, goals, competencies, isNew }: Asking) {
  const words = useWords()
  const said = words.evidence.ask
  const { act, told } = useAct()
  const piece = line.row
  const { shown, released, file } = piece.body
  const isAsked = shown === 'unsure'
  return (
    <>
      <h2>{isNew === true ? said.title : isAsked ? said.titleOpen : said.titleLater}</h2>
      {isAsked || isNew === true ? (
        <p className={`${small} ${quiet}`}>{file === undefined ? said.note : said.noteFile}</p>
      ) : null}
      <div className={look.questions}>
        <section className={look.question}>
          <h3>{said.what}</h3>
          <span className={look.fieldName}>{said.titleLabel}</span>
          <PieceText piece={piece} field="title" label={said.titleLabel} kind="title" />
          <span className={look.fieldName}>{said.noteLabel}</span>
          <PieceText piece={piece} field="note" label={said.noteLabel} kind="lined" />
          <AskDay
            key={`${piece.id} ${piece.body.happenedOn}`}
            day={piece.body.happenedOn}
            onDay={happenedOn =>
              void act('evidence.describe', { evidence: piece.id, set: { happenedOn } })
            }
          />
        </section>
        <div className={look.question}>
          <Pick
            legend={said.who}
            name={`shown ${piece.id}`}
            value={shown}
            options={choices.map(value => ({ value, label: said.choice[value] }))}
            onValue={value => {
              const choice = choices.find(one => one === value)
              if (choice === undefined) return
              void act('evidence.describe', { evidence: piece.id, set: { shown: choice } })
            }}
          />
          {shown === 'students' || shown === 'adults' ? (
            <Check
              checked={released}
              onChecked={isHeld =>
                void act('evidence.describe', { evidence: piece.id, set: { released: isHeld } })
              }
            >
              {said.released}
            </Check>
          ) : null}
        </div>
        <AskGoals
          piece={piece}
          goals={goals}
          onGoal={(id, on) =>
            void act('evidence.link', { evidence: piece.id, to: 'goals', id, on })
          }
        />
        <AskCompetencies
          piece={piece}
          competencies={competencies}
          onTie={(id, on) =>
            void act('evidence.link', { evidence: piece.id, to: 'competencies', id, on })
          }
        />
        <ToldNote told={told} />
      </div>
    </>
  )
}
