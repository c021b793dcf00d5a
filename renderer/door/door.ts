import type {
  doorPaths,
  CommandAnswer,
  DoorError,
  FileAddress,
  Verified,
} from '../../contract/device/door.ts'
import type { QueryInput, QueryName, QueryRows } from '../../contract/device/queries.ts'
import type { BeingReadReply } from '../../contract/sync/being-read.ts'
import type { HealthReply } from '../../contract/sync/health.ts'
import type { AccountReply, AccountRequest } from '../../contract/sync/account.ts'
import type { DeviceRow } from '../../contract/sync/join.ts'
import type { asidePaths, PutAside } from '../../contract/device/aside.ts'
import type { WaitingSaid, WaitingTaken, waitingPaths } from '../../contract/device/waiting.ts'
import type { Session } from '../../contract/device/session.ts'
import type { CommandInput, CommandName } from '../../core/commands.ts'
import type { Step } from '../../core/undo/back.ts'
import { beginAnew, isBeginningAnew } from './shown-records.ts'
import { windowHeaders } from './window-headers.ts'

/** What the door refused, as a value that can be thrown to the nearest screen. */
export class DoorRefused extends Error {
  readonly error: DoorError
  readonly status: number
  constructor(status: number, error: DoorError) {
    super(error.code)
    this.status = status
    this.error = error
  }
}

/** Paths as `contract/device/door.ts` names them; types alone come from there, and one that differs doesn't compile. */
const paths = {
  session: '/api/session',
  commands: '/api/commands',
  queries: '/api/queries',
  setup: '/api/setup',
  demoPerson: '/api/demo-person',
  settings: '/api/settings',
  lock: '/api/lock',
  unlock: '/api/unlock',
  send: '/api/send-claim',
  finish: '/api/finish-review',
  verify: '/api/verify',
  badges: '/api/badges',
  undo: '/api/undo',
  dismiss: '/api/dismiss',
  districtAddress: '/api/district-address',
  syncNow: '/api/sync-now',
  agree: '/api/agree',
  outbox: '/api/outbox',
  fileAddress: '/api/file-address',
  district: '/api/district',
} as const satisfies Partial<typeof doorPaths>

const aside = {
  list: '/api/put-aside',
  begin: '/api/begin-anew',
  open: '/api/open-aside',
} as const satisfies typeof asidePaths

const waiting = {
  look: '/api/waiting',
  take: '/api/take-waiting',
} as const satisfies typeof waitingPaths

/** Asks the door with this window's key, for whose records it shows. Throws `DoorRefused` for anything but success. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  if (isBeginningAnew()) return new Promise<Response>(() => undefined)
  const headers = new Headers(init.headers)
  for (const [name, value] of Object.entries(windowHeaders())) headers.set(name, value)
  const answer = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted === true) throw error
    // The program was closed: nobody is there to say so.
    throw new DoorRefused(0, { code: 'program_gone' })
  })
  if (answer.ok) return answer
  // A program that is only starting has no words of its own yet (503).
  const code = answer.status === 503 ? 'program_gone' : 'internal'
  const error: DoorError = await answer.json().catch((): DoorError => ({ code }))
  throw refused(answer.status, error)
}

/** What the door refused. Where someone else is shown by now, this window begins anew. */
export function refused(status: number, error: DoorError): DoorRefused {
  if (error.code === 'someone_else') beginAnew()
  return new DoorRefused(status, error)
}

/** What kinds of record the answers to a query may hold, as the door has told with the last of them. */
export const kindsHeld = new Map<string, readonly string[]>()

/** An answer to a query, and the kinds of record that it may hold. */
interface Answered<N extends QueryName> {
  readonly rows: QueryRows<N>
  readonly kinds: readonly string[]
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answer.json()
}

/** Every question that a screen may put to the program on this computer. */
export const door = {
  session: async (): Promise<Session> => (await ask(paths.session)).json(),
  /** Commands `together` under one name are held, and taken back, as one. */
  command: <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    together?: string,
  ): Promise<CommandAnswer> => post(paths.commands, { name, input, with: together }),
  /** A command that came as data: the way back from another. */
  step: (step: Step): Promise<CommandAnswer> => post(paths.commands, step),
  undo: (key: string) => post<object>(paths.undo, { key }),
  query: async <N extends QueryName>(name: N, input: QueryInput<N>): Promise<QueryRows<N>> => {
    const answer = await post<Answered<N>>(`${paths.queries}/${name}`, { input })
    kindsHeld.set(name, answer.kinds)
    return answer.rows
  },
  setup: (
    how:
      | { join: { address: string; code: string } }
      | { signIn: { address: string; name: string; password: string; oneTimeCode?: string } }
      | { alone: { name: string } }
      | { demo: true },
  ) => post<Session>(paths.setup, how),
  demoPerson: (person: string) => post<{ location: string }>(paths.demoPerson, { person }),
  leaveDemo: () => post<{ location: string }>(paths.demoPerson, { person: '' }),
  settings: (set: Partial<Pick<Session, 'language' | 'theme'>>) =>
    post<Session>(paths.settings, set),
  lock: {
    begin: () => post<{ recoveryCode: string }>(paths.lock, { begin: true }),
    set: (given: { lastGroup: string; passphrase?: string }) => post<Session>(paths.lock, given),
    take: () => post<Session>(paths.lock, { take: true }),
    open: (word: string) => post<Session>(paths.unlock, { word }),
  },
  sendClaim: (claim: string) => post<CommandAnswer>(paths.send, { claim }),
  finishReview: (review: string) => post<CommandAnswer>(paths.finish, { review }),
  fileAddress: (sha256: string, name?: string) =>
    post<FileAddress>(paths.fileAddress, { sha256, ...(name === undefined ? {} : { name }) }),
  verify: async (bytes: Blob): Promise<Verified> =>
    (await ask(paths.verify, { method: 'POST', body: bytes })).json(),
  badgeFile: async (badge: string, form: 'json' | 'png'): Promise<Blob> =>
    (await ask(`${paths.badges}/${badge}.${form}`)).blob(),
  dismiss: (key: string) => post<object>(paths.dismiss, { key }),
  districtAddress: (address: string) => post<Session>(paths.districtAddress, { address }),
  syncNow: () => post<object>(paths.syncNow, {}),
  agree: () => post<object>(paths.agree, {}),
  outbox: async (): Promise<Blob> => (await ask(paths.outbox)).blob(),
  aside: {
    list: async (): Promise<{ places: readonly PutAside[] }> => (await ask(aside.list)).json(),
    begin: () => post<object>(aside.begin, {}),
    open: (id: string) => post<object>(aside.open, { id }),
  },
  waiting: {
    look: async (file: Blob): Promise<WaitingSaid> =>
      (await ask(waiting.look, { method: 'POST', body: file })).json(),
    take: async (file: Blob): Promise<WaitingTaken> =>
      (await ask(waiting.take, { method: 'POST', body: file })).json(),
  },
  district: {
    devices: async (): Promise<{
      devices: readonly DeviceRow[]
    }> => (await ask(`${paths.district}/devices`)).json(),
    ownDevices: async (): Promise<{
      devices: readonly DeviceRow[]
    }> => (await ask(`${paths.district}/devices/own`)).json(),
    nameDevice: (device: string, name: string) =>
      post<object>(`${paths.district}/devices/own`, { device, name }),
    health: async (): Promise<HealthReply> => (await ask(`${paths.district}/health`)).json(),
    beingRead: async (): Promise<BeingReadReply> =>
      (await ask(`${paths.district}/being-read`)).json(),
    invite: (person: string) =>
      post<{ code: string; expiresAt: number }>(`${paths.district}/invitations`, { person }),
    account: async (): Promise<AccountReply> => (await ask(`${paths.district}/account`)).json(),
    changeAccount: (asked: AccountRequest) =>
      post<AccountReply>(`${paths.district}/account`, asked),
    reset: (person: string) =>
      post<{ code: string; expiresAt: number }>(`${paths.district}/resets`, { person }),
    answer: (device: string, isTheirs: boolean) =>
      post<object>(`${paths.district}/devices/answer`, { device, isTheirs }),
    revoke: (device: string) => post<object>(`${paths.district}/devices/revoke`, { device }),
  },
}
