// Keyboard: one listener for the window. Single keys never act inside a field; the latest binding wins.

import { useEffect, useRef } from 'react';

type Action = (event: KeyboardEvent) => void;
/** Keys as `e`, `mod+k`, `shift+ArrowRight`, or two strokes as `g d`. */
export type Bindings = Record<string, Action>;

const SEQUENCE_MS = 900;
const layers: { current: Bindings }[] = [];
let firstStroke: { key: string; at: number } | null = null;

export function useKeys(bindings: Bindings): void {
  const layer = useRef(bindings);
  layer.current = bindings;
  useEffect(() => {
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

export function startKeyboard(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const stroke = nameOf(event);
    if (isTyping(event.target) && !stroke.startsWith('mod+')) return;
    const sequence =
      firstStroke && event.timeStamp - firstStroke.at < SEQUENCE_MS ? `${firstStroke.key} ${stroke}` : null;
    firstStroke = stroke.length === 1 ? { key: stroke, at: event.timeStamp } : null;
    const action = (sequence && find(sequence)) || find(stroke);
    if (!action) return;
    event.preventDefault();
    action(event);
  });
}

function find(stroke: string): Action | undefined {
  for (let index = layers.length - 1; index >= 0; index--) {
    const action = layers[index]?.current[stroke];
    if (action) return action;
  }
  return undefined;
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && event.key.length > 1 ? 'shift+' : '';
  return (event.metaKey || event.ctrlKey ? 'mod+' : '') + (event.altKey ? 'alt+' : '') + shift + key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type);
}

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** `mod+k` as this keyboard prints it. */
export const keyName = (stroke: string): string =>
  stroke
    .replace('mod+', isMac ? '⌘' : 'Ctrl ')
    .replace('shift+', '⇧')
    .replace('ArrowUp', '↑')
    .replace('ArrowDown', '↓')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace('Enter', '↵')
    .replace(/^./, (first) => (stroke.length === 1 ? first.toUpperCase() : first))
    .replace(/([⌘⇧]|Ctrl )([a-z])$/, (_, modifier: string, key: string) => modifier + key.toUpperCase());
