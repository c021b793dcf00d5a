import { epochMsOf } from '../verify/date-time.ts'
import { questionOf } from './check-explained.ts'
import { WrongUse } from './exit.ts'
import { optionsOf } from './options.ts'

/** What `verify` was asked. */
export interface VerifyArguments {
  readonly paths: readonly string[]
  readonly bundle: string | null
  readonly acceptedKey: string | null
  readonly notOlderThan: number | null
  readonly with: readonly string[]
  readonly at: number
  /** Whether no time was given, so that `at` is simply now. */
  readonly isNow: boolean
  /** Files of endorsements that belong to badges among what is verified. */
  readonly endorsements: readonly string[]
  /** Oldest knowledge that counts, in milliseconds; null: any. */
  readonly listAgeMsMax: number | null
  readonly keyAgeMsMax: number | null
  /** Whether a list may be no older than it asks to be itself. */
  readonly isTtlKept: boolean
  readonly isOffline: boolean
  readonly recipients: readonly { readonly type: string; readonly value: string }[]
  /** Whether a badge's refresh service is asked for a newer issue of it. */
  readonly isRefreshed: boolean
  /** Checks that decide beside those of the default policy. */
  readonly needed: readonly string[]
  readonly form: 'text' | 'json' | 'csv'
}

const options = {
  bundle: { type: 'string' },
  'accept-key': { type: 'string' },
  'not-older-than': { type: 'string' },
  with: { type: 'string', multiple: true },
  at: { type: 'string' },
  offline: { type: 'boolean' },
  endorsement: { type: 'string', multiple: true },
  'list-age': { type: 'string' },
  'key-age': { type: 'string' },
  ttl: { type: 'boolean' },
  recipient: { type: 'string', multiple: true },
  refresh: { type: 'boolean' },
  need: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
} as const

/** @throws WrongUse */
export function verifyArguments(argv: readonly string[], now: number): VerifyArguments {
  const { values, positionals } = optionsOf(argv, options)
  if (positionals.length === 0) throw new WrongUse('verify needs at least one FILE.')
  if (values.json === true && values.csv === true)
    throw new WrongUse('--json and --csv cannot both be given.')
  return {
    paths: positionals,
    bundle: values.bundle ?? null,
    acceptedKey: values['accept-key'] ?? null,
    notOlderThan: timeOf('--not-older-than', values['not-older-than']),
    with: values.with ?? [],
    at: timeOf('--at', values.at) ?? now,
    isNow: values.at === undefined,
    endorsements: values.endorsement ?? [],
    listAgeMsMax: daysOf('--list-age', values['list-age']),
    keyAgeMsMax: daysOf('--key-age', values['key-age']),
    isTtlKept: values.ttl === true,
    isOffline: values.offline === true,
    recipients: (values.recipient ?? []).map(recipientOf),
    isRefreshed: values.refresh === true,
    needed: (values.need ?? []).map(checkOf),
    form: values.json === true ? 'json' : values.csv === true ? 'csv' : 'text',
  }
}

/** @returns epoch ms of a time with a zone, or null where none was given. */
export function timeOf(option: string, text: string | undefined): number | null {
  if (text === undefined) return null
  const ms = epochMsOf(text)
  if (ms === null)
    throw new WrongUse(`${option} needs a time with a zone, such as 2026-11-24T12:00:00Z.`)
  return ms
}

/** @returns milliseconds of a number of days, or null where none was given. */
function daysOf(option: string, text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(text))
    throw new WrongUse(`${option} needs a number of days, such as 30.`)
  return Math.round(Number(text) * 86_400_000)
}

function recipientOf(text: string): { type: string; value: string } {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1)
    throw new WrongUse('--recipient needs TYPE=VALUE, such as email=maria@school.example.')
  return { type: text.slice(0, at), value: text.slice(at + 1) }
}

function checkOf(id: string): string {
  if (questionOf(id) === null)
    throw new WrongUse(`--need: there is no check “${id}”; issuer.known and recipient are two.`)
  return id
}
