import type { CommandInput } from '../../core/commands.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { Problem } from '../../core/claim/problem.ts'

/** Under which heading a line stands, in the order of the page. */
export const lineGroups = ['needs', 'away', 'minutes', 'since'] as const
export type LineGroup = (typeof lineGroups)[number]

/** A stop on a claim's way: whether it is behind, where it is now, or still ahead; its day where one is known. */
export interface Station {
  readonly stop: 'sent' | 'checked' | 'reading' | 'answer' | 'earned' | 'approved' | 'badge'
  readonly at: 'done' | 'here' | 'ahead'
  readonly day: string | undefined
  /** Who holds it, where the stop is with a person. */
  readonly holder: string | undefined
}

/** What a line is about, with the facts of its sentences (`words.today.line`). */
export type About =
  | {
      readonly what: 'refused'
      readonly command: string
      readonly refusal: Refusal
      /** The words that the record did not take, each text by itself. */
      readonly typed: readonly string[]
      /** The refused commands that go with this line, in the order in which they may go. */
      readonly keys: readonly string[]
      /** Set where a claim was begun twice: the one that counts, and what brings into it what was lost. */
      readonly lost:
        | {
            readonly title: string
            readonly claim: string
            readonly pieces: number
            readonly bring: CommandInput<'claim.bring'> | undefined
          }
        | undefined
    }
  | { readonly what: 'twoVersions'; readonly title: string }
  | { readonly what: 'cameBack'; readonly title: string; readonly toFix: number }
  | {
      readonly what: 'notYet'
      readonly title: string
      readonly again: readonly string[]
      readonly stand: readonly string[]
      readonly reader: string
    }
  | { readonly what: 'ready'; readonly title: string }
  | {
      readonly what: 'writing'
      readonly title: string
      readonly first: Problem
      readonly toFix: number
    }
  | { readonly what: 'reading'; readonly title: string; readonly owner: string }
  | { readonly what: 'pool'; readonly waiting: number; readonly title: string }
  | { readonly what: 'toIssue'; readonly waiting: number; readonly title: string }
  | { readonly what: 'secondOfficer'; readonly badges: number; readonly by: string }
  /** A change of the district's keys: `rotate` a new one, `compromise` one is given up. */
  | {
      readonly what: 'keyChange'
      readonly change: 'rotate' | 'compromise' | 'replace'
      readonly by: string
    }
  /** `isAlone`: it was given already, while there was nobody to ask. */
  | {
      readonly what: 'roleRequest'
      readonly name: string
      readonly by: string
      readonly isAlone: boolean
    }
  | { readonly what: 'erasure'; readonly name: string; readonly by: string }
  | { readonly what: 'keyAlone'; readonly at: number; readonly why: string }
  | { readonly what: 'activity'; readonly title: string; readonly goal: string }
  | {
      readonly what: 'onItsWay'
      readonly title: string
      readonly waits: 'network' | 'check' | 'coach' | 'reader' | 'office' | 'signing'
      readonly promised: string | undefined
      readonly lateDays: number
      readonly stations: readonly Station[]
    }
  | { readonly what: 'unsure'; readonly title: string; readonly keptAt: number }
  | { readonly what: 'untied'; readonly title: string }
  | { readonly what: 'firstGoal' }
  | { readonly what: 'firstClaim' }
  /** A computer that somebody let in as this person; `until`: it waits for their yes until then (epoch ms). */
  | { readonly what: 'computerWaits'; readonly until: number }
  | { readonly what: 'computerAdded'; readonly at: number }
  | { readonly what: 'passwordSet'; readonly at: number; readonly computer: string }
  | { readonly what: 'earned'; readonly title: string; readonly reader: string }
  /** `at`: its last moment (epoch ms). */
  | {
      readonly what: 'badgeEnding' | 'badgeEnded'
      readonly title: string
      readonly at: number
    }
  | {
      readonly what: 'setAside' | 'suspended' | 'resumed' | 'corrected' | 'revoked'
      readonly title: string
      /** In the office's own words. */
      readonly reason: string
    }

/** One line of Today: by when, what, why, how long, and where its one action leads. */
export interface Line {
  /** Stays the same while the line is about the same thing. */
  readonly key: string
  readonly group: LineGroup
  /** `YYYY-MM-DD` by which it matters, or on which it happened; `undefined`: any time. */
  readonly day: string | undefined
  /** How long it takes, where that is known. */
  readonly minutes: number | undefined
  readonly to: string
  readonly about: About
}
