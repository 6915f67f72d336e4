#!/usr/bin/env node
import { launch } from './launch.js';

launch('node/src/cli.ts', process.argv.slice(2));
