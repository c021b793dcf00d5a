import { useState } from 'react'
import type { Session } from '../../contract/device/session.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Pick } from '../design/field.tsx'
import { door } from '../door/door.ts'
import { chooseTextSize, readTextSize, textSizes } from './text-size.ts'

interface Choosing {
  onSession(session: Session): void
}

/** Language and text size: asked before anything else, and in Settings. Each is kept at once. */
export function LookChoices({ onSession }: Choosing) {
  const words = useWords()
  const session = useSession()
  const { attempt, told } = useAct()
  const [size, setSize] = useState(readTextSize)

  const speak = async (language: Session['language']) => {
    const next = await attempt(() => door.settings({ language }))
    if (next !== undefined) onSession(next)
  }
  return (
    <>
      <Pick
        legend={words.welcome.language}
        name="language"
        value={session.language}
        options={[
          { value: 'en', label: words.welcome.languages.en },
          { value: 'es', label: words.welcome.languages.es },
        ]}
        onValue={value => void speak(value === 'es' ? 'es' : 'en')}
      />
      <Pick
        legend={words.welcome.textSize.legend}
        name="text-size"
        value={size}
        options={textSizes.map(value => ({ value, label: words.welcome.textSize[value] }))}
        onValue={value => {
          const chosen = textSizes.find(one => one === value) ?? 'usual'
          chooseTextSize(chosen)
          setSize(chosen)
        }}
      />
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </>
  )
}
