// The deal room: our stage against the buyers, who is tied to whom, who stands where, on any day; and the evidence.

import { Button, Kbd, Menu, Modal, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { ActivitiesTab } from '~/activities/ActivitiesTab';
import { activitiesQuery } from '~/activities/api';
import { PlanDialog } from '~/activities/PlanDialog';
import { adviceQuery } from '~/advice/api';
import { DealAdvice } from '~/advice/DealAdvice';
import { blank, type Prefill, takingUp } from '~/advice/prefill';
import type { Id, Pipeline, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { useKeys } from '~/app/keys';
import { Chip } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { Rule, Topbar } from '~/app/shell/Topbar';
import { PromiseDialog } from '~/commitments/PromiseDialog';
import { Icon } from '~/graphics/Icon';
import { evidenceContext, openEvidenceSheet } from '~/interactions/sheet';
import { useMay } from '~/session/may';
import { WaysDrawer } from '~/ways/WaysDrawer';
import { pipelineName } from '~/words/stage';
import { pipelinesQuery, useRoom } from './api';
import { BenefitSection } from './benefits/BenefitSection';
import css from './DealRoom.module.css';
import { AddStakeholder } from './room/AddStakeholder';
import { DealMenu } from './room/DealMenu';
import { EvidenceTab } from './room/EvidenceTab';
import { PromisesTab } from './room/PromisesTab';
import { RoomAlarms } from './room/RoomAlarms';
import { RoomHeader } from './room/RoomHeader';
import { RoomRail } from './room/RoomRail';
import { StakeholderList } from './room/StakeholderList';
import { StepsTab } from './room/StepsTab';
import { TimeSlider } from './room/TimeSlider';
import { ROOM_TABS, type RoomTab } from './room/tabs';
import { useAt } from './room/useAt';
import { useWaysTo } from './room/useWaysTo';
import { UseSteps } from './use/UseSteps';
import { VerdictDrawer } from './verdict/VerdictDrawer';
import { Suppose } from './whatif/Suppose';

const RelationshipMap = lazy(() => import('./map/RelationshipMap'));

const PHONE = '(max-width: 640px)';
/** Below the width of two columns the rail goes under the room, but for the alarms. */
const ONE_COLUMN = '(max-width: 960px)';

export default function DealRoom() {
  const { t } = useWords();
  const { dealId } = useParams({ from: '/frame/deals/$dealId' });
  const [at] = useAt();
  const room = useRoom(dealId, at);
  if (room.isPending) return <Waiting rows={9} height={32} />;
  if (room.isError) return <Failure what={t('room.failed')} error={room.error} onRetry={() => void room.refetch()} />;
  return <OpenRoom room={room.data} stale={room.isPlaceholderData} />;
}

function OpenRoom({ room, stale }: { room: Room; stale: boolean }) {
  const { t } = useWords();
  const tab = useSearch({ from: '/frame/deals/$dealId/', select: (search) => search.tab ?? 'room' });
  const navigate = useNavigate();
  const [at, setAt] = useAt();
  const [waysTo, showWays] = useWaysTo();
  const [dialog, setDialog] = useState<'promise' | 'person' | 'suppose' | 'verdict' | null>(null);
  const [planned, plan] = useState<Prefill | null>(null);
  const line = useRef<HTMLTextAreaElement>(null);
  const onPhone = useMediaQuery(PHONE) ?? false;
  const oneColumn = useMediaQuery(ONE_COLUMN) ?? false;
  const pipelines = useQuery(pipelinesQuery);
  const names = useMemo(() => namesIn(room), [room]);
  const may = useMay();
  const mayRecord = may('update', 'opportunity', room.opportunity);
  const people = room.stakeholders.map(({ person: { id, name } }) => ({ id, name }));

  useEffect(() => {
    const { id, name } = room.opportunity;
    evidenceContext.set({ opportunity: { id, name }, people, personId: null });
  });
  const logEvidence = () => (line.current ? line.current.focus() : openEvidenceSheet());
  const onPlan = mayRecord && !at ? plan : undefined;
  const planFirst = usePlanKeys(room, tab === 'room', onPlan);
  useKeys({ e: () => mayRecord && logEvidence(), p: () => mayRecord && setDialog('promise') });

  const show = (next: string | null) =>
    void navigate({
      to: '.',
      search: (previous) => ({ ...previous, tab: next === 'room' ? undefined : (next as RoomTab) }),
    });

  return (
    <>
      <Topbar
        crumbs={[{ label: t('nav.deals'), link: { to: '/deals' } }, { label: room.opportunity.name }]}
        beside={<PipelineChip pipelines={pipelines.data} id={room.opportunity.pipeline_id} />}
      >
        <RoomTabs room={room} pipelines={pipelines.data} tab={tab} onShow={show} inBar />
        {mayRecord && (
          <>
            <Rule />
            <Menu>
              <Menu.Target>
                <Button className={css.wide ?? ''} leftSection={<Icon name="plus" size={14} />}>
                  {t('room.add')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setDialog('person')}>{t('stakeholder.add')}</Menu.Item>
                {onPlan && (
                  <Menu.Item onClick={planFirst} rightSection={<Kbd>A</Kbd>}>
                    {t('plan.title')}
                  </Menu.Item>
                )}
                <Menu.Item onClick={() => setDialog('promise')} rightSection={<Kbd>P</Kbd>}>
                  {t('promise.new')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <DealMenu deal={room.opportunity} onVerdict={() => setDialog('verdict')} />
            {onPlan && (
              <>
                <Button className={css.wide ?? ''} onClick={logEvidence}>
                  {t('evidence.log')} <Kbd>E</Kbd>
                </Button>
                <Button className={css.wide ?? ''} variant="filled" onClick={planFirst}>
                  {t('plan.title')} <Kbd>A</Kbd>
                </Button>
              </>
            )}
          </>
        )}
      </Topbar>
      <div className={css.room} data-stale={stale || undefined}>
        <RoomTabs room={room} pipelines={pipelines.data} tab={tab} onShow={show} />
        {tab === 'steps' && <StepsTab room={room} />}
        {tab === 'evidence' && <EvidenceTab room={room} names={names} at={at} lineRef={line} />}
        {tab === 'activities' && <ActivitiesTab room={room} onPlan={onPlan && planFirst} />}
        {tab === 'promises' && (
          <PromisesTab room={room} readOnly={!mayRecord || at !== null} onNew={() => setDialog('promise')} />
        )}
        {tab === 'room' && (
          <>
            <RoomHeader
              room={room}
              names={names}
              live={!at}
              onSuppose={() => setDialog('suppose')}
              onVerdict={() => setDialog('verdict')}
            />
            <div className={css.body}>
              <div className={css.main}>
                {oneColumn && (
                  <div className={css.foremost}>
                    <RoomAlarms room={room} live={!at} />
                    <DealAdvice room={room} live={!at} onPlan={onPlan} />
                  </div>
                )}
                <RoomMap room={room} />
                <TimeSlider room={room} onDay={setAt} />
                {onPhone && <StakeholderList room={room} at={at} />}
                {room.phase === 'use' && <UseSteps room={room} at={at} />}
                <BenefitSection room={room} narrow={onPhone} />
                {!onPhone && <StakeholderList room={room} at={at} />}
              </div>
              <RoomRail room={room} at={at} names={names} lineRef={line} inOneColumn={oneColumn} onPlan={onPlan} />
            </div>
            <Suppose room={room} opened={dialog === 'suppose'} onClose={() => setDialog(null)} />
          </>
        )}
      </div>
      <PromiseDialog
        opportunityId={room.opportunity.id}
        ownerPersonId={room.ours.find(({ is_owner: isOwner }) => isOwner)?.id ?? null}
        people={people}
        personId={null}
        opened={dialog === 'promise'}
        onClose={() => setDialog(null)}
      />
      <VerdictDrawer
        deal={room.opportunity}
        mayRecord={mayRecord}
        opened={dialog === 'verdict'}
        onClose={() => setDialog(null)}
      />
      <PlanDialog prefill={planned} onClose={() => plan(null)} />
      <WaysDrawer room={room} at={at} personId={waysTo} onClose={() => showWays(null)} />
      <AddStakeholder room={room} opened={dialog === 'person'} onClose={() => setDialog(null)} />
    </>
  );
}

/** A plans the first suggestion, a digit the one of its place; without any, A begins an empty plan. */
function usePlanKeys(room: Room, numbered: boolean, onPlan: ((prefill: Prefill) => void) | undefined): () => void {
  const dealId = room.opportunity.id;
  const queryClient = useQueryClient();
  const { data: advice } = useQuery({ ...adviceQuery(dealId), enabled: onPlan !== undefined });
  const best = advice?.best ?? [];
  const takeUp = (place: number) => {
    const suggestion = best[place];
    if (suggestion) onPlan?.(takingUp(dealId, suggestion));
  };
  const planFirst = async () => {
    // Whoever is faster than the advice waits for it.
    const first = (await queryClient.ensureQueryData(adviceQuery(dealId)).catch(() => null))?.best[0];
    onPlan?.(first ? takingUp(dealId, first) : blank(dealId));
  };
  useKeys({
    a: () => void planFirst(),
    ...(numbered ? Object.fromEntries(best.map((_, place) => [String(place + 1), () => takeUp(place)])) : {}),
  });
  return () => void planFirst();
}

interface TabsProps {
  room: Room;
  pipelines: Pipeline[] | undefined;
  tab: RoomTab;
  onShow: (tab: string | null) => void;
  /** In the bar on top, where there is room for it; else above the page. */
  inBar?: boolean;
}

function RoomTabs({ room, pipelines, tab, onShow, inBar }: TabsProps) {
  const { t } = useWords();
  const counts: Record<RoomTab, string | number> = {
    room: '',
    steps: stepCount(room, pipelines),
    evidence: room.evidence_count,
    activities: useOpenActivities(room.opportunity.id),
    promises: room.commitments.length,
  };
  return (
    <Tabs value={tab} onChange={onShow} variant="pills" className={(inBar ? css.barTabs : css.pageTabs) ?? ''}>
      <Tabs.List>
        {ROOM_TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`room.tab.${name}`)} <span className={css.count}>{counts[name]}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

/** How many are still to be done. */
function useOpenActivities(dealId: Id): number | string {
  const { data } = useQuery(activitiesQuery(dealId));
  return data?.filter(({ state }) => state === 'open' || state === 'overdue').length ?? '';
}

/** On a phone the map has a screen of its own: the list says the same in less room. */
function RoomMap({ room }: { room: Room }) {
  const { t } = useWords();
  const onPhone = useMediaQuery(PHONE);
  const [opened, setOpened] = useState(false);
  const map = (
    <Suspense fallback={<div className={css.mapSpace} />}>
      <RelationshipMap room={room} />
    </Suspense>
  );
  if (!onPhone) return map;
  return (
    <div className={css.mapButton}>
      <Button fullWidth leftSection={<Icon name="people" />} onClick={() => setOpened(true)}>
        {t('map.open')}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} fullScreen title={t('map.title')} padding={0}>
        {opened && map}
      </Modal>
    </div>
  );
}

function PipelineChip({ pipelines, id }: { pipelines: Pipeline[] | undefined; id: Id }) {
  const { t } = useWords();
  const pipeline = pipelines?.find((candidate) => candidate.id === id);
  return pipeline ? (
    <span className={css.wide}>
      <Chip tone="outline">{pipelineName(t, pipeline)}</Chip>
    </span>
  ) : null;
}

function stepCount(room: Room, pipelines: Pipeline[] | undefined): string {
  const stages = pipelines?.find(({ id }) => id === room.opportunity.pipeline_id)?.stages ?? [];
  const position = stages.findIndex(({ id }) => id === room.opportunity.stage.id) + 1;
  return position > 0 ? `${position}/${stages.length}` : '';
}

function namesIn(room: Room): Map<Id, string> {
  const everyone = [...room.ours, ...room.others, ...room.stakeholders.map(({ person }) => person)];
  return new Map(everyone.map(({ id, name }) => [id, name]));
}
