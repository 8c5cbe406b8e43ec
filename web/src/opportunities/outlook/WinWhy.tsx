// Why this chance to win: one line a person and kind, the base first, and the total they add up to.

import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Outlook, Win, WinTermLine } from '~/api/types';
import { type Translate, useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { WhyRow } from '~/beliefs/WhyRow';
import { TableTwin } from '~/graphics/TableTwin';
import { useSees } from '~/session/may';
import { termRows } from './terms';
import css from './WinWhy.module.css';

export function WinWhy({ win, proof }: { win: Win; proof: Outlook['proof'] }) {
  const { t, f } = useWords();
  const sees = useSees();
  const [unfolded, unfold] = useState(false);
  const { rows, total, domain } = termRows(win, unfolded);
  const title = win.enough ? t('why.title', { chance: f.percent(win.p) }) : t('win.too_little');
  const coverage = f.percent(win.coverage);
  return (
    <article className={css.why}>
      <header className={css.head}>
        <h2 className={css.title}>{title}</h2>
        <p className={`${text.small} ${text.third}`}>{t(win.enough ? 'win.rule' : 'win.wide')}</p>
      </header>
      <TableTwin
        caption={title}
        head={[t('win.term'), t('why.points')]}
        rows={[
          ...rows.map(({ terms, shown }) => [rowName(t, terms), f.points(shown)]),
          [t('why.now'), f.points(total.shown)],
        ]}
      />
      <div aria-hidden="true">
        {rows.map(({ terms, points, shown, bar }) => (
          <WhyRow key={rowName(t, terms)} domain={domain} shown={shown} bar={bar} tone={toneOf(terms, points)}>
            <div className={css.what}>
              <div className={text.small}>{rowName(t, terms)}</div>
              <div className={`${text.tiny} ${text.third}`}>{rowWords(t, terms)}</div>
            </div>
          </WhyRow>
        ))}
      </div>
      {rows.some(({ terms }) => terms.length > 1) && (
        <UnstyledButton className={css.unfold} onClick={() => unfold(true)}>
          {t('win.unfold')}
        </UnstyledButton>
      )}
      <div className={css.now} aria-hidden="true">
        <WhyRow domain={domain} {...total} tone={total.shown >= 0 ? 'toward' : 'away'}>
          <b>{t('why.now')}</b>
        </WhyRow>
      </div>
      <p className={`${text.small} ${text.third} ${css.foot}`}>{t('win.coverage', { coverage })}</p>
      {proof && (
        <p className={`${text.small} ${proof.verdict === 'challenger' ? text.watch : text.third} ${css.foot}`}>
          {t(`win.proof.${proof.verdict}`, { day: f.day(proof.computed_on) })}{' '}
          {sees('proof') && (
            <Link to="/proof" className={css.proof ?? ''}>
              {t('win.proof.see')}
            </Link>
          )}
        </p>
      )}
    </article>
  );
}

function rowName(t: Translate, [first, ...more]: readonly WinTermLine[]): string {
  if (!first) return '';
  if (more.length > 0) return t('win.small', { count: more.length + 1 });
  const { kind, person } = first;
  return person ? t('win.term_of', { term: t(`win.term.${kind}`), person: person.name }) : t(`win.term.${kind}`);
}

function toneOf([first]: readonly WinTermLine[], points: number): 'toward' | 'away' | 'still' {
  if (first?.kind === 'base') return 'still';
  return points >= 0 ? 'toward' : 'away';
}

const EITHER_WAY = ['support', 'veto', 'coverage', 'concept', 'competitor'] as const;

/** What the term means, and which way it went here. */
function rowWords(t: Translate, [first, ...more]: readonly WinTermLine[]): string {
  if (!first || more.length > 0) return t('win.small_words');
  const { kind, points } = first;
  const split = EITHER_WAY.find((one) => one === kind);
  if (split) return t(points >= 0 ? `win.term_words.${split}_for` : `win.term_words.${split}_against`);
  return t(`win.term_words.${kind as 'base' | 'overdue'}`);
}
