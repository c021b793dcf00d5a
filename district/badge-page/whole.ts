import type { BadgePageWords } from '../../words/badge-page-words.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

interface Whole {
  readonly language: 'en' | 'es'
  readonly words: BadgePageWords
  /** What stands at its head: what kind of thing it shows. */
  readonly kind: string
  readonly title: string
  /** Where its look is, from where it stands. */
  readonly look: '' | '../badges/'
}

/** A whole page around its content, with the way to the other language. */
export function wholePage(page: Whole, content: readonly Html[]): string {
  const { language, words, kind, title, look } = page
  const other = language === 'en' ? 'es' : 'en'
  return html`<!doctype html>
    <html lang="${language === 'es' ? 'es-419' : 'en-US'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="${`${look}page.css`}" />
        <link rel="icon" href="${`${look}page.svg`}" type="image/svg+xml" />
      </head>
      <body>
        <header>
          <span class="quiet">${kind}</span>
          <nav class="screen">
            <a href="${`?lang=${other}`}" hreflang="${other}" lang="${other}"
              >${words.otherLanguage}</a
            >
          </nav>
        </header>
        <div class="sheet">${content}</div>
      </body>
    </html>`.text
}

/** A term and its value in a list of facts. */
export const fact = (name: string, value: string | Html): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`

/** The same of what proves something: an id, a key, an address. */
export const proof = (name: string, value: string, to?: string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd class="mono">${to === undefined ? value : html`<a href="${to}">${value}</a>`}</dd>
  </div>`
