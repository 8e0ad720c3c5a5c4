import { resolve } from 'node:path';
import { writeLabelled } from '../../fixtures/labelled/generate/write.ts';
import { word } from '../child-clock.ts';

writeLabelled(resolve(word(0)));
