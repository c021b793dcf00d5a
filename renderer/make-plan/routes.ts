import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const PlanScreen = later(async () => (await import('./plan.tsx')).PlanScreen)

export const routes: readonly Route[] = [
  { path: '/plan/:year?', screen: PlanScreen },
  { path: '/goals/:id', screen: PlanScreen },
]

export const places: readonly Place[] = [{ id: 'plan', path: '/plan', group: 'mine' }]
