import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const checks = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(16rem, 100%), 1fr))',
  gap: '0 20px',
  alignItems: 'start',
})
export const filters = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(18rem, 100%), 1fr))',
  gap: '10px 20px',
  margin: '10px 0 14px',
})
export const team = style({ paddingInlineStart: '26px' })
export const where = style({
  margin: '2px 0 10px 26px',
  paddingInlineStart: '14px',
  borderInlineStart: `2px solid ${tokens.rule}`,
})
export const unit = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 8rem) minmax(17.5rem, auto)',
  gap: '4px 20px',
  alignItems: 'center',
  '@media': { '(max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
})
export const may = style({ display: 'grid', gap: '10px', margin: '12px 0 0' })
