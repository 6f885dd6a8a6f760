/**
 * The equations of motion against recorded accelerations.
 */
package gaitd.bench.dynamics;
