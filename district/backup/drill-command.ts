import { tmpdir } from 'node:os'
import { reportLines } from '../audit/report-lines.ts'
import { notOpenedSaid } from '../database/not-opened-said.ts'
import { noteHealth } from '../health/notes.ts'
import { keysFolderOf } from '../keys/keys-folder.ts'
import type { TerminalWords } from '../terminal-words.ts'
import type { Drill, NotTried } from './drill.ts'
import { drill } from './drill.ts'

interface DrillAsked {
  readonly dataFolder: string
  readonly from: string
  /** Where there is room for the databases of the copy; the system's own place where none is named. */
  readonly scratch: string | undefined
  readonly now: number
  readonly signal: AbortSignal
  readonly said: TerminalWords
  out(line: string): void
  error(line: string): void
  onProgress(done: number, all: number): void
}

/** `restore --try`: brings a copy back beside the district, tells what it came to, and notes it for Record health. */
export async function drillCommand(asked: DrillAsked): Promise<0 | 1 | 2> {
  const { dataFolder, from, scratch = tmpdir(), now, signal, said, out, error } = asked
  const words = said.commands.restore
  const tried = await drill({
    from,
    scratch,
    keys: keysFolderOf(dataFolder),
    onProgress: asked.onProgress,
    isStopped: () => signal.aborted,
  })
  const why = whyNot(tried, asked)
  if (why !== undefined) {
    // One that was stopped, or had no keys to go by, says nothing of the copy.
    const isOfCopy = tried !== 'stopped' && tried !== 'no_keys' && tried !== 'no_backup'
    if (isOfCopy) noteHealth(dataFolder, 'drill', { at: now, faults: 1 })
    error(why)
    return 2
  }
  if (typeof tried === 'string' || 'failed' in tried) return 2
  const { people, claims, badges, audit, damaged, lacking } = tried
  out(words.tried({ people, claims, badges }))
  for (const line of reportLines(audit, 1, said.commands.audit)) out(line)
  for (const name of damaged) out(said.commands.backup.fileDamaged({ name }))
  for (const name of lacking) out(said.commands.backup.fileMissing({ name }))
  const faults = faultsIn(tried)
  out(faults === 0 ? words.good : words.notGood({ faults }))
  out(words.keysToo)
  noteHealth(dataFolder, 'drill', { at: now, faults })
  return faults === 0 ? 0 : 1
}

const faultsIn = ({ audit, damaged, lacking }: Drill): number =>
  audit.faults.length + audit.faultsMore + damaged.length + lacking.length

function whyNot(
  tried: Drill | NotTried,
  { from, dataFolder, said }: DrillAsked,
): string | undefined {
  const { not } = said.commands.restore
  if (typeof tried !== 'string')
    return 'failed' in tried ? notOpenedSaid(tried, said.programs) : undefined
  return not[tried]({ file: tried === 'no_backup' || tried === 'damaged' ? from : dataFolder })
}
