import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const QueueScreen = later(async () => (await import('./queue-screen.tsx')).QueueScreen)
const ReadingScreen = later(async () => (await import('./reading-screen.tsx')).ReadingScreen)

export const routes: readonly Route[] = [
  { path: '/review', screen: QueueScreen },
  { path: '/review/:review', screen: ReadingScreen },
]

export const places: readonly Place[] = [
  { id: 'review', path: '/review', group: 'coaching', role: 'coach' },
]
