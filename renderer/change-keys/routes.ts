import { later } from '../app/later.tsx'
import type { Route } from '../app/route.ts'

const KeysScreen = later(async () => (await import('./key-changes.tsx')).KeyChangesScreen)

export const routes: readonly Route[] = [{ path: '/keys', screen: KeysScreen }]
