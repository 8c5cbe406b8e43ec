// What may come of a suggestion, drawn: now and expected with the halo of four in five, and the answers with their chances.

import type { Measure, Suggestion } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { ReplyBar } from '~/graphics/ReplyBar';
import { ShiftMark } from '~/graphics/ShiftMark';
import css from './SuggestionFigures.module.css';
import { chancesLine, measureWords, replyParts, shiftWords, spreadWords } from './words';

interface Props {
  suggestion: Suggestion;
  measure: Measure;
  now: number;
  /** The ends of the scale, one for all suggestions of a list. */
  scale: readonly [number, number];
  width?: number;
}

export function SuggestionFigures({ suggestion, measure, now, scale, width = 150 }: Props) {
  const { t, f } = useWords();
  const { gain, low, high, answers } = suggestion;
  const chances = chancesLine(t, f, answers);
  return (
    <div className={css.figures}>
      <div className={css.line}>
        <ShiftMark
          before={now}
          after={now + gain}
          range={scale}
          halo={{ low, high }}
          width={width}
          label={t('advice.of_measure', {
            measure: measureWords(t, measure),
            shift: spreadWords(t, f, now, suggestion),
          })}
        />
        <span className={`${text.small} ${text.third} ${text.nowrap}`}>{shiftWords(t, f, now, now + gain)}</span>
      </div>
      <div className={css.line}>
        <ReplyBar parts={replyParts(answers, now)} width={64} label={chances} />
        <span className={`${text.small} ${text.third}`} aria-hidden="true">
          {chances}
        </span>
      </div>
    </div>
  );
}
