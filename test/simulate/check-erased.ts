import { rowIn, rowsOf } from './rows.ts'
import type { SimDevice } from './device.ts'
import type { Grounds, World } from './world.ts'
import { Broken } from './world.ts'

/** ERASED: who was erased stands in no directory, whatever copy of the record came back. */
export function checkStaysErased({ ledger, dbs }: Grounds): void {
  for (const person of ledger.erased)
    if (rowIn(dbs.record, `person/${person}`) !== undefined)
      throw new Broken('ERASED', 'Somebody who was erased is in the directory again.', { person })
}

/** ERASED: not a word of theirs is left in the district's records or on any computer, nor a file. */
export function checkErased(world: World, living: readonly SimDevice[]): void {
  const { ledger, dbs, devices } = world
  checkStaysErased(world)
  if (ledger.erased.size === 0) return
  const files = rowsOf<{ owner: string }>(dbs.record, 'select owner from blob')
  if (files.some(({ owner }) => ledger.erased.has(owner)))
    throw new Broken('ERASED', 'The district keeps a file of somebody who was erased.')
  const own = devices.filter(one => ledger.erased.has(one.person))
  const told = own.filter(({ name }) => !ledger.endedDevices.has(name))
  const places = [
    { id: 'the district', db: dbs.record },
    ...[...living, ...told].map(({ id, db }) => ({ id, db })),
  ]
  for (const { id, db } of places) {
    const bytes = db.serialize()
    const word = [...ledger.words].find(one => bytes.includes(one))
    if (word !== undefined)
      throw new Broken('ERASED', 'A word of somebody who was erased is left.', { on: id, word })
  }
}

/** What nobody but one person has written, in a text of theirs: each line begins with a number of its own. */
export const wordsIn = (text: string): readonly string[] =>
  text.match(/(?<![-\w])\d{8,12}(?![-\w])/g) ?? []
