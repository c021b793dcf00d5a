import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const FrameworksScreen = later(async () => (await import('./framework-list.tsx')).FrameworksScreen)
const FrameworkScreen = later(async () => (await import('./framework.tsx')).FrameworkScreen)

export const routes: readonly Route[] = [
  { path: '/frameworks', screen: FrameworksScreen },
  { path: '/frameworks/:id', screen: FrameworkScreen },
]

export const places: readonly Place[] = [{ id: 'frameworks', path: '/frameworks', group: 'mine' }]
