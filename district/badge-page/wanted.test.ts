import { expect, test } from 'vitest'
import { languageOf, wantsPage } from './wanted.ts'

test.each([
  ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', true],
  ['a verifier of Open Badges', 'application/ld+json, application/json', false],
  ['a verifier that takes a page too', 'application/vc+ld+json, text/html;q=0.5', false],
  ['a verifier that names no type', '*/*', false],
  ['who says nothing', undefined, false],
  ['who wants no page', 'text/html;q=0', false],
  ['who writes nonsense', 'text/html;q=x, ;;,', false],
])('%s is given what it asks for', (_who, accept, isPage) => expect(wantsPage(accept)).toBe(isPage))

test.each([
  ['es', 'en-US', 'es'],
  ['en', 'es-MX', 'en'],
  ['fr', 'es-MX,es;q=0.9,en;q=0.8', 'es'],
  [undefined, 'en-US,en;q=0.9,es;q=0.8', 'en'],
  [undefined, 'fr-CA,es;q=0.3', 'es'],
  [undefined, undefined, 'en'],
  ['<script>', '', 'en'],
] as const)('asked for %s, with a browser that likes %s, the page is in %s', (asked, likes, is) =>
  expect(languageOf(asked, likes)).toBe(is),
)
