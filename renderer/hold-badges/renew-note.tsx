import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import type { WayToRenew } from './use-renewals.ts'
import { RenewLink } from './renew-link.tsx'

interface Renewing {
  readonly renewal: WayToRenew
}

/** That a badge ends or has ended, and the way to a new one. */
export function RenewNote({ renewal }: Renewing) {
  const { renew } = useWords().badges
  return (
    <ErrorNote kind="ask" said={renew.title[renewal.why](renewal)} next={useHow(renewal)}>
      <RenewLink renewal={renewal} />
    </ErrorNote>
  )
}

/** The way to a new badge, where it is said already why one is needed. */
export function RenewHow({ renewal }: Renewing) {
  return (
    <>
      <span>{useHow(renewal)}</span>
      <RenewLink renewal={renewal} />
    </>
  )
}

function useHow({ to, begun }: WayToRenew): string {
  const { renew } = useWords().badges
  return to === undefined ? renew.gone : begun === undefined ? renew.how : renew.begun
}
