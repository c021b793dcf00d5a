import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const VerifyScreen = later(async () => (await import('./verify-screen.tsx')).VerifyScreen)

export const routes: readonly Route[] = [{ path: '/verify', screen: VerifyScreen }]

export const places: readonly Place[] = [{ id: 'verify', path: '/verify', group: 'office' }]
