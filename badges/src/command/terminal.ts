import { once } from 'node:events'

/** Where a command writes. Answers go to `out`, everything about getting there to `err`. */
export interface Terminal {
  /** Resolves when there is room for more: output never piles up in memory. */
  readonly out: (text: string | Uint8Array) => Promise<void>
  readonly err: (text: string) => void
  /** Whether a person watches `err`: only then is there a progress bar. */
  readonly isWatched: boolean
  /** Whether answers appear on the same screen. */
  readonly isShared: boolean
  readonly columns: number
}

/** @returns the terminal of this process. A reader that goes away (`| head`) ends it quietly. */
export function processTerminal(): Terminal {
  process.stdout.on('error', () => process.exit(1))
  process.stderr.on('error', () => undefined)
  return {
    out: async text => {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain')
    },
    err: text => void process.stderr.write(text),
    isWatched: process.stderr.isTTY,
    isShared: process.stdout.isTTY,
    columns: process.stderr.columns,
  }
}

/** What a terminal would obey rather than show, and signs that turn the reading direction. */
const unshowable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** @returns a stranger's text on one line, harmless, and not longer than `charactersMax`. */
export function shown(text: string, charactersMax = 200): string {
  const plain = text.replace(unshowable, ' ').trim()
  return plain.length > charactersMax ? `${plain.slice(0, charactersMax)}…` : plain
}
