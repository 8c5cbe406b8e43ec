// Creating, changing and removing records of one noun, each with its way back.

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, ifMatch } from '~/api/client';
import type {
  Activity,
  ActivityFacts,
  BenefitPoint,
  BenefitPointFacts,
  Commitment,
  CommitmentFacts,
  Employment,
  EmploymentFacts,
  Id,
  Opportunity,
  OpportunityFacts,
  Organization,
  OrganizationFacts,
  OrganizationRelation,
  OrganizationRelationFacts,
  Person,
  PersonFacts,
  Product,
  ProductFacts,
  Team,
  Tie,
  TieFacts,
  User,
  UserFacts,
} from '~/api/types';

/** What the server keeps alike: the same four paths, facts in, a record with its version out. */
interface Kept {
  '/activities': { facts: ActivityFacts & { suggested?: boolean }; record: Activity };
  '/benefit-points': { facts: BenefitPointFacts; record: BenefitPoint };
  '/commitments': { facts: CommitmentFacts; record: Commitment };
  '/employments': { facts: EmploymentFacts; record: Employment };
  '/opportunities': { facts: OpportunityFacts; record: Opportunity };
  '/organization-relations': { facts: OrganizationRelationFacts; record: OrganizationRelation };
  '/organizations': { facts: OrganizationFacts; record: Organization };
  '/people': { facts: PersonFacts; record: Person };
  '/products': { facts: ProductFacts; record: Product };
  '/teams': { facts: { name: string; parent_id?: Id | null }; record: Team };
  '/ties': { facts: TieFacts; record: Tie };
  '/users': { facts: UserFacts & { password?: string }; record: User };
}

export type KeptPath = keyof Kept;
export type FactsOf<Path extends KeptPath> = Kept[Path]['facts'];
export type RecordOf<Path extends KeptPath> = Kept[Path]['record'];

/** A record as it was when its change began. */
export interface Seen {
  id: Id;
  version: number;
}

/** The four calls. The compiler cannot follow a path that is a variable, so they are typed by one noun and cast. */
export function callsTo<Path extends KeptPath>(noun: Path) {
  type Found = RecordOf<Path>;
  const one = `${noun}/{id}` as '/people/{id}';
  const path = (id: Id) => ({ path: { id } });
  return {
    create: (body: FactsOf<Path>) =>
      answered(api.POST(noun as '/people', { body: body as PersonFacts })) as Promise<Found>,
    read: (id: Id) => answered(api.GET(one, { params: path(id) })) as Promise<Found>,
    change: ({ id, version, body }: Seen & { body: Partial<FactsOf<Path>> }) =>
      answered(api.PATCH(one, { params: { ...path(id), header: ifMatch(version) }, body })) as Promise<Found>,
    remove: async ({ id, version }: Seen): Promise<void> => {
      await api.DELETE(one, { params: { ...path(id), header: ifMatch(version) } });
    },
    restore: (id: Id) =>
      answered(api.POST(`${one}/restoration` as '/people/{id}/restoration', { params: path(id) })) as Promise<Found>,
  };
}

export function useRecords<Path extends KeptPath>(noun: Path, concerned: readonly QueryKey[]) {
  const queryClient = useQueryClient();
  const onSuccess = () => {
    for (const queryKey of concerned) void queryClient.invalidateQueries({ queryKey });
  };
  const { create, change, remove, restore } = callsTo(noun);
  return {
    create: useMutation({ mutationFn: create, onSuccess }),
    change: useMutation({ mutationFn: change, onSuccess }),
    remove: useMutation({ mutationFn: remove, onSuccess }),
    restore: useMutation({ mutationFn: restore, onSuccess }),
  };
}
