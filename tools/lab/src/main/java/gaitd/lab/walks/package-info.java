/**
 * Many seeded walks of a policy's robots, eight at a time, and statistics of them. Robots run the controller and the policy stage
 * of the real one, in either physics engine.
 */
package gaitd.lab.walks;
