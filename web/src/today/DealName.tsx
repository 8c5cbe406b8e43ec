// Which deal something is said of: who buys, what it is about, for how much.

import { Link } from '@tanstack/react-router';
import type { Today } from '~/api/types';
import { useWords } from '~/app/i18n';
import css from './DealName.module.css';

type Said = Pick<Today['duties'][number], 'opportunity' | 'organization'> &
  Partial<Pick<Today['duties'][number], 'amount'>>;

export function DealName({ said: { opportunity, organization, amount } }: { said: Said }) {
  const { f } = useWords();
  return (
    <Link to="/deals/$dealId" params={{ dealId: opportunity.id }} className={css.deal ?? ''}>
      {[organization, opportunity.name, amount && f.money(amount)].filter(Boolean).join(' · ')}
    </Link>
  );
}
