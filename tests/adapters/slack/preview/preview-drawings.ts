import type { View } from '@slack/types'
import type { FeedbackValue } from '../../../../adapters/chat/control-values.ts'
import { exampleQuestions } from '../../../../adapters/chat/prompts.ts'
import { type AnswerView, renderAnswer } from '../../../../adapters/slack/drawing/render-answer.ts'
import { renderHome } from '../../../../adapters/slack/drawing/render-home.ts'
import {
  renderAnswerModal,
  renderLoadingModal,
  renderNoticeModal,
  renderReasonModal,
} from '../../../../adapters/slack/drawing/render-modals.ts'
import { type Notice, renderHelp, renderNotice } from '../../../../adapters/slack/drawing/render-notices.ts'
import { slackNotices } from '../../../../adapters/slack/drawing/wording.ts'
import type { Answer } from '../../../../src/answers/answer.ts'
import { answerWith } from '../../../../src/focal-point.ts'
import { type Language, languages } from '../../../../src/knowledge/language.ts'
import { learnShipped } from '../../../intents/learn-shipped.ts'
import { anAnswer, aPart } from '../../chat/an-answer.ts'
import { aView } from '../drawing/an-answer.ts'
import { listedReminders, type PreviewDrawing, reminderDrawings } from './reminder-drawings.ts'

export type { PreviewDrawing } from './reminder-drawings.ts'

const tools = learnShipped()

/** Every kind of answer, page, home and modal, as the product draws them. */
export function previewDrawings(): PreviewDrawing[] {
  const ask = createAsking()
  return [...realAnswers(ask), ...madeAnswers(), ...messages(), ...homes(ask), ...modals(ask), ...reminderDrawings()]
}

type Ask = (text: string, language?: Language) => Answer

/** Before the workshops and consultations of 2017, so that something is upcoming. */
const now = Temporal.Instant.from('2017-04-01T09:00:00Z')

function createAsking(): Ask {
  const focalPoint = answerWith(tools)
  return (text, language) => focalPoint.ask({ text, language, now })
}

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
  ['Help', 'help'],
  ['Shared by a colleague', 'events 2017', { asked: 'events 2017', sharedBy: 'U0COLLEAGUE' }],
  ['Plain feedback buttons', '¿Qué es el Proceso de Bali?', { feedback: 'buttons' }],
]

function realAnswers(ask: Ask): PreviewDrawing[] {
  return questions.map(([title, question, view]) => message(`${title}: ${question}`, ask(question), view))
}

function message(title: string, answer: Answer, view: Partial<AnswerView> = {}): PreviewDrawing {
  return { kind: 'message', title, blocks: renderAnswer(answer, aView(view)).blocks }
}

const choices = ['The theme: IDM 2013', 'The year: IDM 2013'].map((label) => ({ label, question: label }))
const longChoices = [
  'Regional Civil Society Consultation for Latin America & the Caribbean',
  'Regional Civil Society Consultation for the Middle-East and North Africa (MENA)',
  'Expert workshop',
].map((label) => ({ label, question: label }))

function madeAnswers(): PreviewDrawing[] {
  const which = 'I am not sure which of these you mean:'
  return [
    ...languages.map((language) => message(`A meeting to come (${language})`, aMeeting(language), { offers })),
    message('Choices', anAnswer([aPart({ status: 'clarify', lead: which, choices, sources: [] })])),
    message('Long choices', anAnswer([aPart({ status: 'clarify', lead: which, choices: longChoices, sources: [] })])),
    message(
      'Hostile text',
      anAnswer([aPart({ lead: hostile[0], facts: hostile.slice(1), notes: hostile.slice(0, 2) })]),
    ),
    ...[0, 1, 99].map((page) => {
      return message(page === 99 ? 'The last page' : `Page ${page + 1}`, longAnswer, { page, canShare: true })
    }),
    message('Page 2 with plain feedback buttons', longAnswer, { page: 1, feedback: 'buttons' }),
  ]
}

const offers = { calendarLink: () => 'https://focal.example/calendar.ics?event=council', canRemind: true }

function aMeeting(language: Language): Answer {
  return anAnswer([aPart({ lead: 'IOM Council 2027, 23–26 November 2027', meeting: 'council' })], language)
}

const hostile = [
  '<!channel> <@U1> *bold* _it_ ~st~ `code` &lt; | <javascript:alert(1)|click> :tada: > quote',
  'https://example.org/a?b=c&d=<e> and somebody@example.org, but javascript:alert(1) stays text',
  'مرحبا بالعالم: العملية الإقليمية للهجرة (2017) https://example.org',
  'שלום עולם, תהליך בנגקוק 2017',
  '移民に関する国際対話、二〇一七年',
  'Emoji 👩‍👩‍👧‍👦 and é combined',
  `A word without end: ${'abcdefghij'.repeat(20)}`,
]

const longAnswer = anAnswer([
  aPart({
    lead: '200 contacts in my sources:',
    isList: true,
    facts: Array.from({ length: 200 }, (_, i) => `Contact ${i + 1}: Office ${i + 1}, office${i + 1}@example.org`),
  }),
])

function messages(): PreviewDrawing[] {
  return [
    {
      kind: 'message',
      title: 'Help for an empty mention',
      blocks: renderHelp('en', exampleQuestions(tools.knowledge, 'en')).blocks,
    },
    ...Object.keys(slackNotices).map((notice): PreviewDrawing => {
      return { kind: 'message', title: `Notice: ${notice}`, blocks: renderNotice(notice as Notice, 'en').blocks }
    }),
  ]
}

function homes(ask: Ask): PreviewDrawing[] {
  const nothing = anAnswer([aPart({ status: 'unknown', lead: 'My sources hold no upcoming meeting.', sources: [] })])
  const inLanguages = languages.map((language): PreviewDrawing => {
    return { kind: 'view', title: `Home (${language})`, view: home(language, ask('events next', language)) }
  })
  return [...inLanguages, { kind: 'view', title: 'Home without a meeting', view: home('en', nothing) }]
}

function home(language: Language, upcoming: Answer): View {
  return renderHome({
    language,
    zone: 'Europe/Paris',
    upcoming,
    reminders: upcoming.status === 'answered' ? listedReminders : [],
    examples: exampleQuestions(tools.knowledge, language),
    knowledgeReadAt: now,
    documents: 5,
    knowledgeAsOf: '2021',
  })
}

const feedback: FeedbackValue = {
  answerId: 'answer-1',
  intent: 'role',
  status: 'answered',
  language: 'en',
  verdict: 'down',
}

function modals(ask: Ask): PreviewDrawing[] {
  const { canShare: _, feedback: __, ...view } = aView({ asked: 'events 2017' })
  return [
    { kind: 'view', title: 'Modal: loading', view: renderLoadingModal('en') },
    { kind: 'view', title: 'Modal: answer', view: renderAnswerModal(ask('events 2017'), view) },
    { kind: 'view', title: 'Modal: notice', view: renderNoticeModal('failed', 'fr') },
    ...languages.map((language): PreviewDrawing => {
      return { kind: 'view', title: `Modal: reason (${language})`, view: renderReasonModal({ ...feedback, language }) }
    }),
  ]
}
