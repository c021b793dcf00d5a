import type { Detected } from '../../detect/detected.ts'
import type { Code } from '../../refusal.ts'
import type { Finding } from '../report.ts'

const messages: Partial<Record<Code, string>> = {
  DUPLICATE_CHUNK: 'There is more than one badge in the picture; the first one counts.',
  OTHER_CHUNK: 'There is also a badge of another kind in the picture.',
  CRC_MISMATCH: 'The checksum of the badge’s chunk is wrong.',
  COMPRESSED: 'The badge is compressed, which baking forbids.',
}

/** Whether the badge was put into its picture as the standard says. A warning, never a verdict. */
export function imageChunk(detected: Detected): readonly Finding[] {
  if (detected.form !== 'png' && detected.form !== 'svg') return []
  const base = { id: 'image.chunk', about: '', spec: 'OB 3.0 #baked-badge' }
  if (detected.notes.length > 0)
    return detected.notes.map(note => ({
      ...base,
      outcome: 'fail',
      code: note.code,
      facts: note.facts,
      message: messages[note.code] ?? 'The badge sits oddly in its picture.',
    }))
  if (detected.reason !== null) return []
  return [{ ...base, outcome: 'pass', message: 'The badge sits in its picture as it should.' }]
}
