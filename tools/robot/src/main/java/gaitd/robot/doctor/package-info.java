/**
 * Looks at the computer that is to run the control process and says what it lacks, with the command that mends it.
 * Every check reads a tree of files under a given root, so that a made-up machine is judged like the real one.
 */
package gaitd.robot.doctor;
