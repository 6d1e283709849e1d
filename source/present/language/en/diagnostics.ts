import {joinTables} from '../../../domain/rules/join-tables.ts';
import type {DiagnosticTexts} from '../language.ts';
import {enAnnotateRules} from './annotate-rules.ts';
import {enAnnotationRules} from './annotation-rules.ts';
import {enChainRules} from './chain-rules.ts';
import {enCommandRules} from './command-rules.ts';
import {enDiffRules} from './diff-rules.ts';
import {enFileRules} from './file-rules.ts';
import {enImageRules} from './image-rules.ts';
import {enImportRules} from './import-rules.ts';
import {enInputRules} from './input-rules.ts';
import {enLimitRules} from './limit-rules.ts';
import {enManifestRules} from './manifest-rules.ts';
import {enNetworkRules} from './network-rules.ts';
import {enNewerAnnotationRules} from './newer-annotation-rules.ts';
import {enOwnPriceRules} from './own-price-rules.ts';
import {enPickRules} from './pick-rules.ts';
import {enPriceRules} from './price-rules.ts';
import {enRefreshRules} from './refresh-rules.ts';
import {enShardRules} from './shard-rules.ts';
import {enSimulationRules} from './simulation-rules.ts';
import {enSizingRules} from './sizing-rules.ts';
import {enValueRules} from './value-rules.ts';
import {enVolumeRules} from './volume-rules.ts';

/** Every rule in English. */
export const enDiagnostics: DiagnosticTexts = joinTables(
	enValueRules,
	enVolumeRules,
	enNetworkRules,
	enImageRules,
	enInputRules,
	enSizingRules,
	enChainRules,
	enPickRules,
	enAnnotationRules,
	enNewerAnnotationRules,
	enLimitRules,
	enPriceRules,
	enOwnPriceRules,
	enSimulationRules,
	enShardRules,
	enCommandRules,
	enFileRules,
	enManifestRules,
	enAnnotateRules,
	enDiffRules,
	enRefreshRules,
	enImportRules,
);
