import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const Catalogue = later(async () => (await import('./catalogue.tsx')).Catalogue)
const MicroCredentialScreen = later(
  async () => (await import('./micro-credential.tsx')).MicroCredentialScreen,
)

export const routes: readonly Route[] = [
  { path: '/micro-credentials', screen: Catalogue },
  { path: '/micro-credentials/:id', screen: MicroCredentialScreen },
]

export const places: readonly Place[] = [
  { id: 'catalogue', path: '/micro-credentials', group: 'mine', role: 'educator' },
]
