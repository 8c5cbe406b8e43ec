// How influence looks: the further somebody weighs with somebody else, the wider the line between them; the more of the
// bond time has taken, the fainter it is.

import type { RoomEdge } from '~/api/types';

const THINNEST = 1.5;
const WIDEST = 9;
const FAINTEST = 0.15;
const STRONGEST = 0.5;
/** More than this is rare, and would hide what lies under it. */
const FULL_WEIGHT = 0.8;

interface Stroke {
  strokeWidth: number;
  strokeOpacity: number;
}

/** Null where the two are bound by nothing along which stands travel. Either may weigh with the other. */
export function influenceOf({ weight, weight_back: back, strength }: Bond): Stroke | null {
  const heaviest = Math.max(weight ?? 0, back ?? 0);
  if (heaviest <= 0) return null;
  const share = Math.min(1, heaviest / FULL_WEIGHT);
  return {
    strokeWidth: THINNEST + share * (WIDEST - THINNEST),
    strokeOpacity: FAINTEST + (strength ?? 1) * (STRONGEST - FAINTEST),
  };
}

type Bond = Pick<RoomEdge, 'weight' | 'weight_back' | 'strength'>;
