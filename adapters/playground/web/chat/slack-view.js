import { element } from '../element.js'
import { word } from '../words.js'
import { isDark } from './theme.js'

/**
 * The message as Slack draws it: a page of its own without scripts, as high as what it shows.
 * @param {string} address
 */
export function slackView(address) {
  const frame = element('iframe', {
    // Without scripts it can do nothing; the same origin lets us see how high it is.
    sandbox: 'allow-same-origin',
    title: word('slackPicture'),
    src: `${address}${isDark() ? '&theme=dark' : ''}`,
  })
  const adjust = () => {
    const height = frame.contentDocument?.documentElement.scrollHeight
    if (height) frame.style.height = `${height}px`
  }
  frame.addEventListener('load', () => {
    adjust()
    new ResizeObserver(adjust).observe(frame)
  })
  return element('div', { class: 'drawing' }, frame)
}
