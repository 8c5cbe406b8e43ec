// Makes src/api/schema.gen.ts from the description of the API. `npm run api` writes it; with --check it only compares.
//
// Every operation may answer with the same problem, which the app handles in one place: those answers are left out, and
// with them two thirds of the file. The paths lose the prefix that all of them share.

import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const DESCRIPTION = new URL('../../docs/openapi.json', import.meta.url);
const SCHEMA = new URL('../src/api/schema.gen.ts', import.meta.url);
const PREFIX = '/api/v1';
const HEADER = '// The API in types, made from docs/openapi.json by `npm run api`. @generated, not to be edited.\n\n';

const description = JSON.parse(await readFile(DESCRIPTION, 'utf8'));
const schema = HEADER + astToString(await openapiTS(withoutProblems(description)));

if (!process.argv.includes('--check')) {
  await writeFile(SCHEMA, schema);
} else if (schema !== (await readFile(SCHEMA, 'utf8'))) {
  process.stderr.write('src/api/schema.gen.ts is older than docs/openapi.json: run `npm run api`\n');
  process.exitCode = 1;
}

function withoutProblems(whole) {
  const paths = Object.entries(whole.paths).map(([path, operations]) => {
    for (const operation of Object.values(operations)) {
      operation.responses = Object.fromEntries(
        Object.entries(operation.responses).filter(([status]) => status.startsWith('2')),
      );
    }
    return [path.replace(PREFIX, ''), operations];
  });
  return { ...whole, paths: Object.fromEntries(paths) };
}
