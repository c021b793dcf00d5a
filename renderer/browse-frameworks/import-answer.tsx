import { useState } from 'react'
import type { CaseAnswer } from '../../contract/device/door.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextLink } from '../design/link.tsx'
import type { Words } from '../../words/words.ts'
import * as look from './frameworks.css.ts'

/** As many problems as one reads at once; the rest opens. */
const problemsMax = 12

/** What came of a file: what is in now, and everything that was found in it with its code, place and value. */
export function ImportAnswer({ answer }: { answer: CaseAnswer }) {
  const words = useWords()
  const said = words.frameworks
  const { framework, outcome } = answer
  return (
    <section className={look.answer} aria-live="polite">
      {framework === undefined ? (
        <ErrorNote said={said.outcome.refused} next={said.outcome.refusedNext} />
      ) : (
        <p>
          {(outcome === 'imported' ? said.outcome.imported : said.outcome.withProblems)({
            title: framework.title,
            n: framework.items,
          })}{' '}
          <TextLink to={`/frameworks/${framework.id}`}>{said.outcome.open}</TextLink>
        </p>
      )}
      {framework === undefined || framework.retired === 0 ? null : (
        <p>{said.outcome.retired({ n: framework.retired })}</p>
      )}
      {answer.problems.length === 0 ? null : <Problems problems={answer.problems} />}
    </section>
  )
}

function Problems({ problems }: { problems: CaseAnswer['problems'] }) {
  const words = useWords()
  const said = words.frameworks.problems
  const [all, setAll] = useState(false)
  const shown = all ? problems : problems.slice(0, problemsMax)
  const left = problems.length - shown.length
  return (
    <>
      <div>
        <table className={look.table}>
          <caption className={look.caption}>{said.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{said.what}</th>
              <th scope="col">{said.code}</th>
              <th scope="col">{said.place}</th>
              <th scope="col">{said.value}</th>
              <th scope="col">{said.severity}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((problem, n) => (
              <tr key={n}>
                <th scope="row">{problemSaid(words, problem.code)}</th>
                <td className={look.mono}>{problem.code}</td>
                <td className={look.mono}>{problem.path === '' ? said.wholeFile : problem.path}</td>
                <td className={look.mono}>{problem.value ?? said.noValue}</td>
                <td>{words.frameworks.severity[problem.severity]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left === 0 ? null : (
        <Button kind="small" onPress={() => setAll(true)}>
          {said.more({ n: left })}
        </Button>
      )}
    </>
  )
}

function problemSaid(words: Words, code: string): string {
  const sentences: Readonly<Record<string, string>> = words.frameworks.problem
  return sentences[code] ?? words.frameworks.problem.other
}
