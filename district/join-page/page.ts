import type { JoinPageWords } from '../../words/join-page-words.ts'
import type { Html } from '../badge-page/html.ts'
import { html } from '../badge-page/html.ts'

export interface JoinPage {
  readonly district: string
  /** The district's origin. */
  readonly address: string
  /** Every language, the reader's first: to change it would lose the code, which only the address bar has. */
  readonly inLanguages: readonly (readonly ['en' | 'es', JoinPageWords])[]
}

/**
 * The page to which an invitation link leads, for anyone, without scripts: what to do with the link. The code is in the
 * link's fragment, which no browser sends, so neither the district nor a proxy learns it, and nothing is used up.
 */
export function joinPage({ district, address, inLanguages }: JoinPage): string {
  const [first] = inLanguages
  return html`<!doctype html>
    <html lang="${localeOf(first?.[0] ?? 'en')}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${first?.[1].title({ district }) ?? ''}</title>
        <link rel="stylesheet" href="badges/page.css" />
        <link rel="icon" href="badges/page.svg" type="image/svg+xml" />
      </head>
      <body>
        <div class="sheet">
          <main>${inLanguages.map(([language, words], at) => said({ language, words, at }))}</main>
        </div>
      </body>
    </html>`.text

  function said(the: { language: 'en' | 'es'; words: JoinPageWords; at: number }): Html {
    const { language, words, at } = the
    const { steps } = words
    const title = words.title({ district })
    return html`<article class="slip" lang="${localeOf(language)}">
      ${at === 0 ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
      <p>${words.lead}</p>
      <ol class="steps">
        ${[steps.open, steps.choose, steps.paste, steps.join].map(step => html`<li>${step}</li>`)}
      </ol>
      <p><a href="${appLink(address)}">${words.appLink}</a></p>
      <p class="quiet small">${words.appHint}</p>
      <dl class="facts">
        <div>
          <dt>${words.address}</dt>
          <dd class="mono">${address}</dd>
        </div>
      </dl>
      <p class="quiet small">${words.old}</p>
    </article>`
  }
}

const localeOf = (language: 'en' | 'es') => (language === 'es' ? 'es-419' : 'en-US')

/** What the desktop app opens (`electron/deep-link.ts`): it fills in the address, and asks nobody anything. */
const appLink = (address: string): string => `meritfolio://join/${new URL(address).host}`
