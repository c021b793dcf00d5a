import type { Mark, Verified } from '../../contract/device/door.ts'
import type { MarkName } from '../../core/badge/cause.ts'
import { verifyCodes, type VerifyCode, type VerifyFacts } from '../../words/verify-code.ts'
import type { Words } from '../../words/words.ts'
import { marksInOrder } from './mark-name.ts'

/** One of the four answers, as it is seen, heard and explained. */
export interface MarkSaid {
  readonly id: MarkName
  readonly outcome: Mark['outcome']
  /** "Signed by the issuer". */
  readonly name: string
  /** "Signed: yes, 2 days old". */
  readonly label: string
  readonly age: string | undefined
  readonly why: string
}

export function markSaid(words: Words, id: MarkName, mark: Mark): MarkSaid {
  const said = words.verify
  const { outcome, ageMs } = mark
  const age = ageMs === undefined ? undefined : said.age({ ageMs })
  const plain = mark.code === 'PASS' ? said.passes[id](mark.facts) : reasonSaid(words, mark)
  return {
    id,
    outcome,
    name: nameOf(words, id, mark),
    label: said.markLabel({
      name: said.mark[id].name,
      outcome: said.outcome[outcome],
      age: age ?? '',
    }),
    age,
    // That a list is too old says already how old it is.
    why: ageMs === undefined || mark.code === 'STALE' ? plain : said.aged({ said: plain, ageMs }),
  }
}

/** That a signature fails says its arithmetic alone: anything else that is wrong is not the signature's. */
const ofSignature: readonly string[] = ['PROOF_VERIFICATION_ERROR', 'CRYPTOGRAPHIC_SECURITY_ERROR']

function nameOf({ verify }: Words, id: MarkName, { outcome, code }: Mark): string {
  if (id === 'signature' && outcome === 'fail' && !ofSignature.includes(code))
    return verify.markInstead.notCounted
  // Where no list is named, nobody looked whether it was revoked.
  if (id === 'status' && code === 'NO_STATUS_DECLARED') return verify.markInstead.noList
  return verify.mark[id][outcome]
}

/** The four answers of a badge, in the order they are shown; with what it says, its dates are told from first to last. */
export function marksSaid(
  words: Words,
  { marks, says }: Pick<Verified, 'marks'> & Partial<Pick<Verified, 'says'>>,
): readonly MarkSaid[] {
  const from = Date.parse(says?.validFrom ?? '')
  const until = Date.parse(says?.validUntil ?? '')
  const span = Number.isFinite(from + until) ? words.verify.many.span({ from, until }) : undefined
  return marksInOrder.map(id => {
    const said = markSaid(words, id, marks[id])
    return id === 'dates' && said.outcome === 'pass' && span !== undefined
      ? { ...said, why: span }
      : said
  })
}

/** Why an answer is what it is, with the part that it is said of. */
export function reasonSaid(words: Words, { code, facts, part }: Mark): string {
  const said = codeSaid(words, code, facts)
  return part === undefined ? said : words.verify.inPart({ part, said })
}

/** The sentence of a verifier's code; one that nobody has written yet shows the code itself. */
export function codeSaid(words: Words, code: string, facts: VerifyFacts): string {
  return isVerifyCode(code) ? words.verify.codes[code](facts) : words.verify.unknownCode({ code })
}

/** Whether a code is one that has words. */
export const isVerifyCode = (code: string): code is VerifyCode =>
  verifyCodes.some(known => known === code)
