import { exampleQuestions } from '../../../../adapters/chat/prompts.ts'
import { notices } from '../../../../adapters/chat/wording.ts'
import { type AnswerView, renderAnswer } from '../../../../adapters/teams/drawing/render-answer.ts'
import { hitAttachments } from '../../../../adapters/teams/drawing/render-hits.ts'
import {
  type Notice,
  renderHelp,
  renderNotice,
  renderWelcome,
} from '../../../../adapters/teams/drawing/render-notices.ts'
import type { Answer } from '../../../../src/answers/answer.ts'
import { answerWith, type FocalPoint } from '../../../../src/focal-point.ts'
import { type Language, languages } from '../../../../src/knowledge/language.ts'
import { learnShipped } from '../../../intents/learn-shipped.ts'
import { anAnswer, aPart } from '../../chat/an-answer.ts'
import { aView } from '../drawing/an-answer.ts'
import type { PreviewDrawing } from './preview-drawing.ts'
import { reminderDrawings } from './reminder-drawings.ts'

const tools = learnShipped()

/** Every kind of card, as the product draws them. */
export function previewDrawings(): PreviewDrawing[] {
  const focalPoint = answerWith(tools)
  return [...realAnswers(focalPoint), ...madeAnswers(), ...reminderDrawings(), ...messages(), ...hits(focalPoint)]
}

/** Before the workshops and consultations of 2017, so that something is upcoming. */
const now = Temporal.Instant.from('2017-04-01T09:00:00Z')

const questions: readonly (readonly [title: string, question: string, view?: Partial<AnswerView>])[] = [
  ['A short answer', 'Who runs the secretariat of the Almaty Process?'],
  ['An answer with facts', 'What is the Bali Process?'],
  ['A list', 'events 2017'],
  ['A long list, private', 'publications', { asked: 'publications', canShare: true }],
  ['A contact', 'Qui dirige la division des processus multilatéraux ?'],
  ['Notes', 'celui de juillet 2017'],
  ['Two questions', 'Who runs the secretariat of the Almaty Process, and what was the theme of the IDM in 2014?'],
  ['Not held, but related', 'who chairs the Bali Process'],
  ['Unknown', 'Who won the football world cup?', { asked: 'Who won the football world cup?', canShare: true }],
  ['What of?', 'quién dirige la secretaría'],
  ['Help in words', 'help'],
  ['Shared by a colleague', 'events 2017', { asked: 'events 2017', sharedBy: 'Amina Diallo' }],
]

function realAnswers(focalPoint: FocalPoint): PreviewDrawing[] {
  return questions.map(([title, text, view]) => drawAnswer(`${title}: ${text}`, focalPoint.ask({ text, now }), view))
}

function drawAnswer(title: string, answer: Answer, view: Partial<AnswerView> = {}): PreviewDrawing {
  return { title, card: renderAnswer(answer, aView(view)).card }
}

const choices = ['The theme: IDM 2013', 'The year: IDM 2013'].map((label) => ({ label, question: label }))
const longChoices = [
  'Regional Civil Society Consultation for Latin America & the Caribbean',
  'Regional Civil Society Consultation for the Middle-East and North Africa (MENA)',
  'Expert workshop',
].map((label) => ({ label, question: label }))

function madeAnswers(): PreviewDrawing[] {
  const which = 'I am not sure which of these you mean:'
  const contacts = ['Whom do I write to about the Bali Process?', 'Whom do I write to about the Almaty Process?']
  return [
    ...languages.map((language) => drawAnswer(`A meeting to come (${language})`, aMeeting(language), { offers })),
    drawAnswer('Choices', anAnswer([aPart({ status: 'clarify', lead: which, choices, sources: [] })])),
    drawAnswer(
      'Long choices',
      anAnswer([aPart({ status: 'clarify', lead: which, choices: longChoices, sources: [] })]),
    ),
    drawAnswer('Ten choices', anAnswer([aPart({ status: 'clarify', lead: which, choices: tenChoices, sources: [] })])),
    drawAnswer('A contact of its own', anAnswer([aPart({ contact: contacts[0] })]), { canShare: true }),
    drawAnswer('Two contacts', anAnswer(contacts.map((contact) => aPart({ contact })))),
    drawAnswer(
      'Hostile text',
      anAnswer([aPart({ lead: hostile[0], facts: hostile.slice(1), notes: hostile.slice(0, 2) })]),
    ),
    drawAnswer('Right to left', rightToLeft, { asked: 'ما هي عملية ألماتي؟', canShare: true }),
    ...[0, 1, 99].map((page) => {
      return drawAnswer(page === 99 ? 'The last page' : `Page ${page + 1}`, longAnswer, { page, canShare: true })
    }),
  ]
}

const tenChoices = Array.from({ length: 10 }, (_, i) => ({ label: `IDM ${2004 + i}`, question: `IDM ${2004 + i}` }))

const offers = { calendarLink: () => 'https://focal.example/calendar.ics?event=council', canRemind: true }

function aMeeting(language: Language): Answer {
  return anAnswer([aPart({ lead: 'IOM Council 2027, 23–26 November 2027', meeting: 'council' })], language)
}

const hostile = [
  '**bold** _it_ [link](javascript:alert(1)) <at>everyone</at> &lt; <b>html</b> {{DATE(2017-02-14T06:00:00Z,SHORT)}} $(x)',
  'https://example.org/a?b=c&d=<e> and somebody@example.org, but javascript:alert(1) stays text',
  '1. one\n2. two\n\n# heading\n- item',
  '移民に関する国際対話、二〇一七年',
  'Emoji 👩‍👩‍👧‍👦 and é combined',
  `A word without end: ${'abcdefghij'.repeat(20)}`,
]

const rightToLeft = anAnswer([
  aPart({
    lead: 'تتولى المنظمة الدولية للهجرة أمانة عملية ألماتي (2013).',
    facts: [
      'يمكن الكتابة إلى office@example.org للحصول على مزيد من المعلومات حول العملية وأعضائها.',
      'Bali Process',
      'שלום עולם, תהליך בנגקוק 2017',
    ],
    notes: ['يختلف المصدران.'],
    sources: [{ document: 'صفحات سياسة الهجرة', locator: '004:528', asOf: '2021' }],
  }),
])

const longAnswer = anAnswer([
  aPart({
    lead: '200 contacts in my sources:',
    isList: true,
    facts: Array.from({ length: 200 }, (_, i) => `Contact ${i + 1}: Office ${i + 1}, office${i + 1}@example.org`),
  }),
])

function messages(): PreviewDrawing[] {
  return [
    ...languages.flatMap((language): PreviewDrawing[] => {
      const examples = exampleQuestions(tools.knowledge, language)
      return [
        { title: `Welcome in person (${language})`, card: renderWelcome(language, examples, { inTeam: false }).card },
        { title: `Welcome in a team (${language})`, card: renderWelcome(language, examples, { inTeam: true }).card },
        { title: `Help for an empty mention (${language})`, card: renderHelp(language, examples).card },
      ]
    }),
    ...(Object.keys(notices) as Notice[]).map((notice): PreviewDrawing => {
      return { title: `Notice: ${notice}`, card: renderNotice(notice, 'en').card }
    }),
  ]
}

function hits(focalPoint: FocalPoint): PreviewDrawing[] {
  const found = ['bali', 'idm 2014', 'publications'].flatMap((text) =>
    focalPoint.find({ text, language: 'en', limit: 2 }),
  )
  return hitAttachments(found, 'en').map(({ content, preview }, i) => ({
    title: `Search result ${i + 1}`,
    card: content,
    preview: preview.content,
  }))
}
