/** Why the app is shown in a browser. */
export type WhyBrowser =
  | 'chosen'
  | 'portAsked'
  | 'noDisplay'
  | 'notInstalled'
  | 'failedToday'
  | 'refused'

/** What the choice of a shell hangs on. */
export interface ShellFacts {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** A window listens on no port. */
  readonly isPortAsked: boolean
  /** Whether the `electron` package is there; its binary comes on its own, later. */
  readonly isPackageHere: boolean
  readonly isBinaryHere: boolean
  /** When a download failed last (epoch ms). */
  readonly failedAt: number | undefined
  /** Epoch ms. */
  readonly now: number
}

export type Shell =
  | { readonly shell: 'window'; readonly mustFetch: boolean }
  | { readonly shell: 'browser'; readonly why: WhyBrowser }

const dayMs = 86_400_000

/** Chooses between the window and the browser without starting or fetching anything. */
export function chooseShell(facts: ShellFacts): Shell {
  const { platform, env, now, failedAt } = facts
  const wish = env['MERITFOLIO_SHELL']
  if (wish === 'browser') return { shell: 'browser', why: 'chosen' }
  if (facts.isPortAsked) return { shell: 'browser', why: 'portAsked' }
  if (!hasDisplay(platform, env)) return { shell: 'browser', why: 'noDisplay' }
  if (!facts.isPackageHere) return { shell: 'browser', why: 'notInstalled' }
  if (facts.isBinaryHere) return { shell: 'window', mustFetch: false }
  const isFailedToday = failedAt !== undefined && failedAt <= now && now - failedAt < dayMs
  if (isFailedToday && wish !== 'electron') return { shell: 'browser', why: 'failedToday' }
  return { shell: 'window', mustFetch: true }
}

/** Whether a window or a browser could be seen. */
export function hasDisplay(platform: NodeJS.Platform, env: ShellFacts['env']): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}
