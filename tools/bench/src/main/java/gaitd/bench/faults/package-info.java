/**
 * The campaign of faults: every fault that a simulated robot can have, in everything that it can be doing. Says which are noticed,
 * how soon, what becomes of the robot, and which are not.
 */
package gaitd.bench.faults;
