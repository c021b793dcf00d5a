import type { Place, Route } from '../app/route.ts'
import { FrameworksScreen } from './framework-list.tsx'
import { FrameworkScreen } from './framework.tsx'

export const routes: readonly Route[] = [
  { path: '/frameworks', screen: FrameworksScreen },
  { path: '/frameworks/:id', screen: FrameworkScreen },
]

export const places: readonly Place[] = [{ id: 'frameworks', path: '/frameworks', group: 'mine' }]
