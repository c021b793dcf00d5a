import type { Badge } from '../../core/badge/record.ts'
import { draftProblems } from '../../core/claim/draft-problems.ts'
import { openParts } from '../../core/claim/open-parts.ts'
import type { Claim } from '../../core/claim/record.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import type { Row } from '../../contract/device/row.ts'
import { badgeNews } from './badge-news.ts'
import type { Line } from './line.ts'
import { onItsWay } from './on-its-way.ts'
import type { TodayFacts } from './today-facts.ts'

/** The line of one of my own claims, where it has one: to write, to mend, on its way, or lately answered. */
export function claimLines(row: Row<Claim>, facts: TodayFacts): readonly Line[] {
  switch (row.body.state) {
    case 'draft':
      return writingLine(row, facts)
    case 'incomplete':
      return [cameBackLine(row, facts)]
    case 'not_yet':
      return [notYetLine(row, facts)]
    case 'submitted':
    case 'in_review':
      return [onItsWay(row, undefined, facts)]
    case 'earned':
      return earnedLines(row, facts)
    case 'withdrawn':
      return []
  }
}

const address = (row: Row<Claim>) => `/claims/${row.id}`

function writingLine(row: Row<Claim>, facts: TodayFacts): readonly Line[] {
  const micro = facts.rows.micros.find(micro => micro.id === row.body.microCredential)
  const draft = facts.rows.drafts.find(draft => draft.id === row.id)
  if (micro === undefined || draft === undefined) return []
  const problems = draftProblems(micro.body, row.body, draft.body, facts.rows.claimEvidence).filter(
    problem => problem.severity === 'fix',
  )
  const [first] = problems
  const line = { key: `claim ${row.id}`, group: 'needs', to: address(row) } as const
  const { title } = row.body
  if (first === undefined) {
    return [{ ...line, day: facts.today, minutes: 1, about: { what: 'ready', title } }]
  }
  // Nearly done is for today; a claim that was just begun takes the time it takes.
  const day = problems.length <= nearlyDoneMost ? facts.today : undefined
  return [
    {
      ...line,
      day,
      minutes: undefined,
      about: { what: 'writing', title, first, toFix: problems.length },
    },
  ]
}

const nearlyDoneMost = 2

function cameBackLine(row: Row<Claim>, facts: TodayFacts): Line {
  const findings = row.body.attempts.at(-1)?.findings ?? []
  const toFix = findings.filter(finding => finding.severity === 'fix').length
  return {
    key: `claim ${row.id}`,
    group: 'needs',
    day: facts.today,
    minutes: undefined,
    to: address(row),
    about: { what: 'cameBack', title: row.body.title, toFix },
  }
}

function notYetLine(row: Row<Claim>, facts: TodayFacts): Line {
  const micro = facts.rows.micros.find(micro => micro.id === row.body.microCredential)
  const parts = micro?.body.parts ?? []
  const open = new Set(micro === undefined ? [] : openParts(micro.body, row.body).map(p => p.id))
  return {
    key: `claim ${row.id}`,
    group: 'needs',
    day: undefined,
    minutes: undefined,
    to: address(row),
    about: {
      what: 'notYet',
      title: row.body.title,
      again: parts.filter(part => open.has(part.id)).map(part => part.title),
      stand: parts.filter(part => !open.has(part.id)).map(part => part.title),
      reader: facts.nameOf(row.body.attempts.at(-1)?.outcome?.reader),
    },
  }
}

function earnedLines(row: Row<Claim>, facts: TodayFacts): readonly Line[] {
  const badges = facts.rows.badges.filter(badge => badge.body.claim === row.id)
  // Of several the one that the claim counts: another waits to take its place, or gave it up.
  const badge = badges.find(({ id }) => id === row.body.badge) ?? badges[0]
  const { setAside } = row.body
  if (badge === undefined && setAside !== undefined) return setAsideLine(row, setAside, facts)
  if (badge === undefined || badge.body.state === 'approved') return [onItsWay(row, badge, facts)]
  return badgeLine(badge, row, facts)
}

/** The office approves no badge for it: nobody holds it any more, so it is news and not on its way. */
function setAsideLine(
  row: Row<Claim>,
  { at, reason }: NonNullable<Claim['setAside']>,
  facts: TodayFacts,
): readonly Line[] {
  const day = dayOf(at, facts.calendar)
  if (day < facts.since) return []
  return [
    {
      key: `set aside ${row.id} ${at}`,
      group: 'since',
      day,
      minutes: undefined,
      to: address(row),
      about: { what: 'setAside', title: row.body.title, reason },
    },
  ]
}

function badgeLine(badge: Row<Badge>, claim: Row<Claim>, facts: TodayFacts): readonly Line[] {
  const reader = facts.nameOf(claim.body.attempts.at(-1)?.outcome?.reader)
  const last = badgeNews(badge.body, reader)
  if (last === undefined) return []
  const day = dayOf(last.at, facts.calendar)
  if (day < facts.since) return []
  return [
    {
      key: `badge ${badge.id}`,
      group: 'since',
      day,
      minutes: undefined,
      to: `/badges/${badge.id}`,
      about: last.about,
    },
  ]
}
