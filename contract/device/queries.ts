import type { Badge } from '../../core/badge/record.ts'
import type { Chain } from '../../core/badge/chain.ts'
import type { RevokingPace } from '../../core/badge/revoking-pace.ts'
import type { Claim, Draft } from '../../core/claim/record.ts'
import type { SinceSent } from '../../core/claim/since-sent.ts'
import type { Competency, Framework } from '../../core/competency/record.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import type { Endorsement } from '../../core/endorsement/record.ts'
import type { Hold } from '../../core/person/hold.ts'
import type { Erasure } from '../../core/erasure/record.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import type { KeyChange } from '../../core/joint-act/key-change.ts'
import type { JointAct } from '../../core/joint-act/record.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import type { Person } from '../../core/person/record.ts'
import type { PasswordSet } from '../../core/person/password-set.ts'
import type { RoleRequest } from '../../core/person/role-request.ts'
import type { Unit } from '../../core/person/unit.ts'
import type { Activity, CheckIn, Goal } from '../../core/plan/record.ts'
import type { Review } from '../../core/review/record.ts'
import type { Row } from './row.ts'

/** Something done here that the district would not take: kept until the person dismisses it. */
export interface Refused {
  readonly key: string
  readonly command: string
  readonly input: unknown
  readonly refusal: Refusal
  readonly doneAt: number
  /** The claim that a refused start would have made, once everything written into it is refused too. */
  readonly lostClaim?: string
}

interface PlanQueries {
  today: {
    input: Record<never, never>
    rows: {
      claims: readonly Row<Claim>[]
      drafts: readonly Row<Draft>[]
      micros: readonly Row<MicroCredential>[]
      /** Evidence in my open claims, for the same check as in the margin. */
      claimEvidence: readonly Row<Evidence>[]
      goals: readonly Row<Goal>[]
      activities: readonly Row<Activity>[]
      checkIns: readonly Row<CheckIn>[]
      /** My readings that are open. */
      readings: readonly Row<Review>[]
      /** Claims that wait for a reader (coaches). */
      pool: readonly Row<Claim>[]
      /** Earned, not yet approved (officers). */
      toIssue: readonly Row<Claim>[]
      /** What other officers proposed and nobody has decided (officers); some may have ended by now. */
      acts: readonly Row<JointAct>[]
      /** Changes of keys that wait for another's yes, or that one did alone (officers, administrators). */
      keyChanges: readonly Row<KeyChange>[]
      /** Roles that others asked for, or gave alone, and that need somebody else's yes. */
      roleRequests: readonly Row<RoleRequest>[]
      /** Records that somebody else asked to be erased, and that wait for a second yes. */
      erasures: readonly Row<Erasure>[]
      badges: readonly Row<Badge>[]
      /** Kept, but not yet said who is shown. */
      unsure: readonly Row<Evidence>[]
      refused: readonly Refused[]
      /** When my password was last set, and from where. */
      passwordSet: Row<PasswordSet> | undefined
      /** Every computer that signs in my name, the newest first. */
      computers: readonly OwnComputerRow[]
      people: readonly Row<Person>[]
    }
  }
  /** How many things of each sort need this person: cheap, since every screen shows them. */
  'today.counts': {
    input: Record<never, never>
    rows: {
      /** Claims that came back and are open again. */
      back: number
      readings: number
      pool: number
      toIssue: number
      /** When each of those acts ends (epoch ms). */
      actsEnd: readonly number[]
      refused: number
    }
  }
  plan: {
    input: Record<never, never>
    rows: {
      goals: readonly Row<Goal>[]
      activities: readonly Row<Activity>[]
      checkIns: readonly Row<CheckIn>[]
      /** Competencies that the goals name. */
      competencies: readonly Row<Competency>[]
    }
  }
  goal: {
    input: { goal: string }
    rows: {
      goal: Row<Goal> | undefined
      /** Every goal one may link to. */
      goals: readonly Row<Goal>[]
      activities: readonly Row<Activity>[]
      checkIns: readonly Row<CheckIn>[]
      evidence: readonly Row<Evidence>[]
      competencies: readonly Row<Competency>[]
      frameworks: readonly Row<Framework>[]
    }
  }
}

interface CompetencyQueries {
  frameworks: { input: Record<never, never>; rows: { frameworks: readonly Row<Framework>[] } }
  framework: {
    input: { framework: string }
    rows: {
      framework: Row<Framework> | undefined
      /** Its statements now. */
      competencies: readonly Row<Competency>[]
      /** Those that it no longer has; kept for what points to them. */
      retired: readonly Row<Competency>[]
    }
  }
}

/** A claim that a piece of evidence is in. */
export interface ClaimUsing {
  readonly id: string
  readonly title: string
  /** It was sent with the piece, which can't be deleted any more. */
  readonly isHolding: boolean
}

/** One line of the evidence timeline; `found` is the sentence around what was looked for. */
export interface EvidenceLine {
  readonly row: Row<Evidence>
  readonly claims: readonly ClaimUsing[]
  /** In the trash: from when on it is deleted for good by itself (epoch ms). */
  readonly deletedFrom: number | undefined
  readonly found: string | undefined
  /** Whether its bytes are on this computer. */
  readonly here: boolean
}

interface EvidenceQueries {
  'evidence.list': {
    /** Newest first, by day and within a day; `after`: the `next` of the page before. */
    input: { q?: string; trashed?: boolean; goal?: string; limit?: number; after?: string }
    rows: {
      lines: readonly EvidenceLine[]
      total: number
      all: number
      next: string | undefined
      /** Words of the search that nothing holds. */
      nothing: readonly string[]
    }
  }
  /** What a slot takes (`accept`, as a slot names it), newest first; a page may hold none and still have a `next`. */
  'evidence.fitting': {
    input: { accept: string[]; q?: string; limit: number; after?: string }
    rows: { rows: readonly Row<Evidence>[]; next: string | undefined }
  }
  'evidence.of-file': {
    input: { sha256: string }
    /** Also those in the trash. */
    rows: { rows: readonly Row<Evidence>[] }
  }
  evidence: {
    input: { evidence: string }
    rows: {
      line: EvidenceLine | undefined
      goals: readonly Row<Goal>[]
      competencies: readonly Row<Competency>[]
    }
  }
}

interface ClaimQueries {
  'micro-credentials': {
    input: Record<never, never>
    rows: { micros: readonly Row<MicroCredential>[]; claims: readonly Row<Claim>[] }
  }
  'micro-credential': {
    input: { microCredential: string }
    rows: {
      micro: Row<MicroCredential> | undefined
      claims: readonly Row<Claim>[]
      competencies: readonly Row<Competency>[]
      /** What others say of it; to the office also what waits, was refused or taken off. */
      endorsements: readonly Row<Endorsement>[]
    }
  }
  claims: {
    input: Record<never, never>
    rows: { claims: readonly Row<Claim>[]; people: readonly Row<Person>[] }
  }
  claim: {
    input: { claim: string }
    rows: {
      claim: Row<Claim> | undefined
      draft: Row<Draft> | undefined
      micro: Row<MicroCredential> | undefined
      /** Everything that the draft's slots hold. */
      evidence: readonly Row<Evidence>[]
      badge: Row<Badge> | undefined
      people: readonly Row<Person>[]
    }
  }
  /** What this computer finds where it compares one's own claim in the record with what was sent. */
  'claim.since-sent': { input: { claim: string }; rows: { since: SinceSent } }
  /** Of the files that the district could not read in a claim that came back: SHA-256 (hex) of those that are whole here. */
  'claim.missed': { input: { claim: string }; rows: { whole: readonly string[] } }
}

interface ReviewQueries {
  reviews: {
    input: Record<never, never>
    rows: {
      pool: readonly Row<Claim>[]
      readings: readonly Row<Review>[]
      finished: readonly Row<Review>[]
      /** Those that ended without being finished, and have notes of their reader's. */
      returned: readonly Row<Review>[]
      /** The claims of the readings. */
      claims: readonly Row<Claim>[]
      micros: readonly Row<MicroCredential>[]
      people: readonly Row<Person>[]
    }
  }
  review: {
    input: { review: string }
    rows: {
      review: Row<Review> | undefined
      claim: Row<Claim> | undefined
      micro: Row<MicroCredential> | undefined
      people: readonly Row<Person>[]
      /** SHA-256 (hex) of the files that are on this computer already. */
      here: readonly string[]
      /** Why the reading should not be gone on with: what is on the desk is not what its person signed. */
      fault: Refusal | undefined
    }
  }
}

interface BadgeQueries {
  badges: { input: Record<never, never>; rows: { badges: readonly Row<Badge>[] } }
  badge: {
    input: { badge: string }
    rows: {
      badge: Row<Badge> | undefined
      claim: Row<Claim> | undefined
      micro: Row<MicroCredential> | undefined
      /** What the badge rests on, as far as this computer has it. */
      chain: Chain | undefined
      /** What others say of it and of what it stands for. */
      endorsements: readonly Row<Endorsement>[]
      people: readonly Row<Person>[]
    }
  }
  /** Reads the files behind a badge through, now: how many are here, and how many are not what they were. */
  'badge.files': { input: { badge: string }; rows: { here: number; damaged: number } }
  /** Every change of the district's keys, the newest first (officers, administrators). */
  'key-changes': {
    input: Record<never, never>
    rows: { changes: readonly Row<KeyChange>[]; people: readonly Row<Person>[] }
  }
  /** Of what waits for one's approval: what no badge can rest on, and why. */
  'issue.unfit': {
    input: Record<never, never>
    rows: { unfit: readonly { readonly claim: string; readonly refusal: Refusal }[] }
  }
  issue: {
    input: Record<never, never>
    rows: {
      /** Earned, and waits for one to approve a badge. */
      toIssue: readonly Row<Claim>[]
      /** Waits for another in the office: one wrote it, or judged it. */
      own: readonly Row<Claim>[]
      /** Earned, and the office approves no badge for it. */
      setAside: readonly Row<Claim>[]
      badges: readonly Row<Badge>[]
      /** What one officer proposed and another decides, the newest first. */
      acts: readonly Row<JointAct>[]
      /** How many badges each officer revoked alone lately. */
      pace: Row<RevokingPace> | undefined
      micros: readonly Row<MicroCredential>[]
      people: readonly Row<Person>[]
    }
  }
}

/** A computer that the register has as one's own. */
export interface OwnComputerRow {
  readonly device: string
  readonly isThis: boolean
  /** What it is called, by its person or by itself; `undefined`: not told yet. */
  readonly name: string | undefined
  /** Its key is another than the one this computer has known. */
  readonly isOther: boolean
  readonly joinedAt: number
  readonly revokedAt: number | undefined
  /** It waits for a yes until then (epoch ms, perhaps over by now); `undefined`: it does not. */
  readonly waitsUntil: number | undefined
}

interface PersonQueries {
  /** Every computer that signs in this person's name, the newest first. */
  computers: { input: Record<never, never>; rows: { computers: readonly OwnComputerRow[] } }
  people: {
    input: Record<never, never>
    rows: {
      people: readonly Row<Person>[]
      units: readonly Row<Unit>[]
      /** Roles that wait for a second yes, or that one gave alone; whom it concerns is told of them. */
      requests: readonly Row<RoleRequest>[]
    }
  }
  /** Schools and teams, by name. */
  units: { input: Record<never, never>; rows: { units: readonly Row<Unit>[] } }
  refused: { input: Record<never, never>; rows: { refused: readonly Refused[] } }
}

interface EndorsementQueries {
  /** The district's own word about what others issue, the newest first: of all, or of these ids alone. */
  'given-endorsements': {
    input: { endorsed?: string[] | undefined }
    rows: { given: readonly Row<GivenEndorsement>[]; people: readonly Row<Person>[] }
  }
}

interface ErasureQueries {
  /** Whose record is to be erased, was, or may not be, for those who decide it. */
  erasures: {
    input: Record<never, never>
    rows: {
      /** One a person, under their id. */
      erasures: readonly Row<Erasure>[]
      holds: readonly Row<Hold>[]
      /** They, and who decided about them. */
      people: readonly Row<Person>[]
    }
  }
  /** The erasing of one's own record. */
  'erasure.own': {
    input: Record<never, never>
    rows: { erasure: Row<Erasure> | undefined; people: readonly Row<Person>[] }
  }
}

/** What a screen may ask: name → what goes in and what comes back. The sum of the nouns' own. */
export interface Queries
  extends
    PlanQueries,
    CompetencyQueries,
    EvidenceQueries,
    ClaimQueries,
    ReviewQueries,
    BadgeQueries,
    EndorsementQueries,
    PersonQueries,
    ErasureQueries {}

export type QueryName = keyof Queries
export type QueryInput<N extends QueryName> = Queries[N]['input']
export type QueryRows<N extends QueryName> = Queries[N]['rows']
