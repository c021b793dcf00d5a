import type { FileProgress } from '../../contract/device/door.ts'
import { doorPaths } from '../../contract/device/door.ts'
import type { EvidenceFile } from '../../core/evidence/record.ts'
import type { OpenProgram } from './open-program.ts'

/** Takes a file in, as a window does. Throws what the door says where it is not kept. */
export async function keptFile(
  program: OpenProgram,
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<EvidenceFile> {
  const headers = { 'x-file-name': encodeURIComponent(name) }
  const answer = await program.knock(doorPaths.files, { method: 'POST', headers, body })
  const last: FileProgress = JSON.parse((await answer.text()).trim().split('\n').at(-1) ?? '')
  if (last.at !== 'kept') throw new Error(JSON.stringify(last))
  return last.file
}
