import { globalStyle, style } from '@vanilla-extract/css'
import { field } from '../design/field.css.ts'
import { tokens } from '../design/tokens.css.ts'

export const part = style({ display: 'grid', gap: '24px', marginTop: '24px', maxWidth: '44rem' })
/** Names of facts beside the facts. */
export const facts = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 12rem) minmax(0, 1fr)',
  gap: '8px 24px',
  '@media': { '(max-width: 620px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
})
globalStyle(`${facts} dt`, { color: tokens.ink2 })
globalStyle(`${facts} dd`, { overflowWrap: 'anywhere' })
export const group = style({ display: 'grid', gap: '8px', justifyItems: 'start' })
globalStyle(`${group} > ul`, { justifySelf: 'stretch' })
/** Something that is asked, or shown before it is done. */
export const panel = style({
  display: 'grid',
  gap: '12px',
  justifyItems: 'start',
  margin: '8px 0',
  padding: '16px 18px',
  border: `1px solid ${tokens.rule}`,
  borderTop: `2px solid ${tokens.ask}`,
  background: tokens.raised,
})
// Fields are as wide as one another, whatever their hints say.
globalStyle(`${panel} .${field}`, { width: '36rem', maxWidth: '100%' })
export const table = style({ borderCollapse: 'collapse', fontSize: '0.8125rem', width: '100%' })
globalStyle(`${table} th, ${table} td`, {
  textAlign: 'start',
  fontWeight: 400,
  padding: '5px 14px 5px 0',
  borderTop: `1px solid ${tokens.rule}`,
})
globalStyle(`${table} thead th`, { color: tokens.ink3, border: 0 })
/** Dark on light in both themes, since cameras look for that; without the line that other drawings have. */
export const qr = style({
  width: 'min(15rem, 100%)',
  height: 'auto',
  background: '#fff',
  color: '#000',
  stroke: 'none',
})
globalStyle(`${qr} path`, { fill: 'currentColor', stroke: 'none' })
export const codes = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(13rem, 1fr))',
  gap: '6px 24px',
  width: '100%',
  padding: 0,
  listStyle: 'none',
  font: `0.9375rem/1.5rem ${tokens.mono}`,
  userSelect: 'all',
})
/** Something to be copied sign by sign. */
export const seal = style({
  fontFamily: tokens.mono,
  fontSize: '0.8125rem',
  overflowWrap: 'anywhere',
  userSelect: 'all',
})
