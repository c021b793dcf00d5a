import { later } from '../app/later.tsx'
import type { Route } from '../app/route.ts'

const EraseRecord = later(async () => (await import('./erase-record.tsx')).EraseRecord)

export const routes: readonly Route[] = [{ path: '/people/:person/erase', screen: EraseRecord }]
