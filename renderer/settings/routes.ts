import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const SettingsScreen = later(async () => (await import('./settings.tsx')).SettingsScreen)

export const routes: readonly Route[] = [{ path: '/settings/:part?', screen: SettingsScreen }]

export const places: readonly Place[] = [{ id: 'settings', path: '/settings', group: 'mine' }]
