// A card that can be opened (Enter, click), peeked at (Space) and carried (drag, or M and the arrows).

import { useDraggable } from '@dnd-kit/core';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { Card, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { useMay } from '~/session/may';
import css from './BoardCard.module.css';
import { CardBody } from './CardBody';

interface Props {
  card: Card;
  peeked: boolean;
  /** Some deal is being peeked at: the peek follows the focus. */
  peeking: boolean;
  onPeek: (id: Id) => void;
}

export function BoardCard({ card, peeked, peeking, onPeek }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const mayMove = useMay()('update', 'opportunity');
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: card.id,
    data: { card },
    disabled: !mayMove,
    attributes: { roleDescription: t('board.card') },
  });
  const open = () => void navigate({ to: '/deals/$dealId', params: { dealId: card.id } });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    listeners?.onKeyDown?.(event);
    if (event.defaultPrevented || isDragging) return;
    if (event.key === 'Enter') open();
    else if (event.key === ' ') onPeek(card.id);
    else if (event.key === 'j' || event.key === 'ArrowDown') step(event.currentTarget, 1);
    else if (event.key === 'k' || event.key === 'ArrowUp') step(event.currentTarget, -1);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dnd-kit's attributes make it a button
    <div
      ref={setNodeRef}
      {...(mayMove ? attributes : OPENED_ONLY)}
      {...listeners}
      className={css.card}
      data-card={card.id}
      data-carried={isDragging || undefined}
      data-peeked={peeked || undefined}
      onClick={open}
      onFocus={() => peeking && !peeked && onPeek(card.id)}
      onKeyDown={onKeyDown}
    >
      <CardBody card={card} />
    </div>
  );
}

/** Who may not carry a card may still open it: it is no disabled button, and nothing is said of carrying. */
const OPENED_ONLY = { role: 'button', tabIndex: 0 };

/** The card above or below in the same column; beyond the last one in view the list scrolls on by itself. */
function step(from: HTMLElement, by: 1 | -1): void {
  const slot = from.parentElement;
  const neighbour = by > 0 ? slot?.nextElementSibling : slot?.previousElementSibling;
  const next = neighbour?.querySelector<HTMLElement>('[data-card]');
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
