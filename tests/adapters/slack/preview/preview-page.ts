import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ModalView } from '@slack/types'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Message, type MessageProps } from 'slack-blocks-to-jsx'
import type { PreviewDrawing } from './preview-drawings.ts'

/** One HTML page with all drawings, which fetches nothing. */
export function previewPage(drawings: readonly PreviewDrawing[]): string {
  const body = renderToStaticMarkup(createElement('main', null, ...drawings.map(frame)))
  const title = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Slack preview</title>'
  return `<!doctype html><html lang="en"><head>${title}<style>${slackStyle()}${pageStyle}</style></head><body>${body}</body></html>`
}

function slackStyle(): string {
  return readFileSync(createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8')
}

function frame(drawing: PreviewDrawing, key: number): ReactElement {
  const shown =
    drawing.kind === 'message'
      ? drawMessage(drawing.blocks, { withoutWrapper: false })
      : drawing.view.type === 'modal'
        ? modal(drawing.view)
        : createElement('div', { className: 'home' }, drawMessage(drawing.view.blocks, { withoutWrapper: true }))
  return createElement(
    'section',
    { key },
    createElement('h2', null, drawing.title),
    createElement('div', { className: 'drawing', 'data-title': drawing.title }, shown),
  )
}

function modal({ title, close, submit, blocks }: ModalView): ReactElement {
  const buttons = [close, submit].flatMap((text) => (text ? [createElement('b', { key: text.text }, text.text)] : []))
  return createElement(
    'div',
    { className: 'modal' },
    createElement('h3', null, title.text),
    drawMessage(blocks, { withoutWrapper: true }),
    createElement('footer', null, ...buttons),
  )
}

function drawMessage(blocks: readonly object[], { withoutWrapper }: { withoutWrapper: boolean }): ReactElement {
  return createElement(Message, {
    // Its own types of the same blocks are narrower than Slack's.
    blocks: [...blocks] as MessageProps['blocks'],
    name: 'Focal Point',
    logo,
    time: new Date('2017-04-01T09:00:00Z'),
    theme: 'light',
    withoutWrapper,
    data: { users: [{ id: 'U0COLLEAGUE', name: 'A colleague' }], channels: [], user_groups: [] },
  })
}

const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="#1264a3"/><circle cx="18" cy="18" r="7" fill="#fff"/></svg>',
)}`

const pageStyle = `
  body { margin: 0; background: #f4f4f4; font: 15px/1.46 Lato, 'DejaVu Sans', sans-serif; color: #1d1c1d; }
  main { max-width: 720px; margin: 0 auto; padding: 8px; }
  section { margin: 16px 0 28px; }
  h2 { font-size: 13px; font-weight: 600; color: #616061; margin: 0 0 6px; overflow-wrap: anywhere; }
  .drawing { background: #fff; border: 1px solid #ddd; border-radius: 8px; padding: 12px; }
  /* Slack's clients break long words in lists and leave a gap between blocks; the library does not. */
  .drawing .slack_blocks_to_jsx__rich_text, .drawing .slack_blocks_to_jsx__rich_text * { min-width: 0; overflow-wrap: anywhere; }
  .drawing .slack_blocks_to_jsx > div:last-child { min-width: 0; }
  .drawing .slack_blocks_to_jsx--block_wrapper + .slack_blocks_to_jsx--block_wrapper { margin-top: 6px; }
  .modal h3 { margin: 0 0 12px; font-size: 18px; }
  .modal footer { display: flex; gap: 8px; justify-content: flex-end; margin-top: 16px; }
  .modal footer b { border: 1px solid #bbb; border-radius: 4px; padding: 4px 12px; }
`
