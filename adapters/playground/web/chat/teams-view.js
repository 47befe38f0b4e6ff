import { element } from '../element.js'
import { fetchJson } from '../fetch-json.js'
import { say } from '../words.js'
import { showFailure } from './show-failure.js'
import { isDark } from './theme.js'

/**
 * The part of Microsoft's renderer that is used here.
 * @typedef {object} Renderer
 * @property {new (config: unknown) => unknown} HostConfig
 * @property {new (major: number, minor: number) => unknown} Version
 * @property {{ setTabIndexAtCardRoot: boolean }} GlobalSettings
 * @property {new () => Card} AdaptiveCard
 */
/** @typedef {{ hostConfig: unknown, version: unknown, onExecuteAction: (action: Action) => void, parse(json: unknown): void, render(): HTMLElement | undefined }} Card */
/** @typedef {{ url?: string, toJSON(): unknown }} Action */

/**
 * The card as Teams draws it. Its buttons do nothing but show what they would send.
 * @param {object} card
 */
export function teamsView(card) {
  const place = element('div', { class: 'drawing teams-card' })
  const sent = element('div', { role: 'status' })
  const draw = async () => {
    try {
      const [renderer, configs] = await loadRenderer()
      place.replaceChildren(render(card, { renderer, config: isDark() ? configs.dark : configs.light, sent }))
    } catch (error) {
      place.replaceChildren(showFailure(error, draw))
    }
  }
  draw()
  return element('div', { class: 'stack tight' }, place, sent)
}

/**
 * @param {object} json
 * @param {{ readonly renderer: Renderer, readonly config: unknown, readonly sent: HTMLElement }} options
 */
function render(json, { renderer, config, sent }) {
  renderer.GlobalSettings.setTabIndexAtCardRoot = false
  const card = new renderer.AdaptiveCard()
  card.hostConfig = new renderer.HostConfig(config)
  card.version = new renderer.Version(1, 5)
  card.onExecuteAction = (action) => {
    const what = action.url ?? JSON.stringify(action.toJSON(), undefined, 2)
    const heading = say(element('p', { class: 'quiet-text' }), action.url ? 'wouldOpen' : 'wouldSend')
    sent.replaceChildren(heading, element('pre', { tabindex: '0' }, what))
  }
  card.parse(json)
  return card.render() ?? element('p')
}

/** @type {Promise<[Renderer, { light: unknown, dark: unknown }]> | undefined} */
let loading

/** Once, when the first card is looked at; after a failure again. */
function loadRenderer() {
  loading ??= Promise.all([loadScript(), fetchJson('/playground/teams-host-config.json')])
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

/** @returns {Promise<Renderer>} */
function loadScript() {
  const { promise, resolve, reject } = Promise.withResolvers()
  const script = element('script', { src: '/playground/adaptivecards.js' })
  script.addEventListener('load', () => resolve(Reflect.get(globalThis, 'AdaptiveCards')))
  script.addEventListener('error', () => reject(new Error('adaptivecards.js')))
  document.head.append(script)
  return promise
}
