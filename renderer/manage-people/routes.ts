import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const PeopleScreen = later(async () => (await import('./people.tsx')).PeopleScreen)

const RolesThatWait = later(async () => (await import('./roles-that-wait.tsx')).RolesThatWait)

export const routes: readonly Route[] = [
  { path: '/people', screen: PeopleScreen },
  { path: '/people/roles', screen: RolesThatWait },
]

export const places: readonly Place[] = [
  { id: 'people', path: '/people', group: 'district', role: 'administrator' },
]
