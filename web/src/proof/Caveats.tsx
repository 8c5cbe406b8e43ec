// What plain counting knows, and what none of this can say.

import type { PlainNumber } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import css from './Proof.module.css';

const CAVEATS = ['late', 'amount', 'effort', 'completeness'] as const;

export function Caveats({ plain }: { plain: readonly PlainNumber[] }) {
  const { t } = useWords();
  return (
    <section className={css.caveats}>
      <h3 className={css.title}>{t('proof.cannot')}</h3>
      <p className={text.small}>
        {t('proof.counts', { list: plain.map((number) => t(`proof.plain.${number}`)).join(t('common.list_gap')) })}
      </p>
      <ul className={text.small}>
        {CAVEATS.map((caveat) => (
          <li key={caveat}>{t(`proof.caveat.${caveat}`)}</li>
        ))}
      </ul>
    </section>
  );
}
