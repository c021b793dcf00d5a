import type { Terminal } from './terminal.ts'

/** A bar on the standard error, for a person who watches; nothing at all for anybody else. */
export interface Progress {
  readonly step: () => void
  /** Takes the bar away, so that what follows stands on a clean line. */
  readonly clear: () => void
}

/** Least time between two drawings, in milliseconds. */
const redrawMs = 100

/**
 * @param total how many steps there are.
 * @param doing what is done meanwhile, where that is not the thing itself.
 */
export function progressOf(
  terminal: Terminal,
  total: number,
  now: () => number,
  doing = '',
): Progress {
  if (!terminal.isWatched || total < 2) return { step: () => undefined, clear: () => undefined }
  let done = 0
  let drawnAt = 0
  return {
    step: () => {
      done += 1
      if (done < total && now() - drawnAt < redrawMs) return
      drawnAt = now()
      const share = Math.min(1, done / total)
      const width = Math.max(10, Math.min(40, (terminal.columns || 80) - 30 - doing.length))
      const filled = Math.round(share * width)
      const bar = `${'#'.repeat(filled)}${'.'.repeat(width - filled)}`
      terminal.err(`\r${doing}[${bar}] ${done} of ${total} (${Math.floor(share * 100)} %)`)
    },
    clear: () => {
      // Where answers go to a file the bar may stand.
      if (!terminal.isShared && done < total) return
      drawnAt = 0
      terminal.err('\r\u001b[K')
    },
  }
}
