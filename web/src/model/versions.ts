// How a version of the model is called.

import type { Translate } from '~/app/i18n';

/** The file itself is version 0. */
export const versionName = (t: Translate, number: number): string =>
  number === 0 ? t('model.version_shipped') : t('model.version', { number });
