import './send.ts';
import './track.ts';
import './who.ts';
import { offerTools } from './receipt.ts';

/** Pages made by functions: a refused form, a receipt, a course. */
offerTools(document);
