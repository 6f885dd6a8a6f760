/**
 * The commands of the lab, announced to the program: training, evaluation, plots, terrain pictures, imports and packages.
 */
package gaitd.lab;
