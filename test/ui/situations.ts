import {containerFields} from '../../source/ui/state/fields.ts';
import type {Row} from '../../source/ui/state/row.ts';

const [, , cpu] = containerFields(0);
if (!cpu) throw new Error('A container has a field for its CPU');

export const CPU_FIELD_ROW: Row = {kind: 'field', field: cpu};
