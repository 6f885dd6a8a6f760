/**
 * The control process, which ticks and does nothing else. From its main class no class of the simulator, of the lab or of the benchmarks
 * can be reached, and a test holds that.
 */
package gaitd.robot.control;
