import { describe, expect, test } from 'vitest'
import { toPlainText } from '../src/answers/plain-text.ts'
import { createFocalPoint } from '../src/focal-point.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'

const focalPoint = createFocalPoint(loadKnowledge('knowledge'))
const start = Temporal.Instant.from('2017-04-01T09:00:00Z')

/** A message and what must stand at the beginning of its answer: in its first line. */
type Turn = readonly [message: string, expected: RegExp]
type Thread = readonly [reason: string, ...turns: readonly Turn[]]

function say(conversation: string, message: string, minutesLater = 0): string {
  const now = start.add({ minutes: minutesLater })
  return toPlainText(focalPoint.ask({ text: message, conversation, now })).split('\n')[0] ?? ''
}

const english: readonly Thread[] = [
  [
    'another process, same question',
    ['What does IOM do in the Budapest Process?', /^Budapest Process: IOM is an observer/],
    ['and Rabat?', /^Rabat Process: IOM is an observer/],
    ['and Puebla?', /^Puebla Process \(RCM\): IOM is an observer.*technical secretariat/],
  ],
  [
    '"what about" with a head word',
    ['What is IOM’s role in the Colombo Process?', /since its inception/],
    ['what about Bali?', /Bali Process Steering group/],
    ['and Almaty?', /^Almaty Process: .*UNHCR/],
  ],
  [
    'another host',
    ['Who hosts the IGC secretariat?', /administrative host: the IGC secretariat/],
    ['and the GFMD?', /administrative host: the GFMD Support Unit/],
  ],
  [
    'three questions about one meeting',
    ['When is the consultation for Asia?', /4–5 August 2017/],
    ['and who hosts it?', /Consultation for Asia: .*MFA/],
    ['mail?', /mfa@mfasia\.org/],
  ],
  [
    'other years of a series',
    ['What was the theme of the IDM in 2013?', /^IDM 2013: the source prints no theme/],
    ['and in 2014?', /^IDM 2014, theme: Human Mobility/],
    ['and the year before?', /^IDM 2013/],
  ],
  ['the year before, shortened', ['What was the theme of the IDM 2014?', /^IDM 2014/], ['prev year?', /^IDM 2013/]],
  [
    'a number of years',
    ['What was the theme of the IDM 2010?', /^IDM 2010/],
    ['two years later?', /^IDM 2012, theme: Managing Migration in Crisis/],
  ],
  [
    'there and back again',
    ['What did the IDM discuss in 2009?', /^IDM 2009/],
    ['the previous year?', /^IDM 2008/],
    ['the following year?', /^IDM 2009/],
  ],
  [
    'the first after the second',
    ['when was the second idm workshop of 2017?', /18–19 July 2017/],
    ['where?', /Geneva/],
    ['and the first one?', /New York/],
  ],
  [
    'the third after the second',
    ['When was the second global meeting of RCPs?', /^2009 global meeting/],
    ['and the third?', /25–26 October 2011/],
    ['where was it?', /Gaborone/],
  ],
  [
    'other places of a series',
    ['Who is the contact for the consultation in Bangkok?', /mfa@mfasia\.org/],
    ['and for Quito?', /berevrnice@gmail\.com/],
    ['and in Africa?', /mamadou_goita@yahoo\.fr/],
  ],
  [
    '"the one in"',
    ['When did the Beirut consultation take place?', /24–25 August 2017/],
    ['the one in Bamako?', /28–29 August 2017/],
    ['the one in Nadi?', /2–3 November 2017/],
  ],
  [
    'other questions about a process',
    ['Tell me about MIDSA', /^MIDSA: IOM serves as technical secretariat/],
    ['who runs its secretariat?', /^MIDSA: IOM serves as technical secretariat/],
    ['and MIDWA?', /^MIDWA: IOM gives secretariat support/],
  ],
  [
    'one word after a name',
    ['MIDWA', /^MIDWA: IOM is an observer/],
    ['partners?', /^MIDWA: .*in consultation with ECOWAS/],
  ],
  [
    'a person',
    ['Who is Maurizio Busatti?', /^Maurizio Busatti: Head/],
    ['his mail?', /mbusatti@iom\.int/],
    ['phone?', /do not give the telephone number \(Maurizio Busatti\)/],
  ],
  [
    'other persons',
    ['email of Tamara Keating', /tkeating@iom\.int/],
    ['and David Martineau?', /dmartineau@iom\.int/],
    ['and Neha Sinha?', /nsinha@iom\.int/],
  ],
  [
    'a unit',
    ['What is MPD?', /Multilateral Processes Division/],
    ['who works there?', /Contacts \(5\)/],
    ['head?', /Head: Maurizio Busatti/],
  ],
  ['an office', ['Where is IOM’s headquarters?', /17 Route des Morillons/], ['phone?', /\+41 22 717 9111/]],
  [
    'four questions about one meeting',
    ['When was the global meeting in Gaborone?', /25–26 October 2011/],
    ['who hosted it?', /Government of Botswana/],
    ['how many participants?', /Over 90 participants/],
    ['where?', /Gaborone, Botswana/],
  ],
  [
    'no year is told in a follow-up either',
    ['Consultation for the US and Canada', /the source gives no year/],
    ['when?', /25–26 September \(the source gives no year\)/],
    ['where?', /Washington DC/],
    ['who organised it?', /AFL-CIO/],
  ],
  [
    'other editions of a report',
    ['What is the World Migration Report 2008 about?', /^World Migration Report 2008/],
    ['and 2010?', /^World Migration Report 2010/],
    ['and the latest?', /^World Migration Report 2018/],
  ],
  [
    'other abbreviations',
    ['What does ISCM mean?', /^ISCM stands for/],
    ['and IRF?', /IRF stands for/],
    ['and RCP?', /RCP stands for/],
  ],
  [
    'a yes-no question',
    ['Is IOM an observer in the Rabat Process?', /^Rabat Process: IOM is an observer/],
    ['and in the Tripoli Process?', /^Tripoli Process: IOM is an observer/],
    ['what about Khartoum?', /^Khartoum Process: IOM is an observer/],
  ],
  [
    'a role is no subject beside "there"',
    ['What is GFMD?', /IOM is an observer/],
    ['what does it stand for?', /Global Forum on Migration and Development/],
    ['Is IOM an observer there?', /IOM is an observer/],
  ],
  [
    'a change of subject',
    ['What is the Bali Process?', /Bali Process/],
    ['When was the global meeting in Gaborone?', /^2011 RCP Global meeting: Date: 25–26 October 2011/],
    ['who opened it?', /Ministry of Home Affairs/],
  ],
  [
    'a change of subject without a word of warning',
    ['MIDSA secretariat', /^MIDSA/],
    ['IDM 2014 theme', /^IDM 2014/],
    ['and 2012?', /^IDM 2012/],
  ],
  [
    'the name after it was asked back',
    ['Who runs the secretariat?', /but of what\?/],
    ['of the Almaty Process', /^Almaty Process: IOM serves as technical secretariat/],
  ],
  ['the year after it was asked back', ['theme?', /but of what\?/], ['IDM 2014', /^IDM 2014, theme: Human Mobility/]],
  ['a meeting after it was asked back', ['contact?', /but of what\?/], ['the Bangkok consultation', /mfa@mfasia\.org/]],
  [
    'a new question after it was asked back',
    ['theme?', /but of what\?/],
    ['Who hosts the IGC secretariat?', /administrative host: the IGC secretariat/],
  ],
  [
    'small talk around a question',
    ['Hello', /^Hello!/],
    ['Who runs the secretariat of the Almaty Process?', /^Almaty Process/],
    ['thank you', /^You are welcome/],
  ],
]

const french: readonly Thread[] = [
  [
    'another process and its article in French',
    ['Quel est le rôle de l’OIM dans le Dialogue 5+5 ?', /L’OIM est observatrice.*appui au secrétariat/],
    ['et dans le MIDWA ?', /^MIDWA.*L’OIM est observatrice/],
  ],
  [
    'another process in French',
    ['Qui assure le secrétariat du Processus d’Almaty ?', /^Processus d’Almaty.*HCR/],
    ['et de MIDSA ?', /^MIDSA.*Southern African Migration Programme/],
  ],
  [
    'other years in French',
    ['Quel était le thème de l’IDM en 2014 ?', /^IDM 2014/],
    ['et en 2013 ?', /^IDM 2013/],
    ['et l’année suivante ?', /^IDM 2014/],
  ],
  [
    'another question in French',
    ['Où a eu lieu la consultation pour l’Afrique ?', /Bamako/],
    ['quand ?', /28–29 août 2017/],
    ['courriel ?', /Consultation régionale.*mamadou_goita@yahoo\.fr/],
  ],
  [
    'one word that English has too, in the language of the conversation',
    ['Où se trouve le siège de l’OIM ?', /17 Route des Morillons/],
    ['téléphone ?', /^Siège de l’OIM.*\+41 22 717 9111/],
  ],
  ['another region in French', ['Qui organise la consultation pour l’Europe ?', /PICUM/], ['et pour l’Asie ?', /MFA/]],
  [
    'another host in French',
    ['Qui accueille le secrétariat de l’IGC ?', /secrétariat de l’IGC/],
    ['et le GFMD ?', /Unité d’appui du GFMD/],
  ],
]

const spanish: readonly Thread[] = [
  [
    'other processes in Spanish',
    ['¿Quién ejerce la secretaría del Proceso de Almaty?', /ACNUR/],
    ['¿y de MIDSA?', /^MIDSA/],
    ['¿y de Puebla?', /^Proceso de Puebla/],
  ],
  [
    'other years in Spanish',
    ['¿Cuál fue el tema del IDM en 2014?', /^IDM 2014/],
    ['¿y en 2012?', /^IDM 2012/],
    ['¿y el año anterior?', /^IDM 2011/],
  ],
  [
    'other questions in Spanish',
    ['¿Dónde fue la consulta de Asia?', /Bangkok, Tailandia/],
    ['¿cuándo?', /4–5 de agosto de 2017/],
    ['¿correo?', /mfa@mfasia\.org/],
  ],
  [
    'the first after the second in Spanish',
    ['¿Cuándo es el segundo taller del IDM 2017?', /18–19 de julio de 2017/],
    ['¿dónde?', /Ginebra/],
    ['¿y el primero?', /Nueva York/],
  ],
  [
    'with whom, in Spanish',
    ['¿Cuál es el papel de la OIM en el MIDWA?', /observadora/],
    ['¿con quién?', /CEDEAO/],
    ['¿y en MIDCOM?', /COMESA/],
  ],
  [
    'who opened it, in Spanish',
    ['¿Cuándo fue la reunión de Gaborone?', /25–26 de octubre de 2011/],
    ['¿quién la inauguró?', /Ministerio del Interior/],
  ],
]

const threads = [...english, ...french, ...spanish].map(([reason, ...turns]) => ({ reason, turns }))

describe('a conversation', () => {
  test.each(threads)('goes on with $reason', ({ reason, turns }) => {
    for (const [message, expected] of turns)
      expect([message, say(reason, message)]).toEqual([message, expect.stringMatching(expected)])
  })

  test('does not mix with the others when all are held at once', () => {
    const longest = Math.max(...threads.map(({ turns }) => turns.length))
    for (let at = 0; at < longest; at++) {
      for (const { reason, turns } of threads) {
        const [message, expected] = turns[at] ?? []
        if (message && expected)
          expect([message, say(`at once: ${reason}`, message)]).toEqual([message, expect.stringMatching(expected)])
      }
    }
  })

  test('is over after half an hour of silence', () => {
    say('silent', 'What is MIDSA?')
    expect(say('silent', 'who runs its secretariat?', 29)).toMatch(/^MIDSA/)
    expect(say('silent', 'who runs its secretariat?', 60)).toMatch(/but of what\?/)
  })

  test('survives what is said in between', () => {
    say('interrupted', 'What is MIDSA?')
    say('interrupted', 'thanks')
    expect(say('interrupted', 'who runs its secretariat?')).toMatch(/^MIDSA/)
  })

  test('remembers nothing without an id', () => {
    focalPoint.ask({ text: 'What is MIDSA?', now: start })
    expect(focalPoint.ask({ text: 'who runs its secretariat?', now: start }).status).toBe('clarify')
  })
})
