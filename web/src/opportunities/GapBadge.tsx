// How far our stage is from the buyers, on a card or in a row.

import type { Gap } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { gapTone, gapWords } from './gap';

const ARROWS = { away: '▲ ', toward: '▼ ', still: '' } as const;

export function GapBadge({ gap }: { gap: Gap }) {
  const { t, f } = useWords();
  const tone = gapTone(gap);
  return (
    <Chip tone={tone === 'still' ? 'plain' : tone}>
      {ARROWS[tone]}
      {gapWords(t, f, gap)}
    </Chip>
  );
}
