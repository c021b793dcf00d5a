import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const ClaimScreen = later(async () => (await import('./claim.tsx')).ClaimScreen)
const Claims = later(async () => (await import('./claims.tsx')).Claims)
const SentClaim = later(async () => (await import('./sent.tsx')).SentClaim)

export const routes: readonly Route[] = [
  { path: '/claims', screen: Claims },
  { path: '/claims/:id', screen: ClaimScreen },
  { path: '/claims/:id/sent', screen: SentClaim },
]

export const places: readonly Place[] = [
  { id: 'claims', path: '/claims', group: 'mine', role: 'educator' },
]
