import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

/** Words a person wrote. */
export const voice = style({ font: `1.0625rem/1.75rem ${tokens.read}`, overflowWrap: 'anywhere' })
/** Words a person wrote, where room is short. */
export const voiceSmall = style({
  font: `0.9375rem/1.5rem ${tokens.read}`,
  overflowWrap: 'anywhere',
})
/** A question or a competency: someone's sentence that leads a section. */
export const statement = style({
  font: `500 1.0625rem/1.625rem ${tokens.read}`,
  margin: '2px 0 12px',
})
/** A title inside a margin or a section. */
export const heading = style({ font: `500 1.25rem/1.75rem ${tokens.read}`, marginBottom: '6px' })
export const lead = style({ fontSize: '1.0625rem', lineHeight: '1.625rem', color: tokens.ink2 })
export const small = style({ fontSize: '0.8125rem', lineHeight: '1.125rem' })
export const quiet = style({ color: tokens.ink2 })
export const faint = style({ color: tokens.ink3 })
export const asking = style({ color: tokens.ask })
export const good = style({ color: tokens.met })
export const mono = style({ font: `0.75rem/1.125rem ${tokens.mono}`, overflowWrap: 'anywhere' })
/** For readers of the screen only. */
export const unseen = style({
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
})
/** Lines of a list between hairlines. */
export const ruled = style({ marginTop: '6px' })
globalStyle(`${ruled} > li`, { borderTop: `1px solid ${tokens.rule}`, padding: '9px 0' })
export const row = style({ display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' })
export const stack = style({ display: 'grid', gap: '12px' })
export const section = style({ marginTop: '28px' })
/** Prose no wider than it reads well. */
export const measure = style({ maxWidth: '68ch' })
/** A place with something to look at, where the text is not one that is being written. */
export const wave = style({
  textDecoration: `underline wavy ${tokens.ask} 1.5px`,
  textUnderlineOffset: '5px',
})
