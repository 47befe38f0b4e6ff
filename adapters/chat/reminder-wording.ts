import type { Words } from '../../src/knowledge/language.ts'

/** What buttons, windows and quiet lines about reminders say; all else about them is worded in `src/reminders`. */
export const reminderWords = {
  remindMe: { en: 'Remind me', fr: 'Me le rappeler', es: 'Recordármelo' },
  snooze: { en: 'Snooze for 1 day', fr: 'Reporter d’un jour', es: 'Posponer 1 día' },
  edit: { en: 'Change', fr: 'Modifier', es: 'Cambiar' },
  stop: { en: 'Stop', fr: 'Arrêter', es: 'Detener' },
  inAnHour: { en: 'Again in 1 hour', fr: 'De nouveau dans 1 heure', es: 'Otra vez en 1 hora' },
  tomorrow: { en: 'Again tomorrow', fr: 'De nouveau demain', es: 'Otra vez mañana' },

  stopTitle: { en: 'Stop this reminder?', fr: 'Arrêter ce rappel ?', es: '¿Detener este recordatorio?' },
  stopText: {
    en: 'You will get no more of it. You can set it again at any time.',
    fr: 'Vous ne le recevrez plus. Vous pourrez le recréer à tout moment.',
    es: 'No lo recibirá más. Puede volver a crearlo en cualquier momento.',
  },
  stopSharedText: {
    en: 'Nobody here will get it any more. It can be set again at any time.',
    fr: 'Plus personne ici ne le recevra. On peut le recréer à tout moment.',
    es: 'Nadie aquí lo recibirá más. Se puede volver a crear en cualquier momento.',
  },
  keep: { en: 'Keep it', fr: 'Le garder', es: 'Conservarlo' },

  title: { en: 'Reminders', fr: 'Rappels', es: 'Recordatorios' },
  setTitle: { en: 'Remind me', fr: 'Me le rappeler', es: 'Recordármelo' },
  editTitle: { en: 'Change reminder', fr: 'Modifier le rappel', es: 'Cambiar recordatorio' },
  save: { en: 'Save', fr: 'Enregistrer', es: 'Guardar' },
  leads: { en: 'How long before', fr: 'Combien de temps avant', es: 'Con cuánta antelación' },
  at: { en: 'Time of day', fr: 'Heure', es: 'Hora' },
  atHint: {
    en: 'For reminders that come days before, in your time zone.',
    fr: 'Pour les rappels qui arrivent des jours avant, dans votre fuseau horaire.',
    es: 'Para los recordatorios que llegan días antes, en su zona horaria.',
  },
  where: { en: 'For whom', fr: 'Pour qui', es: 'Para quién' },
  forMe: { en: 'For me alone', fr: 'Pour moi seulement', es: 'Solo para mí' },
  forChannel: { en: 'For all in this channel', fr: 'Pour tout le canal', es: 'Para todo el canal' },
  leadsMissing: {
    en: 'Please pick at least one.',
    fr: 'Choisissez-en au moins un.',
    es: 'Elija al menos una.',
  },

  moreReminders: {
    en: 'There are more: write “reminders” to me.',
    fr: 'Il y en a d’autres : écrivez-moi « rappels ».',
    es: 'Hay más: escríbame «recordatorios».',
  },
  youAsked: {
    en: 'You asked for this reminder; write “reminders” to list and change yours.',
    fr: 'Vous avez demandé ce rappel ; écrivez « rappels » pour voir et modifier les vôtres.',
    es: 'Usted pidió este recordatorio; escriba «recordatorios» para ver y cambiar los suyos.',
  },
  askedHere: {
    en: 'Somebody in this channel asked for this reminder; ask me for “reminders” to list those of this channel.',
    fr: 'Une personne de ce canal a demandé ce rappel ; demandez-moi « rappels » pour voir ceux du canal.',
    es: 'Alguien de este canal pidió este recordatorio; pídame «recordatorios» para ver los del canal.',
  },
} as const satisfies Record<string, Words>
