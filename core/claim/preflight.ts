import { mediaTypeOf } from '../evidence/media-type.ts'
import type { Evidence } from '../evidence/record.ts'
import type { Part, Prompt, Slot } from '../micro-credential/record.ts'
import { notePrompt } from './note-prompt.ts'
import { countWords } from './words-count.ts'
import type { Problem } from './problem.ts'
import type { Draft } from './record.ts'

/** A piece in a slot, as the check needs it. */
export type Piece = Pick<
  Evidence,
  'kind' | 'title' | 'note' | 'file' | 'shown' | 'released' | 'trashedAt' | 'deletedAt'
> & { readonly id: string }

interface Checked {
  /** Parts that are asked for in this attempt. */
  readonly parts: readonly Part[]
  readonly answers: Readonly<Record<string, string>>
  readonly aside: Draft['aside']
  readonly attestations: Draft['attestations']
  /** The pieces of a slot, in order. */
  pieces(slot: string): readonly Piece[]
}

/**
 * Everything that stands between a claim and its being read, first to fix, in the order of the page. The same
 * rules run on the device while a person writes and in the district when the claim arrives.
 */
export function preflight(checked: Checked): readonly Problem[] {
  const found = checked.parts.flatMap(part => [
    ...part.prompts.flatMap((prompt, at) => checkPrompt(part, prompt, at, checked)),
    ...part.slots.flatMap(slot => checkSlot(part, slot, checked.pieces(slot.id))),
  ])
  return [...found, ...checkNote(checked), ...checkAttestations(checked)].sort(
    (a, b) => Number(a.severity === 'look') - Number(b.severity === 'look'),
  )
}

/** Whether nothing is left to fix. */
export const isReady = (problems: readonly Problem[]) =>
  problems.every(problem => problem.severity === 'look')

function checkPrompt(part: Part, prompt: Prompt, at: number, checked: Checked): Problem[] {
  const text = checked.answers[prompt.id] ?? ''
  const words = countWords(text)
  const place = { part: part.id, prompt: prompt.id }
  // A part's only question needs no number.
  const where = { part: part.title, question: part.prompts.length === 1 ? 0 : at + 1 }
  const facts = { ...where, words, minWords: prompt.minWords, maxWords: prompt.maxWords }
  const problems: Problem[] = []
  if (words === 0 && prompt.minWords > 0) {
    problems.push({ code: 'words_missing', severity: 'fix', ...place, facts })
  } else if (words < prompt.minWords) {
    const missing = prompt.minWords - words
    problems.push({
      code: 'words_too_few',
      severity: 'fix',
      ...place,
      facts: { ...facts, missing },
    })
  } else if (words > prompt.maxWords) {
    const over = words - prompt.maxWords
    problems.push(
      prompt.hard
        ? { code: 'words_too_many', severity: 'fix', ...place, facts: { ...facts, over } }
        : { code: 'words_over_guide', severity: 'look', ...place, facts: { ...facts, over } },
    )
  }
  if (checked.aside?.[prompt.id] !== undefined) {
    problems.push({ code: 'two_versions', severity: 'fix', ...place, facts: where })
  }
  return problems
}

function checkNote({ aside }: Checked): Problem[] {
  if (aside?.[notePrompt] === undefined) return []
  return [{ code: 'note_two_versions', severity: 'fix', prompt: notePrompt, facts: {} }]
}

function checkSlot(part: Part, slot: Slot, pieces: readonly Piece[]): Problem[] {
  const place = { part: part.id, slot: slot.id }
  const facts = { slot: slot.label, have: pieces.length, least: slot.minFiles, most: slot.maxFiles }
  const problems: Problem[] = []
  if (pieces.length < slot.minFiles) {
    problems.push({ code: 'files_too_few', severity: 'fix', ...place, facts })
  }
  if (pieces.length > slot.maxFiles) {
    problems.push({ code: 'files_too_many', severity: 'fix', ...place, facts })
  }
  return [...problems, ...pieces.flatMap(piece => checkPiece(part, slot, piece))]
}

function checkPiece(part: Part, slot: Slot, piece: Piece): Problem[] {
  const place = { part: part.id, slot: slot.id, evidence: piece.id }
  const title = piece.title
  const problems: Problem[] = []
  const fix = (code: Problem['code'], facts: Problem['facts'] = {}) =>
    problems.push({ code, severity: 'fix', ...place, facts: { title, ...facts } })

  if (piece.deletedAt !== undefined) {
    fix('deleted')
    return problems
  }
  if (piece.trashedAt !== undefined) fix('in_trash')
  const mediaType = mediaTypeOf(piece)
  if (!accepts(slot.accept, mediaType))
    fix('file_type', { mediaType, accept: slot.accept.join(', ') })
  if (piece.file !== undefined && piece.file.sizeBytes === 0) fix('file_empty')
  const bytesMax = slot.bytesMax ?? Number.POSITIVE_INFINITY
  if (piece.file !== undefined && piece.file.sizeBytes > bytesMax) {
    fix('file_too_large', { sizeBytes: piece.file.sizeBytes, bytesMax })
  }
  if (slot.annotationRequired && piece.note.trim() === '') fix('caption_missing')
  if (piece.shown === 'unsure') fix('shown_unsure')
  const showsPeople = piece.shown === 'students' || piece.shown === 'adults'
  if (slot.requiresRelease && showsPeople && !piece.released) fix('release_missing')
  return problems
}

/** Whether a slot takes a media type; an empty list takes all, `image/*` a family. */
export function accepts(accept: readonly string[], mediaType: string): boolean {
  if (accept.length === 0) return true
  return accept.some(wanted =>
    wanted.endsWith('/*') ? mediaType.startsWith(wanted.slice(0, -1)) : wanted === mediaType,
  )
}

function checkAttestations({ attestations }: Checked): Problem[] {
  const missing: Problem[] = []
  const fix = (code: Problem['code'], attestation: string) =>
    missing.push({ code, severity: 'fix', attestation, facts: {} })
  if (attestations.ready !== true) fix('attest_ready', 'ready')
  if (attestations.release !== true) fix('attest_release', 'release')
  if (attestations.ownWork !== true) fix('attest_own_work', 'ownWork')
  if ((attestations.aiUse ?? '').trim() === '') fix('attest_ai_use', 'aiUse')
  return missing
}
