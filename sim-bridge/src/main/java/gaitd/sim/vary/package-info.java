/**
 * Differences between simulated robots: masses, friction, motors, sensors, battery and pushes, drawn from ranges of the
 * configuration. A seed decides everything, and each quantity is drawn from its own stream.
 */
package gaitd.sim.vary;
