import type { Place, Route } from '../app/route.ts'
import { QueueScreen } from './queue-screen.tsx'
import { ReadingScreen } from './reading-screen.tsx'

export const routes: readonly Route[] = [
  { path: '/review', screen: QueueScreen },
  { path: '/review/:review', screen: ReadingScreen },
]

export const places: readonly Place[] = [
  { id: 'review', path: '/review', group: 'coaching', role: 'coach' },
]
