import type {Diagnostic} from '../../domain/diagnostics.ts';
import type {Field} from './fields.ts';

/** Something that can have the focus. */
export type Row =
	| {readonly kind: 'field'; readonly field: Field}
	| {readonly kind: 'preset'}
	| {readonly kind: 'draw-week'}
	/** How often work is best saved, to be taken over. */
	| {readonly kind: 'checkpoint'; readonly every: string; readonly expectedHours: number}
	| {readonly kind: 'container'; readonly index: number}
	| {readonly kind: 'add-container'}
	| {readonly kind: 'spec'; readonly token: string}
	| {readonly kind: 'entry'; readonly token: string; readonly index: number}
	| {readonly kind: 'add-entry'}
	| {readonly kind: 'volume'; readonly index: number}
	| {readonly kind: 'add-volume'}
	| {readonly kind: 'log'; readonly key: string; readonly value: string}
	| {readonly kind: 'add-log'}
	| {readonly kind: 'annotation'; readonly key: string; readonly value: string}
	| {readonly kind: 'add-annotation'}
	| {readonly kind: 'problem'; readonly diagnostic: Diagnostic}
	| {readonly kind: 'finish'};

export const asField = (field: Field): Row => ({kind: 'field', field});
