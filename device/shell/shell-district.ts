import { mkdirSync } from 'node:fs'
import type { DemoDistrict } from '../demo/district-process.ts'
import { readyIn } from '../demo/district-process.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { Shell } from './parent-port.ts'

/** Starts the demo's district through the window: a packaged program can't start others by itself. */
export async function shellDistrict(shell: Shell, folder: string): Promise<DemoDistrict> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const line = await shell.ask({ ask: 'district', folder })
  const ready = typeof line === 'string' ? readyIn(line) : undefined
  if (ready === undefined) throw new DoorRefusal('demo_failed')
  return {
    ...ready,
    async close() {
      await shell.ask({ ask: 'end-district' })
    },
  }
}
