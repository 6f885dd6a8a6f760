/**
 * Pictures of a policy: its wiring, and the activity of its neurons over a run. A bundle becomes a circuit and a run,
 * and each picture draws these two with one code for PNG and SVG.
 */
package gaitd.lab.policyplot;
