import { doorLimits } from '../../contract/device/requests.ts'
import type { WaitingGroup, WaitingSaid, WaitingTaken } from '../../contract/device/waiting.ts'
import { readRefusal } from '../../contract/sync/refusals.ts'
import { isSigned } from '../../core/kit/signed.ts'
import { DeviceKeyRecord } from '../../core/person/device-key.ts'
import { isPastItsWait } from '../../core/person/past-its-wait.ts'
import { keepEvidence } from '../../core/evidence/keep.ts'
import type { WaitingCommand } from '../../db/device-store/read-back.ts'
import { readBytes } from '../door/body.ts'
import { DoorRefusal } from '../door/refused.ts'
import { readAbout } from '../place/about.ts'
import { keeping } from '../place/act.ts'
import type { Place } from '../place/place.ts'
import { districtIdOf } from './enter.ts'
import { waitOf } from './wait.ts'
import type { Waiting } from './waiting-file.ts'
import { waitingFormat, waitingSchema, waitingText, waitingVersion } from './waiting-file.ts'

/** What is in a file of what waited on another computer, before it is taken in. Throws the door's refusal. */
export async function waitingSaid(place: Place, request: Request): Promise<WaitingSaid> {
  const waiting = await readWaiting(place, request)
  const known = place.store.keysHere(waiting.commands.map(({ key }) => key))
  const fresh = waiting.commands.filter(({ key }) => !known.has(key))
  const counts = new Map<WaitingGroup, number>()
  for (const { name } of fresh) counts.set(groupOf(name), (counts.get(groupOf(name)) ?? 0) + 1)
  const files = new Set(fresh.flatMap(command => fileIn(command) ?? []))
  return {
    savedAt: Date.parse(waiting.savedAt),
    count: waiting.commands.length,
    groups: [...counts].map(([group, n]) => ({ group, n })),
    known: known.size,
    refused: fresh.filter(({ state }) => state === 'refused').length,
    filesElsewhere: [...files].filter(sha256 => !place.blobs.has(sha256)).length,
  }
}

/** Takes in what waited on another computer of this person, each thing once. Throws the door's refusal. */
export async function takeWaiting(place: Place, request: Request): Promise<WaitingTaken> {
  if (place.readOnly !== undefined) throw new DoorRefusal('read_only')
  const { commands } = await readWaiting(place, request)
  const { taken, refused, known, changed } = keeping(() =>
    place.store.readBack(commands.map(commandOf)),
  )
  place.parts.onChanged(changed)
  place.sync.nudge({ files: true })
  return { taken, refused, known }
}

const commandOf = ({ refusal, state, ...command }: Waiting['commands'][number]): WaitingCommand =>
  state === 'refused' && refusal !== undefined
    ? { ...command, refusal: readRefusal(refusal) }
    : command

/**
 * Reads a file, and believes it only where a computer of this very person has signed it: it is done in their name, with
 * all that they may do, so nobody else may have written it.
 */
async function readWaiting(place: Place, request: Request): Promise<Waiting> {
  const { store } = place
  const { district } = readAbout(store)
  if (district === undefined) throw new DoorRefusal('not_allowed', { needs: 'district' })
  const until = waitOf(store)
  if (until !== undefined) throw new DoorRefusal('waits', { until })
  const bytes = await readBytes(request, doorLimits.waitingBytesMax)
  const value = jsonIn(bytes)
  if (!isOfFormat(value)) throw new DoorRefusal('waiting_not_one')
  if (value.version > waitingVersion) throw new DoorRefusal('waiting_newer')
  const parsed = waitingSchema.safeParse(value)
  if (!parsed.success) throw new DoorRefusal('waiting_not_one')
  const waiting = parsed.data
  if (waiting.person !== district.person) throw new DoorRefusal('waiting_of_another')
  const isThisDistrict =
    waiting.district !== undefined &&
    districtIdOf(waiting.district.epoch) === districtIdOf(district.epoch)
  if (!isThisDistrict) throw new DoorRefusal('waiting_elsewhere')
  const { signed } = waiting
  const entry = signed && (await store.seen.get(DeviceKeyRecord, signed.device))?.rec.body
  const isTheirs =
    entry?.person === district.person &&
    // Of one that waits, or was told no, nobody has said that it is theirs: an administrator's code let it in.
    isPastItsWait(entry, place.parts.clock()) &&
    entry.isContradicted !== true &&
    entry.publicKey === signed?.publicKey
  if (!isTheirs || signed === undefined || !isSigned('waiting', waitingText(value), signed))
    throw new DoorRefusal('waiting_unsigned')
  return waiting
}

function isOfFormat(value: unknown): value is { readonly version: number } {
  if (typeof value !== 'object' || value === null) return false
  if (!('format' in value) || value.format !== waitingFormat) return false
  return 'version' in value && typeof value.version === 'number'
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return value
  } catch {
    // Cut off, or something else altogether.
    throw new DoorRefusal('waiting_not_one')
  }
}

const groups: readonly (readonly [WaitingGroup, RegExp])[] = [
  ['plan', /^(goal|activity|check-in|plan)\./],
  ['evidence', /^evidence\./],
  ['claim', /^claim\./],
  ['review', /^review\./],
  ['office', /^(badge|cause|person|district|micro-credential|competency|framework)\./],
]

const groupOf = (name: string): WaitingGroup =>
  groups.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other'

/** The file that a piece of evidence brings along. */
function fileIn({ name, input }: Waiting['commands'][number]): string | undefined {
  if (name !== keepEvidence.name) return undefined
  const kept = keepEvidence.input.safeParse(input)
  return kept.success && 'file' in kept.data ? kept.data.file?.sha256 : undefined
}
