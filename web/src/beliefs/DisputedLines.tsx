// What was disputed stays under the account: struck through, hatched, with who disputed it and why, and adding nothing.

import type { EvidenceItem, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { DisputeNote } from '~/interactions/DisputeNote';
import { recordOf } from '~/interactions/useDispute';
import { dayOfEffect, itemWords } from '~/words/evidence';
import css from './DisputedLines.module.css';

interface Props {
  opportunityId: Id;
  items: readonly EvidenceItem[];
  mayTakeBack: boolean;
}

export function DisputedLines({ opportunityId, items, mayTakeBack }: Props) {
  const { t, f } = useWords();
  const disputed = items.flatMap((item) => {
    const record = recordOf(item);
    return record?.dispute ? [{ item, record, dispute: record.dispute }] : [];
  });
  if (disputed.length === 0) return null;
  return (
    <ul className={css.lines} aria-label={t('dispute.not_counted')}>
      {disputed.map(({ item, record, dispute }) => {
        const { main } = itemWords(t, item);
        return (
          <li key={record.id} className={css.line}>
            <span className={`${text.tiny} ${text.second}`}>{f.shortDay(dayOfEffect(item))}</span>
            <div className={css.what}>
              <s className={text.small}>{main}</s>
              <DisputeNote
                opportunityId={opportunityId}
                record={record}
                sentence={main}
                dispute={dispute}
                mayTakeBack={mayTakeBack}
              />
            </div>
            <span className={`${text.tiny} ${text.second} ${text.nowrap}`}>{t('dispute.short')}</span>
          </li>
        );
      })}
    </ul>
  );
}
