import { openLoader } from 'open-badges-validator-core/load'
import type { Load } from 'open-badges-validator-core/verify-online'
import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type { DestinationStream } from 'pino'
import type { Timers } from '../core/kit/timers.ts'
import { recordTypes } from '../core/records.ts'
import { openDistrict } from '../db/district-store/open.ts'
import type { DistrictStore } from '../db/district-store/open.ts'
import type { Sql } from '../db/sql/steps.ts'
import type { Linking } from './audit/linking.ts'
import { startLinking } from './audit/linking.ts'
import { saltsDrawn } from './audit/salts.ts'
import { brokenOffIn, forgetRestored, isMarkedRestored } from './backup/restored-mark.ts'
import { issuerOf } from './badge/issuer.ts'
import { publishedIn } from './badge/published.ts'
import { publishIssuers } from './badge/publish-issuer.ts'
import { freshenLists, statusLists } from './badge/status-lists.ts'
import { suspendAgain } from './badge/suspend-again.ts'
import { publishTrustBundle } from './badge/trust-bundle.ts'
import { build } from './database/build.ts'
import type { Databases, NotOpened } from './database/databases.ts'
import { sqliteDatabases } from './database/sqlite-databases.ts'
import { doorOf } from './door/door.ts'
import { inWorkOf } from './door/in-work.ts'
import { tellTo } from './door/tell.ts'
import { blobFolderIn } from './evidence/blob-folder.ts'
import { replayErasures, startErasures } from './erasure/erasing.ts'
import { takeBackAgain } from './endorsement/take-back-again.ts'
import { ledgerIn } from './erasure/ledger.ts'
import { uploadLimits } from './evidence/limits.ts'
import { uploadsIn } from './evidence/uploads.ts'
import { judgedHealth } from '../core/health/judge.ts'
import { knownHealth } from './health/known.ts'
import { readinessOf } from './readiness/readiness.ts'
import type { House } from './house.ts'
import { destroyUnneeded } from './keys/changing.ts'
import { keepSignsAs, keysFolderOf } from './keys/keys-folder.ts'
import { noteKeyChanges } from './keys/note-key-changes.ts'
import type { MasterKey } from './keys/master-key.ts'
import { secretsIn } from './keys/secrets.ts'
import { performing } from './perform.ts'
import { countInCharge } from './person/count-in-charge.ts'
import { voidInvitations } from './person/invitations.ts'
import { rewriteRegister, writeRegister } from './person/register.ts'
import { voidSpareCodes } from './sign-in/spare-codes.ts'
import { reactionsOf } from './reactions.ts'
import { runReactions } from './reaction/run.ts'
import { seedContent } from './seed/content.ts'
import { seedDemo } from './seed/demo.ts'
import { seedAdministrator, seedDistrict } from './seed/district.ts'
import { bellsOf } from './sync/bells.ts'
import { ownTimers } from './timers.ts'
import { startTurns } from './turns.ts'
import { startUpkeep } from './upkeep/upkeep.ts'

export interface ProgramOptions {
  readonly dataFolder: string
  /** A PostgreSQL database for all that is no file; SQLite in the data folder where it is `undefined`. */
  readonly databaseUrl: string | undefined
  /** Another process holds that database now. */
  onDatabaseTaken(): void
  /** Where it listens; the address of a new district, if it has no public one. */
  readonly listensAt: string
  /** The HTTPS origin by which verifiers know it. */
  readonly publicUrl: string | undefined
  readonly isBehindProxy: boolean
  /** Badges name a list of suspended ones beside that of revoked ones. */
  readonly canSuspend: boolean
  /** What the district's secrets are wrapped with; `undefined`: they lie there as they are. */
  readonly masterKey: MasterKey | undefined
  readonly isDemo: boolean
  /** Where letters may be found for pictures of badges; without any they have none. */
  readonly fontsFolders: readonly string[]
  /** The data folder was brought back from a backup. */
  readonly isRestored: boolean
  /** What a new district is called, and who begins. */
  readonly name: string
  readonly administrator: string
  readonly timeZone: string
  /** The most that one person's files may take here (bytes); absent: `uploadLimits.ownerBytesMax`. */
  readonly quotaBytes?: number
  /** How long after a restore other computers may still bring what it lacked (ms); absent: a week. */
  readonly stillComesMs?: number
  /** How long after a start computers may come before a record is erased (ms); absent: an hour. */
  readonly comeFirstMs?: number
  readonly logTo: DestinationStream
  readonly trace: boolean
  /** Logs defects only. */
  readonly isQuiet: boolean
  clock(): number
  /** How time passes; as it does for this process where none is given. */
  readonly timers?: Timers
  /** The way out of the house; where none is given, that of the network, with its guard. */
  load?(): Load
  /** Opens the databases; those that the other options name where none is given. */
  open?(): Databases
}

export interface Program {
  readonly house: House
  readonly handle: RequestListener
  /** Answers the pulls that are held; whoever comes from now on is told to come back. */
  endSoon(): void
  close(): Promise<void>
}

/** Who was waiting for a district that stood comes within this time (ms). */
const comeFirstMs = 3_600_000

/** Opens a district's data, fills it where it is new, and starts its work. */
export async function openProgram(options: ProgramOptions): Promise<Program | NotOpened> {
  const { dataFolder, clock, timers = ownTimers } = options
  const keysFolder = keysFolderOf(dataFolder)
  // First of all: without its keys nothing of a district is touched.
  const secrets = await secretsIn(keysFolder, options.masterKey, clock())
  const databases = await databasesOf(options)
  if ('failed' in databases) return databases
  const tell = tellTo({ to: options.logTo, clock, trace: options.trace, isQuiet: options.isQuiet })
  const { record: sql, accounts, nonces } = databases
  const bells = bellsOf(sql, timers)
  let linking: Linking | undefined
  let isEnding = false
  const store = await openDistrict(sql, {
    types: recordTypes,
    build,
    cursorSecret: secrets.cursor,
    cursorSecretsBefore: secrets.cursorBefore,
    salt: saltsDrawn(),
    ...(options.stillComesMs === undefined ? {} : { stillComesMs: options.stillComesMs }),
    onPutBack() {
      tell.worked('record put back unsaid', {})
      // Every pull that is held is told of the new life.
      bells.wakeAll()
    },
    onKept(moved) {
      bells.rung(moved)
      linking?.nudge()
    },
  })
  const isRestored = options.isRestored || isMarkedRestored(dataFolder)
  // One that nobody told began another life when it was noticed; the rest is left to a start.
  const isAnew = isRestored || (await store.putBack())?.isSettled === false
  if (isRestored) await store.raiseEpoch(clock())
  if (isAnew) await restored(store, accounts, clock())
  const districtId = await keptIn(store, 'id', () => randomBytes(8).toString('hex'))
  const house: House = {
    store,
    accounts,
    nonces,
    blobs: blobFolderIn(join(dataFolder, 'blobs')),
    secrets,
    published: publishedIn(dataFolder),
    fontsFolders: options.fontsFolders,
    bells,
    quota: {
      bytesMax: options.quotaBytes ?? uploadLimits.ownerBytesMax,
      filesMax: uploadLimits.ownerFilesMax,
    },
    address: options.publicUrl ?? (await keptIn(store, 'address', () => options.listensAt)),
    isBehindProxy: options.isBehindProxy,
    canSuspend: options.canSuspend,
    epoch: () => `${districtId}.${store.epoch()}`,
    inWork: inWorkOf(),
    tell,
    clock,
    load: () => options.load?.() ?? openLoader({ now: clock }),
    timers,
    auditHead: () => linking?.head(),
    isEnding: () => isEnding,
    perform: performing(store, clock),
  }
  linking = await startLinking(house, secrets.trust)
  const uploads = uploadsIn(join(dataFolder, 'uploads'), house)
  const ledger = ledgerIn(dataFolder, secrets.trust)
  const erasing = { ...house, databases, uploads, ledger }
  await replayErasures(erasing)
  await seedContent(house)
  if (options.isDemo) await seedDemo(house)
  await seedDistrict(house, options)
  await countInCharge(house)
  await seedAdministrator(house, options)
  await writeRegister(house)
  const issuer = issuerOf(secrets.issuer, options.publicUrl)
  const earlier = (await statusLists(house)).map(list => list.did)
  const register = keepSignsAs(keysFolder, issuer.did, earlier)
  destroyUnneeded(keysFolder, register)
  await noteKeyChanges(house, register)
  await publishIssuers(house, issuer)
  if (isAnew) {
    await suspendAgain(house)
    await takeBackAgain(house)
  }
  await freshenLists(house, issuer)
  // Devices have seen a later list than the one in the backup.
  await publishTrustBundle(house, { isAnew })
  forgetRestored(dataFolder)
  if (isAnew) await store.settlePutBack()
  await uploads.recover()
  const reactions = runReactions(house, reactionsOf(house, issuer))
  const erasures = startErasures(erasing, options.comeFirstMs ?? comeFirstMs)
  const upkeep = startUpkeep(house)
  const health = async () => {
    const { isSealed } = secrets
    const database = options.databaseUrl === undefined ? 'SQLite' : 'PostgreSQL'
    const { meta } = store
    const now = clock()
    const [cameBack, putBack] = [await store.cameBack(now), await store.putBack()]
    const record = { seen: store.seen(), cameBack, putBack, meta }
    const known = { dataFolder, register, isSealed, database, now, ...record }
    return judgedHealth(await knownHealth(known), now)
  }
  const turns = startTurns({ house, issuer, uploads, databases })
  return {
    house,
    handle: doorOf({
      ...{ house, issuer, uploads, health },
      readiness: readinessOf({ house, dataFolder, reactions }),
    }),
    endSoon() {
      isEnding = true
      bells.wakeAll()
    },
    async close() {
      const turned = turns.close()
      bells.wakeAll()
      await reactions.close()
      await erasures.close()
      await turned
      await upkeep.close()
      await linking?.close()
      await store.close()
      await accounts.close()
      await nonces.close()
      await databases.release()
    },
  }
}

/** PostgreSQL's driver is loaded only where it is used. */
async function databasesOf(options: ProgramOptions): Promise<Databases | NotOpened> {
  const { databaseUrl, dataFolder, onDatabaseTaken } = options
  if (options.open !== undefined) return options.open()
  if (databaseUrl === undefined) {
    const aside = brokenOffIn(dataFolder)
    if (aside !== undefined) return { file: dataFolder, failed: 'half_restored', backup: aside }
    return sqliteDatabases(dataFolder)
  }
  const { postgresDatabases } = await import('./database/postgres-databases.ts')
  return postgresDatabases(databaseUrl, onDatabaseTaken)
}

/** After a restore nobody knows who holds which invitation. */
async function restored(store: DistrictStore, accounts: Sql, now: number): Promise<void> {
  await rewriteRegister({ store })
  await accounts.write(
    function* () {
      yield* voidInvitations(now)
      yield* voidSpareCodes()
    },
    () => true,
  )
}

/** A value that is made once and then stays. */
async function keptIn(store: DistrictStore, name: string, make: () => string): Promise<string> {
  const kept = await store.meta(name)
  if (kept !== undefined) return kept
  const made = make()
  await store.setMeta(name, made)
  return made
}
