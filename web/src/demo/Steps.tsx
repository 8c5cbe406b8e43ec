// The live figures of the three steps: where he stood, how far ahead we thought we were, and what moved him.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Day, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { beliefQuery } from '~/beliefs/api';
import { waterfall } from '~/beliefs/waterfall';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { StateBar } from '~/graphics/StateBar';
import { roomQuery } from '~/opportunities/api';
import { gapSentence, gapTone } from '~/opportunities/gap';
import { initials } from '~/words/names';
import { readingWords } from '~/words/reading';
import { stageName } from '~/words/stage';
import { titleSentence } from '~/words/title';
import css from './Steps.module.css';

const LINES = 4;

export function StandingStep({ dealId, personId, days }: { dealId: Id; personId: Id; days: Day[] }) {
  return (
    <>
      {days.map((day) => (
        <Standing key={day} dealId={dealId} personId={personId} day={day} />
      ))}
    </>
  );
}

function Standing({ dealId, personId, day }: { dealId: Id; personId: Id; day: Day }) {
  const { t, f } = useWords();
  const { data: room } = useQuery(roomQuery(dealId, day));
  const stakeholder = room?.stakeholders.find(({ person }) => person.id === personId);
  if (!stakeholder) return <Waiting rows={1} />;
  const { person, reading, power, veto } = stakeholder;
  return (
    <Link
      to="/deals/$dealId/people/$personId"
      params={{ dealId, personId }}
      search={{ at: day }}
      className={css.standing ?? ''}
    >
      <PersonGlyph
        size={38}
        state={reading?.median_stage ?? null}
        sure={reading?.sure ?? true}
        power={power}
        veto={veto}
        initials={initials(person.name)}
      />
      <span className={css.who}>
        <span className={css.line}>
          <b>{readingWords(t, f, reading)}</b>
          <span className={text.third}>{f.fullDay(day)}</span>
        </span>
        <StateBar shares={reading?.stages ?? []} width={240} height={10} />
        <span className={`${text.tiny} ${text.third}`}>{person.name}</span>
      </span>
    </Link>
  );
}

export function GapStep({ dealId, day }: { dealId: Id; day: Day }) {
  const { t, f } = useWords();
  const { data: room } = useQuery(roomQuery(dealId, day));
  if (!room) return <Waiting rows={2} />;
  const { gap, opportunity } = room;
  const tone = gap ? gapTone(gap) : 'still';
  return (
    <Link to="/deals/$dealId" params={{ dealId }} search={{ at: day }} className={css.gap ?? ''}>
      <span className={css.line}>
        <span className={text.third}>{t('start.our_stage')}</span>
        <Chip tone="us">{stageName(t, opportunity.stage)}</Chip>
      </span>
      {gap && (
        <>
          <span className={css.line}>
            <span className={text.third}>{t('start.their_middle')}</span>
            <b>{t(`state.${gap.buyers_median}`)}</b>
          </span>
          <StateBar shares={gap.shares} width={290} height={10} />
          <span className={css.line}>
            <Chip tone={tone === 'still' ? 'plain' : tone}>{gapSentence(t, f, gap)}</Chip>
            <span className={text.third}>{f.fullDay(day)}</span>
          </span>
        </>
      )}
    </Link>
  );
}

export function WhyStep({ dealId, personId, day }: { dealId: Id; personId: Id; day: Day }) {
  const { t, f } = useWords();
  const { data: belief } = useQuery(beliefQuery(dealId, personId, day));
  if (!belief) return <Waiting rows={4} />;
  if (!belief.estimate) return null;
  const { explanation, probability } = belief.estimate;
  const { lines } = waterfall(explanation, 'by_size');
  return (
    <Link
      to="/deals/$dealId/people/$personId"
      params={{ dealId, personId }}
      search={{ at: day }}
      className={css.why ?? ''}
    >
      {lines.slice(0, LINES).map(({ line, index, shown }) => (
        <span key={index} className={css.reason}>
          <span className={text.third}>{f.shortDay(line.at)}</span>
          <span className={text.clip}>{titleSentence(t, line.title, line.count)}</span>
          <span className={shown >= 0 ? css.up : css.down}>{f.points(shown)}</span>
        </span>
      ))}
      <span className={css.total}>
        <span>{t('start.adds_up')}</span>
        <b>{f.percent(probability)}</b>
      </span>
    </Link>
  );
}
