import { later } from '../app/later.tsx'
import type { Place, Route } from '../app/route.ts'

const IssueScreen = later(async () => (await import('./issue-screen.tsx')).IssueScreen)

const RevokeSeveral = later(async () => (await import('./revoke-several.tsx')).RevokeSeveral)

export const routes: readonly Route[] = [
  { path: '/issue', screen: IssueScreen },
  { path: '/issue/several', screen: RevokeSeveral },
]

export const places: readonly Place[] = [
  { id: 'issue', path: '/issue', group: 'office', role: 'officer' },
]
