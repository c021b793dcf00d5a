import { style } from '@vanilla-extract/css'
import { narrow } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

export const list = style({ marginTop: '22px', maxWidth: '60rem' })
export const entry = style({
  borderTop: `1px solid ${tokens.rule}`,
  padding: '16px 0 18px',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '4px 24px',
  alignItems: 'start',
})
export const values = style({
  maxWidth: '60rem',
  display: 'grid',
  gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
  gap: '14px 28px',
  padding: '14px 0',
  margin: '16px 0 24px',
  borderTop: `1px solid ${tokens.rule}`,
  borderBottom: `1px solid ${tokens.rule}`,
  '@media': { [narrow]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' } },
})
export const term = style({ fontSize: '0.75rem', lineHeight: '1rem', color: tokens.ink3 })
export const fact = style({ fontSize: '0.8125rem', lineHeight: '1.125rem', marginTop: '2px' })
export const section = style({ marginTop: '30px', maxWidth: '68ch' })
export const promise = style({ marginTop: '8px' })
export const part = style({ marginTop: '14px' })
export const sub = style({ marginTop: '18px' })
export const criterion = style({ marginTop: '16px' })
export const rungs = style({ marginTop: '6px' })
export const rung = style({
  display: 'grid',
  gridTemplateColumns: '9rem minmax(0, 1fr)',
  gap: '0 14px',
  padding: '6px 0',
  borderTop: `1px solid ${tokens.rule}`,
})
export const notch = style({
  fontSize: '0.75rem',
  lineHeight: '1rem',
  color: tokens.ink2,
  display: 'flex',
  gap: '8px',
  alignItems: 'center',
  '::after': { content: '""', flex: 1, borderTop: `2px solid ${tokens.ink2}` },
})
