import type { Finding } from '../report.ts'
import type { OlderCase } from './older-case.ts'
import { scopeOf } from './scope.ts'
import { webAddress } from './web-address.ts'

/**
 * Whether a badge and its class live where their issuer says its badges live. Anybody can host a
 * document that names any issuer; only the issuer's own profile says where to believe it. The rules that a profile
 * gives are for badges ("/assertions/"); a class may also lie on the issuer's own site, as where there is no rule.
 */
export function hostedScope(older: OlderCase): readonly Finding[] {
  const { address, badge, issuer } = older
  const places = [
    ...(webAddress(address) === null || address === null
      ? []
      : [{ url: address, of: 'Assertion' }]),
    ...(badge.url === null ? [] : [{ url: badge.url, of: 'BadgeClass' }]),
  ]
  // Without a badge class there is no issuer to ask; that it is missing is said elsewhere.
  if (issuer.id === null && issuer.document === null) return []
  return places.map(({ url, of }) => judge(older, url, of))
}

function judge({ issuer, profile }: OlderCase, url: string, of: string): Finding {
  const about = url.slice(0, 500)
  const base = {
    id: 'hosted.scope',
    about,
    spec: 'OB 2.0 #VerificationObject',
    ...issuer.found?.known,
  }
  const facts = { url: about, of, issuer: (issuer.id ?? '').slice(0, 500) }
  if (issuer.url === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'OUT_OF_SCOPE',
      facts: { ...facts, reason: 'the issuer has no address of the web to hold it to' },
      message: 'The issuer names no site of its own, so nothing ties this address to it.',
    }
  if (profile === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'NOT_RETRIEVED',
      facts: { ...facts, url: issuer.url.slice(0, 500) },
      message: 'The issuer’s own profile, which says where its badges live, is not at hand.',
      remedy: 'Go online once, so that it can be fetched.',
    }
  const isOnOwnSite = of === 'BadgeClass' && scopeOf(url, issuer.url, {}) === 'inside'
  const scope = isOnOwnSite ? 'inside' : scopeOf(url, issuer.url, profile)
  if (scope === 'inside')
    return { ...base, outcome: 'pass', facts, message: 'It lives where its issuer says.' }
  return {
    ...base,
    outcome: scope === 'outside' ? 'fail' : 'unknown',
    code: 'OUT_OF_SCOPE',
    facts,
    message:
      scope === 'outside'
        ? 'It lives where its issuer does not say that its badges live.'
        : 'What the issuer says of where its badges live can be read two ways here.',
  }
}
