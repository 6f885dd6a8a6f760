/**
 * Network cells and wirings against recorded references.
 */
package gaitd.bench.cells;
