/**
 * The simulated robot's motors on RS-485 buses: four pseudo-terminals on which three motors each answer at the pace of a real line. The
 * robot behind them is that of {@code gaitd.sim.wire}.
 */
package gaitd.sim.bus;
