/**
 * The folder of memory-mapped files that the processes on a robot share: frames out, commands in, counters, a policy
 * slot. The control process makes new files at each start; every other process checks a file's header before using it.
 */
package gaitd.runtime.shared;
