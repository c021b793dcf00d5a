import { later } from '../app/later.tsx'
import type { Route } from '../app/route.ts'

const GivenScreen = later(async () => (await import('./given-screen.tsx')).GivenScreen)

export const routes: readonly Route[] = [{ path: '/verify/endorsements', screen: GivenScreen }]
