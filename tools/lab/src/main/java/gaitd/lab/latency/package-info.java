/**
 * Plots of the punctuality benchmark, which itself runs on the robot without a plotting library.
 */
package gaitd.lab.latency;
