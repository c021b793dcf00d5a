import { useState } from 'react'
import { useAct } from '../app/act.ts'
import { useSession, useSessionChange } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Pick } from '../design/field.tsx'
import { chooseLetters, lettersAct } from '../design/single-letters.ts'
import { quiet, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { LookChoices } from '../start-here/look-choices.tsx'

const themes = ['system', 'light', 'dark'] as const

/** Language, text size, light or dark. */
export function LookPart() {
  const words = useWords()
  const said = words.settings.look
  const session = useSession()
  const show = useSessionChange()
  const { attempt, told } = useAct()
  const [letters, setLetters] = useState(lettersAct)

  const paint = async (theme: (typeof themes)[number]) => {
    const next = await attempt(() => door.settings({ theme }))
    if (next !== undefined) show(next)
  }
  return (
    <>
      <LookChoices onSession={show} />
      <p className={`${small} ${quiet}`}>{said.textNote}</p>
      <Pick
        legend={said.theme}
        name="theme"
        value={session.theme}
        options={themes.map(value => ({ value, label: said.themes[value] }))}
        onValue={value => void paint(themes.find(one => one === value) ?? 'system')}
      />
      <Pick
        legend={said.letters}
        name="letters"
        value={letters ? 'on' : 'off'}
        options={[
          { value: 'on', label: said.lettersOn },
          { value: 'off', label: said.lettersOff },
        ]}
        onValue={value => {
          chooseLetters(value === 'on')
          setLetters(value === 'on')
        }}
      />
      <p className={`${small} ${quiet}`}>{said.lettersNote}</p>
      <p className={`${small} ${quiet}`}>{said.kept}</p>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </>
  )
}
