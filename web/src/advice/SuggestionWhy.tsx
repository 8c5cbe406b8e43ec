// Why something is suggested: the facts that speak for it, what to speak of, and who leads there.

import type { Suggestion } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import css from './SuggestionWhy.module.css';
import { type NameOf, reasonsLine } from './words';

export function SuggestionWhy({ suggestion, nameOf }: { suggestion: Suggestion; nameOf: NameOf }) {
  const { t, f } = useWords();
  const { reasons, about, through, person_id: id } = suggestion;
  const why = reasonsLine(t, f, reasons, nameOf);
  return (
    <>
      {why && <p className={`${text.small} ${text.second} ${css.why}`}>{why}</p>}
      {through.length > 0 && (
        <p className={`${text.small} ${css.way}`}>
          <Icon name="handshake" size={13} />
          <span>{[t('advice.us'), ...[...through, id].map(nameOf)].join(' → ')}</span>
        </p>
      )}
      {about && (
        <p className={`${text.small} ${text.second} ${css.way}`}>
          <Icon name="quote" size={13} />
          <span>{t('advice.about', { point: about })}</span>
        </p>
      )}
    </>
  );
}
