import type { Four } from 'open-badges-validator-core/verify'
import { z } from 'zod'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { seenLetters } from '../../core/kit/seen-letters.ts'
import type { BadgePageWords } from '../../words/badge-page-words.ts'
import { html } from '../badge-page/html.ts'
import type { Html } from '../badge-page/html.ts'
import { fact, proof, wholePage } from '../badge-page/whole.ts'

/** Everything that the page is made of. */
export interface GivenPageOf {
  readonly id: string
  readonly language: 'en' | 'es'
  readonly words: BadgePageWords
  readonly body: Omit<GivenEndorsement, 'credential'> & { readonly credential: string }
  /** What our own verifier says of the stored bytes. */
  readonly answers: Four
  /** Its whole address. */
  readonly url: string
  readonly checkedAt: number
}

/** Of an endorsement as this district signs them, what its page shows. */
const credentialSchema = z.object({
  issuer: z.object({ id: z.string(), name: z.string() }),
  credentialStatus: z.object({ statusListCredential: z.string() }),
  proof: z.array(z.object({ verificationMethod: z.string() })).min(1),
})

/** The page of the district's word about what another body issues, for anyone, without scripts. */
export function givenPage(page: GivenPageOf): string {
  const { id, language, words, body, answers, url, checkedAt } = page
  const {
    issuer,
    credentialStatus,
    proof: proofs,
  } = credentialSchema.parse(JSON.parse(body.credential))
  const said = words.given
  const { endorsed } = body
  const [name, by] = [seenLetters(endorsed.name), seenLetters(issuer.name)]
  const list = credentialStatus.statusListCredential
  return wholePage(
    { language, words, kind: said.kind, title: said.title({ name, by }), look: '../badges/' },
    [
      html`<main>
        <article class="slip">
          ${standing(page)}
          <p class="quiet">${said.about[endorsed.kind]}</p>
          <h1>${name}</h1>
          ${body.comment.split(/\r?\n/).map(line => html`<p class="voice">${seenLetters(line)}</p>`)}
          <dl class="facts">
            ${fact(said.by, by)}
            ${endorsed.kind === 'issuer' ? undefined : fact(said.issuer, issuerOf(page))}
            ${fact(said.signed, words.day({ at: body.signedAt ?? body.givenAt }))}
            ${fact(words.until, body.validUntil === undefined ? said.noEnd : words.day({ at: body.validUntil }))}
          </dl>
        </article>
      </main>`,
      html`<aside aria-labelledby="check">
        <h2 id="check">${said.check}</h2>
        <p>${said.checkLead}</p>
        <p class="screen"><a href="${`${id}.json`}" download>${said.asJson}</a></p>
        <p class="quiet small">${said.how}</p>
        <dl>
          ${proof(said.id, seenLetters(endorsed.id))} ${proof(words.page, url)}
          ${proof(said.key, proofs[0]?.verificationMethod ?? '')} ${proof(said.list, list, list)}
        </dl>
        <p class="quiet small">${said.checked({ at: checkedAt, listAt: answers.status.asOf })}</p>
      </aside>`,
    ],
  )
}

/** The page where there is none: it says nothing of whether there ever was one. */
export function noGivenPage({ language, words }: Pick<GivenPageOf, 'language' | 'words'>): string {
  const { kind, nothing } = words.given
  return wholePage({ language, words, kind, title: nothing, look: '../badges/' }, [
    html`<main>
      <article class="slip">
        <h1>${nothing}</h1>
        <p>${words.given.nothingNext}</p>
      </article>
    </main>`,
  ])
}

const issuerOf = ({ body: { endorsed } }: GivenPageOf): Html =>
  html`${seenLetters(endorsed.issuer.name)}<br /><span class="mono"
      >${seenLetters(endorsed.issuer.id)}</span
    >`

/** How the page names each, by the looks that badges have. */
const looks = {
  valid: 'valid',
  withdrawn: 'revoked',
  expired: 'expired',
  unknown: 'unknown',
  damaged: 'damaged',
} as const

/**
 * How it stands: the worse of what the record says and of what our own verifier says of the stored bytes, as with badges.
 */
export function givenStanding(
  {
    state,
    validUntil,
    withdrawnAt,
  }: Pick<GivenEndorsement, 'state' | 'validUntil' | 'withdrawnAt'>,
  { signature, status, dates }: Pick<Four, 'signature' | 'status' | 'dates'>,
): { readonly name: keyof typeof looks; readonly at?: number | undefined } {
  if (signature.outcome !== 'pass') return { name: 'damaged' }
  if (state === 'withdrawn') return { name: 'withdrawn', at: withdrawnAt }
  // The list may know more than a record that came back from an older copy.
  if (status.code === 'REVOKED') return { name: 'withdrawn' }
  if (dates.outcome === 'fail') return { name: 'expired', at: validUntil }
  const holds = status.outcome === 'pass' && dates.outcome === 'pass'
  return { name: holds ? 'valid' : 'unknown' }
}

function standing({ words: { given: said }, body, answers }: GivenPageOf): Html {
  const { name, at } = givenStanding(body, answers)
  const reason = name === 'withdrawn' ? body.withdrawnReason : undefined
  const why =
    reason === undefined
      ? undefined
      : html`<blockquote>
          <p class="quiet small">${said.reason}</p>
          <p class="voice">${seenLetters(reason)}</p>
        </blockquote>`
  return html`<p class="standing ${looks[name]}">${said.standing[name]({ at })}</p>
    ${why}`
}
