import { useRef, useState } from 'react'
import type { Endorsement } from '../../core/endorsement/record.ts'
import { endorsementCharsMax } from '../../core/endorsement/record.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, mono, quiet, small, unseen } from '../design/text.css.ts'
import * as look from './endorse.css.ts'

interface ReadingIn {
  readonly about: Endorsement['about']
  readonly subject: string
  readonly endorsed: string
}

/** Reads a file in, and says which id whoever writes one has to name. */
export function ReadIn({ about, subject, endorsed }: ReadingIn) {
  const said = useWords().endorsements
  const { act, told, busy } = useAct()
  const [isTooLarge, setTooLarge] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File) => {
    // More bytes than that are more signs in any file that could be taken.
    const text = file.size > endorsementCharsMax * 4 ? '' : await file.text()
    const isTaken = text !== '' && text.length <= endorsementCharsMax
    setTooLarge(!isTaken)
    if (!isTaken) return
    if (about === 'badge') await act('endorsement.offer-badge', { badge: subject, text })
    else await act('endorsement.offer', { microCredential: subject, text })
  }
  return (
    <div className={look.readIn}>
      <p className={`${small} ${quiet} ${measure}`}>{said.howTo[about]}</p>
      <p className={mono}>{endorsed}</p>
      <input
        ref={input}
        type="file"
        className={unseen}
        accept=".json,.jsonld,.jwt,.txt,application/json"
        aria-label={said.readIn}
        tabIndex={-1}
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file !== undefined) void read(file)
        }}
      />
      <Button busy={busy} onPress={() => input.current?.click()}>
        {said.readIn}
      </Button>
      {isTooLarge ? <ErrorNote said={said.tooLarge} next={said.tooLargeNext} /> : null}
      {told === undefined ? null : <ErrorNote {...told} />}
    </div>
  )
}
