// The two catalogues say the same things, and the code asks for nothing they do not have.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import en from '../../../locales/en.json';
import zh from '../../../locales/zh-CN.json';

type Catalogue = Record<string, string>;

const base = (key: string) => key.replace(/_(one|other)$/, '');
const keysOf = (catalogue: Catalogue) => new Set(Object.keys(catalogue).map(base));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const code = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.startsWith('testing'))
  .map((path) => readFileSync(join(SOURCE, path), 'utf8'))
  .join('\n');

describe('the catalogues', () => {
  test('have the same keys', () => {
    expect([...keysOf(zh)].sort()).toEqual([...keysOf(en)].sort());
  });

  test('fill the same places', () => {
    const english: Catalogue = en;
    for (const [key, text] of Object.entries<string>(zh)) {
      expect({ key, places: placeholders(text) }).toEqual({ key, places: placeholders(english[key] ?? '') });
    }
  });

  test('Chinese is set in full-width punctuation and without exclamation marks', () => {
    for (const [key, text] of Object.entries<string>(zh)) {
      const faults = text.match(/[!！]|\p{Script=Han}[,;:?]|[,;?]\p{Script=Han}/gu);
      expect({ key, faults }).toEqual({ key, faults: null });
    }
  });

  test('Chinese sets a space between its characters and a number', () => {
    for (const [key, text] of Object.entries<string>(zh)) {
      const faults = text.match(/\p{Script=Han}\d|\d\p{Script=Han}|\p{Script=Han}\{(count|steps|shown|chance)\}/gu);
      expect({ key, faults }).toEqual({ key, faults: null });
    }
  });
});

describe('the code', () => {
  const known = keysOf(en);
  const areas = new Set([...known].map((key) => key.split('.')[0]));
  const literals = [...code.matchAll(/'([a-z_]+\.[\w.]+)'/g)].map(([, key]) => key ?? '');
  const templates = [...code.matchAll(/`([a-z_]+\.[\w.]*)\$\{/g)].map(([, prefix]) => prefix ?? '');
  const asked = literals.filter((key) => areas.has(key.split('.')[0]));

  test('asks for known keys only', () => {
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });

  test('asks for known families of keys only', () => {
    const families = templates.filter((prefix) => areas.has(prefix.split('.')[0]));
    expect(families.filter((prefix) => ![...known].some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  test('asks for every key there is, but for those of the server', () => {
    const isAsked = (key: string) => asked.includes(key) || templates.some((prefix) => key.startsWith(prefix));
    const ours = [...known].filter((key) => !key.startsWith('server.'));
    expect(ours.filter((key) => !isAsked(key))).toEqual([]);
  });
});
