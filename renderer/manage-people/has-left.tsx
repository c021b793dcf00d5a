import { useState } from 'react'
import type { Person } from '../../core/person/record.ts'
import { isOneOfTwo } from '../../core/person/wait-for-yes.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet, row, small } from '../design/text.css.ts'
import * as look from './people.css.ts'

interface Leaving {
  readonly person: Row<Person>
  onClose(): void
}

/** Says that somebody has left, with what comes of it said before. The row moves once the district has answered. */
export function HasLeft({ person, onClose }: Leaving) {
  const words = useWords()
  const said = words.people.left
  const { act, told, busy } = useAct()
  const [isSent, setSent] = useState(false)
  const { name } = person.body
  const leave = async () => {
    const done = await act('person.leave', { person: person.id, hasLeft: true })
    if (done !== undefined) setSent(true)
  }
  if (isSent) return <p role="status">{said.queued({ name })}</p>
  return (
    <div className={look.sure}>
      <p className={measure}>{said.sure({ name })}</p>
      {isOneOfTwo(person.body) ? (
        <p className={`${small} ${quiet} ${measure}`}>{words.people.form.takesAway}</p>
      ) : null}
      <div className={row}>
        <Button kind="danger" busy={busy} onPress={() => void leave()}>
          {said.really}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {said.keep}
        </Button>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </div>
  )
}
