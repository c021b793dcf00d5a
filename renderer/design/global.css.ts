import { globalStyle } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'
import './print.css.ts'

globalStyle('*, *::before, *::after', { boxSizing: 'border-box' })
globalStyle('html', { fontSize: '100%' })
globalStyle('html[data-text=large]', { fontSize: '112.5%' })
globalStyle('html[data-text=larger]', { fontSize: '125%' })
globalStyle('body', {
  margin: 0,
  font: `0.9375rem/1.375rem ${tokens.app}`,
  color: tokens.ink,
  background: tokens.paper,
})
globalStyle('h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset, blockquote', {
  margin: 0,
  padding: 0,
  border: 0,
})
globalStyle('ul, ol', { listStyle: 'none' })
globalStyle('h1', {
  font: `500 1.75rem/2.125rem ${tokens.read}`,
  letterSpacing: '-.01em',
  textWrap: 'balance',
})
globalStyle('h2, h3, h4', { font: `600 0.9375rem/1.375rem ${tokens.app}` })
globalStyle('small', { fontSize: '0.8125rem', lineHeight: '1.125rem' })
globalStyle('time, td', { fontVariantNumeric: 'tabular-nums' })
globalStyle('a', {
  color: tokens.pen,
  textDecoration: 'underline',
  textUnderlineOffset: '3px',
  textDecorationThickness: '1px',
})
globalStyle('input, textarea, select, button', { font: 'inherit', color: 'inherit' })
globalStyle(':focus-visible', {
  outline: `2px solid ${tokens.pen}`,
  outlineOffset: '2px',
  borderRadius: '3px',
  boxShadow: `0 0 0 2px ${tokens.sheet}`,
})
globalStyle('svg', {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  flex: 'none',
})
globalStyle('::highlight(problem)', {
  textDecoration: `underline wavy ${tokens.ask} 1.5px`,
})
globalStyle('mark', {
  background: tokens.mark,
  color: tokens.ink,
  padding: '2px 0',
  boxDecorationBreak: 'clone',
})
globalStyle('::highlight(anchor)', { backgroundColor: tokens.mark, color: tokens.ink })
globalStyle('*, *::before, *::after', {
  '@media': { '(prefers-reduced-motion: reduce)': { animation: 'none', transition: 'none' } },
})
