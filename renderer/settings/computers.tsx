import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet, ruled } from '../design/text.css.ts'
import * as look from './settings.css.ts'

/** Every computer that signs in one's name, as the register has it: who was given one of them sees it here. */
export function Computers() {
  const said = useWords().settings.district.computers
  const computers = useRows('computers', {})?.computers ?? []
  if (computers.length === 0) return null
  return (
    <section className={look.group}>
      <h2>{said.title}</h2>
      <ul className={ruled}>
        {computers.map(({ device, isThis, joinedAt, revokedAt }) => (
          <li key={device}>
            {said.one({ isThis, joinedAt })}
            {revokedAt === undefined ? null : ` ${said.ended({ at: revokedAt })}`}
          </li>
        ))}
      </ul>
      <p className={`${measure} ${quiet}`}>{said.unknown}</p>
      {computers.some(computer => computer.isOther) ? (
        <ErrorNote said={said.other} next={said.otherNext} />
      ) : null}
    </section>
  )
}
