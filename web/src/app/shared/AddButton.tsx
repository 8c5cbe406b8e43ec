// The one black button of a list: makes a new record. On a phone only its plus is left.

import { Button, Kbd } from '@mantine/core';
import { Icon } from '~/graphics/Icon';
import css from './AddButton.module.css';

export function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="filled" className={css.add ?? ''} onClick={onClick}>
      <Icon name="plus" size={14} />
      <span className={css.words}>{label}</span> <Kbd>N</Kbd>
    </Button>
  );
}
