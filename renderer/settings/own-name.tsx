import { useSession, useSessionChange } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { door } from '../door/door.ts'
import { NameField } from './name-field.tsx'

/** As the directory of a district has it (`personSchema`). */
const nameCharsMax = 200

/** The name of who works alone. */
export function OwnName() {
  const said = useWords().settings.you
  const show = useSessionChange()
  return (
    <NameField
      label={said.name}
      hint={said.nameHint}
      missing={said.nameMissing}
      kept={useSession().person?.name ?? ''}
      charsMax={nameCharsMax}
      autoComplete="name"
      save={async name => show(await door.setup({ alone: { name } }))}
    />
  )
}
