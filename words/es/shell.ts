import type { shell as en } from '../en/shell.ts'
import type { SameShape } from '../same-shape.ts'

export const shell: SameShape<typeof en> = {
  unknownFlag: f =>
    `Aquí no se conoce ${f.flag}. Se conocen --data CARPETA, --port N, --no-open y --demo.`,
  flagNeeds: f => `A ${f.flag} le falta ${f.what}.`,
  aFolder: 'una carpeta',
  aPort: 'un número de 1 a 65535',
  building: 'Se preparan las pantallas; solo después de un cambio.',
  buildFailed: f => `No se pudieron preparar las pantallas: ${f.what}`,
  noWindow: f => `${f.why} Meritfolio se abre en tu navegador; es la misma aplicación.`,
  why: {
    chosen: 'MERITFOLIO_SHELL pide el navegador.',
    portAsked: '--port pide una dirección, y una ventana no la tiene.',
    noDisplay: 'No hay pantalla para una ventana.',
    notInstalled: 'El paquete de la ventana (Electron) no está instalado.',
    failedToday: 'El programa de la ventana (Electron) no se pudo descargar hoy.',
    refused: 'El programa de la ventana (Electron) no se pudo descargar.',
    noProgress: f =>
      `La descarga del programa de la ventana (Electron) no avanzó en ${f.seconds} segundos.`,
    didNotStart: 'El programa de la ventana (Electron) no arrancó.',
  },
  fetching: 'Se descarga, una sola vez, el programa de la ventana (Electron); unos 110 MB.',
  addressIs:
    'Meritfolio está abierto en esta dirección. Sirve una vez; inicia de nuevo para tener otra.',
  alreadyOpen: 'Ya estaba abierto con estos datos; esta es una entrada nueva.',
  noBrowser: 'No se pudo abrir un navegador desde aquí. Abre tú la dirección.',
  restarted: 'El programa se detuvo y se inició de nuevo. Todo lo guardado sigue ahí.',
  gaveUp: f =>
    `El programa se detuvo ${f.times} veces en un minuto y no se inició más. Lo guardado sigue en este equipo.`,
  linkAsks: f =>
    `Un enlace de fuera pide que Meritfolio muestre ${f.place}. Puede abrir una pantalla y nada más.`,
  linkJoins: f =>
    `Un enlace de fuera pide a Meritfolio que llene una invitación de ${f.address}. No se envía nada antes de que pulses Unirme.`,
  linkOpen: 'Mostrar',
  linkLeave: 'Quedarme aquí',
  windowFailed: 'Meritfolio no pudo abrir tus registros.',
}
