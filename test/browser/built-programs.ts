import type { DeviceReady, DistrictReady, Program } from '../walk/programs.ts'
import { beginDevice, beginDistrict } from '../walk/programs.ts'

// As they are handed out: a window of Electron runs these very files. They start in half the time of their sources.

/** Starts the program of a person's computer; what leaves it goes at once, or after `holdMs`. */
export const startDevice = (folder: string, port = 0, holdMs = 0): Promise<Program<DeviceReady>> =>
  beginDevice(folder, port, holdMs, 'dist/device/start.js').program

/** Starts a district record on SQLite in its folder. */
export const startDistrict = (
  folder: string,
  port = 0,
  more: readonly string[] = [],
): Promise<Program<DistrictReady>> =>
  beginDistrict(folder, port, undefined, more, 'dist/district/start.js').program
