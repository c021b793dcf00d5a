import type { Place, Route } from '../app/route.ts'
import { SettingsScreen } from './settings.tsx'

export const routes: readonly Route[] = [{ path: '/settings/:part?', screen: SettingsScreen }]

export const places: readonly Place[] = [{ id: 'settings', path: '/settings', group: 'mine' }]
