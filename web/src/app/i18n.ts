// Languages: one catalogue each, at the repository root because the server shares them; loaded when first needed.

import i18next, { type PostProcessorModule, type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Day, Language } from '~/api/types';
import { air } from '~/words/air';
import { createFormat, type Format } from '~/words/format';
import type en from '../../../locales/en.json';

export const LANGUAGES: readonly { code: Language; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'zh-CN', name: '中文' },
];

export type Translate = TFunction<'translation', undefined>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
    keySeparator: false;
    nsSeparator: false;
    returnNull: false;
  }
}

const CATALOGUES: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('../../../locales/en.json'),
  'zh-CN': () => import('../../../locales/zh-CN.json'),
};

const spaced: PostProcessorModule = { type: 'postProcessor', name: 'air', process: air };

const REMEMBERED = 'assent.language';

export async function startLanguage(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(spaced)
    .init({
      lng: 'en',
      fallbackLng: false,
      postProcess: ['air'],
      keySeparator: false,
      nsSeparator: false,
      interpolation: { prefix: '{', suffix: '}', escapeValue: false },
      resources: {},
    });
  await speak(rememberedLanguage());
}

/** Loads the catalogue if need be, and turns the whole app to `language`. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const catalogue = await CATALOGUES[language]();
    i18next.addResourceBundle(language, 'translation', catalogue.default);
  }
  await i18next.changeLanguage(language);
  localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
}

export function rememberedLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === 'en' || remembered === 'zh-CN') return remembered;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

let today: Day = new Date().toISOString().slice(0, 10);

/** The installation's own day: a demo stands still, everything else follows the clock. */
export function setToday(day: Day): void {
  today = day;
}

export interface Words {
  t: Translate;
  f: Format;
  language: Language;
}

/** Everything a component needs to put something into words. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  return { t, f: formatFor(language, today), language };
}

let format: Format | null = null;

/** Formats are costly to make and few: the last one is nearly always the one asked for. */
function formatFor(language: Language, day: Day): Format {
  if (format?.language !== language || format.today !== day) format = createFormat(language, day);
  return format;
}
