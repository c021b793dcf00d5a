import type { Mark, Verified } from '../../contract/device/door.ts'
import { verifyCodes, type VerifyCode, type VerifyFacts } from '../../words/verify-code.ts'
import type { Words } from '../../words/words.ts'
import type { MarkName } from './verdict.ts'

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

/** As they stand side by side. */
const order: readonly MarkName[] = ['signature', 'dates', 'status', 'trust']

export function markSaid(words: Words, id: MarkName, mark: Mark): MarkSaid {
  const said = words.verify
  const { outcome, ageMs } = mark
  const age = ageMs === undefined ? undefined : said.age({ ageMs })
  const plain =
    mark.code === 'PASS' ? said.passes[id](mark.facts) : codeSaid(words, mark.code, mark.facts)
  return {
    id,
    outcome,
    name: said.mark[id][outcome],
    label: said.markLabel({
      name: said.mark[id].name,
      outcome: said.outcome[outcome],
      age: age ?? '',
    }),
    age,
    why: ageMs === undefined ? plain : said.aged({ said: plain, ageMs }),
  }
}

/** The four answers of a badge, in the order they are shown. */
export const marksSaid = (words: Words, { marks }: Verified): readonly MarkSaid[] =>
  order.map(id => markSaid(words, id, marks[id]))

/** The sentence of a verifier's code; one that nobody has written yet shows the code itself. */
export function codeSaid(words: Words, code: string, facts: VerifyFacts): string {
  return isVerifyCode(code) ? words.verify.codes[code](facts) : words.verify.unknownCode({ code })
}

const isVerifyCode = (code: string): code is VerifyCode => verifyCodes.some(known => known === code)
