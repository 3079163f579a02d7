import { openWebKit } from '../support/engines/webkit.ts';
import { travel } from '../support/engines/journey.ts';
import { JOURNEYS } from './journeys/index.ts';

travel('webkit', openWebKit, JOURNEYS);
