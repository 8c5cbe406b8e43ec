// The finding on top of the page: a sentence with its chance, since when, and what moved it most.

import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import type { Estimate } from '~/api/types';
import { announce } from '~/app/announce';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { background, headline } from '~/words/headline';
import { titleSentence } from '~/words/title';
import css from './Finding.module.css';
import { useMoved } from './useMoved';

interface Props {
  name: string;
  estimate: Estimate;
  live: boolean;
  onWhy: () => void;
  /** What else can be chosen here. */
  children?: ReactNode;
}

export function Finding({ name, estimate, live, onWhy, children }: Props) {
  const { t, f } = useWords();
  const { lead, rest } = headline(t, f, estimate);
  const { text: past, strongest } = background(t, f, estimate);
  const moved = useMoved(estimate.probability, live);
  useEffect(() => {
    if (moved !== null) announce(t('belief.announced', { name, finding: lead, points: f.points(moved) }));
  }, [moved, name, lead, t, f]);
  return (
    <section className={css.finding}>
      <div className={css.words}>
        <h2 className={`${text.headline} ${css.lead}`}>
          {lead} {rest && <span className={css.rest}>{rest}</span>}
          {moved !== null && (
            <span className={css.moved} data-tone={moved > 0 ? 'toward' : 'away'}>
              {f.points(moved)}
            </span>
          )}
        </h2>
        <p className={css.past}>
          {past}
          {past && strongest && t('common.sentence_gap')}
          {strongest && (
            <>
              {t('headline.moved_most', {
                line: titleSentence(t, strongest.title, strongest.count),
                day: f.shortDay(strongest.at),
              })}{' '}
              <span className={`${text.medium} ${strongest.points >= 0 ? text.toward : text.away} ${text.nowrap}`}>
                {t('headline.points', { points: f.points(strongest.points) })}
              </span>
            </>
          )}
        </p>
      </div>
      {children}
      <UnstyledButton className={css.why} onClick={onWhy}>
        {t('why.ask')}
      </UnstyledButton>
    </section>
  );
}
