import { style } from '@vanilla-extract/css'
import { narrow } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

export const seen = style({
  height: 'max(22rem, calc(100vh - 15rem))',
  border: `1px solid ${tokens.rule}`,
  borderRadius: '3px',
  overflow: 'hidden',
  background: tokens.paper,
})
/** Sound needs no stage. */
export const heard = style([seen, { height: '7rem' }])
export const pointed = style({
  display: 'flex',
  gap: '12px',
  alignItems: 'center',
  marginBottom: '10px',
})
export const text = style({ maxWidth: '68ch', display: 'grid', gap: '14px' })
export const away = style({
  border: `1px dashed ${tokens.edge}`,
  borderRadius: '3px',
  padding: '28px 24px',
  display: 'grid',
  gap: '10px',
  justifyItems: 'start',
  maxWidth: '44rem',
})
export const link = style({
  font: `500 1.25rem/1.75rem ${tokens.read}`,
  overflowWrap: 'anywhere',
})
export const used = style({
  borderTop: `1px solid ${tokens.rule}`,
  marginTop: '20px',
  paddingTop: '12px',
  display: 'grid',
  gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
  gap: '12px 24px',
  fontSize: '0.8125rem',
  lineHeight: '1.25rem',
  '@media': { [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' } },
})
export const term = style({ color: tokens.ink3 })
export const hash = style({ font: `0.75rem/1.125rem ${tokens.mono}`, overflowWrap: 'anywhere' })
