/** What all pages say. @type {import('./words.js').Words} */
export const shellWords = {
  skip: { en: 'Skip to the content', fr: 'Aller au contenu', es: 'Ir al contenido' },
  pages: { en: 'Pages', fr: 'Pages', es: 'Páginas' },
  'page-chat': { en: 'Chat', fr: 'Discussion', es: 'Chat' },
  'page-knowledge': { en: 'Knowledge', fr: 'Connaissances', es: 'Conocimientos' },
  'page-insights': { en: 'Insights', fr: 'Usage', es: 'Uso' },
  pageLanguage: { en: 'Language of this page', fr: 'Langue de cette page', es: 'Idioma de esta página' },
  calendar: {
    en: 'All meetings as a calendar',
    fr: 'Toutes les réunions en agenda',
    es: 'Todas las reuniones en calendario',
  },
  copy: { en: 'Copy', fr: 'Copier', es: 'Copiar' },
  copied: { en: 'Copied', fr: 'Copié', es: 'Copiado' },
  notCopied: { en: 'Not copied', fr: 'Non copié', es: 'No copiado' },
  failed: {
    en: 'That did not work: {reason}',
    fr: 'Cela n’a pas fonctionné : {reason}',
    es: 'No ha funcionado: {reason}',
  },
  unreachable: {
    en: 'The service cannot be reached.',
    fr: 'Le service est injoignable.',
    es: 'No se puede acceder al servicio.',
  },
}
