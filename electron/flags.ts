/** What `npm start`, or a person, asked the window for. Unknown ones are the system's (a Mac adds its own). */
export interface Flags {
  readonly data: string | undefined
  readonly isDemo: boolean
}

/** Reads the window's arguments. */
export function readFlags(args: readonly string[]): Flags {
  const at = args.indexOf('--data')
  return { data: at < 0 ? undefined : args[at + 1], isDemo: args.includes('--demo') }
}

/** The same for the device program. */
export const deviceFlags = ({ data, isDemo }: Flags): string[] => [
  ...(data === undefined ? [] : ['--data', data]),
  ...(isDemo ? ['--demo'] : []),
]
