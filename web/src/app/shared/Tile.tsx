// An organization's tile: its monogram on one of six quiet colours.

import { monogram, tileIndex } from '~/words/names';
import css from './Tile.module.css';

export function Tile({ id, name, size = 20 }: { id: string; name: string; size?: number }) {
  return (
    <span
      className={css.tile}
      data-colour={tileIndex(id)}
      style={{ width: size, height: size, fontSize: size * (size > 28 ? 0.35 : 0.45), borderRadius: size > 28 ? 8 : 5 }}
      aria-hidden="true"
    >
      {monogram(name)}
    </span>
  );
}
