import type { lock as en } from '../en/lock.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const lock = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Bloqueo',
  none: 'Todavía sin bloqueo. Quien consiga el disco de este equipo puede leer tus registros y evidencias.',
  demo: 'Las personas de la demostración son inventadas; sus registros no se bloquean.',
  sealing: (f: { files: number }) =>
    f.files === 0
      ? 'Bloqueado. Se están cifrando los últimos archivos.'
      : say.count(f.files, {
          one: 'Los registros están bloqueados. Falta cifrar 1 archivo; sigue trabajando.',
          other: `Los registros están bloqueados. Falta cifrar ${say.number(f.files)} archivos; sigue trabajando.`,
        }),
  waiting: {
    disk_full:
      'Los registros esperan: hay muy poco espacio en este equipo. Haz espacio e inicia Meritfolio de nuevo.',
    folder_read_only: 'Los registros esperan: Meritfolio no puede escribir en su carpeta.',
    in_use: 'Los registros esperan: otro programa los tiene abiertos. Inicia Meritfolio de nuevo.',
    cannot_open: 'Los registros esperan: no se pudieron abrir. Inicia Meritfolio de nuevo.',
  },
  stuck: (f: { files: number }) =>
    say.count(f.files, {
      one: '1 archivo no se pudo leer o escribir y todavía no está como dice el bloqueo. Lo intentamos cada minuto.',
      other: `${say.number(f.files)} archivos no se pudieron leer o escribir y todavía no están como dice el bloqueo. Lo intentamos cada minuto.`,
    }),
  opening: 'El bloqueo se está quitando, archivo por archivo. Sigue trabajando.',
  locked: {
    keychain:
      'Bloqueado: registros, evidencias y copias están cifrados. El llavero de este equipo los abre por ti.',
    passphrase:
      'Bloqueado: registros, evidencias y copias están cifrados. Cada inicio pide tu frase de acceso.',
  },
  limits:
    'No protege de programas que se ejecutan con tu nombre, de un equipo abierto y sin vigilar, ni de archivos que guardes en otra parte. Un disco puede conservar rastros de archivos anteriores al bloqueo.',
  begin: 'Bloquear los registros',
  code: 'Tu código de recuperación',
  codeWhat:
    'Abre el bloqueo cuando se pierde la frase de acceso o el llavero de este equipo. Anótalo o imprímelo y guárdalo lejos de este equipo. Se muestra una sola vez.',
  copy: 'Copiar el código',
  copied: 'Copiado.',
  lastGroup: 'Último grupo del código',
  lastGroupHint: 'Los cuatro signos del final, de lo que anotaste.',
  passphrase: 'Frase de acceso',
  passphraseHint: 'Al menos 12 signos; cuatro palabras van bien. Se pide en cada inicio.',
  set: 'Bloquear ahora',
  setting: 'Bloqueando los registros…',
  notNow: 'Ahora no',
  renew: {
    passphrase: 'Cambiar la frase de acceso y el código de recuperación',
    keychain: 'Hacer otro código de recuperación',
  },
  renewWhat:
    'Desde entonces los anteriores ya no abren estos registros. Las copias de esta carpeta de antes se siguen abriendo con ellos.',
  renewSet: 'Usar estos desde ahora',
  take: 'Quitar el bloqueo',
  takeSure: 'Quien tenga el disco de este equipo podrá volver a leerlo todo.',
  takeYes: 'Quitarlo',
  keep: 'Dejar el bloqueo',
  open: {
    title: 'Tus registros están bloqueados',
    what: 'Nada ha cambiado. Escribe tu frase de acceso, o el código de recuperación que anotaste.',
    keychainLost:
      'El llavero de este equipo ya no los abre. Escribe el código de recuperación que anotaste.',
    word: 'Frase de acceso o código de recuperación',
    wordKeychain: 'Código de recuperación',
    missing: 'Escríbelo primero.',
    submit: 'Abrir',
    opening: 'Abriendo…',
  },
})
