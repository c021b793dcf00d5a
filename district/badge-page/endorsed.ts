import type { Endorsement } from '../../core/endorsement/record.ts'
import type { BadgePageWords } from '../../words/badge-page-words.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** What somebody outside says of a badge or of what it stands for. */
export interface Endorsed {
  readonly id: string
  readonly body: Pick<Endorsement, 'said' | 'verdict'>
}

/**
 * What others say, each with the host of whoever says it and with the answer that its own signature gets: it is their word,
 * and none of the issuer's.
 */
export function endorsed(
  words: BadgePageWords['endorsed'],
  endorsements: readonly Endorsed[],
): Html | undefined {
  const shown = endorsements.flatMap(({ id, body: { said, verdict } }) => {
    if (said === undefined || verdict === undefined) return []
    const about = words.about[saidOf(verdict)]({ at: verdict.at, host: said.issuer.host })
    const { name, host } = said.issuer
    return [
      html`<li>
        ${said.comment === '' ? undefined : html`<p class="voice">${said.comment}</p>`}
        <p>${name}<br /><span class="mono">${host}</span></p>
        <p class="small">
          <span class="${saidOf(verdict) === 'verified' ? 'found' : 'lacking'}">${about}</span>
        </p>
        <p class="small screen">
          <a href="${`../endorsements/${id}`}" download="endorsement.json">${words.file}</a>
        </p>
      </li>`,
    ]
  })
  if (shown.length === 0) return undefined
  return html`<section>
    <h2>${words.title}</h2>
    <p class="quiet">${words.lead}</p>
    <ul>
      ${shown}
    </ul>
  </section>`
}

/** How an endorsement stands, as the page says it. */
function saidOf({
  overall,
  code,
}: NonNullable<Endorsement['verdict']>): keyof BadgePageWords['endorsed']['about'] {
  if (overall === 'verified') return 'verified'
  if (overall === 'indeterminate') return 'unknown'
  if (code === 'REVOKED') return 'revoked'
  return code === 'EXPIRED' ? 'ended' : 'failed'
}
