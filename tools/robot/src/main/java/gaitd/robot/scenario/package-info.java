/**
 * What a run asks of the robot and when: stand up, walk, sit down, by the keys of a person or by a plan. It watches frames and sends
 * operator requests; it does not know whether time is real or simulated.
 */
package gaitd.robot.scenario;
