/** How Teams draws cards, as far as its renderer can be told: after its published colours, sizes and spacings. */
export function teamsHostConfig(theme: 'light' | 'dark') {
  const { text, subtle, accent, emphasis, line } = colours[theme]
  const foreground = { default: { default: text, subtle }, accent: { default: accent, subtle: accent } }
  return {
    fontFamily: "'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    supportsInteractivity: true,
    containerStyles: {
      default: { backgroundColor: 'transparent', foregroundColors: foreground },
      emphasis: { backgroundColor: emphasis, foregroundColors: foreground },
    },
    textStyles: { heading: { size: 'default', weight: 'bolder' } },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  }
}

const colours = {
  light: { text: '#242424', subtle: '#616161', accent: '#5b5fc7', emphasis: '#f5f5f5', line: '#d1d1d1' },
  dark: { text: '#ffffff', subtle: '#adadad', accent: '#9299f7', emphasis: '#1f1f1f', line: '#525252' },
} as const
