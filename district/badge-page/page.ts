import type { BadgePageWords } from '../../words/badge-page-words.ts'
import type { Endorsed } from './endorsed.ts'
import { endorsed } from './endorsed.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { Said } from './read-credential.ts'
import type { Standing } from './standing.ts'
import { fact, proof, wholePage } from './whole.ts'

/** Everything that a page is made of. */
export interface PageOf {
  /** The last part of the badge's address: files and the other language hang on it. */
  readonly id: string
  readonly language: 'en' | 'es'
  readonly words: BadgePageWords
  readonly said: Said
  readonly standing: Standing
  /** The id of the badge that took its place. */
  readonly newer: string | undefined
  /** What others say of it, and of what it stands for. */
  readonly endorsements: readonly Endorsed[]
  /** Its whole address. */
  readonly url: string
  readonly checkedAt: number
  /** When the lists were made that the answer rests on (epoch ms). */
  readonly listAt: number | undefined
}

/** The page of a badge, for anyone, without scripts: what it says, how it stands, and how to check it without us. */
export function badgePage(page: PageOf): string {
  const { words, said, id } = page
  return whole(page, `${said.title} · ${said.issuer.name}`, [
    html`<main>
        <article class="slip">${standing(page)}
          <h1${lang(said)}>${said.title}</h1>
          <p class="voice"${lang(said)}>${said.description}</p>
          ${facts(page)}
        </article>
        ${judged(page)}
        ${serves(page)}
        ${endorsed(words.endorsed, page.endorsements)}
      </main>
      <aside aria-labelledby="check">
        <h2 id="check">${words.check}</h2>
        <p>${words.checkLead}</p>
        <p class="screen"><a href="${`${id}.json`}" download>${words.asJson}</a></p>
        <p class="screen"><a href="${`${id}.png?lang=${page.language}`}" download>${words.asPng}</a></p>
        <p class="quiet small screen">${words.pngWhy}</p>
        <p class="quiet small">${words.how}</p>
        <dl>${proofs(page)}</dl>
        <p class="quiet small">${words.checked({ at: page.checkedAt, listAt: page.listAt })}</p>
      </aside>`,
  ])
}

/** The page where there is no badge: it says nothing of whether there ever was one. */
export function noBadgePage(page: Pick<PageOf, 'language' | 'words'>): string {
  const { words } = page
  return whole(page, words.nothing, [
    html`<main>
      <article class="slip">
        <h1>${words.nothing}</h1>
        <p>${words.nothingNext}</p>
      </article>
    </main>`,
  ])
}

const whole = (
  { language, words }: Pick<PageOf, 'language' | 'words'>,
  title: string,
  content: readonly Html[],
): string => wholePage({ language, words, title, kind: words.kind, look: '' }, content)

/** What the badge says is in a language of its own. */
const lang = ({ language }: Said): Html | undefined =>
  language === undefined ? undefined : html` lang="${language}"`

function standing({ words, standing: { name, at, reason }, newer }: PageOf): Html {
  const link = newer === undefined ? undefined : html`<p><a href="${newer}">${words.newer}</a></p>`
  const why =
    reason === undefined
      ? undefined
      : html`<blockquote>
          <p class="quiet small">${words.reason}</p>
          <p class="voice">${reason}</p>
        </blockquote>`
  return html`<p class="standing ${name}">${words.standing[name]({ at })}</p>
    ${why}${link}`
}

function facts({ words, said, standing: { name } }: PageOf): Html {
  const { issuer, holder, awardedAt, signedAt, endsAt } = said
  const by =
    issuer.url === undefined
      ? issuer.name
      : html`${issuer.name}<br /><span class="mono">${issuer.url}</span>`
  const end = name === 'expired' ? words.ended : words.until
  return html`<dl class="facts">
    ${[
      fact(words.issuedBy, by),
      ...(holder === undefined ? [] : [fact(words.heldBy, holder)]),
      ...(awardedAt === undefined ? [] : [fact(words.earned, words.day({ at: awardedAt }))]),
      fact(words.signed, words.day({ at: signedAt })),
      endsAt === undefined
        ? html`<div>
            <dt>${words.until}</dt>
            <dd>${words.noEnd}</dd>
          </div>`
        : fact(end, words.day({ at: endsAt })),
    ]}
  </dl>`
}

function judged({ words, said }: PageOf): Html | undefined {
  if (said.judged.length === 0) return undefined
  return html`<section>
    <h2>${words.judged}</h2>
    <p class="quiet">${words.judgedLead}</p>
    <ol>
      ${said.judged.map(
        ({ text, found, needed }) =>
          html`<li>
            <p class="voice" ${lang(said)}>${text}</p>
            <p class="small">
              <span class="found">${words.found}: ${found}</span
              >${needed === undefined ? undefined : html` <span class="quiet">(${words.needed({ level: needed })})</span>`}
            </p>
          </li>`,
      )}
    </ol>
  </section>`
}

function serves({ words, said }: PageOf): Html | undefined {
  if (said.serves.length === 0) return undefined
  return html`<section>
    <h2>${words.serves}</h2>
    <ul>
      ${said.serves.map(line => html`<li class="voice" ${lang(said)}>${line}</li>`)}
    </ul>
  </section>`
}

function proofs({ words, said, url }: PageOf): readonly Html[] {
  return [
    proof(words.page, url),
    proof(words.key, said.key),
    ...said.lists.map(({ purpose, url }) => proof(words.lists[purpose], url, url)),
    ...(said.manifestSha256 === undefined ? [] : [proof(words.fingerprint, said.manifestSha256)]),
  ]
}
