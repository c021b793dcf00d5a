import { openLoader } from '../load/load.ts'
import { fetchingJudge, type Judge } from '../online/online.ts'
import type { Overall, Report } from '../verify/report.ts'
import { sameIdsIn, verifyMany, type ManyInput } from '../verify/many.ts'
import {
  defaultPolicy,
  emptyBundle,
  needing,
  verifyBadge,
  type Policy,
  type TrustBundle,
} from '../verify/verify.ts'
import { bundleGiven } from './bundle-given.ts'
import { csvHeader, csvRow } from './csv.ts'
import { endorsementsGiven } from './endorsements-given.ts'
import { exit, type Exit } from './exit.ts'
import { countOf, inputsOf } from './inputs.ts'
import { progressOf } from './progress.ts'
import { sentencesOf } from './sentences.ts'
import type { Surroundings } from './surroundings.ts'
import { shown } from './terminal.ts'
import { verifyArguments, type VerifyArguments } from './verify-arguments.ts'
import { documentsWith } from './with-documents.ts'

/**
 * `verify FILE… [--bundle B] [--with FILE] [--at TIME] [--offline] [--recipient TYPE=VALUE] [--need CHECK] [--refresh]
 * [--endorsement FILE] [--list-age DAYS] [--key-age DAYS] [--ttl] [--json | --csv]`
 *
 * @returns 0 all verified, 1 something not verified, 2 something indeterminate (or not looked at, after
 * Ctrl-C) and nothing not verified.
 * @throws WrongUse
 */
export async function verifyCommand(argv: readonly string[], by: Surroundings): Promise<Exit> {
  const asked = verifyArguments(argv, by.now())
  const { terminal, signal } = by
  const total = terminal.isWatched ? await countOf(asked.paths, signal) : 0
  const reading = progressOf(terminal, total, by.now, 'Reading ')
  const progress = progressOf(terminal, total, by.now)
  const told: Record<Overall, number> = { verified: 0, 'not-verified': 0, indeterminate: 0 }
  const missed = new Map<string, string>()
  const endorsements = await endorsementsGiven(asked.endorsements)
  const reports = reportsOf(asked, by, missed, endorsements.all, reading.step)
  let isBegun = false
  for await (const report of reports) {
    if (!isBegun) reading.clear()
    // What was asked for is wrong before the first report, or not at all.
    if (!isBegun && asked.form === 'csv') await terminal.out(csvHeader)
    isBegun = true
    told[report.overall] += 1
    endorsements.note(report)
    progress.clear()
    await terminal.out(written(report, asked.form, by.version))
    progress.step()
  }
  progress.clear()
  const checked = told.verified + told['not-verified'] + told.indeterminate
  if (asked.form === 'text' && (checked > 1 || signal.aborted))
    await terminal.out(
      `${checked} checked: ${told.verified} verified, ${told['not-verified']} not verified, ${told.indeterminate} not certain.\n`,
    )
  if (asked.form === 'text') terminal.err(missedText(missed))
  for (const path of signal.aborted ? [] : endorsements.unused())
    terminal.err(`${shown(path, 300)} endorses nothing of what was verified.\n`)
  if (signal.aborted) terminal.err(`Stopped. What is above is what was checked until then.\n`)
  if (checked === 0 && !signal.aborted) terminal.err('There is no file in what was given.\n')
  if (told['not-verified'] > 0) return exit.bad
  return told.indeterminate > 0 || signal.aborted || checked === 0 ? exit.undecided : exit.good
}

/** Most addresses named that could not be fetched: a folder of thousands may miss as many. */
const missedMax = 20

/** @returns what could not be fetched, and why, a line each. */
export function missedText(missed: ReadonlyMap<string, string>): string {
  return [...missed].map(([url, why]) => `Not fetched: ${shown(url, 300)} [${why}]\n`).join('')
}

/**
 * @param missed is given the first addresses that could not be fetched.
 * @param endorsements that came beside it.
 * @param onRead told of each input when it is read for the first time, before any is judged.
 * @returns the reports of all that was asked for, in its order. Throws WrongUse.
 */
export async function* reportsOf(
  asked: VerifyArguments,
  { now, signal }: Pick<Surroundings, 'now' | 'signal'>,
  missed: Map<string, string>,
  endorsements: readonly Uint8Array[] = [],
  onRead: () => void = () => undefined,
): AsyncGenerator<Report> {
  const bundle = await knowledgeOf(asked)
  const onMissed = (url: string, why: string) => {
    if (missed.size < missedMax) missed.set(url, why)
  }
  const judge: Judge =
    asked.isOffline || asked.bundle !== null
      ? verifyBadge
      : fetchingJudge(bundle, {
          open: () => openLoader({ now, signal, allowHttp: true }),
          signal,
          onMissed,
        })
  const { at, isNow, recipients, isRefreshed } = asked
  // Read twice, so that of two that share an id the first one says so too.
  const sameIds = await sameIdsIn(manyInputs(asked.paths, onRead), signal)
  yield* verifyMany(manyInputs(asked.paths), {
    at,
    isNow,
    bundle,
    signal,
    judge,
    endorsements,
    sameIds,
    policy: policyOf(asked),
    ...(recipients.length === 0 ? {} : { recipients }),
    refresh: isRefreshed,
  })
}

function policyOf({ needed, listAgeMsMax, keyAgeMsMax, isTtlKept }: VerifyArguments): Policy {
  const policy = needing(defaultPolicy, ...needed)
  return { ...policy, statusListAgeMsMax: listAgeMsMax, keyAgeMsMax, isTtlKept }
}

function written(report: Report, form: VerifyArguments['form'], version: string): string {
  if (form === 'json') return `${JSON.stringify(report)}\n`
  return form === 'csv' ? csvRow(report, version) : sentencesOf(report)
}

async function* manyInputs(
  paths: readonly string[],
  onRead: () => void = () => undefined,
): AsyncGenerator<ManyInput> {
  for await (const { path, bytes } of inputsOf(paths)) {
    yield { input: path, bytes }
    onRead()
  }
}

async function knowledgeOf(asked: VerifyArguments): Promise<TrustBundle> {
  const base =
    asked.bundle === null
      ? { ...emptyBundle, name: asked.isOffline ? emptyBundle.name : 'fetched' }
      : await bundleGiven(asked.bundle, asked.acceptedKey, asked.notOlderThan)
  if (asked.with.length === 0) return base
  const documents = new Map(base.documents)
  for (const path of asked.with)
    for (const [url, document] of await documentsWith(path)) documents.set(url, document)
  const isOnlyFiles = asked.bundle === null && asked.isOffline
  return { ...base, name: isOnlyFiles ? 'files given' : `${base.name}, and files given`, documents }
}
