// An error in place of what could not be shown: what failed, what is safe, what to do; the code for support at the end.

import { Button } from '@mantine/core';
import { Problem } from '~/api/problem';
import { useWords } from '~/app/i18n';
import { Icon } from '~/graphics/Icon';
import { problemText } from '~/words/problem';
import css from './Failure.module.css';

interface Props {
  /** What failed, as a sentence: "The deal could not be loaded." */
  what: string;
  error: unknown;
  onRetry?: () => void;
}

export function Failure({ what, error, onRetry }: Props) {
  const { t } = useWords();
  const problem = error instanceof Problem ? error : null;
  const code = [problem?.code, problem?.requestId].filter(Boolean).join(' · ');
  return (
    <div className={css.failure} role="alert">
      <span className={css.icon}>
        <Icon name="flag" />
      </span>
      <div>
        <p className={css.what}>{what}</p>
        <p className={css.why}>{problemText(t, error)}</p>
        <div className={css.row}>
          {onRetry && (
            <Button size="xs" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          )}
          {code && <code className={css.code}>{code}</code>}
        </div>
      </div>
    </div>
  );
}
