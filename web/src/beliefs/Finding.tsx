// The finding on top of the page: a sentence with its chance, since when, and what moved it most.

import { UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import type { Belief } from '~/api/types';
import { announce } from '~/app/announce';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { background, headline } from '~/words/headline';
import css from './Finding.module.css';
import { useMoved } from './useMoved';

interface Props {
  belief: Belief;
  live: boolean;
  onWhy: () => void;
}

export function Finding({ belief, live, onWhy }: Props) {
  const { t, f } = useWords();
  const { lead, rest } = headline(t, f, belief);
  const { text: past, strongest } = background(t, f, belief);
  const moved = useMoved(belief.probability, live);
  const { name } = belief.person;
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
              {t('headline.moved_most', { line: strongest.sentence, day: f.shortDay(strongest.day) })}{' '}
              <span className={`${text.medium} ${strongest.points >= 0 ? text.toward : text.away} ${text.nowrap}`}>
                {t('headline.points', { points: f.points(strongest.points) })}
              </span>
            </>
          )}
        </p>
      </div>
      <UnstyledButton className={css.why} onClick={onWhy}>
        {t('why.ask')}
      </UnstyledButton>
    </section>
  );
}
