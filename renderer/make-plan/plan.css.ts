import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

/** The one action of the page stands at its title's height. */
export const head = style({
  display: 'flex',
  alignItems: 'flex-start',
  justifyContent: 'space-between',
  gap: '16px',
  marginTop: '6px',
})
export const privately = style({
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
})
