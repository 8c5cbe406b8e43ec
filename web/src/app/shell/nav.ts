// Where one can go. Only what exists is listed.

import type { IconName } from '~/graphics/icons';

export interface NavItem {
  to:
    | '/today'
    | '/deals'
    | '/people'
    | '/organizations'
    | '/products'
    | '/ways'
    | '/control'
    | '/forecast'
    | '/lessons'
    | '/proof'
    | '/settings'
    | '/start';
  icon: IconName;
  label: `nav.${'today' | 'deals' | 'people' | 'organizations' | 'products' | 'ways' | 'control' | 'forecast' | 'lessons' | 'proof' | 'settings' | 'start'}`;
  /** Only for who may see it. */
  noun?: 'proof';
}

export const MAIN: readonly NavItem[] = [
  { to: '/today', icon: 'today', label: 'nav.today' },
  { to: '/deals', icon: 'deals', label: 'nav.deals' },
  { to: '/people', icon: 'people', label: 'nav.people' },
  { to: '/organizations', icon: 'organization', label: 'nav.organizations' },
  { to: '/products', icon: 'product', label: 'nav.products' },
  { to: '/ways', icon: 'handshake', label: 'nav.ways' },
];

/** What a manager steers by. */
export const STEER: readonly NavItem[] = [
  { to: '/control', icon: 'control', label: 'nav.control' },
  { to: '/forecast', icon: 'forecast', label: 'nav.forecast' },
  { to: '/lessons', icon: 'lessons', label: 'nav.lessons' },
  { to: '/proof', icon: 'proof', label: 'nav.proof', noun: 'proof' },
];

export const START: NavItem = { to: '/start', icon: 'play', label: 'nav.start' };
export const SETTINGS: NavItem = { to: '/settings', icon: 'settings', label: 'nav.settings' };
