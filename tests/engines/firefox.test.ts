import { openFirefox } from '../support/engines/firefox.ts';
import { travel } from '../support/engines/journey.ts';
import { JOURNEYS } from './journeys/index.ts';

travel('firefox', openFirefox, JOURNEYS);
