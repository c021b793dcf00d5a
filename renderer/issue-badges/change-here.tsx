import { useState } from 'react'
import type { Badge } from '../../core/badge/record.ts'
import { mayRevoke } from '../../core/badge/rights.ts'
import type { Row } from '../../contract/device/row.ts'
import { GoesIn, useGoing } from '../app/goes-in.tsx'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { badgeActs } from './badge-acts.ts'
import { ChangeBadge } from './change-badge.tsx'

interface Changing {
  readonly badge: Row<Badge>
  readonly name: string
}

/** On a badge's own screen, for the office: the way to suspend it, issue it anew or revoke it. Never one's own. */
export function ChangeHere({ badge, name }: Changing) {
  const words = useWords().issue
  const { person, holding } = useSession()
  const [isOpen, setOpen] = useState(false)
  const { title, owner } = badge.body
  if (owner === person?.id || !mayRevoke(holding, badge)) return null
  if (badgeActs(badge.body).length === 0) return null
  return (
    <>
      <Button label={words.changeLabel({ title, name })} onPress={() => setOpen(true)}>
        {words.change}
      </Button>
      {isOpen ? <ChangeBadge badge={badge} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** What was just done to a badge here, while it can be taken back. */
export function ChangeGoes({ badge }: { badge: string }) {
  const all = [
    useGoing('badge.suspend', badge),
    useGoing('badge.resume', badge),
    useGoing('badge.supersede', badge),
    useGoing('badge.revoke', badge),
  ]
  return all.map(going => (going === undefined ? null : <GoesIn key={going.key} going={going} />))
}
