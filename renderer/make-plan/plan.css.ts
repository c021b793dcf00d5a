import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

/** The one action of the page stands at its title's height. */
export const action = style({
  position: 'absolute',
  top: '30px',
  right: '36px',
  '@media': { '(max-width: 900px)': { position: 'static', marginTop: '8px' } },
})
export const privately = style({
  marginTop: '4px',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
})
