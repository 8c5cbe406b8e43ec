// A server of one's own: the program that was built, on a free port, with a database that lasts as long as the tests.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from '@playwright/test';
import type { Language } from '../src/api/types';
import { caseUntil, EVALUATOR, thisDay } from './case';

/** Where cargo builds. */
export const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));

/** The program under test, which carries the web app as it was last built. */
export const PROGRAM = join(TARGET, 'debug', 'assent');
const STARTS_WITHIN_MS = 20_000;
const ASKED_EVERY_MS = 50;

export const PASSWORD = 'nine lives and one more';

export interface User {
  name: string;
  email: string;
  password: string;
}

export interface Served {
  url: string;
  /** What the program printed since it was started. */
  printed: () => string;
  close: () => Promise<void>;
}

export interface House extends Served {
  seller: User;
  colleague: User;
  /** Sees everything and may change nothing. */
  reader: User;
}

/** With the case in it as of a day, two who work on it, and one who reads. */
export async function openHouse(language: Language, asOf?: string): Promise<House> {
  const folder = newFolder();
  const file = join(folder, 'case.jsonl');
  writeFileSync(file, caseUntil(thisDay(), asOf));
  run(folder, ['load', '--database', database(folder), file]);
  const add = (name: string, email: string, role: string) => addUser(folder, language, { name, email, role });
  const names = NAMES[language];
  const seller = add(names.seller, 'seller@example.com', 'admin');
  const colleague = add(names.colleague, 'colleague@example.com', 'admin');
  const reader = add(names.reader, 'reader@example.com', 'read_only');
  const house = { ...(await serve(folder)), seller, colleague, reader };
  // What stood on a day of the case is as it was told: nothing is added.
  if (asOf === undefined) await plan(house);
  return house;
}

/** A call to whoever compares the offers that was planned and made, and a mail that is still to be written. */
async function plan({ url, seller }: House): Promise<void> {
  const api = await request.newContext({ baseURL: url });
  const as = { email: seller.email, password: seller.password };
  const { csrf_token: token } = await (await api.post('/api/v1/session', { data: as })).json();
  const headers = { 'X-CSRF-Token': token };
  const rows = async (path: string) => (await (await api.get(`/api/v1/${path}`)).json()).data;
  const [deal] = await rows('opportunities');
  const [person] = (await rows(`people?q=${encodeURIComponent(EVALUATOR)}`)) ?? [];
  const planned = { opportunity_id: deal.id, owner_id: deal.owner_id, people: [{ person_id: person.id }] };
  const due_on = thisDay().toISOString().slice(0, 10);
  for (const kind of ['call', 'mail']) {
    const made = await api.post('/api/v1/activities', { headers, data: { ...planned, kind, due_on } });
    if (!made.ok()) throw new Error(`nothing can be planned: ${await made.text()}`);
    if (kind !== 'call') continue;
    const path = `/api/v1/activities/${(await made.json()).id}/result`;
    await api.put(path, { headers, data: { result: 'answered' } });
  }
  await api.dispose();
}

/** As it is on the first day: nobody can log in yet. */
export const openEmptyHouse = (): Promise<Served> => serve(newFolder());

const NAMES = {
  en: { seller: 'Ada Lin', colleague: 'Max Berg', reader: 'Ira Novak' },
  'zh-CN': { seller: '林晓', colleague: '周明', reader: '何静' },
};

/** Removed when the house closes. */
const newFolder = () => mkdtempSync(join(tmpdir(), 'assent-browser-'));

const database = (folder: string) => join(folder, 'assent.db');

function addUser(folder: string, language: Language, { name, email, role }: Record<'name' | 'email' | 'role', string>) {
  const as = ['--role', role, '--scope', 'all', '--language', language];
  run(folder, ['user', '--database', database(folder), 'add', email, '--name', name, ...as], PASSWORD);
  return { name, email, password: PASSWORD };
}

function run(folder: string, args: string[], input = ''): void {
  const { status, error, stderr } = spawnSync(PROGRAM, args, { cwd: folder, input, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`assent ${args.join(' ')}: ${stderr}`);
}

async function serve(folder: string): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ['serve', '--database', database(folder), '--listen', `127.0.0.1:${port}`];
  const server = spawn(PROGRAM, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (text) => {
      printed += text;
    });
  }
  await answers(server, `${url}/api/v1/setup`, () => printed);
  const close = async () => {
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, printed: () => printed, close };
}

async function answers(server: ChildProcess, url: string, printed: () => string): Promise<void> {
  for (const deadline = Date.now() + STARTS_WITHIN_MS; Date.now() < deadline; ) {
    if (server.exitCode !== null) throw new Error(`the server ended: ${printed()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
  }
  server.kill();
  throw new Error(`the server does not answer: ${printed()}`);
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill();
  return ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = createServer();
    asked.once('error', reject);
    asked.listen(0, '127.0.0.1', () => {
      const address = asked.address();
      asked.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
