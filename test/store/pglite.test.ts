import { contract } from './contract.ts';
import { pglite } from './pglite.ts';

contract('pglite', pglite);
