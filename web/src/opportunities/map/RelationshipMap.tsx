// The relationship map: who is tied to whom, from us to those who decide. The list below it says the same in words.

import { ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useElementSize } from '@mantine/hooks';
import { type CSSProperties, useMemo } from 'react';
import type { Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { shownRoute } from '~/ways/route';
import { graphOf } from './graph';
import { MapLegend } from './MapLegend';
import { LaneNode, PersonNode } from './MapNodes';
import { RelationLine } from './RelationLine';
import css from './RelationshipMap.module.css';

const NODE_TYPES = { person: PersonNode, lane: LaneNode };
const EDGE_TYPES = { relation: RelationLine };
const LEAST_WIDTH = 760;
const LEAST_HEIGHT = 384;
const NARROW = 560;
const MOST_HEIGHT = 560;
/** Under this zoom names cannot be read: show a part, and let it be moved. */
const LEAST_LEGIBLE = 0.62;

export default function RelationshipMap({ room }: { room: Room }) {
  const { t } = useWords();
  const { ref, width } = useElementSize();
  const drawn = Math.max(LEAST_WIDTH, width);
  const route = shownRoute.use();
  const way = route?.dealId === room.opportunity.id ? route.people : undefined;
  const graph = useMemo(() => graphOf(room, drawn, LEAST_HEIGHT, way), [room, drawn, way]);
  const height = Math.min(graph.height, MOST_HEIGHT);
  // On a phone it opens where the decision is; the way there is a drag to the side.
  const narrow = width < NARROW;
  const whoDecides = graph.nodes.filter(({ data }) => 'lane' in data && data.lane === 'decides');
  const fits = width >= LEAST_WIDTH && graph.height <= height;
  return (
    <section
      ref={ref}
      className={css.map}
      style={{ '--height': `${height}px` } as CSSProperties}
      aria-label={t('map.title')}
    >
      {width > 0 && (
        <ReactFlow
          key={fits ? 'fits' : `fit:${graph.height}`}
          nodes={graph.nodes}
          edges={graph.edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          zoomOnScroll={false}
          preventScrolling={false}
          zoomOnDoubleClick={false}
          panOnDrag={!fits}
          fitView={!fits}
          fitViewOptions={{ padding: 0.02, minZoom: LEAST_LEGIBLE, ...(narrow ? { nodes: whoDecides } : {}) }}
          minZoom={0.3}
          maxZoom={1.6}
          attributionPosition="top-right"
        />
      )}
      <MapLegend phase={room.phase} />
    </section>
  );
}
