import { elementsOf } from './drawing/an-answer.ts'

/**
 * What in sent things does more than show a text: mentions, links elsewhere than to the web or to mail, dates that Teams
 * puts in, and Markdown other than our own words.
 */
export function harmIn(sent: unknown): unknown[] {
  const links = elementsOf(sent, 'Action.OpenUrl').filter(({ url }) => !/^(?:https:\/\/|mailto:)\S+$/.test(String(url)))
  const markdown = elementsOf(sent, 'TextBlock').filter(({ text }) => /[<>*_~`[\]&]/.test(String(text)))
  const messages = elementsOf(sent, 'message').filter(({ text, textFormat }) => text && textFormat !== 'plain')
  const dates = elementsOf(sent, 'TextRun').filter(({ text }) => /\{\{(?:DATE|TIME)\(/.test(String(text)))
  return [...elementsOf(sent, 'mention'), ...links, ...markdown, ...messages, ...dates]
}
