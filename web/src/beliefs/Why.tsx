// Why this chance: the start, every dated line, the quiet days, and the total they add up to.

import { SegmentedControl } from '@mantine/core';
import { type ReactNode, type Ref, useMemo, useState } from 'react';
import type { Belief } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { TableTwin } from '~/graphics/TableTwin';
import { furtherName } from '~/words/headline';
import { titleSentence } from '~/words/title';
import { ModelPopover } from './ModelPopover';
import css from './Why.module.css';
import { WhyRow } from './WhyRow';
import { type Order, waterfall } from './waterfall';

export function Why({ belief, ref }: { belief: Belief; ref: Ref<HTMLElement> }) {
  const { t, f } = useWords();
  const [order, setOrder] = useState<Order>('in_order');
  const { explanation, reading, target, probability } = belief;
  const { start, lines, quiet, total, domain } = useMemo(() => waterfall(explanation, order), [explanation, order]);
  const finding = target.kind === 'stage_or_further' ? furtherName(t, target.stage) : t(`finding.${target.kind}`);
  const strongest = explanation.lines.find(({ label }) => label === explanation.strongest?.label);
  return (
    <aside className={css.why} ref={ref} tabIndex={-1} aria-label={t('why.title', { chance: f.percent(probability) })}>
      <header className={css.head}>
        <h2 className={css.title}>{t('why.title', { chance: f.percent(probability) })}</h2>
        <SegmentedControl
          value={order}
          onChange={(value) => setOrder(value === 'by_size' ? 'by_size' : 'in_order')}
          data={[
            { value: 'in_order', label: t('why.in_order') },
            { value: 'by_size', label: t('why.by_size') },
          ]}
        />
        <p className={`${text.tiny} ${text.third} ${css.rule}`}>{t('why.rule', { finding })}</p>
      </header>
      <TableTwin
        caption={t('why.title', { chance: f.percent(probability) })}
        head={[t('why.when'), t('why.what'), t('why.points')]}
        rows={[
          [t('why.start'), t(`why.start_line.${explanation.phase}`), f.points(start.shown)],
          ...lines.map(({ line, shown }) => [f.fullDay(line.at), titleSentence(t, line.title), f.points(shown)]),
          [t('why.quiet'), t('why.quiet_line'), f.points(quiet.shown)],
          [t('why.now'), f.percent(probability), f.points(total.shown)],
        ]}
      />
      <div className={css.rows} aria-hidden="true">
        <WhyRow when={t('why.start')} domain={domain} {...start} tone="still">
          <What
            main={t(`why.start_line.${explanation.phase}`)}
            sub={t('why.start_sub', { role: t(`role.${belief.stakeholder.role}`) })}
          />
        </WhyRow>
        {lines.map(({ line, shown, bar }) => (
          <WhyRow
            key={line.label}
            when={f.shortDay(line.at)}
            domain={domain}
            shown={shown}
            bar={bar}
            tone={line.points >= 0 ? 'toward' : 'away'}
          >
            <What main={titleSentence(t, line.title)} sub={<LineBasis line={line} />} />
          </WhyRow>
        ))}
        <WhyRow when={t('why.quiet')} domain={domain} {...quiet} tone="still">
          <What main={t('why.quiet_line')} sub={t('why.quiet_sub', { count: explanation.quiet.days })} />
        </WhyRow>
      </div>
      <div className={css.now}>
        <WhyRow when={f.shortDay(reading.as_of)} domain={domain} {...total} tone={total.shown >= 0 ? 'toward' : 'away'}>
          <span>
            <b>{t('why.now')}</b>{' '}
            <span className={text.second}>
              {t('why.odds', { odds: odds(probability), chance: f.percent(probability) })}
            </span>
          </span>
        </WhyRow>
      </div>
      <footer className={css.foot}>
        {explanation.strongest && strongest && (
          <span className={css.without}>
            {t('why.without', {
              line: titleSentence(t, strongest.title),
              chance: f.percent(explanation.strongest.probability_without),
            })}
          </span>
        )}
        <ModelPopover explanation={explanation} />
      </footer>
    </aside>
  );
}

/** What a bettor would say, to one: 1.52. */
const odds = (p: number): string => {
  const value = p / Math.max(1e-6, 1 - p);
  if (value < 0.01) return '<0.01';
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
};

function What({ main, sub }: { main: string; sub: ReactNode }) {
  return (
    <div className={css.what}>
      <div className={`${text.small} ${css.main}`} title={main}>
        {main}
      </div>
      <div className={`${text.tiny} ${text.third} ${css.sub}`}>{sub}</div>
    </div>
  );
}

function LineBasis({ line }: { line: Belief['explanation']['lines'][number] }) {
  const { t, f } = useWords();
  const { source, words, until, assumed } = line;
  const said = source === 'customer_written' && words ? t('feed.quoted', { words }) : words;
  const basis = [source && t(`source.${source}`), assumed && t('assumed.chip')].filter(Boolean);
  return (
    <>
      <span className={text.clip} title={said ?? undefined}>
        {[until && t('why.until', { from: f.shortDay(line.at), until: f.shortDay(until) }), said]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {basis.length > 0 && (
        <span className={text.nowrap}>
          {(said || until) && ' · '}
          {basis.join(' · ')}
        </span>
      )}
    </>
  );
}
