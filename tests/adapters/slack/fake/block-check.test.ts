import { describe, expect, test } from 'vitest'
import { checkMessage, checkView } from './block-check.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const marked = (text: string) => ({ type: 'mrkdwn', text })
const section = (text = 'The Bali Process has 45 members.') => ({ type: 'section', text: marked(text) })
const button = (fields: object = {}) => ({ type: 'button', text: plain('More'), action_id: 'more', ...fields })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const rich = (...elements: object[]) => ({ type: 'rich_text', elements })
const richSection = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const words = { type: 'text', text: 'Bangkok' }
const option = (value: string, text = value) => ({ text: plain(text), value })
const options = (count: number) => Array.from({ length: count }, (_, at) => option(`option ${at}`))
const select = (fields: object) => ({ type: 'static_select', action_id: 'pick', options: options(3), ...fields })
const thumbs = (fields: object = {}) => ({
  type: 'feedback_buttons',
  action_id: 'feedback',
  positive_button: { text: plain('Good'), value: 'good' },
  negative_button: { text: plain('Bad'), value: 'bad' },
  ...fields,
})
const contextActions = (...elements: object[]) => ({ type: 'context_actions', elements })
const table = (rows: number, columns = 2) => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ type: 'raw_text', text: 'a' }))),
})
const input = { type: 'input', label: plain('What went wrong?'), element: { type: 'plain_text_input' } }
const modal = (fields: object = {}) => ({ type: 'modal', title: plain('Reminder'), blocks: [section()], ...fields })

/** How many characters stand in blocks that together are just too long. */
const LONG_SECTIONS = Array.from({ length: 5 }, () => section('x'.repeat(2700)))

test('passes a message that uses much of what there is', () => {
  const blocks = [
    { type: 'header', text: plain('Bali Process'), block_id: 'title' },
    { ...section('*45* members, see <https://www.iom.int|the site> <@U1> <!date^1^{date}|today>'), block_id: 'lead' },
    { type: 'section', fields: [marked('Since'), plain('2002')], accessory: button() },
    rich(
      richSection(words, { type: 'link', url: 'mailto:info@iom.int' }, { type: 'user', user_id: 'U1' }),
      { type: 'rich_text_list', style: 'bullet', elements: [richSection({ ...words, style: { bold: true } })] },
      { type: 'rich_text_quote', elements: [{ type: 'date', timestamp: 1, format: '{date}', fallback: 'today' }] },
      { type: 'rich_text_preformatted', elements: [words], border: 0 },
    ),
    {
      type: 'rich_text',
      elements: [richSection({ type: 'emoji', name: 'wave' }, { type: 'channel', channel_id: 'C1' })],
    },
    { type: 'divider' },
    table(100, 20),
    actions(button(), button({ action_id: 'other', style: 'primary' }), select({ initial_option: option('option 1') })),
    {
      type: 'context',
      elements: [marked('Source: the site'), { type: 'image', image_url: 'https://a.b/c.png', alt_text: 'c' }],
    },
    contextActions(thumbs()),
  ]
  const violations = checkMessage({ text: 'Bali Process', blocks: blocks.filter(({ type }) => type !== 'table') })
  expect(violations).toEqual([])
  expect(checkMessage({ text: 'a table', blocks: [table(20, 3)] })).toEqual([])
})

test('passes a message without blocks', () => {
  expect(checkMessage({ text: 'Hello' })).toEqual([])
})

test('passes a modal and a home tab', () => {
  expect(checkView(modal({ blocks: [input], submit: plain('Save'), private_metadata: '' }))).toEqual([])
  expect(checkView({ type: 'home', blocks: [section(), actions(button())], callback_id: 'home' })).toEqual([])
})

describe('a message is refused for', () => {
  test.for<[reason: string, message: { text?: unknown; blocks?: unknown }, line: string]>([
    ['no text', { blocks: [section()] }, 'text: is missing'],
    ['an empty text', { text: '', blocks: [section()] }, 'text: empty'],
    ['a text that Slack would cut', { text: 'x'.repeat(40_001) }, 'text: 40001 characters, at most 40000'],
    [
      'a script in a link',
      { text: '<javascript:alert(1)|x>' },
      'text: link to "javascript:alert(1)", only http, https and mailto are allowed',
    ],
    ['half an emoji', { text: '\ud83d' }, 'text: half of a surrogate pair'],
    ['blocks that are no list', { text: 'x', blocks: {} }, 'blocks: is no array'],
    ['no blocks in the list', { text: 'x', blocks: [] }, 'blocks: 0 elements, at least 1'],
    ['51 blocks', { text: 'x', blocks: Array(51).fill({ type: 'divider' }) }, 'blocks: 51 elements, at most 50'],
    [
      'all blocks together',
      { text: 'x', blocks: LONG_SECTIONS },
      `msg_blocks_too_long: blocks: ${JSON.stringify(LONG_SECTIONS).length} characters of JSON, at most 13000`,
    ],
    ['two tables', { text: 'x', blocks: [table(1), table(1)] }, 'only_one_table_allowed: blocks: 2 tables, at most 1'],
    [
      'markdown in two blocks',
      {
        text: 'x',
        blocks: [
          { type: 'markdown', text: 'x'.repeat(7000) },
          { type: 'markdown', text: 'x'.repeat(7000) },
        ],
      },
      'blocks: 14000 characters in markdown blocks, at most 12000 together',
    ],
    [
      'a block_id used twice',
      {
        text: 'x',
        blocks: [
          { type: 'divider', block_id: 'a' },
          { type: 'divider', block_id: 'a' },
        ],
      },
      'blocks: block_id a is used twice',
    ],
  ])('%s', ([, message, line]) => {
    expect(checkMessage(message)).toContain(line)
  })
})

describe('a block is refused for', () => {
  test.for<[reason: string, block: unknown, line: string]>([
    ['an unknown type', { type: 'accordion' }, 'blocks[0].type: "accordion" is not known here'],
    ['no type', {}, 'blocks[0].type: undefined is not known here'],
    ['an unknown field', { type: 'divider', colour: 'red' }, 'blocks[0]: unknown field colour'],
    [
      'a long block_id',
      { type: 'divider', block_id: 'x'.repeat(256) },
      'blocks[0].block_id: 256 characters, at most 255',
    ],
    ['a section of nothing', { type: 'section' }, 'blocks[0]: needs text or fields'],
    ['an empty section', section(''), 'blocks[0].text: empty'],
    ['a long section', section('x'.repeat(3001)), 'blocks[0].text: 3001 characters, at most 3000'],
    [
      '11 fields',
      { type: 'section', fields: Array(11).fill(marked('x')) },
      'blocks[0].fields: 11 elements, at most 10',
    ],
    [
      'a long field',
      { type: 'section', fields: [marked('x'.repeat(2001))] },
      'blocks[0].fields[0]: 2001 characters, at most 2000',
    ],
    [
      'a foreign link',
      section('<tel:112|call>'),
      'blocks[0].text: link to "tel:112", only http, https and mailto are allowed',
    ],
    ['a long header', { type: 'header', text: plain('x'.repeat(151)) }, 'blocks[0].text: 151 characters, at most 150'],
    [
      'a header with mark-up',
      { type: 'header', text: marked('x') },
      'blocks[0].text.type: is "mrkdwn", allowed is plain_text',
    ],
    [
      '11 elements in a context',
      { type: 'context', elements: Array(11).fill(marked('x')) },
      'blocks[0].elements: 11 elements, at most 10',
    ],
    ['a picture without words', { type: 'image', image_url: 'https://a.b/c.png' }, 'blocks[0].alt_text: is missing'],
    ['a picture from nowhere', { type: 'image', alt_text: 'x' }, 'blocks[0]: needs either image_url or slack_file'],
    [
      '26 buttons',
      actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `a${at}` }))),
      'blocks[0].elements: 26 elements, at most 25',
    ],
    ['an action_id used twice', actions(button(), button()), 'blocks[0]: action_id more is used twice'],
    [
      'a long button',
      actions(button({ text: plain('x'.repeat(76)) })),
      'blocks[0].elements[0].text: 76 characters, at most 75',
    ],
    [
      'a long button value',
      actions(button({ value: 'x'.repeat(2001) })),
      'blocks[0].elements[0].value: 2001 characters, at most 2000',
    ],
    [
      'a long button url',
      actions(button({ url: `https://a.b/${'x'.repeat(3000)}` })),
      'blocks[0].elements[0].url: 3012 characters, at most 3000',
    ],
    [
      'a script behind a button',
      actions(button({ url: 'javascript:1' })),
      'blocks[0].elements[0].url: link to "javascript:1", only http, https and mailto are allowed',
    ],
    [
      'a long confirm text',
      actions(button({ confirm: { text: plain('x'.repeat(301)) } })),
      'blocks[0].elements[0].confirm.text: 301 characters, at most 300',
    ],
    [
      '101 options',
      actions(select({ options: options(101) })),
      'blocks[0].elements[0].options: 101 elements, at most 100',
    ],
    [
      'a long option',
      actions(select({ options: [option('x'.repeat(76))] })),
      'blocks[0].elements[0].options[0].text: 76 characters, at most 75',
    ],
    [
      'a long option value',
      actions(select({ options: [option('x'.repeat(151), 'x')] })),
      'blocks[0].elements[0].options[0].value: 151 characters, at most 150',
    ],
    [
      'a choice that is no option',
      actions(select({ initial_option: option('none') })),
      'blocks[0].elements[0]: the initial option is not among the options',
    ],
    [
      'a long placeholder',
      actions(select({ placeholder: plain('x'.repeat(151)) })),
      'blocks[0].elements[0].placeholder: 151 characters, at most 150',
    ],
    [
      '6 options in an overflow menu',
      actions({ type: 'overflow', options: options(6) }),
      'blocks[0].elements[0].options: 6 elements, at most 5',
    ],
    [
      '11 check boxes',
      actions({ type: 'checkboxes', options: options(11) }),
      'blocks[0].elements[0].options: 11 elements, at most 10',
    ],
    [
      'a text field among actions',
      actions({ type: 'plain_text_input' }),
      'blocks[0].elements[0].type: "plain_text_input" is not known here',
    ],
    [
      '6 elements in context_actions',
      contextActions(...Array.from({ length: 6 }, (_, at) => thumbs({ action_id: `a${at}` }))),
      'blocks[0].elements: 6 elements, at most 5',
    ],
    [
      'a plain button in context_actions',
      contextActions(button()),
      'blocks[0].elements[0].type: "button" is not known here',
    ],
    [
      'thumbs without a value',
      contextActions(thumbs({ positive_button: { text: plain('Good') } })),
      'blocks[0].elements[0].positive_button.value: is missing',
    ],
    [
      'thumbs with a long text',
      contextActions(thumbs({ negative_button: { text: plain('x'.repeat(76)), value: 'x' } })),
      'blocks[0].elements[0].negative_button.text: 76 characters, at most 75',
    ],
    ['empty rich text', rich(richSection({ type: 'text', text: '' })), 'blocks[0].elements[0].elements[0].text: empty'],
    [
      'a foreign rich link',
      rich(richSection({ type: 'link', url: 'ftp://a.b' })),
      'blocks[0].elements[0].elements[0].url: link to "ftp://a.b", only http, https and mailto are allowed',
    ],
    [
      'an unknown rich element',
      rich(richSection({ type: 'blink' })),
      'blocks[0].elements[0].elements[0].type: "blink" is not known here',
    ],
    ['101 rows', table(101), 'blocks[0].rows: 101 elements, at most 100'],
    ['21 columns', table(1, 21), 'blocks[0].rows[0]: 21 elements, at most 20'],
    [
      'long table cells',
      { type: 'table', rows: [[{ type: 'raw_text', text: 'x'.repeat(10_001) }]] },
      'blocks[0]: 10001 characters in its cells, at most 10000',
    ],
    ['a data table without a caption', { ...table(1), type: 'data_table' }, 'blocks[0].caption: is missing'],
    [
      'long markdown',
      { type: 'markdown', text: 'x'.repeat(12_001) },
      'blocks[0].text: 12001 characters, at most 12000',
    ],
    ['half an emoji', section('\ude00'), 'blocks[0].text.text: half of a surrogate pair'],
  ])('%s', ([, block, line]) => {
    expect(checkMessage({ text: 'x', blocks: [block] })).toContain(line)
  })
})

describe('a view is refused for', () => {
  test.for<[reason: string, view: unknown, line: string]>([
    ['an unknown type', { type: 'sheet', blocks: [section()] }, 'type: "sheet" is not known here'],
    ['a modal without a title', modal({ title: undefined }), 'title: is missing'],
    ['a long title', modal({ title: plain('x'.repeat(25)) }), 'title: 25 characters, at most 24'],
    ['a long close button', modal({ close: plain('x'.repeat(25)) }), 'close: 25 characters, at most 24'],
    ['an input without a submit button', modal({ blocks: [input] }), 'submit: is missing, an input block needs it'],
    ['long metadata', modal({ private_metadata: 'x'.repeat(3001) }), 'private_metadata: 3001 characters, at most 3000'],
    ['a long callback_id', modal({ callback_id: 'x'.repeat(256) }), 'callback_id: 256 characters, at most 255'],
    ['101 blocks', modal({ blocks: Array(101).fill({ type: 'divider' }) }), 'blocks: 101 elements, at most 100'],
    [
      'thumbs in a modal',
      modal({ blocks: [contextActions(thumbs())] }),
      'blocks[0].type: "context_actions" is not known here',
    ],
    ['a title on the home tab', { type: 'home', title: plain('x'), blocks: [section()] }, 'it: unknown field title'],
    [
      'a block_id used twice',
      modal({
        blocks: [
          { ...section(), block_id: 'a' },
          { ...section(), block_id: 'a' },
        ],
      }),
      'blocks: block_id a is used twice',
    ],
    ['half an emoji', modal({ title: plain('\ud83d') }), 'title.text: half of a surrogate pair'],
    ['being nothing', undefined, 'it: is missing'],
  ])('%s', ([, view, line]) => {
    expect(checkView(view)).toContain(line)
  })
})
