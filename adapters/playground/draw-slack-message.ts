import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Message, type MessageProps } from 'slack-blocks-to-jsx'

/** Blocks, and when they were sent. */
export type DrawnMessage = { readonly blocks: readonly object[]; readonly at: Date }

/** A page that shows blocks as Slack draws them. It has no script, and what people wrote is text in it. */
export function drawSlackMessage({ blocks, at }: DrawnMessage, theme: 'light' | 'dark'): string {
  const message = createElement(Message, {
    // Its own types of the same blocks are narrower than Slack's.
    blocks: [...blocks] as MessageProps['blocks'],
    name: 'Focal Point',
    logo,
    time: at,
    theme,
    data: { users: [], channels: [], user_groups: [] },
  })
  const styles = ['/playground/slack-renderer.css', '/playground/slack-picture.css']
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('')
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Slack</title>${links}`
  const body = `<body class="${theme}"><main>${renderToStaticMarkup(message)}</main></body>`
  return `<!doctype html><html lang="en"><head>${head}</head>${body}</html>`
}

const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="#0f5f94"/><circle cx="18" cy="18" r="7" fill="#fff"/></svg>',
)}`
