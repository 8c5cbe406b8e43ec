// That a record is disputed: by whom, when, why; and the way to count it again.

import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { Id, Withheld } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { problemText } from '~/words/problem';
import css from './DisputeNote.module.css';
import { type EvidenceRecord, useDispute } from './useDispute';

interface Props {
  opportunityId: Id;
  record: EvidenceRecord;
  sentence: string;
  dispute: Withheld;
  /** Only who may dispute may take it back. */
  mayTakeBack: boolean;
}

export function DisputeNote({ opportunityId, record, sentence, dispute, mayTakeBack }: Props) {
  const { t, f } = useWords();
  const { dispute: again, takeBack } = useDispute(opportunityId);
  const count = async () => {
    try {
      await takeBack([record]);
      report({ message: t('dispute.taken_back', { sentence }), undo: () => again([record], dispute.reason) });
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  return (
    <div className={`${text.tiny} ${css.note}`}>
      <span>
        {t(dispute.by ? 'dispute.by' : 'dispute.by_nobody', {
          name: dispute.by?.name ?? '',
          day: f.day(dispute.at),
          reason: dispute.reason,
        })}
      </span>
      {mayTakeBack && (
        <UnstyledButton className={css.back} onClick={() => void count()}>
          {t('dispute.take_back')} <VisuallyHidden>{sentence}</VisuallyHidden>
        </UnstyledButton>
      )}
    </div>
  );
}
