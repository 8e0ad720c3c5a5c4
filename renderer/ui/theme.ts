import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent. Everything else is neutral; TLP and severity have their standard colours. */
const petrol: MantineColorsTuple = [
  '#e6f6f9',
  '#d3e8ed',
  '#a7d0d9',
  '#77b7c5',
  '#50a2b4',
  '#3895a9',
  '#288fa5',
  '#187b90',
  '#066e82',
  '#005f72',
];

/** Prose in a sans face, data in a monospaced one with tabular figures; both end in a face that has Chinese. */
const sans = "'Inter Variable', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', system-ui, sans-serif";
const mono = "'JetBrains Mono', 'Noto Sans Mono CJK SC', 'Microsoft YaHei', 'PingFang SC', monospace";

/** The kit's looks, in one place. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 8,
  colors: { petrol },
  fontFamily: sans,
  fontFamilyMonospace: mono,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  // Who asks the system for less motion sees nothing fade or slide.
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400 } },
    // A bar that slides is drawn anew in every frame, which takes from the work whose progress it shows.
    Progress: { defaultProps: { transitionDuration: 0 } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Put away' } } },
  },
});

/**
 * Quiet text, and a plain button under the pointer, still have a contrast of 4.5 to 1 with their ground (WCAG 2.2, 1.4.3),
 * which the kit's own colours have not.
 */
export const readableColors: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-petrol-light-hover': '#bcdbe3',
    '--leakdesk-focus': colors['petrol']?.[8] ?? '#066e82',
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': colors.dark[1],
    '--leakdesk-focus': colors['petrol']?.[3] ?? '#77b7c5',
  },
});
