import type { Place, Route } from '../app/route.ts'
import { ClaimScreen } from './claim.tsx'
import { Claims } from './claims.tsx'
import { SentClaim } from './sent.tsx'

export const routes: readonly Route[] = [
  { path: '/claims', screen: Claims },
  { path: '/claims/:id', screen: ClaimScreen },
  { path: '/claims/:id/sent', screen: SentClaim },
]

export const places: readonly Place[] = [
  { id: 'claims', path: '/claims', group: 'mine', role: 'educator' },
]
