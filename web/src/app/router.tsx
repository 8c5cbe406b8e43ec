// Every address of the app. Pages are loaded when first visited; what an address may carry is checked here.

import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { todayQuery } from '~/advice/api';
import { ALARM_KINDS } from '~/alarms/words';
import { Problem } from '~/api/problem';
import type { AlarmKind, DealState } from '~/api/types';
import { ROOM_TABS, type RoomTab } from '~/opportunities/room/tabs';
import { sessionQuery, setupQuery } from '~/session/api';
import { Lost } from './Lost';
import { Frame } from './shell/Frame';

interface Context {
  queryClient: QueryClient;
}

type Search = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const day = (value: unknown): string | undefined => {
  const written = text(value);
  return written && /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : undefined;
};
const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((candidate) => candidate === value);

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: () => <Lost /> });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search: Search): { to?: string | undefined } => ({ to: text(search.to) }),
  component: lazyRouteComponent(() => import('~/session/Login')),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Search): { token?: string | undefined } => ({ token: text(search.token) }),
  component: lazyRouteComponent(() => import('~/session/SetUp')),
});

/** Behind the door: nothing below is shown without a session. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      await queryClient.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      const { needed } = await queryClient.ensureQueryData(setupQuery);
      if (needed) throw redirect({ to: '/setup', search: {} });
      throw redirect({ to: '/login', search: { to: location.href === '/' ? undefined : location.href } });
    }
  },
  errorComponent: Lost,
});

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: async ({ context: { queryClient } }) => {
    const { installation } = await queryClient.ensureQueryData(sessionQuery);
    if (installation.demo_case_id) throw redirect({ to: '/start' });
    // Whoever sells begins with their day; whoever has no deals, with everybody's.
    const day = await queryClient.fetchQuery(todayQuery(null)).catch(() => null);
    const hasDay = day !== null && (day.deals > 0 || day.planned.length > 0);
    throw redirect({ to: hasDay ? '/today' : '/deals' });
  },
});

const today = createRoute({
  getParentRoute: () => frame,
  path: '/today',
  validateSearch: (search: Search): { user?: string | undefined } => ({ user: text(search.user) }),
  component: lazyRouteComponent(() => import('~/today/Today')),
});

const start = createRoute({
  getParentRoute: () => frame,
  path: '/start',
  component: lazyRouteComponent(() => import('~/demo/Start')),
});

const deals = createRoute({ getParentRoute: () => frame, path: '/deals' });

const dealsIndex = createRoute({
  getParentRoute: () => deals,
  path: '/',
  validateSearch: (
    search: Search,
  ): {
    view?: 'table' | undefined;
    pipeline?: string | undefined;
    owner?: string | undefined;
    state?: Exclude<DealState, 'open'> | undefined;
    q?: string | undefined;
  } => ({
    view: oneOf(['table'], search.view),
    pipeline: text(search.pipeline),
    owner: text(search.owner),
    state: oneOf(['closed', 'won', 'lost'], search.state),
    q: text(search.q),
  }),
  component: lazyRouteComponent(() => import('~/opportunities/Deals')),
});

const deal = createRoute({
  getParentRoute: () => deals,
  path: '$dealId',
  validateSearch: (search: Search): { at?: string | undefined } => ({ at: day(search.at) }),
});

const room = createRoute({
  getParentRoute: () => deal,
  path: '/',
  staticData: { record: true },
  validateSearch: (search: Search): { tab?: RoomTab | undefined; ways?: string | undefined } => ({
    tab: oneOf(ROOM_TABS, search.tab),
    ways: text(search.ways),
  }),
  component: lazyRouteComponent(() => import('~/opportunities/DealRoom')),
});

const personInDeal = createRoute({
  getParentRoute: () => deal,
  path: 'people/$personId',
  staticData: { record: true },
  validateSearch: (search: Search): { phase?: 'buy' | undefined } => ({ phase: oneOf(['buy'], search.phase) }),
  component: lazyRouteComponent(() => import('~/beliefs/PersonInDeal')),
});

const listSearch = (search: Search): { q?: string | undefined } => ({ q: text(search.q) });

const people = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('~/people/People')),
});

const person = createRoute({
  getParentRoute: () => frame,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('~/people/Person')),
});

const organizations = createRoute({
  getParentRoute: () => frame,
  path: '/organizations',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('~/organizations/Organizations')),
});

const organization = createRoute({
  getParentRoute: () => frame,
  path: '/organizations/$organizationId',
  component: lazyRouteComponent(() => import('~/organizations/Organization')),
});

const products = createRoute({
  getParentRoute: () => frame,
  path: '/products',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('~/products/Products')),
});

const product = createRoute({
  getParentRoute: () => frame,
  path: '/products/$productId',
  component: lazyRouteComponent(() => import('~/products/Product')),
});

interface WhoseSearch {
  owner?: string | undefined;
  team?: string | undefined;
}

const whoseSearch = (search: Search): WhoseSearch => ({ owner: text(search.owner), team: text(search.team) });

const control = createRoute({
  getParentRoute: () => frame,
  path: '/control',
  validateSearch: (search: Search): WhoseSearch & { alarm?: AlarmKind | undefined; q?: string | undefined } => ({
    ...whoseSearch(search),
    alarm: oneOf(ALARM_KINDS, search.alarm),
    q: text(search.q),
  }),
  component: lazyRouteComponent(() => import('~/control/ControlBoard')),
});

const forecast = createRoute({
  getParentRoute: () => frame,
  path: '/forecast',
  validateSearch: (search: Search): WhoseSearch & { until?: string | undefined } => ({
    ...whoseSearch(search),
    until: day(search.until),
  }),
  component: lazyRouteComponent(() => import('~/forecast/Forecast')),
});

const lessons = createRoute({
  getParentRoute: () => frame,
  path: '/lessons',
  validateSearch: (
    search: Search,
  ): WhoseSearch & {
    view?: 'playbook' | undefined;
    product?: string | undefined;
    period?: 'quarter' | 'year' | undefined;
  } => ({
    ...whoseSearch(search),
    view: oneOf(['playbook'], search.view),
    product: text(search.product),
    period: oneOf(['quarter', 'year'], search.period),
  }),
  component: lazyRouteComponent(() => import('~/lessons/Lessons')),
});

const proof = createRoute({
  getParentRoute: () => frame,
  path: '/proof',
  validateSearch: (search: Search): { age?: number | undefined } => {
    const age = Number(search.age);
    return { age: Number.isInteger(age) && age > 0 ? age : undefined };
  },
  component: lazyRouteComponent(() => import('~/proof/Proof')),
});

const ways = createRoute({
  getParentRoute: () => frame,
  path: '/ways',
  validateSearch: (search: Search): { state?: 'over' | undefined } => ({ state: oneOf(['over'], search.state) }),
  component: lazyRouteComponent(() => import('~/ways/Asks')),
});

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('~/settings/Settings')),
});

const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/profile' });
  },
});

const profile = createRoute({
  getParentRoute: () => settings,
  path: 'profile',
  component: lazyRouteComponent(() => import('~/settings/Profile')),
});

const users = createRoute({
  getParentRoute: () => settings,
  path: 'users',
  component: lazyRouteComponent(() => import('~/settings/Users')),
});

const teams = createRoute({
  getParentRoute: () => settings,
  path: 'teams',
  component: lazyRouteComponent(() => import('~/settings/Teams')),
});

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: 'api-keys',
  component: lazyRouteComponent(() => import('~/settings/ApiKeys')),
});

const limits = createRoute({
  getParentRoute: () => settings,
  path: 'limits',
  component: lazyRouteComponent(() => import('~/control/Limits')),
});

const model = createRoute({
  getParentRoute: () => settings,
  path: 'model',
  validateSearch: (search: Search): { tab?: 'history' | 'learning' | undefined } => ({
    tab: oneOf(['history', 'learning'], search.tab),
  }),
  component: lazyRouteComponent(() => import('~/model/Model')),
});

const completeness = createRoute({
  getParentRoute: () => settings,
  path: 'completeness',
  component: lazyRouteComponent(() => import('~/control/Completeness')),
});

const tree = root.addChildren([
  login,
  setup,
  frame.addChildren([
    home,
    start,
    today,
    deals.addChildren([dealsIndex, deal.addChildren([room, personInDeal])]),
    people,
    person,
    organizations,
    organization,
    products,
    product,
    control,
    forecast,
    lessons,
    proof,
    ways,
    settings.addChildren([settingsIndex, profile, users, teams, apiKeys, limits, model, completeness]),
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({ routeTree: tree, context: { queryClient }, defaultPreload: 'intent', scrollRestoration: true });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
  interface StaticDataRouteOption {
    /** A record fills the page: the sidebar folds. */
    record?: boolean;
  }
}
