import { join } from 'node:path'

/** Where a folder keeps its device's key. */
export const keyFileIn = (folder: string): string => join(folder, 'device.key')
