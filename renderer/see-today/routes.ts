import type { Place, Route } from '../app/route.ts'
import { TodayScreen } from './today.tsx'

export const routes: readonly Route[] = [
  { path: '/', screen: TodayScreen },
  { path: '/today', screen: TodayScreen },
]

export const places: readonly Place[] = [{ id: 'today', path: '/today', group: 'mine' }]
