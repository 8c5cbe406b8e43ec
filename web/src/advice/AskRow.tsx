// A question worth asking somebody, how much its answer would tell, and what they may show.

import { Popover, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Asking } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import { signSentence } from '~/words/title';
import css from './AskRow.module.css';
import { askWords, type NameOf, tellsWords } from './words';

interface Props {
  asking: Asking;
  nameOf: NameOf;
  /** Which deal it is in, where the page is not about one. */
  deal?: ReactNode;
}

export function AskRow({ asking, nameOf, deal }: Props) {
  const { t, f } = useWords();
  return (
    <li className={css.row}>
      <span className={css.icon}>
        <Icon name="question" size={15} />
      </span>
      <div className={css.words}>
        <div className={css.question}>{askWords(t, asking, nameOf)}</div>
        <div className={`${text.tiny} ${text.third} ${css.facts}`}>
          {deal}
          <span>{tellsWords(t, f, asking)}</span>
          {asking.answers.length > 0 && <Answers asking={asking} />}
        </div>
      </div>
    </li>
  );
}

function Answers({ asking: { answers, bits } }: { asking: Asking }) {
  const { t, f } = useWords();
  return (
    <Popover width={300} position="bottom-end" trapFocus>
      <Popover.Target>
        <UnstyledButton className={css.ask}>{t('advice.answers')}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown tabIndex={0}>
        <h4 className={css.title}>{t('advice.answers_title')}</h4>
        <ul className={css.answers}>
          {answers.map(({ sign, p }) => (
            <li key={sign}>
              <span className={text.small}>{sign ? signSentence(t, sign, null) : t('advice.nothing_to_say')}</span>
              <svg width="64" height="5" aria-hidden="true">
                <rect width="64" height="5" rx="2" fill="var(--line)" />
                <rect width={64 * p} height="5" rx="2" fill={sign ? 'var(--toward)' : 'var(--mark-muted)'} />
              </svg>
              <span className={`${text.tiny} ${text.end}`}>{f.percent(p)}</span>
            </li>
          ))}
        </ul>
        {bits !== null && <p className={`${text.tiny} ${text.third} ${css.note}`}>{t('advice.bits_explained')}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
