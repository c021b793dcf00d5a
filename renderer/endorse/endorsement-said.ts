import type { Endorsement } from '../../core/endorsement/record.ts'
import { ownEndorsementCodes } from '../../core/endorsement/record.ts'
import type { Words } from '../../words/words.ts'
import { codeSaid } from '../verify-badges/mark-said.ts'

export interface EndorsementStands {
  readonly outcome: 'pass' | 'fail' | 'unknown'
  readonly said: string
}

/** How an endorsement stands, in a line: what the district's verifier said of it last, or what became of it. */
export function endorsementStands(words: Words, body: Endorsement): EndorsementStands {
  const said = words.endorsements
  const { state, verdict, withdrawnAt, withdrawnReason = '' } = body
  if (state === 'withdrawn')
    return {
      outcome: 'unknown',
      said: said.withdrawn({ at: withdrawnAt ?? body.offeredAt, reason: withdrawnReason }),
    }
  if (verdict === undefined) return { outcome: 'unknown', said: said.checking }
  const { overall, at, code } = verdict
  if (overall === 'verified') return { outcome: 'pass', said: said.holds({ at }) }
  const why = code === undefined ? '' : codeOf(words, code)
  if (overall === 'indeterminate') return { outcome: 'unknown', said: said.unknown({ at, why }) }
  return {
    outcome: 'fail',
    said: state === 'refused' ? said.refused({ at, why }) : said.fails({ at, why }),
  }
}

function codeOf(words: Words, code: string): string {
  const { codes, another } = words.endorsements
  // The verifier speaks of badges alone.
  if (code === 'ENDORSES_ANOTHER') return another
  const own = ownEndorsementCodes.find(one => one === code)
  return own === undefined ? codeSaid(words, code, {}) : codes[own]
}
