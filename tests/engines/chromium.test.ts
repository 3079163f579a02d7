import { openChromium } from '../support/engines/chromium.ts';
import { travel } from '../support/engines/journey.ts';
import { JOURNEYS } from './journeys/index.ts';

travel('chromium', openChromium, JOURNEYS);
