/**
 * Checks of the embedded engine against files of reference results. The files are JSON and read outside the tick only.
 */
package gaitd.sim.golden;
