import type { Place, Route } from '../app/route.ts'
import { PlanScreen } from './plan.tsx'

export const routes: readonly Route[] = [
  { path: '/plan/:year?', screen: PlanScreen },
  { path: '/goals/:id', screen: PlanScreen },
]

export const places: readonly Place[] = [{ id: 'plan', path: '/plan', group: 'mine' }]
