import { textOf, valueAt } from '../../json/value.ts'
import type { Finding } from '../report.ts'
import type { Linked } from './linked.ts'
import type { OlderCase } from './older-case.ts'
import { webAddress } from './web-address.ts'

const spec = 'OB 2.0 #HostedBadge'

/**
 * Whether what vouches for a hosted badge is at hand: the document at its own address. The copy that
 * was handed in only tells where that is.
 */
export function hostedRetrieved(older: OlderCase): Finding {
  const { address, hosted } = older
  const about = (address ?? '').slice(0, 500)
  const base = { id: 'hosted.retrieved', about, spec }
  if (address !== null && webAddress(address) === null)
    return {
      ...base,
      outcome: 'fail',
      code: 'MALFORMED_VALUE_ERROR',
      facts: { problems: ['/id: an address of the web'] },
      message: 'A hosted badge has to live at an address of the web, and this one does not.',
    }
  if (address === null || hosted === null) return notRetrieved(base, about)
  if (hosted.document === null && !hosted.isGone)
    return {
      ...base,
      ...hosted.known,
      outcome: 'unknown',
      code: hosted.refusal?.code ?? 'NOT_A_BADGE',
      facts: { url: about, ...hosted.refusal?.facts },
      message:
        hosted.refusal?.code === 'REDIRECTED'
          ? 'The badge’s address leads on to another site, which cannot vouch for it.'
          : 'What is at the badge’s address is no badge.',
    }
  return {
    ...base,
    ...hosted.known,
    outcome: 'pass',
    facts: { url: about },
    message: 'The document at the badge’s own address is at hand.',
  }
}

/** The same for the badge class and the issuer, where the badge does not hold them itself. */
export function linkedRetrieved(link: Linked, where: string): readonly Finding[] {
  if (link.document !== null || link.id === null) return []
  const about = link.id.slice(0, 500)
  return [notRetrieved({ id: 'hosted.retrieved', about, spec: `OB 2.0 #${where}` }, about)]
}

/** Documents that call themselves by another address than they were found at: told, not judged. */
export function documentIds(older: OlderCase): readonly Finding[] {
  const places = [
    { url: older.address, found: older.hosted },
    { url: older.badge.url, found: older.badge.found },
    { url: older.issuer.url, found: older.issuer.found },
  ]
  return places.flatMap(({ url, found }) => {
    const id = textOf(valueAt(found?.document ?? undefined, 'id'))
    if (url === null || found === null || id === null || id === url) return []
    return [
      {
        id: 'document.id',
        about: url.slice(0, 500),
        spec: 'OB 2.0 #HostedBadge',
        ...found.known,
        outcome: 'unknown' as const,
        code: 'ID_DIFFERS' as const,
        facts: { id: id.slice(0, 500) },
        message: 'The document calls itself by another address than the one it was found at.',
      },
    ]
  })
}

function notRetrieved(base: Pick<Finding, 'id' | 'about' | 'spec'>, url: string): Finding {
  return {
    ...base,
    outcome: 'unknown',
    code: 'NOT_RETRIEVED',
    facts: { url },
    message: 'What is at this address is not at hand.',
    remedy: 'Go online once, so that it can be fetched.',
  }
}
