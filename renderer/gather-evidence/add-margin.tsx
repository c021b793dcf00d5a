import { useState } from 'react'
import type { Evidence } from '../../core/evidence/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { quiet, small } from '../design/text.css.ts'
import { Questions } from './questions.tsx'
import * as look from './questions.css.ts'
import { ToldNote } from './told-note.tsx'

interface Asking {
  /** The piece that is asked about. */
  readonly asked: string | undefined
  /** Every piece that came in. */
  readonly kept: readonly string[]
  readonly isUnderWay: boolean
}

/** The questions about what was just kept, one piece at a time. */
export function AddMargin({ asked, kept, isUnderWay }: Asking) {
  const words = useWords()
  const said = words.evidence.ask
  if (asked === undefined) return <p className={`${small} ${quiet}`}>{said.none}</p>
  const others = isUnderWay ? [] : kept.filter(id => id !== asked)
  return <AskAbout key={asked} asked={asked} others={others} />
}

function AskAbout({ asked, others }: { asked: string; others: readonly string[] }) {
  const words = useWords()
  const rows = useRows('evidence', { evidence: asked })
  const line = rows?.line
  if (rows === undefined || line === undefined || line.row.id !== asked)
    return <LoadingLine label={words.frame.loading} />
  return (
    <>
      <Questions line={line} goals={rows.goals} competencies={rows.competencies} isNew />
      {others.length === 0 ? null : (
        <div className={look.questions}>
          <SameForAll piece={line.row} others={others} />
        </div>
      )}
    </>
  )
}

/** Gives the other pieces the same answers: who is shown, the release, the goals. */
function SameForAll({ piece, others }: { piece: Row<Evidence>; others: readonly string[] }) {
  const words = useWords()
  const said = words.evidence.ask
  const { act, told, busy } = useAct()
  const [done, setDone] = useState(0)
  const giveAll = async () => {
    const { shown, released, goals } = piece.body
    let given = 0
    for (const evidence of others) {
      const answer = await act('evidence.describe', { evidence, set: { shown, released } })
      if (answer === undefined) return
      for (const id of Object.keys(goals)) {
        const on = goals[id] === true
        if (on) await act('evidence.link', { evidence, to: 'goals', id, on })
      }
      given += 1
      setDone(given)
    }
  }
  return (
    <>
      <p className={small} role="status">
        {done === 0 ? '' : said.sameDone({ n: done })}
      </p>
      <span>
        <Button kind="small" busy={busy} onPress={() => void giveAll()}>
          {said.sameForAll({ n: others.length })}
        </Button>
      </span>
      <ToldNote told={told} />
    </>
  )
}
