import type { SayOfBadges } from '../say-of-badges.ts'
import type { badgePage as en } from '../en/badge-page.ts'
import type { SameShape } from '../same-shape.ts'

export const badgePage = (say: SayOfBadges): SameShape<ReturnType<typeof en>> => ({
  kind: 'Insignia',
  otherLanguage: 'English',
  standing: {
    valid: () => 'Esta insignia vale.',
    suspended: f =>
      `Esta insignia está suspendida${f.at === undefined ? '' : ` desde el ${say.day(f.at)}`}. Por ahora no vale; eso se puede levantar.`,
    revoked: f =>
      `Esta insignia fue revocada${f.at === undefined ? '' : ` el ${say.day(f.at)}`}. Ya no vuelve a valer.`,
    superseded: f =>
      `Una insignia más nueva ocupa el lugar de esta${f.at === undefined ? '' : ` desde el ${say.day(f.at)}`}.`,
    expired: f => `Esta insignia terminó${f.at === undefined ? '' : ` el ${say.day(f.at)}`}.`,
    unknown: () => 'Ahora no se puede saber si esta insignia vale. Vuelve más tarde.',
    damaged: () =>
      'La copia de esta insignia que se guarda aquí no corresponde a su firma. No te fíes de ella; pregunta a quien la emite.',
  },
  reason: 'El motivo de quien la emite',
  newer: 'Ver la insignia más nueva',
  issuedBy: 'La emite',
  heldBy: 'Es de',
  earned: 'Lograda',
  signed: 'Firmada',
  until: 'Vale hasta',
  ended: 'Terminó',
  noEnd: 'Sin fecha de término',
  day: f => say.day(f.at),
  judged: 'Lo que se evaluó',
  judgedLead: 'Alguien leyó el trabajo con cada criterio al lado. Este es el nivel que encontró.',
  found: 'Encontrado',
  needed: f => `hacía falta: ${f.level}`,
  serves: 'A qué sirve',
  check: 'Compruébala tú',
  checkLead:
    'Esta página es la palabra de quien la emite. El archivo se prueba solo: quien lo tenga puede comprobarlo, con esta página o sin ella y sin preguntar a nadie.',
  asJson: 'La insignia como archivo (JSON)',
  asPng: 'La insignia como imagen (PNG)',
  pngWhy:
    'La imagen lleva dentro la insignia completa. Envíala como archivo; los chats pueden quitársela.',
  how: 'Cualquier verificador de Open Badges 3.0 lee los dos.',
  page: 'Esta página',
  key: 'Firmada con esta llave',
  lists: {
    revocation: 'Las insignias revocadas están en esta lista',
    suspension: 'Las insignias suspendidas están en esta lista',
  },
  fingerprint: 'Huella del trabajo que se evaluó; el trabajo en sí no es público',
  checked: f =>
    f.listAt === undefined
      ? `Comprobada aquí el ${say.moment(f.at)}.`
      : `Comprobada aquí el ${say.moment(f.at)}, con las listas del ${say.moment(f.listAt)}.`,
  nothing: 'Aquí no hay ninguna insignia.',
  nothingNext:
    'Compara la dirección letra por letra, o pregunta a quien te la dio. Una insignia que nunca se firmó no tiene página.',
})
