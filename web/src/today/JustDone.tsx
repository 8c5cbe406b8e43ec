// On a phone, over the foot of the page: the first thing planned for today, with its answers under the thumb.

import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { ResultTaps } from '~/activities/ResultTaps';
import { useFinish } from '~/activities/useFinish';
import { activityWords, kindIcon } from '~/activities/words';
import type { Activity, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import css from './JustDone.module.css';

const PHONE = '(max-width: 640px)';

export function JustDone({ planned }: { planned: readonly Activity[] }) {
  const onPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const [left, leave] = useState<readonly Id[]>([]);
  const activity = planned.find(({ id }) => !left.includes(id));
  if (!onPhone || !activity) return null;
  return <Asked key={activity.id} activity={activity} onLeave={() => leave([...left, activity.id])} />;
}

function Asked({ activity, onLeave }: { activity: Activity; onLeave: () => void }) {
  const { t } = useWords();
  const { done, pending } = useFinish(activity);
  const title = activityWords(t, activity);
  return (
    <aside className={css.card} aria-label={t('activity.how')}>
      <header className={css.head}>
        <span className={text.us}>
          <Icon name={kindIcon(activity.kind)} size={17} />
        </span>
        <span className={css.title}>{t('activity.how_named', { title })}</span>
        <ActionIcon aria-label={t('common.close')} onClick={onLeave}>
          <Icon name="close" size={16} />
        </ActionIcon>
      </header>
      <ResultTaps activity={activity} pending={pending} tall onTap={(result) => void done(result, null)} />
      <p className={`${text.small} ${text.third} ${css.note}`}>{t('activity.tap_records')}</p>
    </aside>
  );
}
