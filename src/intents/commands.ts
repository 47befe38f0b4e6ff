import type { Words } from '../knowledge/language.ts'

/** A word that a message can begin with to ask for something, and that a platform can offer to choose from. */
export type Command = {
  readonly name: string
  /** What is typed in each language; the English one is the name. All are understood whatever the language. */
  readonly title: Words
  /** What it does, in at most 100 characters. */
  readonly about: Words
  /** What may follow it, for an example. */
  readonly example: Words | undefined
}

/** The grammar of short commands. Anything else is a question in plain words; to understand them needs no code either. */
export const commands: readonly Command[] = [
  {
    name: 'process',
    title: { en: 'process', fr: 'processus', es: 'proceso' },
    about: {
      en: 'What a process is and what IOM does in it',
      fr: 'Ce qu’est un processus et ce qu’y fait l’OIM',
      es: 'Qué es un proceso y qué hace la OIM en él',
    },
    example: { en: 'Bali', fr: 'Bali', es: 'Bali' },
  },
  {
    name: 'role',
    title: { en: 'role', fr: 'rôle', es: 'papel' },
    about: {
      en: 'IOM’s role in a process: observer, secretariat, host',
      fr: 'Le rôle de l’OIM dans un processus : observateur, secrétariat, hébergement',
      es: 'El papel de la OIM en un proceso: observadora, secretaría, alojamiento',
    },
    example: { en: 'Rabat Process', fr: 'Processus de Rabat', es: 'Proceso de Rabat' },
  },
  {
    name: 'contact',
    title: { en: 'contact', fr: 'contact', es: 'contacto' },
    about: { en: 'Whom to write to', fr: 'À qui écrire', es: 'A quién escribir' },
    example: { en: 'MPD', fr: 'MPD', es: 'MPD' },
  },
  {
    name: 'events',
    title: { en: 'events', fr: 'événements', es: 'eventos' },
    about: {
      en: 'Meetings, by year, place or region, or the next ones',
      fr: 'Les réunions, par année, lieu ou région, ou les prochaines',
      es: 'Las reuniones, por año, lugar o región, o las próximas',
    },
    example: { en: '2017', fr: '2017', es: '2017' },
  },
  {
    name: 'idm',
    title: { en: 'idm', fr: 'idm', es: 'idm' },
    about: {
      en: 'A year of the International Dialogue on Migration',
      fr: 'Une année du Dialogue international sur la migration',
      es: 'Un año del Diálogo Internacional sobre la Migración',
    },
    example: { en: '2014', fr: '2014', es: '2014' },
  },
  {
    name: 'publications',
    title: { en: 'publications', fr: 'publications', es: 'publicaciones' },
    about: {
      en: 'Reports and other publications',
      fr: 'Rapports et autres publications',
      es: 'Informes y otras publicaciones',
    },
    example: undefined,
  },
  {
    name: 'remind',
    title: { en: 'remind', fr: 'rappeler', es: 'recordar' },
    about: {
      en: 'A reminder before the meetings of a process',
      fr: 'Un rappel avant les réunions d’un processus',
      es: 'Un recordatorio antes de las reuniones de un proceso',
    },
    example: {
      en: 'me 2 weeks before Colombo Process meetings',
      fr: '2 semaines avant les réunions du Processus de Colombo',
      es: '2 semanas antes de las reuniones del Proceso de Colombo',
    },
  },
  {
    name: 'reminders',
    title: { en: 'reminders', fr: 'rappels', es: 'recordatorios' },
    about: { en: 'The reminders that are set', fr: 'Les rappels programmés', es: 'Los recordatorios programados' },
    example: undefined,
  },
  {
    name: 'help',
    title: { en: 'help', fr: 'aide', es: 'ayuda' },
    about: { en: 'What can be asked here', fr: 'Ce qu’on peut demander ici', es: 'Qué se puede preguntar aquí' },
    example: undefined,
  },
]
