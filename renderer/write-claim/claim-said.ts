import type { Badge } from '../../core/badge/record.ts'
import { renewAheadMs } from '../../core/badge/renewal.ts'
import { openParts } from '../../core/claim/open-parts.ts'
import type { Claim } from '../../core/claim/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { dayOf, workingDaysBetween, type Calendar } from '../../core/turnaround/working-days.ts'
import type { Sight } from '../../contract/device/row.ts'
import type { Words } from '../../words/words.ts'

interface Known {
  readonly claim: Claim
  readonly sight: Sight
  readonly micro: Pick<MicroCredential, 'parts'> | undefined
  readonly badge: Badge | undefined
  nameOf(person: string): string
  readonly calendar: Calendar
  readonly nowMs: number
}

/** Where a claim stands, in the only words that people see: every wait with its holder and its date. */
export function claimSaid(words: Words, known: Known): string {
  const { claim } = known
  const said = words.claims.state
  const attempt = claim.attempts.at(-1)
  switch (claim.state) {
    case 'draft':
      return said.draft
    case 'submitted':
      if (known.sight !== 'record') return said.outbox
      return (
        late(words, known, attempt?.precheckBy) ??
        said.submitted({ day: attempt?.precheckBy ?? '' })
      )
    case 'incomplete':
      return said.incomplete
    case 'in_review': {
      const day = attempt?.answerBy ?? ''
      const lateWords = late(words, known, day)
      if (lateWords !== undefined) return lateWords
      const reader = claim.readers[0]
      return reader === undefined
        ? said.waiting({ day })
        : said.reading({ reader: known.nameOf(reader), day })
    }
    case 'not_yet':
      return notYet(words, known)
    case 'earned':
      return badgeSaid(words, known)
    case 'withdrawn':
      return said.withdrawn
  }
}

function late(words: Words, known: Known, promised: string | undefined): string | undefined {
  if (promised === undefined) return undefined
  const days = workingDaysBetween(promised, dayOf(known.nowMs, known.calendar), known.calendar)
  return days > 0 ? words.claims.state.late({ days, day: promised }) : undefined
}

function notYet(words: Words, { claim, micro }: Known): string {
  if (micro === undefined) return words.claims.state.notYet({ parts: '', stand: '' })
  const open = new Set(openParts(micro, claim).map(part => part.id))
  // Titles hold commas and “and” of their own.
  const title = (part: { title: string }) => `“${part.title}”`
  const again = micro.parts.filter(part => open.has(part.id)).map(title)
  const standing = micro.parts.filter(part => !open.has(part.id)).map(title)
  return words.claims.state.notYet({
    parts: words.say.list(again),
    stand: standing.length === 0 ? '' : words.claims.state.stand({ parts: standing }),
  })
}

function earnedOn({ claim, calendar }: Known): string {
  const decidedAt = claim.attempts.at(-1)?.outcome?.decidedAt
  return decidedAt === undefined ? '' : dayOf(decidedAt, calendar)
}

function badgeSaid(words: Words, known: Known): string {
  const said = words.claims.state
  const { badge, claim, nowMs } = known
  const earned = said.earnedOn({ day: earnedOn(known) })
  switch (badge?.state) {
    case undefined:
      return `${earned} ${claim.setAside === undefined ? said.earned : said.setAside(claim.setAside)}`
    case 'approved':
      return `${earned} ${said.signing}`
    case 'signed':
      return `${earned} ${heldSaid(words, badge, nowMs)}`
    // The newer one is its claim's badge; a claim that still shows the older one is told so a moment later.
    case 'superseded':
      return `${earned} ${said.issued}`
    case 'suspended':
      return `${earned} ${said.suspended}`
    case 'revoked':
      return `${earned} ${said.revoked}`
  }
}

function heldSaid(words: Words, { validUntil: at }: Badge, nowMs: number): string {
  const said = words.claims.state
  if (at === undefined || at - nowMs > renewAheadMs) return said.issued
  return at < nowMs ? said.ended({ at }) : said.ending({ at })
}
