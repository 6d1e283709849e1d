/** The folder that must be a volume for these files to be collected; null for standard output. */
export const logFolder = (source: string): string | null => {
	if (source === 'stdout') return null;
	const folders = source.split('/').slice(0, -1);
	const wild = folders.findIndex(folder => folder.includes('*'));
	const fixed = (wild < 0 ? folders : folders.slice(0, wild)).filter(
		folder => folder !== '' && folder !== '.',
	);
	return `/${fixed.join('/')}`;
};

/** A path that leads back up has another folder than it seems. */
export const leadsUp = (source: string): boolean => source.split('/').includes('..');
