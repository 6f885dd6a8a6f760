/** Meters of a run, fed by frames and by ground truth, and the flat report of their figures. */
package gaitd.robot.report;
