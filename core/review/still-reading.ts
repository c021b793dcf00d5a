import type { Claim } from '../claim/record.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Person } from '../person/record.ts'
import { mayRead } from './rights.ts'

/**
 * Who among a claim's readers goes on with it: those whom the directory calls coaches of where its person works. What
 * one holds who is none any more is open to the others. Nothing is known of who isn't in the directory here, so theirs
 * stays theirs.
 */
export function stillReading(
  claim: Pick<Claim, 'readers' | 'units'>,
  people: readonly Pick<Rec<Person>, 'id' | 'body'>[],
): readonly string[] {
  return claim.readers.filter(reader => {
    const known = people.find(person => person.id === reader)
    return known === undefined || mayRead(known.body, { body: claim })
  })
}
