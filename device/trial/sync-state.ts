import { expect } from 'vitest'
import type { SyncState } from '../../contract/device/session.ts'
import { untilPasses } from '../../test/builders/patience.ts'
import type { OpenProgram } from './open-program.ts'

/** How sync stands, as the first line of the events says it. */
export async function syncStateOf(open: OpenProgram): Promise<SyncState> {
  const stop = new AbortController()
  const answer = await open.knock('/api/events', { signal: stop.signal })
  const reader = answer.body?.getReader()
  const first = await reader?.read()
  stop.abort()
  const [line = ''] = Buffer.from(first?.value ?? [])
    .toString()
    .split('\n')
  return JSON.parse(line).sync
}

/** Waits until all that was done on a computer is in the district's record, its files too. */
export const untilInRecord = (open: OpenProgram) =>
  untilPasses(async () =>
    expect(await syncStateOf(open)).toMatchObject({
      ...{ state: 'record', waitingCount: 0, files: { sent: 0, all: 0 } },
    }),
  )
