// One person's benefit points as a list, by gap: on a phone in place of the matrix, and on the person's own page.

import type { BenefitRow, Benefits } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { StandingMark } from '~/graphics/StandingMark';
import { noteWords } from '~/words/quote';
import { titleSentence } from '~/words/title';
import css from './PersonPoints.module.css';
import { PointButton } from './PointButton';
import { type PersonPoint, pointsOf, speakingProof } from './points';

interface Props {
  person: string;
  benefits: Benefits;
  row: BenefitRow;
  /** The words that prove each point are shown beside it, and not only when it is opened. */
  quoted?: boolean;
}

export function PersonPoints({ person, benefits, row, quoted }: Props) {
  return (
    <ul className={css.list}>
      {pointsOf(benefits, row).map((held) => (
        <li key={held.point.name}>
          <PointButton person={person} {...held} className={css.point}>
            <Point {...held} quoted={quoted === true} />
          </PointButton>
        </li>
      ))}
    </ul>
  );
}

function Point({ point, cell, next, quoted }: PersonPoint & { quoted: boolean }) {
  const { t, f } = useWords();
  const proof = quoted ? speakingProof(cell.proof) : null;
  const formed = cell.standing !== 'unformed';
  const standing = next && !formed ? t('benefit.prove_next') : t(`standing.${cell.standing}`);
  return (
    <>
      <span className={css.head}>
        <StandingMark standing={cell.standing} next={next && !formed} />
        <span className={`${text.small} ${css.name}`}>{point.name}</span>
        <span className={`${text.tiny} ${css.standing}`} data-standing={next && !formed ? 'next' : cell.standing}>
          {standing} · {f.power(cell.gap)}
        </span>
      </span>
      {proof && (
        <span className={`${text.small} ${text.second} ${css.quote}`}>
          {noteWords(t, proof) ?? titleSentence(t, proof.title)}
          <span className={`${text.tiny} ${text.third}`}> {f.shortDay(proof.at)}</span>
        </span>
      )}
    </>
  );
}
