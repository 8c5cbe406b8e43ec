// The mark of somebody of whom nothing is estimated, because they do not want it.

import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';

export function NotEstimated() {
  const { t } = useWords();
  return (
    <Chip tone="outline" title={t('fairness.at_their_wish')}>
      {t('fairness.mark')}
    </Chip>
  );
}
