import type { Place, Route } from '../app/route.ts'
import { AddEvidence } from './add.tsx'
import { PieceScreen } from './piece.tsx'
import { EvidenceTimeline } from './timeline.tsx'

export const routes: readonly Route[] = [
  { path: '/add', screen: AddEvidence },
  { path: '/evidence', screen: EvidenceTimeline },
  { path: '/evidence/:id', screen: PieceScreen },
]

export const places: readonly Place[] = [
  { id: 'evidence', path: '/evidence', group: 'mine', role: 'educator' },
]
