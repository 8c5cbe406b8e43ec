// For tests: the real catalogues, without a browser.

import i18next from 'i18next';
import type { Language } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { createFormat } from '~/words/format';
import en from '../../../locales/en.json';
import zh from '../../../locales/zh-CN.json';

export async function wordsIn(language: Language) {
  await i18next.init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    resources: { en: { translation: en }, 'zh-CN': { translation: zh } },
  });
  return { t: i18next.t as Translate, f: createFormat(language, '2000-08-20') };
}
