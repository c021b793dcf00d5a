import { open, openText, type Opened } from '../../detect/open.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { openObject } from '../parts.ts'
import { anythingAt, documentAt } from './document-at.ts'

/** An input that was only an address, opened at that address where the bundle has it. */
export interface AtAddress {
  readonly opened: Opened
  readonly address: string
}

/**
 * Follows an input that is only an address (typed in, or baked into a picture as it was done before
 * 1.1) to the document there; one step, so that addresses cannot lead round in a circle.
 *
 * @returns null where the input is something else, or where nothing is at hand.
 */
export function atAddress(the: Pick<Case, 'bundle' | 'at'>, opened: Opened): AtAddress | null {
  const { form, notes } = opened.detected
  const address = addressIn(opened)
  if (address === null) return null
  // An address that somebody typed may lead anywhere: what is there is read, and its own address asked.
  const found = anythingAt(the, address)
  if (found === null || found.isGone) return null
  const content = the.bundle.documents.get(address)?.content
  const there = found.document
    ? content instanceof Uint8Array
      ? open(content)
      : openObject(found.document)
    : openText(found.text ?? '', null)
  if (there.detected.reason?.code === 'NOT_RETRIEVED') return null
  const detected = { ...there.detected, form, notes: [...notes, ...there.detected.notes] }
  return { opened: { ...there, detected }, address }
}

/** A badge that is only an address is revoked where that answers HTTP 410 (OB 2.0 #HostedBadge). */
export function takenBack(the: Pick<Case, 'bundle' | 'at'>, opened: Opened): readonly Finding[] {
  const address = addressIn(opened)
  const found = address === null ? null : documentAt(the, address)
  if (address === null || found?.isGone !== true) return []
  return [
    {
      id: 'status.revocation',
      about: address.slice(0, 500),
      spec: 'OB 2.0 #HostedBadge',
      ...found.known,
      outcome: 'fail',
      code: 'REVOKED',
      facts: { url: address.slice(0, 500) },
      message: 'What was at this address was taken back.',
    },
  ]
}

function addressIn({ detected: { reason } }: Opened): string | null {
  const url = reason?.code === 'NOT_RETRIEVED' ? reason.facts['url'] : undefined
  return typeof url === 'string' ? url : null
}
