// The drawings of the demo's evidence, as SVG. Part of make-files.ts.

const wobble = (scale: number, seed: number) =>
  `<filter id="w${seed}" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence baseFrequency="0.018" numOctaves="2" seed="${seed}"/><feDisplacementMap in="SourceGraphic" scale="${scale}"/></filter>`

const hand = `font-family="DejaVu Sans" font-style="italic"`

const text = (x: number, y: number, size: number, words: string, fill: string) =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" ${hand}>${words}</text>`

/** A bar of equal parts, the first ones shaded by strokes. */
function bar(
  x: number,
  y: number,
  width: number,
  height: number,
  parts: number,
  shaded: number,
  ink: string,
) {
  const part = width / parts
  const lines = Array.from({ length: parts - 1 }, (_, n) => `M${x + part * (n + 1)} ${y}v${height}`)
  const strokes = Array.from(
    { length: Math.floor((part * shaded) / 14) },
    (_, n) => `M${x + 4 + n * 14} ${y + height - 4}l10 ${-(height - 8)}`,
  )
  return `<path d="M${x} ${y}h${width}v${height}h${-width}z${lines.join('')}" stroke="${ink}" stroke-width="4" fill="none"/><path d="${strokes.join('')}" stroke="${ink}" stroke-width="3" opacity="0.75" fill="none"/>`
}

const [chalk, yellow, rose] = ['#f3f1e7', '#f6d977', '#f2a6a0']

export const board = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="860" viewBox="0 0 1280 860">
<defs>${wobble(7, 3)}<radialGradient id="g"><stop offset="0" stop-color="#33574a"/><stop offset="1" stop-color="#243f37"/></radialGradient></defs>
<rect width="1280" height="860" fill="#8a6a45"/><rect x="26" y="26" width="1228" height="790" fill="url(#g)"/>
<rect x="26" y="816" width="1228" height="22" fill="#6f5436"/><rect x="210" y="810" width="64" height="12" rx="5" fill="${chalk}"/><rect x="300" y="811" width="44" height="11" rx="5" fill="${yellow}"/>
<g opacity="0.12" fill="${chalk}"><ellipse cx="420" cy="610" rx="260" ry="50"/><ellipse cx="930" cy="300" rx="210" ry="44"/></g>
<g filter="url(#w3)">
${text(90, 110, 44, 'Could a third ever be bigger than a half?', chalk)}
${text(90, 200, 30, 'Drawing A', yellow)}
${bar(90, 225, 210, 62, 2, 1, chalk)}${text(320, 270, 38, '½', chalk)}
${bar(90, 320, 400, 62, 3, 1, chalk)}${text(510, 365, 38, '⅓', chalk)}
${text(90, 440, 30, '“the third is more, look”', rose)}
${text(690, 200, 30, 'Drawing B', yellow)}
${bar(690, 225, 400, 62, 2, 1, chalk)}${text(1110, 270, 38, '½', chalk)}
${bar(690, 320, 400, 62, 3, 1, chalk)}${text(1110, 365, 38, '⅓', chalk)}
${text(690, 440, 30, '“same bread, so I can see it”', rose)}
<path d="M640 170v290" stroke="${chalk}" stroke-width="3" stroke-dasharray="14 12"/>
${text(90, 545, 36, 'What has to be the same?', yellow)}
${text(120, 605, 32, '– the whole / el entero', chalk)}
${text(120, 655, 32, '– where you start', chalk)}
${text(120, 705, 32, '– the parts of one bar, equal', chalk)}
<path d="M700 640h430" stroke="${chalk}" stroke-width="5"/><path d="M700 620v40M1130 620v40" stroke="${chalk}" stroke-width="5"/>
<path d="M843 628v24M987 628v24" stroke="${yellow}" stroke-width="5"/>
${text(690, 705, 32, '0', chalk)}${text(1122, 705, 32, '1', chalk)}${text(972, 710, 34, '⅔', yellow)}
<path d="M987 615c-10-40-60-60-110-62" stroke="${rose}" stroke-width="4" fill="none"/>${text(700, 560, 28, '“fold it first”', rose)}
</g></svg>`

const ink = '#2a3550'

function ticket(x: number, y: number, turn: number, drawing: string, line: string) {
  return `<g transform="translate(${x} ${y}) rotate(${turn})"><rect width="300" height="190" rx="3" fill="#fffdf4" stroke="#cfc8b4"/><path d="M0 8h300" stroke="#e7b7a8" stroke-width="2"/><g filter="url(#w5)">${drawing}${text(18, 172, 18, line, ink)}</g></g>`
}

export const exitTickets = `<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="800" viewBox="0 0 1100 800">
<defs>${wobble(4, 5)}</defs><rect width="1100" height="800" fill="#b98f5e"/><path d="M0 120h1100M0 310h1100M0 520h1100M0 690h1100" stroke="#a67f50" stroke-width="5" opacity="0.6"/>
<g fill="#fbe98a"><rect x="60" y="30" width="270" height="74" transform="rotate(-1 60 30)"/><rect x="410" y="30" width="280" height="74"/><rect x="770" y="30" width="270" height="74" transform="rotate(1 770 30)"/></g>
${text(80, 62, 22, 'same whole', ink)}${text(80, 92, 22, '9 tickets', ink)}
${text(428, 62, 22, 'different wholes', ink)}${text(428, 92, 22, '9 tickets', ink)}
${text(786, 64, 22, 'no picture yet', ink)}${text(786, 94, 22, '4 tickets', ink)}
${ticket(40, 140, -2, bar(20, 30, 220, 36, 2, 1, ink) + bar(20, 90, 220, 36, 3, 1, ink), 'half is more, same bar')}
${ticket(64, 350, 2, bar(20, 30, 240, 36, 2, 1, ink) + bar(20, 90, 240, 36, 3, 1, ink), 'I started both here')}
${ticket(34, 565, -1, bar(20, 24, 200, 40, 2, 1, ink) + bar(20, 92, 200, 40, 3, 1, ink), 'la mitad es más grande')}
${ticket(400, 140, 1, bar(20, 30, 110, 36, 2, 1, ink) + bar(20, 90, 250, 36, 3, 1, ink), 'my third is more')}
${ticket(416, 350, -2, `<circle cx="70" cy="78" r="34" fill="none" stroke="${ink}" stroke-width="4"/><path d="M70 44v68" stroke="${ink}" stroke-width="4"/><circle cx="195" cy="78" r="58" fill="none" stroke="${ink}" stroke-width="4"/><path d="M195 78V20M195 78l-50 29M195 78l50 29" stroke="${ink}" stroke-width="4"/>`, 'three is bigger then two')}
${ticket(396, 565, 1, bar(20, 24, 150, 40, 2, 1, ink) + bar(20, 92, 240, 40, 3, 1, ink), 'depends how you draw')}
${ticket(758, 140, 2, text(20, 70, 30, '½ &gt; ⅓', ink), 'my cousin told me')}
${ticket(768, 350, -1, text(20, 70, 30, '½ and ⅓', ink), 'I am not sure')}
${ticket(752, 565, 2, text(20, 70, 30, '2 &lt; 3', ink), 'so a third')}
</svg>`

/** After step 0 each one adds a stroke to the drawing. */
export const numberLineSteps = 8

export function numberLine(step: number): string {
  const strokes = [
    `<path d="M70 200h500" stroke="${chalk}" stroke-width="5"/>`,
    `<path d="M70 180v40M570 180v40" stroke="${chalk}" stroke-width="5"/>${text(62, 258, 26, '0', chalk)}${text(563, 258, 26, '1', chalk)}`,
    `<path d="M320 186v28" stroke="${rose}" stroke-width="4"/>${text(292, 132, 22, 'here?', rose)}`,
    text(290, 260, 24, '½', rose),
    `<path d="M70 200c0-60 167-60 167 0" stroke="${yellow}" stroke-width="4" fill="none"/>`,
    `<path d="M237 200c0-60 166-60 166 0" stroke="${yellow}" stroke-width="4" fill="none"/>`,
    `<path d="M403 200c0-60 167-60 167 0" stroke="${yellow}" stroke-width="4" fill="none"/>`,
    `<circle cx="403" cy="200" r="9" fill="${yellow}"/>${text(390, 262, 30, '⅔', yellow)}`,
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360"><defs>${wobble(4, 7)}</defs><rect width="640" height="360" fill="#2b4a40"/><g filter="url(#w7)">${text(70, 70, 26, 'Where does ⅔ go?', chalk)}${strokes.slice(0, step).join('')}</g></svg>`
}
