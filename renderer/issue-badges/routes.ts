import type { Place, Route } from '../app/route.ts'
import { IssueScreen } from './issue-screen.tsx'

export const routes: readonly Route[] = [{ path: '/issue', screen: IssueScreen }]

export const places: readonly Place[] = [
  { id: 'issue', path: '/issue', group: 'office', role: 'officer' },
]
