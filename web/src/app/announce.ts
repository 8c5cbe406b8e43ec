// What changed, said once to those who hear the page.

import { createStore } from './store';

export const announcement = createStore('');

export function announce(message: string): void {
  announcement.set(message);
}
