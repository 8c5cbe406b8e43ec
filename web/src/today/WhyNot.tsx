// "Why not something else?" in a deal that the page is not about: its room is fetched when it is asked.

import { useState } from 'react';
import { ChoicesDrawer } from '~/advice/ChoicesDrawer';
import type { Prefill } from '~/advice/prefill';
import type { Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { useRoom } from '~/opportunities/api';

interface Props {
  dealId: Id;
  /** Towards whom it is asked; nobody while it is not. */
  personId: Id | null;
  onPlan: ((prefill: Prefill) => void) | undefined;
  onClose: () => void;
}

export function WhyNot(props: Props) {
  return props.personId && <Asked {...props} personId={props.personId} />;
}

function Asked({ dealId, personId, onPlan, onClose }: Props & { personId: Id }) {
  const { t } = useWords();
  const { data: room } = useRoom(dealId, null);
  const [chosen, choose] = useState(personId);
  if (!room) return null;
  return (
    <ChoicesDrawer
      room={room}
      personId={chosen}
      title={t('choices.title')}
      onPerson={choose}
      onPlan={onPlan}
      onClose={onClose}
    />
  );
}
