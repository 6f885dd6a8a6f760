/**
 * The ground the simulated robot walks on, from a name and a seed.
 */
package gaitd.sim.terrain;
