// Why this chance: the start, every dated line, the quiet days, and the total they add up to; and what is disputed in it.

import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type Ref, useMemo, useState } from 'react';
import type { BuyingRole, Day, Estimate, ExplanationLine, Id } from '~/api/types';
import { type Translate, useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { TableTwin } from '~/graphics/TableTwin';
import { evidenceQuery } from '~/interactions/api';
import { DisputeDialog } from '~/interactions/DisputeDialog';
import type { EvidenceRecord } from '~/interactions/useDispute';
import { targetName } from '~/words/headline';
import { noteWords } from '~/words/quote';
import { titleSentence } from '~/words/title';
import { DisputedLines } from './DisputedLines';
import { ModelPopover } from './ModelPopover';
import css from './Why.module.css';
import { WhyRow } from './WhyRow';
import { type Order, waterfall } from './waterfall';

interface Props {
  estimate: Estimate;
  role: BuyingRole;
  dealId: Id;
  personId: Id;
  at: Day | null;
  mayDispute: boolean;
  /** Missing where nothing can be done about it: a day is looked back at. */
  onAskChange?: (() => void) | undefined;
  ref: Ref<HTMLElement>;
}

export function Why({ estimate, role, dealId, personId, at, mayDispute, onAskChange, ref }: Props) {
  const { t, f } = useWords();
  const [order, setOrder] = useState<Order>('in_order');
  const [disputing, setDisputing] = useState(false);
  const { data: items = [] } = useQuery(evidenceQuery(dealId, personId, at));
  const { explanation, reading, target, probability } = estimate;
  const { start, lines, quiet, total, domain } = useMemo(() => waterfall(explanation, order), [explanation, order]);
  const { strongest: place, probability_without_strongest: without } = explanation;
  const strongest = place === null ? null : explanation.lines[place];
  const disputable = explanation.lines
    .map((line) => ({
      sentence: t('dispute.dated', { day: f.shortDay(line.at), sentence: lineSentence(t, line) }),
      records: recordsOf(line),
    }))
    .filter(({ records }) => records.length > 0);
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
        <p className={`${text.tiny} ${text.third} ${css.rule}`}>{t('why.rule', { finding: targetName(t, target) })}</p>
      </header>
      <TableTwin
        caption={t('why.title', { chance: f.percent(probability) })}
        head={[t('why.when'), t('why.what'), t('why.points')]}
        rows={[
          [t('why.start'), t(`why.start_line.${explanation.start}`), f.points(start.shown)],
          ...lines.map(({ line, shown }) => [f.fullDay(line.at), lineSentence(t, line), f.points(shown)]),
          [t('why.quiet'), t('why.quiet_line'), f.points(quiet.shown)],
          [t('why.now'), f.percent(probability), f.points(total.shown)],
        ]}
      />
      <div className={css.rows} aria-hidden="true">
        <WhyRow when={t('why.start')} domain={domain} {...start} tone="still">
          <What
            main={t(`why.start_line.${explanation.start}`)}
            sub={explanation.start === 'stranger' ? t('why.start_sub', { role: t(`role.${role}`) }) : t(`role.${role}`)}
          />
        </WhyRow>
        {lines.map(({ line, index, shown, bar }) => (
          <WhyRow
            key={index}
            when={f.shortDay(line.at)}
            domain={domain}
            shown={shown}
            bar={bar}
            tone={line.points >= 0 ? 'toward' : 'away'}
          >
            <What main={lineSentence(t, line)} sub={<LineBasis line={line} />} />
          </WhyRow>
        ))}
        <WhyRow when={t('why.quiet')} domain={domain} {...quiet} tone="still">
          <What main={t('why.quiet_line')} sub={t('why.quiet_sub', { count: Math.round(explanation.quiet_days) })} />
        </WhyRow>
      </div>
      <DisputedLines opportunityId={dealId} items={items} mayTakeBack={mayDispute} />
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
        {strongest && without !== null && (
          <span className={css.without}>
            {t('why.without', { line: lineSentence(t, strongest), chance: f.percent(without) })}
          </span>
        )}
        <ModelPopover explanation={explanation} />
        {onAskChange && (
          <UnstyledButton className={css.dispute} onClick={onAskChange}>
            {t('why.change')}
          </UnstyledButton>
        )}
        {mayDispute && disputable.length > 0 && (
          <UnstyledButton className={css.dispute} onClick={() => setDisputing(true)}>
            {t('dispute.ask')}
          </UnstyledButton>
        )}
      </footer>
      <DisputeDialog opportunityId={dealId} lines={disputable} opened={disputing} onClose={() => setDisputing(false)} />
    </aside>
  );
}

const lineSentence = (t: Translate, { title, count }: ExplanationLine): string => titleSentence(t, title, count);

const recordsOf = ({ interaction_ids: interactions, commitment_ids: promises }: ExplanationLine): EvidenceRecord[] => [
  ...interactions.map((id) => ({ noun: 'interaction' as const, id })),
  ...promises.map((id) => ({ noun: 'commitment' as const, id })),
];

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

/** The words of a promise are in its sentence already; those of a record are a note beneath. */
function LineBasis({ line }: { line: ExplanationLine }) {
  const { t, f } = useWords();
  const { title, source, until, assumed, recorded_by: recorder } = line;
  const words = line.interaction_ids.length > 0 ? title.words : null;
  const days = until && t('why.until', { from: f.shortDay(line.at), until: f.shortDay(until) });
  const note = [days, noteWords(t, { words, source, assumed })].filter(Boolean).join(' · ');
  // An assumption has no source: nobody wrote it.
  const basis = assumed ? [t('assumed.chip')] : [source && t(`source.${source}`), recorder?.name].filter(Boolean);
  return (
    <>
      <span className={text.clip} title={note}>
        {note}
      </span>
      {basis.length > 0 && (
        <span className={text.nowrap}>
          {note && '· '}
          {basis.join(' · ')}
        </span>
      )}
    </>
  );
}
