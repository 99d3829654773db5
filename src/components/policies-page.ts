// The day first: what is narrowed down goes by the states that it gave the rows.
import './reader.ts';
import './policy-filter.ts';
