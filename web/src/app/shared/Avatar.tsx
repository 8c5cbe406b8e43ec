// One of our own users: initials on iris. Customers are drawn as glyphs, never as avatars.

import { initials } from '~/words/names';
import css from './Avatar.module.css';

export function Avatar({ name, size = 22 }: { name: string; size?: number }) {
  return (
    <span
      className={css.avatar}
      style={{ width: size, height: size, fontSize: size * 0.43 }}
      role="img"
      aria-label={name}
      title={name}
    >
      {initials(name)}
    </span>
  );
}
