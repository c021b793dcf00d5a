import { useDeferredValue, useState } from 'react'
import type { Framework } from '../../core/competency/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { quiet, ruled, small } from '../design/text.css.ts'
import { foundCompetencies } from './found-competencies.ts'
import * as look from './pick.css.ts'

interface Choosing {
  readonly frameworks: readonly Row<Framework>[]
  readonly tied: readonly string[]
  onTie(competency: string, on: boolean): void
  onClose(): void
}

/** As many statements as one looks through; typing narrows them down. */
const shownMax = 20

/** Chooses competencies out of a framework, with a search over its statements. */
export function PickCompetencies({ frameworks, tied, onTie, onClose }: Choosing) {
  const words = useWords()
  const said = words.plan.pick
  const [framework, setFramework] = useState(frameworks[0]?.id ?? '')
  const [question, setQuestion] = useState('')
  if (framework === '') {
    return (
      <p className={`${small} ${quiet}`}>
        {said.noFrameworks} <TextLink to="/frameworks">{words.frameworks.bring}</TextLink>
      </p>
    )
  }
  return (
    <div className={look.pick}>
      {frameworks.length < 2 ? null : (
        <SelectField
          label={said.framework}
          value={framework}
          options={frameworks.map(({ id, body }) => ({
            value: id,
            // The district's framework and one's own copy of it bear the same title.
            label: body.importedBy === undefined ? body.title : said.own({ title: body.title }),
          }))}
          onValue={setFramework}
        />
      )}
      <TextField label={said.search} type="search" value={question} onValue={setQuestion} />
      <Found framework={framework} question={question} tied={tied} onTie={onTie} />
      <div>
        <Button kind="small" onPress={onClose}>
          {said.close}
        </Button>
      </div>
    </div>
  )
}

interface Finding {
  readonly framework: string
  readonly question: string
  readonly tied: readonly string[]
  onTie(competency: string, on: boolean): void
}

function Found({ framework, question, tied, onTie }: Finding) {
  const words = useWords()
  const said = words.plan.pick
  const asked = useDeferredValue(question)
  const rows = useRows('framework', { framework })
  if (rows === undefined) return <LoadingLine label={words.frame.loading} />
  const found = foundCompetencies(rows.competencies, asked)
  if (found.length === 0) return <p className={small}>{said.none({ q: asked })}</p>
  const left = found.length - shownMax
  return (
    <>
      <ul className={`${ruled} ${look.found}`}>
        {found.slice(0, shownMax).map(one => {
          const isTied = tied.includes(one.id)
          const what = one.body.code === '' ? one.body.statement : one.body.code
          return (
            <li key={one.id} className={look.line}>
              <span className={look.code}>{one.body.code}</span>
              <span className={look.statement}>{one.body.statement}</span>
              <Button
                kind="small"
                pressed={isTied}
                label={isTied ? said.untieOf({ what }) : said.tieOf({ what })}
                onPress={() => onTie(one.id, !isTied)}
              >
                {isTied ? said.untie : said.tie}
              </Button>
            </li>
          )
        })}
      </ul>
      {left > 0 ? <p className={`${small} ${quiet}`}>{said.more({ n: left })}</p> : null}
    </>
  )
}
