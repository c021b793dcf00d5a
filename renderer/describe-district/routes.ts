import { later } from '../app/later.tsx'
import type { Route } from '../app/route.ts'

const DistrictScreen = later(async () => (await import('./district-screen.tsx')).DistrictScreen)

export const routes: readonly Route[] = [{ path: '/people/district', screen: DistrictScreen }]
