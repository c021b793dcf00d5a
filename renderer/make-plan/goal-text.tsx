import { useRef, useState } from 'react'
import type { Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { tellDoor, useTell, type Told } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Answer } from '../design/answer.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { faint, quiet, row, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { typing, unconfirmed, type Typing } from '../door/typing.ts'
import { TwoVersions } from './two-versions.tsx'

interface Writing {
  readonly goal: Row<Goal>
  readonly field: 'title' | 'why'
  readonly label: string
}

type Saving =
  | { readonly at: 'saving' | 'window' }
  | { readonly at: 'here'; readonly keptAt: number }

/** A goal's title or reason: on disk at each stroke; two versions of it stand here until one is chosen. */
export function GoalText({ goal, field, label }: Writing) {
  const words = useWords()
  const tell = useTell()
  const name = `goal.${goal.id}.${field}`
  const text = goal.body[field]
  const [saving, setSaving] = useState<Saving>()
  const [told, setTold] = useState<Told>()
  const [left, setLeft] = useState(() => {
    const held = unconfirmed(name)
    return held === text ? undefined : held
  })
  // What is typed starts from what stood there when the field was entered.
  const typer = useRef<Typing>(undefined)
  const typed = useRef(text)

  const begin = () =>
    typing({
      name,
      start: text,
      save: async (next, base) => {
        const answer = await door
          .command('goal.write', { goal: goal.id, field, text: next, base })
          .catch((error: unknown) => {
            setTold(tellDoor(words, error))
            throw error
          })
        setTold(answer.status === 'refused' ? tell(answer.refusal) : undefined)
        return answer.status === 'refused' ? 'refused' : 'kept'
      },
      onState: (at, keptAt) =>
        setSaving(
          at === 'here'
            ? { at, keptAt: keptAt ?? Date.now() }
            : { at: at === 'window' ? at : 'saving' },
        ),
    })
  const type = (next: string) => {
    typed.current = next
    // A goal always has a name: an emptied title waits for its first letter.
    if (field === 'title' && next.trim() === '') return
    typer.current ??= begin()
    typer.current.type(next)
  }
  const aside = goal.body.aside?.[field]
  return (
    <div>
      <Answer
        kind={field === 'title' ? 'title' : 'answer'}
        label={label}
        text={text}
        onText={type}
        onFocus={() => {
          if (saving === undefined || saving.at === 'here') typer.current = undefined
        }}
      />
      <p className={`${small} ${faint}`}>
        {saving === undefined
          ? ' '
          : saving.at === 'here'
            ? words.saving.hereAt({ atMs: saving.keptAt })
            : saving.at === 'window'
              ? words.saving.window
              : ' '}
      </p>
      {left === undefined ? null : (
        <div className={`${row} ${small} ${quiet}`}>
          {words.plan.unsaved.found({ text: left })}
          <Button
            kind="small"
            onPress={() => {
              type(left)
              setLeft(undefined)
            }}
          >
            {words.plan.unsaved.take}
          </Button>
          <Button
            kind="small"
            onPress={() => {
              localStorage.removeItem(`meritfolio.unsaved.${name}`)
              setLeft(undefined)
            }}
          >
            {words.plan.unsaved.drop}
          </Button>
        </div>
      )}
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
      {aside === undefined ? null : (
        <TwoVersions goal={goal.id} field={field} here={text} there={aside} />
      )}
    </div>
  )
}
