// Undo, not "are you sure?": the last thing done stays undoable for ten seconds, by the toast or by ⌘Z.

import { createStore } from './store';

export const UNDO_SECONDS = 10;

export interface Done {
  id: number;
  message: string;
  detail?: string | undefined;
  /** Missing where the deed is a failure to report, not something to take back. */
  undo?: (() => Promise<void> | void) | undefined;
}

export const lastDone = createStore<Done | null>(null);
let count = 0;

export function report(done: Omit<Done, 'id'>): void {
  count += 1;
  lastDone.set({ ...done, id: count });
}

export function dismiss(id: number): void {
  if (lastDone.get()?.id === id) lastDone.set(null);
}

/** Takes back the last thing done. Does nothing when there is nothing to take back. */
export async function undoLast(): Promise<void> {
  const done = lastDone.get();
  if (!done?.undo) return;
  lastDone.set(null);
  await done.undo();
}
