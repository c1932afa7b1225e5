import { createTheme, type CSSVariablesResolver } from '@mantine/core'
import { AMBER, BRICK, DAY_TONES, GREY, NIGHT, NIGHT_TONES, PINE, type Tones } from './tokens.ts'

const FACE = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  colors: {
    pine: PINE, green: PINE, teal: PINE, blue: PINE, amber: AMBER, yellow: AMBER, orange: AMBER, brick: BRICK, red: BRICK, gray: GREY, dark: NIGHT,
  },
  white: '#ffffff',
  black: DAY_TONES.text,
  fontFamily: FACE,
  // Nothing a person reads is under 13 px: the smallest step is 14.
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.45' },
  headings: {
    fontFamily: FACE,
    fontWeight: '600',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.3' },
      h2: { fontSize: '1.25rem', lineHeight: '1.35' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h4: { fontSize: '1rem', lineHeight: '1.5' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Badge: { defaultProps: { tt: 'none', fw: 500, size: 'lg', radius: 'sm' } },
    Button: { styles: { label: { fontWeight: 500 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 } } },
    // Kept where they are opened, not at the end of the body: within the page's landmarks, in reading order.
    Combobox: { defaultProps: { withinPortal: false, shadow: 'md' } },
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false, shadow: 'md' } },
    Popover: { defaultProps: { shadow: 'md' } },
    Tooltip: { defaultProps: { withinPortal: false, withArrow: true, multiline: true, maw: 320, openDelay: 300 } },
  },
})

/** Puts our tones, by meaning, under Mantine's own variables: whatever it draws is ours and readable, by day and by night. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...variablesOf(DAY_TONES), '--mantine-color-body': DAY_TONES.surface },
  dark: { ...variablesOf(NIGHT_TONES), '--mantine-color-body': NIGHT_TONES.surface },
})

function variablesOf(tones: Tones): Record<string, string> {
  const ours = Object.entries(tones).map(([name, colour]: [string, string]) => [`--gd-${kebab(name)}`, colour])
  return {
    ...(Object.fromEntries(ours) as Record<string, string>),
    '--mantine-color-text': tones.text,
    '--mantine-color-bright': tones.text,
    '--mantine-color-dimmed': tones.muted,
    '--mantine-color-placeholder': tones.muted,
    '--mantine-color-error': tones.lateText,
    '--mantine-color-success': tones.doneText,
    '--mantine-color-anchor': tones.link,
    '--mantine-color-default': tones.surface,
    '--mantine-color-default-color': tones.text,
    '--mantine-color-default-hover': tones.neutralSurface,
    '--mantine-color-default-border': tones.edge,
    '--mantine-color-disabled': tones.neutralSurface,
    '--mantine-color-disabled-color': tones.muted,
    '--mantine-color-disabled-border': tones.line,
    '--mantine-color-pine-text': tones.link,
    '--mantine-color-pine-outline': tones.link,
    '--mantine-color-pine-light': tones.doneSurface,
    '--mantine-color-pine-light-color': tones.doneText,
    '--mantine-color-amber-text': tones.soonText,
    '--mantine-color-amber-light': tones.soonSurface,
    '--mantine-color-amber-light-color': tones.soonText,
    '--mantine-color-brick-text': tones.lateText,
    '--mantine-color-brick-light': tones.lateSurface,
    '--mantine-color-brick-light-color': tones.lateText,
    '--mantine-color-red-text': tones.lateText,
    '--mantine-color-gray-text': tones.muted,
    '--mantine-color-gray-light': tones.neutralSurface,
    '--mantine-color-gray-light-color': tones.neutralText,
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
