/**
 * The control loop: one tick in reading order, and the thread that runs it on an absolute schedule.
 */
package gaitd.runtime.loop;
