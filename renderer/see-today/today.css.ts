import { style } from '@vanilla-extract/css'
import { small as frameSmall } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

const stacked = '(max-width: 620px)'

export const lead = style({
  fontSize: '1.0625rem',
  lineHeight: '1.625rem',
  color: tokens.ink2,
  margin: '0 0 22px',
})
export const group = style({
  margin: '20px 0 2px 104px',
  color: tokens.ink3,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  '@media': { [frameSmall]: { marginLeft: '84px' }, [stacked]: { marginLeft: 0 } },
})
export const line = style({
  display: 'grid',
  gridTemplateColumns: '88px minmax(0, 1fr) auto',
  gap: '0 16px',
  alignItems: 'start',
  padding: '10px 0',
  borderTop: `1px solid ${tokens.rule}`,
  '@media': {
    [frameSmall]: { gridTemplateColumns: '72px minmax(0, 1fr) auto', gap: '0 12px' },
    [stacked]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px' },
  },
})
export const day = style({
  textAlign: 'end',
  color: tokens.ink2,
  textWrap: 'balance',
  '@media': { [stacked]: { textAlign: 'start' } },
})
export const dayNow = style([day, { color: tokens.ask, fontWeight: 600 }])
export const what = style({ fontWeight: 600, display: 'block', overflowWrap: 'anywhere' })
export const why = style({
  display: 'block',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  overflowWrap: 'anywhere',
})
export const whyLate = style([why, { color: tokens.ask }])
export const end = style({
  display: 'flex',
  gap: '4px 12px',
  alignItems: 'center',
  justifyContent: 'flex-end',
  flexWrap: 'wrap',
  maxWidth: '17rem',
  '@media': { [stacked]: { justifyContent: 'flex-start' } },
})
/** Quiet until somebody is at its line; where nothing can hover it stands there always, and for a reader and a voice too. */
export const putOff = style({
  '@media': { '(hover: hover)': { opacity: 0 } },
  selectors: {
    [`${line}:hover &`]: { opacity: 1 },
    [`${line}:focus-within &`]: { opacity: 1 },
  },
})
export const minutes = style({
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink3,
  whiteSpace: 'nowrap',
})
export const more = style({
  margin: '16px 0 0 104px',
  display: 'flex',
  gap: '4px 16px',
  flexWrap: 'wrap',
  alignItems: 'center',
  '@media': { [frameSmall]: { marginLeft: '84px' }, [stacked]: { marginLeft: 0 } },
})
export const comment = style({
  borderTop: `1px solid ${tokens.rule}`,
  marginTop: '24px',
  paddingTop: '18px',
})
export const quote = style({
  font: `0.9375rem/1.5rem ${tokens.read}`,
  margin: '6px 0 8px',
  overflowWrap: 'anywhere',
})
