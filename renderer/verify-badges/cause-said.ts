import type { Group, Standing, VerifyingRow } from '../../contract/device/verifying.ts'
import { factTime } from '../../words/verify-code.ts'
import { fetchSaid } from '../../words/fetch-said.ts'
import { whoseSaid } from '../../words/whose-said.ts'
import type { Words } from '../../words/words.ts'
import { idShown } from './id-shown.ts'
import { codeSaid, isVerifyCode } from './mark-said.ts'

/** In this order one looks: what doesn't hold first, what holds last. */
export const standings: readonly Standing[] = ['fails', 'unknown', 'unread', 'apart', 'holds']

/** What the inputs of a group have in common, in a few words: "Status list too old". */
export function causeSaid(
  words: Words,
  group: Pick<Group, 'standing' | 'because' | 'notFetched'>,
  kind?: string,
) {
  const said = words.verify
  const { standing, because, notFetched } = group
  if (notFetched !== undefined) return fetchSaid(said.fetch, notFetched).cause
  if (standing === 'holds') return said.causes.PASS
  if (standing === 'apart') return kindSaid(words, kind)
  const code = because?.code
  if (code !== undefined && isVerifyCode(code))
    return because?.part === undefined ? said.causes[code] : insideSaid(words, said.causes[code])
  return standing === 'fails' ? said.causes.FAIL : said.causes.UNKNOWN
}

/** A cause that is of something inside, not of the whole. */
const insideSaid = (words: Words, cause: string): string => `${words.verify.many.inside}: ${cause}`

/** What something is that is no badge. */
export function kindSaid(words: Words, kind: string | undefined): string {
  const kinds: Readonly<Record<string, string>> = words.verify.many.apart
  return kinds[kind ?? ''] ?? words.verify.many.apartOther
}

/** What stands beside a group's cause: whose, how old that knowledge is, and what isn't known either. `at`: epoch ms. */
export function detailSaid(words: Words, group: Group, at: number): string {
  const { detail } = words.verify.many
  const { standing, because, issuer, also } = group
  if (standing !== 'fails' && standing !== 'unknown') return ''
  const { id } = issuer
  const whose = whoseSaid(words.verify.many, { ...issuer, id: id && idShown(id) })
  const more =
    standing === 'unknown' && group.notFetched === undefined && also.length > 0
      ? detail.also({ marks: also.map(mark => detail.mark[mark]).join(', ') })
      : ''
  if (because?.code === 'ISSUER_NOT_LISTED' && because.part === undefined) {
    const vouched = also.includes('signature') ? detail.unproven : detail.stranger
    return [[whose, vouched].filter(isSome).join(': '), more].filter(isSome).join('; ')
  }
  const isOfList = because?.code === 'STALE' && because.ageMs !== undefined
  const list = isOfList ? detail.list({ at: at - (because.ageMs ?? 0) }) : ''
  return [[whose, list].filter(isSome).join(', '), more].filter(isSome).join('; ')
}

const isSome = (text: string) => text !== ''

/** Why a row stands where it stands, in a few words; empty where everything holds. */
export function rowReason(words: Words, row: VerifyingRow): string {
  const { many, causes } = words.verify
  if (row.state !== 'checked') return row.state === 'waiting' ? many.waitingRow : many.stoppedRow
  if (row.standing === 'apart') return kindSaid(words, row.kind)
  if (row.notFetched !== undefined) return fetchSaid(words.verify.fetch, row.notFetched).cause
  const mark = row.mark === undefined ? undefined : row.marks?.[row.mark]
  if (mark === undefined || row.standing === 'holds') return ''
  const { code, facts, ageMs, part } = mark
  if (part !== undefined && isVerifyCode(code)) return insideSaid(words, causes[code])
  const ended = factTime(facts, 'validUntil', 'exp', 'expires')
  if (code === 'EXPIRED' && ended !== undefined) return many.expiredOn({ at: ended })
  if (code === 'STALE' && ageMs !== undefined) return many.listAge({ ageMs })
  return isVerifyCode(code) ? causes[code] : codeSaid(words, code, facts)
}

/** Of one standing: its groups, and how many inputs they hold together. */
export interface Section {
  readonly standing: Standing
  readonly count: number
  readonly groups: readonly Group[]
}

/** Groups by where they stand, worst first; each group once, so that the counts add up to what was checked. */
export function sectionsOf(groups: readonly Group[]): readonly Section[] {
  return standings.flatMap(standing => {
    const those = groups.filter(group => group.standing === standing)
    const count = those.reduce((sum, group) => sum + group.count, 0)
    return those.length === 0 ? [] : [{ standing, count, groups: those }]
  })
}

/**
 * Whether a group still needs a look: something is the matter, and no decision in force covers it. What could not be
 * read can't be decided about, and is told with its reason.
 */
export const needsLook = ({ standing, decided }: Pick<Group, 'standing' | 'decided'>): boolean =>
  (standing === 'fails' || standing === 'unknown') && decided === undefined

/** What a section is made of: "3 changed after signing, 2 revoked"; the same cause of several issuers once. */
export function causesSaid(words: Words, section: Section): string {
  const counts = new Map<string, number>()
  for (const group of section.groups) {
    const cause = causeSaid(words, group)
    counts.set(cause, (counts.get(cause) ?? 0) + group.count)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, causesMax)
    .map(([cause, n]) => words.verify.many.causes({ cause, n }))
    .join(', ')
}

/** So many causes are named beside a section. */
const causesMax = 4
