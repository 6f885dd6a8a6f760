/**
 * The program: one command line over everything else. Commands are in {@code cli}, what they run in {@code run}.
 */
package gaitd.tools;
