import type { Place, Route } from '../app/route.ts'
import { Catalogue } from './catalogue.tsx'
import { MicroCredentialScreen } from './micro-credential.tsx'

export const routes: readonly Route[] = [
  { path: '/micro-credentials', screen: Catalogue },
  { path: '/micro-credentials/:id', screen: MicroCredentialScreen },
]

export const places: readonly Place[] = [
  { id: 'catalogue', path: '/micro-credentials', group: 'mine', role: 'educator' },
]
