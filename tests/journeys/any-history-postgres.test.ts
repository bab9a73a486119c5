import { playAnyHistory } from '../support/journeys/any-history.ts';

playAnyHistory('postgres');
