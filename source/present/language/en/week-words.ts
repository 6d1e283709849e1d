/** Words of the week that is drawn. */
export const enWeekWords = {
	title: 'Replicas by hour',
	draw: 'Draw the week',
	days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as readonly string[],
	here: (hour: number, replicas: string) => `${hour}:00 ${replicas}`,
	finer: 'The schedule changes within an hour. Once you draw, whole hours count.',
	even: (pods: string) => `always ${pods}`,
	/** Stands in the field of replicas, which a schedule takes the place of. */
	counts: (least: string, most: string) => `as the schedule says, ${least} to ${most}`,
};

export type WeekWords = typeof enWeekWords;
