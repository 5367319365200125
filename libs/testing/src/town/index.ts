export { Town, type Place } from './town.ts';
