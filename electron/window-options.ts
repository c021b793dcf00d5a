import type { BrowserWindowConstructorOptions } from 'electron'

/** The window (stack.md §3): a sandboxed page without Node, tags or a spell checker that fetches dictionaries. */
export function windowOptions(parts: {
  readonly preload: string
  readonly isPackaged: boolean
}): BrowserWindowConstructorOptions {
  return {
    width: 1_280,
    height: 840,
    minWidth: 360,
    minHeight: 480,
    show: false,
    title: 'Meritfolio',
    autoHideMenuBar: true,
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !parts.isPackaged,
    },
  }
}
