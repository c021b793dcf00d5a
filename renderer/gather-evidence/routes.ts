import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const AddEvidence = later(async () => (await import('./add.tsx')).AddEvidence)
const PieceScreen = later(async () => (await import('./piece.tsx')).PieceScreen)
const EvidenceTimeline = later(async () => (await import('./timeline.tsx')).EvidenceTimeline)

export const routes: readonly Route[] = [
  { path: '/add', screen: AddEvidence },
  { path: '/evidence', screen: EvidenceTimeline },
  { path: '/evidence/:id', screen: PieceScreen },
]

export const places: readonly Place[] = [
  { id: 'evidence', path: '/evidence', group: 'mine', role: 'educator' },
]
