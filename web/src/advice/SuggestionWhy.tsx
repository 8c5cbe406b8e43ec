// Why something is suggested: the facts that speak for it, what to speak of, and who leads there.

import { Link } from '@tanstack/react-router';
import type { Id, Suggestion } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import css from './SuggestionWhy.module.css';
import { type NameOf, reasonsLine } from './words';

interface Props {
  dealId: Id;
  suggestion: Suggestion;
  nameOf: NameOf;
}

export function SuggestionWhy({ dealId, suggestion, nameOf }: Props) {
  const { t, f } = useWords();
  const { reasons, about, through, person_id: id } = suggestion;
  const why = reasonsLine(t, f, reasons, nameOf);
  return (
    <>
      {why && <p className={`${text.small} ${text.second} ${css.why}`}>{why}</p>}
      {through.length > 0 && (
        <p className={`${text.small} ${css.way}`}>
          <Icon name="handshake" size={13} />
          <span>
            {[t('advice.us'), ...[...through, id].map(nameOf)].join(' → ')}{' '}
            <Link
              to="/deals/$dealId"
              params={{ dealId }}
              search={(previous) => ({ at: previous.at, ways: id })}
              className={css.more}
            >
              {t('ways.see')}
            </Link>
          </span>
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
