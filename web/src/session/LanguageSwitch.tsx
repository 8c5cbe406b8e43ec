// The language, before anyone is logged in.

import { SegmentedControl } from '@mantine/core';
import type { Language } from '~/api/types';
import { LANGUAGES, speak, useWords } from '~/app/i18n';

export function LanguageSwitch() {
  const { t, language } = useWords();
  return (
    <SegmentedControl
      aria-label={t('user.language')}
      value={language}
      onChange={(value) => void speak(value as Language)}
      data={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
