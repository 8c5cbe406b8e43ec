// Why it is said to stand so: each record that speaks of it, with its words, its day and its source, and the way to it.

import { Link } from '@tanstack/react-router';
import type { Proof } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { noteWords } from '~/words/quote';
import { titleSentence } from '~/words/title';
import css from './Proofs.module.css';
import { newestFirst } from './points';

export function Proofs({ proof }: { proof: readonly Proof[] }) {
  const { t, f } = useWords();
  return (
    <ol className={css.list}>
      {newestFirst(proof).map((one) => {
        const words = noteWords(t, one);
        return (
          <li key={`${one.interaction_id}:${one.title.sign}`} className={css.one}>
            <div className={`${text.small} ${text.medium}`}>{titleSentence(t, one.title)}</div>
            {words && <div className={`${text.small} ${css.words}`}>{words}</div>}
            <div className={`${text.tiny} ${text.third} ${css.basis}`}>
              <span>{f.fullDay(one.at)}</span>
              {one.assumed && <Chip tone="dashed">{t('assumed.chip')}</Chip>}
              {!one.assumed && one.source && <span>{t(`source.${one.source}`)}</span>}
              <Link
                to="/deals/$dealId"
                params={{ dealId: one.opportunity_id }}
                search={{ tab: 'evidence' }}
                hash={one.interaction_id}
                className={css.record ?? ''}
              >
                {t('benefit.record')}
              </Link>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
