import { globalStyle } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

// On paper: the work alone, in the reading face, dark on white, nothing that can be pressed.
globalStyle(':root, :root[data-theme]', { '@media': { print: { colorScheme: 'light' } } })
// Stronger than the screen's own rule for `body`, wherever that stands.
globalStyle(':root body', {
  '@media': {
    print: { font: `10.5pt/15pt ${tokens.read}`, background: 'none', color: tokens.ink },
  },
})
globalStyle('button, nav, progress, [data-screen-only]', {
  '@media': { print: { display: 'none !important' } },
})
globalStyle('h1, h2, h3', { '@media': { print: { breakAfter: 'avoid' } } })
globalStyle('li, tr, article, figure', { '@media': { print: { breakInside: 'avoid' } } })
globalStyle('p', { '@media': { print: { orphans: 3, widows: 3 } } })
