import type {PlanInput} from '../../input/plan-input.ts';
import {at, textOf} from '../lint/part.ts';
import {podOf} from '../lint/pod-part.ts';
import type {SourceFile} from '../source/source-tree.ts';
import {fileObjects} from './plan-manifests.ts';
import type {PlannedWorkload} from './planned-workload.ts';

/** What each container runs, which no plan needs and every export does. */
const imagesOf = (
	{file, document, kind, name}: PlannedWorkload,
	files: readonly SourceFile[],
): ReadonlyMap<string, string> => {
	const found = files
		.flatMap(fileObjects)
		.find(
			({file: other, object}) =>
				other === file &&
				object.document === document &&
				object.kind === kind &&
				object.name === name,
		);
	const containers = (found && podOf(found.object)?.containers) ?? [];
	return new Map(
		containers.flatMap(container => {
			const image = textOf(at(container.part, 'image'));
			return image === null ? [] : [[container.name, image] as const];
		}),
	);
};

/**
 * The workload of a manifest as a start for a plan of one's own: with its name and its images, and on
 * ECI, wherever its pods went before. Null where it can't be planned.
 */
export const workloadStart = (
	workload: PlannedWorkload,
	files: readonly SourceFile[],
): PlanInput | null => {
	if (!workload.input) return null;
	const images = imagesOf(workload, files);
	const {containers = [], initContainers = [], pod, ...rest} = workload.input;
	const {placement, ...onPod} = pod ?? {};
	const kept = placement === 'none' ? onPod : {...onPod, ...(placement && {placement})};
	const withImage = <T extends {readonly name?: string | undefined}>(container: T): T => {
		const image = images.get(container.name ?? '');
		return image === undefined ? container : {...container, image};
	};
	return {
		...rest,
		name: workload.name,
		containers: containers.map(withImage),
		...(initContainers.length > 0 && {initContainers: initContainers.map(withImage)}),
		...(Object.keys(kept).length > 0 && {pod: kept}),
	};
};
