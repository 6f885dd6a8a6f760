/**
 * The folder of memory-mapped files in which the processes on a robot meet: frames out, commands in, counters, a policy slot.
 * The control process makes the files afresh at each start; everybody else checks a file's header before believing it.
 */
package gaitd.runtime.shared;
