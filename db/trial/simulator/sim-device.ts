import type Database from 'better-sqlite3'
import type { DeviceStore } from '../../device-store/open.ts'

/** One computer in a run. */
export interface SimDevice {
  readonly name: string
  /** Another one after a copy was put back. */
  db: Database.Database
  store: DeviceStore
  /** Who the district knows here; joined later where the device began alone. */
  readonly owner: string
  /** This clock minus the world's (ms). */
  skewMs: number
}
