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
  endorsed: {
    title: 'Lo que otros dicen de ella',
    lead: 'Cada uno de estos avales lo firma quien lo dice, y habla por sí solo. El nombre es el que escribieron; fíjate en la dirección que está debajo.',
    about: {
      verified: f =>
        `Lo firma ${f.host}, y estaba vigente cuando se comprobó aquí el ${say.day(f.at)}.`,
      ended: f => `Lo firma ${f.host}. Ya terminó, según se vio el ${say.day(f.at)}.`,
      revoked: f => `${f.host} lo retiró, según se vio el ${say.day(f.at)}.`,
      unknown: f =>
        `No se pudo preguntar a ${f.host} el ${say.day(f.at)}; no se sabe si sigue vigente.`,
      failed: f =>
        `Ya no vale, según se vio el ${say.day(f.at)}. No te fíes de él; pregunta a ${f.host}.`,
    },
    file: 'Este aval como archivo, para comprobarlo tú',
  },
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
  given: {
    kind: 'Aval',
    title: f => `${f.by} avala ${f.name}`,
    standing: {
      valid: () => 'Este aval está vigente.',
      withdrawn: f =>
        `Este aval se retiró${f.at === undefined ? '' : ` el ${say.day(f.at)}`}. Ya no vuelve a estar vigente.`,
      expired: f => `Este aval terminó${f.at === undefined ? '' : ` el ${say.day(f.at)}`}.`,
      unknown: () => 'Ahora no se puede saber si este aval está vigente. Vuelve más tarde.',
      damaged: () =>
        'La copia de este aval que se guarda aquí no corresponde a su firma. No te fíes de ella; pregunta a quien lo dio.',
    },
    about: {
      achievement: 'Lo que se avala: todas las insignias de esto',
      issuer: 'A quién se avala',
      badge: 'Lo que se avala: solo esta insignia',
    },
    by: 'Lo avala',
    issuer: 'Quién emite, según se llama',
    signed: 'Firmado',
    check: 'Compruébalo tú',
    key: 'Firmado con esta llave',
    checked: f =>
      f.listAt === undefined
        ? `Comprobado aquí el ${say.moment(f.at)}.`
        : `Comprobado aquí el ${say.moment(f.at)}, con las listas del ${say.moment(f.listAt)}.`,
    id: 'El identificador avalado',
    reason: 'Por qué se retiró',
    noEnd: 'Hasta que se retire',
    checkLead:
      'Esta página es la palabra de quien avala. El archivo se prueba por sí solo: quien lo tenga puede comprobarlo, con esta página o sin ella.',
    asJson: 'El aval como archivo (JSON)',
    how: 'Quien emite lo avalado puede poner el archivo en sus insignias, en «endorsement». Cualquier verificador de Open Badges 3.0 lo lee.',
    list: 'Los avales que se retiraron están en esta lista',
    nothing: 'Aquí no hay ningún aval.',
    nothingNext: 'Compara la dirección letra por letra, o pregunta a quien te la dio.',
  },
})
