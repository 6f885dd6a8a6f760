/**
 * Functions that every module computes with, and that neither Java's intrinsics nor StrictMath give as they are needed here: the same
 * bits on every processor, and nothing allocated. Everything that Java does give so, modules call there.
 */
package gaitd.maths;
