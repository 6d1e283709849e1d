import {joinTables} from '../../../domain/rules/join-tables.ts';
import type {DiagnosticTexts} from '../language.ts';
import {zhCnAnnotateRules} from './annotate-rules.ts';
import {zhCnAnnotationRules} from './annotation-rules.ts';
import {zhCnChainRules} from './chain-rules.ts';
import {zhCnCommandRules} from './command-rules.ts';
import {zhCnDiffRules} from './diff-rules.ts';
import {zhCnFileRules} from './file-rules.ts';
import {zhCnImageRules} from './image-rules.ts';
import {zhCnImportRules} from './import-rules.ts';
import {zhCnInputRules} from './input-rules.ts';
import {zhCnLimitRules} from './limit-rules.ts';
import {zhCnManifestRules} from './manifest-rules.ts';
import {zhCnNetworkRules} from './network-rules.ts';
import {zhCnNewerAnnotationRules} from './newer-annotation-rules.ts';
import {zhCnOwnPriceRules} from './own-price-rules.ts';
import {zhCnPickRules} from './pick-rules.ts';
import {zhCnPriceRules} from './price-rules.ts';
import {zhCnRefreshRules} from './refresh-rules.ts';
import {zhCnShardRules} from './shard-rules.ts';
import {zhCnSimulationRules} from './simulation-rules.ts';
import {zhCnSizingRules} from './sizing-rules.ts';
import {zhCnValueRules} from './value-rules.ts';
import {zhCnVolumeRules} from './volume-rules.ts';

/** Every rule in Chinese. */
export const zhCnDiagnostics: DiagnosticTexts = joinTables(
	zhCnValueRules,
	zhCnVolumeRules,
	zhCnNetworkRules,
	zhCnImageRules,
	zhCnInputRules,
	zhCnSizingRules,
	zhCnChainRules,
	zhCnPickRules,
	zhCnAnnotationRules,
	zhCnNewerAnnotationRules,
	zhCnLimitRules,
	zhCnPriceRules,
	zhCnOwnPriceRules,
	zhCnSimulationRules,
	zhCnShardRules,
	zhCnCommandRules,
	zhCnFileRules,
	zhCnManifestRules,
	zhCnAnnotateRules,
	zhCnDiffRules,
	zhCnRefreshRules,
	zhCnImportRules,
);
