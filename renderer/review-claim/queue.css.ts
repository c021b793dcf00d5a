import { style } from '@vanilla-extract/css'
import { narrow } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

export const list = style({ marginTop: '20px', maxWidth: '60rem' })
export const line = style({
  display: 'grid',
  gridTemplateColumns: '9rem minmax(0, 1fr) auto',
  gap: '2px 20px',
  alignItems: 'start',
  padding: '12px 0 14px',
  borderTop: `1px solid ${tokens.rule}`,
  selectors: { '&:last-child': { borderBottom: `1px solid ${tokens.rule}` } },
  '@media': { [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) auto' } },
})
export const day = style({
  fontSize: '0.8125rem',
  lineHeight: '1.5rem',
  color: tokens.ink2,
  fontVariantNumeric: 'tabular-nums',
  '@media': { [narrow]: { gridColumn: '1 / -1' } },
})
export const late = style([day, { color: tokens.ask, fontWeight: 600 }])
export const title = style({ font: `500 1.0625rem/1.5rem ${tokens.read}` })
export const section = style({ marginTop: '36px' })
