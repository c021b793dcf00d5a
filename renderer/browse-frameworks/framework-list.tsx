import { useRef, useState } from 'react'
import type { CaseAnswer, CaseProgress } from '../../contract/device/door.ts'
import { useAct } from '../app/act.ts'
import { forgetAll, useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { faint, lead, measure, quiet, ruled, small, unseen } from '../design/text.css.ts'
import { importFramework } from '../door/import-framework.ts'
import { FrameworkFacts } from './framework-facts.tsx'
import * as look from './frameworks.css.ts'
import { ImportAnswer } from './import-answer.tsx'

interface Reading {
  readonly name: string
  readonly progress: CaseProgress
}

/** What is being done with a file: a large package takes a while, and comes whole or not at all. */
function Bringing({ name, progress }: Reading) {
  const said = useWords().frameworks
  const line =
    progress.at === 'keeping' ? said.keeping({ n: progress.items }) : said.reading({ name })
  return (
    <div className={look.reading} role="status">
      {line}
      <progress className={look.progress} aria-label={line} />
    </div>
  )
}

/** The frameworks on this computer, and bringing one in from a file. */
export function FrameworksScreen() {
  const words = useWords()
  const said = words.frameworks
  const rows = useRows('frameworks', {})
  const { attempt, told, busy } = useAct()
  const [reading, setReading] = useState<Reading>()
  const [answer, setAnswer] = useState<CaseAnswer>()
  const input = useRef<HTMLInputElement>(null)
  const choose = () => input.current?.click()
  usePrimaryKey(choose)

  const bring = async (file: File) => {
    const { name } = file
    setReading({ name, progress: { at: 'reading' } })
    setAnswer(undefined)
    const got = await attempt(() =>
      importFramework(file, progress => setReading({ name, progress })),
    )
    setReading(undefined)
    setAnswer(got)
    if (got !== undefined) await forgetAll()
  }
  return (
    <Screen
      title={said.title}
      actions={
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={choose}>
          {said.bring}
        </Button>
      }
    >
      <input
        ref={input}
        type="file"
        className={unseen}
        accept=".json,application/json"
        aria-label={said.bring}
        tabIndex={-1}
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file !== undefined) void bring(file)
        }}
      />
      <p className={`${lead} ${measure}`}>{said.lead}</p>
      {reading === undefined ? null : <Bringing {...reading} />}
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
      {answer === undefined ? null : <ImportAnswer answer={answer} />}
      {rows === undefined ? <LoadingLine label={words.frame.loading} /> : null}
      {rows?.frameworks.length === 0 ? (
        <EmptyState>
          <p>{said.none}</p>
          <Button onPress={choose}>{said.bring}</Button>
        </EmptyState>
      ) : null}
      <ul className={`${ruled} ${look.list}`}>
        {rows?.frameworks.map(framework => (
          <li key={framework.id}>
            <TextLink to={`/frameworks/${framework.id}`} className={look.name}>
              {framework.body.title}
            </TextLink>
            <p className={`${small} ${quiet}`}>
              <FrameworkFacts framework={framework.body} />
            </p>
            <p className={`${small} ${faint}`}>{framework.body.licence}</p>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
