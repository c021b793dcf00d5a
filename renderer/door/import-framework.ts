import type { CaseAnswer, CaseProgress, doorPaths } from '../../contract/device/door.ts'
import { ask, DoorRefused } from './door.ts'

const path: (typeof doorPaths)['frameworks'] = '/api/frameworks'

/**
 * Hands a CASE package to the program on this computer; `tell` hears what it is doing. Throws `DoorRefused` where it
 * could not keep it: then nothing of it is there.
 */
export async function importFramework(
  file: File,
  tell: (progress: CaseProgress) => void,
): Promise<CaseAnswer> {
  const answer = await ask(path, {
    method: 'POST',
    body: file,
    headers: { 'x-file-name': encodeURIComponent(file.name) },
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    const lines = `${rest}${part.value}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const progress: CaseProgress = JSON.parse(line)
      if (progress.at === 'done') return progress.answer
      if (progress.at === 'refused') throw new DoorRefused(answer.status, progress.error)
      tell(progress)
    }
  }
  throw new DoorRefused(answer.status, { code: 'internal' })
}
