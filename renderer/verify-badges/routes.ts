import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const VerifyScreen = later(async () => (await import('./verify-screen.tsx')).VerifyScreen)
const TrustScreen = later(async () => (await import('./trust-screen.tsx')).TrustScreen)
const BatchScreen = later(async () => (await import('./batch-screen.tsx')).BatchScreen)

export const routes: readonly Route[] = [
  { path: '/verify', screen: VerifyScreen },
  { path: '/verify/trust', screen: TrustScreen },
  { path: '/verify/:batch', screen: BatchScreen },
]

export const places: readonly Place[] = [{ id: 'verify', path: '/verify', group: 'office' }]
