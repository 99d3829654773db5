import { readDay } from './as-of.ts';
import './copy.ts';

void readDay();
