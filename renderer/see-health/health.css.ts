import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const finding = style({
  display: 'grid',
  gridTemplateColumns: '18px minmax(0, 1fr)',
  gap: '2px 12px',
  alignItems: 'start',
})
export const mark = style({ marginTop: '2px' })
export const next = style({ gridColumn: 2, color: tokens.ink2 })
export const summary = style({ font: `500 1.25rem/1.75rem ${tokens.read}`, marginTop: '14px' })
