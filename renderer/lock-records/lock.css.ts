import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

/** The code is copied by hand: sign by sign, in groups that stay together. */
export const codeText = style({
  fontFamily: tokens.mono,
  fontSize: '1.25rem',
  lineHeight: '2rem',
  letterSpacing: '0.04em',
  padding: '8px 14px',
  border: `1px solid ${tokens.rule}`,
  background: tokens.sheet,
  userSelect: 'all',
  overflowWrap: 'break-word',
})
