// What the screen says, from the same catalogues: elements are found by the names a reader knows them by.

import { readFileSync } from 'node:fs';
import type { Language } from '../src/api/types';
import { air } from '../src/words/air';

export type Say = (key: string, params?: Record<string, string>) => string;

export function wordsIn(language: Language): Say {
  const path = new URL(`../../locales/${language}.json`, import.meta.url);
  const catalogue: Record<string, string> = JSON.parse(readFileSync(path, 'utf8'));
  return (key, params = {}) => {
    const text = catalogue[key];
    if (text === undefined) throw new Error(`the catalogue of ${language} has no “${key}”`);
    return air(text.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place));
  };
}
