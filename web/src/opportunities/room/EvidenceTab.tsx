// All evidence of the deal on a page of its own, with the line to add to it.

import type { Ref as ReactRef } from 'react';
import type { Day, Id, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { EvidenceFeed } from '~/interactions/EvidenceFeed';
import { EvidenceLine } from '~/interactions/EvidenceLine';
import { useMay } from '~/session/may';
import css from './TabPage.module.css';

interface Props {
  room: Room;
  names: ReadonlyMap<Id, string>;
  at: Day | null;
  lineRef: ReactRef<HTMLTextAreaElement>;
}

export function EvidenceTab({ room, names, at, lineRef }: Props) {
  const { t } = useWords();
  const mayRecord = useMay()('update', 'opportunity', room.opportunity);
  return (
    <div className={css.page}>
      {at === null && mayRecord && (
        <EvidenceLine
          inputRef={lineRef}
          opportunityId={room.opportunity.id}
          personId={null}
          names={names}
          observedUntil={room.opportunity.observed_until}
          placeholder={t('evidence.placeholder')}
        />
      )}
      <EvidenceFeed opportunity={room.opportunity} names={names} at={at} />
    </div>
  );
}
