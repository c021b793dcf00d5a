import { contextBridge, ipcRenderer } from 'electron'
import type { WindowShell } from '../contract/device/window.ts'

// One function for the page, and never `ipcRenderer` itself. The names stand here again because a preload in the
// sandbox is one file on its own; `main.test.ts` holds them together.
const shell: WindowShell = {
  protect: isSealed => ipcRenderer.invoke('protect', isSealed),
}

contextBridge.exposeInMainWorld('meritfolioWindow', shell)
