import type { Aside } from '../../core/merge/text.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { row } from '../design/text.css.ts'
import { differingWords, type Run } from './differing-words.ts'
import * as look from './two-versions.css.ts'

interface Choosing {
  readonly goal: string
  readonly field: 'title' | 'why'
  readonly here: string
  readonly there: Aside
}

/** Two versions of a text, differing words marked: keep mine, theirs, or both. */
export function TwoVersions({ goal, field, here, there }: Choosing) {
  const words = useWords()
  const said = words.plan.versions
  const { act, told, busy } = useAct()
  const both = differingWords(here, there.text)
  const keep = (text: string) => {
    if (!busy) void act('goal.settle', { goal, field, text })
  }
  return (
    <section className={look.versions} aria-label={said.title} data-problem>
      <strong>{said.title}</strong>
      <Version said={said.mine} runs={both.here} />
      <Version said={said.theirs({ at: there.at })} runs={both.there} />
      <div className={row}>
        <Button kind="small" onPress={() => keep(here)}>
          {said.keepMine}
        </Button>
        <Button kind="small" onPress={() => keep(there.text)}>
          {said.keepTheirs}
        </Button>
        <Button
          kind="small"
          onPress={() => keep([here, there.text].join(field === 'title' ? ' / ' : '\n\n'))}
        >
          {said.keepBoth}
        </Button>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </section>
  )
}

function Version({ said, runs }: { readonly said: string; readonly runs: readonly Run[] }) {
  return (
    <figure>
      <figcaption className={look.which}>{said}</figcaption>
      <blockquote className={look.text}>
        {runs.map((run, n) => (run.differs ? <mark key={n}>{run.text}</mark> : run.text))}
      </blockquote>
    </figure>
  )
}
