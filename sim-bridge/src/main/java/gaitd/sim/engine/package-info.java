/**
 * Physics engines with one A1 in them, behind one interface, and their ground truth.
 */
package gaitd.sim.engine;
