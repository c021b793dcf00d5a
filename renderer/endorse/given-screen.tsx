import { useState } from 'react'
import type { Row } from '../../contract/device/row.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { mayGive } from '../../core/endorsement/rights.ts'
import { GoesIn, useGoing } from '../app/goes-in.tsx'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { saveBytes } from '../app/save-bytes.ts'
import { useWords } from '../app/words.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LiveRegion } from '../design/live-region.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { lead, measure } from '../design/text.css.ts'
import { fileNameOf } from '../hold-badges/file-name.ts'
import * as look from './endorse.css.ts'
import { GivenLine } from './given-line.tsx'
import { TakeBack } from './take-back.tsx'

/** What the district endorses of others, for everybody; who may takes back. */
export function GivenScreen() {
  const words = useWords()
  const said = words.givenEndorsements
  const { holding } = useSession()
  const rows = useRows('given-endorsements', {})
  const [takingBack, setTakingBack] = useState<Row<GivenEndorsement>>()
  const [saved, setSaved] = useState('')
  const goings = [useGoing('endorsement.give'), useGoing('endorsement.take-back')]
  if (rows === undefined) return <LoadingLine label={words.frame.loading} />
  const { given, people } = rows
  const nameOf = (person: string | undefined) =>
    people.find(({ id }) => id === person)?.body.name ?? ''
  const save = ({ body }: Row<GivenEndorsement>) => {
    const { credential } = body
    if (credential === undefined) return
    const name = fileNameOf(body.endorsed.name, 'endorsement.json')
    saveBytes(new Blob([credential], { type: 'application/vc+ld+json' }), name)
    setSaved(said.saved({ name }))
  }
  return (
    <Screen title={said.title} titled="page">
      <p className={`${lead} ${measure}`}>{said.lead}</p>
      <p>
        <TextLink to="/verify">{said.toVerify}</TextLink>
      </p>
      {goings.map(going => (going === undefined ? null : <GoesIn key={going.key} going={going} />))}
      {given.length === 0 ? (
        <EmptyState>
          <p>{said.none}</p>
        </EmptyState>
      ) : (
        <ul className={look.list}>
          {given.map(one => (
            <li key={one.id} className={look.entry}>
              <GivenLine
                body={one.body}
                nameOf={nameOf}
                onSave={() => save(one)}
                onTakeBack={mayGive(holding) ? () => setTakingBack(one) : undefined}
              />
            </li>
          ))}
        </ul>
      )}
      <LiveRegion say={saved} />
      {takingBack === undefined ? null : (
        <TakeBack given={takingBack} onClose={() => setTakingBack(undefined)} />
      )}
    </Screen>
  )
}
