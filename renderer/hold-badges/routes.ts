import type { Place, Route } from '../app/route.ts'
import { BadgeScreen } from './badge-screen.tsx'
import { Shelf } from './shelf.tsx'

export const routes: readonly Route[] = [
  { path: '/badges', screen: Shelf },
  { path: '/badges/:id', screen: BadgeScreen },
]

export const places: readonly Place[] = [
  { id: 'badges', path: '/badges', group: 'mine', role: 'educator' },
]
