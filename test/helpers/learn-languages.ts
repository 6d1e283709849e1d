import {learnDiagnostics} from '../../source/present/diagnostic-text.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';

await learnDiagnostics(...LANGUAGES);
