import { describe, expect, test } from 'vitest'
import { toPlainText } from '../src/answers/plain-text.ts'
import { createFocalPoint, type FocalPoint } from '../src/focal-point.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import { seededRandom } from './search/seeded-random.ts'

const focalPoint = createFocalPoint(loadKnowledge('knowledge'))
const start = Temporal.Instant.from('2017-04-01T09:00:00Z')

/** A message and what must stand in the first line of its answer, or, as a list, anywhere in it. */
type Turn = readonly [message: string, expected: RegExp | readonly RegExp[] | OpenTurn]
type Thread = readonly [reason: string, ...turns: readonly Turn[]]

function say(conversation: string, message: string, minutesLater = 0): string {
  return firstLine(reply(conversation, message, minutesLater))
}

function reply(conversation: string, message: string, minutesLater = 0): string {
  const now = start.add({ minutes: minutesLater })
  return toPlainText(focalPoint.ask({ text: message, conversation, now }))
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}

/** A turn that the assistant does not get right yet, with what it does instead. A test fails when it does at last. */
type OpenTurn = { readonly expected: readonly RegExp[]; readonly instead: string }

function openTurn(expected: readonly RegExp[], instead: string): OpenTurn {
  return { expected, instead }
}

/** Says in one of the languages that there is no answer. */
const declined =
  /^(?:I do not know|My sources (?:do not|hold no|name no)|Je ne sais pas|Mes sources n|No lo sé|Mis fuentes no)/

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

const picks: readonly Thread[] = [
  [
    'two of a list',
    ['Which processes does IOM support with UNHCR?', /Almaty Process and Bali Process/],
    ['how many is that?', /\b2\b/],
    ['the second one', /^Bali Process/],
    ['and the other one?', /^Almaty Process/],
    ['both', [/Almaty Process: /, /Bali Process: /]],
  ],
  [
    'a list of meetings, and questions about those picked',
    ['Which regional civil society consultations were there?', /^7 in my sources/],
    ['the third one', /Africa.*28–29 August 2017/],
    ['who hosts it?', /PANiDMR/],
    ['the last one', /Europe/],
    ['and the first two?', [/for Asia/, /Middle-East/]],
    ['what is the contact of the second one?', /rhamati@insanlb\.org/],
  ],
  [
    'two bearers of one title',
    ['What is the email of the Associate Migration Policy Officer?', [/nsinha@iom\.int/, /anpellegrino@iom\.int/]],
    ['the second one', /anpellegrino@iom\.int/],
    ['and the other?', /nsinha@iom\.int/],
  ],
  [
    'the end of a list that begins with the newest',
    ['List the World Migration Reports', /9/],
    ['how many are there in total?', /\b9\b/],
    ['the last one', /^World Migration Report 2000/],
    ['and the newest?', /World Migration Report 2018/],
  ],
  [
    'three of one kind',
    ['Who runs the secretariat of the EU dialogue?', /^ACP-EU/],
    ['the second', /^Asia - EU/],
    ['the last one?', /^EU-LAC/],
    ['all three', [/ACP-EU/, /Asia - EU/, /EU-LAC/]],
  ],
  [
    'the staff of a unit',
    ['Who works at MPD?', /Contacts \(5\)/],
    ['how many are they?', /\b5\b/],
    ['the third one’s email?', /dmartineau@iom\.int/],
    ['and the last one?', /anpellegrino@iom\.int/],
  ],
  [
    'choices by their number, by their place and by name',
    ['What were the themes of the IDM from 2003 to 2011?', /./],
    ['number 2', /^IDM 20(?:10|04)/],
    ['3', /^IDM 200[59]/],
    ['the first', /^IDM 20(?:11|03)/],
    ['2009', /^IDM 2009/],
  ],
  [
    'a whole question instead of a choice',
    ['What were the themes of the IDM from 2003 to 2011?', /./],
    ['Who hosts the IGC secretariat?', /administrative host: the IGC secretariat/],
    ['the second one', /^(?!IDM 2004)/],
  ],
  [
    'one of a list by its place',
    ['Which civil society consultations took place in 2017?', /./],
    ['when was the one in Beirut?', /24–25 August 2017/],
    ['and the Bamako one?', /28–29 August 2017/],
  ],
  [
    'the two it hosts',
    ['Which processes does IOM host?', /GFMD and IGC/],
    ['the first', /^GFMD/],
    ['the other one?', /^IGC/],
    ['and how many in total?', /\b2\b/],
  ],
  ['more than the list has', ['Which processes does IOM host?', /GFMD and IGC/], ['the fifth one', /^(?!GFMD|IGC)/]],
]

const corrections: readonly Thread[] = [
  [
    'another process than was said',
    ['Who runs the secretariat of the Bali Process?', /^Bali Process/],
    ['no, I meant Almaty', /^Almaty Process: IOM serves as technical secretariat/],
    ['not Almaty, Puebla', /^Puebla Process.*technical secretariat/],
    ['sorry, MIDSA', /^MIDSA: IOM serves as technical secretariat/],
    ['MIDWA, not MIDSA', /^MIDWA: IOM gives secretariat support/],
    ['I was talking about Rabat', /^(?:My sources do not give|Rabat).*Rabat Process/],
  ],
  [
    'another year than was said',
    ['What was the theme of the IDM in 2013?', /^IDM 2013/],
    ['I meant 2014', /^IDM 2014, theme/],
    ['no, 2012 please', /^IDM 2012/],
    ['oh wait, 2010', /^IDM 2010/],
  ],
  [
    'another place than was said',
    ['When was the Bangkok consultation?', /4–5 August 2017/],
    ['oops, I mean Quito', /5–6 October 2017/],
    ['not Quito but Nadi', /2–3 November 2017/],
  ],
  [
    'another question than was said',
    ['When was the global meeting in Gaborone?', /25–26 October 2011/],
    ['no, I meant where', /Gaborone, Botswana/],
    ['no no, who hosted it?', /Government of Botswana/],
  ],
  [
    'a name for one that is not known',
    ['Who runs the secretariat of the Prague Process?', declined],
    ['sorry, I meant the Almaty Process', /^Almaty Process: IOM serves as technical secretariat/],
  ],
  [
    'a year in French',
    ['Quel était le thème de l’IDM en 2013 ?', /^IDM 2013/],
    ['non, je voulais dire 2014', /^IDM 2014/],
    ['pardon, 2012', /^IDM 2012/],
  ],
  [
    'a process in French',
    ['Qui assure le secrétariat du Processus de Bali ?', /^Processus de Bali/],
    ['pas Bali, Almaty', /^Processus d’Almaty : l’OIM|^Processus d’Almaty.*secrétariat/i],
    ['je parlais de MIDSA', /^MIDSA/],
    ['non, le Processus de Puebla', /^Processus de Puebla/],
  ],
  [
    'a place in Spanish',
    ['¿Cuándo fue la consulta de Bangkok?', /4–5 de agosto de 2017/],
    ['perdón, Quito', /5–6 de octubre de 2017/],
    ['no, quise decir Nadi', /2–3 de noviembre de 2017/],
  ],
  [
    'a process in Spanish',
    ['¿Quién ejerce la secretaría del Proceso de Bali?', /^Proceso de Bali/],
    ['no Bali, Almaty', /^Proceso de Almaty/],
    ['me refería a MIDSA', /^MIDSA/],
  ],
]

const reasonsAndTimes: readonly Thread[] = [
  [
    'since when, where no source says it',
    ['Who runs the secretariat of the Puebla Process?', /^Puebla Process/],
    ['since when?', declined],
    ['why?', declined],
  ],
  [
    'since when, where a source says it',
    ['Who runs the secretariat of the Colombo Process?', /since its inception/],
    ['since when?', /since its inception/],
    ['and for Bali?', declined],
  ],
  [
    'since when, as a sentence',
    ['What is the Colombo Process?', /technical secretariat/],
    ['since when is IOM the secretariat?', /since its inception/],
  ],
  [
    'since when, of a unit and of its head',
    ['What is MPD?', /Multilateral Processes Division/],
    ['since when does it exist?', /2015/],
    ['who heads it?', /Busatti/],
    ['since when?', declined],
  ],
  [
    'where that was and who else',
    ['When was the Beirut consultation?', /24–25 August 2017/],
    ['where was that?', /Beirut, Lebanon/],
    ['who organised it?', /CCRM/],
    ['who else?', /no(?:body| ?one)? else|no other/],
  ],
  [
    'the contact there',
    ['Tell me about the consultation for the Pacific', /Pacific/],
    ['who is the contact there?', /dtp@unsw\.edu\.au/],
    ['and the phone number?', declined],
  ],
  [
    'what is not held',
    ['Who runs the secretariat of MIDSA?', /^MIDSA/],
    ['and who chairs it?', declined],
    ['when was it founded?', declined],
    ['which countries are members?', declined],
    ['ok. with whom do we run it?', /Southern African Migration Programme/],
  ],
  [
    'that meeting',
    ['Who opened the meeting in Gaborone?', /Ministry of Home Affairs/],
    ['when was that meeting?', /25–26 October 2011/],
    ['how many people came to it?', /90/],
    ['who paid for it?', /Austral/],
  ],
  [
    'whether it is still so',
    ['How many member states does IOM have?', /175/],
    ['is that still so?', /sources? (?:do|does) not|no later|nothing later/i],
  ],
  [
    'since when in French',
    ['Qui assure le secrétariat du Processus de Puebla ?', /^Processus de Puebla/],
    ['depuis quand ?', declined],
    ['et Colombo ?', /depuis sa création/],
    ['pourquoi ?', /./],
  ],
  [
    'the head of a unit in French',
    ['Qui dirige la MPD ?', /Busatti/],
    ['depuis quand ?', declined],
    ['son courriel ?', /mbusatti@iom\.int/],
    ['c’est toujours le cas ?', /source.* (?:ne|n’)/i],
  ],
  [
    'that meeting in French',
    ['Où a eu lieu la consultation pour l’Asie ?', /Bangkok/],
    ['quand était cette réunion ?', /4–5 août 2017/],
    ['qui l’a organisée ?', /MFA/],
    ['qui d’autre ?', /personne d’autre|aucun/i],
  ],
  [
    'since when in Spanish',
    ['¿Quién ejerce la secretaría del Proceso de Puebla?', /^Proceso de Puebla/],
    ['¿desde cuándo?', declined],
    ['¿y Colombo?', /desde su creación/],
  ],
  [
    'there, in Spanish',
    ['¿Qué es el Proceso de Khartoum?', /Proceso de J?K?h?artum|Khartoum|Jartum/],
    ['¿es observadora la OIM allí?', /observadora/],
    ['¿quiénes son los miembros de ese proceso?', declined],
  ],
  [
    'who else and whether it is still so, in Spanish',
    ['¿Quién inauguró la reunión de Gaborone?', /Ministerio del Interior/],
    ['¿quién más?', /nadie más|ning/i],
    ['¿cuándo fue eso?', /25–26 de octubre de 2011/],
    ['¿sigue siendo así?', /fuentes? no/i],
  ],
]

const aboutTheTalk: readonly Thread[] = [
  [
    'nothing but "and"',
    ['What does IOM do in the Budapest Process?', /^Budapest Process/],
    ['and?', [/Budapest Process/]],
    ['so?', [/Budapest Process/]],
  ],
  ['"and" before anything was said', ['and?', /^(?!Goodbye|Hello).*\?|name/]],
  [
    'the source',
    ['Who runs the secretariat of the Almaty Process?', /^Almaty Process/],
    ['source?', [/lines of my sources/, /004:528/]],
    ['where does that come from?', [/lines of my sources/, /004:528/]],
    ['what is your source for that?', [/lines of my sources/, /004:528/]],
    ['and the partner?', /UNHCR/],
  ],
  ['the source before anything was said', ['source?', /^(?!Source)/]],
  [
    'the same in other languages',
    ['When was the consultation in Bangkok?', /4–5 August 2017/],
    ['say that in French', /4–5 août 2017/],
    ['en español por favor', /4–5 de agosto de 2017/],
    ['¿dónde?', /Bangkok, Tailandia/],
    ['and in English please', /Bangkok, Thailand/],
  ],
  [
    'a list in another language',
    ['Which processes does IOM support with UNHCR?', /Almaty Process and Bali Process/],
    ['in French please', /Processus d’Almaty et Processus de Bali/],
    ['le deuxième', /^Processus de Bali/],
  ],
  [
    'the first subject again',
    ['Who runs the secretariat of the Colombo Process?', /since its inception/],
    ['What was the theme of the IDM in 2014?', /^IDM 2014/],
    ['back to Colombo: is anybody else in the secretariat?', [/Colombo Process|no other organisation/]],
    ['back to the IDM 2014: which workshops?', /Migration and Families|IDM 2014/],
  ],
  [
    'the first subject again, in French',
    ['Qui assure le secrétariat du Processus d’Almaty ?', /^Processus d’Almaty/],
    ['Quel était le thème de l’IDM en 2014 ?', /^IDM 2014/],
    ['revenons à Almaty : avec qui ?', /HCR/],
  ],
  [
    'the first subject again, in Spanish',
    ['¿Cuál es el papel de la OIM en el MIDWA?', /observadora/],
    ['¿Cuál fue el tema del IDM en 2014?', /^IDM 2014/],
    ['volviendo a MIDWA: ¿con quién?', /CEDEAO/],
  ],
  [
    'the source, in French',
    ['Qui assure le secrétariat du Processus d’Almaty ?', /^Processus d’Almaty/],
    ['quelle est la source ?', [/lignes de mes sources/, /004:528/]],
    ['d’où ça vient ?', [/lignes de mes sources/, /004:528/]],
    ['et ?', [/Processus d’Almaty/]],
    ['en anglais', /^Almaty Process/],
  ],
  [
    'the source, in Spanish',
    ['¿Quién ejerce la secretaría del Proceso de Almaty?', /^Proceso de Almaty/],
    ['¿fuente?', [/líneas de mis fuentes/, /004:528/]],
    ['¿de dónde sale eso?', [/líneas de mis fuentes/, /004:528/]],
    ['¿y?', [/Proceso de Almaty/]],
  ],
]

const picksInOtherLanguages: readonly Thread[] = [
  [
    'two of a list in French',
    ['Quels processus l’OIM soutient-elle avec le HCR ?', /Processus d’Almaty et Processus de Bali/],
    ['combien au total ?', /\b2\b/],
    ['le deuxième', /^Processus de Bali/],
    ['et l’autre ?', /^Processus d’Almaty/],
    ['les deux', [/Processus d’Almaty/, /Processus de Bali/]],
  ],
  [
    'a list of meetings in French',
    ['Quelles consultations régionales de la société civile y a-t-il eu ?', /7/],
    ['la première', /Asie.*4–5 août 2017/],
    ['où ?', /Bangkok/],
    ['et la dernière ?', /Europe/],
    ['les deux premières', [/Bangkok/, /Beyrouth/]],
    ['qui organise la deuxième ?', /CCRM/],
  ],
  [
    'this one and that one in French',
    ['Dans quels processus l’OIM est-elle participante ?', /Processus de Bali et IGC/],
    ['le premier', /^Processus de Bali/],
    ['que fait l’OIM dans celui-là ?', /Processus de Bali/],
    ['et dans l’autre ?', /^IGC/],
  ],
  [
    'two of a list in Spanish',
    ['¿Qué procesos apoya la OIM con ACNUR?', /Proceso de Almaty y Proceso de Bali/],
    ['¿cuántos son en total?', /\b2\b/],
    ['el segundo', /^Proceso de Bali/],
    ['¿y el otro?', /^Proceso de Almaty/],
    ['ambos', [/Proceso de Almaty/, /Proceso de Bali/]],
  ],
  [
    'a list of meetings in Spanish',
    ['¿Qué consultas regionales de la sociedad civil hubo en 2017?', /7/],
    ['la segunda', /24–25 de agosto de 2017/],
    ['¿dónde fue?', /Beirut/],
    ['¿y la última?', /Pacífico/],
    ['las dos primeras', [/Bangkok/, /Beirut/]],
    ['¿quién organizó la primera?', /MFA/],
  ],
]

const furtherWordings: readonly Thread[] = [
  [
    'the list narrowed down',
    ['Which processes is IOM an observer in?', /^17 of/],
    ['how many is that altogether?', /\b17\b/],
    ['in which of them is it also the technical secretariat?', [/Puebla/, /SACM/, /Asia - EU/, /Intra-Regional/]],
    ['what about the third of those?', /./],
  ],
  [
    'meetings narrowed down',
    ['Which regional civil society consultations were there?', /^7 in/],
    ['which of these took place in October?', [/Quito|Latin America/, /Brussels|Europe/]],
    ['which ones were in August?', [/Bangkok|Asia/, /Beirut|MENA/, /Bamako|Africa/]],
  ],
  [
    'counting in other words',
    ['Which processes does IOM host?', /GFMD and IGC/],
    ['so how many altogether?', /\b2\b/],
    ['what’s the total?', /\b2\b/],
    ['count them', /\b2\b/],
  ],
  [
    'two picks in one question',
    ['Which regional civil society consultations were there?', /^7 in/],
    ['who organised the first and the third?', [/MFA/, /PANiDMR/]],
    ['the one after that', /./],
    ['tell me more about number 4', /Latin America/],
    ['and the previous one?', /Africa/],
    ['the second to last', /Canada/],
  ],
  [
    'a pick inside a question',
    ['In which processes is IOM a participant?', /Bali Process and IGC/],
    ['is IOM the secretariat of the first one?', /technical secretariat/],
    ['what does IOM do in the second?', /administrative host|participant/],
    ['and in the former?', /./],
    ['thanks, and who is the partner in the first one?', /UNHCR/],
  ],
  [
    'other ways to correct oneself',
    ['Who runs the secretariat of MIDCAS?', /^MIDCAS/],
    ['no sorry I wanted MIDCOM', /^MIDCOM/],
    ['MIDWA I mean', /^MIDWA/],
    ['hold on, I was thinking of the Tripoli Process', /Tripoli Process/],
    ['nope, Almaty', /^Almaty Process: IOM serves as technical secretariat/],
    ['I said Bali, not Almaty', /^Bali Process/],
    ['rather the Colombo one', /since its inception/],
  ],
  [
    'correcting a date',
    ['Which workshops did the IDM have in 2006?', /2006|Host Society/],
    ['no I meant 2005', /Developing Capacity|IDM 2005/],
    ['or rather 2004', /Trade and Migration|IDM 2004/],
  ],
  [
    'correcting a person',
    ['What is the email of David Martineau?', /dmartineau@iom\.int/],
    ['sorry, Neha Sinha', /nsinha@iom\.int/],
    ['actually I need Tamara Keating', /tkeating@iom\.int/],
  ],
  [
    'how one knows',
    ['Who opened the 2011 RCP Global meeting?', /Ministry of Home Affairs/],
    ['how do you know?', [/lines of my sources/, /000:32/]],
    ['what’s that based on? which document?', [/000/]],
    ['is that still true today?', /do not tell/],
    ['anyone else?', /nobody else/],
  ],
  [
    'since when, in other words',
    ['What is IOM’s role in the Rabat Process?', /observer/],
    ['for how long has it been that?', declined],
    ['and how come?', declined],
    ['and in Colombo, since when?', /since its inception/],
  ],
  [
    'going on without saying how',
    ['Who is Maurizio Busatti?', /^Maurizio Busatti: Head/],
    ['go on', [/Busatti/]],
    ['more?', [/Busatti/]],
    ['and his email?', /mbusatti@iom\.int/],
    ['ok, and then?', [/Busatti/]],
  ],
  [
    'other languages, in other words',
    ['Where is IOM’s headquarters?', /17 Route des Morillons/],
    ['can you repeat that in Spanish?', /Sede|sede/],
    ['traduce al francés', /[Ss]iège/],
    ['English please', /^(?!Siège|Sede).*17 Route/],
  ],
  [
    'what is not held, one after the other',
    ['When was the consultation in Nadi?', /2–3 November 2017/],
    ['how many people attended?', declined],
    ['what did it cost?', declined],
    ['who spoke there?', declined],
    ['and who was the contact?', /dtp@unsw\.edu\.au/],
    ['when is the next one?', declined],
  ],
  [
    'back to what was said first',
    ['What was the theme of the IDM in 2009?', /^IDM 2009/],
    ['Who hosts the IGC secretariat?', /IGC secretariat/],
    ['coming back to the IDM, what was the theme in 2010?', /IDM 2010/],
    [
      'returning to IGC: are we a participant?',
      openTurn([/^IGC: IOM is a participant/], 'the secretariat comes first'),
    ],
  ],
  [
    'a city that has given its name to a process of the talk',
    ['What is the Bali Process?', /Bali Process/],
    ['and Rabat?', /^Rabat Process/],
    ['Rabat weather tomorrow', declined],
    ['Bali beaches', declined],
    ['hotels in Rabat', declined],
  ],
  [
    'a new question with a word that could be a pick',
    ['Which processes does IOM host?', /GFMD and IGC/],
    ['When was the second workshop of the IDM 2017?', /18–19 July 2017/],
    ['Who hosted the third global meeting of RCPs?', /Botswana/],
  ],
  [
    'corrections in French, otherwise',
    ['Qui assure le secrétariat de MIDCAS ?', /^MIDCAS/],
    ['désolé, MIDCOM', /^MIDCOM/],
    ['plutôt MIDWA', /^MIDWA/],
    ['euh non, Almaty', /^Processus d’Almaty/],
    ['je pensais à Bali', openTurn([/^Processus de Bali/], 'declined: the verb is unknown')],
    ['Colombo, pas Bali', /depuis sa création/],
  ],
  [
    'picks in French, otherwise',
    ['Dans quels processus l’OIM est-elle participante ?', /Processus de Bali et IGC/],
    ['ça fait combien ?', /\b2\b/],
    ['le numéro 2', /^IGC/],
    ['celui d’avant', /^Processus de Bali/],
    ['quel est le partenaire du premier ?', /HCR/],
    ['et le second, qui l’héberge ?', /IGC/],
  ],
  [
    'the talk itself, in French, otherwise',
    ['Quand a eu lieu la consultation de Bamako ?', /28–29 août 2017/],
    ['d’où tenez-vous cela ?', [/lignes de mes sources/]],
    ['est-ce encore vrai ?', /ne disent pas/],
    ['quelqu’un d’autre ?', /personne d’autre/],
    ['et puis ?', [/Bamako/]],
    ['en espagnol', /28–29 de agosto de 2017/],
  ],
  [
    'corrections in Spanish, otherwise',
    ['¿Quién ejerce la secretaría de MIDCAS?', /^MIDCAS/],
    ['lo siento, MIDCOM', /^MIDCOM/],
    ['mejor dicho MIDWA', /^MIDWA/],
    ['no, no, hablo de Almaty', /^Proceso de Almaty/],
    ['Bali, no Almaty', /^Proceso de Bali/],
    ['disculpa, quería decir Colombo', /desde su creación/],
  ],
  [
    'picks in Spanish, otherwise',
    ['¿En qué procesos es participante la OIM?', /Proceso de Bali y IGC|Proceso de Bali e IGC/],
    ['¿cuántos hay?', /\b2\b/],
    ['el número 2', /^IGC/],
    ['el anterior', /^Proceso de Bali/],
    ['¿con quién en el primero?', /ACNUR/],
    [
      'los dos',
      openTurn([/Proceso de Bali/, /IGC/], 'the first is told; that nothing is held of the other is not said'),
    ],
  ],
  [
    'the talk itself, in Spanish, otherwise',
    ['¿Cuándo fue la consulta de Bamako?', /28–29 de agosto de 2017/],
    ['¿cuál es la fuente de eso?', [/líneas de mis fuentes/]],
    ['¿todavía es así?', /no dicen/],
    ['¿alguien más?', /nadie más/],
    ['¿y qué más?', [/Bamako/]],
    ['en inglés', /28–29 August 2017/],
  ],
]

const moves = [
  ...picks,
  ...corrections,
  ...reasonsAndTimes,
  ...aboutTheTalk,
  ...picksInOtherLanguages,
  ...furtherWordings,
]
const threads = [...english, ...french, ...spanish, ...moves].map(([reason, ...turns]) => ({ reason, turns }))

function expectReply(message: string, text: string, expected: Turn[1]): void {
  if (expected instanceof RegExp) expect([message, firstLine(text)]).toEqual([message, expect.stringMatching(expected)])
  else if ('instead' in expected)
    expect(
      expected.expected.every((part) => part.test(text)),
      `understood now: ${message}`,
    ).toBe(false)
  else for (const part of expected) expect([message, text]).toEqual([message, expect.stringMatching(part)])
}

describe('a conversation', () => {
  test.each(threads)('goes on with $reason', ({ reason, turns }) => {
    for (const [message, expected] of turns) expectReply(message, reply(reason, message), expected)
  })

  test('is as if it were alone when 10,000 messages of many are mixed', () => {
    const talks = Array.from({ length: 3_000 }, (_, i) => ({
      id: `mixed ${i}`,
      turns: threads[i % threads.length]?.turns ?? [],
    }))
    const alone = new Map(
      threads.map(({ reason, turns }) => [turns, turns.map(([message]) => reply(`alone: ${reason}`, message))]),
    )
    const random = seededRandom(7)
    const open = talks.map((talk) => ({ ...talk, at: 0 }))
    const mixedUp: string[][] = []
    let messages = 0
    while (messages < 10_000 && open.length > 0) {
      const i = Math.floor(random() * open.length)
      const talk = open[i] as (typeof open)[number]
      const message = talk.turns[talk.at]?.[0] ?? ''
      const text = reply(talk.id, message)
      if (text !== alone.get(talk.turns)?.[talk.at]) mixedUp.push([talk.id, message, text])
      talk.at += 1
      messages += 1
      if (talk.at === talk.turns.length) open.splice(i, 1)
    }
    expect([messages, mixedUp]).toEqual([10_000, []])
  }, 60_000)

  test('goes on in an assistant over other knowledge, without what is gone from it', () => {
    const knowledge = loadKnowledge('knowledge')
    const entries = new Map([...knowledge.entries].filter(([id]) => id !== 'gfmd'))
    const [before, after] = [createFocalPoint(knowledge), createFocalPoint({ ...knowledge, entries })]
    const ask = (assistant: FocalPoint, conversation: string, text: string) =>
      toPlainText(assistant.ask({ text, conversation, now: start }))
    ask(before, 'kept', 'Who runs the secretariat of MIDSA?')
    ask(before, 'gone', 'Who runs the secretariat of the GFMD?')
    after.resumeConversations(JSON.parse(JSON.stringify(before.saveConversations())))
    expect(ask(after, 'kept', 'and of MIDWA?')).toMatch(/^MIDWA: IOM gives secretariat support/)
    expect(ask(after, 'gone', 'with whom?')).toContain('of what?')
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
