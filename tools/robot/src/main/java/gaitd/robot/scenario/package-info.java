/**
 * The operator of a run: requests to stand up, walk and sit down, by keys or by a plan. It watches frames and sends
 * operator requests; it does not know whether time is real or simulated.
 */
package gaitd.robot.scenario;
