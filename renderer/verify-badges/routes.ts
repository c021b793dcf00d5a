import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const VerifyScreen = later(async () => (await import('./verify-screen.tsx')).VerifyScreen)
const BatchScreen = later(async () => (await import('./batch-screen.tsx')).BatchScreen)

export const routes: readonly Route[] = [
  { path: '/verify', screen: VerifyScreen },
  { path: '/verify/:batch', screen: BatchScreen },
]

export const places: readonly Place[] = [{ id: 'verify', path: '/verify', group: 'office' }]
