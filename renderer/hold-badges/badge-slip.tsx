import type { ReactNode } from 'react'
import type { Badge } from '../../core/badge/record.ts'
import type { Verified } from '../../contract/device/door.ts'
import type { Row } from '../../contract/device/row.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { FourMarks } from '../design/four-marks.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { Slip } from '../design/slip.tsx'
import { marksSaid } from '../verify-badges/mark-said.ts'
import { badgeFacts } from './badge-facts.ts'
import { useVerified } from './use-verified.ts'

interface Slipping {
  readonly badge: Row<Badge>
  /** What was shown, in a sentence; the badge's own words where the catalogue has none. */
  readonly shown: string | undefined
  readonly title: ReactNode
  /** Whether each mark says why. */
  readonly isWhole: boolean
}

/** A badge as a slip of paper, with the four answers that a stranger's verifier would give about it. */
export function BadgeSlip({ badge, shown, title, isWhole }: Slipping) {
  const words = useWords()
  const { district } = useSession()
  const { credential } = badge.body
  const verified = useVerified(badge.id, credential)
  return (
    <Slip
      title={title}
      shown={shown ?? verified?.says.description ?? ''}
      facts={badgeFacts(words, badge.body, verified?.says.issuer ?? district?.name, Date.now())}
    >
      {credential === undefined ? null : verified === undefined ? (
        <LoadingLine label={words.badges.checking} />
      ) : (
        <Marks verified={verified} isWhole={isWhole} />
      )}
    </Slip>
  )
}

function Marks({ verified, isWhole }: { verified: Verified; isWhole: boolean }) {
  const marks = marksSaid(useWords(), verified)
  return (
    <FourMarks
      marks={marks.map(({ why, age, ...mark }) => (isWhole ? { ...mark, why } : { ...mark, age }))}
    />
  )
}
