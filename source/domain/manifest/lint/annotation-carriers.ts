import {PREFIX} from '../../catalogue/annotations.ts';
import {parsedJson} from '../../catalogue/json-value.ts';
import {PROFILE_SETTINGS} from '../eci-profile.ts';
import {type Annotated, isForPods, lintAnnotations, lintAnnotationTexts} from './annotations.ts';
import {type Finding, type Lint, openLint} from './finding.ts';
import {
	at,
	entriesOf,
	isGiven,
	itemsOf,
	type Part,
	placeText,
	quotedTextOf,
	textOf,
} from './part.ts';
import {ownMetadata, type PodPart} from './pod-part.ts';

const asksForGpu = ({containers}: PodPart): boolean =>
	containers.some(({part}) => {
		const count = quotedTextOf(at(part, 'resources', 'limits', 'nvidia.com/gpu'));
		return count !== null && Number(count) !== 0;
	});

/** The annotations of a workload's pods, and those that should be among them [A16]. */
export const lintPodAnnotations = (pod: PodPart, lint: Lint): void => {
	const {object, metadata, spec, replicas} = pod;
	const own = at(metadata, 'annotations');
	for (const misplaced of ownMetadata(object))
		for (const [key, part] of entriesOf(at(misplaced, 'annotations')))
			if (isForPods(key))
				lint.add(
					'annotation-misplaced',
					{key, kind: object.kind, place: placeText(own.place)},
					part,
				);
	lintAnnotations(
		{
			annotations: entriesOf(own),
			kind: object.kind,
			replicas,
			asksForGpu: asksForGpu(pod),
			arch: textOf(at(spec, 'nodeSelector', 'kubernetes.io/arch')) === 'arm64' ? 'arm64' : 'amd64',
		},
		isGiven(at(metadata, 'uid')),
		lint,
	);
};

/** Annotations that another object gives to pods, of which nothing is known here. */
const lintGiven = (annotations: Annotated['annotations'], lint: Lint) => {
	lintAnnotationTexts(annotations, lint);
	const {kind} = lint.object;
	lintAnnotations({annotations, kind, replicas: 1, asksForGpu: null, arch: null}, false, lint);
};

/** `podAnnotations` of the units of a ResourcePolicy that are ECI [D-RP]. */
export const lintPolicy = (lint: Lint): void => {
	for (const unit of itemsOf(at(lint.object.root, 'spec', 'units')))
		if (textOf(at(unit, 'resource')) === 'eci')
			lintGiven(entriesOf(at(unit, 'podAnnotations')), lint);
};

/** Annotations that stand as settings of the profile; they hold for all pods. */
const settingsIn = (data: Part): Annotated['annotations'] =>
	PROFILE_SETTINGS.flatMap(([setting, annotation]) => {
		const part = at(data, setting);
		return isGiven(part) ? [[PREFIX + annotation, part] as const] : [];
	});

/** The annotations that each selector adds. Inside its text there are no places: the whole is one. */
const effectsIn = (list: readonly unknown[], {place}: Part): readonly Annotated['annotations'][] =>
	list.map(value =>
		entriesOf(at({value, place}, 'effect', 'annotations')).map(
			([key, effect]) => [key, {...effect, place}] as const,
		),
	);

/** A setting has a name of its own, which holds on when that of the annotation goes out of use. */
const isOldName = ({diagnostic, place}: Finding, settings: Annotated['annotations']): boolean =>
	diagnostic.rule === 'annotation-legacy' && settings.some(([, part]) => part.place === place);

/** The ConfigMap `eci-profile`: its settings and the effects of its selectors, which are JSON [D-PROF]. */
export const lintProfile = (lint: Lint): void => {
	const {name, root} = lint.object;
	if (name !== 'eci-profile') return;
	const data = at(root, 'data');
	const selectors = at(data, 'selectors');
	const list = isGiven(selectors) ? parsedJson(textOf(selectors) ?? '') : [];
	if (!Array.isArray(list)) {
		lint.add('profile-invalid', {}, selectors);
		return;
	}
	const settings = settingsIn(data);
	const effects = effectsIn(list, selectors);
	const given = openLint(lint.object, lint.ruleset);
	for (const effect of effects.length > 0 ? effects : [[]])
		lintGiven([...settings, ...effect], given);
	lint.findings.push(...given.findings.filter(one => !isOldName(one, settings)));
};
