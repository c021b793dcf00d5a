import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { ipcMain } from 'electron'
import { hostOf } from './origins.ts'

/** The one message that a page may send. */
export const protectChannel = 'protect'

/** Lets our screen, and no frame in it, keep the window out of screen sharing while a sealed original is shown. */
export function answerProtect(window: () => BrowserWindow | undefined): void {
  ipcMain.handle(protectChannel, (event: IpcMainInvokeEvent, isSealed: unknown) => {
    const frame = event.senderFrame
    const isScreen = frame !== null && frame.parent === null && hostOf(frame.url) === 'screen'
    if (!isScreen || typeof isSealed !== 'boolean') throw new Error('not for this page')
    window()?.setContentProtection(isSealed)
  })
}
