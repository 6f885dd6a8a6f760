/**
 * What makes one simulated robot differ from another: masses, friction, motors, sensors, battery and pushes, drawn from ranges
 * of the configuration. A seed decides everything, and each quantity has its own chance.
 */
package gaitd.sim.vary;
