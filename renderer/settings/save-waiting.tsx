import { useState } from 'react'
import { useAct } from '../app/act.ts'
import { useSync } from '../app/live.tsx'
import { saveBytes } from '../app/save-bytes.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { row } from '../design/text.css.ts'
import { door } from '../door/door.ts'

/** What waits for the district, as a file: for a computer that was revoked, or out of caution. Where nothing waits, nothing. */
export function SaveWaiting() {
  const words = useWords()
  const said = words.settings.device
  const { attempt, told, busy } = useAct()
  const [saved, setSaved] = useState(false)
  const { waitingCount, refusedCount } = useSync()
  if (waitingCount === 0 && refusedCount === 0 && !saved) return null
  const save = async () => {
    const bytes = await attempt(() => door.outbox())
    if (bytes === undefined) return
    saveBytes(bytes, said.fileName)
    setSaved(true)
  }
  return (
    <>
      <div className={row}>
        <Button busy={busy} onPress={() => void save()}>
          {said.saveFile}
        </Button>
        <span role="status">{saved ? said.savedFile({ name: said.fileName }) : null}</span>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </>
  )
}
