// Something done: what came of it, and unfolded, what was expected beside what was observed.

import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Activity } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import css from './DoneRow.module.css';
import { EffectPanel } from './EffectPanel';
import { activityWords, kindIcon, tapWords } from './words';

export function DoneRow({ activity, unfolded: atFirst }: { activity: Activity; unfolded: boolean }) {
  const { t, f } = useWords();
  const [unfolded, unfold] = useState(atFirst);
  const { done, kind, owner, aim } = activity;
  if (!done) return null;
  const result = done.result ? tapWords(t, kind, done.result) : t('activity.no_answer_yet');
  return (
    <li className={css.row}>
      <UnstyledButton className={css.head} aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
        <Icon name={kindIcon(kind)} size={15} />
        <span className={css.words}>
          <span className={text.medium}>{activityWords(t, activity)}</span>
          <span className={`${text.small} ${text.third}`}>
            {[result, f.day(done.at), owner.name, aim].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={css.fold} data-open={unfolded || undefined}>
          <Icon name="down" size={13} />
        </span>
      </UnstyledButton>
      {unfolded && <EffectPanel activity={activity} />}
    </li>
  );
}
