import {isServiceName} from '../../input/names.ts';
import {type Lint, named} from './finding.ts';
import {at, entriesOf, type Part, textOf} from './part.ts';

/** Largest content of one file that ECI mounts [facts §8, L14]. */
const MAX_FILE_KIB = 32;

/** Bytes of a text in UTF-8. */
const byteLength = (text: string): number => {
	let bytes = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		bytes += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
	}
	return bytes;
};

/** Bytes behind a text in base64; line breaks don't count. */
const decodedLength = (text: string): number =>
	Math.floor((text.replace(/[\s=]/g, '').length * 3) / 4);

/** Each key becomes a file in the pods that mount it. */
const checkFiles = (files: Part, bytesOf: (text: string) => number, lint: Lint) => {
	for (const [, file] of entriesOf(files)) {
		const kib = Math.ceil(bytesOf(textOf(file) ?? '') / 1024);
		if (kib > MAX_FILE_KIB)
			lint.add('limit-config-size', {...named(lint), kib, maximumKib: MAX_FILE_KIB}, file);
	}
};

const checkService = (lint: Lint) => {
	const spec = at(lint.object.root, 'spec');
	const nameOf = at(lint.object.root, 'metadata', 'name');
	const name = textOf(nameOf);
	if (name !== null && !isServiceName(name)) lint.add('service-name-invalid', {name}, nameOf);
	const type = at(spec, 'type');
	const affinity = at(spec, 'sessionAffinity');
	if (textOf(type) === 'NodePort') lint.add('limit-node-port', named(lint), type);
	if (textOf(affinity) === 'ClientIP') lint.add('limit-session-affinity', named(lint), affinity);
};

/**
 * Objects that ECI pods can't live with whatever the pods are: which ones a Service or a policy
 * selects, and who mounts a ConfigMap, may stand in another file.
 */
export const lintObjectLimits = (lint: Lint): void => {
	const {kind, root} = lint.object;
	switch (kind) {
		case 'DaemonSet':
			lint.add('limit-daemonset', named(lint), at(root, 'kind'));
			return;
		case 'Service':
			checkService(lint);
			return;
		case 'NetworkPolicy':
			lint.add('limit-network-policy', named(lint), at(root, 'kind'));
			return;
		case 'ConfigMap':
			checkFiles(at(root, 'data'), byteLength, lint);
			checkFiles(at(root, 'binaryData'), decodedLength, lint);
			return;
		case 'Secret':
			checkFiles(at(root, 'stringData'), byteLength, lint);
			checkFiles(at(root, 'data'), decodedLength, lint);
			return;
	}
};
