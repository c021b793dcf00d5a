import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const BadgeScreen = later(async () => (await import('./badge-screen.tsx')).BadgeScreen)
const Shelf = later(async () => (await import('./shelf.tsx')).Shelf)

export const routes: readonly Route[] = [
  { path: '/badges', screen: Shelf },
  { path: '/badges/:id', screen: BadgeScreen },
]

export const places: readonly Place[] = [
  { id: 'badges', path: '/badges', group: 'mine', role: 'educator' },
]
