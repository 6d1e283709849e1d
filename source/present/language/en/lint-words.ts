import {counted} from './words.ts';

/** Words around what a lint finds. */
export const enLintWords = {
	title: 'Findings',
	place: 'Place',
	severity: 'Severity',
	rule: 'Rule',
	object: 'Object',
	message: 'What',
	hint: 'What to do',
	summary: 'Summary',
	found: 'Found',
	looked: 'Looked at',
	hidden: 'Below --severity',
	ignored: 'Ignored by comments',
	none: 'Nothing is found.',
	counts: (errors: number, warnings: number, infos: number) =>
		[counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'note')].join(', '),
	files: (files: number, objects: number) =>
		`${counted(objects, 'object')} in ${counted(files, 'file')}`,
};

export type LintWords = typeof enLintWords;
