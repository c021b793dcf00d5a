/** What the desktop window adds to a page, as `globalThis.meritfolioWindow`; absent in a browser. */
export interface WindowShell {
  /** Keeps the window's content out of screen sharing and screenshots while a sealed original is shown. */
  protect(isSealed: boolean): Promise<void>
}

/** The name of `WindowShell` on the page. */
export const windowShellName = 'meritfolioWindow'
