import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The accent; its seventh shade carries white text at 5.5 : 1. */
const teal: MantineColorsTuple = [
  '#eef8f7',
  '#d9efec',
  '#b3dfda',
  '#84cbc3',
  '#4fb3a9',
  '#2a9a90',
  '#16857b',
  '#0f766e',
  '#0b5f59',
  '#084a46',
];

const gray: MantineColorsTuple = [
  '#f7f9fa',
  '#f0f3f5',
  '#e6eaee',
  '#dbe1e6',
  '#c6ced5',
  '#a5b0ba',
  '#6d7984',
  '#4c5761',
  '#333c45',
  '#1d242b',
];

const dark: MantineColorsTuple = [
  '#dde3e8',
  '#bcc5cd',
  '#98a4ae',
  '#6f7b86',
  '#3c464f',
  '#2c343b',
  '#20272d',
  '#161b20',
  '#101519',
  '#0b0f12',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 7,
  colors: { teal, gray, dark },
  black: '#1b2229',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  // One size for reading and for controls; only page titles are larger.
  fontSizes: { xs: '0.8125rem', sm: '0.8125rem', md: '0.8125rem', lg: '0.9375rem', xl: '1.1875rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.1875rem', lineHeight: '1.3' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.45' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '1.5rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 30, variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: {
      defaultProps: { size: 'xs' },
      // The sign that shows the password is no smaller than a finger or a shaky hand can hit.
      styles: { visibilityToggle: { minWidth: 24, minHeight: 24 } },
    },
    NumberInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Modal: {
      defaultProps: {
        radius: 'md',
        shadow: 'md',
        overlayProps: { backgroundOpacity: 0.4 },
        // A header at the end of the document would be a second banner: the page has one.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Popover: { defaultProps: { shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
});

/** What Mantine derives with too little contrast for AA on our greys is set by hand. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a6671',
    '--mantine-color-placeholder': '#6a7681',
    '--mantine-color-default-border': '#cfd6dc',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0f766e',
  },
  dark: {
    '--mantine-color-text': '#dde3e8',
    '--mantine-color-dimmed': '#98a4ae',
    '--mantine-color-placeholder': '#87939e',
    '--mantine-color-body': '#161b20',
    '--mantine-color-default': '#1c2228',
    '--mantine-color-default-border': '#38424b',
    '--mantine-color-error': '#ff8f85',
    '--mantine-color-anchor': '#5cc4ba',
  },
});
