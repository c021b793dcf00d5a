import type { Place, Route } from '../app/route.ts'
import { PeopleScreen } from './people.tsx'

export const routes: readonly Route[] = [{ path: '/people', screen: PeopleScreen }]

export const places: readonly Place[] = [
  { id: 'people', path: '/people', group: 'district', role: 'administrator' },
]
