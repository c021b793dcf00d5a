import type { Evidence } from '../evidence/record.ts'
import type { Rec } from '../kit/record-type.ts'
import type { MicroCredential } from '../micro-credential/record.ts'
import { filledKey, inSlot } from './filled.ts'
import { problemCodes, type Problem, type ProblemCode } from './problem.ts'
import type { Attempt, Claim, Draft, Item } from './record.ts'

interface CameBack {
  readonly micro: Pick<MicroCredential, 'parts'>
  readonly claim: Pick<Claim, 'state' | 'attempts'>
  readonly draft: Pick<Draft, 'answers' | 'filled'>
  readonly evidence: readonly Pick<Rec<Evidence>, 'id' | 'body'>[]
  /** What the check on this computer names: not said twice. */
  readonly problems: readonly Problem[]
  /** SHA-256 (hex) of missed files that are whole on this computer: they go to the district again by themselves. */
  readonly whole: ReadonlySet<string>
}

type Finding = NonNullable<Attempt['findings']>[number]

/**
 * What the district's check found in a claim that came back unread, as far as nothing of it has changed since. What is
 * no longer as it was sent counts as mended: the district looks again when it is sent.
 */
export function openFindings(back: CameBack): readonly Problem[] {
  const last = back.claim.attempts.at(-1)
  if (back.claim.state !== 'incomplete' || last === undefined) return []
  return (last.findings ?? [])
    .filter(finding => !back.problems.some(problem => isSame(problem, finding)))
    .filter(finding => isAsSent(finding, last, back))
    .map(finding => problemOf(finding, last, back))
}

const isSame = (problem: Problem, finding: Finding) =>
  problem.code === finding.code &&
  problem.prompt === finding.prompt &&
  problem.slot === finding.slot &&
  problem.evidence === finding.evidence &&
  problem.attestation === finding.attestation

/** Whether what a finding is about is still what was sent. */
function isAsSent(finding: Finding, sent: Attempt, { draft, evidence }: CameBack): boolean {
  const { prompt, slot, attestation } = finding
  // A word is given anew each time, and asked for by the check on this computer.
  if (attestation !== undefined) return false
  if (prompt !== undefined) return (draft.answers[prompt] ?? '') === (sent.answers[prompt] ?? '')
  if (slot === undefined) return true
  if (finding.evidence === undefined) {
    const before = sent.items.filter(item => item.slot === slot).map(item => item.evidence)
    return before.join('\n') === inSlot(draft.filled, slot).join('\n')
  }
  if (draft.filled[filledKey(slot, finding.evidence)] === undefined) return false
  const item = itemOf(finding, sent)
  const piece = evidence.find(one => one.id === finding.evidence)?.body
  if (item === undefined || piece === undefined) return true
  const isSameFile = item.file?.sha256 === piece.file?.sha256
  // Another name brings no bytes back.
  if (finding.code === 'file_not_here') return isSameFile
  const told = ({ title, note, text, link, shown, released }: Item | Evidence) =>
    JSON.stringify([title, note, text, link, shown, released])
  return isSameFile && told(item) === told(piece)
}

const itemOf = ({ slot, evidence }: Finding, sent: Attempt): Item | undefined =>
  sent.items.find(item => item.slot === slot && item.evidence === evidence)

const known: ReadonlyMap<string, ProblemCode> = new Map(problemCodes.map(code => [code, code]))

function problemOf(finding: Finding, sent: Attempt, { micro, whole }: CameBack): Problem {
  const { prompt, slot, evidence, facts } = finding
  const sha256 = itemOf(finding, sent)?.file?.sha256
  const goesAgain = finding.code === 'file_not_here' && sha256 !== undefined && whole.has(sha256)
  const part =
    finding.part ??
    micro.parts.find(
      one => one.prompts.some(({ id }) => id === prompt) || one.slots.some(({ id }) => id === slot),
    )?.id
  return {
    // A district of a later version may find what this one has no words for.
    code: goesAgain ? 'file_goes_again' : (known.get(finding.code) ?? 'found_otherwise'),
    severity: goesAgain ? 'look' : finding.severity,
    ...(part === undefined ? {} : { part }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(slot === undefined ? {} : { slot }),
    ...(evidence === undefined ? {} : { evidence }),
    facts: { ...facts, found: finding.code },
  }
}
