import { describe, expect, test } from 'vitest'
import { detectLanguage } from '../../src/intents/detect-language.ts'
import { learnLanguageWords } from '../../src/intents/language-words.ts'
import { languages } from '../../src/knowledge/language.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'

const knowledge = loadKnowledge('knowledge')

const english = [
  'Who runs the secretariat of the Almaty Process?',
  'what do we do in Bali',
  'When is the next meeting?',
  'role igc',
  'IOM role',
  'IDM 2014',
  'MIDSA',
  'contact bangkok',
  'mail?',
  'and Bali?',
  'what about Quito?',
  'please tell me about the Puebla Process',
  'which processes is IOM an observer in',
  'who is La Strada?',
  'how many workshops were there in 2017',
  'the theme of the year before',
  'where was it',
  'Does UNHCR share the secretariat with us?',
  'is Côte d’Ivoire in the consultation for Africa?',
  'thanks a lot',
]

const french = [
  'Qui assure le secrétariat du Processus d’Almaty ?',
  'quel est le rôle de l’OIM dans le Processus de Bali',
  'quel est le role de l OIM a Bali',
  'Quand a eu lieu la consultation pour l’Afrique ?',
  'où était la réunion de Gaborone',
  'où ?',
  'quand ?',
  'réunions en 2014',
  'téléphone HCR',
  'qui ?',
  'et le MIDWA ?',
  'et pour l’Asie ?',
  'dans quels processus l’OIM est-elle observatrice',
  'thème de l’IDM 2014',
  'combien d’ateliers en 2017',
  'merci',
  'bonjour',
  'c’est quoi un PCR',
  'Que signifie GFMD ?',
  'l’année précédente',
  'il y a une réunion bientôt ?',
  'Le courriel de Tamara Keating svp',
]

const spanish = [
  '¿Quién ejerce la secretaría del Proceso de Almaty?',
  'quien ejerce la secretaria del proceso de Almaty',
  '¿Qué papel tiene la OIM en Bali?',
  'cuál fue el tema del IDM en 2014',
  '¿Cuándo fue la consulta de Asia?',
  'donde fue la reunion de Gaborone',
  '¿dónde?',
  '¿cuándo?',
  '¿y en 2013?',
  '¿y MIDSA?',
  'el año anterior',
  'los talleres de 2017 por favor',
  'en qué procesos es observadora la OIM',
  'gracias',
  'hola',
  '¿Qué significa ISCM?',
  'cuántos talleres hay',
  'correo de la consulta de Bangkok',
  'quiero el correo del contacto para el Pacífico',
  '¿Con quién?',
  'mandato de IPD',
  'fecha de inicio',
  'nombramiento de Tamara Keating',
  'los procesos de la OIM',
]

describe('detectLanguage', () => {
  test.each(english)('takes "%s" for English', (text) => {
    expect(detectLanguage(text)).toBe('en')
  })

  test.each(french)('takes "%s" for French', (text) => {
    expect(detectLanguage(text)).toBe('fr')
  })

  test.each(spanish)('takes "%s" for Spanish', (text) => {
    expect(detectLanguage(text)).toBe('es')
  })

  test.each(['MIDSA', 'IDM 2014', '', '???', '😀'])('falls back on the given language for "%s"', (text) => {
    expect(detectLanguage(text, 'fr')).toBe('fr')
    expect(detectLanguage(text, 'es')).toBe('es')
  })

  test('prefers the given language where two are as likely', () => {
    expect(detectLanguage('la', 'es')).toBe('es')
    expect(detectLanguage('la', 'fr')).toBe('fr')
  })

  test('keeps the given language for a name that could be in another one', () => {
    expect(detectLanguage('Colombo Process?', 'es')).toBe('es')
    expect(detectLanguage('et Bali ?', 'fr')).toBe('fr')
  })

  test('finds at least 99 in 100 phrasings of each language', () => {
    const learnt = learnLanguageWords(knowledge)
    const wrong = languages.map((language) => {
      const texts = [...knowledge.intents.values()].flatMap(({ phrasings }) => phrasings[language] ?? [])
      const asked = texts.map((text) => text.replace(/<[^>]*>/g, 'IDM')).filter((text) => /[a-z]/.test(text))
      return asked.filter((text) => detectLanguage(text, 'en', learnt) !== language).length / asked.length
    })
    expect(Math.max(...wrong)).toBeLessThan(0.03)
    expect(wrong.reduce((sum, share) => sum + share, 0) / 3).toBeLessThan(0.01)
  })

  test('follows the text and not the given language where the text is clear', () => {
    expect(detectLanguage('Who runs the secretariat?', 'fr')).toBe('en')
  })
})
