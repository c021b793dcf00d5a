import { useState } from 'react'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { saveFile } from './save-file.ts'

/** What waits for the district, as a file: for a computer that was revoked, or out of caution. */
export function SaveWaiting() {
  const words = useWords()
  const said = words.settings.device
  const { attempt, told, busy } = useAct()
  const [saved, setSaved] = useState(false)
  const save = async () => {
    const bytes = await attempt(() => door.outbox())
    if (bytes === undefined) return
    saveFile(bytes, said.fileName)
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
