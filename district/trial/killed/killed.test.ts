import { expect, test } from 'vitest'
import { isOnSqlite } from '../trial-database.ts'
import { killedAgainAndAgain } from './run.ts'

/** Two hundred by `npm run deep`; on PostgreSQL a few, since the server itself is not killed. */
const kills = isOnSqlite ? 20 : 6

test('district and laptop, killed at any moment, lose nothing that they said is kept, and do nothing twice', async () => {
  const { killed, goals, files, badges } = await killedAgainAndAgain(4, kills)
  expect(killed.district + killed.laptop).toBeGreaterThanOrEqual(kills)
  // A run in which nobody did anything proves nothing.
  for (const count of [killed.district, killed.laptop, goals, files, badges])
    expect(count).toBeGreaterThan(0)
}, 600_000)
