import { detect } from '../detect/detect.ts'
import { inputBytesMax } from '../limits.ts'
import type { Report } from '../verify/report.ts'
import { WrongUse } from './exit.ts'
import { readGiven } from './with-documents.ts'

/** Endorsements that were given beside what is verified. */
export interface EndorsementsGiven {
  readonly all: readonly Uint8Array[]
  /** Hears of each report; afterwards `unused` are the files that endorsed nothing. */
  readonly note: (report: Report) => void
  readonly unused: () => readonly string[]
}

/**
 * Reads the files of `--endorsement`, and keeps an eye on whether each belongs to anything.
 *
 * @throws WrongUse where a file cannot be read, or is no endorsement.
 */
export async function endorsementsGiven(paths: readonly string[]): Promise<EndorsementsGiven> {
  const all: Uint8Array[] = []
  for (const path of paths) {
    const bytes = await readGiven(path, inputBytesMax)
    const { kind, name } = detect(bytes)
    if (kind !== 'endorsement')
      throw new WrongUse(`--endorsement: ${path} is no endorsement. It is: ${name}.`)
    all.push(bytes)
  }
  const unused = new Map(paths.map((path, at) => [`endorsement[${at}]`, path]))
  return {
    all,
    note: report => {
      for (const { input } of report.parts) unused.delete(input)
    },
    unused: () => [...unused.values()],
  }
}
