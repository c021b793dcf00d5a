import { style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const anchor = style({
  display: 'inline-block',
  background: tokens.mark,
  color: tokens.ink,
  border: 0,
  borderRadius: '2px',
  padding: '0 6px',
  fontSize: '0.8125rem',
  lineHeight: '1.5rem',
  minHeight: '24px',
  textAlign: 'start',
  textDecoration: 'none',
  fontVariantNumeric: 'tabular-nums',
})
/** It leads to the place: told by the pointer and by a line under it. */
export const anchorGoes = style([
  anchor,
  {
    cursor: 'pointer',
    ':hover': { textDecoration: 'underline', textUnderlineOffset: '3px' },
    // Buttons aren't printed; the place that was pointed at is.
    '@media': { print: { display: 'inline-block !important' } },
  },
])
/** The anchor's number at the place itself. */
export const pin = style({
  display: 'inline-grid',
  placeContent: 'center',
  minWidth: '18px',
  height: '18px',
  marginLeft: '4px',
  font: `600 0.75rem/1.125rem ${tokens.app}`,
  background: tokens.ink,
  color: tokens.sheet,
  borderRadius: '2px',
  verticalAlign: '3px',
})
