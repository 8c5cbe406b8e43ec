// A person who does not wish to be estimated: what was recorded is listed, and nothing is read from it.

import type { Day, Id, Opportunity, Ref } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { EvidenceFeed } from '~/interactions/EvidenceFeed';
import css from './NotEstimated.module.css';

interface Props {
  person: Ref;
  opportunity: Opportunity;
  names: ReadonlyMap<Id, string>;
  at: Day | null;
}

export function NotEstimated({ person, opportunity, names, at }: Props) {
  const { t } = useWords();
  return (
    <section className={css.page}>
      <h2 className={text.headline}>{t('exclusion.lead', { name: person.name })}</h2>
      <p className={text.second}>{t('exclusion.words')}</p>
      <EvidenceFeed opportunity={opportunity} names={names} at={at} personId={person.id} />
    </section>
  );
}
