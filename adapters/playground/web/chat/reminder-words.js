/** What the chat page says about reminders. @type {import('../words.js').Words} */
export const reminderWords = {
  reminder: { en: 'Reminder', fr: 'Rappel', es: 'Recordatorio' },
  snooze: { en: 'Snooze for 1 day', fr: 'Reporter d’un jour', es: 'Posponer 1 día' },
  stop: { en: 'Stop', fr: 'Arrêter', es: 'Detener' },
  snoozeOf: { en: 'Snooze for 1 day: {title}', fr: 'Reporter d’un jour : {title}', es: 'Posponer 1 día: {title}' },
  stopOf: { en: 'Stop: {title}', fr: 'Arrêter : {title}', es: 'Detener: {title}' },
  inAnHour: { en: 'Again in 1 hour', fr: 'De nouveau dans 1 heure', es: 'Otra vez en 1 hora' },
  tomorrow: { en: 'Again tomorrow', fr: 'De nouveau demain', es: 'Otra vez mañana' },
  remindersComeHere: {
    en: 'Reminders come here, in this browser, as soon as this page is open.',
    fr: 'Les rappels arrivent ici, dans ce navigateur, dès que cette page est ouverte.',
    es: 'Los recordatorios llegan aquí, en este navegador, en cuanto esta página está abierta.',
  },
  notify: {
    en: 'Also notify me when this page is in the background',
    fr: 'M’avertir aussi quand cette page est en arrière-plan',
    es: 'Avisarme también cuando esta página esté en segundo plano',
  },
}
