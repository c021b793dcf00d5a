import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../app/act.ts'
import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { door } from '../door/door.ts'
import { BeingRead } from './being-read.tsx'

/** While the screen is open it is asked anew after so long (ms), sooner while the district owes an answer. */
const anewMs = 20_000
const soonMs = 2_000

/** What coaches read, for who may give it back and is told of no such claim otherwise: the district alone knows, so it is asked. */
export function ClaimsBeingRead() {
  const words = useWords()
  const people = useRows('people', {})?.people ?? []
  const { act, told } = useAct()
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const { data } = useQuery({
    queryKey: ['being read'],
    queryFn: () => door.district.beingRead(),
    retry: false,
    refetchInterval: sent.size > 0 ? soonMs : anewMs,
  })
  const claims = data?.claims ?? []
  const nameOf = (person: string | undefined) =>
    people.find(one => one.id === person)?.body.name ?? words.people.devices.unknownPerson
  const release = async (claim: string) => {
    const done = await act('review.release-unseen', { claim })
    if (done !== undefined) setSent(new Set([...sent, claim]))
  }
  const waiting = claims.filter(one => sent.has(one.claim))
  return (
    <>
      <BeingRead
        taken={claims.map(({ reader, answerBy, ...one }) => ({
          ...one,
          readers: [reader],
          answerBy,
        }))}
        nameOf={nameOf}
        onRelease={claim => void release(claim)}
      />
      <p role="status">{waiting.map(({ title }) => words.people.releasing({ title })).join(' ')}</p>
      {told === undefined ? null : <ErrorNote {...told} />}
    </>
  )
}
