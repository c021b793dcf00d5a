import { useRef, useState } from 'react'
import type { Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct, useTell, type Told } from '../app/act.ts'
import { TwoVersions } from '../app/two-versions.tsx'
import { useWords } from '../app/words.tsx'
import { Written } from '../app/written.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { door } from '../door/door.ts'

interface Writing {
  readonly goal: Row<Goal>
  readonly field: 'title' | 'why'
  readonly label: string
}

/** A goal's title or reason: on disk at each stroke; two versions of it stand here until one is chosen. */
export function GoalText({ goal, field, label }: Writing) {
  const words = useWords()
  const tell = useTell()
  const { act, told: unsettled } = useAct()
  const [refused, setRefused] = useState<Told>()
  const text = goal.body[field]
  const aside = goal.body.aside?.[field]
  const kept = useRef(text)

  const save = async (next: string, base: string): Promise<'kept' | 'refused'> => {
    // A goal always has a name: an emptied title waits for its first letter, and comes back when it is left.
    if (field === 'title' && next.trim() === '') return 'kept'
    const answer = await door.command('goal.write', {
      goal: goal.id,
      field,
      text: next,
      base: field === 'title' && base.trim() === '' ? kept.current : base,
    })
    setRefused(answer.status === 'refused' ? tell(answer.refusal) : undefined)
    if (answer.status === 'refused') return 'refused'
    kept.current = next
    return 'kept'
  }
  const told = refused ?? unsettled
  return (
    <div>
      <Written
        name={`goal.${goal.id}.${field}`}
        stored={text}
        label={label}
        kind={field === 'title' ? 'title' : 'answer'}
        save={save}
      />
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
      {aside === undefined ? null : (
        <TwoVersions
          stored={text}
          aside={aside}
          {...(field === 'title' ? { between: ' / ' } : {})}
          onSettle={chosen => void act('goal.settle', { goal: goal.id, field, ...chosen })}
        />
      )}
    </div>
  )
}
