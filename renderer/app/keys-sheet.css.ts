import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

/** Two columns where there is room; a group is never torn. */
export const groups = style({ columns: '18rem 2', columnGap: '32px' })
export const group = style({ breakInside: 'avoid', marginBottom: '18px' })
globalStyle(`${group} > h3`, { marginBottom: '4px' })
export const line = style({
  display: 'grid',
  gridTemplateColumns: '8.5rem minmax(0, 1fr)',
  gap: '0 12px',
  alignItems: 'baseline',
  padding: '5px 0',
  borderTop: `1px solid ${tokens.rule}`,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
})
globalStyle(`${line} dt`, { display: 'flex', flexWrap: 'wrap', gap: '4px' })
