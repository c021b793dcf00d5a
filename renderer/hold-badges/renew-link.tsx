import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import type { WayToRenew } from './use-renewals.ts'

interface Leading {
  readonly renewal: WayToRenew
  /** Of which badge, where the verb alone would not say it. */
  readonly title?: string
}

/** Where a badge is renewed; nothing where its micro-credential is offered no more. */
export function RenewLink({ renewal: { begun, to }, title }: Leading) {
  const { renew } = useWords().badges
  if (to === undefined) return null
  const verb = begun === undefined ? renew.start : renew.goOn
  return (
    <span>
      <TextLink to={to} {...(title === undefined ? {} : { label: `${verb}: ${title}` })}>
        {verb}
      </TextLink>
    </span>
  )
}
