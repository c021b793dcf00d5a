import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const step = style({
  display: 'grid',
  gap: '12px',
  justifyItems: 'start',
  marginTop: '20px',
  maxWidth: '68ch',
})
/** A field as wide as the text round it. */
export const wide = style({ justifySelf: 'stretch' })
/** What goes beside what stays. */
export const plan = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: '20px 32px',
  marginTop: '12px',
  '@media': { '(max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
})
const side = style({ borderTop: `2px solid ${tokens.rule}`, paddingTop: '10px' })
export const goes = style([side, { borderTopColor: tokens.stop }])
export const stays = style([side, { borderTopColor: tokens.met }])
globalStyle(`${plan} li`, { padding: '6px 0', borderTop: `1px solid ${tokens.rule}` })
globalStyle(`${plan} li:first-child`, { borderTop: 'none' })
export const line = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '2px 16px',
  alignItems: 'center',
  borderTop: `1px solid ${tokens.rule}`,
  padding: '10px 0 12px',
})
