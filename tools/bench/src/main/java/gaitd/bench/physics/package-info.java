/**
 * Measurements of the physics engines side by side: how fast they are and how well they agree. The sides are measured
 * alternately in one run, so that a noisy machine affects all of them alike.
 */
package gaitd.bench.physics;
