/** How bad a finding has to be to count; `never` lets everything pass. */
export const THRESHOLDS = ['error', 'warning', 'info', 'never'] as const;
export type Threshold = (typeof THRESHOLDS)[number];
