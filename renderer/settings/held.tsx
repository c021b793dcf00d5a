import { useState } from 'react'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { door } from '../door/door.ts'

/** What the district no longer has (a record that was restored, say): it goes from here only when the person agrees. */
export function Held({ count }: { count: number }) {
  const words = useWords()
  const said = words.settings.district
  const { attempt, told, busy } = useAct()
  const [asked, setAsked] = useState(false)
  const letGo = async () => {
    if ((await attempt(() => door.agree())) !== undefined) setAsked(true)
  }
  return (
    <ErrorNote kind="ask" said={said.held({ n: count })} next={asked ? said.letGoAsked : ''}>
      {asked ? null : (
        <span>
          <Button kind="danger" busy={busy} onPress={() => void letGo()}>
            {said.letGo}
          </Button>
        </span>
      )}
      {told === undefined ? null : <span>{`${told.said} ${told.next}`}</span>}
    </ErrorNote>
  )
}
