// Nothing for today: why, and how it fills.

import type { Today } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ButtonLink } from '~/app/shared/ButtonLink';
import { Empty } from '~/app/shared/Empty';

export function Nothing({ day, own }: { day: Today; own: boolean }) {
  const { t } = useWords();
  if (day.deals > 0) return <Empty sentence={t('today.nothing')} example={t('today.nothing_example')} />;
  if (!own) return <Empty sentence={t('today.no_deals_theirs')} />;
  return (
    <Empty sentence={t('today.no_deals')} example={t('today.no_deals_example')}>
      <ButtonLink to="/deals" variant="filled">
        {t('today.to_deals')}
      </ButtonLink>
    </Empty>
  );
}
