// The name of one of our stages: translated where we know it, else as the team named it.

import i18next from 'i18next';
import type { Translate } from '~/app/i18n';

export function stageName(t: Translate, stage: { key: string; name: string }): string {
  const key = `stage.${stage.key}`;
  return i18next.exists(key) ? t(key as 'stage.contact') : stage.name;
}
