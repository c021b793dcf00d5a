import type {
  AgainAsked,
  BatchesSaid,
  BatchSaid,
  Coming,
  LeftBefore,
  RowsAsked,
  RowsPage,
  RowWhole,
  Taken,
  verifyingLimits,
  verifyingPaths,
  VerifyingLine,
} from '../../contract/device/verifying.ts'
import { ask } from '../door/door.ts'

/** Of the contract types alone come here; a path or a limit that differs doesn't compile. */
const paths = {
  batches: '/api/verifying',
  files: '/files',
  text: '/text',
  coming: '/coming',
  progress: '/progress',
  rows: '/rows',
  row: '/row',
  stop: '/stop',
  again: '/again',
  csv: '/report.csv',
  pdf: '/report.pdf',
} as const satisfies Partial<typeof verifyingPaths>

export const limits = {
  inputsMax: 10_000,
  filesAtOnce: 4,
  badgeBytesMax: 8_388_608,
  textCharsMax: 1_000_000,
  nameCharsMax: 200,
  singlesMax: 20,
} as const satisfies Partial<typeof verifyingLimits>

const at = (batch: string, path = '') => `${paths.batches}/${batch}${path}`

async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const answer = await ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  })
  return answer.json()
}

/** What Verify asks of the program on this computer. Each throws `DoorRefused` for anything but success. */
export const verifying = {
  begin: (name: string) =>
    post<BatchSaid>(paths.batches, { name: name.slice(0, limits.nameCharsMax) }),
  batches: async (): Promise<BatchesSaid> => (await ask(paths.batches)).json(),
  batch: async (batch: string): Promise<BatchSaid> => (await ask(at(batch))).json(),
  rename: (batch: string, name: string) =>
    post<BatchSaid>(at(batch), { name: name.slice(0, limits.nameCharsMax) }),
  remove: (batch: string) => post<object>(at(batch), { remove: true }),
  /** Hands one file in; `name` may hold the path in its folder. */
  file: async (
    batch: string,
    name: string,
    file: Blob,
    signal: AbortSignal | undefined,
  ): Promise<Taken> =>
    (
      await ask(at(batch, paths.files), {
        method: 'POST',
        body: file,
        headers: { 'x-file-name': encodeURIComponent(name) },
        ...(signal === undefined ? {} : { signal }),
      })
    ).json(),
  /** Many files will come, one request each; what is returned names them until they are all there. */
  coming: async (batch: string, name: string): Promise<string> =>
    (await post<Coming>(at(batch, paths.coming), { name: name.slice(0, limits.nameCharsMax) }))
      .coming,
  arrived: (batch: string, coming: string, leftOut: readonly LeftBefore[]) =>
    post<object>(at(batch, paths.coming), { ended: coming, leftOut }),
  text: (batch: string, text: string) => post<Taken>(at(batch, paths.text), { text }),
  rows: (batch: string, asked: RowsAsked) => post<RowsPage>(at(batch, paths.rows), asked),
  row: async (batch: string, n: number): Promise<RowWhole> =>
    (await ask(`${at(batch, paths.row)}/${n}`)).json(),
  stop: (batch: string) => post<BatchSaid>(at(batch, paths.stop), {}),
  again: (batch: string, which: AgainAsked) => post<BatchSaid>(at(batch, paths.again), which),
  report: async (batch: string, form: 'csv' | 'pdf'): Promise<Blob> =>
    (await ask(at(batch, paths[form]))).blob(),
  /** Tells how checking goes until nothing waits; ends early where the program is gone. */
  async progress(
    batch: string,
    signal: AbortSignal,
    told: (line: VerifyingLine) => void,
  ): Promise<void> {
    const { body } = await ask(at(batch, paths.progress), { signal })
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      const lines = `${rest}${part.value}`.split('\n')
      rest = lines.pop() ?? ''
      for (const text of lines) {
        if (text === '') continue
        const line: VerifyingLine = JSON.parse(text)
        told(line)
      }
    }
  },
}
