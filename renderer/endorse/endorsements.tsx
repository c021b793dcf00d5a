import { useState } from 'react'
import type { Row } from '../../contract/device/row.ts'
import type { Endorsement } from '../../core/endorsement/record.ts'
import { mayOffer } from '../../core/endorsement/rights.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { CheckMark } from '../design/mark.tsx'
import {
  heading,
  measure,
  mono,
  quiet,
  row,
  section,
  small,
  voiceSmall,
} from '../design/text.css.ts'
import { endorsementStands } from './endorsement-said.ts'
import * as look from './endorse.css.ts'
import { ReadIn } from './read-in.tsx'
import { TakeOff } from './take-off.tsx'

interface Endorsing {
  readonly about: Endorsement['about']
  /** The record that a file read in here would be about. */
  readonly subject: string
  /** The id that such a file has to speak of. */
  readonly endorsed: string | undefined
  readonly units?: readonly string[] | undefined
  /** Whose it is: nobody reads in praise of their own. */
  readonly owner?: string
  readonly endorsements: readonly Row<Endorsement>[]
}

/** What others say of a micro-credential or a badge; the office reads more in, and takes off. */
export function Endorsements({ about, subject, endorsed, units, owner, endorsements }: Endorsing) {
  const words = useWords()
  const said = words.endorsements
  const { person, holding } = useSession()
  const [takingOff, setTakingOff] = useState<Row<Endorsement>>()
  const isOffice = person !== undefined && person.id !== owner && mayOffer(holding, about, units)
  // What became of a file is told where it was read in.
  const shown = endorsements.filter(
    ({ body }) => body.state === 'accepted' || body.subject === subject,
  )
  if (shown.length === 0 && !isOffice) return null
  return (
    <section className={section}>
      <h2 className={heading}>{said.title}</h2>
      <p className={`${small} ${quiet} ${measure}`}>{shown.length === 0 ? said.none : said.lead}</p>
      <ul className={look.list}>
        {shown.map(one => {
          const { issuer, comment } = one.body.said ?? {}
          const stands = endorsementStands(words, one.body)
          const isOver = one.body.state === 'refused' || one.body.state === 'withdrawn'
          return (
            <li key={one.id} className={look.entry}>
              {comment === undefined || comment === '' ? null : (
                <p className={voiceSmall}>{comment}</p>
              )}
              <p>
                {issuer === undefined ? said.unread({ at: one.body.offeredAt }) : issuer.name}
                {issuer === undefined ? null : <span className={mono}> {issuer.host}</span>}
              </p>
              <p className={`${small} ${quiet} ${row}`}>
                <CheckMark outcome={stands.outcome} label={said.marks[stands.outcome]} />
                <span className={look.stands}>{stands.said}</span>
              </p>
              {isOver || !isOffice || one.body.subject !== subject ? null : (
                <Button
                  kind="small"
                  label={said.takeOffLabel({ name: issuer?.name ?? said.file })}
                  onPress={() => setTakingOff(one)}
                >
                  {said.takeOff}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {isOffice && endorsed !== undefined ? (
        <ReadIn about={about} subject={subject} endorsed={endorsed} />
      ) : null}
      {takingOff === undefined ? null : (
        <TakeOff endorsement={takingOff} onClose={() => setTakingOff(undefined)} />
      )}
    </section>
  )
}
