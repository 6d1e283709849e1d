import {writeFileSync} from 'node:fs';
import {bundle} from './build/bundle.ts';
import {thirdPartyLicences} from './build/licences.ts';

const pieces = await bundle('dist');
const modules = pieces.flatMap(({moduleIds}) => moduleIds);
writeFileSync('dist/THIRD-PARTY-LICENSES', thirdPartyLicences(modules));
