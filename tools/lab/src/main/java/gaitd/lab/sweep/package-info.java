/** Sweeps: many trainings of one task that differ in some options, by a grid, at random or by successive halving. */
package gaitd.lab.sweep;
