import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isDatabaseUrl } from '../database/database-url.ts'
import type { ProgramWords } from '../../words/shell-words.ts'

export interface Arguments {
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  /** 0 takes any free one. */
  readonly port: number
  readonly host: string
  readonly publicUrl: string | undefined
  readonly isBehindProxy: boolean
  /** The file of the key that the district's secrets are wrapped with. */
  readonly masterKeyFile: string | undefined
  readonly isDemo: boolean
  /** Badges name a list of suspended ones too, which the JSON schema of Open Badges 3.0 does not know. */
  readonly canSuspend: boolean
  readonly isRestored: boolean
  /** Ends when its input ends: the parent is gone. */
  readonly hasParent: boolean
  readonly name: string
  readonly administrator: string
  readonly timeZone: string
  /** The most that one person's files may take (bytes); absent: nothing was said. */
  readonly quotaBytes?: number
}

/** Where a district listens when nothing else is said. */
const usualPort = 4400
const charsMax = 200
/** What an operator may ask for (district/README.md). */
const known = [
  ...['--data DIR', '--port N', '--host ADDRESS', '--public-url URL', '--behind-proxy', '--demo'],
  '--suspension',
  ...[
    '--restored',
    '--master-key FILE',
    '--database URL',
    '--name NAME',
    '--administrator NAME',
    '--time-zone ZONE',
    '--quota-gb N',
  ],
]

/** What the process was asked to do, or what is wrong with it, in a sentence. */
export function readArguments(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  words: ProgramWords['district'],
): Arguments | string {
  let values: ReturnType<typeof parsed>
  try {
    values = parsed(args)
  } catch {
    // Unknown, or without its value: the platform says so in English, and at length.
    return words.notUnderstood({ given: args.join(' '), known: known.join(', ') })
  }
  const port = values.port === undefined ? usualPort : Number(values.port)
  if (values.port === '' || !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    return words.noPort({ text: String(values.port) })
  const publicUrl = values['public-url']
  if (publicUrl !== undefined && !isOrigin(publicUrl)) return words.noSite({ text: publicUrl })
  // A demo is nobody's record, and lies in its folder.
  const databaseUrl = values.database ?? (values.demo ? undefined : env['MERITFOLIO_DATABASE'])
  // Not repeated: there may be a password in it.
  if (databaseUrl !== undefined && !isDatabaseUrl(databaseUrl)) return words.noDatabase
  const timeZone = values['time-zone'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!isTimeZone(timeZone)) return words.noZone({ text: timeZone })
  const quotaBytes = quotaIn(values['quota-gb'])
  if (quotaBytes === undefined) return words.noQuota({ text: String(values['quota-gb']) })
  const { name, administrator } = values
  if ([name, administrator].some(text => text.trim() === '' || text.length > charsMax))
    return words.noName({ charsMax })
  if (values.host === '') return words.noHostGiven
  return {
    dataFolder: values.data ?? defaultFolder(env),
    databaseUrl,
    port,
    host: values.host,
    publicUrl: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
    isBehindProxy: values['behind-proxy'],
    masterKeyFile: values['master-key'],
    isDemo: values.demo,
    canSuspend: values.suspension || values.demo,
    isRestored: values.restored,
    hasParent: values.parent,
    name,
    administrator,
    timeZone,
    ...(quotaBytes === 'unsaid' ? {} : { quotaBytes }),
  }
}

const gigabyte = 1_000_000_000
const quotaGbLeast = 0.001
const quotaGbMost = 100_000

/** Gigabytes as bytes; `undefined` for what is no such number. */
function quotaIn(text: string | undefined): number | 'unsaid' | undefined {
  if (text === undefined) return 'unsaid'
  const gb = text.trim() === '' ? Number.NaN : Number(text)
  return gb >= quotaGbLeast && gb <= quotaGbMost ? Math.round(gb * gigabyte) : undefined
}

function parsed(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      database: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      'public-url': { type: 'string' },
      'behind-proxy': { type: 'boolean', default: false },
      'master-key': { type: 'string' },
      demo: { type: 'boolean', default: false },
      suspension: { type: 'boolean', default: false },
      restored: { type: 'boolean', default: false },
      parent: { type: 'boolean', default: false },
      name: { type: 'string', default: 'District' },
      administrator: { type: 'string', default: 'Administrator' },
      'time-zone': { type: 'string' },
      'quota-gb': { type: 'string' },
    },
  })
  return values
}

/** A site of its own: a did:web of a path would put the keys where someone else may write. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const isBare = url.pathname === '/' && url.search === '' && url.hash === ''
  return url.protocol === 'https:' && url.username === '' && url.password === '' && isBare
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    // The platform knows no such zone.
    return false
  }
}

/** Where a district's data is when nothing else is said. */
export function defaultFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32')
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Meritfolio district')
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'Meritfolio district')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'meritfolio-district')
}
