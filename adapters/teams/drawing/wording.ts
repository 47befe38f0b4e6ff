import type { Words } from '../../../src/knowledge/language.ts'

/** Every text that only Teams shows; what chat platforms share is in `adapters/chat`. */
export const words = {
  contact: { en: 'Contact', fr: 'Contact', es: 'Contacto' },
  share: { en: 'Share with everyone here', fr: 'Partager avec tous ici', es: 'Compartir con todos aquí' },
  forAllHere: { en: 'For everyone here', fr: 'Pour tous ici', es: 'Para todos aquí' },
  atMissing: { en: 'Please give a time.', fr: 'Indiquez une heure.', es: 'Indique una hora.' },
  done: { en: 'Done.', fr: 'C’est fait.', es: 'Hecho.' },
  howInPerson: {
    en: 'Just write to me here. In a channel or a group chat, mention me.',
    fr: 'Écrivez-moi ici. Dans un canal ou une conversation de groupe, mentionnez-moi.',
    es: 'Escríbame aquí. En un canal o un chat de grupo, mencióneme.',
  },
  howInTeam: {
    en: 'Mention me in any channel or group chat that I am part of, or write to me in private.',
    fr: 'Mentionnez-moi dans un canal ou une conversation de groupe où je suis présent, ou écrivez-moi en privé.',
    es: 'Mencióneme en cualquier canal o chat de grupo en el que esté, o escríbame en privado.',
  },
  nothingFound: {
    en: 'I found nothing for this in my sources.',
    fr: 'Je n’ai rien trouvé à ce sujet dans mes sources.',
    es: 'No he encontrado nada sobre esto en mis fuentes.',
  },
  moreInChat: {
    en: 'There is more: ask me about it in a chat.',
    fr: 'Il y en a plus : posez-moi la question dans une conversation.',
    es: 'Hay más: pregúntemelo en un chat.',
  },
} as const satisfies Record<string, Words>
