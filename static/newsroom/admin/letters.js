/**
 * Whether single letters are keys in this browser: who speaks to the computer, or whose hand
 * trembles, turns them off (WCAG 2.1.4). What needs Ctrl, Alt or a function key stays.
 */

import { memory } from "../live/memory.js";

const remembered = memory("localStorage", "newsroom:letters");

export const lettersAreKeys = () => remembered() !== "off";

export const setLetters = (on) => remembered(on ? "on" : "off");
