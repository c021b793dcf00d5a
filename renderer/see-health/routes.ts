import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const HealthScreen = later(async () => (await import('./health.tsx')).HealthScreen)

export const routes: readonly Route[] = [{ path: '/health', screen: HealthScreen }]

export const places: readonly Place[] = [
  { id: 'health', path: '/health', group: 'district', role: 'administrator', isOfDistrict: true },
]
