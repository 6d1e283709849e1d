import {rename, stat} from 'node:fs/promises';

/** `settings.json.20261123090000.bak`, with a number behind where that is taken. */
const freeName = async (name: string, count = 1): Promise<string> => {
	const free = `${name}${count > 1 ? `-${count}` : ''}.bak`;
	const isTaken = await stat(free).then(
		() => true,
		() => false,
	);
	return isTaken ? freeName(name, count + 1) : free;
};

/** Moves a file to `name` with `.bak` behind it, so that nothing ever overwrites it; says where it went. */
export const moveAside = async (file: string, name: string): Promise<string> => {
	const movedTo = await freeName(name);
	await rename(file, movedTo);
	return movedTo;
};
