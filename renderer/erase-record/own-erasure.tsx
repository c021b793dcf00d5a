import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextLink } from '../design/link.tsx'

/** What two people decide, or have decided, about one's own record, and what to take along before; nothing where nobody does. */
export function OwnErasure() {
  const words = useWords().erasure
  const said = words.yours
  const rows = useRows('erasure.own', {})
  const erasure = rows?.erasure?.body
  const nameOf = (id: string | undefined) =>
    rows?.people.find(known => known.id === id)?.body.name ?? words.someone
  if (erasure?.state === 'asked')
    return (
      <ErrorNote
        kind="ask"
        said={said.asked({ by: nameOf(erasure.askedBy) })}
        next={said.askedNext}
      />
    )
  if (erasure?.state === 'agreed')
    return (
      <ErrorNote
        kind="ask"
        said={said.agreed({
          asked: nameOf(erasure.askedBy),
          agreed: nameOf(erasure.agreedBy),
          due: erasure.dueAt ?? 0,
        })}
        next={said.agreedNext}
      >
        <TextLink to="/badges">{said.badges}</TextLink>
        <TextLink to="/settings/device">{said.copy}</TextLink>
      </ErrorNote>
    )
  if (erasure?.state === 'erased')
    return (
      <ErrorNote
        kind="ask"
        said={said.erased({ at: erasure.erasedAt ?? 0 })}
        next={said.erasedNext}
      />
    )
  return null
}
