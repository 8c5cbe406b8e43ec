// How it went, one tap each: the answers that its kind may get, and that theirs is still awaited.

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Activity } from '~/api/types';
import { useWords } from '~/app/i18n';
import { vocabularyQuery } from './api';
import css from './ResultTaps.module.css';
import { activityWords, tapWords } from './words';

interface Props {
  activity: Activity;
  pending: boolean;
  /** As high as a thumb. */
  tall?: boolean;
  onTap: (result: string | null) => void;
}

export function ResultTaps({ activity, pending, tall, onTap }: Props) {
  const { t } = useWords();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const kind = vocabulary?.actions.find(({ key }) => key === activity.kind);
  if (!kind) return null;
  return (
    <fieldset
      className={css.taps}
      data-tall={tall || undefined}
      aria-label={t('activity.how_named', { title: activityWords(t, activity) })}
    >
      {kind.replies.map(({ key, direction }) => (
        <Button
          key={key}
          size="xs"
          className={css.tap ?? ''}
          data-tone={direction}
          disabled={pending}
          onClick={() => onTap(key)}
        >
          {tapWords(t, activity.kind, key)}
        </Button>
      ))}
      {kind.opens_question && (
        <Button size="xs" className={css.tap ?? ''} disabled={pending} onClick={() => onTap(null)}>
          {t('activity.no_answer_yet')}
        </Button>
      )}
    </fieldset>
  );
}
