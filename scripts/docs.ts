import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {learnDiagnostics} from '../source/present/diagnostic-text.ts';
import {LANGUAGES} from '../source/present/language/language.ts';
import {coveragePage, unknownReferences} from './docs/coverage-page.ts';
import {rulesPage} from './docs/rules-page.ts';

const DOCS = path.join(import.meta.dirname, '../docs');

await learnDiagnostics(...LANGUAGES);
const unknown = unknownReferences();
if (unknown.length > 0) throw new Error(`The product has no ${unknown.join(', ')}`);
await mkdir(DOCS, {recursive: true});
await writeFile(path.join(DOCS, 'rules.md'), rulesPage());
await writeFile(path.join(DOCS, 'coverage.md'), coveragePage());
