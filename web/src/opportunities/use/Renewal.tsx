// The renewal of an ordered deal: the deals that renew it, or the beginning of one, which its people begin where they stand.

import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { keys } from '~/api/keys';
import type { Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { useRecords } from '~/app/shared/useRecords';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useMay } from '~/session/may';
import { problemText } from '~/words/problem';
import { useRenewal } from '../api';
import css from './Renewal.module.css';

export function Renewal({ room, live }: { room: Room; live: boolean }) {
  const { t } = useWords();
  const { opportunity: deal, renewals } = room;
  const may = useMay();
  const navigate = useNavigate();
  const renewal = useRenewal(deal.id);
  const { remove } = useRecords('/opportunities', [keys.opportunity(deal.id), keys.boards]);
  const begin = async () => {
    try {
      const begun = await renewal.mutateAsync();
      report({
        message: t('use.renewed', { deal: begun.name }),
        undo: async () => {
          await remove.mutateAsync(begun);
          await navigate({ to: '/deals/$dealId', params: { dealId: deal.id } });
        },
      });
      await navigate({ to: '/deals/$dealId', params: { dealId: begun.id } });
    } catch (error) {
      report({ message: t('deal.renewal_failed'), detail: problemText(t, error) });
    }
  };
  if (renewals.length > 0) {
    return renewals.map(({ id, name }) => (
      <Link
        key={id}
        to="/deals/$dealId"
        params={{ dealId: id }}
        className={`${text.small} ${css.link}`}
        aria-label={`${t('use.renewal_open')}: ${name}`}
      >
        {name}
      </Link>
    ));
  }
  if (!live || deal.closure?.outcome === 'lost' || !may('create', 'opportunity', deal)) return null;
  return (
    <Button className={css.begin ?? ''} variant="default" loading={renewal.isPending} onClick={() => void begin()}>
      {t('use.renew')}
    </Button>
  );
}
