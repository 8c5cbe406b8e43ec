// What an organization is to us, where that is not simply "someone we may sell to".

import type { Organization } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';

export function Kind({ organization }: { organization: Organization }) {
  const { t } = useWords();
  return (
    <>
      {organization.ours && <Chip tone="us">{t('organizations.ours')}</Chip>}
      {organization.competitor && <Chip tone="away">{t('organizations.competitor')}</Chip>}
      {organization.assumed && (
        <Chip tone="dashed" title={t('assumed.explain')}>
          {t('assumed.chip')}
        </Chip>
      )}
    </>
  );
}
