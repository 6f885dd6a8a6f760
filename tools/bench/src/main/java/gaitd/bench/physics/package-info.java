/**
 * Measurements of the physics engines side by side: how fast they are and how well they agree. Contestants take turns in
 * one run, so that a noisy machine disturbs all of them alike.
 */
package gaitd.bench.physics;
