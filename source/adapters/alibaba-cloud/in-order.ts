/** Results in the order of the tasks, `width` of which run at once. */
export const inOrder = async function* <T>(
	tasks: readonly (() => Promise<T>)[],
	width: number,
): AsyncGenerator<T> {
	const running: Promise<T>[] = [];
	const start = (task: () => Promise<T>) => {
		const result = task();
		// It is awaited in its turn; until then a failure is nobody's.
		result.catch(() => undefined);
		running.push(result);
	};
	for (const task of tasks) {
		start(task);
		const first = running.length >= width ? running.shift() : undefined;
		if (first) yield await first;
	}
	for (const rest of running) yield await rest;
};
