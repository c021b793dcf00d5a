import { useState } from 'react'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { Invitation } from '../manage-people/invitation.tsx'

/** A code for a further computer of one's own: made here, it is the yes already, and nothing waits there. */
export function AddComputer() {
  const words = useWords()
  const said = words.settings.district.computers
  const { person } = useSession()
  const { attempt, told, busy } = useAct()
  const [invitation, setInvitation] = useState<{ code: string; expiresAt: number }>()
  if (person === undefined) return null
  const invite = async () => setInvitation(await attempt(() => door.district.invite(person.id)))
  return (
    <>
      {invitation === undefined ? (
        <div className={row}>
          <Button busy={busy} onPress={() => void invite()}>
            {said.add}
          </Button>
        </div>
      ) : (
        <Invitation
          title={words.people.invitation.title({ name: person.name })}
          code={invitation.code}
          expiresAt={invitation.expiresAt}
          onDone={() => setInvitation(undefined)}
        />
      )}
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </>
  )
}
