// One relation on the map. Reporting lines are straight and thin, ties bow, introductions are iris and numbered; how wide
// and strong a line is says how far the one weighs with the other.

import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { useWords } from '~/app/i18n';
import type { RelationEdge } from './graph';
import { influenceOf } from './influence';
import type { Point } from './layout';
import css from './RelationLine.module.css';

type Look = 'reports' | 'tie' | 'introduced' | 'downstream';

/** Any other kind is a tie. */
const LOOKS: Record<string, Look> = {
  reports_to: 'reports',
  introduced: 'introduced',
  customer_of: 'downstream',
};
/** How far a line bows aside, as a share of its length: two relations of one pair must not hide each other. */
const BOW: Record<Look, number> = { reports: 0, tie: 0.14, introduced: -0.16, downstream: 0.1 };
/** Where the words under a glyph end. */
const NAME_BELOW = 78;
const NAME_HALF_WIDTH = 60;
const UPRIGHT_BOW = -0.85;

export function RelationLine({ data }: EdgeProps<RelationEdge>) {
  const { t, f } = useWords();
  if (!data) return null;
  const { edge, from, to, order } = data;
  const look = LOOKS[edge.kind] ?? 'tie';
  const influence = influenceOf(edge);
  const [start, end] = look === 'reports' ? belowTheName(from, to) : [from, to];
  const bend = bow(start, end, look === 'introduced' && isUpright(start, end) ? UPRIGHT_BOW : BOW[look]);
  const path = `M${start.x},${start.y}Q${bend.x},${bend.y} ${end.x},${end.y}`;
  const middle = { x: (start.x + end.x) / 4 + bend.x / 2, y: (start.y + end.y) / 4 + bend.y / 2 };
  return (
    <>
      {look === 'introduced' && <path d={path} className={css.halo} />}
      {influence && <path d={path} className={css.influence} data-look={look} {...influence} />}
      {(look === 'reports' || look === 'introduced' || !influence || edge.assumed) && (
        <path d={path} className={css.line} data-look={look} data-assumed={edge.assumed || undefined} />
      )}
      {look === 'introduced' && (
        <EdgeLabelRenderer>
          <span
            className={css.tag}
            style={{ transform: `translate(-50%,-50%) translate(${middle.x}px,${middle.y}px)` }}
          >
            {data.proposed
              ? t('map.step', { order: String(order) })
              : `${order} ✓ ${edge.since ? f.shortDay(edge.since) : t('map.introduced')}`}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

/** A reporting line climbs from the glyph of the one to below the words of the other. */
function belowTheName(from: Point, to: Point): [Point, Point] {
  return from.y - to.y > NAME_BELOW ? [from, { x: to.x, y: to.y + NAME_BELOW }] : [from, to];
}

/** An introduction to one's own boss would run through the names: it goes around them. */
const isUpright = (from: Point, to: Point): boolean => Math.abs(from.x - to.x) < NAME_HALF_WIDTH;

function bow(from: Point, to: Point, share: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return { x: (from.x + to.x) / 2 - dy * share, y: (from.y + to.y) / 2 + dx * share };
}
