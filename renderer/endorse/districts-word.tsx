import { useEffect, useRef, useState } from 'react'
import type { Verified } from '../../contract/device/door.ts'
import type { Row } from '../../contract/device/row.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { mayGive } from '../../core/endorsement/rights.ts'
import type { NamedIn } from '../../core/endorsement/speaks-for.ts'
import { GoesIn, useGoing } from '../app/goes-in.tsx'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextLink } from '../design/link.tsx'
import { LiveRegion } from '../design/live-region.tsx'
import * as look from './endorse.css.ts'
import { Give } from './give.tsx'
import { saidHere } from './said-here.ts'
import { toEndorse, toldBeside } from './to-endorse.ts'

/** What the district itself says of a badge at hand, from this computer's record; who may adds to it. */
export function DistrictsWord({ verified }: { readonly verified: Verified }) {
  const named = toldBeside(verified)
  return named === undefined ? null : (
    <Word key={verified.sha256} verified={verified} named={named} />
  )
}

function Word({ verified, named }: { readonly verified: Verified; readonly named: NamedIn }) {
  const said = useWords().givenEndorsements
  const { holding, district } = useSession()
  const [isGiving, setGiving] = useState(false)
  const [spoken, setSpoken] = useState('')
  const going = useGoing('endorsement.give')
  const section = useRef<HTMLElement>(null)
  const endorsed = Object.values(named).filter(id => id !== undefined)
  const rows = useRows('given-endorsements', { endorsed })
  const { inForce, waiting } = saidHere(rows?.given ?? [], named, Date.now())
  const isSaid = new Set([...inForce, ...waiting].map(({ body }) => body.endorsed.kind))
  const mayAdd = mayGive(holding) && district !== undefined
  // Before it is known what is said already, nothing is offered.
  const open =
    mayAdd && rows !== undefined
      ? toEndorse(verified, district.name).filter(({ kind }) => !isSaid.has(kind))
      : []
  const isAllSaid = spoken !== '' && open.length === 0 && !isGiving
  // With the last thing to be said its button goes, before the sheet is closed or after: whoever said it stays where they were.
  useEffect(() => {
    if (isAllSaid && document.activeElement === document.body) section.current?.focus()
  }, [isAllSaid])
  if (inForce.length + waiting.length + open.length === 0) return null
  return (
    <section ref={section} tabIndex={-1} className={look.districts}>
      {inForce.length === 0 ? null : <h3>{said.here}</h3>}
      <Lines given={inForce} />
      <Lines given={waiting} after={said.state.given} />
      {inForce.length + waiting.length === 0 ? null : (
        <p>
          <TextLink to="/verify/endorsements">{said.all}</TextLink>
        </p>
      )}
      {open.length === 0 ? null : (
        <Button kind="small" onPress={() => setGiving(true)}>
          {said.endorse}
        </Button>
      )}
      {going === undefined ? null : <GoesIn going={going} />}
      <LiveRegion say={spoken} />
      {isGiving ? (
        <Give
          verified={verified}
          open={open}
          onGiven={() => {
            setGiving(false)
            setSpoken(said.given)
          }}
          onClose={() => setGiving(false)}
        />
      ) : null}
    </section>
  )
}

/** What the district says, line by line; `after`: how it stands. */
function Lines({
  given,
  after = '',
}: {
  readonly given: readonly Row<GivenEndorsement>[]
  readonly after?: string
}) {
  const said = useWords().givenEndorsements
  if (given.length === 0) return null
  return (
    <ul>
      {given.map(({ id, body: { endorsed, comment } }) => (
        <li key={id}>
          {said.said({ kind: said.kind[endorsed.kind], comment })} {after}
        </li>
      ))}
    </ul>
  )
}
