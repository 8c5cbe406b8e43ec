// Saying of a promise of ours that it was kept, where only the promise's name is known: it is read first, then changed.

import { useState } from 'react';
import type { Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { callsTo } from '~/app/shared/useRecords';
import { report } from '~/app/undo';
import { usePromises } from '~/commitments/api';
import { problemText } from '~/words/problem';

export function useKept(dealId: Id) {
  const { t, f } = useWords();
  const { change } = usePromises(dealId);
  const [pending, setPending] = useState(false);
  const keep = async (id: Id, words: string) => {
    setPending(true);
    try {
      const { version } = await callsTo('/commitments').read(id);
      const kept = await change.mutateAsync({ id, version, body: { kept_on: f.today } });
      report({
        message: t('promise.said.kept_on', { text: words }),
        undo: async () => void (await change.mutateAsync({ id, version: kept.version, body: { kept_on: null } })),
      });
    } catch (error) {
      report({ message: t('promise.not_saved'), detail: problemText(t, error) });
    } finally {
      setPending(false);
    }
  };
  return { keep, pending };
}
