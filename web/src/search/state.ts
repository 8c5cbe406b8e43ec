// Whether the command palette is open, and with which words.

import { createStore } from '~/app/store';

export const palette = createStore<{ open: boolean; query: string }>({ open: false, query: '' });

export const openPalette = (query = '') => palette.set({ open: true, query });
export const closePalette = () => palette.set({ open: false, query: '' });
