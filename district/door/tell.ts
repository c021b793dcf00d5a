import { createHmac, randomBytes } from 'node:crypto'
import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'

/** One answered request: nothing of what was asked or sent, and who only under a name of the day. */
export interface Answered {
  /** The pattern, never the path. */
  readonly route: string
  readonly method: string
  readonly status: number
  readonly ms: number
  readonly bytes: number
  readonly actor: string | undefined
}

/** What the district says about its own work: for operators, without names, texts, file names or tokens. */
export interface Tell {
  answered(answered: Answered): void
  /** A defect: where, and what kind; never its message, which may hold what people wrote. */
  defect(where: string, error: unknown): void
  /** Work of the district's own: what became of it. */
  worked(what: string, facts: Readonly<Record<string, string | number>>): void
  /** A person as today's log names them; tomorrow's names them otherwise. */
  actorOf(person: string): string
}

const dayMs = 86_400_000
const nameSigns = 12

export interface Telling {
  readonly to: DestinationStream
  clock(): number
  /** Adds stack traces, for those who look for a defect on test data. */
  readonly trace: boolean
  /** Tells defects only. */
  readonly isQuiet: boolean
}

/** Writes one JSON line each. */
export function tellTo({ to, clock, trace, isQuiet }: Telling): Tell {
  const level = isQuiet ? 'error' : 'info'
  const log: Logger = pino({ base: null, level, timestamp: () => `,"time":${clock()}` }, to)
  let key = { day: -1, bytes: randomBytes(32) }
  return {
    answered: answered => log.info(answered, 'answered'),
    defect(where, error) {
      const kind = error instanceof Error ? error.name : typeof error
      const code = codeOf(error)
      log.error({ where, kind, ...(code === undefined ? {} : { code }), ...stackOf(error, trace) })
    },
    worked: (what, facts) => log.info({ what, ...facts }, 'worked'),
    actorOf(person) {
      const day = Math.floor(clock() / dayMs)
      if (key.day !== day) key = { day, bytes: randomBytes(32) }
      return createHmac('sha256', key.bytes).update(person).digest('hex').slice(0, nameSigns)
    },
  }
}

/** Codes of the system and of the database are words of a fixed list; anything longer is not logged. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const { code } = error
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : undefined
}

function stackOf(error: unknown, trace: boolean): { readonly stack?: string } {
  return trace && error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}
}
