import { expect, test } from 'vitest'
import type { Person } from '../../core/person/record.ts'
import { askedWhom } from './asked-whom.ts'

const person = (id: string, ...roles: Person['roles']) => ({
  id,
  sight: 'record' as const,
  body: { name: id, place: '', roles },
})
const people = [
  person('ada', 'administrator'),
  person('iris', 'officer'),
  person('jonah', 'coach'),
  person('nell', 'officer'),
]

test('whoever is in charge of the district is asked, but for who asks and whose role it is', () => {
  const asked = askedWhom({ askedBy: 'ada', person: 'nell' }, people)
  expect(asked.map(({ id }) => id)).toEqual(['iris'])
  const within = { ...person('theo'), body: { ...person('theo').body, grants: [] } }
  expect(askedWhom({ askedBy: 'theo', person: 'jonah' }, [...people, within])).toHaveLength(3)
})
