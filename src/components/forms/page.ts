import '../offline.ts';
import './start.ts';
import './who.ts';
