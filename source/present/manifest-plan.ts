import type {Diagnostic} from '../domain/diagnostics.ts';
import type {PlannedWorkload, TotalCost} from '../domain/manifest/workload/planned-workload.ts';
import type {Provenance} from '../domain/pricing/provenance.ts';
import type {Currency} from '../domain/units/money.ts';
import {enManifestWords, type ManifestWords} from './language/en/manifest-words.ts';
import type {LanguageId} from './language/language.ts';
import {zhCnManifestWords} from './language/zh-cn/manifest-words.ts';

/** A workload with what there is to say of it, in its file. */
export type ShownWorkload = Omit<PlannedWorkload, 'findings'> & {
	readonly diagnostics: readonly Diagnostic[];
};

/** The plan of files of manifests, as every format shows it. */
export type ManifestPlan = {
	readonly ruleset: string;
	readonly region: string;
	readonly currency: Currency;
	readonly workloads: readonly ShownWorkload[];
	readonly total: TotalCost;
	readonly prices: Provenance;
	/** About files, and about objects that are no workloads. */
	readonly diagnostics: readonly Diagnostic[];
};

export const manifestWordsOf = (language: LanguageId): ManifestWords =>
	language === 'zh-CN' ? zhCnManifestWords : enManifestWords;

/** What ECI bills a pod as; undefined where there is no plan, null where ECI has no such size. */
export const billedOf = ({plan}: Pick<PlannedWorkload, 'plan'>): string | null | undefined =>
	plan ? (plan.sizing.billed?.spec ?? null) : undefined;
