// Readings of several people as one set of shares, each person counted by their power.

import type { Stage, StageShare, Stakeholder } from '~/api/types';

export function weighByPower(stakeholders: Stakeholder[], stages: readonly Stage[]): StageShare[] {
  const known = stakeholders.filter(({ reading }) => reading?.stages.every(({ stage }) => stages.includes(stage)));
  const total = known.reduce((sum, { power }) => sum + power, 0);
  if (total === 0) return [];
  return stages.map((stage) => ({
    stage,
    p: known.reduce((sum, { power, reading }) => sum + (power / total) * shareOf(reading?.stages ?? [], stage), 0),
  }));
}

const shareOf = (shares: StageShare[], stage: Stage): number => shares.find((share) => share.stage === stage)?.p ?? 0;
