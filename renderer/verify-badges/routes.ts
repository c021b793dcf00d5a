import type { Place, Route } from '../app/route.ts'
import { VerifyScreen } from './verify-screen.tsx'

export const routes: readonly Route[] = [{ path: '/verify', screen: VerifyScreen }]

export const places: readonly Place[] = [{ id: 'verify', path: '/verify', group: 'office' }]
