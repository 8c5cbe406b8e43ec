// The model in words: what an entry is called and why it is so, what a key means, and how its figures are written.

import i18next from 'i18next';
import type { Factor, Figure, Model, ModelEntry } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { FACTORS } from '~/beliefs/stages';
import type { Format } from '~/words/format';
import { sentence } from '~/words/title';
import { AS_WRITTEN, actionOf, type EntryKind, kindOf, nameOf, type Sort, sortOf, splitPath } from './figures';

const WORDS_OF: Partial<Record<EntryKind, string>> = { sign: 'sign', role: 'role', factor: 'factor' };

const has = (key: string): boolean => i18next.exists(key);

/** The first of some keys that the catalogue has. */
const firstOf = (t: Translate, names: readonly string[]): string => sentence(t, names.find(has) ?? names[0] ?? '');

const actionName = (t: Translate, action: string): string => firstOf(t, [`model.action.${action}`, `action.${action}`]);

const replyName = (t: Translate, reply: string): string => sentence(t, `model.reply.${reply}`);

/** "Meeting: declined", so that it can stand alone. */
export function entryName(t: Translate, path: string): string {
  const [kind, name] = [kindOf(path), nameOf(path)];
  if (kind === 'action') return actionName(t, name);
  if (kind === 'reply')
    return t('model.reply_of', { action: actionName(t, actionOf(path)), reply: replyName(t, name) });
  if (kind === 'tie' || kind === 'acquaintance' || kind === 'question') return sentence(t, `model.${kind}.${name}`);
  const area = WORDS_OF[kind];
  return sentence(t, area ? `${area}.${name}` : `model.entry.${kind}`);
}

/** The name of an entry where what it belongs to stands above it. */
export const shortName = (t: Translate, path: string): string =>
  kindOf(path) === 'reply' ? replyName(t, nameOf(path)) : entryName(t, path);

/** Why the entry is as it is: in the reader's language where the file is the shipped one, else as the file has it. */
export function entryWhy(t: Translate, model: Model, entry: ModelEntry): string {
  const key = `model.why.${entry.path}`;
  const said = entry.fields.find((field) => field.key === 'why')?.in_force;
  return model.shipped && has(key) ? sentence(t, key) : String(said ?? '');
}

const COUPLING = /^([CPB])_to_([CPB])$/;
const SWITCH = /^([CPB])_to$/;
const DOSE = /^dose\.([CPB])_(up|down)$/;

const factorName = (t: Translate, factor: string | undefined): string => t(`factor.${factor as Factor}`);

/** What a key of an entry means. */
export function fieldName(t: Translate, entry: string, key: string): string {
  const kind = kindOf(entry);
  const [, from, to] = COUPLING.exec(key) ?? [];
  if (from) return t('model.field.coupling', { from: factorName(t, from), to: factorName(t, to) });
  const [, factor] = SWITCH.exec(key) ?? [];
  if (factor) return t('model.field.switch.to', { factor: factorName(t, factor) });
  const [, dosed, way] = DOSE.exec(key) ?? [];
  if (dosed) return t('model.dose_label', { factor: factorName(t, dosed), way: t(`model.dose_of.${way as 'up'}`) });
  if (FACTORS.includes(key as Factor)) return factorName(t, key);
  if (key.startsWith('suits.')) return t('model.field.advice.suits', { action: actionName(t, nameOf(key)) });
  if (kind === 'completeness') return sentence(t, `completeness.channel.${key}`);
  if (kind === 'sources') return capital(sentence(t, `source.${key}`));
  if (kind === 'benefit' && has(`model.field.benefit.${key}_start`))
    return sentence(t, `model.field.benefit.${key}_start`);
  return firstOf(t, [`model.field.${kind}.${key}`, `model.field.${key}`]);
}

/** What more there is to say of a key, if anything. */
export function fieldDoes(t: Translate, entry: string, key: string): string | null {
  const kind = kindOf(entry);
  if (kind === 'win' && key !== 'base_rate' && key !== 'n_equiv') return t('model.field.win.term_does');
  if (kind === 'benefit' && has(`model.field.benefit.${key}_start`)) return t('model.field.benefit.start_does');
  if (SWITCH.test(key)) return t('model.field.switch.to_does');
  if (key.startsWith('benefit.')) return t('model.field.benefit_does');
  if (kind === 'advice' && (key === 'renewal' || key === 'reference')) return t('model.field.advice.value_does');
  const found = [`model.field.${kind}.${key}_does`, `model.field.${key}_does`].find(has);
  return found ? sentence(t, found) : null;
}

/** "Warm words: how strongly it speaks", so that a figure can stand alone. */
export function figureName(t: Translate, model: Model, path: string): string {
  const [entry, key] = splitPath(model, path);
  return t('model.reply_of', { action: entryName(t, entry), reply: fieldName(t, entry, key) });
}

/** What stands in a file as a name. */
function wordOf(t: Translate, key: string, word: string): string {
  const [action, reply] = word.split('.');
  if (key === 'channel') return sentence(t, `completeness.channel.${word}`);
  if (key === 'opens' || key === 'forbids') return actionName(t, word);
  if (key === 'asks') return sentence(t, `sign.${word}`);
  if (key === 'declines' && action && reply)
    return t('model.reply_of', { action: actionName(t, action), reply: replyName(t, reply) });
  if (key === 'of' || key.startsWith('suits.')) return sentence(t, `role.${word}`);
  return sentence(t, `model.value.${key}.${word}`);
}

/** A figure as it is read: "25%", "4 · stronger, × 1.5", "−2.2 · −1.1 · 0 · 0.6 · 1". */
export function figureWords(t: Translate, f: Format, entry: string, key: string, value: Figure | null): string {
  const sort = sortOf(entry, key, value);
  if (sort === 'strength') return t(`model.strength.${(value ?? AS_WRITTEN) as 1}`);
  if (value === null) return sort === 'flag' ? t('model.no') : t('model.default');
  if (sort === 'flag') return t(value ? 'model.yes' : 'model.no');
  if (Array.isArray(value) && sort === 'words')
    return value.map((word) => wordOf(t, key, String(word))).join(t('common.list_gap'));
  if (Array.isArray(value)) return value.map((one) => numberWords(t, f, sort, Number(one))).join(' · ');
  return sort === 'words' ? wordOf(t, key, String(value)) : numberWords(t, f, sort, Number(value));
}

export function numberWords(t: Translate, f: Format, sort: Sort, value: number): string {
  if (sort === 'share' || sort === 'shares') return `${f.figure(shownOf(sort, value))}%`;
  if (sort === 'days') return t('model.days', { count: value, value: f.figure(value) });
  return f.figure(value);
}

const isShare = (sort: Sort): boolean => sort === 'share' || sort === 'shares';

/** Shares are kept between 0 and 1 and shown as percentages, to a hundredth. */
export const shownOf = (sort: Sort, value: number): number => (isShare(sort) ? Math.round(value * 1e4) / 100 : value);
export const keptOf = (sort: Sort, shown: number): number => (isShare(sort) ? Math.round(shown * 100) / 1e4 : shown);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether an entry answers to what is searched for: by its name, its reason, or its path in the file. */
export function answersTo(t: Translate, model: Model, entry: ModelEntry, typed: string): boolean {
  const words = typed.trim().toLowerCase().split(/\s+/);
  const text = [entryName(t, entry.path), entryWhy(t, model, entry), entry.path].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
