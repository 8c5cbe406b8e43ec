// Saying how something planned went: recorded by one tap, said with what it moved, and taken back with Undo.

import { useQueryClient } from '@tanstack/react-query';
import { measureWords, shiftWords } from '~/advice/words';
import type { Activity } from '~/api/types';
import { announce } from '~/app/announce';
import { useWords } from '~/app/i18n';
import { report } from '~/app/undo';
import { effectWords } from '~/interactions/Effects';
import { problemText } from '~/words/problem';
import { effectQuery, useResult } from './api';
import { activityWords, tapWords } from './words';

export function useFinish(activity: Activity) {
  const { t, f } = useWords();
  const queryClient = useQueryClient();
  const dealId = activity.opportunity.id;
  const { finish, takeBack } = useResult(dealId);

  /** Whether it was recorded. */
  const done = async (result: string | null, words: string | null): Promise<boolean> => {
    try {
      const { activity: after, beliefs } = await finish.mutateAsync({ id: activity.id, result, words });
      const effect = await queryClient.fetchQuery(effectQuery(dealId, activity.id)).catch(() => null);
      const [before, now] = effect?.win ?? [];
      const win =
        before === undefined || now === undefined
          ? []
          : [t('advice.of_measure', { measure: measureWords(t, 'win'), shift: shiftWords(t, f, before, now) })];
      const names = new Map(activity.names.map(({ id, name }) => [id, name]));
      const detail = [...win, ...beliefs.map((moved) => effectWords(t, f, moved, names))].join(' · ');
      const said = result ? tapWords(t, activity.kind, result) : t('activity.no_answer_yet');
      const message = t('activity.recorded', { title: activityWords(t, activity), result: said });
      const record = after.done?.interaction_id;
      report({ message, detail, undo: record ? async () => void (await takeBack.mutateAsync(record)) : undefined });
      announce([message, detail].filter(Boolean).join(t('common.sentence_gap')));
      return true;
    } catch (error) {
      report({ message: t('evidence.not_saved'), detail: problemText(t, error) });
      return false;
    }
  };
  return { done, pending: finish.isPending };
}
