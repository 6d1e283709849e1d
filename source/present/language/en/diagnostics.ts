import type {DiagnosticTexts} from '../language.ts';
import {enAnnotationRules} from './annotation-rules.ts';
import {enChainRules} from './chain-rules.ts';
import {enCommandRules} from './command-rules.ts';
import {enFileRules} from './file-rules.ts';
import {enInputRules} from './input-rules.ts';
import {enPriceRules} from './price-rules.ts';
import {enSizingRules} from './sizing-rules.ts';
import {enValueRules} from './value-rules.ts';

/** Every rule in English. */
export const enDiagnostics: DiagnosticTexts = {
	...enValueRules,
	...enInputRules,
	...enSizingRules,
	...enChainRules,
	...enAnnotationRules,
	...enPriceRules,
	...enCommandRules,
	...enFileRules,
};
