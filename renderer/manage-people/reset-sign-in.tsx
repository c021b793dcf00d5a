import { useState } from 'react'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { Invitation } from './invitation.tsx'
import * as look from './people.css.ts'

interface Resetting {
  readonly person: string
  readonly name: string
  /** They say a second yes to others: what lets a computer in as them waits longer. */
  readonly isInCharge: boolean
  onClose(): void
}

/** Takes somebody's sign-in away and shows the code that stands in its place, with what comes of it said before. */
export function ResetSignIn({ person, name, isInCharge, onClose }: Resetting) {
  const words = useWords()
  const said = words.people.reset
  const { attempt, told, busy } = useAct()
  const [made, setMade] = useState<{ code: string; expiresAt: number }>()
  const reset = async () => setMade(await attempt(() => door.district.reset(person)))
  if (made !== undefined)
    return (
      <Invitation
        title={said.title({ name })}
        code={made.code}
        expiresAt={made.expiresAt}
        onDone={onClose}
      />
    )
  return (
    <div className={look.sure}>
      <p className={measure}>{said.sure({ name, isInCharge })}</p>
      <div className={row}>
        <Button kind="danger" busy={busy} onPress={() => void reset()}>
          {said.really}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {said.leave}
        </Button>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </div>
  )
}
