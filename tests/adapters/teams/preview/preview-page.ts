import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { teamsHostConfig } from '../../../../adapters/playground/teams-host-config.ts'
import type { PreviewDrawing } from './preview-drawing.ts'

/** One HTML page with all drawings, in the colours that the reader prefers. It fetches nothing. */
export function previewPage(drawings: readonly PreviewDrawing[]): string {
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Teams preview</title>'
  const data = { drawings, light: teamsHostConfig('light'), dark: teamsHostConfig('dark') }
  return [
    `<!doctype html><html lang="en"><head>${head}<style>${pageStyle}</style></head><body><main></main>`,
    `<script>${inScript(renderer())}</script>`,
    `<script>const preview = ${inScript(JSON.stringify(data))};${drawAll}</script></body></html>`,
  ].join('\n')
}

function renderer(): string {
  return readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8')
}

/** A closing tag within would end the script. */
function inScript(code: string): string {
  return code.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--')
}

/** Runs in the page, whose types are not among ours: the code is text. */
const drawAll = `
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  const hostConfig = new AdaptiveCards.HostConfig(isDark ? preview.dark : preview.light)
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false
  const element = (name, className, text = '') => {
    const made = document.createElement(name)
    made.className = className
    made.textContent = text
    return made
  }
  const drawCard = (json) => {
    const card = new AdaptiveCards.AdaptiveCard()
    card.hostConfig = hostConfig
    card.version = new AdaptiveCards.Version(1, 5)
    card.parse(json)
    return card.render()
  }
  const drawPreview = ({ title, text }) => {
    const row = element('div', 'result')
    row.append(element('b', '', title), element('span', '', text))
    return row
  }
  for (const { title, card, preview: row } of preview.drawings) {
    const section = element('section', '')
    const drawing = element('div', 'drawing')
    drawing.dataset.title = title
    if (row) drawing.append(drawPreview(row))
    drawing.append(drawCard(card))
    section.append(element('h2', '', title), drawing)
    document.querySelector('main').append(section)
  }
`

const pageStyle = `
  :root { color-scheme: light dark; }
  body { margin: 0; background: #f5f5f5; color: #424242; font: 14px/20px 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif; }
  main { max-width: 720px; margin: 0 auto; padding: 8px; }
  section { margin: 16px 0 28px; }
  h2 { font-size: 12px; font-weight: 400; margin: 0 0 6px; overflow-wrap: anywhere; }
  .drawing { background: #fff; border: 1px solid #e0e0e0; border-radius: 6px; }
  .drawing * { min-width: 0 !important; }
  .ac-richTextBlock, .ac-textBlock { line-height: 20px !important; overflow-wrap: anywhere; white-space: pre-wrap; }
  .ac-adaptiveCard a, .ac-anchor { color: #5b5fc7; }
  .ac-actionSet > div { flex-wrap: wrap; row-gap: 8px; }
  .ac-pushButton {
    font: 600 14px/20px inherit; font-family: inherit; padding: 5px 12px; border: 1px solid #d1d1d1; border-radius: 4px;
    background: #fff; color: #242424; cursor: pointer; max-width: 100%; text-align: center;
  }
  .ac-pushButton div { overflow: hidden; text-overflow: ellipsis; }
  .result { display: grid; padding: 8px 16px; border-bottom: 1px solid #e0e0e0; }
  .result span { color: #616161; }
  @media (prefers-color-scheme: dark) {
    body { background: #1f1f1f; color: #d6d6d6; }
    .drawing { background: #292929; border-color: #3d3d3d; }
    .ac-adaptiveCard a, .ac-anchor { color: #9299f7; }
    .ac-pushButton { background: #292929; color: #fff; border-color: #666; }
    .result { border-color: #3d3d3d; color: #fff; }
    .result span { color: #adadad; }
  }
`
