import type { Rec } from '../kit/record-type.ts'
import type { Person } from '../person/record.ts'

/**
 * Who among a claim's readers goes on with it: those whom the directory calls coaches. What one holds who is no coach
 * any more is open to the others. Nothing is known of who isn't in the directory here, so theirs stays theirs.
 */
export function stillReading(
  readers: readonly string[],
  people: readonly Pick<Rec<Person>, 'id' | 'body'>[],
): readonly string[] {
  return readers.filter(reader => {
    const known = people.find(person => person.id === reader)
    return known === undefined || known.body.roles.includes('coach')
  })
}
