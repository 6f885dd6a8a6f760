/**
 * What a run amounted to: meters fed by frames and by ground truth, and the flat report made of them.
 */
package gaitd.robot.report;
