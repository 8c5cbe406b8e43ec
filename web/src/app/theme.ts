// Mantine dressed in the design tokens: ink is the primary colour, hairlines instead of shadows, 13 px type.

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import dress from './mantine.module.css';

const ink: MantineColorsTuple = [
  '#ecedef',
  '#dfe0e3',
  '#c6c8cd',
  '#a6a9b0',
  '#858991',
  '#6c7079',
  '#4f525a',
  '#36383f',
  '#24262b',
  '#17181c',
];

export const theme = createTheme({
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 0 },
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '15px', sm: '17px', md: '19px', lg: '20px', xl: '21px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '22px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '14px' },
  components: {
    Button: {
      defaultProps: { size: 'sm', variant: 'default' },
      classNames: { root: dress.button, label: dress.label },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 28 }, classNames: { root: dress.actionIcon } },
    Input: { defaultProps: { size: 'xs' }, classNames: { input: dress.input } },
    InputWrapper: {
      classNames: { label: dress.fieldLabel, error: dress.fieldError, description: dress.fieldDescription },
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    Skeleton: { classNames: { root: dress.skeleton } },
    Drawer: {
      defaultProps: { position: 'right', size: 420, padding: 'lg' },
      classNames: {
        title: dress.overlayTitle,
        content: dress.overlay,
        header: dress.overlayHeader,
        overlay: dress.veil,
      },
    },
    Modal: {
      defaultProps: { centered: true, padding: 'lg', radius: 'lg' },
      classNames: {
        title: dress.overlayTitle,
        content: dress.overlay,
        header: dress.overlayHeader,
        overlay: dress.veil,
      },
    },
    Menu: {
      defaultProps: { shadow: 'none', position: 'bottom-end', offset: 4 },
      classNames: { dropdown: dress.dropdown, item: dress.menuItem, label: dress.menuLabel },
    },
    Popover: { defaultProps: { shadow: 'none', offset: 6 }, classNames: { dropdown: dress.dropdown } },
    Combobox: {
      defaultProps: { shadow: 'none', offset: 4 },
      classNames: { dropdown: dress.dropdown, option: dress.option },
    },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    DateInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right', allowDeselect: false } },
    SegmentedControl: {
      defaultProps: { size: 'xs', withItemsBorders: false },
      classNames: { root: dress.segments, indicator: dress.segment, label: dress.segmentLabel },
    },
    Tooltip: { defaultProps: { openDelay: 350, offset: 6 }, classNames: { tooltip: dress.tooltip } },
    Tabs: { classNames: { tab: dress.tab, list: dress.tabs } },
    // The word next to a key names the action; the key itself is a hint for the eye.
    Kbd: { defaultProps: { 'aria-hidden': true }, classNames: { root: dress.kbd } },
  },
});

const both = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-error': 'var(--away)',
  '--mantine-color-anchor': 'var(--us-text)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--surface-sunken)',
  '--mantine-color-disabled-color': 'var(--text-3)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: both, dark: both });
